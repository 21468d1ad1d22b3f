"""Facts about the act around a plan: letterhead, number and day, signatory, titles, footnotes, numbering, layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.diff.facts import Fact, Side, What
from cchc.diff.prose import statement
from cchc.diff.texts import Place, Texts
from cchc.model.act import Act, Signatory
from cchc.model.blocks import Verbatim
from cchc.model.plan import Plan
from cchc.source import KeyPath

_OF_PLAN: Mapping[str, What] = {
    "period": "period",
    "jurisdiction": "act",
    "implements": "act",
    "title": "title",
    "theme": "theme",
    "decimal": "numbering",
}
_OF_ACT: Mapping[str, What] = {
    "kind": "act",
    "issuer": "act",
    "parent": "act",
    "issued_by": "act",
    "authority": "act",
    "symbol": "act",
    "place": "act",
    "number": "act",
    "date": "act",
    "subject": "subject",
    "proposal": "proposal",
    "archive": "archive",
}
_COUNTED = ("sections", "appendices", "captions", "letters")


def act_facts(old: Plan, new: Plan, texts: Texts) -> Iterator[Fact]:
    """What changed of the act and of what the plan says of itself, its lists and its text aside."""
    for name, what in _OF_PLAN.items():
        yield from _values((name,), getattr(old, name), getattr(new, name), what, texts)
    for name, what in _OF_ACT.items():
        yield from _values(("act", name), getattr(old.act, name), getattr(new.act, name), what, texts)
    yield from _signatories(old.act, new.act, texts)
    yield from _numbering(old, new, texts)
    yield from _layouts(old, new)
    yield from footnote_facts(old.footnotes, new.footnotes, (), (), texts)


def footnote_facts(
    old: Mapping[str, str] | None, new: Mapping[str, str] | None, ours: KeyPath, theirs: KeyPath, texts: Texts
) -> Iterator[Fact]:
    """Footnotes of one key: added, left out, reworded."""
    before, after = old or {}, new or {}
    for key in dict.fromkeys((*before, *after)):
        places = (
            Place((*ours, "footnotes", key), before[key]) if key in before else None,
            Place((*theirs, "footnotes", key), after[key]) if key in after else None,
        )
        yield from texts.changed(*places, "changed", "footnote", key)


def _values(
    path: KeyPath, old: str | Verbatim | None, new: str | Verbatim | None, what: What, texts: Texts
) -> Iterator[Fact]:
    if old == new:
        return
    places = [
        Place(written.path, written.text)
        if (written := statement(value, path) if value is not None else None) is not None
        else None
        for value in (old, new)
    ]
    yield from texts.changed(places[0], places[1], "changed", what, str(path[-1]))


def _signatories(old: Act, new: Act, texts: Texts) -> Iterator[Fact]:
    before, after = old.signatory or Signatory.model_construct(), new.signatory or Signatory.model_construct()
    path: KeyPath = ("act", "signatory")
    for name in ("title", "name"):
        ours, theirs = getattr(before, name, None), getattr(after, name, None)
        yield from _values((*path, name), ours, theirs, "signatory", texts)
    ours, theirs = before.on_behalf or {}, after.on_behalf or {}
    for key in dict.fromkeys((*ours, *theirs)):
        yield from _values((*path, "on_behalf", key), ours.get(key), theirs.get(key), "signatory", texts)


def _numbering(old: Plan, new: Plan, texts: Texts) -> Iterator[Fact]:
    for name in _COUNTED:
        ours, theirs = getattr(old.counted, name), getattr(new.counted, name)
        if ours != theirs:
            before, after = (value if isinstance(value, str) else "; ".join(value or ()) for value in (ours, theirs))
            path: KeyPath = ("numbering", name)
            places = (Place(path, before) if before else None, Place(path, after) if after else None)
            yield from texts.changed(*places, "changed", "numbering", name)


def _layouts(old: Plan, new: Plan) -> Iterator[Fact]:
    """Layouts of the plan's own that draw otherwise now."""
    for name in dict.fromkeys((*old.layouts, *new.layouts)):
        ours, theirs = old.layouts.get(name), new.layouts.get(name)
        if ours != theirs:
            path: KeyPath = ("layouts", name)
            yield Fact("changed", "layout", Side(path, name) if ours else None, Side(path, name) if theirs else None)
