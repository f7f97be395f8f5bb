"""Who acts in a clause that names nobody: the foe of whoever speaks, or those of the verb that a dash stands for."""

from __future__ import annotations

from tregua.records.claim import Mention
from tregua.steps.extract.able import may_act, stands_free
from tregua.steps.extract.antecedents import Acting
from tregua.steps.extract.events import Event, is_nobodys, is_passive
from tregua.steps.extract.slots import Clause, actors_in, mention, name_in
from tregua.steps.extract.tellers import same_teller
from tregua.vocabulary.acts import Act

__all__ = ["acting_in_gap", "is_of_foes", "is_of_only_side"]

_FOE_MEMORY = 4
_NEAR = 2
_LIKE: dict[str, str] = {Act.SMALL_ARMS: Act.SHELLING, Act.ATTACK: Act.SHELLING, "use": Act.SHELLING}
_GOING_ON: frozenset[str] = frozenset({Act.SHELLING, Act.AIRSTRIKE, Act.DRONE})
_DONE = ("act_verb", "use_verb")


def acting_in_gap(clause: Clause, event: Event, before: Acting) -> tuple[tuple[Mention, ...], str]:
    """Return who acts in a clause whose verb is left out: whoever it names, or those of the clause before."""
    reading, dash = clause.reading, event.words[0].first
    for tag in actors_in(clause.part(clause.first, dash)):
        if tag.kind == "actor" and stands_free(reading, tag, clause.first) and may_act(clause, tag):
            return (mention(reading, name_in(reading, tag)),), "named before the dash that stands for the verb"
    same = before.sentence == event.sentence.index
    return before.actors if same else (), "of the clause before, whose verb is left out"


def is_of_only_side(clause: Clause, event: Event, before: Acting, start: int) -> bool:
    """Tell whether EVENT, whose clause from START names nobody, is of the one side that has acted in the text so far.

    It goes on with what was just told, by the same speaker, of fire of the same kind: "The army shelled two villages.
    In Homs a school was hit".
    """
    reading = clause.reading
    verbs = [word for word in event.words if word.kind in _DONE]
    near = 0 < event.sentence.index - before.sentence <= _NEAR
    if len(before.sides) != 1 or not near or not verbs or not before.actors:
        return False
    weapons = reading.of("weapon", event.first, event.last)
    kinds = {_LIKE.get(word.value, word.value) for word in (*verbs, *weapons)}
    fallen = all(is_passive(reading, word) or reading.at(word.first, "land_verb") for word in verbs)
    if not fallen or kinds != {_LIKE.get(before.act, before.act)} or not kinds <= _GOING_ON:
        return False
    answer = bool(reading.of("reply", event.first, event.last))
    free = any(stands_free(reading, tag, start) for tag in actors_in(clause) if tag.kind != "name")
    return not (free or answer) and same_teller(before.origin, clause.attribution.origin(event.sentence.index))


def is_of_foes(clause: Clause, event: Event, before: Acting, start: int) -> bool:
    """Tell whether EVENT, in whose clause from START nobody acts, is of those whom its speaker accused just before.

    Where a verb needs no subject, all that he tells is: "the enemy used mortars. The village was shelled too"; else
    what he tells right behind, of people and places that are not theirs: "A broke the truce. A boy was shot in B".
    """
    reading, word = clause.reading, event.words[0]
    if not (before.foes and 0 <= event.sentence.index - before.told <= _FOE_MEMORY):
        return False
    if not reading.pack.grammar.genitives and not _goes_on_of(clause, event, before):
        return False
    if not same_teller(before.teller, clause.attribution.origin(event.sentence.index)):
        return False
    verbs = any(told.kind in _DONE for told in event.words) or not reading.pack.grammar.genitives
    named = any(reading.of(kind, event.first, event.last) for kind in ("foe", "reply"))
    doing = any(reading.of(kind, start, word.first) for kind in ("person", "voice")) and not is_passive(reading, word)
    free = any(stands_free(reading, tag, start) for tag in actors_in(clause) if tag.kind != "name")
    return verbs and not (named or doing or free)


def _goes_on_of(clause: Clause, event: Event, before: Acting) -> bool:
    """Tell whether EVENT is told right behind the breach of those accused BEFORE, and nothing of theirs suffers it."""
    reading = clause.reading
    told = reading.sentences[before.told]
    near = told.paragraph == event.sentence.paragraph and event.sentence.index - before.told <= _NEAR
    if not (near and is_nobodys(reading, event)) or any(word.value == Act.OTHER for word in event.words):
        return False
    theirs = {word for foe in before.foes for word in (foe.name or foe.text).casefold().split()}
    inside = [
        tag for kind in ("actor", "people", "country", "name") for tag in reading.of(kind, event.first, event.last)
    ]
    words = {word for tag in inside for word in reading.printed(tag.first, tag.last).casefold().split()}
    return theirs.isdisjoint(words) and not reading.of("possessor", event.first, event.last)
