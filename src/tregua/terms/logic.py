"""Answers with three values, and the reasons they rest on.

Kleene's strong logic: ``None`` means that the facts, or the text itself, do not decide. A conjunction with one
``False`` is ``False`` whatever is unknown beside it, so a finding never asks for a fact that could not change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

__all__ = ["Answer", "every", "negate", "some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One three-valued answer.

    Attributes:
        holds: True, False, or None when nothing decides it.
        why: the reason, in a sentence.
        missing: the facts that would decide it; empty unless ``holds`` is None.
    """

    holds: bool | None
    why: str
    missing: tuple[str, ...] = ()


def every(answers: Sequence[Answer]) -> Answer:
    """Return whether all of ANSWERS hold: one False decides, else one None leaves it open; none at all is True."""
    return _join(answers, decisive=False)


def some(answers: Sequence[Answer]) -> Answer:
    """Return whether any of ANSWERS holds: one True decides, else one None leaves it open; none at all is False."""
    return _join(answers, decisive=True)


def negate(answer: Answer) -> Answer:
    """Return the opposite of ANSWER, for the same reason."""
    return replace(answer, holds=None if answer.holds is None else not answer.holds)


def _join(answers: Sequence[Answer], *, decisive: bool) -> Answer:
    if len(answers) == 1:
        return answers[0]
    deciding = [answer for answer in answers if answer.holds is decisive]
    if deciding:
        return Answer(holds=decisive, why=_sentences(deciding))
    unknown = [answer for answer in answers if answer.holds is None]
    if unknown:
        missing = dict.fromkeys(fact for answer in unknown for fact in answer.missing)
        return Answer(holds=None, why=_sentences(unknown), missing=tuple(missing))
    return Answer(holds=not decisive, why=_sentences(answers))


def _sentences(answers: Iterable[Answer]) -> str:
    """Return the distinct reasons of ANSWERS one after the other."""
    return " ".join(dict.fromkeys(answer.why for answer in answers if answer.why))
