"""The commands and their options."""

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Annotated

import typer
from typer.models import CommandInfo

from cchc import __version__
from cchc.cli import words
from cchc.cli.diff_command import diff
from cchc.cli.framework import Command, Group, bad_value, wrong_usage
from cchc.cli.run import Run
from cchc.cli.telling import FORMATS, Fixing, Telling
from cchc.diagnostics import Severity

# Annotations are not deferred here: typer would evaluate each from its text, twice, at every start.
_FORMATS = ("docx", "pdf")
_TABLES = ("xlsx", "csv", "jsonl", "parquet")
_KINDS = ("decision", "plan")
_SCHEMAS = ("plan", "diagnostics", "diff")
_EXPLAINED = ("terminal", "json")
_SEVERITIES = tuple(severity.value for severity in Severity)
_HIGHEST = 99

app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False, help=words.PROGRAM.vi)


def program_for(arguments: Sequence[str]) -> typer.Typer:
    """The program with the command alone that ``arguments`` begin with; with all where they begin otherwise.

    typer works out the options of every command that it has, for each run anew: 2 % of ``validate``.
    """
    first = next(iter(arguments), "")
    asked = [command for command in app.registered_commands if _name(command) == first]
    if not asked:
        return app
    alone = copy(app)
    alone.registered_commands = asked
    return alone


def _name(command: CommandInfo) -> str:
    """Its own name, else that of its function."""
    return command.name or (command.callback.__name__ if command.callback else "")


def _plan_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    run: Run = ctx.find_root().obj
    return [name for name in run.plan_ids() if name.startswith(incomplete)]


def _kinds(incomplete: str) -> list[str]:
    return [kind for kind in _KINDS if kind.startswith(incomplete)]


def _told_forms(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def _severities(incomplete: str) -> list[str]:
    return [name for name in _SEVERITIES if name.startswith(incomplete)]


def _rule_codes(ctx: typer.Context, incomplete: str) -> list[str]:
    run: Run = ctx.find_root().obj
    return [code for code in run.rule_codes() if code.startswith(incomplete)]


_Plans = Annotated[
    list[str] | None,
    typer.Argument(metavar=words.PLANS_PLACE.vi, help=words.PLANS.vi, autocompletion=_plan_ids, show_default=False),
]
_Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help=words.OUT.vi)]
_Templates = Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=words.TEMPLATES.vi)]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=words.QUIET.vi)]
_Jobs = Annotated[str, typer.Option("--jobs", metavar="N", help=words.JOBS.vi)]
_Format = Annotated[str, typer.Option("--format", metavar="FORM", help=words.FORMAT.vi, autocompletion=_told_forms)]
_FailOn = Annotated[str, typer.Option("--fail-on", metavar="LEVEL", help=words.FAIL_ON.vi, autocompletion=_severities)]
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
    out: _Out = None,
    templates: _Templates = None,
    draft: Annotated[bool, typer.Option("--draft", help=words.DRAFT.vi)] = False,
    round_: Annotated[str, typer.Option("--round", metavar="N", help=words.ROUND.vi)] = "",
    to: Annotated[str, typer.Option("--to", metavar="docx,pdf", help=words.TO.vi)] = "docx",
    annotate: Annotated[bool, typer.Option("--annotate", help=words.ANNOTATE.vi)] = False,
    force: Annotated[bool, typer.Option("--force", help=words.FORCE.vi)] = False,
    watch: Annotated[bool, typer.Option("--watch", help=words.WATCH.vi)] = False,
    jobs: _Jobs = "",
    format_: _Format = FORMATS[0],
    fail_on: _FailOn = Severity.ERROR.value,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Make the Word files of plans."""
    _check_language(ctx, lang)
    if round_ and not draft:
        raise wrong_usage(ctx, words.ROUND_NEEDS_DRAFT)
    # What is merely worth knowing is for whoever checks; a build tells what stands against its document.
    telling = _telling(ctx, format_, fail_on, quiet, notes=False)
    if watch and (force or telling.for_machines):
        raise wrong_usage(ctx, words.WATCH_FORCES_NOTHING if force else words.WATCH_IS_READ)
    run: Run = ctx.find_root().obj
    code = run.build(
        operands=tuple(plans or ()),
        out=out,
        templates=templates,
        draft=draft,
        round_=_count(ctx, "--round", round_),
        pdf="pdf" in _formats(ctx, to, _FORMATS),
        annotate=annotate,
        force=force,
        jobs=_count(ctx, "--jobs", jobs),
        watch=watch,
        telling=telling,
    )
    raise typer.Exit(code)


@app.command(cls=Command, help=words.VALIDATE.vi)
def validate(
    ctx: typer.Context,
    plans: _Plans = None,
    templates: _Templates = None,
    fix: Annotated[bool, typer.Option("--fix", help=words.FIX.vi)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=words.DRY_RUN.vi)] = False,
    signed: Annotated[bool, typer.Option("--signed", help=words.SIGNED.vi)] = False,
    jobs: _Jobs = "",
    format_: _Format = FORMATS[0],
    fail_on: _FailOn = Severity.ERROR.value,
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help=words.WRITE_BASELINE.vi)] = False,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Check plans; change nothing but what ``--fix`` mends and the list of findings that are known."""
    _check_language(ctx, lang)
    if (dry_run or signed) and not fix:
        raise wrong_usage(ctx, words.NEEDS_FIX.fill({"name": "--dry-run" if dry_run else "--signed"}))
    run: Run = ctx.find_root().obj
    telling = _telling(ctx, format_, fail_on, quiet)
    fixing = _fixing(ctx, Fixing(dry_run, signed), telling, write_baseline=write_baseline) if fix else None
    code = run.validate(
        operands=tuple(plans or ()),
        templates=templates,
        telling=telling,
        write_baseline=write_baseline,
        jobs=_count(ctx, "--jobs", jobs),
        fixing=fixing,
    )
    raise typer.Exit(code)


def _fixing(ctx: typer.Context, fixing: Fixing, telling: Telling, *, write_baseline: bool) -> Fixing:
    """``fixing`` where nothing else that was asked for stands against it."""
    if write_baseline:
        raise wrong_usage(ctx, words.FIX_OR_BASELINE)
    if fixing.dry and telling.for_machines:
        raise wrong_usage(ctx, words.DRY_RUN_IS_READ)
    return fixing


app.command(cls=Command, help=words.COMPARE.vi)(diff)


@app.command("fmt", cls=Command, help=words.FMT.vi)
def format_(
    ctx: typer.Context,
    plans: _Plans = None,
    check: Annotated[bool, typer.Option("--check", help=words.CHECK.vi)] = False,
    diff: Annotated[bool, typer.Option("--diff", help=words.DIFF.vi)] = False,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Bring the text of plans into house style."""
    _check_language(ctx, lang)
    run: Run = ctx.find_root().obj
    raise typer.Exit(run.format(operands=tuple(plans or ()), check=check, diff=diff, quiet=quiet))


@app.command(cls=Command, help=words.NEW.vi)
def new(
    ctx: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar=words.ID_PLACE.vi, help=words.NEW_ID.vi)],
    period: Annotated[str, typer.Option("--period", metavar="2026", help=words.PERIOD.vi)] = "",
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", metavar="TEXT", help=words.JURISDICTION.vi)] = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="|".join(_KINDS), help=words.KIND.vi, autocompletion=_kinds)
    ] = "",
    from_: Annotated[str, typer.Option("--from", metavar="PLAN", help=words.FROM.vi, autocompletion=_plan_ids)] = "",
    lang: _Lang = "",
) -> None:
    """Write a starting plan, or one out of last year's, and the schema beside it."""
    from cchc.cli.asking import QUESTIONS

    _check_language(ctx, lang)
    answers: dict[str, str] = {}
    for name, typed in (("period", period), ("jurisdiction", jurisdiction), ("kind", kind)):
        if typed:
            answer = QUESTIONS[name].read(typed)
            if answer is None:
                raise bad_value(ctx, f"--{name}", typed, QUESTIONS[name].examples)
            answers[name] = answer
    run: Run = ctx.find_root().obj
    if not from_:
        raise typer.Exit(run.new(plan_id, answers))
    if "kind" in answers:
        raise wrong_usage(ctx, words.KIND_OR_FROM)
    raise typer.Exit(run.roll(plan_id, from_, answers))


@app.command(cls=Command, help=words.OUTLINE.vi)
def outline(
    ctx: typer.Context,
    plans: _Plans = None,
    depth: Annotated[str, typer.Option("--depth", metavar="N", help=words.DEPTH.vi)] = "",
    templates: _Templates = None,
    lang: _Lang = "",
) -> None:
    """Print the derived numbers of plans with their places."""
    _check_language(ctx, lang)
    levels = _count(ctx, "--depth", depth)
    run: Run = ctx.find_root().obj
    raise typer.Exit(run.outline(operands=tuple(plans or ()), templates=templates, depth=levels))


@app.command(cls=Command, help=words.EXPORT.vi)
def export(
    ctx: typer.Context,
    plans: _Plans = None,
    to: Annotated[str, typer.Option("--to", metavar=",".join(_TABLES), help=words.EXPORT_TO.vi)] = "csv",
    out: _Out = None,
    templates: _Templates = None,
    draft: Annotated[bool, typer.Option("--draft", help=words.EXPORT_DRAFT.vi)] = False,
    force: Annotated[bool, typer.Option("--force", help=words.EXPORT_FORCE.vi)] = False,
    quiet: _Quiet = False,
    lang: _Lang = "",
) -> None:
    """Write the tasks and KPIs of plans as tables."""
    _check_language(ctx, lang)
    run: Run = ctx.find_root().obj
    code = run.export(
        operands=tuple(plans or ()),
        formats=_formats(ctx, to, _TABLES),
        out=out,
        templates=templates,
        draft=draft,
        force=force,
        quiet=quiet,
    )
    raise typer.Exit(code)


@app.command(cls=Command, help=words.EXPLAIN.vi)
def explain(
    ctx: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=words.CODES_PLACE.vi, help=words.CODES.vi, autocompletion=_rule_codes, show_default=False
        ),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="FORM", help=words.EXPLAIN_FORMAT.vi)] = _EXPLAINED[0],
    lang: _Lang = "",
) -> None:
    """Print the rules, or all about some of them."""
    from cchc.cli.explaining import UnknownRuleError

    _check_language(ctx, lang)
    _check_one_of(ctx, "--format", format_, _EXPLAINED)
    run: Run = ctx.find_root().obj
    try:
        run.explain(tuple(codes or ()), as_json=format_ == "json")
    except UnknownRuleError as error:
        raise wrong_usage(ctx, error.message) from None


@app.command(cls=Command, help=words.SCHEMA.vi)
def schema(
    ctx: typer.Context,
    of: Annotated[str, typer.Option("--of", metavar="|".join(_SCHEMAS), help=words.SCHEMA_OF.vi)] = _SCHEMAS[0],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=words.OUTPUT.vi)] = None,
    lang: _Lang = "",
) -> None:
    """Print the JSON Schema of plans or of our JSON, or write it to a file."""
    _check_language(ctx, lang)
    _check_one_of(ctx, "--of", of, _SCHEMAS)
    run: Run = ctx.find_root().obj
    raise typer.Exit(run.schema(output, of))


def _check_language(ctx: typer.Context, lang: str) -> None:
    if lang and lang not in ("vi", "en"):
        raise bad_value(ctx, "--lang", lang, "vi, en")


def _check_one_of(ctx: typer.Context, option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise bad_value(ctx, option, value, ", ".join(allowed))


def _telling(ctx: typer.Context, format_: str, fail_on: str, quiet: bool, notes: bool = True) -> Telling:
    _check_one_of(ctx, "--format", format_, FORMATS)
    _check_one_of(ctx, "--fail-on", fail_on, _SEVERITIES)
    return Telling(format_, Severity(fail_on), quiet, notes)


def _count(ctx: typer.Context, option: str, text: str) -> int | None:
    """The number of up to two digits that an option was given; None where it was not."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= _HIGHEST):
        raise bad_value(ctx, option, text, f"1–{_HIGHEST}")
    return int(text)


def _formats(ctx: typer.Context, text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats that ``--to`` names, each once."""
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    for name in formats:
        _check_one_of(ctx, "--to", name, known)
    return formats
