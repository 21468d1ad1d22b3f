"""The maker of the reference: what it takes as an example, what it calls a type, what it refuses."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from cchc.loader.loading import load
from cchc.model.base import Line, Part
from cchc.model.blocks import Block
from cchc.model.cells import Cells
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Row
from cchc.reference.examples import Example, UnsoundFileError, examples, is_sound, together
from cchc.reference.meanings import UnreadableError, problems, read_meanings
from cchc.reference.page import Material, PageError, page
from cchc.reference.parts import own_keys, owner, reachable
from cchc.reference.shapes import UnknownShapeError, shape
from cchc.source import Source

HEAD = "period: 2025\nact: {kind: plan, issuer: Bộ Nội vụ}\n"
LONG = "Một câu " + "rất dài " * 20 + "đến hết"


def taken(*texts: str, name: str = "plans/{}.yaml") -> dict[tuple[str, str], Example]:
    """The examples of plans with ``texts`` behind their heads, in files called by their numbers."""
    files = [(Source(name.format(number), HEAD + text), Plan) for number, text in enumerate(texts, 1)]
    return examples(files, frozenset())


def test_the_first_short_example_is_taken_with_the_lines_as_they_stand() -> None:
    rows = "appendices:\n  - title: A\n    layout: tasks\n    tasks:\n      - title: B\n"
    rows += "        lead:\n          - C\n          - D\n"
    found = taken(rows, rows.replace("lead:\n          - C\n          - D", "lead: E"))
    assert found["Cells", "lead"] == Example("plans/1.yaml", "lead:\n  - C\n  - D")
    assert found["Table", "layout"] == Example("plans/1.yaml", "layout: tasks")
    assert ("Cells", "support") not in found


def test_a_key_is_that_of_the_part_that_brings_it() -> None:
    found = taken("body:\n  - title: A\n    text: Trong mục.\n")
    assert found["Block", "text"].text == "text: Trong mục."
    assert ("Section", "text") not in found
    assert owner(Row, "lead") is Cells
    assert "fields" not in own_keys(Cells), "no author can write what the program fills"


def test_what_is_short_comes_before_what_is_long_and_is_cut_only_where_it_must_be() -> None:
    assert taken(f"title: {LONG}\n", "title: Ngắn\n")["Plan", "title"] == Example("plans/2.yaml", "title: Ngắn")
    cut = taken(f'title: "{LONG}: nữa"\n')["Plan", "title"].text
    assert cut.endswith(' …"')
    assert len(cut) <= 118
    assert LONG.startswith(cut.removeprefix('title: "').removesuffix(' …"'))


def test_a_long_list_is_cut_behind_an_entry_that_is_whole() -> None:
    sections = "".join(f"  - title: Mục {number}\n    sections:\n      - title: Con\n" for number in range(9))
    cut = taken(f"body:\n{sections}")["Plan", "body"].text
    assert cut.splitlines()[-1] == "# …"
    assert not cut.splitlines()[-2].endswith(":")
    assert is_sound(cut, Plan)


def test_an_example_of_an_act_comes_before_a_shorter_one_of_a_test() -> None:
    files = [
        (Source("tests/a.yaml", f"{HEAD}title: Ngắn\n"), Plan),
        (Source("plans/1.yaml", f"{HEAD}title: {LONG}\n"), Plan),
    ]
    assert examples(files, frozenset())["Plan", "title"].source == "plans/1.yaml"


def test_one_that_stands_for_a_list_of_one_is_found() -> None:
    layout = "columns: [{label: A, show: title, width: 9}]\nrows: {tasks: {label: '1', restart: never}}\n"
    found = examples([(Source("l.yaml", layout), Layout)], frozenset())
    assert found["RowRule", "restart"].text == "restart: never"


def test_a_file_that_is_not_sound_gives_no_examples() -> None:
    with pytest.raises(UnsoundFileError, match=r"plans/1.yaml:3:1: .*titel"):
        taken("titel: A\n")


def test_comments_name_the_files() -> None:
    known = {
        ("Plan", "a"): Example("f", "a: 1"),
        ("Plan", "b"): Example("f", "b: 2"),
        ("Plan", "c"): Example("g", "c: 3"),
    }
    assert together([*known, ("Plan", "d")], known) == "# f\na: 1\nb: 2\n# g\nc: 3"


class Odd(Part):
    odd: complex = Field(title="Lạ")
    both: Annotated[Line, "note"] | tuple[Block, ...] | None = None


def test_types_are_called_by_what_an_author_writes() -> None:
    nouns = {"Block": "a block"}
    assert shape(Odd, "both", nouns) == "text or a list: a block"
    with pytest.raises(UnknownShapeError, match="complex"):
        shape(Odd, "odd", nouns)


MEANINGS = "Row:\n  is: a row\n  keys:\n    title: its words\n    no-such: nothing\n"


def test_meanings_that_are_missing_superfluous_or_unsound_are_told() -> None:
    read = read_meanings(
        Source("m.yaml", MEANINGS + "    label:\n      means: its label\n      example: 'labell: A'\n")
    )
    known = {("Row", "title"): Example("f", "title: A")}
    told = set(problems(read, [Row], known))
    assert {"Row.no-such is no key", "Row.parts has no meaning", "the example of Row.label is not sound"} <= told
    assert not any("Row.title" in problem for problem in told)
    again = read_meanings(Source("m.yaml", MEANINGS.replace("its words", "{means: words, example: 'title: B'}")))
    assert "Row.title has an example in f: leave its own out" in set(problems(again, [Row], known))
    with pytest.raises(UnreadableError, match=r"m\.yaml:1"):
        read_meanings(Source("m.yaml", "Row: [\n"))


def material(prose: str) -> Material:
    meanings = read_meanings(Source("m.yaml", "RowPart:\n  is: a line\n  keys:\n    id: a <<letters>> name\n"))
    (line,) = (part for part in reachable(Plan) if part.__name__ == "RowPart")
    return Material(prose, {"RowPart": line}, meanings, {}, {}, {"f": "a: 1\n"})


def test_a_page_has_every_part_and_asks_for_nothing_else() -> None:
    made = page(material("<<keys RowPart>>\n\n<<file f>>\n"))
    assert "| `id` | Mã | an id: a–z, 0–9, hyphens | a abcdđ" in made
    assert made.endswith("```yaml\na: 1\n```\n")
    for prose in (
        "nothing",
        "<<keys RowPart>> <<keys Rowpart>>",
        "<<keys RowPart>> <<file g>>",
        "<<keys RowPart>> <<x>>",
    ):
        with pytest.raises(PageError):
            page(material(prose))


def test_every_part_that_a_plan_may_hold_is_reached() -> None:
    loaded = load(Source("plan.yaml", HEAD), Plan)
    assert loaded.value is not None
    named = {part.__name__ for part in reachable(Plan)}
    assert {"Plan", "Act", "Section", "Row", "Cells", "Column", "RuleCell", "FieldDeclaration", "KpiNote"} <= named
    assert "Part" not in named
