"""The derived names by which a text may point at parts of the plan (``<#id>``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.language.enumerators import POINT_LETTERS, Enumerator, read_roman, roman
from cchc.lower.numbering import SECTION_NUMBERING, numbered
from cchc.model.act import Article
from cchc.model.body import Section
from cchc.model.plan import Plan
from cchc.patterns import deferred
from cchc.source import KeyPath

REFERENCE = deferred(r"<#([a-z0-9-]+)>")
_ONLY_APPENDIX = "Phụ lục"
_FIRST_CAPTION = "Bảng 1."
_SIGNS = ".)(-+ "


def appendix_name(index: int, count: int, example: str | None = None) -> str:
    """The name of appendix ``index`` (from 0) of ``count``: unnumbered alone, else with Roman numerals.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1a. An act that names its appendices otherwise gives the first name
    as an ``example``.
    """
    if example is not None:
        return Enumerator.read(example).label((index + 1,))
    return _ONLY_APPENDIX if count == 1 else f"{_ONLY_APPENDIX} {roman(index + 1)}"


def caption_labels(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """The label of every table that has a caption ("Bảng 1."), by its key path."""
    captioned = [path for path, table in plan.tables() if table.caption]
    if captioned:
        enumerator = Enumerator.read(plan.counted.captions or _FIRST_CAPTION)
        yield from ((path, enumerator.label((number,))) for number, path in enumerate(captioned, 1))


def article_name(index: int) -> str:
    """The name of article ``index`` (from 0)."""
    return f"Điều {index + 1}"


def reference_names(plan: Plan) -> dict[str, str]:
    """What ``<#id>`` prints, for every id of the plan that has a derived name; all who ask share it."""
    if plan._names is None:
        plan._names = _reference_names(plan)
    return plan._names


def _reference_names(plan: Plan) -> dict[str, str]:
    count = len(plan.appendices)
    return {
        **{
            article.id: article_name(i)
            for i, article in enumerate(plan.act.articles)
            if isinstance(article, Article) and article.id
        },
        **dict(
            _section_names(plan.body, plan.counted.sections or SECTION_NUMBERING, plan.counted.letters or POINT_LETTERS)
        ),
        **{
            appendix.id: appendix_name(i, count, plan.counted.appendices)
            for i, appendix in enumerate(plan.appendices)
            if appendix.id
        },
    }


def resolved(text: str, names: Mapping[str, str]) -> str:
    """``text`` with its references replaced; one that points nowhere stays (a check reports it)."""
    return REFERENCE.sub(lambda match: names.get(match[1], match[0]), text) if "<#" in text else text


def _section_names(
    sections: tuple[Section, ...],
    numbering: tuple[str, ...],
    alphabet: str,
    around: tuple[int, ...] = (),
    outer: str = "",
) -> Iterator[tuple[str, str]]:
    """The ids of sections with the names by which texts call them; one without a label has none."""
    for section, label, numbers, inner in numbered(sections, numbering, around, alphabet):
        name = _called(label, outer)
        if section.id and name:
            yield section.id, name
        yield from _section_names(section.sections, inner, alphabet, numbers, name)


def _called(label: str, outer: str) -> str:
    """How a text calls the section that bears ``label``: "Phần I", "mục 3 Phần II", "điểm a mục 3 Phần II".

    Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V.6: Phần with a capital, khoản and điểm without.
    """
    counter = label.strip(_SIGNS)
    if not counter or " " in counter:
        return counter
    if read_roman(counter) and not outer:
        return f"Phần {counter}"
    kind = "điểm" if counter.isalpha() and not read_roman(counter) else "mục"
    # A decimal number says by itself where it stands.
    return f"{kind} {counter}" if "." in counter or not outer else f"{kind} {counter} {outer}"
