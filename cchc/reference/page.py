"""The page: its written prose with what the model, the meanings and the examples say filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from cchc.language.enumerators import POINT_LETTERS
from cchc.model.base import Part
from cchc.model.layout import Layout
from cchc.patterns import deferred
from cchc.reference.examples import Example, Key, together
from cchc.reference.meanings import Meanings
from cchc.reference.parts import own_keys
from cchc.reference.shapes import shape
from cchc.reference.vocabulary import fields, layouts, reforms, row_keys, table

_PLACE = deferred(r"<<(?P<name>[a-z-]+)(?: (?P<of>[\w./-]+))?>>")
_NOTICE = "<!-- Made by `make reference` from cchc/reference; change it there. -->\n\n"
_WRITTEN_FOR_THIS_PAGE = "written for this page"


class Material(NamedTuple):
    """What the page is made of; ``files`` are those that it shows whole, by their names."""

    prose: str
    models: Mapping[str, type[Part]]
    meanings: Meanings
    examples: Mapping[Key, Example]
    shipped: Mapping[str, Layout]
    files: Mapping[str, str]


class PageError(Exception):
    """Prose that asks for what there is not, or a part of the model for which no table is asked."""


def page(material: Material) -> str:
    """The whole page. Raises PageError."""
    makers: dict[str, Callable[[str], str]] = {
        "keys": lambda of: _keys(material.models[of], material),
        "row-keys": lambda _: row_keys(),
        "letters": lambda _: POINT_LETTERS,
        "fields": lambda _: fields(),
        "reforms": lambda _: reforms(),
        "layouts": lambda _: layouts(material.shipped),
        "file": lambda of: f"```yaml\n{material.files[of]}```",
    }
    shown = {found["of"] for found in _PLACE.finditer(material.prose) if found["name"] == "keys"}
    if missing := material.models.keys() - shown:
        raise PageError(f"no table of {', '.join(sorted(missing))}")

    def made(found: re.Match[str]) -> str:
        try:
            return makers[found["name"]](found["of"] or "")
        except KeyError as error:
            raise PageError(f"{found[0]}: there is no {error}") from error

    filled = _PLACE.sub(made, material.prose)
    # A meaning may name the letters too.
    return _NOTICE + _PLACE.sub(made, filled)


def _keys(part: type[Part], material: Material) -> str:
    """The table of the keys that ``part`` brings, and an example of each."""
    named = [(part.__name__, key) for key in own_keys(part)]
    rows = (
        (
            f"`{key}`",
            part.model_fields[key].title or "",
            shape(part, key, material.meanings.nouns),
            material.meanings.keys[name, key].words,
        )
        for name, key in named
    )
    own = {name: Example(_WRITTEN_FOR_THIS_PAGE, material.meanings.keys[name].example) for name in named}
    shown = {name: example for name, example in {**own, **material.examples}.items() if example.text}
    return f"{table(('key', 'tiếng Việt', 'takes', 'meaning'), rows)}\n\n```yaml\n{together(named, shown)}\n```"
