"""The Jinja environment: sandboxed, bounded, escaping, and strict about what is undefined."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import FileSystemBytecodeCache, FunctionLoader, StrictUndefined, TemplateAssertionError
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cchc.patterns import deferred
from cchc.source import Source
from cchc.templating import faults
from cchc.templating.each import Each
from cchc.templating.faults import unknown
from cchc.templating.filters import FILTERS
from cchc.templating.markup import PLACE_TARGET

FindTemplate = Callable[[str], Source | None]
"""From a template's name ("decision.xml.j2") to its text."""

_KEPT_FILTERS = ("first", "join", "last", "length", "list", "lower", "reject", "select", "trim", "upper")
_TRUSTED = (LoopContext, Macro, TemplateModule)


def _fields(view: object) -> tuple[str, ...]:
    """The names of the values of a view, which is a named tuple; none of anything else."""
    return getattr(view, "_fields", ())


class _Named(StrictUndefined):
    """An undefined value that says its name and the nearest one that exists."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        raise unknown(faults.UNDEFINED, str(self._undefined_name), _fields(self._undefined_obj))

    # Every use of an undefined value is a fault, so all of them lead to the one above.
    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = __getitem__ = __call__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._fail_with_undefined_error()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates read views and call macros; methods of values are out of reach, and so is arithmetic that grows."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._of_views: dict[type, frozenset[str]] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        # A table asks thirty times a row, and nearly always for a value of a view: that is answered first.
        try:
            fields = self._of_views[type(obj)]
        except KeyError:
            fields = self._of_views[type(obj)] = frozenset(_fields(obj))
        if attribute in fields:
            return getattr(obj, attribute)
        if isinstance(obj, str):  # Jinja lets "format" pass, which can make a text of any length
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, str) and isinstance(argument, str):
            return self.unsafe_undefined(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002
        return isinstance(obj, _TRUSTED) and not attr.startswith("_")

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        raise SecurityError(f"{type(obj).__name__}.{attribute}")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(operator)


class _Cache(FileSystemBytecodeCache):
    """Compiled templates in a folder that another run may tidy away meanwhile: without it, they are compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class _AlwaysEscaping(Extension):
    """Refuses ``{% autoescape %}``: with it a plan's text could be read as markup."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        opened = False
        for token in stream:
            if opened and token.value == "autoescape":
                raise TemplateAssertionError("'autoescape'", token.lineno, stream.name, stream.filename)
            opened = token.type == "block_begin"
            yield token


class _Markers(Extension):
    """Puts the template's name and line at its beginning and before every tag, to find the place of a fault."""

    _STATEMENT = deferred(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
    _TAG = deferred(r"<(?=[/!?]?[A-Za-z\[-])")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        parts = self._STATEMENT.split(source)
        line = 1
        marked = [_place(name, 1)]
        for index, part in enumerate(parts):
            marked.append(part if index % 2 else self._mark(part, name, line))
            line += part.count("\n")
        return "".join(marked)

    def _mark(self, text: str, name: str | None, first_line: int) -> str:
        return self._TAG.sub(lambda tag: _place(name, first_line + text.count("\n", 0, tag.start())) + "<", text)


def _place(name: str | None, line: int) -> str:
    return f"<?{PLACE_TARGET} {name}:{line}?>"


def environment(find: FindTemplate, *, bytecode: Path | None, marked: bool = False) -> ImmutableSandboxedEnvironment:
    """An environment over the templates that ``find`` gives.

    ``bytecode`` is a folder for compiled templates, which must be nobody else's to write. ``marked`` adds the
    place of every tag to what is printed.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        source = find(name)
        # Jinja shows the file name in tracebacks, by which a fault's place is found.
        return (source.text, name, None) if source else None

    sandbox = _Sandbox(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Named,
        extensions=[_AlwaysEscaping, _Markers] if marked else [_AlwaysEscaping],
        bytecode_cache=_Cache(str(bytecode)) if bytecode and not marked else None,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Loops go over the plan's data alone: nothing else can make a template run long.
    sandbox.globals.clear()
    kept = {name: sandbox.filters[name] for name in _KEPT_FILTERS}
    sandbox.filters.clear()
    sandbox.filters.update(kept | FILTERS | {"each": Each().each})
    return sandbox
