"""What is said of files in a template folder of one's own that change nothing."""

from __future__ import annotations

from pathlib import Path

from cchc.diagnostics import Severity
from cchc.pipeline.unused import unused
from cchc.workspace.resources import template_folders


def said(folder: Path, **files: str) -> dict[str, str]:
    """The hints by file, for a folder with ``files`` (``__`` for a slash, ``_`` for a dot)."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = list(unused(template_folders(folder, None), folder))
    assert {(each.code, each.severity, each.span) for each in found} <= {("T311", Severity.WARNING, None)}
    return {each.message.en.removeprefix("nothing uses "): each.hint.en for each in found if each.hint}


def test_what_has_effect_or_is_none_of_ours_is_not_said(tmp_path: Path) -> None:
    appendix = '{% from "contacts.xml.j2" import contacts %}'
    own = {"plan_xml_j2": "", "appendix_xml_j2": appendix, "contacts_xml_j2": ""}
    assert said(tmp_path, **own, styles_yaml="", layouts__duties_yaml="", README_md="", note_txt="", _old_j2="") == {}


def test_a_template_that_none_calls(tmp_path: Path) -> None:
    itself = '{% include "contacts.xml.j2" %}'
    found = said(tmp_path, contacts_xml_j2=itself, decison_xml_j2="", list_xml_j2="")
    assert found["contacts.xml.j2"] == "call it from another template, or delete it"
    assert found["decison.xml.j2"] == "rename it to decision.xml.j2"
    assert found["list.xml.j2"] == found["contacts.xml.j2"]
    assert len(found) == 3


def test_names_that_do_not_count(tmp_path: Path) -> None:
    found = said(tmp_path, styles_yml="", plan_xml_j2_txt="", layouts__tasks_yaml_txt="", appendix_xml_J2="")
    assert found == {
        "styles.yml": "rename it to styles.yaml",
        "plan.xml.j2.txt": "rename it to plan.xml.j2",
        str(Path("layouts", "tasks.yaml.txt")): "rename it to tasks.yaml",
        "appendix.xml.J2": "rename it to appendix.xml.j2",
    }


def test_a_layout_outside_its_folder_and_a_folder_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "plan.xml.j2").mkdir()
    found = said(tmp_path, duties_yaml="")
    assert "move a layout to the folder layouts" in found["duties.yaml"]
    assert found["plan.xml.j2"].startswith("it is a folder")


def test_the_shipped_folder_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "extra.xml.j2").write_text("", encoding="utf-8")
    assert list(unused(template_folders(None, tmp_path, tmp_path), tmp_path)) == []
