"""What Word makes of styles and direct formatting together: the letters of a run, the setting of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias
from xml.etree import ElementTree

from docx.oxml.ns import qn

Element: TypeAlias = Any
"""An XML element. What a file must have and lacks fails the test where it is asked for: no need of None everywhere."""

SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_SWITCHES = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")
"""Toggle properties: styles of two kinds that both set one cancel each other."""


class Letters(NamedTuple):
    """How letters look. ``faces``: one for each slot; ``size`` in points; ``hidden``: not printed as the text is."""

    faces: frozenset[str]
    size: float
    bold: bool
    italic: bool
    underline: bool
    colour: str
    hidden: bool


class Setting(NamedTuple):
    """How a paragraph is set: indents in millimetres, spaces in points, ``line`` in lines of ``line_rule``."""

    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float
    line_rule: str
    merges_gaps: bool
    line_above: bool
    stays: bool
    """On one page with what follows."""


class Cascade:
    """The styles of a file, laid over each other as Word does: defaults, table, paragraph, character, direct."""

    def __init__(self, styles: Element) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
        self._defaults = styles.find(qn("w:docDefaults"))
        self._standard = next(
            name
            for name, style in self._styles.items()
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
        )

    def letters(self, paragraph: Element, run: Element | None, table_style: str | None) -> Letters:
        """The letters of ``run``; without one those of the paragraph's mark."""
        direct = [properties for properties in [_child(run, "rPr")] if properties is not None]
        sheets = [
            self._of_style(table_style, "rPr"),
            self._of_style(self._style_of(paragraph), "rPr"),
            self._of_style(_named(direct, "rStyle"), "rPr"),
        ]
        layers = [*self._of_defaults("rPrDefault", "rPr"), *(layer for sheet in sheets for layer in sheet), *direct]
        fonts = _attributes(layers, "rFonts")
        return Letters(
            faces=frozenset(fonts.get(f"{slot}Theme", fonts.get(slot, "")) for slot in SLOTS),
            size=float(_attributes(layers, "sz").get("val", "20")) / 2,
            bold=_switched("b", sheets, direct),
            italic=_switched("i", sheets, direct),
            underline=_attributes(layers, "u").get("val", "none") != "none",
            colour=_attributes(layers, "color").get("val", "auto"),
            hidden=any(_switched(name, sheets, direct) for name in _SWITCHES[2:]),
        )

    def setting(self, paragraph: Element, table_style: str | None) -> Setting:
        """How ``paragraph`` is set."""
        layers = [
            *self._of_defaults("pPrDefault", "pPr"),
            *self._of_style(table_style, "pPr"),
            *self._of_style(self._style_of(paragraph), "pPr"),
            *(properties for properties in [_child(paragraph, "pPr")] if properties is not None),
        ]
        spacing, indents = _attributes(layers, "spacing"), _indents(layers)
        rule = spacing.get("lineRule", "auto")
        return Setting(
            align=_attributes(layers, "jc").get("val", "left"),
            left=_millimetres(indents.get("left", "0")),
            right=_millimetres(indents.get("right", "0")),
            first=_millimetres(indents.get("firstLine", "0")) - _millimetres(indents.get("hanging", "0")),
            before=float(spacing.get("before", "0")) / 20,
            after=float(spacing.get("after", "0")) / 20,
            line=float(spacing.get("line", "240")) / 240,
            line_rule=rule,
            merges_gaps=_is_on(layers, "contextualSpacing"),
            line_above=any(_has_line(layer) for layer in layers),
            stays=_is_on(layers, "keepNext"),
        )

    def _of_defaults(self, outer: str, inner: str) -> Iterator[Element]:
        found = _child(_child(self._defaults, outer), inner)
        if found is not None:
            yield found

    def _of_style(self, name: str | None, kind: str) -> list[Element]:
        """The properties of a style, after those of the styles that it is based on."""
        if name is None:
            return []
        style = self._styles[name]
        own = _child(style, kind)
        base = _child(style, "basedOn")
        inherited = self._of_style(base.get(qn("w:val")), kind) if base is not None else []
        return [*inherited, *([own] if own is not None else [])]

    def _style_of(self, paragraph: Element) -> str:
        properties = _child(paragraph, "pPr")
        return _named([properties] if properties is not None else [], "pStyle") or self._standard


def parsed(data: bytes) -> Element:
    """The root of an XML part."""
    return ElementTree.fromstring(data)


def _child(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(qn(f"w:{name}"))


def _named(layers: Iterable[Element], name: str) -> str | None:
    return _attributes(layers, name).get("val")


def _attributes(layers: Iterable[Element], name: str) -> dict[str, str]:
    """The attributes of the property ``name``, each from the last layer that has it."""
    merged: dict[str, str] = {}
    for layer in layers:
        found = _child(layer, name)
        if found is not None:
            merged.update({key.rpartition("}")[2]: value for key, value in found.attrib.items()})
    return merged


def _indents(layers: Iterable[Element]) -> dict[str, str]:
    """Indents; a first line that hangs replaces one that is indented, and the other way round."""
    merged: dict[str, str] = {}
    for layer in layers:
        own = _attributes([layer], "ind")
        if "firstLine" in own or "hanging" in own:
            merged = {key: value for key, value in merged.items() if key not in ("firstLine", "hanging")}
        merged.update(own)
    return merged


def _switched(name: str, sheets: Iterable[Iterable[Element]], direct: Iterable[Element]) -> bool:
    """A toggle property: what the run says itself holds, else the styles of an odd number of kinds."""
    if any(_child(layer, name) is not None for layer in direct):
        return _is_on(direct, name)
    return sum(_is_on(sheet, name) for sheet in sheets) % 2 == 1


def _is_on(layers: Iterable[Element], name: str) -> bool:
    found = [_child(layer, name) for layer in layers]
    last = next((element for element in reversed(found) if element is not None), None)
    return last is not None and last.get(qn("w:val"), "1") not in ("0", "false", "off")


def _has_line(layer: Element) -> bool:
    borders = _child(layer, "pBdr")
    top = _child(borders, "top")
    return top is not None and top.get(qn("w:val")) == "single"


def _millimetres(twips: str) -> float:
    return int(twips) / 1440 * 25.4
