from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tregua.backends.processes import Processes, usual_jobs

PARTS = [list(range(start, start + 5)) for start in range(0, 60, 5)]


def double(part: Sequence[int]) -> list[int]:
    time.sleep(0.02 if part[0] == 0 else 0)
    return [2 * number for number in part]


def dies_of_seventeen(part: Sequence[int]) -> list[int]:
    if 17 in part:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(part)


def refuses_seventeen(part: Sequence[int]) -> list[int]:
    if 17 in part:
        raise ValueError("seventeen")
    return double(part)


def who(part: Sequence[int]) -> int:
    del part
    return os.getpid()


def is_running(process: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{process}/status").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):  # it ended before or while it was asked
        return False


def lost(number: int) -> list[int]:
    return [-number]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_parts(jobs: int) -> None:
    found = [number for part in Processes(jobs).each(double, PARTS, lost) for number in part]
    assert found == [2 * number for number in range(60)]


def test_few_parts_are_done_in_this_process_and_many_in_others() -> None:
    def nobody(number: int) -> int:
        return number

    assert set(Processes(2).each(who, PARTS[:3], nobody)) == {os.getpid()}
    assert os.getpid() not in set(Processes(2).each(who, PARTS, nobody))


def test_an_item_on_which_a_process_ends_costs_only_itself() -> None:
    found = [number for part in Processes(2).each(dies_of_seventeen, PARTS, lost) for number in part]
    assert found == [-17 if number == 17 else 2 * number for number in range(60)]


def test_a_mistake_in_the_work_is_raised_here() -> None:
    with pytest.raises(ValueError, match="seventeen"):
        list(Processes(2).each(refuses_seventeen, PARTS, lost))


def test_work_given_up_leaves_no_process_behind() -> None:
    results = Processes(2).each(who, iter(PARTS), lambda number: number)
    process = next(iter(results))
    results.close()  # type: ignore[attr-defined] # it is a generator
    for _ in range(100):
        if not is_running(process):
            break
        time.sleep(0.05)
    assert not is_running(process)


def test_the_usual_number_of_processes_is_bounded() -> None:
    assert 1 <= usual_jobs() <= 8


def scaled(factor: int, number: int) -> tuple[int, int]:
    return factor * number, os.getpid()


def scaled_but_for_seventeen(factor: int, number: int) -> tuple[int, int]:
    if number == 17 and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return scaled(factor, number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_begin_with_what_they_share(jobs: int) -> None:
    found = list(Processes(jobs).spread(scaled, 3, range(60)))
    assert [number for number, _ in found] == [3 * number for number in range(60)]
    assert (os.getpid() in {process for _, process in found}) == (jobs == 1)


def test_what_is_shared_need_not_be_sent() -> None:
    shared = [lambda number: -number]  # cannot be pickled
    assert list(Processes(2).spread(applied, shared, range(20))) == [-number for number in range(20)]


def applied(shared: Sequence[Callable[[int], int]], number: int) -> int:
    return shared[0](number)


def test_a_part_on_which_a_process_ends_is_done_here() -> None:
    found = dict(enumerate(Processes(2).spread(scaled_but_for_seventeen, 3, range(30))))
    assert [number for number, _ in found.values()] == [3 * number for number in range(30)]
    assert [number for number, (_, process) in found.items() if process == os.getpid()] == [17]
