"""The sentence: calls the steps in order, and only where something changed."""

from __future__ import annotations

from tregua.pipeline.sentence import Outcome, Setup, derive, read_evidence

__all__ = ["Outcome", "Setup", "derive", "read_evidence"]
