"""Whether the words that two names share tell that they are one name, and not two names with common words in both.

"People" is no spelling of "Popular Forces", nor "Air" of "Ukrainian Air Force", though one word of each is in the
other. A word of its own ("Nusra") tells whom a name means, if it is near as printed where it stands alone. Words that
many names have tell it only together: two of them, or one and a country, and the same kind of body. A country alone
means the state where both mean it, and its forces where both do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tregua.vocabulary.letters import likeness
from tregua.vocabulary.meanings import meanings
from tregua.vocabulary.names import Name, Word
from tregua.vocabulary.nearness import SAME, Held, held, near
from tregua.vocabulary.roles import role

__all__ = ["is_near", "is_part", "loosely", "tells"]

_ALONE, _ACROSS, _SHORT_ACROSS, _SMALL = 0.75, 0.78, 0.85, 0.9
_SHORT = 3
_LOOSELY, _BUT_BODY = 0.88, 0.875
_TOGETHER, _MANY = 2, 3


Rare = Callable[[str], bool]
"""Tells whether few names have the word of that key."""


def _none(_key: str) -> bool:
    return False


def tells(name: Name, other: Name, rare: Rare = _none) -> bool:
    """Tell whether the words that NAME shares with OTHER are enough to be one name; few names have RARE ones."""
    if is_part(name, other):
        return False
    own, common, places = _shared(name, other)
    if own:
        return len(own) + len(common) + len(places) >= _TOGETHER or is_near(*own[0], named=name.capital)
    evidence = len(common) + len(places)
    if common and evidence >= _TOGETHER:
        return evidence > _MANY or _is_whole(name, other, rare, many=evidence == _MANY)
    if not _is_same(name, other, common):
        return False
    if not common:
        return not places or role(name) == role(other)
    return len(name.own) > 1 or _keys(name.parts) == _keys(other.parts) != _keys(name.own) or _sound_alike(name, other)


def is_part(name: Name, other: Name) -> bool:
    """Tell whether one of two names alone is that of an heir, or of a part whose own name the other has not."""
    ours, theirs = ({word.meaning for word in each.parts} for each in (name, other))
    if (ours ^ theirs) & meanings().heirs:
        return True
    return any(
        odd & meanings().parts and not _names_part(whole, each)
        for odd, each, whole in ((ours - theirs, name, other), (theirs - ours, other, name))
    )


def _names_part(whole: Name, part: Name) -> bool:
    """Tell whether WHOLE has a word that stands beside "faction" in PART: "Runiga faction"."""
    pairs = [pair for pair in pairwise(part.parts) if any(word.meaning in meanings().parts for word in pair)]
    beside = [word for pair in pairs for word in pair if not word.meaning and not word.key.isdigit()]
    return any(near(word, other) for word in beside for other in whole.parts)


def _is_whole(name: Name, other: Name, rare: Rare, *, many: bool) -> bool:
    """Tell whether OTHER has every common word of NAME, and, unless they share MANY, NAME every one of OTHER.

    Of two names with but two words in common and none of them RARE, both or none say a kind of body.
    """
    ours, theirs = _common(name), _common(other)
    if many or ours != theirs:
        return many and ours <= theirs
    if name.bodies and other.bodies:
        return bool(name.bodies & other.bodies)
    return name.bodies == other.bodies or any(map(rare, ours))


def _is_same(name: Name, other: Name, common: set[str]) -> bool:
    """Tell whether two names that share but one word, or only numbers, are word by word the same.

    A word that many names have is not told by a kind of body that the other name lacks: "National Alliance", "Nation".
    """
    if any(not word.meaning and not word.key.isdigit() for word in name.own):
        return False
    if name.numbers and not common and name.bodies:
        return name.bodies == other.bodies
    ours, theirs = _keys(name.own), _keys(other.own)
    more = [word for word in name.own if word.key not in theirs]
    less = [word for word in other.own if word.key not in ours]
    if ours == theirs or not common or (other.forces and not name.forces):
        return ours == theirs
    if less:
        return not more and all(word.body for word in less) and _is_loan(name)
    many = common <= {f"={meaning}" for meaning in meanings().common}
    return not more or (not many and all(word.body or word.place for word in more))


def _is_loan(name: Name) -> bool:
    """Tell whether NAME is a romanised word, which is common where it is from and a name in the text: "Nusra"."""
    return all(word.body or meanings().is_loan(word.printed) for word in name.own)


def _sound_alike(name: Name, other: Name) -> bool:
    """Tell whether the one common word of two names is the same as heard: "the League" is no translation of a name."""
    return any(
        one.key == two.key and not one.body and is_near(one, two, named=name.capital)
        for one in name.parts
        for two in other.parts
    )


def _shared(name: Name, other: Name) -> tuple[list[tuple[Word, Word]], set[str], set[str]]:
    """Return what NAME shares with OTHER: words of their own, as each has them; common words; places."""
    own: list[tuple[Word, Word]] = []
    common: set[str] = set()
    places: set[str] = set()
    for word in name.parts:
        if word.body:
            continue
        shares = [near(word, each) for each in other.parts]
        if not (best := max(shares, default=0.0)):
            continue
        if word.meaning:
            (places if word.place else common).add(word.key)
        elif not word.key.isdigit():
            own.append((word, other.parts[shares.index(best)]))
    return own, common, places


def is_near(word: Word, other: Word, *, named: bool) -> bool:
    """Tell whether a word that alone tells a name is near enough as printed, and printed as a name."""
    across = _SHORT_ACROSS if len(word.sounds) <= _SHORT else _ACROSS
    line = _SMALL if not named else _ALONE if word.script == other.script else across
    return likeness(word.printed, other.printed) >= line


def _common(name: Name) -> set[str]:
    return {word.key for word in name.parts if word.meaning and not word.loose}


def _keys(words: Sequence[Word]) -> set[str]:
    return {word.key for word in words}


def loosely(name: Name, other: Name, rare: Rare = _none, both: Held | None = None) -> float:
    """Return a score where NAME and OTHER differ only by words that a name is printed with or without, else 0.

    They share a word of its own, or a RARE one, or a place. What BOTH have is worked out here where it is not at hand.
    """
    both = both or held(name, other)
    ours, theirs = _lacking(name.parts, both[0]), _lacking(other.parts, both[1])
    if any(word.meaning and not word.loose for word in ours) or not _are_loose(name, other, ours, theirs):
        return 0.0
    if name.differs_from(other):
        return 0.0
    shared = [word for word in name.own if word not in ours]
    telling = sum(word.weight for word in shared if not word.loose)
    sure = any(word.place or (not word.loose and (not word.meaning or rare(word.key))) for word in shared)
    if telling and (sure or telling >= _TOGETHER):
        return _LOOSELY
    only_bodies = not (ours and theirs) and all(word.body for word in (*ours, *theirs))
    return _BUT_BODY if only_bodies and any(not word.body and not word.place for word in shared) else 0.0


def not_left_out(name: Name) -> Sequence[Word]:
    """Return the words without which no name is NAME loosely: of its own, and no first name before another."""
    given = [first for first, second in pairwise(name.parts) if _may_be_given(first, second)]
    return [word for word in name.own if not word.loose and word not in given]


def lacks(other: Name, words: Sequence[Word], most: float) -> bool:
    """Tell whether those of WORDS that OTHER is far from weigh more than MOST."""
    keys = [word.key for word in other.parts]
    for word in words:
        if word.key not in keys:
            most -= word.weight * (1 - max([near(word, each) for each in other.parts], default=0.0))
            if most < 0:
                return True
    return False


def _may_be_given(first: Word, second: Word) -> bool:
    """Tell whether the word FIRST may be a first name that goes with the word SECOND."""
    return (
        not (first.meaning or second.meaning)
        and len(first.sounds) >= _SHORT
        and len(second.sounds) >= _SHORT
        and first.printed.isalpha()
    )


def _given(name: Name, lacking: Sequence[Word]) -> list[Word]:
    """Return those of the words LACKING that stand in NAME before a word of its own that does not: first names."""
    return [
        first
        for first, second in pairwise(name.parts)
        if first in lacking and second not in lacking and _may_be_given(first, second)
    ]


def _lacking(words: Sequence[Word], shares: Sequence[float]) -> list[Word]:
    """Return those of WORDS, but what every body has, that are none of the other name, which holds SHARES of them."""
    return [word for word, share in zip(words, shares, strict=True) if share != SAME and not word.any_body]


def _are_loose(name: Name, other: Name, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Tell whether the words that but one of the two names has may be left out: where both have such, kinds of body."""
    if ours and theirs:
        return all(word.body for word in (*ours, *theirs))
    given = _given(name, ours) if ours else _given(other, theirs)
    return all(word.loose or word in given for word in ours or theirs)
