"""One run of the templates: from a view to the document tree, or to the diagnostic of what a template did wrong."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    Environment,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError

from cchc.diagnostics import Diagnostic
from cchc.document.nodes import Document
from cchc.source import Source, Span
from cchc.templating import faults
from cchc.templating.environment import FindTemplate, environment
from cchc.templating.faults import TemplateFault
from cchc.templating.markup import MarkupParser

ENTRY = "document.xml.j2"
_NO_SUCH = ("No filter named", "No test named")
LIMIT = 400_000_000
"""Characters of markup that one document may have."""
_PIECE = 1 << 16


def render(
    view: object, find: FindTemplate, styles: Iterable[str], *, bytecode: Path | None = None, entry: str = ENTRY
) -> tuple[Document | None, list[Diagnostic]]:
    """The document that the template ``entry`` prints of ``view`` (there: ``document``).

    A fault of a template comes back as a diagnostic at its file and line; where a run fails, a second one with
    the places of all tags finds out which.
    """
    styles = tuple(styles)
    try:
        with _letting_go():
            return _run(view, find, MarkupParser(styles), entry, bytecode=bytecode), []
    except (TemplateFault, TemplateError, RecursionError, TypeError, ValueError):
        parser = MarkupParser(styles)
    try:
        _run(view, find, parser, entry, marked=True)
    except (TemplateFault, TemplateError, RecursionError, TypeError, ValueError) as error:
        return None, [_diagnostic(error, find, entry, parser.place)]
    raise AssertionError("a run of the templates failed that succeeds with marked tags")


def _run(
    view: object,
    find: FindTemplate,
    parser: MarkupParser,
    entry: str,
    *,
    bytecode: Path | None = None,
    marked: bool = False,
) -> Document:
    chosen = environment(find, bytecode=None, marked=True) if marked else _usual(find, bytecode)
    template = chosen.get_template(entry)
    return parser.parse(_bounded(template.generate(document=view)))


@lru_cache(maxsize=1)
def _usual(find: FindTemplate, bytecode: Path | None) -> Environment:
    """The environment of a run: its templates are loaded for the first plan, which is a fiftieth of each later one."""
    return environment(find, bytecode=bytecode)


@contextmanager
def _letting_go() -> Iterator[None]:
    """Frees behind a run what Jinja leaves in circles, and with it the view: a tenth of the memory of a long plan.

    The collector is off in a run of the program (``cli``); here it looks at nothing older than the run.
    """
    if gc.isenabled():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


def _bounded(chunks: Iterator[str]) -> Iterator[str]:
    length = 0
    for chunk in chunks:
        length += len(chunk)
        if length > LIMIT:
            raise TemplateFault(faults.TOO_LONG, limit=LIMIT)
        # A macro prints a table as one text, of which the parser makes a copy in UTF-8: a piece at a time is enough.
        # What Jinja marks as escaped is made plain: it would look at everything that is taken of it.
        for start in range(0, len(chunk), _PIECE):
            yield str(chunk if len(chunk) <= _PIECE else chunk[start : start + _PIECE])


def _diagnostic(error: Exception, find: FindTemplate, entry: str, place: str | None) -> Diagnostic:
    fault, name, line = _located(error)
    if name is None and place is not None:
        name, _, number = place.rpartition(":")
        line = int(number)
    return fault.rule.filled(_line_span(find(name or entry), line), fault.values, hint=fault.hint)


def _located(error: Exception) -> tuple[TemplateFault, str | None, int]:
    """The fault behind ``error``, with the template and line where these can be told from it."""
    match error:
        case TemplateFault():
            return error, *_template_frame(error)
        case TemplateNotFound():
            return TemplateFault(faults.MISSING, name=str(error)), *_template_frame(error)
        case TemplateAssertionError():
            return TemplateFault(faults.FORBIDDEN, name=_quoted(error.message or "")), error.name, error.lineno
        case TemplateSyntaxError():
            return TemplateFault(faults.SYNTAX, reason=error.message or ""), error.name, error.lineno
        case SecurityError():
            return TemplateFault(faults.FORBIDDEN, name=str(error)), *_template_frame(error)
        case TemplateRuntimeError() if str(error).startswith(_NO_SUCH):
            return TemplateFault(faults.FORBIDDEN, name=_quoted(str(error))), *_template_frame(error)
        case RecursionError():
            return TemplateFault(faults.ENDLESS), *_commonest_frame(error)
        case _:
            return TemplateFault(faults.FAILED, reason=str(error)), *_template_frame(error)


def _quoted(message: str) -> str:
    """The name between the quotes of a message such as "No filter named 'x'."."""
    parts = message.split("'")
    return parts[1] if len(parts) > 1 else message


def _template_frame(error: Exception) -> tuple[str | None, int]:
    """The innermost template that ``error`` came through, with its line."""
    return next(reversed(list(_frames(error))), (None, 1))


def _commonest_frame(error: Exception) -> tuple[str | None, int]:
    """The template and line that ``error`` came through most often: what calls itself."""
    return next((frame for frame, _ in Counter(_frames(error)).most_common(1)), (None, 1))


def _frames(error: Exception) -> Iterator[tuple[str, int]]:
    """The templates that ``error`` came through, outermost first; Jinja writes them into the traceback."""
    from traceback import walk_tb  # a run without faults does without

    for frame, line in walk_tb(error.__traceback__):
        if "__jinja_exception__" in frame.f_globals:
            yield frame.f_code.co_filename, line


def _line_span(source: Source | None, line: int) -> Span | None:
    if source is None:
        return None
    start = sum(len(source.line(number)) + 1 for number in range(1, line))
    text = source.line(line)
    indent = len(text) - len(text.lstrip())
    return Span(source, start + indent, start + len(text))
