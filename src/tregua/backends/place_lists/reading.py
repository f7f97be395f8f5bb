"""Tells which list of places a file is, and reads it place by place; a bad line costs none of the others."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tregua.backends.place_lists.geonames import COLUMNS, of_geonames
from tregua.backends.place_lists.row import Row
from tregua.backends.place_lists.tables import has_pcodes, of_pcodes, of_point
from tregua.errors import Problem, TreguaError
from tregua.vocabulary.encoding import decode

__all__ = ["FORMS", "read_places"]

FORMS = {
    "geonames": "a country's dump of GeoNames, zip or txt",
    "pcodes": "a national list of p-codes, CSV with columns such as ADM1_EN and ADM1_PCODE",
    "points": "named points, CSV or JSON with name, lat, lon and where known id, admin1, country, other_names",
}
"""What can be read."""

_LARGEST = 1024**3
_LONGEST_LINE = 1_000_000
_MOST_PROBLEMS = 100
Found = tuple[str, list[Row], list[Problem]]
Given = Iterator[tuple[int, Row | str]]


def read_places(path: Path) -> Found:
    """Return which of :data:`FORMS` the file PATH is, its places, each id once, and what is wrong with it.

    Raises:
        TreguaError: it cannot be read, is too large unpacked, or is no list of a known form.
    """
    try:
        if zipfile.is_zipfile(path):
            return _collected("geonames", of_geonames(_zipped(path)), str(path))
        with path.open("rb") as file:
            head = file.readline(_LONGEST_LINE)
        if head.count(b"\t") == COLUMNS - 1 and head.split(b"\t", 1)[0].isdigit():
            return _collected("geonames", of_geonames(_lines(path)), str(path))
        if path.stat().st_size > _LARGEST:
            raise TreguaError(f"{path} is larger than {_LARGEST // 2**20} MB")
        return _table(decode(path.read_bytes()), str(path))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise TreguaError(f"{path} cannot be read: {error}") from error


def _zipped(path: Path) -> Iterator[tuple[int, str]]:
    with zipfile.ZipFile(path) as archive:
        inside = [each for each in archive.infolist() if each.filename.lower().endswith(".txt")]
        inside = [each for each in inside if "readme" not in each.filename.lower()]
        if len(inside) != 1:
            raise TreguaError(f"{path} holds {len(inside)} lists, not one; unpack it and add the file")
        if inside[0].file_size > _LARGEST:
            raise TreguaError(f"{path} is larger than {_LARGEST // 2**20} MB unpacked")
        with archive.open(inside[0]) as file:
            yield from _bounded(file, path)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        yield from _bounded(file, path)


def _bounded(file: Any, path: Path) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - what zipfile and open give
    number = read = 0
    while line := file.readline(_LONGEST_LINE):
        number, read = number + 1, read + len(line)
        if read > _LARGEST:
            raise TreguaError(f"{path} is larger than {_LARGEST // 2**20} MB unpacked")
        if line.strip():
            yield number, line.decode("utf-8", "replace")


def _table(text: str, where: str) -> Found:
    if text.lstrip("\ufeff \r\n\t").startswith(("[", "{")):
        return _collected("points", _objects(text, where), where)
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter, restval="")
    try:
        columns = [column for column in rows.fieldnames or () if column]
    except csv.Error as error:
        raise TreguaError(f"{where}:1: this is no table: {error}") from error
    if has_pcodes(columns):
        return _collected("pcodes", _rows(rows, lambda row, _: of_pcodes(row)), where)
    if any(column.strip().casefold().startswith("name") for column in columns):
        return _collected("points", _rows(rows, lambda row, number: (of_point(row, number),)), where)
    forms = "; ".join(FORMS.values())
    raise TreguaError(f"{where} is no list of places that can be read; these can: {forms}")


def _rows(rows: csv.DictReader[str], make: Callable[[Mapping[str, str], int], Iterable[Row]]) -> Given:
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            plain = {key: value or "" for key, value in row.items() if isinstance(key, str)}
            for place in make(plain, rows.line_num):
                yield rows.line_num, place
        except (ValueError, csv.Error) as error:
            yield rows.line_num, str(error)


def _objects(text: str, where: str) -> Given:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TreguaError(f"{where} is no JSON: {error}") from error
    if isinstance(value, dict):
        value = next((each for each in value.values() if isinstance(each, list)), [value])
    for number, entry in enumerate(value, 1):
        try:
            yield number, of_point(entry if isinstance(entry, dict) else {}, number)
        except ValueError as error:
            yield number, f"entry {number}: {error}"


def _collected(form: str, given: Given, where: str) -> Found:
    found: dict[str, Row] = {}
    problems: list[Problem] = []
    left = 0
    for number, row in given:
        if isinstance(row, Row):
            found.setdefault(row.id, row)
        elif len(problems) < _MOST_PROBLEMS:
            hint = "it was left out; the others were read"
            problems.append(Problem(where=where, line=number, message=row, hint=hint, step="gazetteer"))
        else:
            left += 1
    if left:
        problems.append(Problem(where=where, message=f"{left} more lines were left out", step="gazetteer"))
    if not found:
        raise TreguaError(f"{where} gives no place" + (f": {problems[0].message}" if problems else ""))
    return form, list(found.values()), problems
