"""Which language the program speaks: the option, then the environment, then the project's settings, then Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cchc.diagnostics import Language

VARIABLE = "CCHC_LANG"
DEFAULT: Language = "vi"
_OPTION = "--lang"


def asked_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Language | None:
    """The language that the command line, else the environment asks for; None where neither names one.

    It is needed before arguments are parsed, since help and usage errors are in it too.
    """
    wanted = environ.get(VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == _OPTION and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith(f"{_OPTION}="):
            wanted = argument.partition("=")[2]
    return _language(wanted)


def _language(wanted: str) -> Language | None:
    match wanted.strip().lower().replace("_", "-").split("-")[0].split(".")[0]:
        case "vi":
            return "vi"
        case "en":
            return "en"
        case _:
            return None
