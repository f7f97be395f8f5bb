"""The nouns of counting: a number found, a tally made of it, and whom it accuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tregua.records.claim import Mention, PlaceMention, Tally
from tregua.steps.extract.able import clause_from, stands_free
from tregua.steps.extract.board import Match
from tregua.steps.extract.cases import is_instrumental, is_nominative, is_oblique, subjects_behind
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.events import is_passive
from tregua.steps.extract.slots import Clause, actor_list, actors_in, agents_marked, mention, places_in
from tregua.steps.extract.speakers import Attribution, Said
from tregua.steps.extract.tellers import same_teller
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Bound
from tregua.vocabulary.time import Span

__all__ = ["Found", "Made", "Work", "accused_in", "areas_in", "is_taken", "is_weapon"]

_REACH = 3
_FOE_REACH = 2
_OWNED = ("", "attack", "advance")  # acts whose owner does them; who owns a shelling may be who was shelled
_AGENT_WIDTH = 12
_SAID_SOON = 4
_VERBS = ("breach_verb", "break_verb", "commit")
_ACTING = (*_VERBS, "act_verb", "use_verb")


@dataclass(frozen=True, slots=True)
class Found:
    """A number that counts, before its slots are read."""

    rule: str
    means: str
    match: Match
    number: Tag
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Made:
    """A tally made: what was found, its slots, whether it runs on from a fixed day or is dated in its sentence."""

    found: Found
    slots: Tally
    trace: tuple[str, ...]
    running: bool
    split: bool
    headline: bool = False
    whole: int | None = None
    dated: bool = False

    def draft(self) -> Draft:
        """Return it as a draft."""
        return Draft(self.found.match.first, self.found.match.last, self.slots, self.trace)


@dataclass(slots=True)
class Work:
    """The tallies of one text so far; the area of its truce, the place it opens with, its one window.

    LISTED is the sum of the acts that the sentence being read counts one after another, 0 where it counts one or none.
    """

    reading: Reading
    attribution: Attribution
    area: PlaceMention | None = None
    opening: PlaceMention | None = None
    window: Span | None = None
    listed: int = 0
    made: list[Made] = field(default_factory=list)

    def recent(self, sentence: Sentence, *, heads: bool = False, reach: int = _REACH) -> list[Made]:
        """Return the tallies (HEADS: that part no other) of the REACH sentences before SENTENCE, nearest first."""
        near: list[Made] = []
        for made in reversed(self.made):
            if sentence.index - made.found.sentence.index > reach:
                break
            if not (heads and made.split):
                near.append(made)
        return near


def is_taken(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is part of a time or a dateline, or names what it stands behind ("brigade 444")."""
    if number.bound is Bound.EXACT and reading.has(number.first - 1, "numbered"):
        return True
    hour = any(unit.value == "hour" for unit in reading.at(number.last, "unit")) and _is_glued(reading, number.last)
    return hour or reading.has_any(number.last - 1, ("time", "date", "dateline"))


def _is_glued(reading: Reading, position: int) -> bool:
    """Tell whether no space stands before the token at POSITION: "at 18h"."""
    return reading.tokens[position - 1].end == reading.tokens[position].start


def areas_in(work: Work, clause: Clause) -> list[PlaceMention]:
    """Return where CLAUSE counts: no seat of a speaker, nothing behind "among them", the narrower before a country.

    What a clause behind a comma tells beside it is elsewhere: "in Homs, while talks went on in Geneva".
    """
    reading = work.reading
    cuts = [tag.first for tag in reading.of("partly", clause.first, clause.last)]
    acts = work.attribution.said[reading.sentence_of(clause.first).index]
    cuts += [tag.first for tag in reading.of("subordinate", clause.first + 1, clause.last) if _tells_more(work, tag)]
    part = clause.part(clause.first, min([clause.last, *cuts]))
    spoken = frozenset(position for act in acts for position in range(act.first, _spoken_end(reading, act)))
    signed = (tag.last for tag in reading.of("at_place", part.first, part.last) if _is_signed(reading, tag.first))
    spoken |= frozenset(signed) | frozenset(_seats(part))
    found = places_in(part, known=spoken)
    named = reading.of("country", part.first, part.last)
    if reading.pack.grammar.genitives:  # a capital that a report of the field names is the town or its province
        named = [tag for tag in named if tag.value != "capital"]
    countries = {reading.printed(tag.first, tag.last) for tag in named}
    return [place for place in found if place.text not in countries] or found


def _is_signed(reading: Reading, position: int) -> bool:
    """Tell whether a word of signing stands before POSITION: "signed in | Ankara" tells where the truce was made."""
    return position > 0 and reading.has_any(position - 1, ("declare", "declared_be"))


def _tells_more(work: Work, conjunction: Tag) -> bool:
    """Tell whether CONJUNCTION, behind a comma, begins a clause of its own and does not just say who speaks or when."""
    reading, first = work.reading, conjunction.first
    acts = work.attribution.said[reading.sentence_of(first).index]
    speaks = any(first <= act.first <= first + _SAID_SOON for act in acts)
    return reading.tokens[first - 1].text in {",", "،"} and not speaks and not reading.at(first, "since_mark")


def _spoken_end(reading: Reading, act: Said) -> int:
    """Return where what names the speaker ends; "the centre in Homs recorded" tells where it counted, not its seat."""
    named = [tag for kind in ("voice", "actor", "country") for tag in reading.at(act.first, kind)] if act.counts else []
    return named[0].last if named else _seat_end(reading, act.last)


def _seats(part: Clause) -> Iterator[int]:
    """Give the positions of what stands behind a speaker, when no stretch of land: "the centre at Hmeimim airbase"."""
    for voice in part.reading.of("voice", part.first, part.last):
        seat = range(voice.last, _seat_end(part.reading, voice.last))
        if part.reading.of("target", seat.start, seat.stop):
            yield from seat


def _seat_end(reading: Reading, position: int) -> int:
    """Return the end of the place that follows a speaker who ends at POSITION ("said the centre at Hmeimim")."""
    for marker in reading.at(position, "at_place"):
        for place in reading.at(marker.last, "place"):
            return place.last
    return position


def accused_in(work: Work, item: Found, clause: Clause, whole: Clause) -> tuple[list[Mention], str]:
    """Return whose breaches ITEM counts, and how that is known: by name, agent, owner or subject, in that order."""
    reading, kept = work.reading, item.match.kept
    if "accused" in kept:
        return [mention(reading, tag) for tag in actor_list(reading, kept["accused"].first, whole.last)], item.rule
    agents = sorted(reading.of("by", clause.first, clause.last), key=lambda tag: _apart(reading, tag, item.number))
    for agent in agents:
        if _of_the_truce(reading, agent):
            continue
        named = agents_marked(reading, agent, whole.last)
        named = [tag for tag in named if not work.attribution.speaks(reading, tag) and not is_weapon(reading, tag)]
        if named and abs(agent.first - item.number.first) <= _AGENT_WIDTH:
            return [mention(reading, tag) for tag in named], "agent"
    by_case = _named_by_case(clause)[:1]
    owned = by_case or _owners_behind(work, item, whole)
    if owned:
        how = "agent by its case" if by_case else "named behind the breaches"
        return [mention(reading, tag) for tag in owned], how
    owner = _owner(reading, item)
    if owner is not None:
        return [mention(reading, owner)], "named with the breaches"
    found, reason = _subject(clause, item)
    if found or item.means == "place":
        return found, reason
    return _wider(work, item, clause, whole)


def _apart(reading: Reading, agent: Tag, number: Tag) -> tuple[bool, int]:
    """Return how far AGENT is from NUMBER; one that a comma parts from it is farther than one in its own clause."""
    first, last = sorted((agent.first, number.first))
    cases = reading.pack.grammar.genitives
    parted = cases and any(reading.tokens[at].text == "," for at in range(first, last))
    return parted, last - first


def _of_the_truce(reading: Reading, agent: Tag) -> bool:
    """Tell whether AGENT marks who made the truce or counted its breaches: "the truce decreed | by the president"."""
    before, behind = agent.first - 1, range(agent.last, agent.last + _SAID_SOON)
    if before < 0:
        return False
    counted = reading.has(before, "record") and any(reading.has_any(at, ("institution", "watcher")) for at in behind)
    return counted or reading.has_any(before, ("declare", "declared_be", "broker"))


def is_weapon(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is a weapon and nobody: "six of them by drones"."""
    return all(reading.has(position, "means") for position in range(tag.first, tag.last))


def _wider(work: Work, item: Found, clause: Clause, whole: Clause) -> tuple[list[Mention], str]:
    """Return who is accused in the rest of the sentence."""
    reading = work.reading
    told = [made.found.match.first for made in work.made if made.found.sentence is item.sentence]
    before = actors_in(whole.part(whole.first, min([item.match.first, *told])))  # the subject goes before all counts
    able = (tag for tag in before if _may_break(reading, tag) and stands_free(reading, tag, whole.first))
    first = next(able, None)
    commits = reading.has_between(clause.first, item.match.last, "commit")
    if first is not None and (commits or item.means == "acts"):
        return [mention(reading, first)], "subject of the sentence"
    for made in reversed(work.made):
        if made.found.sentence is not item.sentence:
            break
        if made.slots.accused:
            return list(made.slots.accused), "of the count before"
    part = item.means == "acts" or "unit" not in item.match.kept or _speaks_again(work, item)
    for made in work.recent(item.sentence, heads=True):
        if made.slots.accused and made.slots.count >= (item.number.count or 0) and part:
            return list(made.slots.accused), "of the larger count before"
        if made.slots.accused and _goes_on(work, made, item):
            return list(made.slots.accused), "of the same speaker's count before"
    if reading.pack.grammar.genitives and item.means == "acts":
        behind, how = _subject(whole, item)
        if behind:
            return behind, how
    foes = _foes_before(work, item)
    return foes, "whom the same speaker named just before" if foes else ""


def _goes_on(work: Work, made: Made, item: Found) -> bool:
    """Tell whether ITEM goes on with MADE of the same speaker; of nobody named only where verbs need no subject."""
    origin, apart = work.attribution.origin(made.found.sentence.index), item.sentence.index - made.found.sentence.index
    unnamed = apart <= 1 and work.reading.pack.grammar.genitives
    return same_teller(origin, work.attribution.origin(item.sentence.index)) and bool(origin or unnamed)


def _foes_before(work: Work, item: Found) -> list[Mention]:
    """Return whom the speaker calls his foe as the subject of a sentence just before, in a language with cases."""
    reading, index = work.reading, item.sentence.index
    origin = work.attribution.origin(index)
    for sentence in reversed(reading.sentences[max(0, index - _FOE_REACH) : index]):
        if not same_teller(work.attribution.origin(sentence.index), origin):
            break
        broke = _breakers(Clause(reading, work.attribution, sentence.first, sentence.last))
        if broke:
            return [mention(reading, tag) for tag in broke]
        part = Clause(reading, work.attribution, sentence.first, sentence.last)
        for foe in reading.of("foe", sentence.first, sentence.last):
            for tag in actors_in(part.part(foe.first - 1, foe.last + 1)):
                if tag.first <= foe.first < tag.last and is_nominative(reading, tag):
                    return [mention(reading, tag)]
    return []


def _named_by_case(clause: Clause) -> list[Tag]:
    """Return who is named in CLAUSE as the agent by case alone: "eleven shellings were made | by the militia"."""
    if not clause.reading.pack.grammar.genitives:
        return []
    found = (tag for tag in actors_in(clause) if is_instrumental(clause.reading, tag))
    return [tag for tag in found if not clause.reading.has_any(tag.first - 1, ("preposition", "at_place", "between"))]


def _breakers(clause: Clause) -> list[Tag]:
    """Return whom CLAUSE blames, or says to have broken the truce, where it counts nothing."""
    reading = clause.reading
    for blame in (tag for kind in ("blame_verb", "accuse") for tag in reading.of(kind, clause.first, clause.last)):
        found = actor_list(reading, blame.last, clause.last)
        if found:
            return found
    for verb in reading.of("breach_verb", clause.first, clause.last):
        named = [tag for tag in actors_in(clause.part(clause.first, verb.first)) if _may_break(reading, tag)]
        named = [tag for tag in named if stands_free(reading, tag, clause.first)]
        if named and not is_passive(reading, verb):
            return named[-1:]
    return []


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
        found = actor_list(reading, position, limit)
        owners = [tag for tag in found if is_oblique(reading, tag) and not is_instrumental(reading, tag)]
        return [tag for tag in owners if not work.attribution.speaks(reading, tag)]
    if "after" not in reading.pack.grammar.modifiers or position >= limit or not reading.at(position, "of"):
        return []
    found = actor_list(reading, reading.at(position, "of")[0].last, limit)
    return [tag for tag in found if tag.kind == "actor" and not work.attribution.speaks(reading, tag)]


def _owners_behind(work: Work, item: Found, whole: Clause) -> list[Tag]:
    """Return whose breaches they are by what follows them, the truce they break left out: "khuruq li-l-hudna lahum"."""
    reading, kept = work.reading, item.match.kept
    position = kept["unit"].last if "unit" in kept else item.match.last
    if not reading.pack.grammar.construct_state:
        struck = reading.pack.grammar.genitives and "unit" in kept and kept["unit"].value not in _OWNED
        return [] if struck else _genitive(work, position, whole.last)
    while position < whole.last:
        if reading.at(position, "modifier") and reading.at(position + 1, "of"):
            position += 1  # "219 new breaches | by the coalition"
        at = reading.at(position, "of")[0].last if reading.at(position, "of") else position
        found = [tag for tag in actor_list(reading, at, whole.last) if not work.attribution.speaks(reading, tag)]
        broken = [tag for kind in ("truce", "pact") for tag in reading.at(at, kind)]
        if found or not broken:
            return found
        position = broken[0].last
    return []


def _may_break(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG may be the subject of a sentence that counts: by its case, where the language has cases."""
    if not reading.pack.grammar.genitives:
        return True
    if tag.kind == "actor" and all(reading.has(at, "means") for at in range(tag.first, tag.last)):
        return False
    watches = reading.at(tag.last, "negation") and reading.at(tag.last + 1, "say")  # "the mission found none"
    return tag.kind != "name" and not watches and not is_oblique(reading, tag)


def _owner(reading: Reading, item: Found) -> Tag | None:
    """Return whose breaches they are called: "Israeli violations", "the groups' breaches"."""
    behind = "after" in reading.pack.grammar.modifiers and item.match.last < item.sentence.last
    for position in range(item.number.last, item.match.last + behind):
        for people in reading.at(position, "people"):
            whole = reading.over(position, "actor") if reading.pack.grammar.genitives else None
            if whole is None or whole.first != position:
                return people
            return whole if _may_break(reading, whole) else None
    unit = item.match.kept.get("unit")
    if unit is None or unit.first < 2 or reading.tokens[unit.first - 1].norm not in reading.pack.grammar.possessives:  # noqa: PLR2004
        return None
    return reading.over(unit.first - 2, "actor") or reading.over(unit.first - 2, "country")


def _subject(clause: Clause, item: Found) -> tuple[list[Mention], str]:
    """Return who stands before the verb of breaking, in the clause of the count."""
    reading = clause.reading
    verbs = _verbs_of(clause, _ACTING if item.means == "acts" else _VERBS) or _verbs_of(clause, _ACTING)
    for verb in sorted(verbs, key=lambda tag: abs(tag.first - item.number.first)):
        start = clause_from(clause, verb)
        named = actors_in(clause.part(start, verb.first))
        before = [tag for tag in named if _may_break(reading, tag) and not _is_backer(reading, tag)]
        if reading.pack.grammar.genitives:  # "positions of A were shelled"
            before = [tag for tag in before if not reading.has(tag.first - 1, "target")]
        if clause.reading.pack.grammar.subject[0] == "after":
            before = actor_list(reading, verb.last, clause.last) or before
        passive = any(reading.at(position, "auxiliary") for position in range(max(0, verb.first - 2), verb.first))
        passive = passive or bool(reading.at(verb.first, "suffered"))
        if before and not passive:
            limit = clause.last if before[0].first >= verb.last else verb.first
            return [mention(reading, tag) for tag in _listed(reading, before, limit)], "subject"
        behind = [] if passive else _behind(clause, item, verb)
        if behind:
            return [mention(reading, tag) for tag in behind], "subject behind its verb"
    return [], ""


def _verbs_of(clause: Clause, kinds: Sequence[str]) -> list[Tag]:
    """Return the verbs of CLAUSE, none that a comma parts from its subject: "fired at A, violating the truce"."""
    found = [tag for kind in kinds for tag in clause.reading.of(kind, clause.first, clause.last)]
    return [tag for tag in found if not tag.first or clause.reading.tokens[tag.first - 1].text != ","]


def _is_backer(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG only says by whom somebody is backed: "the militia backed by A broke the truce"."""
    return tag.first > 1 and reading.has(tag.first - 1, "preposition") and reading.has(tag.first - 2, "back_verb")


def _behind(clause: Clause, item: Found, verb: Tag) -> list[Tag]:
    """Return the subject behind VERB: told by its case, or right behind it where what is counted goes before."""
    found = [tag for tag in subjects_behind(clause, verb.last) if _may_break(clause.reading, tag)]
    if found or not clause.reading.pack.grammar.genitives or item.number.first > verb.first:
        return found
    broken = [tag.last for kind in ("truce", "pact") for tag in clause.reading.at(verb.last, kind)]
    named = actor_list(clause.reading, max([verb.last, *broken]), clause.last)
    return [tag for tag in named if tag.kind == "actor" and _may_break(clause.reading, tag)]


def _listed(reading: Reading, before: Sequence[Tag], limit: int) -> Sequence[Tag]:
    """Return the last of BEFORE and those it stands in one list with ("the coalition and its militias")."""
    for tag in before:
        listed = actor_list(reading, tag.first, limit)
        if listed and listed[-1].last == before[-1].last:
            return listed
    return before[-1:]
