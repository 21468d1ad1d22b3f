"""Syntax errors of layout: indentation, dashes, colons and brackets that are missing or stand elsewhere."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.syntax.quoting import KEY, indentation
from cchc.syntax.scene import Scene
from cchc.syntax.spacing import missing_space_in, odd_space_in

_TABBED = deferred(r"[ ]*(?:- *)*(\t[ \t]*)")
_DASHES = deferred(r"\s*(?:-\s+)*")
_KEY_AT = deferred(rf"{KEY}\s*:(?:\s|$)")

TAB = Rule(
    code="Y040",
    name="tab-indentation",
    severity=Severity.ERROR,
    message=Wording("YAML không cho phép thụt lề bằng phím Tab", "YAML does not allow tabs for indentation"),
    hint=Wording("thay mỗi Tab bằng hai dấu cách", "replace each tab by two spaces"),
    reason=Wording(
        "mỗi trình soạn thảo hiện phím Tab rộng khác nhau, nên YAML không cho dùng để chia cấp",
        "every editor shows a tab in another width, so YAML does not take it for levels",
    ),
    example=Example(wrong="act:\n	kind: decision", right="act:\n  kind: decision"),
)


def tab(scene: Scene) -> Diagnostic | None:
    """A tab where spaces indent a line, or after its dash."""
    found = _TABBED.match(scene.line(scene.offset))
    if not found:
        return None
    start = scene.offset - scene.column(scene.offset) + found.start(1)
    line = found.string
    before = line[: found.start(1)]
    spaces = " " if before.endswith("-") else "" if "-" in before else found[1].replace("\t", "  ")
    # How far a tab indents is for the author to say; behind a dash it can only be a space.
    edits = (Edit(scene.span(start, len(found[1])), " "),) if spaces == " " else ()
    return TAB.at(scene.span(start), fix=before + spaces + line[found.end(1) :], edits=edits)


def odd_space(scene: Scene) -> Diagnostic | None:
    """A space of another kind where YAML wants a plain one, in the line of the failure or where it began."""
    for offset in (scene.begin, scene.offset):
        if diagnostic := odd_space_in(scene.source, scene.number(offset)):
            return diagnostic
    return None


def no_space(scene: Scene) -> Diagnostic | None:
    """``key:value``, ``key：value`` and ``-text`` in a line that has no key for want of a space."""
    if not scene.says("could not find expected ':'", "mapping values", "expected key", "<block end>", "'-' indicator"):
        return None
    above = _plain_line_above(scene)
    for offset in (scene.begin, scene.offset, *([] if above is None else [above])):
        if diagnostic := missing_space_in(scene.source, scene.number(offset)):
            return diagnostic
    return None


NO_KEY = Rule(
    code="Y041",
    name="line-without-key",
    severity=Severity.ERROR,
    message=Wording(
        "dòng này đứng ở chỗ của một khóa nhưng không có dạng “khóa: giá trị”",
        "this line stands where a key belongs but does not read “key: value”",
    ),
    hint=Wording(
        "nếu là phần tiếp của câu ở trên thì thụt dòng vào sâu hơn; nếu là khóa thì thêm dấu hai chấm và dấu cách",
        "if it goes on with the sentence above, indent it further; if it is a key, add a colon and a space",
    ),
    reason=Wording(
        "phần tiếp của câu đứng sát lề thì YAML không biết nó thuộc câu nào",
        "the rest of a sentence at the margin: YAML cannot tell to which it belongs",
    ),
    example=Example(
        wrong="title: Cải cách hành chính\nnăm 2025\ntheme: Chính quyền số",
        right="title: Cải cách hành chính\n  năm 2025\ntheme: Chính quyền số",
    ),
)


def no_key(scene: Scene) -> Diagnostic | None:
    """A line of text among keys, as when the rest of a sentence begins at the margin."""
    if scene.says("could not find expected ':'"):
        start = scene.begin
    elif scene.says("mapping values") and _is_key(scene) and (above := _plain_line_above(scene)) is not None:
        start = above
    else:
        return None
    line = scene.line(start)
    above_number = scene.filled_above(scene.number(start))
    base = scene.source.line(above_number)
    fix = " " * (indentation(base) + 2) + line.strip() if above_number and _KEY_AT.search(base) else None
    return NO_KEY.at(scene.span(start, len(line.strip())), fix=fix)


def _is_key(scene: Scene) -> bool:
    line = scene.line(scene.offset)
    return _KEY_AT.match(line, indentation(line)) is not None


def _plain_line_above(scene: Scene) -> int | None:
    """Where the line above begins, if it is text at the same indentation."""
    number = scene.filled_above(scene.number(scene.offset))
    line, here = scene.source.line(number) if number else "", scene.line(scene.offset)
    if not line or indentation(line) != indentation(here) or _DASHES.fullmatch(line) or _KEY_AT.search(line):
        return None
    return scene.source.line_start(number) + indentation(line)


INDENTATION = Rule(
    code="Y042",
    name="uneven-indentation",
    severity=Severity.ERROR,
    message=Wording(
        "thụt lề của dòng này không khớp với các dòng cùng cấp ở trên",
        "the indentation of this line fits none of the lines above",
    ),
    hint=Wording(
        "các khóa của một nhóm đứng thẳng cột với nhau, các dấu “- ” của một danh sách cũng vậy",
        "the keys of one mapping stand in one column, and so do the dashes of one list",
    ),
    reason=Wording(
        "thụt lề cho biết cái gì thuộc về cái gì; lệch một dấu cách thì không biết khóa thuộc phần nào",
        "indentation says what belongs to what; one space off, a key belongs to no part",
    ),
    example=Example(
        wrong="body:\n  - title: Mục tiêu\n     text: Rà soát thủ tục",
        right="body:\n  - title: Mục tiêu\n    text: Rà soát thủ tục",
    ),
)


LIST_AMONG_KEYS = Rule(
    code="Y046",
    name="list-among-keys",
    severity=Severity.ERROR,
    message=Wording(
        "khóa và dấu “- ” đứng cùng một cột: ở một cấp chỉ có thể là danh sách, hoặc là các khóa",
        "a key and a dash “- ” stand in one column: a level is either a list or keys",
    ),
    hint=Wording(
        "thụt phần thuộc về dòng ở trên vào hai dấu cách, hoặc bắt đầu dòng này bằng “- ” như các mục khác",
        "indent by two spaces what belongs to the line above, or begin this line with “- ” as the other items do",
    ),
    reason=Wording(
        "ở một cấp, YAML đọc hoặc danh sách hoặc các khóa; trộn lẫn thì không biết mục thuộc khóa nào",
        "on one level YAML reads a list or keys; mixed, an item belongs to no key",
    ),
    example=Example(
        wrong="body:\n  - title: Mục tiêu\n  text: Rà soát thủ tục",
        right="body:\n  - title: Mục tiêu\n    text: Rà soát thủ tục",
    ),
)


def uneven(scene: Scene) -> Diagnostic | None:
    """A key or a dash in a column where no other of its kind stands."""
    if not scene.says("expected key", "'-' indicator", "<block end>", "mapping values", "<document start>"):
        return None
    number = scene.number(scene.offset)
    line = scene.source.line(number)
    column = indentation(line)
    dash = line[column : column + 2] == "- " and not scene.says("mapping values")
    if not dash and not _KEY_AT.match(line, column):
        return None
    place = scene.span(scene.source.line_start(number) + column)
    columns = _columns_above(scene, number, dash)
    if column not in columns and column in _columns_above(scene, number, not dash):
        return LIST_AMONG_KEYS.at(place)
    others = [each for each in columns if each != column]
    aligned = min(others, key=lambda each: abs(each - column), default=None)
    return INDENTATION.at(place, fix=None if aligned is None else " " * aligned + line.lstrip(" \t"))


def _columns_above(scene: Scene, number: int, dash: bool) -> list[int]:
    """The columns in which the lines above ``number`` have a dash, or else a key: nearest first, up to the margin."""
    columns: list[int] = []
    while number := scene.filled_above(number):
        above = scene.source.line(number)
        lead = _DASHES.match(above)
        length = lead.end() if lead else 0
        if dash:
            columns.extend(position for position in range(length) if above[position] == "-")
        elif _KEY_AT.match(above, length):
            columns.append(length)
        if indentation(above) == 0:
            break
    return columns
