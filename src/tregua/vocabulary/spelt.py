"""Names of places by how they are spelt as a whole, for villages are many and their names are short.

Two spellings of one place differ by the article, by vowels, by letters that writers take for one another, and by words
parted or joined ("Kafr Nabl", "Kafranbel", «كفرنبل»); what words mean may be translated ("Karah Bridge",
«جسر الكرة»). Spellings whose consonants are the same but for one are held against each other letter by letter, in the
same script or across. A village that is spelt nearly so in another script, but quite another way in the one that it
is looked for in, is another village.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import likeness
from tregua.vocabulary.meanings import SIDES
from tregua.vocabulary.place_words import place_meanings
from tregua.vocabulary.sounds import script_of, skeleton

__all__ = ["SpeltIndex", "SpeltName"]

_ARTICLES = frozenset(
    "al el il ul an en ar er ur as es us ash esh at et ad ed ud az ez adh ath l the of".split()  # noqa: SIM905 - read as prose
)
_ALIKE, _ACROSS, _ACROSS_SHORT, _SAME_SOUND = 0.95, 0.78, 0.9, 0.8
_LIKELY, _NATIVE, _CERTAIN, _WITHOUT_SITE = 0.88, 0.72, 0.95, 0.9
_SHORTEST, _SHORT_ALIKE = 2, 0.9
_MOST_KNOWN = 3
_BY_HABIT = 0.97
_HABITS = (
    ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("aw", "au"), ("iy", "i"),
    ("y", "i"), ("e", "a"), ("o", "u"), ("q", "k"), ("dh", "d"), ("th", "t"), ("kh", "h"), ("gh", "g"), ("dj", "j"),
)  # fmt: skip
"""What writers of names in Latin letters put for one another."""
_TWICE = re.compile(r"(.)\1+")
_TRANSLATED = 0.01


@dataclass(frozen=True, slots=True)
class SpeltName:
    """A spelling of a place.

    Attributes:
        entry: whose it is.
        text: as printed.
        joined: its words without articles in one, folded; those of known meaning may be left out.
        sounds: the skeleton of that.
        meant: what the words mean that are left out.
        sites: what else the words say that stands there.
    """

    entry: str
    text: str
    joined: str
    sounds: str
    meant: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()


def spell(entry: str, text: str) -> list[SpeltName]:
    """Return TEXT as it is spelt: by all its letters, and by what some or all of its words mean and the rest."""
    words = [_bare(word) for word in fold(text).split() if word not in _ARTICLES]
    known = [at for at, word in enumerate(words) if place_meanings().part(word)][:_MOST_KNOWN]
    chosen = [frozenset(some) for many in range(len(known) + 1) for some in combinations(known, many)]
    spelt = [_spelt(entry, text, words, some) for some in chosen]
    return [each for each in spelt if each.meant or len(each.joined) >= _SHORTEST]


def _spelt(entry: str, text: str, words: Sequence[str], translated: AbstractSet[int]) -> SpeltName:
    rest = "".join(word for at, word in enumerate(words) if at not in translated)
    meant = frozenset(place_meanings().part(words[at]) for at in translated)
    return SpeltName(entry, text, rest, skeleton(rest) if rest else "", meant)


def _bare(word: str) -> str:
    bare = word.removeprefix("ال")
    return bare if len(bare) >= _SHORTEST else word


_Keys = dict[tuple[frozenset[str], str], list[SpeltName]]


def _without_site(spelt: SpeltName) -> SpeltName | None:
    """Return SPELT without words for what stands there, None where it has none of them or no name beside them."""
    meant = spelt.meant - place_meanings().sites
    named = spelt.joined and place_meanings().part(spelt.joined) not in SIDES
    return replace(spelt, meant=meant, sites=spelt.meant - meant) if meant != spelt.meant and named else None


class SpeltIndex:
    """Spellings of places, found by their consonants."""

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        """Know SPELLINGS: ids of entries, each with one name."""
        self._near: _Keys = defaultdict(list)
        self._less_site: _Keys = defaultdict(list)
        self._of: dict[str, list[SpeltName]] = defaultdict(list)
        for entry, text in spellings:
            for spelt in spell(entry, text):
                self._of[entry].append(spelt)
                for key in _less(spelt.sounds):
                    self._near[spelt.meant, key].append(spelt)
                    if bare := _without_site(spelt):
                        self._less_site[bare.meant, key].append(bare)

    def find(self, text: str) -> Iterator[tuple[SpeltName, float]]:
        """Give the spellings that TEXT may be, each with how alike it is."""
        for sought in spell("", text):
            yield from self._met(sought, self._near)

    def find_without_site(self, text: str) -> Iterator[tuple[SpeltName, float]]:
        """Give likewise the spellings that TEXT may be, but that one of both says what stands there ("X airport")."""
        for sought in spell("", text):
            bare = _without_site(sought)
            yield from self._met(bare or sought, self._less_site)
            yield from self._met(bare, self._near) if bare else ()

    def _met(self, sought: SpeltName, keys: _Keys) -> Iterator[tuple[SpeltName, float]]:
        met = {
            spelt
            for key in _less(sought.sounds)
            for spelt in keys.get((sought.meant, key), ())
            if not (sought.sites and spelt.sites) or sought.sites & spelt.sites
        }
        for spelt in met:
            near = _alike(sought, spelt)
            if near >= _line(sought, spelt) and self._is_native(sought, spelt, near):
                yield spelt, near - (_TRANSLATED if sought.meant else 0)

    def is_native(self, text: str, entry: str, found: str) -> bool:
        """Tell whether ENTRY may be TEXT, which was FOUND as one of its spellings, by the one in the script of TEXT."""
        sought, spelt = (spell(entry, each)[:1] for each in (text, found))
        return not sought or not spelt or self._is_native(sought[0], spelt[0], _alike(sought[0], spelt[0]))

    def is_printed_so(self, text: str, entry: str) -> bool:
        """Tell whether TEXT, if it has two consonants at most, is printed nearly as ENTRY is in the same script.

        So short a name is that of many places, most of them in no list; ENTRY may be printed in other scripts alone.
        """
        whole = spell(entry, text)[:1]
        if not whole or len(whole[0].sounds) > _SHORTEST:
            return True
        sought, script = whole[0], script_of(whole[0].joined)
        native = [each for each in self._of[entry] if script_of(each.joined) == script and each.meant == sought.meant]
        return not native or any(_alike(sought, each) >= _SHORT_ALIKE for each in native)

    def _is_native(self, sought: SpeltName, found: SpeltName, near: float) -> bool:
        """Tell whether what is FOUND in another script is spelt likewise in that of SOUGHT, if it is spelt in it."""
        script = script_of(sought.joined)
        if near >= _CERTAIN or script == script_of(found.joined):
            return True
        native = [
            each for each in self._of[found.entry] if script_of(each.joined) == script and each.meant == sought.meant
        ]
        likely = any(each.sounds == sought.sounds and _alike(sought, each) >= _NATIVE for each in native)
        return not native or (near >= _LIKELY and likely)


def _alike(one: SpeltName, other: SpeltName) -> float:
    if not (one.joined and other.joined):
        return float(one.joined == other.joined and not one.meant <= SIDES)
    near = likeness(one.joined, other.joined)
    if near < 1 and one.joined.isascii() and other.joined.isascii():
        return max(near, _BY_HABIT * likeness(_loosely(one.joined), _loosely(other.joined)))
    return near


@lru_cache(maxsize=65_536)
def _loosely(latin: str) -> str:
    """Return the joined LATIN name as who romanises by another habit may have it ("jerniyah", "jarniya")."""
    for written, heard in _HABITS:
        latin = latin.replace(written, heard)
    return _TWICE.sub(r"\1", latin).removesuffix("h")


def _line(one: SpeltName, other: SpeltName) -> float:
    """Return how alike two spellings must be to be of one name."""
    across = script_of(one.joined) != script_of(other.joined)
    if across and min(len(one.sounds), len(other.sounds)) <= _SHORTEST:
        return _ACROSS_SHORT
    if one.sites != other.sites:
        return _WITHOUT_SITE
    return _ACROSS if across else _SAME_SOUND if one.sounds == other.sounds else _ALIKE


def _less(sounds: str) -> set[str]:
    """Return SOUNDS, and SOUNDS less one, each without the vowel that may begin them."""
    kept = sounds.removeprefix("a")
    return {kept, *(kept[:at] + kept[at + 1 :] for at in range(len(kept)))} if len(kept) > _SHORTEST else {kept}
