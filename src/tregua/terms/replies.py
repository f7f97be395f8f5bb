"""Whether an act was an answer to another one that is told: by what that was, who did it, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.terms.logic import Answer, every, some
from tregua.terms.standing import Standing
from tregua.vocabulary.acts import Act, Conduct

__all__ = ["replied"]

_ATTACKS = frozenset(
    {
        Conduct.SHELLING, Conduct.AIRSTRIKE, Conduct.SMALL_ARMS, Conduct.ATTACK, Conduct.EXPLOSION, Conduct.DRONE,
        Conduct.ADVANCE, Conduct.INCURSION,
    }
)  # fmt: skip


_SHOWN = Answer(holds=True, why="")


def replied(
    act: Act | Conduct,
    attackers: Sequence[Standing],
    struck: Sequence[Standing],
    *,
    near: bool | None,
    before: bool | None,
) -> Answer:
    """Tell whether an act that STRUCK somebody answered ACT, done by ATTACKERS.

    Args:
        act: what was done first.
        attackers: who did it.
        struck: whom the other act struck.
        near: whether the first happened so near that it may have been answered there; None when not known.
        before: whether the first began before the other was over; None when not known.

    What happened far off was perhaps answered all the same; so that leaves it open and refutes nothing.
    """
    sides = some([_same(one, other) for one in attackers for other in struck])
    answers = [_attack(act), sides, _near(near), _first(before)]
    joined = every(answers)
    return Answer(holds=True, why="it answered an attack.") if joined.holds else joined


def _attack(act: Act | Conduct) -> Answer:
    if act == Conduct.OTHER:
        return _open("what it answered is not said", "what was done that it answered")
    return _SHOWN if act in _ATTACKS else Answer(holds=False, why="what it answered was no attack.")


def _same(attacker: Standing, struck: Standing) -> Answer:
    """Tell whether STRUCK stood with ATTACKER: is the same, belongs to it, or is on its side."""
    one, other = attacker.may_be, struck.may_be
    if attacker.lineage & struck.lineage or (one == other and one is not None and len(one) == 1):
        return _SHOWN
    if one and other and one.isdisjoint(other):
        return Answer(holds=False, why="it struck others than those who had attacked.")
    return _open("whom it struck, or who had attacked, is not said", "whether it struck those who had attacked")


def _near(near: bool | None) -> Answer:  # noqa: FBT001 - three values
    if near is None:
        return _open("where what it answered happened is not said", "where what it answered happened")
    far = "what it answered happened far from there"
    return _SHOWN if near else _open(far, "whether what happened there was answered here")


def _first(before: bool | None) -> Answer:  # noqa: FBT001 - three values
    if before is None:
        return _open("when what it answered happened is not said", "when what it answered happened")
    return _SHOWN if before else Answer(holds=False, why="what it answered began later.")


def _open(why: str, missing: str) -> Answer:
    return Answer(holds=None, why=f"{why}.", missing=(missing,))
