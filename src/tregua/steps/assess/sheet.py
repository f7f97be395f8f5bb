"""A finding as a line of JSON, with gaps for what is the incident's own: most incidents get one of few findings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from tregua.terms.verdict import Verdict

__all__ = ["ACTOR", "CLAIMS", "INCIDENT", "PLACE", "TARGET", "WHEN", "Sheet", "sheet_of"]

INCIDENT, CLAIMS, WHEN, PLACE, ACTOR, TARGET = (chr(0xE000 + at) for at in range(6))
"""Private characters that stand for the incident's id, its claims, when and where it was, who did it and to whom."""

_GAPS = re.compile(f"([{INCIDENT}-{TARGET}])")
_QUOTED = str.maketrans(dict.fromkeys((INCIDENT, CLAIMS, WHEN, PLACE, ACTOR, TARGET), " "))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finding with gaps.

    Attributes:
        parts: text and gaps by turns, text first.
        beyond: whether the terms do not reach it by time or area.
        ruling: the finding.
    """

    parts: tuple[str, ...]
    beyond: bool
    ruling: str

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the line with VALUES, each escaped for JSON, in its gaps."""
        parts = list(self.parts)
        for at in range(1, len(parts), 2):
            parts[at] = values[parts[at]]
        return "".join(parts)


def escaped(text: str) -> str:
    """Return TEXT as it stands between the quotation marks of JSON, without the characters that mark gaps."""
    return json.dumps(text.translate(_QUOTED), ensure_ascii=False)[1:-1]


def sheet_of(truce: str, verdict: Verdict) -> Sheet:
    """Return the finding that VERDICT makes under TRUCE, as a line with gaps."""
    line: dict[str, Any] = {
        "incident": INCIDENT,
        "truce": truce,
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
                "clause": each.clause.partition(", ")[0] if each.name != "actor" else "",
                "claims": CLAIMS,
            }
            for each in verdict.conditions
        ],
    }
    text = json.dumps(line, ensure_ascii=False).replace(f'"{INCIDENT}"', INCIDENT).replace(f'"{CLAIMS}"', CLAIMS)
    return Sheet(tuple(_GAPS.split(f"{text}\n")), verdict.reach in {"time", "area"}, verdict.ruling.value)


def claims_of(value: object) -> str:
    """Return the ids of claims in VALUE, a list of them or of objects that have one, as JSON."""
    listed: Sequence[object] = value if isinstance(value, list) else []
    ids = [each.get("id") if isinstance(each, dict) else each for each in listed]
    told = [encode_basestring(each) if isinstance(each, str) else str(each) for each in ids if type(each) in {str, int}]
    return f"[{', '.join(told)}]"
