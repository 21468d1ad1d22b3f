"""Ids for the rows and appendices that have none: from the words of their titles, so that every run gives the same."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.edit.changes import Identified
from cchc.language.folding import slug
from cchc.model.blocks import sentences
from cchc.model.plan import Plan
from cchc.model.rows import Appendix, Row
from cchc.model.walk import ids, parts
from cchc.patterns import deferred

_YEARS = deferred(r"(?<!\d)(?:,? ?\b(?:năm|giai đoạn) )?(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?(?!\d)")
_LONGEST = 48


def missing_ids(plan: Plan) -> Iterator[Identified]:
    """An id for each row and appendix of ``plan`` without one, in their order.

    Years are left out, so that next year's title gives the same; of several rows with the same words the second gets
    the number 2, and so on.
    """
    held = list(parts(plan))
    taken = {name for _, name in ids(held)}
    for path, part in held:
        if isinstance(part, Row | Appendix) and part.id is None:
            words = _YEARS.sub("", " ".join(sentences(part.title)))
            name = _free(_shortened(slug(words)) or "dong", taken)
            taken.add(name)
            yield Identified(path, name)


def _shortened(name: str) -> str:
    """``name`` up to the last whole word within the length of an id."""
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("-")[0]


def _free(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free
