"""What a plan aims at: every figure that an objective or a row states, with the indicator's words made comparable."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from cchc.checks.context import Context
from cchc.language.figures import Figure, read_figures
from cchc.language.folding import fold
from cchc.language.footnotes import without_marks
from cchc.language.indicators import indicator_words, signs_to_spaces
from cchc.language.numbers import DecimalSign
from cchc.model.body import Section, walk
from cchc.patterns import deferred
from cchc.source import KeyPath, Span

_LEVELS = frozenset(("tỉnh", "huyện", "xã"))


Worth: TypeAlias = Callable[[str], bool]
"""Whether the indicator of an objective, or a sentence of a row, may name what another one names."""


class Target(NamedTuple):
    """A figure that a plan aims at: the text that holds it, where that stands, and the indicator's comparable words.

    ``around`` is what narrows the figure from outside its sentence: bodies, levels, years of the headings around it,
    what leads in to it. ``subject`` is the title of the row that states it, empty in an objective.
    """

    path: KeyPath
    text: str
    figure: Figure
    name: str
    words: tuple[str, ...]
    around: tuple[str, ...]
    subject: str

    @property
    def written(self) -> str:
        """The figure as it stands in the text."""
        return self.text[self.figure.start : self.figure.end]


def targets(context: Context, worth: Worth = bool) -> Iterator[Target]:
    """The figures of the objectives of a plan, then those that its rows state; one without an indicator is left out.

    Of the objectives, the indicators that are ``worth`` comparing, and of the rows the sentences.
    """
    yield from targets_of_objectives(context, worth)
    for row, field, text in context.row_sentences:
        for figure in _figures(text, context.plan.decimal) if worth(text) else ():
            if figure.name:
                path, words = _cell(context, row.path, field), _of_levels(indicator_words(figure.name), figure)
                yield Target(path, text, figure, figure.name, words, (), " ".join(row.title))


def targets_of_objectives(context: Context, worth: Worth = bool) -> Iterator[Target]:
    """The figures of the objectives alone, as ``targets`` has them."""
    marked = any(figure.id for objective in context.objectives for figure in objective.figures)
    # Only a marked figure has a note; to look for notes is to walk the whole plan.
    described = context.described if marked else ()
    notes = {name: note for _, _, held in described for name, note in held.items()}
    around = _around(context.plan.body)
    for objective in context.objectives:
        outer = (*_headings(objective.path, around), *_narrowed_by(objective.lead_in))
        for figure in objective.figures:
            note = notes.get(figure.id or "")
            name = (note.name if note else None) or figure.name
            if name and (worth(figure.name) or name != figure.name):
                words = _of_levels(indicator_words(name), figure)
                yield Target(objective.path, objective.text, figure, name, words, outer, "")


def worth_comparing(context: Context) -> Worth:
    """Which indicators of objectives and which sentences of rows may speak of one thing."""
    said = Counter(figure.name for aim in context.objectives for figure in aim.figures if figure.name)
    known = Names(said)
    worthy = {name for name, times in said.items() if times > 1 or len(known.near(name)) > 1}
    titles = Counter(row.title for row in context.rows)
    judged: set[str] = set()
    for row, _, text in context.row_sentences:
        if text not in judged:
            judged.add(text)
            found = known.near(text)
            worthy.update(found, (text,) if found else ())
        if titles[row.title] > 1:
            worthy.add(text)
    return worthy.__contains__


class Names:
    """Names of indicators, asked for those that a text may mean: to fold and read every text would take too long.

    A text may mean a name of which it has three words in five, as they come. Then it has one of the two in five and
    one more that are rarest among all names: only these are looked up.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._words = {name: _crudely(name) for name in names}
        often = Counter(word for words in self._words.values() for word in words)
        self._by_word: dict[str, list[str]] = {}
        for name, words in self._words.items():
            for word in sorted(words, key=lambda word: (often[word], word))[: 2 * len(words) // 5 + 1]:
                self._by_word.setdefault(word, []).append(name)

    def near(self, text: str) -> list[str]:
        """The names that ``text`` may mean."""
        words = _crudely(text)
        found = {name for word in self._by_word.keys() & words for name in self._by_word[word]}
        return [name for name in found if 5 * len(words & self._words[name]) >= 3 * len(self._words[name])]


def _crudely(text: str) -> frozenset[str]:
    """The words of ``text`` as they come: folding each would take most of the time."""
    return frozenset(signs_to_spaces(text.casefold()).split())


def place_of(context: Context, path: KeyPath, text: str, start: int, end: int) -> Span:
    """The place of the characters ``start`` to ``end`` of the ``text`` at ``path``."""
    span = context.places.value(path)
    before = span.of(text[:end])
    if before is not span:
        return Span(before.source, before.end - (end - start), before.end)
    return span.of(text[start:end])


def _of_levels(words: tuple[str, ...], figure: Figure) -> tuple[str, ...]:
    """The words of an indicator without the levels that its figure knows: “hồ sơ công việc tại cấp xã”."""
    if not figure.scope or "cấp" not in words:
        return words
    kept: list[str] = []
    for number, word in enumerate(words):
        follows = number and words[number - 1] == "cấp" and word in _LEVELS
        if not (follows or (word in ("tại", "cấp") and _LEVELS.intersection(words[number + 1 : number + 3]))):
            kept.append(word)
    return tuple(kept)


_NARROWING = deferred(r"(?:19|20)\d\d|cấp (?:tỉnh|huyện|xã)|lĩnh vực .*|đối với .*")


_DUE_ALONE = deferred(r"(?:phấn đấu )?(?:tính )?(?:đến|trong)?(?: hết| cuối)? ?năm \d{4},? ?(?:phấn đấu)?:?")


def _around(body: tuple[Section, ...]) -> Mapping[KeyPath, tuple[str, ...]]:
    """What the heading of each section narrows, by its key path."""
    found: dict[KeyPath, tuple[str, ...]] = {}
    for path, section in walk(body):
        said = tuple(_NARROWING.findall(fold(section.title or "")))
        if section.agency:
            said = (*said, fold(section.agency))
        if said:
            found[path] = said
    return found


def _headings(path: KeyPath, around: Mapping[KeyPath, tuple[str, ...]]) -> Iterator[str]:
    for end in range(2, len(path) + 1):
        yield from around.get(path[:end], ())


def _narrowed_by(lead_in: str) -> tuple[str, ...]:
    """What a lead-in narrows: all that it says, unless it says only until when."""
    said = fold(lead_in)
    return () if not said or _DUE_ALONE.fullmatch(said) else (said,)


def _cell(context: Context, row: KeyPath, field: str) -> KeyPath:
    """Where the cell ``field`` of the row at ``row`` stands: a line of ``parts`` may have it from its row."""
    path: KeyPath = (*row, field)
    if len(row) > 1 and row[-2] == "parts" and path not in context.places.values:
        return (*row[:-2], field)
    return path


@lru_cache(maxsize=4096)
def _figures(text: str, decimal: DecimalSign) -> tuple[Figure, ...]:
    """The figures of a cell's sentence; cells repeat."""
    return read_figures(without_marks(text), decimal=decimal)
