"""French, Spanish and Portuguese: who suffered, held a place, mourned or helped is not who did it."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import happenings


def who(language: str, text: str) -> list[list[str]]:
    return [[actor.text for actor in act.actors] for act in happenings(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El ejército visitó una escuela bombardeada el lunes en Kobane."),
        ("es", "Los rebeldes llegaron a Kobane, bombardeada el lunes."),
        ("pt", "O exército visitou uma aldeia atacada na segunda-feira perto de Palma."),
        ("pt", "Os rebeldes chegaram a Palma, bombardeada na segunda-feira."),
        ("fr", "Bombardée lundi, Sake a été visitée mardi par les rebelles."),
        ("es", "Bombardeada el lunes, Kobane fue visitada el martes por los rebeldes."),
        ("pt", "Bombardeada na segunda-feira, Palma foi visitada na terça-feira pelos rebeldes."),
        ("pt", "Os corpos de três soldados mortos num ataque aéreo em Palma foram entregues pelos rebeldes."),
        ("pt", "Uma coluna de soldados foi atingida perto de Palma."),
        ("fr", "Les rebelles ont ouvert une enquête sur la mort de trois soldats, tués à Sake."),
        ("fr", "Les rebelles ont présenté leurs condoléances après la mort de trois soldats dans une attaque à Sake."),
        ("fr", "L'armée a enterré dix soldats, tués à Gao."),
        ("fr", "Israël a condamné l'attaque contre les combattants du Hezbollah à Khiam, qui a fait trois morts."),
        ("fr", "Les soldats sont tombés dans une embuscade près de Kidal."),
        ("fr", "Les soldats ont été victimes d'une attaque près de Kidal."),
        ("es", "El ejército investiga la muerte de tres soldados, asesinados en Tibú."),
        ("es", "Tres soldados murieron al pisar una mina cerca de Tibú."),
        ("es", "Un convoy que transportaba soldados chocó con una mina cerca de Tibú."),
        ("es", "Los soldados cayeron en una emboscada cerca de Tibú."),
        ("es", "Varios proyectiles alcanzaron Kobane, en manos de los rebeldes."),
        ("es", "Los soldados fueron objeto de un ataque cerca de Tibú."),
        ("pt", "Um comboio que transportava soldados acionou uma mina perto de Palma."),
        ("pt", "O exército investiga a morte de três soldados, mortos em Palma."),
    ],
)
def test_whoever_stands_near_did_not_do_it(language: str, text: str) -> None:
    assert who(language, text) == [[]]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("es", "El ejército ha matado a tres civiles y ha bombardeado Kobane.", "ejército"),
        ("es", "El ejército dijo haber bombardeado Kobane.", "ejército"),
        ("es", "Kobane, bombardeada por los rebeldes, sigue sin agua.", "rebeldes"),
        ("es", "Un observador murió en manos de los rebeldes en Bentiu.", "rebeldes"),
        ("es", "El ejército causó la muerte de tres civiles en Tibú.", "ejército"),
        ("pt", "O exército causou a morte de três civis em Palma.", "exército"),
        ("pt", "Palma foi atingida por mísseis disparados pelos rebeldes.", "rebeldes"),
        ("pt", "Depois de os rebeldes terem bombardeado Pemba, o exército retirou-se.", "rebeldes"),
        ("fr", "L'armée a causé la mort de trois civils à Sake.", "armée"),
        ("fr", "Bombardée par les rebelles, la ville de Sake est privée d'eau.", "rebelles"),
        ("fr", "La mort de trois soldats congolais, tués par les rebelles à Sake, a été condamnée.", "rebelles"),
        ("fr", "Les soldats congolais ont accusé le M23 d'avoir bombardé Sake.", "M23"),
        ("fr", "L'armée dit avoir tué dix rebelles à Sake.", "armée"),
        ("fr", "Les rebelles ont attaqué Kidal, tué trois soldats et brûlé des maisons.", "rebelles"),
        ("fr", "Israël a condamné l'attaque du Hezbollah à Khiam, qui a fait trois morts.", "Hezbollah"),
    ],
)
def test_whoever_did_it_is_still_named(language: str, text: str, actor: str) -> None:
    assert who(language, text) == [[actor]]


def test_a_headline_tells_of_shots_as_an_attack() -> None:
    told = happenings(
        "pt", "Camião atacado antes do acordo\n\nHomens desconhecidos atacaram a tiro um camião perto de Gorongosa."
    )
    assert [act.act for act in told] == ["small-arms"]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("fr", "Les rebelles ont tué le maire de Sake.", "rebelles"),
        ("fr", "Les rebelles ont tué le maire de Sake, a écrit sur Twitter le porte-parole de l'armée.", "rebelles"),
        ("pt", "Os rebeldes mataram o administrador de Muanza na segunda-feira.", "rebeldes"),
        ("es", "El ELN asesinó al alcalde de Tibú.", "ELN"),
        ("es", "El ELN informó el lunes de que atacó un puesto de Policía en Tibú.", "ELN"),
        ("fr", "Les rebelles ont tiré sur Sake, a écrit sur Twitter le représentant de l'ONU.", "rebelles"),
    ],
)
def test_who_kills_an_office_holder_or_tells_of_his_own_act(language: str, text: str, actor: str) -> None:
    (act,) = happenings(language, text)
    assert [each.text for each in act.actors] == [actor]
    named = [place.text for place in act.places] + [target.text for target in act.targets]
    assert "Twitter" not in named
