"""What changed between two plans, drawn for people at a terminal."""
