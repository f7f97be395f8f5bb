# ruff: noqa: RUF001 - two of the languages have letters that look like Latin ones
"""French, Spanish, Portuguese, Russian, Ukrainian: what raw pages of the five say in ways of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Adherence, Blame, Casualties, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.acts import Act


def happenings(language: str, text: str) -> list[Happening]:
    return [claim.slots for claim in told(language, text) if isinstance(claim.slots, Happening)]


def told(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2017-05-08"), pack, Context(zone=dt.UTC))[0]


def figures(found: Casualties | None) -> int | None:
    return None if found is None else found.best


TOLLS = [
    ("fr", "Trois Casques bleus du bataillon de la Mission de l'ONU au Mali ont été tués dans une attaque.", 3, None),
    ("fr", "Les rebelles ont causé la mort de deux paysans et cinq blessés à Sake.", 2, 5),
    ("fr", "À Gao, trois soldats du bataillon de la force de la Mission sont à Kidal, et ont été tués.", None, None),
    ("fr", "TUNIS - Trois agents du bataillon de la Mission de l'ONU au Mali ont été tués dans une attaque.", 3, None),
    ("fr", "Trois villages du bataillon de la Mission de l'ONU au Mali ont été tués dans une attaque.", None, None),
    ("pt", "Os ataques provocaram a morte de, pelo menos, 12 pessoas em Sofala.", 12, None),
    ("pt", "O ataque armado vitimou sete pessoas numa aldeia do norte de Moçambique.", 7, None),
    ("pt", "Homens armados atacaram Muxungue na segunda-feira. Do ataque resultaram quatro mortos.", 4, None),
    ("es", "El ejército mató a, al menos, dos campesinos en Arauca.", 2, None),
    ("es", "El ejército mató en Arauca, según dijo, dos campesinos.", None, None),
]


@pytest.mark.parametrize(("language", "text", "killed", "injured"), TOLLS)
def test_tolls_are_read_wherever_the_number_stands(
    language: str, text: str, killed: int | None, injured: int | None
) -> None:
    found = happenings(language, text)
    assert [figures(each.killed) for each in found[:1]] in ([killed], [] if killed is None else [killed])
    assert [figures(each.injured) for each in found[:1]] in ([injured], [] if injured is None else [injured])


PLACES = [
    ("pt", "Homens armados atacaram Nkoe pelas 17:00 (15:00 em Lisboa) no domingo.", "Lisboa"),
    ("pt", "Homens armados atacaram Nkoe pelas 17:00 (menos uma hora em Lisboa) no domingo.", "Lisboa"),
    ("pt", "Homens armados atacaram Nkoe pelas 01:00 de quarta-feira (23:00 de terça-feira em Lisboa).", "Lisboa"),
    ("fr", "Les rebelles ont attaqué les villages de Nyange et Mpati, à 40 km à l'ouest de Kitsanga.", "Kitsanga"),
    ("fr", "Deux soldats blessés à Ber lors d'une attaque des rebelles ont été évacués vers Bamako.", "Bamako"),
]


@pytest.mark.parametrize(("language", "text", "elsewhere"), PLACES)
def test_places_that_only_help_to_tell_are_no_places_of_the_act(language: str, text: str, elsewhere: str) -> None:
    places = [place.text for each in happenings(language, text) for place in each.places]
    assert places
    assert elsewhere not in places


def test_an_hour_in_no_brackets_tells_of_no_other_place() -> None:
    found = happenings("pt", "Homens armados atacaram um autocarro às 17:00 em Muxungue.")
    assert [place.text for place in found[0].places] == ["Muxungue"]


def test_the_cape_of_a_place_is_no_corporal() -> None:
    found = happenings("pt", "No centro de Cabo Delgado, grupos armados atacaram a aldeia de Nkoe.")
    assert [each.text for each in found[0].actors] == ["grupos armados"]


def test_helmets_are_people_and_no_place() -> None:
    found = happenings("fr", "Des hommes armés ont tiré lundi sur deux Casques bleus à Gao.")
    assert [place.text for place in found[0].places] == ["Gao"]


def test_arson_that_kills_is_an_attack() -> None:
    found = happenings("pt", "Um grupo armado matou nove pessoas e incendiou casas na aldeia de Chikaua.")
    assert [(each.act, figures(each.killed)) for each in found] == [(Act.ATTACK, 9)]


def test_an_acronym_stands_for_the_body_and_not_for_its_spokesman() -> None:
    text = "A Renamo acusou o exército de violar a trégua. O chefe da Resistência Nacional (Renamo), António M., falou."
    chains = [claim.chain for claim in told("pt", text) if isinstance(claim.slots, Blame)]
    assert [chain[0].text for chain in chains] == ["Resistência Nacional (Renamo)"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "O líder da Renamo anunciou hoje uma trégua de uma semana em Moçambique."),
        ("es", "El comandante del ELN anunció hoy una tregua de una semana en Colombia."),
    ],
)
def test_a_truce_announced_today_is_declared(language: str, text: str) -> None:
    assert [claim.slots.status for claim in told(language, text) if isinstance(claim.slots, TruceWord)] == ["declared"]


def test_a_number_near_villages_is_no_total_of_towns() -> None:
    text = "Les terroristes ont attaqué les villages de Nyange et Mpati, 80 soldats ont riposté."
    assert not [claim for claim in told("fr", text) if isinstance(claim.slots, Adherence)]


def test_a_second_place_keeps_its_preposition_behind_but() -> None:
    text = "Ворог відкрив вогонь поблизу Водяного із гранатомета, а поблизу Новотошківського — з кулемета."
    assert [place.text for place in happenings("uk", text)[1].places] == ["Новотошківського"]


TRIED = [
    ("fr", "Un homme armé avait tenté d'incendier un véhicule de l'ONU à Bamako."),
    ("es", "Hombres armados intentaron incendiar un vehículo de la ONU en Arauca."),
    ("pt", "Homens armados tentaram incendiar uma viatura da ONU em Muxungue."),
]


@pytest.mark.parametrize(("language", "text"), TRIED)
def test_what_is_tried_is_an_act(language: str, text: str) -> None:
    assert len(happenings(language, text)) == 1


def test_some_of_a_number_are_those_who_were_hurt() -> None:
    found = happenings("fr", "L'un des deux soldats a été tué à Gao dans une attaque.")
    assert [figures(each.killed) for each in found] == [1]
    found = happenings("es", "Tres de los doce soldados murieron en un ataque en Arauca.")
    assert [figures(each.killed) for each in found] == [3]


def test_of_a_toll_that_was_raised_the_highest_number_stands() -> None:
    text = "La Defensoría elevó la cifra de muertos a 13, tras la muerte de cuatro personas en un combate en Magüi."
    assert [figures(each.killed) for each in happenings("es", text)] == [13]
    text = "El Ejército habló en un principio de la muerte de cuatro personas en un combate en Magüi; son 13 muertos."
    assert [figures(each.killed) for each in happenings("es", text)] == [13]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No es cierto que las FARC hayan violado el cese al fuego, dijo el ministro."),
        ("ru", "Неправда, что ВСУ нарушили перемирие, заявил министр."),
    ],
)
def test_who_calls_a_breach_untrue_blames_nobody(language: str, text: str) -> None:
    assert not [claim for claim in told(language, text) if isinstance(claim.slots, Blame)]


def test_blame_behind_something_untrue_stays() -> None:
    text = "El informe es falso. No es cierto lo dicho, y el ELN violó el cese al fuego, dijo el ministro."
    assert [claim for claim in told("es", text) if isinstance(claim.slots, Blame)]


SPEAKERS = [
    ("ru", "ВСУ обстреляли Горловку, ранен мирный житель, заявили в ДНР.", ["ДНР"]),
    ("ru", "Армия обороны Карабаха сообщила, что ВС Азербайджана обстреляли Мартуни.", ["Армия обороны Карабаха"]),
    (
        "ru",
        "«ВСУ обстреляли Горловку», - приводит РИА Новости слова Минобороны ДНР.",
        ["Минобороны ДНР", "РИА Новости"],
    ),
    ("ru", "За сутки российской стороной зафиксировано 9 нарушений перемирия.", ["российской стороной"]),
    ("uk", "Збройні формування обстріляли Авдіївку, повідомили в Україні.", ["Україні"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPEAKERS)
def test_who_speaks_behind_his_words(language: str, text: str, speakers: list[str]) -> None:
    found = told(language, text)
    assert found
    assert [link.text for link in found[0].chain] == speakers


def test_who_recorded_breaches_did_not_commit_them() -> None:
    found = told("ru", "За сутки российской стороной зафиксировано 9 нарушений: Идлиб - 5, Латакия - 4.")
    assert [claim.slots.accused for claim in found if isinstance(claim.slots, Tally)] == [(), (), ()]


WINDOWS = [
    ("fr", "L'ONU a recensé 40 violations de la trêve depuis août dernier.", ("2016-08-01", "2017-05-08")),
    ("es", "El Cerac registró 40 violaciones de la tregua desde agosto del año pasado.", ("2016-08-01", "2017-05-08")),
    ("es", "El Cerac registró 40 violaciones de la tregua en lo corrido del mes.", ("2017-05-01", "2017-05-09")),
    ("pt", "A Renamo registou 40 violações da trégua no fim de semana.", ("2017-05-06", "2017-05-08")),
    ("ru", "ОБСЕ зафиксировала 40 нарушений перемирия за выходные.", ("2017-05-06", "2017-05-08")),
    ("uk", "ОБСЄ зафіксувала 40 порушень перемир'я за вихідні.", ("2017-05-06", "2017-05-08")),
]


@pytest.mark.parametrize(("language", "text", "days"), WINDOWS)
def test_windows(language: str, text: str, days: tuple[str, str]) -> None:
    assert [window(claim.slots) for claim in told(language, text) if isinstance(claim.slots, Tally)] == [days]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            'В районе ответственности группировки "Север" возле Крымского оккупанты открывали огонь из гранатомета.',
        ),
        (
            "uk",
            'У районі відповідальності угруповання "Північ" біля Кримського окупанти відкривали вогонь із гранатомета.',
        ),
    ],
)
def test_whose_sector_it_is_did_not_fire(language: str, text: str) -> None:
    assert [[each.text for each in one.actors] for one in happenings(language, text)] in (
        [["оккупанты"]],
        [["окупанти"]],
    )
