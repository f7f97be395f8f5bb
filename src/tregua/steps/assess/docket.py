"""Rule incidents given one a line under one truce or several, without a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from json.encoder import encode_basestring

from tregua.errors import Problem
from tregua.steps.assess.bench import Bench, Spots
from tregua.steps.assess.lines import MOST_NAMES, When, object_of, spot_of, text_of, texts_of, when_of
from tregua.steps.assess.memory import Memory
from tregua.steps.assess.sheet import ACTOR, CLAIMS, INCIDENT, PLACE, TARGET, WHEN, claims_of, escaped

__all__ = ["Docket", "Ruled"]

_TEXTS = ("act", "actor_side", "weapon", "target_kind", "response_to", "justification")
_NAMES = ("actor", "target")
_SPOT = ("name", "lat", "lon", "admin1", "country", "precision")
_UNNAMED = "a place that is not named"


@dataclass
class Ruled:
    """What some lines gave.

    Attributes:
        text: the findings, one JSON object a line.
        lines: how many lines were read.
        findings: how many findings of each kind, by truce.
        problems: what is wrong with lines.
    """

    text: str = ""
    lines: int = 0
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


class Docket:
    """The truces that incidents are ruled under, and what has been read of the lines before."""

    def __init__(self, benches: Sequence[Bench], *, every: bool = True) -> None:
        """Rule under BENCHES; unless EVERY, leave out findings that the terms do not reach by time or area."""
        self.benches, self._every = tuple(benches), every
        self._outlines = any(bench.outlines for bench in benches)
        self._texts = {slot: Memory(partial(_text, slot)) for slot in _TEXTS}
        self._names = {slot: Memory(partial(_names, slot)) for slot in _NAMES}
        self._spots: Memory[Hashable, tuple[Spots, str]] = Memory(_spot)
        self._times: Memory[tuple[Hashable, Hashable], tuple[When | None, str]] = Memory(_when)

    def prepare(self) -> None:
        """Load what processes share, before there are any."""
        for bench in self.benches:
            bench.prepare()

    def rule(self, lines: Sequence[bytes], where: str, first: int = 1) -> Ruled:
        """Return the findings on LINES of the file WHERE, the first of which has the number FIRST."""
        ruled = Ruled(lines=len(lines))
        found: list[str] = []
        for number, line in enumerate(lines, first):
            try:
                found += self._line(line, ruled.findings) if line.strip() else ()
            except ValueError as error:
                hint = "it was left out; the others were ruled"
                ruled.problems.append(Problem(where=where, line=number, message=str(error), hint=hint, step="assess"))
        ruled.text = "".join(found)
        return ruled

    def contradictions(self) -> list[Problem]:
        """Return a problem for each two clauses that were found to contradict each other without a rank."""
        hint = "rank one over the other in the truce file"
        return [
            Problem(where=bench.truce.id, message=words, hint=hint, step="assess")
            for bench in self.benches
            for words in bench.contradictions()
        ]

    def _key(self, place: object) -> Hashable:
        """Return PLACE as something that can be looked up; where no truce asks for the point, without its decimals."""
        if not isinstance(place, dict):
            return _plain(place)
        name, lat, lon, *rest = [_plain(place.get(slot)) for slot in _SPOT]
        if name and not self._outlines and isinstance(lat, float) and isinstance(lon, float):
            lat, lon = round(lat), round(lon)
        return (name, lat, lon, *rest)

    def _line(self, line: bytes, counts: Counter[tuple[str, str]]) -> list[str]:
        """Return the findings on the incident of LINE, and count them."""
        value = object_of(line)
        texts, names = self._texts, self._names
        act, side, weapon, kind, response, reason = [texts[slot][_plain(value.get(slot))] for slot in _TEXTS]
        doers, struck = [names[slot][_listed(value.get(slot))] for slot in _NAMES]
        who, told = ((doers, side), (struck, kind)), (weapon, kind, response, reason)
        spots, place = self._spots[self._key(value.get("place"))]
        when, moment = self._times[_plain(value.get("start")), _plain(value.get("end"))]
        claims = value.get("claims")
        values = {
            INCIDENT: encode_basestring(identity) if isinstance(identity := value["id"], str) else str(identity),
            CLAIMS: claims_of(claims) if claims else "[]",
            PLACE: place,
            WHEN: moment,
        }
        found: list[str] = []
        for bench in self.benches:
            if self._every or not bench.misses(when):
                sheet, values[ACTOR], values[TARGET] = bench.rule(act, who, told, spots, when)
                if self._every or not sheet.beyond:
                    counts[bench.truce.id, sheet.ruling] += 1
                    found.append(sheet.fill(values))
        return found


def _plain(value: object) -> Hashable:
    """Return VALUE as something that can be looked up."""
    return value if isinstance(value, (str, int, float, type(None))) else _Odd(value)


def _listed(value: object) -> Hashable:
    return tuple(map(_plain, value[:MOST_NAMES])) if isinstance(value, list) else _plain(value)


class _Odd:
    """A value of another type than a slot can hold; no two are the same."""

    def __init__(self, value: object) -> None:
        self.value = value


def _shown(key: Hashable) -> object:
    return key.value if isinstance(key, _Odd) else key


def _text(slot: str, key: Hashable) -> str:
    return text_of({slot: _shown(key)}, slot)


def _names(slot: str, key: Hashable) -> tuple[str, ...]:
    return texts_of({slot: [*map(_shown, key)] if isinstance(key, tuple) else _shown(key)}, slot)


def _spot(key: Hashable) -> tuple[Spots, str]:
    place: object = dict(zip(_SPOT, map(_shown, key), strict=True)) if isinstance(key, tuple) else _shown(key)
    spot = spot_of(place)
    if spot is None:
        return (None, None), ""
    point = f"{spot.point[0]:g}, {spot.point[1]:g}" if spot.point else ""
    coarse = replace(spot, point=(round(spot.point[0]), round(spot.point[1]))) if spot.point else spot
    return (spot, coarse), escaped(spot.name or spot.admin1 or point or spot.country or _UNNAMED)


def _when(key: tuple[Hashable, Hashable]) -> tuple[When | None, str]:
    when = when_of(*map(_shown, key))
    return when, escaped(when.words) if when else ""
