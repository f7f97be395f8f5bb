"""Counts by who told of them: whoever reported breaches is not who broke the truce."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_es import read as spanish
from tests.steps.extract.texts import read
from tregua.records.claim import Claim, Tally


def told(claims: list[Claim]) -> list[tuple[int, list[str], list[str]]]:
    """The count, the speakers and the accused of each tally."""
    return [
        (claim.slots.count, [link.text for link in claim.chain], [who.text for who in claim.slots.accused])
        for claim in claims
        if isinstance(claim.slots, Tally)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The observers recorded 5 alleged breaches of the truce: 3 reported by the army and 2 reported by the rebels.",
        "The observers recorded 5 alleged breaches of the truce, 3 reported by the army, 2 by the rebels.",
        "The observers recorded 5 alleged breaches, three of them registered by the army and two by the rebels.",
        "The observers recorded 5 alleged breaches. Of these, 3 were reported by the army and 2 by the rebels.",
    ],
)
def test_a_share_is_told_by_whoever_reported_it(text: str) -> None:
    assert told(read(text)[0]) == [
        (5, ["observers"], []),
        (3, ["army", "observers"], []),
        (2, ["rebels", "observers"], []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The centre recorded 9 breaches, six by the army and three by the rebels.",
        "The centre recorded 9 breaches, six committed by the army and three by the rebels.",
    ],
)
def test_a_share_by_whom_nobody_heard_is_theirs_who_committed_it(text: str) -> None:
    assert told(read(text)[0]) == [(9, ["centre"], []), (6, ["centre"], ["army"]), (3, ["centre"], ["rebels"])]


def test_a_count_reported_by_a_party_does_not_accuse_it() -> None:
    assert told(read("Nine breaches were reported by the army on Monday.")[0]) == [(9, ["army"], [])]
    assert told(read("Nine breaches were committed by the army on Monday.")[0]) == [(9, [], ["army"])]


def test_so_in_spanish() -> None:
    claims = spanish("De 9 presuntas violaciones, 5 fueron reportadas por el ELN y 4 por el Gobierno.")
    assert told(claims) == [(9, [], []), (5, ["ELN"], []), (4, ["Gobierno"], [])]


def test_breaches_belong_to_whom_a_clause_about_them_follows() -> None:
    claims, _ = read("The centre blamed the rebels, whose breaches of the truce numbered 12.")
    assert told(claims) == [(12, ["centre"], ["rebels"])]
