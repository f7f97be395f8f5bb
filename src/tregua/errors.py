"""What can go wrong, in two shapes.

A *problem with the data* is a value: :class:`Problem`. It says where, what and what to do, it is kept beside
the results, and the rest of the data goes on. A *mistake in what was asked* raises an error of this tree::

    TreguaError                     exit 1
    ├── CaseError                   exit 3   the folder is no case, or a file in it cannot be used
    ├── LedgerError                 exit 4   the ledger is broken, altered, or of a newer version
    ├── UnknownRecordError          exit 5   no record has that id
    └── RefusedError                exit 6   a thing Tregua will not do (a private address, too large a file)

Each carries the exit code that ``tregua`` ends with; usage errors end with 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

__all__ = [
    "CaseError",
    "LedgerError",
    "Problem",
    "RefusedError",
    "Severity",
    "TreguaError",
    "UnknownRecordError",
]

Severity = Literal["error", "warning", "note"]


class TreguaError(Exception):
    """Something that was asked for cannot be done; the message says why and what to do."""

    exit_code: ClassVar[int] = 1


class CaseError(TreguaError):
    """The folder is not a case, or one of its files cannot be used."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        """Keep the located PROBLEMS that make the case unusable."""
        super().__init__(message)
        self.problems = problems


class LedgerError(TreguaError):
    """The ledger is broken, was altered, or was written by a newer version."""

    exit_code: ClassVar[int] = 4


class UnknownRecordError(TreguaError):
    """No record has that id."""

    exit_code: ClassVar[int] = 5


class RefusedError(TreguaError):
    """A thing Tregua will not do: reach a private address, keep a file over the limit."""

    exit_code: ClassVar[int] = 6


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong with one piece of data, kept as data.

    Attributes:
        where: the file, address or record id it concerns.
        line: line in that file, counted from 1, or None where lines mean nothing.
        message: what is wrong, in one plain sentence.
        hint: what a person can do about it; "" when nothing.
        severity: ``error`` (the item could not be used), ``warning`` (used, with a doubt), ``note``.
        step: the step that found it (``add``, ``read``, ``extract`` …).
    """

    where: str
    line: int | None = None
    message: str
    hint: str = ""
    severity: Severity = "error"
    step: str = ""

    def __str__(self) -> str:
        """Give ``where:line: message (hint)``, as compilers do."""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")
