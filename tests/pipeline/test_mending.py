"""Every edit that a rule gives: it mends what was found, brings nothing else with it, and no other byte changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic, Severity
from cchc.edit.applying import apply_fixes, fixes_in
from cchc.edit.encoded import Encoded
from cchc.edit.formatting import formatted
from cchc.pipeline.fixing import Fixed, FixRequest, fix, mendable
from cchc.syntax.decoding import decode
from tests.case_files import Case, cases
from tests.cli.test_fix import MENDED as BROKEN_LINES
from tests.cli.test_fix import plan
from tests.edit.plain_yaml import plain
from tests.pipeline.files import found_in, surroundings, write_plan

CASES = [*cases("loader"), *cases("checks")]
LINES = [Case(Path("lines"), name, plan("- Đầu", line, "- Cuối"), ()) for name, (line, _) in BROKEN_LINES.items()]
MENDING = {
    *("D101", "D102", "D104", "G103", "N101", "N103", "N104", "N105", "N106", "N107", "N108", "N109", "N110", "V106"),
    *("Y031", "Y032", "Y033", "Y040", "Y043", "Y044", "Y101", "Y102", "Y105"),
}
"""The rules that mend. One that comes to them needs a case in ``tests/cases`` in which it does."""


def counted(found: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(each.code for each in found)


def with_edits(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], list[Diagnostic]]:
    """All that is said of ``case``, and what of it carries edits."""
    found = found_in(folder, case.text, case.beside)
    return found, [each for each in found if each.edits]


def test_every_rule_that_mends_has_a_case(tmp_path: Path) -> None:
    assert {each.code for case in (*CASES, *LINES) for each in with_edits(case, tmp_path / "x")[1]} == MENDING


@pytest.mark.parametrize("case", [*CASES, *LINES], ids=lambda case: case.id)
def test_each_edit_mends_what_was_found_and_brings_nothing_with_it(case: Case, tmp_path: Path) -> None:
    found, mending = with_edits(case, tmp_path)
    for each in mending:
        assert each.span is not None
        source = each.span.source
        each = mendable(each, source)
        encoded = Encoded.of(case.text.encode())
        applied = apply_fixes(fixes_in([each], source, encoded), source, encoded)
        assert (len(applied.made), applied.refused) == (1, ()), each.code
        assert applied.encoded.text == spliced(case.text, each), each.code
        again = found_in(tmp_path, applied.encoded.data, case.beside)
        assert counted(again)[each.code] < counted(found)[each.code], each
        # What was no YAML, or no sentence, could not be judged before; the next round mends what else it can.
        new = counted(again) - counted(found)
        assert each.severity is Severity.ERROR or all(one.edits for one in again if one.code in new), (each, new)


def spliced(text: str, said: Diagnostic) -> str:
    """``text`` with the edits of ``said``, cut and joined by hand; in a text of letters typed apart, where all join."""
    if said.code == "N101":
        return said.edits[0].span.source.text
    for span, new in sorted(said.edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize("case", [*CASES, *LINES], ids=lambda case: case.id)
def test_all_edits_of_a_plan_are_made_and_a_second_time_none(case: Case, tmp_path: Path) -> None:
    found, mending = with_edits(case, tmp_path)
    for name, text in case.beside:
        write_plan(tmp_path, text, name)
    path = tmp_path / "plans" / "2025.yaml"
    before = path.read_bytes()
    done, *_ = fix(FixRequest(("2025",), signed=True), surroundings(tmp_path))
    assert isinstance(done, Fixed)
    once = path.read_bytes()
    again = found_in(tmp_path, once, case.beside)
    assert (done.refused, [each for each in again if each.edits]) == (0, [])
    assert (once != before) == bool(mending) == bool(done.made)
    if not any(each.severity is Severity.ERROR for each in found):
        assert counted(again) <= counted(found)
    second, *_ = fix(FixRequest(("2025",), signed=True), surroundings(tmp_path))
    assert isinstance(second, Fixed)
    assert (second.made, path.read_bytes()) == (0, once)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_house_style_says_the_same_and_is_judged_the_same(case: Case, tmp_path: Path) -> None:
    data = case.text.encode()
    if decode(data, "plans/2025.yaml")[0] is None:
        return
    after, said = formatted(Encoded.of(data), "plans/2025.yaml")
    if after is None:
        assert {each.code for each in said} <= set(counted(found_in(tmp_path, data, case.beside)))
        return
    assert plain(after.data) == plain(data)
    assert formatted(after, "plans/2025.yaml") == (after, [])
    assert counted(found_in(tmp_path, after.data, case.beside)) == counted(found_in(tmp_path, data, case.beside))
