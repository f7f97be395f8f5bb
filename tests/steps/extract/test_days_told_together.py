"""Two or three days told together are one stretch, from the first to the last."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import happenings
from tests.steps.extract.texts import incidents
from tregua.records.claim import Happening

SIX_AND_SEVEN = [
    ("en", "Rebels attacked Kobane on 6 and 7 May."),
    ("en", "Rebels attacked Kobane on the 6th and 7th of May."),
    ("en", "Rebels attacked Kobane on May 6 and 7."),
    ("fr", "Les rebelles ont attaqué Kobane les 6 et 7 mai."),
    ("fr", "Les rebelles ont attaqué Kobane le 6 et le 7 mai."),
    ("es", "Los rebeldes atacaron Kobane los días 6 y 7 de mayo."),
    ("es", "Los rebeldes atacaron Kobane el 6 y el 7 de mayo."),
    ("pt", "Os rebeldes atacaram Kobane nos dias 6 e 7 de maio."),
    ("pt", "Os rebeldes atacaram Kobane a 6 e 7 de maio."),
    ("ru", "Боевики обстреляли Горловку 6 и 7 мая."),
    ("uk", "Бойовики обстріляли Горлівку 6 та 7 травня."),
    ("ar", "هاجم المسلحون حلب في 6 و7 مايو."),
    ("fa", "شورشیان در روزهای 6 و 7 مه به حلب حمله کردند."),
]


def days(act: Happening) -> tuple[int, int]:
    assert act.time is not None
    assert act.time.start is not None
    assert act.time.end is not None
    return act.time.start.day, act.time.end.day


def told(language: str, text: str) -> list[Happening]:
    return incidents(text) if language == "en" else happenings(language, text)


@pytest.mark.parametrize(("language", "text"), SIX_AND_SEVEN)
def test_two_days_of_one_month(language: str, text: str) -> None:
    assert [days(act) for act in told(language, text)] == [(6, 8)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shells hit Kobane on 5, 6 and 7 May."),
        ("fr", "Les 5, 6 et 7 mai, les rebelles ont attaqué Kobane."),
        ("es", "Los rebeldes atacaron Kobane los días 5, 6 y 7 de mayo."),
        ("ru", "Боевики обстреляли Горловку 5, 6 и 7 мая."),
    ],
)
def test_three_days_of_one_month(language: str, text: str) -> None:
    assert [days(act) for act in told(language, text)] == [(5, 8)]


@pytest.mark.parametrize(
    "text",
    ["On May 6 and 7 soldiers were killed in Kobane.", "On May 6, 7 soldiers were killed in Kobane."],
)
def test_a_number_of_people_is_no_day(text: str) -> None:
    assert [(days(act), act.killed and act.killed.best) for act in incidents(text)] == [((6, 7), 7)]
