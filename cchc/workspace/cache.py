"""The folder for what is quicker to read than to make again: compiled templates."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

_KEPT = 8
"""States of the templates that are remembered; somebody who works on a template makes many."""


def cache_folder(version: str, digest: str, *, environ: Mapping[str, str], platform: str, home: Path) -> Path | None:
    """The folder of this user for templates with ``digest``, compiled by this ``version`` and this Python; made here.

    None where there can be none, which only costs time, and where somebody else could write into it: what is kept
    there is Python bytecode. ``platform`` is ``sys.platform``.
    """
    base = cache_base(environ, platform, home) / "cchc"
    folder = base / f"{version}-{sys.implementation.cache_tag}-{digest[:16]}"
    try:
        new = not folder.is_dir()
        for step in (base, folder):
            step.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_only_ours(step):
                return None
        if new:
            _forget_oldest(base)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def cache_base(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Where this platform keeps the caches of a user."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Caches"
    # a relative XDG_CACHE_HOME is to be ignored, says the XDG Base Directory Specification
    chosen = Path(environ.get("XDG_CACHE_HOME") or "")
    return chosen if chosen.is_absolute() else home / ".cache"


def _is_only_ours(folder: Path) -> bool:
    """A real folder, of this user, that nobody else may write into; Windows guards a user's own folders itself."""
    if sys.platform == "win32":
        return True
    status = folder.lstat()
    others_write = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not others_write


def _forget_oldest(base: Path) -> None:
    import shutil  # seldom needed

    folders = sorted(base.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in folders[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
