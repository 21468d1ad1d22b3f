"""Redlines of real plans: accepted they are the new build, rejected the old one, as other programs settle them."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from cchc.compare.by_facts import aligned
from cchc.compare.prints import Printed
from cchc.compare.redline import redline
from cchc.diff.plans import differences
from cchc.document.nodes import Document, Text, Tracked
from cchc.registry.registry import shipped_registry
from tests.compare.exactness import unsound, wrong_in_libreoffice, wrong_in_memory, wrong_in_pandoc
from tests.compare.mutated import EDITS, edited, mutated
from tests.compare.versions import IDS, Made, made, real, revisions

EDITED = " (sửa)"
"""Behind a plan's id: its copy with five edits."""
PAIRS = [(name, name + EDITED) for name in IDS] + [*permutations(IDS, 2)]
SETTLED = [
    *((name, name + EDITED) for name in IDS),
    *(("2024", "2025"), ("2025", "2021-2025")),
]
"""What LibreOffice is asked for here; ``python -m tests.compare.exactness`` asks for all and more."""
READ = SETTLED[::3]
"""What pandoc is asked for."""
MUTATED = 5

Make = Callable[[str, str], Made]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    @cache
    def of(old: str, new: str) -> Made:
        versions = [
            edited(name.removesuffix(EDITED), tmp_path_factory.mktemp("edited"))
            if name.endswith(EDITED)
            else real(name)
            for name in (old, new)
        ]
        return made(*versions)

    return of


@pytest.mark.rendering
def test_accepted_it_is_the_new_build_and_rejected_the_old(make: Make, tmp_path: Path) -> None:
    assert wrong_in_libreoffice({f"{old} > {new}": make(old, new) for old, new in SETTLED}, tmp_path) == {}


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_tree_accepted_is_the_new_build_and_rejected_the_old(old: str, new: str, make: Make) -> None:
    redlined = make(old, new)
    assert wrong_in_memory(redlined) == []
    groups = set(range(1, len(redlined.alignment.changes) + 1))
    assert {each.group for each in revisions(redlined.document)} - {0} == groups


@pytest.fixture(scope="module")
def drawn() -> list[tuple[str, Made]]:
    """Redlines of mutated plans."""
    return [(each.name, made(each.old, each.new)) for each in mutated(range(MUTATED))]


def test_of_mutated_plans_too(drawn: list[tuple[str, Made]]) -> None:
    assert [name for name, redlined in drawn if wrong_in_memory(redlined)] == []


def pandoc() -> bool:
    """Whether pandoc can be asked; in CI it has to be there."""
    return shutil.which("pandoc") is not None or bool(os.environ.get("CI"))


@pytest.mark.skipif(not pandoc(), reason="pandoc is not installed")
@pytest.mark.parametrize(("old", "new"), READ)
def test_pandoc_reads_the_same_words(old: str, new: str, make: Make, tmp_path: Path) -> None:
    assert wrong_in_pandoc(make(old, new), tmp_path) == []


@pytest.mark.parametrize(("old", "new"), SETTLED)
def test_the_package_is_sound_and_its_ids_are_unique(old: str, new: str, make: Make, tmp_path: Path) -> None:
    assert unsound(make(old, new).data, tmp_path) == []


@pytest.mark.parametrize("name", EDITS)
def test_five_edits_are_five_groups_of_the_first_author(name: str, make: Make) -> None:
    found = revisions(make(name, name + EDITED).document)
    assert {each.group for each in found if each.author == "cchc"} == {1, 2, 3, 4, 5}
    assert {each.group for each in found if each.author == "cchc – đánh số lại"} == {0}
    assert {each.author for each in found} == {"cchc", "cchc – đánh số lại"}


@pytest.mark.parametrize("name", IDS)
def test_a_plan_with_itself_has_no_revisions(name: str) -> None:
    plan, printed = real(name)
    alignment = aligned(printed, printed, differences(plan, plan, shipped_registry()))
    assert redline(printed.document, printed.document, alignment) == printed.document


FOLLOWING = re.compile(r"\s*(?:(?:Điều|Mục|Phần|Bảng|Phụ lục) ?)?\(?(?:[\d.,]+|[IVXLC]+|[a-zđ])?[.):;/]*\s*")
"""A label, a figure of a total or the sign at a sentence's end."""
IN_WORDS = {"hai mươi", "linh năm"}
"""What of a total in words changes."""


def of_second_author(document: Document) -> list[str]:
    """What only follows from other changes, as words."""
    return [
        "".join(run.text for run in inline.runs if isinstance(run, Text)).replace("\u00a0", " ")
        for paragraph in document.paragraphs()
        for inline in paragraph.inlines
        if isinstance(inline, Tracked) and inline.revision.group == 0
    ]


def test_each_fact_that_prints_is_one_group_and_the_second_author_signs_labels_and_totals_alone(
    drawn: list[tuple[str, Made]],
) -> None:
    for name, redlined in drawn:
        assert {one.group for one in revisions(redlined.document)} - {0} == set(
            range(1, len(redlined.alignment.changes) + 1)
        ), name
        hidden = [fact for fact in redlined.differences.facts if fact.what == "period"]
        assert len(redlined.alignment.changes) == len(redlined.differences.facts) - len(hidden), name
        assert [text for text in of_second_author(redlined.document) if not FOLLOWING.fullmatch(text)] == [], name


def test_a_part_that_moved_says_from_where_to_where_on_both_sides(drawn: list[tuple[str, Made]]) -> None:
    for _, redlined in drawn:
        moved = [change for change in redlined.alignment.changes if change.comment]
        assert len(moved) == sum(fact.kind in ("moved", "reordered") for fact in redlined.differences.facts)
        said = [
            (inline.revision.kind, comment.text)
            for paragraph in redlined.document.paragraphs()
            for inline in paragraph.inlines
            if isinstance(inline, Tracked)
            for comment in inline.comments
        ]
        for kind in ("deleted", "inserted"):
            assert sorted(text for of, text in said if of == kind) == sorted(change.comment for change in moved)


@pytest.mark.parametrize("name", EDITS)
def test_where_nobody_knows_what_prints_where_words_decide_and_nothing_is_hidden(name: str, make: Make) -> None:
    known = make(name, name + EDITED)
    alignment = aligned(Printed(known.old), Printed(known.new))
    document = redline(known.old, known.new, alignment)
    assert wrong_in_memory(known._replace(document=document)) == []
    assert len(alignment.changes) > 4
    assert {text for text in of_second_author(document) if not FOLLOWING.fullmatch(text)} <= IN_WORDS
