"""Articles, recipients and words that print exactly so, as the act's view holds them and as templates print them."""

from __future__ import annotations

import pytest

from cchc.language.unbroken import plain
from cchc.lower.document import lower
from cchc.lower.views import ActView
from cchc.registry.registry import shipped_registry
from tests.plans import plan
from tests.printing import printed


def view(text: str, body: str = "") -> ActView:
    return lower(plan(body, act=text), {}, shipped_registry()).act


def printed_as(style: str, text: str, body: str = "title: Cải cách hành chính") -> list[str]:
    """The paragraphs of ``style`` that the shipped templates print of an act."""
    paragraphs = printed(plan(body, act=text)).paragraphs()
    return [plain(paragraph.text) for paragraph in paragraphs if paragraph.style == style]


def test_an_article_of_clauses_has_its_name_on_a_line_of_its_own() -> None:
    """As in Quyết định 1982/QĐ-UBND of 18/12/2017, Điều 2."""
    [article] = view("articles: [{clauses: [{text: Giao các sở, points: [Một]}, Hai]}]").articles
    assert [(line.label, line.text) for line in article.lines] == [
        ("", ""),
        ("1.", "Giao các sở"),
        ("a)", "Một"),
        ("2.", "Hai"),
    ]
    assert article.lines[0].keep_next
    assert printed_as("article", "articles: [{clauses: [Một, Hai]}]") == ["Điều 1.", "1. Một", "2. Hai./."]


def test_enforcement_alone_is_the_article() -> None:
    assert printed_as("article", "articles: [Một., {enforcement: Các sở thi hành}]") == [
        "Điều 1. Một.",
        "Điều 2. Các sở thi hành./.",
    ]


BODY = "title: Cải cách\nbody: [{title: Mục tiêu, text: Cắt giảm 30%.}]"


def test_a_carried_plan_stands_in_its_article_and_is_no_document_besides() -> None:
    act = "articles: [{text: 'Phê duyệt:', carries: plan}, 'Thi hành']"
    document = printed(plan(BODY, act=act))
    assert len(document.sections) == 1
    lines = [plain(paragraph.text) for paragraph in document.paragraphs()]
    start = lines.index("Điều 1. Phê duyệt:")
    assert lines[start : start + 4] == ["Điều 1. Phê duyệt:", "I. MỤC TIÊU", "Cắt giảm 30%.", "Điều 2. Thi hành./."]
    assert "KẾ HOẠCH" not in lines
    assert "Cải cách" not in lines


def test_the_sign_of_the_end_stands_behind_a_plan_that_the_last_article_carries() -> None:
    document = printed(plan(BODY, act="articles: [Một., {text: 'Hai:', carries: plan}]"))
    lines = [plain(paragraph.text) for paragraph in document.paragraphs()]
    assert [line for line in lines if line.endswith("./.")] == ["Cắt giảm 30%./."]


def test_recipients_with_groups_and_lists_inside() -> None:
    recipients = """
        recipients:
          - "Gửi bản điện tử:"
          - Như Điều 2
          - text: "Thường trực:"
            bullets: ["Tỉnh ủy (b/c)", "HĐND tỉnh;"]
          - {text: Bộ Nội vụ, label: "*"}
          - {text: Gửi bản giấy, label: none}
        archive: VT
    """
    assert printed_as("recipient", recipients) == [
        "Gửi bản điện tử:",
        "- Như Điều 2;",
        "- Thường trực:",
        "+ Tỉnh ủy (b/c);",
        "+ HĐND tỉnh;",
        "* Bộ Nội vụ;",
        "Gửi bản giấy;",
        "- Lưu: VT.",
    ]


def test_the_last_recipient_ends_with_a_full_stop_where_no_archive_follows() -> None:
    assert printed_as("recipient", "recipients: [Một, Hai]") == ["- Một;", "- Hai."]


@pytest.mark.parametrize(
    ("style", "written", "lines"),
    [
        ("basis", 'bases: [{printed: "Xét công văn số 5,"}, "Luật Một"]', ["Xét công văn số 5,", "Căn cứ Luật Một."]),
        ("basis", 'proposal: {printed: "Xét đề nghị của Giám đốc Sở,"}', ["Xét đề nghị của Giám đốc Sở,"]),
        ("article", 'articles: [{enforcement: {printed: "Các sở thi hành!"}}]', ["Điều 1. Các sở thi hành!"]),
        ("recipient", 'recipients: [{printed: "* Như trên,"}]', ["* Như trên,"]),
        ("recipient", 'archive: {printed: "Lưu VT"}', ["Lưu VT"]),
        ("recipient", "archive: {printed: '<b>&amp;</b>'}", ["<b>&amp;</b>"]),
    ],
)
def test_printed_words_stand_as_typed(style: str, written: str, lines: list[str]) -> None:
    assert printed_as(style, written) == lines


def test_printed_words_have_references_and_figures_like_others() -> None:
    act = """
        articles: [{id: mot, text: Một}]
        proposal: {printed: "Xét <#mot>, <80%>,"}
    """
    assert view(act).proposal == "Xét Điều 1, 80%,"


def test_nobody_signs_and_the_place_stays() -> None:
    signature = view("number: 5").signature
    assert (signature.capacity, signature.name) == ((), "")
    assert len(printed_as("signature-space", "number: 5")) == 1


def test_an_office_typed_on_two_lines_prints_so() -> None:
    text = 'signatory: {title: "Vụ trưởng\\nVụ Pháp chế", name: Cao Huy}'
    assert printed_as("capacity", text) == ["VỤ TRƯỞNG", "VỤ PHÁP CHẾ"]
