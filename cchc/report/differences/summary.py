"""What changed, in a few lines: how much of what, who gains and loses tasks, what could not be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cchc.compare.comparison import Comparison, Entry, Version
from cchc.compare.counting import Balance, balances, count_lines
from cchc.compare.left_out import NOT_COMPARED, left_out
from cchc.diagnostics import Language, Wording
from cchc.language.width import columns
from cchc.report.differences.lines import wrapped
from cchc.report.terminal import Styled

_TITLE = Wording("{old} → {new}", "{old} → {new}")
_NOTHING = Wording("không có khác biệt", "no difference")
_COUNTED = Wording("{n} khác biệt", "{n} difference(s)")
_OF_BOTH = Wording(
    "{n} khác biệt: {substantive} về nội dung, {editorial} về biên tập",
    "{n} difference(s): {substantive} substantive, {editorial} editorial",
)
_HIDDEN = Wording("{n} khác biệt khác không in, do --only", "{n} more not shown, because of --only")
_AGENCIES = Wording("Cơ quan chủ trì: số nhiệm vụ nhận (+), không còn (−)", "Leads: tasks gained (+) and lost (−)")
_HEIR_OF = Wording("{n} kế thừa từ {old}", "{n} by law from {old}")
_HEIRS = Wording("{n} chuyển theo quy định cho {new}", "{n} by law to {new}")
_GAP = "  "


def summary_lines(
    shown: Comparison, whole: Comparison, language: Language, width: int | None
) -> Iterator[list[Styled]]:
    """The summary of ``shown``, which has some or all entries of ``whole``."""
    old, new = _called(whole.old), _called(whole.new)
    yield from wrapped([Styled(_TITLE.fill({"old": old, "new": new}).in_(language), "bold")], width, 0, 2)
    yield from wrapped([Styled(_number(shown, whole, language), "bold")], width, 0, 2)
    yield from _counts(shown.entries, language, width)
    yield from _balances(tuple(balances(shown.entries)), language, width)
    yield from _left_out(whole, language, width)


def _called(version: Version) -> str:
    return version.id if version.id == version.name else f"{version.id} ({version.name})"


def _number(shown: Comparison, whole: Comparison, language: Language) -> str:
    if not whole.entries:
        return _NOTHING.in_(language)
    hidden = len(whole.entries) - len(shown.entries)
    weights = Counter(entry.weight for entry in shown.entries)
    values: dict[str, object] = {
        "n": len(shown.entries),
        **{name: weights[name] for name in ("substantive", "editorial")},
    }
    said = (_COUNTED if hidden else _OF_BOTH).fill(values).in_(language) if shown.entries else _NOTHING.in_(language)
    return f"{said} ({_HIDDEN.fill({'n': hidden}).in_(language)})" if hidden else said


def _counts(entries: Sequence[Entry], language: Language, width: int | None) -> Iterator[list[Styled]]:
    weighty = [entry for entry in entries if entry.weight == "substantive"]
    lines = list(count_lines(weighty or entries))
    margin = max((columns(line.subject.in_(language)) for line in lines), default=0) + 2
    for line in lines:
        name = line.subject.in_(language)
        counts = " · ".join(
            f"{count.name.in_(language)} {count.number}".replace(" ", "\u00a0") for count in line.counts
        )
        padded = Styled((name + " " * (margin - columns(name))).replace(" ", "\u00a0"), "cyan")
        yield from _unbound(wrapped([padded, Styled(counts)], width, 2, 2 + margin))


def _unbound(lines: Iterator[list[Styled]]) -> Iterator[list[Styled]]:
    """The lines with the spaces that only held words together."""
    for line in lines:
        yield [Styled(text.replace("\u00a0", " "), style) for text, style in line]


def _balances(found: Sequence[Balance], language: Language, width: int | None) -> Iterator[list[Styled]]:
    if not found:
        return
    yield []
    yield from wrapped([Styled(_AGENCIES.in_(language), "bold")], width, 0, 2)
    plus = max(len(f"+{each.gained}") for each in found)
    minus = max(len(f"-{each.lost}") for each in found)
    for each in found:
        figures = [
            Styled(_GAP + (f"+{each.gained}" if each.gained else "").rjust(plus), "green"),
            Styled(_GAP + (f"-{each.lost}" if each.lost else "").rjust(minus), "red"),
        ]
        by_law = [
            *(_HEIR_OF.fill({"n": number, "old": was}).in_(language) for was, number in each.heir_of),
            *(_HEIRS.fill({"n": number, "new": now}).in_(language) for now, number in each.heirs),
        ]
        said = f" ({'; '.join(by_law)})" if by_law else ""
        margin = plus + minus + 3 * len(_GAP)
        first, *rest = wrapped([Styled(each.agency), Styled(said, "dim")], width, margin, margin + 2)
        yield [*figures, Styled(first[0].text[margin - len(_GAP) :]), *first[1:]]
        yield from rest


def _left_out(whole: Comparison, language: Language, width: int | None) -> Iterator[list[Styled]]:
    if not whole.not_compared:
        return
    yield []
    yield from wrapped([Styled(NOT_COMPARED.in_(language), "bold")], width, 0, 2)
    for each in whole.not_compared:
        yield from wrapped(
            [Styled(f"{left_out(each).in_(language)} ({', '.join(map(str, each.places))})")], width, 2, 4
        )
