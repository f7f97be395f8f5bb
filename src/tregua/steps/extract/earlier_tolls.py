"""An earlier event told behind a later one: "31 were killed in A on Thursday, after 27 died in B on Wednesday"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_told_behind", "leads_back"]


def is_told_behind(reading: Reading, first: int, before: Tag, word: Tag, last: int) -> bool:
    """Tell whether WORD begins an event before the one told from FIRST on: it has its own toll, and day or place.

    BEFORE is the last word of the event that is told first, and LAST where the sentence ends.
    """
    marks = reading.of("came_after", before.last, word.first)
    if not marks:
        return False
    at = marks[-1].first
    hurt = reading.of("casualty", first, at) and reading.of("casualty", at, last)
    if not hurt or all(_dates(reading, number) for number in reading.of("number", at, last)):
        return False
    return any(_differ(reading, kind, first, at, last) for kind in ("time", "place"))


def leads_back(reading: Reading, joining: Tag, *, killing: bool) -> bool:
    """Tell whether the word JOINING leads back to an event before: "a raid killed two | after rebels had fired".

    So it does behind a length of time ("hours after") and behind what was itself KILLING; "two were killed after
    gunmen opened fire" is one event.
    """
    return bool(reading.at(joining.first, "came_after")) and (killing or reading.has(joining.first - 1, "unit"))


def _dates(reading: Reading, number: Tag) -> bool:
    return reading.has_any(number.first, ("time", "date"))


def _differ(reading: Reading, kind: str, first: int, at: int, last: int) -> bool:
    """Tell whether a time or place (KIND) is named before AT and another behind it."""
    sides = [
        {reading.printed(tag.first, tag.last) for tag in reading.of(kind, *side)} for side in ((first, at), (at, last))
    ]
    return all(sides) and sides[0].isdisjoint(sides[1])
