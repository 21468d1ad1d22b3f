"""What can be wrong with a province's own bodies: the rules, and the checks of an entry against the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import nearest
from cchc.registry.facts import Body
from cchc.registry.names import words_of
from cchc.registry.registry import Registry
from cchc.source import KeyPath, SourceMap
from cchc.suggestions import did_you_mean

NO_NAME = Rule(
    "S221",
    "body-without-name",
    Severity.ERROR,
    Wording(
        "danh mục chưa có cơ quan mã “{id}”, nên phải có “name”", "no body has the id “{id}”, so it needs a “name”"
    ),
    Wording("thêm “name: …”, hoặc sửa mã", "add “name: …”, or correct the id"),
    Wording(
        "Mục có mã của danh mục kèm theo chương trình chỉ đổi những khóa được ghi; mã khác là một cơ quan mới.",
        "An entry with the id of a body that the program ships changes the keys it gives; another id is a new body.",
    ),
    Example(
        wrong="# _registry.yaml\nagencies:\n  - id: so.ngoai-vuu\n    valid_to: 2025-03-01",
        right="# _registry.yaml\nagencies:\n  - id: so.ngoai-vu\n    valid_to: 2025-03-01",
    ),
)
TWICE = Rule(
    "S222",
    "body-twice",
    Severity.ERROR,
    Wording("mã “{id}” đã có ở trên", "the id “{id}” stands further up already"),
    Wording("gộp hai mục làm một", "make one entry of the two"),
    Wording("Hai mục cùng mã thì không rõ mục nào đúng.", "Of two entries with one id, nobody knows which holds."),
    Example(
        wrong="# _registry.yaml\n"
        "agencies:\n"
        "  - {id: so.noi-vu, symbols: [SNV]}\n"
        '  - {id: so.noi-vu, aliases: ["Sở NV tỉnh"]}',
        right='# _registry.yaml\nagencies:\n  - {id: so.noi-vu, symbols: [SNV], aliases: ["Sở NV tỉnh"]}',
    ),
)
NO_SUCH_BODY = Rule(
    "S223",
    "no-such-body",
    Severity.ERROR,
    Wording("không có cơ quan nào mã “{id}”", "there is no body with the id “{id}”"),
    Wording(
        "ghi mã của một cơ quan trong danh mục hoặc trong tệp này", "write the id of a body of the list or of this file"
    ),
    Wording(
        "Cơ quan kế thừa và tỉnh được ghi bằng mã, để tên của chúng theo kịp những lần đổi sau.",
        "Successors and provinces are given by id, so that their names follow later changes.",
    ),
    Example.within(
        "# _registry.yaml\nagencies:\n  - id: ban-dan-toc\n    name: Ban Dân tộc\n    successors: [{id: ___}]",
        wrong="so.khoa-hoc",
        right="so.khoa-hoc-cong-nghe",
    ),
)
ENDS_FIRST = Rule(
    "S224",
    "body-ends-before-it-begins",
    Severity.ERROR,
    Wording("“{id}” không còn từ {end}, trước khi có ({begin})", "“{id}” ends on {end}, before it begins ({begin})"),
    Wording("sửa “valid_from” hoặc “valid_to”", "correct “valid_from” or “valid_to”"),
    Wording(
        "“valid_from” là ngày đầu tiên có cơ quan, “valid_to” là ngày đầu tiên không còn.",
        "“valid_from” is the first day of the body, “valid_to” the first without it.",
    ),
    Example.within(
        "# _registry.yaml\nagencies:\n  - id: to-cong-nghe-so\n    name: Tổ công nghệ số\n___",
        wrong="    valid_from: 2025-07-01\n    valid_to: 2025-03-01",
        right="    valid_from: 2025-03-01\n    valid_to: 2025-07-01",
    ),
)
SUCCESSOR_MISSING = Rule(
    "S225",
    "successor-not-there",
    Severity.WARNING,
    Wording(
        "cơ quan kế thừa “{id}” chưa có hoặc không còn vào ngày {end}", "the successor “{id}” is not there on {end}"
    ),
    Wording("xem lại ngày của hai cơ quan", "look at the dates of both"),
    Wording(
        "Cơ quan kế thừa phải có vào ngày cơ quan cũ kết thúc; khi tỉnh dời ngày sáp nhập thì dời cả hai.",
        "A successor is there on the day the old body ends: a province that moves the day moves both.",
    ),
    Example.within(
        "# _registry.yaml\nagencies:\n  - {id: so.tai-nguyen-moi-truong, valid_to: 2025-02-20}___",
        wrong="",
        right="\n  - {id: so.nong-nghiep-moi-truong, valid_from: 2025-02-20}",
    ),
)
SHARED_NAME = Rule(
    "S226",
    "name-of-two-bodies",
    Severity.WARNING,
    Wording(
        "“{name}” cũng là tên của {other}, có cùng thời gian", "“{name}” is also a name of {other}, at the same time"
    ),
    Wording("bỏ tên này ở một trong hai cơ quan", "leave the name out of one of the two"),
    Wording(
        "Tên chung của hai cơ quan cùng tồn tại thì không biết kế hoạch nói về cơ quan nào.",
        "Of a name that two bodies bear at the same time, nobody knows whom a plan means.",
    ),
    Example(
        wrong='# _registry.yaml\nagencies:\n  - {id: so.xay-dung, aliases: ["Sở TC"]}',
        right='# _registry.yaml\nagencies:\n  - {id: so.xay-dung, aliases: ["Sở XD tỉnh"]}',
    ),
)
_FIRST = Wording("mục đầu", "the first entry")


def meant_id(id_: str, registry: Registry) -> Wording | None:
    """The id that is most likely meant by ``id_``, as a question; None where none is near."""
    near = nearest(id_, (body.id for body in registry.bodies))
    return did_you_mean(f"“{near}”") if near else None


def repeated(path: KeyPath, first: KeyPath, id_: str, places: SourceMap) -> Diagnostic:
    """An entry whose id stands in another one already."""
    related = (Related(places.value((*first, "id")), _FIRST),)
    return TWICE.at(places.value((*path, "id")), id=excerpt(id_), related=related)


def nameless(path: KeyPath, id_: str, registry: Registry, places: SourceMap) -> Diagnostic:
    """An entry that is none of the shipped ones and has no name."""
    return NO_NAME.at(places.value((*path, "id")), id=excerpt(id_), hint=meant_id(id_, registry))


def check_body(body: Body, path: KeyPath, registry: Registry, places: SourceMap) -> Iterator[Diagnostic]:
    """What is wrong with ``body``, which stands at ``path`` and among the bodies of ``registry``."""
    if body.valid_from and body.valid_to and body.valid_to <= body.valid_from:
        key = "valid_to" if (*path, "valid_to") in places.values else "valid_from"
        span = places.value((*path, key))
        yield ENDS_FIRST.at(span, id=body.id, begin=_written(body.valid_from), end=_written(body.valid_to))
    yield from _successors(body, path, registry, places)
    yield from _province(body, path, registry, places)
    yield from _names(body, path, registry, places)


def _successors(body: Body, path: KeyPath, registry: Registry, places: SourceMap) -> Iterator[Diagnostic]:
    for index, link in enumerate(body.successors):
        place = (*path, "successors", index, "id")
        # An entry that only moves the end of a shipped body has its successors from there.
        span = places.value(place if place in places.values else (*path, "valid_to"))
        successor = registry.known(link.id)
        if successor is None or link.id == body.id:
            yield NO_SUCH_BODY.at(span, id=excerpt(link.id), hint=meant_id(link.id, registry))
        elif body.valid_to and not successor.exists_on(body.valid_to):
            yield SUCCESSOR_MISSING.at(span, id=link.id, end=_written(body.valid_to))


def _province(body: Body, path: KeyPath, registry: Registry, places: SourceMap) -> Iterator[Diagnostic]:
    province = registry.known(body.province)
    if body.province and (province is None or province.level != "province_unit"):
        span = places.value((*path, "province"))
        yield NO_SUCH_BODY.at(span, id=excerpt(body.province), hint=meant_id(body.province, registry))


def _names(body: Body, path: KeyPath, registry: Registry, places: SourceMap) -> Iterator[Diagnostic]:
    """Names that stand in the entry and are another's, of a body that is there at the same time."""
    written = _written_names(body, path, places)
    for other in registry.bodies if written else ():
        if other.id == body.id or not _together(body, other):
            continue
        names = {words_of(name) for name in (other.name, *other.aliases, *other.misspelled)}
        for name, place in written.items():
            if words_of(name) in names:
                yield SHARED_NAME.at(places.value(place), name=excerpt(name), other=other.id)


def _written_names(body: Body, path: KeyPath, places: SourceMap) -> Mapping[str, KeyPath]:
    named: dict[str, KeyPath] = {body.name: (*path, "name")}
    named |= {name: (*path, "aliases", index) for index, name in enumerate(body.aliases)}
    return {name: place for name, place in named.items() if place in places.values}


def _together(one: Body, other: Body) -> bool:
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    return one.exists_on(start) and other.exists_on(start)


def _written(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
