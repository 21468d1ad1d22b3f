"""How much a file may hold, and what is said when it holds more."""

from typing import NamedTuple

from cchc.diagnostics import Example, Rule, Severity, Wording


class Bounds(NamedTuple):
    """The most that a file may hold.

    ``size`` is in bytes, ``depth`` in collections around a value, ``nodes`` in values and keys written,
    ``expansions`` in values and keys that aliases repeat.
    """

    size: int = 32 * 1024 * 1024
    depth: int = 64
    nodes: int = 2_000_000
    expansions: int = 100_000


DEFAULT = Bounds()
"""Room for five hundred times the largest act known (50,000 tasks), and for nothing that would exhaust a computer."""

TOO_LARGE = Rule(
    code="Y001",
    name="text-too-large",
    severity=Severity.ERROR,
    message=Wording(
        "tệp {name} dài {size} byte, quá giới hạn {bound} byte",
        "the file {name} is {size} bytes long, more than the {bound} bytes allowed",
    ),
    hint=Wording(
        "kiểm tra xem đây có đúng là tệp kế hoạch không; nếu đúng, hãy tách ra nhiều tệp",
        "check that this is a plan at all; if it is, split it into several files",
    ),
    reason=Wording(
        "không kế hoạch nào lớn như vậy; đọc tiếp có thể làm treo máy",
        "no plan is so large, and reading on might exhaust the computer",
    ),
)

TOO_DEEP = Rule(
    code="Y010",
    name="nested-too-deeply",
    severity=Severity.ERROR,
    message=Wording("các cấp lồng nhau quá {bound} tầng", "more than {bound} levels stand inside each other"),
    hint=Wording(
        "đóng các dấu ngoặc [ và {{ còn mở, hoặc bớt số cấp",
        "close the brackets [ and {{ that are still open, or use fewer levels",
    ),
    reason=Wording(
        "không kế hoạch nào lồng sâu như vậy; thường là một dấu ngoặc không đóng lặp lại nhiều lần",
        "no plan has so many levels; mostly an opening bracket was repeated",
    ),
    example=Example(
        wrong="title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        right="title: Cải cách hành chính",
    ),
)

TOO_MANY_NODES = Rule(
    code="Y011",
    name="too-many-values",
    severity=Severity.ERROR,
    message=Wording("tệp có quá {bound} giá trị", "the file holds more than {bound} values"),
    hint=Wording("tách ra nhiều tệp", "split it into several files"),
    reason=Wording("đọc tiếp có thể làm hết bộ nhớ của máy", "reading on might exhaust the computer's memory"),
)

TOO_MANY_EXPANSIONS = Rule(
    code="Y012",
    name="aliases-expand-too-far",
    severity=Severity.ERROR,
    message=Wording(
        "các tham chiếu *… trong tệp lặp lại quá {bound} giá trị",
        "the aliases *… of the file repeat more than {bound} values",
    ),
    hint=Wording(
        "viết thẳng các giá trị ra thay cho tham chiếu lồng nhau",
        "write the values out instead of nesting aliases",
    ),
    reason=Wording(
        "vài dòng tham chiếu lồng nhau có thể phình thành hàng tỷ giá trị và làm treo máy",
        "a few nested aliases can grow into billions of values and exhaust the computer",
    ),
    example=Example(
        wrong="a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
        "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
        "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
        "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
        "f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]",
        right="a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]",
    ),
)
