"""Tables as Parquet files, for those who installed ``tregua[parquet]``."""

from __future__ import annotations

import importlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

from tregua.errors import TreguaError

__all__ = ["parquet_bytes"]


def parquet_bytes(columns: Sequence[tuple[str, str, str]], rows: Sequence[Sequence[object]]) -> bytes:
    """Return ROWS as one Parquet file.

    Args:
        columns: (name, HXL tag, kind) of each; kinds are ``text``, ``number``, ``decimal`` and ``truth``. The tag is
            kept as metadata of the column.
        rows: values in the order of COLUMNS; None is null.

    Raises:
        TreguaError: pyarrow is not installed.
    """
    arrow, parquet = _module("pyarrow"), _module("pyarrow.parquet")
    types: Mapping[str, Any] = {
        "text": arrow.string(),
        "number": arrow.int64(),
        "decimal": arrow.float64(),
        "truth": arrow.bool_(),
    }
    fields = [arrow.field(name, types[kind], metadata={"hxl": tag}) for name, tag, kind in columns]
    arrays = [arrow.array([row[n] for row in rows], type=field.type) for n, field in enumerate(fields)]
    kept = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=arrow.schema(fields)), kept, compression="zstd")
    return kept.getvalue()


def _module(name: str) -> Any:  # noqa: ANN401 - pyarrow ships no types
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise TreguaError('Parquet needs pyarrow: pip install "tregua[parquet]"') from error
