"""The program's entry: the outside taken in, the command run, every way out given its exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any, TextIO

from cchc.cli import INTERRUPTED, words
from cchc.cli.language import DEFAULT, asked_language
from cchc.cli.run import Run
from cchc.diagnostics import Language
from cchc.report.console import Console, OutputError, use_utf8

WRONG_USAGE = 2


class _NoPlugins(ModuleType):
    """Stands for the module of pydantic that looks for plugins, which must find none.

    That one imports ``importlib.metadata`` with all that reads messages and tables before it looks: 28 ms, a fourteenth
    of ``validate``. Whatever else somebody asks of it, it is loaded for.
    """

    PLACE = "pydantic.plugin._loader"

    def get_plugins(self) -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[self.PLACE]
        return getattr(import_module(self.PLACE), name)


def run() -> int:
    """Run the command line of this process. Returns its exit code, everything said and written."""
    started = perf_counter()
    # No other package's plugin has a say in a plan; looking for some reads what is installed around us.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_NoPlugins.PLACE, _NoPlugins(_NoPlugins.PLACE))
    # A program without a console, or with a closed stream, has none to write to.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    use_utf8(sys.stdout, sys.stderr)
    language = asked_language(sys.argv[1:], os.environ)
    try:
        code = _run(language, started)
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{words.INTERRUPTED.in_(language or DEFAULT)}\n")
        _let_go(sys.stdout)
        _let_go(sys.stderr)
        # Everything is put away; Python itself may still end by the signal, without our exit code.
        os._exit(INTERRUPTED)
    except OutputError as error:
        sys.stderr.write(f"{words.OUTPUT_LOST.fill({'reason': error}).in_(language or DEFAULT)}\n")
        code = WRONG_USAGE
    _let_go(sys.stdout)
    _let_go(sys.stderr)
    return code


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _let_go(stream: TextIO) -> None:
    """Flush ``stream``; one that takes no more must not make Python complain about it at its end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(language: Language | None, started: float) -> int:
    from cchc.cli.app import program_for
    from cchc.cli.framework import Abort, UsageError

    run = Run(
        cwd=Path.cwd(),
        environ=os.environ,
        platform=sys.platform,
        home=Path.home(),
        output=Console(sys.stdout, os.environ),
        errors=Console(sys.stderr, os.environ),
        language=language,
        started=started,
    )
    try:
        code = program_for(sys.argv[1:])(obj=run, prog_name="cchc", standalone_mode=False)
    except UsageError as error:
        _say_usage(error, language or DEFAULT)
        return WRONG_USAGE
    except Abort as error:
        raise KeyboardInterrupt from error
    except OSError as error:
        if error.filename is not None:
            raise
        # What has no file name is a stream: typer prints help by itself.
        raise OutputError(error.strerror or str(error)) from error
    if code == INTERRUPTED:
        # typer tells an interruption by its code or by Abort, as its versions go.
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _say_usage(error: Any, language: Language) -> None:
    from cchc.cli.framework import usage_message
    from cchc.report.plain import plain

    command = error.ctx.command_path if error.ctx else "cchc"
    sys.stderr.write(f"{words.ERROR.in_(language)}: {plain(usage_message(error, language))}\n")
    sys.stderr.write(f"  {words.TRY_HELP.fill({'command': command}).in_(language)}\n")
