# ruff: noqa: RUF001 - Turkish has a letter that looks like another
"""Acts, blame, truces and aid in French, Spanish, Portuguese and Turkish, as reporters of those languages word them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack

# what was done, by whom and where, as far as told: (language, act, actor, place, text)
INCIDENTS = [
    (
        "fr",
        "shelling",
        "armée",
        "",
        "L'artillerie de l'armée a tonné toute la matinée contre les positions rebelles près de Rutshuru.",
    ),
    ("fr", "shelling", "", "Tombouctou", "Tombouctou a été touchée par des obus tirés par les jihadistes."),
    ("fr", "small-arms/attack", "", "Bangassou", "Des affrontements à l'arme automatique ont éclaté à Bangassou."),
    (
        "fr",
        "small-arms",
        "",
        "",
        "Les soldats ont fait usage de leurs armes contre des manifestants à Abidjan, tuant deux d'entre eux.",
    ),
    ("fr", "small-arms", "", "", "Des rafales de kalachnikov ont crépité à Bujumbura, dans le quartier de Cibitoke."),
    ("fr", "attack", "", "Mutwanga", "Les ADF ont massacré une vingtaine de villageois à Mutwanga."),
    ("fr", "abduction", "", "", "Une vingtaine de villageois ont été emmenés de force par les rebelles de la LRA."),
    ("fr", "abduction", "", "", "Quatre policiers sont retenus en otage par le FPRC à Bambari."),
    ("fr", "advance", "", "Kidal", "L'armée malienne est entrée dans Kidal mardi."),
    ("fr", "advance", "", "Kirumba", "Prise de Kirumba par les rebelles du M23."),
    ("fr", "advance", "", "Bambari", "Les rebelles ont fait leur entrée dans Bambari."),
    ("fr", "advance", "", "Nyabibwe", "Les rebelles contrôlent désormais Nyabibwe, localité située à 70 km de Bukavu."),
    ("fr", "advance", "", "Bossangoa", "La localité de Bossangoa est passée sous le contrôle de la coalition rebelle."),
    ("fr", "explosion", "", "", "Une grenade lancée dans un bar de Bujumbura a blessé six personnes."),
    ("fr", "drone", "", "", "Un CH-4 des FARDC a frappé des positions rebelles à Kibumba."),
    ("fr", "overflight/drone", "", "", "Des avions de chasse israéliens ont survolé Beyrouth à basse altitude."),
    ("fr", "other", "", "", "Les soldats ont mis le feu à plusieurs cases à Paoua."),
    ("fr", "other", "", "", "Le M23 a déployé des renforts et creusé des tranchées à Kibumba."),
    ("es", "shelling", "", "Homs", "La artillería del régimen castigó los barrios sitiados de Homs."),
    (
        "es",
        "shelling",
        "",
        "Argelia",
        "Disidencias de las FARC lanzaron cilindros bomba contra la estación de policía de Argelia, Cauca.",
    ),
    ("es", "small-arms", "", "Corinto", "Desconocidos hostigaron con ráfagas de fusil la base militar de Corinto."),
    ("es", "attack", "", "Toribío", "Un atentado contra la estación de policía de Toribío dejó un agente herido."),
    ("es", "abduction", "", "", "Secuestro de un ganadero en Fortul."),
    ("es", "abduction", "", "", "Un policía permanece en poder del ELN desde su retención en Tame."),
    ("es", "advance", "", "Avdiivka", "Las tropas rusas tomaron Avdiivka."),
    ("es", "advance", "", "Palmira", "El ejército sirio recuperó Palmira de manos del Estado Islámico."),
    ("es", "advance", "", "Goma", "La ciudad de Goma cayó en poder de los rebeldes del M23."),
    ("es", "advance", "", "", "Incursión de hombres armados en la comunidad indígena de Chagpien."),
    ("es", "advance", "", "", "Fuerzas israelíes se adentraron en territorio sirio hasta Quneitra."),
    ("es", "drone", "", "", "Un aparato no tripulado dejó caer una granada sobre un puesto policial en Morales."),
    ("es", "overflight", "", "", "Aviones de guerra israelíes sobrevolaron Beirut a baja altura."),
    ("es", "overflight", "", "", "Un caza turco violó el espacio aéreo griego sobre el Egeo."),
    (
        "es",
        "obstruction",
        "",
        "",
        "El paro armado decretado por el ELN mantiene confinadas a 12 comunidades del San Juan.",
    ),
    ("es", "obstruction", "", "", "Milicianos cortaron la vía Panamericana a la altura de Mondomo."),
    ("es", "other", "", "", "El grupo sembró minas en los caminos veredales de Samaniego."),
    ("pt", "shelling", "", "Homs", "Bairros de Homs voltaram a ser alvo de fogo de morteiro."),
    ("pt", "shelling", "", "Mariupol", "Mariupol esteve debaixo de fogo de artilharia toda a manhã."),
    ("pt", "airstrike", "", "Idlib", "Caças russos largaram bombas sobre Idlib."),
    ("pt", "airstrike", "", "Alepo", "A aviação síria realizou vários raides contra Alepo."),
    ("pt", "abduction", "", "", "Seis pescadores foram levados à força pelos insurgentes em Ibo."),
    ("pt", "advance", "", "Goma", "A cidade de Goma caiu nas mãos dos rebeldes do M23."),
    ("pt", "advance", "", "Palma", "As forças moçambicanas recuperaram o controlo de Palma."),
    ("pt", "advance", "", "Uvira", "Os rebeldes do M23 entraram em Uvira."),
    ("pt", "advance", "", "Alepo", "Rebeldes assumem controle de Alepo."),
    ("pt", "advance", "", "", "Tropas israelenses avançaram dentro do território sírio perto de Quneitra."),
    ("pt", "explosion", "", "", "Uma viatura das FDS accionou um engenho explosivo improvisado em Macomia."),
    ("pt", "explosion", "", "", "Bombista suicida fez-se explodir numa mesquita em Idlib."),
    ("pt", "obstruction", "", "", "A polícia montou uma barricada e cercou a casa do líder da Renamo na Beira."),
    ("pt", "other", "", "", "A Renamo minou a estrada para Dombe."),
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
    ("tr", "shelling", "", "Terter", "Ermenistan ordusu Terter'e top atışı yaptı."),
    ("tr", "small-arms", "", "Gedebey", "Ermeni keskin nişancılar Gedebey'de bir askeri yaraladı."),
    ("tr", "small-arms", "", "Cenin", "İsrail askerleri Cenin'de bir Filistinliyi vurarak öldürdü."),
    ("tr", "attack", "", "Trablus", "Trablus'ta çatışmalar çıktı."),
    ("tr", "explosion", "", "Ağdam", "Ağdam'da mayına basan iki sivil hayatını kaybetti."),
    ("tr", "obstruction", "", "Donetsk", "Ayrılıkçılar AGİT gözlemcilerinin Donetsk'e girmesini engelledi."),
    ("tr", "shelling", "", "Ağdere", "Ermenistan silahlı kuvvetleri Ağdere'yi topçularla vurdu."),
    ("tr", "small-arms", "", "Kelbecer", "Ermeni güçler Kelbecer yönünde taciz ateşi açtı."),
    ("tr", "advance", "", "Sirte", "Hafter güçleri Sirte'yi geri aldı."),
    ("tr", "obstruction", "", "Şuşa", "Göstericiler Şuşa'da yolu kapattı."),
    ("tr", "other", "", "Nablus", "Nablus'ta üç araç ateşe verildi."),
]

# who is held responsible: (language, accused, text)
BLAMES = [
    ("fr", "M23", "Kinshasa impute au M23 la responsabilité du massacre de Kishishe."),
    ("fr", "Rwanda", "Kinshasa fait porter au Rwanda la responsabilité de l'échec du cessez-le-feu."),
    ("fr", "anti-balaka", "Les anti-balaka sont montrés du doigt par la population après le meurtre."),
    ("fr", "ADF", "L'attaque, qui porte la marque des ADF, n'a pas été revendiquée."),
    ("fr", "jihadistes", "Ces violences sont imputées aux jihadistes de la katiba Macina."),
    ("fr", "Wagner", "L'ONG désigne Wagner comme l'auteur des tueries."),
    ("es", "Clan del Golfo", "El alcalde apuntó al Clan del Golfo."),
    ("es", "Rusia", "Kiev carga contra Rusia por violar la tregua."),
    ("es", "paramilitares", "La comunidad sindica a los paramilitares de la masacre."),
    ("es", "Azerbaiyán", "Ereván tachó a Azerbaiyán de responsable de la escalada."),
    ("es", "ELN", "La Fiscalía vinculó al ELN con el atentado."),
    ("pt", "Hamas", "Israel diz que o Hamas é o responsável pela quebra do cessar-fogo."),
    ("pt", "Israel", "Teerão considera Israel responsável pelo atentado."),
    ("pt", "Exército", "Os moradores apontam o Exército como autor dos disparos."),
    ("pt", "Hamas", "Netanyahu põe a culpa no Hamas."),
    ("pt", "regime", "A oposição síria culpabilizou o regime pelo massacre."),
    ("pt", "Israel", "O Hezbollah joga a culpa em Israel."),
    ("fr", "M23", "Le gouverneur tient les rebelles du M23 pour seuls responsables de la tragédie."),
    ("fr", "Tchad", "Khartoum rend le Tchad responsable de l'incursion."),
    ("fr", "HTC", "Damas pointe la responsabilité de HTC dans le massacre."),
    ("es", "frente", "Según la Gobernación, los autores serían guerrilleros del frente Dagoberto Ramos."),
    ("pt", "UNITA", "O governo angolano apontou a UNITA como responsável pelo massacre."),
]

# what is said of a truce, of aid, of who backs whom: (language, kind, status, text)
STATED = [
    ("es", "aid", "blocked", "Los camiones con ayuda siguen varados en el paso de Rafah."),
    ("es", "aid", "blocked", "El grupo armado no deja entrar alimentos a las comunidades del río San Juan."),
    ("pt", "truce", "ended", "A Renamo pôs fim ao cessar-fogo."),
    ("pt", "aid", "blocked", "A ajuda humanitária não consegue chegar a Mueda."),
    ("fr", "truce", "ended", "Le groupe armé a dénoncé le cessez-le-feu et repris les armes."),
    ("es", "relation", "affiliate", "Ansar al Islam, afiliado a Al Qaeda, reivindicó el ataque."),
]

# no event at all: (language, text)
NOTHING = [
    ("fr", "Le ministre est entré dans Kidal mardi pour y rencontrer les notables."),
    ("fr", "Les déplacés sont entrés dans Goma dimanche pour y chercher un abri."),
    ("fr", "Les rebelles ont pris la parole à Doha lors de la cérémonie."),
    ("fr", "Le général a pris Paul Biya au sérieux, dit la presse."),
    ("fr", "La prise de parole du colonel a duré une heure à Bamako."),
    ("fr", "Le président a pris la route de Goma."),
    ("fr", "Les rebelles menacent de prendre Goma."),
    ("fr", "L'armée a pris acte de la déclaration de Bamako."),
    ("fr", "Le Mali a écrasé le Niger en finale à Bamako."),
    ("fr", "Les soldats s'entraînent à l'assaut d'un village lors d'un exercice à Gao."),
    ("fr", "Le M23 n'a pas pris Uvira, assure le gouverneur."),
    ("fr", "La route de Sibut a été coupée par les inondations."),
    ("fr", "La reprise des négociations est prévue à Luanda avec les rebelles."),
    ("fr", "Les troupes sont entrées en caserne."),
    ("fr", "La chute de Mobutu avait été saluée par l'armée à Kinshasa."),
    ("es", "El ministro entró en Tumaco para reunirse con los líderes."),
    ("es", "La guerrilla tomó la decisión de volver a La Habana."),
    ("es", "La toma de posesión del general será en Bogotá."),
    ("es", "Las tropas tomaron nota de lo ocurrido."),
    ("es", "El ELN amenaza con tomar Tame."),
    ("es", "Las tropas no tomaron Tame, aseguró el gobernador."),
    ("es", "El Ejército hizo un simulacro de combate en Tolemaida."),
    ("es", "La caída de Maduro fue celebrada por el ejército en Caracas."),
    ("es", "Los cabildos de Toribío y Jambaló eligieron autoridades."),
    ("es", "Los soldados volaron a Bogotá tras las vacaciones."),
    ("pt", "O ministro entrou em Palma para se reunir com os líderes."),
    ("pt", "Os deslocados entraram em Pemba à procura de abrigo."),
    ("pt", "A Renamo tomou a decisão de voltar a Maputo."),
    ("pt", "A tomada de posse do general será em Maputo."),
    ("pt", "As tropas não tomaram Palma, garantiu o governador."),
    ("pt", "A Renamo ameaça tomar Maringué."),
    ("pt", "O avançado bombardeou a baliza do Benfica em Lisboa."),
    ("pt", "As cheias bloquearam a estrada de Dombe."),
    ("pt", "A queda de Assad foi celebrada pelo exército em Beirute."),
    ("pt", "O exército realizou um exercício de combate em Nampula."),
    ("pt", "Os soldados tomaram o pequeno-almoço no quartel."),
    ("tr", "Bakan Halep'e girdi ve yetkililerle görüştü."),
    ("tr", "Rejim güçleri Halep'e girmedi."),
    ("tr", "Takım rakibini 3-0 vurdu ve stadyumda sevinç yaşandı."),
    ("tr", "Ordu Konya'da tatbikatta hedefleri vurdu."),
    ("tr", "Ordu ateş açıldığını yalanladı."),
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


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_words_of_force_without_force_are_no_event(language: str, text: str) -> None:
    assert [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)] == []


# bodies by the whole of their names: (language, text, who speaks)
BODIES = [
    (
        "es",
        "El Centro ruso para la Reconciliación de las partes en Siria registró 14 violaciones.",
        "Centro ruso para la Reconciliación de las partes en Siria",
    ),
    ("es", "El Centro ruso para la Paz registró 14 violaciones.", "Centro ruso para la Paz"),
    (
        "es",
        "El Mecanismo de Monitoreo y Verificación registró 14 violaciones.",
        "Mecanismo de Monitoreo y Verificación",
    ),
    ("es", "El Ministerio de Defensa y Rusia denunciaron 14 violaciones.", "Rusia"),
    ("fr", "Le centre russe pour la réconciliation a recensé 14 violations.", "centre russe pour la réconciliation"),
    ("fr", "Le Mouvement pour la Paix a recensé 14 violations.", "Mouvement pour la Paix"),
    (
        "fr",
        "Le Mécanisme de Vérification et de Suivi a recensé 14 violations.",
        "Mécanisme de Vérification et de Suivi",
    ),
    ("pt", "O centro russo para a reconciliação registou 14 violações.", "centro russo para a reconciliação"),
    (
        "pt",
        "Segundo a Comissão Mista de Verificação e Fiscalização, houve 14 violações.",
        "Comissão Mista de Verificação e Fiscalização",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), BODIES)
def test_a_body_has_the_matters_of_its_name(language: str, text: str, speaker: str) -> None:
    assert [link.text for link in read(language, text)[0].chain] == [speaker]


# what everyday verbs of taking and going tell of forces and places: (language, text, act or nothing)
TAKINGS = [
    ("fr", "La ville de Goma a été prise par les rebelles mardi.", ["advance"]),
    ("fr", "La ville de Goma a été prise par le froid ; les soldats y dorment.", []),
    ("fr", "La parole a été prise par les rebelles à Doha.", []),
    ("fr", "Calme à Sake ; les rebelles ont pris Goma.", ["advance"]),
    ("fr", "Selon les rebelles, le chef de la mission a pris Goma en exemple.", []),
    ("fr", "Face aux rebelles, la foule a pris Goma.", []),
    ("fr", "Les rebelles ont pris Jean Kasongo en otage à Goma.", []),
    ("fr", "Les rebelles sont entrés dans le village de Boga et ont tué dix habitants.", ["attack"]),
    ("fr", "Les soldats ont libéré la ville de Kidal.", ["advance"]),
    ("fr", "La Russie a pris Avdiïvka, disent des soldats.", ["advance"]),
    ("es", "Los rebeldes entraron en la aldea de Boga y quemaron casas.", ["attack"]),
    ("fr", "Calme hier à Bria. Les troupes, elles, reprennent.", []),
    ("pt", "Os soldados tomaram a estrada de Palma.", []),
]


@pytest.mark.parametrize(("language", "text", "acts"), TAKINGS)
def test_a_place_is_taken_by_a_force_alone(language: str, text: str, acts: list[str]) -> None:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    assert [each.act.value for each in found] == acts


@pytest.mark.parametrize(
    "text",
    [
        "Selon le Comité de Suivi et observation, il y a eu 14 violations.",
        "Selon le Comité de Suivi et les armées, il y a eu 14 violations.",
    ],
)
def test_what_is_no_matter_ends_a_name(text: str) -> None:
    assert [link.text for link in read("fr", text)[0].chain][:1] == ["Comité de Suivi"]


def test_where_nouns_have_cases_a_first_word_may_stand_in_another_case_elsewhere() -> None:
    claims = read("ru", "Хальфая обстреляна. Боевики обстреляли Хальфаю из миномётов.")
    assert any("Хальфа" in place.text for each in claims for place in getattr(each.slots, "places", ()))


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
