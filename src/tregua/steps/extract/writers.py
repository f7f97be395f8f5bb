"""Where the writer of a text speaks himself, though others have spoken before."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Sentence

__all__ = ["is_writers"]

_TURN_REACH = 3
_TRUCE_REACH = 3


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
