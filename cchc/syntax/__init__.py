"""YAML text → nodes with spans, within bounds; knows no plan."""

import cchc.syntax.library  # noqa: F401  (before a module of this room imports anything of it)
