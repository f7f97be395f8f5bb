"""Counts of breaches: totals and running totals, and their parts (:mod:`tregua.steps.extract.shares`).

An anchor is a rule of the pack that has found a number and what it counts. Its window, place and accused are those of
its clause, else of its sentence; a count without a window of its own takes that of a larger one just before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tregua.records.claim import PlaceMention, Tally
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.counts import Found, Made, Work, accused_in, areas_in, is_taken
from tregua.steps.extract.pattern import Match, find_all
from tregua.steps.extract.places import list_items
from tregua.steps.extract.shares import find_parts, parted, read_part, widen
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Basis, Bound
from tregua.vocabulary.time import Span

__all__ = ["read_tallies"]

_MANY = 10
_ROUNDED = 20
_NONE = "none"
_NEAR = 40
_OPENING = 2
_HEAD = 5
_LONG_REACH = 5
_PERIOD_REACH = 14
_CARRIED = ("last", "since", "since_truce", "range", "months")
_BREAKING = ("breach", "breach_verb", "break_verb", "counted", "act_noun")
_COUNTABLE = ("place_head", "actor_head", "person", "casualty", "aid")
_DAYS = ("day", "weekday", "relative_day")
_RUNNING = ("since", "since_weekday", "since_relative", "since_truce", "since_month", "until", "this")


def read_tallies(reading: Reading, attribution: Attribution) -> tuple[list[Draft], frozenset[int]]:
    """Return a draft for each count of breaches in READING, and where counts stand, those told twice among them."""
    work = Work(reading, attribution)
    work.area, work.opening = _truce_area(reading), _opening_area(work)
    work.window = _period(reading) or _only_window(reading)
    anchors: dict[int, list[Found]] = defaultdict(list)
    for found in _anchors(reading):
        anchors[found.sentence.index].append(found)
    for sentence in reading.sentences:
        _read_sentence(work, sentence, anchors[sentence.index])
    drafts = [made.draft() for made in work.made]
    counted = frozenset(position for draft in drafts for position in range(draft.first, draft.last))
    return [made.draft() for made in _without_repeats(work.made)], counted


def _truce_area(reading: Reading) -> PlaceMention | None:
    """Return the place whose truce the text opens with, as it names it; None when it names none or several at once."""
    for rule in reading.pack.areas:
        for match in find_all(reading, rule.pattern):
            tag = match.kept["area"]
            if reading.sentence_of(match.first).index > _OPENING:
                continue
            if len(list(list_items(reading, tag.first))) < 2 and not reading.has(tag.first, "actor"):  # noqa: PLR2004
                return replace(place_mention(reading, tag), rule="inferred: the area of the truce the text is about")
    return None


def _opening_area(work: Work) -> PlaceMention | None:
    """Return the one place that the opening of the text names; None when it names none or several."""
    reading = work.reading
    found = {
        place.text: place
        for sentence in reading.sentences[:_OPENING]
        if not reading.of("partly", sentence.first, sentence.last)
        for place in areas_in(work, Clause(reading, work.attribution, sentence.first, sentence.last))
    }
    if len(found) != 1:
        return None
    return replace(next(iter(found.values())), rule="inferred: the one place that the text opens with")


def _only_window(reading: Reading) -> Span | None:
    """Return the one window that the text names; None when it names none or several."""
    found = {
        (tag.span.start, tag.span.end): tag.span
        for tag in reading.of("time")
        if tag.span is not None and tag.value in _CARRIED
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _period(reading: Reading) -> Span | None:
    """Return the period that the head of a report says it is about ("Periodo: 29 de octubre a 28 de noviembre")."""
    for word in reading.of("period"):
        if reading.sentence_of(word.first).index <= _HEAD:
            for time in reading.of("time", word.last, word.last + _PERIOD_REACH):
                if time.span is not None and time.value in _CARRIED:
                    return time.span
    return None


def _anchors(reading: Reading) -> list[Found]:
    found: dict[int, Found] = {}
    for rule in reading.pack.tallies:
        for match in find_all(reading, rule.pattern):
            number = match.kept["count"] if rule.means != _NONE else _nought(match.kept["unit"])
            taken = any(position in found for position in range(number.first, number.last))
            if not taken and _counts(reading, number, match, rule.means):
                found[number.first] = Found(rule.name, rule.means, match, number, reading.sentence_of(match.first))
    return sorted(found.values(), key=lambda item: item.number.first)


def _nought(unit: Tag) -> Tag:
    """Return the number of a count that is said to be none, at the word for what was not found."""
    return replace(unit, kind="number", value="none", count=0)


def _counts(reading: Reading, number: Tag, match: Match, means: str) -> bool:
    """Tell whether NUMBER can be a count: no time, no name, and large or counted when what is counted are acts."""
    if means == _NONE:
        return True
    if number.count is None or number.count < 1 or is_taken(reading, number):
        return False
    if number.count == 1 and number.first and reading.at(number.first - 1, "negation"):
        return False  # "not one" is none
    if number.kind == "frequency" and number.count == 1 and (number.value != "number" or means == "acts"):
        return False  # "once" is as often "at some time" as "one time"
    if means == "again":
        return bool(reading.of("breach_verb", reading.sentence_of(match.first).first, match.first))
    return _counts_acts(reading, number.count, match) if means == "acts" else _totals_breaches(reading, match)


def _counts_acts(reading: Reading, count: int, match: Match) -> bool:
    """Tell whether acts that MATCH counts can be breaches: they are many or recorded."""
    if any(reading.has(position, "no_breach") for position in range(match.first, match.last)):
        return False
    sentence = reading.sentence_of(match.first)
    return count >= _MANY or bool(reading.of("record", sentence.first, sentence.last))


def _totals_breaches(reading: Reading, match: Match) -> bool:
    """Tell whether a total is one of breaches: not "the number of towns", nor "their number" after "two more towns"."""
    totals = reading.of("total", match.first, match.last)
    first = reading.sentence_of(match.first).first
    if not totals or any(reading.of(kind, first, match.last) for kind in _BREAKING):
        return True
    owned = any(reading.of(kind, first, match.last) for kind in _COUNTABLE)
    return not (owned or reading.at(totals[0].last, "of"))


def _read_sentence(work: Work, sentence: Sentence, anchors: Sequence[Found]) -> None:
    splits = find_parts(work, sentence, anchors)
    heads = sorted([*anchors, *splits], key=lambda item: item.number.first)
    if not heads:
        return
    edges = [max(after.match.first, before.number.last) for before, after in pairwise(heads)]
    bounds = list(pairwise([sentence.first, *edges, sentence.last]))
    for item, (first, last) in zip(heads, bounds, strict=True):
        if item not in splits:
            work.made += _each(work, _anchor(work, item, Clause(work.reading, work.attribution, first, last)))
    if splits:
        _read_parts(
            work, sentence, splits, [bound for item, bound in zip(heads, bounds, strict=True) if item in splits]
        )


def _each(work: Work, made: Made) -> list[Made]:
    """Return MADE, or one like it for each of its places where its number is said to be that of each: "three each"."""
    before, area = made.found.number.first - 1, made.slots.area
    apiece = before >= made.found.sentence.first and work.reading.at(before, "apiece")
    if not apiece or any(place.rule.startswith("inferred") for place in area):
        return [made]
    return [replace(made, slots=replace(made.slots, area=(place,))) for place in area] or [made]


def _stand_beside(work: Work, sentence: Sentence, parts: Sequence[Found]) -> bool:
    """Tell whether PARTS are no shares but counts of other places: "591 in Donetsk and 975 in Luhansk"."""
    before = [made for made in work.recent(sentence, heads=True) if made.found.sentence is sentence]
    placed = any(not place.rule.startswith("inferred") for made in before for place in made.slots.area)
    return placed and all(item.means == "place" for item in parts)


def _read_parts(work: Work, sentence: Sentence, parts: Sequence[Found], bounds: Sequence[tuple[int, int]]) -> None:
    """Read PARTS, given in any order, each within its BOUNDS, given in the order of the text."""
    counts = [item.number.count or 0 for item in parts if "month" not in item.means]
    by_kind = any(item.means == "kind" for item in parts)
    labelled = parts[0].match.first <= sentence.first + 1 or _stand_beside(work, sentence, parts)
    parent = whole = parted(work, sentence, counts, by_kind=by_kind, labelled=labelled)
    if parent is None or whole is None:
        return
    made: list[Made] = []
    rest = sum(item.number.count or 0 for item in parts)
    for item, (first, last) in zip(sorted(parts, key=lambda part: part.number.first), bounds, strict=True):
        found = read_part(work, item, Clause(work.reading, work.attribution, first, last), parent)
        made += found
        rest -= item.number.count or 0
        places = all("place" in part.means for part in parts if part.number.first > item.number.first)
        heads = item.means in {"share", "unit"} or (
            item.means == "actor" and places and 0 < rest <= (item.number.count or 0)
        )
        parent = found[-1] if found and heads else parent
    work.made += made
    widen(work, whole, made)


def _anchor(work: Work, item: Found, clause: Clause) -> Made:
    reading, number = work.reading, item.number
    whole = Clause(reading, work.attribution, item.sentence.first, item.sentence.last)
    time = _window(clause, whole, number)
    stated = (None, "") if time is None else (time.span, "stated")
    window, window_from = _inherited(work, item) if time is None or _dates_saying(clause, time) else stated
    window, window_from = (window, window_from) if window is not None else stated
    accused, accused_from = accused_in(work, item, clause, whole)
    named = item.match.kept.get("place")
    areas = [place_mention(reading, named)] if named is not None else _areas_near(work, item, clause)
    areas = areas or _area_of_list(work, item, whole)
    unit = item.match.kept.get("unit")
    running = time is not None and time.value in _RUNNING
    slots = Tally(
        count=number.count or 0,
        bound=number.bound,
        unit=reading.printed(unit.first, unit.last) if unit is not None else "",
        window=window,
        area=tuple(areas) or _area_before(work, item, running=running),
        accused=tuple(accused),
        ordinal=item.means == "ordinal",
    )
    trace = [f"tally by {item.rule}: “{reading.printed(item.match.first, item.match.last)}”"]
    trace += [f"accused: {accused_from}"] * bool(accused)
    trace += [] if window is None else [f"window: “{window.text}”, {window_from}"]
    trace += [f"area: {', '.join(area.text for area in areas)}"] * bool(areas)
    return Made(
        item,
        slots,
        tuple(trace),
        running,
        split=False,
        headline=reading.is_headline(item.sentence),
    )


def _areas_near(work: Work, item: Found, clause: Clause) -> list[PlaceMention]:
    """Return the areas of CLAUSE: those between what is counted and a number behind it, else behind the number."""
    number, unit = item.number, item.match.kept.get("unit")
    between = clause.part(unit.last, number.first) if unit is not None and unit.last < number.first else None
    found = areas_in(work, between) if between is not None else []
    stops = [at for at in range(number.last, clause.last) if work.reading.tokens[at].text == ";"]
    end = min([clause.last, *(at for at in stops if work.reading.of("number", at, clause.last))])
    return found or areas_in(work, clause.part(number.first, end)) or areas_in(work, clause.part(clause.first, end))


def _area_of_list(work: Work, item: Found, whole: Clause) -> list[PlaceMention]:
    """Return where a list of kinds counts when its place stands before the first of them: "In A, 19 raids, 4 fires"."""
    before = [made.found.number.first for made in work.made if made.found.sentence is item.sentence]
    return areas_in(work, whole.part(whole.first, min(before))) if before and item.means == "acts" else []


def _area_before(work: Work, item: Found, *, running: bool) -> tuple[PlaceMention, ...]:
    """Return the area of the truce, else the one place of the sentence before; both are inferred.

    A RUNNING total is of the whole truce: the place of a day's count just before it says nothing of it.
    """
    if work.area is not None:
        return (work.area,)
    counted = running and any(not made.running for made in work.recent(item.sentence, heads=True))
    if counted:
        return ()
    before = work.reading.sentences[max(0, item.sentence.index - 1)]
    places = areas_in(work, Clause(work.reading, work.attribution, before.first, before.last))
    if item.sentence.index and len(places) == 1:
        return (replace(places[0], rule="inferred: the place of the sentence before"),)
    if running or work.opening is None:
        return ()
    others = work.reading.of("number", item.number.last, item.sentence.last)
    behind = Clause(work.reading, work.attribution, others[0].first, item.sentence.last) if others else None
    here = [] if behind is None else areas_in(work, behind)
    other = any(place.text == work.opening.text for place in here)  # it is that of another count beside
    return () if other else (work.opening,)


def _window(clause: Clause, whole: Clause, number: Tag) -> Tag | None:
    single: Tag | None = None
    for part in (clause.part(number.first, clause.last), clause):
        best = _best_time(part, number)
        if best is not None and (best.value == "until" or not _rank(part, best)):
            return best
        single = single or best
    if single is not None and not _dates_saying(clause, single):
        return single
    return _best_time(whole, number) or single


def _best_time(part: Clause, number: Tag) -> Tag | None:
    """Return the time of PART that is most of a window, the one nearest to NUMBER of several."""
    times = [tag for tag in part.reading.of("time", part.first, part.last) if _covers(part.reading, tag)]
    return min(times, key=lambda tag: (_rank(part, tag), abs(tag.first - number.first)), default=None)


def _dates_saying(clause: Clause, tag: Tag) -> bool:
    """Tell whether TAG is the day on which somebody spoke: "said on Saturday", "on 29 January the ministry said"."""
    if tag.value not in _DAYS:
        return False
    acts = clause.attribution.said[clause.reading.sentence_of(tag.first).index]
    return any(act.first <= tag.last and tag.first <= act.last and not act.counts for act in acts)


def _covers(reading: Reading, tag: Tag) -> bool:
    """Tell whether a time may be a window: not the day on which the truce itself began."""
    if tag.span is None or reading.has(tag.first, "dateline"):
        return False
    begun = range(max(0, tag.first - 2), tag.first)
    single = tag.value in {"day", "weekday"}
    named = single and reading.begins(tag.last, ("truce", "pact"))  # "violations of the November 27 ceasefire"
    return not named and not (single and any(reading.has(position, "begin") for position in begun))


def _rank(clause: Clause, tag: Tag) -> int:
    """Rank windows before single days, and these before days of speech: "on Monday" dates this as often as breaches."""
    if _dates_saying(clause, tag):
        return 2
    return 1 if tag.value in {"weekday", "relative_day", "until"} else 0


def _inherited(work: Work, item: Found) -> tuple[Span | None, str]:
    """Return the window of a larger count just before, of which this one is a part."""
    for made in work.recent(item.sentence, heads=True, reach=_LONG_REACH):
        larger = made.slots.count >= (item.number.count or 0)
        if made.slots.window is not None and not made.running and larger:
            window = made.slots.window
            return replace(window, basis=Basis.INFERRED, anchor=f"the count of {made.slots.count} before"), "inherited"
    before = work.reading.sentences[item.sentence.index - 1] if item.sentence.index else item.sentence
    for tag in work.reading.of("time", before.first, before.last):
        if tag.span is not None and tag.value in _CARRIED:
            return replace(tag.span, basis=Basis.INFERRED, anchor="the sentence before"), "inherited"
    if work.window is not None:
        return replace(
            work.window, basis=Basis.INFERRED, anchor="the one window or the period of the text"
        ), "inherited"
    return None, ""


def _without_repeats(made: Sequence[Made]) -> Iterator[Made]:
    """Give MADE without the poorer tellings of one count, as a headline and the sentence it heads tell it."""
    alike: dict[int, list[tuple[int, Made]]] = defaultdict(list)
    for index, item in enumerate(made):
        alike[item.slots.count].append((index, item))
    poorer = {index for group in alike.values() for index in _poorer(group)}
    poorer |= {index for index, item in enumerate(made) if _rounds(item, made)}
    return (item for index, item in enumerate(made) if index not in poorer)


def _rounds(item: Made, made: Sequence[Made]) -> bool:
    """Tell whether ITEM is a headline's round number for one of MADE that the text gives exactly: "nearly 970", 969."""
    if not item.headline or item.slots.bound is not Bound.ABOUT:
        return False
    exact = (other.slots.count for other in made if other.slots.bound is Bound.EXACT and not other.headline)
    return any(abs(count - item.slots.count) * _ROUNDED <= count for count in exact)


def _poorer(group: Sequence[tuple[int, Made]]) -> Iterator[int]:
    """Give the places of those in GROUP that another, not far away, tells better, or as well and earlier."""
    for at, (index, item) in enumerate(group):
        others = [*group[:1], *group[max(0, at - _NEAR) : at + _NEAR]]
        rivals = [(_weight(other), -place) for place, other in others if place != index and _retells(item, other)]
        if any(rival > (_weight(item), -index) for rival in rivals):
            yield index


def _retells(item: Made, other: Made) -> bool:
    if item.found.sentence is other.found.sentence:
        return False
    if (item.split or other.split) and not (item.headline or other.headline):
        return item.whole is not None and item.whole == other.whole and _share_place(item, other)
    if item.slots.count == 0 and item.slots.window != other.slots.window:
        return False  # none on one day and none on the next are two statements
    if item.running != other.running and item.slots.window and other.slots.window:
        return False
    if item.headline or other.headline:
        return True  # a headline tells in short what a later sentence tells in full
    return _share_place(item, other) or not (item.slots.area and other.slots.area)


def _share_place(item: Made, other: Made) -> bool:
    """Tell whether a place printed with ITEM is one printed with OTHER, or part of its name."""
    return any(a.text in b.text or b.text in a.text for a in item.slots.area for b in other.slots.area)


def _weight(made: Made) -> int:
    return (
        -4 * made.headline
        + 2 * (made.slots.window is not None)
        + bool(made.slots.area)
        + bool(made.slots.accused)
        + bool(made.slots.unit)
    )
