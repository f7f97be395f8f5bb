"""What an entry is called in all of its spellings: by that a name near one of them may be ruled out.

"Tehreek" is no spelling of an entry that is called "Harakat" wherever it is called a movement by an Arabic word;
"Quds Brigades" are not the one brigade "Liwa al-Quds"; and the Taliban are not those who are called "of Pakistan"
in every spelling that names the Taliban.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tregua.vocabulary.meanings import Number
from tregua.vocabulary.names import Name

__all__ = ["Called", "called"]


@dataclass(frozen=True, slots=True)
class Called:
    """The spellings of one entry taken together.

    Attributes:
        spelled: the spellings, taken apart.
        places: the countries, peoples and regions that they name.
        bodies: the kinds of body that they name.
        roots: the roots of the Arabic words for a kind of body, by its key.
        one: the kinds of body that they name one of, and never several.
    """

    spelled: tuple[Name, ...]
    places: frozenset[str]
    bodies: frozenset[str]
    roots: Mapping[str, frozenset[str]]
    one: frozenset[str]

    def may_be(self, name: Name) -> bool:
        """Tell whether some spelling has a country that NAME has, one its kind of body, by its word and number."""
        if self.places and not self.places >= name.places:
            return False
        if self.bodies and name.bodies and self.bodies.isdisjoint(name.bodies):
            return False
        if any(key in self.roots and root not in self.roots[key] for key, root in name.roots):
            return False
        return self.one.isdisjoint(_numbered(name, "several"))

    def is_told_by_place(self, name: Name) -> bool:
        """Tell whether every spelling with a word that is NAME's own, of two or more, names a place that NAME lacks."""
        own = {word.key for word in name.parts if word.weight == 1}
        having = [each for each in self.spelled if not own.isdisjoint(word.key for word in each.parts)]
        return len(having) > 1 and all(each.places - name.places for each in having)


def called(spelled: Iterable[Name]) -> Called:
    """Return the spellings SPELLED of one entry taken together."""
    held = tuple(spelled)
    roots = [each for name in held for each in name.roots]
    return Called(
        held,
        places=frozenset().union(*(name.places for name in held)),
        bodies=frozenset().union(*(name.bodies for name in held)),
        roots={key: frozenset(root for other, root in roots if other == key) for key, _ in roots},
        one=frozenset()
        .union(*(_numbered(name, "one") for name in held))
        .difference(*(_numbered(name, "several") for name in held)),
    )


def _numbered(name: Name, number: Number) -> set[str]:
    """Return the kinds of body of which NAME says that NUMBER."""
    return {word.key for word in name.parts if word.number == number}
