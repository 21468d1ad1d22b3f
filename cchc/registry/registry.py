"""The registry: every body, class and office under its id and its names, read once from the shipped data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from pkgutil import get_data

from cchc.language.folding import nearest
from cchc.registry.decoding import body_from, class_from, office_from
from cchc.registry.facts import Body, BodyClass, Office
from cchc.registry.names import words_of

DATA_FILE = "agencies.json"


class Registry:
    """Bodies, classes of bodies and offices. Values never change: ``with_bodies`` makes another registry."""

    def __init__(
        self,
        bodies: Iterable[Body],
        classes: Iterable[BodyClass] = (),
        offices: Iterable[Office] = (),
        heads: Iterable[str] = (),
        own: Iterable[str] = (),
    ) -> None:
        """``heads`` are words with which the names of bodies begin that are not listed; ``own`` the ids of bodies of
        which a province has said something itself.
        """
        self._bodies = {body.id: body for body in bodies}
        self._classes = {body_class.id: body_class for body_class in classes}
        self._offices = {office.id: office for office in offices}
        self.heads = tuple(heads)
        self.own = frozenset(own)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(self._bodies.values())

    @property
    def classes(self) -> tuple[BodyClass, ...]:
        return tuple(self._classes.values())

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple(self._offices.values())

    def body(self, id_: str) -> Body:
        """The body ``id_``. Raises KeyError where there is none."""
        return self._bodies[id_]

    def body_class(self, id_: str) -> BodyClass:
        """The class ``id_``. Raises KeyError where there is none."""
        return self._classes[id_]

    def office(self, id_: str) -> Office:
        """The office ``id_``. Raises KeyError where there is none."""
        return self._offices[id_]

    def with_bodies(self, bodies: Iterable[Body]) -> Registry:
        """This registry with a province's own ``bodies``: those of a known id take its place, others are added."""
        own = {body.id: body for body in bodies}
        return Registry((self._bodies | own).values(), self.classes, self.offices, self.heads, self.own | own.keys())

    def known(self, id_: str | None) -> Body | None:
        """The body ``id_``; None where it is the id of something else, or none."""
        return self._bodies.get(id_) if id_ else None

    def find(self, words: str, on: date | None = None) -> Body | None:
        """The body or unit whose name, alias or misspelled form ``words`` are, as a whole.

        Of several that bore the name in turn, the one that exists ``on`` the day, or the last where none
        does or no day is given. A name with a place ("Sở Nội vụ tỉnh Đắk Nông") is for ``read_bodies``.
        """
        return one_on(self._by_words.get(words_of(words), ()), on)

    def nearest(self, words: str) -> str | None:
        """The accepted form of a name that is most likely meant by ``words``; None where none is near."""
        return nearest(words, self._accepted_forms)

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[Body]]:
        index: dict[tuple[str, ...], list[Body]] = {}
        for body in self._bodies.values():
            for words in {words_of(name): None for name in (body.name, *body.aliases, *body.misspelled)}:
                index.setdefault(words, []).append(body)
        return index

    @cached_property
    def _accepted_forms(self) -> tuple[str, ...]:
        forms = (form for body in self._bodies.values() for form in (body.name, *body.aliases))
        return tuple(dict.fromkeys(forms))


def one_on(bodies: Iterable[Body], on: date | None) -> Body | None:
    """Of bodies that bear one name in turn, the one that exists ``on`` the day; else the last to begin."""
    candidates = sorted(bodies, key=lambda body: body.valid_from or date.min)
    if on is not None:
        candidates = [body for body in candidates if body.exists_on(on)] or candidates
    return candidates[-1] if candidates else None


@cache
def shipped_registry() -> Registry:
    """The registry that comes with the program."""
    # pkgutil: importlib.resources would load tempfile, shutil and more for one read of a file.
    data = json.loads(get_data(__package__, DATA_FILE) or b"")
    return Registry(
        map(body_from, data["agencies"]),
        map(class_from, data["classes"]),
        map(office_from, data["offices"]),
        data["heads"],
    )
