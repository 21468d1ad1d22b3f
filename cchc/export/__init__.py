"""Plans to typed rows: what a plan holds, row by row, for whoever counts, compares or exports it."""
