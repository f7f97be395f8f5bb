"""Counts of breaches: totals and running totals, and their parts (:mod:`tregua.steps.extract.shares`).

An anchor is a rule of the pack that has found a number and what it counts. Its window, place and accused are those of
its clause, else of its sentence; a count without a window of its own takes that of a larger one just before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tregua.records.claim import Tally
from tregua.steps.extract.beside import share_back, stand_beside
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.count_accused import accused_in
from tregua.steps.extract.count_areas import area_before, area_of_list, areas_near, place_all
from tregua.steps.extract.count_repeats import without_repeats
from tregua.steps.extract.count_rows import counts_listed
from tregua.steps.extract.count_tests import may_count, nought
from tregua.steps.extract.count_windows import runs_on, window_of
from tregua.steps.extract.counts import Found, Made, Work
from tregua.steps.extract.partitives import (
    PART,
    behind_parts,
    clause_of_part,
    clause_of_whole,
    dated_alike,
    dated_as_beside,
    leads_on,
    part_off,
    whole_told,
    wholes_in,
)
from tregua.steps.extract.respective import respective
from tregua.steps.extract.shares import amounts, find_parts, part_parted, parted, read_part, second_whole, widen
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.subjects import frame
from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag

__all__ = ["read_tallies"]

_NONE = "none"
_FIGURE = "figure"
_GOING_ON = "acts_on"
_BESIDE = ("month", "each_month", "before")  # of another time, and so no shares
_ECHO = 2
_SUMMING = ("raise", "total")


def read_tallies(reading: Reading, attribution: Attribution) -> tuple[list[Draft], frozenset[int]]:
    """Return a draft for each count of breaches in READING, and where counts stand, those told twice among them."""
    work = Work(reading, attribution)
    frame(work)
    anchors: dict[int, list[Found]] = defaultdict(list)
    for found in _anchors(reading):
        anchors[found.sentence.index].append(found)
    for sentence in reading.sentences:
        _read_sentence(work, sentence, anchors[sentence.index])
        place_all(work, sentence)
        share_back(work, sentence)
    drafts = [made.draft() for made in work.made]
    stands = [*((draft.first, draft.last) for draft in drafts), *_echoes(reading)]
    counted = frozenset(position for first, last in stands for position in range(first, last))
    return [made.draft() for made in without_repeats(work.made)], counted


def _echoes(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give where blasts heard are counted behind the attack that made them: "Shells hit A. Ten blasts were heard"."""
    for heard in reading.of("heard"):
        sentence = reading.sentence_of(heard.first)
        begin = reading.sentences[max(0, sentence.index - _ECHO)].first
        told = any(reading.of(kind, begin, sentence.first) for kind in ("act_verb", "weapon"))
        if told and not reading.of("time", sentence.first, sentence.last):
            for number in reading.of("number", sentence.first, heard.first):
                yield number.first, heard.first


def _anchors(reading: Reading) -> list[Found]:
    found = _first_fitting(reading, frozenset())
    whole = frozenset(item.match.kept["unit"] for item in found.values() if _leads(item))
    if any(_is_behind_mark(reading, item.match, item.number, whole) for item in found.values()):
        found = _first_fitting(reading, whole)
    listed = counts_listed(reading, found)
    return sorted([*found.values(), *listed], key=lambda item: item.number.first)


def _first_fitting(reading: Reading, whole: Collection[Tag]) -> dict[int, Found]:
    """Return, by where its number stands, what the first rule finds that fits; none of WHOLE counts behind a mark."""
    found: dict[int, Found] = {}
    for rule, match in find_rules(reading, "tallies"):
        number = match.kept["count"] if rule.means != _NONE else nought(match.kept["unit"])
        taken = any(position in found for position in range(number.first, number.last))
        taken = taken or _is_behind_mark(reading, match, number, whole)
        if not taken and may_count(reading, number, match, rule.means):
            found[number.first] = Found(rule.name, rule.means, match, number, reading.sentence_of(match.first))
    return found


def _leads(item: Found) -> bool:
    """Tell whether the number of ITEM stands before what it counts."""
    unit = item.match.kept.get("unit")
    return unit is not None and item.number.last <= unit.first


def _is_behind_mark(reading: Reading, match: Match, number: Tag, whole: Collection[Tag]) -> bool:
    """Tell whether a mark parts NUMBER from a word for breaches of WHOLE: "14 breaches: in A - 6, in B - 8"."""
    unit, at = match.kept.get("unit"), number.first - 1
    if unit is None and number.kind == "frequency" and at > match.first and reading.tokens[at].text in DASHES:
        return any(reading.tokens[each].text == ":" for each in range(match.first, at))  # "broke it: at A - twice"
    return unit in whole and unit is not None and unit.last <= at and reading.tokens[at].text in {*DASHES, ":", "("}


def _read_sentence(work: Work, sentence: Sentence, anchors: Sequence[Found]) -> None:
    anchors = [item for item in anchors if _may_go_on(work, sentence, item, anchors)]
    for item in wholes_in(anchors):
        anchors.remove(item)
        _read_whole(work, item)
    splits = find_parts(work, sentence, anchors)
    heads = sorted([*anchors, *splits], key=lambda item: item.number.first)
    if not heads:
        return
    acts = [item.number.count or 0 for item in anchors if item.means == "acts"]
    work.listed = sum(acts) if len(acts) > 1 else 0
    edges = [_edge(work.reading, before, after) for before, after in pairwise(heads)]
    bounds = list(pairwise([sentence.first, *edges, sentence.last]))
    later = list(behind_parts(work, anchors, splits))
    for item, (first, last) in zip(heads, bounds, strict=True):
        if item not in splits and item not in later:
            _read_anchor(work, item, first, last)
    placed = any("place" in item.means for item in splits)
    placing = {id(item): _as_place(work.reading, item, placed=placed) for item in splits}
    shares = [(placing[id(item)], each) for item, each in zip(heads, bounds, strict=True) if id(item) in placing]
    if shares:
        _read_parts(work, sentence, [item for item, _ in shares], [bound for _, bound in shares])
    for item, (first, last) in zip(heads, bounds, strict=True):
        if item in later:
            _read_anchor(work, item, first, last, later=True)


def _may_go_on(work: Work, sentence: Sentence, item: Found, anchors: Sequence[Found]) -> bool:
    """Tell whether ITEM of SENTENCE, where only what was counted before makes it a count, has such before it."""
    if item.means == _FIGURE:
        return bool(work.recent(sentence)) or anchors[0].means != _FIGURE
    larger = any(made.slots.count > (item.number.count or 0) for made in work.recent(sentence))
    return item.means != _GOING_ON or larger


def _read_anchor(work: Work, item: Found, first: int, last: int, *, later: bool = False) -> None:
    """Read ITEM, whose clause is from FIRST to LAST; LATER, when it parts what was counted last, where that was."""
    clause = Clause(work.reading, work.attribution, first, last)
    made = _anchor(work, item, clause_of_part(item, clause) if item.means == PART else clause)
    if later and work.made and all(place.rule.startswith("inferred") for place in made.slots.area):
        made = replace(made, slots=replace(made.slots, area=work.made[-1].slots.area))
    for each in respective(work, made) or _each(work, made):
        part, whole_count = part_off(work, each)
        work.made.append(part)
        if whole_count is not None:
            widen(work, whole_count, [part])


def _read_whole(work: Work, item: Found) -> None:
    """Read ITEM, the whole that a part names ("four of the five breaches"), unless it was counted before."""
    counted = [made.slots.count for made in work.recent(item.sentence, heads=True)]
    if item.number.count not in counted:
        whole = Clause(work.reading, work.attribution, item.sentence.first, item.sentence.last)
        work.made.append(_anchor(work, item, clause_of_whole(item, whole)))


def _edge(reading: Reading, before: Found, after: Found) -> int:
    """Return where the clause of AFTER begins: with it, or with a place that stands before it behind a comma."""
    place = reading.over(after.match.first, "place")
    edge = max(after.match.first if place is None else place.first, before.number.last)
    if (stands := _place_before(reading, after.number)) is not None and stands > before.number.last:
        return stands
    if not reading.pack.grammar.genitives:
        sums = [tag.first for kind in _SUMMING for tag in reading.of(kind, before.number.last, edge)]
        breaks = range(min(sums, default=0), before.number.last - 1, -1)
        return next((at for at in breaks if reading.tokens[at].text == "," or reading.at(at, "clause")), edge)
    for position in range(edge - 1, before.number.last - 1, -1):
        if reading.tokens[position].text == ",":
            starts = position + 1 + bool(reading.at(position + 1, "clause"))
            return position + 1 if reading.begins(starts, ("at_place",)) else edge
    return edge


def _place_before(reading: Reading, number: Tag) -> int | None:
    """Return where the place begins that stands right before NUMBER: "Lazkiye'de 7, | Halep'te 5", None when none."""
    at = number.first - 1
    at -= bool(reading.at(at, "at_place"))
    place = reading.over(at, "place")
    if place is None or place.last != at + 1:
        return None
    return place.first - bool(reading.at(place.first - 1, "at_place"))


def _each(work: Work, made: Made) -> list[Made]:
    """Return MADE, or one like it for each of its places where its number is said to be that of each: "three each"."""
    before, area = made.found.number.first - 1, made.slots.area
    each = (tag.value == "each" for tag in work.reading.at(made.found.match.last, "at_place"))
    apiece = any(each) or work.reading.has(made.found.match.last, "apiece")
    apiece = apiece or (before >= made.found.sentence.first and bool(work.reading.at(before, "apiece")))
    if not apiece or any(place.rule.startswith("inferred") for place in area):
        return [made]
    return [replace(made, slots=replace(made.slots, area=(place,))) for place in area] or [made]


def _as_place(reading: Reading, item: Found, *, placed: bool) -> Found:
    """Return ITEM, the share of an unknown name, as that of a place where other shares are: "A saw 86, B 79".

    So is a share in brackets: "A (86), Tyre (79)", where the pack has the word before them in another sense.
    """
    at = item.match.first
    if placed and item.means == "share" and reading.tokens[at].text == "(" and reading.tokens[at - 1].kind == "word":
        kept = {**item.match.kept, "place": Tag("place", at - 1, at, "bracket")}
        return replace(item, means="place", match=replace(item.match, first=at - 1, kept=kept))
    actor = item.match.kept.get("actor")
    if not placed or item.means != "actor" or actor is None or actor.kind != "name":
        return item
    return replace(item, means="place", match=replace(item.match, kept={**item.match.kept, "place": actor}))


def _read_parts(
    work: Work, sentence: Sentence, parts: Sequence[Found], bounds: Sequence[tuple[int, int]], *, beside: bool = False
) -> None:
    """Read PARTS, each within its BOUNDS, both in the order of the text; BESIDE others they are no shares of them."""
    beside_not = [at for at, item in enumerate(parts) if item.means not in _BESIDE]
    counts = amounts(work, [parts[at] for at in beside_not], [bounds[at] for at in beside_not])
    by_kind = any(item.means == "kind" for item in parts)
    near = stand_beside(work, sentence, parts)
    labelled = beside or near or parts[0].match.first <= sentence.first + 1
    parent = whole = whole_told(work, sentence, parts) or part_parted(work, sentence, parts, sum(counts))
    if whole is None:
        parent = whole = parted(work, sentence, counts, by_kind=by_kind, labelled=labelled, beside=near)
    if whole is None:
        parent = whole = dated_alike(work, sentence, parts)
    if parent is None or whole is None:
        at = second_whole(parts)
        for first, last in pairwise([0, at, at + 1, len(parts)] if at is not None else []):
            if first < last:
                _read_parts(work, sentence, parts[first:last], bounds[first:last], beside=first == at)
        return
    parent = dated_as_beside(work, sentence, parent)
    made: list[Made] = []
    rest = sum(item.number.count or 0 for item in parts)
    held, together = whole, rest <= whole.slots.count
    for item, (first, last) in zip(parts, bounds, strict=True):
        found = read_part(work, item, Clause(work.reading, work.attribution, first, last), parent, held)
        made += found
        rest -= item.number.count or 0
        places = all("place" in part.means for part in parts if part.number.first > item.number.first)
        heads = item.means in {"share", "unit", "alike"} or (
            item.means == "actor" and places and (0 < rest <= (item.number.count or 0) or leads_on(work.reading, item))
        )
        parent = found[-1] if found and heads else parent
        held = whole if together and item.means != "actor" else parent
    work.made += made
    widen(work, whole, made)


def _anchor(work: Work, item: Found, clause: Clause) -> Made:
    reading, number = work.reading, item.number
    whole = Clause(reading, work.attribution, item.sentence.first, item.sentence.last)
    time, window, window_from = window_of(work, item, clause)
    accused, accused_from = accused_in(work, item, clause, whole)
    named = item.match.kept.get("place")
    areas = [place_mention(reading, named)] if named is not None else areas_near(work, item, clause)
    areas = areas or area_of_list(work, item, whole)
    unit = item.match.kept.get("unit")
    running = time is not None and runs_on(time)
    slots = Tally(
        count=number.count or 0,
        bound=number.bound,
        unit=reading.printed(unit.first, unit.last) if unit is not None else "",
        window=window,
        area=tuple(areas) or area_before(work, item, accused, running=running),
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
        dated=window_from == "stated",
    )
