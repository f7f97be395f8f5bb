"""What the clauses say of one deed, and of several taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from tregua.records.finding import Condition, Ruling
from tregua.terms.clauses import Deed, Tried, try_clause
from tregua.terms.logic import Answer, some
from tregua.terms.truce import Clause, Truce

__all__ = ["Verdict", "gravest", "judge"]

T = TypeVar("T")
_ORDER = (Ruling.BREACH, Ruling.UNDETERMINED, Ruling.PERMITTED, Ruling.OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the terms say.

    Attributes:
        ruling: the answer; never ``contested``.
        reach: for ``outside``, by what.
        term: id of the deciding clause, exemption, layer or area; "" when none decides.
        citation: where it stands, written out.
        reason: one sentence or two.
        conditions: every condition tried, in order.
        missing: the facts that would decide, when undetermined.
        clauses: ids of the clauses that decide, or that may.
        contradictions: clauses that contradict each other without a rank, one sentence each, both cited.
    """

    ruling: Ruling
    reach: Literal["", "time", "area", "party", "act"] = ""
    term: str = ""
    citation: str = ""
    reason: str
    conditions: tuple[Condition, ...] = ()
    missing: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


def gravest(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict on a deed of several actors or targets: one breach is a breach, whatever stands beside it."""
    first = min(verdicts, key=lambda verdict: _ORDER.index(verdict.ruling))
    same = [verdict for verdict in verdicts if verdict.ruling is first.ruling]
    return replace(
        first,
        conditions=_distinct(condition for verdict in verdicts for condition in verdict.conditions),
        missing=_distinct(fact for verdict in same for fact in verdict.missing),
        clauses=_distinct(clause for verdict in same for clause in verdict.clauses),
        contradictions=_distinct(words for verdict in verdicts for words in verdict.contradictions),
    )


def judge(truce: Truce, deed: Deed, clauses: Sequence[Clause] | None = None) -> Verdict:
    """Return what the clauses of TRUCE say of DEED, which lies in their time and area.

    Args:
        truce: the truce.
        deed: the deed.
        clauses: those of its clauses that were known; None for all.
    """
    actor, known = deed.actor, truce.clauses if clauses is None else clauses
    held = (_condition(truce, "actor", actor.bound, "", actor.cite),)
    sides = [side.id for side in truce.sides]
    reaching = known if actor.bound.holds is not False else [clause for clause in known if clause.prevents]
    tried = [try_clause(clause, deed, sides) for clause in reaching]
    conditions = (*held, *_conditions(truce, tried))
    live = _not_outranked(truce, [each for each in tried if each.applies.holds is not False])
    forbidding = [each for each in live if each.clause.rule != "permits"]
    allowing = [each for each in live if each.clause.rule == "permits"]
    forbidden, allowed = some([each.applies for each in forbidding]), some([each.applies for each in allowing])
    if not live and actor.bound.holds is False:
        term = actor.exemption.id if actor.exemption else ""
        return _outside(truce, "party", term, actor.cite, actor.bound.why, held)
    if not live:
        return _unreached(truce, deed, tried, conditions)
    if forbidden.holds and allowed.holds:
        return _contradicted(truce, _sure(forbidding), _sure(allowing), conditions)
    if forbidden.holds and not allowing:
        return _settle(truce, deed, Ruling.BREACH, _sure(forbidding), conditions)
    if allowed.holds and not forbidding:
        return _settle(truce, deed, Ruling.PERMITTED, _sure(allowing), conditions)
    return _open(truce, deed, forbidding, allowing, conditions)


def _not_outranked(truce: Truce, tried: Sequence[Tried]) -> list[Tried]:
    """Return those of TRIED that no clause which surely applies goes before; a defence that is shown goes first."""
    sure = {each.clause.id for each in tried if each.applies.holds}
    giving_way = {rank.then for rank in truce.rank if rank.first in sure}
    if any(each.clause.defence for each in tried if each.applies.holds):
        giving_way |= {each.clause.id for each in tried if each.clause.rule != "permits"}
    return [each for each in tried if each.clause.id not in giving_way]


def _sure(tried: Sequence[Tried]) -> Clause:
    return next(each.clause for each in tried if each.applies.holds)


def _contradicted(truce: Truce, one: Clause, other: Clause, conditions: tuple[Condition, ...]) -> Verdict:
    words = (
        f"“{one.id}” ({truce.citation(one.cite)}) {one.rule} what “{other.id}” ({truce.citation(other.cite)}) "
        f"{other.rule}, and no rank stands between them"
    )
    return Verdict(
        ruling=Ruling.UNDETERMINED,
        reason=f"Two clauses contradict each other: {words}.",
        conditions=conditions,
        missing=(f"which goes first, “{one.id}” or “{other.id}”",),
        clauses=(one.id, other.id),
        contradictions=(words,),
    )


def _settle(truce: Truce, deed: Deed, ruling: Ruling, clause: Clause, conditions: tuple[Condition, ...]) -> Verdict:
    """Return RULING by CLAUSE, or what is missing when the actor's being bound is open."""
    done = f"{deed.actor.name or 'somebody'}: {deed.act.value}" + (
        f" against {deed.target.name}" if deed.target.name else ""
    )
    cite = truce.citation(clause.cite)
    if deed.actor.bound.holds is None and not clause.prevents:
        what = "a breach of" if ruling is Ruling.BREACH else "permitted by"
        return Verdict(
            ruling=Ruling.UNDETERMINED,
            term=clause.id,
            citation=cite,
            reason=f"It is {what} “{clause.id}” if the actor was bound. {deed.actor.bound.why}",
            conditions=conditions,
            missing=deed.actor.bound.missing,
            clauses=(clause.id,),
        )
    verb = {"prohibits": "prohibits this", "obliges": "obliges otherwise", "permits": "permits this"}[clause.rule]
    if clause.prevents:
        verb = f"obliges {', '.join(clause.by) or 'every side'} to prevent this"
    reason = f"{done}. “{clause.id}” {verb}: {clause.text}"
    return Verdict(
        ruling=ruling, term=clause.id, citation=cite, reason=reason, conditions=conditions, clauses=(clause.id,)
    )


def _open(
    truce: Truce, deed: Deed, forbidding: Sequence[Tried], allowing: Sequence[Tried], conditions: tuple[Condition, ...]
) -> Verdict:
    """Say what would decide between the clauses that may apply; one that is alone is the verdict's term."""
    breaches, permissions = _plain(forbidding), _plain(allowing)
    ways = [f"a breach of {_named(breaches)}"] if breaches else []
    ways += [f"permitted by {_named(permissions)}"] if permissions else []
    ways += ["beyond the terms"] if len(ways) == 1 else []
    lead = breaches or permissions
    only = lead[0] if len(lead) == 1 else None
    bound = [] if all(each.clause.prevents for each in (*forbidding, *allowing)) else [deed.actor.bound]
    answers = [*bound, *(each.applies for each in (*forbidding, *allowing))]
    missing = _distinct(fact for answer in answers for fact in answer.missing)
    return Verdict(
        ruling=Ruling.UNDETERMINED,
        term=only.id if only else "",
        citation=truce.citation(only.cite) if only else "",
        reason=f"It may be {', or '.join(ways)}. Not known: {'; '.join(missing)}.",
        conditions=conditions,
        missing=missing,
        clauses=_distinct(each.clause.id for each in (*forbidding, *allowing)),
    )


def _plain(tried: Sequence[Tried]) -> list[Clause]:
    """Return the clauses of TRIED, without the arguable ones where others are there."""
    clauses = [each.clause for each in tried]
    return [clause for clause in clauses if not clause.arguable] or clauses


def _named(clauses: Sequence[Clause]) -> str:
    return " or ".join(f"“{clause.id}”" for clause in clauses)


def _unreached(truce: Truce, deed: Deed, tried: Sequence[Tried], conditions: tuple[Condition, ...]) -> Verdict:
    """Say that no clause speaks of the deed: none at that time or place, or none at all, and which term says so."""
    for each in tried:
        matches = all(answer.holds is not False for answer in (each.act, each.by, each.against, each.proof))
        matches = matches and not each.clause.defence
        time, area = each.held
        if matches and time.holds is False:
            return _outside(truce, "time", each.clause.id, each.clause.cite, time.why, conditions)
        if matches and area.holds is False:
            return _outside(truce, "area", each.clause.id, each.clause.cite, area.why, conditions)
    silent = next((each for each in truce.unregulated if deed.act in each.acts), None)
    if silent is not None:
        return _outside(truce, "act", "", silent.cite, silent.why, conditions)
    target = f" against {deed.target.name}" if deed.target.name else ""
    why = f"No clause speaks of {deed.act.value} by {deed.actor.name or 'an unknown actor'}{target}."
    return _outside(truce, "act", "", "", why, conditions)


def _outside(
    truce: Truce,
    reach: Literal["time", "area", "party", "act"],
    term: str,
    cite: str,
    why: str,
    conditions: tuple[Condition, ...],
) -> Verdict:
    citation = truce.citation(cite) if cite else ""
    return Verdict(ruling=Ruling.OUTSIDE, reach=reach, term=term, citation=citation, reason=why, conditions=conditions)


def _conditions(truce: Truce, tried: Sequence[Tried]) -> tuple[Condition, ...]:
    """Return what was tried of each clause that speaks of the act."""
    relevant = [each for each in tried if each.act.holds is not False]
    found = [_act_condition([each for each in tried if each.by.holds is not False] or tried)]
    for each in relevant:
        clause = each.clause
        if each.by.holds is not False and not clause.defence:
            found.append(_condition(truce, "target", each.against, clause.id, clause.cite))
        names = ("time", "area", "defence" if clause.defence else "element")
        for name, answer in zip(names, (*each.held, each.proof), strict=True):
            if answer.why and each.by.holds is not False:
                found.append(_condition(truce, name, answer, clause.id, clause.cite))
    return tuple(found)


def _act_condition(tried: Sequence[Tried]) -> Condition:
    """Return whether any clause of TRIED speaks of the act, with those that do, or may, in one sentence."""
    act = some([each.act for each in tried])
    alike = [each for each in tried if each.act.holds is act.holds]
    if act.holds is False or len(alike) < 2:  # noqa: PLR2004 - several speak, one speaks
        return Condition(name="act", holds=act.holds, why=act.why)
    why = "speak of this" if act.holds else "speak of certain acts; the reports do not say what was done"
    return Condition(name="act", holds=act.holds, why=f"{_listed(each.clause for each in alike)} {why}.")


def _listed(clauses: Iterable[Clause]) -> str:
    return ", ".join(f"“{clause.id}”" for clause in clauses)


def _condition(truce: Truce, name: str, answer: Answer, clause: str, cite: str) -> Condition:
    stands = ", ".join(part for part in (clause, truce.citation(cite) if cite else "") if part)
    return Condition(name=name, holds=answer.holds, why=answer.why, clause=stands)


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
