"""Repositories that come from anybody, that lack something, or that are none: read as data, and what fails is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cchc.workspace import git as git_module
from cchc.workspace.git import Git, find_git
from cchc.workspace.operands import project_of
from cchc.workspace.past import PlanAt
from cchc.workspace.reading import LARGEST
from cchc.workspace.trouble import WorkspaceError, is_trouble
from cchc.workspace.versions import Version, versions
from tests.repositories import ENVIRON, Repo

POSIX = pytest.mark.skipif("sys.platform == 'win32'", reason="the trap is a script of the shell")
LINES = "".join(f"- dòng {n}\n" for n in range(20))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "kho")
    made.commit(**{"plans/2025.yaml": LINES})
    made.git("tag", "v1")
    made.git("mv", "plans/2025.yaml", "plans/x.yaml")
    made.commit(**{"plans/x.yaml": LINES + "- thêm\n"})
    return made


def ask(repo: Repo, old: str, new: str = "x", **environ: str) -> tuple[Version | None, list[str]]:
    around = ENVIRON | environ
    first, _, problems = versions(old, new, project_of((old, new), repo.top), repo.top, around, sys.platform)
    assert all(map(is_trouble, problems))
    return first, [each.code for each in problems]


def content(version: Version | None) -> bytes:
    assert isinstance(version, PlanAt)
    return version.stored.read()


def trouble(version: Version | None) -> str:
    with pytest.raises(WorkspaceError) as caught:
        content(version)
    assert is_trouble(caught.value.diagnostic)
    return caught.value.diagnostic.code


@POSIX
def test_no_program_of_the_repositorys_configuration_runs(repo: Repo, tmp_path: Path) -> None:
    """Everything that git can be told to start, each leaving a mark of its own; git itself shows that they work."""
    marks = tmp_path / "marks"
    marks.mkdir()

    def trap(name: str) -> str:
        script = tmp_path / f"trap-{name}"
        script.write_text(f"#!/bin/sh\ntouch '{marks / name}'\ncat 2>/dev/null\nexit 0\n", encoding="utf-8")
        script.chmod(0o755)
        return str(script)

    settings = {
        "core.fsmonitor": "fsmonitor",
        "core.pager": "pager",
        "pager.cat-file": "pager-cat-file",
        "pager.rev-parse": "pager-rev-parse",
        "pager.ls-tree": "pager-ls-tree",
        "core.editor": "editor",
        "core.sshCommand": "ssh",
        "core.askPass": "askpass",
        "core.gitProxy": "proxy",
        "core.alternateRefsCommand": "alternates",
        "diff.external": "external",
        "diff.bay.textconv": "textconv",
        "diff.bay.command": "command",
        "filter.bay.clean": "clean",
        "filter.bay.smudge": "smudge",
        "filter.bay.process": "process",
        "merge.bay.driver": "merge",
        "gpg.program": "gpg",
        "credential.helper": "credential",
        "interactive.diffFilter": "interactive",
        "remote.origin.uploadpack": "uploadpack",
        "uploadpack.packObjectsHook": "pack-objects",
    }
    for key, name in settings.items():
        repo.git("config", key, trap(name))
    for name in ("rev-parse", "cat-file", "ls-tree", "rev-list", "diff-tree", "merge-base", "ls-files", "for-each-ref"):
        repo.git("config", f"alias.{name}", f"!{trap(f'alias-{name}')}")
    repo.git("config", "log.showSignature", "true")
    for key, value in (("diff.renames", "false"), ("diff.renameLimit", "1"), ("diff.orderFile", "không có")):
        repo.git("config", key, value)
    repo.git("config", "filter.bay.required", "true")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        Path(trap(f"hook-{hook}")).rename(hooks / hook)
    repo.git("config", "core.hooksPath", str(hooks))
    repo.write(".gitattributes", "* diff=bay filter=bay merge=bay text eol=crlf ident working-tree-encoding=UTF-16\n")
    for path in marks.iterdir():
        path.unlink()

    for old in ("v1:x", "v1", "v1:plans/x.yaml", "v1:2025", "HEAD:x", ":x"):
        found, problems = ask(repo, old)
        assert problems == []
        assert content(found).startswith(LINES.encode())
    for wrong, code in (("v2:x", "W401"), ("v1:y", "W411")):
        assert ask(repo, wrong)[1] == [code]
    assert list(marks.iterdir()) == []

    repo.git("config", "--unset", "filter.bay.process")
    repo.git("config", "--unset", "diff.orderFile")
    repo.git("diff", "v1", "HEAD")
    assert {path.name for path in marks.iterdir()} & {"external", "command", "fsmonitor"}, "the traps do nothing"


@POSIX
def test_a_partial_clone_fetches_nothing(repo: Repo, tmp_path: Path) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("config", "uploadpack.allowAnySHA1InWant", "true")
    url = repo.top.as_uri()
    repo.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", url, str(tmp_path / "ban"))
    clone = Repo.at(tmp_path / "ban")
    mark, script = tmp_path / "mark", tmp_path / "trap"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\nexec git-upload-pack \"$@\"\n", encoding="utf-8")
    script.chmod(0o755)
    clone.git("config", "remote.origin.uploadpack", str(script))
    found, problems = ask(clone, "v1:2025", "HEAD:x")
    assert problems == []
    assert trouble(found) == "W403"
    assert not mark.exists()
    clone.git("show", "v1:plans/2025.yaml")
    assert mark.exists(), "the trap does nothing"
    assert content(found) == LINES.encode()


def test_the_work_tree_and_the_index_stay_as_they_are(repo: Repo) -> None:
    (repo.top / "plans" / "x.yaml").touch()
    before = {path: path.stat().st_mtime_ns for path in repo.top.rglob("*")}
    assert ask(repo, "v1:x")[1] == []
    assert {path: path.stat().st_mtime_ns for path in repo.top.rglob("*")} == before


def test_variables_lead_to_no_other_repository(repo: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "khac")
    other.commit(**{"plans/x.yaml": "other\n"})
    hijacked = {
        "GIT_DIR": str(other.top / ".git"),
        "GIT_WORK_TREE": str(other.top),
        "GIT_INDEX_FILE": str(other.top / ".git" / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.top / ".git" / "objects"),
        "GIT_TRACE": "1",
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "x/",
    }
    found, problems = ask(repo, "HEAD:x", **hijacked)
    assert problems == []
    assert content(found) == (LINES + "- thêm\n").encode()


def test_the_git_of_the_current_folder_is_no_git(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "git.exe" if sys.platform == "win32" else "git"
    repo.write(name, "#!/bin/sh\ntouch started\n").chmod(0o755)
    monkeypatch.chdir(repo.top)
    for path in (".", "", os.pathsep.join((".", "", "plans/.."))):
        assert find_git(repo.top, {"PATH": path}, sys.platform) is None
        assert ask(repo, "v1:x", PATH=path)[1] == ["W205"]
    assert ask(repo, "v1:x", PATH=os.pathsep.join((".", ENVIRON["PATH"])))[1] == []
    assert not (repo.top / "started").exists()


def test_without_git_what_is_on_the_disk_is_compared_all_the_same(repo: Repo) -> None:
    assert ask(repo, "x", PATH="")[1] == []
    assert ask(repo, "v1", PATH="")[1] == ["W011"]


def test_a_folder_that_is_in_no_repository(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "x.yaml").write_text("x\n", encoding="utf-8")
    around = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    _, _, problems = versions("HEAD:x", "x", project_of((), tmp_path), tmp_path, ENVIRON | around, sys.platform)
    assert [each.code for each in problems] == ["W208"]


@POSIX
def test_a_folder_that_is_made_to_look_like_a_repository(repo: Repo, tmp_path: Path) -> None:
    """Files of a work tree can be named so that git takes their folder for a repository, with its configuration."""
    folder = repo.top / "bay"
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
    repo.write("bay/HEAD", "ref: refs/heads/main\n")
    mark = tmp_path / "mark"
    repo.write("bay/config", f"[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = touch {mark}; false\n")
    repo.write("bay/plans/x.yaml", "x\n")
    _, _, problems = versions("HEAD:x", "x", project_of((), folder), folder, ENVIRON, "linux")
    assert [each.code for each in problems] == ["W208"]
    assert not mark.exists()


def test_a_shallow_clone_says_that_it_is_one(repo: Repo, tmp_path: Path) -> None:
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "can"))
    clone = Repo.at(tmp_path / "can")
    assert ask(clone, "HEAD~1:x")[1] == ["W402"]
    assert ask(clone, "HEAD:x")[1] == []


def test_a_plan_in_a_submodule(repo: Repo, tmp_path: Path) -> None:
    outer = Repo(tmp_path / "ngoai")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repo.top.as_uri(), "con")
    outer.commit(**{"plans/x.yaml": "x\n"})
    found, problems = ask(outer, "HEAD:con/plans/x.yaml")
    assert (found, problems) == (None, ["W404"])
    inner = outer.top / "con"
    first, _, said = versions("v1:2025", "x", project_of((), inner), inner, ENVIRON, sys.platform)
    assert said == ()
    assert content(first) == LINES.encode()


def test_a_work_tree_of_its_own_is_a_repository(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "--quiet", str(tmp_path / "cay"), "v1")
    tree = Repo.at(tmp_path / "cay")
    found, problems = ask(tree, "main:x", "2025")
    assert problems == []
    assert content(found) == (LINES + "- thêm\n").encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "W405"),
        (b"PK\x03\x04...", "W301"),
        (b"x" * (LARGEST + 1), "W004"),
    ],
)
def test_contents_that_are_no_text(repo: Repo, data: bytes, code: str) -> None:
    repo.write("plans/x.yaml", data)
    repo.commit()
    with pytest.raises(WorkspaceError) as caught:
        content(ask(repo, "HEAD:x")[0])
    assert caught.value.diagnostic.code == code
    assert "HEAD:plans/x.yaml" in caught.value.diagnostic.message.en


@POSIX
def test_links_inside_a_revision_and_out_of_it(repo: Repo) -> None:
    (repo.top / "plans" / "trong.yaml").symlink_to("x.yaml")
    (repo.top / "plans" / "ngoai.yaml").symlink_to("/etc/passwd")
    (repo.top / "plans" / "vong.yaml").symlink_to("vong.yaml")
    repo.commit()
    found, problems = ask(repo, "HEAD:trong")
    assert problems == []
    assert content(found) == (LINES + "- thêm\n").encode()
    for name in ("ngoai", "vong"):
        assert ask(repo, f"HEAD:{name}")[1] == ["W406"]


def test_a_repository_that_is_broken_is_no_traceback(repo: Repo) -> None:
    tree = repo.git("rev-parse", "HEAD^{tree}").strip()
    path = repo.top / ".git" / "objects" / tree[:2] / tree[2:]
    path.chmod(0o600)
    path.unlink()
    assert ask(repo, "HEAD:x")[1] in (["W401"], ["W207"])
    (repo.top / ".git" / "config").write_text("[core\n", encoding="utf-8")
    assert ask(repo, "v1:x")[1] == ["W207"]


@pytest.mark.skipif("sys.platform == 'win32' or os.geteuid() != 0", reason="only root can give a folder away")
def test_a_repository_of_another_user(repo: Repo) -> None:
    if not hasattr(os, "chown"):
        return
    os.chown(repo.top, 12345, 12345)
    os.chown(repo.top / ".git", 12345, 12345)
    assert ask(repo, "HEAD:x")[1] == ["W209"]
    trusted = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": str(repo.top)}
    assert ask(repo, "HEAD:x", **trusted)[1] == []


@pytest.fixture
def slow(tmp_path: Path) -> Git:
    """A program in the place of git that says much and never ends."""
    script = tmp_path / "git.py"
    script.write_text(
        "import sys, time\nsys.stdout.write('x' * 100000)\nsys.stdout.flush()\ntime.sleep(600)\n", encoding="utf-8"
    )
    wrapper = tmp_path / "git"
    wrapper.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{script}' \"$@\"\n", encoding="utf-8")
    wrapper.chmod(0o755)
    return Git(wrapper, tmp_path, {})


@POSIX
def test_what_does_not_end_is_stopped(slow: Git) -> None:
    with pytest.raises(WorkspaceError) as caught:
        slow.ask("status", seconds=0.5)
    assert caught.value.diagnostic.code == "W206"


@POSIX
def test_what_says_too_much_is_cut(slow: Git) -> None:
    answer = slow.ask("status", most=1000)
    assert (answer.output, answer.cut) == (b"x" * 1000, True)


def test_a_git_that_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        Git(tmp_path / "none", tmp_path, {}).ask("status")
    assert caught.value.diagnostic.code == "W207"


def test_every_call_says_that_nothing_is_to_be_started() -> None:
    assert {"--no-optional-locks", "--literal-pathspecs", "--no-pager"} <= set(git_module._OPTIONS)
