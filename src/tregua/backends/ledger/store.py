"""The ledger as the core sees it: the :class:`tregua.ports.Store` on SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select, update

from tregua.backends.ledger import derivations, tables
from tregua.backends.ledger.audit import audit
from tregua.backends.ledger.chain import Value, entry_hash
from tregua.backends.ledger.entries import (
    read_evidence,
    read_judgement,
    read_terms,
    row_of_evidence,
    row_of_judgement,
    row_of_terms,
    write_instant,
)
from tregua.backends.ledger.opening import WRITING, create_ledger, opened, recognise, working_engine
from tregua.errors import LedgerError, Problem
from tregua.ports import HISTORY, Clock, Derived, StoreStatus, TermsFile
from tregua.records.document import Evidence
from tregua.records.judgement import Judgement

__all__ = ["Ledger"]

RecordT = TypeVar("RecordT")

_ROWS_AT_ONCE = 8  # rows may hold whole pages, so few are held in memory


class Ledger:
    """One case's ledger in one SQLite file; usable as a context manager, and from several processes at once.

    Every append is one transaction, on the disk when it returns: a process killed at any moment loses nothing it
    was told is kept, and leaves no half of an entry.

    What the chain shows, ``verify`` tells: altered, moved, missing and added entries, a cut tail, changed triggers
    and tables, and whatever SQLite itself calls malformed. What no chain can show: that the whole file was put back
    to an earlier state (SQLite itself does so when the journal of a killed process is removed or damaged), that every
    entry from some point on *and* the head were rewritten by someone who can compute hashes, and bytes of the file
    that no row uses. Against the first two, keep the head's hash (``status().head``) where others see it. Derived
    rows are not in the chain; derive them again instead.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        """Open the ledger at PATH, or make an empty one; CLOCK tells when each entry is appended.

        Raises:
            LedgerError: PATH is no ledger, one of a newer version, or cannot be made.
        """
        create_ledger(path)
        recognise(path)
        self._path = path
        self._clock = clock
        self._engine = working_engine(path)

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add_evidence(self, item: Evidence) -> bool:
        """Append ITEM; return False when the same bytes are there already."""
        row = row_of_evidence(item)
        known = select(tables.evidence.c.seq).where(tables.evidence.c.sha256 == item.sha256)
        with self._writing() as connection:
            if connection.execute(known).first() is not None:
                return False
            self._append(connection, tables.evidence, row)
        return True

    def add_terms(self, item: TermsFile) -> bool:
        """Append ITEM; return False when the last entry of its path has the same bytes."""
        row = row_of_terms(item)
        terms = tables.terms
        last = select(terms.c.sha256).where(terms.c.path == item.path).order_by(terms.c.seq.desc()).limit(1)
        with self._writing() as connection:
            if connection.execute(last).scalar() == item.sha256:
                return False
            self._append(connection, terms, row)
        return True

    def add_judgement(self, item: Judgement) -> str:
        """Append ITEM; return its id, ``j-`` and its number."""
        last = select(func.coalesce(func.max(tables.judgements.c.number), 0))
        with self._writing() as connection:
            number: int = connection.execute(last).scalar_one() + 1
            self._append(connection, tables.judgements, row_of_judgement(item, number))
        return f"j-{number}"

    def evidence(self) -> Iterator[Evidence]:
        """Give every item in the order it came in."""
        return self._read(tables.evidence, read_evidence)

    def terms(self) -> Iterator[TermsFile]:
        """Give every recorded file version in order."""
        return self._read(tables.terms, read_terms)

    def judgements(self) -> Iterator[tuple[str, Judgement]]:
        """Give every judgement with its id, in order."""
        return self._read(tables.judgements, read_judgement)

    def verify(self) -> list[Problem]:
        """Recompute the whole chain; return one problem for each entry that does not fit, naming it.

        Never raises for damage: what SQLite calls malformed is a problem too.
        """
        return audit(self._path)

    def status(self) -> StoreStatus:
        """Return counts and the head of the chain."""
        with self._reading() as connection:
            counts = [connection.scalar(select(func.count()).select_from(table)) for table in tables.APPEND_ONLY]
            head = connection.scalar(select(tables.head.c.hash))
        evidence, terms, judgements = (count or 0 for count in counts)
        return StoreStatus(evidence=evidence, terms=terms, judgements=judgements, head=head or "")

    def derived(self, stage: str) -> Mapping[str, Derived]:
        """Return the rows of STAGE by key."""
        with self._reading() as connection:
            return derivations.rows_of(connection, stage)

    def replace_derived(self, stage: str, rows: Iterable[Derived]) -> None:
        """Make ROWS the whole of STAGE, atomically; rows that are there already are not written again."""
        wanted = derivations.by_key(stage, rows)
        with self._writing() as connection:
            derivations.replace(connection, stage, wanted)

    def drop_derived(self) -> None:
        """Forget every derived row but what tells of changes from run to run."""
        with self._writing() as connection:
            connection.execute(delete(tables.derived).where(tables.derived.c.stage != HISTORY))

    def content_hash(self) -> str:
        """Return one SHA-256 over all rows (stage, key, payload) that can be derived again, in a fixed order."""
        with self._reading() as connection:
            return derivations.content_hash(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Give a connection on one unchanging state of the ledger."""
        with opened(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give a connection that holds the write lock; commit at the end, undo all on an error."""
        with opened(self._path), self._engine.execution_options(**WRITING).begin() as connection:
            yield connection

    def _append(self, connection: Connection, table: Table, row: dict[str, Value]) -> None:
        """Make ROW the next entry of the chain, in TABLE."""
        head = connection.execute(select(tables.head.c.entries, tables.head.c.hash).with_for_update()).one()
        entry = row | {
            "seq": head.entries + 1,
            "previous": head.hash,
            "appended": write_instant(self._clock.now()),
        }
        entry["hash"] = entry_hash(table.name, entry)
        connection.execute(insert(table).values(entry))
        connection.execute(update(tables.head).values(entries=entry["seq"], hash=entry["hash"]))

    def _read(self, table: Table, read: Callable[[RowMapping], RecordT]) -> Iterator[RecordT]:
        """Give the rows of TABLE as records, in the chain's order."""
        query = select(table).order_by(table.c.seq).execution_options(yield_per=_ROWS_AT_ONCE)
        with self._reading() as connection:
            try:
                for row in connection.execute(query).mappings():
                    yield read(row)
            except (TypeError, ValueError) as error:
                raise LedgerError(f"{self._path}: an entry of {table.name} was altered and cannot be read") from error
