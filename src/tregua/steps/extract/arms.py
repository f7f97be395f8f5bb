"""Whose an act or a weapon is: "rebel shelling", "ataques rusos", "a Houthi missile", "rockets fired from posts of"."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.able import clause_from, is_possessive, stands_free, subject_from
from tregua.steps.extract.cases import armed_owners, is_instrumental, is_nominative, owner_of_arms
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, actor_list, actors_in, longest_over, past_posts
from tregua.steps.extract.text import QUOTES, Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["armed_subject", "origins", "owners_behind", "owners_of_act", "owners_of_posts", "weapon_owners"]

_AGENT_REACH = 20
_ARMS = ("weapon", "aerial")
_NOUN_REACH = 6
_SENDING = ("sent", "act_verb", "use_verb", "commit")
_BEFORE_NOUN = ("weapon", "hedge", "adverb", "number", "sent")
_FIRING = (Act.SMALL_ARMS, Act.SHELLING, "use")
_BEHIND_MEANS = ("modifier", "weapon", "act_noun")
_BEHIND_NOUN = ("modifier", "people", "adverb")


def owners_of_act(clause: Clause, noun: Tag) -> list[Tag]:
    """Return whose act NOUN is by what stands right before it: "Russian and Syrian air strikes", "rebel shelling"."""
    reading = clause.reading
    if reading.pack.grammar.markers == "after":
        marked = _owners_marked(clause, noun)
        if marked:
            return marked
    if "before" not in reading.pack.grammar.modifiers:
        return owners_behind(clause, noun)
    found: list[Tag] = []
    position = noun.first - 1
    while position >= clause.first:
        owner = longest_over(reading, position) or _belligerent(reading, position)
        named = owner is not None and reading.pack.grammar.genitives and not reading.has(position, "people")
        if named:
            break  # a name before its noun is in another phrase: "in the province of Damascus | artillery fire"
        if owner is not None and owner.last > position:
            found.insert(0, owner)
            position = owner.first - 1
            if position < clause.first or not reading.at(position, "and"):
                break
            position -= 1
        elif _is_light(clause, position):
            position -= 1
        else:
            break
    return found


def _belligerent(reading: Reading, position: int) -> Tag | None:
    """Return the word at POSITION as one who acts, if it says of an act behind it whose it is: "a | rebel attack"."""
    return Tag("actor", position, position + 1) if reading.at(position, "belligerent") else None


def _is_light(clause: Clause, position: int) -> bool:
    """Tell whether what stands at POSITION may stand between an owner and a noun."""
    reading = clause.reading
    light = reading.has_any(position, _BEFORE_NOUN) or is_possessive(reading, position)
    return light or _closes_quote(reading, position, clause.first)


def _closes_quote(reading: Reading, position: int, first: int) -> bool:
    """Tell whether quotation marks about one word end at POSITION: “an "Israeli" | drone”."""
    opening = position - 2
    return opening >= first and reading.tokens[position].text in QUOTES and reading.tokens[opening].text in QUOTES


def _owners_marked(clause: Clause, noun: Tag) -> list[Tag]:
    """Return the nearest one before NOUN that an ending makes its owner: "İsrail'in Gazze'ye ateşi"."""
    reading = clause.reading
    for tag in reversed(list(actors_in(clause.part(clause.first, noun.first)))):
        if tag.value == "of" or (tag.last < noun.first and reading.at(tag.last, "of")):
            return [tag]
    return []


def owners_behind(clause: Clause, noun: Tag) -> list[Tag]:
    """Return whose act NOUN is by what follows it: "ataques aéreos rusos", "emboscada del ELN"; what it hit is not."""
    reading = clause.reading
    position = noun.last
    construct = reading.pack.grammar.construct_state
    kinds = (*_BEHIND_NOUN, "weapon") if construct else _BEHIND_NOUN
    while position < clause.last and reading.begins(position, kinds):
        if construct and reading.has(position, "absolute") and reading.at(position, "actor"):
            break  # "the shelling of | the militants", a noun with the form of an adjective
        people = reading.at(position, "people")
        if people:
            return [tag for tag in actor_list(reading, position, clause.last) if not _is_of_other_case(reading, tag)]
        position += 1
    if construct:
        found = actor_list(reading, position, clause.last)
        if found and (not reading.at(noun.first, "takes_object") or _has_object(reading, found[-1].last, clause.last)):
            return found
    if noun.kind == "weapon" and construct and reading.at(position, "origin"):
        return actor_list(reading, position + 1, clause.last)  # "by the bullets of a sniper | of the group"
    if reading.pack.grammar.genitives:
        return [] if noun.value == Act.ABDUCTION else armed_owners(clause, position)
    while noun.value != Act.ABDUCTION and position + 1 < clause.last and reading.at(position, "of"):
        inner = reading.at(reading.at(position, "of")[0].last, "weapon")
        if not inner:
            found = actor_list(reading, reading.at(position, "of")[0].last, clause.last)
            return [tag for tag in found if tag.kind == "actor" or _aims(clause, found, noun)]
        position = inner[0].last
    return []


def _is_of_other_case(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG owns nothing, by its case: "under fire came | Syrian soldiers"."""
    return reading.pack.grammar.genitives and (is_nominative(reading, tag) or is_instrumental(reading, tag))


def _has_object(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether what is struck follows POSITION: "the targeting by the army | of a house", or without "of"."""
    of = reading.at(position, "of")
    at = of[0].last if of else _past_means(reading, position, limit)
    number = reading.at(at, "number") if at < limit else ()
    if number and number[0].last < limit and reading.begins(number[0].last, ("person", "origin")):
        return True  # "the arrest by the army | of three of its men"
    return at < limit and reading.begins(at, ("target", "place_head", "toponym", "person", "actor"))


def _past_means(reading: Reading, position: int, limit: int) -> int:
    """Return where the means end that stand at POSITION behind "by": "by shells and sniper fire | the quarters"."""
    at = position
    while at + 1 < limit and reading.has_any(at, ("preposition", "and")) and reading.at(at + 1, "weapon"):
        at = reading.at(at + 1, "weapon")[0].last
        while at < limit and reading.has_any(at, _BEHIND_MEANS):
            at += 1
    return at


def _aims(clause: Clause, owners: Sequence[Tag], noun: Tag) -> bool:
    """Tell whether a country that owns NOUN did it: what was hit follows it, or such an act has no object."""
    hit = clause.reading.at(owners[-1].last, "at_target") if owners[-1].last < clause.last else ()
    return owners[-1].kind == "country" and (bool(hit) or noun.value not in {"shelling", "airstrike"})


def armed_subject(clause: Clause, word: Tag) -> list[Tag]:
    """Return whose weapon stands as the subject right before WORD: "the army said a Houthi missile | had hit it"."""
    reading, at = clause.reading, word.first - 1
    while at >= clause.first and reading.has_any(at, ("have", "adverb")):
        at -= 1
    owner = _owner_by_case(reading, at) if at > clause.first else None
    at = at if owner is None else owner.first - 1
    arms = [reading.over(at, kind) for kind in _ARMS] if at >= clause.first else []
    weapon = next((tag for tag in arms if tag is not None), None)
    if weapon is None or word.kind == "act_noun" or reading.at(word.first, "downing"):
        return []  # "the drone | was shot down" by others
    if reading.over(weapon.first, "actor") is not None or not stands_free(reading, weapon, clause.first):
        return []
    if owner is not None:
        return [owner]
    return [tag for tag in owners_of_act(clause, weapon) if reading.has(tag.first, "people")]


def _owner_by_case(reading: Reading, position: int) -> Tag | None:
    """Return the country that ends at POSITION, where its case may make it an owner: "a jet | Azerbaydzhana"."""
    owner = reading.over(position, "country") if reading.pack.grammar.genitives else None
    return owner if owner is not None and not is_nominative(reading, owner) else None


def weapon_owners(clause: Clause, word: Tag, end: int) -> list[Tag]:
    """Return whose weapon is the subject of WORD, or its agent: "a Houthi missile hit", "hit by a Houthi missile"."""
    reading = clause.reading
    if reading.at(word.first, "downing"):
        return []  # "an Iranian drone | was shot down": its owner did not do it
    if is_passive(reading, word):
        owner = owner_of_arms(clause.part(clause_from(clause, word), clause.last))
        if owner is not None:
            return [owner]
        starts = [by.last for by in reading.of("by", word.last, end)]
        weapons = [tag for at in starts for tag in reading.of("weapon", at, min(at + _NOUN_REACH, end))]
    else:
        weapons = reading.of("weapon", subject_from(clause, word), end)[-1:]
        weapons = [tag for tag in weapons if stands_free(reading, tag, clause.first)]
    weapons = weapons or _arms_behind(clause, word) or _arms_first(clause, word)
    found = [owner for weapon in weapons[:1] for owner in owners_of_act(clause, weapon)]
    named = [owner for owner in found if owner.kind != "name" or not reading.has(owner.last - 1, "weapon")]
    return named or [
        owner for weapon in weapons[:1] for owner in _owners_of(clause, weapon) or _sent_from(clause, weapon, end)
    ]


def owners_of_posts(clause: Clause, word: Tag, end: int) -> list[Tag]:
    """Return whose posts are the subject of the firing WORD: "Houthi positions fired at it", "posts of A fired"."""
    reading = clause.reading
    if word.value not in _FIRING or is_passive(reading, word):
        return []
    start = subject_from(clause, word)
    for posts in reading.of("target", start, end):
        if reading.has(posts.first, "person") or not stands_free(reading, posts, start):
            continue
        owners = owners_of_act(clause, posts) or _owners_of(clause, posts)
        if owners and all(owner.kind != "name" for owner in owners):
            return owners
    return []


def _owners_of(clause: Clause, weapon: Tag) -> list[Tag]:
    """Return whose WEAPON is by "of" right behind it, where owners stand before: "a drone of the army"."""
    reading = clause.reading
    owned = weapon.last < clause.last and reading.at(weapon.last, "of")
    if not owned or "before" not in reading.pack.grammar.modifiers:
        return []
    found = actor_list(reading, reading.at(weapon.last, "of")[0].last, clause.last)
    acronyms = [tag for tag in found if all(reading.tokens[at].text.isupper() for at in range(tag.first, tag.last))]
    return [tag for tag in found if tag.kind != "name" or tag in acronyms]


def _sent_from(clause: Clause, weapon: Tag, end: int) -> list[Tag]:
    """Return who sent WEAPON: "rockets launched from posts of the army", "missiles fired by | a drone of the army"."""
    reading, at = clause.reading, weapon.last
    if (
        at < end and reading.pack.grammar.capitals and reading.has_any(at, ("relative", "clause"))
    ):  # "a mine that | the rebels had laid"
        named = actor_list(reading, at + 1, end)
        behind = named[-1].last if named else at
        behind += named != [] and behind < end and reading.has(behind, "have")
        return named if named and behind < end and reading.has_any(behind, _SENDING) else []
    if "before" not in reading.pack.grammar.modifiers or not reading.pack.grammar.capitals:
        return []
    while at < end and reading.has(at, "sent"):
        at += 1
    if at < end and reading.at(at, "origin"):
        found = actor_list(reading, past_posts(reading, at + 1, end), end)
        return [tag for tag in found if tag.kind == "actor" or reading.has(tag.first, "people")]
    senders_arms = reading.of("weapon", at, min(at + _NOUN_REACH, end)) if at < end and reading.at(at, "by") else []
    return [owner for arms in senders_arms[:1] for owner in owners_of_act(clause, arms) or _owners_of(clause, arms)]


def _arms_first(clause: Clause, word: Tag) -> list[Tag]:
    """Return the weapons that are the subject right behind WORD where verbs go first: "aṣāba | ṣārūkh | li-l-jaysh"."""
    reading = clause.reading
    first = reading.pack.grammar.construct_state and not reading.has(word.first, "commit")
    return list(reading.at(word.last, "weapon")) if first and word.last < clause.last else []


def _arms_behind(clause: Clause, word: Tag) -> list[Tag]:
    """Return the weapons "with" which somebody was hit, where an owner stands right behind what he owns."""
    reading = clause.reading
    if not reading.pack.grammar.construct_state or not (word.kind == "casualty" or is_passive(reading, word)):
        return []
    near = reading.of("weapon", word.last, min(word.last + _AGENT_REACH, clause.last))
    return [tag for tag in near if reading.has(tag.first - 1, "preposition")]


def origins(clause: Clause, word: Tag) -> list[Tag]:
    """Return the group that fire came from or whose weapons hit: "under fire from A", "hit by rockets of A"."""
    reading = clause.reading
    limit = min(clause.last, word.last + _AGENT_REACH)
    for position in range(word.last, limit):
        if _is_part(reading, position):
            continue
        owned = reading.at(position, "of") and reading.has(position - 1, "weapon")
        if reading.at(position, "origin") or owned:
            found = actor_list(reading, past_posts(reading, position + 1, limit), clause.last)
            return [tag for tag in found if tag.kind == "actor" or reading.has(tag.first, "people")]
    if reading.at(clause.first, "origin") and "before" in reading.pack.grammar.subject:
        found = actor_list(reading, past_posts(reading, clause.first + 1, word.first), word.first)
        return [tag for tag in found if tag.kind == "actor"]  # "From posts of A, | rockets were launched"
    return []


def _is_part(reading: Reading, position: int) -> bool:
    """Tell whether "from" at POSITION tells of whom those are who stand before it: "the death of 23 | of its men"."""
    at = position - 1
    while at > 0 and reading.tokens[at].text in {")", *QUOTES}:
        at -= 1  # "an attack on (a member) | of the party"
    return reading.pack.grammar.construct_state and reading.has_any(at, ("number", "person", "casualty"))
