"""Counts, speakers, acts and truces in French, Spanish and Portuguese as reporters of those languages word them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack

# what is counted, and where or by whom: (language, text, {count: areas or accused})
COUNTED = [
    ("pt", "Sete vezes foi rompida a trégua na Síria.", {7: "Síria"}),
    ("es", "Siete veces se rompió la tregua en Siria.", {7: "Siria"}),
    ("fr", "À sept reprises, la trêve a été rompue en Syrie.", {7: "Syrie"}),
    ("pt", "Houve 9 violações: 5 correspondem a Alepo, 3 a Hama e uma a Idlib.", {5: "Alepo", 3: "Hama", 1: "Idlib"}),
    (
        "es",
        "Hubo 9 violaciones: cinco corresponden a Alepo, tres a Hama y una a Idlib.",
        {5: "Alepo", 3: "Hama", 1: "Idlib"},
    ),
    (
        "fr",
        "Neuf violations ont été relevées : cinq concernent Alep, quatre la province de Hama.",
        {4: "province de Hama"},
    ),
    (
        "es",
        "Hubo 9 violaciones: tres en Alepo y dos en cada una de las provincias de Homs, Hama y Latakia.",
        {3: "Alepo"},
    ),
    ("pt", "Das 12 violações, 4 dizem respeito aos rebeldes.", {4: "rebeldes"}),
    ("en", "The army broke the truce ten times, and the guerrillas did so twice.", {10: "army", 2: "guerrillas"}),
    ("es", "El ejército violó la tregua diez veces, y la guerrilla lo hizo en dos ocasiones.", {2: "guerrilla"}),
    (
        "pt",
        "O exército violou a trégua dez vezes e os rebeldes fizeram-no duas vezes.",
        {10: "exército", 2: "rebeldes"},
    ),
    (
        "fr",
        "L'armée a violé la trêve dix fois, et les rebelles l'ont fait à deux reprises.",
        {10: "armée", 2: "rebelles"},
    ),
    ("fr", "La trêve a été violée à dix reprises par l'armée et à deux reprises par les rebelles.", {2: "rebelles"}),
    ("pt", "Houve violações da trégua. As SSPDF recusaram por dez vezes o acesso às equipas.", {10: "SSPDF"}),
    ("es", "Hubo violaciones de la tregua. Las SSPDF negaron diez veces el acceso a los equipos.", {10: "SSPDF"}),
    ("fr", "Des violations ont eu lieu. Les SSPDF ont refusé à dix reprises l'accès aux équipes.", {10: "SSPDF"}),
]

# windows by count: (language, text, count, first day, day behind the last)
WINDOWS = [
    (
        "es",
        "En 2009 hubo 110 choques armados; en los diez primeros meses de este año, tres.",
        3,
        "2010-01-01",
        "2010-11-01",
    ),
    (
        "pt",
        "Em 2009 registaram-se 110 confrontos; nos primeiros dez meses deste ano, três.",
        3,
        "2010-01-01",
        "2010-11-01",
    ),
    (
        "fr",
        "En 2009, 110 accrochages ont été recensés ; au cours des dix premiers mois de cette année, trois.",
        3,
        "2010-01-01",
        "2010-11-01",
    ),
    (
        "es",
        "Se registraron 222 choques de marzo a diciembre de 2008, 77 de ellos en agosto.",
        77,
        "2008-08-01",
        "2008-09-01",
    ),
    (
        "pt",
        "Registaram-se 222 confrontos de março a dezembro de 2008, 77 deles em agosto.",
        77,
        "2008-08-01",
        "2008-09-01",
    ),
    (
        "fr",
        "On a recensé 222 accrochages de mars à décembre 2008, dont 77 pour le seul mois d'août.",
        77,
        "2008-08-01",
        "2008-09-01",
    ),
    (
        "fr",
        "Neuf violations ont été relevées en 24 heures, soit 294 depuis le 27 février.",
        294,
        "2010-02-27",
        "2010-11-08",
    ),
    (
        "pt",
        "Registaram-se nove violações em 24 horas, num total de 294 desde 27 de fevereiro.",
        294,
        "2010-02-27",
        "2010-11-08",
    ),
]

# the first of the chain, and who acts: (language, text, origin, actors)
TOLD = [
    (
        "fr",
        "L'armée a attaqué Homs, a indiqué le ministère russe, reprenant une déclaration du général Kouralenko.",
        "général Kouralenko",
        ["armée"],
    ),
    ("pt", "Os rebeldes atacaram a aldeia, disse ontem, em Juba, o exército.", "exército", ["rebeldes"]),
    ("es", "Los rebeldes atacaron la aldea, dijo ayer, en Juba, el ejército.", "ejército", ["rebeldes"]),
    ("fr", "Les rebelles ont attaqué le village, a déclaré mardi, à Juba, l'armée.", "armée", ["rebelles"]),
    ("es", "Ahrar al Sham, que decía pertenecer a la oposición, disparó cohetes contra Homs.", "", ["Ahrar al Sham"]),
    (
        "fr",
        "Ahrar al-Cham, qui disait appartenir à l'opposition, a tiré des roquettes contre Homs.",
        "",
        ["Ahrar al-Cham"],
    ),
    ("pt", "Os rebeldes prosseguiram os ataques em redor de Alepo.", "", ["rebeldes"]),
    ("es", "La cifra es del Equipo de Vigilancia. El ejército atacó Homs.", "Equipo de Vigilancia", ["ejército"]),
]

OTHER_ACTS = [
    ("pt", "A violação de mulheres por soldados das SSPDF em Karpeto foi confirmada."),
    ("es", "Se denunciaron violaciones sexuales por parte de soldados de las SSPDF en Karpeto."),
    ("fr", "Des viols collectifs ont été commis par des soldats des SSPDF à Karpeto."),
]

BLAMED = [
    ("pt", "A missão acusa os dois grupos armados de terem violado a trégua.", "grupos armados"),
    ("es", "La misión acusa a los dos grupos armados de violar la tregua.", "grupos armados"),
    ("fr", "La mission accuse les deux groupes armés d'avoir violé la trêve.", "groupes armés"),
    ("fr", "L'ONU tient les deux milices pour responsables de l'attaque.", "milices"),
]

HOLDS = [
    (
        "pt",
        "Em vigor desde 27 de fevereiro, o acordo exclui o Estado Islâmico. Houve violações da trégua.",
        ["in_force"],
    ),
    ("es", "En vigor desde el 27 de febrero, el acuerdo excluye al Estado Islámico. Hubo violaciones.", ["in_force"]),
    ("fr", "Entrée en vigueur lundi, la trêve exclut le Front al-Nosra. Des violations ont eu lieu.", ["in_force"]),
    ("es", "El ejército rompió la tregua en Siria siete veces en las últimas 24 horas.", []),
    ("fr", "La trêve a été rompue sept fois en 24 heures.", []),
    ("fr", "La trêve a été rompue après des tirs.", ["ended"]),
]


def claims(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2010-11-08"), pack, Context(zone=dt.UTC))[0]


def tallies(language: str, text: str) -> list[Tally]:
    return [claim.slots for claim in claims(language, text) if isinstance(claim.slots, Tally)]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_counts_are_of_places_and_of_those_who_broke_it(language: str, text: str, expected: dict[int, str]) -> None:
    read = tallies(language, text)
    found = {tally.count: [*(at.text for at in tally.area), *(who.text for who in tally.accused)] for tally in read}
    assert all(name in found.get(count, []) for count, name in expected.items()), found


@pytest.mark.parametrize(("language", "text", "count", "first", "last"), WINDOWS)
def test_a_count_has_its_own_window(language: str, text: str, count: int, first: str, last: str) -> None:
    found = {tally.count: window(tally) for tally in tallies(language, text)}
    assert found.get(count) == (first, last)


@pytest.mark.parametrize(("language", "text", "origin", "actors"), TOLD)
def test_who_speaks_and_who_acts(language: str, text: str, origin: str, actors: list[str]) -> None:
    told = [
        (claim.chain[0].text if claim.chain else "", [each.text for each in claim.slots.actors])
        for claim in claims(language, text)
        if isinstance(claim.slots, Happening)
    ]
    assert (origin, actors) in told, told


@pytest.mark.parametrize(("language", "text"), OTHER_ACTS)
def test_rape_is_an_act_and_no_breach_that_is_counted(language: str, text: str) -> None:
    found = [claim.slots for claim in claims(language, text) if isinstance(claim.slots, Happening)]
    assert [(each.act.value, [place.text for place in each.places]) for each in found] == [("other", ["Karpeto"])]


@pytest.mark.parametrize(("language", "text", "accused"), BLAMED)
def test_a_number_may_stand_before_who_is_blamed(language: str, text: str, accused: str) -> None:
    found = [claim.slots for claim in claims(language, text) if isinstance(claim.slots, Blame)]
    assert [[each.text for each in blame.accused] for blame in found] == [[accused]]


@pytest.mark.parametrize(("language", "text", "states"), HOLDS)
def test_how_a_truce_stands(language: str, text: str, states: list[str]) -> None:
    found = [claim.slots for claim in claims(language, text) if isinstance(claim.slots, TruceWord)]
    assert [each.status.value for each in found] == states


def test_what_sorties_hit_is_no_list_of_breaches() -> None:
    text = (
        "Hubo nueve violaciones. Las fuerzas rusas efectuaron 40 salidas y destruyeron cuatro tanques, "
        "tres cañones, cuatro polvorines y cinco vehículos."
    )
    assert [tally.count for tally in tallies("es", text)] == [9]
