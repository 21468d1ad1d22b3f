"""A plan against the one that it carries out: its years lie in that one's, its targets do not fall behind.

Only a run that has read the other plan judges this (``Context.implemented``): ``cchc validate``, not ``cchc build``,
which would take a tenth longer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cchc.checks.context import Context
from cchc.checks.indicators import Names, Target, place_of, targets, targets_of_objectives
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.bounds import DOWNWARD
from cchc.language.folding import fold
from cchc.language.indicators import likeness

OTHER_YEARS = Rule(
    "R109",
    "implements-other-years",
    Severity.WARNING,
    Wording(
        "kế hoạch “{id}” là của {theirs}, không gồm {years}",
        "the plan “{id}” is for {theirs}, which does not hold {years}",
    ),
    Wording(
        "sửa “implements” hoặc “period”; kế hoạch không thực hiện kế hoạch nào thì bỏ “implements”",
        "change “implements” or “period”; a plan that carries out no other one has no “implements”",
    ),
    Wording(
        "kế hoạch năm cụ thể hóa kế hoạch của giai đoạn có năm ấy; mã của giai đoạn trước thường là sót lại khi chép",
        "a yearly plan carries out that of the years around it; the id of earlier years is mostly left from copying",
    ),
    Example(
        wrong="period: 2026\nimplements: 2021-2025\n# 2021-2025.yaml\nperiod: 2021-2025",
        right="period: 2026\nimplements: 2026-2030\n# 2026-2030.yaml\nperiod: 2026-2030",
    ),
)
FALLS_BEHIND = Rule(
    "K107",
    "target-behind-plan",
    Severity.WARNING,
    Wording(
        "“{name}” đặt {own}, chưa tới mức {theirs} của kế hoạch “{id}”",
        "“{name}” aims at {own}, short of {theirs} in the plan “{id}”",
    ),
    Wording(
        "nâng mức này, hoặc nói rõ vì sao thấp hơn kế hoạch đang được thực hiện",
        "raise it, or say why it lies below the plan that is carried out",
    ),
    Wording(
        "kế hoạch năm cuối mà đặt thấp hơn kế hoạch giai đoạn thì giai đoạn không thể đạt",
        "where the last year aims lower than the plan for all years, that plan cannot be reached",
    ),
    Example.within(
        "implements: 2021-2025\n"
        "body:\n"
        "  - title: Mục tiêu\n"
        "    objectives: ___\n"
        "# 2021-2025.yaml\n"
        "body:\n"
        "  - title: Mục tiêu\n"
        "    objectives: Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng",
        wrong="Tối thiểu 70% hồ sơ được xử lý trên môi trường mạng",
        right="Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng",
    ),
)
_THEIRS = Wording("mức của kế hoạch ấy", "the target there")
_THEIR_YEARS = Wording("kỳ của kế hoạch ấy", "the years of that plan")


def check_implemented(context: Context) -> Iterator[Diagnostic]:
    """Years outside those of the plan that this one implements, and targets that fall behind its own."""
    other = context.implemented
    if other is None:
        return
    own, theirs = context.period, other.period
    name = context.plan.implements or ""
    if own.first < theirs.first or own.last > theirs.last:
        yield OTHER_YEARS.at(
            context.places.value(("implements",)),
            related=(Related(other.places.value(("period",)), _THEIR_YEARS),),
            id=name,
            theirs=theirs,
            years=own,
        )
        return
    there = _Targets(other)
    for target in targets(context, there.may_name):
        behind = there.ahead_of(target, context.period.last)
        if behind is None:
            continue
        place = place_of(other, behind.path, behind.text, behind.figure.start, behind.figure.end)
        yield FALLS_BEHIND.at(
            place_of(context, target.path, target.text, target.figure.start, target.figure.end),
            related=(Related(place, _THEIRS),),
            name=excerpt(target.name),
            own=target.written,
            theirs=behind.written,
            id=name,
        )


class _Targets:
    """The targets of a plan that others carry out."""

    def __init__(self, context: Context) -> None:
        self._last_year = context.period.last
        self._targets = tuple(targets_of_objectives(context))
        self._by_word: Mapping[str, list[int]] = defaultdict(list)
        for number, target in enumerate(self._targets):
            for word in set(target.words):
                self._by_word[word].append(number)
        self._names = Names(target.figure.name for target in self._targets)
        self._alike: dict[tuple[str, ...], Sequence[Target]] = {}

    def may_name(self, text: str) -> bool:
        """Whether ``text`` may name an indicator of this plan."""
        return bool(self._names.near(text))

    def ahead_of(self, target: Target, year: int) -> Target | None:
        """The target for the same indicator and scope that ``target``, due in ``year`` at the latest, falls behind.

        None where this plan has none, where one of several is kept, and before the year in which it is due: until
        then a plan is on its way.
        """
        comparable = [
            other
            for other in self.alike(target.words)
            if _comparable(target, other)
            and (target.figure.due_year or year) >= (other.figure.due_year or self._last_year)
        ]
        behind = [other for other in comparable if _behind(target, other)]
        return behind[0] if behind and len(behind) == len(comparable) else None

    def alike(self, words: tuple[str, ...]) -> Sequence[Target]:
        """The targets whose indicator is most like one of these ``words``."""
        if words not in self._alike:
            shared = Counter(number for word in set(words) for number in self._by_word.get(word, ()))
            near = [number for number, count in shared.items() if 5 * count >= 2 * len(set(words)) or count >= 4]
            likest = {number: likeness(words, self._targets[number].words) for number in sorted(near)}
            best = max(likest.values(), default=0.0)
            self._alike[words] = tuple(self._targets[n] for n, like in likest.items() if like == best and best > 0)
        return self._alike[words]


def _comparable(target: Target, other: Target) -> bool:
    """Whether both count the same thing for the same: unit, change, comparison, and the levels of ``target``."""
    ours, theirs = target.figure, other.figure
    alike = (ours.unit, ours.change, ours.rate) == (theirs.unit, theirs.change, theirs.rate)
    same_base = fold(ours.compared_with or "") == fold(theirs.compared_with or "")
    within = set(ours.scope) <= set(theirs.scope) and bool(ours.scope) == bool(theirs.scope)
    downward = (ours.bound in DOWNWARD) == (theirs.bound in DOWNWARD)
    return alike and same_base and within and downward and target.around == other.around


def _behind(target: Target, other: Target) -> bool:
    if other.figure.bound in DOWNWARD:
        return (target.figure.upper or target.figure.value) > (other.figure.upper or other.figure.value)
    return target.figure.value < other.figure.value
