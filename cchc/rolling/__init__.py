"""A plan to the changes that make the next period's plan of it: what moves on, what is marked, what has ended."""
