"""Places told of beside an act that are not where it was: of talks and truces, and by which another place is found."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_beside", "is_told"]

_DONE = ("act_verb", "use_verb", "casualty")
_WAY = "way"
_TELLING_REACH = 4


def is_beside(reading: Reading, place: Tag) -> bool:
    """Tell whether something else than an act was at PLACE: "truce signed in | Geneva", or another place lies by it."""
    marker = _marker(reading, place)
    return marker is not None and (_is_of_talks(reading, marker) or _is_way_to(reading, marker))


def _marker(reading: Reading, place: Tag) -> Tag | None:
    """Return the word that marks PLACE, right before it or its article."""
    at = place.first - 1
    at -= at > 0 and bool(reading.at(at, "article"))
    tag = reading.over(at, "at_place") if at > 0 else None
    return tag if tag is not None and tag.last == at + 1 and tag.first > 0 else None


def _is_of_talks(reading: Reading, marker: Tag) -> bool:
    """Tell whether talks were held, or a truce agreed, where MARKER says: "a day after peace talks | in A"."""
    at = marker.first - 1
    return reading.has(at, "agree") and not reading.has_any(at, _DONE)


def _is_way_to(reading: Reading, marker: Tag) -> bool:
    """Tell whether MARKER says which way the name before it lies, as no place is named: "seized B, | south of A"."""
    at = marker.first - 2
    if marker.value != _WAY or at < 0 or reading.tokens[at + 1].text != ",":
        return False
    return reading.has(at, "name") and not reading.has_any(at, ("place", "actor"))


def is_told(reading: Reading, position: int) -> bool:
    """Tell whether those at POSITION are told something: "told reporters | in Geneva", "speaking | in Geneva"."""
    if position < 0 or not reading.has_any(position, ("audience", "speaking")):
        return False
    near = range(max(reading.sentence_of(position).first, position - _TELLING_REACH), position + 1)
    return reading.has(position, "speaking") or any(reading.has_any(at, ("say", "tell", "voice")) for at in near)
