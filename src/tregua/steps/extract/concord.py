"""Whom a verb that goes first has behind it: its subject, or, where the subject is left out, what it strikes.

"wa-stahdafa quwwāt al-bilād" goes on with the subject of the verb before: its form is of one gender and the noun of
the other. Where both are of one, whoever stands behind a second verb is struck unless something else is.
"""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.able import may_act, subject_from
from tregua.steps.extract.slots import Clause, actors_in, members_end
from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_hit_by_arms", "is_struck"]

_VERBS = ("act_verb", "use_verb", "breach_verb", "break_verb", "commit")
_STRUCK = ("target", "person", "place_head", "number", "toponym", "name", "actor_head", "act_noun", "country")
_GOVERNING = ("preposition", "at_place", "of", "by", "time")
_OPENING = ("complement", "own_act", "and")
_DOING = ("act_verb", "use_verb")
_ASIDE = 2
_HELD = ("place", "site", "actor", "time", "name")


def is_struck(clause: Clause, word: Tag, found: Sequence[Tag]) -> bool:
    """Tell whether those FOUND right behind the verb WORD are its object and no subject."""
    reading = clause.reading
    if word.kind == "casualty" and not reading.pack.grammar.concord:
        return reading.has(word.last, "number")  # "cost the lives of | two soldiers"
    if not reading.pack.grammar.concord or not found or word.kind != "act_verb":
        return False
    if not _agrees(reading, word, found[0]):
        return True
    led = _goes_on(clause, word) or _has_subject(clause, word) or _arms_before(reading, word.first) is not None
    return led and not _strikes_another(clause, found[-1].last)


def is_hit_by_arms(clause: Clause, named: Tag) -> bool:
    """Tell whether NAMED, behind the arms or the act that are the subject of a verb, is what they hit, not their owner.

    So it is where nothing else is hit: "istahdafa ṣārūkh | junūd al-jaysh", but "istahdafat ṣawārīkh | A | ḥayy B".
    """
    reading = clause.reading
    arms = _arms_before(reading, named.first)
    if arms is None or not reading.pack.grammar.concord:
        return False
    if not any(tag.last == arms.first for kind in _DOING for tag in reading.of(kind, clause.first, arms.first)):
        return False
    hits = named.last < clause.last and reading.has_any(named.last, ("at_target", "place"))
    return not (hits or _strikes_another(clause, named.last))


def _arms_before(reading: Reading, position: int) -> Tag | None:
    """Return the weapon or the noun of an act that ends at POSITION."""
    found = [reading.over(position - 1, kind) for kind in ("weapon", "act_noun") if position]
    return next((tag for tag in found if tag is not None and tag.last == position), None)


def _has_subject(clause: Clause, word: Tag) -> bool:
    """Tell whether the subject of WORD stands before it, no other verb between: "the militias of A | shelled B"."""
    reading, start = clause.reading, subject_from(clause, word)
    if word.last > word.first + 1:
        return False
    for tag in actors_in(clause.part(start, word.first)):
        verbs = any(reading.of(kind, tag.last, word.first) for kind in (*_VERBS, "say", "clause"))
        verbs = verbs and not _has_aside(reading, tag, word)
        opens = (
            tag.first == start
            or reading.has_any(tag.first - 1, _OPENING)
            or reading.tokens[tag.first - 1].kind == "mark"
        )
        if tag.kind == "actor" and opens and may_act(clause, tag) and not verbs:
            return True
    return False


def _has_aside(reading: Reading, subject: Tag, verb: Tag) -> bool:
    """Tell whether all between SUBJECT and VERB is an aside of two commas: "A, which calls itself B, | shelled C"."""
    first, last = members_end(reading, subject), verb.first - 1
    commas = [at for at in range(first, verb.first) if reading.tokens[at].text == ","]
    return len(commas) == _ASIDE and commas[0] - first < _ASIDE and commas[1] == last


def _agrees(reading: Reading, word: Tag, subject: Tag) -> bool:
    """Tell whether the form of the verb WORD may be that beside SUBJECT; a word without a known gender fits all."""
    genders = {tag.value for tag in reading.at(subject.first, "gender")}
    norm = reading.tokens[word.first].norm
    forms = {gender for gender, shape in reading.pack.grammar.verb_forms.items() if shape.fullmatch(norm)}
    return not genders or not forms or not genders.isdisjoint(forms)


def _goes_on(clause: Clause, word: Tag) -> bool:
    """Tell whether "and" joins WORD, one word that takes an object, to a verb that has its subject before it."""
    reading = clause.reading
    if word.last > word.first + 1 or word.first - 1 <= clause.first or not reading.at(word.first - 1, "and"):
        return False
    verbs = [tag for kind in _VERBS for tag in reading.of(kind, clause.first, word.first - 1)]
    if not verbs or any(reading.tokens[at].text == "," for at in range(verbs[-1].last, word.first)):
        return False
    first = min(verb.first for verb in verbs)
    return any(reading.of(kind, clause.first, first) for kind in ("actor", "country", "group"))


def _strikes_another(clause: Clause, position: int) -> bool:
    """Tell whether anything struck stands from POSITION on in the same clause, with no preposition before it."""
    reading, governed = clause.reading, False
    while position < clause.last and reading.tokens[position].text not in {",", ";"}:
        listed = governed and bool(reading.at(position, "and"))  # "in A | and B"
        if listed or reading.has_any(position, _GOVERNING):
            over = [tag.last for kind in _GOVERNING if (tag := reading.over(position, kind)) is not None]
            behind, governed = max(over, default=position + 1), True
            held = [tag for kind in _HELD for tag in reading.at(behind, kind)] if behind < clause.last else []
            position = max((tag.last for tag in held), default=behind + 1)
        elif reading.has_any(position, _STRUCK):
            return True
        else:
            position += 1
    return False
