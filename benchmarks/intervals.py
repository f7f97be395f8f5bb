"""How often the other intervals of ``tregua measure`` hold, and how often a change or a pattern is seen where none is.

    python -m benchmarks.intervals [--series 400]

Counts are drawn day by day by a seeded generator, evenly (Poisson) or in clusters (negative binomial), and go through
the same choice of interval as a case's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import sys
from collections.abc import Callable
from functools import partial

from tregua.backends.statistics import LibraryStatistics
from tregua.errors import TreguaError
from tregua.steps.measure.changes import changes_in
from tregua.steps.measure.patterns import followed
from tregua.steps.measure.question import Answer
from tregua.steps.measure.rates import rate_of
from tregua.steps.measure.shifts import ratio_of

SEED = 1
STATISTICS = LibraryStatistics()


def counts(chance: random.Random, mean: float, days: int, scatter: float) -> list[int]:
    """Draw so many days of counts with MEAN; their variance is MEAN + SCATTER * MEAN squared."""
    means = [mean * (chance.gammavariate(1 / scatter, scatter) if scatter else 1.0) for _ in range(days)]
    return [_poisson(chance, each) for each in means]


def _poisson(chance: random.Random, mean: float) -> int:
    number, left = 0, chance.random()
    while left > math.exp(-mean):
        number, left = number + 1, left * chance.random()
    return number


def held(found: Answer | str, truth: float) -> bool | None:
    """Tell whether the interval that was FOUND holds TRUTH, None where it was refused."""
    if isinstance(found, str):
        return None
    return (found.low or 0.0) <= truth <= (math.inf if found.high is None else found.high)


def rate(chance: random.Random, mean: float, days: int, scatter: float) -> bool | None:
    return held(_asked(lambda: rate_of(counts(chance, mean, days, scatter), STATISTICS)), mean)


def ratio(chance: random.Random, mean: float, days: int, scatter: float, times: float) -> bool | None:
    before, after = (counts(chance, each, days, scatter) for each in (mean, times * mean))
    return held(_asked(lambda: ratio_of(before, after, "a day", STATISTICS)), times)


def change(chance: random.Random, mean: float, days: int, scatter: float) -> bool | None:
    """Tell whether no change is found where there is none."""
    found = changes_in(counts(chance, mean, days, scatter), dt.date(2020, 1, 1), STATISTICS)
    return None if isinstance(found, str) else found.value == 0


def pattern(chance: random.Random, number: int, days: int) -> bool | None:
    """Tell whether the interval holds 1 where two sides act without regard to each other."""
    acts = [[(float(at), float(at)) for at in (chance.random() * days * 86_400 for _ in range(number))] for _ in "ab"]
    return held(followed(acts, days), 1.0)


def _asked(of: Callable[[], Answer | str]) -> Answer | str:
    try:
        return of()
    except TreguaError as error:
        return str(error)


ROWS: tuple[tuple[str, Callable[[random.Random], bool | None]], ...] = (
    *(
        (f"rate of {mean:g} a day on {days} days, {kind}", partial(rate, mean=mean, days=days, scatter=scatter))
        for kind, scatter in (("even", 0.0), ("clustered", 1.5))
        for mean, days in ((0.5, 28), (2.0, 28), (2.0, 90))
    ),
    *(
        (
            f"{times:g} times {mean:g} a day, {days} days either side, {kind}",
            partial(ratio, mean=mean, days=days, scatter=scatter, times=times),
        )
        for kind, scatter in (("even", 0.0), ("clustered", 1.5))
        for mean, days, times in ((1.0, 14, 0.5), (1.0, 28, 1.0), (3.0, 28, 2.0))
    ),
    *(
        (f"no change, {mean:g} a day on {days} days, {kind}", partial(change, mean=mean, days=days, scatter=scatter))
        for kind, scatter in (("even", 0.0), ("clustered", 1.0))
        for mean, days in ((1.0, 60), (3.0, 120))
    ),
    ("no pattern, 30 acts of each on 90 days", partial(pattern, number=30, days=90)),
    ("no pattern, 80 acts of each on 365 days", partial(pattern, number=80, days=365)),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--series", type=int, default=400)
    series = parser.parse_args().series
    for name, draw in ROWS:
        chance = random.Random(f"{SEED} {name}")
        found = [draw(chance) for _ in range(series)]
        answered = [each for each in found if each is not None]
        share = sum(answered) / max(len(answered), 1)
        print(f"{name:52} refused {series - len(answered):>4}   holds {share:>6.1%}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
