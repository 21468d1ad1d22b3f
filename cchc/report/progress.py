"""What is being done, on a terminal, while it takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cchc.diagnostics import Language, Wording
from cchc.report.console import Console
from cchc.report.plain import plain

if TYPE_CHECKING:
    from rich.status import Status

MOMENT = 0.5
"""Seconds that nobody minds to wait unseeing."""

_ONE = Wording("đang làm {plan} …", "working on {plan} …")
_OF_SEVERAL = Wording("đang làm {plan} ({number}/{count}) …", "working on {plan} ({number}/{count}) …")


class Progress:
    """A line on ``console`` that names the plan at work; nothing where nobody looks.

    ``elapsed`` gives the seconds since the run began; ``slow`` is work of which one plan takes longer than a moment.
    """

    def __init__(
        self, console: Console, language: Language, *, elapsed: Callable[[], float], slow: bool = False
    ) -> None:
        self._console = console
        self._language = language
        self._elapsed = elapsed
        self._slow = slow
        self._status: Status | None = None

    def show(self, plan: str, number: int, count: int) -> None:
        """Say that ``plan``, the ``number``-th (from 1) of ``count``, is at work."""
        waited = count > 1 and self._elapsed() > MOMENT
        if not self._console.is_terminal or not (self._slow or waited):
            return
        wording = _ONE if count == 1 else _OF_SEVERAL
        message = wording.fill({"plan": plain(plan), "number": number, "count": count})
        self._say(message.in_(self._language))

    def hide(self) -> None:
        """Take the line away, for what is to stay on the screen."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def _say(self, message: str) -> None:
        from rich.text import Text

        # Not as rich's markup: a plan may be called [bold].
        if self._status is None:
            self._status = self._console.rich().status(Text(message))
            self._status.start()
        else:
            self._status.update(Text(message))
