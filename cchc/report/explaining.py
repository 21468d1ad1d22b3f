"""What rules are and why: a list of all of them, or one with everything that is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cchc.diagnostics import Language, Rule, Severity, Wording
from cchc.language.width import columns
from cchc.report.json_text import json_text
from cchc.report.outline import cut
from cchc.report.placeholders import legible
from cchc.report.terminal import STYLES, Styled
from cchc.report.words import SEVERITIES, WAY_OUT

FORMAT = 1
"""Of the JSON: raised when a reader of the former one would be misled."""

_NARROWEST = 24
_GAP = "  "
_WHY = Wording("vì sao", "why")
_WRONG = Wording("sai", "wrong")
_RIGHT = Wording("đúng", "right")
_ALLOWING = Wording("để nguyên", "to let it stand")
_COMMENT = Wording("# cchc: allow {code} vì (lý do)", "# cchc: allow {code} because (reason)")
_IN_SETTINGS = Wording("trong cchc.toml: {setting}", "in cchc.toml: {setting}")
_PLACE = Wording("cuối dòng ấy, hoặc trên một dòng riêng ngay trước", "behind the line, or on a line of its own above")
_NEVER = Wording("không được: lỗi thì phải sửa", "it cannot: an error has to be mended")
_DRAFT = Wording("; bản in để góp ý: cchc build --draft", "; for a draft to hand round: cchc build --draft")
_COUNTED = Wording(
    "{count} quy tắc. Xem từng quy tắc: cchc explain MÃ", "{count} rules. About one of them: cchc explain CODE"
)


def rule_list(
    families: Mapping[str, Sequence[Rule]], headings: Mapping[str, Wording], language: Language, width: int | None
) -> Iterator[list[Styled]]:
    """Every rule on a line below the heading of its family, cut to ``width`` columns (absent: whole)."""
    rules = [rule for family in families.values() for rule in family]
    severities = max((columns(SEVERITIES[severity].in_(language)) for severity in Severity), default=0)
    names = max((columns(rule.name) for rule in rules), default=0)
    for letter, family in families.items():
        yield [Styled(f"{letter}{_GAP}{headings[letter].in_(language)}", "bold")]
        for rule in family:
            severity = SEVERITIES[rule.severity].in_(language)
            before = f"{_GAP}{rule.code}{_GAP}"
            name = f"{_GAP}{rule.name}{' ' * (names - columns(rule.name))}{_GAP}"
            room = None if width is None else max(width - len(before) - severities - len(name), _NARROWEST)
            message = legible(rule.message, language)
            yield [
                Styled(before),
                Styled(severity + " " * (severities - columns(severity)), STYLES[rule.severity]),
                Styled(name),
                Styled(message if room is None else cut(message, room), "dim"),
            ]
        yield []
    yield [Styled(_COUNTED.fill({"count": len(rules)}).in_(language))]


def rule_lines(rule: Rule, language: Language, *, drafted: bool, in_plans: bool) -> Iterator[list[Styled]]:
    """Everything that there is to say of ``rule``.

    ``drafted``: a draft prints in spite of it. ``in_plans``: what breaks it stands in a plan, where comments count.
    """
    severity = SEVERITIES[rule.severity].in_(language)
    yield [Styled(f"{severity} {rule.code}", STYLES[rule.severity]), Styled(f" {rule.name}", "bold")]
    yield [Styled(_GAP + legible(rule.message, language))]
    if rule.hint:
        yield _labelled(WAY_OUT, legible(rule.hint, language), language)
    if rule.reason:
        yield _labelled(_WHY, rule.reason.in_(language), language)
    if rule.example:
        for wording, piece, style in ((_WRONG, rule.example.wrong, "red"), (_RIGHT, rule.example.right, "green")):
            yield [Styled(f"{_GAP}{wording.in_(language)}:", "bold")]
            yield from ([Styled(f"    {line}", style)] for line in piece.splitlines())
    yield from _allowing(rule, language, drafted, in_plans)


def _allowing(rule: Rule, language: Language, drafted: bool, in_plans: bool) -> Iterator[list[Styled]]:
    if rule.severity is Severity.ERROR:
        yield _labelled(_ALLOWING, _NEVER.in_(language) + (_DRAFT.in_(language) if drafted else ""), language)
        return
    yield [Styled(f"{_GAP}{_ALLOWING.in_(language)}:", "bold")]
    if in_plans:
        comment = _COMMENT.fill({"code": rule.code}).in_(language)
        yield [Styled(f"    {comment}", "green"), Styled(f"  ({_PLACE.in_(language)})", "dim")]
    setting = f'rules = {{{rule.code} = "off"}}'
    yield [Styled(f"    {_IN_SETTINGS.fill({'setting': setting}).in_(language)}")]


def _labelled(label: Wording, text: str, language: Language) -> list[Styled]:
    return [Styled(f"{_GAP}{label.in_(language)}: ", "bold"), Styled(text)]


def rules_document(rules: Sequence[Rule], headings: Mapping[str, Wording], version: str) -> str:
    """``rules`` as one JSON document in both languages; places in messages are named as people read them."""
    return json_text(
        {
            "format": FORMAT,
            "tool": {"name": "cchc", "version": version},
            "rules": [_told(rule, headings[rule.code[0]]) for rule in rules],
        }
    )


def _told(rule: Rule, heading: Wording) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": _both(heading),
        "severity": rule.severity.value,
        "may_be_allowed": rule.severity is not Severity.ERROR,
        "message": _both(rule.message),
        "hint": _both(rule.hint) if rule.hint else None,
        "reason": _both(rule.reason) if rule.reason else None,
        "example": rule.example._asdict() if rule.example else None,
    }


def _both(wording: Wording) -> dict[str, str]:
    return {"vi": legible(wording, "vi"), "en": legible(wording, "en")}
