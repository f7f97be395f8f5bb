"""Who a name before a verb of saying belongs to: "the mechanism of the truce with the militia | said"."""

from __future__ import annotations

from dataclasses import replace

from tregua.steps.extract.appositions import person_before
from tregua.steps.extract.text import Reading, Tag, is_unknown

__all__ = ["head_of", "is_tied"]

_TYING = ("preposition", "of")
_DOING = ("say", "act_verb", "breach_verb", "commit", "casualty", "auxiliary")


def is_tied(reading: Reading, who: Tag) -> bool:
    """Tell whether a preposition ties WHO to the word before, so that whoever that is rather speaks."""
    before = who.first - 1
    before -= before > 0 and bool(reading.at(before, "article"))
    return before >= 0 and (reading.has_any(before, _TYING) or reading.tokens[before].text == "(")


def head_of(reading: Reading, who: Tag) -> Tag:
    """Return WHO, or the body that a preposition ties it to: "the mechanism of the truce with the militia said"."""
    if (described := _described(reading, who)) is not None:
        return described
    before = _before_names(reading, who) - 1
    before -= before >= 0 and bool(reading.at(before, "article"))
    if before < 0 or "before" not in reading.pack.grammar.modifiers or not reading.has_any(before, _TYING):
        return who
    if (person := person_before(reading, before)) is not None:
        return replace(who, first=person.first)
    for kind in ("actor", "voice"):
        if (whole := reading.over(before, kind)) is not None and whole.last >= who.last:
            return whole  # "the Syrian side of the | commission"
    start = reading.sentence_of(who.first).first
    marks = [at + 1 for at in range(start, before) if _parts(reading, at)]
    start = max([start, *marks])
    heads = sorted((tag for kind in ("voice", "actor") for tag in reading.of(kind, start, before)), key=_place)
    if not heads or any(reading.of(kind, start, before) for kind in _DOING):
        return who
    tied = any(reading.has_any(at, _TYING) for at in range(start, heads[0].first))
    return who if tied else heads[0]


def _before_names(reading: Reading, who: Tag) -> int:
    """Return where WHO begins, with the name before it of which "and" makes one body: "A B of the Security and | C"."""
    name = reading.over(who.first - 2, "name") if who.first > 1 and reading.at(who.first - 1, "and") else None
    if name is None or name.last != who.first - 1 or not is_tied(reading, name):
        return who.first
    tie = name.first - 1 - bool(reading.at(name.first - 1, "article"))
    return name.first if person_before(reading, tie) is not None else who.first


def _described(reading: Reading, who: Tag) -> Tag | None:
    """Return whom a participle with WHO for its object describes: "the coalition | fighting the militia said"."""
    at, start = who.first - 1, reading.sentence_of(who.first).first
    while at > start and (reading.has_any(at, ("article", "modifier", "people")) or is_unknown(reading, at)):
        at -= 1
    if at <= start or not reading.has(at, "describing"):
        return None
    found = [reading.over(at - 1, kind) for kind in ("voice", "actor", "name", "country")]
    return next((tag for tag in found if tag is not None and tag.last == at), None)


def _parts(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION begins another clause; brackets do not."""
    word = reading.tokens[position]
    return (word.kind == "mark" and word.text not in "()") or bool(reading.at(position, "subordinate"))


def _place(tag: Tag) -> tuple[int, int]:
    return tag.first, -tag.last
