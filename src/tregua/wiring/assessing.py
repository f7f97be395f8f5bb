"""Rule a file of incidents under truces, part by part and in several processes, in little memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from tregua.backends.processes import Processes
from tregua.errors import Problem, TreguaError
from tregua.pipeline import Docket, Ruled, answered_in, open_docket, told_in
from tregua.wiring.library import find_truce, registries_of

__all__ = ["Assessment", "assess_file"]

_BLOCK = 1_000_000
"""Bytes of lines that a process rules at once."""

Range = tuple[int, int]
"""First byte and first byte after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is ruled, and how.

    Attributes:
        path: a file with one incident a line, as JSON.
        truces: ids of truces that ship, or files.
        as_of: the moment whose knowledge of the terms counts.
        every: whether findings that a truce does not reach by time or area are written too.
        full: whether a trace lists all that was tried, or what the finding rests on.
    """

    path: Path
    truces: tuple[str, ...]
    as_of: dt.datetime
    every: bool
    full: bool = False


def assess_file(request: Assessment, jobs: int) -> Iterator[tuple[Ruled, int]]:
    """Give the findings on the incidents of REQUEST in their order, and how far in its bytes each part reaches.

    JOBS processes rule; the result is the same whatever their number.

    Raises:
        CaseError: a truce is not there or cannot be used.
        TreguaError: the file cannot be read.
    """
    lines = 0
    told: dict[Problem, None] = {}
    try:
        docket = _docket(request)
        ranges = [[each] for each in _ranges(request.path)]
        work, lost = partial(_rule, request), partial(_lost, request.path)
        for (_, end), (ruled, doubts) in zip(
            (each[0] for each in ranges), Processes(jobs, docket.prepare).each(work, ranges, lost), strict=True
        ):
            ruled.problems = [_placed(problem, lines) for problem in ruled.problems]
            ruled.problems += [problem for problem in doubts if problem not in told]
            told |= dict.fromkeys(doubts)
            lines += ruled.lines
            yield ruled, end
    except OSError as error:
        raise TreguaError(f"{request.path} cannot be read: {error}") from error


@cache
def _docket(request: Assessment) -> Docket:
    """Return what rules, made once in each process."""
    found = [find_truce(name) for name in request.truces]
    truces = [(each.truce, partial(registries_of, each)) for each in found]
    docket = open_docket(truces, request.as_of, every=request.every, full=request.full)
    with request.path.open("rb") as file:
        answered = answered_in(file)
        file.seek(0)
        docket.learn(told_in(file, answered) if answered else {})
    return docket


def _ranges(path: Path) -> Iterator[Range]:
    """Give the file at PATH in ranges of whole lines."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = 0
        while start < size:
            file.seek(start + _BLOCK)
            file.readline()
            end = min(file.tell(), size)
            yield start, end
            start = end


def _rule(request: Assessment, ranges: Sequence[Range]) -> tuple[Ruled, list[Problem]]:
    docket = _docket(request)
    ((start, end),) = ranges
    with request.path.open("rb") as file:
        file.seek(start)
        lines = file.read(end - start).splitlines()
    ruled, where = docket.rule(lines, str(request.path)), str(request.path)
    return ruled, [*docket.contradictions(), *docket.unknown_acts(where), *docket.misspelt_keys(lines, where)]


def _placed(problem: Problem, before: int) -> Problem:
    """Return PROBLEM with its line counted from the beginning of the file, BEFORE being the lines of earlier parts."""
    return Problem(
        where=problem.where, line=(problem.line or 0) + before, message=problem.message, hint=problem.hint,
        severity=problem.severity, step=problem.step,
    )  # fmt: skip


def _lost(path: Path, lost: Range) -> tuple[Ruled, list[Problem]]:
    message = f"the process that ruled the incidents at bytes {lost[0]:,} to {lost[1]:,} ended; they were left out"
    problem = Problem(where=str(path), message=message, step="assess")
    return Ruled(problems=[problem]), []
