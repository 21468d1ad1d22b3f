"""Comments stand beside what they speak of, each once, and none is lost."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from cchc.backends.docx.writer import write
from cchc.diagnostics import Diagnostic
from cchc.document.nodes import Document
from cchc.language.unbroken import plain
from cchc.model.walk import texts
from cchc.pipeline.building import build
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import BuildRequest, Outcome, PlanOutcome
from cchc.pipeline.validating import validate
from cchc.source import Source, Span
from tests.backends.demo import PROPERTIES
from tests.backends.package_checks import all_problems
from tests.backends.packages import parts_of
from tests.backends.test_package import audit
from tests.pipeline.files import surroundings, write_plan
from tests.pipeline.trials import (
    Prepared,
    comments,
    in_english,
    of_spans,
    prepared,
    said_at,
    spoken_of,
    without_comments,
)
from tests.printing import SMALL, shipped

PLANS = Path(__file__).parents[2] / "plans"
PRINTED_AS_TYPED = ("title", "lead", "support", "output", "indicator", "note")
FIRST = "ỦY BAN NHÂN DÂN"
TEXT = """\
period: 2026
jurisdiction: Lâm Đồng
act:
  kind: decision
  issuer: Sở Nội vụ
  number: 7
  date: 2026-02-03
  subject: Ban hành Kế hoạch & <thử>
  bases:
    - Luật Một
    - Luật Hai
    - Luật Hai
  articles:
    - Ban hành kèm theo Quyết định này Kế hoạch.
    - {text: "Giao việc:", clauses: ["Sở Nội vụ làm giữa giữa năm", "Sở khác"]}
  recipients:
    - Như trên
    - Bộ Nội vụ
  archive: VT
  signatory: {on_behalf: {KT: Giám đốc}, title: Phó Giám đốc, name: Lê Văn A}
title: Cải cách
opening: |
  Đoạn thứ nhất.
  Đoạn thứ hai, có lỗi.
body:
  - title: Mục tiêu
    objectives:
      - text: "Đạt từ <hs=80%> trở lên[^ghi]"
        kpis: {hs: {baseline: 72%}}
  - agency: Sở Nội vụ
    duty_of: Sở Nội vụ
footnotes: {ghi: Theo báo cáo năm 2025}
appendices:
  - title: Nhiệm vụ
    layout: tasks
    unit: triệu đồng
    defaults: {support: Các xã}
    groups:
      - title: Nhóm một
        tasks:
          - {id: viec, title: Việc một, label: "Việc 7", lead: Sở Tài chính, start: 3, end: 9}
          - {title: Việc hai, as_above: [lead], when: Quý I}
          - title: Việc ba
            lead: Sở Xây dựng
            parts:
              - {output: Báo cáo đầu, when: Quý II}
              - {output: Báo cáo sau, when: Quý III}
"""
TASKS = ("appendices", 0, "groups", 0, "tasks")


@pytest.fixture
def plan(tmp_path: Path) -> Prepared:
    write_plan(tmp_path, TEXT)
    return prepared(tmp_path)


@pytest.mark.parametrize(
    ("path", "words", "paragraph"),
    [
        (("act", "number"), "7", "Số: 07/QĐ-SNV"),
        (("act", "date"), None, "Lâm Đồng, ngày 03 tháng 02 năm 2026"),
        (("act", "issuer"), None, "SỞ NỘI VỤ"),
        (("act", "subject"), None, "Ban hành Kế hoạch & <thử>"),
        (("act", "bases", 1), "Luật Hai", "Căn cứ Luật Hai;"),
        (("act", "bases", 2), "Luật Hai", "Căn cứ Luật Hai."),
        (("act", "articles", 1, "clauses", 0), "Sở Nội vụ làm giữa giữa năm", "1. Sở Nội vụ làm giữa giữa năm"),
        (("act", "recipients", 1), "Bộ Nội vụ", "- Bộ Nội vụ;"),
        (("act", "archive"), "VT", "- Lưu: VT."),
        (("act", "signatory", "on_behalf", "KT"), None, "KT. GIÁM ĐỐC"),
        (("act", "signatory", "title"), None, "PHÓ GIÁM ĐỐC"),
        (("act", "signatory", "name"), None, "Lê Văn A"),
        (("body", 1, "agency"), None, "II. SỞ NỘI VỤ"),
        (("footnotes", "ghi"), None, "- Đạt từ 80% trở lên"),
        (("appendices", 0, "title"), None, "NHIỆM VỤ"),
        (("appendices", 0, "unit"), "triệu đồng", "Đơn vị tính: triệu đồng"),
        (("appendices", 0, "defaults", "support"), None, "Các xã"),
        ((*TASKS, 0, "label"), None, "Việc 7"),
        ((*TASKS, 0, "lead"), None, "Sở Tài chính"),
        ((*TASKS, 0, "start"), "3", "Tháng 3"),
        ((*TASKS, 1, "when"), None, "Quý I"),
        ((*TASKS, 2, "parts", 1, "output"), None, "Báo cáo sau"),
    ],
)
def test_a_value_is_spoken_of_where_it_prints(
    plan: Prepared, path: tuple[str | int, ...], words: str | None, paragraph: str
) -> None:
    """``words`` are those that bear the comment; None where it is the whole paragraph."""
    [(found, whole)] = spoken_of(plan, path)
    assert whole == paragraph
    assert found == (paragraph if words is None else words)


@pytest.mark.parametrize(
    ("path", "paragraph"),
    [
        (("body", 0, "objectives", 0, "kpis", "hs", "baseline"), "- Đạt từ 80% trở lên"),
        (("body", 1, "duty_of"), "II. SỞ NỘI VỤ"),
        (("appendices", 0, "layout"), "NHIỆM VỤ"),
        ((*TASKS, 0, "id"), "Việc một"),
        ((*TASKS, 1, "as_above"), "Việc hai"),
        ((*TASKS, 0), "Việc một"),
        (("act", "kind"), "Ban hành Kế hoạch & <thử>"),
    ],
)
def test_what_prints_nowhere_goes_to_what_is_around_it(
    plan: Prepared, path: tuple[str | int, ...], paragraph: str
) -> None:
    assert spoken_of(plan, path) == [(paragraph, paragraph)]


def test_what_nothing_around_prints_goes_to_the_first_paragraph(plan: Prepared) -> None:
    elsewhere = Source("cchc.toml", 'rules = {D101 = "note"}')
    spans = [plan.checked.places.value(("period",)), None, Span(elsewhere, 9, 13)]
    assert of_spans(plan, spans) == [(FIRST, FIRST)] * 3


def test_the_words_themselves_bear_the_comment(plan: Prepared) -> None:
    where = plan.checked.places.value(("act", "articles", 1, "clauses", 0))
    assert of_spans(plan, [where.of("giữa giữa")]) == [("giữa giữa", "1. Sở Nội vụ làm giữa giữa năm")]
    assert of_spans(plan, [where.of("ă")]) == [("ă", "1. Sở Nội vụ làm giữa giữa năm")]


def test_words_that_stand_twice_leave_the_comment_to_their_paragraph(plan: Prepared) -> None:
    where = plan.checked.places.value(("act", "articles", 1, "clauses", 0))
    whole = "1. Sở Nội vụ làm giữa giữa năm"
    assert of_spans(plan, [where.of("giữa")]) == [(whole, whole)]


def test_a_text_of_several_paragraphs_is_spoken_of_in_the_right_one(plan: Prepared) -> None:
    where = plan.checked.places.value(("opening",))
    assert of_spans(plan, [where.of("có lỗi")]) == [("có lỗi", "Đoạn thứ hai, có lỗi.")]


def test_a_key_is_spoken_of_at_its_value_and_never_by_its_own_letters(plan: Prepared) -> None:
    key = plan.checked.places.key((*TASKS, 0, "lead"))
    assert of_spans(plan, [key]) == [("Sở Tài chính", "Sở Tài chính")]


def test_comments_of_the_same_words_and_of_words_inside_them_all_stand(plan: Prepared) -> None:
    where = plan.checked.places.value(("act", "bases", 0))
    spans = [where, where, where.of("Một"), plan.checked.places.key(("act", "bases"))]
    found = of_spans(plan, spans)
    assert [words for words, _ in found] == ["Luật Một", "Luật Một", "Căn cứ Luật Một;", "Căn cứ Luật Một;"]


def test_a_remark_in_the_file_is_spoken_of_at_what_it_stands_above_or_behind(tmp_path: Path) -> None:
    above = "          # cchc: allow D101 vì thế\n          - title: Việc ba\n"
    text = TEXT.replace("          - title: Việc ba\n", above)
    text = text.replace("archive: VT\n", "archive: VT  # cchc: allow D101 vì thế\n")
    write_plan(tmp_path, text)
    plan = prepared(tmp_path)
    source = plan.checked.source
    starts = [source.text.index("# cchc: allow"), source.text.rindex("# cchc: allow")]
    expected = [("- Lưu: VT.", "- Lưu: VT."), ("Việc ba", "Việc ba")]
    assert of_spans(plan, [Span(source, start, start + 13) for start in starts]) == expected
    # Most often it is the code that is spoken of.
    assert of_spans(plan, [Span(source, start + 14, start + 18) for start in starts]) == expected


def test_a_sign_of_remarks_inside_a_text_makes_no_remark(tmp_path: Path) -> None:
    text = TEXT.replace("Đoạn thứ hai, có lỗi.", "Đoạn # 2, có lỗi.")
    text = text.replace('{text: "Giao việc:", clauses', '{text: "Giao việc # 1:", clauses')
    write_plan(tmp_path, text)
    plan = prepared(tmp_path)
    places = plan.checked.places
    spans = [
        places.value(("opening",)).of("có lỗi"),
        places.key(("act", "articles", 1, "clauses")),
        places.value(("act", "articles", 1, "clauses")),
        places.value(("act", "articles", 1, "clauses", 1)),
    ]
    first = "1. Sở Nội vụ làm giữa giữa năm"
    assert of_spans(plan, spans) == [
        ("có lỗi", "Đoạn # 2, có lỗi."),
        (first, first),
        (first, first),
        ("Sở khác", "2. Sở khác./."),
    ]


def test_the_document_is_the_clean_one(plan: Prepared) -> None:
    """Whatever bears a comment: the words, their styles and their order stay."""
    places = plan.checked.places
    spans = [*places.values.values(), *places.keys.values()]
    document = said_at(plan, *spans)
    assert without_comments(document) == without_comments(plan.trial.document)
    assert len(comments(document)) == len(spans)


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("[!_]*.yaml")))
def test_real_acts_bear_comments_at_every_value(name: str, tmp_path: Path) -> None:
    plan = prepared(PLANS.parent, str(PLANS / f"{name}.yaml"))
    places = plan.checked.places
    paths = [path for path, text in texts(plan.checked.plan) if text and path in places.values]
    document = said_at(plan, *(places.values[path] for path in paths))
    assert without_comments(document) == without_comments(plan.trial.document)
    found = [(index, paths[int(comment.text)]) for index, comment, _ in comments(document)]
    assert sorted(found, key=str) == sorted({(index, path) for index, path in found}, key=str)
    assert {path for _, path in found} == set(paths)
    assert {path[0] for index, path in found if index == 0} <= {
        "period",
        "jurisdiction",
        "implements",
        "numbering",
        "act",
    }
    paragraphs = [folded(paragraph.text) for paragraph in document.paragraphs()]
    cells = [(index, folded(places.values[path].text)) for index, path in found if path[-1] in PRINTED_AS_TYPED]
    plain_cells = [(index, words) for index, words in cells if words[0].isalnum()]
    assert [words for index, words in plain_cells if words not in paragraphs[index]] == []
    assert_sound(written(document), len(paths), tmp_path)


def folded(text: str) -> str:
    return " ".join(plain(text).split()).casefold()


def written(document: Document) -> bytes:
    """The Word file of ``document`` in the shipped styles."""
    sheet = open_plans((), None, surroundings(PLANS.parent)).looks.styles.value
    assert sheet is not None
    return write(document, sheet, PROPERTIES)


def assert_sound(data: bytes, count: int, folder: Path) -> None:
    """By the strict policy of openxml-audit, by our own checks, and as python-docx reads it."""
    assert audit(data, folder) == []
    assert all_problems(data) == []
    (folder / "read.docx").write_bytes(data)
    read = docx.Document(str(folder / "read.docx"))
    assert len(list(read.comments)) == count
    assert {(comment.author, comment.initials) for comment in read.comments} == {("cchc", "cchc")}


def built(folder: Path, request: BuildRequest) -> PlanOutcome:
    *_, outcome = build(request, surroundings(folder))
    assert isinstance(outcome, Outcome)
    [plan] = outcome.plans
    return plan


WRONG = TEXT.replace("start: 3, end: 9", "start: 9, end: 3").replace("title: Mục tiêu", "title: I. Mục tiêu")


@pytest.mark.parametrize(
    ("draft", "round_", "name"),
    [
        (False, None, "2025.nhan-xet.docx"),
        (True, None, "2025.du-thao.nhan-xet.docx"),
        (True, 2, "2025.du-thao-2.nhan-xet.docx"),
    ],
)
def test_an_annotated_file_never_bears_the_name_of_another(
    draft: bool, round_: int | None, name: str, tmp_path: Path
) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    outcome = built(tmp_path, BuildRequest(draft=draft, round=round_, annotate=in_english))
    assert [path.name for path in outcome.written] == [name]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name]


def test_a_file_has_a_comment_for_each_finding_the_errors_of_a_draft_among_them(tmp_path: Path) -> None:
    write_plan(tmp_path, WRONG)
    assert built(tmp_path, BuildRequest(annotate=in_english)).written == ()
    outcome = built(tmp_path, BuildRequest(draft=True, annotate=code_of))
    assert {"L103", "D101"} <= {found.code for found in outcome.diagnostics}
    assert outcome.comments == len(outcome.diagnostics)
    [path] = outcome.written
    read = docx.Document(str(path)).comments
    assert sorted(comment.text for comment in read) == sorted(found.code for found in outcome.diagnostics)
    assert_sound(path.read_bytes(), len(outcome.diagnostics), tmp_path)


def code_of(diagnostic: Diagnostic) -> str:
    return diagnostic.code


def test_the_date_of_comments_is_that_of_the_document(tmp_path: Path) -> None:
    write_plan(tmp_path, WRONG)
    first = built(tmp_path, BuildRequest(draft=True, annotate=code_of))
    [path] = first.written
    assert {str(comment.timestamp) for comment in docx.Document(str(path)).comments} == {"2026-02-03 00:00:00+00:00"}
    assert built(tmp_path, BuildRequest(draft=True, annotate=code_of)).unchanged


def test_a_plan_of_which_nothing_is_said_has_a_file_without_comments(tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    list(validate((), surroundings(tmp_path), write_baseline=True))
    outcome = built(tmp_path, BuildRequest(annotate=code_of))
    assert (outcome.diagnostics, outcome.comments) == ((), 0)
    [path] = outcome.written
    assert "word/comments.xml" not in parts_of(path.read_bytes())
    clean = built(tmp_path, BuildRequest())
    assert clean.comments is None
    assert clean.written[0].read_bytes() == path.read_bytes()


def test_a_file_that_a_reviewer_answered_is_kept_aside(tmp_path: Path) -> None:
    write_plan(tmp_path, WRONG)
    [path] = built(tmp_path, BuildRequest(draft=True, annotate=code_of)).written
    document = docx.Document(str(path))
    title = next(each for each in document.paragraphs if each.runs)
    document.add_comment(title.runs, text="Đã xem", author="Người rà soát")
    document.save(str(path))
    again = built(tmp_path, BuildRequest(draft=True, annotate=code_of))
    assert [aside.name for aside in again.kept_aside] == ["2025.du-thao.nhan-xet (sửa tay).docx"]


def test_templates_of_an_office_need_not_know_of_comments(tmp_path: Path) -> None:
    """A row drawn with other words around, and a title that is left out: its comment goes to what is near."""
    own = tmp_path / "mau"
    own.mkdir()
    shipped_table = shipped("table.xml.j2")
    table = shipped_table.replace("{{ line.label }} {{", "Ô: {{ line.label }} {{")
    assert table != shipped_table
    (own / "table.xml.j2").write_text(table, encoding="utf-8")
    appendix = shipped("appendix.xml.j2").replace("{{ appendix.title | upper | unbroken_title }}", "DANH MỤC")
    (own / "appendix.xml.j2").write_text(appendix, encoding="utf-8")
    write_plan(tmp_path, TEXT)
    plan = prepared(tmp_path, templates=own)
    found = spoken_of(plan, (*TASKS, 0, "lead"), ("appendices", 0, "title"))
    assert found == [("Sở Tài chính", "Ô:  Sở Tài chính"), ("Ô:  Các xã", "Ô:  Các xã")]


def test_templates_that_look_into_texts_lose_places_and_no_comment(tmp_path: Path) -> None:
    """A line that prints only what begins so: the trial, whose texts bear numbers, has other paragraphs."""
    own = tmp_path / "mau"
    own.mkdir()
    lines = shipped("lines.xml.j2").replace(
        "{% for basis in act.bases %}",
        '{% for basis in act.bases %}{% if basis[:4] == "Luật" %}<p style="basis">!</p>{% endif %}',
    )
    (own / "lines.xml.j2").write_text(lines, encoding="utf-8")
    write_plan(tmp_path, TEXT)
    plan = prepared(tmp_path, templates=own)
    document = said_at(plan, plan.checked.places.value(("act", "bases", 0)), plan.checked.places.value((*TASKS, 0)))
    assert without_comments(document) == without_comments(plan.trial.document)
    assert [(index, comment.text) for index, comment, _ in comments(document)] == [(0, "0"), (0, "1")]
