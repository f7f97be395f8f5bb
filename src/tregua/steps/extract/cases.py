"""Cases of nouns: which form of a word can be a subject, and which names by its ending alone who did something.

A pack of a language with cases lists forms of the words for those who act: ``nominative`` (this case and not the
accusative), ``oblique`` (never the nominative) and ``instrumental`` (who does what a passive verb or a noun tells).
A pack that lists none says nothing of cases, and nobody is refused or found for a case.
"""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.slots import Clause, actor_list, actors_in
from tregua.steps.extract.text import Reading, Tag

__all__ = [
    "agents_by_case",
    "armed_owners",
    "arms_alone",
    "committers",
    "is_committed",
    "is_instrumental",
    "is_nominative",
    "is_object_form",
    "is_oblique",
    "owner_of_arms",
    "subject_of_noun",
    "subjects_behind",
]

_REACH = 12
_FARTHER = 24
_ARMS_APART = 2
_ARMS = ("weapon", "means", "aerial")
_DONE = ("suffered", "commit", "occur")
_DOING = ("act_verb", "use_verb", "casualty", "sent", "person", "pronoun", "relative_pronoun", *_DONE)
_HEADS_NAMED = ("actor", "country")
_HEADS = ("actor_head", "country")
_ARMED = ("armed", "foe", "group")
_GOVERNING = ("preposition", "at_place", "at_target", "of", "by", "between")


def _head(reading: Reading, tag: Tag) -> int | None:
    """Return where the word stands that gives TAG its case: the first head in it; what it owns follows."""
    for position in range(tag.first, tag.last):
        if reading.has_any(position, _HEADS):
            return position
    return None


def _is_in(reading: Reading, tag: Tag, case: str) -> bool:
    head = _head(reading, tag)
    return head is not None and reading.has(head, case)


def is_oblique(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG cannot be a subject, by its case; a number before it explains a genitive ("five soldiers")."""
    if tag.first and reading.has(tag.first - 1, "number"):
        return reading.has(tag.first - 1, "oblique")  # "dvoikh soldat | zastrelil snayper"
    return tag.kind in {"actor", "country", "name"} and _is_in(reading, tag, "oblique")


def is_nominative(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG can be nothing but a subject, by its case."""
    return _is_in(reading, tag, "nominative")


def is_instrumental(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is named as the one by whom something is done, by its case."""
    return _is_in(reading, tag, "instrumental")


def _is_governed(reading: Reading, tag: Tag) -> bool:
    return tag.first > 0 and reading.has_any(tag.first - 1, _GOVERNING)


def is_object_form(reading: Reading, tag: Tag, verb: Tag, arms: Sequence[Tag] = ()) -> bool:
    """Tell whether TAG, of one form for one man and for whom many strike, is struck by VERB.

    No single one is the subject of a verb in the plural ("soldat | obstrelyali"); behind ARMS that may be the subject
    he is struck by them ("dron atakoval | soldat").
    """
    head = _head(reading, tag)
    alone = head is not None and any(person.value == "one" for person in reading.at(head, "person"))
    if not alone or is_nominative(reading, tag) or reading.at(tag.last, "and"):
        return False
    plural = reading.pack.grammar.plural_verbs
    return bool(arms) or (bool(plural) and reading.tokens[verb.first].norm.endswith(plural))


def agents_by_case(clause: Clause, word: Tag) -> list[Tag]:
    """Return whose doing the passive verb or noun WORD is, by their case: right behind it, or else before it."""
    reading = clause.reading
    if not reading.of("instrumental", clause.first, clause.last):
        return []
    behind = clause.part(word.last, min(clause.last, word.last + _REACH))
    done = word.kind != "act_noun" or reading.has_any(word.first - 1, _DONE)  # "by the rebels | was made fire at it"
    before = clause.part(max(clause.first, word.first - _FARTHER), word.first)
    for part in (behind, before) if done else (behind,):
        for tag in actors_in(part):
            if is_instrumental(reading, tag) and not (
                _is_governed(reading, tag) or _is_of_participle(reading, tag, word)
            ):
                return actor_list(reading, tag.first, clause.last)
    return []


def _is_of_participle(reading: Reading, tag: Tag, word: Tag) -> bool:
    """Tell whether TAG did what a participle right before it tells, not WORD: "a truce | signed | by the rebels".

    Right behind a comma it tells of WORD itself: "in a raid, | carried out | by the rebels".
    """
    shapes, at = reading.pack.grammar.participles, tag.first - 1
    if shapes is None or at < 1 or reading.tokens[at].capital or reading.has_any(at, _DOING):
        return False
    own = at - 1 == word.last and reading.tokens[word.last].text == ","
    return not own and shapes.fullmatch(reading.tokens[at].norm) is not None


def armed_owners(clause: Clause, position: int) -> list[Tag]:
    """Return the armed who own by the genitive alone the noun before POSITION: "obstrily bojovykiv" are by them."""
    reading = clause.reading
    aimed = reading.over(position - 1, "at_target")
    if aimed is not None and aimed.last - aimed.first > 1:
        return []  # "ogon' po | soldatam" is fire at them
    found = actor_list(reading, position, clause.last)
    owning = [tag for tag in found if not is_nominative(reading, tag) and not is_instrumental(reading, tag)]
    return [tag for tag in owning if _is_armed(reading, tag) or _strikes(clause, tag)]


def _is_armed(reading: Reading, tag: Tag) -> bool:
    return tag.kind == "actor" and any(reading.has_any(at, _ARMED) for at in range(tag.first, tag.last))


def _strikes(clause: Clause, tag: Tag) -> bool:
    """Tell whether TAG is a country, right behind which stands what it struck: "udar | Izrailya | po Tyru"."""
    behind = tag.last < clause.last and clause.reading.at(tag.last, "at_target")
    return tag.kind == "country" and bool(behind)


def subjects_behind(clause: Clause, position: int) -> list[Tag]:
    """Return the subject that stands anywhere behind POSITION in CLAUSE, told by its case alone."""
    reading = clause.reading
    named = actors_in(clause.part(position, clause.last)) if reading.of("nominative", position, clause.last) else ()
    for tag in named:
        if reading.of("casualty", position, tag.first) or reading.of("relative_pronoun", position, tag.first):
            break  # "struck the post, one soldier died", "struck A, which soldiers hold": no subject of the blow
        if is_nominative(reading, tag) and not _is_governed(reading, tag):
            return actor_list(reading, tag.first, clause.last)
    return _behind_arms(clause, position)


def _behind_arms(clause: Clause, position: int) -> list[Tag]:
    """Return who stands right behind the arms at POSITION that a verb was done with: "fired from mortars | A"."""
    reading, at = clause.reading, position
    for arms in reading.of("weapon", position, clause.last):
        if arms.first - at > _ARMS_APART:
            break
        at = arms.last
    found = actor_list(reading, at, clause.last) if at > position else []
    return found if found and found[0].kind == "actor" and not is_oblique(reading, found[0]) else []


def subject_of_noun(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who stands right before NOUN as the subject of a verb written like it: "inna | l-jaysh | qaṣafa A".

    Only where an owner stands right behind what is owned, so that whoever stands before it does not own it.
    """
    reading = clause.reading
    if not reading.pack.grammar.construct_state or noun.first <= clause.first or is_definite(reading, noun.first):
        return []
    for kind in _HEADS_NAMED:
        tag = reading.over(noun.first - 1, kind)
        if tag is not None and tag.last == noun.first and _opens(reading, clause, tag):
            return [tag]
    return []


def _opens(reading: Reading, clause: Clause, tag: Tag) -> bool:
    """Tell whether TAG begins a clause: at its head, or behind "that"."""
    before = tag.first - 1
    return before < clause.first or bool(reading.at(before, "complement") or reading.at(before, "own_act"))


def arms_alone(clause: Clause) -> list[Tag]:
    """Return the arms of CLAUSE that no preposition governs, in a language with cases: "mortars worked on the town"."""
    reading = clause.reading
    if not reading.pack.grammar.genitives:
        return []
    found = [tag for kind in _ARMS for tag in reading.of(kind, clause.first, clause.last)]
    return [tag for tag in found if not _is_governed(reading, tag)]


def owner_of_arms(clause: Clause) -> Tag | None:
    """Return whose arms are the subject of CLAUSE: who stands behind them in the genitive ("artyleria bojovykiv")."""
    for arms in arms_alone(clause):
        for tag in actors_in(clause.part(arms.last, clause.last)):
            if tag.kind == "actor" and tag.first == arms.last and not is_nominative(clause.reading, tag):
                return tag
    return None


def committers(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who stands about the verb of doing NOUN, in the nominative: "obstril protyvnyk zdijsnyv", or behind it."""
    reading = clause.reading
    for verb in reading.of("commit", noun.last, min(noun.last + _REACH, clause.last)):
        named = [tag for tag in actors_in(clause.part(noun.last, verb.first)) if is_nominative(reading, tag)]
        between = [tag for tag in named if not _is_governed(reading, tag)][-1:]
        return between or subjects_behind(clause, verb.last)
    return []


def is_committed(reading: Reading, noun: Tag) -> bool:
    """Tell whether a verb of doing stands behind NOUN in its sentence: "obstril protyvnyk | zdijsnyv"."""
    last = min(noun.last + _REACH, reading.sentence_of(noun.first).last)
    return bool(reading.of("commit", noun.last, last))
