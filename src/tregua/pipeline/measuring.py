"""What is inferred from the records of a case: made when it is asked for, and kept nowhere.

Derived rows are the same on every machine. An interval comes from libraries that a machine may lack, or have in
another version; so none is in the ledger, and nothing that is hangs on one.
"""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from tregua.pipeline.sentence import LATER, Setup
from tregua.steps.measure import Observed, estimate
from tregua.steps.publish.book import Book
from tregua.terms.truce import Truce
from tregua.terms.windows import known_layers

__all__ = ["estimated"]


def estimated(setup: Setup, book: Book) -> Book:
    """Return BOOK, derived from SETUP, with its estimates."""
    observed = Observed(
        incidents=book.incidents,
        findings=book.findings,
        testimonies=book.testimonies,
        documents=book.documents,
        truces=tuple(known for truce in setup.truces if (known := _known(truce, book))),
        zone=ZoneInfo(book.zone),
        find=setup.registries.actors.get,
        places=book.places,
        sources=book.sources,
    )
    return replace(book, estimates=tuple(estimate(observed, setup.statistics)))


def _known(truce: Truce, book: Book) -> Truce | None:
    """Return TRUCE as it was known when BOOK was made, None where nothing of it was."""
    layers = known_layers(truce, book.as_of or LATER)
    return truce.model_copy(update={"layers": layers}) if layers else None
