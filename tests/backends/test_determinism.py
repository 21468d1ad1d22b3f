"""The same input makes the same bytes, wherever and whenever."""

import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from tests.backends import demo

PROGRAM = """
from hashlib import sha256
from tests.backends import demo
print(sha256(demo.file(tasks=3, length=1)).hexdigest())
"""


def test_two_writes_are_equal() -> None:
    assert demo.file(tasks=3) == demo.file(tasks=3)


@pytest.mark.parametrize(
    ("zone", "language", "seed"), [("Pacific/Kiritimati", "tr_TR.UTF-8", "1"), ("UTC+11", "C", "2")]
)
def test_zone_locale_folder_and_hash_seed_do_not_matter(zone: str, language: str, seed: str, tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    settings = {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed, "PYTHONPATH": root, "PYTHONUTF8": "0"}
    printed = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, **settings},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    assert printed.strip() == sha256(demo.file(tasks=3, length=1)).hexdigest()


def test_entries_tell_nothing_of_clock_and_platform() -> None:
    with zipfile.ZipFile(BytesIO(demo.file(tasks=3))) as package:
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr) == (0, 0x20)
            assert (entry.compress_type, entry.flag_bits, entry.extra, entry.comment) == (8, 0, b"", b"")
