"""One body under two names in one plan."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.checks.assigned import cell_span, duty_span
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.registry.naming import abbreviates
from cchc.registry.reading import Mention
from cchc.source import Span

TWO_SPELLINGS = Rule(
    "G110",
    "two-spellings",
    Severity.NOTE,
    Wording(
        "cùng một cơ quan được ghi hai cách: “{rare}” ({few} chỗ) và “{usual}” ({many} chỗ)",
        "one body is called in two ways: “{rare}” (places: {few}) and “{usual}” (places: {many})",
    ),
    Wording("ghi thống nhất, ví dụ “{usual}”", "write one of them throughout, such as “{usual}”"),
    Wording(
        "Một văn bản nên gọi một cơ quan bằng một tên; viết tắt thì viết tắt ở mọi chỗ cùng loại. Mỗi cơ quan được "
        "báo một lần. So các cột cơ quan và tên các mục nhiệm vụ.",
        "An act should call a body by one name, and abbreviate it everywhere or nowhere. Each body is said once. "
        "Compared are the columns of bodies and the headings of duty lists.",
    ),
    Example.within(
        "tasks:\n  - {title: Một, lead: Văn phòng UBND tỉnh}\n  - {title: Hai, lead: ___}",
        wrong="Văn phòng Ủy ban nhân dân tỉnh",
        right="Văn phòng UBND tỉnh",
    ),
)


class _Use(NamedTuple):
    """A way to call a body: its name, the words as they first stand, how often, where first."""

    name: str
    words: str
    places: int
    first: Span

    def with_(self, other: "_Use") -> "_Use":
        """The two together."""
        first = min(self, other, key=lambda use: use.first.start)
        return first._replace(places=self.places + other.places)


def check_spellings(context: Context) -> Iterator[Diagnostic]:
    """Bodies that the columns of bodies and duty lists call in more than one way."""
    uses: dict[str, dict[str, _Use]] = {}
    for mention, count, span in _mentions(context):
        body = context.registry.known(mention.id)
        naming = context.assigned.naming(mention) if body else None
        if body is None or naming is None or not naming.name or naming.spelling in map(fold, body.misspelled):
            continue
        of_body = uses.setdefault(body.id, {})
        known = of_body.get(naming.spelling)
        use = _Use(naming.name, naming.words, count, span.of(naming.words))
        of_body[naming.spelling] = use.with_(known) if known else use
    for ways in uses.values():
        yield from _said(sorted(ways.values(), key=lambda use: -use.places))


def _said(ways: list[_Use]) -> Iterator[Diagnostic]:
    """The rarest way at its place, with the usual one beside it; other names than short forms are other bodies."""
    usual, *others = ways
    alike = [use for use in others if abbreviates(use.name, usual.name) or abbreviates(usual.name, use.name)]
    if not alike:
        return
    rare = alike[-1]
    related = (Related(usual.first, Wording(f"ở đây ghi “{usual.words}”", f"here it is “{usual.words}”")),)
    words = {"rare": excerpt(rare.words), "usual": excerpt(usual.words)}
    yield TWO_SPELLINGS.filled(rare.first, {**words, "few": rare.places, "many": usual.places}, related=related)


def _mentions(context: Context) -> Iterator[tuple[Mention, int, Span]]:
    """Every name that is read, how many places have its words, and the first of these."""
    for cell in context.assigned.cells():
        span = cell_span(cell.rows[0], cell.field, context.places)
        for mention in cell.mentions:
            yield mention, len(cell.rows), span
    for duty in context.assigned.duties:
        for mention in duty.bodies:
            yield mention, 1, duty_span(duty, context.places)
