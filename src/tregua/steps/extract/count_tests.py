"""Whether a number that a rule of counts has found counts breaches at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tregua.steps.extract.board import Match
from tregua.steps.extract.counted_acts import counts_acts, counts_arms
from tregua.steps.extract.counts import is_taken
from tregua.steps.extract.rows import distances
from tregua.steps.extract.text import DASHES, Reading, Tag

__all__ = ["is_unattributed", "may_count", "nought"]

_OTHERS = ("person", "casualty", "aid", "commerce")
_ASIDE = 2
_SEVERAL = 3
_BREAKING = ("breach", "breach_verb", "break_verb", "counted", "act_noun")
_COUNTABLE = ("place_head", "actor_head", "person", "casualty", "aid")


def nought(unit: Tag) -> Tag:
    """Return the number of a count that is said to be none, at the word for what was not found."""
    return replace(unit, kind="number", value="none", count=0)


def is_unattributed(reading: Reading, number: Tag) -> bool:
    """Tell whether what NUMBER counts is told, before the next number, to be nobody's: "12 that no one claimed"."""
    last = reading.sentence_of(number.first).last
    ends = min([last, *(tag.first for tag in reading.of("number", number.last, last))])
    return any(tag.first < ends for tag in reading.of("unattributed", number.last, last))


def may_count(reading: Reading, number: Tag, match: Match, means: str) -> bool:
    """Tell whether NUMBER can be a count: no time, no name, and large or counted when what is counted are acts."""
    if means == "none":
        return not reading.has_between(match.first, match.last, "no_breach")
    if number.count is None or number.count < 1 or is_taken(reading, number) or _thrown_out(reading, match):
        return False
    if _is_in_breach(reading, match):
        return False
    none = number.count == 1 and number.first and reading.at(number.first - 1, "negation")  # "not one" is none
    if none or _stands_for_part(reading, number) or (not means and _is_of_people(reading, match, number)):
        return False
    if number.kind == "frequency" and number.count == 1 and (number.value != "number" or means == "acts"):
        return False  # "once" is as often "at some time" as "one time"
    return _TESTS.get(means, _totals_breaches)(reading, match)


def _is_in_breach(reading: Reading, match: Match) -> bool:
    """Tell whether things are told that stand "in breach of" terms: "guns in | breach of the accords: 74 in A"."""
    unit = match.kept.get("unit")
    if unit is None or unit.kind != "breach" or not unit.first or unit.last > match.kept["count"].first:
        return False
    return bool(reading.at(unit.first - 1, "at_place")) and bool(reading.at(unit.last, "of"))


def _is_of_people(reading: Reading, match: Match, number: Tag) -> bool:
    """Tell whether NUMBER, behind the word for breaches, counts people: "killed in the breaches were | 242 people"."""
    unit = match.kept.get("unit")
    return unit is not None and unit.last <= number.first and reading.begins(number.last, ("person",))


def _told_before(reading: Reading, match: Match) -> bool:
    """Tell whether the sentence speaks of breaches before MATCH: "they broke it, | and five times since"."""
    start = reading.sentence_of(match.first).first
    return any(reading.of(kind, start, match.first) for kind in ("breach", "breach_verb", "break_verb"))


def _told_of_before(reading: Reading, match: Match) -> bool:
    """Tell whether breaches are spoken of just before MATCH: "34 allegations of violations. | 17 were upheld"."""
    sentence = reading.sentence_of(match.first)
    far = distances(reading)
    near = (each for each in reading.sentences if far[sentence.index] - far[each.index] <= _ASIDE)
    before = next(near, sentence).first
    return bool(reading.of("breach", before, match.first)) and not reading.has_any(match.kept["count"].last, _OTHERS)


def _goes_on(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH may count some of the acts counted before: several times, and not with which arms."""
    number = match.kept["count"]
    aside = any(reading.of(kind, match.first, match.last) for kind in ("weapon", "no_breach"))
    return number.value == "number" and (number.count or 0) >= _SEVERAL and not aside


def _is_figure(reading: Reading, match: Match) -> bool:
    """Tell whether the number of MATCH, said to be the figure, may be one of breaches: no people and no thing by it."""
    number = match.kept["count"]
    first, last = reading.sentence_of(number.first).first, number.last + _ASIDE
    share = number.last < len(reading.tokens) and reading.tokens[number.last].text == "%"
    return not share and not any(reading.of(kind, first, last) for kind in _OTHERS)


def _stands_for_part(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is a part with a dash for the verb: "broke it 3 times at A, | twice - at B"."""
    last, grammar = number.last, reading.pack.grammar
    ends = last + 1 >= len(reading.tokens)
    if not grammar.dash_for_verb or ends or reading.tokens[last].text not in DASHES:
        return False
    first = reading.sentence_of(number.first).first
    before = [tag for kind in ("number", "frequency") for tag in reading.of(kind, first, number.first)]
    return reading.begins(last + 1, ("at_place",)) and any(not is_taken(reading, tag) for tag in before)


def _thrown_out(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH counts complaints or cases that were found to be no breaches."""
    sentence = reading.sentence_of(match.first)
    unfounded = reading.of("unfounded", sentence.first, sentence.last)
    if any(tag.value == "acts" for tag in unfounded):
        return True  # "these fights are not held to be violations"
    return bool(unfounded) and any(reading.of(kind, match.first, match.last) for kind in ("counted", "no_breach"))


def _totals_breaches(reading: Reading, match: Match) -> bool:
    """Tell whether a total is one of breaches: not "the number of towns", nor "their number" after "two more towns"."""
    totals = reading.of("total", match.first, match.last)
    first = reading.sentence_of(match.first).first
    if not totals or any(reading.of(kind, first, match.last) for kind in _BREAKING):
        return True
    owned = any(reading.of(kind, first, match.last) for kind in _COUNTABLE)
    return not (owned or reading.at(totals[0].last, "of"))


_TESTS: Mapping[str, Callable[[Reading, Match], bool]] = {
    "acts": counts_acts,
    "acts_on": _goes_on,
    "again": _told_before,
    "arms": counts_arms,
    "figure": _is_figure,
    "upheld": _told_of_before,
}
