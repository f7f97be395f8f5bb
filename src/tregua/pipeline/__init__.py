"""The sentence: calls the steps in order, and only where something changed."""

from __future__ import annotations

from tregua.pipeline.faces import (
    Batch,
    Extracted,
    Region,
    csv_files,
    explain_record,
    extract_records,
    geojson,
    known_ids,
    period_of,
    report_files,
    sniff,
    tables_of,
)
from tregua.pipeline.sentence import Outcome, Setup, consult, derive, read_evidence
from tregua.steps.extract.agreement import Agreement
from tregua.steps.publish.book import Book, Period

__all__ = [
    "Agreement", "Batch", "Book", "Extracted", "Outcome", "Period", "Region", "Setup", "consult", "csv_files",
    "derive", "explain_record", "extract_records", "geojson", "known_ids", "period_of", "read_evidence",
    "report_files", "sniff", "tables_of",
]  # fmt: skip
