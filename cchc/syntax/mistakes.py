"""Why a text is not YAML, in words for the person who wrote it."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.syntax.brackets import bad_item, extra_bracket, unclosed_bracket
from cchc.syntax.listing import list_below_text, list_beside_key
from cchc.syntax.misplaced import no_key, no_space, odd_space, tab, uneven
from cchc.syntax.misquoted import (
    colon_in_text,
    comment_in_text,
    special_start,
    text_after_quote,
    unclosed_quote,
    wrong_escape,
)
from cchc.syntax.scene import Scene

UNREADABLE = Rule(
    code="Y059",
    name="unreadable-structure",
    severity=Severity.ERROR,
    message=Wording("không đọc được cấu trúc YAML ở đây", "the structure of the YAML cannot be read here"),
    hint=Wording(
        "so dòng này và dòng trên với các dòng bên cạnh: thụt lề, dấu hai chấm, dấu ngoặc kép, dấu ngoặc vuông; "
        "một câu văn luôn an toàn trong dấu ngoặc kép",
        "compare this line and the one above with their neighbours: indentation, colons, quotes, brackets; "
        "a sentence is always safe in double quotes",
    ),
    reason=Wording(
        "không biết nguyên nhân thì chỉ nói được chỗ YAML dừng lại",
        "where no cause is known, the place at which YAML stops can still be told",
    ),
    example=Example(wrong="title: Cải cách hành chính\n...\nxin chào", right="title: Cải cách hành chính"),
)

_CAUSES = (
    tab,
    wrong_escape,
    unclosed_quote,
    odd_space,
    text_after_quote,
    extra_bracket,
    special_start,
    unclosed_bracket,
    bad_item,
    list_beside_key,
    list_below_text,
    colon_in_text,
    comment_in_text,
    no_space,
    no_key,
    uneven,
)
"""From what the characters prove to what the layout suggests."""


def explain(scene: Scene) -> Diagnostic:
    """The diagnostic for the failure in ``scene``, by its cause."""
    for cause in _CAUSES:
        if diagnostic := cause(scene):
            return diagnostic
    return UNREADABLE.at(scene.span(scene.offset))
