"""The pages made from the files of the repository: plans and layouts for examples, the prose, the meanings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.loader.loading import load
from cchc.model.base import Part
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.reference.examples import examples
from cchc.reference.meanings import problems, read_meanings
from cchc.reference.page import Material, page
from cchc.reference.parts import reachable
from cchc.reference.rule_page import rule_page
from cchc.source import Source

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "plans" / "README.md"
RULE_PAGE = ROOT / "cchc" / "checks" / "README.md"
ACTS = ("2025", "2018", "2024", "2021-2025", "dak-lak-2025")
"""The plans of real acts, those whose examples are preferred first."""
_LAYOUTS = ROOT / "templates" / "layouts"
_SMALL = ROOT / "tests" / "layouts"
_SMALL_LAYOUTS, _SMALL_PLANS = _SMALL / "templates" / "layouts", _SMALL / "plans"


def made() -> tuple[str, tuple[str, ...]]:
    """The text of the page, and what is wrong with its material (then the text is empty)."""
    layouts = [_layout(file) for folder in (_LAYOUTS, _SMALL_LAYOUTS) for file in folder.glob("*.yaml")]
    found = examples(_files(), frozenset().union(*(layout.fields for layout in layouts)))
    models = reachable(Plan)
    meanings = read_meanings(_source(Path(__file__).parent / "meanings.yaml"))
    wrong = tuple(problems(meanings, models, found))
    if wrong:
        return "", wrong
    material = Material(
        prose=(Path(__file__).parent / "page.md").read_text(encoding="utf-8"),
        models={model.__name__: model for model in models},
        meanings=meanings,
        examples=found,
        shipped={file.stem: _layout(file) for file in sorted(_LAYOUTS.glob("*.yaml"))},
        files={_name(file): file.read_text(encoding="utf-8") for file in _LAYOUTS.glob("*.yaml")},
    )
    return page(material), ()


def made_of_rules() -> str:
    """The text of the page of all rules."""
    return rule_page((Path(__file__).parent / "rule_page.md").read_text(encoding="utf-8"))


def _files() -> Iterator[tuple[Source, type[Part]]]:
    """The files from which examples are taken, in the order in which they are preferred."""
    yield from ((_source(PAGE.parent / f"{act}.yaml"), Plan) for act in ACTS)
    yield from ((_source(file), Layout) for file in sorted(_LAYOUTS.glob("*.yaml")))
    yield from ((_source(file), Plan) for file in sorted(_SMALL_PLANS.glob("*.yaml")))
    yield from ((_source(file), Layout) for file in sorted(_SMALL_LAYOUTS.glob("*.yaml")))


def _source(file: Path) -> Source:
    return Source(_name(file), file.read_text(encoding="utf-8"))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _layout(file: Path) -> Layout:
    layout = load(_source(file), Layout).value
    assert layout is not None, file
    return layout
