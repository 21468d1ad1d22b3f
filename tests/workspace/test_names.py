"""The names of outputs stay inside the output folder, and are legal on every system."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.workspace.names import output_path
from cchc.workspace.trouble import WorkspaceError

OUT = Path("out")


@pytest.mark.parametrize(
    ("plan_id", "suffix", "expected"),
    [
        ("2025", ".docx", "out/2025.docx"),
        ("a/2025", ".du-thao-2.docx", "out/a/2025.du-thao-2.docx"),
        (unicodedata.normalize("NFD", "Kế hoạch"), ".pdf", "out/Kế hoạch.pdf"),
        ("console", ".docx", "out/console.docx"),
        ("com10", ".docx", "out/com10.docx"),
        ("..2025", ".docx", "out/..2025.docx"),
    ],
)
def test_the_path_of_an_output(plan_id: str, suffix: str, expected: str) -> None:
    assert output_path(OUT, plan_id, suffix) == Path(expected)


@pytest.mark.parametrize(
    "plan_id",
    [
        *("../2025", "a/../../2025", "/etc/2025", "a//b", "", "a/", ".", "./2025", "..\\2025"),
        *(
            "C:2025",
            "C:\\2025",
            "\\\\server\\2025",
            "2025?",
            "a:b",
            'say "a"',
            "tab\t",
            "zero\u200b",
            "\ud800",
            "a /b",
            "a./b",
        ),
        *("CON", "con", "nul.2025", "COM1", "lpt9", "a/aux/2025", "com¹", "CONOUT$"),
    ],
)
def test_a_name_that_leads_out_or_that_windows_refuses(plan_id: str) -> None:
    with pytest.raises(WorkspaceError) as raised:
        output_path(OUT, plan_id, ".docx")
    raised.value.diagnostic.message.vi.encode("utf-8")
    assert raised.value.diagnostic.code == "W101"


@given(st.text(alphabet=st.one_of(st.sampled_from("./\\:~$ aĐ"), st.characters()), max_size=12))
def test_no_id_leaves_the_folder(plan_id: str) -> None:
    try:
        path = output_path(Path("/srv/out"), plan_id, ".docx")
    except WorkspaceError:
        return
    for flavour in (PurePosixPath, PureWindowsPath):
        inside = flavour(path.as_posix())
        assert inside.is_relative_to(flavour("/srv/out"))
        assert ".." not in inside.parts
        assert len(inside.parts) == len(flavour("/srv/out").parts) + plan_id.count("/") + 1
