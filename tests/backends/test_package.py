"""A written file is a sound package, and a broken one is seen: by openxml-audit or by our own checks."""

from pathlib import Path
from xml.etree.ElementTree import ParseError

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.backends import demo, package_checks
from tests.backends.packages import edited, parts_of, without

BODY = "word/document.xml"
GOOD = demo.file(tasks=3, length=1)


def audit(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit finds by its strict policy."""
    path = folder / "audited.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator(strict=True).validate(path).errors]


def own_problems(data: bytes) -> list[str]:
    try:
        return package_checks.all_problems(data)
    except ParseError as error:
        return [str(error)]


def test_a_written_file_has_no_problem(tmp_path: Path) -> None:
    assert audit(GOOD, tmp_path) == []
    assert package_checks.all_problems(GOOD) == []


def test_a_file_carries_nothing_that_word_would_repair() -> None:
    names = list(parts_of(GOOD))
    assert names[0] == "[Content_Types].xml"
    assert sorted(names) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    everything = b"".join(parts_of(GOOD).values())
    for unwanted in (b"rsid", b"asciiTheme", b"proofErr", b"noProof", b"en-US", b"attachedTemplate"):
        assert unwanted not in everything


BROKEN = {
    "elements out of order": (BODY, b'<w:pStyle w:val="type"/>', b'<w:jc w:val="center"/><w:pStyle w:val="type"/>'),
    "an unknown element": (BODY, b"<w:br/>", b"<w:brk/>"),
    "a value outside its list": ("word/styles.xml", b'<w:jc w:val="both"/>', b'<w:jc w:val="justify"/>'),
    "a body that is cut off": (BODY, b"</w:body>", b""),
    "spans that do not add up": (BODY, b'<w:gridSpan w:val="9"/>', b'<w:gridSpan w:val="8"/>'),
    "a merge without start": (BODY, b'<w:vMerge w:val="restart"/>', b""),
    "a cell without paragraph": (BODY, b'<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p></w:tc>', b"</w:tc>"),
    "a reference to no relationship": (BODY, b'r:id="rId4"', b'r:id="rId9"'),
    "two styles of one id": ("word/styles.xml", b'w:styleId="motto"', b'w:styleId="body"'),
    "a style that is not declared": (BODY, b'<w:pStyle w:val="type"/>', b'<w:pStyle w:val="typo"/>'),
    "two properties of one id": ("docProps/custom.xml", b'pid="3"', b'pid="2"'),
    "a template instead of a document": ("[Content_Types].xml", b"document.main+xml", b"template.main+xml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_broken_on_purpose_is_caught(name: str, tmp_path: Path) -> None:
    broken = edited(GOOD, *BROKEN[name])
    assert audit(broken, tmp_path) + own_problems(broken)


def test_a_missing_part_is_caught(tmp_path: Path) -> None:
    broken = without(GOOD, "word/header1.xml")
    assert audit(broken, tmp_path)
    assert "word/_rels/document.xml.rels: no part word/header1.xml" in own_problems(broken)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("spans that do not add up", "table 4, row 4: 8 columns of 9"),
        ("a merge without start", "table 4, row 2: a merge continues at (0, 1)"),
        ("a cell without paragraph", "a cell ends in no paragraph"),
        ("a reference to no relationship", "word/document.xml: no relationship rId9"),
        ("two styles of one id", "style id body stands 2 times"),
        ("two properties of one id", "property id 2 stands 2 times"),
    ],
)
def test_our_own_checks_name_the_problem(name: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in own_problems(edited(GOOD, *BROKEN[name])))
