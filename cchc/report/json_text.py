"""JSON as text that may be read on a terminal as well."""

from __future__ import annotations

import json

from cchc.patterns import deferred

_OBEYED = deferred("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON lets pass as it stands and a terminal may obey: further control characters, changes of direction."""


def json_text(document: object) -> str:
    """``document`` as JSON, a line for each value; letters stand as they are, what a terminal obeys is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
