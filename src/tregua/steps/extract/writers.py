"""Where the writer of a text speaks himself, though others have spoken before."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Sentence

__all__ = ["counts_on", "is_another_matter", "is_writers"]

_TURN_REACH = 3
_TRUCE_REACH = 3
_OPENING_REACH = 5
_COUNT_REACH = 4
_COUNTED = ("breach", "breach_verb")
_SPEAKERS_OWN = (*_COUNTED, "foe", "first_person", "hedge")
_TIMES = ("time", "date", "weekday", "relative_day", "month")
_ELSEWHERE = ("at_place", "direction", "and")
_UNITS = ("act_noun", "counted")
_OTHERS = ("person", "casualty", "aid")


def is_writers(reading: Reading, sentence: Sentence, *, opened: bool) -> bool:
    """Tell whether the writer takes up the word in SENTENCE ("meanwhile"), or says how things have long been.

    The latter only where nobody is named in the paragraph, which OPENED anew.
    """
    last = min(sentence.first + _TURN_REACH, sentence.last)
    turns = any(reading.has(at, "turn") for at in range(sentence.first, last))
    return turns or (opened and _is_habit(reading, sentence))


def _is_habit(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE says what somebody has long done: "has repeatedly shelled", "has, despite the truce,"."""
    long = reading.of("background", sentence.first, sentence.last)
    habit = any(not tag.value or reading.has(tag.first - 1, "have") for tag in long)
    return habit or (
        bool(reading.of("have", sentence.first, sentence.last))
        and any(
            reading.has_any(at, ("truce", "pact"))
            for tag in reading.of("despite", sentence.first, sentence.last)
            for at in range(tag.last, min(tag.last + _TRUCE_REACH, sentence.last))
        )
    )


def is_another_matter(reading: Reading, spoken: Sentence, sentence: Sentence, *, cited: bool) -> bool:
    """Tell whether SENTENCE, which opens a paragraph and names nobody, is no longer the word of who spoke in SPOKEN.

    That is so where it begins with a place or a time of its own, or with "and"; and in a text that counts no breaches,
    where he was but CITED behind what is told, or another paragraph lies between. Who counts breaches goes on, and so
    does who calls others his foes.
    """
    if any(reading.of(kind, sentence.first, sentence.last) for kind in _SPEAKERS_OWN):
        return False
    if any(reading.of(kind, spoken.first, spoken.last) for kind in _COUNTED) or counts_on(reading, sentence):
        return False
    opening = min(sentence.first + _OPENING_REACH, sentence.last)
    if reading.of("subject_pronoun", sentence.first, opening):
        return False
    if reading.has_any(sentence.first, _ELSEWHERE) or any(reading.of(kind, sentence.first, opening) for kind in _TIMES):
        return True
    counts = any(reading.of(kind, 0, sentence.first) for kind in _COUNTED)
    return not counts and (cited or sentence.paragraph - spoken.paragraph > 1)


def counts_on(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE goes on to count, in a text that counts breaches: "in the south | 19 attacks |"."""
    if not any(reading.of(kind, 0, sentence.first) for kind in _COUNTED):
        return False
    times = [tag for tag in reading.of("frequency", sentence.first, sentence.last) if tag.value == "number"]
    numbers = [tag for tag in reading.of("number", sentence.first, sentence.last) if (tag.count or 0) > 1]
    ends = ((tag.last, min(tag.last + _COUNT_REACH, sentence.last)) for tag in numbers)
    told = (
        any(reading.of(kind, first, last) for kind in _UNITS)
        for first, last in ends
        if not any(reading.of(kind, first, last) for kind in _OTHERS)
    )
    return bool(times) or any(told)
