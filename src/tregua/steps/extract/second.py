"""A second reader's proposals beside the grammar's claims: each enters, is found to agree, or is a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tregua.errors import Problem
from tregua.ports import Annotation
from tregua.records.claim import Claim
from tregua.steps.extract.agreement import REJECTED, join
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.proposals import MOST_PROPOSALS, read_answer, read_proposal
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading
from tregua.steps.extract.vetting import Unfounded, vet

__all__ = ["off_topic", "take_proposals"]

_LONGEST_QUOTE = 160


def take_proposals(
    claims: Sequence[Claim],
    annotation: Annotation,
    reading: Reading,
    attribution: Attribution,
    make: Callable[[Draft], Claim],
) -> tuple[list[Claim], list[Problem]]:
    """Return CLAIMS and what ANNOTATION proposes that READING bears out, and a problem for each that it does not."""
    items = read_answer(annotation.answer)
    if isinstance(items, str):
        message = f"the answer of {annotation.annotator} cannot be used: {items}"
        return list(claims), [Problem(where="", message=message, severity="warning", step="annotate")]
    proposed: list[Claim] = []
    problems = list(_overflow(items, annotation.annotator))
    for item in items[:MOST_PROPOSALS]:
        draft = _draft(item, annotation.annotator, reading, attribution)
        if isinstance(draft, Draft):
            proposed.append(make(draft))
        else:
            problems.append(_rejected(item, draft, annotation.annotator))
    return join(claims, proposed, annotation.annotator), problems


def off_topic(annotation: Annotation) -> list[Problem]:
    """Return the problem that what ANNOTATION proposes does not enter: the text is not about armed conflict."""
    items = read_answer(annotation.answer)
    if isinstance(items, str) or not items:
        return []
    said = f"{annotation.annotator} proposes {len(items)} claims of a text that is not about armed conflict"
    return [Problem(where="", message=f"{said}; none entered", severity="note", step="annotate")]


def _draft(item: object, annotator: str, reading: Reading, attribution: Attribution) -> Draft | str:
    proposal = read_proposal(item)
    if isinstance(proposal, str):
        return proposal
    try:
        return vet(proposal, annotator, reading, attribution)
    except Unfounded as error:
        return str(error)


def _overflow(items: Sequence[object], annotator: str) -> Iterator[Problem]:
    if len(items) > MOST_PROPOSALS:
        message = f"{annotator} proposes {len(items)} claims; only the first {MOST_PROPOSALS} were looked at"
        yield Problem(where="", message=message, severity="warning", step="annotate")


def _rejected(item: object, reason: str, annotator: str) -> Problem:
    quote = item.get("quote") if isinstance(item, dict) else None
    words = " ".join(quote.split()) if isinstance(quote, str) else ""
    shown = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    said = f"a claim that {annotator} proposed did not enter: {reason}" + (f"; its quote: “{shown}”" if shown else "")
    return Problem(where="", message=said, severity="note", step=REJECTED)
