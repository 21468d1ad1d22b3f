"""``make fuzz``: bytes that grow out of real plans, guided by the code they reach, until a time is over.

An exception, a run of over ten seconds or over 1 GB of memory ends it and leaves the input in ``tests/fuzzing/finds``,
where the tests replay it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cchc"]):
    from tests.case_files import cases
    from tests.fuzzing.judging import judged

HERE = Path(__file__).parent
FINDS = HERE / "finds"
_WORDS = (
    *("period:", "jurisdiction:", "act:", "kind: decision", "kind: plan", "number:", "date:", "bases:", "articles:"),
    *("recipients:", "signatory:", "body:", "sections:", "title:", "text:", "bullets:", "points:", "objectives:"),
    *("kpis:", "appendices:", "layout: tasks", "layout: scorecard", "groups:", "tasks:", "activities:", "defaults:"),
    *("lead:", "support:", "start:", "end:", "when:", "budget:", "score:", "as_above: true", "parts:", "serves:"),
    *("layouts:", "columns:", "show:", "rows:", "totals:", "fields:", "footnotes:", "numbering:", "implements:"),
    *("<#a>", "<a=80%>", "[^a]", "{lead}", "# cchc: allow ", "&a", "*a", "<<: *a", "|", ">-", '"', "- ", ": ", "\n  "),
    *("năm 2025", "ngày 30/12/2024", "Nghị định số 30/2020/NĐ-CP", "Sở Nội vụ", "100%", "trở lên", "1.500", "quý I"),
)


def seeds() -> Iterator[bytes]:
    """Small plans that say much: the cases of the rules."""
    for case in (*cases("checks"), *cases("loader")):
        yield case.text.encode()
    for path in (HERE.parent / "layouts").glob("plans/*.yaml"):
        yield path.read_bytes()


def main(seconds: int) -> None:
    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in _WORDS), encoding="ascii")
    FINDS.mkdir(exist_ok=True)
    options = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=10", "-rss_limit_mb=1024"]
    places = [f"-dict={words}", f"-artifact_prefix={FINDS}/", str(corpus)]
    atheris.Setup([sys.argv[0], *options, *places], lambda data: judged(folder, data))
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
