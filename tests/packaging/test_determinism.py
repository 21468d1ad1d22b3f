"""The same plan gives the same bytes, whoever builds it, wherever and whenever."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.acts.fixtures import PLAN, ROOT
from tests.packaging.program import PYTHON, build

ANOTHER_DAY = """
import datetime, time

LATER = 400 * 86400 + 12345
clocks = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime")}
time.time = lambda: clocks["time"]() + LATER
time.time_ns = lambda: clocks["time_ns"]() + LATER * 10**9
time.localtime = lambda seconds=None: clocks["localtime"](time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: clocks["gmtime"](time.time() if seconds is None else seconds)

class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

class Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    today = utcnow = now

datetime.date, datetime.datetime = Date, Datetime
from cchc.cli import main
main()
"""
"""The program with every clock of Python set forward."""

SURROUNDINGS = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "a Turkish user": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another order of sets": {"PYTHONHASHSEED": "4242"},
    "an English interface": {"CCHC_LANG": "en"},
    "no assertions, no docstrings": {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"},
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_have_no_part_in_the_file(name: str, built: bytes, tmp_path: Path) -> None:
    environ = {"PYTHONHASHSEED": "1", **SURROUNDINGS[name]}
    assert build(PLAN, tmp_path, cwd=ROOT, environ=environ) == built


def test_the_folder_has_no_part_in_the_file(built: bytes, tmp_path: Path) -> None:
    plan = tmp_path / "Sở Nội vụ (bản sao)" / "plans" / "năm nay" / PLAN.name
    plan.parent.mkdir(parents=True)
    shutil.copy(PLAN, plan)
    os.utime(plan, (10**9, 10**9))
    assert build(plan, tmp_path / "kết quả", cwd=tmp_path) == built


def test_a_user_without_a_cache_gets_the_same_file(built: bytes, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path)}
    assert build(PLAN, tmp_path / "first", cwd=ROOT, environ=home) == built
    assert build(PLAN, tmp_path / "second", cwd=ROOT, environ=home) == built


def test_the_day_has_no_part_in_the_file(built: bytes, tmp_path: Path) -> None:
    assert build(PLAN, tmp_path, cwd=ROOT, python=(*PYTHON, "-c", ANOTHER_DAY)) == built
