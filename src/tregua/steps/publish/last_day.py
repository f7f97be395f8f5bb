"""What the last day of a period brought: for whoever read the report of yesterday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from tregua.records.incident import Incident
from tregua.records.reconciliation import Reconciliation
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.figures import whole
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection, published_on
from tregua.steps.publish.sentences import Reference
from tregua.steps.publish.wording import counted, incident_words, isolate, listed, time_words

__all__ = ["LastDay", "last_day"]

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """What one day brought.

    Attributes:
        day: the day.
        dated: how many incidents lie in it, as printed.
        before: how many in the day before it.
        counts: what each origin counted for it, and for the day before, one line each.
        new: the incidents of the period that no report of an earlier day tells of.
        reports: how many reports are of that day.
    """

    day: dt.date
    dated: str
    before: str
    counts: tuple[str, ...]
    new: tuple[Reference, ...]
    reports: int


def last_day(book: Book, catalogue: Catalogue, selection: Selection) -> LastDay:
    """Return what the last day of SELECTION brought."""
    day, names = selection.period.last, Names(book)
    told = (*selection.incidents, *selection.across, *selection.undated)
    return LastDay(
        day=day,
        dated=_dated(book, day),
        before=_dated(book, day - _DAY),
        counts=tuple(line for item in book.reconciliations for line in _count(item, day, names)),
        new=tuple(
            Reference(text=f"{incident_words(item)}, {time_words(item.time, selection.zone)}", anchor=item.id)
            for item in told
            if _first(item, catalogue, selection) == day
        ),
        reports=sum(published_on(document, selection.zone) == day for document in selection.documents),
    )


def _dated(book: Book, day: dt.date) -> str:
    found = (each for each in book.indicators if each.name == "incidents by day" and each.key == day.isoformat())
    return next((whole(each).text for each in found), "none")


def _count(item: Reconciliation, day: dt.date, names: Names) -> Iterable[str]:
    """Give what the origin of ITEM counted for DAY beside the day before, nothing when it counted nothing."""
    if now := _stated(item, day):
        accused = names.party(item.accused) if item.accused else "somebody not named"
        before = _stated(item, day - _DAY)
        yield f"{isolate(item.origin)} counted {now} by {accused} ({before or 'no count'} for the day before)"


def _stated(item: Reconciliation, day: dt.date) -> str:
    """Return what ITEM states for DAY alone and the whole area, "" when nothing."""
    whole_day = (each for each in item.statements if each.first == each.last == day and not each.area and not each.part)
    return listed(dict.fromkeys(counted(each.count, each.bound) for each in whole_day), "or")


def _first(item: Incident, catalogue: Catalogue, selection: Selection) -> dt.date | None:
    """Return the day of the first report of ITEM, None when one of its reports has no date."""
    held = {catalogue.claims[claim].document for claim in item.claims if claim in catalogue.claims}
    known = [catalogue.documents[key] for key in held if key in catalogue.documents]
    days = [published_on(document, selection.zone) for document in known]
    dated = [day for day in days if day is not None]
    return min(dated, default=None) if len(dated) == len(days) else None
