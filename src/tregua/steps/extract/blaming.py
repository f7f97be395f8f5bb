"""Who blames: named right before the word of blame, or before an aside between the two, or as its agent.

Whoever blames speaks, in whatever words: "the envoy, Ms. B, laid it at the army's door", "was put down to A by B".
"""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.heads import is_tied
from tregua.steps.extract.text import Reading, Tag

__all__ = ["BLAMING", "blamer", "blaming_acts"]

BLAMING = "blaming"

_PARTIES = ("voice", "actor", "country", "name")
_TELLING_OF = ("relative", "sent")
_LONGEST_ASIDE = 14
_US = "us"


def blaming_acts(reading: Reading) -> Iterator[tuple[str, Match]]:
    """Give what the blames of the pack find as acts of speaking, by rule: who blames, and the word by which he does."""
    for rule, match in find_rules(reading, "blames"):
        mutual = not rule.means and "accused" not in match.kept  # "A and B traded blame"
        who = None if mutual or rule.means == _US else blamer(reading, match)
        if who is None:
            continue
        verb = who.last if who.first <= match.first else match.first
        kept = {"who": who, "verb": Tag("blame_verb", verb, verb + 1)}
        yield rule.name, Match(min(who.first, match.first), max(who.last, match.last), kept)


def blamer(reading: Reading, match: Match) -> Tag | None:
    """Return who blames by MATCH; where "and" joins its verb, who opens the sentence: "A left and blamed B"."""
    sentence, kept = reading.sentence_of(match.first), match.kept
    if "speaker" not in kept and match.first == sentence.first and reading.has(match.first, "participial"):
        return _behind_opening(reading, match)
    if "speaker" in kept or match.first == sentence.first:
        return _head_of_clause(reading, sentence.first, kept.get("speaker"))
    if "accused" in kept and kept["accused"].first == match.first:
        return None  # "A is to blame"
    if reading.at(match.first, "blame_verb") and reading.at(match.first - 1, "and"):
        first = sentence.first + bool(reading.at(sentence.first, "article"))
        return next((tag for kind in ("voice", "actor") for tag in reading.at(first, kind)), None)
    return _before_aside(reading, sentence.first, match.first)


def _behind_opening(reading: Reading, match: Match) -> Tag | None:
    """Return who stands behind the comma of the opening MATCH: "Blaming A for the raid, | B vowed to answer"."""
    last = reading.sentence_of(match.first).last
    comma = next((at for at in range(match.last, last - 1) if _is_comma(reading, at)), None)
    if comma is None:
        return None
    first = comma + 1 + bool(reading.at(comma + 1, "article"))
    return next((tag for kind in _PARTIES for tag in reading.at(first, kind)), None)


def _head_of_clause(reading: Reading, start: int, who: Tag | None) -> Tag | None:
    """Return WHO, or who opens the sentence where WHO ends his clause: "a team that watches | A", "one led by | A"."""
    first = max([start, *(tag.last for tag in reading.at(start, "dateline"))])
    first += bool(reading.at(first, "article"))
    head = next((tag for kind in _PARTIES for tag in reading.at(first, kind)), None)
    if who is None or head is None or head.last >= who.first or not reading.has_any(head.last, _TELLING_OF):
        return who
    ties = is_tied(reading, who) or reading.of("between", head.last, who.first)
    return head if ties and not reading.of("say", head.last, who.first) else who


def _before_aside(reading: Reading, start: int, position: int) -> Tag | None:
    """Return who stands before POSITION, an aside between commas behind him, in the sentence from START on."""
    if reading.tokens[position - 1].text != ",":
        return None
    commas = (at for at in range(position - 2, max(start, position - _LONGEST_ASIDE), -1) if _is_comma(reading, at))
    for at in commas:
        found = [tag for kind in _PARTIES if (tag := reading.over(at - 1, kind)) is not None and tag.last == at]
        who = min(found, key=lambda tag: tag.first, default=None)
        if who is not None:
            return None if is_tied(reading, who) else who
    return None


def _is_comma(reading: Reading, position: int) -> bool:
    return reading.tokens[position].text == ","
