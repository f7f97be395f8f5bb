"""Rule incidents given one a line under one truce or several, without a case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tregua.errors import Problem
from tregua.steps.assess.bench import Bench
from tregua.steps.assess.lines import Spot, When, object_of, spot_of, text_of, texts_of, when_of
from tregua.steps.assess.memory import Memory
from tregua.steps.assess.sheet import ACTOR, CLAIMS, INCIDENT, PLACE, TARGET, WHEN, claims_of, escaped

__all__ = ["Docket", "Ruled"]

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
        self._spots: Memory[Hashable, tuple[Spot | None, str]] = Memory(_spot)
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

    def _line(self, line: bytes, counts: Counter[tuple[str, str]]) -> list[str]:
        """Return the findings on the incident of LINE, and count them."""
        value = object_of(line)
        kind = text_of(value, "target_kind")
        who = ((texts_of(value, "actor"), text_of(value, "actor_side")), (texts_of(value, "target"), kind))
        told = (text_of(value, "weapon"), kind, text_of(value, "response_to"), text_of(value, "justification"))
        act = text_of(value, "act")
        spot, place = self._spots[_key(value.get("place"))]
        when, moment = self._times[_plain(value.get("start")), _plain(value.get("end"))]
        claims = value.get("claims")
        values = {
            INCIDENT: json.dumps(value["id"], ensure_ascii=False),
            CLAIMS: claims_of(claims) if claims else "[]",
            PLACE: place,
            WHEN: moment,
        }
        found: list[str] = []
        for bench in self.benches:
            if self._every or not bench.misses(when):
                sheet, values[ACTOR], values[TARGET] = bench.rule(act, who, told, spot, when)
                if self._every or not sheet.beyond:
                    counts[bench.truce.id, sheet.ruling] += 1
                    found.append(sheet.fill(values))
        return found


def _key(place: object) -> Hashable:
    """Return PLACE as something that can be looked up."""
    return tuple([_plain(place.get(slot)) for slot in _SPOT]) if isinstance(place, dict) else _plain(place)


def _plain(value: object) -> Hashable:
    return value if isinstance(value, (str, int, float, type(None))) else repr(value)[:60]


def _spot(key: Hashable) -> tuple[Spot | None, str]:
    place: Mapping[str, Any] | Hashable = dict(zip(_SPOT, key, strict=True)) if isinstance(key, tuple) else key
    spot = spot_of(place)
    if spot is None:
        return None, ""
    point = f"{spot.point[0]:g}, {spot.point[1]:g}" if spot.point else ""
    return spot, escaped(spot.name or spot.admin1 or point or spot.country or _UNNAMED)


def _when(key: tuple[Hashable, Hashable]) -> tuple[When | None, str]:
    when = when_of(*key)
    return when, escaped(when.words) if when else ""
