"""Places that are found by just their names, as countries are: villages have names that are like a country's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from tregua.ports import Match
from tregua.vocabulary.folding import fold
from tregua.vocabulary.places import Place

__all__ = ["ExactPlaces"]


class ExactPlaces:
    """Places by exact names; a :class:`~tregua.ports.Gazetteer`."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Know PLACES."""
        self._places: Mapping[str, Place] = {place.id: place for place in places}

    @cached_property
    def _names(self) -> Mapping[str, list[Place]]:
        named: dict[str, list[Place]] = defaultdict(list)
        for place in self._places.values():
            for name in dict.fromkeys(fold(each) for each in (place.name, *(alias.text for alias in place.aliases))):
                named[name].append(place)
        return named

    def match(self, text: str, within: str) -> tuple[Match, ...]:
        """Return the places of the name TEXT, those in the province of the name WITHIN first."""
        provinces = {place.id for place in self._names.get(fold(within), ())}
        found = sorted(self._names.get(fold(text), ()), key=lambda place: place.province not in provinces)
        return tuple(Match(id=place.id, name=place.name, score=1.0, rule="exact") for place in found)

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the same: what is only like a name is none."""
        return self.match(text, "")

    def get(self, place: str) -> Place | None:
        """Return the place with that id."""
        return self._places.get(place)

    def all(self) -> Sequence[Place]:
        """Return every place, by id."""
        return tuple(self._places[key] for key in sorted(self._places))
