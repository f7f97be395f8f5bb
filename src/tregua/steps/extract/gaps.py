"""Verbs left out: in "shelled A with guns, and B - with mortars" the dash stands for the verb that went before.

Only languages that write such a dash are asked (``dash_for_verb``). What stands before the dash must be a part of a
clause (who, where, how often, with what), and what follows it must be another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tregua.steps.extract.text import DASHES, QUOTES, Reading, Sentence, Tag

__all__ = ["GAP", "gap_start", "gaps_in"]

GAP = "gap"
_VERBS = ("act_verb", "use_verb")
_TOLD = (*_VERBS, "say", "casualty", "truce", "breach", "subordinate", "relative")
_MARKERS = ("at_place", "at_target", "preposition", "origin")
_LEADING = ("and", "adverb", "clause")
_FIRE = ("small-arms", "attack", "use")
_PARTS = ("name", "weapon", "target", "place_head")
_LONGEST = 14


def gaps_in(reading: Reading, sentence: Sentence, words: Sequence[Tag]) -> Iterator[Tag]:
    """Give, for each dash of SENTENCE that stands for the verb of one of WORDS, that verb at the place of the dash."""
    verbs = [word for word in words if word.kind in _VERBS] if reading.pack.grammar.dash_for_verb else ()
    if not verbs:
        return
    for position in range(verbs[0].last, sentence.last - 1):
        if reading.tokens[position].text not in DASHES:
            continue
        verb = [word for word in verbs if word.last <= position][-1]
        start = gap_start(reading, position, verb.last)
        if start is not None and _is_part(reading, start, position) and _goes_on(reading, position):
            weapons = [tag.value for tag in reading.of("weapon", sentence.first, start)]
            value = "shelling" if verb.value in _FIRE and "shelling" in weapons else verb.value
            yield replace(verb, kind=GAP, first=position, last=position + 1, value=value)


def gap_start(reading: Reading, dash: int, first: int) -> int | None:
    """Return where the clause of DASH begins, behind a comma or a conjunction, looking back to FIRST."""
    for position in range(dash - 1, max(first, dash - _LONGEST) - 1, -1):
        before = reading.tokens[position].text in {",", ";"} or reading.at(position, "clause")
        if before and not (reading.at(position, "and") and _joins_places(reading, position)):
            return position + 1
    return None


def _joins_places(reading: Reading, position: int) -> bool:
    """Tell whether the conjunction at POSITION joins two names: "near A and B - with mortars"."""
    after = reading.at(position, "and")[0].last
    return reading.has(position - 1, "name") and after < len(reading.tokens) and reading.has(after, "name")


def _is_part(reading: Reading, start: int, dash: int) -> bool:
    """Tell whether the words from START to DASH are a part of a clause that has no verb of its own."""
    while start < dash and (reading.has_any(start, _LEADING) or reading.tokens[start].text in QUOTES):
        start += 1
    if start >= dash or any(reading.has_any(at, _TOLD) for at in range(start, dash)):
        return False
    marked = reading.begins(start, _MARKERS)
    named = any(reading.has_any(at, ("frequency", "weapon", "actor")) for at in range(start, dash))
    return marked or named or (reading.has(start, "name") and reading.has(dash + 1, "origin"))


def _is_light(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may stand between the dash and the part that follows: "too", a quote."""
    if reading.tokens[position].text in QUOTES or reading.has(position, "adverb"):
        return True
    return bool(reading.at(position, "function")) and not reading.has_any(position, _MARKERS)


def _goes_on(reading: Reading, dash: int) -> bool:
    """Tell whether another part of a clause follows DASH: where, whom or with what."""
    after = dash + 1
    while after + 1 < len(reading.tokens) and _is_light(reading, after):
        after += 1
    if reading.has(dash - 1, "number") and not reading.has(dash - 1, "frequency"):
        return False
    return reading.begins(after, _MARKERS) or reading.has_any(after, _PARTS)
