"""PDFs that LibreOffice writes: how many pages each document has, and a seal that tells ours from others."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

_OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n")
_END = b"%%EOF"
_SEAL = re.compile(rb"%cchc sha256 ([0-9a-f]{64})\n(?=%%EOF\s*\Z)")


def sealed(pdf: bytes) -> bytes:
    """``pdf`` with a comment before its end marker that holds the digest of the rest (ISO 32000-1, 7.2.4)."""
    at = pdf.rfind(_END)
    digest = hashlib.sha256(pdf).hexdigest().encode()
    return pdf[:at] + b"%cchc sha256 " + digest + b"\n" + pdf[at:] if at >= 0 else pdf


def is_untouched(pdf: bytes) -> bool:
    """Whether ``pdf`` is as ``sealed`` gave it: no scan of the signed act, nothing edited, signed or added since."""
    seal = _SEAL.search(pdf, max(0, len(pdf) - 1024))
    return seal is not None and hashlib.sha256(pdf[: seal.start()] + pdf[seal.end() :]).hexdigest() == seal[1].decode()


def pages_of_documents(pdf: bytes, bookmarks: Sequence[str]) -> tuple[int, ...]:
    """The pages of each document, the n-th of which begins at the bookmark ``bookmarks[n]``.

    Where the bookmarks are not found in that order, one number: all pages. Empty where ``pdf`` cannot be understood.
    """
    objects = dict(_objects(pdf))
    catalog = next((body for body in objects.values() if re.search(rb"/Type\s*/Catalog\b", body)), b"")
    root = _reference(rb"/Pages", catalog)
    pages = list(_pages(objects, root, set())) if root is not None else []
    if not pages:
        return ()
    targets = [_target(bookmark, objects) for bookmark in bookmarks]
    starts = [pages.index(target) for target in targets if target in pages]
    if len(starts) != len(bookmarks) or starts[:1] != [0] or any(a >= b for a, b in pairwise(starts)):
        return (len(pages),)
    return tuple(end - start for start, end in pairwise((*starts, len(pages))))


def _objects(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects of ``pdf`` by number, without their streams, those inside object streams too."""
    for found in _OBJECT.finditer(pdf):
        head, *stream = _STREAM.split(found[2], maxsplit=1)
        yield int(found[1]), head
        if stream and re.search(rb"/Type\s*/ObjStm\b", head):
            yield from _packed(head, stream[0])


def _packed(head: bytes, stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects in an object stream (ISO 32000-1, 7.5.7): pairs of number and offset, then the objects.

    None of a stream that is damaged or encrypted.
    """
    start = re.search(rb"/First\s+(\d+)", head)
    try:
        content = zlib.decompressobj().decompress(stream)
        numbers = [int(number) for number in content[: int(start[1])].split()] if start else []
    except (zlib.error, ValueError):
        return
    body = content[int(start[1]) :] if start else b""
    for number, (begin, end) in zip(numbers[::2], pairwise([*numbers[1::2], len(body)]), strict=False):
        yield number, body[begin:end]


def _pages(objects: dict[int, bytes], number: int, seen: set[int]) -> Iterator[int]:
    """The pages below the node ``number`` of the page tree, in order."""
    body = objects.get(number, b"")
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", body)
    if number in seen or not body:
        return
    seen.add(number)
    if kids is None:
        yield number
        return
    for kid in re.findall(rb"(\d+) 0 R", kids[1]):
        yield from _pages(objects, int(kid), seen)


def _target(bookmark: str, objects: dict[int, bytes]) -> int | None:
    """The page to which ``bookmark`` leads; LibreOffice writes what is no letter or digit as its two hex digits."""
    name = "".join(c if c.isalnum() else f"(?:{re.escape(c)}|#?{ord(c):02X})" for c in bookmark).encode()
    found = (_reference(rb"/" + name + rb"\s*\[", body) for body in objects.values())
    return next((page for page in found if page is not None), None)


def _reference(before: bytes, text: bytes) -> int | None:
    found = re.search(before + rb"\s*(\d+) 0 R", text)
    return int(found[1]) if found else None
