"""Counts of breaches: totals, their splits by place, kind, accused and month, and running totals.

An anchor is a rule of the pack that has found a number and what it counts. A split is a bare number that parts an
anchor ("two in Aleppo", "Hama (7)", "four by the government"); it takes its window and unit from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tregua.records.claim import Mention, PlaceMention, Tally
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.names import list_items
from tregua.steps.extract.pattern import Match, find_all, is_plain
from tregua.steps.extract.slots import Clause, actor_at, actor_list, actors_in, mention, place_mention, places_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["read_tallies"]

_REACH = 3
_MANY = 10
_AGENT_REACH = 12
_VERBS = ("breach_verb", "break_verb", "commit")
_RUNNING = ("since", "since_weekday", "since_relative", "since_truce", "since_month", "until", "this")
_NO_KIND = (
    "person",
    "unit",
    "casualty",
    "aid",
    "commerce",
    "place_head",
    "country",
    "name",
    "month",
    "weekday",
    "sport",
)
_LONGEST_YEARS = 60


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that counts, before its slots are read."""

    rule: str
    means: str
    match: Match
    number: Tag
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Made:
    """A tally made: what was found, its slots, whether it runs on from a fixed day."""

    found: _Found
    slots: Tally
    trace: tuple[str, ...]
    running: bool
    split: bool

    def draft(self) -> Draft:
        """Return it as a draft."""
        return Draft(self.found.match.first, self.found.match.last, self.slots, self.trace)


@dataclass(slots=True)
class _Work:
    """The tallies of one text so far."""

    reading: Reading
    attribution: Attribution
    area: PlaceMention | None = None
    made: list[_Made] = field(default_factory=list)

    def recent(self, sentence: Sentence, *, heads: bool = False) -> list[_Made]:
        """Return the tallies (HEADS: that part no other) of the sentences before SENTENCE, nearest first."""
        near = [made for made in self.made if 0 <= sentence.index - made.found.sentence.index <= _REACH]
        return [made for made in reversed(near) if not (heads and made.split)]


def read_tallies(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each count of breaches in READING."""
    work = _Work(reading, attribution, _truce_area(reading))
    anchors = _anchors(reading)
    for sentence in reading.sentences:
        _read_sentence(work, sentence, [found for found in anchors if found.sentence is sentence])
    return [made.draft() for made in _without_repeats(work.made)]


def _truce_area(reading: Reading) -> PlaceMention | None:
    """Return the place whose truce the text is about, as it names it; None when it names none or several at once."""
    for rule in reading.pack.areas:
        for match in find_all(reading, rule.pattern):
            tag = match.kept["area"]
            if len(list(list_items(reading, tag.first))) < 2 and not reading.has(tag.first, "actor"):  # noqa: PLR2004
                return replace(place_mention(reading, tag), rule="inferred: the area of the truce the text is about")
    return None


def _anchors(reading: Reading) -> list[_Found]:
    found: dict[int, _Found] = {}
    for rule in reading.pack.tallies:
        for match in find_all(reading, rule.pattern):
            number = match.kept["count"]
            taken = any(position in found for position in range(number.first, number.last))
            if not taken and _counts(reading, number, match, rule.means):
                found[number.first] = _Found(rule.name, rule.means, match, number, reading.sentence_of(match.first))
    return sorted(found.values(), key=lambda item: item.number.first)


def _counts(reading: Reading, number: Tag, match: Match, means: str) -> bool:
    """Tell whether NUMBER can be a count: no time, no name, and large or counted when what is counted are acts."""
    if number.count is None or number.count < 1 or _is_taken(reading, number):
        return False
    if means != "acts":
        return True
    if any(reading.has(position, "no_breach") for position in range(match.first, match.last)):
        return False
    sentence = reading.sentence_of(match.first)
    return number.count >= _MANY or bool(reading.of("record", sentence.first, sentence.last))


def _is_taken(reading: Reading, number: Tag) -> bool:
    kinds = ("time", "date", "dateline")
    return any(reading.has(position, kind) for position in range(number.first, number.last) for kind in kinds)


def _read_sentence(work: _Work, sentence: Sentence, anchors: Sequence[_Found]) -> None:
    splits = _splits(work, sentence, anchors)
    heads = sorted([*anchors, *splits], key=lambda item: item.number.first)
    if not heads:
        return
    edges = [max(after.match.first, before.number.last) for before, after in pairwise(heads)]
    bounds = list(pairwise([sentence.first, *edges, sentence.last]))
    for item, (first, last) in zip(heads, bounds, strict=True):
        if item not in splits:
            work.made.append(_anchor(work, item, Clause(work.reading, work.attribution, first, last)))
    parent = (
        _parent(
            work,
            sentence,
            [item.number.count or 0 for item in splits if "month" not in item.means],
            whole=_by_kind(splits),
        )
        if splits
        else None
    )
    if parent is None:
        return
    whole, parts = parent, list[_Made]()
    for item, (first, last) in zip(heads, bounds, strict=True):
        if item in splits:
            made = _split(work, item, Clause(work.reading, work.attribution, first, last), parent)
            parts += made
            parent = made[-1] if made and item.means in {"share", "unit"} else parent
    work.made += parts
    if parts:
        _widen(work, whole, parts)


def _widen(work: _Work, parent: _Made, parts: Sequence[_Made]) -> None:
    """Give PARENT, when no place is named with it, the places of PARTS that add up to it."""
    places = tuple(place for part in parts for place in part.slots.area if part.found.means == "place")
    whole = sum(part.slots.count for part in parts) == parent.slots.count and len(places) == len(parts)
    stated = any(place.rule.startswith("printed") for place in parent.slots.area)
    if whole and not stated:
        slots = replace(parent.slots, area=places)
        trace = (*parent.trace, "area: places of the parts that add up to it")
        work.made[work.made.index(parent)] = replace(parent, slots=slots, trace=trace)


def _by_kind(splits: Sequence[_Found]) -> bool:
    return any(item.means == "kind" for item in splits)


def _anchor(work: _Work, item: _Found, clause: Clause) -> _Made:
    reading, number = work.reading, item.number
    whole = Clause(reading, work.attribution, item.sentence.first, item.sentence.last)
    time = _window(clause, whole, number)
    window, window_from = (time.span, "stated") if time is not None else _inherited(work, item)
    accused, accused_from = _accused(work, item, clause, whole)
    areas = places_in(clause.part(number.first, clause.last)) or places_in(clause)
    unit = item.match.kept.get("unit")
    slots = Tally(
        count=number.count or 0,
        bound=number.bound,
        unit=reading.printed(unit.first, unit.last) if unit is not None else "",
        window=window,
        area=tuple(areas) or (() if work.area is None else (work.area,)),
        accused=tuple(accused),
        ordinal=item.means == "ordinal",
    )
    trace = [f"tally by {item.rule}: “{reading.printed(item.match.first, item.match.last)}”"]
    trace += [f"accused: {accused_from}"] * bool(accused)
    trace += [] if window is None else [f"window: “{window.text}”, {window_from}"]
    trace += [f"area: {', '.join(area.text for area in areas)}"] * bool(areas)
    return _Made(item, slots, tuple(trace), time is not None and time.value in _RUNNING, split=False)


def _window(clause: Clause, whole: Clause, number: Tag) -> Tag | None:
    for part in (clause.part(number.first, clause.last), clause, whole):
        times = [tag for tag in part.reading.of("time", part.first, part.last) if _covers(part.reading, tag)]
        if times:
            return min(times, key=lambda tag: (_rank(tag), abs(tag.first - number.first)))
    return None


def _covers(reading: Reading, tag: Tag) -> bool:
    """Tell whether a time may be a window: not the day on which the truce itself began."""
    if tag.span is None or reading.has(tag.first, "dateline"):
        return False
    begun = range(max(0, tag.first - 2), tag.first)
    single = tag.value in {"day", "weekday"}
    return not (single and any(reading.has(position, "begin") for position in begun))


def _rank(tag: Tag) -> int:
    """Rank windows before single days: "on Monday" dates the speaking as often as the breaches."""
    return 1 if tag.value in {"weekday", "relative_day", "until"} else 0


def _inherited(work: _Work, item: _Found) -> tuple[Span | None, str]:
    """Return the window of a larger count just before, of which this one is a part."""
    for made in work.recent(item.sentence, heads=True):
        larger = made.slots.count >= (item.number.count or 0)
        if made.slots.window is not None and not made.running and larger:
            window = made.slots.window
            return replace(window, basis=Basis.INFERRED, anchor=f"the count of {made.slots.count} before"), "inherited"
    return None, ""


def _accused(work: _Work, item: _Found, clause: Clause, whole: Clause) -> tuple[list[Mention], str]:
    reading, kept = work.reading, item.match.kept
    if "accused" in kept:
        return [mention(reading, tag) for tag in actor_list(reading, kept["accused"].first, whole.last)], item.rule
    agents = sorted(reading.of("by", clause.first, clause.last), key=lambda tag: abs(tag.first - item.number.first))
    for agent in agents:
        found = [
            tag for tag in actor_list(reading, agent.last, whole.last) if not work.attribution.speaks(reading, tag)
        ]
        if found and abs(agent.first - item.number.first) <= _AGENT_REACH:
            return [mention(reading, tag) for tag in found], "agent"
    owner = _owner(reading, item)
    if owner is not None:
        return [mention(reading, owner)], "named with the breaches"
    found, reason = _accused_subject(clause, item)
    if found or item.means == "place":
        return found, reason
    first = next((tag for tag in actors_in(whole.part(whole.first, item.match.first))), None)
    commits = any(reading.has(position, "commit") for position in range(clause.first, item.match.last))
    if first is not None and (commits or item.means == "acts"):
        return [mention(reading, first)], "subject of the sentence"
    same = [made for made in work.made if made.found.sentence is item.sentence and made.slots.accused]
    return (list(same[-1].slots.accused), "of the count before") if same else ([], "")


def _owner(reading: Reading, item: _Found) -> Tag | None:
    """Return whose breaches they are called: "Israeli violations", "the groups' breaches"."""
    for position in range(item.number.last, item.match.last):
        for people in reading.at(position, "people"):
            return people
    unit = item.match.kept.get("unit")
    if unit is None or unit.first < 2 or reading.tokens[unit.first - 1].norm not in reading.pack.grammar.possessives:  # noqa: PLR2004
        return None
    return reading.over(unit.first - 2, "actor") or reading.over(unit.first - 2, "country")


def _accused_subject(clause: Clause, item: _Found) -> tuple[list[Mention], str]:
    """Return who stands before the verb of breaking, in the clause of the count."""
    reading = clause.reading
    verbs = [tag for kind in _VERBS for tag in reading.of(kind, clause.first, clause.last)]
    for verb in sorted(verbs, key=lambda tag: abs(tag.first - item.number.first)):
        before = list(actors_in(clause.part(clause.first, verb.first)))
        passive = any(reading.at(position, "auxiliary") for position in range(max(0, verb.first - 2), verb.first))
        if before and not passive:
            return [mention(reading, before[-1])], "subject"
    return [], ""


def _splits(work: _Work, sentence: Sentence, anchors: Sequence[_Found]) -> list[_Found]:
    if not anchors and not work.recent(sentence):
        return []
    reading = work.reading
    taken = {position for item in anchors for position in range(item.number.first, item.number.last)}
    found: list[_Found] = []
    for rule in reading.pack.splits:
        for match in find_all(reading, rule.pattern, sentence.first, sentence.last):
            number = match.kept["count"]
            places = set(range(number.first, number.last))
            fits = _names_kind if rule.means == "kind" else _is_bare
            if places & taken or not fits(reading, sentence, number):
                continue
            taken |= places
            found.append(_Found(rule.name, rule.means, match, number, sentence))
    kinds = [item for item in found if item.means == "kind"]
    return [item for item in found if item.means != "kind" or len(kinds) > 1]


def _names_kind(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER stands before what may be a kind of breach: a plain word, no people, times or places."""
    if _is_taken(reading, number) or not number.count:
        return False
    for position in range(number.last, min(number.last + 3, sentence.last)):
        if any(reading.has(position, kind) for kind in _NO_KIND):
            return False
    return number.last < sentence.last and (is_plain(reading, number.last) or reading.tokens[number.last].text == ")")


def _is_bare(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER counts what was counted before: no noun of its own stands behind it."""
    if _is_taken(reading, number) or not number.count:
        return False
    after = number.last
    if after >= sentence.last or reading.tokens[after].kind == "mark":
        return not (after < sentence.last and reading.tokens[after].text == "%")
    own = is_plain(reading, after) and not any(reading.at(after, kind) for kind in ("breach", "act_noun", "times"))
    return not own and not reading.at(number.last, "casualty")


def _parent(work: _Work, sentence: Sentence, counts: Sequence[int], *, whole: bool = False) -> _Made | None:
    """Return the count that is parted: the one that the parts add up to, or the nearest that is no running total."""
    total, largest = sum(counts), max(counts, default=0)
    near = work.recent(sentence, heads=True)
    exact = [made for made in near if made.slots.count == total]
    daily = [made for made in near if not made.running]
    larger = [made for made in daily if made.slots.count >= total]
    fitting = [made for made in (*daily, *near) if made.slots.count >= largest and not whole]
    return next(iter([*exact, *larger, *fitting]), None)


def _split(work: _Work, item: _Found, clause: Clause, parent: _Made) -> list[_Made]:
    base = replace(parent.slots, count=item.number.count or 0, bound=item.number.bound, ordinal=False)
    words = work.reading.printed(item.match.first, item.match.last)
    made = []
    for slots, reason in _shares(work, item, clause, base):
        trace = (f"tally by {item.rule}: “{words}”", f"part of the count of {parent.slots.count}", reason)
        made.append(_Made(item, slots, trace, running=False, split=True))
    return made


def _shares(work: _Work, item: _Found, clause: Clause, base: Tally) -> Iterable[tuple[Tally, str]]:
    reading, kept = work.reading, item.match.kept
    if item.means == "each_place":
        places = [place_mention(reading, tag) for tag in list_items(reading, kept["place"].first)]
        return [(replace(base, area=(place,)), "one share for each place") for place in places]
    if item.means == "each_month":
        times = [tag for tag in reading.of("time", kept["time"].first, clause.last) if tag.value == "month"]
        return [(replace(base, window=_fitted(tag.span, base.window)), "one share for each month") for tag in times]
    if item.means == "month":
        return [(replace(base, window=_fitted(kept["time"].span, base.window)), "month of the share")]
    if item.means == "actor":
        tag = actor_at(reading, kept["actor"].first, clause.last)
        accused = () if tag is None else (mention(reading, tag),)
        return [(replace(base, accused=accused), "accused of the share")]
    if item.means == "place":
        accused, reason = _accused(work, item, clause, clause)
        slots = replace(base, area=(place_mention(reading, kept["place"]),), accused=tuple(accused) or base.accused)
        return [(slots, f"place of the share; accused: {reason or 'of the whole'}")]
    unit = kept.get("unit")
    named = base if unit is None else replace(base, unit=reading.printed(unit.first, unit.last))
    return [(named, "share of the count before")]


def _fitted(month: Span | None, whole: Span | None) -> Span | None:
    """Return MONTH moved by whole years into WHOLE, when it lies outside and one year of it lies inside."""
    if month is None or whole is None or month.start is None or month.end is None or month.within(whole):
        return month
    if whole.start is None or whole.end is None or not 0 <= whole.end.year - whole.start.year <= _LONGEST_YEARS:
        return month
    for year in range(whole.start.year, whole.end.year + 1):
        shift = year - month.start.year
        moved = replace(month, start=_moved(month.start, shift), end=_moved(month.end, shift), basis=Basis.INFERRED)
        if moved.within(whole):
            return moved
    return month


def _moved(moment: dt.datetime, years: int) -> dt.datetime:
    return moment.replace(year=moment.year + years)


def _without_repeats(made: Sequence[_Made]) -> Iterator[_Made]:
    """Give MADE without the poorer tellings of one count, as a headline and the sentence it heads tell it."""
    for index, item in enumerate(made):
        rivals = [other for at, other in enumerate(made) if at != index and _retells(item, other)]
        if not any(
            _weight(other) > _weight(item) or (_weight(other) == _weight(item) and made.index(other) < index)
            for other in rivals
        ):
            yield item


def _retells(item: _Made, other: _Made) -> bool:
    if item.slots.count != other.slots.count or item.split or other.split:
        return False
    if item.found.sentence is other.found.sentence:
        return False
    if item.running != other.running and item.slots.window and other.slots.window:
        return False
    if item.found.sentence.index == 0 or other.found.sentence.index == 0:
        return True  # a headline tells in short what a later sentence tells in full
    places = {place.text for place in item.slots.area}, {place.text for place in other.slots.area}
    return not (places[0] and places[1] and places[0].isdisjoint(places[1]))


def _weight(made: _Made) -> int:
    return (
        2 * (made.slots.window is not None) + bool(made.slots.area) + bool(made.slots.accused) + bool(made.slots.unit)
    )
