"""The walk over a plan's prose: every sentence as it prints, in groups whose order the print must keep."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from cchc.export.rows import as_printed
from cchc.lower.names import reference_names
from cchc.model.act import Act, Article
from cchc.model.blocks import LIST_KINDS, Block, Paragraphs, Prose, Statement, Verbatim, paragraphs
from cchc.model.body import Inset, Section
from cchc.model.plan import Plan
from cchc.source import KeyPath


class PrintedSentence(NamedTuple):
    """A paragraph of the plan as it prints, without what templates derive, and its place.

    ``beside``: it may stand in the same paragraph as the one before it.
    """

    path: KeyPath
    text: str
    beside: bool = False


SentenceGroup: TypeAlias = tuple[PrintedSentence, ...]


def printed_sentences(plan: Plan) -> Iterator[SentenceGroup]:
    """The sentences of ``plan``: bases and proposal, articles, recipients, its own text from title to closing, and what
    stands over and under its tables.
    """
    names = reference_names(plan)
    groups = (_bases(plan.act), _articles(plan.act), _recipients(plan.act), _own_text(plan), _around_tables(plan))
    for group in groups:
        sentences = tuple(PrintedSentence(path, line) for path, text in group for line in as_printed(text, names))
        if sentences:
            yield sentences


_Written: TypeAlias = Iterator[tuple[KeyPath, str]]


def _bases(act: Act) -> _Written:
    for index, basis in enumerate(act.bases):
        yield from _statement_line(basis, ("act", "bases", index))
    yield from _statement_line(act.proposal, ("act", "proposal"))


def _articles(act: Act) -> _Written:
    for index, article in enumerate(act.articles):
        path: KeyPath = ("act", "articles", index)
        yield from _prose(article, path)
        if isinstance(article, Article):
            yield from _statement(article.enforcement, (*path, "enforcement"))


def _recipients(act: Act) -> _Written:
    for index, recipient in enumerate(act.recipients):
        path: KeyPath = ("act", "recipients", index)
        yield from _statement_line(recipient, path) if isinstance(recipient, Verbatim) else _prose(recipient, path)
    yield from _statement_line(act.archive, ("act", "archive"))


def _statement_line(written: Statement | None, path: KeyPath) -> _Written:
    """A statement that prints on one line."""
    for here, text in _statement(written, path):
        yield from _one_line(text, here)


def _one_line(text: str | None, path: KeyPath) -> _Written:
    """A text that prints on one line, on however many it was typed."""
    if text:
        yield path, " ".join(paragraphs(text))


def _statement(written: Statement | None, path: KeyPath) -> _Written:
    if isinstance(written, Verbatim):
        yield (*path, "printed"), written.printed
    elif written:
        yield path, written


def _own_text(plan: Plan) -> _Written:
    """Title, text, titles of appendices; a plan that an article carries has its subject in that article."""
    for name in () if plan.act.carrying is not None else ("title", "theme"):
        yield from _one_line(getattr(plan, name), (name,))
    yield from _paragraphs(plan.opening, ("opening",))
    yield from _sections(plan.body, ("body",))
    yield from _paragraphs(plan.closing, ("closing",))
    for index, appendix in enumerate(plan.appendices):
        yield from _one_line(appendix.title, ("appendices", index, "title"))


def _around_tables(plan: Plan) -> _Written:
    for path, table in plan.tables():
        yield from _one_line(table.caption, (*path, "caption"))
        yield from _paragraphs(table.notes, (*path, "notes"))
        yield from _one_line(table.source, (*path, "source"))


def _sections(sections: tuple[Section, ...], path: KeyPath) -> _Written:
    for index, section in enumerate(sections):
        here = (*path, index)
        yield from _one_line(section.heading, (*here, "title" if section.title else "agency"))
        yield from _paragraphs(section.text, (*here, "text"))
        yield from _lists(section, here)
        if section.objectives is not None:
            yield from _prose(section.objectives, (*here, "objectives"))
        yield from _sections(section.sections, (*here, "sections"))
        yield from _paragraphs(section.closing, (*here, "closing"))


def _prose(prose: Prose, path: KeyPath) -> _Written:
    if isinstance(prose, str):
        yield from _paragraphs(prose, path)
    else:
        yield from _paragraphs(prose.text, (*path, "text"))
        yield from _lists(prose, path)
        yield from _paragraphs(prose.closing, (*path, "closing"))
        if isinstance(prose, Inset) and prose.objectives is not None:
            yield from _prose(prose.objectives, (*path, "objectives"))


def _lists(block: Block, path: KeyPath) -> _Written:
    lists: Mapping[str, tuple[Prose, ...] | None] = {name: getattr(block, name) for name in (*LIST_KINDS, "content")}
    for name, items in lists.items():
        for index, item in enumerate(items or ()):
            yield from _prose(item, (*path, name, index))


def _paragraphs(text: Paragraphs | None, path: KeyPath) -> _Written:
    for paragraph in paragraphs(text):
        yield path, paragraph
