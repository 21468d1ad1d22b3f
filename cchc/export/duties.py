"""The walk over a plan's duty lists: whose duties a section or item holds."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.model.blocks import Block
from cchc.model.body import Section
from cchc.model.plan import Plan
from cchc.model.walk import parts
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry
from cchc.source import KeyPath


class Duty(NamedTuple):
    """A section or item that lays down duties, the words that say whose, and the bodies that they name."""

    path: KeyPath
    words: str
    bodies: tuple[Mention, ...]


def duties(plan: Plan, registry: Registry) -> Iterator[Duty]:
    """The duty lists of ``plan`` in printing order: sections with an ``agency``, what bears a ``duty_of``."""
    for path, part in parts(plan.body, ("body",)):
        words = _whose(part)
        if words:
            yield Duty(path, words, read_bodies(words, registry))


def _whose(part: object) -> str | None:
    if isinstance(part, Section):
        return part.agency or part.duty_of
    return part.duty_of if isinstance(part, Block) else None
