"""``cchc fmt``: house style, once and for all, and never another value."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any, get_origin
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from yaml.composer import ComposerError

from cchc.edit.encoded import Encoded
from cchc.edit.formatting import formatted
from cchc.edit.key_order import FREE, KEYS
from cchc.loader.known_keys import every_key
from cchc.model.plan import Plan
from tests.edit.plain_yaml import plain
from tests.edit.texts import layouts

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
SMALL_PLANS = sorted((ROOT / "tests" / "layouts" / "plans").glob("*.yaml"))


def fmt(data: bytes) -> bytes:
    """``data`` in house style."""
    after, said = formatted(Encoded.of(data), "test.yaml")
    assert after is not None, said
    return after.data


def fmt_text(text: str) -> str:
    return fmt(dedent(text).encode()).decode()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_real_acts_are_in_house_style(path: Path) -> None:
    assert fmt(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("path", SMALL_PLANS, ids=lambda path: path.stem)
def test_formatting_keeps_every_value_and_twice_is_once(path: Path) -> None:
    once = fmt(path.read_bytes())
    assert plain(once) == plain(path.read_bytes())
    assert fmt(once) == once


CASES = {
    "keys in house order, ids first": (
        """
        act: {kind: decision}
        period: 2025
        appendices:
          - layout: tasks
            tasks:
              - lead: Sở Nội vụ
                title: Một
                id: mot
            title: Nhiệm vụ
        """,
        """
        period: 2025
        act: {kind: decision}

        appendices:
          - title: Nhiệm vụ
            layout: tasks
            tasks:
              - id: mot
                title: Một
                lead: Sở Nội vụ
        """,
    ),
    "a field of one's own stays behind the key that it stood behind": (
        """
        tasks:
          - lead: Sở Nội vụ
            cost: 5
            title: Một
            venue: Hội trường
        """,
        """
        tasks:
          - title: Một
            venue: Hội trường
            lead: Sở Nội vụ
            cost: 5
        """,
    ),
    "rows of different kinds, capacities and names of the author's own keep their order": (
        """
        act:
          signatory:
            on_behalf:
              TM: Ủy ban nhân dân
              KT: Chủ tịch
        footnotes:
          title: Hai
          id: Một
        appendices:
          - tasks:
              - title: Một
            groups:
              - title: Hai
            layout: tasks
        """,
        """
        act:
          signatory:
            on_behalf:
              TM: Ủy ban nhân dân
              KT: Chủ tịch

        footnotes:
          title: Hai
          id: Một

        appendices:
          - layout: tasks
            tasks:
              - title: Một
            groups:
              - title: Hai
        """,
    ),
    "two spaces a level, lists below their key, one blank line": (
        """


        act:
            kind:   decision
            bases:
            - Luật A
            -   Luật B



            - Luật C
        title: Tên  # nói về tên
        body:
        -
          title: Một
        """,
        """
        act:
          kind: decision
          bases:
            - Luật A
            - Luật B

            - Luật C

        title: Tên  # nói về tên

        body:
          - title: Một
        """,
    ),
    "comments go with what they speak of": (
        """
        # về cả tệp

        # về tên
        title: Tên
        act:
          # về ngày
          date: 2025-01-02
          # về loại
          kind: decision
            # còn nói về loại
        # về năm
        period: 2025
        # cuối tệp
        """,
        """
        # về cả tệp

        # về năm
        period: 2025

        act:
          # về loại
          kind: decision
            # còn nói về loại
          # về ngày
          date: 2025-01-02

        # về tên
        title: Tên
        # cuối tệp
        """,
    ),
    "no quotes but where a reader of YAML needs them": (
        """
        title: "Một câu"
        theme: 'Hai "câu"'
        opening: "Ba: bốn"
        closing: 'Năm: sáu'
        body:
          - "2025"
          - "có"
          - "no"
          - "12/2024"
          - "+"
          - "# bảy"
          - "- tám"
          - "lead:chín"
          - 'mười: "một"'
          - "100% hồ sơ"
          - ""
        """,
        """
        title: Một câu
        theme: Hai "câu"
        opening: "Ba: bốn"

        body:
          - "2025"
          - có
          - "no"
          - "12/2024"
          - "+"
          - "# bảy"
          - "- tám"
          - "lead:chín"
          - 'mười: "một"'
          - 100% hồ sơ
          - ""

        closing: "Năm: sáu"
        """,
    ),
    "sentences in brackets get a line each, labels stay": (
        """
        numbering: ["1.", "a)"]
        bodies: ["Sở Nội vụ", 'Sở Y tế: mọi phòng']
        """,
        """
        numbering: ["1.", "a)"]

        bodies:
          - Sở Nội vụ
          - "Sở Y tế: mọi phòng"
        """,
    ),
    "brackets over several lines keep their shape": (
        """
        act:
            signatory: {
                title: Một,
                  name: An
            }
            bases: ["Một câu dài",
                    "hai
                 dòng"]
        """,
        """
        act:
          bases: ["Một câu dài",
               "hai
            dòng"]
          signatory: {
              title: Một,
                name: An
          }
        """,
    ),
    "sentences stay broken where their author broke them": (
        """
        title: Một câu
            trên hai dòng
        theme:
               Một câu khác

               của hai đoạn  # chú thích
        opening: "Một câu
            trong ngoặc"
        text: >-
               gấp
                 lại

               đoạn
        closing: |
            giữ~~
              nguyên
        """,
        """
        title: Một câu
          trên hai dòng
        theme:
          Một câu khác

          của hai đoạn  # chú thích
        opening: "Một câu
          trong ngoặc"
        text: >-
          gấp
            lại

          đoạn
        closing: |
          giữ~~
            nguyên
        """,
    ),
    "a comment further out than its key stays whole": (
        "body:\n  -\n    - title: Một\n# chú thích\n      id: mot\n",
        "body:\n# chú thích\n  - - id: mot\n      title: Một\n",
    ),
    "a comment below a block scalar stays out of it": (
        "bullets:\n    - |\n       một\n      # sâu\n    - hai\n",
        "bullets:\n  - |\n    một\n   # sâu\n  - hai\n",
    ),
    "what speaks to the program stays above what it speaks of": (
        "act: {kind: plan}\n   # chú thích\n   # cchc: allow D101 vì bản gốc\nbody:\n  - title: I. Một\n",
        "act: {kind: plan}\n   # chú thích\n\n# cchc: allow D101 vì bản gốc\nbody:\n  - title: I. Một\n",
    ),
    "a file without a last line end gets one": ("period: 2025", "period: 2025\n"),
    "a tab inside a line is no space of the text": (
        "period:\t2025\ntitle: Một\thai\n",
        "period: 2025\ntitle: Một\thai\n",
    ),
    "a plan of a wrong shape is formatted": ("suport: x\nact:\n    - 1\n", "suport: x\n\nact:\n  - 1\n"),
}

KEPT = {
    "keys do not move where anchors and aliases link them": "title: &a Tên\ntheme: *a\nperiod: 2025\n",
    "leave for a key does not become leave for its item": (
        "body:\n  - title: Một\n    # cchc: allow S109 vì mã cũ\n    id: MOT\n"
    ),
    "a letter typed as an escape stays one": 'title: "C\\u1ea3i c\\xe1ch \\\\b"\n',
}


@pytest.mark.parametrize("name", CASES)
def test_house_style(name: str) -> None:
    before, after = (dedent(text).replace("~", " ") for text in CASES[name])
    assert fmt_text(before) == after.removeprefix("\n")
    assert fmt_text(after) == after.removeprefix("\n")


@pytest.mark.parametrize("name", KEPT)
def test_what_is_in_house_style_already_stays(name: str) -> None:
    assert fmt_text(KEPT[name]) == KEPT[name]


@given(layouts())
@settings(deadline=None, max_examples=300)
def test_any_text_keeps_its_values_and_is_formatted_once(text: str) -> None:
    data = text.encode()
    after, said = formatted(Encoded.of(data), "test.yaml")
    if after is None:
        # What reads well can be formatted; but a block that ends the file without a line end cannot move up, and of
        # one that says its own indentation or keeps the lines below it (no plan needs either) these lines are text.
        assert said
        assert {each.code for each in said} != {"E102"} or not text.endswith("\n") or "|2" in text or ">+" in text
        return
    try:
        expected = plain(data)
    except ComposerError:  # an anchor given twice, which YAML allows and libyaml's nodes do not
        return
    assert plain(after.data) == expected
    assert fmt(after.data) == after.data


def test_line_ends_mark_and_letters_stay_as_they_were_typed() -> None:
    text = normalize("NFD", "act:\n    title: Đắk Nông\nperiod: 2025\n")
    expected = normalize("NFD", "period: 2025\n\nact:\n  title: Đắk Nông\n")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert fmt(windows) == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()


def test_quoted_letters_typed_apart_are_the_same_without_quotes() -> None:
    text = normalize("NFD", '"title": "Đắk Nông năm tới"\n')
    assert fmt(text.encode()) == text.replace('"', "").encode()


def test_a_no_break_space_at_the_end_of_a_line_is_text() -> None:
    text = "title: Một\xa0\ntheme: Hai\xa0  # chú thích\nbody:\n  - Ba\xa0\n    bốn\xa0\n"
    assert plain(fmt(text.encode())) == plain(text.encode())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: Một: hai\n", "Y033"),
        ("title: Một\ntitle: Hai\n", "Y024"),
        ("? title\n: Một\n", "E101"),
        ("# chú thích\n", "Y002"),
        ("closing: Hết.\ntext: |\n  Một", "E102"),
    ],
)
def test_what_cannot_be_moved_is_said(text: str, code: str) -> None:
    after, said = formatted(Encoded.of(text.encode()), "test.yaml")
    assert (after, [found.code for found in said]) == (None, [code])


def test_every_key_of_the_language_has_its_place() -> None:
    assert sorted(KEYS) == sorted(every_key(Plan))


def test_the_order_is_the_authors_wherever_the_names_are() -> None:
    assert _dictionaries(Plan) == FREE


def _dictionaries(model: Any) -> set[str]:
    """The fields of ``model`` and of what it holds whose keys the author chooses."""
    from cchc.loader.known_keys import _annotations, _models

    found: set[str] = set()
    seen: set[Any] = set()
    waiting = [model]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            for name, annotation in _annotations(each).items():
                if any(get_origin(part) is dict for part in _parts(annotation)):
                    found.add(name)
                waiting += _models(annotation)
    return found


def _parts(annotation: Any) -> list[Any]:
    from typing import get_args

    return [annotation, *(inner for each in get_args(annotation) for inner in _parts(each))]
