"""What changed between two documents, shown in one: tracked changes against the older."""
