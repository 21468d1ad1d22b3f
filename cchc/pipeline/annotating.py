"""What was found in a plan as comments in its document, each beside the print of what it points at.

Where a value prints is found by a trial. The document itself stays the one that is printed without comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from cchc.diagnostics import Diagnostic
from cchc.document.commenting import Remark, with_comments
from cchc.document.nodes import Comment, Document
from cchc.language.unbroken import plain
from cchc.pipeline.anchors import Anchors
from cchc.pipeline.trial import Trial
from cchc.source import KeyPath, SourceMap

AUTHOR = "cchc"


def annotated(
    trial: Trial, places: SourceMap, found: Sequence[Diagnostic], words: Callable[[Diagnostic], str]
) -> Document:
    """The document of ``trial`` with a comment for each of ``found``, whose text ``words`` gives.

    ``places`` are those of its plan.

    A comment stands at the first text near the place of the diagnostic that prints, else at the first paragraph.
    """
    anchors = Anchors(trial.plan, places)
    near = [anchors.near(each.span) for each in found]
    printed: dict[KeyPath, list[int]] = defaultdict(list)
    for path, paragraph, *_ in trial.prints(path for each in near for path in each.paths):
        if paragraph not in printed[path][-1:]:
            printed[path].append(paragraph)
    paragraphs = [plain(paragraph.text) for paragraph in trial.document.paragraphs()]
    said: dict[int, list[Remark]] = defaultdict(list)
    for diagnostic, (paths, pointed) in zip(found, near, strict=True):
        first = next((path for path in paths if path in printed), None)
        at = printed[first] if first else [0]
        own = pointed if first in paths[:1] else ""
        index = next((place for place in at if own in paragraphs[place]), at[0])
        alone = "" if own == paragraphs[index] else own
        said[index].append(Remark(Comment(AUTHOR, AUTHOR, words(diagnostic)), alone))
    return with_comments(trial.document, said)
