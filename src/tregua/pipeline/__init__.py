"""The sentence: calls the steps in order, and only where something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tregua.deferred import deferred

if TYPE_CHECKING:
    from tregua.pipeline.extraction import Batch, Extracted, Region, extract_records, trace_records
    from tregua.pipeline.faces import (
        compare_counts,
        cover,
        csv_files,
        explain_record,
        geojson,
        known_ids,
        period_of,
        practices,
        reconcile_counts,
        report_files,
        sniff,
        tables_of,
    )
    from tregua.pipeline.measuring import estimated
    from tregua.pipeline.ruling import Docket, Ruled, answered_in, open_docket, told_in
    from tregua.pipeline.sentence import Outcome, Setup, consult, derive, read_evidence
    from tregua.steps.extract.agreement import Agreement
    from tregua.steps.publish.book import Book, Period
    from tregua.steps.publish.estimates import estimate_words
    from tregua.steps.resolve.choice import choose
    from tregua.steps.resolve.unnamed import Unnamed, unknown_names, unnamed

__all__ = [
    "Agreement",
    "Batch",
    "Book",
    "Docket",
    "Extracted",
    "Outcome",
    "Period",
    "Region",
    "Ruled",
    "Setup",
    "Unnamed",
    "answered_in",
    "choose",
    "compare_counts",
    "consult",
    "cover",
    "csv_files",
    "derive",
    "estimate_words",
    "estimated",
    "explain_record",
    "extract_records",
    "geojson",
    "known_ids",
    "open_docket",
    "period_of",
    "practices",
    "read_evidence",
    "reconcile_counts",
    "report_files",
    "sniff",
    "tables_of",
    "told_in",
    "trace_records",
    "unknown_names",
    "unnamed",
]

_HOMES = {
    "Batch": "tregua.pipeline.extraction",
    "Docket": "tregua.pipeline.ruling",
    "Ruled": "tregua.pipeline.ruling",
    "open_docket": "tregua.pipeline.ruling",
    "answered_in": "tregua.pipeline.ruling",
    "told_in": "tregua.pipeline.ruling",
    "Extracted": "tregua.pipeline.extraction",
    "Region": "tregua.pipeline.extraction",
    "extract_records": "tregua.pipeline.extraction",
    "trace_records": "tregua.pipeline.extraction",
    "compare_counts": "tregua.pipeline.faces",
    "cover": "tregua.pipeline.faces",
    "csv_files": "tregua.pipeline.faces",
    "estimate_words": "tregua.steps.publish.estimates",
    "estimated": "tregua.pipeline.measuring",
    "explain_record": "tregua.pipeline.faces",
    "geojson": "tregua.pipeline.faces",
    "known_ids": "tregua.pipeline.faces",
    "period_of": "tregua.pipeline.faces",
    "practices": "tregua.pipeline.faces",
    "reconcile_counts": "tregua.pipeline.faces",
    "report_files": "tregua.pipeline.faces",
    "sniff": "tregua.pipeline.faces",
    "tables_of": "tregua.pipeline.faces",
    "Outcome": "tregua.pipeline.sentence",
    "Setup": "tregua.pipeline.sentence",
    "consult": "tregua.pipeline.sentence",
    "derive": "tregua.pipeline.sentence",
    "read_evidence": "tregua.pipeline.sentence",
    "Agreement": "tregua.steps.extract.agreement",
    "Book": "tregua.steps.publish.book",
    "Period": "tregua.steps.publish.book",
    "choose": "tregua.steps.resolve.choice",
    "Unnamed": "tregua.steps.resolve.unnamed",
    "unknown_names": "tregua.steps.resolve.unnamed",
    "unnamed": "tregua.steps.resolve.unnamed",
}
"""The module of each public name."""

__getattr__ = deferred(__name__, _HOMES)
