"""What a person decided, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Decision", "Judgement"]


class Decision(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    VERIFY = "verify"
    REFUTE = "refute"
    CORRECT = "correct"
    DROP = "drop"


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
        """Refuse a decision without a reason or a subject."""
        if not self.why.strip():
            raise ValueError("a judgement needs a reason")
        if not self.subjects:
            raise ValueError("a judgement needs at least one id")
