"""Changes of a plan's own text, each proved to have changed only what it meant to."""
