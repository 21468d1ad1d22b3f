"""Citations of acts in a text: type, number and symbol, date and issuer, each where it stands.

The grammar of Vietnamese acts (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.3 and II.6): "1629/QĐ-UBND", "61/2018/NĐ-CP",
"202/2025/QH15", "20-NQ/TU", "9302/UBND-TH"; a Luật by its name and date. Slips that people make are read too.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from cchc.language.folding import fold
from cchc.patterns import deferred
from cchc.registry.citation_dates import DateState, Stretch, read_dated
from cchc.registry.citation_types import LAWS, SMALL_LAWS, names_of, says_type, type_meant

_FURTHER = frozenset(
    (
        "hành động",
        "công tác",
        "liên tịch",
        "tổng thể",
        "kết luận",
        "khẩn",
        "hỏa tốc",
        "hoả tốc",
        "chuyên đề",
        "phối hợp",
        "mật",
    )
)
"""What may stand between a type and its number: "Chương trình hành động số"."""
_WORD = deferred(r"\S+")
_FURTHEST, _LONGEST_TYPE, _LONGEST_ISSUER = 110, 4, 12
"""How far before a number its type is looked for, in characters; how long types and issuers are, in words."""

_ALIKE = (("Ð", "Đ"), ("‐", "-"), ("‑", "-"), ("–", "-"))
"""Signs that look alike, and what they are read as: the Icelandic letter that some keyboards type for Đ, hyphens and
the dash."""
# Sets of letters beyond ASCII take milliseconds to compile: letters are told by what they are not, and capitals are
# counted later.
_BODY = r"[^\W\d_a-z][\w&]*"
_FIRST = r"[^\W\d_a-z][^\W\d_]+\d{0,2}"
_YEAR = r"(?:19|20)\d\d"
_COMMITTEES = frozenset(("TU", "TW", "HU", "ĐU"))
"""The Party's committees in symbols: nobody else has these, so "20/NQ-TU" is the Party's "20-NQ/TU"."""


class Citation(NamedTuple):
    """An act that a text names.

    ``whole`` reaches from the type in words to the date; ``written`` is number and symbol, and a Luật's name where it
    has none. ``kind`` is the type in words as typed ("Nghị định"), empty where it is not said; ``numbered``: the word
    "số" stands there. ``number`` is without zeros in front ("30c", "66.2"), empty for a blank or a Luật by name.
    ``type`` and ``body`` are those of the symbol ("NĐ", "CP"); of a công văn ``type`` is empty. ``issuer`` is what
    stands behind "của", up to the next sign. ``slip``: the symbol is not written as it should be.
    """

    whole: Stretch
    written: Stretch
    kind: str
    numbered: bool
    number: str
    year: int | None
    type: str
    body: str
    party: bool
    slip: bool
    dated: DateState
    day: date | None
    date_at: Stretch
    issuer: str
    issuer_at: Stretch
    name: str = ""

    @property
    def symbol(self) -> str:
        """The symbol as it should be written: "NĐ-CP", "NQ/TW", "QH15", "UBND-TH"."""
        if not self.type or not self.body:
            return self.type or self.body
        return self.type + ("" if self.type in ("QH", "UBTVQH") else "/" if self.party else "-") + self.body

    @property
    def label(self) -> str:
        """Number and symbol as they should be written; of a Luật its name."""
        if not self.number:
            return self.name or self.symbol
        year = f"/{self.year}" if self.year else ""
        number = f"0{self.number}" if len(self.number) == 1 else self.number
        return f"{number}{year}{'-' if self.party else '/'}{self.symbol}"


def citations(text: str) -> tuple[Citation, ...]:
    """The acts that ``text`` names, in their order."""
    return _citations(text) if "/" in text or "uật" in text or "Pháp lệnh" in text else ()


@lru_cache(4096)
def _citations(text: str) -> tuple[Citation, ...]:
    for sign, meant in _ALIKE:  # one by one they take a tenth of the time of a table
        text = text.replace(sign, meant)
    found: list[Citation] = []
    if "/" in text:
        found += _numbered(text)
    if "uật" in text or "Pháp lệnh" in text:
        taken = [citation.whole for citation in found]
        found += (law for law in _laws(text) if not any(_meet(law.whole, each) for each in taken))
        found.sort(key=lambda each: each.whole.start)
    return tuple(found)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


@cache
def _core() -> re.Pattern[str]:
    """Number and symbol, slips included; what is no symbol after all is sorted out later."""
    number = r"(?P<number>\d{1,6}(?:\.\d{1,3})?[a-z]?)"
    blank = r"(?<=số)[ \u00a0]*:?(?P<blank>[ \u00a0.…_]*)"
    assembly = rf"/\s?(?P<a_year>{_YEAR})\s?/\s?(?P<assembly>QH|UBTVQH)(?P<term>\d{{1,2}})\b"
    party = rf"(?P<p_before>\s?)-(?P<p_behind>\s*)(?P<p_type>{_FIRST})(?P<p_slash>\s?/\s?)(?P<p_body>{_BODY})"
    symbol = (
        rf"(?:(?P<y_slash>\s?/\s?)(?P<year>{_YEAR}))?(?P<slash>\s?/\s?)(?P<first>{_FIRST})"
        rf"(?:(?P<join>\s?-\s*|\s?/\s?|(?<=NĐ) (?=CP\b)|(?<=QĐ) (?=TTg\b|UBND\b))(?P<body>{_BODY})"
        rf"(?P<units>(?:\s?-\s?{_BODY})*)|(?P<cut>-(?!\w)))?"
    )
    return re.compile(
        rf"(?<![\w/.,-]){number}(?:{assembly}|{party}|{symbol})|{blank}/(?P<b_type>{_FIRST})-(?P<b_body>{_BODY})"
    )


def _numbered(text: str) -> Iterator[Citation]:
    last = 0
    for match in _core().finditer(text):
        found = _citation(text, match, last)
        if found is not None:
            last = found.whole.end
            yield found


def _citation(text: str, match: re.Match[str], last: int) -> Citation | None:
    start = match.start() if match["blank"] is None else match.start("blank")
    symbol = _symbol(match)
    if symbol is None:
        return None
    number, year, type_, body, slip = symbol
    kind, numbered, begins = _kind(text, start, last)
    slashed = (match["join"] or "").strip() == "/" and type_ != ""
    party = match["p_type"] is not None or slashed or _as_of_the_state(match)
    if not (numbered or kind) and not (type_ and body):
        return None
    written = Stretch(start + len(text[start : match.end()]) - len(text[start : match.end()].lstrip()), match.end())
    dated = read_dated(text, match.end())
    name = ""
    if type_ in ("QH", "UBTVQH"):
        name = kind if fold(kind) in SMALL_LAWS else _law_before(text, begins, last)
    return Citation(
        whole=Stretch(min(begins, written.start), dated.end),
        written=written,
        kind=kind,
        numbered=numbered,
        number=number,
        year=year,
        type=type_,
        body=body,
        party=party,
        slip=slip,
        dated=dated.state,
        day=dated.day,
        date_at=dated.at,
        issuer=dated.issuer,
        issuer_at=dated.issuer_at,
        name=name,
    )


def _symbol(match: re.Match[str]) -> tuple[str, int | None, str, str, bool] | None:
    """Number, year, type and body of ``match``, and whether they are written with a slip; None where it is none."""
    number = (match["number"] or "").lstrip("0")
    if match["assembly"]:
        return number, int(match["a_year"]), match["assembly"], match["term"], False
    first = match["p_type"] or match["b_type"] or match["first"]
    body = match["p_body"] or match["b_body"] or match["body"] or ""
    if not _is_symbol(first) or (body and not body[0].isupper()):
        return None
    if match["p_type"]:
        spaces = (match[name] for name in ("p_before", "p_behind", "p_slash"))
        return (number, None, first, body, any(map(_spaced, spaces))) if names_of(first) else None
    if match["b_type"]:
        return "", None, *((first, body) if names_of(first) else ("", f"{first}-{body}")), False
    year = int(match["year"]) if match["year"] else None
    spaces = (match[name] or "" for name in ("y_slash", "slash", "join", "units"))
    slip = any(map(_spaced, spaces)) or match["cut"] is not None
    body += "".join((match["units"] or "").split())
    if meant := type_meant(first) if body else first if names_of(first) else "":
        slip = slip or meant != first or (match["join"] or "").strip() == "/" or _as_of_the_state(match)
        return number, year, meant, body, slip
    return number, year, "", "-".join(filter(None, (first, body))), slip


def _as_of_the_state(match: re.Match[str]) -> bool:
    """Whether a symbol of the Party has slash and hyphen where acts of the State have them: "20/NQ-TU"."""
    written = match["body"] in _COMMITTEES and (match["join"] or "").strip() == "-" and not match["units"]
    return written and match["year"] is None and bool(type_meant(match["first"]))


def _is_symbol(letters: str) -> bool:
    """Whether ``letters`` may be a type or body: two capitals at least ("QyĐ", "SNgV"), which words do not have."""
    return letters[0].isupper() and sum(map(str.isupper, letters)) >= 2


def _spaced(sign: str) -> bool:
    return any(map(str.isspace, sign))


class _Kind(NamedTuple):
    """The type in words before a number, whether "số" stands there, and where all that begins."""

    words: str
    numbered: bool
    start: int


def _kind(text: str, start: int, last: int) -> _Kind:
    low = max(last, start - _FURTHEST)
    words = [(found.start(), found[0]) for found in _WORD.finditer(text, low, start)]
    if words and words[-1][1] in (":", "."):
        words.pop()
    numbered, begins = False, start
    if words and words[-1][1].lstrip("(").rstrip(":.").casefold() == "số":
        numbered = True
        at, so = words.pop()
        begins = at + so.startswith("(")
    found = [(at, -len(named), named) for end in _ends(words) for at, named in _types_before(words, end)]
    if found:
        # The first, and of two that begin there the longer: "Thông báo kết luận", "Thông tư liên tịch".
        at, _, named = min(found)
        return _Kind(named, numbered, at)
    return _Kind("", numbered, begins)


def _types_before(words: list[tuple[int, str]], end: int) -> Iterator[tuple[int, str]]:
    """The type that the words up to ``end`` end in, with its place."""
    for length in range(min(_LONGEST_TYPE, end), 0, -1):
        at, first = words[end - length]
        bare_first = first.lstrip("(“\"'[-–")
        named = " ".join((bare_first, *(word for _, word in words[end - length + 1 : end])))
        if says_type(named):
            yield at + len(first) - len(bare_first), named
            return


def _ends(words: list[tuple[int, str]]) -> Iterator[int]:
    """Up to which word the type may reach: "Chương trình | hành động số", "Nghị quyết | của Chính phủ số"."""
    count = len(words)
    yield count
    for length in (2, 1):
        if " ".join(word for _, word in words[-length:]).lower() in _FURTHER:
            yield count - length
    if any(True for _ in _types_before(words, count)):
        return
    for index in range(count - 1, max(0, count - _LONGEST_ISSUER), -1):
        word = words[index][1]
        if word == "của":
            yield index
            return
        if not word.isalpha():
            return


def _law_before(text: str, begins: int, last: int) -> str:
    """The name of the Luật or Pháp lệnh whose number follows at ``begins``; empty where another act is meant."""
    segment = re.split(r"[;.(]", text[last:begins])[-1]
    found = re.search(rf"\b({'|'.join(LAWS)})\b(?P<name>[^\d]*)$", segment)
    return found[0].strip() if found else ""


@cache
def _law() -> re.Pattern[str]:
    kinds = "|".join(LAWS)
    return re.compile(rf"\b(?P<kind>{kinds})\b(?P<name>\s+(?!này\b)[^;.()\d“”]{{2,220}}?)(?=[\s,]*ngày\s*[\d….])")


_TIME_BEFORE = deferred(r"\b(?:trước|sau|từ|đến|vào|hết|trong)\s*$")


def _laws(text: str) -> Iterator[Citation]:
    """Laws that are cited by name and date, without a number."""
    for match in _law().finditer(text):
        if _TIME_BEFORE.search(match["name"]):
            continue
        dated = read_dated(text, match.end())
        if dated.state is DateState.NONE:
            continue
        name = " ".join(match[0].split())
        written = Stretch(match.start(), match.start() + len(match[0].rstrip(" ,\n\u00a0")))
        whole = Stretch(match.start(), dated.end)
        yield Citation(
            *(whole, written, match["kind"], False, "", None, "", "", False, False),
            *(dated.state, dated.day, dated.at, dated.issuer, dated.issuer_at, name),
        )
