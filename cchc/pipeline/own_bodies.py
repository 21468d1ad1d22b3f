"""A project's registry: the bodies that the program ships, with those of ``plans/_registry.yaml`` in their place."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.diagnostics import Diagnostic, has_errors, in_order
from cchc.language.dates import read_date
from cchc.loader.loading import load
from cchc.pipeline.texts import read_source
from cchc.registry.facts import Body, Successor
from cchc.registry.registry import Registry, shipped_registry
from cchc.source import KeyPath, SourceMap
from cchc.workspace.reading import Place
from cchc.workspace.trouble import shown_from

if TYPE_CHECKING:
    from cchc.model.own_bodies import OwnBodies, OwnBody

OWN_REGISTRY = "_registry.yaml"
"""The name of the file beside the plans: no plan's, since it begins with ``_``."""


class Bodies(NamedTuple):
    """The registry of a project, and what is wrong with its own file; an entry with mistakes is left out."""

    registry: Registry
    diagnostics: tuple[Diagnostic, ...] = ()


def project_bodies(plans: Path, cwd: Path) -> Bodies:
    """The registry of the project with the folder ``plans``; messages call its file as ``cwd`` sees it."""
    path = plans / OWN_REGISTRY
    return bodies_of(path, shown_from(path, cwd)) if _is_there(path) else Bodies(shipped_registry())


def bodies_of(place: Place, name: str) -> Bodies:
    """The registry that the file at ``place``, which messages call ``name``, makes of the shipped one."""
    from cchc.model.own_bodies import OwnBodies

    source, found = read_source(place, name)
    if source is None:
        return Bodies(shipped_registry(), tuple(found))
    loaded = load(source, OwnBodies)
    found += loaded.diagnostics
    if loaded.judgeable is None or loaded.places is None:
        return Bodies(shipped_registry(), in_order(found, source))
    registry, of_bodies = _registry(loaded.judgeable, loaded.places)
    return Bodies(registry, in_order((*found, *of_bodies), source))


def _is_there(path: Path) -> bool:
    """Whether there is such a file; of one that we may not look at, reading it says so."""
    try:
        return path.exists()
    except OSError:
        return True


def _registry(own: "OwnBodies", places: SourceMap) -> tuple[Registry, list[Diagnostic]]:
    """The shipped registry with the sound entries of ``own``, and what is wrong with the others."""
    from cchc.pipeline.own_rules import check_body, nameless, repeated

    shipped = shipped_registry()
    found: list[Diagnostic] = []
    bodies: dict[str, Body] = {}
    paths: dict[str, KeyPath] = {}
    for index, entry in enumerate(own.agencies):
        path: KeyPath = ("agencies", index)
        known = shipped.known(entry.id)
        if entry.id in paths:
            found.append(repeated(path, paths[entry.id], entry.id, places))
        elif known is None and not entry.name:
            found.append(nameless(path, entry.id, shipped, places))
        else:
            paths[entry.id] = path
            bodies[entry.id] = _body(entry, known)
    together = shipped.with_bodies(bodies.values())
    for id_, body in tuple(bodies.items()):
        said = list(check_body(body, paths[id_], together, places))
        found += said
        if has_errors(said):
            del bodies[id_]
    return _without_dead_ends(shipped.with_bodies(bodies.values())), found


def _without_dead_ends(registry: Registry) -> Registry:
    """``registry`` without successors that were left out for mistakes of their own."""
    dead = [
        body._replace(successors=tuple(link for link in body.successors if registry.known(link.id)))
        for body in registry.bodies
        if body.id in registry.own and not all(registry.known(link.id) for link in body.successors)
    ]
    return registry.with_bodies(dead) if dead else registry


def _body(entry: "OwnBody", known: Body | None) -> Body:
    """The body that ``entry`` describes; of one that is ``known``, only what it gives is changed."""
    body = known or Body(entry.id, entry.name or "", "unit", "verified")
    return body._replace(**{key: _value(key, getattr(entry, key)) for key in _given(entry)})


def _given(entry: "OwnBody") -> list[str]:
    """The keys that ``entry`` gives and a body has; a name and a level can be changed, and not taken away."""
    needed = ("name", "level", "confidence")
    return [key for key in Body._fields if key in entry.model_fields_set and (key not in needed or getattr(entry, key))]


def _value(key: str, typed: Any) -> Any:
    """What a body has for what was ``typed`` under ``key``."""
    if key in ("valid_from", "valid_to"):
        return _day(typed)
    if key == "successors":
        return tuple(Successor(each.id, each.scope, each.partial) for each in typed or ())
    if key in ("aliases", "misspelled", "symbols"):
        return typed or ()
    return bool(typed) if key == "optional" else typed


def _day(typed: str | None) -> date | None:
    return read_date(typed) if typed else None
