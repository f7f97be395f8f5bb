"""Counts against each other: every origin's own, side by side with the incidents found, by stretch of days and area."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tregua.records.claim import Mention
from tregua.records.incident import Incident
from tregua.records.reconciliation import Reconciliation, StretchBound
from tregua.steps.publish.book import Book
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import days_of
from tregua.steps.publish.wording import date_range
from tregua.vocabulary.actors import CountRule
from tregua.vocabulary.places import Place, province_of

__all__ = ["Against", "Comparison", "Practice", "Row", "compare_counts", "practices"]

_PAIR, _WHOLE = 2, 10
Reach = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one origin counts, or what was found, in one stretch of days and area.

    Attributes:
        id: id of the books it is of.
        origin: whose count.
        side: whose side the origin is on.
        accused: whose breaches.
        low: fewest.
        high: most, None when nothing limits it.
        found: incidents found of the same accused, then and there.
        beside: incidents that may belong to them, dated or placed too loosely to tell.
    """

    id: str
    origin: str
    side: str
    accused: str
    low: int
    high: int | None
    found: int
    beside: int

    @property
    def counted(self) -> str:
        """Return the count in words."""
        if self.high is None:
            return f"{self.low} or more"
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"

    @property
    def for_each_found(self) -> str:
        """Return how many breaches it counts for each incident found, in words."""
        if not self.found:
            return ""
        low, high = _rounded(self.low / self.found), self.high and _rounded(self.high / self.found)
        return f"{low} or more" if high is None else low if low == high else f"{low} to {high}"

    @property
    def incidents(self) -> str:
        """Return how many incidents were found of the same accused, then and there, in words."""
        return f"{self.found} ({self.beside} more may belong)" if self.beside else str(self.found)

    @property
    def words(self) -> str:
        """Return all of it in one line."""
        each = f", {self.for_each_found} counted for each" if self.found else ""
        return f"{self.counted}: {self.origin} ({self.side}) on {self.accused}; incidents found: {self.incidents}{each}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """One origin's count over another's, in words: ``3.1 to 3.4 times``."""

    one: str
    other: str
    times: str

    @property
    def words(self) -> str:
        """Return it in one line."""
        return f"{self.one} is {self.times} {self.other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The counts of one stretch of days in one area, side by side.

    Attributes:
        first: first day.
        last: last day.
        days: both in words.
        area: name, "" for the whole area.
        rows: counts, in the order of sides.
        ratios: each pair of counts of different origins over one another, where anything can be said.
    """

    first: dt.date
    last: dt.date
    days: str
    area: str
    rows: tuple[Row, ...]
    ratios: tuple[Against, ...]

    @property
    def title(self) -> str:
        """Return the days and the area in words."""
        return f"{self.days}, {self.area}" if self.area else self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What an origin's counts hold and leave out; ``rules`` is empty when the registry does not say."""

    origin: str
    rules: tuple[CountRule, ...]

    @property
    def words(self) -> str:
        """Return it in one line."""
        rules = " ".join(f"{rule.says} ({rule.cite})" for rule in self.rules)
        return f"{self.origin}: {rules or 'what it counts and leaves out is not known'}"


def compare_counts(book: Book) -> tuple[Comparison, ...]:
    """Set the counts of BOOK side by side, for all its days, then for each month; the whole area first.

    A stretch of an area stands in it when two origins say something of it. No count is added to another, and none is
    corrected by another.
    """
    names, order = Names(book), [side.id for truce in book.truces for side in truce.sides]
    held: defaultdict[tuple[dt.date, dt.date, str], list[tuple[Reconciliation, StretchBound]]] = defaultdict(list)
    for item in sorted(book.reconciliations, key=lambda each: _rank(names.side_of_source(each.origin_id), order)):
        for bound in item.stretches:
            held[bound.first, bound.last, bound.area].append((item, bound))
    found = _Found(book)
    keys = sorted(held, key=lambda key: (-(key[1] - key[0]).days, key[0], key[2]))
    return tuple(
        _comparison(key, held[key], found, names)
        for key in keys
        if len({item.origin_id for item, _ in held[key]}) >= _PAIR
    )


def practices(book: Book) -> tuple[Practice, ...]:
    """Return what each origin that counts is known to count and to leave out."""
    origins = {item.origin_id: item.origin for item in book.reconciliations}
    sources = {key: book.sources.get(key) for key in origins}
    return tuple(
        Practice(origin=name, rules=source.counts if (source := sources[key]) else ())
        for key, name in sorted(origins.items(), key=lambda pair: pair[1])
    )


def _rank(side: str, order: Sequence[str]) -> int:
    return order.index(side) if side in order else len(order) + (side != "neutral")


def _comparison(
    key: tuple[dt.date, dt.date, str],
    held: Iterable[tuple[Reconciliation, StretchBound]],
    found: _Found,
    names: Names,
) -> Comparison:
    first, last, area = key
    rows = tuple(_row(item, bound, found, names) for item, bound in held)
    return Comparison(
        first=first, last=last, days=date_range(first, last), area=area, rows=rows, ratios=tuple(_ratios(rows))
    )


def _row(item: Reconciliation, bound: StretchBound, found: _Found, names: Names) -> Row:
    surely, perhaps = found.of(item.accused, bound)
    return Row(
        id=item.id,
        origin=item.origin,
        side=names.side(names.side_of_source(item.origin_id)),
        accused=names.party(item.accused) if item.accused else "somebody not named",
        low=bound.low,
        high=bound.high,
        found=surely,
        beside=perhaps,
    )


def _ratios(rows: Sequence[Row]) -> Iterator[Against]:
    """Give how many times each count is each later one of another origin, where the bounds allow to say."""
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            times = _ratio((one.low, one.high), (other.low, other.high))
            if one.origin != other.origin and times:
                yield Against(one=_named(one), other=_named(other), times=times)


def _named(row: Row) -> str:
    return f"{row.origin} on {row.accused}"


def _ratio(one: Reach, other: Reach) -> str:
    """Return how many times OTHER goes into ONE, in words; "" when the bounds do not even say which is more."""
    least = one[0] / other[1] if other[1] else 0.0
    most = one[1] / other[0] if one[1] is not None and other[0] else None
    if least and most is not None:
        low, high = _rounded(least), _rounded(most)
        return f"{low} times" if low == high else f"{low} to {high} times"
    if least >= 1:
        return f"at least {_rounded(least)} times"
    return f"at most {_rounded(most)} times" if most is not None and most <= 1 else ""


def _rounded(times: float) -> str:
    return f"{times:.0f}" if times >= _WHOLE else f"{times:.2g}"


class _Found:
    """Counts the incidents of a book by accused, days and area."""

    def __init__(self, book: Book) -> None:
        """Take the incidents of BOOK, but for tolls of many days, which may hold others once more."""
        zone = ZoneInfo(book.zone)
        self._places: Mapping[str, Place] = book.places
        self._dated = [(item, days_of(item.time, zone)) for item in book.incidents if not item.is_toll]

    def of(self, accused: str, bound: StretchBound) -> tuple[int, int]:
        """Return how many incidents of ACCUSED surely lie within BOUND, and how many more may."""
        held = [(item, days) for item, days in self._dated if _is_of(item, accused) and self._touches(item, bound.area)]
        surely = sum(days is not None and bound.first <= days[0] and days[1] <= bound.last for _, days in held)
        perhaps = sum(days is None or (days[0] <= bound.last and days[1] >= bound.first) for _, days in held)
        return surely, perhaps - surely

    def _touches(self, item: Incident, area: str) -> bool:
        return not area or area in {name for mention in item.places for name in self._areas(mention.id, mention.name)}

    def _areas(self, place: str, name: str | None) -> Iterator[str]:
        yield name or ""
        province = province_of(place, self._places)
        yield province.name if province else ""


def _is_of(item: Incident, accused: str) -> bool:
    return not accused or any(accused in _keys(actor) for actor in item.actors)


def _keys(actor: Mention) -> tuple[str, str, str]:
    return actor.side or "", actor.name or "", actor.id
