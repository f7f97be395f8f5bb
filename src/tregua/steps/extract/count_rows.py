"""Counts that are rows of a list: "Breaches since 10 October: | shooting: 113 | incursions: 17"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from tregua.steps.extract.board import Match
from tregua.steps.extract.counts import Found
from tregua.steps.extract.rows import Listing, bracketed_in, counted_in, listing_of
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["BEFORE", "before_headed", "counts_listed"]

BEFORE = "row_before"
_EARLIER = ("preceding", "preceding_period", "previous", "before", "same_part")
_OTHER = ("casualty", "aid", "unit", "commerce", "sport", "no_breach", "average", "voice")
_STRUCK = ("person", "target")
_PLACES = ("place", "toponym", "name", "place_head", "direction", "truce_area")
_LONGEST_NAME = 5
_KINDS = ("breach", "act_noun", "counted", "weapon", "advance")


def counts_listed(reading: Reading, counted: Collection[int]) -> Iterator[Found]:
    """Give the numbers of rows under a heading that speaks of breaches, those not COUNTED already."""
    for sentence in reading.sentences:
        listing = listing_of(reading, sentence)
        if listing is None or not _speaks_of_breaches(reading, listing):
            continue
        number = counted_in(reading, sentence)
        if number is not None and number.first not in counted and _is_counted(reading, sentence, number):
            yield _row(reading, sentence, number)
            before = bracketed_in(reading, sentence)
            if before is not None and before_headed(reading, sentence) is not None:
                row = _row(reading, sentence, number)
                yield replace(row, means=BEFORE, number=before, match=replace(row.match, last=before.last + 1))


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
    others = _OTHER if _acts(reading, row) else (*_OTHER, *_STRUCK)
    other = any(reading.has(at, kind) for at in range(row.first, row.last) for kind in others)
    share = number.last < row.last and reading.tokens[number.last].text == "%"
    return words and not other and not share and bool(number.count)


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
