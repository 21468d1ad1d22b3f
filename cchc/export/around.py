"""What stands around an exported row: the title of its table, the reform content that the titles tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from cchc.export.rows import as_printed
from cchc.lower.names import reference_names
from cchc.model.body import walk
from cchc.model.plan import Plan
from cchc.model.reforms import TITLES, Reform, reform_of
from cchc.model.rows import Appendix
from cchc.source import KeyPath

REFORM_WORDS: Mapping[str, str] = {reform: titles[0][:1].upper() + titles[0][1:] for reform, titles in TITLES.items()}
"""The reform contents as people read them."""

_reform_of = lru_cache(maxsize=4096)(reform_of)


def reform_told(titles: Iterable[str]) -> Reform | None:
    """The reform content of which the first of ``titles`` speaks that speaks of one."""
    return next((reform for reform in map(_reform_of, titles) if reform), None)


def table_titles(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """The caption of each table, else the title of its appendix, else the heading of the section around it."""
    names = reference_names(plan)
    headings = {path: section.heading for path, section in walk(plan.body) if section.heading}
    for path, table in plan.tables():
        around = (headings.get(path[:length]) for length in range(len(path), 0, -1))
        own = table.caption or (table.title if isinstance(table, Appendix) else None)
        title = own or next((heading for heading in around if heading), None)
        if title:
            yield path, " ".join(as_printed(title, names))
