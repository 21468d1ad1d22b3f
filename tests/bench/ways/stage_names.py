"""The stages of a build that are measured, in their order; a module of its own, as the runner loads no program."""

STAGES = ("read", "parse", "validate", "check", "lower", "template", "write", "read back")
