"""Counts of breaches: totals, their splits by place, kind, accused and month, and running totals.

An anchor is a rule of the pack that has found a number and what it counts. A split is a bare number that parts an
anchor ("two in Aleppo", "Hama (7)", "four by the government"); it takes its window and unit from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tregua.records.claim import Mention, PlaceMention, Tally
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.names import list_items
from tregua.steps.extract.pattern import Match, find_all
from tregua.steps.extract.slots import Clause, actor_at, actor_list, actors_in, mention, place_mention, places_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.time import Span

__all__ = ["read_tallies"]

_REACH = 2
_MANY = 10


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that counts, before its slots are read."""

    rule: str
    means: str
    match: Match
    number: Tag
    sentence: Sentence


@dataclass(slots=True)
class _Tallies:
    """The tallies of one text."""

    reading: Reading
    attribution: Attribution
    used: set[int] = field(default_factory=set)
    drafts: list[tuple[_Found, Draft]] = field(default_factory=list)


def read_tallies(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each count of breaches in READING."""
    work = _Tallies(reading, attribution)
    anchors = _anchors(reading)
    for sentence in reading.sentences:
        here = [found for found in anchors if found.sentence is sentence]
        _read_sentence(work, sentence, here)
    return [draft for _, draft in work.drafts]


def _anchors(reading: Reading) -> list[_Found]:
    found: dict[int, _Found] = {}
    for rule in reading.pack.tallies:
        for match in find_all(reading, rule.pattern):
            number = match.kept["count"]
            if number.first in found or not _counts(reading, number, match, rule.means):
                continue
            found[number.first] = _Found(rule.name, rule.means, match, number, reading.sentence_of(match.first))
    return sorted(found.values(), key=lambda item: item.number.first)


def _counts(reading: Reading, number: Tag, match: Match, means: str) -> bool:
    """Tell whether NUMBER can be a count: no time, no name, and large or counted when what is counted are acts."""
    if number.count is None or number.count < 1 or _is_taken(reading, number):
        return False
    if means != "acts":
        return True
    sentence = reading.sentence_of(match.first)
    return number.count >= _MANY or bool(reading.of("record", sentence.first, sentence.last))


def _is_taken(reading: Reading, number: Tag) -> bool:
    kinds = ("time", "date", "dateline")
    return any(reading.has(position, kind) for position in range(number.first, number.last) for kind in kinds)


def _read_sentence(work: _Tallies, sentence: Sentence, anchors: Sequence[_Found]) -> None:
    splits = list(_splits(work, sentence, anchors))
    heads = sorted([*anchors, *splits], key=lambda item: item.number.first)
    edges = [sentence.first, *(item.number.first for item in heads[1:]), sentence.last]
    for index, item in enumerate(heads):
        clause = Clause(work.reading, work.attribution, edges[index], edges[index + 1])
        whole = Clause(work.reading, work.attribution, sentence.first, sentence.last)
        made = _split(work, item, clause) if item in splits else [_anchor(work, item, clause, whole)]
        work.drafts += [(item, draft) for draft in made]
        work.used |= set(range(item.number.first, item.number.last))


def _anchor(work: _Tallies, item: _Found, clause: Clause, whole: Clause) -> Draft:
    reading, number = work.reading, item.number
    window = _window(clause, whole, number)
    accused, accused_from = _accused(work, item, whole)
    areas = places_in(clause.part(number.first, clause.last)) or places_in(clause)
    unit = item.match.kept.get("unit")
    slots = Tally(
        count=number.count or 0,
        bound=number.bound,
        unit=reading.printed(unit.first, unit.last) if unit is not None else "",
        window=window,
        area=tuple(areas),
        accused=tuple(accused),
        ordinal=item.means == "ordinal",
    )
    trace = [f"tally by {item.rule}: “{reading.printed(item.match.first, item.match.last)}”"]
    trace += [f"accused: {accused_from}"] * bool(accused)
    trace += [] if window is None else [f"window: “{window.text}”"]
    trace += [f"area: {', '.join(area.text for area in areas)}"] * bool(areas)
    return Draft(item.match.first, item.match.last, slots, tuple(trace))


def _window(clause: Clause, whole: Clause, number: Tag) -> Span | None:
    for part in (clause.part(number.first, clause.last), clause, whole):
        times = [tag for tag in part.reading.of("time", part.first, part.last) if tag.span is not None]
        if times:
            return min(times, key=lambda tag: (_rank(tag), abs(tag.first - number.first))).span
    return None


def _rank(tag: Tag) -> int:
    """Rank windows before single days: "on Monday" dates the speaking as often as the breaches."""
    return 1 if tag.value in {"weekday", "relative_day", "until"} else 0


def _accused(work: _Tallies, item: _Found, whole: Clause) -> tuple[list[Mention], str]:
    reading, kept = work.reading, item.match.kept
    if "accused" in kept:
        return [mention(reading, tag) for tag in actor_list(reading, kept["accused"].first, whole.last)], item.rule
    for agent in reading.of("by", item.number.first, whole.last):
        found = actor_list(reading, agent.last, whole.last)
        found = [tag for tag in found if not work.attribution.speaks(reading, tag)]
        if found:
            return [mention(reading, tag) for tag in found], "agent"
    verb = next((tag for tag in reading.of("breach_verb", whole.first, whole.last)), None)
    if verb is not None:
        before = list(actors_in(whole.part(whole.first, verb.first)))
        if before:
            return [mention(reading, before[-1])], "subject"
    return [], ""


def _splits(work: _Tallies, sentence: Sentence, anchors: Sequence[_Found]) -> Iterator[_Found]:
    parent = _parent(work, sentence, anchors)
    if parent is None:
        return
    reading = work.reading
    taken = {position for item in anchors for position in range(item.number.first, item.number.last)}
    for rule in reading.pack.splits:
        for match in find_all(reading, rule.pattern, sentence.first, sentence.last):
            number = match.kept["count"]
            places = set(range(number.first, number.last))
            if places & taken or _is_taken(reading, number) or not number.count:
                continue
            taken |= places
            yield _Found(rule.name, rule.means, match, number, sentence)


def _parent(work: _Tallies, sentence: Sentence, anchors: Sequence[_Found]) -> Draft | _Found | None:
    if anchors:
        return anchors[0]
    for item, draft in reversed(work.drafts):
        if sentence.index - item.sentence.index <= _REACH:
            return draft
        break
    return None


def _split(work: _Tallies, item: _Found, clause: Clause) -> list[Draft]:
    parent = next((draft.slots for found, draft in reversed(work.drafts)), None)
    if not isinstance(parent, Tally):
        return []
    base = replace(parent, count=item.number.count or 0, bound=item.number.bound, ordinal=False)
    drafts = []
    for slots, reason in _shares(work, item, clause, base):
        trace = (f"tally by {item.rule}: “{work.reading.printed(item.match.first, item.match.last)}”", reason)
        drafts.append(Draft(item.match.first, item.match.last, slots, trace))
    return drafts


def _shares(work: _Tallies, item: _Found, clause: Clause, base: Tally) -> Iterable[tuple[Tally, str]]:
    reading, kept = work.reading, item.match.kept
    if item.means == "each_place":
        places = [place_mention(reading, tag) for tag in list_items(reading, kept["place"].first)]
        return [(replace(base, area=(place,)), "one share for each place") for place in places]
    if item.means == "month":
        return [(replace(base, window=tag.span), "month of the share") for tag in (kept["time"],)]
    if item.means == "actor":
        tag = actor_at(reading, kept["actor"].first, clause.last)
        accused = () if tag is None else (mention(reading, tag),)
        return [(replace(base, accused=accused), "accused of the share")]
    if item.means == "place":
        return [(replace(base, area=_area(reading, kept["place"])), "place of the share")]
    return [(base, "share of the count before")]


def _area(reading: Reading, tag: Tag) -> tuple[PlaceMention, ...]:
    return (place_mention(reading, tag),)
