"""Counts told together for places told before them, one each: "in A and B, 820 and 744 breaches respectively"."""

from __future__ import annotations

from dataclasses import replace

from tregua.steps.extract.counts import Found, Made, Work, areas_in
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.text import Reading, Tag

__all__ = ["respective", "told_with"]

_SOON = 2


def told_with(reading: Reading, item: Found) -> list[Tag]:
    """Return the numbers listed with that of ITEM which "respectively" behind them ties to places as well."""
    before = _listed(reading, item, forth=False)
    behind = _listed(reading, item, forth=True)
    end = behind[-1].last if behind else item.match.last
    last = behind[-1].last if behind else item.number.last
    tied = any(reading.has(at, "respectively") for at in range(last, end + _SOON))
    return [*before, *behind] if tied else []


def _listed(reading: Reading, item: Found, *, forth: bool) -> list[Tag]:
    """Return the numbers that stand in one list with that of ITEM, those before it or (FORTH) those behind it."""
    numbers: list[Tag] = []
    at = item.number.last if forth else item.number.first - 1
    while item.sentence.first < at < item.sentence.last - 1 and _joins(reading, at):
        at += 1 if forth else -1
        tag = reading.over(at, "number")
        if tag is not None:
            numbers.append(tag)
            at = tag.last if forth else tag.first - 1
    return numbers if forth else numbers[::-1]


def _joins(reading: Reading, position: int) -> bool:
    return reading.tokens[position].text == "," or bool(reading.at(position, "and"))


def respective(work: Work, made: Made) -> list[Made]:
    """Return MADE and those told with it for places of their own, none where they are not as many as the places."""
    reading, found = work.reading, made.found
    numbers = sorted([*told_with(reading, found), found.number], key=lambda tag: tag.first)
    if len(numbers) == 1:
        return []
    before = Clause(reading, work.attribution, found.sentence.first, numbers[0].first)
    places = areas_in(work, before)
    places = places or [place_mention(reading, tag) for tag in _names_at(reading, found.sentence.first)]
    if len(places) != len(numbers):
        return []
    named = {place.text for place in places}
    slots = replace(made.slots, accused=tuple(who for who in made.slots.accused if who.text not in named))
    made = replace(made, trace=(*made.trace, "one of several counts told respectively"))
    return [
        replace(made, slots=replace(slots, count=each.count or 0, bound=each.bound, area=(place,)))
        for each, place in zip(numbers, places, strict=True)
    ]


def _names_at(reading: Reading, first: int) -> list[Tag]:
    """Return the names listed from FIRST on, the first of which only its sentence may write with a capital."""
    found: list[Tag] = []
    at = first
    while (tag := reading.over(at, "name") or _opening(reading, at, first)) is not None:
        found.append(tag)
        at = tag.last
        while at < len(reading.tokens) and (reading.tokens[at].text == "," or reading.at(at, "and")):
            at += 1
    return found


def _opening(reading: Reading, position: int, first: int) -> Tag | None:
    """Return the word at POSITION as a name where it opens the sentence that begins with FIRST and nobody knows it."""
    opens = position == first and reading.tokens[first].capital and not reading.is_known(first)
    return Tag("name", first, first + 1) if opens else None
