"""Counts that are rows of a list: "Breaches since 10 October: | shooting: 113 | incursions: 17"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from tregua.steps.extract.board import Match
from tregua.steps.extract.count_pairs import pairs_in
from tregua.steps.extract.counts import Found, is_taken
from tregua.steps.extract.rows import Listing, bracketed_in, counted_in, listing_of
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["BEFORE", "before_headed", "counts_listed"]

BEFORE = "row_before"
_EARLIER = ("preceding", "preceding_period", "previous", "before", "same_part")
_OTHER = ("casualty", "aid", "unit", "commerce", "sport", "no_breach", "average", "voice")
_STRUCK = ("person", "target")
_PLACES = ("place", "toponym", "name", "place_head", "direction", "truce_area", "dateline")
_LONGEST_NAME = 5
_KINDS = ("breach", "act_noun", "counted", "weapon", "advance")


def counts_listed(reading: Reading, counted: Collection[int]) -> Iterator[Found]:
    """Give the numbers of rows under a heading that speaks of breaches, those not COUNTED already."""
    for sentence in reading.sentences:
        listing = listing_of(reading, sentence)
        headed = listing is not None and _speaks_of_breaches(reading, listing)
        number = counted_in(reading, sentence) if headed else None
        paired = [item for item in pairs_in(reading, sentence) if item.number.first not in counted]
        if number is None and paired and (headed or _leads_to(reading, sentence, paired[0])):
            yield from (_as_row(item) for item in paired)
            continue
        if number is not None and number.first not in counted and _is_counted(reading, sentence, number):
            yield _row(reading, sentence, number)
            before = bracketed_in(reading, sentence)
            if before is not None and before_headed(reading, sentence) is not None:
                row = _row(reading, sentence, number)
                yield replace(row, means=BEFORE, number=before, match=replace(row.match, last=before.last + 1))


def _leads_to(reading: Reading, sentence: Sentence, pair: Found) -> bool:
    """Tell whether SENTENCE speaks of breaches, counting none, before the colon that leads to PAIR: "Breaches: A 4"."""
    at = pair.match.first - 1
    if at < sentence.first or reading.tokens[at].text != ":" or not reading.of("breach", sentence.first, at):
        return False
    before = reading.of("number", sentence.first, at)
    return all(is_taken(reading, number) or reading.at(number.last, "unit") for number in before)


def _as_row(pair: Found) -> Found:
    """Return PAIR as a row of a list: what its label names is where, whose, of which kind or when."""
    kept = {"accused" if name == "actor" else name: tag for name, tag in pair.match.kept.items() if name != "count"}
    return replace(pair, means="row", match=replace(pair.match, kept=kept))


def before_headed(reading: Reading, row: Sentence) -> Tag | None:
    """Return the time before that heads the list of ROW, of its bracketed numbers: "(previous week in brackets)"."""
    listing = listing_of(reading, row)
    heads = listing.heads if listing is not None else ()
    times = (tag for head in heads for tag in reading.of("time", head.first, head.last))
    return next((tag for tag in times if tag.value in _EARLIER), None)


def _speaks_of_breaches(reading: Reading, listing: Listing) -> bool:
    return any(reading.of("breach", head.first, head.last) for head in listing.heads)


def _is_counted(reading: Reading, row: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER of ROW has a label, and counts neither people nor goods, nor a share."""
    words = any(reading.tokens[at].kind == "word" for at in range(row.first, row.last))
    words = words or bool(reading.of("time", row.first, number.first))  # "2019 | 3,168"
    others = _OTHER if _acts(reading, row) else (*_OTHER, *_STRUCK)
    undated = [at for at in range(row.first, row.last) if not reading.has(at, "time")]
    other = any(reading.has(at, kind) for at in undated for kind in others)
    share = number.last < row.last and reading.tokens[number.last].text == "%"
    return words and not (other or share or is_taken(reading, number)) and number.count is not None


def _acts(reading: Reading, row: Sentence) -> list[Tag]:
    """Return the words of ROW that say what it counts."""
    return [tag for kind in _KINDS for tag in reading.of(kind, row.first, row.last)]


def _row(reading: Reading, row: Sentence, number: Tag) -> Found:
    kept = dict(zip(("unit",), _acts(reading, row), strict=False))
    first = next(at for at in range(row.first, row.last) if reading.tokens[at].kind != "mark")
    end = number.first - (reading.tokens[number.first - 1].kind == "mark")
    if _names_place(reading, first, end):
        kept["place"] = Tag("place", first, end, "row")
    last = number.last if number.first > first else row.last
    return Found("row-of-list", "row", Match(first, last, kept), number, row)


def _names_place(reading: Reading, first: int, end: int) -> bool:
    """Tell whether the label from FIRST to END is the name of a place: no other word that is known stands in it."""
    for at in range(first, end):
        word = reading.tokens[at].kind == "word"
        if not word or (reading.is_known(at) and not reading.has_any(at, _PLACES)):
            return False
    return 0 < end - first <= _LONGEST_NAME
