"""The filter ``each``: what a macro prints of every value of a list, called once for a value that comes again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from jinja2.exceptions import SecurityError
from jinja2.runtime import Macro
from markupsafe import Markup

_Printed: TypeAlias = dict[int, tuple[object, str]]
_Kept = TypeVar("_Kept", _Printed, dict[tuple[object, ...], _Printed])

_VALUES, _LISTS = 4_096, 8
"""For how many values it is kept what a macro printed of them, and for how many lists of arguments it is."""
_PLAIN = frozenset({str, bool})
"""The types of arguments that print the same wherever they are equal."""


class Each:
    """What macros have printed of values. It goes with the macros, which live as long as their run."""

    def __init__(self) -> None:
        self._printed: WeakKeyDictionary[Macro, dict[tuple[object, ...], _Printed]] = WeakKeyDictionary()

    def each(self, values: Iterable[object], macro: object, *arguments: object) -> Markup:
        """What ``macro`` prints of every one of ``values`` and ``arguments``, one behind the other."""
        if not isinstance(macro, Macro):
            raise SecurityError(str(macro))
        if not _PLAIN.issuperset(map(type, arguments)):
            return Markup("".join([macro(value, *arguments) for value in values]))
        printed = self._with(macro, arguments)
        texts: list[str] = []
        for value in values:
            known = printed.get(id(value))
            if known is None:
                # A value that is kept leaves its number to no other.
                known = _with_room(printed, _VALUES)[id(value)] = (value, macro(value, *arguments))
            texts.append(known[1])
        return Markup("".join(texts))

    def _with(self, macro: Macro, arguments: tuple[object, ...]) -> _Printed:
        lists = self._printed.setdefault(macro, {})
        printed = lists.get(arguments)
        if printed is None:
            printed = _with_room(lists, _LISTS)[arguments] = {}
        return printed


def _with_room(kept: _Kept, limit: int) -> _Kept:
    """``kept`` with room for one more; what repeats comes back at once."""
    if len(kept) >= limit:
        kept.clear()
    return kept
