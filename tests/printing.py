"""Plans printed to a tree by the shipped templates, or by some with other words in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.document.nodes import Document
from cchc.document.style import DeclaredSheet, named
from cchc.loader.loading import load
from cchc.lower.document import Draft, lower
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from cchc.source import Source
from cchc.templating.rendering import render
from cchc.workspace.resources import shipped_templates

SMALL = Path(__file__).parent / "goldens" / "small.yaml"


def shipped(name: str) -> str:
    """The text of the shipped file ``name``."""
    return (shipped_templates() / name).read_text(encoding="utf-8")


def small_plan(old: str = "", new: str = "") -> Plan:
    """The small plan, with ``new`` in place of ``old``."""
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    loaded = load(Source("small.yaml", text.replace(old, new)), Plan)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def rendered(
    plan: Plan, changed: Mapping[str, str] | None = None, draft: Draft | None = None
) -> tuple[Document | None, list[Diagnostic]]:
    """What the templates make of ``plan``; ``changed`` holds the text of those that are not as shipped."""
    layout = load(Source("tasks.yaml", shipped("layouts/tasks.yaml")), Layout).value
    styles = load(Source("styles.yaml", shipped("styles.yaml")), DeclaredSheet).value
    assert layout is not None
    assert styles is not None

    def find(name: str) -> Source | None:
        if changed and name in changed:
            return Source(name, changed[name])
        return Source(name, shipped(name)) if (shipped_templates() / name).is_file() else None

    return render(lower(plan, {"tasks": layout}, shipped_registry(), draft), find, named(styles).paragraphs)


def printed(plan: Plan, draft: Draft | None = None) -> Document:
    """The tree of ``plan``."""
    document, faults = rendered(plan, draft=draft)
    assert faults == []
    assert document is not None
    return document
