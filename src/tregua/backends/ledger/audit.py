"""Verification: everything the ledger holds is read and recomputed, and every fault is located.

It works on damaged files: each query that SQLite cannot answer becomes a problem, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Table, create_engine

from tregua.backends.ledger.chain import GENESIS, Blob, Row, Value, entry_hash, explain
from tregua.backends.ledger.opening import UNREADABLE, complaint, inspecting_engine
from tregua.backends.ledger.tables import APPEND_ONLY, metadata
from tregua.errors import Problem

__all__ = ["audit"]

_NAMED_BY = {"evidence": "name", "terms": "path", "judgements": "number"}
_NAME_LENGTH = 80
_COMPLAINT_LENGTH = 300
_HINT = "restore the file from a copy whose head is known"


def audit(path: Path) -> list[Problem]:
    """Return every fault of the ledger at PATH: of the file, of its tables and triggers, of the chain."""
    engine = inspecting_engine(path)
    try:
        with engine.connect() as connection:
            return [*_file_faults(connection, path), *_schema_faults(connection, path), *_chain_faults(connection)]
    except UNREADABLE as error:
        return [_problem(path.name, f"SQLite cannot read the file: {complaint(error)}")]
    finally:
        engine.dispose()


def _problem(where: str, message: str) -> Problem:
    """Return the fault MESSAGE at WHERE."""
    return Problem(where=where, message=message, hint=_HINT, step="verify")


def _file_faults(connection: Connection, path: Path) -> Iterator[Problem]:
    """Ask SQLite whether its pages and indexes are whole."""
    try:
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield _problem(path.name, f"SQLite finds the file malformed: {_printable(line, _COMPLAINT_LENGTH)}")
    except UNREADABLE as error:
        yield _problem(path.name, f"SQLite finds the file malformed: {complaint(error)}")


def _schema(connection: Connection) -> dict[str, str]:
    """Return the SQL of every table, index and trigger by kind and name; what SQLite adds itself is left out."""
    query = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
    return {f"{kind} {name}": str(sql) for kind, name, sql in connection.exec_driver_sql(query)}


def _expected_schema() -> dict[str, str]:
    """Return what :func:`_schema` gives for a new ledger."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            return _schema(connection)
    finally:
        engine.dispose()


def _schema_faults(connection: Connection, path: Path) -> Iterator[Problem]:
    """Compare tables, indexes and triggers with those of a new ledger."""
    try:
        held = _schema(connection)
    except UNREADABLE as error:
        yield _problem(path.name, f"the list of tables cannot be read: {complaint(error)}")
        return
    expected = _expected_schema()
    for name in sorted(expected.keys() - held.keys()):
        yield _problem(name, "it is missing")
    for name in sorted(held.keys() - expected.keys()):
        yield _problem(_printable(name), "it is no part of a ledger")
    for name in sorted(held.keys() & expected.keys()):
        if held[name] != expected[name]:
            yield _problem(name, "its definition was changed")


@dataclass(frozen=True, slots=True)
class _Read:
    """One entry as read: where it is, its columns, or why they cannot be read."""

    table: str
    seq: int
    name: Value
    row: Row | None
    fault: str = ""

    @property
    def where(self) -> str:
        """Return the entry's place in words, with its name where that can be read."""
        place = f"{self.table} #{self.seq}"
        if self.name is None:
            return place
        return f"{place} ({'j-' if self.table == 'judgements' else ''}{_printable(self.name)})"

    @property
    def hash(self) -> Value:
        """Return its hash; None when it cannot be read or its hash is not the one it should have."""
        if self.row is None or self.row["hash"] != entry_hash(self.table, self.row):
            return None
        return self.row["hash"]


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head record says."""

    entries: int
    hash: str


def _printable(value: Value, length: int = _NAME_LENGTH) -> str:
    """Return VALUE as one line of at most LENGTH characters that any screen can show."""
    text = str(value).encode("utf-8", "backslashreplace").decode("utf-8")
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= length else line[: length - 1] + "…"


def _numbers(connection: Connection, table: Table) -> tuple[set[int], list[Problem]]:
    """Return the numbers of the entries in TABLE, read from both ends so that a bad page hides only itself."""
    found: set[Value] = set()
    problems: list[Problem] = []
    for order in ("ASC", "DESC"):
        try:
            query = f"SELECT seq FROM {table.name} ORDER BY seq {order}"  # noqa: S608 - names of our own tables
            found.update(connection.exec_driver_sql(query).scalars())
        except UNREADABLE as error:
            problems = [_problem(f"table {table.name}", f"it cannot be read to its end: {complaint(error)}")]
    numbers = {seq for seq in found if isinstance(seq, int)}
    problems += [
        _problem(f"{table.name} {_printable(seq)}", "order: its number is no number") for seq in found - numbers
    ]
    return numbers, problems


def _select(connection: Connection, table: Table, names: Sequence[str], seq: int) -> Row:
    """Return the columns NAMES of entry SEQ of TABLE, bytes measured; none when SQLite does not find the entry."""
    query = f"SELECT {', '.join(names)} FROM {table.name} WHERE seq = ?"  # noqa: S608 - names of our own tables
    values = connection.exec_driver_sql(query, (seq,)).first() or ()
    return {
        name: Blob.of(value) if isinstance(value, bytes) else value for name, value in zip(names, values, strict=False)
    }


def _read(connection: Connection, table: Table, seq: int) -> _Read:
    """Read entry SEQ of TABLE, or at least its name."""
    named_by = _NAMED_BY[table.name]
    try:
        row = _select(connection, table, table.columns.keys(), seq)
    except UNREADABLE as error:
        fault = f"it cannot be read: {complaint(error)}"
    else:
        if row:
            return _Read(table.name, seq, row[named_by], row)
        fault = "it is listed but cannot be found by its number"
    try:
        name = _select(connection, table, (named_by,), seq).get(named_by)
    except UNREADABLE:
        name = None
    return _Read(table.name, seq, name, None, fault)


def _chain_faults(connection: Connection) -> Iterator[Problem]:
    """Walk the chain from its first entry to its head."""
    places: list[tuple[int, Table]] = []
    for table in APPEND_ONLY:
        numbers, problems = _numbers(connection, table)
        yield from problems
        places += ((seq, table) for seq in numbers)
    places.sort(key=lambda place: place[0])
    entries = (_read(connection, table, seq) for seq, table in places)
    try:
        heads = list(connection.exec_driver_sql("SELECT entries, hash FROM head"))
    except UNREADABLE as error:
        yield _problem("head", f"it cannot be read: {complaint(error)}")
        heads = []
    yield from _walk(entries, _head_of(heads))


def _head_of(rows: Sequence[Sequence[Value]]) -> _Head | None:
    """Return the head that ROWS hold, or None when they are not one head."""
    if len(rows) != 1:
        return None
    entries, hash_ = rows[0]
    return _Head(entries, hash_) if isinstance(entries, int) and isinstance(hash_, str) else None


def _walk(entries: Iterator[_Read], head: _Head | None) -> Iterator[Problem]:
    """Compare each of ENTRIES with its neighbours, and the last with HEAD."""
    before: _Read | None = None
    current = next(entries, None)
    while current is not None:
        following = next(entries, None)
        yield from _entry_faults(before, current, following, head)
        before, current = current, following
    yield from _head_faults(before, head)


def _entry_faults(
    before: _Read | None, current: _Read, following: _Read | None, head: _Head | None
) -> Iterator[Problem]:
    """Say what is wrong with CURRENT between its neighbours."""
    expected = 1 if before is None else before.seq + 1
    if current.seq > expected:
        yield _missing(expected, current.seq - 1)
    if current.seq < expected:
        yield _problem(current.where, "order: its number is below 1 or that of another entry")
        return
    if current.row is None:
        yield _problem(current.where, current.fault)
        return
    fault = explain(current.table, current.row, _hash_before(before, current), _hash_after(current, following, head))
    if fault:
        yield _problem(current.where, fault)


def _hash_before(before: _Read | None, current: _Read) -> Value:
    """Return the hash that CURRENT should continue; None when the entry before it is missing or at fault itself."""
    if current.seq == 1:
        return GENESIS
    return before.hash if before is not None and before.seq == current.seq - 1 else None


def _hash_after(current: _Read, following: _Read | None, head: _Head | None) -> Value:
    """Return the hash by which the next entry, or HEAD, refers to CURRENT."""
    if following is None:
        return head.hash if head is not None and head.entries == current.seq else None
    return following.row["previous"] if following.row is not None and following.seq == current.seq + 1 else None


def _missing(first: int, last: int) -> Problem:
    """Return the gap from number FIRST to LAST."""
    where = f"entry #{first}" if first == last else f"entries #{first} to #{last}"
    return _problem(where, "missing: the numbering has a gap here")


def _head_faults(last: _Read | None, head: _Head | None) -> Iterator[Problem]:
    """Compare the LAST entry with HEAD."""
    if head is None:
        yield _problem("head", "there is not one readable head record, so a cut tail could not be noticed")
        return
    count = 0 if last is None else last.seq
    if count < head.entries:
        cut = _missing(count + 1, head.entries)
        yield replace(cut, message="missing: the tail was cut, the head record counts further")
    elif count > head.entries:
        yield _problem("head", f"it counts {head.entries} entries and the last one is #{count}")
    elif (GENESIS if last is None else last.hash) not in {None, head.hash}:
        yield _problem("head", f"its hash is not that of the last entry, #{count}")
