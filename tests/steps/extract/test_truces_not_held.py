"""A truce that is said not to hold or not to be respected is told as broken."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import told
from tregua.records.claim import Blame, TruceWord

BROKEN = [
    ("en", "There was fighting. The truce is not being respected."),
    ("en", "There was fighting. The truce did not hold."),
    ("en", "There was fighting. The truce is not holding, residents said."),
    ("fr", "Des combats ont eu lieu. La trêve n'est pas respectée."),
    ("fr", "La trêve ne tient plus, des combats ont repris."),
    ("es", "Hubo combates. El alto el fuego no se ha respetado."),
    ("pt", "Houve combates. A trégua não é respeitada."),
    ("ru", "Идут бои. Режим прекращения огня в Донбассе не соблюдается."),
    ("uk", "Тривають бої. Перемир'я не дотримується."),
    ("ar", "اندلعت اشتباكات. لم تصمد الهدنة طويلا."),
]


def statuses(language: str, text: str) -> list[str]:
    return [claim.slots.status.value for claim in told(language, text) if isinstance(claim.slots, TruceWord)]


@pytest.mark.parametrize(("language", "text"), BROKEN)
def test_a_truce_that_does_not_hold_is_broken(language: str, text: str) -> None:
    assert statuses(language, text) == ["violated"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There was fighting. If the truce does not hold, the talks will fail."),
        ("en", "There was fighting. The army does not hold the town."),
        ("fr", "Des combats ont eu lieu. Le ministre a déclaré que les rebelles ne respectent pas la trêve."),
        ("uk", "Тривають бої. Енергетичного перемир'я Росія не дотримується."),
    ],
)
def test_a_condition_and_one_who_does_not_keep_it_are_not_its_state(language: str, text: str) -> None:
    assert statuses(language, text) == []


def test_who_does_not_keep_it_is_blamed() -> None:
    claims = told("fr", "Des combats ont eu lieu. La trêve n'est pas respectée par les rebelles, a dit l'armée.")
    assert [who.text for claim in claims if isinstance(claim.slots, Blame) for who in claim.slots.accused] == [
        "rebelles"
    ]
