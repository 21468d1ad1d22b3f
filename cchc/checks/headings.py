"""Headings and how they are counted: schemes outside the decree, capitals and full stops typed, empty sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.model.body import Section, walk
from cchc.model.inheritance import placed_rows
from cchc.model.plan import Numbering
from cchc.source import KeyPath

DECIMALS = Rule(
    "F114",
    "decimal-levels",
    Severity.NOTE,
    Wording("đánh số mục kiểu “{label}”", "sections are counted as “{label}”"),
    Wording('theo Nghị định: ["I.", "1.", "a)"]', 'the decree has: ["I.", "1.", "a)"]'),
    reason=Wording(
        "Nghị định 30/2020/NĐ-CP (Phụ lục I, Mục II.6) có phần, chương, mục, điều, khoản, điểm; không có cấp thập "
        "phân 1.1, 1.1.1",
        "Nghị định 30/2020/NĐ-CP (Phụ lục I, Mục II.6) knows phần, chương, mục, điều, khoản, điểm, and no decimals "
        "1.1, 1.1.1",
    ),
    example=Example(wrong='numbering: ["I.", "1.", "1.1."]', right='numbering: ["I.", "1.", "a)"]'),
)
LETTERS = Rule(
    "F115",
    "letters-of-points",
    Severity.NOTE,
    Wording("chữ cái đếm điểm “{letters}” {what_vi}", "the letters of points “{letters}” {what_en}"),
    Wording("bỏ khóa này để đếm a, b, c, d, đ, e, g, h, i …", "leave the key out to count a, b, c, d, đ, e, g, h, i …"),
    reason=Wording(
        "điểm theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.6đ)",
        "points go by the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.6đ)",
    ),
    example=Example(wrong="numbering: {letters: abcdefghi}", right="numbering: {letters: abcdđeghi}"),
)
CAPITALS = Rule(
    "F116",
    "typed-in-capitals",
    Severity.NOTE,
    Wording("“{words}” gõ toàn chữ hoa{more_vi}", "“{words}” is typed in capitals{more_en}"),
    Wording(
        "gõ như câu thường: chữ hoa do bố cục và mẫu in ra",
        "type it as a sentence: layouts and templates make the capitals",
    ),
    reason=Wording(
        "chữ hoa của tiêu đề là kiểu chữ, không phải lời văn (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6); gõ chữ "
        "hoa thì nơi khác "
        "nhắc lại tiêu đề cũng thành chữ hoa, và tên riêng không còn phân biệt được",
        "the capitals of headings are a style, not their words (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6); typed, "
        "they "
        "follow the heading wherever it is repeated, and names can no longer be told apart",
    ),
    example=Example(wrong="body:\n  - title: MỤC ĐÍCH, YÊU CẦU", right="body:\n  - title: Mục đích, yêu cầu"),
)
STOPPED = Rule(
    "F117",
    "heading-with-full-stop",
    Severity.NOTE,
    Wording("tiêu đề “{words}” kết thúc bằng dấu chấm", "the heading “{words}” ends in a full stop"),
    Wording(
        "bỏ dấu chấm; nếu là câu văn thì viết ở “text” hoặc danh sách",
        "take it away; a sentence goes into “text” or a list",
    ),
    reason=Wording(
        "tiêu đề phần, chương, mục không có dấu chấm ở cuối (các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III); dấu "
        "chấm thường cho thấy "
        "một câu văn nằm nhầm chỗ",
        "headings do not end in a full stop (the forms of Nghị định 30/2020/NĐ-CP, Phụ lục III); one usually shows a "
        "sentence "
        "in the wrong place",
    ),
    example=Example(
        wrong="body:\n  - title: Mục tiêu chung.\n    text: …", right="body:\n  - title: Mục tiêu chung\n    text: …"
    ),
)
EMPTY = Rule(
    "F118",
    "empty-section",
    Severity.WARNING,
    Wording("mục “{words}” không có nội dung", "the section “{words}” has nothing in it"),
    Wording("viết nội dung, hoặc bỏ tiêu đề này", "write what belongs here, or take the heading out"),
    reason=Wording(
        "tiêu đề đứng một mình in ra một mục trống; thường là nội dung thụt lề sai nên thành mục ngang hàng",
        "a heading alone prints an empty section; often its words were indented as a section of their own",
    ),
    example=Example(
        wrong="body:\n  - title: Mục tiêu\n  - title: Nhiệm vụ", right="body:\n  - title: Mục tiêu\n    text: …"
    ),
)
_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_SHORTEST = 8
"""Letters from which on capitals are no abbreviation (SIPAS)."""


def check_headings(context: Context) -> Iterator[Diagnostic]:
    """How headings are counted and written (Phụ lục I, Mục II.6)."""
    yield from _numbering(context)
    headings = list(_headings(context))
    yield from _capitals(context, headings)
    for path, words in headings:
        if words.endswith(".") and not words.endswith(("..", "./.", "v.v.")):
            span = context.places.value(path)
            yield STOPPED.at(span, words=excerpt(words))
    for path, section in walk(context.plan.body):
        if section.heading and not _filled(section):
            yield EMPTY.at(
                context.places.value((*path, "title" if section.title else "agency")), words=excerpt(section.heading)
            )


def _numbering(context: Context) -> Iterator[Diagnostic]:
    plan, places = context.plan, context.places
    whole: KeyPath = ("numbering", "sections") if isinstance(plan.numbering, Numbering) else ("numbering",)
    schemes = [(whole, plan.counted.sections)]
    schemes += [((*path, "numbering"), section.numbering) for path, section in walk(plan.body)]
    for path, labels in schemes:
        for index, label in enumerate(labels or ()):
            if re.search(r"\d\.\d", label):
                yield DECIMALS.at(places.value((*path, index)), label=label)
                break
    letters = plan.counted.letters
    if letters:
        foreign = [letter for letter in letters if letter not in _ALPHABET]
        span = places.value(("numbering", "letters"))
        if foreign:
            named = ", ".join(foreign)
            yield LETTERS.at(
                span,
                letters=letters,
                what_vi=f"có chữ ngoài tiếng Việt: {named}",
                what_en=f"hold others than Vietnamese: {named}",
            )
        elif sorted(letters, key=_ALPHABET.index) != list(letters):
            yield LETTERS.at(span, letters=letters, what_vi="không theo thứ tự", what_en="are out of order")
        elif "đ" not in letters and {"d", "e"} <= set(letters):
            yield LETTERS.at(span, letters=letters, what_vi="thiếu đ", what_en="lack đ")


def _headings(context: Context) -> Iterator[tuple[KeyPath, str]]:
    """The title, the subject, and the headings of sections, appendices and rows that hold rows."""
    plan = context.plan
    if plan.title:
        yield ("title",), plan.title
    if plan.act.subject:
        yield ("act", "subject"), plan.act.subject
    for path, section in walk(plan.body):
        if section.title:
            yield (*path, "title"), section.title
    for index, appendix in enumerate(plan.appendices):
        yield ("appendices", index, "title"), appendix.title
    for path, table in plan.tables():
        for placed in placed_rows(table):
            if placed.holds_rows and not placed.continues and isinstance(placed.row.title, str):
                yield (*path, *placed.row_path, "title"), placed.row.title


def _capitals(context: Context, headings: list[tuple[KeyPath, str]]) -> Iterator[Diagnostic]:
    """Once a plan: whoever types capitals does so throughout."""
    typed = [(path, words) for path, words in headings if words.isupper() and _spells_words(words)]
    if not typed:
        return
    spans = [context.places.value(path) for path, _ in typed]
    count = len(typed) - 1
    yield CAPITALS.at(
        spans[0],
        words=excerpt(typed[0][1]),
        more_vi=f", và {count} tiêu đề khác" if count else "",
        more_en=f", and {count} more" if count else "",
        related=tuple(Related(span, Wording("ở đây nữa", "here too")) for span in spans[1:20]),
    )


def _spells_words(words: str) -> bool:
    """Whether capitals spell Vietnamese words: “PAR INDEX” has none of their letters."""
    return not words.isascii() and sum(map(str.isalpha, words)) >= _SHORTEST


def _filled(section: Section) -> bool:
    """Whether anything prints below the heading."""
    held = (section.text, section.content, section.objectives, section.table, section.sections, section.closing)
    return any(held) or any(items for _, items in section.lists())
