"""A claim about an act of violence with what linking compares of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from typing import Any, TypeVar

import msgspec

from tregua.records.claim import Casualties, Happening, Mention, PlaceMention
from tregua.records.document import Document, Published
from tregua.steps.link.memory import Totals
from tregua.steps.link.neighbours import Neighbours
from tregua.steps.link.origins import Account
from tregua.steps.link.profiles import Profile, Target, Toll, count_crowds
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse
from tregua.vocabulary.place_words import place_words
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Basis, Stance
from tregua.vocabulary.time import Precision, Span

__all__ = [
    "Event",
    "common_words",
    "compared",
    "events_of",
    "mention_key",
    "place_key",
    "regions_named",
    "struck_words",
]

T = TypeVar("T")

_WITHOUT_TIME = dt.timedelta(hours=48)
_MANY = 5
_NO_LIMIT = (PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL)
_AT_MOST = 3
_OFTEN = 0.04
_FEW = 3
_WIDE = PlacePrecision.PROVINCE


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One account of one act.

    Attributes:
        account: the claim, its document and origin.
        slots: what it says.
        time: as said, or worked out from publication, or None.
        profile: what linking compares of it.
    """

    account: Account
    slots: Happening
    time: Span | None
    profile: Profile

    @property
    def id(self) -> str:
        """Return the claim's id."""
        return self.account.claim.id

    @property
    def denies(self) -> bool:
        """Tell whether its origin says that it did not happen so."""
        return self.account.claim.stance is Stance.DENIED


def events_of(accounts: Iterable[Account], places: Mapping[str, Place]) -> tuple[list[Event], Totals]:
    """Return those of ACCOUNTS that tell of an act, ready to be compared, and what is told how often.

    PLACES are those of the registry, by id.
    """
    told = [(account, account.claim.slots) for account in accounts if isinstance(account.claim.slots, Happening)]
    totals = Totals()
    for _, slots in told:
        totals.count(struck_words(slots), regions_named(slots), 1)
    repeated = frozenset([account.repeats for account, _ in told])
    sizes = Counter([account.document.id for account, _ in told])
    events = compared((account for account, _ in told), places, totals, repeated, sizes)
    count_crowds([event.profile for event in events])
    return events, totals


def common_words(totals: Totals) -> frozenset[str]:
    """Return the words for what was struck that tell no event from another, as so many use them."""
    return totals.common(_OFTEN, _FEW)


def compared(
    accounts: Iterable[Account],
    places: Mapping[str, Place],
    totals: Totals,
    repeated: AbstractSet[str],
    sizes: Mapping[str, int],
) -> list[Event]:
    """Return those of ACCOUNTS that tell of an act with what is compared of them, but how many others there are.

    TOTALS and SIZES, the numbers of them that documents hold, are of all there are, and so are the claims that are
    REPEATED.
    """
    context = _Context(
        regions=totals.named(),
        places=places,
        lists=frozenset([key for key, size in sizes.items() if size >= _MANY]),
        common=common_words(totals),
        repeated=repeated,
        neighbours=Neighbours(places),
    )
    told = [(account, account.claim.slots) for account in accounts]
    return [_event(account, slots, context) for account, slots in told if isinstance(slots, Happening)]


def regions_named(slots: Happening) -> tuple[tuple[str, str], ...]:
    """Return the names that SLOTS has for regions, each with the id that it was resolved to."""
    wide = [place for place in slots.places if place.id and _is_wide(place)]
    return tuple([(_region(name), place.id) for place in wide for name in (place.name or "", place.text)])


def struck_words(slots: Happening) -> tuple[str, ...]:
    """Return each of the words that SLOTS has for what was struck."""
    if not slots.targets:
        return ()
    return tuple(sorted({word for each in slots.targets for word in analyse(each.text).words}))


class _Sets(dict[tuple[Any, ...], frozenset[Any]]):
    """Sets by what they hold: many accounts say the same, and have one set together."""

    def __missing__(self, items: tuple[Any, ...]) -> frozenset[Any]:
        made = self[items] = frozenset(items)
        return made


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of all accounts.

    Attributes:
        regions: ids of the regions that claims name.
        places: those of the registry.
        lists: documents that list many events.
        common: words that many accounts use of what was struck.
        repeated: claims whose words others repeat.
        neighbours: which places lie near each other.
        sets: those that accounts have.
        inferred: when what a document tells without a time happened, as far as it was asked.
    """

    regions: Mapping[str, str]
    places: Mapping[str, Place]
    lists: frozenset[str]
    common: frozenset[str]
    repeated: AbstractSet[str]
    neighbours: Neighbours
    inferred: dict[str, Span] = field(default_factory=dict)
    sets: _Sets = field(default_factory=_Sets)
    _targets: dict[Target, Target] = field(default_factory=dict)

    def target(self, struck: Mention) -> Target:
        """Return what is compared of STRUCK, likewise."""
        target = (struck.id, struck.text, not self.common.issuperset(analyse(struck.text).words))
        return self._targets.setdefault(target, target)


def _event(account: Account, slots: Happening, context: _Context) -> Event:
    time = _time_of(slots, account.document, context)
    spots, wide, regions = _places(slots, context)
    document, words, sets = account.document.id, account.repeats or account.claim.id, context.sets
    printed = sets[(account.day.toordinal(),) if account.day else ()]
    profile = Profile(
        acts=sets[slots.act,],
        spots=sets[spots],
        near=sets[tuple([near for spot in spots for near in context.neighbours.of(spot)])],
        wide=sets[wide],
        around=sets[spots + wide],
        regions=sets[regions],
        start=time.start.timestamp() if time and time.start else -inf,
        end=time.end.timestamp() if time and time.end else inf,
        said=time is not None and time.basis is not Basis.INFERRED,
        clock=_by_the_clock(time),
        actors=sets[tuple([mention_key(each) for each in slots.actors if each.id or analyse(each.text).words])],
        targets=tuple([context.target(each) for each in _targets(slots)]),
        killed=_toll(slots.killed),
        injured=_toll(slots.injured),
        counts=sets[(slots.count,) if slots.count else ()],
        weapons=sets[tuple(map(_weapon, slots.weapons))],
        days=printed if time is None or time.basis is Basis.INFERRED else sets[_days(time)],
        issued=printed,
        documents=sets[document,],
        lists=sets[(document,) if document in context.lists else ()],
        wordings=sets[(words,) if words in context.repeated else ()],
        printed=sets[(account.origin.id, account.outlet),],
        size=0 if account.repeats else 1,
    )
    return Event(account=account, slots=slots, time=time, profile=profile)


def _days(time: Span) -> tuple[int, ...]:
    """Return the day that TIME begins on, as an ordinal."""
    return (time.start.toordinal(),) if time.start is not None else ()


def _places(slots: Happening, context: _Context) -> tuple[tuple[str, ...], ...]:
    """Return the keys of the precise places of SLOTS, of all regions it names or is in, and of those it names."""
    spots: list[str] = []
    wide: list[str] = []
    within: list[str] = []
    regions: list[str] = []
    for place in _limits(slots.places):
        region = _within(place, context)
        if _is_wide(place):
            wide.append(place_key(place))
            regions.append(region)
        else:
            spots.append(place_key(place))
        if region:
            within.append(region)
    return tuple(spots), (*wide, *within), tuple(regions)


def _by_the_clock(time: Span | None) -> bool:
    fine = time is not None and time.start is not None and time.precision in (Precision.MINUTE, Precision.HOUR)
    return fine and time is not None and time.basis is Basis.STATED


def _within(place: PlaceMention, context: _Context) -> str:
    """Return the key of the region that PLACE lies in or is, "" where neither text nor registry tells."""
    if (known := context.places.get(place.id)) is not None and known.province:
        return known.province
    if place.within:
        name = _region(place.within)
        return context.regions.get(name, f"name:{name}")
    return place_key(place) if _is_wide(place) else ""


def _limits(places: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Return PLACES but whole countries, which are no limit."""
    return [place for place in places if place.precision not in _NO_LIMIT]


def _targets(slots: Happening) -> Sequence[Mention]:
    if not slots.targets:
        return ()
    places = {_core(name) for place in slots.places for name in (place.text, place.name or "")}
    return [target for target in slots.targets if _core(target.text) not in places]


def _toll(number: Casualties | None) -> Toll | None:
    """Return NUMBER as lowest and highest; "at least ten" is seldom said of more than thrice as many."""
    if number is None:
        return None
    low = number.low or 0
    return low, number.high if number.high is not None else low * _AT_MOST or inf


@lru_cache(maxsize=16_384)
def _region(text: str) -> str:
    """Return a key for the region that TEXT names ("Aleppo countryside", "province of Aleppo")."""
    return analyse(place_words(text).name).core


def _is_wide(place: PlaceMention) -> bool:
    return place.precision is not None and place.precision >= _WIDE


def place_key(place: PlaceMention) -> str:
    """Return the id of PLACE, or a key made of its name that spellings share."""
    return place.id or f"name:{_core(place.text) or place.text.casefold()}"


def mention_key(mention: Mention) -> str:
    """Return the id of MENTION, or a key made of its name that spellings share.

    Words for civilians are kept apart: a school is not a hospital.
    """
    return (mention.id if mention.name else "") or _name_key(mention.text)


@lru_cache(maxsize=16_384)
def _name_key(text: str) -> str:
    return f"name:{' '.join((*sorted(analyse(text).bodies), _core(text)))}"


@lru_cache(maxsize=16_384)
def _weapon(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=16_384)
def _core(text: str) -> str:
    return analyse(text).core


def _time_of(slots: Happening, document: Document, context: _Context) -> Span | None:
    """Return when SLOTS happened: as said, else the two days up to publication, as inferred; None when not known.

    News is seldom older than two days; that is a guess, and the span says so. It is never the day of publication.
    """
    if slots.time is not None and (slots.time.start is not None or slots.time.end is not None):
        return slots.time
    if document.published is None:
        return None
    if (found := context.inferred.get(document.id)) is None:
        found = context.inferred[document.id] = _up_to(document.published)
    return found


def _up_to(published: Published) -> Span:
    at = published.at
    end = dt.datetime.combine(at.date() + dt.timedelta(days=1), dt.time(), at.tzinfo) if published.day_only else at
    anchor = f"published {at.date()}"
    return Span(start=end - _WITHOUT_TIME, end=end, precision=Precision.DAY, basis=Basis.INFERRED, anchor=anchor)
