"""Which template has effect where several folders have one of that name, and the digest of them all."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from cchc.workspace.resources import TemplateFolders, shipped_templates, template_folders
from cchc.workspace.trouble import WorkspaceError


def folder(at: Path, **files: str) -> Path:
    for name, text in files.items():
        path = at / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return at


def test_the_first_folder_that_has_it_gives_it(tmp_path: Path) -> None:
    shipped = folder(tmp_path / "shipped", styles_yaml="s", layouts__a_yaml="s", plan_xml_j2="s", README_md="s")
    own = folder(tmp_path / "own", styles_yaml="o", layouts__b_yaml="o", _DS_Store="o", _git__x_yaml="o")
    chosen = folder(tmp_path / "chosen", styles_yaml="c")
    folders = template_folders(chosen, own, shipped)
    assert folders.folders == (chosen, own, shipped)
    assert folders.find("styles.yaml") == chosen / "styles.yaml"
    assert folders.find("layouts/a.yaml") == shipped / "layouts" / "a.yaml"
    assert folders.find("layouts/b.yaml") == own / "layouts" / "b.yaml"
    assert folders.find("../shipped/styles.yaml") is None
    assert folders.find("none.yaml") is None
    assert folders.names() == ("layouts/a.yaml", "layouts/b.yaml", "plan.xml.j2", "styles.yaml")
    assert folders.names(".j2") == ("plan.xml.j2",)


def test_in_a_checkout_the_projects_own_are_the_shipped_ones(tmp_path: Path) -> None:
    shipped = folder(tmp_path / "templates", styles_yaml="s")
    assert template_folders(None, shipped, shipped).folders == (shipped,)
    assert template_folders(None, None, shipped).folders == (shipped,)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="mau"):
        template_folders(tmp_path / "mau", None, tmp_path)


def test_the_digest_follows_what_has_effect_and_nothing_else(tmp_path: Path) -> None:
    shipped = folder(tmp_path / "shipped", styles_yaml="a: 1\nb: 2\n", plan_xml_j2="p")
    digest = TemplateFolders((shipped,)).digest()
    assert len(digest) == 64
    assert (
        TemplateFolders((folder(tmp_path / "same", styles_yaml="a: 1\r\nb: 2\r\n", plan_xml_j2="p"),)).digest()
        == digest
    )
    assert TemplateFolders((folder(tmp_path / "empty", README_md="r"), shipped)).digest() == digest
    for change in ({"styles_yaml": "a: 2"}, {"extra_yaml": ""}, {"plan_xml_j2": ""}):
        own = folder(tmp_path / next(iter(change)), **change)
        assert TemplateFolders((own, shipped)).digest() != digest


def test_names_are_nfc(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "mẫu.yaml")).write_text("", encoding="utf-8")
    folders = TemplateFolders((tmp_path,))
    assert folders.names() == ("mẫu.yaml",)
    assert folders.find(unicodedata.normalize("NFD", "mẫu.yaml")) is not None


def test_a_checkout_and_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "cchc" / "workspace" / "resources.py"
    monkeypatch.setattr("cchc.workspace.resources.__file__", str(module))
    (tmp_path / "templates").mkdir()
    assert shipped_templates() == tmp_path.resolve() / "templates"
    (tmp_path / "cchc" / "templates").mkdir(parents=True)
    assert shipped_templates() == tmp_path.resolve() / "cchc" / "templates"
