"""Texts with numbers: like any other, but for what prints in their place."""

from cchc.language.anchored import Anchored, bearing, numbers_in


def test_nobody_can_tell_it_from_its_text() -> None:
    text = Anchored("Sở Nội vụ", 12)
    assert text == "Sở Nội vụ"
    assert text in {"Sở Nội vụ"}
    assert f"{text} {text:>10}" == "Sở Nội vụ  Sở Nội vụ"
    assert text.upper() == "SỞ NỘI VỤ"


def test_what_prints_for_it_bears_its_number() -> None:
    one, two = Anchored("a", 1), Anchored("b", 4096)
    joined = f"- {bearing(one, 'Tháng a')}, {bearing('c', 'c')} {bearing(two, 'b')}"
    assert list(numbers_in(joined)) == [1, 4096]
    assert list(numbers_in("123 \ufdd0x\ufdd1")) == []


def test_nothing_stays_nothing() -> None:
    assert bearing(Anchored("a", 1), "") == ""


def test_every_paragraph_of_it_bears_its_number() -> None:
    parts = Anchored("một\nhai", 3).split("\n")
    assert [list(numbers_in(bearing(part, part))) for part in parts] == [[3], [3]]
