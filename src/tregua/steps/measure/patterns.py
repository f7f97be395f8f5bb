"""Whose acts follow whose: within hours, and more often than chance would have it."""

from __future__ import annotations

import datetime as dt
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import permutations

from tregua.records.incident import Incident
from tregua.records.indicator import Estimate
from tregua.steps.measure.days import Days, days_between
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import LEVEL, Answer, Question, plural

__all__ = ["HOURS", "Stretch", "followed", "patterns"]

HOURS = 72
LEAST_ACTS = 10
LEAST_DAYS = 28
LEAST_FOLLOWING = 2
_SHIFTS = 999
_SEED = 20160227
_DAY = 86_400.0
_DEFINITION = (
    f"How many times as many acts of one side follow an act of the other within {HOURS} hours as would if the two had "
    "nothing to do with each other. An act follows only where it surely comes after, and surely within the hours, as "
    f"far as its time is known. Given for at least {LEAST_ACTS} acts of each side over {LEAST_DAYS} days, of which at "
    f"least {LEAST_FOLLOWING} would follow by chance. That one follows the other does not say that it answers it."
)
_METHOD = (
    "The acts of the second side are moved round the calendar together by whole days, so that each side keeps its own "
    f"rhythm and only what ties them is lost; every move, or {_SHIFTS} drawn with a fixed seed, is the baseline. The "
    "interval is the figure over the 97.5th and the 2.5th percentile of the baseline; p is the share of moves with as "
    "many followed."
)

Stretch = tuple[float, float]
"""From when to when something may have happened, in seconds from the start of the period."""


def patterns(observed: Observed) -> Iterator[Estimate]:
    """Give, for every two sides in either order, how often acts of the second follow those of the first."""
    period = observed.period
    if period is None:
        return
    by_side = [(act, observed.sides_of(act)) for act in observed.events]
    acts = {side: [act for act, sides in by_side if sides == (side,)] for side in observed.sides}
    for first, second in permutations(acts, 2):
        timed = [_timed(acts[side], period, observed.zone) for side in (first, second)]
        question = Question(
            name="acts that follow", key=f"{second} after {first}", unit="times chance", definition=_DEFINITION,
            method=_METHOD,
        )  # fmt: skip
        yield question.ask(
            [*timed[0], *timed[1]], partial(followed, [each.values() for each in timed], len(days_between(period)))
        )


def _timed(acts: Sequence[Incident], period: Days, zone: dt.tzinfo) -> dict[str, Stretch]:
    """Return from when to when each of ACTS may have happened, in seconds from the start of PERIOD, where within it."""
    start = dt.datetime.combine(period[0], dt.time(), zone)
    length = len(days_between(period)) * _DAY
    found: dict[str, Stretch] = {}
    for act in acts:
        if act.time and act.time.start and act.time.end:
            stretch = ((act.time.start - start).total_seconds(), (act.time.end - start).total_seconds())
            if stretch[0] >= 0 and stretch[1] <= length and stretch[1] - stretch[0] <= HOURS * 3600:
                found[act.id] = stretch
    return found


def followed(timed: Sequence[Collection[Stretch]], days: int) -> Answer | str:
    """Return how many times chance the second of TIMED follow the first, over so many DAYS, or why not."""
    if min(map(len, timed)) < LEAST_ACTS or days < LEAST_DAYS:
        return (
            f"it is {len(timed[0])} and {plural(len(timed[1]), 'act')} with a time on {plural(days, 'day')}; at least "
            f"{LEAST_ACTS} of each on {LEAST_DAYS} are needed"
        )
    first, second = sorted(set(timed[0])), Counter(timed[1])
    seen = _following(first, second)
    moves = list(range(1, days))
    if len(moves) > _SHIFTS:
        moves = random.Random(_SEED).sample(moves, _SHIFTS)  # noqa: S311 - a repeatable baseline, no secret
    baseline = sorted(_following(first, _moved(second, move, days)) for move in moves)
    return _against(seen, baseline, len(timed[1]))


def _against(seen: int, baseline: Sequence[int], number: int) -> Answer | str:
    mean = sum(baseline) / len(baseline)
    if mean < LEAST_FOLLOWING:
        return f"by chance {mean:.1g} acts would follow; at least {LEAST_FOLLOWING} are needed to tell more or fewer"
    tail = round((1 - LEVEL) / 2 * (len(baseline) - 1))
    low, high = baseline[tail], baseline[-1 - tail]
    p = (1 + sum(each >= seen for each in baseline)) / (1 + len(baseline))
    note = f"{seen} of {plural(number, 'act')} follow; by chance {mean:.1f} ({low} to {high}) would; p = {p:.2g}"
    return Answer(value=seen / mean, low=seen / high, high=seen / low if low else None, notes=(note,))


def _following(first: Sequence[Stretch], second: Mapping[Stretch, int]) -> int:
    """Return how many acts of SECOND surely come after one of FIRST, and surely end within the hours of its start."""
    return sum(
        number
        for (start, end), number in second.items()
        if any(
            earlier[1] <= start
            for earlier in first[bisect_left(first, (end - HOURS * 3600, 0.0)) : bisect_right(first, (start, end))]
        )
    )


def _moved(acts: Mapping[Stretch, int], days: int, length: int) -> Counter[Stretch]:
    """Return ACTS moved on by DAYS in a calendar of LENGTH days whose end meets its start."""
    moved: Counter[Stretch] = Counter()
    for (start, end), number in acts.items():
        at = (start + days * _DAY) % (length * _DAY)
        moved[at, at + end - start] += number
    return moved
