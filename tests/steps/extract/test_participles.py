"""Participles behind a comma: who says so by "denying" or "accusing" is the subject, or whom another verb names."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read


def told(text: str) -> list[tuple[str, list[str], str]]:
    """The words, the speakers and the stance of each claim."""
    return [(claim.quote, [link.text for link in claim.chain], claim.stance.value) for claim in read(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Douma, denying that it had bombed Harasta.",
        "The army said it had shelled Douma, denying it had bombed Harasta.",
        "The army said it had shelled Douma on Friday, denying it had bombed Harasta.",
        "The army said it had shelled Douma and denied that it had bombed Harasta.",
    ],
)
def test_one_act_is_told_and_the_next_one_denied(text: str) -> None:
    assert told(text) == [("shelled", ["army"], "asserted"), ("bombed", ["army"], "denied")]


@pytest.mark.parametrize("said", ["said the army", "the army said", "the army added on Monday"])
def test_who_speaks_accuses_and_not_the_place_before_the_comma(said: str) -> None:
    claims = told(f"Rebels shelled Kafraya, {said}, accusing them of 3 breaches.")
    assert claims == [("shelled", ["army"], "asserted"), ("3 breaches", ["army"], "asserted")]


def test_a_participle_at_the_head_of_its_clause_stays_with_whom_it_follows() -> None:
    (claim,) = read("The army, denying that it had bombed Harasta, spoke of lies.")[0]
    assert [link.text for link in claim.chain] == ["army"]
