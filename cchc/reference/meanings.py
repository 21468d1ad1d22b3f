"""What keys mean, in English: the data of ``meanings.yaml``, which has to say it of every key and of no other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from cchc.model.base import Part
from cchc.reference.examples import Example, Key, is_sound
from cchc.reference.parts import own_keys
from cchc.source import Source
from cchc.syntax.construct import construct
from cchc.syntax.parsing import parse


class Meaning(NamedTuple):
    """What a key means, and an example where no file has one (else empty)."""

    words: str
    example: str


class Meanings(NamedTuple):
    """What to call each part, and what each key means."""

    nouns: Mapping[str, str]
    keys: Mapping[Key, Meaning]


class UnreadableError(Exception):
    """Data that cannot be read."""


def read_meanings(source: Source) -> Meanings:
    """The data in ``source``. Raises UnreadableError."""
    node, said = parse(source)
    if node is None or said:
        raise UnreadableError("\n".join(f"{each.span}: {each.message.en}" for each in said))
    data: Any = construct(node)[0]
    keys = {(part, key): _meaning(value) for part, about in data.items() for key, value in about["keys"].items()}
    return Meanings({part: about["is"] for part, about in data.items()}, keys)


def _meaning(value: Any) -> Meaning:
    return Meaning(value, "") if isinstance(value, str) else Meaning(value["means"], value["example"])


def problems(meanings: Meanings, models: Collection[type[Part]], known: Mapping[Key, Example]) -> Iterator[str]:
    """What is missing from ``meanings`` or superfluous there, beside the examples that are ``known`` from files."""
    by_name = {model.__name__: model for model in models}
    keys = {(name, key) for name, model in by_name.items() for key in own_keys(model)}
    yield from (f"{part}.{key} has no meaning" for part, key in sorted(keys - meanings.keys.keys()))
    yield from (f"{part}.{key} is no key" for part, key in sorted(meanings.keys.keys() - keys))
    for (part, key), meaning in meanings.keys.items():
        if (part, key) in known and meaning.example:
            yield f"{part}.{key} has an example in {known[part, key].source}: leave its own out"
        elif (part, key) in keys and not meaning.example and (part, key) not in known:
            yield f"{part}.{key} has no example"
        elif (part, key) in keys and meaning.example and not is_sound(meaning.example, by_name[part]):
            yield f"the example of {part}.{key} is not sound"
