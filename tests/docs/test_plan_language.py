"""plans/README.md against the model and the loader: every key is there, every example holds, every trap is caught."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from cchc.checks.families import check
from cchc.language.bounds import Bound
from cchc.language.enumerators import Enumerator
from cchc.language.figures import read_figures
from cchc.language.marks import printed
from cchc.loader.declared import own_layouts
from cchc.loader.layouts import check_layout
from cchc.loader.loading import load
from cchc.model.base import Part
from cchc.model.fields import SHOWN_FIELDS, FieldKind
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.reforms import Reform, reform_of
from cchc.model.schema import plan_schema
from cchc.reference.examples import is_sound
from cchc.reference.making import PAGE, made
from cchc.source import Source
from tests.docs.pages import PLANS, ROOT, codes, fences, first_codes, part, prose, rows, text
from tests.plans import context

WRITTEN = ROOT / "cchc" / "reference" / "page.md"
SHIPPED = {file.stem: file for file in (ROOT / "templates" / "layouts").glob("*.yaml")}


def test_the_page_is_what_make_reference_writes() -> None:
    words, problems = made()
    assert problems == ()
    assert PAGE == PLANS
    assert text(PLANS) == words


def parts(base: type[Part]) -> set[type[Part]]:
    """Every part of a plan or layout that the program knows."""
    found = {each for sub in base.__subclasses__() for each in (sub, *parts(sub))}
    return {each for each in found if each.__module__.startswith("cchc.")}


def properties(schema: Any) -> Iterator[tuple[str, ...]]:
    """The keys of every mapping that a JSON Schema describes."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield tuple(schema["properties"])
        schema = list(schema.values())
    for each in schema if isinstance(schema, list) else ():
        yield from properties(each)


def test_every_key_that_an_editor_is_told_of_is_in_a_table() -> None:
    """By the JSON Schema, which the tables are not made from."""
    tables = [set(first_codes(table, "key")) for table in re.findall(r"(?:^\|.*\n)+", text(PLANS), re.MULTILINE)]
    named = set().union(*tables)
    for keys in properties(plan_schema()):
        # The cells that a layout declares have no name of their own in the model.
        assert {key for key in keys if not key.startswith("\0")} <= named
        assert any(set(keys) & table for table in tables)
    assert named == {key for keys in properties(plan_schema()) for key in keys if not key.startswith("\0")}


def test_every_part_has_a_table_of_the_keys_that_it_brings() -> None:
    tables = [tuple(first_codes(table, "key")) for table in re.findall(r"(?:^\|.*\n)+", text(PLANS), re.MULTILINE)]
    for each in parts(Part):
        inherited = {key for base in each.__bases__ if issubclass(base, Part) for key in base.model_fields}
        own = tuple(
            key for key, field in each.model_fields.items() if key not in inherited and not field.validation_alias
        )
        assert not own or any(set(own) <= set(table) for table in tables), each


def test_every_choice_is_named() -> None:
    named = set(codes(prose(PLANS)))
    schema = str(plan_schema())
    for words in re.findall(r"'enum': \[(.*?)\]", schema):
        assert {word.strip("'") for word in words.split(", ")} <= named
    for word in re.findall(r"'const': '(.*?)'", schema):
        assert word in named


def test_meanings_say_what_the_tables_cannot_know() -> None:
    for key, vietnamese, takes, meaning in rows(text(PLANS), "key"):
        assert all((vietnamese, takes, meaning)), key


def as_plan(fragment: str) -> str:
    """``fragment`` with what a plan must have."""
    named = re.search(r"^ *(?:subject|title):.*năm (20\d\d)$|(?:/|năm )(2026)", fragment, re.MULTILINE)
    period = f"period: {named[1] or named[2] if named else 2025}"
    needed = {"period:": period, "jurisdiction:": "jurisdiction: Đắk Nông", "act:": "act: {kind: decision, number: 1}"}
    missing = [line for key, line in needed.items() if not re.search(f"^{key}", fragment, re.MULTILINE)]
    return "\n".join([*missing, fragment])


OF_WHOLE_PLANS = {"V121", "V122"}
"""What only a whole plan can have right: texts and the appendices to which they point."""


def found_in(fragment: str) -> set[str]:
    """The codes of what is wrong with ``fragment``."""
    loaded = load(
        Source("example.yaml", as_plan(fragment)), Plan, lambda root: frozenset().union(*own_layouts(root).values())
    )
    found = list(loaded.diagnostics)
    if loaded.value is not None and loaded.places is not None:
        found += check(context(loaded.value, loaded.places))
        for name, layout in loaded.value.layouts.items():
            found += check_layout(layout, loaded.places, ("layouts", name))
        for _, table in loaded.value.tables():
            assert table.layout in {*SHIPPED, *loaded.value.layouts}
    return {diagnostic.code for diagnostic in found} - OF_WHOLE_PLANS


@pytest.mark.parametrize("fragment", fences(text(WRITTEN), "yaml"), ids=lambda text: text.split("\n")[0])
def test_every_written_example_is_a_sound_part_of_a_plan(fragment: str) -> None:
    assert found_in(fragment) == set()
    assert fragment in text(PLANS)


def test_every_example_that_was_taken_is_a_sound_part_of_the_plan() -> None:
    models = parts(Part)
    tables = re.findall(r"((?:^\|.*\n)+)\n```yaml\n((?:.*\n)*?)```", text(PLANS), re.MULTILINE)
    keys = [(first_codes(table, "key"), fence) for table, fence in tables if first_codes(table, "key")]
    assert len(keys) > 20
    for named, fence in keys:
        assert [line.split(":")[0] for line in fence.splitlines() if re.match(r"\w+:", line)] == named
        assert any(is_sound(fence, model) for model in models if set(named) <= model.model_fields.keys()), named


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_shipped_layouts_are_there_with_their_columns(name: str) -> None:
    layout = load(Source(name, SHIPPED[name].read_text(encoding="utf-8")), Layout).value
    assert layout is not None
    [row] = [row for row in rows(part(PLANS, "The shipped layouts"), "layout") if codes(row[0]) == [name]]
    assert codes(row[1]) == list(layout.shown)
    assert all(column.label in row[1] for column in layout.grid)


def test_every_field_that_a_column_may_show() -> None:
    assert first_codes(part(PLANS, "What a column shows"), "field") == list(SHOWN_FIELDS)
    named = first_codes(part(PLANS, "Fields of your own"), "type")
    assert named == list(get_args(FieldKind))


def test_what_stands_on_paper_leads_to_keys_that_there_are() -> None:
    keys = set(first_codes(text(PLANS), "key"))
    for table in (part(PLANS, "From paper to keys"), part(PLANS, "What is never typed")):
        for row in (*rows(table, "on paper"), *rows(table, "printed")):
            for code in codes(row[1]):
                named = set(re.findall(r"\b([a-z_]{2,})(?=:|$)", code.strip("`")))
                assert named - {"decision", "plan"} <= keys or not code[0].isalpha(), code


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
    table = rows(part(PLANS, "Reform contents"), "reform")
    assert [codes(row[0])[0] for row in table] == list(get_args(Reform))
    for name, titles in table:
        for title in titles.split("; "):
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
