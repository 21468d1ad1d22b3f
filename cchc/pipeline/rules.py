"""Which rules there are: collected from the modules in which they stand, so that no list has to be kept."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

import cchc
import cchc.checks
from cchc.diagnostics import Rule, Wording

_ABOVE = frozenset({"cchc.__main__", "cchc.reference", "cchc.cli", "cchc.report"})
"""What stands above the pipeline judges nothing."""

_HOLDING = (Rule, dict, list, tuple)

HEADINGS: Mapping[str, Wording] = {
    "Y": Wording("Chữ và dấu của YAML", "The text as YAML"),
    "S": Wording("Khóa và giá trị", "Keys and values"),
    "A": Wording("Văn bản ban hành", "The act"),
    "R": Wording("Mã và tham chiếu", "Ids and references"),
    "K": Wording("Chỉ tiêu", "Targets"),
    "L": Wording("Thời hạn", "Times"),
    "C": Wording("Cột và ô", "Columns and cells"),
    "M": Wording("Số và tổng", "Numbers and sums"),
    "D": Wording("Gõ thừa chữ được in sẵn", "Typed although it prints by itself"),
    "G": Wording("Cơ quan", "Bodies"),
    "V": Wording("Viện dẫn", "Citations"),
    "F": Wording("Thể thức", "Form"),
    "N": Wording("Câu chữ", "Language"),
    "P": Wording("Trùng lặp", "Duplicates"),
    "Q": Wording("Cảnh báo được bỏ qua", "Findings that may stand"),
    "E": Wording("Thay đổi không được ghi", "Changes that are not made"),
    "T": Wording("Mẫu và kiểu trình bày", "Templates and styles"),
    "B": Wording("Tệp Word so với kế hoạch", "The Word file against the plan"),
    "W": Wording("Tệp, thư mục, chương trình khác", "Files, folders, other programs"),
}
"""The families of rules by the first letter of their codes, in the order in which they are listed."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule of the program, by code. It imports every room that judges, jinja2 included: for rare use."""
    return _by_code(module for module in _modules(cchc))


def families() -> Mapping[str, tuple[Rule, ...]]:
    """Every rule by the letter of its family, in the order of ``HEADINGS``; letters without rules are left out."""
    found = all_rules()
    held = {letter: tuple(rule for rule in found if rule.code[0] == letter) for letter in HEADINGS}
    return {letter: rules for letter, rules in held.items() if rules}


def rules_of_meaning() -> tuple[Rule, ...]:
    """The rules by which the families of checks judge a plan that could be read, by code.

    Whoever has validated a plan has imported all their modules: what the room holds is what there is, and to look for
    more on the disk would take as long as a stage.
    """
    import cchc.checks.families  # and with it all others

    return _by_code(module for module in vars(cchc.checks).values() if isinstance(module, ModuleType))


def rules_in(value: object) -> Iterator[Rule]:
    """The rules that ``value`` is or holds, in whatever table."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        if isinstance(held, Rule):
            yield held
        elif isinstance(held, dict):
            waiting += held.values()
        elif type(held) in (list, tuple):
            waiting += held  # type: ignore[arg-type]


def _by_code(modules: Iterator[ModuleType]) -> tuple[Rule, ...]:
    # Told apart by their codes, which no two share: all the words of a rule are long to compare.
    found = {rule.code: rule for module in modules for value in _of_its_own(module) for rule in rules_in(value)}
    return tuple(found[code] for code in sorted(found))


def _of_its_own(module: ModuleType) -> Iterator[object]:
    """The rules of ``module`` and what may hold some; not the table of Python's own names that is in each."""
    return (value for name, value in vars(module).items() if isinstance(value, _HOLDING) and name != "__builtins__")


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for inner in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if inner.name not in _ABOVE:
            module = import_module(inner.name)
            yield module
            if inner.ispkg:
                yield from _modules(module)
