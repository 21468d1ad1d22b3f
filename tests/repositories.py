"""Repositories for tests, made by the real git in folders of their own, with nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from cchc.pipeline.outcomes import Surroundings
from tests.plans import TODAY

ENVIRON = {
    "PATH": os.environ.get("PATH", ""),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE") if name in os.environ},
}
"""What a run in a repository sees of the outside."""


class Repo:
    """A repository at ``top``; every commit is made a day after the last one."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._day = 0
        top.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        for name, value in (("user.name", "Nguyễn Văn A"), ("user.email", "a@example.vn"), ("commit.gpgsign", "false")):
            self.git("config", name, value)

    @classmethod
    def at(cls, top: Path) -> Repo:
        """The repository that is at ``top`` already."""
        found = cls.__new__(cls)
        found.top, found._day = top, 20
        return found

    def git(self, *arguments: str, environ: dict[str, str] | None = None) -> str:
        """What git says; a failure fails the test."""
        when = f"2025-01-{self._day + 1:02d}T08:00:00+07:00"
        around = ENVIRON | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} | (environ or {})
        done = subprocess.run(["git", *arguments], cwd=self.top, env=around, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def commit(self, **files: str) -> str:
        """Everything as it stands, with ``files`` written first; the digest of the commit."""
        for name, text in files.items():
            self.write(name, text)
        self._day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", f"ngày {self._day}")
        return self.git("rev-parse", "HEAD").strip()

    def around(self, cwd: Path | None = None, **environ: str) -> Surroundings:
        """A run in ``cwd``, the top if it is left out."""
        return Surroundings(cwd or self.top, ENVIRON | environ, sys.platform, self.top / "home", TODAY)
