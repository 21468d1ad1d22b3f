"""Paragraphs with revisions next to each other, so that no office program takes two revisions for one.

LibreOffice joins a revision that reaches to the end of a paragraph with one that begins the next, if both are of one
kind and author, and with them the end between, which stays. So where a paragraph that is inserted (deleted) whole
follows, none that stays ends with something inserted (deleted).
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
    if paragraph.mark or following.mark is None or not paragraph.inlines:
        return False
    last = paragraph.inlines[-1]
    return isinstance(last, Tracked) and _who(last.revision) == _who(following.mark)


def _who(revision: Revision) -> tuple[str, str]:
    return revision.kind, revision.author


def _parted(paragraph: Paragraph, following: Paragraph) -> tuple[Paragraph, Paragraph]:
    *front, last = paragraph.inlines
    assert isinstance(last, Tracked)
    if front and isinstance(front[-1], Tracked) and front[-1].revision.kind != last.revision.kind:
        return paragraph._replace(inlines=(*front[:-1], last, front[-1])), following
    word = _last_word(front[-1].text) if front and isinstance(front[-1], Text) else ""
    if paragraph.style != following.style and word and isinstance(front[-1], Text):
        return paragraph._replace(inlines=(*front[:-1], *_with_word(front[-1], word, last))), following
    # As when one types on at the end of the paragraph: its end is the new one.
    return paragraph._replace(mark=following.mark), following._replace(mark=None)


def _with_word(before: Text, word: str, last: Tracked) -> tuple[Text | Tracked, ...]:
    """``last`` with the word before it, which so goes and comes at once."""
    other = last.revision._replace(kind="deleted" if last.revision.kind == "inserted" else "inserted")
    again = before._replace(text=word)
    rest = before._replace(text=before.text.removesuffix(word))
    changed = (last._replace(runs=(again, *last.runs)), Tracked(other, (again,)))
    return (rest, *changed) if rest.text else changed


def _last_word(text: str) -> str:
    words = text.split(" ")
    return words[-1] or " "
