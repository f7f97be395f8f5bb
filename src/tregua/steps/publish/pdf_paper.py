"""What of a report fits on paper, and its words that lead somewhere: a link is made only to what the PDF holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tregua.records.finding import Ruling
from tregua.steps.publish.accounts import foremost
from tregua.steps.publish.contents import Contents
from tregua.steps.publish.naming import Names
from tregua.steps.publish.sentences import Reference, Sentence, few

__all__ = ["MOST_ROWS", "Data", "Paper", "plain", "shortened"]

MOST_ROWS = 400
"""Rows of an annex; what is left out is counted, and stands in the exported tables."""
_MOST_CASES = 25
_IN_FULL = {Ruling.BREACH.value, Ruling.CONTESTED.value}

Data = dict[str, Any]
"""What the template reads; JSON."""


class Paper:
    """The part of a report's contents that is printed.

    Attributes:
        contents: all of them.
        names: of its sides and sources.
        cases: the incidents told in full, which are ruled a breach or contested, by time.
        dated: the incidents of the period that have a row.
        loose: those beside it that have one.
        left: how many incidents have none.
    """

    def __init__(self, contents: Contents) -> None:
        """Choose from CONTENTS."""
        self.contents, self.names = contents, Names(contents.book)
        every = (*contents.incidents, *contents.across, *contents.undated)
        self.ruled = [item for item in every if item.ruling in _IN_FULL]
        self.cases = self.ruled[:_MOST_CASES]
        self.dated = foremost(contents.incidents, MOST_ROWS)
        self.loose = foremost((*contents.across, *contents.undated), MOST_ROWS)
        self.left = len(every) - len(self.dated) - len(self.loose)
        self._anchors: Collection[str] = {
            "conflicts",
            *(item.id for item in (*self.cases, *self.dated, *self.loose)),
            *(item.id for item in contents.counts[:MOST_ROWS]),
            *(item.id for item in contents.reports[:MOST_ROWS]),
            *(ledger.id for ledger in contents.facing.ledgers),
            *(claim.id for item in self.cases for claim in item.claims if contents.owners[claim.id] == item.id),
        }

    def sentence(self, parts: Sentence) -> list[Data]:
        """Return PARTS as data: words, and where they lead."""
        return [plain(part) if isinstance(part, str) else self.part(part) for part in parts]

    def part(self, part: Reference) -> Data:
        """Return one reference as data."""
        return {"text": part.text, "to": self.to(part.anchor)}

    def to(self, anchor: str) -> str:
        """Return ANCHOR where the PDF holds it, else ""."""
        return anchor if anchor in self._anchors else ""


def plain(text: str) -> Data:
    """Return TEXT as data, leading nowhere."""
    return {"text": text, "to": None}


def shortened(said: Sentence) -> Sentence:
    """Return SAID with its first records alone, and how many more there are: paper does not fold."""
    references = [part for part in said if not isinstance(part, str)]
    first = next((at for at, part in enumerate(said) if not isinstance(part, str)), len(said))
    return (*said[:first], *few(references)) if len(references) > 1 else said
