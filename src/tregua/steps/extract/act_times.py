"""When an act was: the time nearest to it that does not date a truce."""

from __future__ import annotations

from tregua.steps.extract.slots import Clause, times_in
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.time import Span

__all__ = ["dates_speech", "parts_speech", "time_of_act"]

_MADE_REACH = 3
_SAID_REACH = 14
_MADE = ("declare", "begin")
_TRUCES = ("truce", "pact")
_PAPERS = ("paper", "adverb", "article", "determiner", "possessor", "preposition", "at_place", "modifier", "people")
_SPEAKERS = ("voice", "actor", "name", "country", "witness")


def time_of_act(clause: Clause, position: int) -> Span | None:
    """Return the time of CLAUSE nearest to POSITION that dates no truce ("a truce reached in May"), word or birth."""
    reading = clause.reading
    times = [tag for tag in times_in(clause) if not reading.has(tag.first - 1, "birth")]
    found = [tag for tag in times if not (_dates_truce(reading, tag) or dates_speech(reading, tag))]
    return min(found, key=lambda tag: min(abs(tag.first - position), abs(tag.last - position))).span if found else None


def _dates_truce(reading: Reading, time: Tag) -> bool:
    """Tell whether TIME only says when a truce was made, or stands behind the word for it: "the truce of May 3"."""
    first = reading.sentence_of(time.first).first
    made = range(max(first, time.first - _MADE_REACH), time.first)
    begun = next((at for at in reversed(made) if reading.has_any(at, _MADE)), None)
    if begun is None:
        of = time.first if reading.at(time.first, "of") else time.first - 1
        return of > first and reading.has(of, "of") and reading.has_any(of - 1, _TRUCES)
    return any(reading.has_any(at, _TRUCES) for at in range(max(first, begun - _MADE_REACH), begun))


def dates_speech(reading: Reading, time: Tag) -> bool:
    """Tell whether TIME says when somebody spoke: "said in a statement | on Friday", "officials | on Sunday | said"."""
    if parts_speech(reading, time):
        return True
    if reading.pack.grammar.subject != ("before",) or reading.pack.grammar.verb != "middle":
        return False
    at, first = time.first - 1, reading.sentence_of(time.first).first
    if at > first and reading.has_any(at, _PAPERS):
        while at > first and not reading.has(at, "say") and reading.has_any(at, _PAPERS):
            at -= 1
    if at >= first and _speaks(reading, at):
        return True
    speaker = at >= first and reading.has_any(at, _SPEAKERS)
    return speaker and time.last < len(reading.tokens) and _speaks(reading, time.last)


def parts_speech(reading: Reading, time: Tag) -> bool:
    """Tell whether TIME stands between speaker and words where the verb goes first: "said X | Friday | that"."""
    if reading.pack.grammar.subject[0] != "after" or time.last + 1 >= len(reading.tokens):
        return False
    if not reading.has_any(time.last + (reading.tokens[time.last].text == ","), ("own_act", "complement")):
        return False
    first = max(reading.sentence_of(time.first).first, time.first - _SAID_REACH)
    return any(_speaks(reading, at) for at in range(first, time.first))


def _speaks(reading: Reading, position: int) -> bool:
    """Tell whether a verb of saying stands at POSITION, and none of seeing: what was recorded on a day was that day."""
    verb = reading.over(position, "say")
    return verb is not None and verb.value != "recorded"
