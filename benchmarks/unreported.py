"""How far the estimate of unreported incidents can be trusted: lists with known totals, drawn by a seeded generator.

    python -m benchmarks.unreported [--series 500]

Each row is a way in which incidents come into lists. Where the assumptions hold, nominal 95 % intervals are to cover
the true number in 90 to 98 of 100 series; where one is broken on purpose, a warning is to fire. Lists of a case's
origins are drawn as the step sees them: as sets of names for each incident that at least one list holds.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tregua.backends.statistics import LibraryStatistics
from tregua.steps.measure.question import Answer
from tregua.steps.measure.unreported import estimate_missing

Told = dict[str, frozenset[str]]
Strata = Mapping[str, Mapping[str, str]]
SEED = 1


@dataclass(frozen=True)
class World:
    """A way in which incidents come into lists.

    Attributes:
        name: what it shows.
        total: how many incidents there are.
        chances: for each list, how likely an incident is to be in it.
        holds: whether the assumptions of the estimate hold.
        warning: words of the warning that is to fire where they do not.
        copied: how likely the second list is to take over an incident from the first.
        spread: standard deviation of what makes an incident likelier to be in every list, on the scale of logits.
        hidden: by how much, on that scale, incidents of one area are likelier to be in every list than others.
    """

    name: str
    total: int
    chances: tuple[float, ...]
    holds: bool = True
    warning: str = ""
    copied: float = 0.0
    spread: float = 0.0
    hidden: float = 0.0

    def draw(self, chance: random.Random) -> tuple[Told, Strata]:
        """Return the lists of each incident that is in one, and its area."""
        told: Told = {}
        areas: dict[str, str] = {}
        for number in range(self.total):
            area = chance.choice(("north", "south"))
            shift = chance.gauss(0, self.spread) + (self.hidden / 2 if area == "north" else -self.hidden / 2)
            held = [chance.random() < _logistic(_logit(p) + shift) for p in self.chances]
            held[1] = held[1] or (held[0] and chance.random() < self.copied)
            if any(held):
                told[f"i-{number}"] = frozenset(f"list {at}" for at, inside in enumerate(held) if inside)
                areas[f"i-{number}"] = area
        return told, {"area": areas}


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


_UNLIKE = "likelier to be in each"
WORLDS = (
    World("two lists", 400, (0.4, 0.3)),
    World("two lists, small", 120, (0.4, 0.3)),
    World("two lists, large", 2000, (0.25, 0.35)),
    World("three lists", 400, (0.4, 0.3, 0.25)),
    World("three lists, small", 150, (0.4, 0.3, 0.3)),
    World("three lists, large", 2000, (0.3, 0.2, 0.25)),
    World("four lists", 500, (0.35, 0.3, 0.25, 0.2)),
    World("two lists, one copies the other", 400, (0.4, 0.25), holds=False, warning="two lists cannot", copied=0.5),
    World("two lists, areas unlike", 600, (0.4, 0.3), holds=False, warning="differs by area", hidden=2.5),
    World("three lists, one copies another", 600, (0.4, 0.25, 0.3), holds=False, warning="share more", copied=0.4),
    World("three lists, unlike incidents", 1000, (0.35, 0.3, 0.3), holds=False, warning=_UNLIKE, spread=1.5),
    World("four lists, unlike incidents", 800, (0.3, 0.3, 0.25, 0.25), holds=False, warning=_UNLIKE, spread=1.5),
    World("three lists, areas unlike", 600, (0.4, 0.3, 0.3), holds=False, warning="differs by area", hidden=2.5),
    World("three lists, thin overlap", 300, (0.1, 0.1, 0.1), holds=False, warning="share few"),
    World("two lists, thin overlap", 400, (0.15, 0.15), holds=False, warning="share few"),
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What came of the series of one world: shares of those answered, the refused apart."""

    answered: int
    refused: int
    covered: float
    bias: float
    width: float
    warned: float
    alarmed: float


def run(world: World, series: int, seed: int = SEED) -> Outcome:
    """Draw WORLD so often; return how often the interval holds what is missing, and the warnings fire."""
    chance = random.Random(f"{seed} {world.name}")
    statistics = LibraryStatistics()
    covered, warned, alarmed, refused = 0, 0, 0, 0
    off, wide, true = 0.0, 0.0, 0
    for _ in range(series):
        told, strata = world.draw(chance)
        missing = world.total - len(told)
        found = estimate_missing(told, strata, statistics)
        if isinstance(found, str):
            refused += 1
            continue
        value, low, high = _whole(found)
        covered += low <= missing <= high
        off += value - missing
        true += missing
        wide += (high - low) / missing
        warned += any(world.warning in warning for warning in found.warnings())
        alarmed += any("two lists cannot" not in warning for warning in found.warnings())
    answered = max(series - refused, 1)
    return Outcome(
        answered=series - refused,
        refused=refused,
        covered=covered / answered,
        bias=off / max(true, 1),
        width=wide / answered,
        warned=warned / answered,
        alarmed=alarmed / answered,
    )


def _whole(found: Answer) -> tuple[float, float, float]:
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    return found.value, found.low, found.high


def main(worlds: Sequence[World] = WORLDS, tell: Callable[[str], None] = print) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--series", type=int, default=500)
    series = parser.parse_args().series
    tell(f"{'world':34} {'total':>6} {'refused':>8} {'covers':>7} {'bias':>7} {'width':>6} {'warned':>7} {'alarms':>7}")
    good = True
    for world in worlds:
        each = run(world, series)
        tell(
            f"{world.name:34} {world.total:>6} {each.refused:>8} {each.covered:>7.1%} {each.bias:>+7.1%} "
            f"{each.width:>6.2f} {each.warned if world.warning else 0:>7.1%} {each.alarmed:>7.1%}"
        )
        good &= 0.9 <= each.covered <= 0.98 if world.holds else each.warned >= 0.8
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
