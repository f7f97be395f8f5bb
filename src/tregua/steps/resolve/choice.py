"""Choosing among candidates: one that is plainly the best, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tregua.ports import ActorIndex, Gazetteer, Match
from tregua.records.judgement import UNKNOWN, Identified
from tregua.vocabulary.folding import fold

__all__ = ["LABEL", "SEVERAL", "Choice", "Decided", "choose", "decided", "spellings"]

LABEL = "a label, which names somebody from the speaker's viewpoint only"
"""Why a label has no id."""

SEVERAL = "several are as near"
"""Begins the reason that one of several has no id."""

Decided = Mapping[tuple[str, str], Identified]
"""What people identified names as, by slot and folded name."""

_AS_NEAR = 0.015
_BRACKETS = re.compile(r"^(?P<outside>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*$")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate, or why there is none.

    Attributes:
        match: the candidate chosen, None when none was.
        rule: the rule that chose it, or the reason that none was chosen.
    """

    match: Match | None
    rule: str


def choose(found: Sequence[Match]) -> Choice:
    """Return the best of FOUND; nobody when there is none or another is as near."""
    if not found:
        return Choice(None, "not in the registry")
    best = found[0]
    close = [match for match in found if match.score > best.score - _AS_NEAR and match.rule != "label"]
    if best.rule == "label":
        return Choice(None, LABEL)
    if len(close) > 1:
        names = ", ".join(match.name for match in close[:_SHOWN])
        return Choice(None, f"{SEVERAL}: {names}")
    return Choice(best, best.rule if best.rule != "similar" else f"similar {best.score:.2f}")


def decided(by_people: Decided, slot: str, text: str, registry: ActorIndex | Gazetteer) -> Choice | None:
    """Return whom people decided that TEXT means in SLOT, None when nobody has decided."""
    ruling = by_people.get((slot, fold(text)))
    if ruling is None:
        return None
    if ruling.id == UNKNOWN:
        return Choice(None, f"nobody known, {ruling.said}")
    entry = registry.get(ruling.id)
    if entry is None:
        return Choice(None, f"{ruling.said} as {ruling.id!r}, which the registry does not hold")
    return Choice(Match(id=entry.id, name=entry.name, score=1.0, rule=ruling.said), ruling.said)


def spellings(text: str) -> Iterator[str]:
    """Give TEXT, and where it ends in brackets ("Islamic State (ISIS)") the words before and inside them."""
    yield text
    if parts := _BRACKETS.match(text):
        yield from (parts["outside"], parts["inside"])
