# ruff: noqa: RUF001 - some of the languages have letters that look like Latin ones
"""Who is quoted by whom: the first in a chain is the one who says so himself, the others carry his words."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_voices import claims


def chains(text: str, language: str = "en") -> list[list[str]]:
    return [[link.text for link in claim.chain] for claim in claims(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        ("en", "Reuters quoted the Lebanese army as saying that rebels shelled Tyre.", ["Lebanese army", "Reuters"]),
        ("en", "Reuters, citing the Lebanese army, said rebels shelled Tyre.", ["Lebanese army", "Reuters"]),
        ("en", "Speaking to Reuters, the mayor of Qana said rebels shelled Tyre.", ["mayor of Qana", "Reuters"]),
        ("en", "In an interview with Reuters, the army said rebels shelled Tyre.", ["army", "Reuters"]),
        ("en", "Data from the UN mission show that rebels shelled Tyre.", ["UN mission"]),
        ("en", "The shelling of Tyre by rebels was confirmed by the Lebanese army.", ["Lebanese army"]),
        ("en", "The Lebanese army posted on Facebook that rebels shelled Tyre.", ["Lebanese army"]),
        ("en", "Rebels shelled Tyre, a claim made by the Lebanese army.", ["Lebanese army"]),
        ("en", "Rebels shelled Tyre, going by the Lebanese army.", ["Lebanese army"]),
        ("en", "Rebels shelled Tyre in the night - Lebanese army", ["Lebanese army"]),
        (
            "fr",
            "Le M23 a bombardé Sake, rapporte Radio Okapi, citant la société civile.",
            ["société civile", "Radio Okapi"],
        ),
        ("fr", "Le M23 a bombardé Sake. L'information a été confirmée par l'armée.", ["armée"]),
        ("fr", "Le gouverneur a déploré que le M23 a bombardé Sake.", ["gouverneur"]),
        ("es", "El ELN atacó Tame, según el Ejército, citado por Caracol Radio.", ["Ejército", "Caracol Radio"]),
        ("es", "En diálogo con Blu Radio, el personero dijo que el ELN atacó Tame.", ["personero", "Blu Radio"]),
        ("es", "El Mecanismo de Monitoreo verificó nueve violaciones del cese al fuego.", ["Mecanismo de Monitoreo"]),
        ("es", "El Ejército habló de nueve violaciones del cese al fuego.", ["Ejército"]),
        ("pt", "A Renamo atacou Gorongosa, noticiou a Lusa, citando a polícia.", ["polícia", "Lusa"]),
        ("pt", "Dados do exército mostram nove violações do cessar-fogo.", ["exército"]),
        ("pt", "O exército falou de nove violações do cessar-fogo.", ["exército"]),
        ("ru", "Боевики обстреляли Думу, сообщает «Интерфакс» со ссылкой на штаб ООС.", ["штаб ООС", "Интерфакс"]),
        ("ru", "Со ссылкой на штаб ООС «Интерфакс» сообщает, что боевики обстреляли Думу.", ["штаб ООС", "Интерфакс"]),
        ("ru", "Боевики обстреляли Думу, рассказал «Интерфаксу» мэр.", ["мэр", "Интерфаксу"]),
        ("ru", "Боевики обстреляли Думу, сообщил мэр города Иван Петров.", ["мэр города Иван Петров"]),
        ("ru", "Боевики обстреляли Думу, сообщил мэр города, не ранен никто.", ["мэр"]),
        ("uk", "Бойовики обстріляли Піски. Про це штаб ООС повідомив у Facebook.", ["штаб ООС"]),
        ("uk", "Згідно з повідомленням Міноборони, бойовики обстріляли Піски.", ["Міноборони"]),
        ("ar", "أفاد مصدر عسكري لوكالة سانا بأن المسلحين قصفوا بلدة تبنين.", ["مصدر عسكري", "وكالة سانا"]),
        ("ar", "ورد الجيش بأن المسلحين قصفوا بلدة تبنين.", ["الجيش"]),
        ("ar", "وأظهر تقرير للأمم المتحدة أن المسلحين قصفوا بلدة تبنين.", ["أمم المتحدة"]),
    ],
)
def test_who_says_so_comes_before_who_carries_it(language: str, text: str, chain: list[str]) -> None:
    assert chains(text, language)[-1] == chain


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Source: SANA"),
        ("fr", "Source : SANA"),
        ("es", "Fuente: SANA"),
        ("pt", "Fonte: SANA"),
    ],
)
def test_a_text_without_speakers_is_told_by_the_source_it_gives(language: str, text: str) -> None:
    told = {
        "en": "Rebels shelled Tyre.",
        "fr": "Les rebelles ont bombardé Ber.",
        "es": "Los rebeldes atacaron Tame.",
        "pt": "Rebeldes atacaram Pemba.",
    }[language]
    text = f"{told}\n\n{told}\n\n{told}\n\n{told}\n\n{told}\n\n{text}"
    assert {tuple(chain) for chain in chains(text, language)} == {("SANA",)}


def test_a_source_tells_nothing_of_a_text_in_which_somebody_speaks() -> None:
    text = "The army said rebels shelled Tyre.\n\nRebels burned a mill.\n\nA drone hit a car in Qana.\n\nSource: SANA"
    assert chains(text)[0] == ["army"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "ru",
            "Боевики обстреляли Думу, сообщило Минобороны РФ. Боевики обстреляли Хаму, заявил представитель ведомства.",
            "представитель ведомства (Минобороны РФ)",
        ),
        (
            "en",
            "The Sudan Relief Mission said rebels shelled Tyre. Rebels burned a mill, an officer of the mission said.",
            "officer of the mission (Sudan Relief Mission)",
        ),
        (
            "en",
            "The Sudan Relief Mission said rebels shelled Tyre. Rebels burned a mill, an officer of the Mission said.",
            "officer of the Mission",
        ),
        ("en", "Rebels burned a mill, an officer of the mission said.", "officer of the mission"),
    ],
)
def test_a_mere_noun_in_a_speaker_stands_for_the_body_named_before(language: str, text: str, speaker: str) -> None:
    assert chains(text, language)[-1] == [speaker]


def test_a_mere_noun_for_a_body_is_no_mayor() -> None:
    told = "Боевики обстреляли Думу, сообщило Минобороны РФ. Боевики обстреляли Хаму, сообщил глава района Иван Петров."
    assert chains(f"{told} По данным ведомства, боевики обстреляли Хомс.", "ru")[-1] == ["Минобороны РФ"]
