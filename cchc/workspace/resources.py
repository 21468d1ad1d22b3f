"""Templates and layouts in their folders: the shipped ones, overlaid by the project's and by ``--templates``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.diagnostics import Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.workspace.reading import Place, read_place, reading_trouble
from cchc.workspace.trouble import WorkspaceError, shown

if TYPE_CHECKING:
    from cchc.workspace.trees import Stored

SUFFIXES = (".j2", ".yaml")
"""What counts in a templates folder; a README beside it changes no document."""

NO_FOLDER = Rule(
    code="W021",
    name="no-templates-folder",
    severity=Severity.ERROR,
    message=Wording("không có thư mục mẫu {path}", "there is no templates folder {path}"),
    hint=Wording("kiểm tra --templates và cài đặt “templates”", "check --templates and the setting “templates”"),
    reason=Wording(
        "thư mục viết sai mà bỏ qua thì văn bản in bằng mẫu gốc, không phải mẫu của đơn vị",
        "if a misspelled folder were passed over, the act would print with the shipped templates",
    ),
)


@dataclass(frozen=True)
class TemplateFolders:
    """Folders of templates, the first of which to have a file of that name gives it.

    Names are relative, in NFC, with ``/`` between their parts: ``styles.yaml``, ``layouts/appendix.yaml``. ``stored``
    are the project's own files by name as a revision had them: only the last of the folders stands behind them.
    """

    folders: tuple[Path, ...]
    stored: Mapping[str, Stored] = field(default_factory=dict)

    def find(self, name: str) -> Place | None:
        """The file that has effect under ``name``; None where no folder has it."""
        return self._effective.get(nfc(name))

    def names(self, suffix: str = "") -> tuple[str, ...]:
        """The names of all files that have effect and end in ``suffix``, sorted."""
        return tuple(sorted(name for name in self._effective if name.endswith(suffix)))

    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the names and contents that have effect; line ends do not count.

        Raises WorkspaceError where a file cannot be read.
        """
        import hashlib

        digest = hashlib.sha256()
        for name in self.names():
            data = read_place(self._effective[name]).replace(b"\r\n", b"\n")
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()

    @property
    def shipped(self) -> Path:
        """The last of the folders, whose files have effect where no other has one of that name."""
        return self.folders[-1]

    def own(self) -> Iterator[tuple[str, Path]]:
        """The name and path of everything, of whatever kind, in the folders before the shipped one."""
        for folder in self.folders[:-1]:
            for path in _entries(folder):
                yield nfc(path.relative_to(folder).as_posix()), path

    @cached_property
    def _effective(self) -> dict[str, Place]:
        files: dict[str, Place] = {}
        for folder in self.folders[:-1]:
            files = _named(folder) | files
        own = {name: stored for name, stored in self.stored.items() if name.endswith(SUFFIXES)}
        return _named(self.shipped) | own | files


def template_folders(chosen: Path | None, own: Path | None, shipped: Path | None = None) -> TemplateFolders:
    """``chosen`` on the command line before the project's ``own`` before the ``shipped`` templates.

    Raises WorkspaceError where one that is given is no folder.
    """
    folders = [folder for folder in (chosen, own, shipped or shipped_templates()) if folder]
    for folder in folders:
        if not folder.is_dir():
            raise WorkspaceError(NO_FOLDER.at(None, path=shown(folder)))
    return TemplateFolders(tuple({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1])


def shipped_templates() -> Path:
    """The templates that come with the program: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _named(folder: Path) -> dict[str, Place]:
    named: dict[str, Place] = {}
    for path in _files(folder):
        named.setdefault(nfc(path.relative_to(folder).as_posix()), path)
    return named


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in _entries(folder) if path.name.endswith(SUFFIXES) and not path.is_dir())


def _entries(folder: Path) -> Iterator[Path]:
    """The files and folders below ``folder`` whose names do not begin with a dot."""
    try:
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            yield path
            if path.is_dir():
                yield from _entries(path)
    except OSError as error:
        raise reading_trouble(error, folder) from error
