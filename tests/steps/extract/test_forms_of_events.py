# ruff: noqa: RUF001, E501 - the languages have letters that look like Latin ones
"""Events in the forms they come in: fronted means, towns listed under fire, whoever died, a truce by a pronoun."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Claim, Happening, TruceWord
from tregua.steps.extract import Context, extract, load_pack


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2025-01-10"), pack, Context(zone=dt.UTC))[0]


def told(language: str, text: str) -> list[tuple[str, list[str], list[str]]]:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    return [(slots.act.value, [who.text for who in slots.actors], [at.text for at in slots.places]) for slots in found]


def states(language: str, text: str) -> list[str]:
    return [claim.slots.status.value for claim in read(language, text) if isinstance(claim.slots, TruceWord)]


EVENTS = [
    ("en", "In the morning regime forces had bombarded Kafra.", ("shelling", ["regime forces"], ["Kafra"])),
    (
        "en",
        "Shelling was heard in Ain Zara on Sunday, a week after the truce called for by Russia.",
        ("shelling", [], ["Ain Zara"]),
    ),
    ("en", "A military helicopter opened fire on farmers in Ann.", ("airstrike", ["military helicopter"], ["Ann"])),
    ("en", "Two soldiers abducted in Cauca.", ("abduction", [], ["Cauca"])),
    ("en", "A baker was killed by troops near Houla.", ("attack", ["troops"], ["Houla"])),
    ("en", "Troops shot at a car in Homs, and no one owned up to the attack.", ("small-arms", ["Troops"], ["Homs"])),
    (
        "es",
        "Con explosivos y ráfagas de fusil, el frente Ruiz atacó las bases de La Toma, en Suárez.",
        ("attack", ["frente Ruiz"], ["Suárez"]),
    ),
    (
        "es",
        "Un dron marroquí mató el martes en Tifariti a Addah al Bendir.",
        ("drone", ["dron marroquí"], ["Tifariti"]),
    ),
    ("es", "Las milicias bombardearon Trípoli.", ("shelling", ["milicias"], ["Trípoli"])),
    ("es", "Israel bombardeó Beirut.", ("airstrike", ["Israel"], ["Beirut"])),
    ("es", "Fue bombardeado el puesto de Mondomo en Suárez.", ("airstrike", [], ["Suárez"])),
    (
        "fr",
        "Deux personnes ont été touchées à Bani Souhaila quand les forces israéliennes ont bombardé une voiture.",
        ("shelling", ["forces israéliennes"], ["Bani Souhaila"]),
    ),
    (
        "ru",
        "Под огнём украинских боевиков оказались районы трёх населённых пунктов: Горловка, Донецк, Минеральное.",
        ("shelling", ["украинских боевиков"], ["Горловка", "Донецк", "Минеральное"]),
    ),
    (
        "uk",
        "Під дроновим терором, авіаударами та артобстрілами російської армії були Садове, Берислав і Херсон.",
        ("shelling", ["російської армії"], ["Садове", "Берислав", "Херсон"]),
    ),
    ("ru", "Под ударами были Брянск и Курск.", ("attack", [], ["Брянск", "Курск"])),
]


@pytest.mark.parametrize(("language", "text", "expected"), EVENTS)
def test_events(language: str, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert told(language, text) == [expected]


def test_means_joined_by_and_do_not_hide_what_was_struck() -> None:
    (claim,) = read("es", "En la madrugada fue atacado con drones y ráfagas de fusil el puesto de Mondomo.")
    assert isinstance(claim.slots, Happening)
    assert [target.text for target in claim.slots.targets] == ["puesto de Mondomo"]


def test_a_headline_of_a_wide_place_or_of_none_is_told_again() -> None:
    body = "An Israeli drone hit a sawmill on the edge of Bayyad on Monday; two brothers died."
    assert told("en", f"Two brothers killed in drone strike in south Lebanon\n\n{body}") == told("en", body)
    again = "An air strike on a car in Homs killed two men."
    assert told("en", f"Dead in strike on a car\n\n{again}") == told("en", again)


PRONOUNS = [
    ("en", "The army and the rebels agreed on a truce in May; the rebels ended it. A soldier died.", ["declared", "ended"]),
    ("en", "The truce began on 5 May. The parties agreed to extend it by 72 hours. A soldier died.", ["in_force", "extended"]),
    ("es", "Las partes firmaron una tregua. Luego la prorrogaron por diez días. Un soldado murió.", ["declared", "extended"]),
    ("fr", "Les parties ont signé une trêve. Les rebelles l'ont rompue. Un soldat est mort.", ["declared", "ended"]),
    ("pt", "As partes assinaram uma trégua e decidiram prorrogá-la. Um soldado morreu.", ["declared", "extended"]),
    ("ru", "Стороны объявили перемирие. Затем его продлили. Погиб один солдат.", ["declared", "extended"]),
    ("ar", "أعلن الجيش هدنة. ووافقت الأطراف على تمديدها شهرين. قتل جندي.", ["declared", "extended"]),
    ("en", "The deal was struck. The parties agreed to extend it by 72 hours. A soldier was killed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), PRONOUNS)
def test_a_truce_meant_by_a_pronoun(language: str, text: str, expected: list[str]) -> None:
    assert states(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un convoi de vivres a pu atteindre Kitshanga malgré les combats."),
        ("es", "Un convoy humanitario logró llegar a Sake pese a los combates."),
        ("ru", "Гуманитарный конвой смог добраться до Кадугли, несмотря на бои."),
    ],
)
def test_aid_that_got_through(language: str, text: str) -> None:
    assert [claim.slots.status.value for claim in read(language, text) if isinstance(claim.slots, Aid)] == ["delivered"]


def test_a_verb_before_its_subject_begins_another_event_with_no_mark_between() -> None:
    first, second = told("ar", "هاجم الجيش القرية خطف المسلحون راعيا.")
    assert (first[0], first[1]) == ("attack", ["الجيش"])
    assert (second[0], second[1]) == ("abduction", ["المسلحون"])


def test_who_was_shot_and_later_died_is_one() -> None:
    (claim,) = read("en", "Two farmers were shot by soldiers of the army close to an old mill in Homs and later died.")
    assert isinstance(claim.slots, Happening)
    assert claim.slots.killed is not None
    assert claim.slots.killed.best == len(["one", "two"])


def test_fire_that_names_nobody_is_of_the_only_side_that_has_acted() -> None:
    shelled = "Обстреляны сёла провинции Хама. Террористы из миномётов обстреляли Мхарду."
    assert told("ru", f"{shelled} В провинции Латакия под обстрел попали Икко и Сандран.")[-1][1] == ["Террористы"]
    two = "Rebels shelled Homs. The army shelled Hama."
    assert told("en", f"{two} Rockets fell on Idlib.")[-1][1] == []
    one = "Rebels shelled Homs."
    assert told("en", f"{one} Rockets fell on Idlib.")[-1][1] == ["Rebels"]
    assert told("en", f"{one} A mine went off in Idlib.")[-1][1] == []
    assert told("en", f"{one} In Idlib a school was struck by a drone.")[-1][1] == []
    assert told("en", f"{one} The army met. The ministry met. The mission met. Rockets fell on Idlib.")[-1][1] == []


def test_a_unit_behind_its_owner_is_the_agent_and_a_spokesman_there_is_not() -> None:
    assert told("en", "The crossing at Rafah was seized by the IDF's 401st Brigade.") == [
        ("advance", ["IDF's 401st Brigade"], ["Rafah"])
    ]
    (one,) = told("en", "Homs was shelled by rebels, the army's spokesman said.")
    assert one[1] == ["rebels"]


def test_nobody_is_no_one_and_those_owned_are_counted() -> None:
    (claim,) = read("en", "Rebels shelled Homs, where no one was injured.")
    assert isinstance(claim.slots, Happening)
    assert claim.slots.injured is None
    (hit,) = read("es", "En Bir Lehlu explotó una mina y murieron sus dos ocupantes.")
    assert isinstance(hit.slots, Happening)
    assert hit.slots.killed is not None
    assert hit.slots.killed.best == len(["driver", "passenger"])


def test_an_adjective_names_the_group_it_is_made_of_among_several() -> None:
    found = [claim.slots for claim in read("ar", "التقت حركة حماس وجماعة الحوثي. قصف حوثي على تعز أدى إلى مقتل مدني.")]
    (shelling,) = [slots for slots in found if isinstance(slots, Happening)]
    assert [who.name for who in shelling.actors] == ["الحوثي"]


def test_a_charge_stands_before_the_denial_with_an_adverb_between() -> None:
    text = "Милиция сообщила, что армия обстреляла Дубраву. Обвинения снова отвергла армия."
    (claim,) = [claim for claim in read("ru", text) if isinstance(claim.slots, Happening)]
    assert claim.denied_by is not None
    assert claim.denied_by.text == "армия"
