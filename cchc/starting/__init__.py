"""The first text of a plan, from pieces of YAML and words that are data: what ``cchc new`` writes."""
