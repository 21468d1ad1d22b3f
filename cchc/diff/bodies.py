"""Whether other bodies are named, or the same ones otherwise, and which of them took over by law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cchc.diff.facts import BodyChange
from cchc.language.folding import fold
from cchc.registry.facts import Body
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry


class Named(NamedTuple):
    """A text that names bodies, and the bodies themselves where the words do not say them."""

    text: str
    bodies: tuple[str, ...] = ()


class BodyReader:
    """Compares whom the cells of two plans name, as the registry knows them on the days of both acts."""

    def __init__(self, registry: Registry, old_day: date, new_day: date) -> None:
        self._registry, self._old_day, self._new_day = registry, old_day, new_day

    def changes(self, old: Named, new: Named) -> tuple[BodyChange, ...]:
        """Which bodies changed; none where both texts name the same ones, in whatever words and order."""
        before, after = self._read(old, self._old_day), self._read(new, self._new_day)
        there = {_key(mention) for mention in after}
        here = {_key(mention) for mention in before}
        gone = [mention for mention in before if _key(mention) not in there]
        come = [mention for mention in after if _key(mention) not in here]
        return tuple(self._paired(gone, come, after))

    def _read(self, named: Named, day: date) -> list[Mention]:
        texts = named.bodies or (named.text,)
        found: dict[object, Mention] = {}
        for text in texts:
            for mention in read_bodies(text, self._registry, day):
                found.setdefault(_key(mention), mention)
        return list(found.values())

    def _paired(self, gone: list[Mention], come: list[Mention], after: Sequence[Mention]) -> Iterator[BodyChange]:
        """Successions first; what is left over stands for one another in the order of the texts."""
        left, taken = list(gone), list(come)
        for partial in (False, True):
            for mention in list(left):
                heir = next((each for each in (*taken, *after) if self._succeeds(mention, each, partial)), None)
                if heir is not None:
                    yield BodyChange(mention.printed, heir.printed, succeeds=True, partial=partial)
                    left.remove(mention)
                    taken = [each for each in taken if each is not heir]
        for number in range(max(len(left), len(taken))):
            yield BodyChange(
                left[number].printed if number < len(left) else None,
                taken[number].printed if number < len(taken) else None,
            )

    def _succeeds(self, gone: Mention, come: Mention, partial: bool) -> bool:
        """Whether the body ``come`` took over from ``gone`` by the day of the new act, in whole or in ``partial``."""
        body, heir = self._registry.known(gone.id), self._registry.known(come.id)
        if body is None or heir is None:
            return False
        return heir.id in (each.id for each in self._heirs(body, partial, {body.id}))

    def _heirs(self, body: Body, partial: bool, seen: set[str]) -> Iterator[Body]:
        """What took over from ``body``, and from that again: in ``partial``, where one of the steps was."""
        if body.valid_to is not None and body.valid_to > self._new_day:
            return
        for link in body.successors:
            heir = self._registry.known(link.id)
            if heir is None or heir.id in seen:
                continue
            if link.partial == partial:
                yield heir
            if partial or not link.partial:
                yield from self._heirs(heir, partial and not link.partial, seen | {heir.id})


def _key(mention: Mention) -> object:
    """Whom a mention means: a body, whoever speaks for it ("Giám đốc Sở Nội vụ"), else the words."""
    return mention.id or (mention.office, fold(mention.printed).strip(" .;,"))
