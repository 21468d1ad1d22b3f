"""The program's entry: the outside taken in, the command run, every way out given its exit code."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from cchc.cli import words
from cchc.cli.language import DEFAULT, asked_language
from cchc.cli.run import Run
from cchc.diagnostics import Language
from cchc.report.console import Console, use_utf8

WRONG_USAGE = 2
INTERRUPTED = 130


def main() -> None:
    """Run the command line of this process and exit with its code."""
    started = perf_counter()
    # A run is short and makes hardly any cycles: collecting them costs a fifth of its time and frees nothing.
    gc.disable()
    use_utf8(sys.stdout, sys.stderr)
    language = asked_language(sys.argv[1:], os.environ)
    try:
        code = _run(language, started)
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{words.INTERRUPTED.in_(language or DEFAULT)}\n")
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not complain about it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = INTERRUPTED
    sys.exit(code)


def _run(language: Language | None, started: float) -> int:
    from cchc.cli.app import app
    from cchc.cli.framework import UsageError

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
        code = app(obj=run, prog_name="cchc", standalone_mode=False)
    except UsageError as error:
        _say_usage(error, language or DEFAULT)
        return WRONG_USAGE
    return code if isinstance(code, int) else 0


def _say_usage(error: Any, language: Language) -> None:
    from cchc.cli.framework import usage_message
    from cchc.report.plain import plain

    command = error.ctx.command_path if error.ctx else "cchc"
    sys.stderr.write(f"{words.ERROR.in_(language)}: {plain(usage_message(error, language))}\n")
    sys.stderr.write(f"  {words.TRY_HELP.fill({'command': command}).in_(language)}\n")
