"""YAML text → nodes with spans, within bounds; knows no plan."""
