"""Objectives and tasks belong together: by reform content, and by ``serves`` where a plan uses it. Notes alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cchc.checks.context import Context
from cchc.checks.frames import TASKS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.model.blocks import Block, Prose
from cchc.model.body import Inset, Section, insets, walk
from cchc.model.inheritance import placed_rows
from cchc.model.plan import Plan
from cchc.model.reforms import Reform, reform_of
from cchc.model.rows import Row, Table
from cchc.model.walk import parts
from cchc.source import KeyPath

NO_TASK = Rule(
    "K109",
    "objectives-without-task",
    Severity.NOTE,
    Wording(
        "“{title}” có mục tiêu nhưng kế hoạch không có nhiệm vụ nào cho nội dung này",
        "“{title}” has objectives, and the plan has no task for them",
    ),
    Wording(
        "thêm nhiệm vụ; nếu nhiệm vụ ở dưới tiêu đề khác, ghi “reform” ở đó",
        "add tasks; where they stand under another heading, say “reform” there",
    ),
    Wording(
        "mục tiêu không có nhiệm vụ thì không ai được giao làm", "an objective without a task is nobody's to reach"
    ),
    Example.within(
        "body:\n"
        "  - title: Cải cách thể chế\n"
        "    objectives: 100% văn bản được ban hành đúng hạn.\n"
        "___"
        "  - title: Cải cách thủ tục hành chính\n"
        "    objectives: 98% hồ sơ đúng hạn.\n"
        '    bullets: ["Rà soát thủ tục."]',
        wrong="",
        right='    bullets: ["Lập danh mục văn bản."]\n',
    ),
)
NO_OBJECTIVE = Rule(
    "K110",
    "tasks-without-objective",
    Severity.NOTE,
    Wording(
        "“{title}” có nhiệm vụ nhưng kế hoạch không có mục tiêu nào cho nội dung này",
        "“{title}” has tasks, and the plan has no objective for them",
    ),
    Wording("thêm mục tiêu để biết khi nào nhiệm vụ hoàn thành", "add an objective that tells when the tasks are done"),
    Wording(
        "các nội dung khác của kế hoạch có mục tiêu; nội dung này thì không đo được",
        "the plan has objectives for other contents; this one cannot be measured",
    ),
    Example.within(
        "body:\n"
        "  - title: Cải cách thể chế\n"
        "    objectives: 100% văn bản được ban hành đúng hạn.\n"
        '    bullets: ["Lập danh mục văn bản."]\n'
        "  - title: Cải cách tài chính công\n"
        "    objectives: 100% kiến nghị được xử lý.\n"
        '    bullets: ["Xử lý kiến nghị."]\n'
        "  - title: Cải cách chế độ công vụ\n"
        "___"
        '    bullets: ["Đánh giá công chức."]',
        wrong="",
        right="    objectives: 100% công chức được đánh giá.\n",
    ),
)
NOT_SERVED = Rule(
    "K111",
    "objective-not-served",
    Severity.NOTE,
    Wording(
        "không nhiệm vụ nào phục vụ mục tiêu “{id}”, trong khi mục tiêu khác có",
        "no task serves the objective “{id}”, while others are served",
    ),
    Wording("thêm “serves: [{id}]” ở nhiệm vụ phục vụ mục tiêu này", "add “serves: [{id}]” to the task that serves it"),
    Wording(
        "kế hoạch nối nhiệm vụ với mục tiêu bằng “serves”; mục tiêu không được nối thường là bị quên",
        "the plan ties tasks to objectives by “serves”; one that is not tied is mostly forgotten",
    ),
    Example.within(
        "body:\n"
        "  - title: Mục tiêu\n"
        "    objectives:\n"
        "      - {id: so-hoa, text: 80% hồ sơ được số hóa.}\n"
        "      - {id: dung-han, text: 98% hồ sơ đúng hạn.}\n"
        + TASKS
        + "      - {title: Số hóa hồ sơ, serves: [so-hoa]}\n      - {___}",
        wrong="title: Trả hồ sơ",
        right="title: Trả hồ sơ, serves: [dung-han]",
    ),
)
_FEWEST = 2
"""Reform contents with objectives, at least, in a plan that sorts its objectives by them."""


def check_coverage(context: Context) -> Iterator[Diagnostic]:
    """Reform contents with objectives and no task or the reverse, and objectives that no row serves."""
    yield from _by_reform(context)
    yield from _by_serves(context)


_Heads: TypeAlias = dict[Reform, KeyPath]
"""Reform contents, each with the key path of what is headed by it."""


def _by_reform(context: Context) -> Iterator[Diagnostic]:
    aims, tasks = _aims_and_tasks(context.plan)
    if len(aims) < _FEWEST or not tasks:
        return
    for found, other, rule in ((aims, tasks, NO_TASK), (tasks, aims, NO_OBJECTIVE)):
        for reform, where in found.items():
            # The direction of the reform is none of its contents: its tasks serve the objectives of all.
            if reform not in other and not (rule is NO_OBJECTIVE and reform == "chi-dao"):
                place = context.places.value((*where, "title"))
                yield rule.at(place, title=excerpt(place.text))


def _aims_and_tasks(plan: Plan) -> tuple[_Heads, _Heads]:
    """The reform contents for which ``plan`` has objectives, and those for which it has tasks."""
    aims: _Heads = {}
    tasks: _Heads = {}
    for path, section, reform, head in _sections(plan.body, ("body",), None, ()):
        for holder_path, objectives, table in insets(section, path):
            if reform and objectives is not None:
                aims.setdefault(reform, head)
            if table is not None:
                _add_rows(table, (*holder_path, "table"), reform, head, tasks)
        if reform and _says_more(section):
            tasks.setdefault(reform, head)
    for index, appendix in enumerate(plan.appendices):
        _add_rows(appendix, ("appendices", index), reform_of(appendix.title), ("appendices", index), tasks)
    return aims, tasks


def _sections(
    sections: tuple[Section, ...], path: KeyPath, around: Reform | None, head: KeyPath
) -> Iterator[tuple[KeyPath, Section, Reform | None, KeyPath]]:
    """Every section with its reform content and the key path of the section whose heading says it."""
    for index, section in enumerate(sections):
        here = (*path, index)
        own = section.reform or reform_of(section.title or "")
        reform, said = (own, here) if own else (around, head)
        yield here, section, reform, said
        yield from _sections(section.sections, (*here, "sections"), reform, said)


def _says_more(section: Section) -> bool:
    """Whether a section has prose besides objectives and a heading over them: its tasks, in words."""
    held: tuple[Prose, ...] = tuple(each for each in section.content or () if not _only_holds(each))
    return bool(held or section.text or any(items for _, items in section.lists()))


def _only_holds(part: Prose) -> bool:
    return isinstance(part, Inset) and not (part.text or part.closing or any(True for _ in part.lists()))


def _add_rows(table: Table, path: KeyPath, around: Reform | None, head: KeyPath, tasks: dict[Reform, KeyPath]) -> None:
    """The reform contents under which ``table`` has rows: that of the nearest row around them that names one."""
    inside: list[tuple[int, Reform, KeyPath]] = []
    for placed in placed_rows(table):
        while inside and inside[-1][0] >= placed.depth:
            inside.pop()
        if placed.holds_rows:
            title = placed.row.title
            own = reform_of(title) if isinstance(title, str) else None
            if own:
                inside.append((placed.depth, own, (*path, *placed.row_path)))
        elif inside:
            tasks.setdefault(inside[-1][1], inside[-1][2])
        elif around:
            tasks.setdefault(around, head)


def _by_serves(context: Context) -> Iterator[Diagnostic]:
    served = frozenset(name for row in _rows(context) for name in row.serves)
    if not served:
        return
    aims = dict(_objective_ids(context))
    if served.isdisjoint(aims.values()):
        return
    for path, name in aims.items():
        around = (aims[path[:end]] for end in range(1, len(path)) if path[:end] in aims)
        inside = (other for where, other in aims.items() if where[: len(path)] == path)
        if served.isdisjoint((*around, *inside)):
            yield NOT_SERVED.at(context.places.value((*path, "id")), id=name)


def _rows(context: Context) -> Iterator[Row]:
    for _, table in context.plan.tables():
        for placed in placed_rows(table):
            if placed.row.serves:
                yield placed.row


def _objective_ids(context: Context) -> Iterator[tuple[KeyPath, str]]:
    """The ids of objectives and of the blocks around them, by key path."""
    for path, section in walk(context.plan.body):
        for holder_path, objectives, _ in insets(section, path):
            for inner, part in parts(objectives, (*holder_path, "objectives")):
                if isinstance(part, Block) and part.id:
                    yield inner, part.id
