"""Tests of cchc, a folder for each room."""
