"""Truces: what a text says of how one stands, clauses that a rule of the pack describes whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import cast

from tregua.records.claim import Mention, TruceWord
from tregua.steps.extract.able import stands_free
from tregua.steps.extract.act_times import dates_speech
from tregua.steps.extract.board import Match
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.places import list_items
from tregua.steps.extract.slots import Clause, actor_list, actors_in, agents_marked, mention, places_in, times_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.statements import matches, told_by, told_in_full, traced, whole
from tregua.steps.extract.text import Reading, Sentence, Tag, is_unknown
from tregua.vocabulary.acts import TruceStatus
from tregua.vocabulary.time import Span

__all__ = ["read_truces"]

_FIRST_BROKERS = 20
_TRUCE_REACH = 2
_AGENT_REACH = 3
_UNTIL = "until"
_LIGHT = ("adverb", "have", "time")
_ASKED_REACH = 12
_NUMBER_REACH = 3
_LIGHT_BEFORE = ("adverb", "article", "determiner", "modifier")
_OF_THE_PAST = ("number", "determiner")
_SOUGHT_BY = ("aim", "preposition", "at_place", "of")
_BEGUN = (TruceStatus.DECLARED, TruceStatus.IN_FORCE)


def read_truces(reading: Reading, attribution: Attribution, counted: frozenset[int]) -> list[Draft]:
    """Return a draft for each truce said to be declared, in force, extended, violated or ended.

    COUNTED positions belong to counts: breaches that are counted are told by those.
    """
    told: dict[int, dict[TruceStatus, Draft]] = {}
    meant: set[Draft] = set()
    brokers = _brokers(reading)
    order = {rule.name: index for index, rule in enumerate(reading.pack.truces)}
    ranks: dict[Draft, tuple[bool, bool, int, int]] = {}
    for rule, match, sentence in matches(reading, "truces"):
        if (
            _only_dates(reading, match, sentence)
            or _is_of_breaches(reading, match, rule.means)
            or _is_of_else(reading, match)
        ):
            continue
        if (
            _is_described(reading, match)
            or _is_sought(reading, match, sentence)
            or (rule.means in _BEGUN and _is_of_many(reading, match, sentence))
        ):
            continue
        if rule.means == TruceStatus.VIOLATED and _is_told_else(reading, match, sentence, counted):
            continue
        if rule.means == TruceStatus.ENDED and _is_broken_often(reading, match, sentence, counted):
            continue
        clause = whole(reading, attribution, sentence)
        slots = TruceWord(
            status=TruceStatus(rule.means),
            parties=_parties(clause, match),
            brokers=brokers,
            area=tuple(places_in(clause.part(match.first, clause.last), known=_seats(clause))),
            start=_start(clause, match),
            duration=_duration(clause, match),
            excludes=_excluded(reading, sentence),
        )
        trace = (traced(reading, "truce", rule, match),)
        chain = () if _is_own_word(reading, match) else told_by(attribution, sentence)
        draft = Draft(match.first, match.last, slots, trace, chain=chain)
        undated = slots.status == TruceStatus.IN_FORCE and not reading.at(match.last, "time")
        ranks[draft] = (not reading.of("truce", match.first, match.last), undated, order[rule.name], match.first)
        told.setdefault(sentence.index, {}).setdefault(slots.status, draft)
        meant |= {draft} if "it" in match.kept else set()
    drafts = [draft for states in told.values() for draft in _last_states(states, meant)]
    return _without_repeats(told_in_full(reading, drafts, _is_same_state), ranks)


def _is_same_state(draft: Draft, other: Draft) -> bool:
    return cast("TruceWord", draft.slots).status == cast("TruceWord", other.slots).status


def _last_states(states: Mapping[TruceStatus, Draft], meant: AbstractSet[Draft]) -> list[Draft]:
    """Return what one sentence tells of a truce: its end alone, else how it began and what became of it.

    Where a pronoun in MEANT tells of the end, what stands before it is told too: "agreed on a truce and ended it".
    """
    if TruceStatus.ENDED in states and states[TruceStatus.ENDED] not in meant:
        return [states[TruceStatus.ENDED]]
    begun = [draft for status, draft in states.items() if status in _BEGUN][:1]
    return begun + [draft for status, draft in states.items() if status not in _BEGUN]


def _is_described(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH only describes a truce that is known: "despite the | declared truce"."""
    return reading.has(match.first, "declare") and match.first > 0 and reading.has(match.first - 1, "article")


def _is_sought(reading: Reading, match: Match, sentence: Sentence) -> bool:
    """Tell whether somebody is only asked for what MATCH tells: "they urged both to | keep the truce", "talks on"."""
    at = match.first - 1
    at -= at > sentence.first and is_unknown(reading, at)  # "talks for a permanent | ceasefire"
    while at > sentence.first and reading.has_any(at, _LIGHT_BEFORE):
        at -= 1
    if at <= sentence.first or not reading.has_any(at, _SOUGHT_BY):
        return False
    reach = _ASKED_REACH if reading.has(at, "aim") else 1
    return bool(reading.of("appeal", max(sentence.first, at - reach), at + 1))


def _is_of_many(reading: Reading, match: Match, sentence: Sentence) -> bool:
    """Tell whether MATCH speaks of several truces, those of the past: "three earlier | ceasefires have collapsed"."""
    towns = [tag for tag in reading.of("settlement", sentence.first, sentence.last) if tag.value == "many"]
    for tag in reading.of("truce", match.first, match.last):
        if tag.value == "many" and towns:
            return True  # "truces were agreed with four | localities"
        before = range(max(sentence.first, tag.first - _NUMBER_REACH), tag.first)
        if tag.value == "many" and any(reading.has_any(at, _OF_THE_PAST) for at in before):
            return True
    return False


def _is_of_else(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH only points to a truce ("it entered into force") and none was spoken of before."""
    if "it" not in match.kept:
        return False
    sentence = reading.sentence_of(match.first)
    before = reading.sentences[max(0, sentence.index - _TRUCE_REACH)].first
    return not reading.of("truce", before, sentence.last)


def _is_own_word(reading: Reading, match: Match) -> bool:
    """Tell whether the author tells of the truce: that X announced it, or by the way ("the truce, agreed in May,")."""
    aside = any(reading.tokens[at].text == "," for at in range(match.first, match.last))
    return aside or any(reading.of("say", match.first, match.last))


def _only_dates(reading: Reading, match: Match, sentence: Sentence) -> bool:
    """Tell whether a truce is mentioned only to date something else: "since the truce began", with no day."""
    later = [
        tag for tag in reading.of("subordinate", match.first, match.last) if not reading.at(tag.first, "since_mark")
    ]
    if later and not reading.of("date", match.first, sentence.last):
        return True  # "they broke the truce hours after it took effect"
    before = range(max(sentence.first, match.first - 4), match.first + 1)
    since = [position for position in before if reading.at(position, "since_mark")]
    if not since:
        return False
    start = before.start if reading.pack.grammar.genitives else match.first  # "since 25 March a truce is in force"
    return not reading.of("truce", sentence.first, match.last) or not reading.of("date", start, sentence.last)


def _is_of_breaches(reading: Reading, match: Match, status: str) -> bool:
    """Tell whether breaches of a truce are told of, and not it: "breaches of it were seen", "a truce breach began"."""
    truces = list(reading.of("truce", match.first, match.last - 1))
    if status != TruceStatus.VIOLATED and truces and all(reading.has(tag.last, "breach") for tag in truces):
        return True
    position = match.first - 1
    while position >= 0 and reading.has_any(position, ("of", "article", "modifier")):
        position -= 1
    held = reading.of("hold", match.first, match.last)
    return bool(held) and position >= 0 and reading.has(position, "breach")


def _is_told_else(reading: Reading, match: Match, sentence: Sentence, counted: frozenset[int]) -> bool:
    """Tell whether SENTENCE counts the breaches that MATCH tells of, or blames somebody for them."""
    agent = reading.of("by", match.last, min(match.last + _AGENT_REACH, sentence.last))
    return bool(agent) or not counted.isdisjoint(range(sentence.first, sentence.last))


def _is_broken_often(reading: Reading, match: Match, sentence: Sentence, counted: frozenset[int]) -> bool:
    """Tell whether MATCH says how often a truce was broken, and not that it is over: "was broken | seven times"."""
    times = reading.of("frequency", sentence.first, sentence.last)
    broken = reading.of("break_verb", match.first, match.last)
    return bool(broken) and any(not counted.isdisjoint(range(tag.first, tag.last)) for tag in times)


def _without_repeats(found: list[Draft], ranks: Mapping[Draft, tuple[bool, bool, int, int]]) -> list[Draft]:
    """Return one draft for each state that a truce is said to be in, and day it is dated to."""
    kept: list[Draft] = []
    told: set[TruceStatus] = set()
    for draft in sorted(found, key=ranks.__getitem__):
        slots = cast("TruceWord", draft.slots)
        status = slots.status
        if status == TruceStatus.DECLARED and not slots.parties and _is_dated_alike(slots, kept):
            continue  # the same truce, mentioned again
        unnamed = ranks[draft][0] and (slots.start is None or TruceStatus.EXTENDED in told)
        if status != TruceStatus.IN_FORCE or not (status in told or (kept and unnamed)):
            kept.append(draft)
            told.add(status)
    return sorted(kept, key=lambda draft: draft.first)


def _is_dated_alike(slots: TruceWord, kept: Sequence[Draft]) -> bool:
    """Tell whether one of KEPT tells of a truce as SLOTS does, and of no other day."""
    told = [cast("TruceWord", draft.slots) for draft in kept]
    same = [other for other in told if other.status == slots.status]
    return bool(same) and (slots.start is None or any(_is_same_time(slots.start, other.start) for other in same))


def _is_same_time(one: Span, other: Span | None) -> bool:
    return other is not None and (one.start, one.end) == (other.start, other.end)


def _seats(clause: Clause) -> frozenset[int]:
    """Return the positions of places where a truce was only agreed, or that speak: "reached in | Sweden"."""
    reading, said = clause.reading, clause.attribution
    agreed = reading.of("agree", clause.first, clause.last)
    ends = [_past_time(reading, verb.last, clause.last) for verb in agreed]
    found = [tag for end in ends for at in reading.at(end, "at_place") for tag in list_items(reading, at.last)]
    near = reading.of("place", clause.first, clause.last)
    found += [tag for tag in near if said.speaks(reading, tag) or said.seats(reading, tag)]
    return frozenset(tag.first for tag in found)


def _past_time(reading: Reading, position: int, limit: int) -> int:
    """Return where what tells when ends, if it stands at POSITION: "signed | earlier this week | in Doha"."""
    at = position
    while at < limit and reading.has_any(at, ("time", "adverb")):
        at += 1
    return at if at < limit else position


def _start(clause: Clause, match: Match) -> Span | None:
    """Return the time nearest to MATCH that does not say up to when the truce is, or when somebody spoke of it."""
    reading, told = clause.reading, range(match.first, match.last)
    found = [
        tag
        for tag in times_in(clause)
        if tag.value != _UNTIL and (tag.first - 1 in told or tag.last in told or not dates_speech(reading, tag))
    ]
    near = min(found, key=lambda tag: min(abs(tag.first - match.last), abs(tag.last - match.last)), default=None)
    return near.span if near is not None else None


def _parties(clause: Clause, match: Match) -> tuple[Mention, ...]:
    """Return between whom the truce is, or which two or more agreed on it: "A and B signed", "signed by A and B"."""
    reading = clause.reading
    for between in reading.of("between", clause.first, clause.last):
        found = actor_list(reading, between.last, clause.last)
        if len(found) > 1:
            return tuple(mention(reading, tag) for tag in found)
    for verb in reading.of("declare", match.first, match.last):
        found = _agreeing(clause, verb)
        if len(found) > 1:
            return tuple(mention(reading, tag) for tag in found)
    return ()


def _agreeing(clause: Clause, verb: Tag) -> list[Tag]:
    """Return who did VERB, named in a list right before it or behind "by", or before it and behind "with"."""
    reading = clause.reading
    agents = [tag for by in reading.at(verb.last, "by") for tag in agents_marked(reading, by, clause.last)]
    if agents or reading.pack.grammar.verb != "middle":
        return agents
    for tag in actors_in(clause.part(clause.first, verb.first)):
        listed = actor_list(reading, tag.first, verb.first)
        if listed and stands_free(reading, tag, clause.first) and _reach(reading, listed[-1].last, verb.first):
            return listed
    return []


def _reach(reading: Reading, first: int, last: int) -> bool:
    return all(reading.has_any(at, _LIGHT) for at in range(first, last))


def _brokers(reading: Reading) -> tuple[Mention, ...]:
    """Return whom the document names as brokers, wherever it does."""
    for broker in reading.of("broker")[:_FIRST_BROKERS]:
        sentence = reading.sentence_of(broker.first)
        found = actor_list(reading, broker.last, sentence.last)
        if found:
            return tuple(mention(reading, tag) for tag in found)
    return ()


def _duration(clause: Clause, match: Match) -> str:
    reading = clause.reading
    for until in (tag for tag in times_in(clause) if tag.value == _UNTIL):
        return reading.printed(until.first, until.last)
    for unit in reading.of("unit", match.first, clause.last):
        for position in range(unit.first - 1, max(clause.first, unit.first - 3) - 1, -1):
            number = reading.over(position, "number")
            if number is not None and not reading.has(number.first, "time"):
                return reading.printed(number.first, unit.last)
    return ""


def _excluded(reading: Reading, sentence: Sentence) -> tuple[Mention, ...]:
    for exclusion in reading.of("exclude", sentence.first, sentence.last):
        return tuple(mention(reading, tag) for tag in actor_list(reading, exclusion.last, sentence.last))
    return ()
