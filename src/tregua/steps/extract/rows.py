"""Lists of counts: lines of a list or a table, each a label and its number, and the lines that head them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = [
    "Listing",
    "begins_item",
    "begins_line",
    "bracketed_in",
    "counted_in",
    "distances",
    "is_item_mark",
    "listing_of",
    "stands_alone",
]

_LONGEST = 16
_HEADS = 3
_HEAD_WIDTH = 40
_ITEM_MARKS = frozenset({".", ")"})
_STOPS = frozenset(".!?؟。…")
_LEAST = 2
_SHORT = 5
_MARK_WIDTH = 2
_NUMBERS = ("number", "pair", "single")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its ROWS, and the lines that head it, the nearest first."""

    rows: tuple[Sentence, ...]
    heads: tuple[Sentence, ...]


def listing_of(reading: Reading, sentence: Sentence) -> Listing | None:
    """Return the list in which SENTENCE is a row, None where it is none."""
    return reading.noted(_listings).get(sentence.index)


def distances(reading: Reading) -> Sequence[int]:
    """Return how far each sentence is from the first, all rows of one list being as far as its first row."""
    return reading.noted(_distances)


def counted_in(reading: Reading, row: Sentence) -> Tag | None:
    """Return the one number of ROW that counts outside brackets, None when it has none or several."""
    numbers = [tag for tag in reading.of("number", row.first, row.last) if not _is_dated(reading, tag)]
    opening = next((at for at in range(row.first, row.last) if reading.tokens[at].text == "("), row.last)
    outside = [tag for tag in numbers if tag.first < opening]
    numbers = outside if len(outside) == 1 else numbers
    parts = reading.of("partly", row.first, row.last)  # "South: 31, including | 9 in the zone"
    numbers = [tag for tag in numbers if not (parts and tag.first >= parts[0].last)]
    return numbers[0] if len(numbers) == 1 else _nil(reading, row) if not numbers else None


def _nil(reading: Reading, row: Sentence) -> Tag | None:
    """Return the word of ROW that says that it counts nothing: "Homs: | none"."""
    words = (tag for tag in reading.of("nil", row.first, row.last) if tag.last == row.last)
    return next((Tag("number", tag.first, tag.last, "none", count=0) for tag in words if tag.first > row.first), None)


def bracketed_in(reading: Reading, row: Sentence) -> Tag | None:
    """Return the number that stands alone in brackets behind another in ROW: "Homs: 12 | (9)"."""
    numbers = [tag for tag in reading.of("number", row.first, row.last) if not _is_dated(reading, tag)]
    behind = (tag for tag in numbers[1:] if reading.tokens[tag.first - 1].text == "(" and tag.last < row.last)
    return next((tag for tag in behind if reading.tokens[tag.last].text == ")"), None)


def _listings(reading: Reading) -> dict[int, Listing]:
    """Return the lists of READING, by the sentences that are their rows."""
    found: dict[int, Listing] = {}
    rows: list[Sentence] = []
    for sentence in [*reading.sentences, None]:
        if sentence is not None and (_is_row(reading, sentence) or (rows and _parts_rows(reading, sentence))):
            rows.append(sentence)
            continue
        if len(rows) >= _LEAST:
            listing = Listing(tuple(rows), tuple(_heads(reading, rows[0], found)))
            found |= {row.index: listing for row in rows}
        rows = []
    return found


def _distances(reading: Reading) -> list[int]:
    """Return how far each sentence of READING is from the first."""
    found: list[int] = []
    listings = reading.noted(_listings)
    for sentence in reading.sentences:
        listing = listings.get(sentence.index)
        goes_on = listing is not None and listing.rows[0] is not sentence
        found.append((found[-1] if found else -1) + (not (goes_on or is_item_mark(reading, sentence))))
    return found


def _is_row(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is a short line of its own with a number in it, and nobody says it."""
    if (
        not stands_alone(reading, sentence)
        or sentence.last - sentence.first > _LONGEST
        or reading.of("say", sentence.first, sentence.last)
    ):
        return False
    counted = [tag for kind in _NUMBERS for tag in reading.of(kind, sentence.first, sentence.last)]
    leads_on = reading.tokens[sentence.last - 1].text == ":"
    nil = any(tag.last == sentence.last for tag in reading.of("nil", sentence.first, sentence.last))
    return not leads_on and (nil or any(not _is_dated(reading, tag) for tag in counted))


def _parts_rows(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is a line of a list without a number: "East: none", or what heads some of its rows."""
    short = sentence.last - sentence.first <= _SHORT and stands_alone(reading, sentence)
    behind = reading.sentences[sentence.index + 1 : sentence.index + 2]
    leads = any(_is_row(reading, row) for row in behind)
    return short and leads and reading.tokens[sentence.last - 1].text not in {*_STOPS, ":"}


def stands_alone(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is a line of its own."""
    return begins_line(reading, sentence) and _parts_lines(reading, sentence.index + 1)


def begins_item(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE begins a line with the number of an item: "3. On Monday", "3) On Monday"."""
    opening = reading.tokens[sentence.first : sentence.first + 2]
    marked = len(opening) > 1 and opening[0].kind == "number" and opening[1].text in _ITEM_MARKS
    return marked and begins_line(reading, sentence)


def is_item_mark(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is the number of an item alone: "3."."""
    return sentence.last - sentence.first <= _MARK_WIDTH and begins_item(reading, sentence)


def begins_line(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a line begins with SENTENCE."""
    return _parts_lines(reading, sentence.index)


def _parts_lines(reading: Reading, index: int) -> bool:
    """Tell whether a line begins with the sentence at INDEX."""
    ends = not 0 < index < len(reading.sentences)
    return ends or reading.sentences[index - 1].paragraph != reading.sentences[index].paragraph


def _heads(reading: Reading, row: Sentence, known: Mapping[int, Listing]) -> list[Sentence]:
    """Return the lines that head a list which begins with ROW: those without a full stop before it, no rows KNOWN."""
    heads: list[Sentence] = []
    for sentence in reversed(reading.sentences[max(0, row.index - _HEADS) : row.index]):
        stops = reading.tokens[sentence.last - 1].text in _STOPS or sentence.last - sentence.first > _HEAD_WIDTH
        if stops or sentence.index in known:
            break
        heads.append(sentence)
        if reading.tokens[sentence.last - 1].text == ":":
            break
    return heads


def _is_dated(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is part of a date or a time."""
    return reading.has_any(number.last - 1, ("time", "date"))
