"""Whose office speaks: "its spokesman", "one of the group's officers", "the army's | media directorate"."""

from __future__ import annotations

from dataclasses import replace

from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag, is_unknown

__all__ = ["owner_meant", "with_others", "with_owner"]

_DESCRIBING = 2
_BODIES = ("voice", "actor", "name", "country")
_TYING = ("preposition", "of", "at_place", "and", "by")
_LOOSE = ("article", "determiner", "modifier", "number")


def with_owner(reading: Reading, who: Tag) -> Tag:
    """Return WHO with the one named before it who owns it, a word or two that the pack does not know between them."""
    at, possessives = who.first - 1, reading.pack.grammar.possessives
    start = reading.sentence_of(who.first).first
    if who.kind != "voice" or not possessives:
        return who
    while at > max(start, who.first - 1 - _DESCRIBING) and _describes(reading, at):
        at -= 1
    if at <= start or reading.tokens[at].norm not in possessives:
        return who
    kinds = () if reading.over(at - 1, "place") else _BODIES
    owners = [tag for kind in kinds if (tag := reading.over(at - 1, kind)) is not None and tag.last == at]
    return replace(who, first=min(tag.first for tag in owners)) if owners else who


def with_others(reading: Reading, who: Tag) -> Tag:
    """Return WHO with whoever speaks beside him and is named first: "two officers and a local leader said"."""
    if reading.pack.grammar.modifiers[0] != "before" or who.kind not in _BODIES:
        return who
    start, at = reading.sentence_of(who.first).first, who.first - 1
    while at > start and (reading.has(at, "article") or _describes(reading, at)):
        at -= 1
    kinds = ("voice", "actor", who.kind) if who.kind in {"name", "country"} else ("voice", "actor")
    found = [reading.over(at - 1, kind) for kind in kinds] if at > start and _joins(reading, at) else []
    beside = next((tag for tag in found if tag is not None and tag.last == at), None)
    if beside is None:
        return who
    at = beside.first - 1
    while at >= start and reading.has_any(at, _LOOSE):
        at -= 1
    opens = at < start or reading.tokens[at].kind == "mark" or reading.has(at, "relative")
    return replace(who, first=beside.first) if opens else who


def _joins(reading: Reading, position: int) -> bool:
    """Tell whether AND or a dash stands at POSITION: "the Army Command - Press Directorate"."""
    return bool(reading.at(position, "and")) or reading.tokens[position].text in DASHES


def _describes(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may describe an office: one that the pack does not know, or a modifier."""
    possessive = reading.tokens[position].norm in reading.pack.grammar.possessives
    return not possessive and (reading.has(position, "modifier") or is_unknown(reading, position))


def owner_meant(reading: Reading, first: int) -> tuple[Tag | None, bool]:
    """Return who in its sentence the office from FIRST on is of by a pronoun, and whether a pronoun says whose it is.

    "The mechanism blames the rebels, its coordinators said": the first body that speaks and that nothing ties to
    another word. Where the sentence names none, whoever spoke last is meant.
    """
    at = first - 1
    while at > 0 and _describes(reading, at):
        at -= 1
    if at < 0 or not reading.has(at, "possessor"):
        return None, False
    sentence = reading.sentence_of(first)
    found = (tag for tag in _bodies(reading, sentence, at) if not _is_tied(reading, sentence, tag))
    return next(found, None), True


def _bodies(reading: Reading, sentence: Sentence, limit: int) -> list[Tag]:
    """Return the bodies in SENTENCE before LIMIT that may have an office and speak, in order."""
    tags = [tag for kind in ("voice", "name") for tag in reading.of(kind, sentence.first, limit) if tag.last <= limit]
    heads = [tag for tag in tags if tag.kind == "voice" or reading.has(tag.first, "institution")]
    return sorted(heads, key=lambda tag: (tag.first, -tag.last))


def _is_tied(reading: Reading, sentence: Sentence, tag: Tag) -> bool:
    """Tell whether a preposition ties TAG to another word of SENTENCE."""
    before = tag.first - 1
    while before >= sentence.first and reading.has_any(before, _LOOSE):
        before -= 1
    return before >= sentence.first and reading.has_any(before, _TYING)
