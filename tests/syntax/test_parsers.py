"""libyaml and the Python parser that stands in for it give the same nodes and the same diagnostics."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.diagnostics import has_errors
from cchc.source import Source
from cchc.syntax.decoding import decode
from cchc.syntax.events import standard_parser
from cchc.syntax.parsing import parse
from cchc.syntax.pure import PureParser

CORPUS = (
    "a:\tb\nc: d\t# e\n",
    "[a,\tb]",
    "? a\n: b\n? c\n",
    "- - a\n  - b\n-\n  - c\n",
    "a: &x\n- b\nc: *x\n",
    "a: |2\n   b\n  c\n\nd: >-\n  e\n\n  f\n   g\n",
    "a: 'b\n\n  c''d'\ne: \"f \\\n  g\\td\"\n",
    "{a: , b, 'c':d, e: [f: g, {h}]}",
    "--- # c\n&a a: *a\n...\n",
    "a: [\n  b, # c\n  d\n]\n",
    "%YAML 1.1\n%TAG ! tag:x,2000:\n---\n!y a\n",
    '- "\\ud83d\\ude00"\n',
    '- "\\UFFFFFFFF"\n',
    "a: b\r\nc:\r\n- d\r\n",
)


@pytest.mark.parametrize("text", CORPUS, ids=repr)
def test_a_corpus_is_read_alike(text: str) -> None:
    source = Source("plan.yaml", text)
    assert parse(source, parser=PureParser) == parse(source)


def test_a_whole_plan_is_read_alike() -> None:
    path = Path(__file__).parents[2] / "plans" / "2025.yaml"
    source, _ = decode(path.read_bytes(), path.name)
    assert source is not None
    assert parse(source, parser=PureParser) == parse(source)


@settings(max_examples=300)
@given(st.text(alphabet=":-# \n\t[]{}\"'&*!|>%@,?aĐ1\\", max_size=30))
def test_texts_made_of_what_yaml_obeys_never_become_other_data(text: str) -> None:
    source = Source("plan.yaml", text)
    one, other = parse(source), parse(source, parser=PureParser)
    assert has_errors(one[1]) or has_errors(other[1]) or one == other


@settings(max_examples=100)
@given(
    st.recursive(
        st.text(max_size=12), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner), max_leaves=10
    )
)
def test_dumped_data_is_read_alike(tree: object) -> None:
    source, _ = decode(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"), "plan.yaml")
    if source:
        assert parse(source, parser=PureParser) == parse(source)


def test_the_python_parser_stands_in_where_the_other_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert standard_parser() is not PureParser
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert standard_parser() is PureParser
