"""Figures of a period: each with its definition and the records that it counts, so that it can be opened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tregua.records.claim import Casualties
from tregua.records.incident import Incident, toll
from tregua.records.indicator import Indicator, indicator_id
from tregua.steps.publish.book import Book
from tregua.steps.publish.selection import Selection
from tregua.steps.publish.wording import casualties
from tregua.vocabulary.places import Place

__all__ = ["Figure", "figures_of", "named", "whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a report.

    Attributes:
        id: anchor of its entry among the figures.
        name: which figure.
        key: what it is about.
        value: the number where it is a plain count, else its lower bound.
        text: as printed, with bounds.
        definition: how it is counted.
        records: ids of what it counts.
    """

    id: str
    name: str
    key: str
    value: int
    text: str
    definition: str
    records: tuple[str, ...]


def figures_of(book: Book, selection: Selection) -> tuple[Figure, ...]:
    """Return the book's figures cut down to what SELECTION holds, and those of the period itself."""
    incidents = {incident.id for incident in selection.incidents}
    counts = {testimony.id for testimony in (*selection.counts, *selection.undated_counts)}
    kept = [
        figure
        for indicator in book.indicators
        if indicator.name not in _OWN
        for figure in _cut(indicator, counts if indicator.unit == "counts" else incidents)
    ]
    return (*_own(selection, book.places), *kept)


def named(figures: Iterable[Figure], name: str) -> Sequence[Figure]:
    """Return the figures called NAME, largest first."""
    return sorted((figure for figure in figures if figure.name == name), key=lambda figure: (-figure.value, figure.key))


_OWN = {"incidents", "incidents that may be others", "people killed", "people injured"}


def _cut(indicator: Indicator, records: Collection[str]) -> Iterable[Figure]:
    """Give INDICATOR over RECORDS alone; nothing when it counts none of them."""
    kept = tuple(record for record in indicator.records if record in records)
    if kept:
        surplus = (indicator.high or indicator.value) - indicator.value
        yield _figure(replace(indicator, value=len(kept), low=len(kept), high=len(kept) + surplus, records=kept))


def whole(indicator: Indicator) -> Figure:
    """Return INDICATOR as it stands, over the whole case."""
    return _figure(indicator)


def _figure(indicator: Indicator) -> Figure:
    bounds = Casualties(low=indicator.low, best=indicator.value, high=indicator.high)
    return Figure(
        id=indicator.id,
        name=indicator.name,
        key=indicator.key,
        value=indicator.value,
        text=casualties(bounds),
        definition=indicator.definition,
        records=indicator.records,
    )


def _own(selection: Selection, places: Mapping[str, Place]) -> Iterable[Figure]:
    yield _plain("reports read", _REPORTS, [document.id for document in selection.documents])
    yield _plain("incidents", _INCIDENTS, [incident.id for incident in selection.incidents])
    yield _plain(
        "incidents that may be others", _OTHERS, [each.id for each in selection.incidents if each.may_be_another]
    )
    yield _plain("incidents across", _ACROSS, [incident.id for incident in selection.across])
    yield _plain("incidents without a day", _UNDATED, [incident.id for incident in selection.undated])
    yield _plain("counts stated", _COUNTS, [testimony.id for testimony in selection.counts])
    yield from _toll("people killed", [(item, item.killed) for item in selection.incidents], places)
    yield from _toll("people injured", [(item, item.injured) for item in selection.incidents], places)


_REPORTS = "Reports published in the period, and all others that the incidents and counts of the period rest on."
_INCIDENTS = "Incidents whose time lies within the period, each once."
_OTHERS = (
    "Incidents of the period that one account alone tells of, without a time, or without a place nearer than a "
    "province while it nearly fits another incident, is not of one province alone, or is of more than three days. Each "
    "may be one that others tell of with place and day."
)
_ACROSS = (
    "Incidents dated only to a stretch of days that reaches beyond the period, and tolls of more than three days that "
    "may count other incidents once more; they are in no other figure of it."
)
_UNDATED = "Incidents whose day nobody states; they may or may not belong to the period and are not counted in it."
_COUNTS = "Counts whose window ends in the period or is a part of it, each once however often it was copied."


def _plain(name: str, definition: str, records: Sequence[str]) -> Figure:
    return Figure(
        id=indicator_id(name, "period"),
        name=name,
        key="",
        value=len(records),
        text=str(len(records)),
        definition=definition,
        records=tuple(records),
    )


def _toll(
    name: str, told: Sequence[tuple[Incident, Casualties | None]], places: Mapping[str, Place]
) -> Iterable[Figure]:
    stated = [(incident, number) for incident, number in told if number is not None]
    silent = tuple(incident.id for incident, number in told if number is None)
    total = toll(stated, places)
    yield Figure(
        id=indicator_id(name, "period"),
        name=name,
        key="",
        value=total.low or 0,
        text=casualties(total) if stated else "not stated",
        definition=(
            f"Sum of the {name} in the incidents for which a number is stated. The low end takes the lowest version, "
            "and incidents that may be one event, being of no different time or province, once."
        ),
        records=tuple(incident.id for incident, _ in stated),
    )
    yield Figure(
        id=indicator_id(name, "period without a number"),
        name=f"{name}: no number",
        key="",
        value=len(silent),
        text=str(len(silent)),
        definition=f"Incidents for which nobody states the number of {name}; they are not noughts.",
        records=silent,
    )
