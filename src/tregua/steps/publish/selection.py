"""What belongs to a period: the incidents, counts and documents a report is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.records.incident import Incident, Testimony
from tregua.steps.publish.book import Book, Catalogue, Period
from tregua.vocabulary.time import Span

__all__ = ["Selection", "days_of", "published_on", "select"]

_FAR = dt.date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The part of a book that a period is about.

    Attributes:
        period: the days.
        zone: the zone whose days they are.
        incidents: incidents whose time lies within the period, by time.
        across: incidents whose time touches the period and reaches beyond it, and tolls of longer stretches, by time;
            they may not belong to it or hold others once more, and are in no figure of it.
        undated: incidents whose day nobody states and of which a claim was published in the period or at an unknown
            date; they may or may not belong to it.
        counts: testimonies that state a count whose window ends in the period, or touches it and is no longer.
        undated_counts: testimonies that state a count without a window, published in the period or at an unknown date.
        documents: reports published in the period, and all others that the above rest on, by date.
        undated_documents: reports without a date.
    """

    period: Period
    zone: dt.tzinfo
    incidents: tuple[Incident, ...]
    across: tuple[Incident, ...]
    undated: tuple[Incident, ...]
    counts: tuple[Testimony, ...]
    undated_counts: tuple[Testimony, ...]
    documents: tuple[Document, ...]
    undated_documents: tuple[Document, ...]

    @property
    def told(self) -> tuple[Incident | Testimony, ...]:
        """Return all incidents and counts, dated or not."""
        return (*self.incidents, *self.across, *self.undated, *self.counts, *self.undated_counts)

    def claims(self, catalogue: Catalogue) -> tuple[Claim, ...]:
        """Return the claims that incidents and counts rest on, each once."""
        keys = dict.fromkeys(key for item in self.told for key in item.claims)
        return tuple(catalogue.claims[key] for key in keys if key in catalogue.claims)


def select(book: Book, catalogue: Catalogue, period: Period) -> Selection:
    """Return what of BOOK belongs to PERIOD."""
    zone = ZoneInfo(book.zone)
    recent = _recent(book, period, zone)
    touching = sorted(
        (item for item in book.incidents if _falls(item.time, period, zone)),
        key=lambda item: (days_of(item.time, zone) or (_FAR, _FAR), item.id),
    )
    incidents = [item for item in touching if _is_of(item, period, zone)]
    undated = [item for item in book.incidents if _open(item.time) and _is_recent(item.claims, catalogue, recent)]
    tallies = [item for item in book.testimonies if item.tally is not None]
    counts = [item for item in tallies if item.tally and _speaks_of(item.tally.window, period, zone)]
    undated_counts = [
        item
        for item in tallies
        if item.tally and _open(item.tally.window) and _is_recent(item.claims, catalogue, recent)
    ]
    told: tuple[Incident | Testimony, ...] = (*touching, *undated, *counts, *undated_counts)
    used = {catalogue.claims[key].document for item in told for key in item.claims if key in catalogue.claims}
    documents = [item for item in book.documents if item.id in used or item.id in recent]
    return Selection(
        period=period,
        zone=zone,
        incidents=tuple(incidents),
        across=tuple(item for item in touching if not _is_of(item, period, zone)),
        undated=tuple(undated),
        counts=tuple(counts),
        undated_counts=tuple(undated_counts),
        documents=tuple(sorted(documents, key=lambda item: (published_on(item, zone) or _FAR, item.id))),
        undated_documents=tuple(item for item in book.documents if item.published is None),
    )


def days_of(span: Span | None, zone: dt.tzinfo) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day in ZONE that SPAN touches, None when either side is open."""
    if span is None or span.start is None or span.end is None:
        return None
    last = max(span.start, span.end - dt.timedelta(microseconds=1))
    return span.start.astimezone(zone).date(), last.astimezone(zone).date()


def _open(span: Span | None) -> bool:
    return span is None or span.start is None or span.end is None


def _falls(span: Span | None, period: Period, zone: dt.tzinfo) -> bool:
    days = days_of(span, zone)
    return days is not None and period.touches(*days)


def _is_of(item: Incident, period: Period, zone: dt.tzinfo) -> bool:
    """Tell whether ITEM surely belongs to PERIOD and to no toll of a longer stretch."""
    return _lies(item.time, period, zone) and not item.is_toll


def _lies(span: Span | None, period: Period, zone: dt.tzinfo) -> bool:
    days = days_of(span, zone)
    return days is not None and period.first <= days[0] and days[1] <= period.last


def _speaks_of(window: Span | None, period: Period, zone: dt.tzinfo) -> bool:
    """Tell whether a count over WINDOW is one of PERIOD: it ends in it, or touches it and is no longer than it."""
    days = days_of(window, zone)
    if days is None or not period.touches(*days):
        return False
    return days[1] <= period.last or days[1] - days[0] <= period.last - period.first


def _recent(book: Book, period: Period, zone: dt.tzinfo) -> set[str]:
    """Return the ids of documents published in PERIOD, and of those without a date."""
    dates = {document.id: published_on(document, zone) for document in book.documents}
    return {document for document, date in dates.items() if date is None or period.touches(date, date)}


def published_on(document: Document, zone: dt.tzinfo) -> dt.date | None:
    """Return the day in ZONE on which DOCUMENT was published, None when that is not known."""
    if document.published is None:
        return None
    at = document.published.at
    return at.date() if document.published.day_only else at.astimezone(zone).date()


def _is_recent(claims: Iterable[str], catalogue: Catalogue, recent: set[str]) -> bool:
    found: list[Claim] = [catalogue.claims[claim] for claim in claims if claim in catalogue.claims]
    return any(claim.document in recent for claim in found)
