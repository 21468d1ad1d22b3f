"""Dated facts: administrative bodies and their succession, act types, jurisdictions and their issuers."""
