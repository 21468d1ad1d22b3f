"""The way out from a name that is not known: the nearest one that is, or the list of them."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.diagnostics import Wording
from cchc.language.folding import nearest

_MOST = 24
"""How many names are listed: a longer list helps nobody."""


def suggestion(name: str, known: Iterable[str], shown: str = "“{}”") -> Wording | None:
    """What to write in place of ``name``; ``shown`` is how a name prints. None where no names are ``known``."""
    names = sorted(set(known))
    if not names:
        return None
    near = nearest(name, names)
    if near is not None:
        return did_you_mean(shown.format(near))
    listed = ", ".join(shown.format(each) for each in names[:_MOST]) + (", …" if len(names) > _MOST else "")
    return Wording(f"ở đây có: {listed}", f"known here: {listed}").literal()


def likely(name: str, known: Iterable[str]) -> Wording | None:
    """The question whether the nearest of ``known`` was meant; None where none is near."""
    near = nearest(name, known)
    return did_you_mean(f"“{near}”") if near else None


def did_you_mean(meant: str) -> Wording:
    """The question whether ``likely``, as it prints, was meant."""
    return Wording(f"có phải là {meant}?", f"did you mean {meant}?").literal()
