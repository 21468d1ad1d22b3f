"""The derived names by which a text may point at parts of the plan (``<#id>``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cchc.language.enumerators import letters, roman
from cchc.model.act import Article
from cchc.model.body import Section
from cchc.model.plan import Plan

REFERENCE = re.compile(r"<#([a-z0-9-]+)>")
_ONLY_APPENDIX = "Phụ lục"


def appendix_name(index: int, count: int) -> str:
    """The name of appendix ``index`` (from 0) of ``count``: unnumbered alone, else with Roman numerals.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1a.
    """
    return _ONLY_APPENDIX if count == 1 else f"{_ONLY_APPENDIX} {roman(index + 1)}"


def article_name(index: int) -> str:
    """The name of article ``index`` (from 0)."""
    return f"Điều {index + 1}"


def reference_names(plan: Plan) -> dict[str, str]:
    """What ``<#id>`` prints, for every id of the plan that has a derived name."""
    count = len(plan.appendices)
    return {
        **{
            article.id: article_name(i)
            for i, article in enumerate(plan.act.articles)
            if isinstance(article, Article) and article.id
        },
        **dict(_section_names(plan.body)),
        **{appendix.id: appendix_name(i, count) for i, appendix in enumerate(plan.appendices) if appendix.id},
    }


def resolved(text: str, names: Mapping[str, str]) -> str:
    """``text`` with its references replaced; one that points nowhere stays (a check reports it)."""
    return REFERENCE.sub(lambda match: names.get(match[1], match[0]), text) if "<#" in text else text


def _section_names(parts: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    for i, part in enumerate(parts):
        part_name = f"Phần {roman(i + 1)}"
        if part.id:
            yield part.id, part_name
        for j, section in enumerate(part.sections):
            section_name = f"mục {j + 1} {part_name}"
            if section.id:
                yield section.id, section_name
            for k, point in enumerate(section.sections):
                if point.id:
                    yield point.id, f"điểm {letters(k + 1)} {section_name}"
