"""The repository around a folder, and what the names of its revisions mean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nearest
from cchc.suggestions import did_you_mean
from cchc.workspace.git import FAILED, Answer, Git, find_git
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
_REFS = 2000
_KINDS = ("tags", "heads", "remotes")


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
        """The whole name of the tag or branch ``name``; None for all else, also for the beginning of a digest.

        In a large repository any year is the beginning of some digest, and nobody means that.
        """
        answer = self._ask("rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", name)
        if answer is None:
            return None
        if "ambiguous" in answer.complaint:  # a tag and a branch: git takes the tag
            return next((f"refs/{kind}/{name}" for kind in _KINDS if self._object(f"refs/{kind}/{name}")), None)
        return text_of(answer.output).strip() or None if not answer.status else None

    def _object(self, name: str) -> str | None:
        answer = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return text_of(answer.output).strip() or None if answer and not answer.status else None

    def _ask(self, *arguments: str) -> Answer | None:
        """None for what no command line can hold."""
        return None if "\0" in "".join(arguments) else self.git.ask(*arguments)

    def _names(self) -> tuple[str, ...]:
        """Its branches and tags."""
        listed = self.git.ask("for-each-ref", "--format=%(refname:short)", f"--count={_REFS}")
        return tuple(text_of(listed.output).splitlines())


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


def find_repository(folder: Path, environ: Mapping[str, str], platform: str) -> Repository | Answer | None:
    """The repository around ``folder``; None where there is no git, git's answer where it finds no repository."""
    git = find_git(folder, environ, platform)
    if git is None:
        return None
    answer = git.ask("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    inside, _, rest = text_of(answer.output).partition("\n")
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


def text_of(data: bytes) -> str:
    """Names in git are bytes; those that are no UTF-8 keep them as Python's own names of files do."""
    return data.decode("utf-8", "surrogateescape")
