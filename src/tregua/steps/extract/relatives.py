"""Clauses behind "which", of whom and what they are told, and where subjects begin: "the village that A shelled"."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.able import clause_from, may_act, stands_free, subject_from
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.text import Reading, Tag

__all__ = ["antecedent", "is_answered", "relative_before", "subject_starts"]

_REACH = 8
_LIGHT = ("have", "adverb", "auxiliary")
_DONE = ("act_verb", "use_verb")
_BEFORE_NOUN = ("article", "determiner", "modifier", "people", "adverb", "weapon")


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


def antecedent(clause: Clause, word: Tag) -> list[Tag]:
    """Return who stands right before "who" and the verb WORD: "breaches by the militia, | which fired rockets"."""
    reading, at = clause.reading, word.first - 1
    at -= reading.has(at, "have")
    if at <= clause.first or not reading.at(at, "relative_pronoun"):
        return []
    aside = reading.tokens[at - 1].text == ","
    at -= aside
    found = [tag for kind in ("actor", "country") for tag in reading.of(kind, clause.first, at) if tag.last == at]
    if reading.pack.grammar.subject[0] == "before":
        done = aside and word.kind in _DONE
        found = [tag for tag in found if _is_it(reading, tag) or (done and stands_free(reading, tag, clause.first))]
    return [tag for tag in found if may_act(clause, tag)][:1]


def _is_it(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is said to be the one meant: "it was | the rebels | who shelled it"."""
    return reading.has(tag.first - 1 - reading.has(tag.first - 1, "article"), "be")


def is_answered(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN only names what somebody answered: "A, responding to mortar | fire | from B, shelled C"."""
    at, first = noun.first - 1, reading.sentence_of(noun.first).first
    while noun.kind == "act_noun" and at > first and reading.has_any(at, _BEFORE_NOUN):
        at -= 1
    return noun.kind == "act_noun" and at > first and reading.has(at, "destination") and reading.has(at - 1, "reply")


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
