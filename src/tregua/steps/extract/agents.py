"""Who acted in an event: an agent, a subject or an owner that grammar ties to the word of the act, or nobody.

To name the wrong one is the worst mistake a ceasefire report can make, so nobody is named for standing near: what
follows a preposition, speaks, is a place, or is only a weapon does not act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tregua.records.claim import Mention
from tregua.steps.extract.able import clause_from, may_act, stands_free
from tregua.steps.extract.antecedents import Acting, owners_meant
from tregua.steps.extract.arms import (
    armed_subject,
    origins,
    owners_behind,
    owners_of_act,
    owners_of_posts,
    weapon_owners,
)
from tregua.steps.extract.cases import (
    arms_alone,
    committers,
    is_object_form,
    is_oblique,
    owner_of_arms,
    subject_of_noun,
    subjects_behind,
)
from tregua.steps.extract.charges import charged_with
from tregua.steps.extract.concord import is_hit_by_arms, is_struck
from tregua.steps.extract.events import Event, breaking_by
from tregua.steps.extract.gaps import GAP
from tregua.steps.extract.inversion import is_finite
from tregua.steps.extract.launchings import launching_before
from tregua.steps.extract.marked_agents import agents_told
from tregua.steps.extract.own_acts import accused_of, owned_up, self_told
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.people import people_before, senders
from tregua.steps.extract.relatives import antecedent, is_answered, subject_starts
from tregua.steps.extract.slots import (
    Clause,
    actor_at,
    actor_list,
    actors_in,
    mention,
    name_in,
    past_light,
)
from tregua.steps.extract.sufferers import sufferers_of
from tregua.steps.extract.text import QUOTES, Reading, Tag, is_unknown
from tregua.steps.extract.unnamed import acting_in_gap, left_out

__all__ = ["OWNER_BEHIND", "able_behind", "actors_of"]

_AGENT_REACH = 20
_NOUN_REACH = 6
_NEAR = 3
_DUAL = 2
_OWN_WORD = "speaker who says so of himself"
_OWN_WEAPON = "owner of the weapon of"
_ORIGIN = "origin of"
OWNER_BEHIND = "owner behind"
_BEFORE_NOUNS = ("article", "modifier", "adverb", "weapon", "determiner")
_OWNING = ("owner of", OWNER_BEHIND, _ORIGIN, _OWN_WEAPON)


def actors_of(clause: Clause, event: Event, before: Acting) -> tuple[tuple[Mention, ...], str]:
    """Return who acted in EVENT and how that was told; BEFORE is who acted last."""
    reading = clause.reading
    if event.words[0].kind == GAP:
        return acting_in_gap(clause, event, before)
    for word in sorted(_with_subjects(reading, event), key=lambda tag: tag.kind == "casualty"):
        for how, found in _ways(clause, word, _subjects_end(clause, event, word)):
            able = [tag for tag in found if how == _OWN_WORD or may_act(clause, tag, noun=how in _OWNING)]
            able = [tag for tag in able if not is_hit_by_arms(clause, tag)]
            if able:
                of_those = _is_of_those(reading, able[0])
                known = owners_meant(clause, event, able[0].first - 1, before) if of_those else ()
                return (known, "of those who are meant by a pronoun") if known else _named(clause, word, able, how)
    return left_out(clause, event, before) if _repelled(clause, event) is None else ((), "")


def _repelled(clause: Clause, event: Event) -> Tag | None:
    """Return the word by which who did EVENT beat others back: "A | repelled a raid by B and killed two of them"."""
    first = event.words[0].first
    found = clause.reading.of("repel", clause.first, first) if event.words[0].kind != "act_noun" else ()
    return found[0] if found and not clause.reading.of("relative_pronoun", found[0].last, first) else None


def _with_subjects(reading: Reading, event: Event) -> list[Tag]:
    """Return the words of EVENT but what it only answers ("responding to | fire") and a toll of who came under fire.

    "A car came under fire, | killing two": those in it killed nobody.
    """
    struck = [word.first for word in event.words if _is_suffered(reading, word)]
    words = [
        word
        for word in event.words
        if word.kind != "casualty" or not reading.at(word.first, "participial") or not struck or word.first < struck[0]
    ]
    return [word for word in words if not is_answered(reading, word)] or words


def _is_suffered(reading: Reading, word: Tag) -> bool:
    """Tell whether the subject before WORD suffered it: "a car was shelled", "a car | came under | mortar fire"."""
    under = reading.over(word.first - 1, "suffered") if word.kind == "act_noun" and word.first else None
    return under is not None or (word.kind == "act_verb" and is_passive(reading, word))


def _named(clause: Clause, word: Tag, able: list[Tag], how: str) -> tuple[tuple[Mention, ...], str]:
    """Return those who are ABLE to have acted and whom the act of WORD was with, and HOW that is told."""
    reading = clause.reading
    able = _with_people_joined(reading, able)
    able += [tag for tag in _other_side(clause, word) if may_act(clause, tag)]
    printed = reading.printed(word.first, word.last)
    said = clause.attribution.said[reading.sentence_of(word.first).index]
    tellers = {link.text for act in said for link in act.links}
    found = (mention(reading, name_in(reading, tag)) for tag in able)
    return tuple(_not_by_name(each, tellers) for each in found), f"{how} “{printed}”"


def _with_people_joined(reading: Reading, able: list[Tag]) -> list[Tag]:
    """Return those ABLE to have acted with the people whose noun is that of the next: "Indian and Pakistani troops"."""
    at, grammar = able[0].first - 1, reading.pack.grammar
    if at < 1 or able[0].kind != "actor" or not (grammar.capitals and "before" in grammar.modifiers):
        return able
    people = reading.over(at - 1, "people") if reading.at(at, "and") and reading.has(able[0].first, "people") else None
    return able if people is None or people.last != at else [people, *able]


def _not_by_name(actor: Mention, tellers: AbstractSet[str]) -> Mention:
    """Return ACTOR without the name that a word like "the rebels" has from before when it is that of the TELLERS."""
    name = actor.name
    if name is None or not any(name in teller or teller in name for teller in tellers):
        return actor
    return Mention(text=actor.text, rule="printed (actor)")


def _is_of_those(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is called by its owner's pronoun alone: "their snipers", "its artillery"."""
    nameless = not any(reading.has_any(at, ("name", "people", "country")) for at in range(tag.first, tag.last))
    return nameless and tag.first > 0 and bool(reading.at(tag.first - 1, "possessor"))


def _subjects_end(clause: Clause, event: Event, word: Tag) -> int:
    """Return where subjects of WORD end: what stands behind an earlier word of the same clause is its object."""
    first = event.words[0].first
    repelled = _repelled(clause, event)
    if repelled is not None and clause.reading.pack.grammar.subject[0] == "before":
        return repelled.first
    return first if clause_from(clause, word) <= first else word.first


def _ways(clause: Clause, word: Tag, end: int) -> Iterator[tuple[str, Sequence[Tag]]]:
    active = is_finite(clause.reading, word) or (
        word.kind != "act_noun" and clause.reading.at(word.first, "participle")
    )
    if not active or is_passive(clause.reading, word):
        yield "agent after", agents_told(clause, word)
    if word.kind == "act_noun":
        yield "subject before", _by_means_of(clause, word)
        yield "subject before", committers(clause, word) if clause.reading.pack.grammar.genitives else []
        yield OWNER_BEHIND, owners_behind(clause, word) if clause.reading.pack.grammar.genitives else []
        yield "owner of", owners_of_act(clause, word)
        yield _OWN_WORD, self_told(clause, _launching(clause, word) or word) or owned_up(clause, word)
        yield "subject before", _launchers(clause, word)
        yield _ORIGIN, origins(clause, word)
    elif is_passive(clause.reading, word):
        under = word.kind != "casualty" and word.last - word.first > 1  # "came under | shelling of A"
        noun = clause.reading.at(word.first, "under") or under  # but "the death of | Congolese soldiers"
        yield OWNER_BEHIND, owners_behind(clause, word) if noun else []
        yield _ORIGIN, origins(clause, word)
        yield _OWN_WEAPON, weapon_owners(clause, word, clause.last)
        yield "agent after", _undeclined(clause, word)
    else:
        yield "blamed for", accused_of(clause, word)
        yield _OWN_WORD, self_told(clause, word)
        yield "agent before", senders(clause, word)
        yield _OWN_WEAPON, armed_subject(clause, word)
        yield "subject before", _subject(clause, word, end)
        if word.last < clause.last and clause.reading.at(word.last, "origin"):
            yield _ORIGIN, origins(clause, word)
        yield _OWN_WEAPON, weapon_owners(clause, word, end)
        yield _OWN_WEAPON, owners_of_posts(clause, word, end)
        if clause.reading.has(word.first, "participial") and clause.reading.has(word.first - 1, "people"):
            yield "owner of", owners_of_act(clause, word)


def _undeclined(clause: Clause, word: Tag) -> list[Tag]:
    """Return who is named right behind the passive WORD by letters that no case changes: "sela obstrelyany | VSU".

    Only where what was struck stands before it; else those named are who was struck.
    """
    reading = clause.reading
    if not reading.pack.grammar.genitives or word.last >= clause.last or not reading.tokens[word.last].text.isupper():
        return []
    struck = sufferers_of(clause, word)
    named = struck and struck[-1].last <= word.first and actor_list(reading, word.last, clause.last)
    return [tag for tag in named or () if tag.kind == "actor" and not is_oblique(reading, tag)]


def _other_side(clause: Clause, word: Tag) -> list[Tag]:
    """Return who is on the other side of the act of WORD, where both do it: "clashed with the militia".

    Where verbs go first, "with" stands behind their subject.
    """
    reading, mutual = clause.reading, clause.reading.at(word.first, "mutual")
    if mutual and reading.pack.grammar.subject[0] == "after":
        mutual = [tag for tag in reading.of("mutual", mutual[0].last, clause.last) if tag.value == "with"]
    return actor_list(reading, mutual[0].last, clause.last) if mutual else []


def _launching(clause: Clause, noun: Tag) -> Tag | None:
    """Return the verb by which NOUN was launched or made: right before it, or behind it where verbs stand last."""
    if clause.reading.pack.grammar.verb == "last" and noun.last < clause.last:
        for behind in clause.reading.at(noun.last, "commit"):
            return behind
    for position in range(noun.first - 1, max(clause.first, noun.first - _NOUN_REACH) - 1, -1):
        if clause.reading.at(position, "came_after") or _is_within(clause.reading, position):
            break  # "held talks | after the shelling", "wounds sustained | in the shelling"
        for kind in ("commit", "use_verb", "act_verb"):
            verb = clause.reading.over(position, kind)
            if verb is not None:
                return verb
    return breaking_by(clause.reading, noun) or _going_on(clause, noun) or launching_before(clause, noun)


def _is_within(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION only says where or in what: no part of a verb ("engaged | in")."""
    return bool(reading.at(position, "at_place")) and not reading.has_any(position, ("commit", "use_verb", "act_verb"))


def _by_means_of(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who set about NOUN, named right before it: "the setting about of the rebels | by shelling the post"."""
    reading, verb = clause.reading, _going_on(clause, noun)
    named = [] if verb is None else _subject(clause, verb, verb.first)
    if not named:
        return []
    between = range(named[-1].last, noun.first - 1)
    return named if all(reading.tokens[at].text in QUOTES for at in between) else []


def _going_on(clause: Clause, noun: Tag) -> Tag | None:
    """Return the verb of going on by means of NOUN, its subject behind it: "wāṣalat A taṣʿīdahā | bi-qaṣf B"."""
    reading = clause.reading
    if not reading.pack.grammar.construct_state or not reading.has(noun.first - 1, "preposition"):
        return None
    verbs = reading.of("commit", clause_from(clause, noun), noun.first)
    return next((verb for verb in verbs if reading.begins(verb.last, ("actor", "country"))), None)


def _launchers(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who launched, carried out or made NOUN: the subject of that verb, which stands right before it."""
    reading = clause.reading
    verb = _launching(clause, noun)
    if verb is not None:
        return [] if is_passive(reading, verb) else _set_about(clause, verb) or _subject(clause, verb, verb.first)
    if reading.pack.grammar.subject[0] == "after":
        for verb in reading.of("commit", noun.last, min(noun.last + _NEAR, clause.last)):
            return able_behind(clause, verb)
    made = _relative_launchers(clause, noun) or committers(clause, noun) or subject_of_noun(clause, noun)
    if made:
        return made
    return charged_with(clause, noun)


def _set_about(clause: Clause, verb: Tag) -> list[Tag]:
    """Return who is named right before "by" and VERB, a verbal noun: "the setting about of the army | by launching"."""
    reading, at = clause.reading, verb.first - 1
    if not reading.pack.grammar.construct_state or at <= clause.first or not reading.at(at, "at_place"):
        return []
    return [tag for tag in reading.of("actor", clause.first, at) if tag.last == at and may_act(clause, tag)][:1]


def _relative_launchers(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who launched NOUN, told right behind it: "the attack that | the rebels | launched"."""
    reading, at = clause.reading, noun.last
    at += at < clause.last and reading.tokens[at].text == "," and reading.pack.grammar.genitives
    if at < clause.last and not reading.has_any(at, ("relative", "clause")):
        at = next((each.first for each in reading.of("relative", at, min(at + _NOUN_REACH, clause.last))), clause.last)
        at = at if reading.tokens[at - 1].text == "," else clause.last  # "the attack on A, | which B launched"
    if at >= clause.last:
        return []
    for verb in reading.of("commit", at, min(at + _AGENT_REACH, clause.last)):
        named = [tag for tag in actors_in(clause.part(at, verb.first)) if tag.kind != "name"]
        aside = any(reading.tokens[each].text == "," for each in range(at, verb.first))
        return [] if aside else named[:1] or (subjects_behind(clause, verb.last) if at > noun.last else [])
    return []


def _subject(clause: Clause, word: Tag, end: int) -> list[Tag]:
    """Return the subject of the active WORD: free of prepositions, in the same clause, with no lone comma between."""
    reading = clause.reading
    behind = able_behind(clause, word) if reading.pack.grammar.subject[0] == "after" else []
    if meant := antecedent(clause, word) or behind:
        return meant
    for start in subject_starts(clause, word):
        for tag in actors_in(clause.part(start, end)):
            if not stands_free(reading, tag, start) or not may_act(clause, tag) or _is_object(reading, tag):
                continue
            no_subject = _suffers(reading, tag, word) or is_object_form(reading, tag, word)
            if no_subject or _came_before(reading, tag, word):
                continue
            for listed in (actor_list(reading, tag.first, word.first), [tag]):
                last = listed[0] if listed and _is_aside(reading, listed, word) else (listed or [tag])[-1]
                if listed and _reaches(reading, last.last, word.first):
                    return listed
    owner = owner_of_arms(clause.part(clause_from(clause, word), end))
    if owner is None and word.kind == "casualty" and reading.pack.grammar.subject[0] == "after":
        return []  # whoever stands behind it did it to others or suffered it: ``able_behind`` has told
    return [owner] if owner is not None else _subject_behind(clause, word) or people_before(clause, word)


def _is_object(reading: Reading, tag: Tag) -> bool:
    """Tell whether the bare name TAG is what the verb right before it struck, where subjects stand before verbs."""
    plain = reading.pack.grammar.subject == ("before",) and reading.pack.grammar.verb == "middle"
    return plain and tag.kind == "name" and reading.has_any(tag.first - 1, ("act_verb", "use_verb"))


def _suffers(reading: Reading, tag: Tag, word: Tag) -> bool:
    """Tell whether TAG is no subject of WORD behind "in" but who was hurt: "| men were killed in | shelling".

    A verb by which TAG itself killed or fired makes it one: "the army killed three in shelling A".
    """
    at = word.first - 1
    while at > tag.last and (reading.has_any(at, _BEFORE_NOUNS) or is_unknown(reading, at)):
        at -= 1
    if not reading.has(word.first, "participial") or not reading.at(at, "at_place"):
        return False
    if any(not reading.has(each.first, "act_verb") for each in reading.of("suffered", tag.last, at)):
        return True  # "men succumbed to wounds sustained in | shelling"
    told = [each for kind in ("casualty", "act_verb", "use_verb", "commit") for each in reading.of(kind, tag.last, at)]
    return bool(told) and all(is_passive(reading, each) for each in told)


def _came_before(reading: Reading, tag: Tag, word: Tag) -> bool:
    """Tell whether TAG has a verb before it and WORD was earlier: "the rebels left | after a raid that | killed"."""
    after = reading.of("came_after", tag.last, word.first) if reading.pack.grammar.concord else ()
    return bool(after) and not any(reading.tokens[at].text == "," for at in range(tag.last, word.first))


def _is_aside(reading: Reading, listed: Sequence[Tag], word: Tag) -> bool:
    """Tell whether all LISTED but the first stand between commas: "the army, together with militiamen, raided"."""
    commas = reading.tokens[listed[0].last].text, reading.tokens[word.first - 1].text
    return len(listed) > 1 and commas == (",", ",")


def able_behind(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject behind WORD where the verb goes first; of a casualty, who does it to others."""
    reading = clause.reading
    position = past_light(reading, word.last, clause.last)
    found = [tag for tag in actor_list(reading, position, clause.last) if may_act(clause, tag)]
    if is_struck(clause, word, found):
        return []
    if found and word.kind == "casualty":
        if found[-1].last < clause.last and (reading.at(found[-1].last, "origin") or _are_two(reading, found[-1])):
            return []  # "a member of the police was killed", "two fighters were hurt"
        behind = past_light(reading, found[-1].last, clause.last)
        after = range(behind, min(behind + _NEAR, clause.last))
        return found if any(reading.has_any(at, ("number", "person")) for at in after) else []
    return found


def _are_two(reading: Reading, tag: Tag) -> bool:
    """Tell whether the people of TAG are said to be two by a number behind their dual: "muqātilayn | ithnayn"."""
    two = any(number.count == _DUAL for number in reading.at(tag.last, "number"))
    return two and reading.has(tag.last - 1, "person")


def _subject_behind(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject that follows its verb, where the language allows it."""
    order = clause.reading.pack.grammar.subject
    behind = actor_at(clause.reading, word.last, clause.last) if {"after", "inverted"} & set(order) else None
    if behind is not None and is_object_form(clause.reading, behind, word, arms_alone(_before(clause, word))):
        behind = None
    if behind is None or is_oblique(clause.reading, behind) or ("after" not in order and behind.kind != "actor"):
        return subjects_behind(clause, word.last)
    return [] if is_struck(clause, word, [behind]) else actor_list(clause.reading, word.last, clause.last)


def _before(clause: Clause, word: Tag) -> Clause:
    """Return the part of CLAUSE before the verb WORD where its subject may stand."""
    return clause.part(clause_from(clause, word), word.first)


def _reaches(reading: Reading, first: int, last: int) -> bool:
    """Tell whether one comma does not part subject and verb; two make an aside, one right before the verb a list."""
    commas = [position for position in range(first, last) if reading.tokens[position].text == ","]
    if len(commas) != 1 or (commas[0] == first and reading.pack.grammar.verb == "last"):
        return True
    if commas[0] == last - 1 and reading.at(last, "participial"):
        return True  # "settlers came to the village, torching homes"
    light = ("adverb", "frequency", "and", "commit")
    if reading.has_between(first, commas[0], "auxiliary"):
        return False
    return all(reading.has_any(at, light) for at in range(commas[0] + 1, last))
