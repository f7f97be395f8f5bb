from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
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
