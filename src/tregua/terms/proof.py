"""Whether the facts show what a clause needs beside the act: its elements, or that it was an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tregua.terms.logic import Answer
from tregua.terms.rules import Clause, Element, Showing, TargetKind
from tregua.vocabulary.acts import Act, Conduct

__all__ = ["DEFENDING", "Shown", "element", "is_claimed", "reserve"]

DEFENDING = ("self-defence", "self-defense", "self defence", "self defense", "return fire", "returned fire")
"""How the exchange format says that an act is justified as a defence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Facts of an event beside who, whom, where and when.

    Attributes:
        weapons: as printed.
        objects: kinds of target.
        answers: whether it answered an earlier act; None when nobody says.
        answers_to: what it answered, in words; "" when not said.
        justification: how it is justified, in words; "" when not said.
        reply: whether it was an answer to another event that is told, where it is said which; else None.
    """

    weapons: tuple[str, ...] = ()
    objects: tuple[TargetKind, ...] = ()
    answers: bool | None = None
    answers_to: str = ""
    justification: str = ""
    reply: Answer | None = None


def element(clause: Clause, wanted: Element, act: Act | Conduct, shown: Shown) -> Answer:
    """Tell whether ACT, with what is SHOWN, has the element WANTED by CLAUSE.

    A fact that nobody tells decides nothing, so that telling less never turns one answer into the other.
    """
    says = f"“{clause.id}” needs that it was {wanted.fact}"
    showing = _any([_shows(each, act, shown) for each in wanted.shown_by])
    contrary = _any([_shows(each, act, shown) for each in wanted.refuted_by])
    if showing:
        return Answer(holds=True, why=f"{says}; the facts show it.")
    if showing is False and contrary:
        return Answer(holds=False, why=f"{says}; the facts show the contrary.")
    if showing is False and contrary is False and wanted.presumed is not None:
        words = "is presumed" if wanted.presumed else "is not, unless shown"
        return Answer(holds=wanted.presumed, why=f"{says}; it {words}.")
    return Answer(holds=None, why=f"{says}.", missing=(f"whether it was {wanted.fact}",))


def reserve(clause: Clause, shown: Shown) -> Answer:
    """Tell whether what is SHOWN is the answer to an attack that CLAUSE reserves."""
    if shown.reply is not None:
        return replace(shown.reply, why=f"“{clause.id}” reserves an answer; {shown.reply.why}")
    if shown.answers is not None:
        words = "it answered an earlier act" if shown.answers else "it answered nothing"
        return Answer(holds=shown.answers, why=f"“{clause.id}” reserves an answer; {words}.")
    why = f"“{clause.id}” reserves an answer; what it answered is not said."
    return Answer(holds=None, why=why, missing=("which attack it answered",))


def is_claimed(shown: Shown) -> bool:
    """Tell whether anything SHOWN speaks for a defence at all."""
    if shown.reply is not None and shown.reply.holds is None:
        return True
    return bool(shown.answers or _holds(DEFENDING, [shown.justification]))


def _shows(showing: Showing, act: Act | Conduct, shown: Shown) -> bool | None:
    """Tell whether ACT and what is SHOWN have all that SHOWING asks for; None when a fact of it is not told."""
    tried = (
        (showing.acts, None if act == Conduct.OTHER else act in showing.acts),
        (showing.weapons, _holds(showing.weapons, shown.weapons)),
        (showing.objects, None if not shown.objects else not set(showing.objects).isdisjoint(shown.objects)),
        (showing.answers is not None, None if shown.answers is None else showing.answers is shown.answers),
        (showing.answers_to, _holds(showing.answers_to, [shown.answers_to])),
        (showing.justifications, _holds(showing.justifications, [shown.justification])),
    )
    there = [answer for asked, answer in tried if asked]
    return False if False in there else None if None in there else True


def _any(answers: Sequence[bool | None]) -> bool | None:
    return True if True in answers else None if None in answers else False


def _holds(wanted: Sequence[str], printed: Iterable[str]) -> bool | None:
    text = " ".join(printed).casefold()
    return any(word.casefold() in text for word in wanted) if text else None
