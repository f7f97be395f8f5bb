"""Does the same work on many items in several processes, and gives the results in the order of the items.

A process that ends while it works (no memory left, a fault in a library) costs the one item it ended on: what was
under way is done again, alone and in ever smaller parts, until that item is found. Few items are done in this process,
since starting others takes longer than they do. Only so many items are taken in advance as keep every process busy.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["Processes", "usual_jobs"]

P = TypeVar("P")
R = TypeVar("R")
S = TypeVar("S")
T = TypeVar("T")

_MOST_JOBS = 8
_AHEAD = 2
_FEW = 8
_LOOK_SECONDS = 1.0


def usual_jobs() -> int:
    """Return how many processes to use when nobody says: one a core that this process may use, eight at most."""
    own = getattr(os, "sched_getaffinity", None)
    return min(_MOST_JOBS, len(own(0)) if own is not None else os.cpu_count() or 1)


class Processes:
    """Several processes that do one work.

    Work and items are sent to them pickled: the work must be a function of a module, or a ``partial`` of one.
    """

    def __init__(self, jobs: int, prepare: Callable[[], object] = lambda: None) -> None:
        """Use JOBS processes; with 1, this one. PREPARE loads what they share, before there are any others."""
        self.jobs = jobs
        self.prepare = prepare

    def each(
        self, work: Callable[[Sequence[T]], R], parts: Iterable[Sequence[T]], lost: Callable[[T], R]
    ) -> Iterator[R]:
        """Give WORK of each of PARTS, in order.

        Args:
            work: what to do with a part.
            parts: what it is done with; taken as it is needed.
            lost: what stands for the result of an item on which a process ended.
        """
        rest = iter(parts)
        first = list(islice(rest, _FEW))
        if self.jobs == 1 or len(first) < _FEW:
            yield from map(work, chain(first, rest))
        else:
            self.prepare()
            yield from self._several(work, chain(first, rest), lost, None)

    def spread(self, work: Callable[[S, P], R], shared: S, parts: Iterable[P], /) -> Iterator[R]:
        """Give WORK of SHARED and each of PARTS, in order.

        The processes begin with SHARED as it is now, so that it need not be sent where they are copies of this one. A
        part on which one of them ends is done here.
        """
        rest = iter(parts)
        first = list(islice(rest, _FEW))
        here = partial(work, shared)
        if self.jobs == 1 or len(first) < _FEW:
            yield from map(here, chain(first, rest))
        else:
            alone = ([part] for part in chain(first, rest))
            yield from self._several(partial(_with_shared, work), alone, here, shared)

    def _several(
        self,
        work: Callable[[Sequence[T]], R],
        parts: Iterator[Sequence[T]],
        lost: Callable[[T], R],
        shared: object,
    ) -> Iterator[R]:
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - what it loads is for several processes alone

        more = True
        while more:
            waiting: deque[Sequence[T]] = deque()
            try:
                with _pool(self.jobs, shared) as pool:
                    more = False
                    yield from self._ordered(pool, work, parts, waiting)
            except BrokenExecutor:
                more = True
                for part in waiting:
                    yield from _alone(work, part, lost, shared)

    def _ordered(
        self,
        pool: ProcessPoolExecutor,
        work: Callable[[Sequence[T]], R],
        parts: Iterator[Sequence[T]],
        waiting: deque[Sequence[T]],
    ) -> Iterator[R]:
        """Give the results of POOL in order; WAITING are the parts whose results have not been given."""
        running: deque[Future[R]] = deque()
        for part in parts:
            waiting.append(part)
            running.append(pool.submit(work, part))
            if len(running) > self.jobs * _AHEAD:
                yield self._next(running, waiting)
        while running:
            yield self._next(running, waiting)

    @staticmethod
    def _next(running: deque[Future[R]], waiting: deque[Sequence[T]]) -> R:
        result = running.popleft().result()
        waiting.popleft()
        return result


def _alone(work: Callable[[Sequence[T]], R], part: Sequence[T], lost: Callable[[T], R], shared: object) -> Iterator[R]:
    """Give WORK of PART, done in a process of its own; when that ends, of its halves."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - as above

    try:
        with _pool(1, shared) as pool:
            result = pool.submit(work, part).result()
    except BrokenExecutor:
        if len(part) == 1:
            yield lost(part[0])
        else:
            for half in (part[: len(part) // 2], part[len(part) // 2 :]):
                yield from _alone(work, half, lost, shared)
    else:
        yield result


@contextmanager
def _pool(jobs: int, shared: object) -> Iterator[ProcessPoolExecutor]:
    """Give JOBS processes that begin with SHARED, and end them at once when the work is given up.

    They begin as copies of this one, with all it has loaded, unless it runs threads, whose locks would be copied shut.
    """
    import multiprocessing  # noqa: PLC0415 - as above
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    start = "fork" if threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context(start), initializer=_begin, initargs=(os.getpid(), shared)
    )
    try:
        yield pool
    except BaseException:
        processes = list((pool._processes or {}).values())  # noqa: SLF001 - the pool has no way to end them
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        raise
    pool.shutdown()


_SHARED: list[Any] = []
"""What this process began with, where another started it."""


def _with_shared(work: Callable[[S, P], R], part: Sequence[P]) -> R:
    """Return WORK of what this process began with and the one thing that PART holds."""
    return work(_SHARED[-1], part[0])


def _begin(parent: int, shared: object) -> None:
    """Keep SHARED, leave interruptions to PARENT, end when it is gone; spare what is loaded the search for garbage."""
    _SHARED.append(shared)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(parent,), daemon=True).start()
    gc.freeze()


def _end_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)
