"""Diagnostics without their texts tell the same places and lines, and the same ones are equal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic, Edit, Related, Severity, Wording
from cchc.pipeline.excerpts import by_themselves
from cchc.report.result import exact_region_of, region_of
from cchc.source import Excerpt, Source, Span

SAID = Wording("câu", "sentence")
TEXTS = st.text(alphabet="ab đ\n", min_size=0, max_size=60)


def diagnostic(*spans: Span) -> Diagnostic:
    """A diagnostic that speaks of ``spans``."""
    first, *others = spans
    related = tuple(Related(span, SAID) for span in others[::2])
    edits = tuple(Edit(span, "x") for span in others[1::2])
    return Diagnostic("X101", Severity.NOTE, SAID, first, None, related, None, edits)


def places(found: Diagnostic) -> list[Span]:
    """Every place that ``found`` speaks of."""
    assert found.span
    return [found.span, *(each.span for each in found.related), *(each.span for each in found.edits)]


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    sources = [Source(f"{number}.yaml", draw(TEXTS)) for number in range(2)]
    chosen = []
    for _ in range(draw(st.integers(1, 5))):
        source = draw(st.sampled_from(sources))
        start = draw(st.integers(0, len(source.text)))
        chosen.append(Span(source, start, draw(st.integers(start, len(source.text)))))
    return chosen


@given(spans())
def test_places_and_lines_are_those_of_the_text(chosen: list[Span]) -> None:
    (cut,) = by_themselves([diagnostic(*chosen)])
    assert len(places(cut)) == len(chosen)
    for whole, part in zip(places(diagnostic(*chosen)), places(cut), strict=True):
        assert isinstance(part.source, Excerpt)
        assert (str(part), part.text) == (str(whole), whole.text)
        assert exact_region_of(part) == exact_region_of(whole)
        assert region_of(part) == region_of(whole)
        assert part.source.line(part.line) == whole.source.line(whole.line)


@given(spans())
def test_what_says_the_same_of_equal_files_is_equal(chosen: list[Span]) -> None:
    again = {span.source: Source(span.source.name, span.source.text) for span in chosen}
    twice = [chosen, [span._replace(source=again[span.source]) for span in chosen]]
    one, other = (by_themselves([diagnostic(*each)]) for each in twice)
    assert one == other
    assert len({*one, *other}) == 1
    assert by_themselves(one) == one


def test_of_a_text_only_the_lines_of_its_places_are_kept() -> None:
    source = Source("2025.yaml", "".join(f"dòng {number}\n" for number in range(1, 1001)))
    spans = [Span(source, source.line_start(number), source.line_start(number) + 4) for number in (700, 20)]
    (cut,) = by_themselves([diagnostic(*spans)])
    assert cut.span
    assert cut.span.source.text == "dòng 20\ndòng 700\n"
    assert [str(span) for span in places(cut)] == ["2025.yaml:700:1", "2025.yaml:20:1"]
    assert [cut.span.source.line(number) for number in (20, 21, 700, 1001)] == ["dòng 20", "", "dòng 700", ""]


def test_what_has_no_place_stays_as_it_is() -> None:
    found = Diagnostic("W001", Severity.ERROR, SAID, None)
    assert by_themselves([found]) == (found,)
