"""The plans of this repository, each read once."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from textwrap import dedent

from cchc.diff.facts import Differences
from cchc.diff.plans import differences
from cchc.loader.loading import load
from cchc.model.plan import Plan
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import Surroundings
from cchc.registry.registry import shipped_registry
from cchc.source import Source
from cchc.workspace.resources import TemplateFolders
from tests.plans import TODAY

ROOT = Path(__file__).parents[2]
REAL_PLANS = tuple(path for path in sorted((ROOT / "plans").glob("*.yaml")) if not path.name.startswith("_"))
LAYOUT_PLANS = tuple(sorted((ROOT / "tests" / "layouts" / "plans").glob("*.yaml")))
_FOLDERS = TemplateFolders((ROOT / "tests" / "layouts" / "templates", ROOT / "templates"))


@cache
def plan_at(path: Path) -> Plan:
    """The plan of a file; fields that its layouts declare are read as such."""
    source = Source(path.name, path.read_text(encoding="utf-8"))
    looks = Looks(_FOLDERS, Surroundings(ROOT, {}, sys.platform, ROOT, TODAY))
    loaded = load(source, Plan, looks.declared_fields)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def plan(text: str) -> Plan:
    """``text``, a plan of Đắk Nông, as a plan."""
    loaded = load(Source("test.yaml", dedent(text)), Plan)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def between(old: str, new: str) -> Differences:
    """The differences of two texts of plans."""
    return differences(plan(old), plan(new), shipped_registry())
