"""The parts of a small document, held against files; ``--update-goldens`` rewrites them."""

from pathlib import Path

import pytest

from tests.backends import demo
from tests.backends.packages import parts_of

GOLDEN = Path(__file__).with_name("golden")
PARTS = parts_of(demo.file(tasks=1, length=1))


def _path(part: str) -> Path:
    return GOLDEN / part.replace("/", "-").replace("_rels-.rels", "package.rels")


def _lines(content: bytes) -> str:
    """The part with one element a line, so that a difference shows where it is."""
    return content.decode("utf-8").replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("part", PARTS)
def test_part(part: str, update_goldens: bool) -> None:
    path = _path(part)
    if update_goldens:
        path.parent.mkdir(exist_ok=True)
        path.write_text(_lines(PARTS[part]), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == _lines(PARTS[part])


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {_path(part).name for part in PARTS}
