"""An incident under a truce: what the terms say of it, and on which facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

__all__ = ["Condition", "Finding", "Ruling"]


class Ruling(StrEnum):
    """What the terms say. ``contested``: versions by different speakers are ruled differently."""

    BREACH = "breach"
    PERMITTED = "permitted"
    OUTSIDE = "outside"
    UNDETERMINED = "undetermined"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a ruling, with its three-valued answer.

    Attributes:
        name: which condition: ``time``, ``area``, ``actor``, ``target``, ``act``…
        holds: True, False, or None when the facts do not decide.
        why: the reason in a sentence, naming the facts.
        clause: the clause it belongs to, with its citation; "" when none.
        claims: ids of the claims the fact rests on.
    """

    name: str
    holds: bool | None
    why: str
    clause: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One incident, or one version of it, ruled under one truce.

    Attributes:
        id: ``f-`` and 12 hex digits, from incident, truce and version.
        incident: its id.
        truce: the truce's id.
        ruling: the answer.
        reach: for ``outside``: by ``time``, ``area``, ``party`` or ``act``; "" otherwise.
        clause: id of the deciding clause, "" when none decides.
        citation: where that clause stands.
        reason: one sentence a lawyer of either side could check.
        conditions: every condition tried, in order.
        missing: the facts that would decide, when undetermined.
        by_version: (origin, ruling) of each version, when contested.
    """

    id: str
    incident: str
    truce: str
    ruling: Ruling
    reach: Literal["", "time", "area", "party", "act"] = ""
    clause: str = ""
    citation: str = ""
    reason: str
    conditions: tuple[Condition, ...] = ()
    missing: tuple[str, ...] = ()
    by_version: tuple[tuple[str, str], ...] = ()
