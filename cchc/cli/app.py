"""The commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc import __version__
from cchc.cli import words
from cchc.cli.framework import Command, Group, bad_value, wrong_usage
from cchc.cli.run import Run

_FORMATS = ("docx", "pdf")
_HIGHEST_ROUND = 99

app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False, help=words.PROGRAM.vi)


def _plan_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    run: Run = ctx.find_root().obj
    return [name for name in run.plan_ids() if name.startswith(incomplete)]


_Plans = Annotated[list[str] | None, typer.Argument(help=words.PLANS.vi, autocompletion=_plan_ids, show_default=False)]
_Templates = Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=words.TEMPLATES.vi)]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=words.QUIET.vi)]
_Lang = Annotated[str, typer.Option("--lang", metavar="vi|en", help=words.LANG.vi)]


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=words.VERSION.vi)] = False,
    lang: _Lang = "",
) -> None:
    """What the program does without a command: its version or its help."""
    _check_language(ctx, lang)
    if version:
        typer.echo(f"cchc {__version__}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


@app.command(cls=Command, help=words.BUILD.vi)
def build(
    ctx: typer.Context,
    plans: _Plans = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help=words.OUT.vi)] = None,
    templates: _Templates = None,
    draft: Annotated[bool, typer.Option("--draft", help=words.DRAFT.vi)] = False,
    round_: Annotated[str, typer.Option("--round", metavar="N", help=words.ROUND.vi)] = "",
    to: Annotated[str, typer.Option("--to", metavar="docx,pdf", help=words.TO.vi)] = "docx",
    force: Annotated[bool, typer.Option("--force", help=words.FORCE.vi)] = False,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Make the Word files of plans."""
    _check_language(ctx, lang)
    if round_ and not draft:
        raise wrong_usage(ctx, words.ROUND_NEEDS_DRAFT)
    run: Run = ctx.find_root().obj
    code = run.build(
        operands=tuple(plans or ()),
        out=out,
        templates=templates,
        draft=draft,
        round_=_count(ctx, round_),
        pdf="pdf" in _formats(ctx, to),
        force=force,
        quiet=quiet,
    )
    raise typer.Exit(code)


@app.command(cls=Command, help=words.VALIDATE.vi)
def validate(
    ctx: typer.Context,
    plans: _Plans = None,
    templates: _Templates = None,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Check plans without making any file."""
    _check_language(ctx, lang)
    run: Run = ctx.find_root().obj
    raise typer.Exit(run.validate(operands=tuple(plans or ()), templates=templates, quiet=quiet))


def _check_language(ctx: typer.Context, lang: str) -> None:
    if lang and lang not in ("vi", "en"):
        raise bad_value(ctx, "--lang", lang, "vi, en")


def _count(ctx: typer.Context, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= _HIGHEST_ROUND):
        raise bad_value(ctx, "--round", text, f"1–{_HIGHEST_ROUND}")
    return int(text)


def _formats(ctx: typer.Context, text: str) -> tuple[str, ...]:
    formats = tuple(part.strip().lower() for part in text.split(","))
    for name in formats:
        if name not in _FORMATS:
            raise bad_value(ctx, "--to", name, ", ".join(_FORMATS))
    return formats
