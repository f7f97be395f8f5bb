"""Figures: what is counted, kept with the records; and what is inferred from counts, with an interval or a refusal."""

from __future__ import annotations

from tregua.steps.measure.counts import NOT_RULED, NOT_STATED, measure, party_key
from tregua.steps.measure.estimates import estimate
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.sides import Sides

__all__ = ["NOT_RULED", "NOT_STATED", "Observed", "Sides", "estimate", "measure", "party_key"]
