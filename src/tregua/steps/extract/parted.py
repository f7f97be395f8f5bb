"""Where what is told next in a sentence is another event: set against what was told, or told by another verb."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["is_set_against", "is_told_anew"]

_RECORDED = "recorded"


def is_set_against(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a comma and a word like "while" or "also" between BEFORE and WORD begin another event."""
    set_apart = reading.of("contrast", before.last, word.first)
    return any(reading.tokens[tag.first - 1].text == "," for tag in set_apart)


def is_told_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a verb of saying between BEFORE and the verb WORD leads to it: "denied it fired, saying B had"."""
    if word.kind not in {"act_verb", "use_verb"} or reading.pack.grammar.subject[0] != "before":
        return False
    first = reading.sentence_of(before.first).first
    denied = any(verb.value == Stance.DENIED for verb in reading.of("say", first, before.first))
    told = [verb.last for verb in reading.of("say", before.last, word.first) if denied and verb.value != _RECORDED]
    return any(all(reading.tokens[at].kind != "mark" for at in range(start, word.first)) for start in told)
