"""What the registry knows: bodies with their dates and successors, classes of bodies, offices."""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

Level: TypeAlias = Literal[
    "province_unit",
    "central",
    "ministry",
    "provincial",
    "so",
    "so_equiv",
    "party",
    "front",
    "council",
    "vertical",
    "company",
    "media",
    "media_instance",
    "unit",
    "one_stop_province",
    "system",
    "district",
    "district_kind",
    "commune",
    "commune_kind",
    "one_stop_commune",
]
"""Where a body stands: the province's own (``provincial``, ``so``, …), the centre's, a district's or a commune's.

``province_unit``, ``district_kind`` and ``commune_kind`` are units of territory, not bodies that act.
"""

Confidence: TypeAlias = Literal["verified", "secondary", "knowledge"]
"""What stands behind an entry: an act or official page, public data sets, or unchecked knowledge."""

Tier: TypeAlias = Literal["province", "district", "commune"]
"""The level of government whose place may follow a body's name ("Công an tỉnh", "UBND các huyện")."""

_TIER_OF_LEVEL: dict[Level, Tier] = {
    "provincial": "province",
    "so": "province",
    "so_equiv": "province",
    "party": "province",
    "front": "province",
    "council": "province",
    "vertical": "province",
    "company": "province",
    "media": "province",
    "unit": "province",
    "one_stop_province": "province",
    "system": "province",
    "district": "district",
    "commune": "commune",
    "one_stop_commune": "commune",
}
_TERRITORIES: frozenset[Level] = frozenset(("province_unit", "district_kind", "commune_kind"))


class Successor(NamedTuple):
    """A body that took over from another: all of it, its main part, or the part that ``scope`` names."""

    id: str
    scope: str
    partial: bool = False


class Body(NamedTuple):
    """A body or unit of territory as it exists from ``valid_from`` (inclusive) to ``valid_to`` (exclusive).

    ``aliases`` are accepted forms of ``name``; ``misspelled`` are read but never accepted. ``symbols`` are
    the body's abbreviations in an act's symbol, the commonest first: a province sets its own (Nghị định
    30/2020/NĐ-CP, Phụ lục I mục II.3b), so they identify nothing. ``optional``: each province decides
    whether it has one.
    """

    id: str
    name: str
    level: Level
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    misspelled: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[Successor, ...] = ()
    symbols: tuple[str, ...] = ()
    optional: bool = False
    province: str | None = None
    gso_code: str | None = None
    named_after: Literal["person"] | None = None

    def exists_on(self, day: date) -> bool:
        """Whether the body exists on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)

    @property
    def tier(self) -> Tier | None:
        """The level of government whose place may follow the name; None for central bodies and territories."""
        return _TIER_OF_LEVEL.get(self.level)

    @property
    def is_territory(self) -> bool:
        """Whether this is a province, or a kind of district or commune, and no body that could act."""
        return self.level in _TERRITORIES


class BodyClass(NamedTuple):
    """Wordings that name many bodies at once ("các sở, ban, ngành").

    ``head`` is the word that names listed behind the wording lack: "Sở" in "Các Sở: NV, KH&ĐT".
    """

    id: str
    name: str
    wordings: tuple[str, ...] = ()
    head: str | None = None


class Office(NamedTuple):
    """A post whose holder stands for the body ("Giám đốc Sở Nội vụ").

    ``shared`` are the words with which the body's own name begins and which are not said twice: the
    "Chánh Văn phòng UBND tỉnh" heads the "Văn phòng UBND tỉnh".
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    shared: str | None = None
    symbols: tuple[str, ...] = ()


LEVELS = cast("tuple[Level, ...]", get_args(Level))
CONFIDENCES = cast("tuple[Confidence, ...]", get_args(Confidence))
