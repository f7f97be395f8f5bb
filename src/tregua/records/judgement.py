"""What a person decided, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

__all__ = ["Decision", "Judgement"]


class Decision(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    VERIFY = "verify"
    REFUTE = "refute"
    CORRECT = "correct"
    DROP = "drop"


_IDS = MappingProxyType(
    {
        Decision.MERGE: (2, None),
        Decision.SPLIT: (2, None),
        Decision.VERIFY: (1, 1),
        Decision.REFUTE: (1, 1),
        Decision.CORRECT: (1, 1),
        Decision.DROP: (1, None),
    }
)
"""Fewest and most ids that each decision takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision; it is appended and stays, a later one may overrule it.

    Attributes:
        decision: what was decided.
        subjects: ids it concerns. ``merge``: two or more incidents or claims; ``split``: an incident, then the
            claims to take out; ``verify``/``refute``: an incident; ``correct``: an incident or claim;
            ``drop``: a document or claim.
        slot: for ``correct``, the slot's name (``act``, ``actor``, ``place``, ``date``, ``killed``, ``injured``).
        value: for ``correct``, the new value.
        why: the reason, never empty.
        who: the person.
        when: the moment of deciding, with zone.
    """

    decision: Decision
    subjects: tuple[str, ...]
    slot: str = ""
    value: str = ""
    why: str
    who: str
    when: dt.datetime

    def __post_init__(self) -> None:
        """Refuse a decision without a reason, with too few or too many ids, or a correction of nothing."""
        if not self.why.strip():
            raise ValueError("a judgement needs a reason")
        fewest, most = _IDS[self.decision]
        if len(self.subjects) < fewest:
            raise ValueError(f"{self.decision} needs at least {fewest} id{'s' if fewest > 1 else ''}")
        if most is not None and len(self.subjects) > most:
            raise ValueError(f"{self.decision} takes one id at a time; judge each by itself")
        if (self.decision is Decision.CORRECT) != bool(self.slot):
            raise ValueError("correct needs a slot and a value; no other decision takes them")
