"""Counts told together for places told before them, one each: "in A and B, 820 and 744 breaches respectively"."""

from __future__ import annotations

from dataclasses import replace

from tregua.steps.extract.counts import Found, Made, Work, areas_in
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.text import Reading, Tag

__all__ = ["respective", "told_with"]

_SOON = 2


def told_with(reading: Reading, item: Found) -> list[Tag]:
    """Return the numbers before that of ITEM which "respectively" behind it ties to places as well."""
    numbers: list[Tag] = []
    at = item.number.first - 1
    if not any(reading.has(behind, "respectively") for behind in range(item.number.last, item.match.last + _SOON)):
        return numbers
    while at > item.sentence.first and (reading.tokens[at].text == "," or reading.at(at, "and")):
        before = reading.over(at - 1, "number")
        numbers = numbers if before is None else [before, *numbers]
        at = at - 1 if before is None else before.first - 1
    return numbers


def respective(work: Work, made: Made) -> list[Made]:
    """Return MADE and those told with it for places of their own, none where they are not as many as the places."""
    reading, found = work.reading, made.found
    numbers = [*told_with(reading, found), found.number]
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
