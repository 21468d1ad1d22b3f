"""How an exported row is known again: its key path as text, and a digest of its words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from cchc.source import KeyPath

_DIGITS = 32
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def path_text(path: KeyPath) -> str:
    """``path`` as programs write it: ``appendices[0].groups[1].tasks[0]``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def digest(words: Sequence[object]) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of ``words`` as JSON without spaces, in UTF-8."""
    return sha256(_compact(words).encode("utf-8")).hexdigest()[:_DIGITS]
