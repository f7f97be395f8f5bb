"""Published counts in a CSV file, each row a statement: what ``tregua reconcile`` reads besides a case."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tregua.errors import Problem, TreguaError
from tregua.records.claim import Mention, PlaceMention, Speaker, Tally
from tregua.records.incident import Testimony
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Bound
from tregua.vocabulary.time import day_span

__all__ = ["COLUMNS", "read_count_table"]

COLUMNS = ("published", "origin", "accused", "area", "count", "bound", "start", "end", "url")
_DELIMITERS = (",", ";", "\t")
_NEEDED = ("origin", "count", "start")
_LARGEST_FILE = 20_000_000
_LARGEST_COUNT = 10**9
_LONGEST = dt.timedelta(days=3653)
_CUT = 60

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Fault(Exception):  # noqa: N818 - it never leaves this module
    """What is wrong with a row."""

    message: str


def read_count_table(path: Path) -> tuple[list[Testimony], list[Problem]]:
    """Return a testimony for each row of the CSV file PATH, and what is wrong with the others, with their lines.

    A row without a ``bound`` is exact, one without an ``end`` is of one day; an empty ``area`` is the whole. Rows with
    one ``url`` are of one bulletin. Other columns are ignored. Commas, semicolons or tabs part the columns, as they do
    in the first line.

    Raises:
        TreguaError: the file cannot be read, is too large, is no UTF-8, or lacks a column.
    """
    head, *rest = _text(path).splitlines(keepends=True) or [""]
    between = max(_DELIMITERS, key=head.count)
    lines = io.StringIO("".join([head.lower().replace(" ", ""), *rest]), newline="")
    reader = csv.DictReader(lines, restkey="", strict=True, delimiter=between)
    try:
        missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise TreguaError(f"{path}:1: no column {', '.join(missing)}; a table of counts has {','.join(COLUMNS)}")
        found = list(_rows(reader, str(path)))
    except csv.Error as error:
        raise TreguaError(f"{path}:{reader.line_num + 1}: this is no CSV: {error}") from error
    return [row for row in found if isinstance(row, Testimony)], [row for row in found if isinstance(row, Problem)]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise TreguaError(f"{path} is larger than {_LARGEST_FILE // 10**6} MB; split it by origin")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise TreguaError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TreguaError(f"{path}:{line}: this is not UTF-8; save the table as CSV in UTF-8") from error


def _rows(reader: csv.DictReader[str], where: str) -> Iterator[Testimony | Problem]:
    for row in reader:
        held = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
        if not any(held.values()):
            continue
        try:
            yield _testimony(held, reader.line_num)
        except _Fault as fault:
            yield Problem(where=where, line=reader.line_num, message=fault.message, severity="error", step="reconcile")


def _testimony(row: Row, line: int) -> Testimony:
    origin, accused, area = row["origin"], row.get("accused", ""), row.get("area", "")
    if not origin:
        raise _Fault("'origin' is empty: say whose count this is")
    first = _day(row, "start")
    last = _day(row, "end") if row.get("end") else first
    if last < first:
        raise _Fault(f"'end' {last} is before 'start' {first}")
    if last - first > _LONGEST:
        raise _Fault(f"{first} to {last} is more than ten years")
    start, end = day_span(first, dt.UTC), day_span(last, dt.UTC)
    tally = Tally(
        count=_count(row["count"]),
        bound=_bound(row.get("bound", "")),
        window=type(start)(start=start.start, end=end.end, text=f"{first} to {last}"),
        area=(PlaceMention(text=area, name=area, precision=PlacePrecision.PROVINCE),) if area else (),
        accused=(Mention(text=accused, name=accused, id=accused),) if accused else (),
    )
    return Testimony(
        id=f"line {line}",
        origin=Speaker(text=origin, name=origin),
        origin_id=origin,
        claims=(),
        outlets=(row.get("url") or row.get("published") or "",),
        tally=tally,
    )


def _day(row: Row, name: str) -> dt.date:
    value = row.get(name, "")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise _Fault(f"'{name}' is no date: '{value[:_CUT]}' (write it as 2016-05-06)") from None


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < len(str(_LARGEST_COUNT))):
        raise _Fault(f"'count' is no whole number below {_LARGEST_COUNT}: '{value[:_CUT]}'")
    return int(value)


def _bound(value: str) -> Bound:
    try:
        return Bound(value or "exact")
    except ValueError:
        raise _Fault(f"'bound' is '{value[:_CUT]}' and not one of: {', '.join(Bound)}") from None
