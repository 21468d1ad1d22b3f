"""Text that templates print as it stands: their filters put no words before it and no sign behind it."""

from __future__ import annotations


class AsTyped(str):
    """A text to which ``led`` and ``ended`` add nothing. It is escaped like any other, and no template can tell it."""

    __slots__ = ()
