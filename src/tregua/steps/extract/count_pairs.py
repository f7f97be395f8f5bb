"""Counts told in pairs of a name and a figure, no word between them: "Homs 4, Aleppo 3", "(4 Homs, 3 Aleppo)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tregua.steps.extract.board import Match
from tregua.steps.extract.counts import Found, is_taken
from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag

__all__ = ["pairs_in"]

_SEPARATORS = frozenset("(),;/|.\u2022")
_LABELLING = frozenset({":", "=", *DASHES})
_BRACKETS = frozenset("(:")
_LEAST = 2
_LONGEST = 5
_KINDS = ("act_noun", "counted", "weapon", "advance")
_OTHER = ("person", "casualty", "aid", "unit", "commerce", "sport", "no_breach", "average", "voice", "dateline", "say")
_LEADING = ("of", "part_of", "partly", "relative_pronoun", "with", "article")
_PLACES = ("place", "toponym", "name", "place_head", "direction", "truce_area", "country", "at_place", "article")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A NUMBER and the words beside it, from ``first`` to ``last``; whether they stand before it."""

    number: Tag
    first: int
    last: int
    leads: bool


def pairs_in(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Give the counts of SENTENCE that stand in a row of two pairs or more: each of a place, a side, a kind or a time.

    In a pair whose figure comes first the name has to stand in brackets or behind a colon.
    """
    if len(reading.of("number", sentence.first, sentence.last)) < _LEAST:
        return
    run: list[_Pair] = []
    for first, last in [*_segments(reading, sentence), (sentence.last, sentence.last)]:
        pair = _pair(reading, first, last)
        if pair is not None and (not run or run[-1].leads == pair.leads):
            run.append(pair)
            continue
        yield from _told(reading, sentence, run)
        run = [pair] if pair is not None else []


def _segments(reading: Reading, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the pieces of SENTENCE between marks and words for "and", empty ones left out."""
    cuts = [sentence.first - 1]
    cuts += [at for at in range(sentence.first, sentence.last) if _separates(reading, at)]
    cuts.append(sentence.last)
    return [(first + 1, last) for first, last in pairwise(cuts) if first + 1 < last]


def _separates(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text in _SEPARATORS or any(tag.last == at + 1 for tag in reading.at(at, "and"))


def _pair(reading: Reading, first: int, last: int) -> _Pair | None:
    """Return the pair that stands between FIRST and LAST, what leads on to it by a colon left off."""
    ending = next((tag for tag in reading.of("number", first, last) if tag.last == last), None)
    if ending is not None and ending.first > first and _counts(reading, ending):
        end = ending.first - (reading.tokens[ending.first - 1].text in _LABELLING)
        start = max([first, *(at + 1 for at in range(first, end) if reading.tokens[at].text == ":")])
        while start < end and reading.begins(start, _LEADING):
            start += 1
        return _Pair(ending, start, end, leads=True) if _is_label(reading, start, end) else None
    start = max([first, *(at + 1 for at in range(first, last) if reading.tokens[at].text == ":")])
    opening = next((tag for tag in reading.of("number", start, last) if tag.first == start), None)
    told = start > 0 and reading.tokens[start - 1].text in {*_BRACKETS, ",", ";"}
    if opening is None or not told or not _counts(reading, opening):
        return None
    return _Pair(opening, opening.last, last, leads=False) if _is_label(reading, opening.last, last) else None


def _counts(reading: Reading, number: Tag) -> bool:
    return number.kind == "number" and bool(number.count) and not is_taken(reading, number)


def _is_label(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words from FIRST to LAST name one thing: words alone, and no people, goods or measures."""
    if not 0 < last - first <= _LONGEST or any(reading.tokens[at].kind != "word" for at in range(first, last)):
        return False
    return not any(reading.has_any(at, _OTHER) for at in range(first, last)) and _means(reading, first, last) != ""


def _means(reading: Reading, first: int, last: int) -> str:
    """Return what the label from FIRST to LAST names: a time (``month``), an ``actor``, a ``unit`` or a ``place``."""
    if any(tag.last == last for tag in reading.at(first, "time")):
        return "month"
    if any(tag.last == last for tag in reading.at(first, "actor")):
        return "actor"
    if any(reading.has_any(at, _KINDS) for at in range(first, last)):
        return "unit"
    words = [reading.tokens[at] for at in range(first, last)]
    known = any(reading.is_known(at) and not reading.has_any(at, _PLACES) for at in range(first, last))
    return "place" if not known and words[0].capital and words[-1].capital else ""


def _told(reading: Reading, sentence: Sentence, run: Sequence[_Pair]) -> Iterator[Found]:
    """Give what RUN counts, where it is long enough; a figure before its name needs a bracket or a colon before."""
    if len(run) < _LEAST or not (run[0].leads or reading.tokens[run[0].number.first - 1].text in _BRACKETS):
        return
    means = [_means(reading, pair.first, pair.last) for pair in run]
    sided = "actor" in means
    for pair, mean in zip(run, means, strict=True):
        tag = _label(reading, pair, mean)
        name = "actor" if mean == "place" and sided and _may_act(reading, tag) else {"month": "time"}.get(mean, mean)
        first, last = min(pair.first, pair.number.first), max(pair.last, pair.number.last)
        match = Match(first, last, {"count": pair.number, name: tag})
        yield Found("pairs", "actor" if name == "actor" else mean, match, pair.number, sentence)


def _may_act(reading: Reading, label: Tag) -> bool:
    """Tell whether LABEL beside those of actors names one too: a country, or letters alone ("SPLA-IO 5, NAS 2")."""
    single = label.last == label.first + 1
    return single and (reading.has(label.first, "country") or reading.tokens[label.first].text.isupper())


def _label(reading: Reading, pair: _Pair, means: str) -> Tag:
    """Return the tag of the label of PAIR, a new one where MEANS a place or a kind."""
    kind = {"month": "time", "actor": "actor"}.get(means)
    found = [tag for tag in reading.at(pair.first, kind) if tag.last == pair.last] if kind is not None else []
    return found[0] if found else Tag(means, pair.first, pair.last, "pair")
