"""The bodies that a cell names, each by its full name in the registry and its id there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cchc.registry.issuer import authority
from cchc.registry.reading import Mention
from cchc.registry.registry import Registry


class NamedBodies(NamedTuple):
    """Full names, and beside each the id of the body or class; None for one that the registry lacks."""

    names: tuple[str, ...] | None
    ids: tuple[str | None, ...] | None


def named_bodies(mentions: Iterable[Mention], registry: Registry) -> NamedBodies:
    """What ``mentions`` name, in their order, each once; nothing where they name nobody."""
    found = dict.fromkeys((full_name(mention, registry), mention.id) for mention in mentions)
    if not found:
        return NamedBodies(None, None)
    return NamedBodies(tuple(name for name, _ in found), tuple(id_ for _, id_ in found))


def full_name(mention: Mention, registry: Registry) -> str:
    """The name of the body or class, behind its office where the holder is meant; as printed where neither is known."""
    body = registry.known(mention.id)
    if body is None and mention.id is None:
        return " ".join(mention.printed.split())
    name = body.name if body else registry.body_class(mention.id or "").name
    return authority(name, registry.office(mention.office).name) if mention.office else name
