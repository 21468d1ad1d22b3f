"""The sections of a plan's body and the paragraphs in them as they are matched; articles and lists of the act too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.diff.facts import What
from cchc.diff.nodes import NO_PARENT, Node
from cchc.diff.wording import Wordings, text_of
from cchc.model.act import Act, Article
from cchc.model.blocks import LIST_KINDS, Block, KpiNote, Paragraphs, Prose, Verbatim, paragraphs
from cchc.model.body import Inset, Section
from cchc.model.plan import Plan
from cchc.source import KeyPath

_TELLING = 60
"""Words of an article that tell which one it is."""


class Written(NamedTuple):
    """A paragraph as it was typed, with its place; ``block`` is the nearest block around it, and its place.

    ``lead_in`` is the paragraph ending in ":" before it, which narrows its figures.
    """

    path: KeyPath
    text: str
    block: Block | None = None
    block_path: KeyPath = ()
    lead_in: str = ""


class ProseNode(NamedTuple):
    """A section, article or paragraph: what is matched of it, and the part or paragraph itself."""

    node: Node
    part: Section | Article | Written | None


def body_nodes(plan: Plan, wordings: Wordings) -> list[ProseNode]:
    """Opening, sections and closing, each section before what it holds."""
    nodes: list[ProseNode] = []
    nodes += _alone(plan.opening, "opening", wordings)
    for index, section in enumerate(plan.body):
        _add_section(nodes, section, ("body", index), NO_PARENT, wordings)
    nodes += _alone(plan.closing, "closing", wordings)
    return nodes


def article_nodes(act: Act, wordings: Wordings) -> list[ProseNode]:
    """The articles of an act, each before its paragraphs."""
    nodes: list[ProseNode] = []
    for index, article in enumerate(act.articles):
        path: KeyPath = ("act", "articles", index)
        part = article if isinstance(article, Article) else None
        written = list(_prose(article, path))
        if part is not None and part.enforcement is not None:
            written.append(statement(part.enforcement, (*path, "enforcement")))
        words = " ".join(" ".join(each.text for each in written).split()[:_TELLING])
        position = len(nodes)
        id_ = part.id if part else None
        nodes.append(ProseNode(Node(path, "article", "article", wordings.of(words), path, id=id_, named=False), part))
        nodes += (_paragraph(each, "article", "article-text", position, wordings) for each in written)
    return nodes


def list_nodes(items: Sequence[object], path: KeyPath, what: What, wordings: Wordings) -> list[ProseNode]:
    """The bases or recipients of an act, one node each."""
    found: list[ProseNode] = []
    for index, item in enumerate(items):
        here = (*path, index)
        if isinstance(item, Verbatim):
            written = statement(item, here)
        else:
            written = Written(here, text_of(item), item if isinstance(item, Block) else None, here)  # type: ignore[arg-type]
        found.append(_paragraph(written, what, what, NO_PARENT, wordings))
    return found


def statement(value: str | Verbatim, path: KeyPath) -> Written:
    """A statement with the place of its words."""
    if isinstance(value, Verbatim):
        return Written((*path, "printed"), value.printed)
    return Written(path, value)


def notes_of(written: Written) -> dict[str, KpiNote]:
    """What the block around a paragraph says of its figures beyond the words."""
    return written.block.kpis or {} if written.block else {}


def _alone(text: Paragraphs | None, what: What, wordings: Wordings) -> Iterator[ProseNode]:
    for path, words in _paragraphs(text, (what,)):
        yield _paragraph(Written(path, words), what, what, NO_PARENT, wordings)


def _add_section(nodes: list[ProseNode], section: Section, path: KeyPath, parent: int, wordings: Wordings) -> None:
    key = "title" if section.title else "agency"
    position = len(nodes)
    heading = wordings.of(section.heading or "")
    node = Node(path, "section", "section", heading, (*path, key), parent, section.id, named=bool(section.heading))
    nodes.append(ProseNode(node, section))
    for written in _section(section, path):
        what: What = "objective" if "objectives" in written.path[len(path) :] else "paragraph"
        nodes.append(_paragraph(written, what, "text", position, wordings))
    for index, inner in enumerate(section.sections):
        _add_section(nodes, inner, (*path, "sections", index), position, wordings)
    for closing_path, text in _paragraphs(section.closing, (*path, "closing")):
        nodes.append(_paragraph(Written(closing_path, text), "paragraph", "text", position, wordings))


def _paragraph(written: Written, what: What, family: str, parent: int, wordings: Wordings) -> ProseNode:
    block = written.block
    id_ = block.id if block is not None and written.path[:-1] == written.block_path and "text" in written.path else None
    node = Node(written.path, what, family, wordings.of(written.text), written.path, parent, id_)
    return ProseNode(node, written)


def _section(section: Section, path: KeyPath) -> Iterator[Written]:
    """The paragraphs of a section itself; its ``closing`` stands behind the sections inside it."""
    yield from _held(_texts_of(section.text, (*path, "text")), section, path)
    lead_in = _last_lead_in(section.text)
    yield from _lists(section, path, lead_in)
    if section.objectives is not None:
        yield from _prose(section.objectives, (*path, "objectives"))


def _prose(prose: Prose, path: KeyPath, lead_in: str = "") -> Iterator[Written]:
    if isinstance(prose, str):
        yield Written(path, prose, lead_in=lead_in)
        return
    yield from _held(_texts_of(prose.text, (*path, "text"), lead_in), prose, path)
    yield from _lists(prose, path, _last_lead_in(prose.text) or lead_in)
    yield from (Written(here, text) for here, text in _paragraphs(prose.closing, (*path, "closing")))
    if isinstance(prose, Inset) and prose.objectives is not None:
        yield from _prose(prose.objectives, (*path, "objectives"))


def _lists(block: Block, path: KeyPath, lead_in: str) -> Iterator[Written]:
    for kind in (*LIST_KINDS, "content"):
        items: tuple[Prose, ...] | None = getattr(block, kind)
        for index, item in enumerate(items or ()):
            yield from _prose(item, (*path, kind, index), lead_in)


def _held(texts: Iterator[Written], block: Block, path: KeyPath) -> Iterator[Written]:
    yield from (written._replace(block=block, block_path=path) for written in texts)


def _texts_of(text: Paragraphs | None, path: KeyPath, lead_in: str = "") -> Iterator[Written]:
    yield from (Written(here, words, lead_in=lead_in) for here, words in _paragraphs(text, path))


def _last_lead_in(text: Paragraphs | None) -> str:
    last = (paragraphs(text) or ("",))[-1]
    return last if last.rstrip().endswith(":") else ""


def _paragraphs(text: Paragraphs | None, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(text, str):
        yield path, text
    elif text is not None:
        yield from (((*path, index), part) for index, part in enumerate(text))
