"""The ledger's tables and the triggers that keep them append-only.

The models use nothing that only one database has. What SQLite alone needs (triggers in its own words) is tied to
its dialect, so that another database can be given its own beside them.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    event,
)

__all__ = ["APPEND_ONLY", "VERSION", "derived", "evidence", "head", "judgements", "metadata", "terms"]

VERSION = 1
"""The schema's version. A ledger of a higher one is refused, never guessed at."""

metadata = MetaData()


def _chained(name: str, *columns: Column[int] | Column[str], content: bool = False) -> Table:
    """Return the table NAME with COLUMNS between its place in the chain and its hash.

    CONTENT adds the bytes it holds, as the last column: all else is read without walking through them.
    """
    return Table(
        name,
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("previous", Text, nullable=False),
        *columns,
        Column("appended", Text, nullable=False),
        Column("hash", Text, nullable=False),
        *((Column("content", LargeBinary, nullable=False),) if content else ()),
    )


evidence = _chained(
    "evidence",
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("retrieved", Text, nullable=False),
    content=True,
)
"""Items as they came in; the same bytes are kept once."""
evidence.append_constraint(UniqueConstraint("sha256"))

terms = _chained(
    "terms",
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    content=True,
)
"""Files that rule, one row a version."""
Index("terms_by_path", terms.c.path, terms.c.seq)

judgements = _chained(
    "judgements",
    Column("number", Integer, nullable=False),
    Column("decision", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("decided", Text, nullable=False),
)
"""What people decided; ``subjects`` is a JSON list of ids."""
judgements.append_constraint(UniqueConstraint("number"))

APPEND_ONLY = (evidence, terms, judgements)
"""The tables that share the chain."""

head = Table(
    "head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("entries", Integer, nullable=False),
    Column("hash", Text, nullable=False),
)
"""One row: how many entries there are and the hash of the last, so that a cut tail is noticed."""

derived = Table(
    "derived",
    metadata,
    Column("stage", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("stage", "key"),
)
"""What was derived from the rest; it can be dropped and derived again."""


def _trigger(name: str, rule: str, message: str) -> DDL:
    """Return SQLite's trigger NAME that refuses with MESSAGE when RULE fires."""
    body = f"CREATE TRIGGER {name} BEFORE {rule} BEGIN SELECT RAISE(ABORT, '{message}'); END"
    ddl: DDL = DDL(body).execute_if(dialect="sqlite")  # type: ignore[no-untyped-call]
    return ddl


def _guard(table: Table, unique: str) -> None:
    """Refuse every change of TABLE but one: the next entry of the chain.

    The rule on INSERT also stops ``INSERT OR REPLACE``, which would delete an entry without a DELETE trigger.
    """
    name = table.name
    known = f"EXISTS (SELECT 1 FROM {name} WHERE {unique})"  # noqa: S608 - names of our own tables
    moved_on = "NEW.seq <> (SELECT entries + 1 FROM head) OR NEW.previous <> (SELECT hash FROM head)"
    for trigger in (
        _trigger(f"{name}_refuses_update", f"UPDATE ON {name}", f"{name} is append-only"),
        _trigger(f"{name}_refuses_delete", f"DELETE ON {name}", f"{name} is append-only"),
        _trigger(
            f"{name}_continues", f"INSERT ON {name} WHEN {moved_on} OR {known}", f"{name} takes the next entry only"
        ),
    ):
        event.listen(table, "after_create", trigger)


_guard(evidence, "sha256 = NEW.sha256")
_guard(terms, "seq = NEW.seq")
_guard(judgements, "number = NEW.number")
event.listen(
    head,
    "after_create",
    _trigger("head_refuses_delete", "DELETE ON head", "the head of the chain stays"),
)
event.listen(
    head,
    "after_create",
    _trigger(
        "head_advances",
        "UPDATE ON head WHEN NEW.id <> OLD.id OR NEW.entries <> OLD.entries + 1",
        "the head of the chain moves one entry at a time",
    ),
)
