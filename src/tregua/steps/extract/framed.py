"""Verbs that are an act only with a certain object, who does it between: "closed | the gunmen | a road".

A ``frame_verb`` and a ``frame_object`` of one value belong together. What stands before the colon of the value is the
act, what stands behind it keeps its frames apart: ``obstruction:way`` and ``obstruction:siege``.
"""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import QUOTES, Reading, Tag

__all__ = ["tag_framed_acts"]

_REACH = 7  # words between a verb and its object: "closed | armed men of the group A and their allies | the road"
_STOPPING = ("act_verb", "frame_verb", "say", "complement", "aid", "until_word")


def tag_framed_acts(reading: Reading) -> None:
    """Tag each verb of READING as the act that it is with its object."""
    reading.add(list(_framed(reading)))


def _framed(reading: Reading) -> Iterator[Tag]:
    for verb in reading.of("frame_verb"):
        if _has_object(reading, verb):
            yield Tag("act_verb", verb.first, verb.last, verb.value.partition(":")[0])


def _has_object(reading: Reading, verb: Tag) -> bool:
    """Tell whether an object of the frame of VERB stands behind it, in its clause."""
    for position in range(verb.last, min(verb.last + _REACH + 1, len(reading.tokens))):
        if any(tag.value == verb.value for tag in reading.at(position, "frame_object")):
            return True
        token = reading.tokens[position]
        if (token.kind == "mark" and token.text not in QUOTES) or reading.begins(position, _STOPPING):
            return False
    return False
