"""What a terminal shows: places, carets under the right columns, nothing of a plan obeyed."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.diagnostics import Related, Rule, Severity, Wording
from cchc.report.console import Console
from cchc.report.plain import plain
from cchc.report.progress import Progress
from cchc.report.reporter import Reporter
from cchc.report.terminal import diagnostic_lines
from cchc.source import Source, Span

RULE = Rule("X001", "x", Severity.ERROR, Wording("“{value}” sai", "“{value}” is wrong"), Wording("sửa", "mend it"))


class Terminal(StringIO):
    """A stream behind which somebody sits."""

    def isatty(self) -> bool:
        return True


def shown(text: str, marked: str, value: str = "", fix: str | None = None) -> list[str]:
    source = Source("plans/a.yaml", text)
    start = text.index(marked)
    found = RULE.at(Span(source, start, start + len(marked)), value=value, fix=fix)
    return ["".join(stretch.text for stretch in line) for line in diagnostic_lines(found, "vi")]


def test_the_line_is_shown_with_a_caret_under_each_column() -> None:
    assert shown("a: 1\ntitle: Kế hoạch\n", "hoạch", "hoạch", "title: x") == [
        "plans/a.yaml:2:11: lỗi X001: “hoạch” sai",
        "  2 | title: Kế hoạch",
        "    |           ^^^^^",
        "  cách sửa: sửa",
        "  viết lại thành:",
        "    title: x",
    ]


@pytest.mark.parametrize(
    ("line", "marked", "indent"),
    [
        ("e\u0301e\u0301 x", "x", 3),
        ("🙂🙂 x", "x", 5),
        ("\tx", "x", 4),
        ("漢字 x", "x", 5),
    ],
)
def test_carets_count_columns_not_characters(line: str, marked: str, indent: int) -> None:
    assert shown(line, marked)[2] == "    | " + " " * indent + "^"


def test_long_lines_are_cut_around_the_place() -> None:
    lines = shown("a" * 5000 + "X" + "b" * 5000, "X")
    assert all(len(line) < 140 for line in lines)
    assert lines[1][lines[2].index("^")] == "X"


@given(st.text())
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    assert all(character.isprintable() or character == " " or ord(character) > 0x9F for character in plain(text))
    assert "\x1b" not in plain(text)


def test_markup_of_rich_is_text() -> None:
    stream = Terminal()
    found = RULE.at(None, value="[b]x[/] [red]\x1b[31m:smile:")
    Reporter(Console(stream, {}), "vi", quiet=False).report([found])
    assert "[b]x[/] [red]␛[31m:smile:" in stream.getvalue()


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_are_for_terminals_that_want_them(environ: dict[str, str], coloured: bool) -> None:
    stream = Terminal()
    Reporter(Console(stream, environ), "vi", quiet=False).report([RULE.at(None, value="x")])
    assert ("\x1b[" in stream.getvalue()) is coloured


def test_a_pipe_gets_no_colours_and_no_progress() -> None:
    stream = StringIO()
    console = Console(stream, {})
    progress = Progress(console, "vi", elapsed=lambda: 9, slow=True)
    progress.show("2025", 1, 2)
    progress.hide()
    Reporter(console, "vi", quiet=False).report([RULE.at(None, value="x")])
    assert stream.getvalue() == "lỗi X001: “x” sai\n  cách sửa: sửa\n"


@pytest.mark.parametrize(
    ("slow", "count", "elapsed", "shows"),
    [(True, 1, 0, True), (False, 1, 9, False), (False, 3, 9, True), (False, 3, 0, False)],
)
def test_progress_is_shown_where_it_takes_longer_than_a_moment(
    slow: bool, count: int, elapsed: float, shows: bool
) -> None:
    stream = Terminal()
    progress = Progress(Console(stream, {}), "vi", elapsed=lambda: elapsed, slow=slow)
    progress.show("[b]2025", 1, count)
    progress.hide()
    assert ("đang làm [b]2025" in stream.getvalue()) is shows


def test_progress_goes_on_in_one_line() -> None:
    stream = Terminal()
    progress = Progress(Console(stream, {}), "vi", elapsed=lambda: 9)
    progress.show("2024", 1, 2)
    progress.show("[b]2025", 2, 2)
    progress.hide()
    assert "đang làm [b]2025 (2/2)" in stream.getvalue()
    progress.hide()


def test_quiet_leaves_notes_out_and_nothing_else() -> None:
    stream = StringIO()
    note, warning = (
        RULE._replace(severity=severity).at(None, value=severity) for severity in (Severity.NOTE, Severity.WARNING)
    )
    reporter = Reporter(Console(stream, {}), "en", quiet=True)
    reporter.report([note, warning, warning])
    assert stream.getvalue() == "warning X001: “warning” is wrong\n  way out: mend it\n"


def test_related_places_are_shown_with_their_lines() -> None:
    source = Source("a.yaml", "id: x\nid: y\n")
    found = RULE.at(Span(source, 6, 8), value="id", related=(Related(Span(source, 0, 2), Wording("ở đây", "here")),))
    lines = ["".join(stretch.text for stretch in line) for line in diagnostic_lines(found, "en")]
    assert lines[3:6] == ["  a.yaml:1:1: here", "  1 | id: x", "    | ^^"]
