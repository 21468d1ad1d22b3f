"""Two versions of one paragraph's text, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.document.nodes import Break, Inline, Note, Run, Text, Tracked
from cchc.language.unbroken import plain
from cchc.patterns import deferred

_WORD = deferred(r"""[^\s]+?(?=[.,;:!?)”"]*(?:\s|$))|[.,;:!?)”"]+|\s+""")
_LABEL = deferred(r"(?:Điều |Mục |Phần |Bảng |Phụ lục )?\(?(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])(?:[.):]+|(?= ))(?= |$)")
_LEAST_KEPT = 0.25
"""The share of a text that must stay for a comparison by words to be read more easily than the two texts."""


def label_of(text: str) -> str:
    """The number with which ``text`` begins; empty for none."""
    label = _LABEL.match(text)
    return label[0] if label else ""


def without_label(text: str) -> str:
    """``text`` behind the number with which it begins."""
    label = label_of(text)
    return text[len(label) :].lstrip() if label else text


def length(runs: Iterable[Run]) -> int:
    """The characters of ``runs``, a line break and a footnote being one each."""
    return sum(len(run.text) if isinstance(run, Text) else 1 for run in runs)


class Hunk(NamedTuple):
    """A stretch of a paragraph: what ``old`` had there and what ``new`` has; ``same`` where only looks may differ.

    ``label``: it is part of the number with which the paragraph begins.
    """

    old: tuple[Run, ...]
    new: tuple[Run, ...]
    same: bool
    label: bool = False


def hunks(old: Sequence[Inline], new: Sequence[Inline]) -> list[Hunk]:
    """The stretches of two versions of a text, which bear no revisions themselves.

    A no-break space is as a space, and a no-break hyphen as a hyphen: which of them stands depends on the neighbours.
    """
    label, rest = _labels(old, new)
    if label is None:
        return _by_words(_words(old), _words(new))
    return [label, *_by_words(*rest)]


def _labels(old: Sequence[Inline], new: Sequence[Inline]) -> tuple[Hunk | None, tuple[list[Run], list[Run]]]:
    """The labels that two texts begin with where these are not the same, and the words behind them."""
    words = _words(old), _words(new)
    ends = [_LABEL.match("".join(map(_key, each))) for each in words]
    if not (ends[0] and ends[1]) or ends[0][0] == ends[1][0]:
        return None, words
    parted = [_parted(each, end.end()) for each, end in zip(words, ends, strict=True) if end]
    return Hunk(_joined(parted[0][0]), _joined(parted[1][0]), same=False, label=True), (parted[0][1], parted[1][1])


def _parted(words: list[Run], length: int) -> tuple[list[Run], list[Run]]:
    """The ``words`` that make the first ``length`` characters, and the others."""
    count = 0
    for index, word in enumerate(words):
        if count >= length:
            return words[:index], words[index:]
        count += len(_key(word))
    return words, []


def _by_words(old: list[Run], new: list[Run]) -> list[Hunk]:
    keys = list(map(_key, old)), list(map(_key, new))
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    found = [(tag == "equal", old[i:j], new[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    kept = sum(len("".join(map(_key, words))) for same, words, _ in found if same)
    longest = max(len("".join(each)) for each in keys) if any(keys) else 0
    if kept < _LEAST_KEPT * longest:
        found = [(False, old, new)]
    return [Hunk(_joined(gone), _joined(come), same) for same, gone, come in _closed(found)]


_Found = tuple[bool, list[Run], list[Run]]


def _closed(found: Sequence[_Found]) -> list[_Found]:
    """``found`` with differing stretches joined where nothing but space stands between them."""
    joined: list[_Found] = []
    for index, (same, old, new) in enumerate(found):
        between = 0 < index < len(found) - 1 and not "".join(map(_key, new)).strip()
        if same and not between:
            joined.append((True, old, new))
        elif joined and not joined[-1][0]:
            joined[-1] = (False, joined[-1][1] + old, joined[-1][2] + new)
        else:
            joined.append((False, list(old), list(new)))
    return joined


def _words(inlines: Sequence[Inline]) -> list[Run]:
    return [word for inline in inlines for word in _parts(inline)]


def _parts(inline: Inline) -> Iterator[Run]:
    match inline:
        case Text():
            yield from (inline._replace(text=match[0]) for match in _WORD.finditer(inline.text))
        case Tracked():
            raise ValueError("a text that is to be compared has revisions already")
        case _:
            yield inline


def _key(word: Run) -> str:
    match word:
        case Text():
            return plain(word.text)
        case Note():
            return f"\ufdd0{word.text}"
        case Break():
            return "\n"


def _joined(words: Sequence[Run]) -> tuple[Run, ...]:
    """``words`` with neighbours of one look in one run."""
    runs: list[Run] = []
    for word in words:
        last = runs[-1] if runs else None
        if isinstance(word, Text) and isinstance(last, Text) and last._replace(text="") == word._replace(text=""):
            runs[-1] = last._replace(text=last.text + word.text)
        else:
            runs.append(word)
    return tuple(runs)
