"""Whether one clause speaks to one act by one party against another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tregua.terms.logic import Answer, every
from tregua.terms.standing import Standing
from tregua.terms.truce import CIVILIANS, EXEMPT, Clause
from tregua.vocabulary.acts import Act

__all__ = ["Deed", "Tried", "try_clause"]

_FORMS_OF_ATTACK = frozenset({Act.SHELLING, Act.AIRSTRIKE, Act.SMALL_ARMS, Act.EXPLOSION, Act.DRONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act by one party against another.

    Attributes:
        act: what was done.
        actor: who did it.
        target: whom or what it struck.
        weapons: as printed.
    """

    act: Act
    actor: Standing
    target: Standing
    weapons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One clause held against one deed.

    Attributes:
        clause: the clause.
        act: whether it speaks of such an act.
        by: whether it speaks to the actor.
        against: whether it speaks of the target.
        applies: all of these together, weapons and the reach of the clause included.
    """

    clause: Clause
    act: Answer
    by: Answer
    against: Answer
    applies: Answer


def try_clause(clause: Clause, deed: Deed) -> Tried:
    """Hold CLAUSE against DEED."""
    act, by, against = _act(clause, deed.act), _by(clause, deed.actor), _against(clause, deed)
    applies = every([act, by, against, _weapons(clause, deed.weapons)])
    if clause.arguable and applies.holds:
        applies = Answer(holds=None, why=clause.arguable, missing=(clause.arguable,))
    return Tried(clause=clause, act=act, by=by, against=against, applies=applies)


def _act(clause: Clause, act: Act) -> Answer:
    if act in clause.acts:
        return Answer(holds=True, why=f"“{clause.id}” speaks of {act.value}.")
    vague = act is Act.OTHER or (act is Act.ATTACK and bool(_FORMS_OF_ATTACK & set(clause.acts)))
    if vague:
        why = f"“{clause.id}” speaks of {', '.join(clause.acts)}; the reports do not say what was done."
        return Answer(holds=None, why=why, missing=("what was done",))
    return Answer(holds=False, why=f"“{clause.id}” does not speak of {act.value}.")


def _by(clause: Clause, actor: Standing) -> Answer:
    if not clause.by:
        return Answer(holds=True, why=f"“{clause.id}” speaks to every side.")
    return _among(clause.by, actor, f"“{clause.id}” speaks to")


def _against(clause: Clause, deed: Deed) -> Answer:
    """Tell whether CLAUSE speaks of the target; a group protected by its acceptance must have accepted."""
    if not clause.against:
        return Answer(holds=True, why=f"“{clause.id}” holds whatever the target.")
    target = deed.target
    among = _among(clause.against, target, f"“{clause.id}” speaks of attacks on", unknown=_unknown(target))
    by_side = target.may_be is not None and not target.may_be <= {EXEMPT, CIVILIANS}
    return every([among, target.bound]) if by_side and among.holds else among


def _among(parties: Sequence[str], standing: Standing, says: str, unknown: str = "") -> Answer:
    listed = f"{says} {', '.join(parties)}"
    if standing.lineage & set(parties):
        return Answer(holds=True, why=f"{listed}.")
    if standing.may_be is None:
        missing = (unknown,) if unknown else standing.bound.missing
        return Answer(holds=None, why=f"{listed}; {_lower(standing.bound.why)}", missing=missing)
    if standing.may_be and standing.may_be <= set(parties):
        return Answer(holds=True, why=f"{listed}.")
    if standing.may_be & set(parties):
        return Answer(holds=None, why=f"{listed}; {_lower(standing.bound.why)}", missing=standing.bound.missing)
    return Answer(holds=False, why=f"{listed}, not {standing.name}.")


def _unknown(target: Standing) -> str:
    """Return the fact that is missing about a target nobody identifies; "" for one whose standing names it."""
    if target.identified:
        return ""
    return f"which side {target.name} belonged to" if target.name else "whom or what it struck"


def _weapons(clause: Clause, weapons: Sequence[str]) -> Answer:
    if not clause.weapons:
        return Answer(holds=True, why="")
    printed = " ".join(weapons).casefold()
    if any(word.casefold() in printed for word in clause.weapons):
        return Answer(holds=True, why=f"“{clause.id}” names such weapons.")
    why = f"“{clause.id}” is limited to {', '.join(clause.weapons)}."
    return Answer(holds=None, why=why, missing=("the weapon",))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
