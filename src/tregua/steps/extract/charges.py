"""Who is blamed in the sentence that tells of an act: "accused X of shelling", "blamed X: they shelled it"."""

from __future__ import annotations

from tregua.steps.extract.slots import Clause, actor_list, actors_in
from tregua.steps.extract.text import Tag

__all__ = ["blamed_before", "charged_with"]

_CHARGES = ("blame_verb", "accuse")
_NEAR = 6
_REACH = 20


def blamed_before(clause: Clause, limit: int) -> list[Tag]:
    """Return whom words of blame in the sentence blame up to LIMIT; where verbs go first, not the one who speaks."""
    reading, first = clause.reading, clause.reading.sentence_of(limit).first
    charges = [tag for kind in _CHARGES for tag in reading.of(kind, first, limit)]
    for blame in sorted(charges, key=lambda tag: tag.first):
        found = actor_list(reading, blame.last, limit)
        if found and reading.pack.grammar.subject[0] == "after":
            found = actor_list(reading, found[-1].last, limit) or found
        if found:
            return found
    return []


def charged_with(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who is accused of NOUN: who stands before the one word that ties it to him ("ittahama X bi-qasf")."""
    reading = clause.reading
    if not reading.pack.grammar.construct_state:
        return _held_for(clause, noun)
    if not reading.of("accuse", clause.first, noun.first):
        return []
    accused = [reading.over(noun.first - 2, kind) for kind in ("actor", "country") if noun.first > 1]
    return [tag for tag in accused if tag is not None and tag.last == noun.first - 1][:1]


def _held_for(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who is blamed for NOUN: "blamed the rebels for the shelling", "held X responsible for it"."""
    reading = clause.reading
    cases = reading.pack.grammar.genitives and noun.first > clause.first and reading.at(noun.first - 1, "at_place")
    if not cases and not any(reading.at(at, "of") for at in range(max(clause.first, noun.first - _NEAR), noun.first)):
        return []
    charges = [tag for kind in _CHARGES for tag in reading.of(kind, clause.first, noun.first)]
    for charge in sorted(charges, key=lambda tag: -tag.first):
        if noun.first - charge.last <= _REACH:
            return actor_list(reading, charge.last, noun.first)
    for charge in reading.of("answerable", clause.first, noun.first)[-1:]:
        before = [tag for tag in actors_in(clause.part(clause.first, charge.first)) if tag.kind != "name"]
        return before[-1:]
    return []
