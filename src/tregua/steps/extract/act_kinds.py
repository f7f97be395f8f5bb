"""Which act an event is: as its verb says, by the weapon about it, or by who did it and whence."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.able import clause_from, stands_free
from tregua.steps.extract.events import Event
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.targets import is_aimed_at
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["act_told", "is_of_a_side"]

_SPECIFIC = ("airstrike", "drone", "shelling", "explosion", "abduction", "advance", "obstruction", "overflight")
_BESIDE = 5
_OF_FIRE = ("by", "sent", "use_verb", "act_verb", "auxiliary", "have", "origin", "of")
_FIRE = ("small-arms", "attack", "use")
_BY_AIR = (Act.ATTACK, Act.SHELLING, Act.SMALL_ARMS, "use")


def act_told(clause: Clause, event: Event, acts: Sequence[Tag], actors: Sequence[Mention]) -> Act:
    """Return the act that EVENT of CLAUSE is, its ACTS being the words for it and ACTORS those who did it."""
    burnt = bool(acts) and acts[0].value == Act.OTHER and any(word.kind == "casualty" for word in event.words)
    if not acts or (burnt and not any(word.value in _SPECIFIC for word in acts)):
        return _killing(clause, event, actors)  # "killed two men and set fire to their house"
    if acts[0].value == Act.ADVANCE and _takes_people(clause.reading, acts[0]):
        return Act.ABDUCTION
    if acts[0].value in _BY_AIR and _is_by_air(clause, event, acts[0], actors):
        return Act.AIRSTRIKE
    specific = [word for word in acts if word.value in _SPECIFIC and not _takes_things(clause, word, acts[0])]
    specific = [word for word in specific if clause.reading.at(word.first, "come_under")] or specific
    weapons = _weapons_of(clause, acts[0])
    if specific:
        grounded = _is_from_ground(clause.reading, event, specific[0], actors) or _came_as_fire(clause, specific[0])
        return Act.SHELLING if grounded else _by_weapons(clause.reading, specific[0], weapons)
    if weapons and acts[0].value in _FIRE:
        return _by_arms(weapons)
    return Act(acts[0].value) if acts[0].value in set(Act) else Act.ATTACK


def is_of_a_side(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG may be of a side: many fly over a place, and "reconnaissance drones" says not whose they are."""
    own = reading.of("weapon", tag.first, tag.last)
    return not own or any(reading.of(kind, tag.first, tag.last) for kind in ("country", "people", "belligerent", "of"))


def _by_arms(arms: Sequence[str]) -> Act:
    """Return the act that the weapons ARMS of one blow stand for: "dropped explosives from a drone" is the drone's."""
    carried = set(arms) == {Act.EXPLOSION, Act.DRONE}
    return Act.SHELLING if Act.SHELLING in arms else Act.DRONE if carried else Act(arms[0])


def _is_from_ground(reading: Reading, event: Event, word: Tag, actors: Sequence[Mention]) -> bool:
    """Tell whether WORD, said of bombs and of shells alike, is told of those who have no aircraft."""
    if word.value != Act.AIRSTRIKE or not reading.at(word.first, "bombard") or not actors:
        return False
    landed = [reading.printed(tag.first, tag.last) for tag in reading.of("no_aircraft", event.first, event.last)]
    return any(name in actors[0].text for name in landed)


def _weapons_of(clause: Clause, word: Tag) -> list[str]:
    """Return the acts that the weapons about WORD stand for: what is its subject, or else all about it."""
    reading, start = clause.reading, clause_from(clause, word)
    found = [tag for tag in reading.of("weapon", start, clause.last) if not is_aimed_at(reading, tag)]
    before = [tag for tag in found if tag.first < word.first]
    own = word.kind != "act_noun" and before and stands_free(reading, before[-1], start)
    struck = reading.pack.grammar.genitives and before != found  # "the drone they shelled | with machine guns"
    if own and not struck and word.value in _BY_AIR and before[-1].value == Act.DRONE:
        return [before[-1].value]
    return [tag.value for tag in found]


def _killing(clause: Clause, event: Event, actors: Sequence[Mention]) -> Act:
    """Return the act of an event that tells of dead and wounded alone: by the weapon, or an attack by somebody."""
    weapons = [tag.value for tag in clause.reading.of("weapon", event.first, event.last) if tag.value in set(Act)]
    if weapons:
        return Act(weapons[0])
    if any(_is_by_air(clause, event, word, actors) for word in event.words):
        return Act.AIRSTRIKE
    return Act.ATTACK if actors else Act.OTHER


def _by_weapons(reading: Reading, word: Tag, weapons: Sequence[str]) -> Act:
    """Return what WORD, of a certain act, means with WEAPONS: "obstrelyali iz pulemyotov" is small-arms fire."""
    if word.kind == "act_verb" and word.value == Act.AIRSTRIKE and "shelling" in weapons:
        return Act.SHELLING
    if word.value == Act.SHELLING and set(weapons) == {Act.DRONE} and _is_beside(reading, word):
        return Act.DRONE
    small = word.value == Act.SHELLING and Act.SMALL_ARMS in weapons and set(weapons) <= {Act.SMALL_ARMS, Act.DRONE}
    return Act.SMALL_ARMS if small and reading.pack.grammar.genitives else Act(word.value)


def _came_as_fire(clause: Clause, verb: Tag) -> bool:
    """Tell whether what VERB says went into a place is shells, no force: "rockets fired by A | penetrated B"."""
    reading, start = clause.reading, clause_from(clause, verb)
    fired = reading.of("weapon", start, verb.first) if verb.value == Act.ADVANCE and verb.kind == "act_verb" else []
    if not fired or fired[0].value != Act.SHELLING or not stands_free(reading, fired[0], start):
        return False
    if fired[0].last < verb.first and not reading.has_any(fired[0].last, _OF_FIRE):
        return False  # "mortar | teams advanced"
    before = reading.of("actor", start, fired[0].first)
    return all(clause.attribution.speaks(reading, who) for who in before) and not is_aimed_at(reading, fired[0])


def _is_beside(reading: Reading, word: Tag) -> bool:
    """Tell whether a weapon stands right beside WORD, no comma between: "bombarded with drones", "a drone shelled"."""
    for tag in reading.of("weapon", max(0, word.first - _BESIDE), word.last + _BESIDE):
        between = range(min(tag.last, word.last), max(tag.first, word.first))
        if not any(reading.tokens[at].text in {",", ";", ":"} for at in between):
            return True
    return False


def _flies(reading: Reading, aerial: Tag, actors: Sequence[Mention]) -> bool:
    """Tell whether AERIAL is what the first of ACTORS is called by."""
    return bool(actors) and reading.printed(aerial.first, aerial.last) in actors[0].text


def _takes_things(clause: Clause, verb: Tag, first: Tag) -> bool:
    """Tell whether VERB, behind another act, only says what was taken in it: "attacked a post, | capturing arms"."""
    later = verb is not first and verb.value == Act.ADVANCE and clause.reading.has(verb.first, "participial")
    return later and not clause.reading.of("place", verb.last, min(verb.last + _BESIDE + 1, clause.last))


def _takes_people(reading: Reading, verb: Tag) -> bool:
    """Tell whether what VERB took is people, and no site of theirs: "captured two soldiers", not "a police base"."""
    position = verb.last
    while position < len(reading.tokens) and reading.has_any(position, ("number", "article", "modifier", "people")):
        if reading.over(position, "site") is not None:
            return False
        position += 1
    return position < len(reading.tokens) and reading.has(position, "person") and position > verb.last


def _is_by_air(clause: Clause, event: Event, verb: Tag, actors: Sequence[Mention]) -> bool:
    """Tell whether who struck did so from the air: "the air force struck", "hit by warplanes", "an attack by jets"."""
    reading = clause.reading
    if reading.at(verb.first, "downing"):
        return False  # "the plane | was shot down"
    verb_first = "after" in reading.pack.grammar.subject
    flown = reading.of("aerial", event.first if verb_first else verb.last, event.last)
    if (verb_first or reading.pack.grammar.genitives) and any(_flies(reading, tag, actors) for tag in flown):
        return True  # "nanosila udary | voennaya aviatsiya"
    if verb_first and verb.last < event.last and _is_manned(reading, verb.last):
        return True  # "qaṣafat | ṭaira ḥarbiyya", and nobody is said to have done it
    if verb.kind == "act_noun":
        behind = [by.last for by in reading.at(verb.last, "by")] if verb.last < clause.last else []
        return any(reading.of("aerial", at, min(at + _BESIDE, clause.last)) for at in behind)
    if is_passive(reading, verb):
        return any(reading.has(by.last, "aerial") for by in reading.of("by", verb.last, clause.last))
    return not verb_first and bool(reading.of("aerial", event.first, verb.first))


def _is_manned(reading: Reading, position: int) -> bool:
    """Tell whether the words at POSITION are for an aircraft, and no drone."""
    drone = any(tag.value == Act.DRONE for tag in reading.at(position, "weapon"))
    return reading.begins(position, ("aerial",)) and not drone
