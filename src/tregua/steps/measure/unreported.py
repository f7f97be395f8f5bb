"""How many incidents no one told of, from how far independent lists overlap.

The fewer incidents two lists share, the more there must be that neither holds. That is so only where the lists are
made independently and every incident is as likely to be in one of them as any other; the notes warn where it is not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, combinations, product
from statistics import NormalDist

from tregua.errors import TreguaError
from tregua.ports import Fit, Statistics
from tregua.records.indicator import Estimate
from tregua.steps.measure.counts import areas_of
from tregua.steps.measure.lists import LEAST_LISTED, MOST_LISTS, histories, lists_of
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import LEVEL, Answer, Question, plural

__all__ = ["estimate_missing", "unreported"]

LEAST_SHARED = 5
THIN = 15
_DOUBT = 0.02
_DEFINITION = (
    "Incidents that none of the lists holds, where a list is what one origin tells of; origins of one owner, or that "
    f"relay one another, make one list. Given for two to {MOST_LISTS} lists of at least {LEAST_LISTED} incidents that "
    f"share at least {LEAST_SHARED}. It holds if the lists are made independently, if every incident is as likely as "
    "any other to be in a list, and if the same incident is recognised in each. It is no count of anything."
)
_METHOD = (
    "Two lists: Chapman's estimator (1951) with Seber's variance (1970) and the log-normal interval of Burnham (Chao "
    "1989). Three and more: log-linear models with every set of dependences between two lists (Fienberg 1972; Cormack "
    "1989), averaged by BIC (Buckland, Burnham and Augustin 1997)."
)

History = Mapping[str, frozenset[str]]


def unreported(observed: Observed, statistics: Statistics) -> Iterator[Estimate]:
    """Give the estimate for all incidents, then for those of each side alone."""
    for side in ("", *observed.sides):
        events = [event for event in observed.events if not side or observed.sides_of(event) == (side,)]
        lists = lists_of(observed, {event.id for event in events})
        strata = {
            "side": {event.id: "; ".join(observed.sides_of(event)) for event in events},
            "area": {event.id: "; ".join(areas_of(event, observed.places)) for event in events},
            "toll": {event.id: str(bool(event.killed)) for event in events},
        }
        question = Question(
            name="incidents no one reported", key=side or "all", unit="incidents", definition=_DEFINITION,
            method=_METHOD,
        )  # fmt: skip
        told = histories(lists)
        yield question.ask(told, partial(estimate_missing, told, strata, statistics))


def estimate_missing(told: History, strata: Mapping[str, Mapping[str, str]], statistics: Statistics) -> Answer | str:
    """Return how many incidents are in no list, or why that cannot be said.

    Args:
        told: the lists that each incident is in, by incident.
        strata: for each thing that may make incidents unlike, the stratum of each incident.
        statistics: the port.
    """
    names = sorted(frozenset[str]().union(*told.values()))
    if len(names) < 2:  # noqa: PLR2004 - nothing overlaps
        listed = f"only “{names[0]}” tells" if names else "no origin tells"
        return f"{listed} of at least {LEAST_LISTED}; two independent lists are needed"
    shared = sum(len(lists) > 1 for lists in told.values())
    if shared < LEAST_SHARED:
        return f"the lists share {plural(shared, 'incident')}; at least {LEAST_SHARED} are needed"
    counts = Counter(told.values())
    notes = [f"{len(told)} incidents in {len(names)} lists ({_sizes(names, told)}), of which they share {shared}"]
    if shared < THIN:
        notes.append(f"warning: the lists share few incidents ({shared}); the figure hangs on each of them")
    notes += _unlike(names, told, strata, statistics)
    if len(names) == 2:  # noqa: PLR2004 - Chapman's case
        return _chapman(names, counts, notes)
    return _averaged(names, counts, notes, statistics)


def _sizes(names: Sequence[str], told: History) -> str:
    return ", ".join(f"{name} {sum(name in lists for lists in told.values())}" for name in names)


def _chapman(names: Sequence[str], counts: Mapping[frozenset[str], int], notes: Sequence[str]) -> Answer | str:
    both = counts.get(frozenset(names), 0)
    first, second = (counts.get(frozenset({name}), 0) + both for name in names)
    if both in {first, second}:
        return "one list holds all that the other does; how much both miss cannot be told"
    missing = (first + 1) * (second + 1) / (both + 1) - 1 - (first + second - both)
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    caveat = (
        "warning: two lists cannot show whether they depend on each other; where both are likelier to hold the same "
        "incidents, the figure is too low"
    )
    return _log_normal(missing, math.log1p(variance / missing**2), [*notes, caveat])


def _log_normal(missing: float, variance: float, notes: Sequence[str]) -> Answer:
    """Return MISSING with the interval that follows when its logarithm is normal with VARIANCE."""
    factor = math.exp(NormalDist().inv_cdf((1 + LEVEL) / 2) * math.sqrt(variance))
    return Answer(value=missing, low=missing / factor, high=missing * factor, notes=tuple(notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    """A set of dependences between two lists each, and what it makes of the counts."""

    pairs: tuple[tuple[str, str], ...]
    fit: Fit

    @property
    def missing(self) -> float:
        return math.exp(self.fit.coefficients[0])

    @property
    def variance(self) -> float:
        """Return the variance of the logarithm of what is missing: of its mean, and of a count around its mean.

        As in Burnham's interval, it is that of the normal logarithm of a number which varies as much.
        """
        return math.log1p(self.fit.variance + 1 / self.missing)


def _averaged(
    names: Sequence[str], counts: Mapping[frozenset[str], int], notes: Sequence[str], statistics: Statistics
) -> Answer | str:
    table = _Table(names, counts, statistics)
    models = table.models()
    weights = _weights(models, sum(counts.values()))
    centre = sum(w * model.fit.coefficients[0] for w, model in zip(weights, models, strict=True))
    deviation = sum(
        w * math.hypot(math.sqrt(model.variance), model.fit.coefficients[0] - centre)
        for w, model in zip(weights, models, strict=True)
    )
    return _log_normal(math.exp(centre), deviation**2, [*notes, *table.doubts(models[0])])


def _weights(models: Sequence[_Model], number: int) -> list[float]:
    """Return the weight of each of MODELS by the Bayesian information criterion over NUMBER incidents."""
    scores = [len(m.fit.coefficients) * math.log(number) - 2 * m.fit.log_likelihood for m in models]
    raw = [math.exp((min(scores) - score) / 2) for score in scores]
    return [each / sum(raw) for each in raw]


class _Table:
    """How many incidents are in each set of lists, and the models of it."""

    def __init__(self, names: Sequence[str], counts: Mapping[frozenset[str], int], statistics: Statistics) -> None:
        self.names = names
        self.statistics = statistics
        kept = [row for row in product((0, 1), repeat=len(names)) if any(row)]
        self.cells = [frozenset(name for name, held in zip(names, row, strict=True) if held) for row in kept]
        self.counts = [counts.get(cell, 0) for cell in self.cells]
        shared = {
            pair: sum(n for cell, n in counts.items() if cell.issuperset(pair)) for pair in combinations(names, 2)
        }
        self.pairs = [pair for pair, number in shared.items() if number]

    def fit(self, pairs: Sequence[tuple[str, str]], *, unlike: bool = False) -> Fit:
        """Return the model with dependences between PAIRS, and one of incidents UNLIKE each other if so."""
        design = [
            [1.0, *(float(name in cell) for name in self.names), *(float(cell.issuperset(pair)) for pair in pairs),
             *[len(cell) * (len(cell) - 1) / 2] * unlike]
            for cell in self.cells
        ]  # fmt: skip
        return self.statistics.fit_counts(design, self.counts)

    def models(self) -> list[_Model]:
        """Return the models that settle, that of independence first.

        Raises:
            TreguaError: that of independence does not settle.
        """
        sets = chain.from_iterable(combinations(self.pairs, number) for number in range(1, len(self.pairs) + 1))
        found = [_Model(pairs=(), fit=self.fit(()))]
        for pairs in sets:
            try:
                fit = self.fit(pairs)
            except TreguaError:
                continue
            if fit.spare >= 0 and fit.variance < _LOOSE:
                found.append(_Model(pairs=pairs, fit=fit))
        return found

    def doubts(self, plain: _Model) -> Iterator[str]:
        """Give warnings of what the table says against independence and likeness, PLAIN being the model of both."""
        unlike = self._gain(plain, (), unlike=True)
        if unlike is not None and unlike[0] < _DOUBT and unlike[1] > 0:
            yield (
                "warning: incidents in one list are likelier to be in each of the others, as where some are harder to "
                "hear of than others; the figure is likely too low"
            )
        for pair in self.pairs:
            found = self._gain(plain, (pair,))
            if found is not None and found[0] < _DOUBT / len(self.pairs):
                more, low = ("more", "low") if found[1] > 0 else ("fewer", "high")
                yield (
                    f"warning: {pair[0]} and {pair[1]} share {more} incidents than independent lists would; without "
                    f"the models that allow for it the figure would be too {low}"
                )

    def _gain(
        self, plain: _Model, pairs: Sequence[tuple[str, str]], *, unlike: bool = False
    ) -> tuple[float, float] | None:
        """Return how likely PLAIN fits so much worse by chance, and the coefficient that it lacks.

        None when the other model does not settle.
        """
        try:
            fit = self.fit(pairs, unlike=unlike)
        except TreguaError:
            return None
        return self.statistics.chance(max(0.0, plain.fit.deviance - fit.deviance), 1), fit.coefficients[-1]


_LOOSE = 4.0
"""Variance of the logarithm beyond which a model says nothing: its interval spans a factor of two thousand."""


def _unlike(
    names: Sequence[str], told: History, strata: Mapping[str, Mapping[str, str]], statistics: Statistics
) -> Iterator[str]:
    """Give warnings where a list holds a share of the others' incidents that differs between STRATA."""
    for (what, stratum), name in product(strata.items(), names):
        rows: dict[str, list[int]] = {}
        for incident, lists in told.items():
            if lists - {name}:
                rows.setdefault(stratum.get(incident, ""), [0, 0])[name not in lists] += 1
        table = [(yes, no) for yes, no in rows.values() if yes + no >= LEAST_SHARED]
        if statistics.same_shares(table) < _DOUBT / (len(strata) * len(names)):
            yield f"warning: {name} does not hear of all incidents alike; what it holds differs by {what}"
