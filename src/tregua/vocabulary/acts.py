"""Acts, weapons and statuses, with the field's own codes beside them."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

__all__ = ["ACLED_SUB_EVENT", "Act", "AidStatus", "RelationType", "TruceStatus"]


class Act(StrEnum):
    """What was done, as the case format names it (``incident.act``)."""

    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    SMALL_ARMS = "small-arms"
    ATTACK = "attack"
    ABDUCTION = "abduction"
    ADVANCE = "advance"
    EXPLOSION = "explosion"
    DRONE = "drone"
    OBSTRUCTION = "obstruction"
    OTHER = "other"


ACLED_SUB_EVENT = MappingProxyType(
    {
        Act.SHELLING: "Shelling/artillery/missile attack",
        Act.AIRSTRIKE: "Air/drone strike",
        Act.DRONE: "Air/drone strike",
        Act.SMALL_ARMS: "Armed clash",
        Act.ATTACK: "Armed clash",
        Act.ADVANCE: "Non-state actor overtakes territory / Government regains territory",
        Act.ABDUCTION: "Abduction/forced disappearance",
        Act.EXPLOSION: "Remote explosive/landmine/IED",
        Act.OBSTRUCTION: "Disrupted weapons use / Other",
        Act.OTHER: "Other",
    }
)
"""The nearest sub-event type of the ACLED codebook (2023), for exports."""


class TruceStatus(StrEnum):
    """What a statement says of a truce."""

    DECLARED = "declared"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    VIOLATED = "violated"
    ENDED = "ended"


class RelationType(StrEnum):
    """How one actor is said to stand to another."""

    AFFILIATE = "affiliate"
    MEMBER_OF = "member_of"
    BACKS = "backs"
    LINKED = "linked"


class AidStatus(StrEnum):
    """Whether humanitarian aid is said to have got through."""

    DELIVERED = "delivered"
    BLOCKED = "blocked"
