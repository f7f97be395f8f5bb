"""Whatever is altered behind the ledger's back, ``verify`` says where."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.conformance.store import StoppedClock, evidence, judgement, row, terms
from tregua.backends.ledger import Ledger
from tregua.backends.ledger.chain import GENESIS, entry_hash
from tregua.backends.ledger.tables import APPEND_ONLY
from tregua.errors import LedgerError, Problem

ENTRIES = {"evidence": 4, "terms": 5, "judgements": 6}
WHERE = {"evidence": "evidence #4 (r2.txt)", "terms": "terms #5 (case.yaml)", "judgements": "judgements #6 (j-2)"}
LAST = 9


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a closed ledger of nine entries, evidence, terms and judgements in turn."""
    with Ledger(tmp_path / "ledger.db", StoppedClock()) as ledger:
        for turn in range(1, 4):
            ledger.add_evidence(evidence(b"report %d " % turn * 400, name=f"r{turn}.txt", url="https://example.org/"))
            ledger.add_terms(terms(b"id: %d\n" % turn))
            ledger.add_judgement(judgement(f"reason {turn}"))
        ledger.replace_derived("claims", [row(f"c-{key}", '{"a":"b"}') for key in range(30)])
    return tmp_path / "ledger.db"


@contextmanager
def without_triggers(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection on which anything can be changed; the triggers are back afterwards."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def verify(path: Path) -> list[Problem]:
    with Ledger(path, StoppedClock()) as ledger:
        return ledger.verify()


def places(path: Path) -> list[str]:
    return [problem.where for problem in verify(path)]


def altered(value: object) -> object:
    """Return VALUE with one bit of its first byte changed."""
    if isinstance(value, int):
        return value ^ 64
    raw = bytearray(value if isinstance(value, bytes) else str(value).encode())
    raw = raw or bytearray(b"\x00")
    raw[0] ^= 1
    return bytes(raw) if isinstance(value, bytes) else raw.decode()


COLUMNS = [(table.name, column.name) for table in APPEND_ONLY for column in table.columns if column.name != "seq"]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_one_byte_of_any_column_is_found_at_its_entry_only(path: Path, table: str, column: str) -> None:
    seq = ENTRIES[table]
    with without_triggers(path) as connection:
        (value,) = connection.execute(f"SELECT {column} FROM {table} WHERE seq = ?", (seq,)).fetchone()  # noqa: S608
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE seq = ?", (altered(value), seq))  # noqa: S608
    (problem,) = verify(path)
    named_after = {"name": "evidence #4 (s2.txt)", "path": "terms #5 (base.yaml)", "number": "judgements #6 (j-66)"}
    assert problem.where == named_after.get(column, WHERE[table])
    kind = {"content": "content", "previous": "order"}.get(column, "metadata")
    assert problem.message.startswith(f"{kind}: ")
    assert problem.step == "verify"
    assert ("SHA-256 was altered" in problem.message) == (column == "sha256")
    assert ("recorded hash was altered" in problem.message) == (column == "hash")


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_value_of_another_type_is_found(path: Path, table: str, column: str) -> None:
    seq = ENTRIES[table]
    with without_triggers(path) as connection:
        statement = f"UPDATE {table} SET {column} = CAST({column} AS %s) WHERE seq = ?"  # noqa: S608
        connection.execute(statement % ("TEXT" if column == "content" else "BLOB"), (seq,))
    located = places(path)
    assert [where for where in located if where.startswith(f"{table} #{seq} ")]


def test_a_changed_number_is_a_gap_and_a_wrong_entry(path: Path) -> None:
    with without_triggers(path) as connection:
        connection.execute("UPDATE terms SET seq = 69 WHERE seq = 5")
    assert places(path) == ["entry #5", "entries #10 to #68", "terms #69 (case.yaml)", "head"]


@pytest.mark.parametrize("number", [0, -3, 4])
def test_a_number_that_is_not_the_entrys_own(path: Path, number: int) -> None:
    with without_triggers(path) as connection:
        connection.execute("UPDATE terms SET seq = ? WHERE seq = 5", (number,))
    problems = {problem.where: problem.message for problem in verify(path)}
    assert problems[f"terms #{number} (case.yaml)"].startswith("order: its number")
    assert "entry #5" in problems


def test_swapped_entries_are_both_found(path: Path) -> None:
    with without_triggers(path) as connection:
        for old, new in ((1, -1), (4, 1), (-1, 4)):
            connection.execute("UPDATE evidence SET seq = ? WHERE seq = ?", (new, old))
    assert places(path) == ["evidence #1 (r2.txt)", "evidence #4 (r1.txt)"]


@pytest.mark.parametrize(("gone", "where"), [("seq = 4", ["entry #4"]), ("seq < 5", ["entry #1", "entry #4"])])
def test_missing_entries_are_found(path: Path, gone: str, where: list[str]) -> None:
    with without_triggers(path) as connection:
        connection.execute(f"DELETE FROM evidence WHERE {gone}")  # noqa: S608
    assert places(path) == where


def cut(connection: sqlite3.Connection, last: int) -> None:
    for table in ENTRIES:
        connection.execute(f"DELETE FROM {table} WHERE seq > ?", (last,))  # noqa: S608


@pytest.mark.parametrize(("last", "where"), [(8, "entry #9"), (3, "entries #4 to #9"), (0, "entries #1 to #9")])
def test_a_cut_tail_is_found(path: Path, last: int, where: str) -> None:
    with without_triggers(path) as connection:
        cut(connection, last)
    (problem,) = verify(path)
    assert problem.where == where
    assert "tail was cut" in problem.message


def test_a_tail_cut_together_with_its_head_shows_only_against_a_head_kept_elsewhere(path: Path) -> None:
    with Ledger(path, StoppedClock()) as ledger:
        kept = ledger.status().head
    with without_triggers(path) as connection:
        cut(connection, 8)
        connection.execute("UPDATE head SET entries = 8, hash = (SELECT hash FROM terms WHERE seq = 8)")
    with Ledger(path, StoppedClock()) as ledger:
        assert ledger.verify() == []
        assert ledger.status().head != kept


def rewrite(connection: sqlite3.Connection, seq: int, table: str, **changes: object) -> None:
    """Change an entry as someone would who can compute hashes."""
    connection.row_factory = sqlite3.Row
    values = dict(connection.execute(f"SELECT * FROM {table} WHERE seq = ?", (seq,)).fetchone()) | changes  # noqa: S608
    values["hash"] = entry_hash(table, values)
    settings = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE {table} SET {settings} WHERE seq = {seq}", values)  # noqa: S608


def test_an_entry_rewritten_with_its_hash_is_found_at_the_next(path: Path) -> None:
    with without_triggers(path) as connection:
        rewrite(connection, 4, "evidence", name="forged.txt")
    (problem,) = verify(path)
    assert problem.where == "terms #5 (case.yaml)"
    assert problem.message.startswith("order: it does not continue")


def test_the_last_entry_rewritten_with_its_hash_is_found_at_the_head(path: Path) -> None:
    with without_triggers(path) as connection:
        rewrite(connection, LAST, "judgements", why="forged")
    (problem,) = verify(path)
    assert (problem.where, problem.message) == ("head", "its hash is not that of the last entry, #9")


def test_content_rewritten_with_the_entrys_hash_but_not_its_digest_is_found(path: Path) -> None:
    with without_triggers(path) as connection:
        rewrite(connection, 4, "evidence", content=b"forged")
    problems = verify(path)
    assert [problem.where for problem in problems] == ["evidence #4 (r2.txt)", "terms #5 (case.yaml)"]
    assert "own hash fits" in problems[0].message


def test_an_entry_that_the_head_does_not_count_is_found(path: Path) -> None:
    with without_triggers(path) as connection:
        connection.execute("UPDATE head SET entries = 8, hash = (SELECT hash FROM terms WHERE seq = 8)")
    (problem,) = verify(path)
    assert (problem.where, problem.message) == ("head", "it counts 8 entries and the last one is #9")


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM head", "UPDATE head SET entries = 'nine'", "UPDATE head SET hash = x'00'", "DROP TABLE head"],
)
def test_a_head_that_is_none_is_found(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for name in ("head_refuses_delete", "head_advances"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()
    assert "head" in places(path)


def test_a_head_of_an_empty_ledger_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Ledger(path, StoppedClock()).close()
    with without_triggers(path) as connection:
        connection.execute("UPDATE head SET hash = ?", (GENESIS.replace("0", "1"),))
    assert places(path) == ["head"]


def drop_trigger(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER terms_refuses_delete")


def weaken_trigger(connection: sqlite3.Connection) -> None:
    drop_trigger(connection)
    connection.execute("CREATE TRIGGER terms_refuses_delete BEFORE DELETE ON terms BEGIN SELECT 1; END")


def add_trigger(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TRIGGER extra AFTER INSERT ON evidence BEGIN DELETE FROM derived; END")


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE terms ADD COLUMN note TEXT")


def drop_index(connection: sqlite3.Connection) -> None:
    connection.execute("DROP INDEX terms_by_path")


def add_view(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE VIEW everything AS SELECT * FROM derived")


def drop_table(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE derived")


@pytest.mark.parametrize(
    ("change", "where", "message"),
    [
        (drop_trigger, "trigger terms_refuses_delete", "it is missing"),
        (weaken_trigger, "trigger terms_refuses_delete", "its definition was changed"),
        (add_trigger, "trigger extra", "it is no part of a ledger"),
        (add_column, "table terms", "its definition was changed"),
        (drop_index, "index terms_by_path", "it is missing"),
        (add_view, "view everything", "it is no part of a ledger"),
        (drop_table, "table derived", "it is missing"),
    ],
)
def test_a_changed_schema_is_found(
    path: Path, change: Callable[[sqlite3.Connection], None], where: str, message: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        change(connection)
        connection.commit()
    problems = [(problem.where, problem.message) for problem in verify(path)]
    assert (where, message) in problems
    assert all("#" not in place for place, _ in problems)


def test_a_table_that_is_gone_is_found_with_its_entries(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER terms_refuses_delete")
        connection.execute("DROP TABLE terms")
        connection.commit()
    located = places(path)
    assert "table terms" in located
    assert [where for where in located if where.startswith("entr")] == ["entry #2", "entry #5", "entry #8"]


def test_statistics_that_sqlite_keeps_are_no_fault(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ANALYZE")
    assert verify(path) == []


def test_hostile_names_are_shown_on_one_short_line(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    with Ledger(path, StoppedClock()) as ledger:
        ledger.add_evidence(evidence(name="\x1b[2J\n\u202e" + "x" * 500))
    with without_triggers(path) as connection:
        connection.execute("UPDATE evidence SET url = CAST(x'ff41' AS TEXT)")
    (problem,) = verify(path)
    assert problem.where.isprintable()
    assert len(problem.where) < 100
    with without_triggers(path) as connection:
        connection.execute("UPDATE evidence SET name = CAST(x'ff41' AS TEXT)")
    assert places(path) == ["evidence #1 (\\udcffA)"]
    with Ledger(path, StoppedClock()) as ledger, pytest.raises(LedgerError):
        list(ledger.evidence())


def flip(path: Path, offset: int, bits: int) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[offset] ^= bits
    path.write_bytes(damaged)


@pytest.mark.parametrize(
    ("written", "where"),
    [
        (b"report 2 report 2", "evidence #4 (r2.txt)"),
        (b"id: 2\n", "terms #5 (case.yaml)"),
        (b"reason 2", "judgements #6 (j-2)"),
    ],
)
def test_a_byte_flipped_in_the_file_is_found(path: Path, written: bytes, where: str) -> None:
    flip(path, path.read_bytes().index(written), 0x20)
    assert places(path) == [where]


def contents(path: Path) -> object:
    with Ledger(path, StoppedClock()) as ledger:
        return list(ledger.evidence()), list(ledger.terms()), list(ledger.judgements()), ledger.status()


def is_noticed(path: Path, expected: object) -> bool:
    """Tell whether the damage at PATH is reported, or else changes nothing that can be read."""
    try:
        return bool(verify(path)) or contents(path) == expected
    except LedgerError as error:
        return "not a ledger" in str(error) or "version" in str(error)


def test_no_flipped_byte_changes_what_is_read_unnoticed(path: Path) -> None:
    good = path.read_bytes()
    expected = contents(path)
    chance = random.Random(2016)  # noqa: S311
    schema = [chance.randrange(0, 8192) for _ in range(40)]
    for offset in [*range(0, 108, 3), *schema, *(chance.randrange(len(good)) for _ in range(120))]:
        path.write_bytes(good)
        flip(path, offset, chance.randrange(1, 256))
        assert is_noticed(path, expected), offset


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_cut_short_is_found(path: Path, share: float) -> None:
    good = path.read_bytes()
    path.write_bytes(good[: int(len(good) * share)])
    problems = verify(path)
    assert any("malformed" in problem.message for problem in problems)


def test_a_page_of_noise_hides_only_the_entries_on_it(path: Path) -> None:
    good = path.read_bytes()
    start = good.index(b"id: 2\n") // 4096 * 4096
    noise = random.Random(1).randbytes(4096)  # noqa: S311
    path.write_bytes(good[:start] + noise + good[start + 4096 :])
    located = places(path)
    assert not [where for where in located if where.startswith(("evidence #", "judgements #"))]
    assert "table terms" in located
    assert "entry #5" in located
    with Ledger(path, StoppedClock()) as ledger:
        assert len(list(ledger.evidence())) == 3
        with pytest.raises(LedgerError, match="tregua verify"):
            list(ledger.terms())


def test_an_entry_whose_bytes_cannot_be_reached_is_named(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    with Ledger(path, StoppedClock()) as ledger:
        ledger.add_evidence(evidence(b"short"))
        ledger.add_evidence(evidence(b"a long report " * 2000, name="long.txt"))
        ledger.add_terms(terms())
    page = path.read_bytes().index(b"a long report " * 280) // 4096 * 4096
    flip(path, page + 2, 0xFF)  # the number of the next page of the same entry
    problems = [problem for problem in verify(path) if "malformed" not in problem.where]
    (located,) = [problem for problem in problems if "#" in problem.where]
    assert located.where == "evidence #2 (long.txt)"
    assert located.message.startswith("it cannot be read")


def test_a_table_made_anew_without_its_rules_is_found(path: Path) -> None:
    with without_triggers(path) as connection:
        connection.execute("ALTER TABLE terms RENAME TO old")
        connection.execute("CREATE TABLE terms AS SELECT * FROM old")
        connection.execute("UPDATE terms SET seq = 'five' WHERE seq = 5")
        connection.execute("DROP TABLE old")
    located = places(path)
    assert "table terms" in located
    assert "terms five" in located
    assert "entry #5" in located


def test_a_file_that_sqlite_cannot_open_any_more_is_a_problem(path: Path) -> None:
    with Ledger(path, StoppedClock()) as ledger:
        path.unlink()
        path.mkdir()
        (problem,) = ledger.verify()
    assert problem.where == "ledger.db"
    assert "cannot read the file" in problem.message
