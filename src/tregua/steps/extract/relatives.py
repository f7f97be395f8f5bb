"""What a clause behind "which" was done to: "the village that the army shelled", "it was Homs that they shelled"."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.able import clause_from, may_act, stands_free, subject_from
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.text import Tag

__all__ = ["relative_before", "subject_starts"]

_REACH = 8
_LIGHT = ("have", "adverb", "auxiliary")


def relative_before(clause: Clause, word: Tag) -> int | None:
    """Return where the pronoun stands behind which the active verb WORD has a subject of its own, None when none does.

    What stands right before the pronoun is then what was struck. Only where subjects stand before their verbs.
    """
    reading = clause.reading
    if reading.pack.grammar.subject != ("before",) or reading.pack.grammar.verb != "middle":
        return None
    pronouns = reading.of("relative_pronoun", max(clause.first + 1, word.first - _REACH), word.first)
    for pronoun in reversed(pronouns):
        between = range(pronoun.last, word.first)
        if any(reading.tokens[at].kind == "mark" for at in between) or reading.has(pronoun.first - 1, "say"):
            return None
        for tag in actors_in(clause.part(pronoun.last, word.first)):
            article = all(reading.at(at, "article") for at in range(pronoun.last, tag.first))
            reaches = all(reading.has_any(at, _LIGHT) for at in range(tag.last, word.first))
            if article and reaches and stands_free(reading, tag, pronoun.last) and may_act(clause, tag):
                return pronoun.first
    return None


def subject_starts(clause: Clause, word: Tag) -> Sequence[int]:
    """Return where the subject of the active WORD may begin, the likeliest first: where what is said begins, if said.

    "He noted that | the rebels shelled it"; a subject of its own behind "which" is the only one.
    """
    inner = relative_before(clause, word)
    if inner is not None:
        return (inner,)
    start, reading = subject_from(clause, word), clause.reading
    said = (tag.last for tag in reading.of("say", clause.first, word.first) if reading.at(tag.last, "relative"))
    return max([start, *said]), start, clause_from(clause, word)
