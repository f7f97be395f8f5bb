"""On which side of a truce those are who are said to have acted."""

from __future__ import annotations

from tregua.records.claim import Mention
from tregua.records.incident import Incident
from tregua.terms.standing import FindActor, Party, standing
from tregua.terms.truce import EXEMPT, Truce

__all__ = ["NO_SIDE", "UNKNOWN_SIDE", "Sides"]

UNKNOWN_SIDE = "side not known"
NO_SIDE = "on no side"
_EXEMPT = "left out of the terms"


class Sides:
    """Tells sides by name, each actor looked up once: few are named in many incidents."""

    def __init__(self, truce: Truce, find: FindActor) -> None:
        """Go by the sides of TRUCE and the registry's actors that FIND gives by id."""
        self._truce, self._find = truce, find
        self._found: dict[Mention, str] = {}
        self.names: tuple[str, ...] = tuple(side.name for side in truce.sides)

    def of(self, incident: Incident) -> tuple[str, ...]:
        """Return who is said to have acted in INCIDENT, by side; several where they compete."""
        return tuple(dict.fromkeys(map(self._side, incident.actors))) or (UNKNOWN_SIDE,)

    def _side(self, actor: Mention) -> str:
        if actor not in self._found:
            self._found[actor] = self._look_up(actor)
        return self._found[actor]

    def _look_up(self, actor: Mention) -> str:
        means = (actor.side,) if actor.side else ()
        may_be = standing(self._truce, Party(text=actor.text, actor=actor.id, means=means), self._find, None).may_be
        if may_be is None or len(may_be) > 1:
            return UNKNOWN_SIDE
        names = {side.id: side.name for side in self._truce.sides} | {EXEMPT: _EXEMPT}
        return next((names.get(each, NO_SIDE) for each in may_be), NO_SIDE)
