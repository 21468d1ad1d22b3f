"""The YAML library: text → events, or the place and kind of what it could not read."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from yaml.error import MarkedYAMLError
from yaml.events import Event


class Parser(Protocol):
    """Gives the events of a text one by one, and None at its end."""

    def get_event(self) -> Event | None: ...


class Failure(NamedTuple):
    """What could not be read: the library's ``problem`` at character ``offset``.

    ``context`` says what was being read, from ``context_offset`` on. Both are the words of the library,
    which differ between its C and its Python parser; they serve to tell causes apart, not to be shown.
    """

    problem: str
    offset: int
    context: str
    context_offset: int | None


class NotYamlError(Exception):
    """The text stops being YAML; ``failure`` says where."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.problem)
        self.failure = failure


def standard_parser() -> Callable[[str], Parser]:
    """libyaml's parser, or PyYAML's own where PyYAML was installed without libyaml.

    ruamel.yaml's Python parser is not the one to stand in: it takes anchors of Vietnamese letters, a second
    document without ``---`` and U+2028 inside a text, and reads ``[:a]``, all of which libyaml refuses.
    """
    try:
        from yaml._yaml import CParser
    except ImportError:
        from cchc.syntax.pure import PureParser

        return PureParser
    return CParser


def read_events(text: str, parser: Callable[[str], Parser]) -> Iterator[Event]:
    """The events of ``text``, which holds no control character. Raises NotYamlError where it is not YAML."""
    try:
        events = parser(text)
        while (event := events.get_event()) is not None:
            yield event
    except MarkedYAMLError as error:
        raise NotYamlError(_failure(error, text)) from error


def _failure(error: MarkedYAMLError, text: str) -> Failure:
    place, around = error.problem_mark, error.context_mark
    return Failure(
        problem=error.problem or "",
        offset=min(place.index, len(text)) if place else len(text),
        context=error.context or "",
        context_offset=around.index if around else None,
    )
