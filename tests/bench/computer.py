"""What the figures were measured on: the computer, and the versions of what ran."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("typer", "pydantic", "ruamel.yaml", "jinja2", "python-docx", "rich", "docxtpl")


def missing_packages() -> list[str]:
    """Those that are measured and are not installed."""
    return [name for name in PACKAGES if _version(name) is None]


def pandoc() -> str | None:
    """The program, where there is one."""
    return shutil.which("pandoc")


def load() -> float | None:
    """How many processes have wanted a core in the last minute; None where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def described() -> Iterator[str]:
    """The computer and the versions, a line each."""
    yield f"{_processor()}, {os.cpu_count()} cores, {_memory()}{_system()}"
    yield f"{platform.python_implementation()} {platform.python_version()}, {datetime.now(UTC):%d/%m/%Y}"
    found = [f"{name} {_version(name) or '(not installed)'}" for name in (*PACKAGES, "PyYAML")]
    yield ", ".join([*found, _pandoc_version()])


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _pandoc_version() -> str:
    program = pandoc()
    if program is None:
        return "pandoc (not installed)"
    said = subprocess.run([program, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    return said.splitlines()[0]


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    return f"{platform.system()} {platform.release().partition('-')[0]}"


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB, "
