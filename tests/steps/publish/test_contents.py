from __future__ import annotations

from dataclasses import replace

from tests.steps.publish.sample import WEEK, sample_book
from tregua.steps.publish.contents import compose

BOOK = sample_book()


def test_a_report_lists_the_documents_that_it_rests_on() -> None:
    listed = {line.id for line in compose(BOOK, WEEK).reports}
    assert listed
    assert listed <= {document.id for document in BOOK.documents}


def test_a_document_that_is_not_at_hand_is_not_listed_and_what_it_says_stays() -> None:
    gone = BOOK.claims[0].document
    book = replace(BOOK, documents=tuple(document for document in BOOK.documents if document.id != gone))
    made = compose(book, WEEK)
    assert gone not in {line.id for line in made.reports}
    assert len(made.incidents) == len(compose(BOOK, WEEK).incidents)
