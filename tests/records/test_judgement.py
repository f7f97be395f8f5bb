from __future__ import annotations

import datetime as dt

import pytest

from tregua.records.judgement import Decision, Judgement

WHEN = dt.datetime(2016, 5, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("subjects", "why", "says"), [(("i-1",), "  ", "needs a reason"), ((), "seen on site", "at least one id")]
)
def test_a_judgement_needs_a_reason_and_a_subject(subjects: tuple[str, ...], why: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Judgement(decision=Decision.VERIFY, subjects=subjects, why=why, who="rp", when=WHEN)
