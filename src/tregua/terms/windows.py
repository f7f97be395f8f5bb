"""Whether the terms were in force when and where something happened.

Time and area are tried together: a truce may be layers, each with its own window and areas, and only a layer that
covers the place counts for the time. Windows that touch are one; contested stretches leave the answer open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from tregua.terms.instants import EARLIEST, LATEST, in_zone
from tregua.terms.logic import Answer, some
from tregua.terms.stretches import Interval, interval, position, stretch, told, touch, without
from tregua.terms.truce import Area, Layer, Suspension, Truce
from tregua.vocabulary.time import Span

__all__ = ["LiesIn", "Reach", "known_layers", "known_suspensions", "open_windows", "reach"]

SuspensionT = TypeVar("SuspensionT", bound=Suspension)
LiesIn = Callable[[Area], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether the terms reach a time and a place.

    Attributes:
        time: whether they were in force then, in the layers that cover the place.
        area: whether they cover the place.
        beyond: by what they do not reach it: ``time``, ``area``, or "" when they do or may.
        term: id of the layer or area that says so.
        cite: its citation, as written.
    """

    time: Answer
    area: Answer
    beyond: Literal["", "time", "area"] = ""
    term: str = ""
    cite: str = ""


def known_layers(truce: Truce, as_of: dt.datetime) -> tuple[Layer, ...]:
    """Return the layers of TRUCE that had been declared by AS_OF, with the suspensions that had been."""
    known: list[Layer] = []
    for layer in truce.layers:
        day = in_zone(as_of, truce.clock(layer)).date()
        if layer.declared <= day:
            suspended = known_suspensions(layer.suspended, day)
            known.append(layer if suspended == layer.suspended else layer.model_copy(update={"suspended": suspended}))
    return tuple(known)


def known_suspensions(suspended: Sequence[SuspensionT], day: dt.date) -> tuple[SuspensionT, ...]:
    """Return those of SUSPENDED that had been made known by DAY."""
    return tuple(each for each in suspended if (each.declared or each.start.date()) <= day)


def reach(truce: Truce, layers: Sequence[Layer], time: Span | None, lies_in: LiesIn) -> Reach:
    """Tell whether LAYERS of TRUCE reach what happened at TIME where LIES_IN says.

    Args:
        truce: the truce.
        layers: those that were known, at least one.
        time: when it happened, None when unknown.
        lies_in: answers, for an area, whether the place lies in it.
    """
    grounds = {layer.id: some([lies_in(area) for area in _areas(truce, layer)]) for layer in layers}
    inside = [layer for layer in layers if grounds[layer.id].holds]
    possible = [layer for layer in layers if grounds[layer.id].holds is not False]
    certain, whole = _in_force(truce, inside, time), _in_force(truce, possible, time)
    if whole.holds is False:
        return _beyond(truce, layers, possible, time)
    relevant = [layer for layer in possible if _may_cover(truce, layer, time)]
    named = (inside or relevant)[0]
    settled = bool(inside) and certain.holds == whole.holds
    area = some(
        [grounds[layer.id] for layer in (inside if settled else [each for each in relevant if each not in inside])]
    )
    return Reach(time=certain if settled else whole, area=area, term=named.id, cite=named.cite)


def _areas(truce: Truce, layer: Layer) -> list[Area]:
    return [area for area in truce.areas if area.id in layer.areas]


def _in_force(truce: Truce, layers: Sequence[Layer], time: Span | None) -> Answer:
    """Tell whether LAYERS together were in force for the whole of TIME."""
    if not layers:
        return Answer(holds=False, why="No window covers the place.")
    if time is None or (time.start is None and time.end is None):
        return Answer(holds=None, why="No report says when it happened.", missing=("when it happened",))
    when = interval(time)
    contested = [(part, stretch(part, truce.clock(layer))) for layer in layers for part in layer.contested]
    found = position(when, [piece for layer in layers for piece in open_windows(truce, layer)], contested)
    if found is True:
        return Answer(holds=True, why=f"{told(time)} lies in the window of {_named(layers, truce, when)}.")
    if found is False:
        return Answer(holds=False, why=f"{told(time)} lies in no window of these terms.{_broken(truce, layers, when)}")
    if isinstance(found, dt.datetime):
        edge = _local(truce, found)
        why = f"{told(time)} may lie on either side of {edge}, where a window begins or ends."
        return Answer(holds=None, why=why, missing=(f"the hour: before or after {edge}",))
    words = found.fork(f"whether the terms were in force then: {found.why.rstrip('.')}")
    return Answer(holds=None, why=found.why, missing=(words,))


def open_windows(truce: Truce, layer: Layer) -> list[Interval]:
    """Return the window of LAYER without the stretches in which it was suspended or is contested."""
    zone = truce.clock(layer)
    return without([stretch(layer, zone)], [stretch(part, zone) for part in (*layer.suspended, *layer.contested)])


def _broken(truce: Truce, layers: Sequence[Layer], when: Interval) -> str:
    """Say which suspension covers WHEN, "" when none does."""
    for layer in layers:
        for part in layer.suspended:
            start, end = stretch(part, truce.clock(layer))
            if start <= when[0] and when[1] <= end:
                return f" '{layer.id}' was suspended: {part.why}"
    return ""


def _beyond(truce: Truce, layers: Sequence[Layer], possible: Sequence[Layer], time: Span | None) -> Reach:
    """Say which condition fails: the area when a window was open, but none for that place; else the time."""
    anywhere = _in_force(truce, layers, time)
    nearest = _nearest(truce, possible or layers, time)
    if anywhere.holds is False:
        fails = Answer(holds=False, why=f"{anywhere.why} The nearest is {_runs(truce, nearest)}.")
        place = Answer(holds=True, why="The window covers the place.")
        unknown = Answer(holds=None, why="No window was open then, so the place was not tried.")
        return Reach(time=fails, area=place if possible else unknown, beyond="time", term=nearest.id, cite=nearest.cite)
    opened = [layer for layer in layers if _may_cover(truce, layer, time)]
    areas = list(dict.fromkeys(area for layer in opened for area in _areas(truce, layer)))
    later = f" The window for that place is {_runs(truce, nearest)}." if possible else ""
    names = ", ".join(area.name for area in areas)
    place = Answer(holds=False, why=f"It happened outside the area of these terms at that time: {names}.{later}")
    return Reach(time=anywhere, area=place, beyond="area", term=areas[0].id, cite=areas[0].cite)


def _runs(truce: Truce, layer: Layer) -> str:
    start, end = stretch(layer, truce.clock(layer))
    until = "without a set end" if end == LATEST else f"to {_local(truce, end)}"
    return f"'{layer.id}', from {_local(truce, start)} {until}"


def _nearest(truce: Truce, layers: Sequence[Layer], time: Span | None) -> Layer:
    """Return the layer whose window is the least far from TIME."""
    when = (EARLIEST, LATEST) if time is None else interval(time)

    def distance(layer: Layer) -> dt.timedelta:
        start, end = stretch(layer, truce.clock(layer))
        return max(start - when[1], when[0] - end, dt.timedelta())

    return min(layers, key=distance)


def _may_cover(truce: Truce, layer: Layer, time: Span | None) -> bool:
    return _in_force(truce, [layer], time).holds is not False


def _named(layers: Sequence[Layer], truce: Truce, when: Interval) -> str:
    return ", ".join(f"'{layer.id}'" for layer in layers if touch(when, stretch(layer, truce.clock(layer))))


def _local(truce: Truce, instant: dt.datetime) -> str:
    return f"{in_zone(instant, truce.clock(truce.layers[0])):%Y-%m-%d %H:%M} ({truce.zone})"
