"""What tests of the pipeline share: an empty ledger and its clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tregua.backends.ledger import Ledger
from tregua.ports import Clock


class Noon:
    def now(self) -> dt.datetime:
        return dt.datetime(2016, 5, 6, 12, tzinfo=dt.UTC)


@pytest.fixture
def noon() -> Clock:
    """Return a clock that stands still."""
    return Noon()


@pytest.fixture
def ledger(tmp_path: Path, noon: Clock) -> Iterator[Ledger]:
    """Give a ledger with nothing in it."""
    with Ledger(tmp_path / "ledger.db", noon) as opened:
        yield opened
