"""Verdicts made into findings: one for each incident under each truce, versions that differ told apart."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tregua.errors import Problem
from tregua.ports import Registries
from tregua.records.claim import Claim
from tregua.records.finding import Condition, Finding, Ruling
from tregua.records.incident import Incident
from tregua.steps.assess.accounts import accounts_of, deniers_of, is_vaguer
from tregua.steps.assess.facts import Account, Known, facts_of, rests_on
from tregua.terms.evaluate import evaluate
from tregua.terms.ground import Ground
from tregua.terms.standing import Standing, standing
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict

__all__ = ["assess"]

DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One account of an incident, how those it names stand, and the verdict on it."""

    account: Account
    who: tuple[Standing, ...]
    verdict: Verdict


def assess(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    truces: Sequence[Truce],
    registries: Registries,
    as_of: dt.datetime,
) -> tuple[list[Finding], list[Problem]]:
    """Rule every incident under every truce that had been declared by AS_OF.

    Args:
        incidents: linked incidents.
        claims: the claims they rest on.
        truces: the case's truces.
        registries: its actors, places and sources.
        as_of: the moment whose knowledge of extensions counts, with its zone.

    Returns:
        One finding for each incident and truce, incidents in the order given; and a problem for each pair of
        clauses that contradict each other without a rank between them.
    """
    known = Known(
        registries=registries,
        ground=Ground(registries.places.all()),
        claims={claim.id: claim for claim in claims},
    )
    findings: list[Finding] = []
    problems: dict[Problem, None] = {}
    for incident in incidents:
        ruled = [each for truce in truces if (each := _rule(incident, truce, known, as_of))]
        problems |= dict.fromkeys(problem for _, contradictions in ruled for problem in contradictions)
        findings += _noting_ranks([finding for finding, _ in ruled], truces)
    return findings, list(problems)


def _rule(incident: Incident, truce: Truce, known: Known, as_of: dt.datetime) -> tuple[Finding, list[Problem]] | None:
    """Return the finding on INCIDENT under TRUCE; None when the truce had not been declared by AS_OF."""
    told: list[_Told] = []
    for account in accounts_of(incident):
        facts = facts_of(truce, incident, account, known)
        verdict = evaluate(truce, facts, known.registries.actors.get, known.ground, as_of)
        if verdict is None:
            return None
        who = tuple(standing(truce, party, known.registries.actors.get, None) for party in facts.actors)
        told.append(_Told(account=account, who=who, verdict=verdict))
    problems = [
        Problem(where=truce.id, message=words, hint="rank one over the other in the truce file", step="assess")
        for each in told
        for words in each.verdict.contradictions
    ]
    return _finding(incident, truce, told, known), problems


def _finding(incident: Incident, truce: Truce, told: Sequence[_Told], known: Known) -> Finding:
    """Return what all accounts together give: their one ruling, or ``contested`` and by whom."""
    denials = tuple((origin, DENIED) for origin in deniers_of(incident))
    versions = tuple((each.account.origin, each.verdict.ruling.value) for each in told if each.account.origin)
    exact = [each for each in told if not any(is_vaguer(each.who, other.who) for other in told if other is not each)]
    verdict = exact[0].verdict
    same_ruling = len({each.verdict.ruling for each in exact}) == 1
    agreed = same_ruling and len({(each.verdict.reach, each.verdict.term) for each in exact}) == 1
    says = verdict.reason if len(told) == 1 else _each_says(told)
    return Finding(
        id=_id(incident, truce),
        incident=incident.id,
        truce=truce.id,
        ruling=verdict.ruling if same_ruling else Ruling.CONTESTED,
        reach=verdict.reach if agreed else "",
        clause=verdict.term if agreed else "",
        citation=verdict.citation if agreed else "",
        reason=_with_denials(says if same_ruling else f"The accounts differ. {says}", denials),
        conditions=_conditions(incident, told, known),
        missing=tuple(dict.fromkeys(fact for each in exact for fact in each.verdict.missing)),
        by_version=(*versions, *denials),
    )


def _each_says(told: Sequence[_Told]) -> str:
    return " ".join(
        f"As {each.account.origin} tells it: {each.verdict.ruling.value}. {each.verdict.reason}" for each in told
    )


def _with_denials(reason: str, denials: Sequence[tuple[str, str]]) -> str:
    if not denials:
        return reason
    return f"{reason} Denied by {', '.join(origin for origin, _ in denials)}; this holds if it happened as told."


def _conditions(incident: Incident, told: Sequence[_Told], known: Known) -> tuple[Condition, ...]:
    """Return the conditions of every account, each with the claims its fact rests on."""
    found: dict[Condition, None] = {}
    for each in told:
        for condition in each.verdict.conditions:
            origin = each.account.origin if condition.name not in {"time", "area"} else ""
            why = f"As {origin} tells it: {condition.why}" if origin else condition.why
            claims = rests_on(condition.name, each.account, incident, known)
            found[replace(condition, why=why, claims=claims)] = None
    return tuple(found)


def _noting_ranks(findings: Sequence[Finding], truces: Sequence[Truce]) -> list[Finding]:
    """Return FINDINGS; where a local truce reaches an incident, it and the wider one say how they stand."""
    by_truce = {finding.truce: finding for finding in findings}
    noted: dict[str, Finding] = dict(by_truce)
    for truce in truces:
        for rank in truce.local_over:
            local, wider = by_truce.get(truce.id), by_truce.get(rank.over)
            if local is None or wider is None or local.ruling is Ruling.OUTSIDE:
                continue
            cite = f"{truce.id}, {truce.citation(rank.cite)}"
            over = Condition(name="rank", holds=True, why=f"It goes before {rank.over}: {rank.why}", clause=cite)
            under = Condition(name="rank", holds=False, why=f"{truce.id} goes before it: {rank.why}", clause=cite)
            noted[truce.id] = _adding(noted[truce.id], over)
            noted[rank.over] = _adding(noted[rank.over], under)
    return list(noted.values())


def _adding(finding: Finding, condition: Condition) -> Finding:
    return replace(finding, conditions=(*finding.conditions, condition))


def _id(incident: Incident, truce: Truce) -> str:
    digest = hashlib.sha256(f"{incident.id}\n{truce.id}".encode()).hexdigest()
    return f"f-{digest[:12]}"
