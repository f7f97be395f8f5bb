"""Tells which list a file is, and reads it entry by entry; a bad row costs none of the others."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace

from tregua.backends.actor_lists.entry import Entry, named
from tregua.backends.actor_lists.sanctions import of_sanctions
from tregua.backends.actor_lists.tables import Row, of_acled, of_own, of_ucdp
from tregua.errors import Problem, TreguaError
from tregua.vocabulary.encoding import decode

__all__ = ["FORMS", "Entry", "read_list"]

FORMS = {
    "ucdp": "the UCDP Actor Dataset, CSV with ActorId and NameData",
    "acled": "events of ACLED, CSV with actor1 and inter1",
    "un": "the Consolidated List of the United Nations Security Council, XML",
    "csv": "a table of your own, CSV with id and name, one name a row, and type, kind, lang, from, until, cite",
}
"""What can be read."""

_MARKS = {"ucdp": {"ActorId", "NameData"}, "acled": {"actor1", "inter1"}, "csv": {"id", "name"}}
_DELIMITERS = ",;\t"
_LEFT_OUT = "it was left out; the others were read"


def read_list(content: bytes, where: str) -> tuple[str, list[Entry], list[Problem]]:
    """Return which of :data:`FORMS` CONTENT is, its entries, each actor once, and what is wrong with it.

    Args:
        content: the file's bytes.
        where: its name, for problems.

    Raises:
        TreguaError: it is no list of a known form.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "un", *_sanctions(content, where)
    text = decode(content)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter, restval="")
    columns = set(_columns(rows, where))
    form = next((form for form, marks in _MARKS.items() if marks <= columns), None)
    if form is None:
        forms = "; ".join(FORMS.values())
        raise TreguaError(f"{where} is no list of actors that can be read; these can: {forms}")
    makers: dict[str, Callable[[Row], Iterable[Entry]]] = {
        "ucdp": lambda row: (of_ucdp(row),),
        "acled": of_acled,
        "csv": lambda row: (of_own(row),),
    }
    entries, problems = _table(rows, makers[form], where)
    return form, entries, problems


def _columns(rows: csv.DictReader[str], where: str) -> Iterable[str]:
    try:
        return rows.fieldnames or ()
    except csv.Error as error:
        raise TreguaError(f"{where}:1: this is no table: {error}") from error


def _table(
    rows: csv.DictReader[str], make: Callable[[Row], Iterable[Entry]], where: str
) -> tuple[list[Entry], list[Problem]]:
    found: dict[str, Entry] = {}
    problems: list[Problem] = []
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return [replace(one, others=named(one.name, one.others)[1]) for one in found.values()], problems
            for entry in make({key: value or "" for key, value in row.items() if isinstance(key, str)}):
                found[entry.key] = _joined(found[entry.key], entry) if entry.key in found else entry
        except (ValueError, csv.Error) as error:
            problems.append(
                Problem(where=where, line=rows.line_num, message=str(error), hint=_LEFT_OUT, step="import")
            )  # fmt: skip


def _joined(first: Entry, again: Entry) -> Entry:
    """Return one entry of two rows: the names of both, and every country that either names."""
    countries = [country for each in (first, again) for country in each.where.split(", ") if country]
    return replace(first, others=(*first.others, *again.others), where=", ".join(dict.fromkeys(countries)))


def _sanctions(content: bytes, where: str) -> tuple[list[Entry], list[Problem]]:
    found: list[Entry] = []
    problems: list[Problem] = []
    try:
        for line, entry in of_sanctions(content):
            if isinstance(entry, Entry):
                found.append(entry)
            else:
                problems.append(Problem(where=where, line=line, message=entry, hint=_LEFT_OUT, step="import"))
    except ValueError as error:
        raise TreguaError(f"{where}: {error}") from error
    if not found and not problems:
        raise TreguaError(f"{where} names no ENTITY; the list of the Security Council does")
    return found, problems
