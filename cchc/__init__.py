"""Compiles administrative-reform plans from YAML to the official Word file."""

__version__ = "0.1.0"
