"""Verbs of force in several parts, their object between: "set | three houses | ablaze", "turned | them | back"."""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.board import find_rules
from tregua.steps.extract.text import Reading, Tag

__all__ = ["tag_act_parts"]


def tag_act_parts(reading: Reading) -> None:
    """Tag the verbs of READING that the rules of acts find, each for the act that its rule means, and who is marked."""
    reading.add(list(_parts(reading)))


def _parts(reading: Reading) -> Iterator[Tag]:
    for rule, match in find_rules(reading, "acts"):
        verb, marker = match.kept["verb"], match.kept.get("by")
        yield Tag("act_verb", verb.first, verb.last, rule.means)
        if marker is not None:
            yield Tag("by", marker.first, marker.last)
