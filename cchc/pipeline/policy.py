"""What a project makes of what is found: severities of its own, rules switched off, findings that it knows already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.folding import nearest
from cchc.loader.allowances import UNUSED, Allowance, allowances
from cchc.pipeline.rules import all_rules
from cchc.source import Source, SourceMap, Span
from cchc.suggestions import did_you_mean
from cchc.workspace.settings import OFF, RuleSetting

NOT_IN_EVERY_RUN = frozenset({"K107", "R109", "S202", "S203", "V111"})
"""Rules that need other plans, which a build or a run over one plan does not read."""

NO_SUCH_RULE = Rule(
    "Q104",
    "no-such-rule",
    Severity.WARNING,
    Wording("không có quy tắc nào mang mã {code}", "there is no rule {code}"),
    Wording("xem danh sách: cchc explain", "cchc explain lists them"),
    Wording("một mã viết sai thì không có tác dụng gì", "a misspelled code has no effect at all"),
    Example(
        "# cchc: allow D999 vì bản gốc gõ số\ntitle: Cải cách hành chính",
        "# cchc: allow D101 vì bản gốc gõ số\ntitle: Cải cách hành chính",
    ),
)
ALWAYS_AN_ERROR = Rule(
    "Q105",
    "error-not-allowed",
    Severity.WARNING,
    Wording("{code} là lỗi, không bỏ qua hay hạ mức được", "{code} is an error: it can neither be allowed nor lowered"),
    Wording("sửa lỗi; bản in để góp ý thì dùng --draft", "correct it; --draft prints a draft in spite of it"),
    Wording(
        "lỗi là điều làm văn bản không in được hoặc sai dù ai ký",
        "an error means that the document cannot be made, or is wrong whoever signs it",
    ),
    Example(
        "# cchc: allow R101 vì mã cũ\ntitle: Cải cách hành chính",
        "# cchc: allow R107 vì sẽ dùng sau\ntitle: Cải cách hành chính",
    ),
)


class Policy(NamedTuple):
    """The severities that a project gives to rules by code; None switches a rule off."""

    severities: Mapping[str, Severity | None] = {}

    def judged(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """``found`` with the project's severities, without what it switched off."""
        for each in found:
            severity = self.severities.get(each.code, each.severity)
            if severity is not None:
                yield each if severity is each.severity else each._replace(severity=severity)


def policy_of(settings: Iterable[RuleSetting]) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """The policy that ``settings`` ask for, and those of them that ask for what cannot be."""
    severities: dict[str, Severity | None] = {}
    problems: list[Diagnostic] = []
    for code, level, place in settings:
        problem = None if level == Severity.ERROR and code in _severities() else refused(code, place)
        if problem:
            problems.append(problem)
        else:
            severities[code] = None if level == OFF else Severity(level)
    return Policy(severities), tuple(problems)


def allowed(found: Sequence[Diagnostic], source: Source, places: SourceMap) -> Iterator[Diagnostic]:
    """``found`` without what comments of ``source`` allow, and what is wrong with these comments.

    An allowance that nothing needed is said too, but for those of rules that only some runs apply.
    """
    said = tuple(allowances(source, places))
    given = [each for each in said if isinstance(each, Allowance)]
    yield from (each for each in said if isinstance(each, Diagnostic))
    refusals = {each: refused(each.code, each.place) for each in given}
    yield from filter(None, refusals.values())
    valid = [each for each in given if refusals[each] is None]
    used: set[Allowance] = set()
    for each in found:
        by = next((allowance for allowance in valid if allowance.covers(each)), None)
        if by is None:
            yield each
        else:
            used.add(by)
    for allowance in valid:
        if allowance not in used and allowance.code not in NOT_IN_EVERY_RUN:
            yield UNUSED.at(allowance.place, code=allowance.code)


def granted(source: Source, places: SourceMap) -> Iterator[Allowance]:
    """The allowances of ``source`` that have effect."""
    for each in allowances(source, places):
        if isinstance(each, Allowance) and refused(each.code, each.place) is None:
            yield each


def refused(code: str, place: Span) -> Diagnostic | None:
    """Why the rule ``code``, named at ``place``, cannot be allowed or made less: there is none, or it is an error."""
    severity = _severities().get(code)
    if severity is None:
        near = nearest(code, _severities())
        return NO_SUCH_RULE.at(place, code=excerpt(code), hint=did_you_mean(near) if near else None)
    return ALWAYS_AN_ERROR.at(place, code=code) if severity is Severity.ERROR else None


@cache
def _severities() -> Mapping[str, Severity]:
    return {rule.code: rule.severity for rule in all_rules()}
