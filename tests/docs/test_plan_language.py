"""plans/README.md against the model and the loader: every key is there, every example holds, every trap is caught."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from cchc.checks.families import check
from cchc.language.bounds import Bound
from cchc.language.enumerators import Enumerator
from cchc.language.figures import read_figures
from cchc.language.marks import printed
from cchc.loader.loading import load
from cchc.model.act import Act, Article, Signatory
from cchc.model.base import Part
from cchc.model.blocks import Block, KpiNote
from cchc.model.body import Section
from cchc.model.fields import ROW_KEYS
from cchc.model.layout import Column, Layout
from cchc.model.plan import Plan
from cchc.model.reforms import Reform, reform_of
from cchc.model.row_rules import RowRule, RowRules
from cchc.model.rows import Appendix, Cells, Printed, Row, RowHolder
from cchc.source import Source
from tests.docs.pages import PLANS, codes, fences, first_codes, part, rows, text

SECTIONS: dict[str, set[type[BaseModel]]] = {
    "The plan": {Plan},
    "The act": {Act, Article, Signatory},
    "Prose": {Block},
    "The body": {Section},
    "Objectives and KPIs": {KpiNote},
    "Appendices and rows": {Appendix, Row},
    "Who": {Printed},
}
INHERITED = set(Block.model_fields)
"""Keys of every block, which have their home under "Prose"."""
KINDS_OF_ROWS = set(ROW_KEYS)
"""They are one list in the text, and no table."""


def keys_of(models: set[type[BaseModel]]) -> set[str]:
    """The keys of ``models``, those of a block left out where the model has others besides."""
    keys: set[str] = set()
    for model in models:
        own = set(model.model_fields)
        keys |= own - INHERITED if issubclass(model, Block) and model is not Block else own
    return keys


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_tables_have_every_key_of_the_model_and_no_other(heading: str) -> None:
    heads = ("key", "key of a signatory", "key of a KPI", "key of an appendix", "key of a row")
    named = {code for head in heads for code in first_codes(part(PLANS, heading), head)}
    assert named == keys_of(SECTIONS[heading]) - KINDS_OF_ROWS


def test_every_part_of_a_plan_is_documented() -> None:
    shared_with_layouts = {RowRules, RowRule}
    documented = {model for models in SECTIONS.values() for model in models}
    of_layouts_or_bases = {Layout, Column, RowHolder}
    assert set(_parts(Part)) - of_layouts_or_bases == documented | shared_with_layouts | {Cells}


def _parts(base: type[Part]) -> Iterator[type[Part]]:
    for part_of_plan in base.__subclasses__():
        yield part_of_plan
        yield from _parts(part_of_plan)


def test_every_kind_of_rows_is_named() -> None:
    assert set(codes(part(PLANS, "Appendices and rows"))) >= KINDS_OF_ROWS


def as_plan(fragment: str) -> str:
    """``fragment`` with what a plan must have."""
    needed = {"period:": "period: 2025", "jurisdiction:": "jurisdiction: Đắk Nông", "act:": "act: {kind: decision}"}
    missing = [line for key, line in needed.items() if not re.search(f"^{key}", fragment, re.MULTILINE)]
    return "\n".join([*missing, fragment])


def found_in(fragment: str) -> set[str]:
    """The codes of what is wrong with ``fragment``."""
    loaded = load(Source("example.yaml", as_plan(fragment)), Plan)
    found = list(loaded.diagnostics)
    if loaded.value is not None and loaded.places is not None:
        found += check(loaded.value, loaded.places)
    return {diagnostic.code for diagnostic in found}


@pytest.mark.parametrize("fragment", fences(text(PLANS), "yaml"), ids=lambda text: text.split("\n")[0])
def test_every_example_is_a_sound_part_of_a_plan(fragment: str) -> None:
    assert found_in(fragment) == set()


TRAPS = part(PLANS, "YAML and prose")


@pytest.mark.parametrize("pair", fences(TRAPS, "diff"), ids=lambda pair: pair.split("\n")[0])
def test_every_trap_is_caught_and_its_correction_is_sound(pair: str) -> None:
    assert found_in(side(pair, "-"))
    assert found_in(side(pair, "+")) == set()


def test_the_codes_of_the_traps_are_those_that_the_page_gives() -> None:
    met = {code for pair in fences(TRAPS, "diff") for code in found_in(side(pair, "-"))}
    assert met == set(re.findall(r"\bY\d{3}\b", TRAPS))


def side(pair: str, sign: str) -> str:
    """The wrong (``-``) or the right (``+``) lines of a pair, with those around them."""
    return "\n".join(line[1:] for line in pair.splitlines() if line[0] in " " + sign)


@pytest.mark.parametrize("opening", ['"', "%", "@", "*", "&", "!", "|", ">", "[", "{", "`"])
def test_what_a_sentence_may_not_begin_with(opening: str) -> None:
    assert f"`{opening}`" in TRAPS or opening == "`"  # a backtick between backticks is no Markdown
    assert found_in(f"closing: {opening}Một câu văn, như thế này\n")


OBJECTIVES = part(PLANS, "Objectives and KPIs")


def test_bounds_are_all_there_and_read_as_they_say() -> None:
    table = rows(OBJECTIVES, "bound")
    assert {codes(row[0])[0] for row in table} == set(get_args(Bound))
    for name, _, example in table:
        assert [figure.bound for figure in read_figures(f"Tỷ lệ hồ sơ {example}")] == codes(name), example


def test_the_words_of_bounds_are_read_so() -> None:
    for name, words, _ in rows(OBJECTIVES, "bound"):
        before = [word.strip() for word in words.split(";")[0].split(",")]
        for word in before:
            if word not in ("none", "a - b", "a đến b"):
                assert [figure.bound for figure in read_figures(f"tỷ lệ hồ sơ {word} 5%")] == codes(name), word


def test_marks_print_as_they_say() -> None:
    for written, shown, _ in rows(OBJECTIVES, "written"):
        assert printed(codes(written)[0]) == shown


def test_reform_contents_are_all_there_and_read_from_their_titles() -> None:
    table = rows(part(PLANS, "Reform contents"), "`reform`")
    assert [codes(row[0])[0] for row in table] == list(get_args(Reform))
    for name, titles in table:
        for title in titles.split("; ") if ";" in titles else re.split(r", (?=[A-ZĐ])", titles):
            assert [reform_of(title)] == codes(name), title


def test_labels_by_example_count_as_they_say() -> None:
    for example, labels in rows(part(PLANS, "Labels by example"), "example"):
        enumerator = Enumerator.read(codes(example)[0].strip('"'))
        if enumerator.depth == 1:
            counted = [enumerator.label((number,)) for number in range(1, labels.count(",") + 2)]
            assert labels == ", ".join(counted)
        else:
            assert [enumerator.label(numbers) for numbers in ((1, 1), (1, 2), (2, 1))] == [
                "Hoạt động 1.1",
                "Hoạt động 1.2",
                "Hoạt động 2.1",
            ]
