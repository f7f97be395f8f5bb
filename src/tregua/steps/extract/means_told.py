"""Verbs that only say with what an act was done, or who sent the weapon: no acts of their own."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.text import Reading, Tag

__all__ = ["tells_means"]


def tells_means(reading: Reading, verb: Tag, tags: Sequence[Tag]) -> bool:
    """Tell whether VERB only says with what another act of TAGS was done: "| using mortars, rebels fired on A".

    So it is of who sent a weapon: "hit by shells that the rebels | had fired".
    """
    opens = verb.kind == "use_verb" and verb.first == reading.sentence_of(verb.first).first
    if opens and reading.at(verb.first, "participial"):
        return any(tag.kind == "act_verb" and _comma_between(reading, verb.last, tag.first) for tag in tags)
    at = verb.first - 1
    at -= reading.has(at, "have")
    if not reading.at(verb.first, "sent") or at < 0:
        return False
    sender = next((tag for kind in ("actor", "country", "name") for tag in [reading.over(at, kind)] if tag), None)
    that = -1 if sender is None else sender.first - 1 - bool(reading.at(sender.first - 1, "article"))
    weapon = reading.over(that - 1, "weapon") if that > 1 and reading.at(that, "relative_pronoun") else None
    return weapon is not None and reading.has(weapon.first - 1, "by")


def _comma_between(reading: Reading, first: int, last: int) -> bool:
    return any(reading.tokens[at].text == "," for at in range(first, last))
