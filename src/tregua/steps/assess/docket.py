"""Rule incidents given one a line under one truce or several, without a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple, cast

from tregua.errors import Problem
from tregua.steps.assess.bench import Bench, Circumstances, Named, Spots
from tregua.steps.assess.lines import MOST_NAMES, Days, When, object_of, spot_of, text_of, texts_of, when_of
from tregua.steps.assess.memory import Memory
from tregua.steps.assess.sheet import ACTOR, CLAIMS, INCIDENT, PLACE, TARGET, WHEN, claims_of, escaped, id_of

__all__ = ["Docket", "Ruled"]

_TEXTS = ("act", "actor_side", "weapon", "target_kind", "response_to", "justification")
_NAMES = ("actor", "target")
_SPOT = ("name", "lat", "lon", "admin1", "country", "precision")
_UNKNOWN_DAYS: Days = (None, None)
_UNNAMED = "a place that is not named"


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


class _Told(NamedTuple):
    """What a line says; its place and time also as they stand in a finding."""

    act: str
    who: tuple[Named, Named]
    circumstances: Circumstances
    spot: tuple[Spots, bytes]
    time: tuple[When | None, bytes]


class Docket:
    """The truces that incidents are ruled under, and what has been read of the lines before."""

    def __init__(self, benches: Sequence[Bench], *, every: bool = True) -> None:
        """Rule under BENCHES; unless EVERY, leave out findings that the terms do not reach by time or area."""
        self.benches, self._every = tuple(benches), every
        self._outlines = any(bench.outlines for bench in benches)
        self._texts = {slot: Memory(partial(_text, slot)) for slot in _TEXTS}
        self._names = {slot: Memory(partial(_names, slot)) for slot in _NAMES}
        self._spots: Memory[Hashable, tuple[Spots, bytes]] = Memory(_spot)
        self._times: Memory[tuple[Hashable, Hashable], tuple[When | None, bytes]] = Memory(_when)
        self._reaching: Memory[Days, tuple[Bench, ...]] = Memory(self._not_missing)

    def prepare(self) -> None:
        """Load what processes share, before there are any."""
        for bench in self.benches:
            bench.prepare()

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

    def _not_missing(self, days: Days) -> tuple[Bench, ...]:
        return tuple(bench for bench in self.benches if self._every or not bench.misses(days))

    def _line(self, line: bytes, counts: Counter[tuple[str, str]]) -> list[bytes]:
        """Return the findings on the incident of LINE, and count them."""
        value = object_of(line)
        try:
            told = self._read(value)
        except TypeError:  # a slot holds what cannot be looked up: a list, or what no slot can hold
            told = self._read(_hashable(value))
        (spots, place), (when, moment) = told.spot, told.time
        values = {
            INCIDENT: id_of(value["id"]).encode(),
            CLAIMS: claims_of(value.get("claims")),
            PLACE: place,
            WHEN: moment,
        }
        found: list[bytes] = []
        for bench in self._reaching[when.days if when is not None else _UNKNOWN_DAYS]:
            sheet, values[ACTOR], values[TARGET] = bench.rule(told.act, told.who, told.circumstances, spots, when)
            if self._every or not sheet.beyond:
                counts[bench.truce.id, sheet.ruling] += 1
                found.append(sheet.fill(values))
        return found

    def _read(self, value: Mapping[str, Any]) -> _Told:
        """Return what VALUE says, each slot of it read once for all lines that have it.

        Raises:
            TypeError: a slot holds what cannot be looked up.
            ValueError: a slot holds what it cannot.
        """
        get, texts, names = value.get, self._texts, self._names
        act, side, weapon, kind, response, reason = [texts[slot][get(slot)] for slot in _TEXTS]
        doers, struck = [names[slot][get(slot)] for slot in _NAMES]
        return _Told(
            act=act,
            who=((doers, side), (struck, kind)),
            circumstances=(weapon, kind, response, reason),
            spot=self._spots[self._key(get("place"))],
            time=self._times[get("start"), get("end")],
        )

    def _key(self, place: Any) -> Hashable:  # noqa: ANN401 - whatever the line has there
        """Return PLACE as something that can be looked up; where no truce asks for the point, without its decimals."""
        if not isinstance(place, dict):
            return cast("Hashable", place)
        name, lat, lon, *rest = [place.get(slot) for slot in _SPOT]
        if name and not self._outlines and isinstance(lat, float) and isinstance(lon, float):
            lat, lon = round(lat), round(lon)
        return (name, lat, lon, *rest)


def _hashable(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return VALUE with every slot as something that can be looked up, or whose slots can."""
    made: dict[str, Any] = {slot: _listed(each) if slot in _NAMES else _plain(each) for slot, each in value.items()}
    if isinstance(place := value.get("place"), dict):
        made["place"] = {slot: _plain(each) for slot, each in place.items()}
    return made


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


def _spot(key: Hashable) -> tuple[Spots, bytes]:
    place: object = dict(zip(_SPOT, map(_shown, key), strict=True)) if isinstance(key, tuple) else _shown(key)
    spot = spot_of(place)
    if spot is None:
        return (None, None), b""
    point = f"{spot.point[0]:g}, {spot.point[1]:g}" if spot.point else ""
    coarse = replace(spot, point=(round(spot.point[0]), round(spot.point[1]))) if spot.point else spot
    return (spot, coarse), escaped(spot.name or spot.admin1 or point or spot.country or _UNNAMED)


def _when(key: tuple[Hashable, Hashable]) -> tuple[When | None, bytes]:
    when = when_of(*map(_shown, key))
    return when, escaped(when.words) if when else b""
