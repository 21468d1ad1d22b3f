"""Templates to the document tree: the Jinja environment, the markup vocabulary, its parser."""
