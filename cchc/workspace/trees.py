"""The files of a revision and their contents, read from git's objects: no filter runs, and the disk is not touched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from cchc.diagnostics import Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.workspace.git import FAILED
from cchc.workspace.reading import LARGEST, TOO_LARGE, refuse_documents
from cchc.workspace.revisions import Repository, Revision, text_of
from cchc.workspace.trouble import WorkspaceError, shown

NOT_FETCHED = Rule(
    code="W403",
    name="content-not-fetched",
    severity=Severity.ERROR,
    message=Wording(
        "nội dung của {name} không có trong kho git trên máy này",
        "the content of {name} is not in this machine's repository",
    ),
    hint=Wording(
        "kho tải một phần (--filter): chạy “git show {name}” một lần để git tải nội dung về",
        "in a partial clone (--filter), run “git show {name}” once: git then fetches the content",
    ),
    reason=Wording(
        "chương trình không tự tải gì qua mạng: kho có thể chỉ tới một máy bất kỳ",
        "the program fetches nothing by itself: a repository may point at any machine",
    ),
)
IN_SUBMODULE = Rule(
    code="W404",
    name="in-submodule",
    severity=Severity.ERROR,
    message=Wording("{name} nằm trong kho con {submodule}, có lịch sử riêng", "{name} is in the submodule {submodule}"),
    hint=Wording(
        "chạy lệnh trong thư mục {submodule}, với phiên bản của kho con ấy",
        "run it inside {submodule}, with a revision of that repository",
    ),
    reason=Wording(
        "kho ngoài chỉ ghi kho con đang ở phiên bản nào, không giữ tệp nào của kho con",
        "of a submodule the outer repository keeps the revision alone, and no file",
    ),
)
LFS_POINTER = Rule(
    code="W405",
    name="lfs-pointer",
    severity=Severity.ERROR,
    message=Wording(
        "{name} chỉ là con trỏ của Git LFS, nội dung ở nơi khác",
        "{name} is a pointer of Git LFS: its content is elsewhere",
    ),
    hint=Wording(
        "lấy nội dung ra tệp rồi so với tệp ấy: git show {name} | git lfs smudge > cu.yaml; kế hoạch là tệp chữ nhỏ, "
        "nên để ngoài LFS",
        "write the content to a file and compare with that: git show {name} | git lfs smudge > old.yaml; plans are "
        "small texts, better kept out of LFS",
    ),
    reason=Wording(
        "muốn có nội dung phải chạy bộ lọc của LFS và tải qua mạng, chương trình này không làm hộ",
        "the content takes a filter and the network, and the program runs neither for you",
    ),
)
LINK_OUT = Rule(
    code="W406",
    name="link-out-of-revision",
    severity=Severity.ERROR,
    message=Wording(
        "{name} là liên kết tới “{target}”, không phải một tệp của phiên bản ấy",
        "{name} is a link to “{target}”, which is no file of that revision",
    ),
    hint=Wording("ghi tên tệp mà liên kết trỏ tới", "name the file to which the link points"),
    reason=Wording(
        "tệp ngoài kho không có bản cũ; đọc bản hiện nay sẽ sai phiên bản",
        "a file outside the repository has no past, and that of today is of no revision",
    ),
)

_BLOB, _LINK, _SUBMODULE = "blob", "120000", "commit"
_POINTER = b"version https://git-lfs.github.com/spec/v1"
_LINKS = 8
"""How many links in a row are followed."""


class Entry(NamedTuple):
    """What a tree holds under a name: an object of the kind ``kind``, with git's mode in octal digits."""

    mode: str
    kind: str
    oid: str


class Stored(NamedTuple):
    """A file's content in the repository: ``oid`` is its digest, ``path`` its place from the top at that revision."""

    repository: Repository
    oid: str
    path: str
    name: str

    def read(self) -> bytes:
        """The bytes that were committed.

        Raises WorkspaceError: not there (a partial clone), too large, a pointer of LFS, a Word or PDF file.
        """
        answer = self.repository.git.ask("cat-file", "--batch", given=f"{self.oid}\n".encode(), most=LARGEST + 1024)
        head, _, rest = answer.output.partition(b"\n")
        words = head.split()
        if len(words) != 3 or not words[2].isdigit():
            raise WorkspaceError(NOT_FETCHED.at(None, name=self.name))
        if int(words[2]) > LARGEST:
            raise WorkspaceError(TOO_LARGE.at(None, path=self.name, limit=LARGEST // (1024 * 1024)))
        data = rest[: int(words[2])]
        if len(data) < int(words[2]):
            raise WorkspaceError(FAILED.at(None, reason=shown(answer.reason)))
        if data.startswith(_POINTER):
            raise WorkspaceError(LFS_POINTER.at(None, name=self.name))
        refuse_documents(data, self.name)
        return data


class Tree:
    """The files of ``revision``, by their way from the repository's top."""

    def __init__(self, repository: Repository, revision: Revision) -> None:
        self.repository = repository
        self.revision = revision

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Everything but folders. Raises WorkspaceError where the repository is broken."""
        git = self.repository.git
        if self.revision.tree.startswith(":"):
            listed = git._replace(folder=self.repository.top).must("ls-files", "--stage", "-z", "--full-name")
            return dict(_of_index(listed, self.revision.tree[1:]))
        return dict(_of_tree(git.must("ls-tree", "-r", "-z", "--full-tree", self.revision.tree)))

    @cached_property
    def _by_nfc(self) -> Mapping[str, str]:
        return {nfc(path): path for path in reversed(tuple(self.entries))}

    def path(self, path: str) -> str | None:
        """``path`` as the tree spells it: in the Unicode form given, else in the other. None where nothing is there."""
        return path if path in self.entries else self._by_nfc.get(nfc(path))

    def below(self, folder: str) -> Iterator[str]:
        """The files below ``folder`` (with ``/`` at its end, empty for all), in either Unicode form."""
        wanted = nfc(folder)
        return (path for path in self.entries if nfc(path).startswith(wanted))

    def folder(self, path: str) -> dict[str, Stored]:
        """The files below the folder ``path`` by their names in it, in NFC, those that begin with a dot left out."""
        around = posixpath.normpath(path) + "/"
        found: dict[str, Stored] = {}
        for each in self.below(around):
            name = nfc(each)[len(nfc(around)) :]
            stored = None if any(step.startswith(".") for step in name.split("/")) else self.stored(each)
            if stored:
                found.setdefault(name, stored)
        return found

    def stored(self, path: str) -> Stored | None:
        """The file at ``path``, through links inside the tree; None where there is none.

        Raises WorkspaceError where it is in a submodule or where its link leads out of the tree.
        """
        here = self.path(path)
        first = here or path
        for _ in range(_LINKS):
            entry = self.entries.get(here) if here else None
            if entry is None or here is None or entry.kind == _SUBMODULE:
                self._refuse_submodule(here or path)
                return None
            stored = Stored(self.repository, entry.oid, here, self.revision.called(first))
            if entry.mode != _LINK:
                return stored
            target = text_of(stored.read())
            here = self.path(posixpath.normpath(posixpath.join(posixpath.dirname(here), target)))
            if here is None:
                raise WorkspaceError(LINK_OUT.at(None, name=stored.name, target=shown(target)))
        raise WorkspaceError(LINK_OUT.at(None, name=self.revision.called(first), target=shown(here or "")))

    def _refuse_submodule(self, path: str) -> None:
        """Where ``path`` is in another repository, which this one only points at."""
        steps = path.split("/")
        for count in range(1, len(steps) + 1):
            around = self.path("/".join(steps[:count]))
            if around and self.entries[around].kind == _SUBMODULE:
                name = self.revision.called(path)
                raise WorkspaceError(IN_SUBMODULE.at(None, name=name, submodule=shown(around)))


def _of_tree(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, kind, oid = text_of(head).split()
            yield text_of(path), Entry(mode, kind, oid)


def _of_index(listed: bytes, stage: str) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, oid, of = text_of(head).split()
            if of == stage:
                yield text_of(path), Entry(mode, _SUBMODULE if mode == "160000" else _BLOB, oid)
