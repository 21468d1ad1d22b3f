"""The sentences of an act that must be found in its print, with the place of each."""

from __future__ import annotations

from cchc.export.sentences import printed_sentences
from cchc.source import KeyPath
from tests.plans import plan


def sentences(act: str, text: str = "") -> dict[KeyPath, str]:
    return {sentence.path: sentence.text for group in printed_sentences(plan(text, act=act)) for sentence in group}


def test_words_that_print_exactly_so_must_be_found_too() -> None:
    act = """
        bases: [{printed: Một}]
        proposal: {printed: Hai}
        articles: [{enforcement: {printed: Ba}}]
        recipients: [{printed: Bốn}]
        archive: {printed: Năm}
    """
    assert list(sentences(act).values()) == ["Một", "Hai", "Ba", "Bốn", "Năm"]
    assert ("act", "articles", 0, "enforcement", "printed") in sentences(act)


def test_what_prints_on_one_line_is_one_sentence_on_however_many_it_was_typed() -> None:
    act = """
        bases:
          - |
            Luật Một
            và hai
        archive: |
          VT
          NC
    """
    assert list(sentences(act).values()) == ["Luật Một và hai", "VT NC"]


def test_a_plan_that_an_article_carries_has_no_title_of_its_own() -> None:
    body = "title: X\nbody: [{title: Hai, text: Một}]"
    carried = sentences("articles: [{text: Duyệt, carries: plan}]", body)
    assert ("title",) not in carried
    assert ("body", 0, "title") in carried
    assert ("title",) in sentences("articles: [Một]", body)
