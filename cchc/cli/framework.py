"""What typer says by itself, in the chosen language: help pages and usage errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from cchc.cli import words
from cchc.cli.language import DEFAULT
from cchc.diagnostics import Language, Wording

UsageError: Any = typer.BadParameter.__mro__[1]
"""The framework's error for wrong usage; typer carries it under changing names."""


Abort = typer.Abort


class Translated:
    """Prints a command's help in the language of the run (``context.obj``), in plain columns."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        language = language_of(ctx)
        formatter.write(f"{words.USAGE_HEADING.in_(language)} {' '.join(_usage(ctx, language))}\n")
        formatter.write_paragraph()
        formatter.write_text(words.translated(ctx.command.help or "", language))
        for heading, rows in _tables(ctx, language):
            if rows:
                formatter.write_paragraph()
                formatter.write(f"{heading.in_(language)}\n")
                formatter.indent()
                formatter.write_dl(rows)
                formatter.dedent()


class Command(Translated, TyperCommand):
    """A command with translated help."""


class Group(Translated, TyperGroup):
    """The program with translated help and a translated word for a command that it does not know."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            language = language_of(ctx)
            message = words.NO_SUCH_COMMAND.fill({"name": args[0]}).in_(language)
            raise UsageError(f"{message}{_suggested(args[0], self.list_commands(ctx), language)}", ctx=ctx)
        return super().resolve_command(ctx, args)


def language_of(ctx: Any) -> Language:
    """The language in which the program speaks to whoever gave the command."""
    chosen: Language | None = ctx.find_root().obj.language
    return chosen or DEFAULT


def _usage(ctx: Any, language: Language) -> Iterator[str]:
    yield ctx.command_path
    yield words.OPTIONS_PLACE.in_(language)
    if isinstance(ctx.command, TyperGroup):
        yield words.COMMAND_PLACE.in_(language)
    for parameter in ctx.command.params:
        if parameter.param_type_name == "argument":
            yield _place(parameter, language)


def _tables(ctx: Any, language: Language) -> Iterator[tuple[Wording, list[tuple[str, str]]]]:
    command = ctx.command
    if isinstance(command, TyperGroup):
        commands = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
        yield (
            words.COMMANDS_HEADING,
            [(name, words.translated(found.help or "", language)) for name, found in commands if found],
        )
    parameters = command.get_params(ctx)
    arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
    yield (
        words.ARGUMENTS_HEADING,
        [(_place(argument, language), words.translated(argument.help or "", language)) for argument in arguments],
    )
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    yield words.OPTIONS_HEADING, [(_spelled(option), _help(option, language)) for option in options]


def _place(argument: Any, language: Language) -> str:
    """How the usage calls ``argument``; the commands declare it in Vietnamese."""
    return words.translated(argument.metavar or argument.name, language)


def _spelled(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


_OWN_HELP = {
    "help": words.HELP,
    "install_completion": words.INSTALL_COMPLETION,
    "show_completion": words.SHOW_COMPLETION,
}


def _help(option: Any, language: Language) -> str:
    own = _OWN_HELP.get(option.name)
    return own.in_(language) if own else words.translated(option.help or "", language)


_EXTRA = "unexpected extra argument"
"""How the framework, which has no kind of error for it, calls a second operand where one is all it takes."""


def usage_message(error: Any, language: Language) -> str:
    """What ``error`` says, in ``language``."""
    match type(error).__name__:
        case "NoSuchOption":
            message = words.NO_SUCH_OPTION.fill({"name": error.option_name}).in_(language)
            return message + _suggested(error.option_name, _options(error.ctx), language)
        case "BadOptionUsage":
            wording = words.VALUE_MISSING if "requires" in error.message else words.NO_VALUE
            return wording.fill({"name": error.option_name}).in_(language)
        case "MissingParameter":
            name = _place(error.param, language) if error.param else ""
            return words.PARAMETER_MISSING.fill({"name": name}).in_(language)
        case "UsageError" if _EXTRA in error.message:
            return words.TOO_MANY.in_(language)
        case _:
            return str(error.message)


def _options(ctx: Any) -> list[str]:
    parameters = ctx.command.get_params(ctx) if ctx else []
    return [name for parameter in parameters for name in parameter.opts if name.startswith("--")]


def _suggested(name: str, known: list[str], language: Language) -> str:
    from cchc.suggestions import suggestion

    found = suggestion(name, known, "{}")
    return f"; {found.in_(language)}" if found else ""


def bad_value(ctx: Any, name: str, value: str, allowed: str) -> Exception:
    """The usage error of an option that does not take ``value``."""
    return wrong_usage(ctx, words.BAD_VALUE.fill({"name": name, "value": value, "allowed": allowed}))


def wrong_usage(ctx: Any, message: Wording) -> Exception:
    """The usage error that says ``message``."""
    error: Exception = UsageError(message.in_(language_of(ctx)), ctx=ctx)
    return error
