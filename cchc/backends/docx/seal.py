"""The digest that a file carries of its own parts: is it still what was written?

The seal is a SHA-256 over the name and the SHA-256 of every part, in the order of names; the part that
carries it counts with 64 zeros in its place. So it covers text, styles, headers, settings and properties,
and a part that was added or taken away; how the parts are packed does not count. It guards a person's
work in Word from being replaced, not a document from forgery: whoever wants to can seal a changed file.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from cchc.backends.docx.guarded_xml import guarded_parser, parse
from cchc.backends.docx.namespaces import CUSTOM_PROPERTIES
from cchc.backends.docx.properties import CUSTOM_PART, DIGEST, SEAL_PROPERTY
from cchc.backends.docx.unpacking import BrokenFileError, Package
from cchc.patterns import deferred

OPEN_SEAL = "0" * 64
"""What stands in the place of the seal while it is computed."""

_SEAL = deferred(r"[0-9a-f]{64}")
_PROPERTY = f"{CUSTOM_PROPERTIES} property"
_MAX_PROPERTIES_BYTES = 1024 * 1024


def seal_of(digests: Mapping[str, str], custom: bytes) -> str:
    """The seal of the parts in ``digests`` (SHA-256 by name) and of the custom properties with an open seal."""
    every = {**digests, CUSTOM_PART: sha256(custom).hexdigest()}
    listed = "".join(f"{name}\0{every[name]}\n" for name in sorted(every))
    return sha256(listed.encode("utf-8")).hexdigest()


def is_untouched(data: bytes) -> bool:
    """Whether the file is, part by part, what was written; False for a file that cannot be read."""
    try:
        return _is_untouched(Package(data))
    except BrokenFileError:
        return False


def made_from(data: bytes) -> frozenset[str]:
    """The names of the digests that the file carries; none for a file that cannot be read or was touched."""
    try:
        package = Package(data)
        if not _is_untouched(package):
            return frozenset()
        return frozenset(_properties(package.read(CUSTOM_PART))) - {SEAL_PROPERTY.removeprefix(DIGEST)}
    except BrokenFileError:
        return frozenset()


def _is_untouched(package: Package) -> bool:
    seal = _carried_seal(package)
    if seal is None:
        return False
    opened = package.read(CUSTOM_PART).replace(seal.encode("ascii"), OPEN_SEAL.encode("ascii"))
    digests = {name: _digest(package, name) for name in package.names if name != CUSTOM_PART}
    return seal_of(digests, opened) == seal


def _digest(package: Package, name: str) -> str:
    digest = sha256()
    for chunk in package.chunks(name):
        digest.update(chunk)
    return digest.hexdigest()


def _carried_seal(package: Package) -> str | None:
    if CUSTOM_PART not in package.names:
        return None
    content = package.read(CUSTOM_PART)
    if len(content) > _MAX_PROPERTIES_BYTES:
        raise BrokenFileError(f"{CUSTOM_PART} is longer than any that was written")
    seal = _properties(content).get(SEAL_PROPERTY.removeprefix(DIGEST))
    return seal if seal is not None and _SEAL.fullmatch(seal) else None


def _properties(content: bytes) -> dict[str, str]:
    """The custom properties of the program. A document type, and with it every entity, is refused."""
    found: dict[str, str] = {}
    inside = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == _PROPERTY:
            inside = attributes.get("name", "")

    def end(name: str) -> None:
        nonlocal inside
        inside = "" if name == _PROPERTY else inside

    def characters(text: str) -> None:
        if inside.startswith(DIGEST):
            name = inside.removeprefix(DIGEST)
            found[name] = found.get(name, "") + text

    parser = guarded_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parse(parser, [content])
    return found
