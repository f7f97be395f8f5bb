"""Who blames whom, who backs whom and how a truce stands, in French, Spanish and Portuguese."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack

BLAMES = [
    (
        "fr",
        "L'armée accuse une nouvelle fois les rebelles, appuyés par Kigali, de violer la trêve.",
        "armée",
        "rebelles",
    ),
    ("fr", "Les rebelles ont été accusés par l'armée d'avoir rompu la trêve.", "armée", "rebelles"),
    ("fr", "Le gouvernement impute l'attaque au GSIM.", "gouvernement", "GSIM"),
    ("fr", "La coalition reproche aux Houthis d'avoir violé la trêve.", "coalition", "Houthis"),
    ("fr", "La Finul tient l'armée israélienne pour responsable du tir.", "Finul", "armée israélienne"),
    ("fr", "Le ministre a pointé du doigt le M23 après l'attaque.", "ministre", "M23"),
    ("es", "El ELN fue acusado por el Ejército de romper el cese al fuego.", "Ejército", "ELN"),
    ("es", "El Gobierno atribuyó el ataque a las disidencias de las FARC.", "Gobierno", "disidencias de las FARC"),
    ("es", "El ELN denunció violaciones del cese por parte del Ejército.", "ELN", "Ejército"),
    ("es", "El gobernador culpó del ataque a las disidencias.", "gobernador", "disidencias"),
    ("es", "El ministro señaló al ELN como responsable del atentado.", "ministro", "ELN"),
    ("pt", "A polícia acusou mais uma vez a Renamo de violar a trégua.", "polícia", "Renamo"),
    ("pt", "A Renamo é acusada pela polícia de ter atacado uma coluna.", "polícia", "Renamo"),
    ("pt", "A polícia atribui os ataques a um grupo armado.", "polícia", "grupo armado"),
    ("pt", "A Renamo denunciou violações da trégua por parte do exército.", "Renamo", "exército"),
]

RELATIONS = [
    ("fr", "Le Gatia, groupe membre de la Plateforme, a attaqué un poste.", "member_of", "Gatia", "Plateforme"),
    ("fr", "Le Gatia, proche du gouvernement, a attaqué un poste.", "linked", "Gatia", "gouvernement"),
    ("es", "El frente Carlos Ruiz, que pertenece al EMC, atacó un puesto.", "member_of", "frente Carlos Ruiz", "EMC"),
    ("pt", "O M23, apoiado pelo Ruanda, atacou Sake.", "backs", "Ruanda", "M23"),
]

TRUCES = [
    ("es", "El Gobierno prorrogó por seis meses el cese al fuego. Un soldado murió.", "extended"),
    ("es", "El cese al fuego entre el Gobierno y el ELN sigue vigente. Un soldado murió.", "in_force"),
    ("pt", "A trégua entre o governo e os rebeldes do leste vem sendo cumprida. Um soldado morreu.", "in_force"),
    ("fr", "La trêve est largement respectée. Un soldat a été tué.", "in_force"),
]

AID = [
    ("es", "Un convoy con alimentos llegó a Madaya, donde murió un civil."),
    ("pt", "Um comboio com alimentos chegou a Duma, onde morreu um civil."),
]

ACTS = [
    ("fr", "Un casque bleu a été tué par balles à Bria.", "small-arms", []),
    ("fr", "Les FARDC ont affronté le M23 à Kibumba.", "attack", ["FARDC", "M23"]),
    ("fr", "Le M23 a pris le contrôle de Bunagana.", "advance", ["M23"]),
    ("es", "El Ejército combatió con el ELN en Tame.", "attack", ["Ejército", "ELN"]),
    ("es", "Las fuerzas del régimen tomaron la localidad de Saraqeb.", "advance", ["fuerzas del régimen"]),
    ("pt", "Um delegado da Renamo foi morto a tiro em Tete.", "small-arms", []),
    ("fr", "Deux obus sont tombés sur un marché de Goma.", "shelling", []),
    ("fr", "Un convoi a été empêché d'entrer à Goma par les rebelles.", "obstruction", ["rebelles"]),
    ("es", "Un proyectil cayó en un mercado de Homs.", "shelling", []),
    ("es", "Guerrilleros del ELN se lanzaron contra la estación de Mondomo.", "attack", ["ELN"]),
    ("pt", "Segundo o exército ucraniano, dois soldados morreram em um ataque dos rebeldes.", "attack", ["rebeldes"]),
    ("pt", "As forças governamentais tomaram a base de Satunjira.", "advance", ["forças governamentais"]),
]


DENIALS = [
    ("fr", "Le M23 affirme que l'armée a bombardé Sake. Le gouvernement dément.", ["gouvernement"]),
    (
        "fr",
        "Le M23 affirme que l'armée a bombardé Sake. Faux, dément le ministre, Paul Kabila.",
        ["ministre, Paul Kabila"],
    ),
    ("fr", "Le M23 affirme que l'armée a bombardé Sake. Le gouvernement rejette la trêve.", [None]),
    ("fr", "Le M23 affirme que l'armée a bombardé Sake. Le M23 dément toute perte.", [None]),
    ("es", "El Ejército dijo que un soldado fue secuestrado en Balboa. El frente Ruiz lo negó.", ["frente Ruiz"]),
    ("es", "El Ejército dijo que un soldado fue secuestrado. El frente Ruiz negó haber actuado.", ["frente Ruiz"]),
    ("pt", "A Renamo disse que um delegado foi raptado em Manica. A polícia negou ter agido.", ["polícia"]),
    ("pt", "A Renamo disse que um delegado foi raptado em Manica. A polícia nega.", ["polícia"]),
]


def slots(language: str, text: str, kind: type) -> list[object]:
    pack = load_pack(language)
    assert pack is not None
    claims: list[Claim] = extract(document(text), pack, Context(zone=dt.UTC))[0]
    return [claim.slots for claim in claims if isinstance(claim.slots, kind)]


@pytest.mark.parametrize(("language", "text", "speaker", "accused"), BLAMES)
def test_blame(language: str, text: str, speaker: str, accused: str) -> None:
    found = slots(language, text, Blame)
    pairs = [([one.text for one in each.blamers], [one.text for one in each.accused])
             for each in found if isinstance(each, Blame)]  # fmt: skip
    assert pairs == [([speaker], [accused])]


@pytest.mark.parametrize(("language", "text", "means", "source", "target"), RELATIONS)
def test_relations(language: str, text: str, means: str, source: str, target: str) -> None:
    (found,) = slots(language, text, Relation)
    assert isinstance(found, Relation)
    assert (found.type.value, found.source[0].text, found.target[0].text) == (means, source, target)


def test_who_leads_a_body_is_not_told_as_its_member() -> None:
    text = "Joaquim Dias, comandante da Polícia em Sofala, disse que rebeldes atacaram um posto."
    assert slots("pt", text, Relation) == []


@pytest.mark.parametrize(("language", "text", "status"), TRUCES)
def test_truces(language: str, text: str, status: str) -> None:
    assert [each.status.value for each in slots(language, text, TruceWord) if isinstance(each, TruceWord)] == [status]


@pytest.mark.parametrize(("language", "text"), AID)
def test_aid_that_came(language: str, text: str) -> None:
    assert [each.status.value for each in slots(language, text, Aid) if isinstance(each, Aid)] == ["delivered"]


@pytest.mark.parametrize(("language", "text", "act", "actors"), ACTS)
def test_acts(language: str, text: str, act: str, actors: list[str]) -> None:
    found = [each for each in slots(language, text, Happening) if isinstance(each, Happening)]
    assert [(each.act.value, [one.text for one in each.actors]) for each in found] == [(act, actors)]


@pytest.mark.parametrize(("language", "text", "deniers"), DENIALS)
def test_a_denial_answers_what_was_told_right_before(language: str, text: str, deniers: list[str | None]) -> None:
    pack = load_pack(language)
    assert pack is not None
    claims = extract(document(text), pack, Context(zone=dt.UTC))[0]
    denied = [claim.denied_by and claim.denied_by.text for claim in claims if isinstance(claim.slots, Happening)]
    assert denied == deniers


def test_a_small_word_with_a_capital_is_part_of_a_name() -> None:
    text = "Los rebeldes lanzaron morteros contra el barrio de Al Ramusa. Al Gobierno le toca."
    found = [each for each in slots("es", text, Happening) if isinstance(each, Happening)]
    assert [each.places[0].text for each in found] == ["barrio de Al Ramusa"]


def test_that_of_another_region_is_a_part_of_the_count() -> None:
    text = "A OSCE anotou 591 violações na região de Donetsk e 975 na de Luhansk."
    found = [each for each in slots("pt", text, Tally) if isinstance(each, Tally)]
    assert [(each.count, each.area[0].text) for each in found] == [(591, "região de Donetsk"), (975, "Luhansk")]
