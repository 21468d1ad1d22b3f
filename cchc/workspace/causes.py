"""What an ``OSError`` means, told apart by the codes of POSIX and of Windows."""

from __future__ import annotations

import errno
from enum import Enum, auto


class Cause(Enum):
    """The reasons that have an answer of their own."""

    MISSING = auto()
    DENIED = auto()
    BUSY = auto()
    NOT_DOWNLOADED = auto()
    FULL = auto()
    TOO_LONG = auto()
    BAD_NAME = auto()
    FOLDER = auto()
    UNDER_A_FILE = auto()
    OTHER = auto()


_BY_ERRNO = {
    errno.ENOENT: Cause.MISSING,
    errno.ENOTDIR: Cause.UNDER_A_FILE,
    errno.EACCES: Cause.DENIED,
    errno.EPERM: Cause.DENIED,
    errno.EROFS: Cause.DENIED,
    errno.EBUSY: Cause.BUSY,
    errno.ETXTBSY: Cause.BUSY,
    errno.EDEADLK: Cause.NOT_DOWNLOADED,  # macOS: a file of iCloud that is not on this machine
    errno.ENOSPC: Cause.FULL,
    errno.EDQUOT: Cause.FULL,
    errno.EFBIG: Cause.FULL,
    errno.ENAMETOOLONG: Cause.TOO_LONG,
    errno.EINVAL: Cause.BAD_NAME,
    errno.EILSEQ: Cause.BAD_NAME,
    errno.EISDIR: Cause.FOLDER,
}
_BY_WINERROR = {
    2: Cause.MISSING,  # file not found
    3: Cause.MISSING,  # path not found
    5: Cause.DENIED,
    19: Cause.DENIED,  # write protected
    32: Cause.BUSY,  # sharing violation
    33: Cause.BUSY,  # lock violation
    39: Cause.FULL,
    53: Cause.MISSING,  # network path not found
    112: Cause.FULL,
    123: Cause.BAD_NAME,
    206: Cause.TOO_LONG,
    **dict.fromkeys(range(358, 405), Cause.NOT_DOWNLOADED),  # ERROR_CLOUD_FILE_…: 362 not running, 389 unsuccessful
}
SHARING_VIOLATIONS = frozenset({5, 32, 33})
"""The Windows codes that pass when a virus scanner or a synchroniser lets go of the file."""


def cause_of(error: OSError) -> Cause:
    """The reason of ``error``; its Windows code, where it has one, says more than its errno."""
    windows = windows_code(error)
    if windows in _BY_WINERROR:
        return _BY_WINERROR[windows]
    return _BY_ERRNO.get(error.errno or 0, Cause.OTHER)


def windows_code(error: OSError) -> int | None:
    """The ``winerror`` of ``error``; None on other systems."""
    code = getattr(error, "winerror", None)
    return code if isinstance(code, int) else None
