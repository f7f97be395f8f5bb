"""Who acts in a clause that names nobody: by a pronoun, by blame, or as told before; or beside a dash for a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.able import may_act, stands_free, subject_from
from tregua.steps.extract.antecedents import (
    Acting,
    arms_of_those,
    blamed_for,
    carries_on,
    pointed_at,
    suffers_apart,
)
from tregua.steps.extract.charges import blamed_for_it
from tregua.steps.extract.events import Event, is_nobodys
from tregua.steps.extract.own_acts import owned_up_behind
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, actor_list, actors_in, mention, name_in
from tregua.steps.extract.tellers import same_teller
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["INFERRED", "acting_in_gap", "left_out"]

INFERRED = "inferred"

_FOE_MEMORY = 4
_NEAR = 2
_LIKE: dict[str, str] = {Act.SMALL_ARMS: Act.SHELLING, Act.ATTACK: Act.SHELLING, "use": Act.SHELLING}
_GOING_ON: frozenset[str] = frozenset({Act.SHELLING, Act.AIRSTRIKE, Act.DRONE})
_UNSURE = frozenset({Act.OTHER, Act.OBSTRUCTION})
_DONE = ("act_verb", "use_verb")


def acting_in_gap(clause: Clause, event: Event, before: Acting) -> tuple[tuple[Mention, ...], str]:
    """Return who acts in a clause whose verb is left out: whoever it names, or those of the clause before."""
    reading, dash = clause.reading, event.words[0].first
    for tag in actors_in(clause.part(clause.first, dash)):
        if tag.kind == "actor" and stands_free(reading, tag, clause.first) and may_act(clause, tag):
            return (mention(reading, name_in(reading, tag)),), "named before the dash that stands for the verb"
    same = before.sentence == event.sentence.index
    return before.actors if same else (), "of the clause before, whose verb is left out"


def _is_of_only_side(clause: Clause, event: Event, before: Acting, start: int) -> bool:
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


def _is_of_foes(clause: Clause, event: Event, before: Acting, start: int) -> bool:
    """Tell whether EVENT, in whose clause from START nobody acts, is of those whom its speaker accused just before.

    Where a verb needs no subject, all that he tells is: "the enemy used mortars. The village was shelled too"; else
    what he tells right behind, of people and places that are not theirs: "A broke the truce. A boy was shot in B".
    """
    reading, word = clause.reading, event.words[0]
    last = max(before.told, before.sentence) if before.actors == before.foes else before.told
    if not (before.foes and 0 <= event.sentence.index - last <= _FOE_MEMORY):
        return False
    if not reading.pack.grammar.genitives and not _goes_on_of(clause, event, before):
        return False
    if not same_teller(before.teller, clause.attribution.origin(event.sentence.index)):
        return False
    if _is_set_against(reading, event):
        return False
    verbs = any(told.kind in _DONE for told in event.words) or not reading.pack.grammar.genitives
    named = any(reading.of(kind, event.first, event.last) for kind in ("foe", "reply"))
    doing = any(reading.of(kind, start, word.first) for kind in ("person", "voice")) and not is_passive(reading, word)
    free = any(stands_free(reading, tag, start) for tag in actors_in(clause) if tag.kind != "name")
    return verbs and not (named or doing or free)


def _is_set_against(reading: Reading, event: Event) -> bool:
    """Tell whether behind EVENT a charge is set against it: "five died in shelling, | while A accused B of" another."""
    charges = reading.of("accuse", event.words[-1].last, event.sentence.last)
    return any(reading.has(charge.first - 1, "contrast") for charge in charges)


def _goes_on_of(clause: Clause, event: Event, before: Acting) -> bool:
    """Tell whether EVENT is told behind the breach of those accused BEFORE, and nothing of theirs suffers it.

    It is told right behind it, or by the same speaker in a text where nobody else acts, as in a party's bulletin.
    """
    reading = clause.reading
    told = reading.sentences[before.told]
    near = told.paragraph == event.sentence.paragraph and event.sentence.index - before.told <= _NEAR
    if near and _is_theirs_by_pronoun(clause, event):
        return True
    near = near or (bool(before.teller) and len(before.sides) <= 1)
    if not (near and is_nobodys(reading, event)) or any(word.value in _UNSURE for word in event.words):
        return False
    theirs = {word for foe in before.foes for word in (foe.name or foe.text).casefold().split()}
    inside = [
        tag for kind in ("actor", "people", "country", "name") for tag in reading.of(kind, event.first, event.last)
    ]
    words = {word for tag in inside for word in reading.printed(tag.first, tag.last).casefold().split()}
    return theirs.isdisjoint(words) and not reading.of("possessor", event.first, event.last)


def _is_theirs_by_pronoun(clause: Clause, event: Event) -> bool:
    """Tell whether a pronoun that may mean a side is the subject of EVENT: "A broke the truce. | It | shelled B"."""
    reading, word = clause.reading, event.words[0]
    at = word.first - 1
    while at > clause.first and reading.has_any(at, ("have", "adverb")):
        at -= 1
    person = any(tag.value == "person" for tag in reading.at(at, "pronoun")) if at >= clause.first else True
    active = word.kind != "act_noun" and not is_passive(reading, word)
    return active and not person and bool(reading.at(at, "subject_pronoun"))


def left_out(clause: Clause, event: Event, before: Acting) -> tuple[tuple[Mention, ...], str]:
    """Return who acted in EVENT where its clause names nobody who may: by a pronoun, or left out as told BEFORE."""
    return next(((found, how) for how, found in _ways_left_out(clause, event, before) if found), ((), ""))


def _ways_left_out(clause: Clause, event: Event, before: Acting) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """Give who acted in EVENT by what is told around it, surest first, and how that is told."""
    reading, start = clause.reading, subject_from(clause, event.words[0])
    yield "arms of those who are meant by a pronoun", arms_of_those(clause, event, before)
    yield "blamed in the same sentence", _mentions(reading, blamed_for(clause, event))
    yield "whose breaches cost it", _mentions(reading, _whose_breaches(clause, event))
    yield "carried on from the clause before", before.actors if carries_on(clause, event, before) else ()
    theirs = _is_of_foes(clause, event, before, start) and not reading.at(event.words[0].first, "downing")
    foes = before.foes if theirs else ()
    cased = reading.pack.grammar.genitives
    yield "accused before by the same speaker, in a clause that names nobody", foes if cased else ()
    yield f"{INFERRED}: accused just before", foes
    alone = _is_of_only_side(clause, event, before, start)
    yield "the only side that has acted so far", before.actors if alone else ()
    yield f"{INFERRED}: acted in the same sentence", before.actors if suffers_apart(clause, event, before) else ()
    if is_nobodys(reading, event):
        blamed = blamed_for_it(clause, event.sentence, event.words[0])
        yield f"{INFERRED}: blamed by name beside it", _mentions(reading, blamed)
        yield f"{INFERRED}: owned up to it", _mentions(reading, owned_up_behind(clause, event.sentence))
    yield "pointed at by a pronoun", _mentions(reading, pointed_at(clause, event))


def _whose_breaches(clause: Clause, event: Event) -> Sequence[Tag]:
    """Return whose breaches cost what EVENT, a toll alone, tells: "A made 47 breaches, | which left 38 dead"."""
    reading, first = clause.reading, event.sentence.first
    breaches = reading.of("breach", first, event.words[0].first)
    alone = all(word.kind == "casualty" for word in event.words)
    verbs = reading.of("commit", first, breaches[-1].first) if breaches and alone else []
    if not verbs or not reading.has(breaches[-1].first - 1, "number"):
        return ()
    whole = Clause(reading, clause.attribution, first, verbs[-1].first)
    before = [tag for tag in actors_in(whole) if stands_free(reading, tag, first) and may_act(whole, tag)]
    behind = actor_list(reading, verbs[-1].last, breaches[-1].first)
    return behind if reading.pack.grammar.subject[0] == "after" and behind else before[-1:]


def _mentions(reading: Reading, tags: Sequence[Tag]) -> tuple[Mention, ...]:
    return tuple(mention(reading, name_in(reading, tag)) for tag in tags)
