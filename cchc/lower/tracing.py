"""The lowering of a trial print: every line bears the numbers of the texts that it prints."""

from __future__ import annotations

from cchc.language.anchored import bearing
from cchc.lower.prose import ProseLowering


class TracedProse(ProseLowering):
    """Lowers as its base does, and lets what it makes of ``Anchored`` texts bear their numbers."""

    def text(self, sentence: str) -> str:
        return bearing(sentence, super().text(sentence))

    def derived(self, value: str | None, text: str) -> str:
        return bearing(value, text)
