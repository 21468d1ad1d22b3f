"""Semantic rules in families, one function each: a plan in its context to diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic

Check = Callable[[Context], Iterator[Diagnostic]]
"""What a family of rules offers."""
