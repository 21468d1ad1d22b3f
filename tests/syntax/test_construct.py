"""Nodes become plain data, and every key path has its place."""

from __future__ import annotations

from unicodedata import normalize

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.source import Source
from cchc.syntax.construct import Data, construct
from cchc.syntax.parsing import parse
from cchc.syntax.spacing import ODD_SPACES
from tests.syntax.reading import data, node

PLAN = """\
period: 2025
act:
  bases:
    - một
    - {so: 2, tên: }
  note: ~
"""

_WRITABLE = st.characters(
    exclude_categories=("Cc", "Cs"),
    exclude_characters="\u2028\u2029\ufeff\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0))),
)
_TEXTS = st.text(_WRITABLE | st.sampled_from("\n\t :#-\"'"), max_size=20).map(lambda text: normalize("NFC", text))
_KEYS = _TEXTS.map(lambda text: text.strip(ODD_SPACES))
_TREES = st.recursive(
    st.none() | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)


def test_texts_lists_mappings_and_absent_values() -> None:
    expected: Data = {"period": "2025", "act": {"bases": ["một", {"so": "2", "tên": None}], "note": None}}
    assert data(PLAN) == expected


def test_every_key_path_has_its_place() -> None:
    _, places = construct(node(PLAN))
    assert {
        path: (span.line, span.column, span.text) for path, span in places.values.items() if path[:1] != ()
    } | {} == {
        ("period",): (1, 9, "2025"),
        ("act",): (3, 3, PLAN[PLAN.index("bases") : -1]),
        ("act", "bases"): (4, 5, "- một\n    - {so: 2, tên: }"),
        ("act", "bases", 0): (4, 7, "một"),
        ("act", "bases", 1): (5, 7, "{so: 2, tên: }"),
        ("act", "bases", 1, "so"): (5, 12, "2"),
        ("act", "bases", 1, "tên"): (5, 19, ""),
        ("act", "note"): (6, 9, "~"),
    }
    assert {path: (span.line, span.column) for path, span in places.keys.items()} == {
        ("period",): (1, 1),
        ("act",): (2, 1),
        ("act", "bases"): (3, 3),
        ("act", "bases", 1, "so"): (5, 8),
        ("act", "bases", 1, "tên"): (5, 15),
        ("act", "note"): (6, 3),
    }
    assert places.root.text == PLAN[:-1]


def test_what_an_alias_repeats_is_made_anew_with_the_place_of_where_it_was_written() -> None:
    made, places = construct(node("- &x {a: b}\n- *x\n"))
    assert isinstance(made, list)
    assert made == [{"a": "b"}, {"a": "b"}]
    assert made[0] is not made[1]
    assert places.value((1, "a")).line == 1


@settings(max_examples=150)
@given(_TREES, st.booleans())
def test_what_another_program_writes_comes_back(tree: Data, flow: bool) -> None:
    written = yaml.safe_dump([tree], allow_unicode=True, default_flow_style=flow)
    source = Source("plan.yaml", written)
    found, diagnostics = parse(source)
    assert [each for each in diagnostics if each.code != "Y023"] == []
    assert found is not None
    made, places = construct(found)
    assert made == [tree]
    assert all(span.source is source for span in places.values.values())
