"""Templates, layouts and styles, read once for all plans of a run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, has_errors
from cchc.language.dates import read_period
from cchc.loader.declaration_rules import TOO_MANY_COLUMNS
from cchc.loader.declared import layout_names, own_layouts
from cchc.loader.layouts import check_layout, check_rules, load_layout
from cchc.loader.loading import Load, load
from cchc.model.fields import ROW_WORDS, FieldDeclaration
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.texts import read_source
from cchc.source import KeyPath, Source, SourceMap
from cchc.suggestions import suggestion
from cchc.syntax.nodes import Node
from cchc.workspace.reading import Place
from cchc.workspace.resources import TemplateFolders
from cchc.workspace.trouble import shown_from

if TYPE_CHECKING:
    from cchc.document.style import StyleSheet

STYLES = "styles.yaml"
COMPARISON = "comparison.yaml"
_LAYOUTS, _SUFFIX = "layouts/", ".yaml"

UNKNOWN_LAYOUT = Rule(
    "S201",
    "unknown-layout",
    Severity.ERROR,
    Wording("không có bố cục nào tên “{name}”", "there is no layout “{name}”"),
    Wording("đặt tệp {name}.yaml vào templates/layouts", "put a file {name}.yaml into templates/layouts"),
    reason=Wording(
        "bố cục định ra các cột của bảng; không có nó thì bảng không in được",
        "the layout says which columns a table has; without it the table cannot be printed",
    ),
    example=Example(
        wrong="appendices:\n  - title: Nhiệm vụ\n    layout: taks\n    tasks:\n      - title: Rà soát thủ tục",
        right="appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n      - title: Rà soát thủ tục",
    ),
)
NO_STYLES = Rule(
    "T301",
    "no-styles",
    Severity.ERROR,
    Wording("không có tệp {name} trong các thư mục mẫu", "there is no {name} in the templates folders"),
    Wording("chép tệp này từ thư mục mẫu gốc", "copy it from the shipped templates"),
    reason=Wording(
        "cỡ giấy, lề, phông chữ (NĐ 30/2020, Phụ lục I, Mục I) đều lấy từ tệp này",
        "paper, margins and faces (NĐ 30/2020, Phụ lục I, Mục I) are all taken from this file",
    ),
)


_MOST_COLUMNS = 63
"""Of a table, in Word."""


def _of_tables(plan: Plan, places: SourceMap, layouts: Mapping[str, Layout]) -> Iterator[Diagnostic]:
    """What a table makes of its layout: as many columns as there are years, rules for its rows."""
    period = read_period(plan.period)
    for path, table in plan.tables():
        layout = layouts.get(table.layout)
        if layout is None:
            continue
        count = len(layout.drawn_for(period).grid)
        if layout.form == "table" and count > _MOST_COLUMNS:
            yield TOO_MANY_COLUMNS.at(places.value((*path, "layout")), count=count, most=_MOST_COLUMNS)
        for here, rules in table.relabelled(path):
            yield from check_rules(rules, places, here, layout)


class Looks:
    """What the files in ``folders`` say, each read at its first use."""

    def __init__(self, folders: TemplateFolders, surroundings: Surroundings) -> None:
        self._folders = folders
        self._cwd = surroundings.cwd
        self._sources: dict[str, tuple[Source | None, list[Diagnostic]]] = {}
        self._layouts: dict[str, Load[Layout]] = {}

    @cached_property
    def digest(self) -> str:
        """The digest of everything that has effect in the folders."""
        return self._folders.digest()

    def template(self, name: str) -> Source | None:
        """The text of the template ``name``; None where there is none or it is no text."""
        return self._source(name)[0]

    @property
    def unreadable(self) -> tuple[Diagnostic, ...]:
        """What keeps files from being read, among those that were asked for so far."""
        return tuple(diagnostic for _, found in self._sources.values() for diagnostic in found)

    @cached_property
    def styles(self) -> Load[StyleSheet]:
        """The style sheet."""
        # Only who prints asks for it.
        from cchc.document.limits import check_styles
        from cchc.document.style import DeclaredSheet, named

        source, found = self._source(STYLES)
        if source is None:
            return Load(None, None, tuple(found) or (NO_STYLES.at(None, name=STYLES),))
        loaded = load(source, DeclaredSheet)
        if loaded.judgeable is None or loaded.places is None:
            return Load(None, loaded.places, loaded.diagnostics)
        said = (*loaded.diagnostics, *check_styles(loaded.judgeable, loaded.places))
        return Load(None if has_errors(said) else named(loaded.judgeable), loaded.places, said)

    def comparison(self) -> tuple[Layout | None, tuple[Diagnostic, ...]]:
        """The layout of the table of what changed between two plans, and what is wrong with it."""
        source, found = self._source(COMPARISON)
        if source is None:
            return None, tuple(found) or (NO_STYLES.at(None, name=COMPARISON),)
        loaded = load_layout(source)
        return loaded.value, loaded.diagnostics

    def declared_fields(self, root: Node) -> frozenset[str]:
        """The fields that the layouts of the plan ``root`` add to its rows."""
        own = own_layouts(root)
        names = layout_names(root) - own.keys()
        found = [self._layout(name).judgeable for name in names if self._folders.find(_LAYOUTS + name + _SUFFIX)]
        shared = (layout.fields for layout in found if layout)
        return frozenset().union(*own.values(), *shared) - ROW_WORDS

    def every_declared_field(self) -> Iterator[tuple[str, FieldDeclaration]]:
        """The fields that the layouts in the folders add to rows."""
        for name in self._layout_names():
            layout = self._layout(name).judgeable
            yield from layout.fields.items() if layout else ()

    def layouts(
        self, plan: Plan, places: SourceMap, unsound: Collection[str] = ()
    ) -> tuple[dict[str, Layout], list[Diagnostic]]:
        """The layouts that the tables of ``plan`` name, by name, the plan's own before those of the folders.

        ``unsound`` are own ones of the plan in which errors have been found.
        """
        layouts: dict[str, Layout] = dict(plan.layouts)
        found: list[Diagnostic] = []
        broken = set(unsound)
        for name, layout in plan.layouts.items():
            found += check_layout(layout, places, ("layouts", name))
        for path, table in plan.tables():
            name = table.layout
            if name in layouts or name in broken:
                continue
            if self._folders.find(_LAYOUTS + name + _SUFFIX) is None:
                found.append(self._unknown(name, (*path, "layout"), plan, places))
                continue
            loaded = self._layout(name)
            found += loaded.diagnostics
            if loaded.value:
                layouts[name] = loaded.value
            else:
                broken.add(name)
        found += _of_tables(plan, places, layouts)
        return layouts, found

    def _unknown(self, name: str, path: KeyPath, plan: Plan, places: SourceMap) -> Diagnostic:
        names = [*plan.layouts, *self._layout_names()]
        return UNKNOWN_LAYOUT.at(places.value(path), name=name, hint=suggestion(name, names))

    def _layout_names(self) -> list[str]:
        """The layouts in the folders."""
        files = (name for name in self._folders.names(_SUFFIX) if name.startswith(_LAYOUTS))
        return [name[len(_LAYOUTS) : -len(_SUFFIX)] for name in files]

    def _layout(self, name: str) -> Load[Layout]:
        if name not in self._layouts:
            source, found = self._source(_LAYOUTS + name + _SUFFIX)
            self._layouts[name] = load_layout(source) if source else Load(None, None, tuple(found))
        return self._layouts[name]

    def _source(self, name: str) -> tuple[Source | None, list[Diagnostic]]:
        if name not in self._sources:
            place = self._folders.find(name)
            self._sources[name] = read_source(place, self._called(place)) if place else (None, [])
        return self._sources[name]

    def _called(self, place: Place) -> str:
        return shown_from(place, self._cwd) if isinstance(place, Path) else place.name
