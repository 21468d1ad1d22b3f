"""``cchc diff --format redline``: the new act as it would be built, with tracked changes against the old one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cchc import __version__
from cchc.backends.docx.properties import Properties
from cchc.backends.docx.readback import read_back
from cchc.backends.docx.seal import made_from
from cchc.backends.docx.writer import write
from cchc.compare.authors import Signature
from cchc.compare.by_facts import aligned
from cchc.compare.prints import Printed
from cchc.compare.redline import redline
from cchc.diagnostics import Diagnostic, Severity
from cchc.diff.facts import Differences
from cchc.document.nodes import Document
from cchc.document.style import StyleSheet
from cchc.lower.derived import issuer_name
from cchc.lower.document import lower
from cchc.model.plan import Plan
from cchc.pipeline.building import created, verified
from cchc.pipeline.checking import Checked
from cchc.pipeline.outcomes import FileOutcome, Surroundings
from cchc.pipeline.sides import Edition, Sides
from cchc.pipeline.trial import Trial
from cchc.templating.rendering import render
from cchc.workspace.cache import cache_folder
from cchc.workspace.publishing import publish
from cchc.workspace.trouble import WorkspaceError

_OLD, _SIGNATURE = "old", "signature"
"""The names of digests that no file of one plan carries; no other comparison carries the second one."""


class _Side(NamedTuple):
    """A plan as it prints with the looks of its own time."""

    checked: Checked
    edition: Edition
    printed: Printed
    styles: StyleSheet


class _FaultyError(Exception):
    """A plan that cannot be printed, for the reasons that it carries."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def write_redline(
    sides: Sides, differences: Differences, signature: Signature, target: Path, surroundings: Surroundings
) -> FileOutcome:
    """Write the redline of the plans of ``sides``, which ``differences`` are of, to ``target``.

    What is there and is no redline as it was written is kept aside.
    """
    try:
        data = redline_file(sides, differences, signature, surroundings)
        return FileOutcome((), publish(target, data, ours=_is_redline))
    except _FaultyError as fault:
        return FileOutcome(fault.diagnostics)
    except WorkspaceError as error:
        return FileOutcome((error.diagnostic,))


def redline_file(sides: Sides, differences: Differences, signature: Signature, surroundings: Surroundings) -> bytes:
    """The bytes of the redline; read back accepted it has the whole new plan, rejected the whole old one.

    Raises _FaultyError for what keeps a plan from being printed.
    """
    assert sides.comparable is not None
    assert sides.old is not None
    assert sides.new is not None
    old, new = (
        _side(edition, checked, surroundings)
        for edition, checked in zip((sides.old, sides.new), sides.comparable, strict=True)
    )
    alignment = aligned(old.printed, new.printed, differences)
    document = redline(old.printed.document, new.printed.document, alignment, signature)
    properties = Properties(
        title=document.title,
        author=issuer_name(new.checked.plan, new.edition.opened.registry),
        created=created(new.checked.plan, surroundings.environ),
        digests={
            _OLD: _digest(old.checked.source.text),
            "plan": _digest(new.checked.source.text),
            "templates": new.edition.opened.looks.digest,
            _SIGNATURE: _digest(f"{signature.author}\n{signature.date}"),
        },
    )
    # Styles that only the old act has stand in what is deleted.
    styles = replace(new.styles, paragraphs={**old.styles.paragraphs, **new.styles.paragraphs})
    data = write(document, styles, properties)
    lost = (
        *verified(read_back(data, "accepted"), new.checked),
        *verified(read_back(data, "rejected"), old.checked),
    )
    if lost:
        raise _FaultyError(lost)
    return data


def _side(edition: Edition, checked: Checked, around: Surroundings) -> _Side:
    looks, registry = edition.opened.looks, edition.opened.registry
    if not checked.complete:
        raise _FaultyError(tuple(each for each in edition.diagnostics if each.severity is Severity.ERROR))
    styles = looks.styles
    if styles.value is None:
        raise _FaultyError(styles.diagnostics)
    known = styles.value.paragraphs
    bytecode = cache_folder(
        __version__, looks.digest, environ=around.environ, platform=around.platform, home=around.home
    )

    def printed(plan: Plan, *, traced: bool) -> tuple[Document | None, list[Diagnostic]]:
        return render(lower(plan, checked.layouts, registry, traced=traced), looks.template, known, bytecode=bytecode)

    document, faults = printed(checked.plan, traced=False)
    if document is None:
        raise _FaultyError(looks.unreadable or tuple(faults))
    trial = Trial(checked.plan, document, lambda plan: printed(plan, traced=True)[0])
    return _Side(checked, edition, Printed(document, checked.plan, trial.prints()), styles.value)


def _is_redline(data: bytes) -> bool:
    """Whether ``data`` is a redline as it was written."""
    return _SIGNATURE in made_from(data)


def _digest(text: str) -> str:
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8")).hexdigest()
