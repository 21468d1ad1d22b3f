"""Whether a file is still what was written: the seal, and files that are broken or hostile."""

import random
import zipfile
from io import BytesIO

import docx
import pytest

from cchc.backends.docx import unpacking
from cchc.backends.docx.readback import BrokenFileError, read_back
from cchc.backends.docx.seal import is_untouched
from tests.backends import demo
from tests.backends.packages import edited, packed, parts_of, without

GOOD = demo.file(tasks=1, length=1)
CUSTOM = "docProps/custom.xml"
PARTS = parts_of(GOOD)


def test_a_written_file_is_untouched() -> None:
    assert is_untouched(GOOD)


def test_how_the_parts_are_packed_does_not_count() -> None:
    turned = dict(reversed(PARTS.items()))
    assert is_untouched(packed(turned))
    assert is_untouched(packed(turned, zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize("part", [part for part in PARTS if part != CUSTOM])
def test_a_change_of_any_part_is_seen(part: str) -> None:
    changed = packed({**PARTS, part: PARTS[part] + b" "})
    assert not is_untouched(changed)
    assert not is_untouched(without(GOOD, part))


def test_a_change_of_the_properties_is_seen() -> None:
    assert not is_untouched(edited(GOOD, CUSTOM, b"a" * 64, b"c" * 64))
    assert not is_untouched(edited(GOOD, CUSTOM, b"cchc-plan", b"cchc-plan2"))
    assert not is_untouched(edited(GOOD, CUSTOM, b"</Properties>", b" </Properties>"))


def test_a_part_that_was_added_or_renamed_is_seen() -> None:
    assert not is_untouched(packed({**PARTS, "word/comments.xml": b""}))
    renamed = {name.replace("header2", "header3"): content for name, content in PARTS.items()}
    assert not is_untouched(packed(renamed))


def test_a_file_saved_by_another_program_is_touched() -> None:
    buffer = BytesIO()
    opened = docx.Document(BytesIO(GOOD))
    opened.paragraphs[0].add_run("sửa tay")
    opened.save(buffer)
    assert not is_untouched(buffer.getvalue())


@pytest.mark.parametrize(
    "custom",
    [
        PARTS[CUSTOM].replace(b"cchc-seal", b"other-seal"),
        PARTS[CUSTOM].replace(b"<vt:lpwstr>", b"<vt:lpwstr>x"),
        PARTS[CUSTOM].replace(b"</Properties>", b""),
        b"",
        b"\xff\xfe\x00",
    ],
)
def test_a_file_without_a_seal_is_not_ours(custom: bytes) -> None:
    assert not is_untouched(packed({**PARTS, CUSTOM: custom}))
    assert not is_untouched(without(GOOD, CUSTOM))


def test_a_document_type_is_refused_with_its_entities() -> None:
    seal = PARTS[CUSTOM].split(b'name="cchc-seal"><vt:lpwstr>')[1][:64]
    document_type = b'<!DOCTYPE Properties [<!ENTITY seal "' + seal + b'">]><Properties '
    hostile = PARTS[CUSTOM].replace(seal, b"&seal;").replace(b"<Properties ", document_type, 1)
    assert not is_untouched(packed({**PARTS, CUSTOM: hostile}))
    body = PARTS["word/document.xml"].replace(b"<w:document ", b"<!DOCTYPE x><w:document ", 1)
    with pytest.raises(BrokenFileError, match="document type"):
        read_back(packed({**PARTS, "word/document.xml": body}))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_package_is_not_untouched(data: bytes) -> None:
    assert not is_untouched(data)
    with pytest.raises(BrokenFileError):
        read_back(data)


def test_a_file_that_breaks_off_is_not_untouched() -> None:
    for length in range(0, len(GOOD), 97):
        assert not is_untouched(GOOD[:length])


def test_flipped_bytes_never_raise() -> None:
    chance = random.Random(30_2020)
    for _ in range(300):
        damaged = bytearray(GOOD)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        is_untouched(bytes(damaged))
        try:
            read_back(bytes(damaged))
        except BrokenFileError:
            continue


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed({**PARTS, "word/media.bin": b"\0" * 3_000_000}, zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    monkeypatch.setattr(unpacking, "MAX_BYTES", 2_000_000)
    assert is_untouched(GOOD)
    assert not is_untouched(bomb)
    with pytest.raises(BrokenFileError):
        read_back(bomb)


def test_a_size_that_lies_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bytearray(packed({**PARTS, "word/media.bin": b"\0" * 3_000_000}, zipfile.ZIP_DEFLATED))
    size = (3_000_000).to_bytes(4, "little")
    monkeypatch.setattr(unpacking, "MAX_BYTES", 2_000_000)
    assert bomb.count(size) == 2
    assert not is_untouched(bytes(bomb).replace(size, (10).to_bytes(4, "little")))


def test_too_many_parts_are_refused() -> None:
    crowd = {f"word/{number}.xml": b"" for number in range(unpacking.MAX_PARTS)}
    assert not is_untouched(packed({**PARTS, **crowd}))
    with pytest.raises(BrokenFileError):
        read_back(packed({**PARTS, **crowd}))


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/document.xml", PARTS["word/document.xml"])
    assert not is_untouched(buffer.getvalue())


def test_an_unusual_compression_is_refused() -> None:
    assert not is_untouched(packed(PARTS, zipfile.ZIP_BZIP2))
    with pytest.raises(BrokenFileError):
        read_back(packed(PARTS, zipfile.ZIP_BZIP2))
    assert not is_untouched(packed(PARTS, zipfile.ZIP_LZMA))
    with pytest.raises(BrokenFileError):
        read_back(packed(PARTS, zipfile.ZIP_LZMA))
