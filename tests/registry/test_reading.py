"""Who is meant by the leads, supports, duties and recipients of five real acts; nothing of a text is lost."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import shipped_registry

REGISTRY = shipped_registry()
DAY = date(2024, 12, 30)
SEPARATORS = re.compile(r"(?:[\s;,./+•…:&‐-―−-]|và|hoặc|cùng)*", re.IGNORECASE)


def cases(act: str = "", place: str = "") -> dict[str, str]:
    """The texts of ``mentions.tsv`` and whom a person read in them: bodies, "class …", "office of …", "?unknown"."""
    lines = Path(__file__).with_name("mentions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {
        text.replace("\\n", "\n"): meant
        for case_act, case_place, text, meant in rows
        if act in ("", case_act) and place in ("", case_place)
    }


ALL = cases()


def shown(mention: Mention) -> str:
    if mention.kind == "office_holder":
        return f"{mention.office} of {mention.id or 'nobody'}"
    if mention.kind == "class":
        return f"class {mention.id}"
    return mention.id or f"?{mention.printed}"


def gaps(text: str, mentions: tuple[Mention, ...]) -> list[str]:
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


@pytest.mark.parametrize(("text", "meant"), ALL.items())
def test_everybody_is_read(text: str, meant: str) -> None:
    assert "; ".join(map(shown, read_bodies(text, REGISTRY, DAY))) == meant


def test_the_bodies_of_the_2025_appendix_are_those_that_another_reader_found() -> None:
    acts = Path(__file__).parents[1] / "acts"
    with (acts / "2025" / "rows.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with (acts / "2025" / "bodies.tsv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t"))
    assert len(found) == 88
    for line in found:
        for cell in ("lead", "support"):
            read = read_bodies(rows[int(line["row"]) - 1][cell], REGISTRY, DAY)
            bodies = [item for item in line[cell].split("; ") if ":" not in item]
            assert [mention.id for mention in read if mention.kind == "body"] == [item for item in bodies if item], line


@pytest.mark.parametrize("text", cases("2025", "cell"))
def test_letter_case_and_tone_placement_do_not_matter(text: str) -> None:
    kinds = [(mention.kind, mention.id) for mention in read_bodies(text, REGISTRY, DAY)]
    for other in (text.upper(), text.lower().replace("ủy", "uỷ")):
        assert [(mention.kind, mention.id) for mention in read_bodies(other, REGISTRY, DAY)] == kinds


def test_offices_share_the_body_of_the_last_within_one_part_of_a_list() -> None:
    text = "Chủ tịch; CT, các PCT UBND tỉnh"
    assert [mention.id for mention in read_bodies(text, REGISTRY)] == [None, "ubnd-tinh", "ubnd-tinh"]


def test_separators_alone_name_nobody() -> None:
    assert read_bodies("", REGISTRY) == read_bodies(" ;,\n- ", REGISTRY) == ()


def test_the_first_name_of_a_list_holds_the_words_that_announce_it() -> None:
    printed = [mention.printed for mention in read_bodies("Các Sở: NV, KH&ĐT, TT&TT", REGISTRY)]
    assert printed == ["Các Sở: NV", "KH&ĐT", "TT&TT"]


def test_a_name_means_the_body_of_the_day() -> None:
    own = "Văn phòng HĐND và UBND xã"
    assert [mention.id for mention in read_bodies(own, REGISTRY, date(2026, 1, 1))] == ["phong-cap-xa"]
    city = "UBND thành phố"
    assert [mention.id for mention in read_bodies(city, REGISTRY, DAY)] == ["ubnd-tinh"]
    assert [mention.id for mention in read_bodies(city, REGISTRY, date(2026, 1, 1))] == ["ubnd-tinh"]


names = st.sampled_from([text for text in ALL if ":" not in text])
texts = st.lists(names, max_size=4).flatmap(
    lambda parts: st.sampled_from(["; ", ";\n", "\n- ", ", ", " và "]).map(lambda sign: sign.join(parts))
)
scraps = st.text("SởcácUBNDcấpxãNộivụGiámđốctỉnhđược ,;:().-&\n", max_size=40) | st.lists(
    st.sampled_from(
        ["Sở", "Nội vụ", "các", "UBND", "cấp xã", "Giám đốc", "thành phố", "được", "và", "(", ")", ":", ",", "-"]
    )
).map(" ".join)


@given(st.one_of(texts, scraps, st.text(max_size=40)))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    mentions = read_bodies(text, REGISTRY, DAY)
    for mention in mentions:
        assert mention.start < mention.end
        assert text[mention.start : mention.end] == mention.printed
        assert (mention.kind == "unknown") == (mention.id is None and mention.office is None)
    assert all(SEPARATORS.fullmatch(gap) for gap in gaps(text, mentions))


@given(st.lists(names, min_size=1, max_size=5))
def test_lists_joined_by_semicolons_are_read_part_by_part(parts: list[str]) -> None:
    whole = [shown(mention) for mention in read_bodies("; ".join(parts), REGISTRY, DAY)]
    assert whole == [shown(mention) for part in parts for mention in read_bodies(part, REGISTRY, DAY)]


def test_every_name_in_the_registry_reads_as_its_body() -> None:
    for body in REGISTRY.bodies:
        if body.is_territory:
            continue
        day = body.valid_from or date(2024, 1, 1)
        for form in (body.name, *body.aliases, *body.misspelled):
            read = read_bodies(form, REGISTRY, day)
            assert [(mention.kind, mention.id) for mention in read] == [("body", body.id)], form


def test_every_wording_of_a_class_reads_as_the_class() -> None:
    for body_class in REGISTRY.classes:
        for wording in (body_class.name, *body_class.wordings):
            read = read_bodies(wording, REGISTRY, DAY)
            assert [(mention.kind, mention.id) for mention in read] == [("class", body_class.id)], wording
