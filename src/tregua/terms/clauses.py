"""Whether one clause speaks to one act by one party against another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tregua.terms.logic import Answer, every
from tregua.terms.proof import Shown, element, is_claimed, reserve
from tregua.terms.standing import Standing
from tregua.terms.truce import ANYONE, CIVILIANS, EXEMPT, OPPOSING, Clause
from tregua.vocabulary.acts import Act, Conduct

__all__ = ["Deed", "Tried", "may_speak_of", "try_clause"]

_FORMS_OF_ATTACK = frozenset(
    {Conduct.SHELLING, Conduct.AIRSTRIKE, Conduct.SMALL_ARMS, Conduct.EXPLOSION, Conduct.DRONE}
)
_MILLIMETRES = re.compile(r"(\d{1,4}(?:[.,]\d+)?)[\s-]*(?:mm|millimet|мм|ملم|مم|میلیمتر|毫米)", re.IGNORECASE)
_PARTS = {"civilian objects": frozenset({"medical", "aid", "infrastructure", "settlement"})}
_ALWAYS = Answer(holds=True, why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act by one party against another.

    Attributes:
        act: what was done.
        actor: who did it.
        target: whom or what it struck.
        shown: the other facts of it.
        held: whether clauses held at its time, and at its place, by id; those without an entry did.
    """

    act: Act | Conduct
    actor: Standing
    target: Standing
    shown: Shown = field(default_factory=Shown)
    held: Mapping[str, tuple[Answer, Answer]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One clause held against one deed; of one that does not speak of such an act, no more is tried than whose.

    Attributes:
        clause: the clause.
        act: whether it speaks of such an act.
        by: whether it speaks to the actor.
        against: whether it speaks of the target.
        held: whether it held at that time and place.
        proof: whether what must be there beside the act is there: elements, or what a defence needs.
        applies: all of these together, weapons and the reach of the clause included.
    """

    clause: Clause
    act: Answer
    by: Answer
    against: Answer = _ALWAYS
    held: tuple[Answer, Answer] = (_ALWAYS, _ALWAYS)
    proof: Answer = _ALWAYS
    applies: Answer


def try_clause(clause: Clause, deed: Deed, sides: Sequence[str] = ()) -> Tried:
    """Hold CLAUSE, of a truce with these SIDES, against DEED."""
    act, by = _act(clause, deed.act), _by(clause, deed.actor)
    if act.holds is False:
        return Tried(clause=clause, act=act, by=by, applies=act)
    against = _against(clause, deed, sides)
    time, area = deed.held.get(clause.id, (_ALWAYS, _ALWAYS))
    held = every([time, *_owed(clause, deed.actor)]), area
    proof = _proof(clause, deed)
    limits = [_weapons(clause, deed.shown), _calibre(clause, deed.shown), _objects(clause, deed)]
    applies = every([act, by, against, *held, *limits, proof])
    if clause.arguable and applies.holds:
        applies = Answer(holds=None, why=clause.arguable, missing=(clause.fork(clause.arguable),))
    return Tried(clause=clause, act=act, by=by, against=against, held=held, proof=proof, applies=applies)


def _owed(clause: Clause, actor: Standing) -> list[Answer]:
    """Give whether ACTOR still owed CLAUSE, or had a right by it, for each step that may have ended that."""
    return [
        each.owes
        for each in actor.released
        if not clause.prevents and (not each.layers or (clause.layers and each.layers.issuperset(clause.layers)))
    ]


def may_speak_of(clause: Clause, act: Act | Conduct) -> bool:
    """Tell whether CLAUSE speaks of ACT, or may."""
    return _act(clause, act).holds is not False


def _proof(clause: Clause, deed: Deed) -> Answer:
    """Tell whether what CLAUSE needs beside the act is there; of a defence, only if the facts show it."""
    answers = [element(clause, each, deed.act, deed.shown) for each in clause.elements]
    if not clause.defence:
        return every(answers)
    proof = every(answers) if answers else reserve(clause, deed.shown)
    if proof.holds is None and not is_claimed(deed.shown):
        return Answer(
            holds=False, why=f"“{clause.id}” reserves it as an answer; it must be shown, and no fact here shows it."
        )
    return proof


def _act(clause: Clause, act: Act | Conduct) -> Answer:
    if act in clause.acts:
        return Answer(holds=True, why=f"“{clause.id}” speaks of {act.value}.")
    if act == Conduct.DRONE and Conduct.OVERFLIGHT in clause.acts:
        why = f"“{clause.id}” speaks of flights, and of a drone it is not said whether it struck or only flew over."
        return Answer(holds=None, why=why, missing=("whether the drone struck or only flew over",))
    vague = act == Conduct.OTHER or (act == Conduct.ATTACK and bool(_FORMS_OF_ATTACK & set(clause.acts)))
    if vague:
        why = f"“{clause.id}” speaks of {', '.join(clause.acts)}; the reports do not say what was done."
        return Answer(holds=None, why=why, missing=("what was done",))
    return Answer(holds=False, why=f"“{clause.id}” does not speak of {act.value}.")


def _by(clause: Clause, actor: Standing) -> Answer:
    if clause.prevents:
        if ANYONE in clause.prevents:
            return Answer(holds=True, why=f"“{clause.id}” is to prevent it, whoever does it.")
        return _among(clause.prevents, actor, f"“{clause.id}” is to prevent acts of")
    if not clause.by:
        return Answer(holds=True, why=f"“{clause.id}” speaks to every side.")
    return _among(clause.by, actor, f"“{clause.id}” speaks to")


def _against(clause: Clause, deed: Deed, sides: Sequence[str]) -> Answer:
    """Tell whether CLAUSE speaks of the target; a group protected by its acceptance must have accepted."""
    if not clause.against:
        return Answer(holds=True, why=f"“{clause.id}” holds whatever the target.")
    target = deed.target
    among = _facing(clause, deed, sides)
    by_side = target.may_be is not None and not target.may_be <= {EXEMPT, CIVILIANS}
    return every([among, target.bound]) if by_side and among.holds else among


def _facing(clause: Clause, deed: Deed, sides: Sequence[str]) -> Answer:
    """Tell whether the target is among those CLAUSE protects; ``opposing`` for each side the actor may be on."""
    target, says = deed.target, f"“{clause.id}” speaks of attacks on"
    if OPPOSING not in clause.against:
        return _among(clause.against, target, says, unknown=_unknown(target))
    named = [party for party in clause.against if party != OPPOSING]
    own = [side for side in sides if deed.actor.may_be is None or side in deed.actor.may_be]
    answers = [
        _among([*named, *(side for side in sides if side != each)], target, says, unknown=_unknown(target))
        for each in own or [""]
    ]
    if len({answer.holds for answer in answers}) == 1:
        return answers[0]
    why = f"“{clause.id}” speaks of attacks on the other side; {_lower(deed.actor.bound.why)}"
    return Answer(holds=None, why=why, missing=deed.actor.bound.missing or (f"on which side {deed.actor.name} was",))


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
    return f"who {target.name} were" if target.name else "whom or what it struck"


def _weapons(clause: Clause, shown: Shown) -> Answer:
    if not clause.weapons:
        return _ALWAYS
    printed = " ".join(shown.weapons).casefold()
    if any(word.casefold() in printed for word in clause.weapons):
        return Answer(holds=True, why=f"“{clause.id}” names such weapons.")
    why = f"“{clause.id}” is limited to {', '.join(clause.weapons)}."
    return Answer(holds=None, why=why, missing=("the weapon",))


def _calibre(clause: Clause, shown: Shown) -> Answer:
    """Tell whether a weapon has the calibre that CLAUSE begins at, as far as one is printed."""
    if clause.calibre_from is None:
        return _ALWAYS
    says = f"“{clause.id}” is limited to calibres from {clause.calibre_from:g} mm"
    printed = [float(each.replace(",", ".")) for each in _MILLIMETRES.findall(" ".join(shown.weapons))]
    if not printed:
        return Answer(holds=None, why=f"{says}.", missing=("the calibre of the weapon",))
    return Answer(holds=max(printed) >= clause.calibre_from, why=f"{says}; {max(printed):g} mm is named.")


def _objects(clause: Clause, deed: Deed) -> Answer:
    if not clause.objects:
        return _ALWAYS
    says = f"“{clause.id}” is limited to {', '.join(clause.objects)}"
    struck: set[str] = set(deed.shown.objects) | (
        {CIVILIANS} if deed.target.may_be == frozenset({CIVILIANS}) else set()
    )
    wanted: set[str] = set(clause.objects) | {part for each in clause.objects for part in _PARTS.get(each, ())}
    if struck & wanted:
        return Answer(holds=True, why=f"{says}.")
    if struck and not any(_PARTS.get(each, frozenset()) & wanted for each in struck):
        return Answer(holds=False, why=f"{says}, not {', '.join(sorted(struck))}.")
    return Answer(holds=None, why=f"{says}.", missing=("what kind of target it was",))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
