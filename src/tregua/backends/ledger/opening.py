"""Making and opening the file: connections that are safe to write through, and the marks of a ledger.

A new ledger is built under another name and put in place whole, so that its path never shows half a ledger, even
when two processes make it at once or the machine stops in between.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from tregua.backends.ledger.chain import GENESIS
from tregua.backends.ledger.tables import VERSION, head, metadata
from tregua.errors import LedgerError

__all__ = [
    "UNREADABLE", "WRITING", "complaint", "create_ledger", "inspecting_engine", "opened", "recognise", "working_engine",
]  # fmt: skip

WRITING = {"tregua_writing": True}
"""Execution options of a connection that will write: its transaction takes the write lock as it begins."""

UNREADABLE = (DBAPIError, UnicodeDecodeError)
"""What the driver raises for data it cannot read, or cannot even complain of (the complaint quotes the data)."""

_APPLICATION = 0x54524547  # "TREG", SQLite's mark of whose file this is
_BUSY_SECONDS = 30.0


def working_engine(path: Path) -> Engine:
    """Return an engine on the ledger at PATH whose commits are on the disk when they return."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def inspecting_engine(path: Path) -> Engine:
    """Return an engine that reads whatever PATH holds, damaged or not.

    It sets nothing that makes SQLite read the schema, and gives text that is not UTF-8 as the bytes it was.
    """
    arguments = {"timeout": _BUSY_SECONDS}
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args=arguments, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_to_inspect)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    """Set a new CONNECTION up for work."""
    connection.isolation_level = None
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_to_inspect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    """Set a new CONNECTION up to read damaged data."""
    connection.isolation_level = None
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that will write waits for the lock now, not in its middle."""
    writing = connection.get_execution_options().get("tregua_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def complaint(error: DBAPIError | UnicodeDecodeError) -> str:
    """Return what the database said in ERROR, without the statement."""
    return str(error.orig) if isinstance(error, DBAPIError) else "it holds text that is not UTF-8"


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Turn what the database complains of into a ``LedgerError`` that names PATH and says what to do."""
    try:
        yield
    except UNREADABLE as error:
        hint = "; `tregua verify` says what is damaged" if _is_damage(error) else ""
        raise LedgerError(f"{path}: {complaint(error)}{hint}") from error


def create_ledger(path: Path) -> None:
    """Make an empty ledger at PATH unless something is there."""
    if path.exists():
        return
    if path.with_name(path.name + "-wal").exists():
        raise LedgerError(f"{path} is gone but its journal {path.name}-wal is there: put the ledger back beside it")
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        _build(building)
        _put_in_place(building, path)
    except (OSError, DBAPIError) as error:
        raise LedgerError(f"{path} cannot be made: {error}") from error
    finally:
        building.unlink(missing_ok=True)


def _build(path: Path) -> None:
    """Write an empty ledger to PATH and leave no journal beside it."""
    engine = working_engine(path)
    try:
        with engine.connect() as connection:
            driver = connection.connection.cursor()
            for pragma in ("journal_mode = WAL", f"application_id = {_APPLICATION}", f"user_version = {VERSION}"):
                driver.execute(f"PRAGMA {pragma}")
            driver.close()
        with engine.execution_options(**WRITING).begin() as connection:
            metadata.create_all(connection)
            connection.execute(insert(head).values(id=1, entries=0, hash=GENESIS))
    finally:
        engine.dispose()


def _put_in_place(building: Path, path: Path) -> None:
    """Give the file BUILDING the name PATH unless another process was first; the name is on the disk afterwards."""
    try:
        os.link(building, path)
    except FileExistsError:
        return
    if hasattr(os, "O_DIRECTORY"):  # where a folder can be opened, it can be synced
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def recognise(path: Path) -> None:
    """Raise ``LedgerError`` when PATH is no ledger or one of a newer version; damage is left for ``verify``."""
    engine = inspecting_engine(path)
    try:
        with engine.connect() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    except UNREADABLE as error:
        if _is_damage(error):
            return
        raise LedgerError(f"{path} is not a ledger: {complaint(error)}") from error
    finally:
        engine.dispose()
    if application != _APPLICATION:
        raise LedgerError(f"{path} is not a ledger: it is another program's database, or an empty file")
    if version != VERSION:
        raise LedgerError(
            f"{path} is a ledger of version {version} and this Tregua knows version {VERSION}: "
            "use the Tregua that wrote it, or a newer one"
        )


def _is_damage(error: DBAPIError | UnicodeDecodeError) -> bool:
    """Tell whether ERROR speaks of a damaged database, not of a file that is none."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return getattr(error.orig, "sqlite_errorname", "").startswith("SQLITE_CORRUPT")
