"""Questions on a terminal about a new plan: each with an answer that Enter accepts, asked again until it fits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from cchc.cli import words
from cchc.diagnostics import Language, Wording
from cchc.pipeline.beginning import Beginning, fit_id, kind_of, period_of, propose, unit_of
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.report.console import Console
from cchc.report.plain import plain


class Question(NamedTuple):
    """A question: ``read`` makes an answer of what was typed, None of what is none; ``examples`` are some that fit."""

    wording: Wording
    read: Callable[[str], str | None]
    examples: str


QUESTIONS: Mapping[str, Question] = {
    "id": Question(words.ASK_ID, fit_id, "2026"),
    "period": Question(words.ASK_PERIOD, period_of, "2026, 2026-2030"),
    "jurisdiction": Question(words.ASK_JURISDICTION, unit_of, "Lâm Đồng"),
    "kind": Question(words.ASK_KIND, kind_of, "decision, plan"),
}


def can_ask(console: Console) -> bool:
    """Whether somebody sits there to read what ``console`` prints and to answer."""
    return console.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def completed(asked: Beginning, surroundings: Surroundings, console: Console, language: Language) -> Beginning:
    """``asked`` with an answer for everything that it leaves open; as it is where no plan could be written.

    What one answer says changes what is proposed for the next. What is typed is UTF-8; bytes that are none make no
    answer. Raises KeyboardInterrupt as ``ask``.
    """
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape")
    for name, question in QUESTIONS.items():
        proposal = propose(asked, surroundings)
        if isinstance(proposal, Outcome):
            break
        if proposal.renamed if name == "id" else getattr(asked, name) is None:
            answer = ask(question, getattr(proposal, name), console, language)
            asked = asked._replace(**{name: answer})  # type: ignore[arg-type]
    return asked


def ask(question: Question, proposed: str, console: Console, language: Language) -> str:
    """The answer to ``question``, ``proposed`` where Enter alone is typed.

    Raises KeyboardInterrupt at the end of input.
    """
    while True:
        console.write(f"{question.wording.in_(language)} [{plain(proposed)}]: ")
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        typed = line.strip() or proposed
        answer = question.read(typed)
        if answer is not None:
            return answer
        complaint = words.NOT_AN_ANSWER.fill({"value": plain(typed), "allowed": question.examples})
        console.write(f"  {complaint.in_(language)}\n")
