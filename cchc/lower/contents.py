"""What a row has to show: the lines of its fields, and these with the words that a column puts around them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from cchc.lower.prose import ProseLowering
from cchc.lower.views import LineView, plain_line
from cchc.model.cells import CellValue, Printed, words_of
from cchc.model.fields import LABEL, TITLE
from cchc.model.inheritance import PlacedRow
from cchc.model.show import Show, ShowLine

_MONTH = "Tháng {}"
_SIGNS = " ;,."
_JOINING, _CLOSING = " ,;:.-–", " )]”"


class Contents(NamedTuple):
    """What a row has to show: the lines of each field that is not empty; ``alone`` are those without words around."""

    lines: Mapping[str, tuple[LineView, ...]]
    alone: frozenset[str]

    def of(self, show: Show, many: str = "") -> tuple[LineView, ...]:
        """The lines that ``show`` asks for, several joined to one by ``many`` where it is a sign.

        Lines whose fields are all empty are left out.
        """
        if show.field:
            shown = self.lines.get(show.field, ())
        else:
            shown = tuple(line for written in show.lines for line in self._written(written))
        if not many or len(shown) < 2:
            return shown
        *most, last = (line.text for line in shown)
        return (plain_line(many.join((*(text.rstrip(_SIGNS) for text in most), last))),)

    def _written(self, written: ShowLine) -> Iterator[LineView]:
        filled = [name for name in written.fields if name in self.lines]
        if not filled and written.fields:
            return
        if len(filled) == 1 and (written.bare or filled[0] in self.alone):
            yield from self.lines[filled[0]]
        elif len(written.fields) == 1:
            yield from _around(written.words[0], self.lines[filled[0]], written.words[1])
        else:
            values = [" ".join(line.text for line in self.lines.get(name, ())) for name in written.fields]
            yield plain_line(_in_words(written.words, values))


class CellLines:
    """What the texts of a table's cells come to. Equal texts have the same lines: most cells say what others say."""

    def __init__(self, prose: ProseLowering) -> None:
        self._prose = prose
        self._written: dict[str, tuple[LineView, ...]] = {}
        self._derived: dict[str, tuple[LineView, ...]] = {}

    def of(self, value: CellValue | None) -> tuple[LineView, ...]:
        """The lines of a cell that holds ``value``."""
        if type(value) is not str:  # also a text that is traced: it is not another one, though equal to it
            return tuple(self._prose.prose(words_of(value)))
        lines = self._written.get(value)
        if lines is None:
            lines = self._written[value] = tuple(self._prose.prose(value))
        return lines

    def derived(self, value: str | None, text: str) -> tuple[LineView, ...]:
        """The line ``text``, which prints where the plan has ``value``."""
        text = self._prose.derived(value, text)
        line = self._derived.get(text)
        if line is None:
            line = self._derived[text] = (plain_line(text),)
        return line


def contents(placed: PlacedRow, label: str, cells: CellLines, *, one_time: bool) -> Contents:
    """What ``placed`` has to show; ``one_time``: its months stand in the column of times."""
    lines: dict[str, tuple[LineView, ...]] = {}
    if label:
        lines[LABEL] = cells.derived(placed.row.label, label)
    lines[TITLE] = cells.of(placed.row.title)
    alone: set[str] = set()
    for name, value in placed.cells.items():
        if name in ("start", "end"):
            month = cast("str", value)
            lines[name] = cells.derived(month, _MONTH.format(month))
        else:
            written = cells.of(value)
            if written:
                lines[name] = written
            if isinstance(value, Printed):
                alone.add(name)
    if one_time and "when" not in lines and "start" in lines and "end" in lines:
        months = dict.fromkeys(lines[name][0].text for name in ("start", "end"))
        lines["when"] = (plain_line(" - ".join(months)),)
    return Contents(lines, frozenset(alone))


def _in_words(words: Sequence[str], values: Sequence[str]) -> str:
    """``values`` with the words between them; an empty one takes along those that lead to it."""
    *leads, end = words
    pieces = [piece for lead, value in zip(leads, values, strict=True) if value for piece in (lead, value)]
    if not values[0]:
        pieces[0] = pieces[0].lstrip(_JOINING)
    if not values[-1]:
        end = end.lstrip(_CLOSING)
    return " ".join("".join((*pieces, end)).split())


def _around(before: str, lines: tuple[LineView, ...], after: str) -> Iterator[LineView]:
    """``lines`` with words before the first and after the last; a list stands below the words before it."""
    if not lines[0].label:
        lines = (lines[0]._replace(text=before + lines[0].text), *lines[1:])
    elif before.strip():
        lines = (plain_line(before.strip()), *lines)
    *most, last = lines
    yield from most
    yield last._replace(text=(last.text + after).rstrip())
