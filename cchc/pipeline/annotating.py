"""What was found in a plan as comments in its document, each beside the print of what it points at.

Where a value prints is found by a trial: the plan is printed once more with texts that bear numbers, and the numbers
are looked for in the paragraphs. The document itself stays the one that is printed without comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.document.commenting import Remark, with_comments
from cchc.document.nodes import Comment, Document, Note, Paragraph, Text
from cchc.language.anchored import Anchored, numbers_in
from cchc.language.unbroken import plain
from cchc.model.plan import Plan
from cchc.model.replacing import with_texts
from cchc.model.walk import texts
from cchc.pipeline.anchors import Anchors
from cchc.source import KeyPath, SourceMap

AUTHOR = "cchc"


class Trial(NamedTuple):
    """A plan with its places, the document that it makes, and what prints another plan with its texts traced."""

    plan: Plan
    places: SourceMap
    document: Document
    traced: Callable[[Plan], Document | None]


def annotated(trial: Trial, found: Sequence[Diagnostic], words: Callable[[Diagnostic], str]) -> Document:
    """The document of ``trial`` with a comment for each of ``found``, whose text ``words`` gives.

    It stands at the first text near the place of the diagnostic that prints, else at the document's first paragraph.
    """
    anchors = Anchors(trial.plan, trial.places)
    near = [anchors.near(each.span) for each in found]
    printed = _printed(trial, dict.fromkeys(path for each in near for path in each.paths))
    paragraphs = [plain(paragraph.text) for paragraph in trial.document.paragraphs()]
    said: dict[int, list[Remark]] = defaultdict(list)
    for diagnostic, (paths, pointed) in zip(found, near, strict=True):
        path = next((path for path in paths if path in printed), None)
        at = printed[path] if path else [0]
        own = pointed if path in paths[:1] else ""
        index = next((place for place in at if own in paragraphs[place]), at[0])
        alone = "" if own == paragraphs[index] else own
        said[index].append(Remark(Comment(AUTHOR, AUTHOR, words(diagnostic)), alone))
    return with_comments(trial.document, said)


def _printed(trial: Trial, paths: Mapping[KeyPath, None]) -> dict[KeyPath, list[int]]:
    """In which paragraphs of the document the texts at ``paths`` print; those that print nowhere are left out.

    Nothing where templates make other paragraphs of texts that bear numbers.
    """
    numbered = list(paths)
    written = dict(texts(trial.plan)) if numbered else {}
    changed = {path: Anchored(written[path], number) for number, path in enumerate(numbered)}
    document = trial.traced(with_texts(trial.plan, changed)) if numbered else None
    if document is None or _count(document) != _count(trial.document):
        return {}
    found: dict[KeyPath, list[int]] = defaultdict(list)
    for index, paragraph in enumerate(document.paragraphs()):
        for number in dict.fromkeys(numbers_in(_words(paragraph))):
            found[numbered[number]].append(index)
    return found


def _count(document: Document) -> int:
    return sum(1 for _ in document.paragraphs())


def _words(paragraph: Paragraph) -> str:
    """Everything that ``paragraph`` holds, its footnotes in their places."""
    return "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text | Note))
