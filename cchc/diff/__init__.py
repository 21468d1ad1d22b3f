"""Two plans to the facts about what changed between them."""
