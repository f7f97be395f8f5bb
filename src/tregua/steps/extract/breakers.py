"""Who broke the truce by what is told around a count: whom its sentence blames, a pronoun means, or others name."""

from __future__ import annotations

from tregua.records.claim import Mention
from tregua.steps.extract.able import may_act, stands_free
from tregua.steps.extract.arms import owners_of_act
from tregua.steps.extract.board import find_rules
from tregua.steps.extract.cases import agents_by_case, armed_owners, is_nominative, is_oblique
from tregua.steps.extract.charges import PARTIES, blamed_by_name, is_backer, only_one_blamed
from tregua.steps.extract.counts import Found, Work, is_taken
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, actor_list, actors_in, agents_marked, mention
from tregua.steps.extract.tellers import same_teller
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = [
    "are_of_one_teller",
    "blamed_for_count",
    "breakers_in",
    "broke_before",
    "is_weapon",
    "may_break",
    "meant_by_pronoun",
    "named_behind",
    "owns_breaches",
]

_FOE_REACH = 2
_SHARES_REACH = 3
_AIRCRAFT = ("airstrike", "drone")
_BREAKING = ("breach_verb", "break_verb", "commit")
_ACTS = ("act_noun", "act_verb", "casualty")
_BY_REACH = 5
_MADE_REACH = 6
_PASSIVE_REACH = 3


def is_weapon(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is a weapon and nobody: "six of them by drones"."""
    means = [reading.has(at, "means") or _is_aircraft(reading, at) for at in range(tag.first, tag.last)]
    return any(means) and all(mean or reading.has(at, "modifier") for at, mean in enumerate(means, tag.first))


def _is_aircraft(reading: Reading, position: int) -> bool:
    arm = reading.over(position, "weapon")
    return arm is not None and arm.value in _AIRCRAFT


def may_break(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG may be the subject of a sentence that counts: by its case, where the language has cases."""
    if tag.kind == "actor" and is_weapon(reading, tag):
        return False
    if not reading.pack.grammar.genitives:
        return not _is_struck(reading, tag)
    watches = reading.at(tag.last, "negation") and reading.at(tag.last + 1, "say")  # "the mission found none"
    return tag.kind != "name" and not watches and not is_oblique(reading, tag)


def owns_breaches(work: Work, tag: Tag, *, named: bool) -> bool:
    """Tell whether TAG, behind "of", is who did what is counted: where breaches are NAMED so, a country told of too.

    "Hamás contó 120 violaciones | de Israel"; where nobody speaks, it may be where they were.
    """
    told = named and tag.kind == "country" and work.attribution.origin(work.reading.sentence_of(tag.first).index)
    return bool(tag.kind == "actor" or told) and not work.attribution.speaks(work.reading, tag)


def _is_struck(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is the subject of a passive: "Homs | was hit most often, with 68 attacks"."""
    verbs = reading.of("act_verb", tag.last, tag.last + _PASSIVE_REACH)
    return tag.kind == "name" and reading.has(tag.last, "auxiliary") and bool(verbs) and is_passive(reading, verbs[0])


def are_of_one_teller(work: Work, one: Sentence, other: Sentence) -> bool:
    """Tell whether sentences ONE and OTHER are the word of one speaker, an article written with his name left off."""
    mine, theirs = work.attribution.origin(one.index), work.attribution.origin(other.index)
    return same_teller(mine, theirs, work.reading.pack.grammar.proclitics)


def broke_before(work: Work, item: Found) -> list[Mention]:
    """Return whom the speaker blames, or calls his foe as a subject, before ITEM or in a sentence just before."""
    reading, index = work.reading, item.sentence.index
    if _is_shared(work, item, _SHARES_REACH):
        return []
    within = not reading.pack.grammar.genitives
    for sentence in reversed(reading.sentences[max(0, index - _FOE_REACH) : index + within]):
        if work.attribution.origin(sentence.index) and not are_of_one_teller(work, sentence, item.sentence):
            break
        part = Clause(reading, work.attribution, sentence.first, min(sentence.last, item.match.first))
        broke = breakers_in(part, sentence)
        if broke:
            return [mention(reading, tag) for tag in broke]
        for foe in reading.of("foe", part.first, part.last) if reading.pack.grammar.genitives else ():
            for tag in actors_in(part.part(foe.first - 1, foe.last + 1)):
                if tag.first <= foe.first < tag.last and is_nominative(reading, tag):
                    return [mention(reading, tag)]
    return []


def _is_shared(work: Work, item: Found, reach: int) -> bool:
    """Tell whether the sentence of ITEM and those behind it, REACH in all, say that several share what is counted."""
    reading = work.reading
    near = reading.sentences[item.sentence.index : item.sentence.index + reach]
    splits = (
        match for sentence in near for rule, match in find_rules(reading, "splits", sentence) if rule.means == "actor"
    )
    numbers = (match.kept["count"] for match in splits)
    return any(not (is_taken(reading, tag) or reading.has_any(tag.first, ("name", "actor"))) for tag in numbers)


def breakers_in(clause: Clause, sentence: Sentence) -> list[Tag]:
    """Return whom CLAUSE, of SENTENCE, blames, or says to have broken the truce, where it counts nothing."""
    reading = clause.reading
    if reading.of("each_other", sentence.first, sentence.last):
        return []
    for blame in (tag for kind in ("blame_verb", "accuse") for tag in reading.of(kind, clause.first, clause.last)):
        found = actor_list(reading, blame.last, clause.last)
        if found and not clause.attribution.speaks(reading, found[0]):
            return found
    blames = find_rules(reading, "blames", sentence) if not reading.pack.grammar.genitives else ()
    for _, match in blames:
        accused = match.kept.get("accused")
        if accused is None or match.last > clause.last or is_backer(reading, accused):
            continue
        if not clause.attribution.speaks(reading, accused):
            return actor_list(reading, accused.first, clause.last)
    for verb in _verbs_of_breaking(clause):
        named = [tag for tag in actors_in(clause.part(clause.first, verb.first)) if may_break(reading, tag)]
        named = [tag for tag in named if stands_free(reading, tag, clause.first)]
        if reading.pack.grammar.subject[0] == "after":
            named = actor_list(reading, verb.last, clause.last)[-1:] or named
        if named and not is_passive(reading, verb):
            return named[-1:]
    return _owners_of_breaches(clause)


def _verbs_of_breaking(clause: Clause) -> list[Tag]:
    """Return the verbs of CLAUSE by which a truce is broken, "committed several | breaches" among them."""
    reading = clause.reading
    made = reading.of("commit", clause.first, clause.last)
    near = [(verb, reading.of("breach", verb.last, min(verb.last + _MADE_REACH, clause.last))) for verb in made]
    uncounted = [verb for verb, told in near if told and not reading.of("number", verb.last, told[0].last)]
    return [*reading.of("breach_verb", clause.first, clause.last), *uncounted]


def _owners_of_breaches(clause: Clause) -> list[Tag]:
    """Return the one whose breaches CLAUSE speaks of: "Israeli violations go on", "the violations by the army"."""
    reading = clause.reading
    found: dict[str, Tag] = {}
    for breach in reading.of("breach", clause.first, clause.last):
        marked = [
            tag
            for by in reading.of("by", breach.last, min(breach.last + _BY_REACH, clause.last))
            for tag in agents_marked(reading, by, clause.last)
        ]
        cased = (
            agents_by_case(clause, breach) or armed_owners(clause, breach.last)
            if reading.pack.grammar.genitives
            else []
        )
        for owner in owners_of_act(clause, breach) or cased or marked:
            if owner.kind in PARTIES and not clause.attribution.speaks(reading, owner):
                found.setdefault(reading.printed(owner.first, owner.last), owner)
    return list(found.values()) if len(found) == 1 else []


def blamed_for_count(work: Work, item: Found, whole: Clause) -> list[Mention]:
    """Return whom the sentence of ITEM blames, if one: "laid 12 violations at the door of the army"."""
    if _is_shared(work, item, 1):
        return []
    return [mention(work.reading, tag) for tag in only_one_blamed(whole, item.sentence)]


def meant_by_pronoun(work: Work, item: Found, clause: Clause) -> list[Mention]:
    """Return whom the pronoun means that is the subject of breaking: "A blamed the rebels. | They | broke it twice"."""
    reading, index = work.reading, item.sentence.index
    verbs = (verb for kind in _BREAKING for verb in reading.of(kind, clause.first, clause.last))
    if not index or not any(_follows_pronoun(reading, verb, clause.first) for verb in verbs):
        return []
    before = reading.sentences[index - 1]
    part = Clause(reading, work.attribution, before.first, before.last)
    found = breakers_in(part, before) or _alone(part)
    return [mention(reading, tag) for tag in found]


def _follows_pronoun(reading: Reading, verb: Tag, first: int) -> bool:
    at = verb.first - 1
    while at > first and reading.has_any(at, ("have", "adverb")):
        at -= 1
    return at >= first and bool(reading.at(at, "subject_pronoun"))


def _alone(clause: Clause) -> list[Tag]:
    """Return the one in CLAUSE who may act, if there is no other."""
    named = [tag for tag in actors_in(clause) if tag.kind != "name" and stands_free(clause.reading, tag, clause.first)]
    able = [tag for tag in named if may_act(clause, tag)]
    return able if len(able) == 1 else []


def named_behind(work: Work, item: Found) -> list[Mention]:
    """Return who is named for the count of ITEM in the sentence behind it: "All were by the army", "He blamed A"."""
    reading, index = work.reading, item.sentence.index + 1
    if index >= len(reading.sentences) or reading.sentences[index].paragraph != item.sentence.paragraph:
        return []
    behind = reading.sentences[index]
    told = work.attribution.origin(item.sentence.index)
    if (told and not are_of_one_teller(work, behind, item.sentence)) or reading.of("number", behind.first, behind.last):
        return []
    found: list[Tag] = []
    if reading.has_any(behind.first, ("subject_pronoun", "all_of", "determiner")):
        markers = reading.of("by", behind.first, behind.last)
        found = agents_marked(reading, markers[0], behind.last) if markers else []
    if not found and not any(reading.of(kind, behind.first, behind.last) for kind in _ACTS):
        found = list(blamed_by_name(reading, work.attribution, behind))[:1]
    return [mention(reading, tag) for tag in found if not work.attribution.speaks(reading, tag)]
