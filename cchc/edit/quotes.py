"""Quotes that a text does not need: the plainest style in which every reader of YAML takes it for the same text."""

from __future__ import annotations

from collections.abc import Collection

from cchc.loader.prose import lost_prose
from cchc.patterns import deferred
from cchc.source import Source
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence
from cchc.syntax.parsing import parse
from cchc.syntax.quoting import KEY, quoted

_WORDS = deferred(r"[^\W\d_]|[(“<]|\d+[^\s\d.,:/_-]?\s*[^\W\d_]")
"""Beginnings of prose. A text of signs or digits alone keeps its quotes: they show that it is meant as text."""

_NOT_A_TEXT = deferred(r"(?i)<<|(?:y|n|yes|no|on|off|true|false|null)|0[xo][0-9a-f_]+|\d[\d_]*e[+-]?\d+")
"""What one version of YAML or another takes for something else than text."""

_ESCAPE = deferred(r"\\(.)")

_KEY = deferred(KEY)


def plainest(text: str, written: str, keys: Collection[str]) -> str:
    """The scalar that stands as ``written`` in quotes on one line and says ``text``, in its plainest style.

    ``keys`` are those that may stand in the file: a text that begins like one of them keeps its quotes. Single quotes
    stay where they spare an escape, and double ones around a letter that was typed as an escape.
    """
    if written[0] == '"' and any(sign not in '"\\' for sign in _ESCAPE.findall(written)):
        return written
    if _may_be_plain(text, keys):
        return text
    spares_escapes = '"' in text or "\\" in text
    return written if written[0] == '"' or spares_escapes or not text.isprintable() else quoted(text)


def plainest_key(text: str, written: str) -> str:
    """A key that stands as ``written`` in quotes, without them where it is one of the language's."""
    return text if _KEY.fullmatch(text) and not _NOT_A_TEXT.fullmatch(text) else written


def _may_be_plain(text: str, keys: Collection[str]) -> bool:
    if not _WORDS.match(text) or _NOT_A_TEXT.fullmatch(text) or not text.isprintable():
        return False
    root, said = parse(Source("", f"- {text}\n- key: {text}\n"))
    if said or not isinstance(root, Sequence) or len(root.items) != 2 or any(lost_prose(root, lambda: keys)):
        return False
    item, entry = root.items
    return _says(item, text) and isinstance(entry, Mapping) and _says(entry.entries[0].value, text)


def _says(node: Node, text: str) -> bool:
    return isinstance(node, Scalar) and node.style == "plain" and node.text == text and not node.is_null
