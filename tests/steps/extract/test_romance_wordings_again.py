"""More wordings of acts, blame and truces in French, Spanish and Portuguese, and whose breaches are counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack

# what was done, by whom and where, as far as told: (language, act, actor, place, text)
INCIDENTS = [
    ("fr", "shelling", "", "Sévérodonetsk", "Sévérodonetsk croule sous les obus depuis l'aube."),
    (
        "fr",
        "shelling",
        "",
        "Al-Khiyam",
        "Al-Khiyam a été arrosée d'obus au phosphore, selon l'agence nationale d'information.",
    ),
    ("fr", "airstrike", "", "Baalbek", "Baalbek a été la cible de plusieurs raids israéliens jeudi soir."),
    ("fr", "small-arms", "", "Musaga", "Deux jeunes gens ont été exécutés d'une balle dans la tête à Musaga."),
    ("fr", "attack", "", "Beni", "Les ADF ont semé la mort à Beni : dix-sept civils tués à l'arme blanche."),
    ("fr", "attack", "", "Mobaye", "Mobaye a été attaquée à l'aube par l'UPC."),
    ("fr", "attack", "", "Ouahigouya", "Des terroristes ont fauché la vie de quinze volontaires près d'Ouahigouya."),
    ("fr", "advance", "", "Minova", "Minova est désormais sous contrôle du M23."),
    ("fr", "advance", "", "Anéfis", "L'armée malienne a fait son entrée samedi à Anéfis."),
    ("fr", "advance", "", "Kalembe", "Les Wazalendo ont reconquis Kalembe après deux jours de combats."),
    ("fr", "explosion", "", "Mopti", "Trois soldats ont trouvé la mort à Mopti quand leur véhicule a heurté une mine."),
    ("fr", "drone", "", "Zaporijjia", "Des Shahed se sont abattus sur Zaporijjia dans la nuit."),
    ("fr", "obstruction", "", "Kidal", "La CMA a érigé des barrages à l'entrée de Kidal."),
    ("fr", "other", "", "Bohong", "Plusieurs habitations ont été réduites en cendres à Bohong."),
    ("fr", "other", "", "Moba", "Des miliciens ont mis à sac le centre de santé de Moba."),
    ("es", "shelling", "", "Hasaka", "Hasaka fue blanco de proyectiles turcos la noche del martes."),
    ("es", "shelling", "", "Járkov", "Los obuses rusos sacudieron Járkov de madrugada."),
    ("es", "airstrike", "", "Sidón", "Una incursión de la aviación israelí dejó dos muertos en Sidón."),
    ("es", "airstrike", "", "Puerto Rondón", "El Ejército bombardeó un campamento del ELN en Puerto Rondón."),
    ("es", "small-arms", "", "Puerto Tejada", "Ataque sicarial en Puerto Tejada deja tres muertos."),
    ("es", "small-arms", "", "Morales", "Un patrullero resultó herido de bala en el ataque a la estación de Morales."),
    ("es", "small-arms", "", "Miranda", "Ráfagas de fusil contra el puesto de policía de Miranda."),
    ("es", "attack", "", "Mondomo", "La subestación de policía de Mondomo fue hostigada por las disidencias."),
    ("es", "attack", "", "Samaniego", "Masacre en Samaniego: cinco jóvenes asesinados."),
    ("es", "attack", "", "Catatumbo", "Combates en el Catatumbo obligaron a huir a 300 personas."),
    ("es", "advance", "", "Manbij", "Las milicias kurdas entraron en Manbij."),
    ("es", "advance", "", "Toretsk", "Toretsk ha caído en manos rusas."),
    ("es", "advance", "", "Kurajove", "Las fuerzas rusas completaron la captura de la ciudad de Kurajove."),
    ("es", "advance", "", "El Plateado", "El Ejército retomó el corregimiento de El Plateado."),
    ("es", "explosion", "", "Puerto Caldas", "Un niño perdió una pierna al activar una mina en Puerto Caldas."),
    ("es", "obstruction", "", "Nóvita", "El ELN mantiene confinadas a varias comunidades en Nóvita."),
    ("pt", "shelling", "", "Stepanakert", "Stepanakert foi alvo de disparos de artilharia azeris."),
    ("pt", "airstrike", "", "Kafr Nabl", "Um ataque da aviação russa matou nove civis em Kafr Nabl."),
    ("pt", "attack", "", "Chiúre", "Ataque terrorista em Chiúre provoca mais de dez mil deslocados."),
    ("pt", "attack", "", "Goma", "O M23 e as FARDC voltaram a confrontar-se perto de Goma."),
    ("pt", "advance", "", "Hama", "Os rebeldes entraram em Hama sem combates."),
    ("pt", "advance", "", "Bakhmut", "Bakhmut caiu nas mãos dos russos."),
    ("pt", "advance", "", "Bukavu", "O M23 tomou Bukavu na sexta-feira."),
    ("pt", "advance", "", "Mafraq", "O exército sírio retomou o controlo da localidade de Mafraq."),
]

# who is held responsible: (language, accused, text)
BLAMES = [
    ("fr", "M23", "Le gouverneur tient les rebelles du M23 pour seuls responsables de la tragédie."),
    ("fr", "Tchad", "Khartoum rend le Tchad responsable de l'incursion."),
    ("fr", "HTC", "Damas pointe la responsabilité de HTC dans le massacre."),
    ("es", "frente", "Según la Gobernación, los autores serían guerrilleros del frente Dagoberto Ramos."),
    ("pt", "UNITA", "O governo angolano apontou a UNITA como responsável pelo massacre."),
]

# what is said of a truce, of aid, of who backs whom: (language, kind, status, text)
STATED = [
    ("fr", "truce", "ended", "Le groupe armé a dénoncé le cessez-le-feu et repris les armes."),
    ("es", "relation", "affiliate", "Ansar al Islam, afiliado a Al Qaeda, reivindicó el ataque."),
]


FIGHTING = {
    "fr": " Des combats avaient fait des morts.",
    "es": " Hubo combates y muertos.",
    "pt": " Houve combates e mortos.",
}


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(replace(document(text), language=language), pack, Context(zone=dt.UTC))[0]


@pytest.mark.parametrize(("language", "act", "actor", "place", "text"), INCIDENTS)
def test_an_act_is_known_by_many_wordings(language: str, act: str, actor: str, place: str, text: str) -> None:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    assert found
    assert found[0].act.value in act.split("/")
    assert actor in ", ".join(who.text for who in found[0].actors)
    assert place in ", ".join(where.text for where in found[0].places)


@pytest.mark.parametrize(("language", "accused", "text"), BLAMES)
def test_blame_is_told_in_many_words(language: str, accused: str, text: str) -> None:
    found = [claim.slots for claim in read(language, text + FIGHTING[language]) if isinstance(claim.slots, Blame)]
    assert any(accused in who.text for each in found for who in each.accused)


@pytest.mark.parametrize(("language", "kind", "status", "text"), STATED)
def test_truces_aid_and_relations_are_told_in_many_words(language: str, kind: str, status: str, text: str) -> None:
    slots = [claim.slots for claim in read(language, text + FIGHTING[language])]
    found = [f"{each.kind} {each.status}" for each in slots if isinstance(each, TruceWord | Aid)]
    found += [f"{each.kind} {each.type}" for each in slots if isinstance(each, Relation)]
    assert f"{kind} {status}" in found


# whose breaches they are, by what stands behind them: (language, text, accused)
ACCUSED = [
    ("es", "Hamás denuncia 120 violaciones de Israel en Gaza.", ["Israel"]),
    ("es", "Hubo 20 violaciones de Siria.", []),
    ("es", "El ELN denuncia cinco violaciones del Ejército en Chocó.", ["Ejército"]),
    ("fr", "Le Hamas dénonce 120 violations d'Israël à Gaza.", ["Israël"]),
    ("pt", "O Hamas denuncia 120 violações de Israel em Gaza.", ["Israel"]),
    ("pt", "Seis violações imputadas à UNITA foram registadas.", ["UNITA"]),
]


@pytest.mark.parametrize(("language", "text", "accused"), ACCUSED)
def test_a_country_behind_its_breaches_did_them(language: str, text: str, accused: list[str]) -> None:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    assert [who.text for who in found[0].accused] == accused


def test_a_camp_of_a_group_is_where_it_lies() -> None:
    found = [claim.slots for claim in read("es", "El Ejército bombardeó un campamento del ELN en Puerto Rondón.")]
    places = [where.text for each in found if isinstance(each, Happening) for where in each.places]
    assert places == ["Puerto Rondón"]
