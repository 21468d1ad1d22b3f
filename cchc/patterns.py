"""Regular expressions that are compiled when they are first used.

Compiling the two hundred patterns of the program takes longer than reading a plan, and a plan needs a part of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Late:
    """Stands for a pattern until one of its methods is asked for; from then on it has the pattern's own methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._uncompiled = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._uncompiled)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


if TYPE_CHECKING:

    def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
        """``pattern``, compiled at its first use. That is also when a mistake in it raises re.error."""

else:

    def deferred(pattern, flags=0):
        return _Late(pattern, flags)
