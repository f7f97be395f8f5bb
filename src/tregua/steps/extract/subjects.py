"""What a text is about as a whole: the area and the window of its counts, for a count that names none itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from tregua.records.claim import PlaceMention
from tregua.steps.extract.board import find_rules
from tregua.steps.extract.counts import Work, areas_in
from tregua.steps.extract.earlier import is_moved
from tregua.steps.extract.known_truces import area_in
from tregua.steps.extract.log_entries import begins_entry
from tregua.steps.extract.places import list_items
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.steps.extract.windows import EDITIONS
from tregua.vocabulary.time import Span

__all__ = ["BEFORE", "CARRIED", "OPENING", "frame", "subject_area"]

OPENING = "inferred: the one place that the text opens with"
BEFORE = "inferred: the place of the sentence before"
_OPEN = ("since", "since_truce")
CARRIED = ("last", "since", "since_truce", "range", "months")
_OPENING = 2
_HEAD = 5
_PERIOD_REACH = 14


def frame(work: Work) -> None:
    """Set what the text of WORK says of all its counts: the area of its truce, where it opens, its window."""
    work.area = _truce_area(work.reading)
    work.opening, work.opened = _opening_area(work)
    only = _only_window(work.reading)
    edition = _unsaid(work.reading) if only is None or only.value in _OPEN else None
    work.window = _period(work.reading) or edition or (None if only is None else only.span)


def _truce_area(reading: Reading) -> PlaceMention | None:
    """Return the place whose truce the text opens with, as it names it; None when it names none or several at once."""
    for _, match in find_rules(reading, "areas"):
        tag = match.kept["area"]
        if reading.sentence_of(match.first).index > _OPENING:
            continue
        headline = reading.is_headline(reading.sentence_of(match.first))
        if tag.kind == "country" and tag.value == "capital":
            continue  # "the Ankara ceasefire" was made there
        if headline and tag.kind == "name" and not _placed(reading, tag):
            continue  # a headline in capitals makes a name of any word before "truce"
        if len(list(list_items(reading, tag.first))) < 2 and not reading.has(tag.first, "actor"):  # noqa: PLR2004
            return replace(place_mention(reading, tag), rule="inferred: the area of the truce the text is about")
    return None


def _placed(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME is that of a place elsewhere."""
    words = reading.printed(name.first, name.last)
    return any(words in reading.printed(tag.first, tag.last) for tag in reading.of("place"))


def _opening_area(work: Work) -> tuple[PlaceMention | None, int]:
    """Return the one place that the opening of the text names, None when it names none or several, and its sentence."""
    reading = work.reading
    found = {
        place.text: (place, sentence.index)
        for sentence in reversed(reading.sentences[:_OPENING])
        if not (reading.of("partly", sentence.first, sentence.last) or begins_entry(reading, sentence))
        for place in _opened(work, sentence)
    }
    if len(found) != 1:
        return None, 0
    ((place, index),) = found.values()
    return replace(place, rule=OPENING), index


def _opened(work: Work, sentence: Sentence) -> Iterator[PlaceMention]:
    """Give the places of SENTENCE that may be where all counts were: none that stands between two that it lists."""
    reading, first = work.reading, _begin(work.reading, sentence)
    counts = [tag.first for tag in reading.of("number", first, sentence.last) if _counts(reading, tag)]
    parts = [(first, counts[0]), (counts[-1], sentence.last)] if len(counts) > 1 else [(first, sentence.last)]
    for part in parts:
        yield from areas_in(work, Clause(reading, work.attribution, *part))


def _counts(reading: Reading, number: Tag) -> bool:
    """Tell whether acts or breaches stand right behind NUMBER: "12 incursions"."""
    return number.last < len(reading.tokens) and reading.begins(number.last, ("act_noun", "counted", "breach"))


def _begin(reading: Reading, sentence: Sentence) -> int:
    """Return where SENTENCE begins behind its dateline, whose place is where the report was filed and no more."""
    return max([sentence.first, *(tag.last for tag in reading.at(sentence.first, "dateline"))])


def _only_window(reading: Reading) -> Tag | None:
    """Return the one window that the text names; None when it names none or several."""
    found = {
        (tag.span.start, tag.span.end): tag
        for tag in reading.of("time")
        if tag.span is not None and tag.value in CARRIED
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _unsaid(reading: Reading) -> Span | None:
    """Return the period that a text is about without naming it: that behind "the previous day", that of a daily."""
    for tag in reading.of("time"):
        span = tag.span
        if span is not None and span.start is not None and span.end is not None and is_moved(span):
            anchor = f"behind {span.text}"
            return replace(span, start=span.end, end=span.end + (span.end - span.start), anchor=anchor)
    editions = (tag.span for tag in reading.of("time") if tag.value in EDITIONS)
    return next(editions, None)


def _period(reading: Reading) -> Span | None:
    """Return the period that the head of a report says it is about ("Periodo: 29 de octubre a 28 de noviembre")."""
    for word in reading.of("period"):
        if reading.sentence_of(word.first).index <= _HEAD:
            for time in reading.of("time", word.last, word.last + _PERIOD_REACH):
                if time.span is not None and time.value in CARRIED:
                    return time.span
    return None


def subject_area(reading: Reading, accused: Collection[str]) -> PlaceMention | None:
    """Return where the truce is that the text is about, else the place it names most, none of those ACCUSED.

    A place that is named once is not what a text is about, unless it is the one country named.
    """
    for tag in reading.of("truce_area"):
        words = area_in(tag.value, reading.pack.language)
        return PlaceMention(text=words, name=tag.value, rule="inferred: the place of the truce that is meant")
    tags: dict[str, Tag] = {}
    named: Counter[str] = Counter()
    for tag in _named(reading):
        words = tag.value if tag.kind == "people_of" else place_mention(reading, tag).text
        if not any(words in other or other in words for other in accused):
            tags.setdefault(words, tag)
            named[words] += 1
    ranked = named.most_common(2)
    if not ranked or (ranked[0][1] == 1 and (len(ranked) > 1 or tags[ranked[0][0]].kind == "place")):
        return None
    tag = tags[ranked[0][0]]
    found = PlaceMention(text=tag.value) if tag.kind == "people_of" else place_mention(reading, tag)
    return replace(found, rule="inferred: the place that the text names most")


def _named(reading: Reading) -> Iterator[Tag]:
    """Give the places of READING, its peoples but of who speaks, and countries, but no capital that is a government."""
    yield from reading.of("place")
    yield from (tag for tag in reading.of("people_of") if not reading.has(tag.first, "voice"))
    for tag in reading.of("country"):
        if (
            not reading.has_any(tag.first, ("place", "dateline"))
            and tag.value != "capital"
            and not reading.has_any(tag.first, ("institution", "voice"))
        ):
            yield tag
