"""Two texts in one, with the words that went and came marked: by colour, and by signs where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.word_changes import WordChange
from cchc.report.terminal import Styled

GONE, COME = "red", "green"
_SIGNS = {GONE: ("[-", "-]"), COME: ("{+", "+}")}
_MOST_CHANGED = 0.6
"""Of both texts, from which on they are shown one after the other."""
_LONGEST_SAME = 240
"""Characters that stay, from which on their middle is left out."""
_AT_ENDS = 100


def marked(text: str, style: str) -> list[Styled]:
    """``text`` as one stretch that went or came, paragraph by paragraph."""
    begin, end = _SIGNS[style]
    return [Styled(begin + text + end, style)]


def merges(old: str, new: str, changes: Sequence[WordChange]) -> bool:
    """Whether both read well as one text: enough stayed, and what stayed is the same in both."""
    gone = sum(change.old_end - change.old_start for change in changes)
    come = sum(change.new_end - change.new_start for change in changes)
    if gone > _MOST_CHANGED * len(old) and come > _MOST_CHANGED * len(new):
        return False
    return _kept(old, [change[:2] for change in changes]) == _kept(new, [change[2:] for change in changes])


def _kept(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The letters of ``text`` outside ``stretches``, without spaces."""
    begins, ends = [0, *(end for _, end in stretches)], [*(start for start, _ in stretches), len(text)]
    return "".join("".join(text[begin:end].split()) for begin, end in zip(begins, ends, strict=True))


def merged(old: str, new: str, changes: Sequence[WordChange]) -> Iterator[Styled]:
    """``new`` with what went of ``old`` in its place; long stretches that stayed are shortened."""
    here = 0
    for number, change in enumerate(changes):
        yield Styled(_shortened(new[here : change.new_start], first=not number))
        here = change.new_end
        gone, come = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
        if gone:
            if _parted(old[: change.old_start], new[: change.new_start]):
                yield Styled(" ")
            yield from marked(gone, GONE)
        if come:
            yield from marked(come, COME)
        elif old[change.old_end : change.old_end + 1].isspace() and not new[here : here + 1].isspace():
            yield Styled(" ")
    yield Styled(_shortened(new[here:], last=True))


def _parted(before_old: str, before_new: str) -> bool:
    """Whether a space that stood before what went is not there now."""
    return before_old[-1:].isspace() and bool(before_new) and not before_new[-1:].isspace()


def _shortened(text: str, *, first: bool = False, last: bool = False) -> str:
    """``text`` with its middle left out where it is long; of what begins or ends the whole, the far end."""
    if len(text) <= _LONGEST_SAME:
        return text
    begin = "" if first else text[: max(text.rfind(" ", 0, _AT_ENDS), 0)]
    end = "" if last else text[text.find(" ", len(text) - _AT_ENDS) + 1 :]
    return f"{begin} … {end}".lstrip() if first else f"{begin} … {end}"
