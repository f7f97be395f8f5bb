"""Everything that is inferred from counts, in a fixed order; every side goes through the same code."""

from __future__ import annotations

from tregua.ports import Statistics
from tregua.records.indicator import Estimate
from tregua.steps.measure.changes import change_points
from tregua.steps.measure.held import days_held
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.patterns import patterns
from tregua.steps.measure.rates import rates
from tregua.steps.measure.shifts import before_and_after
from tregua.steps.measure.unreported import unreported

__all__ = ["estimate"]


def estimate(observed: Observed, statistics: Statistics) -> list[Estimate]:
    """Return what OBSERVED allows to be said, and for the rest why it is not said."""
    return [
        *days_held(observed),
        *before_and_after(observed, statistics),
        *change_points(observed, statistics),
        *patterns(observed),
        *unreported(observed, statistics),
        *rates(observed, statistics),
    ]
