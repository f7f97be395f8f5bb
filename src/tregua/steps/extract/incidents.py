"""What happened: acts of violence and obstruction, one claim each, with who did it to whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from tregua.records.claim import Happening, Mention, Tally
from tregua.steps.extract.act_kinds import act_told, is_of_a_side
from tregua.steps.extract.act_times import time_of_act
from tregua.steps.extract.agents import OWNER_BEHIND, actors_of
from tregua.steps.extract.antecedents import Acting, place_meant, placed_before
from tregua.steps.extract.breakers import breakers_in
from tregua.steps.extract.cases import is_committed, is_nominative
from tregua.steps.extract.casualties import casualties_in, strikes_somebody
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.events import Event, breaking_by, events_in
from tregua.steps.extract.headlines import without_headlines
from tregua.steps.extract.log_entries import begins_entry, heads_entry
from tregua.steps.extract.manner import is_measured, is_one_of_those, stands_alone, tells_how
from tregua.steps.extract.opening_places import labelling_place
from tregua.steps.extract.parted import told_with
from tregua.steps.extract.slots import Clause, actors_in, mention
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.targets import places_and_targets
from tregua.steps.extract.text import Reading, Sentence, Tag, is_unknown
from tregua.steps.extract.tolls import toll_alone, with_toll
from tregua.steps.extract.unnamed import INFERRED
from tregua.vocabulary.acts import Act
from tregua.vocabulary.time import Span

__all__ = ["read_incidents"]

_ONLY = "inferred: the one place where the text tells of events"
_ONLY_REACH = 6
_COUNT_REACH = 2
_REPORT_REACH = 6
_SUFFERED_REACH = 16
_BESIDE = 5
_MEANS = ("weapon", "modifier", "and", "act_noun")
_WHERE_REACH = 9
_WEAPON_REACH = 4
_SINCE = ("since", "since_truce", "since_month")


def read_incidents(
    reading: Reading, attribution: Attribution, tallies: Sequence[Draft], counted: frozenset[int]
) -> list[Draft]:
    """Return a draft for each event in READING; what stands COUNTED is no event, who is accused in TALLIES may act."""
    state = Acting()
    drafts: list[Draft] = []
    accused = {
        reading.sentence_of(draft.first).index: draft.slots.accused
        for draft in tallies
        if isinstance(draft.slots, Tally) and draft.slots.accused
    }
    for sentence in reading.sentences:
        if begins_entry(reading, sentence):
            state.actors, state.places = (), ()
        state.accused = sentence.index in accused
        if state.accused:
            state.actors, state.sentence = accused[sentence.index], sentence.index
            state.accuse(accused[sentence.index], sentence.index, attribution.origin(sentence.index))
        state.counts = not counted.isdisjoint(range(sentence.first, sentence.last))
        state.counted = sentence.index if state.counts else state.counted
        _note_foe(reading, attribution, sentence, state)
        for event in events_in(reading, attribution, sentence, counted):
            if drafts and _is_told_on(reading, drafts[-1], event) and (toll := toll_alone(reading, event)) is not None:
                told = with_toll(reading, attribution, drafts[-1], toll)
                if told is not drafts[-1]:
                    drafts[-1] = told
                    continue
            draft = _draft(reading, attribution, event, state)
            if draft is not None:
                drafts.append(draft)
            elif drafts:
                drafts[-1] = with_toll(reading, attribution, drafts[-1], event)
    return _placed_alike(reading, attribution, without_headlines(reading, drafts))


def _is_told_on(reading: Reading, draft: Draft, event: Event) -> bool:
    """Tell whether EVENT is told in the paragraph of DRAFT."""
    return reading.sentence_of(draft.first).paragraph == event.sentence.paragraph


def _placed_alike(reading: Reading, attribution: Attribution, drafts: list[Draft]) -> list[Draft]:
    """Return DRAFTS, those without a place put where all others near them are that have one, if that is one place."""
    told = {draft: cast("Happening", draft.slots).places for draft in drafts}
    placed = {draft: places[0] for draft, places in told.items() if places}
    if len({place.text for place in placed.values()}) != 1:
        return drafts
    place = replace(next(iter(placed.values())), rule=_ONLY)
    at = [reading.sentence_of(draft.first) for draft in placed]
    return [
        replace(draft, slots=replace(cast("Happening", draft.slots), places=(place,)))
        if not told[draft] and any(_is_near(attribution, reading.sentence_of(draft.first), each) for each in at)
        else draft
        for draft in drafts
    ]


def _is_near(attribution: Attribution, sentence: Sentence, placed: Sentence) -> bool:
    """Tell whether an event of SENTENCE is told near one PLACED: in its paragraph or right before it, or behind it."""
    before = _ONLY_REACH if sentence.paragraph == placed.paragraph else 1
    before *= attribution.origin(sentence.index) == attribution.origin(placed.index)  # nor by somebody else behind it
    return -before <= sentence.index - placed.index <= _ONLY_REACH


def _note_foe(reading: Reading, attribution: Attribution, sentence: Sentence, state: Acting) -> None:
    """Note who SENTENCE says broke the truce; the foe of whom its speaker tells by his case: "most active was A"."""
    if state.accused:
        return
    whole = Clause(reading, attribution, sentence.first, sentence.last)
    if not reading.pack.grammar.genitives:
        none = reading.of("none_of", sentence.first, sentence.last)  # "no breach by A was seen"
        broke = [] if none else breakers_in(whole, sentence)
        if broke:
            found = tuple(mention(reading, tag) for tag in broke)
            state.accuse(found, sentence.index, attribution.origin(sentence.index))
        return
    for tag in actors_in(whole):
        told = tag.kind == "actor" and reading.has_between(tag.first, tag.last, "foe")
        if told and is_nominative(reading, tag):
            state.accuse((mention(reading, tag),), sentence.index, attribution.origin(sentence.index))
            return


def _draft(reading: Reading, attribution: Attribution, event: Event, state: Acting) -> Draft | None:
    clause = Clause(reading, attribution, event.first, event.last)
    killed, injured = casualties_in(clause, "killed"), casualties_in(clause, "injured")
    acts = [word for word in event.words if word.kind != "casualty"]
    untold = not acts and killed is None and injured is None
    head = acts[0] if acts else event.words[0]
    actors, actor_from = actors_of(clause, event, state)
    places, targets = places_and_targets(clause, event)
    places = places or labelling_place(clause)
    if untold and not (actors and places and strikes_somebody(reading, event.words[0])):
        return None  # "soldiers killed villagers in Tell" is an event without a number too
    targets = tuple(target for target in targets if target.text not in {actor.text for actor in actors})
    if not places and _lasts(reading, head):
        return None
    near = event.sentence.index - state.counted <= _COUNT_REACH
    if near and not (places or targets) and tells_how(reading, event, actors):
        return None
    placed = bool(places or (targets and acts and not _tells_of_no_day(reading, event, acts)))
    placed_or_new = placed or not _is_retold(reading, acts)
    sure = bool(actors) and not actor_from.startswith((OWNER_BEHIND, INFERRED))  # "the shellings of A" may be old ones
    dated = bool(reading.of("time", event.first, event.last)) or _is_of_the_blamed(reading, event, state)
    told = not state.counts and (placed or dated)
    if not (placed_or_new and _is_event(reading, event, acts, actors=sure, placed=placed, told=told)):
        return None
    if head.value == Act.OVERFLIGHT and not _is_of_a_side(clause, actors, actor_from):
        return None
    slots = Happening(
        act=act_told(clause, event, acts, actors),
        actors=actors,
        targets=targets,
        places=places or placed_before(event, state) or place_meant(clause, event),
        time=_time(clause, event, head),
        killed=killed,
        injured=injured,
        count=None if state.counts else _repeats(clause, acts),  # how often the truce was broken is a count
        weapons=tuple(dict.fromkeys(_printed(reading, tag) for tag in reading.of("weapon", clause.first, clause.last))),
    )
    if actors:
        state.actors, state.sentence = actors, event.sentence.index
        state.acted(actors, slots.act, attribution.origin(event.sentence.index))
    if places:
        state.places, state.placed = places, event.sentence.index
    if actors:
        foes = [reading.printed(tag.first, tag.last) for tag in reading.of("foe", event.first, event.last)]
        if any(foe in actor.text for foe in foes for actor in actors):
            state.accuse(actors, event.sentence.index, attribution.origin(event.sentence.index))
    return Draft(head.first, _end(event), slots, _trace(reading, event, slots, actor_from))


def _is_of_a_side(clause: Clause, actors: Sequence[Mention], actor_from: str) -> bool:
    """Tell whether those who fly over a place are said to be of a side, and not only meant to be by who acted last."""
    if not actors or actor_from.startswith(INFERRED):
        return False
    return actor_from.startswith(OWNER_BEHIND) or any(is_of_a_side(clause.reading, tag) for tag in actors_in(clause))


def _lasts(reading: Reading, head: Tag) -> bool:
    """Tell whether HEAD is what went on for long, and its toll a sum of many events: "20 days of | fighting"."""
    of = head.first - 1
    return head.kind == "act_noun" and of > 0 and bool(reading.at(of, "of")) and reading.has(of - 1, "unit")


def _printed(reading: Reading, tag: Tag) -> str:
    return reading.printed(tag.first, tag.last)


def _end(event: Event) -> int:
    return max(word.last for word in event.words)


def _trace(reading: Reading, event: Event, slots: Happening, actor_from: str) -> tuple[str, ...]:
    words = ", ".join(f"“{_printed(reading, word)}” ({word.kind} {word.value})" for word in event.words)
    lines = [f"incident by {words}"]
    lines += [f"actor: {actor_from}"] * bool(slots.actors)
    lines += [f"place: {', '.join(place.text for place in slots.places)}"] * bool(slots.places)
    lines += [] if slots.time is None else [f"time: “{slots.time.text}”"]
    return tuple(lines)


def _tells_of_no_day(reading: Reading, event: Event, acts: Sequence[Tag]) -> bool:
    """Tell whether nouns alone name what is struck: at all ("the targeting of homes"), or since some day."""
    return all(reading.at(word.first, "takes_object") for word in acts) or _goes_on(reading, event, acts)


def _goes_on(reading: Reading, event: Event, acts: Sequence[Tag]) -> bool:
    """Tell whether nouns alone tell of what has gone on since some day: "the fighting since April has killed 1,093"."""
    times = {tag.value for tag in reading.of("time", event.sentence.first, event.sentence.last)}
    return not times.isdisjoint(_SINCE) and all(word.kind == "act_noun" for word in acts)


def _is_subset(reading: Reading, event: Event) -> bool:
    """Tell whether casualties are only part of those told of before: "32 civilians are among the dead"."""
    first = event.sentence.first
    subsets = reading.of("subset", first, event.words[0].last)
    return any(not _counts_people(reading, first, tag.first) for tag in subsets)


def _counts_people(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a number of people stands from FIRST to LAST, of whom a part is told next: "six, two of them"."""
    numbers = reading.of("number", first, last)
    return any(reading.has_any(at, ("person", "people")) for tag in numbers for at in range(tag.last, tag.last + 2))


def _is_of_the_blamed(reading: Reading, event: Event, state: Acting) -> bool:
    """Tell whether EVENT, a toll with no place, is told right behind the breaches of somebody: "one of ours died"."""
    near = 0 < event.sentence.index - state.told <= _COUNT_REACH
    return reading.pack.grammar.genitives and near and bool(state.foes)


def _is_event(reading: Reading, event: Event, acts: Sequence[Tag], *, actors: bool, placed: bool, told: bool) -> bool:
    """Tell whether there is enough to call it an event: a noun alone, without anyone or anywhere, is none."""
    if not acts:
        whole = (event.sentence.first, event.sentence.last)
        toll = any(_is_of_war(reading, tag) for tag in reading.of("war", *whole))
        toll = toll or bool(reading.of("revised", *whole)) or _is_subset(reading, event)
        toll = toll or (not actors and _goes_on(reading, event, acts))
        return not toll and (actors or told or _is_by_a_weapon(reading, event))
    if any(word.kind != "act_noun" for word in acts):
        return actors or placed or is_measured(reading, event)
    if reading.pack.grammar.construct_state and _is_told_anew(reading, acts, placed=placed):
        return True
    if placed and _came_under(reading, acts[0]):
        return True
    if any(_takes_place(reading, word) for word in acts) and (placed or actors):
        return True
    owned = any(reading.has(at, "commit") for word in acts for at in range(max(0, word.first - 4), word.first)) or any(
        reading.has(word.first - 1, kind) for word in acts if word.first for kind in ("people", "by")
    )
    owned = owned or any(reading.has(word.last, "by") or breaking_by(reading, word) for word in acts)
    owned = owned or (reading.pack.grammar.genitives and any(is_committed(reading, word) for word in acts))
    hurt = any(word.kind == "casualty" for word in event.words) or bool(reading.of("damage", event.first, event.last))
    told = _is_said_to_occur(reading, acts) or _is_reported(reading, acts) or is_one_of_those(reading, acts[0])
    told = told or (placed and (stands_alone(reading, event, acts[0]) or heads_entry(reading, acts[0])))
    return (actors and (placed or owned)) or (placed and (hurt or told))


def _is_by_a_weapon(reading: Reading, event: Event) -> bool:
    """Tell whether one weapon did what EVENT, a toll, tells: "three soldiers were wounded by | a landmine"."""
    for word in event.words:
        at = next((agent.last for agent in reading.at(word.last, "by")), event.last)
        one = at < event.last and reading.tokens[at].norm in reading.pack.numerals.articles
        if one and reading.of("weapon", at + 1, min(at + _WEAPON_REACH, event.last)):
            return True
    return False


def _takes_place(reading: Reading, noun: Tag) -> bool:
    """Tell whether a verb behind NOUN, or behind where that was, says that it took place: "clashes in A erupted"."""
    first = reading.pack.grammar.subject[0] == "before"
    places = reading.of("place", noun.last, noun.last + _WHERE_REACH) if first else ()
    ends = [noun.last, noun.last + 1, noun.last + 2, *(place.last for place in places)]
    return any(reading.has(at, "occur") for at in ends)


def _is_of_war(reading: Reading, war: Tag) -> bool:
    """Tell whether a toll beside WAR may be the war's: not beside "halt of the war" nor "27 months into the war"."""
    at = war.first - 1
    while at > 0 and (reading.has_any(at, ("article", "modifier", "adverb")) or is_unknown(reading, at)):
        at -= 1
    return reading.over(war.first, "truce") is None and not (at >= 0 and reading.has(at, "destination"))


def _is_retold(reading: Reading, acts: Sequence[Tag]) -> bool:
    """Tell whether nouns alone point to what was told before: "it was the first such | attack"."""
    return bool(acts) and all(word.kind == "act_noun" and reading.has(word.first - 1, "retold") for word in acts)


def _came_under(reading: Reading, noun: Tag) -> bool:
    """Tell whether somebody suffered NOUN: "posts came under drone attack", or "of" it where the verb goes first."""
    begin = reading.sentence_of(noun.first).first
    at = noun.first - reading.has_any(noun.first - 1, ("article", "determiner"))  # "victims of | an | attack"
    if at > begin and reading.at(at - 1, "of") and not reading.over(at - 1, "suffered"):
        start = max(begin, at - _SUFFERED_REACH)
        return bool(reading.of("suffered", start, noun.first)) and not reading.of("negation", start, noun.first)
    while at > begin and (reading.has_any(at - 1, _MEANS) or _is_between(reading, at - 1)):
        at -= 1  # "came under | grenade launcher, heavy machine gun and small arms fire"
    return bool(reading.of("suffered", max(begin, at - 2), noun.first)) or bool(reading.over(at - 1, "suffered"))


def _is_between(reading: Reading, position: int) -> bool:
    return reading.tokens[position].text == "," or is_unknown(reading, position)


def _is_said_to_occur(reading: Reading, acts: Sequence[Tag]) -> bool:
    """Tell whether a verb beside one of ACTS says that it took place, in a language that needs nobody named with it."""
    if not reading.pack.grammar.genitives:
        return False
    first, last = acts[0].first - _BESIDE, acts[-1].last + _BESIDE
    beside = range(max(0, first), min(last, len(reading.tokens)))
    return any(reading.has(at, "occur") for at in beside)


def _is_reported(reading: Reading, acts: Sequence[Tag]) -> bool:
    """Tell whether a verb that reports stands before the first noun of ACTS ("reported a bombardment")."""
    head = acts[0]
    start = max(reading.sentence_of(head.first).first, head.first - _REPORT_REACH)
    found = [tag for kind in ("record", "say", "occur") for tag in reading.of(kind, start, head.first)]
    inside = found and any(reading.at(at, "at_place") for at in range(found[-1].last - 1, head.first))
    known = reading.has(head.first - 1, "determiner") or _is_known(reading, head)  # "declared these clashes a breach"
    return bool(found) and not inside and not known and not reading.of("negation", start, head.first)


def _is_known(reading: Reading, noun: Tag) -> bool:
    """Tell whether the definite NOUN alone points to what was told: "no one owned up to | the attack"."""
    article = reading.over(noun.first - 1, "article") if noun.first else None
    if article is None or article.value != "definite" or noun.last >= len(reading.tokens):
        return False
    if not article.first or not reading.has_any(article.first - 1, ("preposition", "of", "at_target")):
        return False
    return reading.tokens[noun.last].kind == "mark"


def _is_told_anew(reading: Reading, acts: Sequence[Tag], *, placed: bool) -> bool:
    """Tell whether nouns alone tell of an event, in a language whose article is written with its noun.

    A noun without one brings the event up, with its place; and one whose number of people follows needs no more.
    """
    heads = [word for word in acts if not is_definite(reading, word.first) and not reading.has(word.first - 1, "of")]
    people = any(reading.at(word.last, "number") and reading.at(word.first, "takes_object") for word in acts)
    return people or (placed and bool(heads))


def _repeats(clause: Clause, acts: Sequence[Tag]) -> int | None:
    for tag in clause.reading.of("frequency", clause.first, clause.last) if acts else ():
        return tag.count
    for word in acts:
        for position in range(word.last, min(word.last + 2, clause.last)):
            for number in clause.reading.at(position, "number"):
                if clause.reading.over(number.last, "weapon") or clause.reading.over(number.last + 1, "weapon"):
                    return number.count
    return None


def _time(clause: Clause, event: Event, head: Tag) -> Span | None:
    reading = clause.reading
    whole = Clause(reading, clause.attribution, *told_with(reading, event.words[0], event.words[-1], event.last))
    return time_of_act(clause, head.first) or time_of_act(whole, head.first)
