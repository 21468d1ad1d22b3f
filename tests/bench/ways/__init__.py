"""What is measured, each a process of its own: it does one thing, says what that took as JSON, and ends."""
