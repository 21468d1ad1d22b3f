"""Packages taken apart and put together again, to look into a file or to break it on purpose."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes | str], compression: int = zipfile.ZIP_STORED) -> bytes:
    """A file with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def edited(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The file with the first ``old`` of one part replaced by ``new``; it must be there."""
    parts = parts_of(data)
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new, 1)})


def without(data: bytes, part: str) -> bytes:
    """The file without one part."""
    return packed({name: content for name, content in parts_of(data).items() if name != part})
