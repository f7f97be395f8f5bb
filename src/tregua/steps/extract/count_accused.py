"""Whose breaches a count is of: by name, agent, owner or subject, else by what is told around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.able import clause_from, stands_free, verbs_of
from tregua.steps.extract.arms import owners_of_act
from tregua.steps.extract.board import Match
from tregua.steps.extract.breakers import (
    are_of_one_teller,
    blamed_for_count,
    broke_before,
    is_weapon,
    may_break,
    meant_by_pronoun,
    named_behind,
    owns_breaches,
)
from tregua.steps.extract.cases import is_instrumental, is_oblique, subject_of_noun, subjects_behind
from tregua.steps.extract.charges import PARTIES, is_backer
from tregua.steps.extract.count_tests import is_unattributed
from tregua.steps.extract.count_windows import within_stops
from tregua.steps.extract.counts import Found, Made, Work
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.rows import listing_of
from tregua.steps.extract.slots import Clause, actor_at, actor_list, actors_in, agents_marked, mention, past_posts
from tregua.steps.extract.text import DASHES, Reading, Tag
from tregua.steps.extract.told_shares import is_held_by, is_of_truce, is_told_by

__all__ = ["accused_in"]

_OWNED = ("", "attack", "advance")  # acts whose owner does them; who owns a shelling may be who was shelled
_AGENT_WIDTH = 12
_OWN_WORDS = 2
_LABELLING = {":", "(", *DASHES}
_VERBS = ("breach_verb", "break_verb", "commit")
_ACTING = (*_VERBS, "act_verb", "use_verb")


def accused_in(work: Work, item: Found, clause: Clause, whole: Clause) -> tuple[list[Mention], str]:
    """Return whose breaches ITEM counts, and how that is known: by name, agent, owner or subject, in that order."""
    reading, kept = work.reading, item.match.kept
    if is_unattributed(reading, item.number):
        return [], "laid to nobody"
    if "accused" in kept:
        return [mention(reading, tag) for tag in actor_list(reading, kept["accused"].first, whole.last)], item.rule
    for how, tags in _named_with(work, item, clause, whole):
        if tags:
            return [mention(reading, tag) for tag in tags], how
    found, reason = _subject(within_stops(clause, item.number), item)
    if found or item.means == "place":
        return found, reason
    return next((told for told in _told_around(work, item, clause, whole) if told[0]), ([], ""))


def _named_with(work: Work, item: Found, clause: Clause, whole: Clause) -> Iterator[tuple[str, Sequence[Tag]]]:
    """Give who is named with the breaches that ITEM counts, by what ties him to them."""
    yield "agent", _agents(work, item, clause, whole)
    yield "agent by its case", _named_by_case(clause)[:1] or _fired_from(work, clause)
    yield "named behind the breaches", _owners_behind(work, item, whole)
    yield "named with the breaches", _owners(work, item) or _labelling(work, item)


def _told_around(work: Work, item: Found, clause: Clause, whole: Clause) -> Iterator[tuple[list[Mention], str]]:
    """Give who is accused by what is told around ITEM, in its sentence, before it, and behind it."""
    yield blamed_for_count(work, item, whole), "blamed for it in the sentence"
    yield meant_by_pronoun(work, item, clause), "meant by a pronoun"
    listed = _heading_list(work, item)
    yield (listed, "heads the list") if listed else _wider(work, item, clause, whole)
    yield _whose_breaches_are_watched(work.reading, item, whole), "whose breaches are watched"
    yield named_behind(work, item), "named in the sentence behind"


def _agents(work: Work, item: Found, clause: Clause, whole: Clause) -> list[Tag]:
    """Return who is named as the agent of the breaches, the nearest first, no weapon and nobody who speaks."""
    reading = work.reading
    for agent in sorted(reading.of("by", clause.first, clause.last), key=lambda tag: _apart(reading, tag, item.number)):
        away = reading.has(agent.first - 1, "back_verb") or is_held_by(reading, agent.first)
        if away or is_told_by(reading, agent.first) or is_of_truce(reading, agent):
            continue
        counted = (item.number, *(tag for tag in [item.match.kept.get("unit")] if tag is not None))
        if min(abs(agent.first - tag.first) for tag in counted) > _AGENT_WIDTH:
            continue
        named = agents_marked(reading, agent, whole.last) or _owners_of_posts(reading, agent.last, whole.last)
        named = [tag for tag in named if not work.attribution.speaks(reading, tag) and not is_weapon(reading, tag)]
        if named:
            return named
    return []


def _whose_breaches_are_watched(reading: Reading, item: Found, whole: Clause) -> list[Mention]:
    """Return whose breaches are spoken of before ITEM with no number: "the room that logs breaches of A logged 67".

    Only where an owner stands right behind what is owned.
    """
    if not reading.pack.grammar.construct_state:
        return []
    for breach in reversed(reading.of("breach", whole.first, item.match.first)):
        owner = actor_at(reading, breach.last, item.match.first)
        if owner is not None and owner.kind == "actor" and not is_weapon(reading, owner):
            return [mention(reading, owner)]
    return []


def _owners_of_posts(reading: Reading, position: int, limit: int, *, told: bool = False) -> list[Tag]:
    """Return whose posts stand at POSITION, or (TOLD) right before it: "from | the positions of | the militia"."""
    at = past_posts(reading, position, limit)
    return [tag for tag in actor_list(reading, at, limit) if tag.kind == "actor"] if told or at > position else []


def _fired_from(work: Work, clause: Clause) -> list[Tag]:
    """Return from whose posts the fire came that CLAUSE counts: "20 shellings | from positions of the militia".

    Of a side breaches come too: "12 breaches | from the Israeli side".
    """
    reading = clause.reading
    for origin in reading.of("origin", clause.first, clause.last):
        told = origin.last - origin.first > 1 or _is_side(reading, actor_at(reading, origin.last, clause.last))
        owners = _owners_of_posts(reading, origin.last, clause.last, told=told)
        if owners and not work.attribution.speaks(reading, owners[0]):
            return owners
    if not reading.pack.grammar.genitives:
        return []
    sided = [tag for tag in actors_in(clause) if _is_side(reading, tag) and reading.has(tag.first - 1, "preposition")]
    return sided[:1]  # "s ukrainskoj storony"


def _is_side(reading: Reading, tag: Tag | None) -> bool:
    """Tell whether TAG is called a side: "the Israeli side"."""
    return tag is not None and tag.kind == "actor" and reading.has(tag.last - 1, "side")


def _labelling(work: Work, item: Found) -> list[Tag]:
    """Return who alone stands before the number of ITEM at the head of its line: "Government forces: 447 breaches"."""
    reading, at = work.reading, item.number.first
    at -= at > item.sentence.first and reading.tokens[at - 1].text in _LABELLING
    first = next((each for each in range(item.sentence.first, at) if reading.tokens[each].kind != "mark"), at)
    named = [tag for tag in reading.at(first, "actor") if tag.last == at]
    return [tag for tag in named if not work.attribution.speaks(reading, tag)][:1]


def _apart(reading: Reading, agent: Tag, number: Tag) -> tuple[bool, int]:
    """Return how far AGENT is from NUMBER; one that a comma parts from it is farther than one in its own clause."""
    first, last = sorted((agent.first, number.first))
    cases = reading.pack.grammar.genitives
    parted = cases and any(reading.tokens[at].text == "," for at in range(first, last))
    return parted, last - first


def _wider(work: Work, item: Found, clause: Clause, whole: Clause) -> tuple[list[Mention], str]:
    """Return who is accused in the rest of the sentence, or before."""
    reading = work.reading
    told = [made.found.match.first for made in work.made if made.found.sentence is item.sentence]
    before = actors_in(whole.part(whole.first, min([item.match.first, *told])))  # the subject goes before all counts
    able = (tag for tag in before if may_break(reading, tag) and stands_free(reading, tag, whole.first))
    able = (tag for tag in able if not (_owns_target(reading, tag) or _is_listed(reading, tag)))
    able = (tag for tag in able if not _counts(reading, tag, item.number.first))
    first = next(able, None)
    commits = reading.has_between(clause.first, item.match.last, "commit")
    if first is not None and (commits or item.means == "acts") and not _is_struck(reading, item):
        return [mention(reading, first)], "subject of the sentence"
    for made in reversed(work.made):
        if made.found.sentence is not item.sentence:
            break
        if made.slots.accused:
            return list(made.slots.accused), "of the count before"
    blamed, how = _of_count_before(work, item)
    if blamed:
        return blamed, how
    if reading.pack.grammar.genitives and item.means == "acts":
        behind, how = _subject(whole, item)
        if behind:
            return behind, how
    foes = broke_before(work, item)
    return foes, "whom the same speaker named just before" if foes else ""


def _of_count_before(work: Work, item: Found) -> tuple[list[Mention], str]:
    """Return who is accused by a count in the sentences before that ITEM parts or goes on with."""
    reading = work.reading
    part = item.means in {"acts", "row"} or "unit" not in item.match.kept or _speaks_again(work, item)
    part = part or listing_of(reading, item.sentence) is not None
    for made in work.recent(item.sentence, heads=True):
        if _labelling(work, made.found):
            continue  # whom a line is headed by is accused in that line alone
        if made.slots.accused and made.slots.count >= (item.number.count or 0) and part:
            return list(made.slots.accused), "of the larger count before"
        if made.slots.accused and _goes_on(work, made, item):
            return list(made.slots.accused), "of the same speaker's count before"
    return [], ""


def _owns_target(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG only says whose what was struck is, where owners stand right behind: "posts of | the army"."""
    return reading.pack.grammar.construct_state and reading.has(tag.first - 1, "target")


def _counts(reading: Reading, tag: Tag, number: int) -> bool:
    """Tell whether TAG is of whoever counted what NUMBER says: "the | Russian part has registered 37 raids"."""
    verbs = reading.of("record", tag.last, number)
    counted = bool(verbs) and not reading.has_any(verbs[-1].first, ("commit",))
    return counted and not reading.has(verbs[-1].first - 1, "auxiliary")


def _is_listed(reading: Reading, tag: Tag) -> bool:
    """Tell whether the name TAG stands in a list behind a word for places: "in three provinces, | Hama and Aleppo".

    So does one that may be a place and labels what is counted: "| Marib: 194 breaches, with 31 raids".
    """
    at = tag.first - 1
    while at > 0 and (reading.tokens[at].text == "," or reading.at(at, "and") or reading.has(at, "name")):
        at -= 1
    listed = at < tag.first - 1 and reading.has(at, "place_head")
    return tag.kind == "name" and (listed or reading.tokens[tag.last].text == ":")


def _is_struck(reading: Reading, item: Found) -> bool:
    """Tell whether the verb of ITEM is said of those who suffer: "Russian positions | were shelled 14 times"."""
    return any(is_passive(reading, verb) for verb in reading.of("act_verb", item.match.first, item.match.last))


def _heading_list(work: Work, item: Found) -> list[Mention]:
    """Return who is accused in the lines that head the list of which ITEM is a row."""
    reading, listing = work.reading, listing_of(work.reading, item.sentence)
    for head in listing.heads if listing is not None else ():
        counted = (made.slots.accused for made in work.made if made.found.sentence is head and made.slots.accused)
        found = list(next(counted, ()))
        for breach in reading.of("breach", head.first, head.last) if not found else ():
            part = Clause(reading, work.attribution, head.first, head.last)
            match = Match(breach.first, breach.last, {"unit": breach})
            found = found or accused_in(work, Found(item.rule, "", match, breach, head), part, part)[0]
        if found:
            return found
    return []


def _goes_on(work: Work, made: Made, item: Found) -> bool:
    """Tell whether ITEM goes on with MADE of the same speaker; of nobody named only where verbs need no subject."""
    if work.attribution.said[item.sentence.index] and not work.attribution.origin(item.sentence.index):
        return False  # somebody else says so, whom the grammar does not name
    origin, apart = work.attribution.origin(made.found.sentence.index), item.sentence.index - made.found.sentence.index
    grammar = work.reading.pack.grammar
    unnamed = apart <= 1 and (grammar.genitives or grammar.construct_state)
    return are_of_one_teller(work, made.found.sentence, item.sentence) and bool(origin or unnamed)


def _named_by_case(clause: Clause) -> list[Tag]:
    """Return who is named in CLAUSE as the agent by case alone: "eleven shellings were made | by the militia"."""
    if not clause.reading.pack.grammar.genitives:
        return []
    found = (tag for tag in actors_in(clause) if is_instrumental(clause.reading, tag))
    return [tag for tag in found if not clause.reading.has_any(tag.first - 1, ("preposition", "at_place", "between"))]


def _speaks_again(work: Work, item: Found) -> bool:
    """Tell whether the sentence speaks of the breaches counted before: "the breaches were spread over 35 in A"."""
    reading, first = work.reading, item.sentence.first
    told = [tag for tag in reading.of("breach", first, item.number.first) if tag != item.match.kept.get("unit")]
    if reading.of("partly", max(first, item.number.first - 1), item.number.first):
        return True
    return bool(told) and not reading.of("number", first, told[0].first)


def _genitive(work: Work, position: int, limit: int) -> list[Tag]:
    """Return the group that stands behind "of" at POSITION where owners stand behind: "34 tirs des séparatistes"."""
    reading = work.reading
    if reading.pack.grammar.genitives and position < limit:  # its case alone owns: "porusheń rosijśkych vijśk"
        owners = [tag for tag in actor_list(reading, position, limit) if is_oblique(reading, tag)]
        return [tag for tag in owners if not (is_instrumental(reading, tag) or work.attribution.speaks(reading, tag))]
    if "after" not in reading.pack.grammar.modifiers or position >= limit or not reading.at(position, "of"):
        return []
    found = actor_list(reading, reading.at(position, "of")[0].last, limit)
    return [tag for tag in found if owns_breaches(work, tag, named=reading.has(position - 1, "breach"))]


def _owners_behind(work: Work, item: Found, whole: Clause) -> list[Tag]:
    """Return whose breaches they are by what follows them, the truce they break left out: "khuruq li-l-hudna lahum"."""
    reading, kept = work.reading, item.match.kept
    position = kept["unit"].last if "unit" in kept else item.match.last
    if not reading.pack.grammar.construct_state:
        struck = reading.pack.grammar.genitives and "unit" in kept and kept["unit"].value not in _OWNED
        return [] if struck else _genitive(work, position, whole.last)
    named = False
    while position < whole.last:
        if reading.at(position, "modifier") and reading.at(position + 1, "of"):
            position += 1  # "219 new breaches | by the coalition"
        at = reading.at(position, "of")[0].last if reading.at(position, "of") else position
        found = [tag for tag in actor_list(reading, at, whole.last) if not work.attribution.speaks(reading, tag)]
        broken = [tag for kind in ("truce", "pact") for tag in reading.at(at, kind)]
        if found and all(is_weapon(reading, tag) for tag in found):
            return []  # "raids of aircraft" are somebody's whose aircraft they are
        if found or not broken:
            where = named and at == position and bool(found) and found[0].kind == "country"
            return found if not where else []  # "breaches of the agreement | of Moscow"
        position, named = broken[0].last, True
    return []


def _owners(work: Work, item: Found) -> list[Tag]:
    """Return whose breaches they are called: "Israeli violations", "the groups' breaches", "army violations"."""
    reading = work.reading
    behind = "after" in reading.pack.grammar.modifiers and item.match.last < item.sentence.last
    for position in range(item.number.last, item.match.last + behind):
        if not behind and reading.has_any(position, ("at_target", "at_place")):
            break  # "fired 120 times | at Armenian posts, breaking the truce"
        for people in reading.at(position, "people"):
            whole = reading.over(position, "actor") if reading.pack.grammar.genitives else None
            if whole is None or whole.first != position:
                return [] if work.attribution.speaks(reading, people) else [people]
            return [whole] if may_break(reading, whole) else []
    unit = item.match.kept.get("unit")
    if unit is not None and (whose := _whose(work, unit)):
        return whose
    if unit is None or "before" not in reading.pack.grammar.modifiers:
        return [] if unit is None or unit.last >= item.number.first else list(reading.at(unit.last, "people"))
    start = item.number.last if item.number.first < unit.first else item.sentence.first
    owners = owners_of_act(Clause(reading, work.attribution, start, item.sentence.last), unit)
    named = [tag for tag in owners if tag.kind in PARTIES and not reading.has(tag.last - 1, "modifier")]
    return [tag for tag in named if not work.attribution.speaks(reading, tag)]


def _whose(work: Work, unit: Tag) -> list[Tag]:
    """Return who stands before a clause that tells of his UNIT: "not spared by the militia, | whose breaches rose"."""
    reading, at = work.reading, unit.first - 1
    while reading.has(at, "modifier"):
        at -= 1
    if at < 1 or not reading.has(at, "possessor") or reading.tokens[at - 1].text != ",":
        return []
    near = [tag for tag in reading.of("actor", 0, at) if at - 1 - tag.last <= _OWN_WORDS and may_break(reading, tag)]
    marks = [reading.tokens[each].kind == "mark" for tag in near[-1:] for each in range(tag.last, at - 1)]
    return [] if any(marks) else [tag for tag in near[-1:] if not work.attribution.speaks(reading, tag)]


def _subject(clause: Clause, item: Found) -> tuple[list[Mention], str]:
    """Return who stands before the verb of breaking, in the clause of the count."""
    reading = clause.reading
    verbs = verbs_of(clause, _ACTING if item.means == "acts" else _VERBS) or verbs_of(clause, _ACTING)
    unit = item.match.kept.get("unit")
    verbs = [verb for verb in verbs if unit is None or verb.first != unit.first]  # "13 such | attacks"
    for verb in sorted(verbs, key=lambda tag: abs(tag.first - item.number.first)):
        start = clause_from(clause, verb)
        named = actors_in(clause.part(start, verb.first))
        before = [tag for tag in named if may_break(reading, tag) and not is_backer(reading, tag)]
        if reading.pack.grammar.genitives:  # "positions of A were shelled"
            before = [tag for tag in before if not reading.has(tag.first - 1, "target")]
        if clause.reading.pack.grammar.subject[0] == "after":
            before = actor_list(reading, verb.last, clause.last) or before
        passive = any(reading.at(position, "auxiliary") for position in range(max(0, verb.first - 2), verb.first))
        passive = passive or bool(reading.at(verb.first, "suffered"))
        if before and not passive:
            limit = clause.last if before[0].first >= verb.last else verb.first
            return [mention(reading, tag) for tag in _listed(reading, before, limit)], "subject"
        both = [] if passive or before else reading.of("both_sides", start, verb.first)
        if both:
            return [mention(reading, tag) for tag in both[:1]], "subject"
        behind = [] if passive else _behind(clause, item, verb)
        if behind:
            return [mention(reading, tag) for tag in behind], "subject behind its verb"
    nouns = reading.of("breach", clause.first, clause.last) if "unit" in item.match.kept else []
    led = [tag for noun in nouns if noun.last - noun.first == 1 for tag in subject_of_noun(clause, noun)]
    return ([mention(reading, tag) for tag in led[:1]], "subject") if led else ([], "")


def _behind(clause: Clause, item: Found, verb: Tag) -> list[Tag]:
    """Return the subject behind VERB: told by its case, or right behind it where what is counted goes before."""
    if clause.reading.of("relative_pronoun", item.number.last, verb.first):
        return []  # "27 arrests, of which | made the army | 18"
    found = [tag for tag in subjects_behind(clause, verb.last) if may_break(clause.reading, tag)]
    if found or not clause.reading.pack.grammar.genitives or item.number.first > verb.first:
        return found
    broken = [tag.last for kind in ("truce", "pact") for tag in clause.reading.at(verb.last, kind)]
    named = actor_list(clause.reading, max([verb.last, *broken]), clause.last)
    return [tag for tag in named if tag.kind == "actor" and may_break(clause.reading, tag)]


def _listed(reading: Reading, before: Sequence[Tag], limit: int) -> Sequence[Tag]:
    """Return the last of BEFORE and those it stands in one list with ("the coalition and its militias")."""
    for tag in before:
        listed = actor_list(reading, tag.first, limit)
        if listed and listed[-1].last == before[-1].last:
            return listed
    return before[-1:]
