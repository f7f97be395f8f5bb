"""What the faces ask of the steps: show records, write reports and exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from tregua.errors import TreguaError
from tregua.ports import Typesetter
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.compared import compare_counts, practices
from tregua.steps.publish.coverage import cover
from tregua.steps.publish.explain import explain
from tregua.steps.publish.export import csv_files, geojson
from tregua.steps.publish.former import former_names
from tregua.steps.publish.pdf import report_typst
from tregua.steps.publish.report import report_html
from tregua.steps.publish.tables import tables_of
from tregua.steps.read import sniff
from tregua.steps.reconcile import reconcile as reconcile_counts

__all__ = [
    "compare_counts", "cover", "csv_files", "explain_record", "geojson", "known_ids", "period_of", "practices",
    "reconcile_counts", "report_files", "sniff", "tables_of",
]  # fmt: skip


_NO_DAY = (
    "no report in this case has a date, so there is no period to report on: write a line such as"
    " “Date: 2016-05-06” on top of a text, or say when one was published with"
    " tregua judge CASE correct DOCUMENT --slot published --value 2016-05-06 --why …"
)


def period_of(book: Book, first: dt.date | None = None, last: dt.date | None = None) -> Period:
    """Return the period from FIRST to LAST; what is not given is the case's own first or last day."""
    if first and not last:
        last = first
    days = [document.published.at.astimezone(ZoneInfo(book.zone)).date() for document in book.documents
            if document.published]  # fmt: skip
    start = first or min(days, default=None)
    end = last or max(days, default=None)
    if start is None or end is None:
        raise TreguaError(_NO_DAY)
    if end < start:
        raise TreguaError(f"the period ends ({end}) before it starts ({start})")
    return Period(first=start, last=end)


def report_files(book: Book, period: Period, typesetter: Typesetter, wanted: Sequence[str]) -> Mapping[str, bytes]:
    """Return the report of PERIOD in each of the WANTED forms (``html``, ``pdf``) by form."""
    made: dict[str, bytes] = {}
    if "html" in wanted:
        made["html"] = report_html(book, period).encode()
    if "pdf" in wanted:
        made["pdf"] = typesetter.pdf(report_typst(book, period), {})
    return made


def explain_record(book: Book, record: str) -> tuple[str, dict[str, Any]]:
    """Return why RECORD is as it is, as text of 80 columns and as a value for JSON."""
    explanation = explain(book, record)
    return explanation.text(), explanation.as_dict()


def known_ids(book: Book) -> frozenset[str]:
    """Return every id that a judgement may name."""
    kinds: tuple[Sequence[Any], ...] = (book.incidents, book.claims, book.documents, book.testimonies)
    return frozenset((*(record.id for kind in kinds for record in kind), *former_names(book)))
