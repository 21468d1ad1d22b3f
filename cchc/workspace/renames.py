"""A file followed through its names, from one revision to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cchc.language.folding import nfc
from cchc.workspace.reading import read_file
from cchc.workspace.revisions import Repository, Revision
from cchc.workspace.trees import Tree
from cchc.workspace.trouble import WorkspaceError

_MOST_STEPS = 50
_MOST_COMMITS = 10_000
_CANDIDATES = 2000
"""Files of a commit among which git looks for renames; equal contents are found among any number."""

_ALIKE = 0.5
"""Of what share of its lines a file is taken for another one: git's own measure."""


class _Rename(NamedTuple):
    before: str
    after: str


def followed(path: str, known: Revision, tree: Tree) -> str | None:
    """The name in ``tree`` of the file that is called ``path`` in the commit ``known``; None where it has none.

    Every rename between the two counts, in both directions: the names are followed back to where the two histories
    part, and on from there. Only commits that touch the file are looked at. Raises WorkspaceError.
    """
    repository, goal = tree.repository, tree.revision.commit
    if known.commit is None or goal is None:
        return None
    base = repository.git.ask("merge-base", known.commit, goal).output.decode("ascii").strip()
    if base:
        before = _back(repository, path, known.commit, base)
        there = _on(repository, before, base, goal) if before else None
        if there and tree.path(there):
            return tree.path(there)
    direct = _renames(repository, ("-r", goal, known.commit))
    return next((tree.path(each.before) for each in direct if each.after == path), None)


def uncommitted(file: Path, tree: Tree, top: Path) -> str | None:
    """The name in ``tree``, that of the last commit, of a ``file`` that was renamed on the disk and not committed.

    Of the files of the same kind that are gone from the disk, the one that shares most lines with it, and half at
    least. The index is not asked: a file that was moved without ``git mv`` is moved as well.
    """
    try:
        lines = Counter(read_file(file).splitlines())
    except WorkspaceError:
        return None
    alike: list[tuple[float, str]] = []
    for path in tree.entries:
        if path.endswith(file.suffix) and not (top / path).exists():
            with suppress(WorkspaceError):  # a candidate that cannot be read is none
                stored = tree.stored(path)
                alike.append((_share(lines, Counter(stored.read().splitlines())) if stored else 0.0, path))
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _share(one: Counter[bytes], other: Counter[bytes]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _back(repository: Repository, path: str, newest: str, oldest: str) -> str | None:
    """The name at ``oldest``, an ancestor, of what is called ``path`` at ``newest``."""
    for _ in range(_MOST_STEPS):
        if _holds(repository, oldest, path):
            return path
        for commit in _touching(repository, path, newest, oldest):
            came = next((each for each in _renames_in(repository, commit) if nfc(each.after) == nfc(path)), None)
            if came:
                path, newest = came.before, f"{commit}^"
                break
        else:
            return None
    return None


def _on(repository: Repository, path: str, oldest: str, newest: str) -> str | None:
    """The name at ``newest``, a descendant, of what is called ``path`` at ``oldest``."""
    for _ in range(_MOST_STEPS):
        if _holds(repository, newest, path):
            return path
        for commit in _touching(repository, path, newest, oldest):
            went = next((each for each in _renames_in(repository, commit) if each.before == path), None)
            if went:
                path, oldest = went.after, commit
                break
        else:
            return None
    return None


def _holds(repository: Repository, commit: str, path: str) -> bool:
    listed = repository.git._replace(folder=repository.top).must("ls-tree", "-z", "--full-tree", commit, "--", path)
    return bool(listed)


def _touching(repository: Repository, path: str, newest: str, oldest: str) -> tuple[str, ...]:
    """The commits after ``oldest`` up to ``newest`` that gave, took or changed ``path``, newest first."""
    git = repository.git._replace(folder=repository.top)
    limits = (f"--max-count={_MOST_COMMITS}", "--full-history")
    return tuple(git.must("rev-list", *limits, newest, f"^{oldest}", "--", path).decode("ascii").split())


def _renames_in(repository: Repository, commit: str) -> Iterator[_Rename]:
    yield from _renames(repository, ("-r", "-m", "--no-commit-id", commit))


def _renames(repository: Repository, between: tuple[str, ...]) -> Iterator[_Rename]:
    options = ("--name-status", "-z", "-M", f"-l{_CANDIDATES}", "--diff-filter=R", "--no-ext-diff", "--no-textconv")
    said = repository.git.ask("diff-tree", *options, *between)
    parts = [part.decode("utf-8", "surrogateescape") for part in said.output.split(b"\0")]
    for status, before, after in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        if status.startswith("R"):
            yield _Rename(before, after)
