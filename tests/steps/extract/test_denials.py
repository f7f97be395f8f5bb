from __future__ import annotations

import pytest

from tests.steps.extract.texts import read

SHELLED = "The Thai army said Cambodian troops shelled Surin on Monday."

DENIED = [
    (f"{SHELLED} Cambodia denies this.", ["Cambodia"]),
    (f"{SHELLED} The charge was dismissed by Phnom Penh.", ["Phnom Penh"]),
    (f"{SHELLED} Phnom Penh rejects the accusation.", ["Phnom Penh"]),
    (f"{SHELLED} A claim Phnom Penh disputes.", ["Phnom Penh"]),
    (f"{SHELLED} Phnom Penh flatly denied it.", ["Phnom Penh"]),
    (f"{SHELLED} The Cambodian ministry spoke of another day. It denied the report.", ["Cambodian ministry"]),
    (f"{SHELLED} A Cambodian official told reporters that no such attack took place.", ["Cambodian official"]),
    (f"{SHELLED} Cambodia did not deny it.", [None]),
    (f"{SHELLED} Cambodia rejected the truce.", [None]),
    (f"{SHELLED} There was no such thing in the morning.", [None]),
    (f"{SHELLED} Denied it was.", [None]),
    ("Clashes between Thai and Cambodian troops broke out in Surin. Cambodia denied that it had lost a post.", [None]),
]


def deniers(text: str) -> list[str | None]:
    claims = [claim for claim in read(text)[0] if claim.kind == "incident"]
    return [claim.denied_by.text if claim.denied_by else None for claim in claims]


@pytest.mark.parametrize(("text", "names"), DENIED)
def test_who_denies_what_was_told_just_before(text: str, names: list[str | None]) -> None:
    assert deniers(text) == names


def test_of_two_acts_the_one_is_denied_whose_words_come_back() -> None:
    text = (
        "Israeli troops dropped a grenade near Kfar Kila, the mission said. A tank fired at peacekeepers in Blida."
        " An Israeli spokesman denied that anybody had fired at peacekeepers."
    )
    assert deniers(text) == [None, "Israeli spokesman", None]


def test_a_speaker_denies_what_only_he_tells_that_others_allege() -> None:
    text = "Units of the Azerbaijani army allegedly shelled Shushi, the ministry said. We deny this."
    assert deniers(text) == ["ministry"]


def test_who_denies_that_somebody_broke_the_truce_blames_nobody() -> None:
    text = "Rebels shelled Homs. The Democratic Front denied the New Army had violated the truce."
    assert [claim.kind for claim in read(text)[0]] == ["incident"]


def test_of_two_who_speak_in_a_sentence_the_one_beside_the_denial_denies() -> None:
    assert deniers("The army said RSF fighters shelled Homs; the RSF's agency says that this is false.") == [
        "RSF's agency"
    ]
