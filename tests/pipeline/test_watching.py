"""A watch builds what was saved, whatever way it was saved, survives what is wrong, and spares work done in Word."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from cchc.pipeline import watching
from cchc.pipeline.building import Builder
from cchc.pipeline.outcomes import BuildRequest, Outcome, PlanOutcome, unannounced
from cchc.pipeline.watching import Round, watch
from cchc.workspace.projects import PlanFile
from tests.pipeline.files import surroundings, write_plan
from tests.printing import SMALL, shipped

TEXT = SMALL.read_text(encoding="utf-8")
OTHER = TEXT.replace("Rà soát", "Soát xét")

Rounds = Generator[Round, None, None]
Next = Callable[[], dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watching, "RETRY", 0.01)
    for name in ("2024", "2025"):
        write_plan(tmp_path, TEXT, f"{name}.yaml")
    return tmp_path


def watched(folder: Path, *operands: str, **options: object) -> Iterator[Round]:
    request = BuildRequest(operands, **options)  # type: ignore[arg-type]
    return watch(request, lambda: surroundings(folder), unannounced)


def said(rounds: Iterator[Round]) -> dict[str, str]:
    """What the next round says of each plan: the codes of errors, else whether it was written."""
    told = {}
    for result in next(rounds).results:
        if isinstance(result, PlanOutcome):
            codes = [each.code for each in result.diagnostics if each.severity == "error"]
            told[result.id] = " ".join(codes) or ("unchanged" if result.unchanged else "written")
        else:
            told |= {each.code: "" for each in result.diagnostics}
    return told


def test_one_plan_that_is_saved_is_built_alone(folder: Path) -> None:
    rounds = watched(folder)
    assert said(rounds) == {"2024": "written", "2025": "written"}
    write_plan(folder, OTHER)
    each = next(rounds)
    assert each.changed == (str(Path("plans", "2025.yaml")),)
    assert [result.id for result in each.results if isinstance(result, PlanOutcome)] == ["2025"]


def moved_there(path: Path, text: str) -> None:
    """Saved as vim and Word do: written under another name, which then is given up."""
    path.with_name("4913~").write_text(text, encoding="utf-8")
    path.with_name("4913~").replace(path)


def put_aside_first(path: Path, text: str) -> None:
    """Saved as other editors do: the former file keeps its content under another name."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


def emptied_first(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        file.write(text)


def as_before_by_the_clock(path: Path, text: str) -> None:
    """Saved by a program that keeps the time of the file: what it is called, or how long, tells."""
    status = path.stat()
    moved_there(path, text)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("save", [moved_there, put_aside_first, emptied_first, as_before_by_the_clock])
def test_it_sees_every_way_of_saving(save: Callable[[Path, str], object], folder: Path) -> None:
    rounds = watched(folder, "2025")
    said(rounds)
    save(folder / "plans" / "2025.yaml", OTHER)
    assert said(rounds) == {"2025": "written"}


def test_a_mistake_is_said_and_the_next_save_mends_it(folder: Path) -> None:
    rounds = watched(folder)
    said(rounds)
    write_plan(folder, "act: [")
    assert said(rounds) == {"2025": "Y050"}
    write_plan(folder, "")
    assert len(said(rounds)["2025"].split()) > 0
    write_plan(folder, OTHER)
    assert said(rounds) == {"2025": "written"}


@pytest.mark.parametrize("name", ["templates/styles.yaml", "templates/layouts/tasks.yaml"])
def test_what_plans_share_makes_all_of_them_anew(name: str, folder: Path) -> None:
    rounds = watched(folder)
    said(rounds)
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(shipped(name.removeprefix("templates/")) + "\n# ours\n", encoding="utf-8")
    assert said(rounds) == {"2024": "written", "2025": "written"}
    path.unlink()
    assert said(rounds) == {"2024": "written", "2025": "written"}


def test_settings_baseline_and_registry_are_watched(folder: Path) -> None:
    rounds = watched(folder, "2025")
    assert said(rounds) == {"2025": "written"}
    (folder / "cchc.toml").write_text('rules = {X999 = "off"}\n', encoding="utf-8")
    assert said(rounds) == {"2025": "unchanged", "Q104": ""}
    (folder / "cchc.toml").write_text('templates = "no"\n', encoding="utf-8")
    assert said(rounds) == {"W021": ""}
    (folder / "cchc.toml").unlink()
    assert said(rounds) == {"2025": "unchanged"}
    write_plan(folder, "{", "_baseline.json")
    assert said(rounds) == {"2025": "unchanged", "Q106": ""}
    write_plan(folder, "agencies: 5", "_registry.yaml")
    assert set(said(rounds)) == {"2025", "Q106", "S104"}


def test_plans_come_and_go(folder: Path) -> None:
    rounds = watched(folder)
    said(rounds)
    write_plan(folder, TEXT, "2023.yaml")
    assert said(rounds) == {"2023": "written", "2024": "unchanged", "2025": "unchanged"}
    write_plan(folder, TEXT, "tinh/2023.yaml")
    assert set(said(rounds)) == {"2023", "tinh/2023", "2024", "2025"}
    (folder / "plans" / "2024.yaml").unlink()
    assert set(said(rounds)) == {"2023", "tinh/2023", "2025"}


def test_a_plan_that_is_not_there_yet(folder: Path) -> None:
    rounds = watched(folder, "2026")
    assert said(rounds) == {"W011": ""}
    write_plan(folder, TEXT, "2026.yaml")
    assert said(rounds) == {"2026": "written"}


def test_other_plans_are_not_looked_at(folder: Path) -> None:
    rounds = watched(folder, "2025")
    said(rounds)
    write_plan(folder, OTHER, "2024.yaml")
    write_plan(folder, OTHER, "2025.yaml")
    assert next(rounds).changed == (str(Path("plans", "2025.yaml")),)


def test_a_document_that_is_open_is_written_once_it_is_closed(folder: Path) -> None:
    rounds = watched(folder)
    said(rounds)
    before = (folder / "out" / "2025.docx").read_bytes()
    lock = folder / "out" / ".~lock.2025.docx#"
    lock.write_text("", encoding="utf-8")
    write_plan(folder, OTHER)
    assert said(rounds) == {"2025": "W109"}
    # It is tried again, and said once.
    assert [said(rounds) for _ in range(3)] == [{}, {}, {}]
    assert (folder / "out" / "2025.docx").read_bytes() == before
    lock.unlink()
    assert said(rounds) == {"2025": "written"}
    assert (folder / "out" / "2025.docx").read_bytes() != before


def test_work_done_in_word_is_kept(folder: Path) -> None:
    rounds = watched(folder)
    said(rounds)
    (folder / "out" / "2025.docx").write_bytes(b"edited in Word")
    for text in (OTHER, TEXT):
        write_plan(folder, text)
        assert said(rounds) == {"2025": "written"}
    assert (folder / "out" / "2025 (sửa tay).docx").read_bytes() == b"edited in Word"
    assert not (folder / "out" / "2025 (sửa tay 2).docx").exists()


def test_a_mistake_of_the_program_is_said_and_survived(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Builder.build

    def wrong(self: Builder, file: PlanFile) -> PlanOutcome:
        if "Soát xét" in file.path.read_text(encoding="utf-8"):
            raise ZeroDivisionError
        return right(self, file)

    monkeypatch.setattr(Builder, "build", wrong)
    rounds = watched(folder, "2025")
    said(rounds)
    write_plan(folder, OTHER)
    assert said(rounds) == {"W501": ""}
    write_plan(folder, TEXT)
    assert said(rounds) == {"2025": "unchanged"}


def test_a_reviewer_is_told_of_other_plans_too(folder: Path) -> None:
    write_plan(folder, TEXT.replace("jurisdiction", "implements: 2024\njurisdiction"))
    rounds = watched(folder, "2025", annotate=lambda found: found.message.vi)
    assert said(rounds) == {"2025": "written"}
    write_plan(folder, "act: [", "2024.yaml")
    assert said(rounds) == {"2025": "written"}


def test_what_is_saved_while_a_build_is_at_work_is_built_next(folder: Path) -> None:
    rounds = watched(folder)
    for result in next(rounds).results:
        if isinstance(result, Outcome):
            write_plan(folder, OTHER)
    assert said(rounds) == {"2025": "written"}
