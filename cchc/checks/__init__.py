"""Semantic rules in families, one function each: a plan with its places, and layouts where needed, to diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cchc.diagnostics import Diagnostic
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.source import SourceMap

Check = Callable[[Plan, SourceMap], Iterator[Diagnostic]]
"""What a family of rules offers."""
LayoutCheck = Callable[[Plan, SourceMap, Mapping[str, Layout]], Iterator[Diagnostic]]
"""What a family offers whose rules need the layouts, by name."""
