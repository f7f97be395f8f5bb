"""Testimonies: one origin's statement of a count, once, however many outlets print it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tregua.ports import SourceRegistry
from tregua.records.claim import Mention, PlaceMention, Tally
from tregua.records.incident import Testimony
from tregua.steps.link.origins import Account, Origin, carried, relays
from tregua.vocabulary.names import analyse
from tregua.vocabulary.nearness import same_name
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Stance
from tregua.vocabulary.time import Span
from tregua.vocabulary.units import unit_class

__all__ = ["count_testimonies", "testimony_id"]

_RUNNING = dt.timedelta(hours=48)
_SAME_LENGTH = dt.timedelta(hours=1)
_NEARBY_DAYS = 2
_DAY = dt.timedelta(days=1)

Extent = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True)
class _Said:
    """One account of a count."""

    account: Account
    tally: Tally

    @property
    def document(self) -> str:
        return self.account.document.id


@dataclass(slots=True, eq=False)
class _Group:
    """Accounts held to be one testimony, earliest first, with the reason for each after the first, and its number."""

    said: list[_Said]
    reasons: list[str]
    number: int

    @property
    def first(self) -> _Said:
        return self.said[0]


def count_testimonies(accounts: Sequence[Account], sources: SourceRegistry) -> list[Testimony]:
    """Return a testimony for each count that an origin stated, from ACCOUNTS, earliest first.

    A count that its origin denies is none. The window is that of the earliest account: a later article that repeats
    a bulletin's "last 24 hours" speaks of the bulletin's hours, not of its own.
    """
    said = [
        _Said(account, account.claim.slots)
        for account in accounts
        if isinstance(account.claim.slots, Tally) and account.claim.stance is not Stance.DENIED
    ]
    desk = _Desk(sources)
    for one in sorted(said, key=_runs_last):
        desk.enter(one)
    return [_testimony(group, sources) for group in desk.groups]


def _key(tally: Tally) -> tuple[object, ...]:
    """Return what two accounts of one statement must agree on."""
    return tally.count, tally.bound, tally.ordinal, unit_class(tally.unit), _areas(tally.area)


def _runs_last(one: _Said) -> tuple[dt.date, str, bool, tuple[int, int]]:
    """Order by publication, and within a document running totals first: they tell which bulletin it repeats."""
    return one.account.day or dt.date.max, one.document, not _running(one.tally.window), one.account.claim.span


_Where = tuple[str, str | int]
"""One of the ways to find a group, and the document or day that it is found by."""

_Found = defaultdict[_Where, dict[int, _Group]]


class _Desk:
    """Accounts of counts, put together as they come in."""

    def __init__(self, sources: SourceRegistry) -> None:
        self.groups: list[_Group] = []
        self._sources = sources
        self._like: defaultdict[tuple[object, ...], _Found] = defaultdict(lambda: defaultdict(dict))
        self._totals: defaultdict[str, list[_Group]] = defaultdict(list)

    def enter(self, one: _Said) -> None:
        """Put ONE into the group it belongs to, with the reason, or into a group of its own."""
        held = self._like[_key(one.tally)]
        group = next((each for each in self._near(one, held) if self._joined(one, each)), None)
        if group is None:
            group = _Group([one], [], len(self.groups))
            self.groups.append(group)
        for where in _found_by(one):
            held[where][group.number] = group
        if _running(one.tally.window):
            self._totals[one.document].append(group)

    def _near(self, one: _Said, held: Mapping[_Where, Mapping[int, _Group]]) -> list[_Group]:
        """Return, earliest first, those HELD that ONE may belong to by its time, or by what is printed beside it."""
        beside = {said.document for total in self._totals[one.document] for said in total.said}
        found: dict[int, _Group] = {}
        for where in (*_looked_for(one), *(("document", document) for document in beside)):
            found |= held.get(where, {})
        return [group for _, group in sorted(found.items())]

    def _joined(self, one: _Said, group: _Group) -> bool:
        why = self._why(one, group)
        if why:
            group.reasons.append(_reason(one, group.first, why))
            group.said.append(one)
        return bool(why)

    def _why(self, one: _Said, group: _Group) -> str:
        """Return why ONE is the testimony of GROUP, "" when it is not."""
        if not _same_accused(one.tally.accused, group.first.tally.accused):
            return ""
        related = relays(one.account.origin, group.first.account.origin, self._sources)
        same_time = next(filter(None, (_same_time(one, held) for held in group.said)), "") if related else ""
        return same_time or (self._by_companion(one, group.first) if related or one.account.own_words else "")

    def _by_companion(self, one: _Said, first: _Said) -> str:
        """Return why ONE belongs to the bulletin of FIRST, whose running total its document repeats, "" when not.

        A document that repeats a running total, published earlier, repeats the short count printed beside it too.
        """
        if _running(one.tally.window) or _running(first.tally.window) or not _earlier(first, one):
            return ""
        ours, theirs = _extent(one.tally.window), _extent(first.tally.window)
        if ours is not None and theirs is not None and not _as_long(ours, theirs):
            return ""
        before = {id(group) for group in self._totals[first.document]}
        shared = next((group for group in self._totals[one.document] if id(group) in before), None)
        if shared is None:
            return ""
        return f"{one.account.outlet} repeats the running total {shared.first.tally.count} printed with it"


def _found_by(one: _Said) -> Iterator[_Where]:
    """Give where ONE is to be found by others: its document, and the days of its start and of its printing."""
    window, printed = one.tally.window, one.account.day
    yield "document", one.document
    kind = "printed"
    if window is not None and window.start is not None:
        kind = "printed, start said"
        yield "start", window.start.toordinal()
    if printed is not None:
        yield kind, printed.toordinal()


def _looked_for(one: _Said) -> Iterator[_Where]:
    """Give where those stand that may speak of the same time as ONE.

    They are of the same document, or start no further away than half as long as both last (two days are spared for
    zones); or, where one of the two does not say when it starts, they were printed on nearly the same day.
    """
    window, printed = one.tally.window, one.account.day
    yield "document", one.document
    kinds = ["printed", "printed, start said"]
    if window is not None and window.start is not None:
        kinds = kinds[:1]
        extent = _extent(window)
        reach = 2 + ((extent[1] - extent[0]) // (2 * _DAY) if extent else 0)
        day = window.start.toordinal()
        yield from (("start", each) for each in range(day - reach, day + reach + 1))
    if printed is not None:
        day = printed.toordinal()
        days = range(day - _NEARBY_DAYS, day + _NEARBY_DAYS + 1)
        yield from ((kind, each) for kind in kinds for each in days)


def _areas(places: Iterable[PlaceMention]) -> frozenset[str]:
    """Return the keys of PLACES; a whole country is no limit."""
    return frozenset(
        place.id or f"name:{analyse(place.text).core}"
        for place in places
        if place.precision not in (PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL)
    )


def _same_accused(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Tell whether two accused may be the same: either not said, or one in common by id, side or name."""
    return not left or not right or any(_same_mention(one, other) for one in left for other in right)


def _same_mention(one: Mention, other: Mention) -> bool:
    if one.id and other.id:
        return one.id == other.id
    if one.side and other.side:
        return one.side == other.side
    if not one.id and not other.id:
        return _bare(one) or _bare(other) or same_name(analyse(one.text), analyse(other.text))
    return _bare(one) or _bare(other)


def _bare(mention: Mention) -> bool:
    """Tell whether MENTION is a collective word ("militants") that may mean any group."""
    return not mention.id and len(analyse(mention.text).words) == 0


def _running(window: Span | None) -> bool:
    return bool(window and window.start and (window.end is None or window.end - window.start > _RUNNING))


def _same_time(one: _Said, held: _Said) -> str:
    """Return why ONE and HELD speak of the same time, "" when they do not."""
    left, right = one.tally.window, held.tally.window
    if left is None or right is None or left.start is None or right.start is None:
        return _time_not_said(one, held)
    if left.start.date() == right.start.date() and _running(left) and _running(right):
        return "" if _new_bulletin(one, held) else f"both since {left.start.date()}"
    ours, theirs = _extent(left), _extent(right)
    if ours is None or theirs is None or not _as_long(ours, theirs):
        return ""
    return f"the same time, {left.start:%Y-%m-%d %H:%M} on" if _mostly_shared(ours, theirs) else ""


def _extent(window: Span | None) -> Extent | None:
    return (window.start, window.end) if window and window.start and window.end else None


def _as_long(left: Extent, right: Extent) -> bool:
    return abs((left[1] - left[0]) - (right[1] - right[0])) <= _SAME_LENGTH


def _mostly_shared(left: Extent, right: Extent) -> bool:
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared * 2 > left[1] - left[0] or left == right


def _time_not_said(one: _Said, held: _Said) -> str:
    if one.document == held.document:
        return "said again in the same document"
    days = (one.account.day, held.account.day)
    if days[0] is None or days[1] is None or (one.tally.window is None) != (held.tally.window is None):
        return ""
    near = abs((days[0] - days[1]).days) <= _NEARBY_DAYS and not _new_bulletin(one, held)
    return f"neither says when, printed within {_NEARBY_DAYS} days" if near else ""


def _new_bulletin(one: _Said, held: _Said) -> bool:
    """Tell whether one outlet printed both on different days: then the total stood still, and is said anew."""
    return one.account.outlet == held.account.outlet and one.account.day != held.account.day


def _earlier(first: _Said, one: _Said) -> bool:
    """Tell whether FIRST was printed before ONE; an undated document is held to be the later one."""
    days = (first.account.day, one.account.day)
    return days[0] is not None and (days[1] is None or days[0] < days[1])


def _reason(one: _Said, first: _Said, why: str) -> str:
    origin = first.account.origin.name
    printed = f"printed by {_printed(first)} and by {_printed(one)}"
    return "; ".join(filter(None, (f"{origin}: same count {one.tally.count}", why, printed, one.account.origin.why)))


def _printed(one: _Said) -> str:
    return f"{one.account.outlet} on {one.account.day or 'an unknown day'}"


def _testimony(group: _Group, sources: SourceRegistry) -> Testimony:
    origin = _most_upstream([said.account.origin for said in group.said], sources)
    accounts = [said.account for said in group.said]
    tally = _merged([said.tally for said in group.said])
    return Testimony(
        id=testimony_id(origin.id, accounts[0].claim.id),
        origin=replace(origin.speaker, name=origin.name, span=None),
        origin_id=origin.id,
        claims=tuple(account.claim.id for account in accounts),
        outlets=tuple(dict.fromkeys(account.outlet for account in accounts)),
        tally=tally,
        reasons=tuple(group.reasons),
        published=accounts[0].day,
    )


def _most_upstream(origins: Sequence[Origin], sources: SourceRegistry) -> Origin:
    """Return the one that the others carry; the first said when none carries another."""
    ids = {origin.id for origin in origins}
    return min(origins, key=lambda origin: len(ids & carried(origin, sources)))


def _merged(tallies: Sequence[Tally]) -> Tally:
    """Return the first with its window and accused filled in from later ones where it gave none."""
    window = next((tally.window for tally in tallies if tally.window is not None), None)
    accused = next((tally.accused for tally in tallies if any(each.id or each.side for each in tally.accused)), None)
    return replace(tallies[0], window=window, accused=accused or tallies[0].accused)


def testimony_id(*parts: str) -> str:
    """Return ``t-`` and 12 hex digits that depend on PARTS alone: the origin and its first claim."""
    return "t-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
