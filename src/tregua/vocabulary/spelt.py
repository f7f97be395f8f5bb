"""Names of places by how they are spelt as a whole, for villages are many and their names are short.

Two spellings of one place differ by the article, by vowels, by letters that writers take for one another, and by words
parted or joined ("Kafr Nabl", "Kafranbel", «كفرنبل»); what words mean may be translated ("Karah Bridge",
«جسر الكرة»). Spellings whose consonants are the same but for one are held against each other letter by letter, in the
same script or across. A village that is spelt nearly so in another script, but quite another way in the one that it
is looked for in, is another village.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import likeness
from tregua.vocabulary.meanings import meanings
from tregua.vocabulary.sounds import script_of, skeleton

__all__ = ["SpeltIndex", "SpeltName"]

_ARTICLES = frozenset(
    "al el il ul an en ar er ur as es us ash esh at et ad ed ud az ez adh ath l the of".split()  # noqa: SIM905 - read as prose
)
_ALIKE, _ACROSS, _SAME_SOUND = 0.95, 0.76, 0.8
_LIKELY, _NATIVE, _CERTAIN = 0.88, 0.72, 0.95
_SHORTEST = 2
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
    """

    entry: str
    text: str
    joined: str
    sounds: str
    meant: frozenset[str] = frozenset()


def spell(entry: str, text: str) -> list[SpeltName]:
    """Return TEXT as it is spelt: by all its letters, and, where words of it have a meaning, by those and the rest."""
    words = [_bare(word) for word in fold(text).split() if word not in _ARTICLES]
    known = {word: meaning for word in words if (meaning := meanings().printed(word))}
    whole = "".join(words)
    rest = "".join(word for word in words if word not in known)
    spelt = [SpeltName(entry, text, whole, skeleton(whole) if whole else "")]
    if known:
        spelt.append(SpeltName(entry, text, rest, skeleton(rest) if rest else "", frozenset(known.values())))
    return [each for each in spelt if each.meant or len(each.joined) >= _SHORTEST]


def _bare(word: str) -> str:
    bare = word.removeprefix("ال")
    return bare if len(bare) >= _SHORTEST else word


class SpeltIndex:
    """Spellings of places, found by their consonants."""

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        """Know SPELLINGS: ids of entries, each with one name."""
        self._near: dict[tuple[frozenset[str], str], list[SpeltName]] = defaultdict(list)
        self._of: dict[str, list[SpeltName]] = defaultdict(list)
        for entry, text in spellings:
            for spelt in spell(entry, text):
                self._of[entry].append(spelt)
                for key in _less(spelt.sounds):
                    self._near[spelt.meant, key].append(spelt)

    def find(self, text: str) -> Iterator[tuple[SpeltName, float]]:
        """Give the spellings that TEXT may be, each with how alike it is."""
        for sought in spell("", text):
            met = {spelt for key in _less(sought.sounds) for spelt in self._near.get((sought.meant, key), ())}
            for spelt in met:
                near = _alike(sought, spelt)
                if near >= _line(sought, spelt) and self._is_native(sought, spelt, near):
                    yield spelt, near - (_TRANSLATED if sought.meant else 0)

    def is_native(self, text: str, entry: str, found: str) -> bool:
        """Tell whether ENTRY may be TEXT, which was FOUND as one of its spellings, by the one in the script of TEXT."""
        sought, spelt = (spell(entry, each)[:1] for each in (text, found))
        return not sought or not spelt or self._is_native(sought[0], spelt[0], _alike(sought[0], spelt[0]))

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
    return likeness(one.joined, other.joined) if one.joined and other.joined else float(one.joined == other.joined)


def _line(one: SpeltName, other: SpeltName) -> float:
    if script_of(one.joined) != script_of(other.joined):
        return _ACROSS
    return _SAME_SOUND if one.sounds == other.sounds else _ALIKE


def _less(sounds: str) -> set[str]:
    """Return SOUNDS, and SOUNDS less one, each without the vowel that may begin them."""
    kept = sounds.removeprefix("a")
    return {kept, *(kept[:at] + kept[at + 1 :] for at in range(len(kept)))} if len(kept) > _SHORTEST else {kept}
