"""templates/README.md against the program: vocabulary, views, filters, layouts, styles: all, and nothing else."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from cchc.backends.docx.readback import read_back
from cchc.document.style import DeclaredSheet, PageStyle, ParagraphLook
from cchc.loader.loading import load
from cchc.lower import views
from cchc.reference.making import ACTS
from cchc.source import Source
from cchc.templating.environment import environment
from cchc.templating.vocabulary import ELEMENTS
from tests.docs.pages import ROOT, TEMPLATES, codes, fences, first_codes, part, rows
from tests.docs.test_readme import TOUR, said
from tests.packaging.program import run

FOLDER = ROOT / "templates"
NO_TEMPLATES: dict[str, Source] = {}
VIEWS = {name: view for name, view in vars(views).items() if inspect.isclass(view) and hasattr(view, "_fields")}
_APPENDIX = (FOLDER / "appendix.xml.j2").read_text(encoding="utf-8")
[ITEMS] = re.findall(r"^ *\{% for each in appendix\.items %\}.*\n", _APPENDIX, re.MULTILINE)
"""The line that prints what an appendix holds."""
_VIEW = re.compile(r"^\*\*`(\w+)`\*\*", re.MULTILINE)


def test_every_element_with_what_it_holds_and_its_attributes() -> None:
    table = {codes(row[0])[0]: row for row in rows(part(TEMPLATES, "Vocabulary"), "element")}
    attributes_of_all = {attribute for element in ELEMENTS.values() for attribute in element.attributes}
    assert table.keys() == ELEMENTS.keys()
    for name, element in ELEMENTS.items():
        _, holds, attributes = table[name]
        assert set(codes(holds)) == element.children
        assert ("text" in holds) == element.text
        named = {code.split("=")[0] for code in codes(attributes)} & attributes_of_all
        assert named == element.attributes.keys()
        assert set(codes(" ".join(re.findall(r"\*\*(.*?)\*\*", attributes)))) == element.required


def test_every_view_with_its_values() -> None:
    pieces = _VIEW.split(part(TEMPLATES, "Values"))
    documented = {
        name: tuple(first_codes(piece, "value")) for name, piece in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    assert documented == {name: view._fields for name, view in VIEWS.items()}


def test_every_filter() -> None:
    sandbox = environment(NO_TEMPLATES.get, bytecode=None)
    named = {code.split("(")[0] for code in first_codes(part(TEMPLATES, "Filters"), "filter")}
    assert named == sandbox.filters.keys()


def test_every_template_is_named() -> None:
    assert set(first_codes(part(TEMPLATES, "Templates"), "template")) == {path.name for path in FOLDER.glob("*.j2")}


def test_every_shipped_layout() -> None:
    named = first_codes(part(TEMPLATES, "Layouts"), "file")
    assert set(named) == {path.name for path in (FOLDER / "layouts").glob("*.yaml")}
    of_acts = {(name.removesuffix(".yaml"), year) for name, year in _drawn_for()}
    assert of_acts == {(layout, act) for act in ACTS for layout in _layouts_of(act)}


def _drawn_for() -> Iterator[tuple[str, str]]:
    """The file of each layout with the act in the parentheses behind it."""
    for name, act in rows(part(TEMPLATES, "Layouts"), "file"):
        yield codes(name)[0], re.findall(r"\(([\d-]+)\)", act)[0]


def _layouts_of(act: str) -> set[str]:
    return set(re.findall(r"^ +layout: (\S+)$", (ROOT / "plans" / f"{act}.yaml").read_text(encoding="utf-8"), re.M))


STYLES = part(TEMPLATES, "Styles")


def test_every_key_of_the_style_sheet() -> None:
    assert set(first_codes(STYLES, "key")) == {field.name for field in fields(DeclaredSheet)}
    assert set(first_codes(STYLES, "key of a page")) == {field.name for field in fields(PageStyle)}
    named = {field.name for field in fields(ParagraphLook)}
    assert set(first_codes(STYLES, "key of a style")) == named


def sheet() -> DeclaredSheet:
    loaded = load(Source("styles.yaml", (FOLDER / "styles.yaml").read_text(encoding="utf-8")), DeclaredSheet)
    assert loaded.value is not None
    return loaded.value


def test_every_style() -> None:
    assert first_codes(STYLES, "style") == [*sheet().paragraphs]


def test_sizes_lie_in_the_ranges_that_the_page_gives() -> None:
    styles, checked = sheet().paragraphs, 0
    for names, _, rule in rows(STYLES, "style"):
        if found := re.match(r"(\d+)(?:–(\d+))?\b", rule):
            low, high = float(found[1]), float(found[2] or found[1])
            assert all(low <= styles[name].size <= high for name in codes(names)), names
            checked += 1
        for name in codes(names):
            assert styles[name].bold == ("bold" in rule) or "as the body" in rule or rule == "no rule", name
            assert styles[name].italic == ("italic" in rule) or "as the body" in rule or rule == "no rule", name
    assert checked > 15


def test_margins_lie_in_the_ranges_that_the_page_gives() -> None:
    for page in sheet().pages.values():
        for names, _, rule in rows(STYLES, "key of a page"):
            if found := re.fullmatch(r"(\d+)–(\d+)", rule):
                assert all(float(found[1]) <= getattr(page, name) <= float(found[2]) for name in codes(names))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the plan of the README's tour and a copy of the shipped templates' names to overlay."""
    plan = tmp_path / "plans" / "2026.yaml"
    plan.parent.mkdir()
    plan.write_text(fences(TOUR, "yaml")[0], encoding="utf-8")
    (tmp_path / "mau" / "layouts").mkdir(parents=True)
    return tmp_path


def copied(name: str, office: Path, old: str = "", new: str = "") -> None:
    """The shipped template ``name`` in the office's folder, ``new`` for ``old`` in it."""
    body = (FOLDER / name).read_text(encoding="utf-8")
    assert body.count(old) == 1 or not old
    (office / "mau" / name).write_text(body.replace(old, new) if old else body, encoding="utf-8")


def printed_lines(office: Path, template: str = "mau") -> str:
    """The text of the file that the office's templates print."""
    words, code = said(["build", "--templates", template], office)
    assert code == 0, words
    reading = read_back((office / "out" / "2026.docx").read_bytes())
    cells = [str(cell) for table in reading.tables for row in table for cell in row.cells]
    return "\n".join([words for _, words in reading.paragraphs] + cells)


def test_changing_a_wording(office: Path) -> None:
    found = re.search(r"write `(.+?)` for `(.+?)`", part(TEMPLATES, "Change a wording"))
    assert found
    copied("attached-to.xml.j2", office, found[2], found[1])
    assert printed_lines(office).count("(Ban hành kèm theo Quyết định số") == 2


def test_adding_a_column(office: Path) -> None:
    [column] = fences(part(TEMPLATES, "Add a column"), "yaml")
    note = "  - {label: Ghi chú"
    copied("layouts/tasks.yaml", office, note, column + note)
    plan = office / "plans" / "2026.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace(
            "            end: 9", "            end: 9\n            verification: Quyết định đã ký"
        ),
        encoding="utf-8",
    )
    assert "\nQuyết định đã ký" in printed_lines(office)


def test_adding_a_layout(office: Path) -> None:
    [layout] = fences(part(TEMPLATES, "Add a layout"), "yaml")
    (office / "mau" / "layouts" / "duties.yaml").write_text(layout, encoding="utf-8")
    plan = office / "plans" / "2026.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("layout: tasks", "layout: duties"), encoding="utf-8")
    assert "Thời hạn" in printed_lines(office)


def test_adding_a_template_and_its_style(office: Path) -> None:
    contacts, imported, called = fences(part(TEMPLATES, "Add a template"), "jinja")
    [style] = fences(part(TEMPLATES, "Add a style"), "yaml")
    (office / "mau" / "contacts.xml.j2").write_text(contacts, encoding="utf-8")
    first = '{% from "pages.xml.j2" import item with context %}\n'
    copied("appendix.xml.j2", office, first, first + imported)
    changed = (office / "mau" / "appendix.xml.j2").read_text(encoding="utf-8")
    (office / "mau" / "appendix.xml.j2").write_text(changed.replace(ITEMS, ITEMS + called), encoding="utf-8")
    copied("styles.yaml", office, "paragraphs:\n", "paragraphs:\n" + style)
    assert "Theo dõi: VT, NC." in printed_lines(office)


def test_the_mistake_that_the_page_shows(office: Path) -> None:
    copied("signature.xml.j2", office, "{% if act.archive %}", "{% if act.achive %}")
    [shown] = fences(part(TEMPLATES, "Mistakes"), "text")
    printed, code = said(["build", "--templates", "mau"], office)
    assert (printed.startswith(shown), code) == (True, 1)


def test_what_may_not_be_left_out(office: Path) -> None:
    copied("signature.xml.j2", office, "{% for recipient in act.recipients %}", "{% for recipient in [] %}")
    printed, code = said(["build", "--templates", "mau"], office)
    assert "B1" in printed
    assert code == 1


def test_a_dropped_table_is_not_blamed_on_the_table_template_alone(office: Path) -> None:
    copied("appendix.xml.j2", office, ITEMS, "")
    printed, code = said(["build", "--templates", "mau"], office)
    assert "error B102: the Word file has 0 table rows, the plan 2" in printed
    assert "appendix.xml.j2" in printed
    assert code == 1


def test_where_the_shipped_templates_are() -> None:
    [command] = [line for line in fences(part(TEMPLATES, "Your own files"), "sh") if line.startswith("python")]
    done = run(["-c", command.partition('"')[2].rpartition('"')[0]], cwd=ROOT)
    assert Path(done.stdout.strip()) == FOLDER
