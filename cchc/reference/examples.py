"""An example for each key, taken from files that hold whole plans and layouts: the first short one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from cchc.loader.declaration_rules import NO_WORDS
from cchc.loader.declared import own_layouts
from cchc.loader.layout_rules import EMPTY_COLUMN, NO_WIDTH
from cchc.loader.loading import load
from cchc.loader.rules import MISSING_KEY
from cchc.model.base import Part
from cchc.model.walk import parts
from cchc.reference.parts import own_keys, owner
from cchc.source import KeyPath, Source, SourceMap

Key: TypeAlias = tuple[str, str]
"""The name of a part in the model, and a key that it brings."""

_WIDEST = 118
_LINES, _CUT_AT = 4, 6
_MORE = "# …"
_LACKING = frozenset({MISSING_KEY.code, EMPTY_COLUMN.code, NO_WIDTH.code, NO_WORDS.code})


class Example(NamedTuple):
    """The lines that write a key, first of all in the file called ``source``."""

    source: str
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def fits(self) -> bool:
        """Whether no line is wider than the page."""
        return all(len(line) <= _WIDEST for line in self.lines)


class UnsoundFileError(Exception):
    """A file of examples that is not sound itself."""


def examples(files: Iterable[tuple[Source, type[Part]]], declared: frozenset[str]) -> dict[Key, Example]:
    """The best example of every key that one of ``files`` writes, the preferred files first.

    ``declared`` are the fields of layouts that stand in files of their own.
    """
    found: dict[Key, list[Example]] = {}
    for source, model in files:
        for key, example in _written(source, model, declared):
            found.setdefault(key, []).append(example)
    models = {part.__name__: part for part in _families(Part)}
    chosen = ((key, _best(models[key[0]], candidates)) for key, candidates in found.items())
    return {key: example for key, example in chosen if example is not None}


def _families(base: type[Part]) -> Iterator[type[Part]]:
    for part in base.__subclasses__():
        yield part
        yield from _families(part)


def _written(source: Source, model: type[Part], declared: frozenset[str]) -> Iterator[tuple[Key, Example]]:
    loaded = load(source, model, lambda root: declared.union(*own_layouts(root).values()))
    if loaded.value is None or loaded.places is None:
        raise UnsoundFileError("\n".join(f"{found.span}: {found.message.en}" for found in loaded.diagnostics))
    for path, part in parts(loaded.value):
        keys = {key: base for base in type(part).__mro__ if issubclass(base, Part) for key in own_keys(base)}
        for key in type(part).model_fields:
            here = _as_written((*path, key), loaded.places)
            if key in keys and here is not None and loaded.places.values[here].text.strip():
                base = owner(type(part), key)
                yield (base.__name__, key), Example(source.name, _excerpt(here, loaded.places))


def _as_written(path: KeyPath, places: SourceMap) -> KeyPath | None:
    """``path`` as the file has it: what stands for a list of one has no position; absent where it was not written."""
    alone = tuple(step for index, step in enumerate(path) if step != 0 or path[: index + 1] in places.values)
    return next((each for each in (path, alone) if each in places.keys), None)


def _excerpt(path: KeyPath, places: SourceMap) -> str:
    """The characters from the key at ``path`` to the end of its value, moved to the left edge."""
    key, value = places.keys[path], places.values[path]
    first, *rest = key.source.text[key.start : value.end].rstrip().split("\n")
    moved = [line[min(key.column - 1, len(line) - len(line.lstrip())) :] for line in rest]
    lines = [first, *moved]
    while lines[-1].lstrip().startswith("#") or not lines[-1].strip():
        lines.pop()
    return "\n".join(line for line in lines if line.strip())


def _best(model: type[Part], candidates: list[Example]) -> Example | None:
    """The first that is short and fits the page, else the first that does when cut; of tests where no act has one."""
    of_tests = [each for each in candidates if each.source.startswith("tests/")]
    of_acts = [each for each in candidates if each not in of_tests]
    ordered = (each for some in (of_acts, of_tests) for each in (*_whole(some), *map(_cut, map(_narrowed, some))))
    return next((each for each in ordered if each.fits and is_sound(each.text, model)), None)


def _whole(candidates: list[Example]) -> Iterator[Example]:
    """Those of few lines, then those of more, the shortest first; then those of few lines with long sentences cut."""
    yield from (each for each in candidates if len(each.lines) <= _LINES)
    yield from sorted((each for each in candidates if len(each.lines) <= _CUT_AT), key=lambda each: len(each.lines))
    yield from (_narrowed(each) for each in candidates if len(each.lines) <= _LINES)


def _narrowed(example: Example) -> Example:
    """``example`` with sentences that are wider than the page cut behind a word."""
    return example._replace(text="\n".join(_narrow(line) for line in example.lines))


def _narrow(line: str) -> str:
    if len(line) <= _WIDEST or "{" in line:
        return line
    quote = '"' if line.endswith('"') else ""
    return f"{line[: line.rindex(' ', 0, _WIDEST - 3)].rstrip(' ;,')} …{quote}"


def _cut(example: Example) -> Example:
    """The first lines of ``example``, up to one behind which it may end."""
    lines = example.lines[:_CUT_AT]
    while len(lines) > 1 and lines[-1].rstrip().endswith((":", "-", "|", ">-")):
        lines.pop()
    return example._replace(text="\n".join([*lines, _MORE]))


def is_sound(text: str, model: type[Part]) -> bool:
    """Whether ``text`` holds keys of ``model`` as they have to be; others that it must have may be left out."""
    said = load(Source("example", text + "\n"), model).diagnostics
    return all(found.code in _LACKING and found.span is not None and found.span.start == 0 for found in said)


def together(keys: Iterable[Key], known: Mapping[Key, Example]) -> str:
    """The examples of ``keys`` one below the other, behind a comment with the file that each group is from."""
    lines: list[str] = []
    source = ""
    for key in keys:
        if key in known:
            if known[key].source != source:
                source = known[key].source
                lines.append(f"# {source}")
            lines.append(known[key].text)
    return "\n".join(lines)
