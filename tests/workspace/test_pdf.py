"""Pages of documents, in PDFs written by hand: plain, with object streams, and not to be understood."""

from __future__ import annotations

import zlib

import pytest

from cchc.workspace.pdf import pages_of_documents

MARKS = ("_document1", "_document2")
OBJECTS = {
    1: b"<</Type/Catalog/Pages 2 0 R/Dests 3 0 R>>",
    2: b"<</Type/Pages/Kids[4 0 R 5 0 R]/Count 4>>",
    3: b"<</5Fdocument1[6 0 R/XYZ 0 700 0]\n/5Fdocument2[8 0 R/XYZ 0 700 0]\n/5Fdocument20[7 0 R]>>",
    4: b"<</Type/Page/Parent 2 0 R>>",
    5: b"<</Type/Pages/Parent 2 0 R/Kids [ 7 0 R 8 0 R 9 0 R ]/Count 3>>",
    **dict.fromkeys((7, 8, 9), b"<</Type/Page/Parent 5 0 R>>"),
}
OBJECTS[3] = OBJECTS[3].replace(b"[6 0 R", b"[4 0 R")


def plain(objects: dict[int, bytes]) -> bytes:
    return b"%PDF-1.6\n" + b"".join(b"%d 0 obj\n%s\nendobj\n\n" % pair for pair in objects.items())


def packed(objects: dict[int, bytes]) -> bytes:
    """All objects in one object stream."""
    pairs, offset = [], 0
    for number, body in objects.items():
        pairs.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    head = b" ".join(pairs) + b"\n"
    stream = zlib.compress(head + b"\n".join(objects.values()))
    described = b"<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>" % (len(objects), len(head), len(stream))
    return b"%PDF-1.7\n20 0 obj\n" + described + b"\nstream\r\n" + stream + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("write", [plain, packed])
def test_pages_between_bookmarks(write: object) -> None:
    assert callable(write)
    pdf = write(OBJECTS)
    assert pages_of_documents(pdf, MARKS) == (2, 2)
    assert pages_of_documents(pdf, MARKS[:1]) == (4,)


@pytest.mark.parametrize("old", [b"5F", b"#5F"])
def test_a_name_may_be_written_in_other_ways(old: bytes) -> None:
    objects = {**OBJECTS, 3: OBJECTS[3].replace(b"5F", old)}
    assert pages_of_documents(plain(objects), MARKS) == (2, 2)
    assert pages_of_documents(plain({**OBJECTS, 3: OBJECTS[3].replace(b"5F", b"_")}), MARKS) == (2, 2)


@pytest.mark.parametrize("marks", [(), ("_document1", "none"), ("_document2", "_document1"), ("_document2",)])
def test_bookmarks_that_do_not_fit_give_all_pages(marks: tuple[str, ...]) -> None:
    assert pages_of_documents(plain(OBJECTS), marks) == (4,)


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.6\n",
        plain({1: OBJECTS[1]}),
        packed(OBJECTS).replace(b"\nstream\r\n", b"\nstream\r\nxx"),
        plain({**OBJECTS, 2: b"<</Type/Pages/Kids[2 0 R]>>"}),
    ],
)
def test_what_is_not_understood_gives_none(pdf: bytes) -> None:
    assert pages_of_documents(pdf, MARKS) == ()
