"""Whether redlines are exact, as other programs settle them.

``python -m tests.compare.exactness 60`` looks at all ordered pairs of the real plans, at their copies with five edits
and at so many copies with edits drawn by a seed, each both ways; it prints the number of pairs and what is wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path

from tests.backends.package_checks import all_problems
from tests.backends.packages import parts_of
from tests.backends.test_package import audit
from tests.backends.wordml import W, parsed
from tests.compare.mutated import EDITS, edited, mutated
from tests.compare.settling import WAYS, content, differences, settled
from tests.compare.trees import tree_content
from tests.compare.versions import IDS, Made, Version, made, real, written


def wrong_in_memory(redline: Made) -> list[str]:
    """What is not as in the new (old) document when all revisions of the tree are accepted (rejected)."""
    found: list[str] = []
    for way, plain in zip(WAYS, (redline.new, redline.old), strict=True):
        found += differences(tree_content(redline.document, way), tree_content(plain, "accept"))
    return found


def wrong_in_libreoffice(redlines: Mapping[str, Made], folder: Path) -> dict[str, list[str]]:
    """The same as LibreOffice settles the files, of all ``redlines`` in one process."""
    results = settled({name: each.data for name, each in redlines.items()}, folder)
    wrong: dict[str, list[str]] = {}
    for name, each in redlines.items():
        for way, plain in zip(WAYS, (each.new, each.old), strict=True):
            found = differences(content(results[name, way]), content(written(plain)))
            if found:
                wrong[f"{name}, {way}"] = found
    return wrong


def wrong_in_pandoc(redline: Made, folder: Path) -> list[str]:
    """The ways in which pandoc reads other words."""
    return [
        way
        for way, plain in zip(WAYS, (redline.new, redline.old), strict=True)
        if _pandoc_words(redline.data, way, folder) != _pandoc_words(written(plain), "accept", folder)
    ]


def _pandoc_words(data: bytes, way: str, folder: Path) -> list[str]:
    path = folder / "read.docx"
    path.write_bytes(data)
    command = ["pandoc", "--from=docx", "--to=json", f"--track-changes={way}", str(path)]
    found: list[str] = []

    def walk(node: object) -> None:
        match node:
            case {"t": "Str", "c": str(text)}:
                found.append(text)
            case {"t": "Space" | "SoftBreak" | "LineBreak" | "Para" | "Plain" | "Note", **rest}:
                found.append(" ")
                walk(rest)
                found.append(" ")
            case dict():
                for value in node.values():
                    walk(value)
            case list():
                for value in node:
                    walk(value)

    walk(json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)["blocks"])
    return "".join(found).replace("\u00a0", " ").replace("\u2011", "-").split()


def unsound(data: bytes, folder: Path) -> list[str]:
    """What is wrong with the package; ids of revisions that occur twice."""
    body = parsed(parts_of(data)["word/document.xml"].decode("utf-8").partition("?>")[2])
    ids = [str(each.get(f"{W}id")) for name in ("ins", "del") for each in body.iter(f"{W}{name}")]
    twice = sorted({each for each in ids if ids.count(each) > 1}) if len(ids) != len(set(ids)) else []
    return [*map(str, audit(data, folder)), *map(str, all_problems(data)), *twice]


def every_pair(count: int, folder: Path) -> Iterator[tuple[str, Version, Version]]:
    """All pairs that ``python -m`` looks at."""
    for old, new in permutations(IDS, 2):
        yield f"{old} > {new}", real(old), real(new)
    for name in EDITS:
        changed = edited(name, folder / name)
        yield f"{name} > edited", real(name), changed
        yield f"edited > {name}", changed, real(name)
    for each in mutated(range(count)):
        yield f"{each.name}", each.old, each.new
        yield f"{each.name} back", each.new, each.old


def main(count: int) -> None:
    """All pairs, with the number of mutated plans."""
    total = 0
    wrong: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs = list(every_pair(count, folder))
        for start in range(0, len(pairs), 20):
            some = {name: made(old, new) for name, old, new in pairs[start : start + 20]}
            room = folder / str(start)
            room.mkdir()
            wrong |= wrong_in_libreoffice(some, room)
            for name, each in some.items():
                total += 1
                found = [wrong_in_memory(each), wrong_in_pandoc(each, folder), unsound(each.data, folder)]
                if any(found):
                    wrong[name] = found
            print(f"{total} pairs, {len(wrong)} wrong", flush=True)
    for name, details in wrong.items():
        print(name, details)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
