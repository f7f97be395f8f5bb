"""Verbs that tell far before an act who launched it: where the verb goes first, its subject stands between."""

from __future__ import annotations

from tregua.steps.extract.slots import Clause, actor_at
from tregua.steps.extract.text import Tag

__all__ = ["launching_before"]

_BETWEEN = ("time", "date", "determiner", "number", "article", "common", "adverb")


def launching_before(clause: Clause, noun: Tag) -> Tag | None:
    """Return the verb whose subject stands before NOUN, or a time with it: "launched | the army, at dawn, raids"."""
    reading = clause.reading
    if reading.pack.grammar.subject[0] != "after":
        return None
    for verb in reversed(reading.of("commit", clause.first, noun.first)):
        subject = actor_at(reading, verb.last, noun.first)
        between = range(subject.last, noun.first) if subject is not None else range(0)
        if between and all(reading.tokens[at].kind == "mark" or reading.has_any(at, _BETWEEN) for at in between):
            return verb
    return None
