"""What a difference is called, and what is to be noted of it: one wording for all who draw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cchc.compare.comparison import Entry, Subject
from cchc.compare.names import KINDS, WHATS, field_name
from cchc.diagnostics import Wording, excerpt
from cchc.diff.facts import BodyChange, Extent, Fact, Kind
from cchc.language.dates import NotADate, read_date

_NOTHING = Wording("", "")
_OF_PART = Wording("{kind} {what}", "{what} {kind}")
_OF_CELL = Wording("{kind} {field}", "{field} {kind}")
_PART_CELL = Wording("{kind} {field} của {what}", "{field} of the {what} {kind}")
_ADDED_CELL = Wording("thêm {field}", "{field} added")
_REMOVED_CELL = Wording("bỏ {field}", "{field} left out")
_CHANGED_CELL = Wording("sửa {field}", "{field} changed")
_WITH = Wording("{headline} (gồm {n} phần bên trong)", "{headline} (parts inside: {n})")
_MOVED = Wording("chuyển {what} từ “{old}” sang “{new}”", "{what} moved from “{old}” to “{new}”")
_MOVED_SOMEWHERE = Wording("chuyển {what} sang chỗ khác", "{what} moved elsewhere")
_SPLIT = Wording("tách {what} thành {n}", "{what} split into {n}")
_MERGED = Wording("gộp {n} {what} làm một", "{n} of {what} merged into one")
_BODIES = Wording("{field}: {changes}", "{field}: {changes}")
_BODY = Wording("{old} → {new}", "{old} → {new}")
_BODY_ADDED = Wording("thêm {new}", "{new} added")
_BODY_REMOVED = Wording("bỏ {old}", "{old} left out")
_REWRITTEN = Wording("viết lại {field}", "{field} reworded")
_TITLE_OF = Wording("tên {what}", "title of the {what}")
_NO_TOTAL = Wording("bỏ dòng tổng của nhóm", "the group's total left out")
_TOTAL = Wording("thêm dòng tổng của nhóm", "a total added to the group")
_LATER = {
    "start": Wording("bắt đầu muộn hơn {n} tháng: {old} → {new}", "starts {n} month(s) later: {old} → {new}"),
    "end": Wording("lùi thời hạn {n} tháng: {old} → {new}", "deadline {n} month(s) later: {old} → {new}"),
}
_EARLIER = {
    "start": Wording("bắt đầu sớm hơn {n} tháng: {old} → {new}", "starts {n} month(s) earlier: {old} → {new}"),
    "end": Wording("rút ngắn thời hạn {n} tháng: {old} → {new}", "deadline {n} month(s) earlier: {old} → {new}"),
}
_VALUE = Wording("{field}: {old} → {new}", "{field}: {old} → {new}")
_VALUE_ADDED = Wording("thêm {field}: {new}", "{field} added: {new}")
_VALUE_REMOVED = Wording("bỏ {field}: {old}", "{field} left out: {old}")
_TIME_KIND = Wording("đổi loại thời hạn: {old} → {new}", "another kind of time: {old} → {new}")
_TIME_ADDED = Wording("thêm thời hạn: {new}", "time added: {new}")
_TIME_REMOVED = Wording("bỏ thời hạn: {old}", "time left out: {old}")
_KPI: Mapping[Kind, Wording] = {
    "kpi-raised": Wording("nâng chỉ tiêu “{name}” từ {old} lên {new}", "KPI “{name}” raised from {old} to {new}"),
    "kpi-lowered": Wording("hạ chỉ tiêu “{name}” từ {old} xuống {new}", "KPI “{name}” lowered from {old} to {new}"),
    "kpi-bound": Wording("đổi chiều chỉ tiêu “{name}”: {old} → {new}", "KPI “{name}” binds otherwise: {old} → {new}"),
    "kpi-changed": Wording("đổi chỉ tiêu “{name}”: {old} → {new}", "KPI “{name}” changed: {old} → {new}"),
    "kpi-added": Wording("thêm chỉ tiêu “{name}”: {new}", "KPI “{name}” added: {new}"),
    "kpi-removed": Wording("bỏ chỉ tiêu “{name}”: {old}", "KPI “{name}” dropped: {old}"),
}
_BY_LAW = Wording("kế thừa theo quy định", "succession by law")
_BY_LAW_IN_PART = Wording("kế thừa một phần theo quy định", "succession by law to a part of the work")
_SUCCEEDS = Wording("{new} kế thừa {old} theo quy định", "{new} took over from {old} by law")
_SUCCEEDS_IN_PART = Wording("{new} kế thừa một phần {old}", "{new} took over a part of the work of {old}")
_EXTENTS: Mapping[Extent, Wording] = {
    "spelling": Wording("chỉ khác chữ hoa, dấu, khoảng trắng", "only letter case, signs or spaces differ"),
    "years": Wording("chỉ chuyển năm theo kỳ kế hoạch", "only years moved on with the plan's"),
    "names": Wording("cùng cơ quan, viết khác tên", "the same bodies, named otherwise"),
}
_RELATIVE = Wording("so theo năm của từng kế hoạch", "counted in each plan's own year")
_SHORT = 48
"""Characters of a value that a headline repeats whole."""
_LONGEST_NAME = 90
"""Characters of an indicator's name."""
_SHORT_KINDS: frozenset[Kind] = frozenset(
    {"when", "changed", "cell", "score", "budget", "output", "indicator", "kpi-changed"}
)
_WHOLE_KINDS: frozenset[Kind] = frozenset({"start", "end", "time-kind", "moved", "reordered", "split", "merged"})
_ACTS = {"plan": "Kế hoạch", "decision": "Quyết định"}


def headline(entry: Entry) -> Wording:
    """What happened, in a few words; it does not repeat whole texts, nor name the row of which it tells a cell."""
    return _HEADLINES.get(entry.fact.kind, _other)(entry)


def says_all(entry: Entry) -> bool:
    """Whether the headline says old and new, so that they need not be drawn."""
    fact = entry.fact
    if fact.kind in _WHOLE_KINDS or (fact.bodies and fact.extent == "words"):
        return True
    return _is_whole_value(fact)


def sides(entry: Entry) -> tuple[str, str]:
    """Both texts as people read them, empty where there is none."""
    fact = entry.fact
    old, new = fact.old.text if fact.old else "", fact.new.text if fact.new else ""
    if fact.what == "act" and fact.field == "kind":
        return _ACTS.get(old, old), _ACTS.get(new, new)
    if fact.what == "act" and fact.field == "date":
        return _day(old), _day(new)
    return old, new


def _day(typed: str) -> str:
    """A day as it is written in Vietnamese; what is no day as it was typed."""
    try:
        day = read_date(typed)
    except NotADate:
        return typed
    return f"{day.day}/{day.month}/{day.year}"


def _is_whole_value(fact: Fact) -> bool:
    """Whether the headline has the values of a cell or key: they are short, and their words are not compared."""
    alone = fact.field is not None and (fact.old is None or fact.new is None)
    return (fact.kind in _SHORT_KINDS or alone) and _is_short(fact)


def _is_short(fact: Fact) -> bool:
    texts = [side.text for side in (fact.old, fact.new) if side]
    return fact.figure is None and all(len(text) <= _SHORT and "\n" not in text for text in texts)


def note(entry: Entry) -> Wording:
    """What is to be noted beside old and new: why bodies changed, what alone differs. Empty where there is nothing."""
    fact = entry.fact
    said = list(_successions(fact))
    if fact.extent in _EXTENTS:
        said.append(_EXTENTS[fact.extent])
    if fact.months and entry.years_apart:
        said.append(_RELATIVE)
    return Wording("; ".join(each.vi for each in said), "; ".join(each.en for each in said))


def _successions(fact: Fact) -> Iterator[Wording]:
    """Which of the changes of bodies law has made; which is said only where there are others."""
    by_law = [change for change in fact.bodies if change.succeeds]
    if len(fact.bodies) == 1 and by_law:
        yield _BY_LAW_IN_PART if by_law[0].partial else _BY_LAW
        return
    for change in by_law:
        wording = _SUCCEEDS_IN_PART if change.partial else _SUCCEEDS
        yield _filled(wording, old=change.old or "", new=change.new or "")


def called(subject: Subject) -> Wording:
    """A part by what it is and its label: “Nhiệm vụ 3” stays so, “2.1” becomes “hoạt động 2.1”."""
    what = WHATS[subject.what]
    if " " in subject.label:
        return Wording(*[subject.label.rstrip(".:")] * 2)
    label = subject.label.rstrip(".)") if subject.label.strip("-+") else ""
    return Wording(*(f"{name} {label}".strip() for name in what))


def came_or_went(entry: Entry) -> Wording:
    """What became of a part as a whole: “thêm nhiệm vụ 3”, with how many parts go with it."""
    said = _filled(_OF_PART, kind=KINDS[entry.fact.kind], what=called(entry.subject._replace(what=entry.fact.what)))
    return _filled(_WITH, headline=said, n=len(entry.others)) if entry.others else said


def _what(entry: Entry) -> Wording:
    return WHATS[entry.fact.what]


def _filled(wording: Wording, **values: Wording | str | int) -> Wording:
    """``wording`` with values, those that are wordings each in its language."""
    vi = {name: value.vi if isinstance(value, Wording) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Wording) else value for name, value in values.items()}
    return Wording(wording.vi.format_map(vi), wording.en.format_map(en))


def _other(entry: Entry) -> Wording:
    """A part as a whole, or a cell or key of it."""
    fact = entry.fact
    if fact.kind == "reworded" and not (fact.old and fact.new):
        return _cell(entry)
    if fact.kind == "changed" or fact.field not in (None, "title") or fact.kind in ("indicator", "output", "budget"):
        return _cell(entry)
    said = _filled(_OF_PART, kind=KINDS[fact.kind], what=_what(entry))
    return _filled(_WITH, headline=said, n=len(entry.others)) if entry.others else said


def _cell(entry: Entry) -> Wording:
    fact = entry.fact
    name = WHATS[fact.what] if fact.field is None else key_name(fact)
    if fact.field == "total":
        return _NO_TOTAL if fact.new else _TOTAL
    if _is_whole_value(fact):
        return _value(name, *sides(entry))
    if fact.old is None or fact.new is None:
        return _filled(_ADDED_CELL if fact.old is None else _REMOVED_CELL, field=name)
    return _filled(_CHANGED_CELL, field=name)


def key_name(fact: Fact) -> Wording:
    """What the key of a fact is called; of an act's parts that are keys themselves, as the part."""
    field = fact.field or ""
    if fact.what == "signatory":
        return {
            "title": Wording("chức vụ người ký", "signatory's office"),
            "name": Wording("họ tên người ký", "signatory's name"),
        }.get(field, Wording(f"thẩm quyền ký {field}.", f"signs {field}."))
    if fact.what in ("title", "subject", "footnote", "theme"):
        return WHATS[fact.what]
    if field == "title":
        return _filled(_TITLE_OF, what=WHATS[fact.what])
    return field_name(field)


def _moved(entry: Entry) -> Wording:
    if entry.moved is None or not all(entry.moved):
        return _filled(_MOVED_SOMEWHERE, what=_what(entry))
    return _filled(_MOVED, what=_what(entry), old=entry.moved[0], new=entry.moved[1])


def _split(entry: Entry) -> Wording:
    return _filled(_SPLIT, what=_what(entry), n=len(entry.others) + 1)


def _merged(entry: Entry) -> Wording:
    return _filled(_MERGED, what=_what(entry), n=len(entry.others) + 1)


def _bodies(entry: Entry) -> Wording:
    fact = entry.fact
    name = field_name(fact.field or fact.kind)
    if fact.old is None or fact.new is None:
        return _cell(entry)
    if fact.extent == "names":
        return _filled(_REWRITTEN, field=name)
    if not fact.bodies:
        return _filled(_CHANGED_CELL, field=name)
    said = [_body(change) for change in fact.bodies]
    changes = Wording("; ".join(each.vi for each in said), "; ".join(each.en for each in said))
    return _filled(_BODIES, field=name, changes=changes)


def _body(change: BodyChange) -> Wording:
    if change.old is None:
        return _filled(_BODY_ADDED, new=change.new or "")
    if change.new is None:
        return _filled(_BODY_REMOVED, old=change.old)
    return _filled(_BODY, old=change.old, new=change.new)


def _time(entry: Entry) -> Wording:
    fact = entry.fact
    name = field_name(fact.field or fact.kind)
    old, new = fact.old.text if fact.old else "", fact.new.text if fact.new else ""
    if fact.kind == "time-kind":
        wording = _TIME_ADDED if not old else _TIME_REMOVED if not new else _TIME_KIND
        return _filled(wording, old=old, new=new)
    if fact.months:
        wording = (_LATER if fact.months > 0 else _EARLIER)[fact.kind]
        return _filled(wording, n=abs(fact.months), old=old, new=new)
    return _value(name, old, new)


def _value(name: Wording, old: str, new: str) -> Wording:
    wording = _VALUE_ADDED if not old else _VALUE_REMOVED if not new else _VALUE
    return _filled(wording, field=name, old=old, new=new)


def _kpi(entry: Entry) -> Wording:
    fact = entry.fact
    if fact.figure is None:
        return _cell(entry)
    old = _figure(fact.old.text, fact.figure.old) if fact.old else ""
    new = _figure(fact.new.text, fact.figure.new) if fact.new else ""
    return _filled(_KPI[fact.kind], name=excerpt(fact.figure.name, _LONGEST_NAME), old=old, new=new)


def _figure(text: str, stretch: tuple[int, int] | None) -> str:
    return text[stretch[0] : stretch[1]] if stretch else ""


_HEADLINES: Mapping[Kind, Callable[[Entry], Wording]] = {
    "moved": _moved,
    "split": _split,
    "merged": _merged,
    "lead": _bodies,
    "support": _bodies,
    "succession": _bodies,
    "start": _time,
    "end": _time,
    "when": _cell,
    "time-kind": _time,
    "budget": _cell,
    "score": _cell,
    **dict.fromkeys(_KPI, _kpi),
}
