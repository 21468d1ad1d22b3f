"""Names as the reader compares them: words, without letter case, tone placement and what joins them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cchc.language.folding import fold
from cchc.patterns import deferred
from cchc.registry.facts import Body, Tier

_TOKEN = deferred(r"[^\W_]+|\n|[^\w\s]|_")
_JOINERS = frozenset((",", "-", "&", "và", "."))
_SEPARATORS = frozenset((";", ",", ".", "/", "+", "•", "…", "-", "&", ":", "\n", "và", "hoặc", "cùng"))
_LIST_ENDS = frozenset((";", "\n"))

_SUFFIXES: tuple[tuple[tuple[str, ...], Tier], ...] = (
    (("cấp", "tỉnh"), "province"),
    (("cấp", "huyện"), "district"),
    (("cấp", "xã"), "commune"),
    (("tỉnh",), "province"),
    (("huyện",), "district"),
    (("xã",), "commune"),
)


class Token(NamedTuple):
    """A word or a sign of a text: ``key`` is its folded form, ``start`` to ``end`` its characters."""

    key: str
    text: str
    start: int
    end: int
    is_word: bool

    @property
    def joins(self) -> bool:
        """Whether it may stand between the words of one name and then does not count."""
        return self.key in _JOINERS

    @property
    def separates(self) -> bool:
        """Whether it may stand between two names of a list."""
        return self.key in _SEPARATORS

    @property
    def ends_list(self) -> bool:
        """Whether it separates so strongly that what a list said once holds no longer: a semicolon, a line break."""
        return self.key in _LIST_ENDS

    @property
    def is_capitalised(self) -> bool:
        """Whether it may begin or carry on a proper name: an upper-case letter or a figure."""
        return self.is_word and (self.text[0].isupper() or self.text[0].isdigit())


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return fold(word) or word  # a line break has no other form


def tokens(text: str) -> list[Token]:
    """The words, signs and line breaks of ``text``, in order; white space is left out."""
    return [
        Token(_key(word := match[0]), word, match.start(), match.end(), word.isalnum())
        for match in _TOKEN.finditer(text)
    ]


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words by which ``name`` is compared; "Sở KH&ĐT", "sở KH và ĐT" have the same."""
    return tuple([key for key in map(_key, _TOKEN.findall(name)) if key not in _JOINERS])


class Form(NamedTuple):
    """One way to say a body: its words, without the place that stands or may stand behind them.

    ``tier`` is the place's level of government, None where no place can follow; ``placed``: it must.
    """

    words: tuple[str, ...]
    tier: Tier | None
    placed: bool


def forms_of(body: Body) -> Iterator[Form]:
    """The ways to say ``body``: its name, aliases and misspelled forms, each as it stands and without its place."""
    for name in (body.name, *body.aliases, *body.misspelled):
        yield from _forms(words_of(name), body.tier)


def _forms(words: tuple[str, ...], tier: Tier | None) -> Iterator[Form]:
    for suffix, place in _SUFFIXES:
        if tier == place and len(words) > len(suffix) and words[-len(suffix) :] == suffix:
            yield Form(words[: -len(suffix)], tier, placed=True)
            return
    yield Form(words, tier, placed=False)
