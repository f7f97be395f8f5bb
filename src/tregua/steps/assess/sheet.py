"""A finding as a line of JSON, with gaps for what is the incident's own: most incidents get one of few findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from tregua.records.finding import Condition
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict

__all__ = [
    "ACTOR",
    "CLAIMS",
    "INCIDENT",
    "PLACE",
    "TARGET",
    "WHEN",
    "Sheet",
    "claims_of",
    "escaped",
    "id_of",
    "sheet_of",
]

INCIDENT, CLAIMS, WHEN, PLACE, ACTOR, TARGET = (chr(0xE000 + at) for at in range(6))
"""Private characters that stand for the incident's id, its claims, when and where it was, who did it and to whom."""

_GAPS = (INCIDENT, CLAIMS, WHEN, PLACE, ACTOR, TARGET)
_QUOTED = str.maketrans(dict.fromkeys(_GAPS, " "))
_IDS = frozenset({str, int})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finding with gaps.

    Attributes:
        template: the line, in UTF-8, to be filled by ``%`` with what stands in its gaps, each by its character.
        counted: the truce and the finding.
    """

    template: bytes
    counted: tuple[str, str]


def escaped(text: str) -> bytes:
    """Return TEXT as it stands between the quotation marks of JSON, without the characters that mark gaps."""
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return text.encode()
    return json.dumps(text.translate(_QUOTED), ensure_ascii=False)[1:-1].encode()


def sheet_of(truce: Truce, verdict: Verdict, *, full: bool = True) -> Sheet:
    """Return the finding that VERDICT makes under TRUCE, as a line with gaps.

    Its trace has every condition that was tried when it is FULL, else those that the finding rests on.
    """
    line: dict[str, Any] = {
        "incident": INCIDENT,
        "truce": truce.id,
        "finding": verdict.ruling.value,
        "reach": verdict.reach,
        "reason": verdict.reason,
        "clauses": verdict.clauses,
        "term": verdict.term,
        "citation": verdict.citation,
        "missing": verdict.missing,
        "trace": [
            {
                "condition": each.name,
                "holds": each.holds,
                "why": each.why,
                "clause": _clause_of(each),
                "claims": CLAIMS,
            }
            for each in (verdict.conditions if full else _deciding(truce, verdict))
        ],
    }
    text = json.dumps(line, ensure_ascii=False).replace(f'"{INCIDENT}"', INCIDENT).replace(f'"{CLAIMS}"', CLAIMS)
    text = text.replace("%", "%%")
    for gap in _GAPS:
        text = text.replace(gap, f"%({gap})b")
    return Sheet(f"{text}\n".encode(), (truce.id, verdict.ruling.value))


def _deciding(truce: Truce, verdict: Verdict) -> Iterator[Condition]:
    """Give the conditions that VERDICT rests on.

    Those of the terms, the actor and the act are given; of those of single clauses, each answer of a kind once, from
    a clause that decides or may decide, or where none does, what kept one from it.
    """
    clauses = {clause.id for clause in truce.clauses}
    given: set[tuple[str, bool | None]] = set()
    for each in verdict.conditions:
        clause, answer = _clause_of(each), (each.name, each.holds)
        if clause not in clauses:
            yield each
        elif answer not in given and (clause in verdict.clauses if verdict.clauses else each.holds is False):
            given.add(answer)
            yield each


def _clause_of(condition: Condition) -> str:
    """Return the id of the clause, layer or area that CONDITION was tried for, "" for none."""
    return "" if condition.name == "actor" else condition.clause.partition(", ")[0]


def claims_of(listed: Sequence[object]) -> bytes:
    """Return the ids of claims in LISTED, each an id or an object that has one, as JSON."""
    try:
        ids = [encode_basestring(each) for each in listed]  # type: ignore[arg-type] # what is no text is told next
    except TypeError:
        found = [each.get("id") if isinstance(each, dict) else each for each in listed]
        ids = [id_of(each) for each in found if type(each) in _IDS]
    return f"[{', '.join(ids)}]".encode()


def id_of(value: object) -> str:
    """Return VALUE, the id of an incident or of a claim, as JSON."""
    return encode_basestring(value) if isinstance(value, str) else str(value)
