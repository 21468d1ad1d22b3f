"""The rounds of ``cchc validate --fix``: to a fixed point, and never past what can be proved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic, Edit, Severity, Wording
from cchc.pipeline import fixing
from cchc.pipeline.checking import Reading
from cchc.pipeline.fixing import Fixed, FixRequest, fix
from cchc.pipeline.outcomes import Outcome, PlanOutcome
from cchc.source import Span
from tests.cli.test_fix import LEFT, MENDED, plan
from tests.pipeline.files import surroundings, validated, write_plan


def fixed(folder: Path, **asked: Any) -> tuple[Fixed, Outcome]:
    """What came of the only plan in ``folder``, and of the check behind it."""
    one, plan_outcome, last = fix(FixRequest(**asked), surroundings(folder))
    assert isinstance(one, Fixed)
    assert isinstance(plan_outcome, PlanOutcome)
    assert isinstance(last, Outcome)
    assert last.plans == (plan_outcome,)
    return one, last


def replacing(pairs: dict[str, str]) -> Any:
    """Stands in for the rules: a diagnostic for each word that is to become another."""

    def check(reading: Reading, _: object) -> tuple[None, tuple[Diagnostic, ...]]:
        found = []
        source = reading.source
        assert source is not None
        for number, (old, new) in enumerate(pairs.items(), 901):
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
    first, left = fixed(tmp_path)
    once = path.read_bytes()
    assert first.after in ("", once.decode())
    assert _places(validated(tmp_path)) == _places(left)
    second, again = fixed(tmp_path)
    assert (second.made, path.read_bytes()) == (0, once)
    assert _places(again) == _places(left)


def _places(outcome: Outcome) -> list[tuple[str, str]]:
    return [(each.code, str(each.span)) for each in outcome.all_diagnostics()]


def test_rules_that_undo_each_other_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_plan(tmp_path, text := plan("- một"))
    monkeypatch.setattr(fixing, "judged", replacing({"một": "hai", "hai": "một"}))
    done, outcome = fixed(tmp_path)
    said = outcome.plans[0].diagnostics[-1]
    assert (said.code, "N901" in said.message.vi or "N902" in said.message.vi, done.made) == ("E103", True, 0)
    assert path.read_text(encoding="utf-8") == text


def test_a_fix_that_cannot_be_proved_is_counted_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plan(tmp_path, plan("- một", "- hai"))
    monkeypatch.setattr(fixing, "judged", replacing({"một": "một: x", "hai": "ba"}))
    done, _ = fixed(tmp_path)
    assert (done.made, done.refused) == (1, 1)
    assert path.read_text(encoding="utf-8") == plan("- một", "- ba")


def test_what_never_ends_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path, plan("- một"))
    monkeypatch.setattr(fixing, "judged", replacing({"m": "mm"}))
    assert fixed(tmp_path, dry=True)[0].made == fixing.ROUNDS
