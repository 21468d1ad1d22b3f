"""Diagnostics and outcomes in a form that people read."""
