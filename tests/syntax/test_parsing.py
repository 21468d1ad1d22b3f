"""Events become nodes with the right characters and places, within bounds."""

from __future__ import annotations

import pytest

from cchc.source import Source
from cchc.syntax.bounds import Bounds
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence
from cchc.syntax.parsing import parse
from tests.syntax.reading import data, node, place, problems, value


def covered(found: Node) -> str:
    return found.span.text


@pytest.mark.parametrize(
    "written", ["03", "1.10", "no", "12/2024", "1.500", "0x1F", "2024-12-30", "1e3", "12:30", "-5"]
)
def test_scalars_stay_what_was_written(written: str) -> None:
    assert data(f"a: {written}") == {"a": written}


def test_a_figure_of_five_thousand_digits_is_text() -> None:
    assert data(f"a: {'9' * 5000}") == {"a": "9" * 5000}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_absent_values_are_null(written: str) -> None:
    assert data(f"a: {written}\nb: x") == {"a": None, "b": "x"}


@pytest.mark.parametrize("written", ['""', "''", '"null"', "'~'", "!!str null", "!!str", "nUll"])
def test_quoted_and_tagged_values_are_not_null(written: str) -> None:
    assert data(f"a: {written}\nb: x") != {"a": None, "b": "x"}


def test_styles_are_told_apart() -> None:
    text = "- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n"
    found = node(text)
    assert isinstance(found, Sequence)
    assert [item.style for item in found.items if isinstance(item, Scalar)] == [
        "plain",
        "single",
        "double",
        "literal",
        "folded",
    ]


def test_spans_count_characters_beyond_the_basic_plane() -> None:
    text = 'tên: Đắk Nông 😀\nds:\n  - "một"\n  - {a: b}\n'
    assert covered(value(text, "tên")) == "Đắk Nông 😀"
    assert covered(value(text, "ds", 0)) == '"một"'
    assert (value(text, "ds", 0).span.line, value(text, "ds", 0).span.column) == (3, 5)
    assert covered(value(text, "ds", 1)) == "{a: b}"
    assert covered(value(text, "ds")) == '- "một"\n  - {a: b}'


def test_spans_leave_out_anchors_and_tags() -> None:
    text = "a: &x !!str một\nb: &y\n  c: d\ne: &z [1]\nf: &w\ng: [*x, *y, *z, *w]\n"
    assert covered(value(text, "a")) == "một"
    assert covered(value(text, "b")) == "c: d"
    assert covered(value(text, "e")) == "[1]"
    assert covered(value(text, "f")) == ""


def test_a_collection_ends_with_its_last_value_not_with_the_comments_after_it() -> None:
    assert covered(value("a:\n  - b\n\n# c\nd: e\n", "a")) == "- b"


@pytest.mark.parametrize(
    "text", ["{a: }", "{a: , b: c}", "a:\nb: c", "a: # d\nb: c", "{a:\n}", "? a\n:\nb: c", "{a: # x\n}"]
)
def test_a_value_that_is_not_written_stands_after_its_colon(text: str) -> None:
    assert value(text, "a").span.start == text.index(":") + 1


def test_line_ends_of_windows_count_as_one_line() -> None:
    found = value("a: b\r\nc:\r\n  - d\r\n", "c", 0)
    assert (found.span.line, found.span.column, covered(found)) == (3, 5, "d")


def test_escapes_are_read_and_composed() -> None:
    assert data('a: "\\u0110a\\u0306k \\"x\\" \\\\ \\U0001F600"') == {"a": 'Đăk "x" \\ 😀'}


# --- keys -----------------------------------------------------------------------------------------------------


def test_a_key_that_stands_twice_is_an_error_at_the_second() -> None:
    found, diagnostics = parse(Source("plan.yaml", "a: 1\nb: 2\n'a': 3\n"))
    assert isinstance(found, Mapping)
    assert [entry.value.span.text for entry in found.entries] == ["1", "2"]
    assert [place(each) for each in diagnostics] == [("Y024", 3, 1)]
    assert [(each.span.line, each.span.column) for each in diagnostics[0].related] == [(1, 1)]


def test_keys_are_compared_composed() -> None:
    assert problems('tỉnh: 1\n"ti\\u0309nh": 2\n') == [("Y024", 2, 1)]


def test_all_duplicates_of_a_file_are_said_also_before_a_syntax_error() -> None:
    assert problems("a: {b: 1, b: 2}\na: 2\nc: @\n") == [("Y024", 1, 11), ("Y024", 2, 1), ("Y032", 3, 4)]


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "? {a: b}\n: c\n", "[a]: b\n", "{a: b}: c\n"])
def test_a_collection_is_no_key(text: str) -> None:
    assert [code for code, _, _ in problems(text)] == ["Y025"]


def test_a_key_cannot_be_empty() -> None:
    assert problems("a: b\n? \n: c\n") == [("Y026", 2, 2)]
    assert data("'': b") == {"": "b"}


def test_no_break_spaces_around_a_key_are_said_and_dropped() -> None:
    found, diagnostics = parse(Source("plan.yaml", "a: b\n\u00a0\u00a0lead: c\nname\u200b: d\n"))
    assert isinstance(found, Mapping)
    assert [entry.key.text for entry in found.entries] == ["a", "lead", "name"]
    assert [place(each) for each in diagnostics] == [("Y043", 2, 1), ("Y043", 3, 5)]
    assert [each.fix for each in diagnostics] == ["  lead: c", "name: d"]


# --- merge keys -----------------------------------------------------------------------------------------------


def test_merge_keys_bring_in_what_the_mapping_does_not_say_itself() -> None:
    text = "base: &x {a: 1, b: 2}\nown:\n  b: 3\n  <<: *x\n  c: 4\n"
    assert data(text) == {"base": {"a": "1", "b": "2"}, "own": {"a": "1", "b": "3", "c": "4"}}
    assert value(text, "own", "a").span.line == 1
    assert value(text, "own", "b").span.line == 3


def test_of_several_merged_mappings_the_first_wins() -> None:
    assert data("- &x {a: 1}\n- &y {a: 2, b: 3}\n- {<<: [*x, *y]}\n") == [
        {"a": "1"},
        {"a": "2", "b": "3"},
        {"a": "1", "b": "3"},
    ]


def test_only_mappings_can_be_merged() -> None:
    assert problems("<<: a\n") == [("Y027", 1, 1)]
    assert problems("<<: [{a: b}, c]\n") == [("Y027", 1, 1)]
    assert data("'<<': a") == {"<<": "a"}


# --- anchors, aliases, tags -----------------------------------------------------------------------------------


def test_aliases_stand_for_the_same_node() -> None:
    found = node("- &x {a: b}\n- *x\n")
    assert isinstance(found, Sequence)
    assert found.items[0] is found.items[1]


def test_an_alias_without_anchor_is_kept_as_text_and_said() -> None:
    found, diagnostics = parse(Source("plan.yaml", "- a\n- *ghi\n"))
    assert isinstance(found, Sequence)
    assert [place(each) for each in diagnostics] == [("Y021", 2, 3)]
    assert diagnostics[0].fix == '- "*ghi"'


def test_an_alias_cannot_stand_inside_what_it_names() -> None:
    assert problems("a: &x\n  - *x\n") == [("Y022", 2, 5)]


def test_a_no_break_space_behind_an_anchor_begins_the_key() -> None:
    assert "Y043" in [found.code for found in parse(Source("a.yaml", "&a \xa0 title: Một\n"))[1]]


def test_an_anchor_that_nothing_uses_may_be_prose() -> None:
    assert problems("- &R D\n") == [("Y023", 1, 3)]


@pytest.mark.parametrize("tag", ["!x", "!!int", "!!python/object:os.system", "!<tag:x,2000:y>", "!!binary", "!!map"])
def test_a_plan_constructs_nothing_but_data(tag: str) -> None:
    assert problems(f"- a\n- {tag} b\n") == [("Y020", 2, 3)]


def test_tags_that_keep_what_is_written_are_read() -> None:
    assert data("a: !!str 1\nb: !!seq [c]\nd: !!map {e: f}\ng: ! h") == {
        "a": "1",
        "b": ["c"],
        "d": {"e": "f"},
        "g": "h",
    }


# --- escapes of characters that a document cannot carry -------------------------------------------------------


@pytest.mark.parametrize("escape", ["\\x0b", "\\0", "\\e", "\\ud800", "\\uFFFF", "\\U00110000", "\\L"])
def test_escapes_of_such_characters_are_refused_where_they_stand(escape: str) -> None:
    assert problems(f'ok: x\nt: "\\\\ộ{escape}"\n') == [("Y007", 2, 8)]


def test_what_such_an_escape_makes_does_not_come_through() -> None:
    found, _ = parse(Source("plan.yaml", '- "a\\x0bb"'))
    assert isinstance(found, Sequence)
    assert isinstance(found.items[0], Scalar)
    assert found.items[0].text == "ab"


# --- documents ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("\n\n", 1, 1), ("# chú thích\n# hai\n\n", 2, 6), ("---\n", 1, 4), ("---\n...\n", 2, 4)],
)
def test_an_empty_file_is_an_error_where_its_text_ends(text: str, line: int, column: int) -> None:
    assert problems(text) == [("Y002", line, column)]


def test_a_second_document_is_refused() -> None:
    assert problems("a: b\n---\nc: d\n") == [("Y003", 2, 1)]
    assert data("%YAML 1.2\n---\na: b\n...\n") == {"a": "b"}


# --- bounds ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_a_hundred_kilobytes_of_open_levels_are_one_error(opening: str) -> None:
    text = opening * (100_000 // len(opening))
    found, diagnostics = parse(Source("plan.yaml", text))
    assert found is None
    assert [each.code for each in diagnostics] == ["Y010"]
    assert diagnostics[0].span is not None
    levels = opening.count("[") + opening.count("{") + opening.count("-")
    assert diagnostics[0].span.start == len(opening) * 64 // levels


def test_depth_is_counted_from_the_root() -> None:
    bounds = Bounds(depth=3)
    assert parse(Source("plan.yaml", "[[[a]]]"), bounds)[1] == []
    assert [place(each) for each in parse(Source("plan.yaml", "[[[\n[a]]]]"), bounds)[1]] == [("Y010", 2, 1)]


def test_aliases_do_not_hide_depth() -> None:
    text = "- &a [x]\n- &b [*a]\n- [*b]\n"
    assert parse(Source("plan.yaml", text), Bounds(depth=4))[1] == []
    assert [place(each) for each in parse(Source("plan.yaml", text), Bounds(depth=3))[1]] == [("Y010", 3, 4)]


def test_nodes_are_counted() -> None:
    assert parse(Source("plan.yaml", "a: b\nc: d\n"), Bounds(nodes=5))[1] == []
    assert [place(each) for each in parse(Source("plan.yaml", "a: b\nc: d\n"), Bounds(nodes=4))[1]] == [("Y011", 2, 4)]


def test_nested_aliases_are_counted_as_what_they_repeat() -> None:
    text = "- &a [x, y]\n- &b [*a, *a]\n- [*b, *b]\n"  # repeats 3 + 3, then 7 + 7
    assert parse(Source("plan.yaml", text), Bounds(expansions=20))[1] == []
    assert [place(each) for each in parse(Source("plan.yaml", text), Bounds(expansions=19))[1]] == [("Y012", 3, 8)]


def test_a_bomb_of_aliases_is_one_error() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found, diagnostics = parse(Source("plan.yaml", "\n".join(lines)))
    assert found is None
    assert [each.code for each in diagnostics] == ["Y012"]
