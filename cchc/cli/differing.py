"""``cchc diff``: two plans compared, told in the form asked for; and for git, which asks file by file."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from cchc.compare.comparison import Comparison, fails_on
from cchc.compare.judgement import Weight
from cchc.diagnostics import has_errors
from cchc.diff.facts import Kind
from cchc.pipeline.comparing import Comparing, compare

if TYPE_CHECKING:
    from cchc.cli.editing import Speaking
    from cchc.diff.facts import Differences
    from cchc.pipeline.outcomes import FileOutcome, Surroundings
    from cchc.pipeline.sides import Sides

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
COUNTING: tuple[str, ...] = (*WEIGHTS, *get_args(Kind))
"""What ``--fail-on`` takes."""
DIFFERENT, TROUBLE = 1, 2
"""The exit codes of diff(1)."""


class Asked(NamedTuple):
    """What ``cchc diff`` was asked for.

    ``only`` is the weight of what is told and counted, absent: all. Where ``fail_on`` names something, only that makes
    the exit code 1; with ``exit_zero`` nothing does. ``file`` is where the result goes, absent: the output. ``author``
    and ``date`` are for tracked changes; both may be absent.
    """

    old: str
    new: str
    only: Weight | None = None
    fail_on: frozenset[str] = frozenset()
    exit_zero: bool = False
    form: str = "terminal"
    file: Path | None = None
    templates: Path | None = None
    author: str = ""
    date: datetime | None = None


class Telling(NamedTuple):
    """What a form tells: the entries asked for, all that were found, where and how to speak, and for how wide a
    terminal (absent: for none).

    ``sides`` are the plans, and ``found`` what changed, for forms that print documents; ``exit_code`` is that of the
    run, should nothing go wrong.
    """

    shown: Comparison
    whole: Comparison
    asked: Asked
    speaking: Speaking
    width: int | None
    sides: Sides
    found: Differences
    around: Surroundings
    exit_code: int


def run_diff(asked: Asked, around: Surroundings, speaking: Speaking, width: int | None) -> int:
    """Compare two plans and tell the differences. Returns the exit code."""
    from cchc.report.reporter import Reporter

    found: Comparing = compare(asked.old, asked.new, around, asked.templates)
    Reporter(speaking.errors, speaking.language, quiet=False).report(found.diagnostics)
    if found.comparison is None or found.sides is None or found.differences is None:
        return TROUBLE
    shown = found.comparison.only(asked.only)
    code = TROUBLE if has_errors(found.diagnostics) else DIFFERENT if _fails(shown, asked) else 0
    telling = Telling(shown, found.comparison, asked, speaking, width, found.sides, found.differences, around, code)
    return code if FORMS[asked.form](telling) else TROUBLE


def _fails(shown: Comparison, asked: Asked) -> bool:
    names = asked.fail_on or WEIGHTS
    return not asked.exit_zero and any(fails_on(entry, names) for entry in shown.entries)


def _terminal(telling: Telling) -> bool:
    from cchc.report.differences.terminal import difference_lines

    language = telling.speaking.language
    if telling.asked.file is None:
        telling.speaking.output.print(difference_lines(telling.shown, telling.whole, language, telling.width))
        return True
    lines = difference_lines(telling.shown, telling.whole, language, None)
    return _saved(telling, "".join("".join(piece.text for piece in line) + "\n" for line in lines))


def _json(telling: Telling) -> bool:
    from cchc import __version__
    from cchc.report.differences.json_document import differences_document

    asked = telling.asked
    return _told(
        telling, differences_document(telling.shown, telling.whole, asked.only, __version__, telling.exit_code)
    )


def _markdown(telling: Telling) -> bool:
    from cchc.report.differences.markdown import markdown

    return _told(telling, markdown(telling.shown, telling.whole, telling.speaking.language))


def _table(telling: Telling) -> bool:
    from cchc.pipeline.tabulating import tabulate

    assert telling.asked.file is not None
    done = tabulate(telling.shown, telling.whole, telling.sides, telling.asked.file, telling.around)
    return _published(telling, done)


def _redline(telling: Telling) -> bool:
    from cchc.compare.authors import Signature
    from cchc.pipeline.redlining import write_redline

    asked = telling.asked
    assert asked.file is not None
    signature = Signature(date=asked.date)
    signature = signature._replace(author=asked.author or signature.author)
    done = write_redline(telling.sides, telling.found, signature, asked.file, telling.around)
    return _published(telling, done)


def _published(telling: Telling, done: FileOutcome) -> bool:
    """Say what became of a Word file; whether it was written."""
    from cchc.report.reporter import Reporter
    from cchc.report.summary import written

    speaking = telling.speaking
    Reporter(speaking.errors, speaking.language, quiet=False).report(done.diagnostics)
    if done.published is None:
        return False
    where, kept, unchanged = done.published
    names = [_shown(path, telling.around.cwd) for path in (where, kept) if path]
    speaking.output.print(written(*names, unchanged=unchanged, language=speaking.language))
    return True


def _shown(path: Path, cwd: Path) -> str:
    return str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)


def _told(telling: Telling, text: str) -> bool:
    """Write ``text`` to the output or to the file that was asked for; whether it could be."""
    if telling.asked.file is not None:
        return _saved(telling, text)
    telling.speaking.output.write(text)
    return True


def _saved(telling: Telling, text: str) -> bool:
    """Write ``text`` to the file that was asked for; whether it could be."""
    from cchc.pipeline.schemas import write_text
    from cchc.report.reporter import Reporter

    assert telling.asked.file is not None
    outcome, _ = write_text(telling.asked.file, text)
    Reporter(telling.speaking.errors, telling.speaking.language, quiet=False).report(outcome.diagnostics)
    return not outcome.diagnostics


FORMS: Mapping[str, Callable[[Telling], bool]] = {
    "terminal": _terminal,
    "json": _json,
    "markdown": _markdown,
    "table": _table,
    "redline": _redline,
}
"""The forms by their names; each tells the comparison and says whether it could."""
TRACKED = "redline"
"""The one with tracked changes, which somebody signs."""
DOCUMENTS = frozenset({"table", "redline"})
"""Those that are Word files, for which a name has to be given."""


def run_git_diff(arguments: tuple[str, ...], around: Surroundings, speaking: Speaking, width: int | None) -> int:
    """Answer git about one file. Returns 0 whatever happens: at any other code git gives up on all that follow."""
    from cchc.diagnostics import Diagnostic
    from cchc.pipeline.comparing_for_git import answer
    from cchc.report.differences.for_git import git_lines
    from cchc.report.terminal import diagnostic_lines

    try:
        found = answer(arguments, around)
        if isinstance(found, Diagnostic):
            speaking.errors.print(diagnostic_lines(found, speaking.language))
        else:
            speaking.output.print(git_lines(found, speaking.language, width))
    except Exception:  # a mistake of ours is told as one, and the other files are still shown
        speaking.errors.write(traceback.format_exc())
    return 0
