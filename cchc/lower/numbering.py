"""The numbers of sections and list items: counted from a first label, own labels kept."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.language.enumerators import POINT_LETTERS, Enumerator, NoCounter
from cchc.model.body import Section

SECTION_NUMBERING = ("I.", "1.", "a)")
"""Mục, khoản, điểm: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6đ and Mục V."""

_NO_LABEL = "none"
_PAST_NUMBERING = "-"


class NumberedSection(NamedTuple):
    """A section with its label; ``numbers`` and ``numbering`` are what those inside it build on."""

    section: Section
    label: str
    numbers: tuple[int, ...]
    numbering: tuple[str, ...]


def numbered(
    sections: tuple[Section, ...],
    numbering: tuple[str, ...],
    around: tuple[int, ...] = (),
    alphabet: str = POINT_LETTERS,
) -> Iterator[NumberedSection]:
    """``sections`` with their labels.

    ``numbering`` holds the first label of their level and of those inside, ``around`` the numbers of the sections
    that these stand in; ``alphabet`` counts points.
    """
    first = numbering[0] if numbering else _PAST_NUMBERING
    # A section without a heading has nothing to number.
    own = [section.label or (None if section.heading else _NO_LABEL) for section in sections]
    for section, (label, numbers) in zip(sections, labels(first, own, around, alphabet), strict=True):
        yield NumberedSection(section, label, numbers, section.numbering or numbering[1:])


def labels(
    first: str, own: Sequence[str | None], around: tuple[int, ...] = (), alphabet: str = POINT_LETTERS
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The label of each of a row of items, and the numbers on which what is inside it builds.

    ``own`` are the labels that items have of their own: one prints as it stands and counts, ``none`` does neither.
    Where nothing counts in ``first`` ("-"), every item bears it. ``alphabet`` counts points.
    """
    enumerator = _enumerator(first, alphabet)
    ordinal = 0
    for label in own:
        if label == _NO_LABEL:
            yield "", around
            continue
        ordinal += 1
        if enumerator is None:
            yield label or first, (*around, ordinal)
        else:
            counted = label or enumerator.label((*around, ordinal))
            yield counted, (*around, enumerator.number(ordinal))


def _enumerator(first: str, alphabet: str) -> Enumerator | None:
    try:
        return Enumerator.read(first, alphabet)
    except NoCounter:
        return None
