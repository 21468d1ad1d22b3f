"""What all tests share: the flag that rewrites golden files, and what becomes of tests that need LibreOffice."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cchc.workspace.office import find_office
from cchc.workspace.trouble import WorkspaceError

LEFT_OUT = "left out: it looks at pages"
SPREADSHEET = "LibreOffice Calc"
POPPLER = ("pdffonts", "pdftoppm", "pdftotext")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the golden files with what the tests got")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without the programs a test of pages is left out; where CI is set it fails, since nobody would miss it there."""
    missing = missing_programs() if item.get_closest_marker("rendering") else ()
    if item.get_closest_marker("spreadsheet") and not has_spreadsheet():
        missing = (*missing, SPREADSHEET)
    if missing:
        if os.environ.get("CI"):
            pytest.fail(f"missing: {', '.join(missing)}", pytrace=False)
        pytest.skip(LEFT_OUT)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines what was left out and how to get it."""
    skipped = terminalreporter.stats.get("skipped", [])
    left_out = sorted({report.nodeid.partition("::")[0] for report in skipped if LEFT_OUT in str(report.longrepr)})
    if left_out:
        terminalreporter.section("left out")
        missing = (*missing_programs(), *(() if has_spreadsheet() else (SPREADSHEET,)))
        terminalreporter.line(f"Not run, because {', '.join(missing)} cannot be found: {', '.join(left_out)}")
        terminalreporter.line(
            "They look at the pages that LibreOffice makes. To run them too, install LibreOffice and poppler:"
        )
        terminalreporter.line(
            "  Debian, Ubuntu  apt install libreoffice-writer libreoffice-calc poppler-utils fonts-liberation2"
        )
        terminalreporter.line("  macOS           brew install --cask libreoffice; brew install poppler")
        terminalreporter.line(
            "  Windows         winget install TheDocumentFoundation.LibreOffice oschwartz10612.Poppler"
        )


@cache
def missing_programs() -> tuple[str, ...]:
    """The programs that tests of pages need and this machine lacks."""
    return tuple(_missing())


@cache
def has_spreadsheet() -> bool:
    """Whether LibreOffice is there and opens workbooks: Linux has a package of its own for that."""
    try:
        program = find_office(os.environ, sys.platform, Path.home()).resolve()
    except WorkspaceError:
        return False
    return not sys.platform.startswith("linux") or (program.parent / "libsclo.so").exists()


def _missing() -> Iterator[str]:
    try:
        find_office(os.environ, sys.platform, Path.home())
    except WorkspaceError:
        yield "LibreOffice"
    yield from (name for name in POPPLER if shutil.which(name) is None)
