"""Plan and layouts to what templates print: numbers, labels, derived texts."""
