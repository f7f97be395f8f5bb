"""What a count is part of: "four of the five breaches", "12 breaches, including three raids".

What tells a part from the rest of its whole is what the part says and the whole does not: a kind, a place, an accused
or a time. A part of which nothing is told apart ("nine of them") is no count of a place or a day, as books must know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tregua.records.claim import Tally
from tregua.steps.extract.counts import Found, Made, Work
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Share

__all__ = [
    "PART",
    "behind_parts",
    "clause_of_part",
    "clause_of_whole",
    "dated_alike",
    "dated_as_beside",
    "leads_on",
    "part_off",
    "shared",
    "whole_told",
    "wholes_in",
]

PART = "part"
_WHOLE = "whole"
_ALIKE = "alike"
_BY_KIND = ("kind", "unit", "sort")
_GAP = 2
_WHOLE_REACH = 12
_SOON = 2
_KINDS = ("act_noun", "weapon", "domain")
_TELLING = ("be", "occur", "have", "commit", "record", "say")


def shared(reading: Reading, item: Found, slots: Tally, whole: Tally) -> Tally:
    """Return SLOTS, read of ITEM, as a part of WHOLE; as they are when they are more, or of another time."""
    ours, theirs = slots.window, whole.window
    inside = ours is None or theirs is None or ours == theirs or ours.within(theirs)
    beside = (
        whole.part is not None and whole.whole is None
    )  # two parts of one count: "70 of the breaches were in A and 40 in B"
    elsewhere = _places(whole) and _places(slots) - _places(whole)  # "one was in A and one in B"
    more = whole.count < slots.count or (whole.count == slots.count and elsewhere)
    apart = item.means == _ALIKE or _is_added(reading, item)
    if (more and not beside) or not inside or apart:
        return slots
    kind = item.means in _BY_KIND or any(reading.of(kind, item.match.first, item.match.last) for kind in _KINDS)
    number = None if beside else whole.count
    return replace(slots, part=Share.KIND if kind else _share(slots, whole), whole=number, open=_is_open(reading, item))


def _is_open(reading: Reading, item: Found) -> bool:
    """Tell whether the sentence of ITEM tells where the rest was and not how many: "three in A, the rest in B"."""
    rests = reading.of("rest", item.sentence.first, item.sentence.last)
    return any(not reading.of("number", tag.last, tag.last + _SOON) for tag in rests)


def _share(part: Tally, whole: Tally) -> Share:
    if _places(part) - _places(whole):
        return Share.PLACE
    if {who.text for who in part.accused} - {who.text for who in whole.accused}:
        return Share.ACCUSED
    if part.window != whole.window and whole.window is not None and part.window is not None:
        return Share.TIME
    return Share.UNSAID


def _places(tally: Tally) -> set[str]:
    return {place.text for place in tally.area if not place.rule.startswith("inferred")}


def wholes_in(anchors: Sequence[Found]) -> list[Found]:
    """Return those of ANCHORS that only name the whole of another: "four of | the five breaches |"."""
    named = {item.match.kept[_WHOLE].first for item in anchors if _WHOLE in item.match.kept}
    return [item for item in anchors if item.number.first in named and _WHOLE not in item.match.kept]


def clause_of_whole(item: Found, clause: Clause) -> Clause:
    """Return the words of CLAUSE about ITEM, a whole: what is told behind them is told of its part."""
    unit = item.match.kept.get("unit", item.number)
    made = not clause.reading.has_any(unit.last, ("be", "have"))  # "the five breaches | recorded in Homs"
    told = [tag.first for kind in _TELLING for tag in clause.reading.of(kind, unit.last + made, clause.last)]
    return clause.part(item.number.first, min(told, default=clause.last))


def clause_of_part(item: Found, clause: Clause) -> Clause:
    """Return the words of CLAUSE about ITEM, a part: what is told behind a colon are its details."""
    colons = (at for at in range(item.number.last, clause.last) if clause.reading.tokens[at].text == ":")
    return clause.part(clause.first, next(colons, clause.last))


def part_off(work: Work, made: Made) -> tuple[Made, Made | None]:
    """Return MADE as a part of a count told before it when its words say that it is one, and that count if known."""
    item = made.found
    near = [each for each in work.recent(item.sentence, heads=True) if each.slots.count >= made.slots.count]
    if item.means == PART:
        named = item.match.kept.get(_WHOLE)
        number = None if named is None else named.count
        held = next((each for each in near if number in {None, each.slots.count} and not each.running), None)
        parted = None if held is None else _parted(work, made, held)
        return parted if parted is not None and parted[1] is not None else (_loose(made, number), None)
    inside = [each for each in near if each.found.sentence is item.sentence]
    return _parted(work, made, inside[0]) if inside and _is_behind_partly(work, item.number) else (made, None)


def behind_parts(work: Work, anchors: Sequence[Found], splits: Sequence[Found]) -> Iterator[Found]:
    """Give those of ANCHORS that are parts of one of SPLITS: "the week before there were 96, including | 12 blasts"."""
    for item in anchors:
        first = max((each.number.first for each in splits if each.number.first < item.number.first), default=None)
        if first is None or any(first < each.number.first < item.number.first for each in anchors):
            continue
        if _follows_partly(work.reading, item.number):
            yield item


def dated_as_beside(work: Work, sentence: Sentence, whole: Made) -> Made:
    """Return WHOLE with the time of a part of it told before in SENTENCE: "ten of the breaches in A, four in B"."""
    beside = [made for made in work.recent(sentence) if made.found.sentence is sentence and made.found.means == PART]
    window = next((made.slots.window for made in beside if made.slots.whole == whole.slots.count), None)
    return whole if window is None else replace(whole, slots=replace(whole.slots, window=window))


def _parted(work: Work, made: Made, whole: Made) -> tuple[Made, Made | None]:
    slots = shared(work.reading, made.found, made.slots, whole.slots)
    if slots.part is None:
        return made, None
    trace = (*made.trace, f"part of the count of {slots.whole}")
    return replace(made, slots=slots, split=True, whole=slots.whole, trace=trace), whole


def _loose(made: Made, printed: int | None) -> Made:
    """Return MADE as a part of a count that was not told before, of which only the number may be PRINTED."""
    slots = replace(made.slots, part=_share(made.slots, Tally(count=0)), whole=printed)
    return replace(made, slots=slots, trace=(*made.trace, "part of a count not told before"))


def _is_behind_partly(work: Work, number: Tag) -> bool:
    """Tell whether "including" stands before NUMBER, or before a part that it is listed with."""
    reading = work.reading
    if _follows_partly(reading, number):
        return True
    before = reading.at(number.first - 1, "and") or reading.tokens[number.first - 1].text in {",", "،"}
    last = work.made[-1]
    listed = last.slots.part is not None and last.found.sentence is reading.sentence_of(number.first)
    return bool(before) and listed and _follows_partly(reading, last.found.number)


def _follows_partly(reading: Reading, number: Tag) -> bool:
    return any(reading.has(at, "partly") for at in range(max(0, number.first - _GAP), number.first))


def _follows_which(reading: Reading, part: Found) -> bool:
    """Tell whether ", of which" leads on to PART."""
    at = part.number.first - 1
    return reading.has(at, "part_of") and reading.has(at - 1, "of") and reading.tokens[at - 2].text == ","


def _listed_behind(work: Work, sentence: Sentence, part: Found) -> Made | None:
    """Return the count of SENTENCE behind which a colon leads on to PART: "34 breaches: 18 in A, 3 in B"."""
    before = [made for made in work.recent(sentence, heads=True) if made.found.sentence is sentence]
    colon = part.match.first - 1
    led = colon > sentence.first and work.reading.tokens[colon].text == ":"
    led = led or _follows_which(work.reading, part)
    return before[0] if led and before and before[0].found.match.last <= colon else None


def whole_told(work: Work, sentence: Sentence, parts: Sequence[Found]) -> Made | None:
    """Return the count that PARTS of SENTENCE are told to be part of: by a colon, by its number, or as more of it."""
    whole = _listed_behind(work, sentence, parts[0]) or _named(work, sentence, parts)
    return whole or _added_to(work, sentence, parts)


def _named(work: Work, sentence: Sentence, parts: Sequence[Found]) -> Made | None:
    """Return the count before SENTENCE of which PARTS are said to be part by its number: "14 of | the 53 |"."""
    numbers = {item.match.kept[_WHOLE].count for item in parts if _WHOLE in item.match.kept}
    return next((made for made in work.recent(sentence, reach=_WHOLE_REACH) if made.slots.count in numbers), None)


def dated_alike(work: Work, sentence: Sentence, parts: Sequence[Found]) -> Made | None:
    """Return the count told before of the very time that opens SENTENCE: "402 in 2018. | In 2018, A had 77"."""
    times = work.reading.of("time", sentence.first, min(part.number.first for part in parts))
    spans = [(tag.span.start, tag.span.end) for tag in times if tag.span is not None and tag.span.start is not None]
    total = sum(item.number.count or 0 for item in parts)
    others = (made for made in work.recent(sentence) if made.found.sentence is not sentence)
    windows = ((made, made.slots.window) for made in others if made.slots.count >= total)
    return next((made for made, window in windows if window and (window.start, window.end) in spans), None)


def _added_to(work: Work, sentence: Sentence, parts: Sequence[Found]) -> Made | None:
    """Return the count told just before SENTENCE beside which PARTS stand as more: "186 at A. | Another 42 at B"."""
    before = work.recent(sentence)[:1] if _is_added(work.reading, parts[0]) else []
    return next((made for made in before if made.found.sentence is not sentence), None)


def _is_added(reading: Reading, item: Found) -> bool:
    """Tell whether the number of ITEM, at the head of its sentence, is said to be more than was counted."""
    first = item.sentence.first
    opened = (tag for tag in reading.of("added", first, item.number.first) if tag.first == first)
    return any(tag.last == item.number.first for tag in opened)


def leads_on(reading: Reading, item: Found) -> bool:
    """Tell whether a colon leads on from ITEM to its parts, be they right or not: "34: 18 in A, 133 in B"."""
    return item.number.last < item.sentence.last and reading.tokens[item.number.last].text == ":"
