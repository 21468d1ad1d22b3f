"""Whether a plan's act is signed: it bears a number and a date."""

from __future__ import annotations

import re

from cchc.patterns import deferred
from cchc.source import Source
from cchc.syntax.nodes import Mapping, Node, Scalar
from cchc.syntax.parsing import parse

_ACT = deferred(r"^act[ \t]*:.*\n((?:[ \t]+.*\n|[ \t]*\n)*)", re.MULTILINE)
_COMMENT = deferred(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_VALUE = r"(?:^|[{{,\s])[\"']?{key}[\"']?[ \t]*:[ \t]+(?!(?:~|null)(?:\s|$))[^\s#,}}]"


def is_signed(source: Source) -> bool:
    """Whether the act in ``source`` has a number and a date; of a text that is no YAML, as far as its lines tell."""
    root, _ = parse(source)
    if root is None:
        found = _ACT.search(_COMMENT.sub("", source.text.replace("\r\n", "\n")) + "\n")
        lines = found[0] if found else ""
        return all(re.search(_VALUE.format(key=key), lines, re.MULTILINE) for key in ("number", "date"))
    act = _value(root, "act")
    return all(_is_filled(_value(act, key)) for key in ("number", "date"))


def _value(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((entry.value for entry in node.entries if entry.key.text == key), None)


def _is_filled(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not node.is_null and bool(node.text.strip())
