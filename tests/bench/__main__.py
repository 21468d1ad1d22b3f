"""``make bench``: measure, say whether the targets are met, and write the figures into the page."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import computer
from tests.bench.measuring import Bench
from tests.bench.page import PAGE, figures, rewritten

SIZES = (100, 1_000, 10_000, 50_000)


def main() -> None:
    """Measure what the arguments ask for. Only a run over all sizes rewrites the page; others are printed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="tasks of the generated plans: 100,1000")
    parser.add_argument("--quick", action="store_true", help="the smallest size, each program once")
    parser.add_argument("--rounds", type=int, help="how often each program runs")
    parser.add_argument("--page", type=Path, help="the page to rewrite, whatever the sizes are")
    chosen = parser.parse_args()
    sizes, rounds = ((SIZES[0],), 1) if chosen.quick else (chosen.sizes, chosen.rounds)
    before = computer.load()
    with tempfile.TemporaryDirectory() as folder:
        results = Bench(Path(folder), _say, rounds).results(sizes)
    about = [*computer.described(), _busy(before, computer.load())]
    text = figures(results, about)
    sys.stdout.write(text)
    page = chosen.page or (PAGE if set(SIZES) <= set(sizes) else None)
    if page:
        page.write_text(rewritten(page.read_text(encoding="utf-8"), text), encoding="utf-8")
        _say(f"written: {page}")


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.replace("_", "").split(",") if each)


def _busy(before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return "how busy the computer was is not known"
    return f"processes that wanted a core: {before:.1f} before the run, {after:.1f} after it, this run's among them"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
