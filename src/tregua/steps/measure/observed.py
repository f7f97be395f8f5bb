"""What estimates are made from: the records of a case, and the days over which anybody reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from tregua.records.claim import Mention
from tregua.records.document import Document
from tregua.records.finding import Finding
from tregua.records.incident import Incident, Testimony
from tregua.steps.measure.days import Days, day_placed, publication_days, reported
from tregua.terms.standing import FindActor, Party, standing
from tregua.terms.truce import EXEMPT, Truce
from tregua.vocabulary.actors import Source
from tregua.vocabulary.places import Place

__all__ = ["NO_SIDE", "UNKNOWN_SIDE", "Observed"]

UNKNOWN_SIDE = "side not known"
NO_SIDE = "on no side"
_EXEMPT = "left out of the terms"


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
    _found: dict[Mention, str] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        names = [self._side(actor, self.truces[0]) for actor in incident.actors] if self.truces else []
        return tuple(dict.fromkeys(names)) or (UNKNOWN_SIDE,)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Return the names of those sides of the first truce that are said to have acted at all."""
        acted = {side for event in self.events for side in self.sides_of(event)}
        return tuple(side.name for side in self.truces[0].sides if side.name in acted) if self.truces else ()

    def _side(self, actor: Mention, truce: Truce) -> str:
        """Return the side of ACTOR under TRUCE, looked up once: few are named in many incidents."""
        if actor not in self._found:
            self._found[actor] = self._look_up(actor, truce)
        return self._found[actor]

    def _look_up(self, actor: Mention, truce: Truce) -> str:
        means = (actor.side,) if actor.side else ()
        may_be = standing(truce, Party(text=actor.text, actor=actor.id, means=means), self.find, None).may_be
        if may_be is None or len(may_be) > 1:
            return UNKNOWN_SIDE
        names = {side.id: side.name for side in truce.sides} | {EXEMPT: _EXEMPT}
        return next((names.get(each, NO_SIDE) for each in may_be), NO_SIDE)
