"""The rounds of ``cchc validate --fix``: to a fixed point, and never past what can be proved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic, Edit, Severity, Wording
from cchc.pipeline import fixing
from cchc.pipeline.fixing import Fixed, FixRequest, fix
from cchc.pipeline.outcomes import Outcome
from cchc.source import Source, Span
from tests.cli.test_fix import LEFT, MENDED, plan
from tests.pipeline.files import surroundings, validated, write_plan


def fixed(folder: Path, **asked: Any) -> Fixed:
    """What came of the only plan in ``folder``."""
    one, last = fix(FixRequest(**asked), surroundings(folder))
    assert isinstance(one, Fixed)
    assert isinstance(last, Outcome)
    return one


def replacing(pairs: dict[str, str]) -> Any:
    """Stands in for the rules: a diagnostic for each word that is to become another."""

    def check(source: Source, *_: object) -> tuple[None, tuple[Diagnostic, ...]]:
        found = []
        for number, (old, new) in enumerate(pairs.items(), 101):
            at = source.text.find(old)
            if at >= 0:
                span = Span(source, at, at + len(old))
                said = Wording("một", "one")
                found.append(Diagnostic(f"N{number}", Severity.WARNING, said, span, edits=(Edit(span, new),)))
        return None, tuple(found)

    return check


@given(st.lists(st.sampled_from([*(before for before, _ in MENDED.values()), *LEFT.values()]), max_size=6))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_mended_once_stays_and_the_rest_is_as_without_fix(tmp_path: Path, items: list[str]) -> None:
    path = write_plan(tmp_path, plan("- Đầu", *items))
    first = fixed(tmp_path)
    once = path.read_bytes()
    assert first.after in ("", once.decode())
    assert validated(tmp_path).all_diagnostics() == () or first.outcome.diagnostics != ()
    second = fixed(tmp_path)
    assert (second.made, path.read_bytes()) == (0, once)
    places = [[(each.code, str(each.span)) for each in done.outcome.diagnostics] for done in (first, second)]
    assert places[0] == places[1]


def test_rules_that_undo_each_other_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_plan(tmp_path, text := plan("- một"))
    monkeypatch.setattr(fixing, "check_source", replacing({"một": "hai", "hai": "một"}))
    done = fixed(tmp_path)
    [*_, said] = done.outcome.diagnostics
    assert (said.code, "N101" in said.message.vi or "N102" in said.message.vi, done.made) == ("E103", True, 0)
    assert path.read_text(encoding="utf-8") == text


def test_a_fix_that_cannot_be_proved_is_counted_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plan(tmp_path, plan("- một", "- hai"))
    monkeypatch.setattr(fixing, "check_source", replacing({"một": "một: x", "hai": "ba"}))
    done = fixed(tmp_path)
    assert (done.made, done.refused) == (1, 1)
    assert path.read_text(encoding="utf-8") == plan("- một", "- ba")


def test_what_never_ends_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path, plan("- một"))
    monkeypatch.setattr(fixing, "check_source", replacing({"m": "mm"}))
    assert fixed(tmp_path, dry=True).made == fixing.ROUNDS
