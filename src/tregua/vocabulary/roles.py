"""Names that say whose they are and no more: a country's forces, or its government."""

from __future__ import annotations

from tregua.vocabulary.names import Name

__all__ = ["role"]

_OF_ANY_STATE = frozenset({"royal", "national"})
_SIDES = frozenset({"=north", "=south", "=east", "=west"})
_ROLES = {
    "government": frozenset({"government", "state", "republic", "authority", "kingdom", "side"}),
    "forces": frozenset({"army", "military", "armed", "forces", "soldiers", "fighters"}),
}


def role(name: Name) -> tuple[str, str] | None:
    """Return the country and ``forces`` or ``government`` where NAME says no more ("Israeli troops"), else None."""
    places = sorted(name.places)
    if not places or _SIDES.issuperset(places):
        return None
    rest = {word.meaning for word in name.parts if not word.place} - _OF_ANY_STATE
    return next(((" ".join(places), called) for called, words in _ROLES.items() if rest <= words), None)
