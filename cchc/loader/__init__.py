"""Nodes to plans, layouts and styles, with a source map; what has the wrong shape becomes diagnostics."""
