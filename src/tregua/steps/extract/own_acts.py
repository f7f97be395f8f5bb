"""Who tells of an act of his own, by an infinitive that leaves him out: "l'armée dit avoir tué dix rebelles"."""

from __future__ import annotations

from tregua.steps.extract.able import stands_free
from tregua.steps.extract.charges import blamed_before
from tregua.steps.extract.slots import Clause, actor_list, actors_in, agents_marked
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["accused_of", "is_admission", "owned_up", "owned_up_behind", "self_told", "speakers_before"]

_NONE_REACH = _NEAR = 4
_DENIED_REACH = 8
_OTHERS = ("act_verb", "use_verb", "casualty", "negation", "none_of", "place")


def accused_of(clause: Clause, word: Tag) -> list[Tag]:
    """Return who is accused, by an infinitive behind "of", of having done WORD: "accuse les rebelles d'avoir tué"."""
    reading, at = clause.reading, _light_before(clause.reading, word.first - 1)
    told = at > 0 and reading.at(at, "own_act") and reading.at(at - 1, "of")
    return blamed_before(clause, at) if told else []


def self_told(clause: Clause, word: Tag) -> list[Tag]:
    """Return the speaker who tells of an act of his own: "dit avoir tué dix", "said it had shelled Homs"."""
    reading, at = clause.reading, _light_before(clause.reading, word.first - 1)
    if at > 0 and reading.has(at, "have") and not reading.at(at, "own_act"):
        at = _light_before(reading, at - 1)
    noun = word.kind == "act_noun" and not reading.pack.grammar.construct_state
    if noun or not reading.at(at, "own_act") or blamed_before(clause, at):
        return []  # "the army blamed the rebels, saying that they had shelled it"
    return speakers_before(clause, at - bool(reading.at(at - 1, "of"))) or []  # "informó | de | que atacó"


def owned_up(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who owns up to NOUN in its clause: "the rebels admit | an ambush of their own", "for which they did"."""
    reading = clause.reading
    for mark in reading.of("hedge", noun.last, clause.last):
        named = list(actors_in(clause.part(noun.last, mark.first))) if is_admission(reading, mark) else []
        if named and _light_before(reading, mark.first - 1) == named[-1].last - 1:
            return named[-1:]
    marks = [tag for tag in reading.of("hedge", clause.first, noun.first) if is_admission(reading, tag)]
    for mark in marks[-1:]:
        behind = actor_list(reading, mark.last, noun.first) if reading.pack.grammar.subject[0] == "after" else []
        if behind:
            return [tag for tag in behind if not _is_office(reading, tag)]
        before = actors_in(clause.part(clause.first, mark.first), speakers=True)
        free = [tag for tag in before if stands_free(reading, tag, clause.first)]
        said = [tag for tag in free if clause.attribution.speaks(reading, tag)]
        return [tag for tag in (said or free)[-1:] if not _is_office(reading, tag)]
    return []


def owned_up_behind(clause: Clause, sentence: Sentence) -> list[Tag]:
    """Return who owns up, in the sentence behind SENTENCE, to the act told there: "| The group claimed responsibility".

    It tells of no other act: what it names is pointed to ("for the attack"), and it does not say where.
    """
    reading = clause.reading
    if sentence.index + 1 >= len(reading.sentences):
        return []
    behind = reading.sentences[sentence.index + 1]
    whole = Clause(reading, clause.attribution, behind.first, behind.last)
    nouns = reading.of("act_noun", behind.first, behind.last)
    known = all(_is_pointed_to(reading, noun) for noun in nouns)
    others = (tag for kind in _OTHERS for tag in reading.of(kind, behind.first, behind.last))
    if not known or any(not reading.at(tag.first, "act_noun") for tag in others):
        return []
    for mark in reading.of("hedge", behind.first, behind.last):
        to = mark.last - mark.first > 1 or any(mark.last <= noun.first <= mark.last + _NEAR for noun in nouns)
        if to and is_admission(reading, mark):
            named = actors_in(whole.part(behind.first, mark.first), speakers=True)
            return [tag for tag in named if _may_own_up(reading, tag, behind.first)][-1:]
    for agent in reading.of("by", behind.first, behind.last):
        if agent.last - agent.first > 1 and reading.has_any(agent.first - 1, ("auxiliary", "adverb")):
            return agents_marked(reading, agent, behind.last)  # "the attack was claimed by A"
    return []


def _may_own_up(reading: Reading, tag: Tag, first: int) -> bool:
    """Tell whether TAG, no office, is the subject of a sentence that begins at FIRST."""
    return tag.kind != "name" and stands_free(reading, tag, first) and not _is_office(reading, tag)


def _is_pointed_to(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN points to an act told before: "the attack", "these strikes", not "a second attack"."""
    at, first = noun.first - 1, reading.sentence_of(noun.first).first
    while at > first and reading.has_any(at, ("modifier", "weapon")) and not reading.has(at, "anew"):
        at -= 1
    definite = any(tag.value == "definite" for tag in reading.at(at, "article"))
    return (definite or reading.has(at, "determiner")) and not reading.has(at, "anew")


def is_admission(reading: Reading, hedge: Tag) -> bool:
    """Tell whether by HEDGE somebody owns up: not "no group claimed responsibility", nor "blamed A for | its part".

    Nor who says that it was not he: "A denied | its responsibility for".
    """
    before = max(reading.sentence_of(hedge.first).first, hedge.first - _NONE_REACH)
    refused = ("none_of", "blame_verb") if reading.pack.grammar.subject[0] == "after" else ("none_of",)
    told = any(reading.has_between(before, hedge.first, kind) for kind in refused)
    said = reading.of("say", max(reading.sentence_of(hedge.first).first, hedge.first - _DENIED_REACH), hedge.first)
    denied = bool(said) and said[-1].value == Stance.DENIED
    return hedge.value == "self_admitted" and not told and not denied


def speakers_before(clause: Clause, position: int) -> list[Tag] | None:
    """Return who says what begins at POSITION, no office; None when no word of saying stands right before it."""
    reading = clause.reading
    told = _light_before(reading, position - 1)
    told = _light_before(reading, told - 1) if told > 0 and reading.at(told, "relative") else told
    if told < 0 or not _says(clause, told):
        return None
    claims = (act for act in clause.attribution.said[reading.sentence_of(told).index] if act.means == "claim")
    if any(act.first <= told < act.last for act in claims):
        return []  # "A denied a claim of B that | it had shelled C": it may be the one or the other
    before = [tag for kind in ("actor", "country", "name") for tag in reading.of(kind, clause.first, position)]
    speaking = [tag for tag in sorted(before, key=_width) if clause.attribution.speaks(reading, tag)][-1:]
    return [tag for tag in speaking if not _is_office(reading, tag)]


def _says(clause: Clause, position: int) -> bool:
    """Tell whether a verb of saying stands at POSITION, or before the speaker who ends there where verbs go first."""
    reading = clause.reading
    if reading.over(position, "say") is not None or reading.pack.grammar.subject[0] != "after":
        return reading.over(position, "say") is not None
    speaker = next((tag for kind in ("actor", "country") for tag in [reading.over(position, kind)] if tag), None)
    verb = -1 if speaker is None else _light_before(reading, speaker.first - 1)
    return verb >= 0 and reading.over(verb, "say") is not None


def _is_office(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG names an office or a body, which speaks for others."""
    inside = range(tag.first, tag.last)
    office = reading.has(tag.last - 1, "voice_head") and not reading.has(tag.last - 1, "actor_head")
    return office or any(reading.has(at, "institution") for at in inside)


def _light_before(reading: Reading, position: int) -> int:
    """Return the last position up to POSITION that is no adverb, no time and no place with its marker."""
    while position >= 0:
        place = reading.over(position, "place")
        if place is not None and place.first and reading.has(place.first - 1, "at_place"):
            position = place.first - 2
        elif reading.has_any(position, ("adverb", "time")):
            position -= 1
        else:
            break
    return position


def _width(tag: Tag) -> tuple[int, int]:
    return tag.last, tag.last - tag.first
