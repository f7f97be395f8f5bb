"""Who tells of an act of his own, by an infinitive that leaves him out: "l'armée dit avoir tué dix rebelles"."""

from __future__ import annotations

from tregua.steps.extract.slots import Clause
from tregua.steps.extract.text import Reading, Tag

__all__ = ["self_told"]


def self_told(clause: Clause, word: Tag) -> list[Tag]:
    """Return the speaker who tells of an act of his own by an infinitive: "l'armée dit avoir tué dix rebelles"."""
    reading, at = clause.reading, _light_before(clause.reading, word.first - 1)
    told = _light_before(reading, at - 1)
    if told < 0 or not reading.at(at, "own_act") or reading.over(told, "say") is None:
        return []
    before = [tag for kind in ("actor", "country", "name") for tag in reading.of(kind, clause.first, at)]
    return [tag for tag in sorted(before, key=_width) if clause.attribution.speaks(reading, tag)][-1:]


def _light_before(reading: Reading, position: int) -> int:
    """Return the last position up to POSITION that is no adverb and no time."""
    while position >= 0 and (reading.has(position, "adverb") or reading.has(position, "time")):
        position -= 1
    return position


def _width(tag: Tag) -> tuple[int, int]:
    return tag.last, tag.last - tag.first
