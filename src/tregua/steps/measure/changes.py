"""Days on which the number of incidents a day changes, found from the numbers alone."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from tregua.ports import Statistics
from tregua.records.indicator import Estimate
from tregua.steps.measure.days import DAY
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import Answer, Question, plural
from tregua.steps.measure.rates import daily

__all__ = ["change_points", "changes_in"]

LEAST_DAYS = 28
LEAST_INCIDENTS = 20
SHORTEST = 7
_PENALTY = 3.0
_DEFINITION = (
    "On how many days the number of incidents a day changed for good, at least for a week, judged from the numbers "
    "alone: no date of a truce is given to the method. Incidents count on their day, or on the middle one of at most "
    f"three. Given for at least {LEAST_DAYS} days and {LEAST_INCIDENTS} incidents. A change in how many report looks "
    "the same as one in what happens."
)
_METHOD = (
    "PELT (Killick, Fearnhead and Eckley 2012) with the Poisson likelihood and 3 log n a change (Zhang and Siegmund "
    "2007), raised where neighbouring days scatter more than Poisson counts. On counts without a change it finds one "
    "in fewer than one series in twenty."
)


def change_points(observed: Observed, statistics: Statistics) -> Iterator[Estimate]:
    """Give how many changes there are, for all incidents and for each side's; the notes say when."""
    placed, period = observed.placed, observed.period
    if period is None:
        return
    sides = {incident.id: observed.sides_of(incident) for incident in observed.events}
    for side in ("", *observed.sides):
        days = {key: day for key, day in placed.items() if not side or side in sides[key]}
        question = Question(name="changes", key=side or "all", unit="changes", definition=_DEFINITION, method=_METHOD)
        yield question.ask(days, partial(changes_in, daily(days.values(), period), period[0], statistics))


def changes_in(counts: Sequence[int], first: dt.date, statistics: Statistics) -> Answer | str:
    """Return how often the mean of COUNTS, one a day from the FIRST, changes, or why that cannot be said."""
    if len(counts) < LEAST_DAYS or sum(counts) < LEAST_INCIDENTS:
        return (
            f"it is {plural(sum(counts), 'incident')} with a day on {plural(len(counts), 'day')}; "
            f"at least {LEAST_INCIDENTS} on {LEAST_DAYS} are needed"
        )
    found = statistics.change_points(counts, SHORTEST, _PENALTY * math.log(len(counts)) * _scatter(counts))
    edges = (0, *found, len(counts))
    notes = tuple(_told(counts, edges[n - 1 : n + 2], first) for n in range(1, len(edges) - 1))
    return Answer(value=len(found), low=None, high=None, notes=notes)


def _scatter(counts: Sequence[int]) -> float:
    """Return how much neighbouring days differ, as a multiple of what Poisson counts would; at least 1.

    Half the mean square of successive differences (von Neumann 1941) is a variance that changes of the mean, being
    few, hardly touch.
    """
    steps = [(after - before) ** 2 for before, after in pairwise(counts)]
    return max(1.0, sum(steps) / (2 * len(steps)) / (sum(counts) / len(counts)))


def _told(counts: Sequence[int], edges: Sequence[int], first: dt.date) -> str:
    before, after = (sum(counts[a:b]) / (b - a) for a, b in pairwise(edges))
    day = first + edges[1] * DAY
    return f"about {day.isoformat()}: from {before:.2g} a day to {after:.2g} a day"
