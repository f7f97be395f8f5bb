"""Who denied a charge is who "he" means in the next paragraph, if he is a person; a body is not."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read

CHARGE = "Rebel spokesman John Garang accused the army of shelling Yei.\n\n"


@pytest.mark.parametrize(
    ("denial", "speaker"),
    [
        (
            "Army spokesman Lul Koang denied the claims of Garang.\n\n“The rebels shelled it,” he told reporters.",
            "Koang",
        ),
        ("Army spokesman Lul Koang denied the claims.\n\nHe said the rebels had shelled Koch.", "Koang"),
        ("The army denied the claims.\n\n“The soldiers shelled Koch too,” he told reporters.", "Garang"),
        ("Army spokesman Lul Koang denied it.\n\nThe statement said the soldiers had shelled Koch too.", "Garang"),
    ],
)
def test_he_is_who_denied(denial: str, speaker: str) -> None:
    claims, _ = read(CHARGE + denial)
    last = claims[-1]
    assert [link.text.split()[-1] for link in last.chain[:1]] == [speaker]
