"""Who says so though the pack has no word for him: "the ombudsman told reporters", "a driver from Tell said".

The subject of a verb of saying speaks, whatever he is called; only what nobody would say so of is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import Reading, Tag, is_unknown
from tregua.vocabulary.stances import Stance

__all__ = ["tag_sayers"]

_LONGEST = 10
_BETWEEN = ("have", "adverb")
_STARTS = ("and", "subordinate", "relative", "clause")
_TYING = ("at_place", "of", "preposition")
_CLOSING = (*_STARTS, *_TYING, "quote", "carry", "say")
_LOOSE = ("article", "number", "modifier", "people")
_NAMED = ("voice_head", "actor_head", "group", "institution", "country")
_ACTING = ("say", "act_verb", "commit", "auxiliary", "be", "casualty", "breach_verb", "break_verb")
_NOUNS = ("telling", "paper", "charge", "figures_word", "act_noun")
_SOUND = (Stance.ASSERTED, Stance.CONFIRMED, Stance.DENIED)


def tag_sayers(reading: Reading) -> None:
    """Tag as the head of one who speaks the common noun that is the subject of a verb of saying in READING."""
    grammar = reading.pack.grammar
    if not grammar.capitals or grammar.genitives or grammar.verb != "middle":
        return
    heads = [tag for verb in reading.of("say") for tag in _heads(reading, verb)]
    heads += [tag for mark in reading.of("cited") for tag in _cited(reading, mark.last)]
    reading.add(heads)


def _heads(reading: Reading, verb: Tag) -> Iterator[Tag]:
    """Give the head of the subject right before VERB, and for one of many that it is a witness."""
    if not _is_speech(reading, verb):
        return
    last = verb.first
    while last and reading.has_any(last - 1, _BETWEEN):
        last -= 1
    yield from _tags(reading, _clause_start(reading, last), last)


def _cited(reading: Reading, first: int) -> Iterator[Tag]:
    """Give the head of who is cited from FIRST on: "according to | a deacon"."""
    last = reading.sentence_of(first).last if first < len(reading.tokens) else first
    end = next((at for at in range(first, min(first + _LONGEST, last)) if _ends_phrase(reading, at)), last)
    if end < last and (reading.tokens[end].kind == "mark" or reading.has_any(end, _CLOSING)):
        yield from _tags(reading, first, end)


def _tags(reading: Reading, first: int, last: int) -> Iterator[Tag]:
    """Give the tags for the head of one who speaks, if the words FIRST to LAST are such a phrase."""
    head = _head(reading, first, last)
    if head is None:
        return
    yield Tag("voice_head", head, head + 1)
    article = next(iter(reading.at(first, "article")), None)
    if article is None or article.value != "definite":
        yield Tag("witness", head, head + 1)


def _is_speech(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB can only be one of saying, or "that" follows it: "the bridge reports | that"."""
    plain = verb.value in _SOUND and not reading.has_any(verb.first, _NOUNS)
    return plain or reading.has(verb.last, "relative")


def _clause_start(reading: Reading, last: int) -> int:
    """Return where the words before LAST begin that may be the subject of a verb there."""
    start = max(reading.sentence_of(last).first, last - _LONGEST) if last < len(reading.tokens) else last
    for at in range(last - 1, start - 1, -1):
        if reading.tokens[at].kind == "mark" or reading.has_any(at, _STARTS):
            return at + 1
    return start


def _head(reading: Reading, first: int, last: int) -> int | None:
    """Return the position of the noun that heads the words FIRST to LAST, if they are one phrase with an article."""
    articles = (reading.at(first, "article") or reading.at(first, "number")) if first < last else ()
    begin = articles[0].last if articles else first
    if not (articles or _opens(reading, first)) or any(reading.has_any(at, _ACTING) for at in range(first, last)):
        return None
    end = next((at for at in range(begin, last) if reading.has_any(at, _TYING)), last)
    before = "before" in reading.pack.grammar.modifiers
    while not before and begin < end and reading.has(begin, "number"):
        begin += 1
    head = end - 1 if before else begin
    plain = all(_is_loose(reading, at) or at == head for at in range(begin, end))
    if begin >= end or not plain or any(reading.has_any(at, _NAMED) for at in range(begin, end)):
        return None
    return head if _is_somebody(reading, head) else None


def _ends_phrase(reading: Reading, position: int) -> bool:
    """Tell whether what stands at POSITION is no part of a phrase before it."""
    return not (_is_loose(reading, position) or reading.has(position, "person"))


def _opens(reading: Reading, position: int) -> bool:
    """Tell whether people without an article open a sentence at POSITION: "Townspeople in Tell said"."""
    return position == reading.sentence_of(position).first and reading.has(position, "witness")


def _is_loose(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may stand in a phrase beside its head."""
    return reading.tokens[position].capital or reading.has_any(position, _LOOSE) or is_unknown(reading, position)


def _is_somebody(reading: Reading, head: int) -> bool:
    """Tell whether the noun at HEAD may be somebody: a word for a person, or one that the pack does not know."""
    if (reading.tokens[head].capital and not _opens(reading, head)) or reading.tokens[head].kind != "word":
        return False
    return is_unknown(reading, head) or (reading.has(head, "person") and not reading.has_any(head, ("target", "unit")))
