"""The pages of the documentation as tests need them: headings, links, tables and code blocks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PLANS = ROOT / "plans" / "README.md"
TEMPLATES = ROOT / "templates" / "README.md"
ARCHITECTURE = ROOT / "cchc" / "README.md"
RULES = ROOT / "cchc" / "checks" / "README.md"
EXPORT = ROOT / "cchc" / "export" / "README.md"
_OF_TESTS = (ROOT / "tests" / "acts" / "README.md", ROOT / "tests" / "bench" / "README.md")
PAGES = (README, ROOT / "CHANGELOG.md", PLANS, TEMPLATES, ARCHITECTURE, RULES, EXPORT, *_OF_TESTS)

_FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w*)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r'\]\(([^)\s]+)\)|src="([^"]+)"')
_BARE_PIPE = re.compile(r"(?<!\\)\|")


class Fence(NamedTuple):
    """A code block: the word behind its fence, its lines without the page's indentation."""

    kind: str
    text: str


@cache
def text(page: Path) -> str:
    """The characters of ``page``."""
    return page.read_text(encoding="utf-8")


def fences(part: str, kind: str) -> list[str]:
    """The code blocks of one ``kind`` in a ``part`` of a page."""
    return [fence.text for fence in _fences(part) if fence.kind == kind]


def _fences(part: str) -> Iterator[Fence]:
    for found in _FENCE.finditer(part):
        lines = [line.removeprefix(found["indent"]) for line in found["text"].splitlines(keepends=True)]
        yield Fence(found["kind"], "".join(lines))


def prose(page: Path) -> str:
    """``page`` without its code blocks."""
    return _FENCE.sub("", text(page))


def part(page: Path, heading: str) -> str:
    """What stands under ``heading``, up to the next of its level or above."""
    body = text(page)
    start = next(found for found in _HEADING.finditer(_FENCE.sub(_blanked, body)) if found[2] == heading)
    later = (found for found in _HEADING.finditer(_FENCE.sub(_blanked, body), start.end()))
    end = next((found.start() for found in later if len(found[1]) <= len(start[1])), len(body))
    return body[start.end() : end]


def _blanked(fence: re.Match[str]) -> str:
    """As many characters without headings: a comment in a code block begins like one."""
    return re.sub(r"[^\n]", " ", fence[0])


def anchors(page: Path) -> set[str]:
    """The names by which links point at the headings of ``page``."""
    titles = (_CODE.sub(r"\1", found[2]) for found in _HEADING.finditer(prose(page)))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def links(page: Path) -> list[str]:
    """The targets of links and pictures."""
    return [target or picture for target, picture in _LINK.findall(prose(page))]


def rows(part: str, head: str) -> list[list[str]]:
    """The rows of every table in ``part`` whose first column is headed ``head``, cell by cell."""
    found: list[list[str]] = []
    inside = False
    for line in part.splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in _BARE_PIPE.split(line)[1:-1]]
        if not cells:
            inside = False
        elif cells[0] == head:
            inside = True
        elif inside and not set(cells[0]) <= {"-"}:
            found.append(cells)
    return found


def codes(part: str) -> list[str]:
    """What stands between backticks in a cell or ``part`` of a page, code blocks left out."""
    return _CODE.findall(_FENCE.sub("", part))


def first_codes(part: str, head: str) -> list[str]:
    """What stands between backticks in the first column of the tables headed ``head``."""
    return [code for row in rows(part, head) for code in codes(row[0])]
