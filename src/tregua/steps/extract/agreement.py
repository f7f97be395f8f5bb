"""Where the grammar and an annotator agree: counted by kind of claim, and never merged in silence.

Two claims are the same when they are of one kind, their words overlap and their main slots are the same: the count of
a tally, the act and who acts of an incident, the status of a truce, and so on. Names are the same when all words of
the one are among those of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tregua.errors import Problem
from tregua.records.claim import (
    Adherence,
    Aid,
    Blame,
    Claim,
    Happening,
    Mention,
    PlaceMention,
    Relation,
    Tally,
    TruceWord,
)
from tregua.steps.extract.vetting import PROPOSED, nested

__all__ = ["AGREED", "REJECTED", "Agreement", "Counts", "compare", "join"]

AGREED = "agreed"
"""The mark of a claim of the grammar's that an annotator proposed too."""
REJECTED = "propose"
"""The step named by the problem that each rejected proposal leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Claims of one kind.

    Attributes:
        both: found by the grammar and proposed too.
        grammar: found by the grammar alone.
        proposer: proposed, borne out by the text, and not found by the grammar.
    """

    both: int
    grammar: int
    proposer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far grammar and annotator agree.

    Attributes:
        documents: documents that the annotator answered about.
        kinds: by kind of claim.
        rejected: for each proposal that the text did not bear out, the document and the reason.
    """

    documents: int
    kinds: Mapping[str, Counts]
    rejected: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as a value for JSON."""
        kinds = {
            kind: {"both": each.both, "only_grammar": each.grammar, "only_proposer": each.proposer}
            for kind, each in self.kinds.items()
        }
        reasons = list(self.rejected)
        return {"documents": self.documents, "kinds": kinds, "rejected": len(reasons), "reasons": reasons}


def compare(documents: int, claims: Iterable[Claim], problems: Iterable[Problem]) -> Agreement:
    """Return the agreement over DOCUMENTS that an annotator answered about, with their CLAIMS and PROBLEMS."""
    taken = [(claim.kind, claim.marks) for claim in claims]
    kinds = {kind: _counts([marks for each, marks in taken if each == kind]) for kind in sorted({k for k, _ in taken})}
    rejected = tuple(str(problem) for problem in problems if problem.step == REJECTED)
    return Agreement(documents=documents, kinds=kinds, rejected=rejected)


def _counts(marks: Sequence[tuple[str, ...]]) -> Counts:
    both = sum(AGREED in each for each in marks)
    proposed = sum(PROPOSED in each for each in marks)
    return Counts(both=both, grammar=len(marks) - both - proposed, proposer=proposed)


def join(claims: Sequence[Claim], proposed: Sequence[Claim], annotator: str) -> list[Claim]:
    """Return CLAIMS of the grammar's and those of PROPOSED by ANNOTATOR that are new, agreement and doubt written in.

    A claim of the grammar's that was proposed too is marked; it stays as the grammar read it. One that is proposed
    over the words of another says which, in its trace.
    """
    joined = {claim.id: claim for claim in claims}
    for one in proposed:
        over = [claim for claim in claims if claim.kind == one.kind and _overlap(claim, one)]
        same = [claim for claim in over if _SAME[type(one.slots)](claim.slots, one.slots)]
        for claim in same:
            joined[claim.id] = _agreed(joined[claim.id], annotator)
        if not same:
            doubts = tuple(f"the grammar reads these words otherwise: {claim.id}" for claim in over)
            joined.setdefault(one.id, replace(one, trace=(*one.trace, *doubts)))
    return list(joined.values())


def _overlap(one: Claim, other: Claim) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _agreed(claim: Claim, annotator: str) -> Claim:
    line = f"proposed too by {annotator}"
    trace = claim.trace if line in claim.trace else (*claim.trace, line)
    return replace(claim, marks=tuple(sorted({*claim.marks, AGREED})), trace=trace)


def _names_same(ours: Sequence[Mention | PlaceMention], theirs: Sequence[Mention | PlaceMention]) -> bool:
    if not ours or not theirs:
        return not ours and not theirs
    return all(any(nested(one.text, other.text) for other in theirs) for one in ours) and all(
        any(nested(one.text, other.text) for one in ours) for other in theirs
    )


def _tallies(ours: Tally, theirs: Tally) -> bool:
    return (ours.count, ours.ordinal) == (theirs.count, theirs.ordinal) and _names_same(ours.accused, theirs.accused)


def _incidents(ours: Happening, theirs: Happening) -> bool:
    return ours.act == theirs.act and _names_same(ours.actors, theirs.actors)


def _truces(ours: TruceWord, theirs: TruceWord) -> bool:
    return ours.status == theirs.status


def _blames(ours: Blame, theirs: Blame) -> bool:
    return _names_same(ours.blamers, theirs.blamers) and _names_same(ours.accused, theirs.accused)


def _relations(ours: Relation, theirs: Relation) -> bool:
    ends = _names_same(ours.source, theirs.source) and _names_same(ours.target, theirs.target)
    return ends and ours.type == theirs.type


def _aids(ours: Aid, theirs: Aid) -> bool:
    return ours.status == theirs.status


def _adherences(ours: Adherence, theirs: Adherence) -> bool:
    return (ours.who, ours.status, ours.count) == (theirs.who, theirs.status, theirs.count)


_SAME: Mapping[type, Callable[[Any, Any], bool]] = {
    Tally: _tallies,
    Happening: _incidents,
    TruceWord: _truces,
    Blame: _blames,
    Relation: _relations,
    Aid: _aids,
    Adherence: _adherences,
}
