"""Words typed twice, and two ways of placing tone marks in one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cchc.checks.context import Context
from cchc.checks.texts import Texts, replacing
from cchc.diagnostics import Diagnostic, Edit, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.doubling import doubled
from cchc.language.tone_placing import early, late, other
from cchc.source import Span

TWO_STYLES = Rule(
    "N110",
    "two-tone-styles",
    Severity.NOTE,
    Wording(
        "hai cách đặt dấu thanh: kiểu “{rare_style}” {few} lần (“{rare}”), kiểu “{usual_style}” {many} lần (“{usual}”)",
        "two ways of placing tone marks: as in “{rare_style}” {few} times (“{rare}”), as in “{usual_style}” {many} "
        "times (“{usual}”)",
    ),
    Wording("viết thống nhất: {right}", "keep to one: {right}"),
    reason=Wording(
        "hòa hay hoà, Ủy hay Uỷ không có quy định bắt buộc (Nghị định 30/2020/NĐ-CP và TCVN 6909:2001 đều không nói), "
        "nhưng một văn bản "
        "nên theo một cách; tìm kiếm một cách thì không thấy cách kia",
        "hòa or hoà, Ủy or Uỷ: nothing prescribes one (neither Nghị định 30/2020/NĐ-CP nor TCVN 6909:2001), but a "
        "document "
        "keeps to one way, and a search for one does not find the other",
    ),
    example=Example(
        wrong="- Văn hoá công sở\n- Văn hóa đọc\n- Số hóa hồ sơ",
        right="- Văn hóa công sở\n- Văn hóa đọc\n- Số hóa hồ sơ",
    ),
)
DOUBLED = Rule(
    "N111",
    "doubled-words",
    Severity.WARNING,
    Wording("“{words}” gõ hai lần liền nhau", "“{words}” is typed twice in a row"),
    Wording("bỏ một lần, hoặc thêm dấu câu ở giữa", "take one away, or put a sign between them"),
    reason=Wording(
        "từ hoặc cụm từ lặp lại thường là lỗi đánh máy hoặc chép dán; từ láy (xa xa, thường thường) và hai từ ghép "
        "gặp nhau "
        "(theo quy trình trình Ủy ban) không bị báo",
        "a word or phrase that stands twice is usually a slip of typing or pasting; reduplication (xa xa, thường "
        "thường) and "
        "two compounds that meet (theo quy trình trình Ủy ban) are passed over",
    ),
    example=Example(wrong="- Kết nối giữa giữa các cơ quan", right="- Kết nối giữa các cơ quan"),
)
_MOST_RELATED = 20
_LATE, _EARLY = "oá, uỷ", "óa, ủy"
"""The two ways, by two of their pairs of vowels."""


def check_wording(context: Context) -> Iterator[Diagnostic]:
    """Tone marks placed in two ways, once a plan; words and phrases that stand twice."""
    yield from _tones(context.wordings)
    yield from _doubles(context.wordings)


def _tones(texts: Texts) -> Iterator[Diagnostic]:
    first = list(late(texts.joined))
    second = list(early(texts.joined)) if first else []
    if not first or not second:
        return
    counts = [sum(texts.times(match.start()) for match in found) for found in (first, second)]
    rare, usual = (first, second) if counts[0] <= counts[1] else (second, first)
    styles = (_LATE, _EARLY) if rare is first else (_EARLY, _LATE)
    few, many = sorted(counts)
    places = [(match, span) for match in rare for span in _words(texts, match)]
    places.sort(key=lambda place: place[1].start)
    match, span = places[0]
    edits = [edit for match, span in places for edit in _restyled(match, span)]
    yield TWO_STYLES.at(
        span,
        rare=_word(texts, match),
        usual=_commonest(texts, usual),
        rare_style=styles[0],
        usual_style=styles[1],
        few=few,
        many=many,
        right=_other_word(texts, match),
        related=tuple(
            Related(each, Wording(f"“{each.text}” ở đây", f"“{each.text}” here"))
            for _, each in places[1 : _MOST_RELATED + 1]
        ),
        edits=tuple(edits) if few < many else (),
    )


def _stretch(texts: Texts, match: re.Match[str]) -> tuple[int, int]:
    """The syllable that a pair of vowels ends."""
    start = match.start()
    while start and texts.joined[start - 1].isalpha():
        start -= 1
    return start, match.end()


def _word(texts: Texts, match: re.Match[str]) -> str:
    start, end = _stretch(texts, match)
    return texts.joined[start:end]


def _other_word(texts: Texts, match: re.Match[str]) -> str:
    return _word(texts, match).removesuffix(match[0]) + other(match[0])


def _commonest(texts: Texts, found: Iterable[re.Match[str]]) -> str:
    return Counter(_word(texts, match) for match in found).most_common(1)[0][0]


def _words(texts: Texts, match: re.Match[str]) -> Iterator[Span]:
    """The places of the syllable, told by some words before and behind it."""
    text, begin = texts.text_at(match.start())
    around = max(begin, match.start() - 30), min(begin + len(text), match.end() + 30)
    return texts.spans(around, _stretch(texts, match))


def _restyled(match: re.Match[str], span: Span) -> tuple[Edit, ...]:
    """The edit of the two letters at the end of ``span``, where they are written there."""
    pair = Span(span.source, span.end - len(match[0]), span.end)
    return replacing(pair, match[0], other(match[0]))


def _doubles(texts: Texts) -> Iterator[Diagnostic]:
    for found in doubled(texts.joined):
        for span in texts.spans((found.start, found.end)):
            yield DOUBLED.at(span, words=excerpt(found.words))
