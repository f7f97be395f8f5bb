"""A person says when a document was published, and by whom."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from tests.steps.read.test_read_documents import _Sources

from tregua.records.document import Document, Published
from tregua.records.judgement import Decision, Judgement
from tregua.steps.read import correct_documents
from tregua.vocabulary.stances import Basis

_ZONE = ZoneInfo("Asia/Damascus")
_DAY = dt.datetime(2016, 5, 6, tzinfo=_ZONE)
_READ = Document(id="d-1", evidence="e", text="words", publisher="?",
                 published=Published(at=_DAY, day_only=True, basis=Basis.INFERRED, source="dateline"))  # fmt: skip


def _judged(slot: str, value: str, subject: str = "d-1", decision: Decision = Decision.CORRECT) -> Judgement:
    return Judgement(decision=decision, subjects=(subject,), slot=slot, value=value, why="seen", who="rp", when=_DAY)


def _after(*judgements: Judgement) -> tuple[Document, list[str]]:
    keyed = [(f"j-{number}", judgement) for number, judgement in enumerate(judgements, 1)]
    (document,), problems = correct_documents([_READ], keyed, _Sources(), _ZONE)
    return document, [problem.message for problem in problems]


def test_the_day_is_the_one_a_person_gives_and_says_by_which_judgement() -> None:
    document, problems = _after(_judged("published", "2016-05-04"), _judged("published", "2016-05-05T09:30"))
    at = dt.datetime(2016, 5, 5, 9, 30, tzinfo=_ZONE)
    assert document.published == Published(at=at, day_only=False, basis=Basis.STATED, source="j-2")
    assert problems == []
    assert _after(_judged("published", "2016-05-05T09:30Z"))[0].published == Published(
        at=dt.datetime(2016, 5, 5, 9, 30, tzinfo=dt.UTC), day_only=False, basis=Basis.STATED, source="j-1"
    )
    assert _after(_judged("published", "unknown"))[0].published is None


@pytest.mark.parametrize(
    ("value", "name"), [("the Syrian Arab News Agency", "SANA"), ("A blog", "A blog"), ("unknown", "")]
)
def test_the_publisher_has_its_name_in_the_registry(value: str, name: str) -> None:
    assert _after(_judged("publisher", value))[0].publisher == name


def test_what_cannot_be_corrected_is_told_and_changes_nothing() -> None:
    document, problems = _after(_judged("published", "05/06/16"), _judged("publishd", "2016-05-05"))
    assert document == _READ
    assert problems == [
        "published needs a day such as 2016-05-06 or 'unknown', not '05/06/16'",
        "a document has no slot 'publishd'; did you mean 'published'?",
    ]


def test_judgements_on_other_records_are_not_its_own() -> None:
    assert _after(_judged("place", "Homs", "c-1"), _judged("", "", decision=Decision.DROP)) == (_READ, [])
