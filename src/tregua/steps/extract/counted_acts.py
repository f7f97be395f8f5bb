"""Which acts that a text counts can stand for breaches: many, recorded, or so many times in a period."""

from __future__ import annotations

from tregua.steps.extract.board import Match
from tregua.steps.extract.text import Reading, Sentence

__all__ = ["counts_acts", "counts_arms"]

_MANY = 10
_TWO = 2
_DAYS = ("day", "weekday", "relative_day", "preceding")
_NEAR = 6
_PERIODS = ("last", "since", "since_truce", "since_month", "since_weekday", "range", "weekdays", "this")


def counts_acts(reading: Reading, match: Match) -> bool:
    """Tell whether acts that MATCH counts can be breaches: they are many, recorded or so many times in a period."""
    count = match.kept["count"].count or 0
    sentence = reading.sentence_of(match.first)
    if reading.has_between(match.first, match.last, "no_breach") or _says_how(reading, sentence, match):
        return False
    if _is_fallout(reading, match) or _is_fired(reading, match):
        return False
    if reading.of("average", match.first - 3, match.last):
        return False
    says = reading.of("say", sentence.first, sentence.last)
    kinds = ("record", "occur", "commit") if reading.pack.grammar.genitives else ("record",)
    told = any(reading.of(kind, sentence.first, sentence.last) for kind in kinds)
    recorded = told or any(tag.value == "recorded" for tag in says)
    if recorded:
        return True
    times = [tag.value for tag in reading.of("time", sentence.first, sentence.last)]
    if reading.of("heard", sentence.first, sentence.last) and not times:
        return False  # what is heard at once is one event
    often = match.kept["count"].kind == "frequency"
    repeated = often and any(value in _PERIODS for value in times)
    daily = often and reading.pack.grammar.genitives and count > _TWO and any(value in _DAYS for value in times)
    unplaced = daily and not reading.of("place", sentence.first, sentence.last)
    return count >= _MANY or repeated or unplaced or _is_listed(reading, sentence, match)


def _is_listed(reading: Reading, sentence: Sentence, match: Match) -> bool:
    """Tell whether MATCH goes on with a list of acts that are breaches: "violations: 12 raids, | 8 shellings |".

    Not where "and" is written with its word, and so joins what came of the breaches as well.
    """
    first = match.kept["count"].first
    before = [tag for tag in reading.of("number", sentence.first, first) if tag.kind == "number"]
    joined = first > 0 and (reading.tokens[first - 1].text == "," or bool(reading.at(first - 1, "and")))
    if reading.pack.grammar.construct_state or not (
        joined and before and reading.of("breach", sentence.first, before[-1].first)
    ):
        return False
    near = range(before[-1].last, min(before[-1].last + _NEAR, first))
    return any(reading.has_any(at, ("act_noun", "counted")) for at in near) and first - near.start <= _NEAR


def counts_arms(reading: Reading, match: Match) -> bool:
    """Tell whether arms that MATCH counts stand for breaches: so many sent in a period, or recorded by a monitor."""
    sentence = reading.sentence_of(match.first)
    times = [tag.value for tag in reading.of("time", sentence.first, sentence.last)]
    says = reading.of("say", sentence.first, match.kept["count"].first)
    told = any(value in _PERIODS for value in times) or any(tag.value == "recorded" for tag in says)
    several = (match.kept["count"].count or 0) > _TWO
    return several and told and not _is_fired(reading, match)


def _says_how(reading: Reading, sentence: Sentence, match: Match) -> bool:
    """Tell whether MATCH only says how breaches counted before were made: "two breaches, | A shelled it twice"."""
    if match.kept["count"].kind != "frequency":
        return False
    before = reading.of("breach", sentence.first, match.first)
    return any(reading.has(tag.first, "breach_pair") or reading.has(tag.first - 1, "number") for tag in before)


def _is_fallout(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH counts what came of breaches: "386 dead, 980 wounded | and 43 arrests"."""
    before = match.kept["count"].first - 1
    if not reading.begins(before, ("and",)):
        return False
    return any(reading.has(at, "casualty") for at in range(before - _TWO, before))


def _is_fired(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH counts what was fired and not how often: "fired | 14,000 rounds"."""
    number = match.kept["count"]
    named = (tag for kind in ("act_noun", "act_verb") for tag in reading.of(kind, match.first, match.last))
    acts = any(not reading.has(tag.first, "weapon") for tag in named)
    return number.kind == "number" and not acts and reading.has(number.first - 1, "use_verb")
