"""A table of published counts held against each other, without a case."""

from __future__ import annotations

from pathlib import Path

from tregua import pipeline
from tregua.backends.count_table import read_count_table
from tregua.errors import Problem
from tregua.records.reconciliation import Reconciliation

__all__ = ["reconcile_table"]


def reconcile_table(path: Path) -> tuple[list[Reconciliation], list[Problem]]:
    """Return the books of the counts in the CSV file PATH; none, and the problems, where rows cannot be read.

    A sum over the other rows alone would mislead.

    Raises:
        TreguaError: the file cannot be read at all.
    """
    testimonies, problems = read_count_table(path)
    return ([], problems) if problems else pipeline.reconcile_counts(testimonies)
