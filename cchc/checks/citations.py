"""How an act is cited: type, number, symbol, date and issuer agree and are all there."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Cited, Context
from cchc.checks.inside import inside
from cchc.diagnostics import Diagnostic, Edit, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.lower.derived import act_day
from cchc.patterns import deferred
from cchc.registry.citation_dates import DateState, Stretch
from cchc.registry.citation_types import NORMATIVE, names_of, types_named
from cchc.registry.citations import Citation
from cchc.registry.citing_bodies import issuing_symbol, known_symbol
from cchc.source import Span

OTHER_TYPE = Rule(
    "V101",
    "type-against-symbol",
    Severity.WARNING,
    Wording("“{kind}” nhưng ký hiệu “{symbol}” là của {names}", "“{kind}”, but the symbol “{symbol}” is of {names}"),
    Wording("xem lại văn bản được viện dẫn, sửa tên loại hoặc ký hiệu", "look at the act; mend its type or its symbol"),
    Wording(
        "Ký hiệu gồm chữ viết tắt tên loại và cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.3, Phụ lục "
        "III); tên loại khác ký hiệu thì không biết là văn bản nào.",
        "A symbol is made of the type's and the issuer's abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.3, "
        "Phụ lục III); where the type says something else, nobody knows which act is meant.",
    ),
    Example(
        "text: Thực hiện Quyết định số 584/KH-UBND ngày 14/10/2022",
        "text: Thực hiện Kế hoạch số 584/KH-UBND ngày 14/10/2022",
    ),
)
OTHER_YEAR = Rule(
    "V102",
    "year-against-date",
    Severity.WARNING,
    Wording(
        "số, ký hiệu “{symbol}” là của năm {year}, ngày ban hành ghi năm {dated}",
        "“{symbol}” is of {year}, its date says {dated}",
    ),
    Wording("sửa năm trong ký hiệu hoặc trong ngày", "mend the year of the symbol or of the date"),
    Wording(
        "Số của văn bản quy phạm pháp luật mang năm ban hành, nên năm trong ký hiệu là năm của ngày ban hành.",
        "The number of a normative act bears the year in which it is issued: that of its date.",
    ),
    Example("text: Nghị định số 42/2022/NĐ-CP ngày 24/6/2021", "text: Nghị định số 42/2022/NĐ-CP ngày 24/6/2022"),
)
NO_SUCH_DATE = Rule(
    "V103",
    "no-such-date-cited",
    Severity.WARNING,
    Wording("không có ngày “{date}”", "there is no day “{date}”"),
    Wording("xem lại ngày trong văn bản được viện dẫn", "look the day up in the act that is cited"),
    Wording(
        "Ngày này không có trong lịch, chắc chắn gõ nhầm.", "The calendar has no such day, so it is a slip of the pen."
    ),
    Example("text: Nghị định số 61/2018/NĐ-CP ngày 31/4/2018", "text: Nghị định số 61/2018/NĐ-CP ngày 23/4/2018"),
)
HALF_DATE = Rule(
    "V104",
    "date-incomplete",
    Severity.WARNING,
    Wording("ngày ban hành của {label} chưa đủ: “{date}”", "the date of {label} is not whole: “{date}”"),
    Wording("ghi đủ ngày, tháng, năm", "write day, month and year"),
    Wording(
        "Viện dẫn phải ghi ngày, tháng, năm ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b).",
        "A citation gives day, month and year (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b).",
    ),
    Example(
        "text: Kế hoạch số 584/KH-UBND ngày 14/10 của UBND tỉnh",
        "text: Kế hoạch số 584/KH-UBND ngày 14/10/2022 của UBND tỉnh",
    ),
)
YEAR_MISSING = Rule(
    "V105",
    "symbol-without-year",
    Severity.WARNING,
    Wording(
        "“{symbol}” thiếu năm: {kind} có năm trong số, ký hiệu",
        "“{symbol}” lacks its year: the symbol of a {kind} has one",
    ),
    Wording("ghi cả năm, ví dụ {example}", "write the year too, such as {example}"),
    Wording(
        "Văn bản quy phạm pháp luật có số, năm ban hành, tên loại và cơ quan trong ký hiệu; thiếu năm thì mỗi năm có "
        "một văn bản mang số đó.",
        "A normative act has number, year, type and issuer in its symbol; without the year every year has an act of "
        "that number.",
    ),
    Example(
        "text: theo Nghị định số 108/NĐ-CP ngày 20/11/2014", "text: theo Nghị định số 108/2014/NĐ-CP ngày 20/11/2014"
    ),
)
SLIP = Rule(
    "V106",
    "symbol-badly-written",
    Severity.WARNING,
    Wording("số, ký hiệu “{symbol}” viết chưa đúng", "“{symbol}” is not how a number and symbol are written"),
    Wording("viết: {right}", "write: {right}"),
    Wording(
        "Giữa số và ký hiệu có dấu “/”, giữa các nhóm chữ có dấu “-” không cách chữ (Nghị định 30/2020/NĐ-CP, Phụ lục "
        "I mục II.3); văn bản của Đảng thì ngược lại: “14-CTr/TU”, “18-NQ/TW”.",
        "Between number and symbol stands “/”, between groups of letters “-” without spaces (Nghị định 30/2020/NĐ-CP, "
        "Phụ lục I mục II.3); the Party has them the other way round: “14-CTr/TU”, “18-NQ/TW”.",
    ),
    Example("text: Nghị quyết số 18- NQ/TW", "text: Nghị quyết số 18-NQ/TW"),
)
_CUT = Wording("ghi đủ ký hiệu, có cơ quan ban hành", "write the whole symbol, with the issuer")
OTHER_ISSUER = Rule(
    "V107",
    "issuer-against-symbol",
    Severity.WARNING,
    Wording(
        "ghi “{issuer}”, nhưng ký hiệu “{symbol}” là của cơ quan khác",
        "it says “{issuer}”, but the symbol “{symbol}” is another body's",
    ),
    Wording(
        "xem lại văn bản được viện dẫn, sửa tên cơ quan hoặc ký hiệu", "look at the act; mend the issuer or the symbol"
    ),
    Wording(
        "Chữ sau cùng của ký hiệu là cơ quan hoặc chức danh ban hành: CP là Chính phủ, TTg là Thủ tướng Chính phủ, TU "
        "là Tỉnh ủy, Thành ủy.",
        "The last letters of a symbol are the body or office that issues: CP is the Government, TTg the Prime "
        "Minister, "
        "TU the Party's committee of a province.",
    ),
    Example(
        "text: Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Chính phủ",
        "text: Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ",
    ),
)
NO_SO = Rule(
    "V108",
    "number-without-so",
    Severity.NOTE,
    Wording("thiếu chữ “số” trước “{symbol}” ({count} chỗ)", "“số” is missing before “{symbol}” (places: {count})"),
    Wording("viết: {right}", "write: {right}"),
    Wording(
        "Viện dẫn ghi tên loại, “số”, số và ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b, các mẫu ở Phụ "
        "lục III).",
        "A citation gives the type, “số”, number and symbol (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b and the "
        "forms of Phụ lục III).",
    ),
    Example("text: Thông tư 01/2018/TT-VPCP", "text: Thông tư số 01/2018/TT-VPCP"),
)
_HERE_TOO = Wording("ở đây cũng vậy", "here too")
NO_NUMBER = Rule(
    "V109",
    "number-missing",
    Severity.WARNING,
    Wording(
        "văn bản đã có số, ngày mà viện dẫn còn bỏ trống số: “{symbol}”",
        "the act bears its number and date, but cites “{symbol}” without a number",
    ),
    Wording("điền số của văn bản được viện dẫn", "fill in the number of the act that is cited"),
    Wording(
        "Viện dẫn phải ghi số, ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b); khi dự thảo thì số có thể để "
        "trống.",
        "A citation gives number and symbol (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b); a draft may leave it "
        "blank.",
    ),
    Example.within(
        "act:\n  number: 15\n  date: 2025-12-30\n  proposal: Giám đốc Sở Nội vụ tại Tờ trình số ___ ngày 20/12/2025",
        wrong="…/TTr-SNV",
        right="558/TTr-SNV",
    ),
)
_NUMBER = deferred(r"^[\d.]+[a-zđ]?")
_NUMBERED_YEARS = 1997
"""Since when decrees bear their year: "Nghị định số 64/CP ngày 27/9/1993" is whole."""
_ATTACHED = frozenset(("đề án",))
"""What is called by the number of the act that approves it: "Đề án 06/QĐ-TTg"."""


def check_citations(context: Context) -> Iterator[Diagnostic]:
    """Types, years, dates and issuers that contradict the symbol, and what a citation lacks."""
    signed = context.plan.act.number is not None and act_day(context.plan.act) is not None
    without_so: list[Cited] = []
    for cited in context.citations:
        found = cited.citation
        span = context.places.value(cited.path)
        yield from _date(cited, span, signed)
        if found.type or found.body:
            yield from _symbol(cited, span)
        if found.issuer and found.body:
            yield from _issuer(cited, span)
        if signed and not found.number and not found.name:
            yield NO_NUMBER.at(inside(span, cited.text, found.written), symbol=found.symbol)
        if (
            found.kind
            and found.number
            and not found.numbered
            and not found.name
            and found.kind.lower() not in _ATTACHED
        ):
            without_so.append(cited)
    if without_so:
        yield _without_so(without_so, context)


def _date(cited: Cited, span: Span, signed: bool) -> Iterator[Diagnostic]:
    found = cited.citation
    other_year = found.day is not None and found.year is not None and found.day.year != found.year
    if not other_year and found.dated in (DateState.NONE, DateState.WHOLE):
        return
    written = found.date_at.of(cited.text)
    place = inside(span, cited.text, found.date_at)
    if found.dated is DateState.IMPOSSIBLE:
        yield NO_SUCH_DATE.at(place, date=written)
    elif found.dated is DateState.PARTIAL and (signed or written[:1].isdigit()):
        yield HALF_DATE.at(place, date=" ".join(written.split()), label=excerpt(found.label))
    elif found.day is not None and other_year:
        yield OTHER_YEAR.at(place, symbol=found.label, year=found.year, dated=found.day.year)


def _symbol(cited: Cited, span: Span) -> Iterator[Diagnostic]:
    found, text = cited.citation, cited.text
    names, lacks_year, slip = _other_names(found), _lacks_year(found), found.slip and found.number
    if not (names or lacks_year or slip):
        return
    place = inside(span, text, found.written)
    typed = " ".join(found.written.of(text).split())
    if names:
        kind = Stretch(found.whole.start, found.whole.start + len(found.kind))
        yield OTHER_TYPE.at(inside(span, text, kind), kind=found.kind, symbol=found.symbol, names=names)
    elif lacks_year:
        year = found.day.year if found.day else "2020"
        example = f"{found.label.split('/')[0]}/{year}/{found.symbol}"
        yield YEAR_MISSING.at(place, symbol=typed, kind=found.kind or names_of(found.type)[0], example=example)
    if slip:
        yield _slip(cited, place, typed)


def _other_names(found: Citation) -> str:
    """What the symbol says that is cited, where the type in words is another; empty where they agree."""
    if not found.kind or found.kind.lower() == "văn bản":
        return ""
    if found.type:
        if found.type in types_named(found.kind):
            return ""
        names = names_of(found.type, found.party)
        attached = found.kind.lower() in _ATTACHED and not found.numbered
        return "" if attached or fold(found.kind) in map(fold, names) else " / ".join(names)
    # The symbol of a công văn has its issuer in front ("9302/UBND-TH"); that of old decrees has nothing else ("64/CP").
    bodies = found.body.split("-")
    is_letter = "CV" in types_named(found.kind) or found.kind[:4].lower() == "giấy"
    return "" if is_letter or len(bodies) < 2 or not known_symbol(bodies[0]) else "Công văn"


def _lacks_year(found: Citation) -> bool:
    recent = found.day is None or found.day.year >= _NUMBERED_YEARS
    return bool(found.number) and found.type in NORMATIVE and found.year is None and recent and not found.party


def _slip(cited: Cited, place: Span, typed: str) -> Diagnostic:
    found = cited.citation
    if not found.body:
        return SLIP.at(place, symbol=typed, right="", hint=_CUT)
    # The number stays as it was typed, with its zeros in front.
    right = "".join(_NUMBER.findall(typed)[:1]) + _NUMBER.sub("", found.label, count=1)
    only_spaces = right == "".join(typed.split())
    edits = (Edit(place, right),) if only_spaces and place.text.split() == typed.split() else ()
    return SLIP.at(place, symbol=typed, right=right, edits=edits)


def _issuer(cited: Cited, span: Span) -> Iterator[Diagnostic]:
    found = cited.citation
    body = found.type if found.type in ("QH", "UBTVQH") else found.body.split("-")[0]
    # What two bodies issue together has the symbols of both.
    if found.type and "-" in found.body and known_symbol(found.body.split("-")[1]):
        return
    named = issuing_symbol(found.issuer)
    if named is None or not known_symbol(body) or named[0] == body:
        return
    at = found.issuer_at
    place = inside(span, cited.text, Stretch(at.start, at.start + len(named[1])))
    yield OTHER_ISSUER.at(place, issuer=named[1], symbol=found.label)


def _without_so(found: list[Cited], context: Context) -> Diagnostic:
    places = [inside(context.places.value(each.path), each.text, each.citation.written) for each in found]
    first = found[0].citation
    return NO_SO.at(
        places[0],
        related=tuple(Related(place, _HERE_TOO) for place in places[1:]),
        symbol=first.label,
        count=len(found),
        right=f"{first.kind} số {first.written.of(found[0].text)}",
    )
