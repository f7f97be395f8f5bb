"""Derived rows: a table that can be thrown away, and one hash that stands for all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from tregua.backends.ledger.chain import encode
from tregua.backends.ledger.tables import derived
from tregua.ports import HISTORY, MEMORY, Derived

__all__ = ["by_key", "content_hash", "replace", "rows_of"]

_ROWS_AT_ONCE = 1000


def by_key(stage: str, rows: Iterable[Derived]) -> dict[str, Derived]:
    """Return ROWS by key; a row of another stage, or a key that comes twice, is a mistake of the caller's."""
    found: dict[str, Derived] = {}
    for row in rows:
        if row.stage != stage:
            raise ValueError(f"{row.key} is of stage {row.stage}, not {stage}")
        if row.key in found:
            raise ValueError(f"{stage} {row.key} comes twice")
        found[row.key] = row
    return found


def rows_of(connection: Connection, stage: str) -> dict[str, Derived]:
    """Return the rows of STAGE by key, in the keys' order."""
    query = select(derived.c.key, derived.c.inputs, derived.c.payload)
    rows = connection.execute(query.where(derived.c.stage == stage).order_by(derived.c.key))
    return {key: Derived(stage=stage, key=key, inputs=inputs, payload=payload) for key, inputs, payload in rows}


def replace(connection: Connection, stage: str, wanted: Mapping[str, Derived]) -> None:
    """Make WANTED the whole of STAGE, writing only what differs."""
    held = rows_of(connection, stage)
    gone = [{"at": key} for key in held if key not in wanted]
    new = [
        {"stage": stage, "key": key, "inputs": row.inputs, "payload": row.payload}
        for key, row in wanted.items()
        if key not in held
    ]
    changed = [
        {"at": key, "inputs": row.inputs, "payload": row.payload}
        for key, row in wanted.items()
        if key in held and row != held[key]
    ]
    here = (derived.c.stage == stage) & (derived.c.key == bindparam("at"))
    if gone:
        connection.execute(delete(derived).where(here), gone)
    if changed:
        connection.execute(update(derived).where(here), changed)
    if new:
        connection.execute(insert(derived), new)


def content_hash(connection: Connection) -> str:
    """Return the SHA-256 over stage, key and payload of every row that can be derived again, ordered by bytes."""
    rows = select(derived.c.stage, derived.c.key, derived.c.payload).where(derived.c.stage.not_in((HISTORY, MEMORY)))
    query = rows.order_by(derived.c.stage, derived.c.key)
    taken = hashlib.sha256()
    for row in connection.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
        taken.update(b"|".join(encode(value) for value in row) + b"\n")
    return taken.hexdigest()
