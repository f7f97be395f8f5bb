"""What a person decided, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tregua.vocabulary.folding import fold

__all__ = ["UNKNOWN", "Decision", "Identified", "Judgement", "identified", "standing", "withdrawn"]

UNKNOWN = "unknown"
"""The value that says of a slot or name: nobody can tell."""


class Decision(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    VERIFY = "verify"
    REFUTE = "refute"
    CORRECT = "correct"
    DROP = "drop"
    IDENTIFY = "identify"
    WITHDRAW = "withdraw"


_IDS = MappingProxyType(
    {
        Decision.MERGE: (2, None),
        Decision.SPLIT: (2, None),
        Decision.VERIFY: (1, 1),
        Decision.REFUTE: (1, 1),
        Decision.CORRECT: (1, 1),
        Decision.DROP: (1, None),
        Decision.IDENTIFY: (1, None),
        Decision.WITHDRAW: (1, None),
    }
)
"""Fewest and most ids that each decision takes."""

_VALUED = frozenset({Decision.CORRECT, Decision.IDENTIFY})
"""Decisions that set something."""
_REGISTERED = frozenset({"actor", "place"})
"""What a printed name can be identified as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision; it is appended and stays, a later one may overrule it.

    Attributes:
        decision: what was decided.
        subjects: ids it concerns. ``merge``: two or more incidents or claims; ``split``: an incident, then the
            claims to take out; ``verify``/``refute``: an incident; ``correct``: an incident, claim or document;
            ``drop``: a document or claim; ``identify``: names as printed; ``withdraw``: judgements.
        slot: for ``correct``, the slot's name (``act``, ``actor``, ``place``, ``date``, ``killed``, ``injured``;
            of a document ``published``, ``publisher``); for ``identify``, ``actor`` or ``place``.
        value: for ``correct``, the new value; for ``identify``, the id of the registry that the names mean, or
            ``unknown``.
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
        if (self.decision in _VALUED) != bool(self.slot):
            raise ValueError("correct and identify need a slot and a value; no other decision takes them")
        if self.decision is Decision.IDENTIFY and not (self.slot in _REGISTERED and self.value):
            raise ValueError("identify needs the slot actor or place, and an id of the registry or unknown")


def withdrawn(judgements: Sequence[tuple[str, Judgement]]) -> Mapping[str, str]:
    """Return which of JUDGEMENTS, given in order, a later one withdraws, and which; one withdrawn withdraws nothing."""
    gone: dict[str, str] = {}
    for key, judgement in reversed(judgements):
        if judgement.decision is Decision.WITHDRAW and key not in gone:
            gone |= dict.fromkeys(judgement.subjects, key)
    return gone


def standing(judgements: Sequence[tuple[str, Judgement]]) -> list[tuple[str, Judgement]]:
    """Return those of JUDGEMENTS, in their order, that are not withdrawn."""
    gone = withdrawn(judgements)
    return [(key, judgement) for key, judgement in judgements if key not in gone]


@dataclass(frozen=True, slots=True)
class Identified:
    """Whom a printed name means, as somebody decided.

    Attributes:
        id: the id in the registry, ``unknown`` for nobody that can be told.
        said: by which judgement and person.
    """

    id: str
    said: str


def identified(judgements: Sequence[tuple[str, Judgement]]) -> Mapping[tuple[str, str], Identified]:
    """Return what JUDGEMENTS identify, by the slot (``actor``, ``place``) and the name folded; the last one counts."""
    return {
        (item.slot, fold(name)): Identified(item.value, f"identified by {item.who} ({key})")
        for key, item in judgements
        if item.decision is Decision.IDENTIFY
        for name in item.subjects
    }
