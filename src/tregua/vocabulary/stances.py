"""How a speaker stands to what is said, and how a value was come by."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Basis", "Bound", "Share", "Stance"]


class Stance(StrEnum):
    """A speaker's commitment to a statement (after FactBank's and PLOVER's distinctions)."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    QUOTED = "quoted"
    ADMITTED = "admitted"


class Basis(StrEnum):
    """How a value was got; printed wherever a value is."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """What a printed number says about the true one."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    ABOUT = "about"


class Share(StrEnum):
    """What tells a part from the rest of the count that it is part of: nine in Aleppo, nine shellings, nine of them."""

    PLACE = "place"
    ACCUSED = "accused"
    TIME = "time"
    KIND = "kind"
    UNSAID = "unsaid"
