from __future__ import annotations

import importlib
import io

import pyarrow.parquet
import pytest

from tests.steps.publish.sample import sample_book
from tregua.backends.parquet import parquet_bytes
from tregua.errors import TreguaError
from tregua.steps.publish.tables import tables_of


def test_every_table_keeps_its_types_tags_and_values() -> None:
    for table in tables_of(sample_book()):
        made = pyarrow.parquet.read_table(io.BytesIO(parquet_bytes(table.columns, table.rows)))
        assert made.num_rows == len(table.rows)
        assert made.column_names == [name for name, _, _ in table.columns]
        assert made.schema.field(0).metadata == {b"hxl": table.columns[0][1].encode()}
        assert made.to_pylist()[0] == dict(zip(made.column_names, table.rows[0], strict=True))


def test_the_same_rows_give_the_same_bytes() -> None:
    table = tables_of(sample_book())[0]
    assert parquet_bytes(table.columns, table.rows) == parquet_bytes(table.columns, table.rows)


def test_without_pyarrow_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(TreguaError, match=r'pip install "tregua\[parquet\]"'):
        parquet_bytes([("a", "#a", "text")], [["x"]])
