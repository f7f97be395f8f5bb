"""Hours told once more by the clock of another place: "at 17:00 (15:00 in Lisbon)"."""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import Reading, Tag

__all__ = ["hours_again"]

_REACH = 5
_TIMES = ("clock", "unit", "weekday")


def hours_again(reading: Reading) -> Iterator[Tag]:
    """Give the words before places by whose hour a time is told again in brackets: "(15:00 | in | Lisbon)"."""
    told = {at for kind in _TIMES for tag in reading.of(kind) for at in range(tag.first, tag.last)}
    for preposition in reading.of("at_place") if told else ():
        at = preposition.first - 1
        near = range(max(0, at - _REACH), at) if at in told else range(0)
        if "".join(reading.tokens[each].text for each in near if reading.tokens[each].text in "()").endswith("("):
            yield preposition
