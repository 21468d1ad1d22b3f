"""What a run changed in plans, or would change: the differences line by line, and how many there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from cchc.diagnostics import Language, Wording
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_MENDED = Wording("đã sửa {n} chỗ trong {file}", "{n} place(s) mended in {file}")
_WOULD_MEND = Wording("sẽ sửa {n} chỗ trong {file}", "{n} place(s) would be mended in {file}")
_WAITING = Wording(
    "{n} chỗ sửa tự động được; văn bản đã ký (có số và ngày) chỉ được sửa khi có --signed",
    "{n} place(s) can be mended; a signed act (it has a number and a date) is changed only with --signed",
)
_REFUSED = Wording(
    "{n} chỗ không được sửa tự động, vì sửa như vậy có thể làm thay đổi phần khác",
    "{n} place(s) are left as they are, because mending them so might change something else",
)
_FORMATTED = Wording("đã định dạng {file}", "{file} formatted")
_WOULD_FORMAT = Wording("{file} chưa đúng kiểu trình bày", "{file} is not in house style")
_SUMMARY = Wording("{done} trong {count} kế hoạch được định dạng lại", "{done} of {count} plan(s) formatted")
_CHECK_SUMMARY = Wording(
    "{done} trong {count} kế hoạch chưa đúng kiểu trình bày", "{done} of {count} plan(s) not in house style"
)
_NO_LINE_END = "\\ No newline at end of file"
_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def fixed(
    plan: str, file: str, counts: tuple[int, int, int], language: Language, *, dry: bool
) -> Iterator[list[Styled]]:
    """The lines about a plan of which ``counts`` fixes were made, wait for leave, were refused."""
    made, waiting, refused = counts
    told = (
        (made, _WOULD_MEND if dry else _MENDED, "green"),
        (waiting, _WAITING, "yellow"),
        (refused, _REFUSED, "yellow"),
    )
    for count, wording, style in told:
        if count:
            words = wording.fill({"n": count, "file": plain(file)}).in_(language)
            yield [Styled(f"{plain(plan)}: ", "bold"), Styled(words, style)]


def formatted(plan: str, file: str, language: Language, *, checking: bool) -> list[Styled]:
    """The line about a plan that is formatted, or would be."""
    wording, style = (_WOULD_FORMAT, "yellow") if checking else (_FORMATTED, "green")
    return [Styled(f"{plain(plan)}: ", "bold"), Styled(wording.fill({"file": plain(file)}).in_(language), style)]


def formatting_done(done: int, count: int, language: Language, *, checking: bool) -> list[Styled]:
    """The last line of a run of ``cchc fmt``."""
    wording = _CHECK_SUMMARY if checking else _SUMMARY
    return [Styled(wording.fill({"done": done, "count": count}).in_(language), "bold")]


def differences(name: str, before: str, after: str) -> Iterator[list[Styled]]:
    """The unified diff of two texts of the file ``name``."""
    lines = difflib.unified_diff(_lines(before), _lines(after), plain(name), plain(name))
    for number, line in enumerate(lines):
        style = "bold" if number < 2 else _STYLES.get(line[0], "")
        yield [Styled(plain(line.rstrip("\r\n")), style)]
        if not line.endswith("\n"):
            yield [Styled(_NO_LINE_END)]


def _lines(text: str) -> Sequence[str]:
    """The lines of ``text`` with their ends; a form feed or another separator inside a line is none."""
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]
