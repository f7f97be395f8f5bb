from __future__ import annotations

import pytest

from tregua.vocabulary.called import called
from tregua.vocabulary.names import take_apart


@pytest.mark.parametrize(
    ("spelled", "name", "may_be"),
    [
        (["Liwa al-Quds", "Jerusalem Brigade"], "Quds Brigades", False),
        (["Liwa al-Quds", "Quds Brigades"], "Quds Brigades", True),
        (["Liwa al-Quds"], "Quds Brigade", True),
        (["Saraya al-Quds"], "Quds Brigade", True),
        (["Mujahideen movement", "Harakat al-Mujahideen"], "Tehrik-ul-Mujahideen", False),
        (["Mujahideen movement"], "Tehrik-ul-Mujahideen", True),
        (["Ansar al-Sharia", "Ansar al-Sharia in Yemen"], "Ansar al-Sharia in Libya", False),
        (["National Front"], "National Council", False),
        (["Free Syrian Army", "al-Jaysh al-Hurr"], "Jaysh al-Ahrar", False),
    ],
)
def test_a_name_says_nothing_that_no_spelling_of_its_entry_says(spelled: list[str], name: str, *, may_be: bool) -> None:
    assert called(map(take_apart, spelled)).may_be(take_apart(name)) is may_be


@pytest.mark.parametrize(
    ("spelled", "told"),
    [
        (["Tehreek-e-Taliban Pakistan", "Pakistani Taliban"], True),
        (["Tehreek-e-Taliban Pakistan", "Taliban Movement"], False),
        (["Tehreek-e-Taliban Pakistan"], False),
    ],
)
def test_a_country_in_every_spelling_of_a_name_tells_it(spelled: list[str], *, told: bool) -> None:
    assert called(map(take_apart, spelled)).is_told_by_place(take_apart("Taliban movement")) is told
