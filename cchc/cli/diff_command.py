"""The command ``cchc diff`` and its options."""

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
    git: Annotated[bool, typer.Option("--git", help=words.FOR_GIT.vi)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help=words.LANG.vi)] = "",
) -> None:
    """Compare two plans."""
    from cchc.cli.differing import COUNTING, DOCUMENTS, FORMS, WEIGHTS, Asked

    _check(ctx, "--lang", lang, ("", *_LANGUAGES))
    named = tuple(operands or ())
    if git:
        _check_alone(ctx, only=only, fail_on=fail_on, exit_zero=exit_zero, output=output, templates=templates)
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
    weight = next((each for each in WEIGHTS if each == only), None)
    asked = Asked(*named, weight, frozenset(kinds), exit_zero, format_, output, templates)
    raise typer.Exit(ctx.find_root().obj.diff(asked))


def _check_alone(ctx: typer.Context, **options: object) -> None:
    for name, value in options.items():
        if value:
            raise wrong_usage(ctx, words.GIT_ALONE.fill({"name": f"--{name.replace('_', '-')}"}))


def _check(ctx: typer.Context, option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise bad_value(ctx, option, value, ", ".join(filter(None, allowed)))
