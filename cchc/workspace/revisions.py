"""The past of a project's files: commits, their trees and what stands in them, read from git's objects.

The work tree and the index are not touched, and no filter runs: what is read is what was committed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nearest, nfc
from cchc.suggestions import did_you_mean
from cchc.workspace.git import FAILED, Answer, Git, find_git
from cchc.workspace.reading import LARGEST, TOO_LARGE, refuse_documents
from cchc.workspace.trouble import WorkspaceError, shown

NO_REPOSITORY = Rule(
    code="W208",
    name="no-repository",
    severity=Severity.ERROR,
    message=Wording(
        "{folder} không nằm trong kho git nào nên không có bản cũ “{operand}”",
        "{folder} is in no git repository, so there is no “{operand}”",
    ),
    hint=Wording(
        "chạy lệnh trong thư mục đã “git clone”, hoặc ghi tên một tệp kế hoạch trên đĩa",
        "run it inside a clone, or name a plan's file on the disk",
    ),
    reason=Wording("chỉ trong kho git mới có các bản cũ của kế hoạch", "only a repository holds the past of a plan"),
)
NOT_TRUSTED = Rule(
    code="W209",
    name="repository-not-trusted",
    severity=Severity.ERROR,
    message=Wording(
        "git không đọc kho ở {folder} vì kho thuộc người dùng khác trên máy",
        "git does not read the repository at {folder}, which belongs to another user of this machine",
    ),
    hint=Wording(
        "nếu tin kho ấy: git config --global --add safe.directory {folder}",
        "if you trust it: git config --global --add safe.directory {folder}",
    ),
    reason=Wording(
        "cài đặt của kho do người khác đặt có thể gọi chương trình; chương trình này không bỏ qua lời từ chối của git",
        "another user's repository may name programs to run; git's refusal is not gone around",
    ),
)
NO_SUCH_REVISION = Rule(
    code="W401",
    name="no-such-revision",
    severity=Severity.ERROR,
    message=Wording("kho git không có phiên bản “{revision}”", "the repository has no revision “{revision}”"),
    hint=Wording(
        "xem các phiên bản: git log --oneline; các thẻ và nhánh: git tag, git branch -a",
        "see the revisions with git log --oneline, tags and branches with git tag and git branch -a",
    ),
    reason=Wording(
        "phiên bản viết sai không được đoán thay: hai bản cũ khác nhau cho hai kết quả khác nhau",
        "a misspelled revision is not guessed: two pasts of a plan give two results",
    ),
)
SHALLOW = Rule(
    code="W402",
    name="shallow-clone",
    severity=Severity.ERROR,
    message=Wording(
        "kho git này chỉ tải phần cuối của lịch sử, không có phiên bản “{revision}”",
        "this clone is shallow: its history ends before “{revision}”",
    ),
    hint=Wording(
        "tải phần còn lại: git fetch --unshallow (CI của GitHub: fetch-depth: 0)",
        "fetch the rest: git fetch --unshallow (GitHub Actions: fetch-depth: 0)",
    ),
    reason=Wording(
        "chương trình không tự tải gì qua mạng; phần lịch sử chưa tải thì không đọc được",
        "the program fetches nothing by itself, and what was not fetched cannot be read",
    ),
)
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
_REFS = 2000
_LINKS = 8
"""How many links in a row are followed."""


class Entry(NamedTuple):
    """What a tree holds under a name: an object of the kind ``kind``, with git's mode in octal digits."""

    mode: str
    kind: str
    oid: str


class Repository(NamedTuple):
    """A repository with a work tree. ``top`` is its root there, ``shallow`` whether its history is cut off.

    ``folder`` is where it was looked for: the way from ``top``, with ``/`` at its end, empty for ``top`` itself.
    """

    git: Git
    top: Path
    folder: str
    shallow: bool

    def revision(self, typed: str) -> Revision:
        """What ``typed`` means: a name of a commit in any of git's ways, nothing or ``:1`` to ``:3`` for the index.

        Raises WorkspaceError where it means nothing.
        """
        found = self.known(typed)
        if found is None:
            if self.shallow:
                raise WorkspaceError(SHALLOW.at(None, revision=shown(typed)))
            near = nearest(typed, self._names())
            hint = did_you_mean(f"“{near}”") if near else None
            raise WorkspaceError(NO_SUCH_REVISION.at(None, hint=hint, revision=shown(typed)))
        return found

    def known(self, typed: str) -> Revision | None:
        """As ``revision``; None where ``typed`` means nothing here."""
        stage = typed.removeprefix(":") or "0"
        if stage in ("0", "1", "2", "3") and typed in ("", f":{stage}"):
            return Revision(typed, None, f":{stage}")
        if typed.startswith(":"):  # “:/words”, a search in messages: it takes the rest of the line, ours too
            return None
        commit = self._object(f"{typed}^{{commit}}")
        tree = self._object(f"{commit or typed}^{{tree}}")
        return Revision(typed, commit, tree) if tree else None

    def ref(self, name: str) -> str | None:
        """The whole name of the tag or branch ``name``; None where it is none, for what may be a digest's beginning too.

        In a large repository any year is the beginning of some digest, and nobody means that.
        """
        answer = self._ask("rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", name)
        full = _text(answer.output).strip() if answer and not answer.status else ""
        return full or None

    def _object(self, name: str) -> str | None:
        answer = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return _text(answer.output).strip() or None if answer and not answer.status else None

    def _ask(self, *arguments: str) -> Answer | None:
        """None for what no command line can hold."""
        return None if "\0" in "".join(arguments) else self.git.ask(*arguments)

    def _names(self) -> tuple[str, ...]:
        """Its branches and tags."""
        listed = self.git.ask("for-each-ref", "--format=%(refname:short)", f"--count={_REFS}")
        return tuple(_text(listed.output).splitlines())


class Revision(NamedTuple):
    """A state of the repository's files as ``typed``. ``tree`` is the digest of its tree, or a stage of the index.

    ``commit`` is absent where it is none: the index, a tag of a tree.
    """

    typed: str
    commit: str | None
    tree: str

    def called(self, path: str) -> str:
        """``path`` in it as git and our messages call it: ``HEAD~3:plans/2025.yaml``."""
        return shown(f"{self.typed}:{path}")


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
        return {nfc(path): path for path in reversed(self.entries)}

    def path(self, path: str) -> str | None:
        """``path`` as the tree spells it: in the Unicode form given, else in the other. None where nothing is there."""
        return path if path in self.entries else self._by_nfc.get(nfc(path))

    def below(self, folder: str) -> Iterator[str]:
        """The files below ``folder`` (with ``/`` at its end, empty for all), in either Unicode form."""
        wanted = nfc(folder)
        return (path for path in self.entries if nfc(path).startswith(wanted))

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
            target = _text(stored.read())
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


def find_repository(folder: Path, environ: Mapping[str, str], platform: str) -> Repository | Answer | None:
    """The repository around ``folder``; None where there is no git, git's answer where it finds no repository."""
    git = find_git(folder, environ, platform)
    if git is None:
        return None
    answer = git.ask("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    inside, _, rest = _text(answer.output).partition("\n")
    if answer.status or inside != "true":
        return answer
    shallow, _, prefix = rest.partition("\n")
    prefix = prefix.removesuffix("\n")
    # git's own words for the top are not asked for: on Windows they are spelled otherwise than Python's.
    top = folder.resolve()
    for _ in range(prefix.count("/")):
        top = top.parent
    return Repository(git, top, prefix, shallow == "true")


def no_repository(answer: Answer, folder: Path, operand: str) -> Diagnostic:
    """Why git, which gave ``answer``, reads no repository around ``folder`` for ``operand``."""
    said = answer.complaint
    if "dubious ownership" in said or "unsafe repository" in said:
        return NOT_TRUSTED.at(None, folder=shown(str(folder)))
    if answer.status and "not a git repository" not in said and "bare repository" not in said:
        return FAILED.at(None, reason=shown(answer.reason))
    return NO_REPOSITORY.at(None, folder=shown(folder), operand=shown(operand))


def _of_tree(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, kind, oid = _text(head).split()
            yield _text(path), Entry(mode, kind, oid)


def _of_index(listed: bytes, stage: str) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, oid, of = _text(head).split()
            if of == stage:
                yield _text(path), Entry(mode, _SUBMODULE if mode == "160000" else _BLOB, oid)


def _text(data: bytes) -> str:
    """Names in git are bytes; those that are no UTF-8 keep them as Python's own names of files do."""
    return data.decode("utf-8", "surrogateescape")
