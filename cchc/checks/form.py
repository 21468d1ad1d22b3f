"""Who gets the act, as the decree has it: recipients and the file copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.articles import enforcements
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.model.act import Act, Article, Recipient
from cchc.model.blocks import Verbatim, paragraphs
from cchc.patterns import deferred
from cchc.source import KeyPath, SourceMap

OTHER_ARTICLE = Rule(
    "F101",
    "recipients-name-another-article",
    Severity.WARNING,
    Wording(
        "“{typed}”, nhưng điều nêu trách nhiệm thi hành là Điều {right}",
        "“{typed}”, but the article that says who must carry it out is Điều {right}",
    ),
    Wording(
        "viết “Như Điều {right}”, hoặc đặt “id” cho điều đó và viết “Như <#id>”",
        "write “Như Điều {right}”, or give that article an “id” and write “Như <#id>”",
    ),
    reason=Wording(
        "mục đầu của Nơi nhận chỉ những người phải thi hành, nên nêu đúng điều “chịu trách nhiệm thi hành Quyết định "
        "này” (Nghị định "
        "30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3)",
        "the first recipients are those who must carry the decision out, so the article is the one that says “chịu "
        "trách nhiệm "
        "thi hành Quyết định này” (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3)",
    ),
    example=Example(
        wrong="articles:\n  - Ban hành kèm theo Quyết định này Kế hoạch …\n"
        "  - enforcement: Giám đốc Sở Nội vụ chịu "
        "trách nhiệm thi hành Quyết định này\nrecipients:\n  - Như Điều 3",
        right="articles:\n  - Ban hành kèm theo Quyết định này Kế hoạch …\n"
        "  - id: thi-hanh\n    enforcement: Giám đốc Sở "
        "Nội vụ chịu trách nhiệm thi hành Quyết định này\nrecipients:\n  - Như <#thi-hanh>",
    ),
)
AS_ABOVE = Rule(
    "F102",
    "as-above",
    Severity.WARNING,
    Wording(
        "“{typed}” dùng cho công văn, tờ trình có “Kính gửi”",
        "“{typed}” belongs to letters and submissions with “Kính gửi”",
    ),
    Wording(
        "ở Quyết định viết “Như <#id>” của điều thi hành; ở Kế hoạch nêu tên nơi nhận",
        "in a decision write “Như <#id>” of the article on who carries it out; in a plan name the recipients",
    ),
    reason=Wording(
        "Quyết định và Kế hoạch không có “Kính gửi” nên không có gì ở trên để “như trên” (Nghị định 30/2020/NĐ-CP, "
        "Phụ lục I, Mục II.9)",
        "a decision and a plan have no “Kính gửi”, so there is nothing above (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.9)",
    ),
    example=Example(wrong="recipients:\n  - Như trên", right="recipients:\n  - Như <#thi-hanh>"),
)
NO_ARCHIVE = Rule(
    "F103",
    "no-file-copy",
    Severity.WARNING,
    Wording("có nơi nhận nhưng không có “Lưu: …”", "there are recipients but no “Lưu: …”"),
    Wording("thêm “archive: VT, …” trong “act”", "add “archive: VT, …” in “act”"),
    reason=Wording(
        "dòng cuối của Nơi nhận là “- Lưu: VT, đơn vị soạn thảo (số bản).” (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.9)",
        "the last line of the recipients is “- Lưu: VT, drafting unit (copies).” (Nghị định 30/2020/NĐ-CP, Phụ lục I, "
        "Mục II.9)",
    ),
    example=Example(wrong="recipients:\n  - Bộ Nội vụ", right="recipients:\n  - Bộ Nội vụ\narchive: VT, NC"),
)
ARCHIVE_TYPED = Rule(
    "F104",
    "file-copy-among-recipients",
    Severity.WARNING,
    Wording(
        "“{typed}” viết ở “archive”, không phải ở “recipients”", "“{typed}” goes into “archive”, not into “recipients”"
    ),
    Wording("chuyển thành: archive: {rest}", "make it: archive: {rest}"),
    reason=Wording(
        "dòng “Lưu” đứng cuối và kết thúc bằng dấu chấm, các nơi nhận khác bằng dấu chấm phẩy (Nghị định "
        "30/2020/NĐ-CP, Phụ lục I, "
        "Mục II.9); ở “recipients” nó in ra với dấu chấm phẩy",
        "the line “Lưu” is the last and ends in a full stop, other recipients in a semicolon (Nghị định "
        "30/2020/NĐ-CP, Phụ lục "
        "I, Mục II.9); under “recipients” it prints with a semicolon",
    ),
    example=Example(
        wrong='recipients:\n  - Bộ Nội vụ\n  - "Lưu: VT, NC"', right="recipients:\n  - Bộ Nội vụ\narchive: VT, NC"
    ),
)
NO_VT = Rule(
    "F105",
    "file-copy-without-registry",
    Severity.NOTE,
    Wording("“Lưu: {archive}” không có VT", "“Lưu: {archive}” lacks VT"),
    Wording("viết: VT, {archive}", "write: VT, {archive}"),
    reason=Wording(
        "bản gốc lưu ở Văn thư: “Lưu: VT, …” (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9d)",
        "the original is kept by the registry (Văn thư): “Lưu: VT, …” (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9d)",
    ),
    example=Example(wrong="archive: NC", right="archive: VT, NC"),
)
TWO_RECIPIENTS = Rule(
    "F109",
    "two-recipients-in-a-line",
    Severity.NOTE,
    Wording("một dòng có {count} nơi nhận", "{count} recipients stand in one line"),
    Wording("mỗi nơi nhận một mục riêng", "give each an item of its own"),
    reason=Wording(
        "mỗi cơ quan, đơn vị hoặc nhóm nơi nhận một dòng, cuối dòng là dấu chấm phẩy (Nghị định 30/2020/NĐ-CP, Phụ "
        "lục I, Mục II.9d)",
        "each body or group of recipients has a line of its own that ends in a semicolon (Nghị định 30/2020/NĐ-CP, "
        "Phụ lục I, "
        "Mục II.9d)",
    ),
    example=Example(
        wrong="recipients:\n  - Báo Đắk Nông; Đài PT&TH tỉnh", right="recipients:\n  - Báo Đắk Nông\n  - Đài PT&TH tỉnh"
    ),
)
ADDRESSED = Rule(
    "F111",
    "addressed",
    Severity.WARNING,
    Wording("“Kính gửi” không có trong Quyết định và Kế hoạch", "a decision and a plan have no “Kính gửi”"),
    Wording("bỏ đoạn này; người nhận ghi ở “recipients”", "take it out; who gets the act stands under “recipients”"),
    reason=Wording(
        "“Kính gửi” chỉ có ở công văn, tờ trình, báo cáo gửi cấp trên (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9b)",
        "only letters, submissions and reports to a higher body have “Kính gửi” (Nghị định 30/2020/NĐ-CP, Phụ lục I, "
        "Mục II.9b)",
    ),
    example=Example(
        wrong='opening:\n  - "Kính gửi: Các sở, ban, ngành"', right="act:\n  recipients:\n    - Các sở, ban, ngành"
    ),
)
_AS_ARTICLE = deferred(r"Như\s+(?:Điều\s+(?P<number>\d{1,2})|<#(?P<id>[a-z0-9-]+)>)", re.IGNORECASE)


def check_form(context: Context) -> Iterator[Diagnostic]:
    """The recipients and the file copy (Phụ lục I, Mục II.9)."""
    act, places = context.plan.act, context.places
    yield from _recipients(context)
    yield from _archive(act, places)
    yield from _addressed(context)


def _recipients(context: Context) -> Iterator[Diagnostic]:
    act, places = context.plan.act, context.places
    right = _enforcing(context)
    for index, recipient in enumerate(act.recipients):
        path: KeyPath = ("act", "recipients", index)
        words = _words(recipient)
        folded = words.strip(" -.;,").lower()
        if folded in ("như trên", "như kính gửi"):
            yield AS_ABOVE.at(places.value(path), typed=words.strip())
        found = _AS_ARTICLE.match(words.strip(" -")) if "như" in folded else None
        if found and right and _number(act, found) not in (None, right):
            yield OTHER_ARTICLE.at(places.value(path).of(found[0]), typed=found[0], right=right)
        several = [each for each in words.split(";") if each.strip()]
        # “Các sở, ban, ngành; UBND các xã” are one group of recipients.
        if len(several) > 1 and not several[0].strip(" -").startswith(("Các ", "UBND các ")):
            yield TWO_RECIPIENTS.at(places.value(path), count=len(several))


def _enforcing(context: Context) -> int | None:
    """The number of the first article that says who must carry the decision out."""
    path = next(enforcements(context.plan), None)
    return int(path[2]) + 1 if path else None


def _number(act: Act, found: re.Match[str]) -> int | None:
    """The number of the article that a recipient names; None where its id is none of an article."""
    if found["number"]:
        return int(found["number"])
    ids = [article.id if isinstance(article, Article) else None for article in act.articles]
    return ids.index(found["id"]) + 1 if found["id"] in ids else None


def _words(recipient: Recipient) -> str:
    if isinstance(recipient, Verbatim):
        return recipient.printed
    if isinstance(recipient, str):
        return recipient
    return " ".join(paragraphs(recipient.text))


def _archive(act: Act, places: SourceMap) -> Iterator[Diagnostic]:
    typed = False
    for index, recipient in enumerate(act.recipients):
        words = _words(recipient).strip(" -")
        found = re.match(r"Lưu\s*:?\s*(?=VT\b|:)(?::\s*)?", words)
        if found:
            typed = True
            rest = words[found.end() :].rstrip(" .;") or "VT"
            yield ARCHIVE_TYPED.at(places.value(("act", "recipients", index)), typed=excerpt(words), rest=excerpt(rest))
    if act.archive is None:
        if act.recipients and not typed:
            yield NO_ARCHIVE.at(places.key(("act", "recipients")))
        return
    kept = act.archive.printed if isinstance(act.archive, Verbatim) else act.archive
    if isinstance(kept, str) and not re.search(r"\b(?:VT|Văn thư)\b", kept):
        yield NO_VT.at(places.value(("act", "archive")), archive=excerpt(kept))


def _addressed(context: Context) -> Iterator[Diagnostic]:
    texts = context.wordings
    if "Kính gửi" not in texts.joined and "KÍNH GỬI" not in texts.joined:
        return
    for match in re.finditer(r"^(?:Kính gửi|KÍNH GỬI)\b", texts.joined, re.MULTILINE):
        for span in texts.found(match):
            yield ADDRESSED.at(span)
