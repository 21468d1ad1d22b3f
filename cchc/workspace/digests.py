"""Digests by which a later run sees that nothing has changed: of files, of the program, of LibreOffice."""

from __future__ import annotations

import sys
from hashlib import file_digest, sha256
from pathlib import Path

_LIBRARIES = ("jinja2", "pydantic", "pydantic-core", "PyYAML")
"""Those whose own changes could change an output or a finding."""


def digest_of(path: Path) -> str:
    """SHA-256, in hexadecimal, of the file at ``path``; empty where there is none that can be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def program_digest() -> str:
    """SHA-256, in hexadecimal, of this program with its data, its libraries' versions and Python's.

    The version alone would not do: a checkout changes without it.
    """
    from importlib.metadata import version  # some 10 ms, and few runs ask

    digest = sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(f"\0{library} {version(library)}".encode())
    package = Path(__file__).resolve().parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".json", ".yaml"):
            digest.update(f"\0{path.relative_to(package).as_posix()} {digest_of(path)}".encode())
    return digest.hexdigest()


def installed(program: Path) -> str:
    """What changes when ``program`` is installed anew: its place, size and time."""
    try:
        status = program.resolve().stat()
    except OSError:
        return str(program)
    return f"{program} {status.st_size} {status.st_mtime_ns}"
