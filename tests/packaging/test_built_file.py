"""The Word file of the whole plan of 2025 is a sound package: there is nothing in it that Word would repair."""

from __future__ import annotations

from pathlib import Path

from tests.backends.package_checks import all_problems
from tests.backends.test_package import audit


def test_openxml_audit_finds_nothing(built: bytes, tmp_path: Path) -> None:
    assert audit(built, tmp_path) == []


def test_our_own_checks_find_nothing(built: bytes) -> None:
    assert all_problems(built) == []
