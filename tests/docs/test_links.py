"""Every link of the documentation leads somewhere, and every page is reached from the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, README, ROOT, anchors, links


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(page: Path) -> None:
    dead = [link for link in links(page) if not link.startswith("https://") and not _leads_somewhere(page, link)]
    assert dead == []


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in anchors(target))


def test_a_dead_link_is_seen() -> None:
    assert _leads_somewhere(README, "plans/README.md#the-act")
    assert not _leads_somewhere(README, "plans/README.md#no-such-heading")
    assert not _leads_somewhere(README, "plans/NOTHING.md")


def test_the_readme_leads_to_the_other_pages() -> None:
    reached = {(README.parent / link.partition("#")[0]).resolve() for link in links(README)}
    assert {page for page in PAGES if page.parent.parent == ROOT or page.parent == ROOT} - {README} <= reached
