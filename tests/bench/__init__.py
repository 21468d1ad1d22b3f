"""``make bench``: the program beside what a user would pick instead, in one run (README.md)."""
