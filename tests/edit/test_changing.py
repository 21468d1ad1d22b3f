"""Changes of a plan's text: made where they are meant, byte for byte elsewhere, and refused where they touch more."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from cchc.edit.changes import Change, Dropped, Emptied, Identified, Noted, Piece, Reworded
from cchc.edit.changing import Changed, with_changes
from cchc.edit.encoded import Encoded
from tests.edit.plain_yaml import plain


def made(text: str | bytes, *changes: Change) -> Changed:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    changed = with_changes(Encoded.of(data), "plans/a.yaml", changes)
    assert changed is not None
    return changed


def text(changed: Changed) -> str:
    return changed.encoded.data.decode("utf-8")


def year(*path: str | int, at: int) -> Reworded:
    return Reworded(path, (Piece(at, at + 4, "2026"),), "năm 2026")


def test_words_are_exchanged_where_they_stand() -> None:
    old = "a: Năm 2025  # năm 2025\nb: 'Năm 2025'\nc: \"Năm 2025: x\"\n"
    new = text(made(old, year("a", at=4), year("b", at=4), year("c", at=4)))
    assert new == "a: Năm 2026  # năm 2025\nb: 'Năm 2026'\nc: \"Năm 2026: x\"\n"


@pytest.mark.parametrize("indicator", ["|", ">", ">-"])
def test_words_in_blocks_are_exchanged(indicator: str) -> None:
    old = f"a: {indicator}\n  Trước năm 2024.\n  Sau năm 2025.\nb: 1\n"
    value = plain(old.encode())["a"]
    new = text(made(old, year("a", at=value.index("2025"))))
    assert new == old.replace("2025", "2026")


def test_of_the_same_words_the_right_ones_are_exchanged() -> None:
    old = "a: 2025 2025 2025\n"
    assert text(made(old, year("a", at=5))) == "a: 2025 2026 2025\n"


def test_what_cannot_be_placed_is_noted_and_stays() -> None:
    old = 'a: "Năm\\x202025, n\\u0103m 2025"\nb:\n  - Sở Thông\n    tin\n'
    name = Reworded(("b", 0), (Piece(0, 12, "Sở Khoa học"),), "“Sở Khoa học”")
    changed = made(old, name)
    assert text(changed) == old.replace("  - Sở", "  # cchc: xem lại – “Sở Khoa học”\n  - Sở")
    assert (changed.kept, changed.notes) == ((name,), 1)


def test_values_are_emptied_and_their_keys_stay() -> None:
    old = "a: 15\nb: 'x'  # số\nc: {d: 1, e: 2}\n"
    new = text(made(old, Emptied(("a",)), Emptied(("b",)), Emptied(("c", "d")), Emptied(("c", "e"))))
    assert new == "a:\nb:  # số\nc: {d: , e: }\n"
    assert plain(new.encode()) == {"a": "", "b": "", "c": {"d": "", "e": ""}}


def test_rows_go_with_the_comments_above_them_and_no_others() -> None:
    old = (
        "# đầu\ntasks:\n  # của việc một\n  - title: một\n\n  # của việc hai\n  # nữa\n  - title: hai\n"
        "    # trong việc hai\n    lead: x  # cuối\n    # dưới việc hai\n  # của việc ba\n  - title: ba\n"
    )
    new = text(made(old, Dropped(("tasks", 1), "")))
    assert new == "# đầu\ntasks:\n  # của việc một\n  - title: một\n\n  # của việc ba\n  - title: ba\n"


def test_a_list_goes_with_its_key() -> None:
    old = "title: a\ntasks:\n- title: một\n- title: |\n    hai\nlead: x\n"
    assert text(made(old, Dropped(("tasks",), ""))) == "title: a\nlead: x\n"


def test_rows_in_brackets_stay_and_are_noted() -> None:
    old = "a:\n  tasks: [{title: một}, {title: hai}]\n"
    change = Dropped(("a", "tasks", 1), "bỏ dòng này")
    changed = made(old, change)
    assert text(changed) == "a:\n  # cchc: xem lại – bỏ dòng này\n  tasks: [{title: một}, {title: hai}]\n"
    assert changed.kept == (change,)


def test_what_goes_takes_its_own_changes_with_it() -> None:
    old = "tasks:\n  - title: năm 2025\n  - title: năm 2025\n"
    changed = made(
        old,
        Dropped(("tasks", 0), ""),
        year("tasks", 0, "title", at=4),
        Noted(("tasks", 0, "title"), "x"),
        Identified(("tasks", 0), "nam"),
        year("tasks", 1, "title", at=4),
    )
    assert (text(changed), changed.notes) == ("tasks:\n  - title: năm 2026\n", 0)


def test_ids_are_the_first_key() -> None:
    old = "tasks:\n  - title: một\n    lead: x\n  -   title: hai\n  - {title: ba}\n  -\n    title: bốn\n"
    new = text(made(old, *(Identified(("tasks", n), f"v-{n}") for n in range(4))))
    assert new == (
        "tasks:\n  - id: v-0\n    title: một\n    lead: x\n  -   id: v-1\n      title: hai\n"
        "  - {id: v-2, title: ba}\n  -\n    id: v-3\n    title: bốn\n"
    )


def test_an_anchor_keeps_what_it_names() -> None:
    old = "tasks:\n  - &a title: một\n  - title: *a\n"
    assert text(made(old, Identified(("tasks", 0), "v"))) == old


def test_an_alias_says_what_its_anchor_says() -> None:
    old = "a: &x năm 2025\nb: *x\n"
    assert text(made(old, year("a", at=4), year("b", at=4))) == "a: &x năm 2026\nb: *x\n"


def test_a_change_behind_an_alias_that_is_meant_for_one_place_alone_is_refused() -> None:
    old = "tasks:\n  - &x {title: một, lead: a}\n  - *x\n"
    encoded = Encoded.of(old.encode())
    assert with_changes(encoded, "a", [Identified(("tasks", 0), "mot"), Identified(("tasks", 1), "hai")]) is None


def test_a_row_whose_anchor_is_needed_elsewhere_is_not_dropped() -> None:
    old = "tasks:\n  - title: &x một\n  - title: hai\nb: *x\n"
    assert with_changes(Encoded.of(old.encode()), "a", [Dropped(("tasks", 0), "")]) is None
    old = "tasks:\n  - &x\n    title: một\n  - title: hai\nb: *x\n"
    assert made(old, Dropped(("tasks", 0), "bỏ")).kept == (Dropped(("tasks", 0), "bỏ"),)


def test_notes_at_one_place_stand_below_each_other_and_each_once() -> None:
    old = "a:\n  - title: một\n    lead: [x,\n      y]\n"
    changed = made(
        old,
        Noted(("a", 0), "một"),
        Noted(("a", 0, "title"), "hai"),
        Noted(("a", 0, "title"), "một"),
        Noted(("a", 0, "lead", 1), "ba\nbốn"),
    )
    assert text(changed) == (
        "a:\n  # cchc: xem lại – một\n  # cchc: xem lại – hai\n  - title: một\n"
        "    # cchc: xem lại – ba bốn\n    lead: [x,\n      y]\n"
    )
    assert changed.notes == 3


def test_line_ends_mark_and_letters_typed_apart_stay() -> None:
    old = normalize("NFD", "\ufeff# Kế hoạch\nb: Sở\na: năm 2025\ntasks:\n  - title: một\n").replace("\n", "\r\n")
    new = text(made(old, year("a", at=4), Identified(("tasks", 0), "mot"), Noted(("a",), "năm")))
    assert normalize("NFC", new) == (
        "\ufeff# Kế hoạch\r\nb: Sở\r\n# cchc: xem lại – năm\r\na: năm 2026\r\n"
        "tasks:\r\n  - id: mot\r\n    title: một\r\n"
    )
    assert normalize("NFD", "# Kế hoạch\r\nb: Sở") in new


def test_what_is_no_yaml_is_not_changed() -> None:
    assert with_changes(Encoded.of(b"a: [1\n"), "a", []) is None
    assert with_changes(Encoded.of(b""), "a", []) is None
