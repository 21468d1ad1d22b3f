"""Work spread over processes of our own, so that one that ends badly takes nothing but its own task with it.

Each process has a pipe to this one and one task at a time. It is started anew (``spawn``) on every system: what is
right on Windows is right everywhere, and a start costs about as much as two plans.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, NoReturn, TypeAlias, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

Opener: TypeAlias = Callable[[], Callable[[Task], Result]]
"""What a process calls once, to have what it calls with each task. It is pickled, as are tasks and results."""

MOST = 60
"""Processes that one run may have: Windows waits for no more than 63 things at a time."""

_READY = "ready"
_GRACE = 1.0
"""Seconds that a process has to finish its task when the run is over; most plans take a tenth of one."""
_LAST_GRACE = 5.0


class Died(NamedTuple):
    """A process ended while at its task; ``code`` as ``Process.exitcode`` has it: a signal's number is negative."""

    code: int | None

    @property
    def how(self) -> str:
        """The signal that ended it, else its exit code."""
        if self.code is not None and self.code < 0:
            with contextlib.suppress(ValueError):
                return signal.Signals(-self.code).name
        return f"exit {self.code}"


def cores() -> int:
    """The processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    opener: Opener[Task, Result], tasks: Sequence[Task], count: int
) -> Generator[tuple[int, Result | Died], None, None]:
    """The results of ``tasks`` by their places, as they come, from ``count`` processes.

    A process that dies is replaced, and its task is not tried again. Where processes cannot be started at all, the
    results of tasks that are left do not come. When the caller stops, by an interruption or otherwise, all processes
    end first: each at the end of its task, or in the midst of it as by Ctrl-C where that takes long.
    """
    left = deque(range(len(tasks)))
    workers: dict[object, _Worker[Task, Result]] = {}

    def start() -> None:
        worker = _Worker(opener)
        workers[worker.connection] = worker

    try:
        for _ in range(min(count, MOST, len(tasks))):
            start()
        while workers:
            for connection in wait([worker.connection for worker in workers.values()]):
                worker = workers[connection]
                task = worker.task
                answer = worker.answer()
                if isinstance(answer, Died):
                    del workers[connection]
                    if task is not None and left:
                        start()
                else:
                    # Before anybody looks at the answer, so that no process waits for that.
                    worker.begin(left.popleft() if left else None, tasks)
                if task is not None:
                    yield task, answer
    finally:
        _end(list(workers.values()))


class _Worker(Generic[Task, Result]):
    """A process and what it is at; ``task`` is absent before its first and after its last."""

    def __init__(self, opener: Opener[Task, Result]) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, opener), daemon=True)
        self.task: int | None = None
        with theirs, _interruptions_waiting():
            self.process.start()

    def begin(self, task: int | None, tasks: Sequence[Task]) -> None:
        """Give it the task in place ``task``, or none, by which it ends. Where it is dead, its answer will tell."""
        self.task = task
        with contextlib.suppress(OSError):
            self.connection.send(None if task is None else (tasks[task],))

    def answer(self) -> Any:
        """What it sent: that it is ready, or the result of its task. Died, where it has ended."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return Died(self._ended())

    def _ended(self) -> int | None:
        """Its exit code, once it has ended; what has closed its pipe and still runs is ended."""
        self.connection.close()
        self.process.join(_GRACE)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        return self.process.exitcode


def _end(workers: Sequence[_Worker[Any, Any]]) -> None:
    """Let all processes end: by themselves, then as by Ctrl-C, then at once. A second Ctrl-C makes it short."""
    try:
        for worker in workers:
            worker.connection.close()
        _join(workers, _GRACE)
        for worker in workers:
            worker.process.terminate()
        _join(workers, _LAST_GRACE)
    finally:
        for worker in workers:
            worker.process.kill()


def _join(workers: Sequence[_Worker[Any, Any]], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    for worker in workers:
        worker.process.join(max(0.0, deadline - time.monotonic()))


@contextlib.contextmanager
def _interruptions_waiting() -> Iterator[None]:
    """Ctrl-C is felt afterwards, and never by a process that is started meanwhile.

    The terminal interrupts all processes of a run; one that has just begun would answer with a traceback.
    """
    if sys.platform == "win32":
        yield
        return
    # The first start of a process starts this one too, and lets interruptions come again in between.
    resource_tracker.ensure_running()
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _work(connection: Connection, opener: Opener[Any, Any]) -> None:
    """What a process does: the tasks that come, until none comes or nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    gc.disable()
    try:
        do = opener()
    except Exception:
        # The process that started this one does the same itself, and says what is wrong.
        sys.exit(1)
    with contextlib.suppress(EOFError, ConnectionError):
        connection.send(_READY)
        for task in iter(connection.recv, None):
            connection.send(do(*task))


def _leave(*_: Any) -> NoReturn:
    """Ends the process as an exception does, so that no file is left half written."""
    sys.exit(1)
