"""Acts, weapons and statuses, with the field's own codes beside them."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

__all__ = ["ACLED_SUB_EVENT", "Act", "AidStatus", "Conduct", "RelationType", "TruceStatus"]


class Act(StrEnum):
    """What was done, as the case format names it (``incident.act``), which calls an overflight by its aircraft."""

    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    SMALL_ARMS = "small-arms"
    ATTACK = "attack"
    ABDUCTION = "abduction"
    ADVANCE = "advance"
    EXPLOSION = "explosion"
    DRONE = "drone"
    OBSTRUCTION = "obstruction"
    OVERFLIGHT = "overflight"
    OTHER = "other"


class Conduct(StrEnum):
    """What terms can speak of: every act of a claim, and what only agreements and their monitors tell apart."""

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
    OVERFLIGHT = "overflight"
    RECONNAISSANCE = "reconnaissance"
    SABOTAGE = "sabotage"
    INCURSION = "incursion"
    REINFORCEMENT = "reinforcement"
    REARMAMENT = "rearmament"
    MOVEMENT = "movement"
    DEPLOYMENT = "deployment"
    DISPLAY = "display"
    FORTIFICATION = "fortification"
    MINE_LAYING = "mine-laying"
    HEAVY_WEAPONS = "heavy-weapons"
    NON_WITHDRAWAL = "non-withdrawal"
    NON_DISARMAMENT = "non-disarmament"
    OCCUPATION = "occupation"
    DETENTION = "detention"
    NON_RELEASE = "non-release"
    LOOTING = "looting"
    RECRUITMENT = "recruitment"
    PROPAGANDA = "propaganda"
    PROVOCATION = "provocation"
    SUPPORT_OF_PROXIES = "support-of-proxies"
    ILL_TREATMENT = "ill-treatment"
    SEXUAL_VIOLENCE = "sexual-violence"
    DISPLACEMENT = "displacement"
    HINDERING_MONITORS = "hindering-monitors"
    NON_COOPERATION = "non-cooperation"
    PERFIDY = "perfidy"
    EXERCISE = "exercise"
    PATROL = "patrol"
    WITHDRAWAL = "withdrawal"


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
        Act.OVERFLIGHT: "Other",
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
