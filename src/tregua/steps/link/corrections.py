"""Slots that a person corrected: the new value read, or the reason that it cannot be."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from tregua.authored import nearest
from tregua.records.claim import Casualties, Claim, Happening, Mention, PlaceMention, Tally
from tregua.records.incident import Incident
from tregua.records.judgement import Judgement
from tregua.vocabulary.acts import Act
from tregua.vocabulary.folding import fold
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.time import Span, day_span

__all__ = ["Correction", "Names", "correct_claim", "correct_incident", "read_correction"]

_UNKNOWN = ("", "unknown")
_SLOTS = ("act", "actor", "place", "date", "killed", "injured")
_ON_INCIDENT = {"act": "act", "actor": "actors", "place": "places", "date": "time"}
_ON_TALLY = {"actor": "accused", "place": "area", "date": "window"}

MentionT = TypeVar("MentionT", Mention, PlaceMention)
RecordT = TypeVar("RecordT", Incident, Happening, Tally)
Value = Act | Casualties | Span | tuple[Mention, ...] | tuple[PlaceMention, ...] | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One slot and its new value; None and an empty tuple are "not known"."""

    slot: str
    value: Value
    note: str


class Names:
    """The actors and places that the claims name, by id and by name."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Know what CLAIMS resolved."""
        self._claims = claims

    @cached_property
    def _actors(self) -> Mapping[str, Mention]:
        return self._known(Mention)

    @cached_property
    def _places(self) -> Mapping[str, PlaceMention]:
        return self._known(PlaceMention)

    def _known(self, kind: type[MentionT]) -> Mapping[str, MentionT]:
        """Gather the mentions of KIND that have an id, the first of each; few runs ask for any."""
        known: dict[str, MentionT] = {}
        for claim in self._claims:
            for field in dataclasses.fields(claim.slots):
                value = getattr(claim.slots, field.name)
                for item in value if isinstance(value, tuple) else ():
                    if isinstance(item, kind) and item.id:
                        known.setdefault(item.id, item)
                        known.setdefault(fold(item.name or item.text), item)
        return known

    def actor(self, text: str, rule: str) -> Mention:
        """Return the actor with the id or name TEXT; with TEXT as its name when no claim has it."""
        known = self._actors.get(text) or self._actors.get(fold(text))
        return Mention(text=text, name=known.name if known else text, id=known.id if known else "", rule=rule)

    def place(self, text: str, rule: str) -> PlaceMention:
        """Return the place with the id or name TEXT; with TEXT as its name when no claim has it."""
        known = self._places.get(text) or self._places.get(fold(text))
        if known is None:
            return PlaceMention(text=text, name=text, rule=rule)
        precision = PlacePrecision.EXACT if known.precision is PlacePrecision.NEAR else known.precision
        return PlaceMention(text=text, name=known.name, id=known.id, rule=rule, precision=precision)


def read_correction(key: str, judgement: Judgement, names: Names, zone: dt.tzinfo) -> Correction | str:
    """Return the correction that the JUDGEMENT with id KEY makes, or in words why it cannot be read."""
    value = judgement.value.strip()
    note = f"{key}: {judgement.slot} corrected to {value or 'unknown'} by {judgement.who}: {judgement.why}"
    unknown = value.casefold() in _UNKNOWN
    rule = f"corrected by {judgement.who} ({key})"
    if judgement.slot == "actor":
        return Correction("actor", () if unknown else (names.actor(value, rule),), note)
    if judgement.slot == "place":
        return Correction("place", () if unknown else (names.place(value, rule),), note)
    if judgement.slot in ("killed", "injured"):
        return _toll(judgement.slot, value, note, unknown=unknown)
    if judgement.slot == "date":
        return _day(value, note, zone, unknown=unknown)
    if judgement.slot == "act":
        return _act(value, note)
    return f"there is no slot {judgement.slot!r}; {nearest(judgement.slot, _SLOTS)}"


def _toll(slot: str, value: str, note: str, *, unknown: bool) -> Correction | str:
    if unknown:
        return Correction(slot, None, note)
    if not value.isdecimal():
        return f"{slot} needs a number of people or 'unknown', not {value!r}"
    return Correction(slot, Casualties(low=int(value), best=int(value), high=int(value)), note)


def _day(value: str, note: str, zone: dt.tzinfo, *, unknown: bool) -> Correction | str:
    if unknown:
        return Correction("date", None, note)
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return f"date needs a day such as 2016-05-06 or 'unknown', not {value!r}"
    return Correction("date", day_span(day, zone, text=note), note)


def _act(value: str, note: str) -> Correction | str:
    if value not in list(Act):
        return f"there is no act {value!r}; {nearest(value, [str(act) for act in Act])}"
    return Correction("act", Act(value), note)


def correct_incident(incident: Incident, correction: Correction) -> Incident:
    """Return INCIDENT with one slot as a person corrected it, and the correction among its reasons."""
    slot = _ON_INCIDENT.get(correction.slot, correction.slot)
    differs = tuple(name for name in incident.differs if name != slot)
    return _replaced(replace(incident, differs=differs, reasons=(*incident.reasons, correction.note)), slot, correction)


def correct_claim(claim: Claim, correction: Correction) -> Claim | None:
    """Return CLAIM with one slot as a person corrected it; None when claims of its kind have no such slot."""
    trace = (*claim.trace, correction.note)
    if isinstance(claim.slots, Happening):
        slot = _ON_INCIDENT.get(correction.slot, correction.slot)
        return replace(claim, slots=_replaced(claim.slots, slot, correction), trace=trace)
    if isinstance(claim.slots, Tally) and correction.slot in _ON_TALLY:
        return replace(claim, slots=_replaced(claim.slots, _ON_TALLY[correction.slot], correction), trace=trace)
    return None


def _replaced(record: RecordT, slot: str, correction: Correction) -> RecordT:
    changed: Mapping[str, object] = {slot: correction.value}
    return replace(record, **changed)  # type: ignore[arg-type]
