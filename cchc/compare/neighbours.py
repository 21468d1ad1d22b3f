"""Paragraphs with revisions next to each other, so that no office program takes two revisions for one.

LibreOffice joins a revision that reaches to the end of a paragraph with one that begins the next, if both are of one
kind and author, and with them the end between, which stays. So where a paragraph that is inserted (deleted) whole
follows, or one that begins with something inserted (deleted), none that stays ends so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cchc.document.nodes import Block, Paragraph, Revision, Text, Tracked

_Block = TypeVar("_Block", bound=Block)


def kept_apart(blocks: Sequence[_Block]) -> list[_Block]:
    """``blocks`` that follow each other, with the same words and others accepted and rejected as before."""
    apart = list(blocks)
    for place in range(len(apart) - 1):
        block, following = apart[place], apart[place + 1]
        if isinstance(block, Paragraph) and isinstance(following, Paragraph) and _would_join(block, following):
            apart[place], apart[place + 1] = _parted(block, following)  # type: ignore[assignment]
    return apart


def _would_join(paragraph: Paragraph, following: Paragraph) -> bool:
    if paragraph.mark or not paragraph.inlines:
        return False
    last, first = paragraph.inlines[-1], following.inlines[0] if following.inlines else None
    begins = following.mark or (first.revision if isinstance(first, Tracked) else None)
    return isinstance(last, Tracked) and begins is not None and _who(last.revision) == _who(begins)


def _who(revision: Revision) -> tuple[str, str]:
    return revision.kind, revision.author


def _parted(paragraph: Paragraph, following: Paragraph) -> tuple[Paragraph, Paragraph]:
    *front, last = paragraph.inlines
    assert isinstance(last, Tracked)
    if front and isinstance(front[-1], Tracked) and front[-1].revision.kind != last.revision.kind:
        return paragraph._replace(inlines=(*front[:-1], last, front[-1])), following
    word = _last_word(front[-1].text) if front and isinstance(front[-1], Text) else ""
    own_end = following.mark is None or paragraph.style != following.style
    if own_end and word and isinstance(front[-1], Text):
        return paragraph._replace(inlines=(*front[:-1], *_with_word(front[-1], word, last))), following
    if following.mark is None:
        return paragraph, _begun_otherwise(following)
    # As when one types on at the end of the paragraph: its end is the new one.
    return paragraph._replace(mark=following.mark), following._replace(mark=None)


def _begun_otherwise(paragraph: Paragraph) -> Paragraph:
    """``paragraph`` with what it begins with behind what was there else, or behind the word after it."""
    first, *rest = paragraph.inlines
    assert isinstance(first, Tracked)
    if rest and isinstance(rest[0], Tracked) and rest[0].revision.kind != first.revision.kind:
        return paragraph._replace(inlines=(rest[0], first, *rest[1:]))
    if not rest or not isinstance(rest[0], Text):
        return paragraph
    word = rest[0].text.split(" ")[0] or " "
    again = rest[0]._replace(text=word)
    behind = rest[0]._replace(text=rest[0].text.removeprefix(word))
    changed = Tracked(_opposite(first.revision), (again,)), first._replace(runs=(*first.runs, again))
    return paragraph._replace(inlines=(*changed, *((behind,) if behind.text else ()), *rest[1:]))


def _with_word(before: Text, word: str, last: Tracked) -> tuple[Text | Tracked, ...]:
    """``last`` with the word before it, which so goes and comes at once."""
    again = before._replace(text=word)
    rest = before._replace(text=before.text.removesuffix(word))
    changed = (last._replace(runs=(again, *last.runs)), Tracked(_opposite(last.revision), (again,)))
    return (rest, *changed) if rest.text else changed


def _opposite(revision: Revision) -> Revision:
    return revision._replace(kind="deleted" if revision.kind == "inserted" else "inserted")


def _last_word(text: str) -> str:
    words = text.split(" ")
    return words[-1] or " "
