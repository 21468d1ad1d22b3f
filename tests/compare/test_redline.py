"""Redlines of real plans: accepted they are the new build, rejected the old one, as other programs settle them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.backends.docx.properties import UNDATED, Properties
from cchc.backends.docx.writer import write
from cchc.compare.alignment import Alignment
from cchc.compare.by_facts import aligned
from cchc.compare.redline import redline
from cchc.diff.plans import differences as differences_of
from cchc.document.nodes import Document, Revision, Table, Tracked
from cchc.registry.registry import shipped_registry
from tests.backends.package_checks import all_problems
from tests.backends.packages import parts_of
from tests.backends.test_package import audit
from tests.backends.wordml import W, parsed
from tests.compare.mutated import EDITS, IDS, Version, edited, looks, real
from tests.compare.settling import WAYS, content, differences, settled

PROPERTIES = Properties("Kế hoạch", "Ủy ban nhân dân", UNDATED)
EDITED = " (sửa)"
"""Behind a plan's id: its copy with five edits."""

PAIRS = [(name, name + EDITED) for name in IDS] + [(name + EDITED, name) for name in IDS] + [*permutations(IDS, 2)]


class Made(NamedTuple):
    """A redline with what it was made from."""

    old: Document
    new: Document
    alignment: Alignment
    document: Document
    data: bytes


def written(document: Document) -> bytes:
    return write(document, looks(), PROPERTIES)


Make = Callable[[str, str], Made]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    @cache
    def version(name: str) -> Version:
        plan = name.removesuffix(EDITED)
        return real(name) if plan == name else edited(plan, tmp_path_factory.mktemp("edited"))

    @cache
    def made(old: str, new: str) -> Made:
        before, after = version(old), version(new)
        found = differences_of(before.plan, after.plan, shipped_registry())
        alignment = aligned(before.printed, after.printed, found)
        merged = redline(before.document, after.document, alignment)
        return Made(before.document, after.document, alignment, merged, written(merged))

    return made


def revisions(document: Document) -> list[Revision]:
    """Every revision of a tree, as often as it stands there."""
    found = [row.revision for s in document.sections for b in s.blocks if isinstance(b, Table) for row in b.rows]
    for paragraph in document.paragraphs():
        found += [paragraph.mark, *(each.revision for each in paragraph.inlines if isinstance(each, Tracked))]
    return [revision for revision in found if revision]


@pytest.mark.rendering
def test_accepted_it_is_the_new_build_and_rejected_the_old(make: Make, tmp_path: Path) -> None:
    files = {f"{old} > {new}": make(old, new).data for old, new in PAIRS}
    results = settled(files, tmp_path)
    wrong = {
        (old, new, way): found
        for old, new in PAIRS
        for way, plain in zip(WAYS, (make(old, new).new, make(old, new).old), strict=True)
        if (found := differences(content(results[f"{old} > {new}", way]), content(written(plain))))
    }
    assert wrong == {}


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_pandoc_reads_the_same_words(old: str, new: str, make: Make, tmp_path: Path) -> None:
    made = make(old, new)
    for way, plain in zip(WAYS, (made.new, made.old), strict=True):
        assert pandoc_words(made.data, way, tmp_path) == pandoc_words(written(plain), "accept", tmp_path)


def pandoc_words(data: bytes, way: str, folder: Path) -> list[str]:
    path = folder / "read.docx"
    path.write_bytes(data)
    command = ["pandoc", "--from=docx", "--to=json", f"--track-changes={way}", str(path)]
    found: list[str] = []

    def walk(node: object) -> None:
        match node:
            case {"t": "Str", "c": str(text)}:
                found.append(text)
            case {"t": "Space" | "SoftBreak" | "LineBreak" | "Para" | "Plain" | "Note", **rest}:
                found.append(" ")
                walk(rest)
                found.append(" ")
            case dict():
                for value in node.values():
                    walk(value)
            case list():
                for value in node:
                    walk(value)

    walk(json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)["blocks"])
    return "".join(found).replace("\u00a0", " ").replace("\u2011", "-").split()


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_package_is_sound_and_its_ids_are_unique(old: str, new: str, make: Make, tmp_path: Path) -> None:
    data = make(old, new).data
    assert audit(data, tmp_path) == []
    assert all_problems(data) == []
    body = parsed(parts_of(data)["word/document.xml"].decode("utf-8").partition("?>")[2])
    ids = [each.get(f"{W}id") for name in ("ins", "del") for each in body.iter(f"{W}{name}")]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("name", EDITS)
def test_five_edits_are_five_groups_of_the_first_author(name: str, make: Make) -> None:
    found = revisions(make(name, name + EDITED).document)
    assert {each.group for each in found if each.author == "cchc"} == {1, 2, 3, 4, 5}
    assert {each.group for each in found if each.author == "cchc – đánh số lại"} == {0}
    assert {each.author for each in found} == {"cchc", "cchc – đánh số lại"}


@pytest.mark.parametrize("name", IDS)
def test_a_plan_with_itself_has_no_revisions(name: str) -> None:
    plan, printed = real(name)
    alignment = aligned(printed, printed, differences_of(plan, plan, shipped_registry()))
    assert redline(printed.document, printed.document, alignment) == printed.document
