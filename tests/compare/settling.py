"""Word files with all their tracked changes accepted or rejected by another program, and what then stands in them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import docx
from docx.oxml.ns import qn

from cchc.workspace.office import find_office

Way = Literal["accept", "reject"]
WAYS: tuple[Way, Way] = ("accept", "reject")
_COMMANDS = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Settling"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  ' A message would wait for somebody to read it; a file that cannot be settled is missed by its reader.
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim nothingMore()
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, nothingMore())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, form())
  document.close(True)
Failed:
End Sub

Sub Main
%sEnd Sub
</script:module>
"""


class Content(NamedTuple):
    """The words of a file: its paragraphs outside tables that are not empty, and its rows with the texts of cells.

    A cell's paragraphs are parted by line ends, empty ones left out; one that goes on with the cell above is empty.
    """

    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def content(data: bytes) -> Content:
    """The content of a DOCX file, read by python-docx."""
    body = docx.Document(BytesIO(data)).element.body
    rows = tuple(tuple(map(_cell_text, row.findall(qn("w:tc")))) for row in body.iter(qn("w:tr")))
    paragraphs = [_text(paragraph) for paragraph in body.findall(qn("w:p"))]
    return Content(tuple(text for text in paragraphs if text), tuple(row for row in rows if row))


def _cell_text(cell: object) -> str:
    return "\n".join(text for text in map(_text, cell.findall(qn("w:p"))) if text)  # type: ignore[attr-defined]


_CHARACTERS = {"t": None, "br": "\n", "cr": "\n", "noBreakHyphen": "-", "tab": "\t", "footnoteReference": "[*]"}


def _text(paragraph: object) -> str:
    """The characters of a paragraph, whatever holds its runs."""
    found: list[str] = []
    for element in paragraph.iter():  # type: ignore[attr-defined]
        name = str(element.tag).rpartition("}")[2]
        if name in _CHARACTERS and element.getparent().tag == qn("w:r"):
            found.append(_CHARACTERS[name] or element.text or "")
    # LibreOffice puts a joiner of no width into a row without text that is tracked.
    return "".join(found).replace("\u00a0", " ").replace("\u200d", "")


def settled(files: Mapping[str, bytes], folder: Path) -> dict[tuple[str, Way], bytes]:
    """Each of ``files`` as LibreOffice leaves it with everything accepted, and with everything rejected.

    One process settles them all, by a macro in a profile of its own in ``folder``.
    """
    office = [
        *(str(find_office(os.environ, sys.platform, Path.home())), "--headless", "--norestore", "--nologo"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
    ]
    # The first start fills the profile, and would write over a macro that is there already.
    _run([*office, "--terminate_after_init"], 120)
    jobs = list(_jobs(files, folder))
    calls = "".join(
        f'  Settle("{source.as_uri()}", "{target.as_uri()}", "{_COMMANDS[way]}")\n' for _, way, source, target in jobs
    )
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Settling.xba").write_text(_MODULE % calls, encoding="utf-8")
    _run([*office, "macro:///Standard.Settling.Main"], 60 + 4 * len(jobs))
    return {(name, way): target.read_bytes() for name, way, _, target in jobs}


def _run(command: list[str], seconds: float) -> None:
    """Run LibreOffice to its end; it works in a child of the program that one starts, and that goes too."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        assert process.wait(seconds) == 0
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _jobs(files: Mapping[str, bytes], folder: Path) -> Iterator[tuple[str, Way, Path, Path]]:
    for number, (name, data) in enumerate(files.items()):
        source = folder / f"{number}.docx"
        source.write_bytes(data)
        for way in WAYS:
            yield name, way, source, folder / f"{number}.{way}.docx"


def differences(found: Content, wanted: Content) -> list[str]:
    """What differs between two contents, shortly."""
    lines = [[*map(repr, each.paragraphs), *map(repr, each.rows)] for each in (wanted, found)]
    return list(unified_diff(lines[0], lines[1], n=0, lineterm=""))[2:]
