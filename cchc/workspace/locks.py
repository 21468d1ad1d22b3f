"""Whether somebody has a document open: the files that Word, Excel and LibreOffice lay beside it meanwhile."""

from pathlib import Path
from typing import NamedTuple

_WORD_UNICODE_NAME = 54
"""The byte of Word's owner file at which the user's name begins: its length in two bytes, then UTF-16."""


class Holder(NamedTuple):
    """Who has a document open: the program, the user's name where the lock gives it, and the lock itself."""

    program: str
    user: str | None
    lock: Path


def open_elsewhere(path: Path) -> Holder | None:
    """Who has ``path`` open, as far as lock files beside it tell.

    A lock that a crash left behind looks like any other, so it counts: whoever sees the message can delete it.
    """
    # LibreOffice lays Word's file too, so its own is asked first
    libreoffice = path.with_name(f".~lock.{path.name}#")
    if libreoffice.exists():
        return Holder("LibreOffice", _libreoffice_user(libreoffice), libreoffice)
    if path.suffix == ".xlsx":
        excel = path.with_name(f"~${path.name}")
        return Holder("Excel", None, excel) if excel.exists() else None
    word = path.with_name(owner_file_name(path.name))
    if word.exists():
        return Holder("Word", _word_user(word), word)
    return None


def owner_file_name(name: str) -> str:
    """Word's owner file for the document ``name``: ``~$`` in place of the first two letters of a longer name.

    From eight letters before the extension two are dropped, of seven one, of fewer none; so it goes since names had
    eight letters at most, and LibreOffice does likewise.
    """
    stem = len(name.rpartition(".")[0])
    return "~$" + name[max(0, min(stem - 6, 2)) :]


def _word_user(lock: Path) -> str | None:
    data = _content(lock)
    length = int.from_bytes(data[_WORD_UNICODE_NAME : _WORD_UNICODE_NAME + 2], "little")
    start = _WORD_UNICODE_NAME + 2
    return _name(data[start : start + 2 * length].decode("utf-16-le", "replace"))


def _libreoffice_user(lock: Path) -> str | None:
    """The first of the comma-separated fields that is not empty: the name in LibreOffice, then the login."""
    fields = _content(lock).decode("utf-8", "replace").partition(";")[0].split(",")
    return next((name for name in map(_name, fields[:2]) if name), None)


def _content(lock: Path) -> bytes:
    """The beginning of ``lock``; nothing where the program that holds it lets nobody read."""
    try:
        with lock.open("rb") as file:
            return file.read(4096)
    except OSError:
        return b""


def _name(text: str) -> str | None:
    cleaned = "".join(character for character in text if character.isprintable()).strip()
    return cleaned[:52] or None
