"""How many incidents a day: overall, and by side, area, act, status and ruling."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from tregua.ports import Statistics
from tregua.records.incident import Incident
from tregua.records.indicator import Estimate
from tregua.steps.measure.counts import NOT_RULED, areas_of, rulings_of
from tregua.steps.measure.days import Days, days_between
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import LEVEL, Answer, Question, plural

__all__ = ["CLUSTERED", "SCATTERED", "daily", "rate_of", "rates"]

CLUSTERED = ", in clusters (negative binomial interval)"
LEAST_DAYS = 14
LEAST_INCIDENTS = 10
SCATTERED = 0.05
"""Counts that Poisson ones would scatter as widely less often than this are taken to be negative binomial."""

_DEFINITION = (
    "Incidents a day that are told of, over the days from the first report to the last. An incident counts on its day, "
    "or on the middle one of at most three that it may be of; others count in no rate. Given for at least "
    f"{LEAST_INCIDENTS} incidents and {LEAST_DAYS} days. It is a rate of reports: what nobody tells is not in it."
)
_METHOD = (
    "Exact Poisson interval (Garwood 1936), or a negative binomial one where the days scatter more widely than Poisson "
    f"counts would (index of dispersion, p < {SCATTERED})."
)


def rates(observed: Observed, statistics: Statistics) -> Iterator[Estimate]:
    """Give the rate of all incidents, then those of each side, area, act, status and ruling."""
    placed, period = observed.placed, observed.period
    if period is None:
        return
    events = [incident for incident in observed.events if incident.id in placed]
    for name, keys in _groupings(observed):
        groups: dict[str, list[str]] = defaultdict(list)
        for incident in events:
            for key in dict.fromkeys(keys(incident)):
                groups[key].append(incident.id)
        for key in sorted(groups):
            question = Question(name=name, key=key, unit="incidents a day", definition=_DEFINITION, method=_METHOD)
            counts = daily((placed[record] for record in groups[key]), period)
            yield question.ask(groups[key], partial(rate_of, counts, statistics))


def _groupings(observed: Observed) -> Iterator[tuple[str, Callable[[Incident], Iterable[str]]]]:
    yield "rate", lambda _: ("all",)
    if observed.truces:
        yield "rate by side", observed.sides_of
    yield "rate by area", lambda incident: areas_of(incident, observed.places)
    yield "rate by act", lambda incident: (incident.act.value,)
    yield "rate by status", lambda incident: (incident.status.value,)
    for truce in observed.truces:
        rulings = rulings_of(observed.findings, truce.id)
        yield "rate by ruling", _by_ruling(truce.id, rulings)


def _by_ruling(truce: str, rulings: Mapping[str, str]) -> Callable[[Incident], Iterable[str]]:
    return lambda incident: (f"{truce}: {rulings.get(incident.id, NOT_RULED)}",)


def rate_of(counts: Sequence[int], statistics: Statistics) -> Answer | str:
    """Return the mean of COUNTS, one a day, with its interval, or why there is none."""
    if len(counts) < LEAST_DAYS:
        return f"reports cover {plural(len(counts), 'day')}; a rate needs at least {LEAST_DAYS}"
    total = sum(counts)
    if total < LEAST_INCIDENTS:
        return f"it is {plural(total, 'incident')} with a day; a rate needs at least {LEAST_INCIDENTS}"
    seen = f"{plural(total, 'incident')} on {plural(len(counts), 'day')}"
    if statistics.dispersion([counts]) < SCATTERED:
        low, high = statistics.clustered_mean(counts, LEVEL)
        seen += CLUSTERED
    else:
        low, high = (end / len(counts) for end in statistics.poisson_interval(total, LEVEL))
    return Answer(value=total / len(counts), low=low, high=high, notes=(seen,))


def daily(days: Iterable[dt.date], period: Days) -> list[int]:
    """Return how many of DAYS fall on each day of PERIOD."""
    counts = Counter(days)
    return [counts[day] for day in days_between(period)]
