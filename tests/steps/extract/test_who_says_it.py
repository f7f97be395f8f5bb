"""Who says what, and who blames whom, in the forms of raw reports."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Blame, Claim, Happening


def told(text: str) -> list[Claim]:
    return read(text)[0]


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in told(text)]


def blames(text: str) -> list[tuple[list[str], list[str]]]:
    slots = [claim.slots for claim in told(text) if isinstance(claim.slots, Blame)]
    return [([who.text for who in each.blamers], [who.text for who in each.accused]) for each in slots]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Rebels shelled Homs," Petrov wrote on Monday.', ["Petrov"]),
        ('He said: "Petrov said rebels shelled Homs."', [""]),
        ('"Rebels shelled Homs," said S N Rao, the army spokesman.', ["S N Rao"]),
        ('"Rebels shelled Homs," said J. K. Rao of the army.', ["J. K. Rao"]),
        ("Part B. Rebels shelled Homs, the army said.", ["army"]),
        ("The Arab coalition backing the lawful Yemeni government said rebels shelled Homs.", ["Arab coalition"]),
        ("TASS reported, referring to the ministry, that rebels shelled Homs.", ["ministry"]),
        ("The army said rebels shelled Homs, referring to fighters from the south.", ["army"]),
        ("Truce Broken by Both Sides, Monitors Say\n\nRebels shelled Homs at dawn.", ["Monitors"]),
        (
            "The Syrian ministry issued a statement according to which rebels shelled Homs, the Turkish army said.",
            ["Syrian ministry"],
        ),
    ],
)
def test_who_speaks(text: str, found: list[str]) -> None:
    assert origins(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mission blamed the rebels for attacking government posts.", [(["mission"], ["rebels"])]),
        (
            "The army said rebels shelled Homs. It added that the truce was broken by the Turkish armed forces.",
            [(["army"], ["Turkish armed forces"])],
        ),
        (
            "The Saudi-led coalition fighting the Houthis accuses them of shelling Homs.",
            [(["Saudi-led coalition"], ["Houthis"])],
        ),
        ("The warring parties traded accusations of breaking the truce.", [(["warring parties"], ["warring parties"])]),
        (
            "The army said rebels shelled Homs.\n\nBoth sides accused the other of breaking the truce.",
            [(["Both sides"], ["Both sides"])],
        ),
        (
            "The army denied reports from the monitors that it shelled Homs, shifting the blame on the rebels.",
            [(["army"], ["rebels"])],
        ),
        (
            'A commander told Reuters that "militia fighters" had broken the truce.',
            [(["commander"], ["militia fighters"])],
        ),
        (
            "The Sudanese army said rebels shelled Homs. The army blamed the rebels for the fire.",
            [(["Sudanese army"], ["rebels"])],
        ),
    ],
)
def test_who_blames_whom(text: str, found: list[tuple[list[str], list[str]]]) -> None:
    assert blames(text) == found


def test_a_group_does_not_deny_what_it_says_itself() -> None:
    claims = told(
        "The Moro Islamic Liberation Front (MILF) accused militias of attacking its post.\n\n"
        "The militias said their men saw rebels near the post, a claim the MILF denied."
    )
    act = next(claim for claim in claims if isinstance(claim.slots, Happening))
    assert act.chain[0].text == "Moro Islamic Liberation Front (MILF)"
    assert act.denied_by is None


def test_who_answers_a_claim_asserts_the_blame_he_lays() -> None:
    claims = told("The army denied reports from the monitors that it shelled Homs, shifting the blame on the rebels.")
    blame = next(claim for claim in claims if isinstance(claim.slots, Blame))
    assert [link.text for link in blame.chain] == ["army"]
    assert blame.stance == "asserted"
