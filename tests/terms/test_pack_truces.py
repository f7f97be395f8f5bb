from __future__ import annotations

import pytest

from tregua.terms.cases import load_cases, run_cases
from tregua.terms.load import load_truce, pack_truce, pack_truces


@pytest.mark.parametrize("truce_id", pack_truces())
def test_every_truce_that_ships_reads_and_rules_its_own_cases_as_they_say(truce_id: str) -> None:
    truce, problems = load_truce(*pack_truce(truce_id))
    assert problems == ()
    assert truce is not None
    assert truce.id == truce_id
    text, where = pack_truce(truce_id, "cases.yaml")
    book, problems = load_cases(text, where)
    assert problems == ()
    assert book is not None
    assert len(book.cases) >= 20
    assert [str(problem) for problem in run_cases(truce, book, where)] == []
