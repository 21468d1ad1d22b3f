"""Files in template folders of one's own that change nothing, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nearest
from cchc.patterns import deferred
from cchc.pipeline.texts import read_source
from cchc.workspace.resources import SUFFIXES, TemplateFolders
from cchc.workspace.trouble import shown_from

UNUSED = Rule(
    "T311",
    "unused-template",
    Severity.WARNING,
    Wording("{path} không được dùng đến", "nothing uses {path}"),
    Wording("gọi tệp này từ một mẫu khác, hoặc xóa", "call it from another template, or delete it"),
    reason=Wording(
        "tệp không được dùng tới thường là tên viết sai: mẫu gốc vẫn in thay cho mẫu của đơn vị",
        "a file without effect mostly has a misspelled name: the shipped template still prints in its place",
    ),
)

_RENAME = Wording("đổi tên thành {name}", "rename it to {name}")
_FOLDER = Wording(
    "đây là một thư mục: đặt tệp mẫu ngay trong thư mục mẫu, rồi xóa thư mục này",
    "it is a folder: put the template's file into the templates folder itself, and delete this one",
)
_LAYOUT = Wording(
    "chuyển bố cục vào thư mục layouts; các kiểu ghi trong styles.yaml",
    "move a layout to the folder layouts; styles stand in styles.yaml",
)
_STYLES, _LAYOUTS = "styles.yaml", "layouts/"
_NEARLY = deferred(r"\.(?:j2|ya?ml)", re.IGNORECASE)
_CALLED = deferred(r"""["']([^"'\n]+\.j2)["']""")


def unused(folders: TemplateFolders, cwd: Path) -> Iterator[Diagnostic]:
    """A warning for each file in the own folders that looks like a template, a layout or styles and has no effect."""
    own = tuple(folders.own())
    if not own:
        return
    shipped = set(TemplateFolders((folders.shipped,)).names())
    added = {name for name, path in own if name.endswith(".j2") and name not in shipped}
    called = _called(own, cwd) if added else set()
    for name, path in own:
        hint = _way_out(name, path, shipped | called)
        if hint is not None:
            yield UNUSED.at(None, path=shown_from(path, cwd), hint=hint)


def _way_out(name: str, path: Path, used: set[str]) -> Wording | None:
    """What to do about the file or folder ``name``; None where it has effect, or looks like none of ours."""
    if path.is_dir():
        return _FOLDER if name.endswith(SUFFIXES) else None
    if not name.endswith(SUFFIXES):
        right = _right_name(path.name)
        return _RENAME.fill({"name": right}).literal() if right else None
    if name in used or name == _STYLES or (name.startswith(_LAYOUTS) and name.endswith(".yaml")):
        return None
    near = _nearest(name, used)
    if near:
        return _RENAME.fill({"name": near}).literal()
    return UNUSED.hint if name.endswith(".j2") else _LAYOUT


def _nearest(name: str, used: set[str]) -> str | None:
    """The name of the same kind that was meant; what all of a kind end in says nothing of it."""
    stems = {each.partition(".")[0]: each for each in sorted(used) if Path(each).suffix == Path(name).suffix}
    near = nearest(name.partition(".")[0], stems)
    return stems[near] if near else None


def _right_name(name: str) -> str | None:
    """``name`` as it would count; None where it is nothing like it."""
    stem = name[:-4] if name.lower().endswith(".txt") else name
    end = Path(stem).suffix
    if not _NEARLY.fullmatch(end):
        return None
    return stem.removesuffix(end) + (".j2" if end.lower() == ".j2" else ".yaml")


def _called(own: tuple[tuple[str, Path], ...], cwd: Path) -> set[str]:
    """The templates that own templates name; the shipped ones name none but shipped ones."""
    called: set[str] = set()
    for name, path in own:
        if name.endswith(".j2") and not path.is_dir():
            source, _ = read_source(path, shown_from(path, cwd))
            called |= {each for each in _CALLED.findall(source.text) if each != name} if source else set()
    return called
