"""The unit of territory that an act speaks for, and what follows from it: issuer, authority, place."""

from datetime import date
from typing import NamedTuple

from cchc.language.folding import fold
from cchc.registry.facts import Body
from cchc.registry.registry import Registry

_KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")
_KINDS_BEGIN = frozenset(kind.partition(" ")[0] for kind in _KINDS)
_COMMITTEE = "Ủy ban nhân dân"


class Jurisdiction(NamedTuple):
    """A province, district or commune: its ``kind`` ("tỉnh"), its proper ``name`` ("Đắk Nông").

    ``kind`` is empty where the words name none and the unit is no known province; ``body`` is a province's
    entry in the registry. ``written_in_full``: the common noun belongs to the name ("Thành phố Hồ Chí Minh",
    "Quận 1") and is capitalised with it (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.4a and Phụ lục II).
    """

    kind: str
    name: str
    body: Body | None
    written_in_full: bool

    @property
    def unit(self) -> str:
        """The unit inside a sentence: "tỉnh Đắk Nông", "Thành phố Hồ Chí Minh"."""
        kind = self.kind[:1].upper() + self.kind[1:] if self.written_in_full else self.kind
        return f"{kind} {self.name}".strip()

    @property
    def issuer(self) -> str:
        """The committee that issues its acts: "Ủy ban nhân dân tỉnh Đắk Nông"."""
        return f"{_COMMITTEE} {self.unit}"

    @property
    def place(self) -> str:
        """The place before an act's date: "Đắk Nông", "Thành phố Hồ Chí Minh"."""
        return self.unit if self.written_in_full else self.name


def jurisdiction_of(words: str, registry: Registry, on: date | None = None) -> Jurisdiction:
    """The unit that ``words`` name: "Đắk Nông", "tỉnh Đắk Nông", "huyện Đắk Song", "Phường 1".

    A province is looked up as it is ``on`` the day (Đồng Nai: a city from its date on); what is typed is kept
    where it says a kind or is no known province.
    """
    typed_kind, proper = _split(words)
    province = registry.find(words, on)
    if province is None or province.level != "province_unit":
        return Jurisdiction(typed_kind, proper, None, proper[:1].isdigit())
    kind, name = _split(province.name)
    spelled = proper if fold(proper) == fold(name) else name
    return Jurisdiction(typed_kind or kind, spelled, province, province.named_after is not None)


def proper_name(words: str) -> str:
    """``words`` without the common noun of a unit: "Đắk Nông" of "Tỉnh Đắk Nông"."""
    return _split(words)[1]


def _split(words: str) -> tuple[str, str]:
    """The common noun of a unit in lower case, empty where there is none, and the proper name as typed."""
    typed = words.split()
    for kind in _KINDS if typed and fold(typed[0]) in _KINDS_BEGIN else ():
        length = len(kind.split())
        if len(typed) > length and fold(" ".join(typed[:length])) == kind:
            return kind, " ".join(typed[length:])
    return "", " ".join(typed)
