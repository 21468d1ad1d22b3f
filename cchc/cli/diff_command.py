"""The command ``cchc diff`` and its options."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli import words
from cchc.cli.framework import bad_value, wrong_usage

# Annotations are not deferred here, as in ``app``.
_LANGUAGES = ("vi", "en")
_OF_PLANS = (".yaml", ".yml")


def _plans(ctx: typer.Context, incomplete: str) -> list[str]:
    return [name for name in ctx.find_root().obj.plan_ids() if name.startswith(incomplete)]


def _forms(incomplete: str) -> list[str]:
    from cchc.cli.differing import FORMS

    return [name for name in FORMS if name.startswith(incomplete)]


def _weights(incomplete: str) -> list[str]:
    from cchc.cli.differing import WEIGHTS

    return [name for name in WEIGHTS if name.startswith(incomplete)]


def _counting(incomplete: str) -> list[str]:
    from cchc.cli.differing import COUNTING

    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in COUNTING if name.startswith(last)]


def diff(
    ctx: typer.Context,
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=words.OPERANDS_PLACE.vi, help=words.OPERANDS.vi, autocompletion=_plans, show_default=False
        ),
    ] = None,
    only: Annotated[str, typer.Option("--only", metavar="WEIGHT", help=words.ONLY.vi, autocompletion=_weights)] = "",
    fail_on: Annotated[
        list[str] | None,
        typer.Option("--fail-on", metavar="KIND,…", help=words.FAIL_ON_KIND.vi, autocompletion=_counting),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=words.EXIT_ZERO.vi)] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORM", help=words.DIFF_FORMAT.vi, autocompletion=_forms)
    ] = "terminal",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=words.OUTPUT.vi)] = None,
    templates: Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=words.TEMPLATES.vi)] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="NAME", help=words.AUTHOR.vi)] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="ISO", help=words.DATE.vi)] = None,
    git: Annotated[bool, typer.Option("--git", help=words.FOR_GIT.vi)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help=words.LANG.vi)] = "",
) -> None:
    """Compare two plans."""
    from cchc.cli.differing import COUNTING, DOCUMENTS, FORMS, TRACKED, WEIGHTS, Asked

    _check(ctx, "--lang", lang, ("", *_LANGUAGES))
    named = tuple(operands or ())
    if git:
        _check_alone(
            ctx,
            only=only,
            fail_on=fail_on,
            exit_zero=exit_zero,
            output=output,
            templates=templates,
            author=author,
            date=date,
        )
        raise typer.Exit(ctx.find_root().obj.diff_for_git(named))
    _check(ctx, "--only", only, ("", *WEIGHTS))
    _check(ctx, "--format", format_, tuple(FORMS))
    kinds = [name.strip() for value in fail_on or () for name in value.split(",") if name.strip()]
    for name in kinds:
        _check(ctx, "--fail-on", name, COUNTING)
    if len(named) != 2:
        raise wrong_usage(ctx, words.TWO_PLANS.fill({"n": len(named)}))
    if output is not None and output.suffix.lower() in _OF_PLANS:
        raise wrong_usage(ctx, words.NEVER_A_PLAN.fill({"name": str(output)}))
    if format_ in DOCUMENTS and (output is None or output.suffix.lower() != ".docx"):
        raise wrong_usage(ctx, words.NEEDS_DOCX.fill({"name": format_}))
    if format_ != TRACKED and (author is not None or date is not None):
        raise wrong_usage(ctx, words.NEEDS_REDLINE.fill({"name": "--date" if author is None else "--author"}))
    weight = next((each for each in WEIGHTS if each == only), None)
    signed = _author(ctx, author), _time(ctx, date)
    asked = Asked(*named, weight, frozenset(kinds), exit_zero, format_, output, templates, *signed)
    raise typer.Exit(ctx.find_root().obj.diff(asked))


def _author(ctx: typer.Context, name: str | None) -> str:
    """A name that Word can show and that nobody takes for the other author; empty for none."""
    if name is None:
        return ""
    from cchc.compare.authors import Signature

    words_of = " ".join(name.split())
    if not words_of or not words_of.isprintable() or words_of == Signature().renumbering:
        raise bad_value(ctx, "--author", name, words.A_NAME)
    return words_of


def _time(ctx: typer.Context, typed: str | None) -> datetime | None:
    """A day or a time as ISO 8601 has it, in UTC, which it also is where no zone is said."""
    if typed is None:
        return None
    try:
        time = datetime.fromisoformat(typed)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise bad_value(ctx, "--date", typed, "2025-03-01, 2025-03-01T08:00+07:00") from None


def _check_alone(ctx: typer.Context, **options: object) -> None:
    for name, value in options.items():
        if value:
            raise wrong_usage(ctx, words.GIT_ALONE.fill({"name": f"--{name.replace('_', '-')}"}))


def _check(ctx: typer.Context, option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise bad_value(ctx, option, value, ", ".join(filter(None, allowed)))
