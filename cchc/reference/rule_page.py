"""The page of all rules: a table for each family and below it what ``cchc explain`` says of each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cchc.diagnostics import Rule, Severity, Wording
from cchc.pipeline.rules import HEADINGS, families
from cchc.reference.vocabulary import table
from cchc.report.placeholders import legible

_PLACE = "<<rules>>"
_FAMILIES = "<<families>>"
_NOTICE = "<!-- Made by `make reference` from the rules and from cchc/reference/rule_page.md; change it there. -->\n\n"
_SEVERITIES = {Severity.ERROR: "lỗi, error", Severity.WARNING: "cảnh báo, warning", Severity.NOTE: "lưu ý, note"}


def rule_page(prose: str) -> str:
    """``prose`` with the rules of the program where it says ``<<rules>>``, and links to them at ``<<families>>``."""
    held = families()
    assert _PLACE in prose, f"the prose has no {_PLACE}"
    links = " ·\n".join(f"[{letter}](#{_anchor(letter)}) {HEADINGS[letter].en}" for letter in held)
    return _NOTICE + prose.replace(_FAMILIES, links).replace(_PLACE, all_of(held))


def all_of(held: Mapping[str, Sequence[Rule]]) -> str:
    """The families one below the other."""
    return "\n\n".join(part for letter, rules in held.items() for part in _family(letter, rules))


def _family(letter: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"### {_title(letter)}"
    yield f"{HEADINGS[letter].vi}."
    yield table(("code", "name", "severity", "what it says"), map(_row, rules))
    for rule in rules:
        yield from _told(rule)


def _title(letter: str) -> str:
    return f"{letter}: {HEADINGS[letter].en}"


def _anchor(letter: str) -> str:
    kept = "".join(character for character in _title(letter).lower() if character.isalnum() or character in " -")
    return kept.replace(" ", "-")


def _row(rule: Rule) -> tuple[str, ...]:
    return (f"[{rule.code}](#{rule.code.lower()})", rule.name, rule.severity.value, _safe(legible(rule.message, "en")))


def _told(rule: Rule) -> Iterator[str]:
    yield f"#### {rule.code}"
    yield f"**{rule.name}** ({_SEVERITIES[rule.severity]})"
    pieces: list[tuple[str, str, Wording | None]] = [
        ("Says", "Báo", rule.message),
        ("Way out", "Cách sửa", rule.hint),
        ("Why", "Vì sao", rule.reason),
    ]
    yield "\n".join(line for *labels, words in pieces if words for line in _both(labels, words))
    if rule.example:
        yield f"```yaml\n# wrong\n{rule.example.wrong}\n```"
        yield f"```yaml\n# right\n{rule.example.right}\n```"


def _both(labels: Sequence[str], wording: Wording) -> Iterator[str]:
    english, vietnamese = labels
    yield f"- {english}: {_safe(legible(wording, 'en'))}"
    yield f"- {vietnamese}: {_safe(legible(wording, 'vi'))}"


def _safe(text: str) -> str:
    """``text`` as Markdown shows it: nothing in it is a sign of Markdown."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in text)
