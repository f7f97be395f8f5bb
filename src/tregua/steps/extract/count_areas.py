"""Where a count was: the place of its clause, else of what is told around it, else that of the truce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.counts import Found, Work, areas_in, is_taken
from tregua.steps.extract.log_entries import begins_entry
from tregua.steps.extract.rows import listing_of
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.struck_areas import struck_by
from tregua.steps.extract.subjects import BEFORE, subject_area
from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag

__all__ = ["area_before", "area_of_list", "areas_near", "framing", "listed_before", "place_all"]

_FRAME = 4
_BARE = "printed (bare)"
_SOON = 3
_NAMING = ("place", "toponym", "name")
_NO_PLACES = ("actor", "voice", "people", "person", "paper")
_LABELLING = {"(", ":", *DASHES}


def areas_near(work: Work, item: Found, clause: Clause) -> list[PlaceMention]:
    """Return the areas of CLAUSE: those between what is counted and a number behind it, else behind the number."""
    number, unit = item.number, item.match.kept.get("unit")
    labelled = _labelled_by(work.reading, number, clause.last)
    if labelled is not None:
        return [place_mention(work.reading, labelled)]
    saw = _that_saw(work.reading, number)
    if saw:
        return [place_mention(work.reading, tag) for tag in saw]
    struck = struck_by(work.reading, item.match)
    if struck:
        return [place_mention(work.reading, tag) for tag in struck]
    between = clause.part(unit.last, number.first) if unit is not None and unit.last < number.first else None
    found = areas_in(work, between) if between is not None else []
    end = _counted_end(work.reading, number, clause.last)
    colon = next((at for at in range(number.last, end) if work.reading.tokens[at].text == ":"), end)
    first = _told_apart(work.reading, clause.first, number)
    parts = [(number.first, colon), (first, colon), (number.first, end)]  # behind a colon are its details
    tried = (areas_in(work, clause.part(*part)) for part in parts)
    return found or next((areas for areas in tried if areas), [])


def _that_saw(reading: Reading, number: Tag) -> list[Tag]:
    """Return the names of places that are said to have seen NUMBER breaches: "| A and B saw three"."""
    verb = next((tag for at in (number.first - 1, number.first - 2) for tag in reading.at(at, "share_verb")), None)
    place = None if verb is None or verb.last != number.first else _named_at(reading, verb.first - 1)
    if place is None or reading.has_any(place.last - 1, _NO_PLACES):
        return []
    return [*listed_before(reading, place), place]


def listed_before(reading: Reading, place: Tag) -> list[Tag]:
    """Return the names that are listed right before PLACE: "| A, B and C"."""
    found: list[Tag] = []
    at = place.first - 1
    while at > 0 and (reading.tokens[at].text == "," or reading.at(at, "and")):
        before = _named_at(reading, at - 1)
        if before is None:
            break
        found.insert(0, before)
        at = before.first - 1
    return found


def _named_at(reading: Reading, position: int) -> Tag | None:
    """Return the name that ends at POSITION, or the first word of a sentence, whose capital tells nothing."""
    named = next((tag for kind in (*_NAMING, "truce_area") if (tag := reading.over(position, kind)) is not None), None)
    opens = position >= 0 and position == reading.sentence_of(position).first
    unknown = opens and reading.tokens[position].capital and not reading.is_known(position)
    return named or (Tag("name", position, position + 1) if unknown else None)


def _told_apart(reading: Reading, first: int, number: Tag) -> int:
    """Return where what goes with NUMBER begins, FIRST or behind the comma that parts it from another act told there.

    "Raids on A, | 24 breaches by artillery": A is no place of the 24.
    """
    commas = [at for at in range(first, number.first) if reading.tokens[at].text == ","]
    places = reading.of("place", first, commas[-1]) if commas else []
    if not places:
        return first
    acts = reading.of("act_noun", first, places[-1].first)
    counted = [tag for tag in reading.of("number", places[-1].last, commas[-1]) if not is_taken(reading, tag)]
    frames = places[-1].first - reading.sentence_of(number.first).first <= _FRAME
    return commas[-1] if acts or (counted and not frames) else first


def _counted_end(reading: Reading, number: Tag, limit: int) -> int:
    """Return where what NUMBER counts ends before LIMIT: at a mark behind which something else is counted."""
    stops = [at for at in range(number.last, limit) if reading.tokens[at].text == ";"]
    others = [tag for tag in reading.of("number", number.last, limit) if not is_taken(reading, tag)]
    others = [tag for tag in others if not reading.has(tag.last, "place_head")]
    commas = [at for at in range(number.last, others[0].first) if reading.tokens[at].text == ","] if others else []
    return min([limit, *commas[-1:], *(at for at in stops if reading.of("number", at, limit))])


def _labelled_by(reading: Reading, number: Tag, limit: int) -> Tag | None:
    """Return the place that labels NUMBER: in brackets, "A (31 breaches), B (27 breaches)", or "A - 31 raids".

    No dash of a dateline labels, nor one behind which the number has a place of its own: "near A - 31 raids on B".
    """
    opening = number.first - 1
    if opening < 1 or reading.tokens[opening].text not in _LABELLING or reading.has(opening, "dateline"):
        return None
    end = next((at for at in range(number.last, limit) if reading.tokens[at].kind == "mark"), limit)
    if reading.tokens[opening].text != "(" and reading.of("place", number.last, end):
        return None
    kinds = ("place", "toponym") if reading.has_any(opening - 1, ("actor", "voice", "people")) else _NAMING
    found = (reading.over(opening - 1, kind) for kind in kinds)
    return next((place for place in found if place is not None and place.last == opening), None)


def area_of_list(work: Work, item: Found, whole: Clause) -> list[PlaceMention]:
    """Return where a list of kinds counts when its place stands before the first of them: "In A, 19 raids, 4 fires"."""
    before = [made.found.number.first for made in work.made if made.found.sentence is item.sentence]
    return areas_in(work, whole.part(whole.first, min(before))) if before and item.means == "acts" else []


def framing(work: Work, item: Found) -> list[PlaceMention]:
    """Return the places that open the sentence of ITEM before its first number: "In A and B | they noted 2,400"."""
    reading, sentence = work.reading, item.sentence
    numbers = [tag for tag in reading.of("number", sentence.first, sentence.last) if not is_taken(reading, tag)]
    if not (numbers and reading.at(sentence.first, "at_place")):
        return []
    return areas_in(work, Clause(reading, work.attribution, sentence.first, numbers[0].first))


def place_all(work: Work, sentence: Sentence) -> None:
    """Give the counts of which no place is told that of all: "five, ..., | all in A", "They took place in A, B"."""
    reading = work.reading
    own = [made.found.number.last for made in work.made if made.found.sentence is sentence]
    behind = max(own, default=sentence.last)
    verb = next((tag for tag in reading.of("record", behind, sentence.last) if reading.at(tag.last, "at_place")), None)
    if verb is not None and reading.tokens[verb.first - 1].text == "," and not reading.at(verb.first, "commit"):
        _place(work, sentence, verb.last, sentence)  # "26 attacks, including 9 with rockets, were recorded in A"
    alls = list(reading.of("all_of", max(own, default=sentence.last), sentence.last))
    if alls and reading.at(alls[0].last, "at_place"):
        _place(work, sentence, alls[0].first, sentence)
    told = next(iter(reading.of("occur", sentence.first, sentence.first + _SOON)), None)
    if own or told is None or not sentence.index or reading.of("number", sentence.first, sentence.last):
        return
    named = any(reading.of(kind, sentence.first, sentence.last) for kind in ("breach", "act_noun", "act_verb"))
    if reading.at(told.last, "at_place") and not named:
        _place(work, reading.sentences[sentence.index - 1], told.last, sentence)


def _place(work: Work, counted: Sentence, first: int, told: Sentence) -> None:
    """Give the counts of sentence COUNTED that have no place of their own those that TOLD names from FIRST on."""
    areas = tuple(areas_in(work, Clause(work.reading, work.attribution, first, told.last)))
    for at, made in enumerate(work.made):
        known = made.slots.area and not made.slots.area[0].rule.startswith("inferred")
        if made.found.sentence is counted and areas and not known:
            trace = (*made.trace, f"area: {', '.join(area.text for area in areas)}, of all of them")
            work.made[at] = replace(made, slots=replace(made.slots, area=areas), trace=trace)


def area_before(work: Work, item: Found, accused: Sequence[Mention], *, running: bool) -> tuple[PlaceMention, ...]:
    """Return the area of the truce, else the place of the sentences before or that the text is about; all inferred."""
    headed = _heading_list(work, item)
    if headed:
        return tuple(replace(place, rule="inferred: the place of what heads the list") for place in headed)
    told = () if running else _area_told(work, item)
    found = told or _area_around(work, item, running=running)
    if found:
        return found
    subject = subject_area(work.reading, [each.text for each in accused])
    return () if subject is None else (subject,)


def _area_told(work: Work, item: Found) -> tuple[PlaceMention, ...]:
    """Return the places of the one count of the sentence before, if it prints some: "9 in A and B. In May, | 4"."""
    before = work.reading.sentences[max(0, item.sentence.index - 1)]
    told = [made for made in work.made if made.found.sentence is before]
    areas = {made.slots.area for made in told}
    if len(areas) != 1 or before is item.sentence or any(made.split or made.headline for made in told):
        return ()
    area = areas.pop()
    printed = not any(place.rule.startswith("inferred") for place in area)
    return tuple(replace(place, rule=BEFORE) for place in area) if printed and len(area) > 1 else ()


def _heading_list(work: Work, item: Found) -> list[PlaceMention]:
    """Return the places in the lines that head the list of which ITEM is a row."""
    listing = listing_of(work.reading, item.sentence)
    heads = listing.heads if listing is not None else ()
    found = (areas_in(work, Clause(work.reading, work.attribution, head.first, head.last)) for head in heads)
    return next((places for places in found if places), [])


def _area_around(work: Work, item: Found, *, running: bool) -> tuple[PlaceMention, ...]:
    """Return the area of the truce, else the one place of the sentence before, else that of the opening.

    A RUNNING total is of the whole truce: the place of a day's count just before it says nothing of it.
    """
    if work.area is not None:
        return (work.area,)
    counted = running and any(not made.running for made in work.recent(item.sentence, heads=True))
    if counted:
        return ()
    before = work.reading.sentences[max(0, item.sentence.index - 1)]
    if any(made.split and made.found.sentence is before and made.slots.area for made in work.made):
        return ()  # the places of the parts of a count are not those of the next one
    places = areas_in(work, Clause(work.reading, work.attribution, before.first, before.last))
    part = bool(work.reading.of("partly", before.first, before.last))  # "among them a raid on A"
    part = part or begins_entry(work.reading, item.sentence)
    tellers = {work.attribution.origin(before.index), work.attribution.origin(item.sentence.index)}
    another = "" not in tellers and len(tellers) > 1  # what somebody else tells of A is not where his count is
    counts = any(made.found.sentence is before for made in work.made)
    another = another or (
        before.paragraph != item.sentence.paragraph and not counts
    )  # nor where an act was, further up
    if item.sentence.index and len(places) == 1 and places[0].rule != _BARE and not (part or another):
        return (replace(places[0], rule=BEFORE),)
    if running or work.opening is None or work.opened > item.sentence.index:
        return ()
    others = work.reading.of("number", item.number.last, item.sentence.last)
    behind = Clause(work.reading, work.attribution, others[0].first, item.sentence.last) if others else None
    return () if behind is not None and areas_in(work, behind) else (work.opening,)  # its parts say where it is
