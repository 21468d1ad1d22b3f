"""The reference of the plan language, plans/README.md: written prose, and tables and examples made from the model."""
