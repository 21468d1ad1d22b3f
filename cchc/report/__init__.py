"""Diagnostics and outcomes in forms that people or other programs read."""
