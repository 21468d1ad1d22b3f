"""Whatever somebody's editor or hand does to a plan, it is judged: no exception, and every place lies in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.diagnostics import Severity
from tests.pipeline.files import found_in
from tests.printing import SMALL

ORIGINAL = SMALL.read_bytes()
PIECES = [
    *(
        bytes([code])
        for code in (0, 9, 10, 13, 27, 32, 34, 35, 37, 39, 42, 44, 45, 58, 60, 62, 63, 91, 93, 123, 125, 255)
    ),
    *(b": ", b"- ", b"&a ", b"*a", b"<<: ", b"!!int ", b"|\n", b">\n", b"---\n", b"...\n", b"null", b"[]", b"{}"),
    *(text.encode() for text in ("“", "\u00a0", "e\u0301", "\ufeff", "\u2028", "9" * 5000, "title:", "lead: ", "<#x>")),
]
places = st.integers(0, len(ORIGINAL))
edits = st.tuples(places, st.integers(0, 30), st.sampled_from(PIECES) | st.just(b""))


@given(st.lists(edits, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_edited_plans_are_judged(tmp_path: Path, changes: list[tuple[int, int, bytes]]) -> None:
    text = ORIGINAL
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    judged(tmp_path, text)


@given(st.sampled_from(sorted(set(ORIGINAL.split(b"\n")))), st.integers(-4, 4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_moved_sideways_are_judged(tmp_path: Path, line: bytes, columns: int) -> None:
    moved = b" " * columns + line if columns > 0 else line[-columns:]
    judged(tmp_path, ORIGINAL.replace(line, moved, 1))


def halves() -> Iterator[bytes]:
    lines = ORIGINAL.splitlines(keepends=True)
    for number in range(len(lines)):
        yield b"".join(lines[:number])
        yield b"".join(lines[:number] + lines[number + 1 :])


@pytest.mark.parametrize("wrong", ["[]", "{}", "[a]", "{a: b}", "~", '""', "x", "1", "true", "[[]]", "{a: {b: c}}"])
def test_wrong_values_everywhere_are_judged(wrong: str, tmp_path: Path) -> None:
    lines = ORIGINAL.decode().splitlines()
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(": ")
        if colon and "#" not in key:
            judged(tmp_path, "\n".join([*lines[:number], f"{key}: {wrong}", *lines[number + 1 :]]).encode())


def test_files_cut_off_or_with_a_line_lost_are_judged(tmp_path: Path) -> None:
    for text in halves():
        judged(tmp_path, text)


def judged(folder: Path, text: bytes) -> None:
    said = found_in(folder, text)
    assert len(set(said)) == len(said)
    for found in said:
        assert found.message.vi
        assert found.hint is not None or found.severity is not Severity.ERROR
        if found.span:
            line, column = found.span.source.position(found.span.start)
            assert column <= len(found.span.source.line(line)) + 1
