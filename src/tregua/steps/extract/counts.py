"""The nouns of counting: a number found, a tally made of it, and the places of a clause that counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tregua.records.claim import PlaceMention, Tally
from tregua.steps.extract.board import Match
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.rows import distances
from tregua.steps.extract.slots import Clause, places_in
from tregua.steps.extract.speakers import Attribution, Said
from tregua.steps.extract.tellers import Link
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Bound
from tregua.vocabulary.time import Span

__all__ = ["Found", "Made", "Work", "areas_in", "is_hour", "is_taken"]

_REACH = 3
_SAID_SOON = 4
_SINCE = ("since", "since_truce")


@dataclass(frozen=True, slots=True)
class Found:
    """A number that counts, before its slots are read."""

    rule: str
    means: str
    match: Match
    number: Tag
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Made:
    """A tally made: what was found, its slots, whether it runs on from a fixed day or is dated in its sentence.

    CHAIN is who tells it where that is not who tells the sentence.
    """

    found: Found
    slots: Tally
    trace: tuple[str, ...]
    running: bool
    split: bool
    headline: bool = False
    whole: int | None = None
    dated: bool = False
    chain: tuple[Link, ...] | None = None

    def draft(self) -> Draft:
        """Return it as a draft."""
        return Draft(self.found.match.first, self.found.match.last, self.slots, self.trace, chain=self.chain)


@dataclass(slots=True)
class Work:
    """The tallies of one text so far; the area of its truce, the place it OPENED with in that sentence, its one window.

    LISTED is the sum of the acts that the sentence being read counts one after another, 0 where it counts one or none.
    """

    reading: Reading
    attribution: Attribution
    area: PlaceMention | None = None
    opening: PlaceMention | None = None
    opened: int = 0
    window: Span | None = None
    listed: int = 0
    made: list[Made] = field(default_factory=list)

    def recent(self, sentence: Sentence, *, heads: bool = False, reach: int = _REACH) -> list[Made]:
        """Return the tallies (HEADS: that part no other) of the REACH sentences before SENTENCE, nearest first.

        Rows of one list count as one sentence.
        """
        near: list[Made] = []
        far = distances(self.reading)
        for made in reversed(self.made):
            if far[sentence.index] - far[made.found.sentence.index] > reach:
                break
            if not (heads and made.split):
                near.append(made)
        return near


def is_taken(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is part of a time or a dateline, or names what it stands behind ("brigade 444")."""
    before = number.first - 1 - reading.has(number.first - 1, "article")
    if number.bound is Bound.EXACT and reading.has(before, "numbered"):
        return True
    if (
        reading.has(number.last, "length")
        or _is_measured(reading, number)
        or (number.count == 1 and reading.has(number.first, "all_of"))
    ):
        return True  # "60 mm mortars", "every | one of them"
    lasting = reading.pack.grammar.genitives and reading.at(number.last, "unit")
    if any(reading.has(unit.last, "act_noun") for unit in lasting or ()):
        return True  # "an end to 20 days of fighting", where no word for "of" parts the two
    if reading.has(number.last, "unit") and any(tag.value in _SINCE for tag in reading.at(number.last, "time")):
        return True  # "one | week after the truce began"
    hour = any(unit.value == "hour" for unit in reading.at(number.last, "unit")) and _is_glued(reading, number.last)
    place = reading.over(number.first, "toponym")  # "Kilo 16"
    named = place is not None and place.first < number.first
    return hour or named or is_hour(reading, number) or reading.has_any(number.last - 1, ("time", "date", "dateline"))


def _is_measured(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER and the one it is joined to are measures: "mortars of | 120 | and 82 mm"."""
    joined = reading.at(number.last, "and")
    other = reading.over(number.last + 1, "number") if joined else None
    return other is not None and reading.has(other.last, "length")


def is_hour(reading: Reading, number: Tag) -> bool:
    """Tell whether a word behind NUMBER makes it an hour of the day: "5 | pm"."""
    return any(word.value == "hour" for word in reading.at(number.last, "function"))


def _is_glued(reading: Reading, position: int) -> bool:
    """Tell whether no space stands before the token at POSITION: "at 18h"."""
    return reading.tokens[position - 1].end == reading.tokens[position].start


def areas_in(work: Work, clause: Clause) -> list[PlaceMention]:
    """Return where CLAUSE counts: no seat of a speaker, nothing behind "among them", the narrower before a country.

    What a clause behind a comma tells beside it is elsewhere: "in Homs, while talks went on in Geneva".
    """
    reading = work.reading
    cuts = [tag.first for tag in reading.of("partly", clause.first, clause.last)]
    acts = work.attribution.said[reading.sentence_of(clause.first).index]
    cuts += [tag.first for tag in reading.of("subordinate", clause.first + 1, clause.last) if _tells_more(work, tag)]
    part = clause.part(clause.first, min([clause.last, *cuts]))
    spoken = frozenset(position for act in acts for position in range(act.first, _spoken_end(reading, act)))
    signed = (tag.last for tag in reading.of("at_place", part.first, part.last) if _is_signed(reading, tag.first))
    spoken |= frozenset(signed) | frozenset(_seats(part))
    found = places_in(part, known=spoken)
    named = reading.of("country", part.first, part.last)
    if reading.pack.grammar.genitives:  # a capital that a report of the field names is the town or its province
        named = [tag for tag in named if tag.value != "capital"]
    countries = {reading.printed(tag.first, tag.last) for tag in named}
    return [place for place in found if place.text not in countries] or found


def _is_signed(reading: Reading, position: int) -> bool:
    """Tell whether a word of signing stands before POSITION: "signed in | Ankara" tells where the truce was made."""
    return position > 0 and reading.has_any(position - 1, ("declare", "declared_be"))


def _tells_more(work: Work, conjunction: Tag) -> bool:
    """Tell whether CONJUNCTION, behind a comma, begins a clause of its own and does not just say who speaks or when."""
    reading, first = work.reading, conjunction.first
    acts = work.attribution.said[reading.sentence_of(first).index]
    speaks = any(first <= act.first <= first + _SAID_SOON for act in acts)
    return reading.tokens[first - 1].text in {",", "،"} and not speaks and not reading.at(first, "since_mark")


def _spoken_end(reading: Reading, act: Said) -> int:
    """Return where what names the speaker ends; "the centre in Homs recorded" tells where it counted, not its seat."""
    if not act.counts:  # "recorded by the centre | in Homs"
        return act.last if reading.has(act.first, "record") else _seat_end(reading, act.last)
    named = [tag for kind in ("voice", "actor", "country") for tag in reading.at(act.first, kind)]
    if named or not _counts_first(reading, act):
        return named[0].last if named else _seat_end(reading, act.last)
    return act.last


def _counts_first(reading: Reading, act: Said) -> bool:
    """Tell whether ACT opens with its verb: "recorded | the committee | in A", "were recorded | in A"."""
    return reading.pack.grammar.subject[0] == "after" and reading.has(act.first, "record")


def _seats(part: Clause) -> Iterator[int]:
    """Give the positions of what stands behind a speaker, when no stretch of land: "the centre at Hmeimim airbase"."""
    for voice in part.reading.of("voice", part.first, part.last):
        seat = range(voice.last, _seat_end(part.reading, voice.last))
        if part.reading.of("target", seat.start, seat.stop):
            yield from seat


def _seat_end(reading: Reading, position: int) -> int:
    """Return the end of the place that follows a speaker who ends at POSITION ("said the centre at Hmeimim")."""
    for marker in reading.at(position, "at_place"):
        for place in reading.at(marker.last + len(reading.at(marker.last, "article")), "place"):
            return place.last
    return position
