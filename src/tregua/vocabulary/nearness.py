"""How near two words are, and two names, across spellings, scripts and languages.

Words of one known meaning are one word, and so are those of one sound that are near as printed; two names are as near
as the share of their words, by weight, that the other one has. What two names have for each other's
words is worked out once, for all that is asked of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import mul

from rapidfuzz import fuzz

from tregua.vocabulary.letters import likeness
from tregua.vocabulary.names import Name, Word

__all__ = ["NEAR", "SAME", "Held", "held", "near", "same_name", "similarity"]

NEAR = 0.86
"""The line: a name less alike than this is not that name."""

SAME = 1.0
"""How near a word is that is the very one."""

Held = tuple[Sequence[float], Sequence[float]]
"""How near the nearest word of the other name is to each word of one, and of one to each of the other."""

_VOWEL = re.compile(r"[aeiouy]")
_WORD_LINE, _LINE_ACROSS, _HEARD_LINE, _DIFFERENT = 0.8, 0.85, 0.65, 0.6
_FAR, _FAR_SHORT, _FAR_ACROSS, _FAR_UNTOLD, _SHORT = 0.6, 0.75, 0.78, 0.45, 3


def _agree(one: Word, other: Word) -> bool:
    """Tell whether two words, not both of known meaning, are one: of one skeleton and near as printed, or so heard."""
    if one.key != other.key:
        if one.sounds == other.sounds and one.script != other.script:
            return likeness(one.printed, other.printed) >= _LINE_ACROSS
        return _heard_alike(one, other) >= _LINE_ACROSS
    if one.latin == other.latin:
        return True
    if one.script == other.script == "latin" and not (_VOWEL.search(one.latin) and _VOWEL.search(other.latin)):
        return False  # "FNL" is no spelling of "Finul"
    return likeness(one.printed, other.printed) >= _line(one, other)


def _heard_alike(one: Word, other: Word) -> float:
    """Return how alike two words of no known meaning are when what is heard in two ways is heard in the other."""
    if one.meaning or other.meaning:
        return 0.0
    ours, theirs = one.heard.get(other.sounds), other.heard.get(one.sounds)
    near = likeness(ours, other.printed) if ours else 0.0
    return max(near, likeness(one.printed, theirs)) if theirs else near


def _line(one: Word, other: Word) -> float:
    """Return how alike two words of one skeleton must be as printed."""
    if one.script == other.script:
        return _FAR_SHORT if len(one.sounds) <= _SHORT else _FAR
    told = "latin" in (one.script, other.script) and "other" not in (one.script, other.script)
    return _FAR_ACROSS if told else _FAR_UNTOLD


def same_name(left: Name, right: Name) -> bool:
    """Tell whether two spellings are of one name: word by word, or joined ("alSham", "F0ua")."""
    if (left.bodies != right.bodies and left.bodies and right.bodies) or left.differs_from(right):
        return False
    if left.words == right.words:
        return bool(left.words) and similarity(left, right) >= NEAR
    return (
        left.core == right.core
        and fuzz.ratio(left.latin.replace(" ", ""), right.latin.replace(" ", "")) >= 100 * _FAR_SHORT
        and likeness(left.joined, right.joined) >= _FAR_SHORT
    )


def held(left: Name, right: Name) -> Held:
    """Return how much of each word of LEFT is held by RIGHT, and the other way round."""
    if not left.parts or not right.parts:
        return [0.0] * len(left.parts), [0.0] * len(right.parts)
    rows = [[near(one, other) for other in right.parts] for one in left.parts]
    return [*map(max, rows)], [*map(max, *rows)] if len(rows) > 1 else rows[0]


def similarity(left: Name, right: Name, both: Held | None = None) -> float:
    """Return how alike two names are, 0 to 1: the share of their words, by weight, that the other one has.

    Two names of different bodies or numbers stay under the line however alike the rest. What BOTH have is worked out
    here where it is not at hand.
    """
    if left.folded == right.folded:
        return 1.0
    if not left.words or not right.words:
        if _same_generic(left.parts, right.parts):
            return 1.0
        return _DIFFERENT if left.bodies & right.bodies else 0.0
    ours, theirs = both or held(left, right)
    found: float = sum(map(mul, left.weights, ours)) + sum(map(mul, right.weights, theirs))
    score = found / (left.weight + right.weight)
    return _DIFFERENT if score > _DIFFERENT and left.differs_from(right) else score


def _same_generic(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Tell whether two names of generic words alone are one: by the same words, where it is but one alike in sound."""
    if sorted(word.key for word in ours) != sorted(word.key for word in theirs):
        return False
    if len(ours) != 1:
        return bool(ours)
    one, other = ours[0], theirs[0]
    return one.sounds == other.sounds and likeness(one.printed, other.printed) >= _line(one, other)


def near(one: Word, other: Word) -> float:
    """Return how near two words are, 0 where they are not near; a meaning is the same or is not."""
    if one.meaning and other.meaning:
        return float(one.key == other.key)
    sounds, heard_as = one.sounds, other.sounds
    same = sounds == heard_as or one.key == other.key or heard_as in one.heard or sounds in other.heard
    if same and _agree(one, other):
        return SAME
    if len(sounds) <= _SHORT or len(heard_as) <= _SHORT:
        return 0.0
    line = _WORD_LINE if one.script == other.script else _HEARD_LINE
    heard: float = fuzz.ratio(sounds, heard_as, score_cutoff=100 * line) / 100
    if not heard:
        return 0.0
    printed = likeness(one.printed, other.printed)
    if one.script == other.script:
        return min(heard, printed) if printed >= _WORD_LINE else 0.0
    return printed if printed >= _LINE_ACROSS else 0.0
