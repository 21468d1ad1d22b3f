"""Every comparison with the act can fail: one thing is changed in the plan, a template or the file, and it is seen."""

import re
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cchc.model.plan import Plan
from tests.acts.comparison import (
    Difference,
    heading_differences,
    line_differences,
    row_differences,
    text_differences,
)
from tests.acts.conftest import BuiltFiles, Compile, load_plan
from tests.acts.fixtures import ROOT, act
from tests.acts.meaning import body_differences, kpi_differences, timing_differences
from tests.acts.word_file import WordFile

ACT = act("2025")
PLAN = ACT.plan
DOCUMENT = "word/document.xml"


class Mutation(NamedTuple):
    """The first ``old`` (a regular expression, across lines) becomes ``new``; exactly ``seen_by`` must see it."""

    old: str
    new: str
    seen_by: str

    def of(self, text: str) -> str:
        """``text`` with the one change."""
        mutated = re.sub(self.old, self.new, text, count=1, flags=re.DOTALL)
        assert mutated != text, self.old
        return mutated


def seen_in_print(word_file: WordFile) -> str:
    """The names of the comparisons of the Word file that find a difference."""
    compare = {
        "text": text_differences,
        "lines": line_differences,
        "rows": row_differences,
        "headings": heading_differences,
    }
    return " ".join(name for name, differences in compare.items() if differences(ACT, word_file))


def seen_in_meaning(plan: Plan) -> str:
    """The names of the comparisons of the plan that find a difference."""
    compare = {"kpis": kpi_differences, "bodies": body_differences, "timings": timing_differences}
    return " ".join(name for name, differences in compare.items() if differences(ACT, plan))


IN_PRINT = {
    "a row is lost": Mutation(
        r" +- title: Ban hành hướng dẫn công tác khen thưởng\n.*?end: 5\n", "", "text lines rows"
    ),
    "two rows change places": Mutation(
        r"( +- title: Ban hành hướng dẫn công tác khen thưởng\n.*?end: 5\n)(.*?end: 10\n)", r"\2\1", "text lines rows"
    ),
    "two words change places": Mutation("thực hiện có hiệu quả", "thực hiện hiệu quả có", "text lines"),
    "a space is lost": Mutation("kể từ ngày ký", "kể từngày ký", "text lines"),
    "a capital is lost": Mutation("- CT, các PCT", "- ct, các PCT", "text lines"),
    "a bullet is lost": Mutation(r" +- Bố trí đủ nguồn lực[^\n]*\n", "", "text lines"),
    "a recipient is lost": Mutation(r" +- Các PCVP UBND tỉnh\n", "", "text lines"),
    "a month": Mutation("start: 6", "start: 5", "text lines rows"),
    "a zero before a month is lost": Mutation("end: 0", "end: ", "text lines rows"),
    "a label": Mutation(r"label: VI\n", "label: VII\n", "text lines rows"),
}
IN_MEANING = {
    "a row is lost": Mutation(r" +- title: Ban hành hướng dẫn công tác khen thưởng\n.*?end: 5\n", "", "bodies timings"),
    "a figure": Mutation("Từ 98%", "Từ 97%", "kpis"),
    "a bound": Mutation("Tối thiểu 80%", "Tối đa 80%", "kpis"),
    "a scope": Mutation("100% tại cấp xã", "100% tại cấp huyện", "kpis"),
    "a word of an indicator": Mutation("số hồ sơ TTHC của các cấp", "số vụ việc TTHC của các cấp", "kpis"),
    "the title of a reform content": Mutation("title: Cải cách chế độ công vụ", "title: Cán bộ", "kpis"),
    "an objective without figures is lost": Mutation(r" +- Mức độ hài lòng của[^\n]*\n", "", "kpis"),
    "a lead": Mutation("lead: Sở Nội vụ", "lead: Sở Tài chính", "bodies"),
    "a second lead is lost": Mutation("lead: Sở Nội vụ; Đài PT&TH tỉnh", "lead: Sở Nội vụ", "bodies"),
    "a support that rows inherit": Mutation(
        "support: Các cơ quan, đơn vị có liên quan", "support: Sở Tài chính", "bodies"
    ),
    "a month of a free timing": Mutation("when: Trong tháng 10", "when: Trong tháng 9", "timings"),
    "the kind of a free timing": Mutation("when: Trong tháng 10", "when: Trước tháng 10", "timings"),
    "a free timing instead of months": Mutation(r"start: 6\n +end: 7", "when: Thường xuyên", "timings"),
}

OF_TEMPLATES = {
    "a label without its number": (
        "layouts/tasks.yaml",
        Mutation("activities: Hoạt động 1.1", "activities: Hoạt động 1", "text lines rows"),
    ),
    "group titles not in capitals": (
        "table.xml.j2",
        Mutation(r'upper and field == "title"', "false", "text lines rows"),
    ),
    "no space behind an enumerator": ("lines.xml.j2", Mutation(r"\}\} \{\{", "}}{{", "text lines")),
    "the final sign lost": ("decision.xml.j2", Mutation(r'ended\("\./\."\)', 'ended(".")', "text lines")),
    "number and date repeated in the attached plan": (
        "attached-plan.xml.j2",
        Mutation(r"document\.draft, false", "document.draft, true", "text lines"),
    ),
}

FREE_TIMING = r'<w:gridSpan w:val="2"/></w:tcPr>(<w:p>(?:(?!</w:p>).)*Trong.tháng.10)'
OF_FILE = {
    "a row is lost": Mutation(r"<w:tr>(?:(?!</w:tr>).)*Hoạt.động.1\.2.*?</w:tr>", "", "text lines rows"),
    "two rows change places": Mutation(
        r"(<w:tr>(?:(?!</w:tr>).)*Hoạt.động.1\.2.*?</w:tr>)(<w:tr>.*?</w:tr>)", r"\2\1", "text lines rows"
    ),
    "a timing in one column of two": Mutation(FREE_TIMING, r"</w:tcPr>\1", "rows"),
    "a heading over one column of two": Mutation(
        r'<w:gridSpan w:val="2"/>((?:(?!</w:tc>).)*Trách.nhiệm)', r"\1", "headings"
    ),
    "a cell merged with the one above": Mutation(
        r"(<w:tcW [^>]*/>)(</w:tcPr><w:p>(?:(?!</w:p>).)*Sở.Nội.vụ)", r'\1<w:vMerge w:val="continue"/>\2', "rows"
    ),
    "a hyphen is lost": Mutation("<w:noBreakHyphen/>", "", "text lines"),
    "a paragraph ends too early": Mutation("Luật sửa đổi", "</w:t></w:r></w:p><w:p><w:r><w:t>Luật sửa đổi", "lines"),
    "a space too many": Mutation(">Nơi nhận:", "> Nơi  nhận:", "lines"),
}


@pytest.fixture
def built(built_files: BuiltFiles) -> Path:
    """The Word file of the plan as it is."""
    return built_files(ACT.id)


@pytest.fixture
def changed_plan(mutation: Mutation, tmp_path: Path) -> Path:
    """A copy of the plan with one change."""
    plan = tmp_path / "plans" / PLAN.name
    plan.parent.mkdir()
    plan.write_text(mutation.of(PLAN.read_text(encoding="utf-8")), encoding="utf-8")
    return plan


@pytest.mark.parametrize("mutation", IN_PRINT.values(), ids=IN_PRINT.keys())
def test_a_change_of_the_plan_is_seen_in_print(
    mutation: Mutation, changed_plan: Path, compile_plan: Compile, tmp_path: Path
) -> None:
    assert seen_in_print(WordFile(compile_plan(changed_plan, tmp_path / "out"))) == mutation.seen_by


@pytest.mark.parametrize("mutation", IN_MEANING.values(), ids=IN_MEANING.keys())
def test_a_change_of_the_plan_is_seen_in_its_meaning(mutation: Mutation, changed_plan: Path) -> None:
    assert seen_in_meaning(load_plan(changed_plan)) == mutation.seen_by


@pytest.mark.parametrize(("name", "mutation"), OF_TEMPLATES.values(), ids=OF_TEMPLATES.keys())
def test_a_change_of_a_template_is_seen(name: str, mutation: Mutation, compile_plan: Compile, tmp_path: Path) -> None:
    plan, template = tmp_path / "plans" / PLAN.name, tmp_path / "templates" / name
    for file, text in (
        (plan, PLAN.read_text(encoding="utf-8")),
        (template, mutation.of((ROOT / "templates" / name).read_text(encoding="utf-8"))),
    ):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    assert seen_in_print(WordFile(compile_plan(plan, tmp_path / "out"))) == mutation.seen_by


@pytest.mark.parametrize("mutation", OF_FILE.values(), ids=OF_FILE.keys())
def test_a_change_of_the_word_file_is_seen(mutation: Mutation, built: Path, tmp_path: Path) -> None:
    assert seen_in_print(WordFile(mutated(built, tmp_path, mutation))) == mutation.seen_by


def mutated(built: Path, folder: Path, mutation: Mutation) -> Path:
    """A copy of the built file with one change of its document."""
    path = folder / built.name
    with ZipFile(built) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, mutation.of(data.decode()).encode() if name == DOCUMENT else data)
    return path


def test_a_difference_names_the_words_that_differ(built: Path, tmp_path: Path) -> None:
    mutation = Mutation("Thường trực Tỉnh ủy", "Tỉnh ủy", "")
    assert text_differences(ACT, WordFile(mutated(built, tmp_path, mutation))) == [Difference("Thường trực", "")]


@pytest.mark.parametrize(
    "properties", ["<w:caps/>", "<w:vanish/>", "<w:strike/>"], ids=["capitals", "hidden", "struck out"]
)
def test_words_that_print_otherwise_are_seen(properties: str, built: Path, tmp_path: Path) -> None:
    mutation = Mutation("<w:r><w:t>Nơi nhận", f"<w:r><w:rPr>{properties}</w:rPr><w:t>Nơi nhận", "")
    word_file = WordFile(mutated(built, tmp_path, mutation))
    assert text_differences(ACT, word_file) == []
    assert len(word_file.words_elsewhere()) == 1
