# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Whom a speaker means by "the enemy": the party he names elsewhere, and nobody where he names none or two."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_slavic_bulletins import read
from tregua.records.claim import Happening


def acting(language: str, text: str) -> list[tuple[str, str | None]]:
    """Return those who act in the incidents of TEXT: as printed, and by the name that the text gives them."""
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    return [(who.text, who.name) for one in found for who in one.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Незаконні збройні формування за добу 12 разів порушили перемир'я, повідомив штаб. "
                "Уночі ворог накрив із мінометів Липове, додали у штабі."
            ),
            [("ворог", "Незаконні збройні формування")],
        ),
        (
            "Троє ворогів за добу обстріляли Липове, повідомив штаб.",
            [("ворогів", None)],
        ),
        (
            (
                "Кленове обстріляла російська армія, повідомив штаб. Загони ДНР накрили з мінометів Липове, "
                "повідомив штаб. Ворог ударив і по Тополиному, повідомив штаб."
            ),
            [("російська армія", None), ("Загони ДНР", None), ("Ворог", None)],
        ),
    ],
    ids=["accused of a count", "some of them", "two are named"],
)
def test_the_foe_is_the_one_party_that_the_speaker_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert acting("uk", text) == expected


def test_what_the_author_tells_of_both_sides_names_no_foe() -> None:
    text = "Украинские военные обстреляли Липовое. Боевики ударили по позициям у Кленового."
    assert ("Боевики", None) in acting("ru", text)
