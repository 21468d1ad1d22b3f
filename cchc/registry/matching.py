"""Finds the one name that stands at a position of a text, among the bodies, classes and offices known."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from cchc.registry.facts import Body, BodyClass, Office
from cchc.registry.lexicon import Lexicon, Words
from cchc.registry.names import Form, Token, words_of
from cchc.registry.places import begins_with, read_places

# What may follow a name without changing whom it names. A place may stand behind it, or must.
_TRAILERS: tuple[Words, ...] = (
    ("đóng", "trên", "địa", "bàn"),
    ("trên", "địa", "bàn"),
    ("tại", "địa", "phương"),
    ("có", "liên", "quan"),
    ("liên", "quan"),
    ("trực", "thuộc"),
    (),
)
_PLACED_TRAILERS: tuple[Words, ...] = (
    ("thuộc",),
    ("của",),
    ("thuộc", "ubnd"),
    ("thuộc", "ủy", "ban", "nhân", "dân"),
)
_TRAILERS_BEGIN = frozenset(words[0] for words in (*_TRAILERS, *_PLACED_TRAILERS) if words)
# "các cơ quan được UBND tỉnh giao chủ trì …" goes on, commas and names included, to the end of its part of the list.
_OPEN_TRAILER = "được"


class Context(NamedTuple):
    """What a list has said once for the names to come: words they begin with, the office they are about.

    ``office`` holds for all names of an announced list ("Giám đốc các Sở: …"), else only for those that
    need ``prefixes``. An announced list that begins with semicolons goes on behind them; others end there.
    """

    prefixes: tuple[Words, ...] = ()
    office: str | None = None
    announced: bool = False
    by_semicolon: bool | None = None

    def behind(self, separator: Token) -> "Context":
        """The context behind ``separator``."""
        strong = separator.ends_list
        if not self.announced:
            return Context() if strong else self
        if strong and self.by_semicolon is False:
            return Context()
        if strong or separator.key == ",":
            return self._replace(by_semicolon=strong if self.by_semicolon is None else self.by_semicolon)
        return self


class Found(NamedTuple):
    """A reading of the words ``start`` to ``end`` (exclusive), and what it says for the names behind it."""

    kind: Literal["body", "office_holder", "class", "unknown"]
    id: str | None
    office: str | None
    start: int
    end: int
    context: Context = Context()


class Matcher:
    """Reads one text against a lexicon, its bodies as they were ``on`` a day."""

    def __init__(self, lexicon: Lexicon, text: Sequence[Token], on: date | None) -> None:
        self._lexicon = lexicon
        self._text = text
        self._on = on

    def match(self, at: int, context: Context) -> Found | None:
        """The longest reading at ``at`` that ends where a name can end; None where there is none."""
        readings = (*self._plain(at, context), *self._prefixed(at, context), *self._holders(at))
        return max(readings, key=lambda found: found.end, default=None)

    def unknown(self, at: int, context: Context) -> Found:
        """The words from ``at`` to where another name begins, as they stand."""
        end = at + 1
        while end < len(self._text) and not self._ends_unknown(end, context):
            end += 1
        while end > at + 1 and self._text[end - 1].separates:
            end -= 1
        return Found("unknown", None, None, at, end, context)

    def _ends_unknown(self, at: int, context: Context) -> bool:
        token = self._text[at]
        if token.ends_list:
            return True
        if not token.separates or at + 1 == len(self._text):
            return False
        begins = any(True for _ in self._lexicon.heads.read(self._text, at + 1))
        return begins or self.match(at + 1, context) is not None

    def _plain(self, at: int, context: Context) -> Iterator[Found]:
        """Bodies and classes that stand in full."""
        office = context.office if context.announced else None
        for found in self._bodies(at, ()):
            yield self._of(office, found, context)
        yield from self._classes(at)
        yield from self._lists(at, None)

    def _prefixed(self, at: int, context: Context) -> Iterator[Found]:
        """Bodies of which the list has said the first words before."""
        for prefix in context.prefixes:
            for found in self._bodies(at, prefix):
                if found.end > at:
                    yield self._of(context.office, found, context)

    def _of(self, office: str | None, found: Found, context: Context) -> Found:
        """``found`` as the holder of ``office``, where there is one; an announced list goes on behind it."""
        if context.announced:
            stem = found.context.prefixes[-1:]
            found = found._replace(context=context._replace(prefixes=(*context.prefixes[:1], *stem)))
        else:
            found = found._replace(context=found.context._replace(office=office))
        return found._replace(kind="office_holder", office=office) if office else found

    def _holders(self, at: int) -> Iterator[Found]:
        """Holders of an office: of a body, of a class, of several bodies in a list, of nothing that is named."""
        begin = at + 1 if begins_with(self._text, at, ("các",)) else at
        for office, end in self._lexicon.offices.read(self._text, begin):
            for found in self._held(office, end):
                context = found.context._replace(office=office.id)
                yield found._replace(kind="office_holder", office=office.id, start=at, context=context)
            stop = self._boundary(end)
            if stop is not None:
                yield Found("office_holder", None, office.id, at, stop)

    def _held(self, office: Office, at: int) -> Iterator[Found]:
        if office.shared:
            yield from self._bodies(at, words_of(office.shared))
        yield from self._bodies(at, ())
        yield from self._classes(at)
        yield from self._lists(at, office.id)

    def _lists(self, at: int, office: str | None) -> Iterator[Found]:
        """The first body of an announced list: "Các Sở: NV, …", "các sở Nội vụ, …", "các cơ quan: Công an tỉnh; …"."""
        for body_class, end in self._lexicon.classes.read(self._text, at):
            head: Words = words_of(body_class.head) if body_class.head else ()
            colon = begins_with(self._text, end, (":",))
            context = Context((head,) if head else (), office, announced=True)
            for prefix in ((head, ()) if head and colon else (head,)) if head or colon else ():
                for found in self._bodies(end + colon, prefix):
                    if found.end > end + colon:
                        yield self._of(office, found, context)._replace(start=at)

    def _classes(self, at: int) -> Iterator[Found]:
        for body_class, end in reversed(tuple(self._lexicon.classes.read(self._text, at))):
            for stop in (*self._stops(end), *self._boundaries(self._places(end))):
                yield self._class(body_class, at, stop)
            if begins_with(self._text, end, (_OPEN_TRAILER,)):
                yield self._class(body_class, at, self._clause_end(end))

    def _class(self, body_class: BodyClass, start: int, end: int) -> Found:
        return Found("class", body_class.id, None, start, end)

    def _clause_end(self, at: int) -> int:
        while at < len(self._text) and not self._text[at].ends_list:
            at += 1
        while self._text[at - 1].separates:
            at -= 1
        return at

    def _bodies(self, at: int, prefix: Words) -> Iterator[Found]:
        """Bodies named by ``prefix`` and the words at ``at``: of those that end together the one of the day."""
        stops: dict[int, list[tuple[Body, Form]]] = {}
        read = tuple(self._lexicon.bodies.read(self._text, at, prefix))
        for end, group in groupby(reversed(read), key=itemgetter(1)) if read else ():
            for named, stop in self._body_stops([named for named, _ in group], end):
                stops.setdefault(stop, []).append(named)
        for stop, candidates in stops.items():
            body, form = self._of_the_day(candidates)
            heads = tuple((word,) for word in form.words[:1] if word in self._lexicon.list_heads)
            yield Found("body", body.id, None, at, stop, Context((*heads, form.words)))

    def _of_the_day(self, candidates: Sequence[tuple[Body, Form]]) -> tuple[Body, Form]:
        on = self._on
        return next((named for named in candidates if on is None or named[0].exists_on(on)), candidates[0])

    def _body_stops(self, named: Sequence[tuple[Body, Form]], end: int) -> Iterator[tuple[tuple[Body, Form], int]]:
        """Which of the bodies ``named`` by the words up to ``end`` are meant, and where their place ends."""
        for body, form in named:
            if not form.placed:
                yield from (((body, form), stop) for stop in self._stops(end))
        for tier, behind in read_places(self._text, end, self._lexicon.provinces):
            for body, form in named:
                if form.tier == tier:
                    yield from (((body, form), stop) for stop in self._stops(behind))

    def _stops(self, end: int) -> Iterator[int]:
        """Where a name that reaches ``end`` can end: there, or behind "trên địa bàn tỉnh", "(…)" and the like."""
        if end >= len(self._text) or self._text[end].key not in _TRAILERS_BEGIN:
            yield from self._boundaries((end,))
            return
        for trailer in _TRAILERS:
            if begins_with(self._text, end, trailer):
                behind = end + len(trailer)
                yield from self._boundaries((behind, *self._places(behind)) if trailer else (behind,))
        for trailer in _PLACED_TRAILERS:
            if begins_with(self._text, end, trailer):
                yield from self._boundaries(self._places(end + len(trailer)))

    def _places(self, at: int) -> Iterator[int]:
        return (end for _, end in read_places(self._text, at, self._lexicon.provinces))

    def _boundaries(self, ends: Iterable[int]) -> Iterator[int]:
        return (stop for end in ends if (stop := self._boundary(end)) is not None)

    def _boundary(self, at: int) -> int | None:
        """The end of a name at ``at``, behind what stands in brackets; None where a word goes on."""
        if begins_with(self._text, at, ("(",)):
            closing = next((i for i in range(at, len(self._text)) if self._text[i].key == ")"), None)
            at = at if closing is None else closing + 1
        return at if at == len(self._text) or self._text[at].separates else None
