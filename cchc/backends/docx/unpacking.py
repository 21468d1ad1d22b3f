"""Reading a zip file that may be broken or hostile, within bounds of size and number."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

MAX_PARTS = 1_000
MAX_BYTES = 512 * 1024 * 1024
"""How much a file may unpack to: twenty times the longest plan."""

_CHUNK = 1 << 18
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class BrokenFileError(ValueError):
    """The bytes are no readable package, or one beyond the bounds."""


class Package:
    """The parts of a package. Every method raises BrokenFileError for what cannot be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise BrokenFileError(str(error)) from error
        self._left = MAX_BYTES
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        self._refuse_excess()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the file's order."""
        return tuple(self._entries)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of one part, in pieces that are checked against the bounds as they come."""
        if name not in self._entries:
            raise BrokenFileError(f"no part {name}")
        try:
            with self._zip.open(self._entries[name]) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise BrokenFileError(f"unpacks to more than {MAX_BYTES} bytes")
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise BrokenFileError(f"{name}: {error}") from error

    def read(self, name: str) -> bytes:
        """The bytes of one part."""
        return b"".join(self.chunks(name))

    def _refuse_excess(self) -> None:
        entries = self._zip.infolist()
        if len(entries) != len(self._entries):
            raise BrokenFileError("two parts have one name")
        if len(entries) > MAX_PARTS:
            raise BrokenFileError(f"has more than {MAX_PARTS} parts")
        if sum(entry.file_size for entry in entries) > MAX_BYTES:
            raise BrokenFileError(f"unpacks to more than {MAX_BYTES} bytes")
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise BrokenFileError("is packed in a way that no office program uses")
