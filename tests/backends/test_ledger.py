from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conformance.store import StoppedClock, StoreConformance, evidence, judgement, row, terms
from tregua.backends.ledger import Ledger
from tregua.backends.ledger import entries as ledger_entries
from tregua.errors import LedgerError, RefusedError
from tregua.ports import Clock, Store


class TestLedger(StoreConformance):
    def open(self, folder: Path, clock: Clock) -> Store:
        return Ledger(folder / "ledger.db", clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path, StoppedClock()) as opened:
        yield opened


def test_opening_makes_one_file_and_closing_leaves_one(path: Path) -> None:
    with Ledger(path, StoppedClock()) as opened:
        opened.add_evidence(evidence())
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


def test_commits_wait_for_the_disk(ledger: Ledger) -> None:
    with ledger._engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]
    assert values == ["wal", 2, 1, 30000]


@pytest.mark.parametrize("content", [b"", b"id: case\n", b"\x00" * 5000], ids=["empty", "text", "zeros"])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(path, StoppedClock())
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE evidence (a)")
    with pytest.raises(LedgerError, match="another program's database"):
        Ledger(path, StoppedClock())


def test_a_newer_ledger_is_refused_by_version(path: Path) -> None:
    Ledger(path, StoppedClock()).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(LedgerError, match=r"version 2 .* knows version 1.*newer"):
        Ledger(path, StoppedClock())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be made"):
        Ledger(tmp_path / "nowhere" / "ledger.db", StoppedClock())


def test_a_path_that_is_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(tmp_path, StoppedClock())


def test_a_journal_without_its_ledger_is_not_written_over(path: Path) -> None:
    journal = path.with_name("ledger.db-wal")
    journal.write_bytes(b"entries not yet in the ledger")
    with pytest.raises(LedgerError, match="put the ledger back"):
        Ledger(path, StoppedClock())
    assert journal.read_bytes() == b"entries not yet in the ledger"
    assert not path.exists()


def test_who_comes_second_opens_the_ledger_of_the_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path, StoppedClock()) as first:
        first.add_evidence(evidence())
    monkeypatch.setattr(Path, "exists", lambda _: False)
    with Ledger(path, StoppedClock()) as second:
        assert second.status().evidence == 1
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.parametrize("table", ["evidence", "terms", "judgements"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {0} SET appended = ''",
        "DELETE FROM {0}",
        "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        "INSERT INTO {0} SELECT * FROM {0}",
    ],
)
def test_the_database_itself_refuses_changes(ledger: Ledger, path: Path, table: str, statement: str) -> None:
    ledger.add_evidence(evidence())
    ledger.add_terms(terms())
    ledger.add_judgement(judgement())
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match=table):
        connection.execute(statement.format(table))
    assert ledger.verify() == []


@pytest.mark.parametrize("statement", ["DELETE FROM head", "UPDATE head SET entries = 0", "UPDATE head SET id = 1"])
def test_the_head_cannot_be_set_back(ledger: Ledger, path: Path, statement: str) -> None:
    ledger.add_evidence(evidence())
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="head"):
        connection.execute(statement)
    assert ledger.verify() == []


def test_an_item_over_the_limit_is_refused(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_entries, "CONTENT_LIMIT", 3)
    with pytest.raises(RefusedError, match="4 bytes are over"):
        ledger.add_evidence(evidence(b"four"))


def test_rows_that_did_not_change_are_not_written(ledger: Ledger, path: Path) -> None:
    rows = [row("a"), row("b", "[1]"), row("c")]
    ledger.replace_derived("claims", rows)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE seen (what)")
        for change in ("INSERT", "UPDATE", "DELETE"):
            key = "OLD.key" if change == "DELETE" else "NEW.key"
            note = f"INSERT INTO seen VALUES ('{change} ' || {key})"  # noqa: S608
            connection.execute(f"CREATE TRIGGER see_{change} AFTER {change} ON derived BEGIN {note}; END")
        connection.commit()
        ledger.replace_derived("claims", rows)
        assert connection.execute("SELECT * FROM seen").fetchall() == []
        ledger.replace_derived("claims", [row("a"), row("b", "[1]", inputs="other"), row("d")])
        assert connection.execute("SELECT what FROM seen ORDER BY what").fetchall() == [
            ("DELETE c",),
            ("INSERT d",),
            ("UPDATE b",),
        ]


def test_a_ledger_that_stays_locked_is_said(ledger: Ledger, path: Path) -> None:
    with ledger._engine.connect() as connection:  # the pool gives this connection again
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked"):
            ledger.add_evidence(evidence())
        other.execute("ROLLBACK")
    assert ledger.add_evidence(evidence())


def test_an_altered_entry_that_cannot_be_a_record_is_said(ledger: Ledger, path: Path) -> None:
    ledger.add_judgement(judgement())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER judgements_refuses_update")
        connection.execute("UPDATE judgements SET decision = 'reverse'")
        connection.commit()
    with pytest.raises(LedgerError, match="an entry of judgements was altered"):
        list(ledger.judgements())
