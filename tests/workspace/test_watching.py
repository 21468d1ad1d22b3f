"""Files looked at again and again: what counts as a change, and when it is at rest."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from cchc.workspace.watching import Changes, changes, stamps


def test_plans_and_templates_are_seen_below_folders(tmp_path: Path) -> None:
    seen = ["a.yaml", "b/c.yml", "b/d/e.xml.j2", "_registry.yaml"]
    for name in (*seen, ".a.yaml", ".git/x.yaml", "a.yaml~", "4913", "a.docx", "b/.x.yaml.swp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert {path.relative_to(tmp_path).as_posix() for path in stamps([tmp_path])} == {*seen}
    assert set(stamps([tmp_path / "a.docx", tmp_path / "b", tmp_path / "gone"])) == {
        *(tmp_path / "a.docx", tmp_path / "b" / "c.yml", tmp_path / "b" / "d" / "e.xml.j2")
    }


def test_a_circle_of_links_is_not_walked_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").write_bytes(b"")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in stamps([tmp_path])] == ["x.yaml"]


def test_nothing_has_changed_when_patience_ends(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    before = stamps([tmp_path])
    assert changes(before, [tmp_path], 0.0) == (before, Changes(frozenset()))


def test_a_file_that_is_written_piece_by_piece_is_one_change(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"")
    before = stamps([tmp_path])

    def write() -> None:
        with path.open("wb") as file:
            for _ in range(12):
                file.write(b"piece\n")
                file.flush()
                time.sleep(0.05)

    writer = threading.Thread(target=write)
    writer.start()
    now, seen = changes(before, [tmp_path], None)
    writer.join()
    assert seen == Changes(frozenset({path}))
    assert path.stat().st_size == now[path][1] == 12 * 6


def test_what_comes_and_goes_is_told_from_what_changes(tmp_path: Path) -> None:
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_bytes(b"")
    before = stamps([tmp_path])
    other.write_bytes(b"")
    now, seen = changes(before, [tmp_path], None)
    assert seen == Changes(frozenset({other}), others=True)
    other.unlink()
    one.write_bytes(b"x")
    assert changes(now, [tmp_path], None)[1] == Changes(frozenset({one, other}), others=True)
