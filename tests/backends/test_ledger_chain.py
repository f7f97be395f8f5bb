"""The canonical form of an entry: fixed for good, since every ledger's hashes depend on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conformance.store import StoppedClock, evidence, judgement, terms
from tregua.backends.ledger import Ledger
from tregua.backends.ledger.chain import Blob, Value, encode, entry_hash

VALUES = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False), st.text(), st.binary())
ROWS = st.dictionaries(st.text(max_size=3), VALUES, max_size=4)


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, b"NoneType:None"),
        (17, b"int:17"),
        (1.5, b"float:1.5"),
        ("é", b"text:2:\xc3\xa9"),
        ("\udcff", b"text:1:\xff"),
        (b"", b"blob:0:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Blob(3, "00"), b"blob:3:00"),
    ],
)
def test_values_carry_their_type_and_length(value: Value, encoded: bytes) -> None:
    assert encode(value) == encoded


def test_the_hashes_of_a_small_ledger_never_change(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", StoppedClock()) as ledger:
        heads = []
        for append in (
            lambda: ledger.add_evidence(evidence()),
            lambda: ledger.add_terms(terms()),
            lambda: ledger.add_judgement(judgement()),
        ):
            append()
            heads.append(ledger.status().head)
    assert heads == [
        "28fc1266b06dc12a56b0b3182ceb5e6bc48a05833da71d15fcba601e97978924",
        "e80e1323eac16fc39a15048cc520b6a5051a9675681a739a86af6846e212962e",
        "620d0bf5fecd95e67be1bf5bcfe31be7366d9f9a61b713a83c859113bbb6b241",
    ]


@given(ROWS, ROWS)
def test_different_rows_have_different_hashes(one: dict[str, Value], other: dict[str, Value]) -> None:
    for row in (one, other):
        row.pop("hash", None)
    same = {name: encode(value) for name, value in one.items()} == {
        name: encode(value) for name, value in other.items()
    }
    assert (entry_hash("terms", one) == entry_hash("terms", other)) == same
    assert entry_hash("terms", one) != entry_hash("evidence", one)


def test_the_recorded_hash_is_no_part_of_the_hash() -> None:
    assert entry_hash("terms", {"seq": 1, "hash": "a"}) == entry_hash("terms", {"seq": 1})
