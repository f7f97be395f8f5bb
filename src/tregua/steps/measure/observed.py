"""What estimates are made from: the records of a case, and the days over which anybody reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from tregua.records.document import Document
from tregua.records.finding import Finding
from tregua.records.incident import Incident, Testimony
from tregua.steps.measure.days import Days, day_placed, publication_days, reported
from tregua.steps.measure.sides import UNKNOWN_SIDE, Sides
from tregua.terms.standing import FindActor
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Source
from tregua.vocabulary.places import Place

__all__ = ["Observed"]


@dataclass(frozen=True, kw_only=True)
class Observed:
    """The records of a case.

    Attributes:
        incidents: joined events; accounts of longer stretches are left out of every estimate.
        findings: their rulings.
        testimonies: what each origin said once.
        documents: the reports read.
        truces: the truces applied, wider before local, as far as they were known.
        zone: the zone whose days are counted.
        places: registry places by id.
        sources: registry sources by id.
        find: gives the registry's actor of an id.
    """

    incidents: Sequence[Incident]
    findings: Sequence[Finding]
    testimonies: Sequence[Testimony]
    documents: Sequence[Document]
    truces: Sequence[Truce]
    zone: dt.tzinfo
    find: FindActor
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def events(self) -> list[Incident]:
        """Return the incidents that are one event each."""
        return [incident for incident in self.incidents if not incident.is_toll]

    @cached_property
    def period(self) -> Days | None:
        """Return the days from the first report to the last, None when no report has a date."""
        return reported(publication_days(self.documents, self.zone).values())

    @cached_property
    def placed(self) -> dict[str, dt.date]:
        """Return the day that each event of the period stands for in a series of days, by incident id."""
        period = self.period
        days = {incident.id: day_placed(incident.time, self.zone) for incident in self.events}
        return {key: day for key, day in days.items() if day and period and period[0] <= day <= period[1]}

    def sides_of(self, incident: Incident) -> tuple[str, ...]:
        """Return who is said to have acted in INCIDENT, as the first truce has sides; several where they compete."""
        return self._sides.of(incident) if self._sides is not None else (UNKNOWN_SIDE,)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Return the names of those sides of the first truce that are said to have acted at all."""
        acted = {side for event in self.events for side in self.sides_of(event)}
        return tuple(name for name in self._sides.names if name in acted) if self._sides is not None else ()

    @cached_property
    def _sides(self) -> Sides | None:
        return Sides(self.truces[0], self.find) if self.truces else None
