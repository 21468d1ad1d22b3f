"""Plans printed with comments at places that a test names, whatever rules there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.document.nodes import Comment, Document, Text
from cchc.language.unbroken import plain
from cchc.lower.document import lower
from cchc.model.plan import Plan
from cchc.pipeline.annotating import annotated
from cchc.pipeline.checking import Checked, check_file
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import open_plans
from cchc.pipeline.trial import Trial
from cchc.registry.registry import shipped_registry
from cchc.source import KeyPath, Span
from cchc.templating.rendering import render
from tests.pipeline.files import surroundings

ANYTHING = Rule("X999", "anything", Severity.NOTE, Wording("{name}", "{name}"))


class Prepared(NamedTuple):
    """A plan that can be printed, and its print without comments."""

    checked: Checked
    trial: Trial


def prepared(folder: Path, operand: str = "2025", templates: Path | None = None) -> Prepared:
    """The plan ``operand`` of the project ``folder``."""
    opened = open_plans((operand,), templates, surroundings(folder))
    checked, _ = check_file(opened.plans[0], opened)
    assert checked is not None
    document = printed(checked.plan, checked, opened.looks, traced=False)
    assert document is not None
    looks = opened.looks

    def traced(plan: Plan) -> Document | None:
        return printed(plan, checked, looks, traced=True)

    return Prepared(checked, Trial(checked.plan, document, traced))


def printed(plan: Plan, checked: Checked, looks: Looks, *, traced: bool) -> Document | None:
    """What the templates make of ``plan``, whose layouts are those of ``checked``."""
    assert looks.styles.value is not None
    view = lower(plan, checked.layouts, shipped_registry(), traced=traced)
    return render(view, looks.template, looks.styles.value.paragraphs)[0]


def said_at(plan: Prepared, *spans: Span | None) -> Document:
    """The document with a comment for each of ``spans``, whose text is its number from 0."""
    found = [ANYTHING.at(span, name=str(number)) for number, span in enumerate(spans)]
    return annotated(plan.trial, plan.checked.places, found, in_english)


def in_english(diagnostic: Diagnostic) -> str:
    return diagnostic.message.en


def comments(document: Document) -> list[tuple[int, Comment, str]]:
    """Every comment with the number of its paragraph and the words of which it speaks, in reading order."""
    found: list[tuple[int, Comment, str]] = []
    for index, paragraph in enumerate(document.paragraphs()):
        found += [(index, comment, plain(paragraph.text)) for comment in paragraph.comments]
        runs = [inline for inline in paragraph.inlines if isinstance(inline, Text)]
        found += [(index, comment, plain(run.text)) for run in runs for comment in run.comments]
    return found


def spoken_of(plan: Prepared, *paths: KeyPath) -> list[tuple[str, str]]:
    """For the value at each of ``paths``: the words of which its comment speaks, and their whole paragraph."""
    return of_spans(plan, [plan.checked.places.value(path) for path in paths])


def of_spans(plan: Prepared, spans: Sequence[Span | None]) -> list[tuple[str, str]]:
    """As ``spoken_of``, for ``spans``."""
    document = said_at(plan, *spans)
    paragraphs = [plain(paragraph.text) for paragraph in document.paragraphs()]
    found = {comment.text: (words, paragraphs[index]) for index, comment, words in comments(document)}
    assert len(comments(document)) == len(spans)
    return [found[str(number)] for number in range(len(spans))]


def without_comments(document: Document) -> list[tuple[str, str]]:
    """The style and the text of every paragraph."""
    return [(paragraph.style, paragraph.text) for paragraph in document.paragraphs()]
