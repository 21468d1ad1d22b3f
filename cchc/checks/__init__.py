"""Semantic rules: one function each, in families; every rule takes a plan with its places and yields diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cchc.diagnostics import Diagnostic
from cchc.model.plan import Plan
from cchc.source import SourceMap

Check = Callable[[Plan, SourceMap], Iterator[Diagnostic]]
"""What a family of rules offers."""
