"""A claim about an act of violence with what linking compares of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tregua.records.claim import Happening, Mention, PlaceMention
from tregua.records.document import Document
from tregua.steps.link.origins import Account
from tregua.vocabulary.acts import Act
from tregua.vocabulary.names import analyse
from tregua.vocabulary.place_words import place_words
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis, Stance
from tregua.vocabulary.time import Precision, Span

__all__ = ["GROUPS", "VAGUE", "Event", "events_of", "mention_key", "place_key", "time_of"]

GROUPS = MappingProxyType(
    {
        Act.SHELLING: "fire",
        Act.EXPLOSION: "fire",
        Act.AIRSTRIKE: "air",
        Act.DRONE: "air",
        Act.ATTACK: "ground",
        Act.SMALL_ARMS: "ground",
        Act.ADVANCE: "ground",
    }
)
"""Acts that different observers of one event may call it by; an act that is not here stands alone."""

VAGUE = frozenset({Act.ATTACK, Act.OTHER})
"""Acts that a report may say of any act, for want of knowing or saying more."""

_WITHOUT_TIME = dt.timedelta(hours=48)
_WIDE = PlacePrecision.PROVINCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One account of one act.

    Attributes:
        account: the claim, its document and origin.
        slots: what it says.
        group: acts it may be the same as.
        time: as said, or worked out from publication, or None.
        spots: keys of the places that are precise.
        wide: keys of provinces, regions and countries it gives.
    """

    account: Account
    slots: Happening
    group: str
    time: Span | None
    spots: frozenset[str]
    wide: frozenset[str]

    @property
    def id(self) -> str:
        """Return the claim's id."""
        return self.account.claim.id

    @property
    def denies(self) -> bool:
        """Tell whether its origin says that it did not happen so."""
        return self.account.claim.stance is Stance.DENIED


def events_of(accounts: Iterable[Account]) -> list[Event]:
    """Return those of ACCOUNTS that tell of an act, ready to be compared."""
    told = [(account, account.claim.slots) for account in accounts if isinstance(account.claim.slots, Happening)]
    regions = {
        _region(name): place.id
        for _, slots in told
        for place in slots.places
        if place.id and _is_wide(place)
        for name in (place.name or "", place.text)
    }
    return [_event(account, slots, regions) for account, slots in told]


def _event(account: Account, slots: Happening, regions: Mapping[str, str]) -> Event:
    wide = frozenset(place_key(place) for place in slots.places if _is_wide(place))
    names = (_region(place.within) for place in slots.places if place.within)
    within = frozenset(regions.get(name, f"name:{name}") for name in names)
    return Event(
        account=account,
        slots=slots,
        group=GROUPS.get(slots.act, slots.act.value),
        time=time_of(slots, account.document),
        spots=frozenset(place_key(place) for place in slots.places if not _is_wide(place)),
        wide=wide | within,
    )


def _region(text: str) -> str:
    """Return a key for the region that TEXT names ("Aleppo countryside", "province of Aleppo")."""
    return analyse(place_words(text).name).core


def _is_wide(place: PlaceMention) -> bool:
    return place.precision is not None and place.precision >= _WIDE


def place_key(place: PlaceMention) -> str:
    """Return the id of PLACE, or a key made of its name that spellings share."""
    return place.id or f"name:{analyse(place.text).core or place.text.casefold()}"


def mention_key(mention: Mention) -> str:
    """Return the id of MENTION, or a key made of its name that spellings share.

    Words for civilians are kept apart: a school is not a hospital.
    """
    name = analyse(mention.text)
    return (mention.id if mention.name else "") or f"name:{' '.join((*sorted(name.bodies), name.core))}"


def time_of(slots: Happening, document: Document) -> Span | None:
    """Return when SLOTS happened: as said, else the two days up to publication, as inferred; None when not known.

    News is seldom older than two days; that is a guess, and the span says so. It is never the day of publication.
    """
    if slots.time is not None and (slots.time.start is not None or slots.time.end is not None):
        return slots.time
    if document.published is None:
        return None
    at = document.published.at
    end = (
        dt.datetime.combine(at.date() + dt.timedelta(days=1), dt.time(), at.tzinfo)
        if document.published.day_only
        else at
    )
    anchor = f"published {at.date()}"
    return Span(start=end - _WITHOUT_TIME, end=end, precision=Precision.DAY, basis=Basis.INFERRED, anchor=anchor)
