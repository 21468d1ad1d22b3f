"""The floor: the finished parts of a Word file zipped and written: ``python -m tests.bench.ways.zipped DOCX OUT``."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from tests.bench.ways.laps import Laps


def main() -> None:
    """Pack the parts of the first file anew, into the second."""
    source, target = map(Path, sys.argv[1:])
    laps = Laps()
    with zipfile.ZipFile(source) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with laps.lap("zip"), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    laps.say()


if __name__ == "__main__":
    main()
