"""Rule incidents given one a line under one truce or several, without a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tregua.authored import nearest
from tregua.errors import Problem
from tregua.steps.assess.bench import Bench, Circumstances, Earlier, Named, Spots, Told
from tregua.steps.assess.known import kilometres
from tregua.steps.assess.lines import (
    Days,
    PlaceSlots,
    Slots,
    Spot,
    When,
    misspelt_in,
    shown,
    slots_of,
    spot_of,
    text_of,
    texts_of,
    when_of,
)
from tregua.steps.assess.memory import Memory
from tregua.steps.assess.sheet import ACTOR, CLAIMS, INCIDENT, PLACE, TARGET, WHEN, claims_of, escaped, id_of
from tregua.steps.assess.wording import act_of
from tregua.terms.shapes import Bounds
from tregua.vocabulary.acts import Conduct
from tregua.vocabulary.folding import fold

__all__ = ["Docket", "Ruled"]

_SPOT = ("name", "lat", "lon", "admin1", "country", "precision")
_CIRCUMSTANCES = ("weapon", "target_kind", "response_to", "justification")
_UNKNOWN_DAYS: Days = (None, None)
_ACTS = [act.value for act in Conduct]
_MOST_UNKNOWN, _CUT, _LOOKED_AT = 20, 40, 100
_UNNAMED = "a place that is not named"
_POLE, _DATE_LINE = 90, 180
_EVERYWHERE: tuple[Bounds, ...] = ((-_DATE_LINE, -_POLE, _DATE_LINE, _POLE),)
_NEAR_KM = 50
"""Guns and most rockets reach no further; whether what is further off was an answer is open."""
_INCIDENT, _CLAIMS, _PLACE, _WHEN, _ACTOR, _TARGET = (
    gap.encode() for gap in (INCIDENT, CLAIMS, PLACE, WHEN, ACTOR, TARGET)
)


@dataclass
class Ruled:
    """What some lines gave.

    Attributes:
        text: the findings, one JSON object a line, in UTF-8.
        lines: how many lines were read.
        findings: how many findings of each kind, by truce.
        problems: what is wrong with lines.
    """

    text: bytes = b""
    lines: int = 0
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


class _Reaching(NamedTuple):
    """The truces that are asked about what happened on some days, and the ground that they draw."""

    benches: tuple[Bench, ...]
    drawn: tuple[Bounds, ...]


class Docket:
    """The truces that incidents are ruled under, and what has been read of the lines before."""

    def __init__(self, benches: Sequence[Bench], *, every: bool = True) -> None:
        """Rule under BENCHES; unless EVERY, leave out findings that the terms do not reach by time or area."""
        self.benches, self._every = tuple(benches), every
        self._answered: Mapping[str, bytes] = {}
        self._unknown: dict[str, None] = {}
        self._acts: Memory[object, str] = Memory(self._act)
        self._circumstances: Memory[tuple[object, ...], Circumstances] = Memory(_told)
        self._doers: Memory[tuple[object, object], Named] = Memory(lambda key: _named("actor", "actor_side", key))
        self._struck: Memory[tuple[object, object], Named] = Memory(lambda key: _named("target", "target_kind", key))
        self._spots: Memory[Hashable, tuple[Spots, bytes]] = Memory(_spot)
        self._times: Memory[tuple[object, object], tuple[When | None, bytes]] = Memory(_when)
        self._reaching: Memory[Days, _Reaching] = Memory(self._reach)

    def prepare(self) -> None:
        """Load what processes share, before there are any."""
        for bench in self.benches:
            bench.prepare()

    def learn(self, answered: Mapping[str, bytes]) -> None:
        """Take the lines of incidents that others say they ANSWERED, by id."""
        self._answered = answered

    def rule(self, lines: Sequence[bytes], where: str, first: int = 1) -> Ruled:
        """Return the findings on LINES of the file WHERE, the first of which has the number FIRST."""
        ruled = Ruled(lines=len(lines))
        found: list[bytes] = []
        for number, line in enumerate(lines, first):
            try:
                found += self._line(line, ruled.findings) if line.strip() else ()
            except ValueError as error:
                hint = "it was left out; the others were ruled"
                ruled.problems.append(Problem(where=where, line=number, message=str(error), hint=hint, step="assess"))
        ruled.text = b"".join(found)
        return ruled

    def contradictions(self) -> list[Problem]:
        """Return a problem for each two clauses that were found to contradict each other without a rank."""
        hint = "rank one over the other in the truce file"
        return [
            Problem(where=bench.truce.id, message=words, hint=hint, step="assess")
            for bench in self.benches
            for words in bench.contradictions()
        ]

    def unknown_acts(self, where: str) -> list[Problem]:
        """Return a problem for each word for an act that names none, in the lines read of the file WHERE."""
        return [
            Problem(
                where=where, message=f"the act {word[:_CUT]!r} is none that is known; it was ruled as another act",
                hint=nearest(word, _ACTS), severity="warning", step="assess",
            )
            for word in self._unknown
        ]  # fmt: skip

    @staticmethod
    def misspelt_keys(lines: Sequence[bytes], where: str) -> list[Problem]:
        """Return a problem for each key of the first of LINES, of the file WHERE, that is misspelt by all looks."""
        return [
            Problem(
                where=where, message=f"the key {key[:_CUT]!r} is none of an incident; it is not read",
                hint=hint, severity="warning", step="assess",
            )
            for key, hint in misspelt_in(lines[:_LOOKED_AT]).items()
        ]  # fmt: skip

    def _act(self, key: object) -> str:
        word = text_of({"act": shown(key)}, "act")
        act = act_of(word).value
        if act == Conduct.OTHER and word and word.strip().casefold() != act and len(self._unknown) < _MOST_UNKNOWN:
            self._unknown[word] = None
        return act

    def _reach(self, days: Days) -> _Reaching:
        benches = tuple(bench for bench in self.benches if self._every or not bench.misses(days))
        return _Reaching(benches, tuple(box for bench in benches for box in bench.drawn))

    def _line(self, line: bytes, counts: Counter[tuple[str, str]]) -> list[bytes]:
        """Return the findings on the incident of LINE, and count them."""
        slots = slots_of(line)
        when, moment = self._times[slots.start, slots.end]
        told = Told(
            self._acts[slots.act],
            self._doers[slots.actor, slots.actor_side],
            self._struck[slots.target, slots.target_kind],
            self._circumstances[slots.weapon, slots.target_kind, slots.response_to, slots.justification],
        )
        if slots.response_to in self._answered:
            told = self._answering(told, slots, when)
        benches, drawn = self._reaching[when.days if when is not None else _UNKNOWN_DAYS]
        spots, place = self._spots[_key(slots.place, drawn)]
        values = {
            _INCIDENT: id_of(slots.id).encode(),
            _CLAIMS: claims_of(slots.claims or ()),
            _PLACE: place,
            _WHEN: moment,
        }
        found: list[bytes] = []
        for bench in benches:
            ruled = bench.rule(told, spots, when, every=self._every)
            if ruled is not None:
                sheet, values[_ACTOR], values[_TARGET] = ruled
                counts[sheet.counted] += 1
                found.append(sheet.template % values)
        return found

    def _answering(self, told: Told, slots: Slots, when: When | None) -> Told:
        """Return TOLD, what SLOTS say, with the incident that they say it answered."""
        earlier = slots_of(self._answered[str(slots.response_to)])
        act = self._acts[earlier.act]
        words = f"{act} of {shown(earlier.target_kind)}" if earlier.target_kind else act
        spots = [self._spots[_key(each.place, _EVERYWHERE)][0][0] for each in (slots, earlier)]
        began = self._times[earlier.start, earlier.end][0]
        return told._replace(
            circumstances=self._circumstances[slots.weapon, slots.target_kind, words, slots.justification],
            earlier=Earlier(act, self._doers[earlier.actor, earlier.actor_side], _near(*spots), _before(began, when)),
        )


def _near(one: Spot | None, other: Spot | None) -> bool | None:
    """Tell whether ONE is so near to OTHER that fire from there is answered there; None where that is not known."""
    if one is None or other is None:
        return None
    if one.point is not None and other.point is not None:
        return kilometres(one.point, other.point) <= _NEAR_KM
    return True if one.name and fold(one.name) == fold(other.name) else None


def _before(earlier: When | None, when: When | None) -> bool | None:
    """Tell whether EARLIER began before WHEN was over; None where that is not known."""
    start, end = earlier.days[0] if earlier else None, when.days[1] if when else None
    if start is None or end is None or earlier is None or when is None:
        return None
    if start != end or earlier.start is None or when.end is None or bool(earlier.start.tzinfo) != bool(when.end.tzinfo):
        return start <= end
    return earlier.start < when.end


def _key(place: object, drawn: Sequence[Bounds]) -> Hashable:
    """Return PLACE as something that can be looked up; with its point to the degree where nothing is DRAWN near it."""
    if not isinstance(place, PlaceSlots):
        return place
    name, lat, lon = place.name, place.lat, place.lon
    if name and isinstance(lat, float) and isinstance(lon, float) and abs(lat) <= _POLE and abs(lon) <= _DATE_LINE:
        for west, south, east, north in drawn:
            if west <= lon <= east and south <= lat <= north:
                break
        else:
            lat, lon = round(lat), round(lon)
    return name, lat, lon, place.admin1, place.country, place.precision


def _told(key: tuple[object, ...]) -> Circumstances:
    weapon, kind, response, reason = (
        text_of({slot: shown(each)}, slot) for slot, each in zip(_CIRCUMSTANCES, key, strict=True)
    )
    return weapon, kind, response, reason


def _named(slot: str, beside: str, key: tuple[object, object]) -> Named:
    return texts_of({slot: shown(key[0])}, slot), text_of({beside: shown(key[1])}, beside)


def _spot(key: Hashable) -> tuple[Spots, bytes]:
    place: object = dict(zip(_SPOT, map(shown, key), strict=True)) if isinstance(key, tuple) else shown(key)
    spot = spot_of(place)
    if spot is None:
        return (None, None), b""
    point = f"{spot.point[0]:g}, {spot.point[1]:g}" if spot.point else ""
    coarse = spot._replace(point=(round(spot.point[0]), round(spot.point[1]))) if spot.point else spot
    return (spot, coarse), escaped(spot.name or spot.admin1 or point or spot.country or _UNNAMED)


def _when(key: tuple[object, object]) -> tuple[When | None, bytes]:
    when = when_of(*map(shown, key))
    return when, escaped(when.words) if when else b""
