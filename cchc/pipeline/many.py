"""One thing done with each of many plans, here or by several processes, whatever becomes of one of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from itertools import count
from traceback import extract_tb
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.pipeline.outcomes import Announce
from cchc.workspace.projects import PlanFile
from cchc.workspace.reading import size_of

CRASHED = Rule(
    "W501",
    "plan-crashed",
    Severity.ERROR,
    Wording(
        "{file}: cchc tự gặp lỗi khi làm kế hoạch này: {reason}", "{file}: cchc itself failed at this plan: {reason}"
    ),
    Wording(
        "chạy riêng kế hoạch này để có thông báo đầy đủ, rồi gửi cho người phát triển cchc",
        "run this plan alone for the whole report, and send it to the developers of cchc",
    ),
    Wording(
        "một lỗi của chương trình ở một kế hoạch không được làm hỏng việc của các kế hoạch khác",
        "a mistake of the program at one plan must not undo the work on the others",
    ),
)
DIED = Rule(
    "W502",
    "process-ended",
    Severity.ERROR,
    Wording(
        "{file}: tiến trình đang làm kế hoạch này bị dừng đột ngột ({how})",
        "{file}: the process at work on this plan was ended from outside ({how})",
    ),
    Wording(
        "chạy lại; nếu do thiếu bộ nhớ thì giảm số tiến trình: --jobs 1",
        "run again; where memory was short, with fewer processes: --jobs 1",
    ),
    Wording(
        "hệ điều hành hoặc người khác đã dừng tiến trình; tệp Word cũ, nếu có, vẫn nguyên",
        "the system or somebody ended it; the former Word file, if there was one, is as it was",
    ),
)
ALONE = Rule(
    "W503",
    "no-processes",
    Severity.WARNING,
    Wording(
        "không khởi động được tiến trình phụ nào, nên các kế hoạch còn lại được làm lần lượt",
        "no further process could be started, so the plans that were left were done one by one",
    ),
    Wording("chạy với --jobs 1 thì không cần tiến trình phụ", "with --jobs 1 no further process is needed"),
    Wording(
        "kết quả vẫn đủ, chỉ chậm hơn; thường do thiếu bộ nhớ hoặc bị chính sách của máy chặn",
        "nothing is missing, it only took longer; memory was short, or the machine's policy forbids it",
    ),
)

_WORTH = 1_000_000
"""Bytes of plans that are worth a process: a start costs 0.4 s, and so many take more than a second."""
_TIDYING = 32
"""Plans after which rubbish is collected: each leaves 0.6 MB in cycles, and to collect them takes 2 ms."""

Made = TypeVar("Made")
Do: TypeAlias = Callable[[PlanFile], Made]


class Work(NamedTuple, Generic[Made]):
    """What is done with a plan in this process, what another process calls to have the same, and what a failure makes.

    ``elsewhere`` and ``failed`` are pickled, and so is what is made.
    """

    here: Do[Made]
    elsewhere: Callable[[], Do[Made]]
    failed: Callable[[PlanFile, Diagnostic], Made]


def done(
    work: Work[Made],
    files: Sequence[PlanFile],
    *,
    jobs: int | None,
    announce: Announce,
    say: Callable[[Diagnostic], object],
) -> Generator[Made, None, None]:
    """What ``work`` makes of each of ``files``, in their order. ``say`` is told what concerns none of them.

    ``jobs`` is how many processes are at work; absent, as many as the cores can feed and the plans are worth.
    """
    place = 0
    processes = _processes(files, jobs)
    if processes > 1:
        with closing(_spread(work, files, processes, announce)) as results:
            for made in results:
                yield made
                place += 1
        if place < len(files):
            say(ALONE.at(None))
    do = _tidily(_unfailing(work.here, work.failed))
    for number, file in enumerate(files[place:], start=place + 1):
        announce(file.id, number, len(files))
        yield do(file)


def _processes(files: Sequence[PlanFile], jobs: int | None) -> int:
    if len(files) < 2 or jobs == 1:
        return 1
    if jobs:
        return min(jobs, len(files))
    worth = sum(size_of(file.path) for file in files) // _WORTH
    if worth < 2:
        return 1
    from cchc.workspace.workers import cores

    return min(worth, cores(), len(files))


def _spread(
    work: Work[Made], files: Sequence[PlanFile], processes: int, announce: Announce
) -> Generator[Made, None, None]:
    """As ``done``, by other processes. It ends early where none can be started, at the first plan that is left."""
    from cchc.workspace.workers import Died, spread

    opener = partial(_opened, work.elsewhere, work.failed)
    waiting: dict[int, Made] = {}
    place = 0
    announce(files[0].id, 1, len(files))
    with closing(spread(opener, files, processes)) as results:
        for number, (at, result) in enumerate(results, start=1):
            file = files[at]
            announce(file.id, number, len(files))
            if isinstance(result, Died):
                result = work.failed(file, DIED.at(None, file=file.name, how=result.how))
            waiting[at] = result
            while place in waiting:
                yield waiting.pop(place)
                place += 1


def _opened(elsewhere: Callable[[], Do[Made]], failed: Callable[[PlanFile, Diagnostic], Made]) -> Do[Made]:
    return _tidily(_unfailing(elsewhere(), failed))


def _unfailing(do: Do[Made], failed: Callable[[PlanFile, Diagnostic], Made]) -> Do[Made]:
    """``do``, but an exception is what becomes of its plan alone."""

    def unfailing(file: PlanFile) -> Made:
        try:
            return do(file)
        except Exception as error:
            return failed(file, crashed(file.name, error))

    return unfailing


def crashed(file: str, error: Exception) -> Diagnostic:
    """What is said of the plan called ``file``, at which the program met ``error``."""
    *_, last = extract_tb(error.__traceback__)
    where = f"{last.filename.replace(chr(92), '/').rpartition('/cchc/')[2]}:{last.lineno}"
    return CRASHED.at(None, file=file, reason=f"{type(error).__name__}: {error} ({where})")


def _tidily(do: Do[Made]) -> Do[Made]:
    """``do``, with the rubbish of the plans that are done collected every now and then."""
    numbers = count(1)

    def tidily(file: PlanFile) -> Made:
        made = do(file)
        number = next(numbers)
        if number % _TIDYING == 0:
            gc.collect()
        if number == _TIDYING:
            # What is loaded by now stays until the end: it need not be looked at again.
            gc.freeze()
        return made

    return tidily
