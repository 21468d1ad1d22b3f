"""The objectives of a plan: every sentence that says what is to be reached, with the figures of its KPIs."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.language.figures import Figure, read_figures
from cchc.model.blocks import Block, Prose, paragraphs
from cchc.model.body import Section, insets
from cchc.model.plan import Plan
from cchc.model.reforms import Reform, reform_of
from cchc.source import KeyPath


class Objective(NamedTuple):
    """An objective: its place, the reform content around it (absent where no title tells), its words and figures.

    ``lead_in`` is the paragraph ending in ":" that introduces it, empty where there is none.
    """

    path: KeyPath
    reform: Reform | None
    lead_in: str
    text: str
    figures: tuple[Figure, ...]


def objectives(plan: Plan) -> Iterator[Objective]:
    """The objectives of ``plan`` in printing order."""
    for path, reform, prose in _objective_blocks(plan.body, ("body",), None):
        for inner, lead_in, text in _sentences(prose, (), ""):
            figures = read_figures(text, lead_in=lead_in, decimal=plan.decimal)
            yield Objective((*path, *inner), reform, lead_in, text, figures)


def _objective_blocks(
    sections: tuple[Section, ...], path: KeyPath, around: Reform | None
) -> Iterator[tuple[KeyPath, Reform | None, Prose]]:
    for index, section in enumerate(sections):
        here = (*path, index)
        reform = section.reform or reform_of(section.title or "") or around
        for holder_path, prose, _ in insets(section, here):
            if prose is not None:
                yield (*holder_path, "objectives"), reform, prose
        yield from _objective_blocks(section.sections, (*here, "sections"), reform)


def _sentences(prose: Prose, path: KeyPath, lead_in: str) -> Iterator[tuple[KeyPath, str, str]]:
    """Each objective below ``prose`` with its place and what leads in to it; a lead-in is none itself."""
    if isinstance(prose, str):
        yield path, lead_in, prose
        return
    for text in paragraphs(prose.text):
        if text.rstrip().endswith(":"):
            lead_in = text
        else:
            yield (*path, "text"), lead_in, text
    yield from _items(prose, path, lead_in)
    for text in paragraphs(prose.closing):
        yield (*path, "closing"), "", text


def _items(block: Block, path: KeyPath, lead_in: str) -> Iterator[tuple[KeyPath, str, str]]:
    for kind, items in block.lists():
        for index, item in enumerate(items):
            yield from _sentences(item, (*path, kind, index), lead_in)
    for index, part in enumerate(block.content or ()):
        yield from _sentences(part, (*path, "content", index), lead_in)
