"""One shape for every estimate: a question that is answered with an interval, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tregua.errors import TreguaError
from tregua.records.indicator import Estimate, indicator_id

__all__ = ["LEVEL", "Answer", "Question", "plural"]

LEVEL = 0.95
"""The probability with which an interval is to hold what it is about."""
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question is answered with.

    Attributes:
        value: the figure, None where only bounds are known.
        low: lower end, None when nothing limits it.
        high: upper end, likewise.
        notes: the counts behind it, and warnings.
    """

    value: float | None
    low: float | None
    high: float | None
    notes: tuple[str, ...] = ()

    def warnings(self) -> list[str]:
        """Return those of its notes that warn."""
        return [note for note in self.notes if note.startswith("warning:")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: :class:`Estimate` says what the fields are."""

    name: str
    key: str
    unit: str
    definition: str
    method: str = ""

    def ask(self, records: Iterable[str], compute: Callable[[], Answer | str]) -> Estimate:
        """Return what COMPUTE finds from RECORDS: an answer, or the reason why there is none.

        A library that is not installed, or a model that does not settle, is a reason too.
        """
        try:
            found = compute()
        except TreguaError as error:
            found = str(error)
        refused = found if isinstance(found, str) else ""
        answer = Answer(value=None, low=None, high=None) if isinstance(found, str) else found
        return Estimate(
            id=indicator_id(self.name, self.key),
            name=self.name,
            key=self.key,
            value=_rounded(answer.value),
            low=_rounded(answer.low),
            high=_rounded(answer.high),
            unit=self.unit,
            definition=self.definition,
            method=self.method,
            records=tuple(records),
            notes=answer.notes,
            refused=refused,
        )


def plural(number: int, noun: str) -> str:
    """Return NUMBER with NOUN in its number."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _rounded(number: float | None) -> float | None:
    """Return NUMBER to three digits, whole ones as they are: more would say more than the data do."""
    if number is None or float(number).is_integer():
        return number
    return float(f"{number:.{_DIGITS}g}")
