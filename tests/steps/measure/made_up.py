"""Made-up cases to measure: incidents by day and side, reports by day, a truce of two sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from tests.steps.publish.cast import PLACES, TRUCE
from tregua.records.claim import Mention, PlaceMention, Speaker, Tally
from tregua.records.document import Document, Published
from tregua.records.finding import Finding, Ruling
from tregua.records.incident import Incident, Status, Testimony
from tregua.steps.measure import Observed
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

ZONE = ZoneInfo("Asia/Damascus")
START = dt.date(2016, 2, 27)
SIDES = {"north": "Northern Council", "south": "Southern Government"}
TOWN = PlaceMention(text="Tell Wahid", name="Tell Wahid", id="tell-one")


def day(number: int) -> dt.date:
    """Return the day NUMBER after the truce began."""
    return START + dt.timedelta(days=number)


def span(first: int, days: float = 1) -> Span:
    """Return DAYS from the start of the day numbered FIRST."""
    start = dt.datetime.combine(day(first), dt.time(), ZONE)
    return Span(start=start, end=start + dt.timedelta(days=days))


def incident(key: int, when: int | Span | None, side: str = "north", **more: Any) -> Incident:  # noqa: ANN401 - fields
    """Return an incident on a day, or at a time, by SIDE; by nobody named when that is ""."""
    values: dict[str, Any] = {
        "actors": (Mention(text="fighters", side=side),) if side else (),
        "places": (TOWN,),
        "claims": (f"c-{key}",),
        **more,
    }
    return Incident(
        id=f"i-{key}", status=Status.ALLEGED, status_reason="one origin", act=Act.SHELLING,
        time=span(when) if isinstance(when, int) else when, **values,
    )  # fmt: skip


def report(number: int, *, clock: bool = False) -> Document:
    """Return a report published on the day NUMBER, or at noon UTC of it."""
    at = dt.datetime.combine(day(number), dt.time(12 * clock), dt.UTC if clock else ZONE)
    published = Published(at=at, day_only=not clock, basis=Basis.STATED, source="record")
    return Document(id=f"d-{number}", evidence="", text="", published=published)


def finding(incident_id: str, ruling: Ruling, truce: str = "lake-truce") -> Finding:
    return Finding(id=f"f-{incident_id}-{truce}", incident=incident_id, truce=truce, ruling=ruling, reason="it is")


def told_by(key: str, origin: str, claims: Sequence[str] = (), tally: Tally | None = None) -> Testimony:
    return Testimony(
        id=key,
        origin=Speaker(text=origin, name=origin.title()),
        origin_id=origin,
        claims=tuple(claims),
        outlets=(),
        tally=tally,
    )


def observed(incidents: Sequence[Incident], **more: Any) -> Observed:  # noqa: ANN401 - fields
    """Return INCIDENTS as observed, with a report each day of eight weeks unless told otherwise."""
    values: dict[str, Any] = {
        "findings": (),
        "testimonies": (),
        "documents": tuple(report(number) for number in range(-28, 29)),
        "truces": (TRUCE,),
        "places": PLACES,
        "find": lambda _: None,
        **more,
    }
    return Observed(incidents=incidents, zone=ZONE, **values)
