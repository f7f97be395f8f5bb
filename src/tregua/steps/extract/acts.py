"""Which words of a sentence name an act: verbs, nouns, attempts, refusals, hindrances, and what weapons did.

One form may be verb, noun or adjective: "shelling the town", "the shelling of the town", "in occupied territory".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tregua.steps.extract.gaps import GAP, gaps_in
from tregua.steps.extract.means_told import tells_means
from tregua.steps.extract.takings import takings_in
from tregua.steps.extract.text import Reading, Sentence, Tag, is_unknown
from tregua.steps.extract.unspoken import is_refusal
from tregua.vocabulary.acts import Act

__all__ = ["act_words"]

_STRIKING = ("act_verb", "act_noun", "land_verb", "suffered", "use_verb")
_KINDS = ("act_verb", "act_noun", "use_verb", "casualty", "weapon", GAP)
_PLAIN_KINDS = _KINDS[:4]
_SUBJECTS = ("actor", "country", "name", "subject_pronoun", "relative")
_WEAPON_REACH = 6
_FALL_REACH = 14
_ASIDE_REACH = 10
_SUBJECT_REACH = 4
_HINDER_REACH = 9
_UNDER_REACH = 9
_EXPOSED_REACH = 16
_AIR_REACH = 5
_CHARGE_REACH = 10
_OUT_REACH = 14
_WAY_REACH = 5
_FALLING = ("shelling", "airstrike", "drone")
_OBJECTS = ("article", "determiner", "number", "name", "country", "target", "person")
_NOUN_BEFORE = ("people", "belligerent", "by", "article", "determiner", "weapon")
_DESCRIBED = ("place_head", "site", "target", "toponym", "place", "name")
_ADJECTIVE_BEFORE = ("article", "determiner", "preposition", "at_place")


def act_words(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the words of SENTENCE that name an act, each once, in order."""
    tags = [*_intrusions(reading, sentence), *takings_in(reading, sentence)]  # "invaded the airspace" is no advance
    tags += [tag for kind in _PLAIN_KINDS for tag in reading.of(kind, sentence.first, sentence.last)]
    tags = [tag for tag in tags if tag.kind != "use_verb" or _weapon_near(reading, tag, sentence) is not None]
    tags += [*_attempts(reading, sentence), *_refusals(reading, sentence)]
    tags += [*_hindrances(reading, sentence), *_landings(reading, sentence), *_sufferings(reading, sentence)]
    tags += _closings(reading, sentence)
    tags += _wreckings(reading, sentence, tags)
    tags += [tag for tag in reading.of("weapon", sentence.first, sentence.last) if tags and _is_elliptic(reading, tag)]
    tags = [_as_noun(reading, tag) for tag in tags if tag.kind != "act_verb" or _is_act(reading, tag)]
    tags += gaps_in(reading, sentence, tags)
    tags = [tag for tag in tags if not (_is_during(reading, tag, tags) or _keeps_aid(reading, tag, sentence))]
    taken: dict[int, Tag] = {}
    for tag in sorted(tags, key=lambda found: (found.first, _KINDS.index(found.kind))):
        taken.setdefault(tag.first, tag)
    found = list(taken.values())
    return [tag for tag in found if not tells_means(reading, tag, found)]


def _is_during(reading: Reading, noun: Tag, tags: Sequence[Tag]) -> bool:
    """Tell whether NOUN only says during what another act of TAGS was: "during the arrest | they opened fire"."""
    if noun.kind != "act_noun" or not any(tag.kind == "act_verb" and tag.value != noun.value for tag in tags):
        return False
    before = range(max(reading.sentence_of(noun.first).first, noun.first - 2), noun.first)
    return any(reading.at(at, "during") or reading.over(at, "during") is not None for at in before)


def _keeps_aid(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether VERB only says that aid was held up, which is a claim of its own: "do not let through the aid"."""
    if not reading.pack.grammar.genitives or verb.kind != "act_verb" or verb.value != Act.OBSTRUCTION:
        return False
    return reading.has(verb.first, "block") and bool(reading.of("aid", sentence.first, sentence.last))


def _is_act(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB is one: no noun, no adjective, and no hour that is written with the same letters."""
    if verb.value == Act.EXPLOSION and reading.pack.grammar.capitals and _breaks_out(reading, verb):
        return False
    return not (_is_noun(reading, verb) or _is_adjective(reading, verb) or _is_hour(reading, verb))


def _breaks_out(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB only says that an act broke out: "fighting between A and B | exploded"."""
    first = reading.sentence_of(verb.first).first
    acts = reading.of("act_noun", max(first, verb.first - _OUT_REACH), verb.first)
    return bool(acts) and acts[-1].value != Act.EXPLOSION and not reading.of("weapon", acts[-1].last, verb.first)


def _attempts(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the acts of SENTENCE that are tried, gone on with or charged: "tried to infiltrate", "accused of"."""
    tried = reading.of("attempt", sentence.first, sentence.last)
    ends = {tag.last for tag in tried}
    if reading.pack.grammar.genitives:  # "the truce did not keep | the rebels from | attacking"
        ends |= {who.last for tag in tried if tag.last < sentence.last for who in reading.at(tag.last, "actor")}
    for charge in reading.of("accuse", sentence.first, sentence.last):  # "accused Israel of | bombing"
        near = range(charge.last, min(charge.last + _CHARGE_REACH, sentence.last))
        ends |= {tag.last for at in near for tag in reading.at(at, "of")}
    bases = reading.of("act_base", sentence.first, sentence.last)
    ends |= {tag.first for tag in bases if _is_attempt_of(reading, tag, sentence)}
    return [replace(tag, kind="act_verb") for tag in bases if tag.first in ends]


def _is_attempt_of(reading: Reading, base: Tag, sentence: Sentence) -> bool:
    """Tell whether an attempt by somebody is told that BASE is: "an attempt by the militia to | advance"."""
    nouns = reading.of("attempt_noun", max(sentence.first, base.first - _CHARGE_REACH), base.first)
    return bool(nouns) and reading.has(base.first - 1, "aim") and reading.has(nouns[-1].last, "by")


def _refusals(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the refusals of SENTENCE, as acts: "denied the patrol passage"."""
    said = reading.of("say", sentence.first, sentence.last)
    return [replace(tag, kind="act_verb", value=Act.OBSTRUCTION) for tag in said if is_refusal(reading, tag)]


def _intrusions(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE that went into the air over somebody, as acts: "violated Lebanese | airspace"."""
    verbs = reading.of("intrude", sentence.first, sentence.last)
    return [
        replace(verb, kind="act_verb", value=Act.OVERFLIGHT)
        for verb in verbs
        if reading.of("airspace", verb.last, min(verb.last + _AIR_REACH, sentence.last))
    ]


def _hindrances(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE that kept somebody from going on: "prevented the patrol from entering"."""
    found = reading.of("hinder", sentence.first, sentence.last)
    return [replace(tag, kind="act_verb", value=Act.OBSTRUCTION) for tag in found if _holds_up(reading, tag, sentence)]


def _holds_up(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether VERB held somebody up: a word of going on follows it, or it is passive and tells where or by whom.

    Aid that is held up is a claim of its own.
    """
    struck = reading.of("target", max(sentence.first, verb.first - _HINDER_REACH), verb.first)
    if struck and reading.has(verb.first - 1, "auxiliary") and reading.begins(verb.last, ("by", "at_place")):
        return True
    for at in range(verb.last, min(verb.last + _HINDER_REACH, sentence.last)):
        if reading.at(at, "aid") or reading.tokens[at].text in {",", ";"}:
            return False
        if reading.at(at, "passing"):
            return True
    return False


def _closings(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE by which a way was closed: "cut the road", "the bridge was closed by the army".

    Where aid is told of, that it was held up is a claim of its own.
    """
    if reading.of("aid", sentence.first, sentence.last):
        return []
    found = reading.of("close_verb", sentence.first, sentence.last)
    return [replace(tag, kind="act_verb", value=Act.OBSTRUCTION) for tag in found if _closes_way(reading, tag)]


def _closes_way(reading: Reading, verb: Tag) -> bool:
    """Tell whether a way is the object of VERB, or the subject of its passive, and no flood or landslide closed it."""
    first, last = verb.last, verb.last + _WAY_REACH
    whole = reading.sentence_of(verb.first)
    if reading.of("nature", whole.first, whole.last):
        return False
    if verb.first and reading.has(verb.first - 1, "auxiliary"):
        first, last = max(reading.sentence_of(verb.first).first, verb.first - _WAY_REACH), verb.first
        return bool(reading.of("way", first, last)) and reading.has(verb.last, "by")
    ways = reading.of("way", first, min(last, reading.sentence_of(verb.first).last))
    return bool(ways) and not any(reading.tokens[at].kind == "mark" for at in range(first, ways[0].first))


def _landings(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE that tell where a weapon came down: "two shells landed in a yard"."""
    verbs = reading.of("land_verb", sentence.first, sentence.last)
    return [replace(tag, kind="use_verb", value="use") for tag in verbs if _has_fallen(reading, tag, sentence)]


def _sufferings(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE by which somebody came under fire: "under fire of the army | came a worker"."""
    found = []
    for verb in reading.of("come_under", sentence.first, sentence.last):
        near = (max(sentence.first, verb.first - _UNDER_REACH), min(sentence.last, verb.last + _UNDER_REACH))
        nouns = [tag for tag in reading.of("act_noun", *near) if not reading.has(tag.first - 1, "number")]  # a count
        fire = [tag for tag in nouns if _is_under(reading, tag)]
        fire = [tag for tag in fire if tag.value == Act.SHELLING] or fire
        found += [replace(verb, kind="act_verb", value=tag.value) for tag in fire[:1]]
    return [*found, *_exposures(reading, sentence)]


def _exposures(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the verbs of SENTENCE by which something was exposed to a weapon: "taʿarraḍat | homes to shells"."""
    found = []
    for verb in reading.of("suffered", sentence.first, sentence.last):
        for weapon in reading.of("weapon", verb.last, min(sentence.last, verb.last + _EXPOSED_REACH)):
            told = any(reading.of(kind, verb.last, weapon.first) for kind in ("act_noun", "act_verb"))
            if reading.at(weapon.first - 1, "of") and not told and not reading.at(weapon.first, "act_noun"):
                found.append(replace(verb, kind="act_verb", value=weapon.value))
                break
    return found


def _is_under(reading: Reading, noun: Tag) -> bool:
    """Tell whether somebody is said to be under NOUN: "under fire", "under heavy raids and shelling"."""
    at = noun.first
    while at > max(0, noun.first - _UNDER_REACH) and not reading.at(at, "under") and _is_listed(reading, at - 1):
        at -= 1
    return any(reading.at(each, "under") for each in range(max(0, at - 2), at + 1))


def _is_listed(reading: Reading, position: int) -> bool:
    """Tell whether what stands at POSITION joins acts in a list, or is one of them."""
    known = reading.has_any(position, ("and", "act_noun", "weapon")) or is_unknown(reading, position)
    return known or reading.tokens[position].text == ","


def _has_fallen(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether what came down by VERB is a weapon or fire: before it, or right behind ("cayó un misil")."""
    start = max(sentence.first, verb.first - _WEAPON_REACH)
    marks = [at + 1 for at in range(start, verb.first) if reading.tokens[at].text in {",", ";", ":"}]
    start = marks[-1] if marks else start
    if reading.of("weapon", start, verb.first) or (not marks and _opens_with_weapon(reading, verb, sentence)):
        return True
    if any(tag.value in _FALLING for tag in reading.of("act_noun", start, verb.first)):
        return True
    at = verb.last
    while at < sentence.last and reading.has_any(at, ("article", "number", "adverb")):
        at += 1
    return at < sentence.last and reading.has(at, "weapon")


def _opens_with_weapon(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether the clause of VERB opens with a weapon, its subject: "four missiles, sent by X, | slammed into"."""
    start = max(sentence.first, verb.first - _FALL_REACH)
    if reading.pack.grammar.subject != ("before",):
        return False
    marks = [at + 1 for at in range(start, verb.first) if reading.tokens[at].kind == "mark"]
    at = marks[-1] if marks else start
    while at < verb.first and reading.has_any(at, ("article", "number", "determiner", "modifier", "clause")):
        at += 1
    return (bool(marks) or start == sentence.first) and reading.has(at, "weapon")


def _wreckings(reading: Reading, sentence: Sentence, tags: Sequence[Tag]) -> list[Tag]:
    """Return the verbs of SENTENCE that tell what a weapon wrecked, when TAGS name no other act."""
    if any(tag.kind != "casualty" for tag in tags):
        return []
    found = reading.of("damage", sentence.first, sentence.last)
    armed = [tag for tag in found if _weapon_near(reading, tag, sentence) is not None]
    return [replace(tag, kind="use_verb", value="use") for tag in armed[:1]]


def _as_noun(reading: Reading, tag: Tag) -> Tag:
    """Return TAG as the noun that an article before it and "of" behind it make of it: "the targeting of homes"."""
    if tag.kind != "act_verb" or not tag.first or not reading.has_any(tag.first - 1, ("article", "determiner")):
        return tag
    owned = tag.last < len(reading.tokens) and reading.at(tag.last, "of")
    return replace(tag, kind="act_noun") if owned else tag


def _is_noun(reading: Reading, tag: Tag) -> bool:
    """Tell whether a word that may be verb or noun is a noun: whose it is stands beside it, or nobody who may act."""
    before = tag.first - 1
    if reading.begins(tag.first, ("act_noun", "weapon")):
        if reading.has(tag.first, "participial") and reading.has_any(tag.last, _OBJECTS):
            return not _answers(reading, tag) and _is_owned(reading, tag)
        if _is_owned(reading, tag) or (before >= 0 and reading.has(before, "actor") and _is_of_one(reading, before)):
            return True
    if not reading.at(tag.first, "either") or (before >= 0 and reading.has(before, "attempt")):
        return False
    return before < 0 or not reading.has_any(before, _SUBJECTS) or _is_of_one(reading, before)


def _answers(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG says by what act somebody answered: "responded by | shelling the town"."""
    return tag.first > 1 and reading.has(tag.first - 1, "by") and reading.has(tag.first - 2, "reply")


def _is_owned(reading: Reading, tag: Tag) -> bool:
    """Tell whether what stands beside TAG can only stand beside a noun: "the bombing", "Russia's shelling of"."""
    before, owning = tag.first - 1, reading.pack.grammar.possessives
    if before >= 0 and reading.at(before, "relative"):
        return False  # "it is the army that | shells the town"
    if before >= 0 and (reading.has_any(before, _NOUN_BEFORE) or reading.tokens[before].norm in owning):
        return True
    if not owning or tag.last >= len(reading.tokens):
        return False
    return reading.begins(tag.last, ("of", "by"))


def _is_adjective(reading: Reading, tag: Tag) -> bool:
    """Tell whether a participle only describes a noun: "in occupied South Ossetia", "colinas | ocupadas".

    Where it stands behind its noun, one that tells by whom is the verb of a headline: "villages occupied by the army".
    """
    if not tag.first or not reading.at(tag.first, "attributive"):
        return False
    if "after" in reading.pack.grammar.modifiers:
        by = tag.last < len(reading.tokens) and reading.at(tag.last, "by")
        return not by and reading.has_any(tag.first - 1, _DESCRIBED)
    if tag.first > 1 and reading.at(tag.first - 1, "relative") and _ends_subject(reading, tag.first - 2):
        return False  # "it was the army that | bombed the town"
    return reading.has_any(tag.first - 1, _ADJECTIVE_BEFORE) and not reading.has(tag.first - 1, "auxiliary")


def _ends_subject(reading: Reading, position: int) -> bool:
    """Tell whether one who may act ends at POSITION, or an aside behind him."""
    return reading.tokens[position].text == "," or reading.has_any(position, _SUBJECTS)


def _is_hour(reading: Reading, tag: Tag) -> bool:
    """Tell whether the word begins a time of day: Arabic writes "dawn" with the letters of "blew up"."""
    inside = reading.has(tag.first, "time") and reading.has(tag.last, "weekday")  # "since it began at dawn | on Friday"
    return inside or bool(reading.at(tag.first, "time"))


def _is_elliptic(reading: Reading, weapon: Tag) -> bool:
    """Tell whether WEAPON stands for a verb left out: "fired mortars at A, and rockets at B"."""
    joined = weapon.first > 1 and reading.at(weapon.first - 1, "and") and reading.tokens[weapon.first - 2].text == ","
    aimed = reading.at(weapon.last, "at_target")
    return bool(joined and aimed)


def _is_of_one(reading: Reading, position: int) -> bool:
    """Tell whether the name at POSITION only says whose a noun is: "in a Taliban attack", "in | army raids"."""
    owner = next((tag for kind in _SUBJECTS for tag in [reading.over(position, kind)] if tag is not None), None)
    before = -1 if owner is None else owner.first - 1
    if before >= 0 and reading.tokens[before].norm in reading.pack.numerals.articles:
        return True
    if not reading.pack.grammar.capitals or "before" not in reading.pack.grammar.modifiers:
        return False
    before -= before > 0 and bool(reading.at(before, "article"))
    return before >= 0 and bool(reading.at(before, "preposition")) and not reading.at(before, "subordinate")


def _weapon_near(reading: Reading, tag: Tag, sentence: Sentence) -> Tag | None:
    grammar, start = reading.pack.grammar, tag.last
    if grammar.subject[0] == "after" and not reading.has(tag.first, "by"):
        start = max((each.last for each in reading.at(tag.last, "actor")), default=tag.last)  # "fired | the rebels | …"
    near = range(start, min(start + _SUBJECT_REACH, sentence.last))
    aside = any(reading.tokens[at].text == "," for at in near)
    reach = _WEAPON_REACH + (_ASIDE_REACH if aside else 0)  # "fell, according to the spokesman, shells"
    found = reading.of("weapon", tag.last, min(start + reach, sentence.last))
    if not found and (grammar.verb == "last" or grammar.genitives or reading.has(tag.first - 1, "auxiliary")):
        found = reading.of("weapon", max(tag.first - _WEAPON_REACH, sentence.first), tag.first)
    return found[0] if found else _sent_by(reading, tag, sentence)


def _sent_by(reading: Reading, verb: Tag, sentence: Sentence) -> Tag | None:
    """Return the weapon that stands for VERB, by its pronoun, in a clause of no other act: "shells | A fired"."""
    if not reading.has(verb.first, "by"):
        return None
    found = reading.of("weapon", max(verb.first - _WEAPON_REACH, sentence.first), verb.first)[-1:]
    for weapon in found:
        marks = (at + 1 for at in range(sentence.first, weapon.first) if reading.tokens[at].kind == "mark")
        start = max(marks, default=sentence.first)
        if not any(reading.of(kind, start, weapon.first) for kind in _STRIKING):
            return weapon
    return None
