"""Read the claims of a file of documents, part by part and in several processes, in little memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tregua.backends.processes import Processes, usual_jobs
from tregua.errors import Problem, TreguaError
from tregua.pipeline import Agreement, Batch, extract_records, trace_records
from tregua.ports import Annotator
from tregua.wiring.packs import regions

__all__ = ["Part", "Request", "count_lines", "extract_file", "trace_file", "usual_jobs"]

_LONGEST = 16_000_004
"""Bytes of a line that are looked at: more than the longest line that is read has, whatever its characters."""
_BLOCK = 1_000_000
_MOST_LINES = 16
_MOST_CHARACTERS = 500_000

Line = tuple[int, str]
"""A line and its number, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is read, and how.

    Attributes:
        path: a file with one document a line, as JSON.
        language: ISO 639-1 code of documents that do not say theirs; "" to tell it from their words.
        zone: IANA time zone of the texts' clock times.
        annotators: second readers, asked about each document.
    """

    path: Path
    language: str
    zone: str
    annotators: Sequence[Annotator] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What some lines of the file gave.

    Attributes:
        lines: how many lines.
        claims: how many claims.
        text: the claims in the exchange format, one JSON object a line.
        problems: what is wrong with the lines or what they say.
        agreement: how far grammar and proposer agree; None when no proposer was asked.
    """

    lines: int
    claims: int
    text: str
    problems: tuple[Problem, ...]
    agreement: Agreement | None = None


def extract_file(request: Request, jobs: int) -> Iterator[Part]:
    """Give the claims of the documents of REQUEST in their order, the same whatever the number of JOBS is.

    JOBS processes read. With annotators the file is one part, read by this process: how long they take is up to them.

    Raises:
        TreguaError: the file cannot be read, or the zone is none.
    """
    work = partial(_extract, request)
    work([])  # an unknown zone is told at once
    try:
        with request.path.open("rb") as file:
            lines = _lines(file, request.path)
            if request.annotators:
                yield work(list(lines))
            else:
                yield from Processes(jobs, regions).each(work, _parts(lines), partial(_lost, request.path))
    except OSError as error:
        raise TreguaError(f"{request.path} cannot be read: {error}") from error


def trace_file(request: Request) -> Iterator[str]:
    """Give, line by line, how each document of REQUEST is read, without annotators.

    Raises:
        TreguaError: the file cannot be read, or the zone is none.
    """
    try:
        with request.path.open("rb") as file:
            lines = [line for _, line in _lines(file, request.path)]
        yield from trace_records(
            Batch(lines=lines, where=str(request.path), language=request.language, zone=request.zone)
        )
    except OSError as error:
        raise TreguaError(f"{request.path} cannot be read: {error}") from error


def count_lines(path: Path) -> int:
    """Return how many lines the file at PATH has."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(partial(file.read, _BLOCK), b""))


def _lines(file: BinaryIO, path: Path) -> Iterator[Line]:
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        cut = rest = not line.endswith(b"\n") and len(line) == _LONGEST
        while rest:
            more = file.readline(_LONGEST)
            rest = len(more) == _LONGEST and not more.endswith(b"\n")
        try:
            yield number, line.rstrip(b"\r\n").decode("utf-8", "replace" if cut else "strict")
        except UnicodeDecodeError as error:
            raise TreguaError(f"{path} cannot be read: line {number} is not UTF-8: {error}") from error


def _parts(lines: Iterator[Line]) -> Iterator[Sequence[Line]]:
    """Give LINES in parts, none of them long."""
    part: list[Line] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line[1])
        if len(part) >= _MOST_LINES or size > _MOST_CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part


def _extract(request: Request, lines: Sequence[Line]) -> Part:
    batch = Batch(
        lines=[line for _, line in lines], where=str(request.path), language=request.language, zone=request.zone
    )
    found = extract_records(batch, regions(), request.annotators)
    return Part(
        lines=len(lines),
        claims=len(found.claims),
        text="".join(json.dumps(claim, ensure_ascii=False, sort_keys=True) + "\n" for claim in found.claims),
        problems=tuple(_placed(problem, lines[0][0]) for problem in found.problems),
        agreement=found.agreement,
    )


def _placed(problem: Problem, first: int) -> Problem:
    """Return PROBLEM with its line counted from the beginning of the file, FIRST being the first of its part."""
    return problem if problem.line is None else replace(problem, line=problem.line + first - 1)


def _lost(path: Path, line: Line) -> Part:
    message = "the process that read this document ended; no claims were read of it"
    problem = Problem(where=str(path), line=line[0], message=message, step="extract")
    return Part(lines=1, claims=0, text="", problems=(problem,))
