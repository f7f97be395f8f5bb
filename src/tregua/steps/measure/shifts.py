"""Before and after: what a truce, or a further window of it, goes with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tregua.ports import Statistics
from tregua.records.indicator import Estimate
from tregua.steps.measure.days import DAY, Days, days_of, publication_days
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import LEVEL, Answer, Question, plural
from tregua.steps.measure.rates import CLUSTERED, SCATTERED, daily
from tregua.terms.ground import Ground
from tregua.terms.truce import Area, Truce

__all__ = ["before_and_after", "ratio_of"]

LEAST_DAYS = 7
MOST_DAYS = 28
LEAST_INCIDENTS = 10
_UNEVEN = 1.5
_DEFINITION = (
    "How many times as many incidents a day are told of after the terms, or a further window of them, came into force "
    "as before, in the areas of that window. As many days count on either side, "
    f"{LEAST_DAYS} to {MOST_DAYS}, as reports cover; an incident counts when all the days that it may be of lie on one "
    f"side, and the day itself is on neither. Given for at least {LEAST_INCIDENTS} incidents. It says what came after, "
    "not what came of it."
)
_METHOD = (
    "Ratio of two rates with the exact conditional interval (Przyborowski and Wilenski 1940; Clopper and Pearson "
    "1934), or that of a negative binomial model where days scatter more widely (index of dispersion, "
    f"p < {SCATTERED})."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A day on which terms come into force in some areas, and the days counted before and after."""

    key: str
    areas: tuple[Area, ...]
    day: dt.date
    before: Days
    after: Days
    room: int


def before_and_after(observed: Observed, statistics: Statistics) -> Iterator[Estimate]:
    """Give the ratio for each day on which a window of a truce begins, for all incidents and for each side's."""
    period = observed.period
    if period is None:
        return
    days = {incident.id: days_of(incident.time, observed.zone) for incident in observed.events}
    sides = {incident.id: observed.sides_of(incident) for incident in observed.events}
    for turn in _turns(observed.truces, period, observed.zone):
        inside = _inside(observed, turn.areas)
        for side in ("", *observed.sides):
            dated = {key: each for key in inside if (each := days[key]) and (not side or side in sides[key])}
            counted = _either(dated, turn)
            key = f"{turn.key}, {side}" if side else turn.key
            question = Question(
                name="after against before", key=key, unit="times as many", definition=_DEFINITION, method=_METHOD
            )
            yield question.ask(counted, partial(_ratio, observed, turn, counted, statistics))


def _turns(truces: Sequence[Truce], period: Days, zone: dt.tzinfo) -> Iterator[_Turn]:
    for truce in truces:
        for layer in truce.layers:
            day = layer.start.replace(tzinfo=truce.clock(layer)).astimezone(zone).date()
            room = min((day - period[0]).days, (period[1] - day).days, MOST_DAYS)
            if room >= 0:
                yield _Turn(
                    key=f"{truce.id}: {layer.id}",
                    areas=tuple(area for area in truce.areas if area.id in layer.areas),
                    day=day,
                    before=(day - room * DAY, day - DAY),
                    after=(day + DAY, day + room * DAY),
                    room=room,
                )


def _inside(observed: Observed, areas: Sequence[Area]) -> list[str]:
    """Return the ids of the events that surely touch one of AREAS."""
    ground = Ground(observed.places.values())
    known = {place.id for place in observed.places.values() if any(ground.lies_in(place, area).holds for area in areas)}
    return [event.id for event in observed.events if any(place.id in known for place in event.places)]


def _either(dated: Mapping[str, Days], turn: _Turn) -> dict[str, Days]:
    """Return those of DATED that surely lie before or after TURN, within its stretches."""
    return {
        key: days
        for key, days in dated.items()
        if any(start <= days[0] and days[1] <= end for start, end in (turn.before, turn.after))
    }


def _ratio(observed: Observed, turn: _Turn, counted: Mapping[str, Days], statistics: Statistics) -> Answer | str:
    if turn.room < LEAST_DAYS:
        return (
            f"reports cover {plural(turn.room, 'day')} on either side of {turn.day.isoformat()}; "
            f"at least {LEAST_DAYS} are needed"
        )
    if len(counted) < LEAST_INCIDENTS:
        return f"it is {plural(len(counted), 'incident')} on both sides together; at least {LEAST_INCIDENTS} are needed"
    middles = [days[0] + (days[1] - days[0]) // 2 for days in counted.values()]
    before, after = daily(middles, turn.before), daily(middles, turn.after)
    found = ratio_of(before, after, turn.day.isoformat(), statistics)
    return found if isinstance(found, str) else replace(found, notes=(*found.notes, *_effort(observed, turn)))


def ratio_of(before: Sequence[int], after: Sequence[int], day: str, statistics: Statistics) -> Answer | str:
    """Return how many times as many there are in the days AFTER the DAY as in as many BEFORE it, or why not."""
    first, second = sum(before), sum(after)
    seen = f"{first} in {plural(len(before), 'day')} before {day}, {second} in as many after"
    if statistics.dispersion([before, after]) >= SCATTERED:
        low, high = statistics.poisson_ratio((first, second), (len(before), len(after)), LEVEL)
    elif first and second:
        low, high = statistics.clustered_ratio(before, after, LEVEL)
        seen += CLUSTERED
    else:
        return f"{seen}; they come in clusters, and without any on one side the ratio cannot be told"
    return Answer(value=second / first if first else None, low=low, high=high, notes=(seen,))


def _effort(observed: Observed, turn: _Turn) -> Iterator[str]:
    """Give a warning when many more reports were published on one side of TURN than on the other."""
    published = publication_days(observed.documents, observed.zone).values()
    before, after = sum(daily(published, turn.before)), sum(daily(published, turn.after))
    if max(before, after) > _UNEVEN * min(before, after):
        told = f"{plural(before, 'report')} from before and {after} from after"
        yield f"warning: {told} were read; more reports tell of more incidents"
