"""French, sentence by sentence, in words of these tests."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.steps.extract import Context, LanguagePack, extract, load_pack
from tregua.vocabulary.acts import Act, TruceStatus


@lru_cache(maxsize=1)
def french() -> LanguagePack:
    pack = load_pack("fr")
    assert pack is not None
    return pack


def read(text: str) -> list[Claim]:
    claims, _ = extract(document(text), french(), Context(zone=dt.UTC, truce_start=dt.date(2016, 2, 27)))
    return claims


def tallies(text: str) -> list[Tally]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Happening)]


COUNTS = [
    (
        (
            "Le centre recense au moins neuf violations en 24 heures : deux à Alep, deux à Homs, une dans la région de "
            "Hama et quatre à Lattaquié."
        ),
        [
            (9, "at least", "Alep"),
            (2, "exact", "Alep"),
            (2, "exact", "Homs"),
            (1, "exact", "région de Hama"),
            (4, "exact", "Lattaquié"),
        ],
    ),
    (
        "L'OSCE a enregistré 310 explosions dans la région de Donetsk et 45 dans celle de Louhansk.",
        [(310, "exact", "région de Donetsk"), (45, "exact", "Louhansk")],
    ),
    ("Le nombre de violations s'élève désormais à 522, dont 301 à Alep.", [(522, "exact", ""), (301, "exact", "Alep")]),
    (
        "Le comité a noté 11 violations : 6 dans la banlieue de Damas, 3 à Alep, une seule à Homs et une autre à Hama.",
        [
            (11, "exact", "banlieue de Damas"),
            (6, "exact", "banlieue de Damas"),
            (3, "exact", "Alep"),
            (1, "exact", "Homs"),
            (1, "exact", "Hama"),
        ],
    ),
    ("Plus de 1 200 violations ont été constatées en Syrie.", [(1200, "more than", "Syrie")]),
    ("L'armée a compté quatre-vingt-dix-sept violations.", [(97, "exact", "")]),
    ("Le comité a relevé une vingtaine de violations de la trêve à Kidal.", [(20, "about", "Kidal")]),
    (
        "Le comité a relevé vingt-et-une violations, puis soixante et onze violations.",
        [(21, "exact", ""), (71, "exact", "")],
    ),
    ("Le comité a relevé mille deux cents violations.", [(1200, "exact", "")]),
    ("Le comité a relevé 2 000 000 000 violations, ou cent-plus violations.", []),
    ("La mission a noté trois violations de l'accord n° 1 par l'armée et de l'article 7.", [(3, "exact", "")]),
    ("C'est la deuxième violation du cessez-le-feu à Rutshuru.", [(2, "exact", "Rutshuru")]),
    ("Des dizaines de violations ont été constatées à Gao.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_bounds_and_places(text: str, expected: list[tuple[int, str, str]]) -> None:
    found = [(tally.count, tally.bound.value, tally.area[0].text if tally.area else "") for tally in tallies(text)]
    assert found == expected


WINDOWS = [
    ("Trois violations ont été relevées au cours des deux dernières semaines.", ("2016-04-24", "2016-05-08")),
    ("Trois violations ont été relevées durant les dernières 48 heures.", ("2016-05-06", "2016-05-08")),
    ("Trois violations ont été relevées depuis le 1er mai.", ("2016-05-01", "2016-05-08")),
    ("Trois violations ont été relevées depuis l'entrée en vigueur de la trêve.", ("2016-02-27", "2016-05-08")),
    ("Trois violations ont été relevées mardi 3 mai 2016.", ("2016-05-03", "2016-05-04")),
    ("Trois violations ont été relevées entre le 3 et le 5 mai.", ("2016-05-03", "2016-05-06")),
    ("Trois violations ont été relevées la veille.", ("2016-05-07", "2016-05-08")),
    ("Trois violations ont été relevées en avril 2016.", ("2016-04-01", "2016-05-01")),
]


@pytest.mark.parametrize(("text", "expected"), WINDOWS)
def test_windows(text: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(text)
    assert window(tally) == expected


def test_repeated_breaches_shares_by_actor_and_owners_behind_the_noun() -> None:
    (twice,) = tallies("Selon la Monusco, le M23 a violé le cessez-le-feu à deux reprises.")
    assert (twice.count, twice.accused[0].text) == (2, "M23")
    _, front, army = tallies(
        "La mission a noté 24 violations, dont 14 imputées au Front Polisario et 10 à l'armée marocaine."
    )
    assert [(share.count, share.accused[0].text) for share in (front, army)] == [
        (14, "Front Polisario"),
        (10, "armée marocaine"),
    ]
    (fire,) = tallies("L'état-major a signalé 34 tirs des séparatistes en 24 heures.")
    assert fire.accused[0].text == "séparatistes"


ACTS = [
    ("Des drones de l'armée soudanaise ont frappé le marché de Nyala.", Act.DRONE, "drones de l'armée soudanaise"),
    ("Les FARDC ont bombardé des positions du M23 à Walikale.", Act.SHELLING, "FARDC"),
    ("Le village de Kibumba a été bombardé par les rebelles du M23.", Act.SHELLING, "M23"),
    ("Les rebelles se sont emparés de la localité de Masisi.", Act.ADVANCE, "rebelles"),
    ("Israël frappe la banlieue sud de Beyrouth.", Act.ATTACK, "Israël"),
    ("Une attaque a visé un poste à Gao.", Act.ATTACK, None),
    ("Des hommes armés ont enlevé trois humanitaires à Bria.", Act.ABDUCTION, "hommes armés"),
    ("La CRP et les Wazalendo se sont affrontés à Bunia.", Act.ATTACK, "CRP"),
    ("Trois civils ont été tués dans un bombardement de l'armée syrienne sur Douma.", Act.SHELLING, "armée syrienne"),
    ("Un soldat a péri dans des raids aériens russes sur Alep.", Act.AIRSTRIKE, "russes"),
    ("Les rebelles du FACT ont franchi la frontière et occupé la garnison de Zouarké.", Act.ADVANCE, "FACT"),
    ("L'armée malienne dit avoir tué 19 terroristes dans la région de Mopti.", Act.ATTACK, "armée malienne"),
    ("L'armée israélienne a déclaré mardi avoir mené une attaque à Beyrouth.", Act.ATTACK, "armée israélienne"),
    ("Des affrontements ont opposé mardi des rebelles du M23 à des miliciens à Kishishe.", Act.ATTACK, "M23"),
    ("La CRP a occupé Iga avant d'en être chassée par les FARDC.", Act.ADVANCE, "CRP"),
    ("L'armée a dénoncé l'enlèvement de soldats à Kidal par des djihadistes.", Act.ABDUCTION, "djihadistes"),
]


@pytest.mark.parametrize(("text", "act", "actor"), ACTS)
def test_acts_and_who_acts(text: str, act: Act, actor: str | None) -> None:
    (happening,) = incidents(text)
    assert happening.act is act
    assert (happening.actors[0].text if happening.actors else None) == actor


def test_the_conditional_is_hearsay_and_the_one_who_speaks_does_not_act() -> None:
    (claim,) = read(
        "L'armée israélienne aurait tiré deux obus sur le village d'Aïta, a déclaré un porte-parole de la Finul."
    )
    assert "alleged" in claim.marks
    assert claim.chain[0].text == "porte-parole de la Finul"
    assert isinstance(claim.slots, Happening)
    assert [actor.text for actor in claim.slots.actors] == ["armée israélienne"]


SPEAKERS = [
    ("D'après l'OSDH, l'armée a bombardé Douma.", "OSDH"),
    ("L'armée a bombardé Douma, affirme-t-on de source militaire.", "source militaire"),
    ("À en croire Damas, les rebelles ont bombardé Alep.", "Damas"),
    ("« Les rebelles ont attaqué notre position à Kidal », a affirmé mardi le colonel Diarra.", "colonel Diarra"),
    ("Selon un communiqué du ministère de la Défense, les rebelles ont attaqué Kidal.", "ministère de la Défense"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speakers(text: str, speaker: str) -> None:
    assert [claim.chain[0].text for claim in read(text)] == [speaker]


def test_the_dead_and_the_wounded() -> None:
    (happening,) = incidents(
        "Au moins 14 personnes, dont 5 enfants, ont péri et une dizaine ont été blessées dans l'attaque de Savo."
    )
    assert happening.killed is not None
    assert (happening.killed.low, happening.killed.high) == (14, None)
    (other,) = incidents(
        "Trois soldats ont été tués et cinq autres blessés dans une embuscade des rebelles près de Gao."
    )
    assert other.killed is not None
    assert other.injured is not None
    assert (other.killed.best, other.injured.best) == (3, 5)


NOTHING = [
    "L'armée n'a pas attaqué Goma.",
    "Si l'armée attaquait Goma, les rebelles bombarderaient Bukavu.",
    "Le M23 a démenti avoir attaqué les positions des FARDC.",
    "Le ministère a démenti que son aviation ait frappé l'hôpital de Maarat.",
    "Le PSG a battu Lyon : deux tirs au but, une attaque en feu et trois buts en dix minutes.",
    "La grève entre dans sa troisième semaine, les syndicats refusent la trêve et la violation des accords.",
    "L'armée a mené un exercice : une attaque fictive de drones a été simulée à Mourmelon, le scénario a été joué.",
    "Trêve commerciale : les droits de douane sont suspendus, les marchés saluent la fin des attaques de Washington.",
    "Une cérémonie de commémoration de l'armistice a réuni les historiens devant le monument aux poilus tués en 1916.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_from_wishes_denials_sport_strikes_of_workers_drills_and_anniversaries(text: str) -> None:
    found = [claim for claim in read(text) if isinstance(claim.slots, Tally | Happening)]
    assert found == []


def test_an_accusation_that_the_accused_denies_is_kept_as_denied() -> None:
    claims = read("La mission accuse les rebelles de la CPC d'avoir attaqué Bouar. La CPC nie toute implication.")
    told = next(claim for claim in claims if isinstance(claim.slots, Happening))
    assert told.denied_by is not None
    assert told.denied_by.text == "CPC"


def test_truces_blame_relations_and_aid() -> None:
    text = (
        "La trêve entre le gouvernement et le M23 a été prolongée de trente jours. Kinshasa accuse le M23 d'avoir tué "
        "des civils. L'aide humanitaire a été bloquée à Goma. Attika, bras armé du MFDC, a attaqué un poste."
    )
    slots = [claim.slots for claim in read(text)]
    (truce,) = [found for found in slots if isinstance(found, TruceWord)]
    assert (truce.status, [party.text for party in truce.parties]) == (TruceStatus.EXTENDED, ["gouvernement", "M23"])
    (blame,) = [found for found in slots if isinstance(found, Blame)]
    assert (blame.blamers[0].text, blame.accused[0].text) == ("Kinshasa", "M23")
    (aid,) = [found for found in slots if isinstance(found, Aid)]
    assert aid.area[0].text == "Goma"
    (relation,) = [found for found in slots if isinstance(found, Relation)]
    assert (relation.source[0].text, relation.target[0].text) == ("Attika", "MFDC")


def test_what_stands_behind_an_article_is_a_place_only_with_a_head_word() -> None:
    (happening,) = incidents("L'armée a tué deux rebelles à Gao, a-t-elle écrit à la Finul.")
    assert [place.text for place in happening.places] == ["Gao"]


def test_a_capital_without_its_accent_is_the_same_letter_and_a_name_may_begin_like_an_elided_word() -> None:
    (happening,) = incidents("A Alep, l'armée a tué deux civils.")
    assert happening.places[0].text == "Alep"
    (other,) = incidents("L'armée tchadienne a tué deux rebelles à N'Djamena.")
    assert other.places[0].text == "N'Djamena"


def test_a_larger_count_of_another_place_stands_beside_the_first() -> None:
    both = tallies("La mission a recensé 591 violations dans la région de Donetsk et 975 dans celle de Louhansk.")
    assert [(tally.count, tally.area[0].text) for tally in both] == [(591, "région de Donetsk"), (975, "Louhansk")]


def test_an_accord_between_two_that_was_broken_is_violated() -> None:
    states = [
        claim.slots.status
        for claim in read(
            "L'accord de cessez-le-feu entre les Forces armées de la République et le groupe armé M23 a été enfreint, "
            "selon la mission. Des tirs ont tué deux civils à Goma."
        )
        if isinstance(claim.slots, TruceWord)
    ]
    assert states == [TruceStatus.VIOLATED]


def test_windows_of_days_and_of_an_accord() -> None:
    (week,) = tallies("Selon l'OSCE, 16.000 violations du cessez-le-feu ont été commises entre les 11 et 17 avril.")
    assert window(week) == ("2016-04-11", "2016-04-18")
    (since,) = tallies("Depuis l'accord du 27 février, Israël a violé la trêve 30 fois, a déclaré le ministre.")
    assert (since.count, window(since)) == (30, ("2016-02-27", "2016-05-08"))


def test_for_an_army_is_its_word_and_the_toll_of_a_war_is_no_count() -> None:
    (claim,) = read("Pour l'armée congolaise, les rebelles du M23 ont bombardé la cité de Sake, tuant trois civils.")
    assert claim.chain[0].text == "armée congolaise"
    assert tallies("Le nombre de civils tués par les frappes a atteint 309, a déclaré le ministre.") == []


def test_two_camps_accuse_each_other_in_french() -> None:
    (claim,) = read("Israël et le Hezbollah s'accusent mutuellement de violer la trêve.")
    assert isinstance(claim.slots, Blame)
    assert [actor.text for actor in claim.slots.accused] == ["Israël", "Hezbollah"]


def test_a_list_of_actors_ends_where_another_clause_begins() -> None:
    (tally,) = tallies("Soutenu par la France et le Tchad, Israël a violé la trêve 30 fois, a déclaré le ministre.")
    assert "Israël" in [actor.text for actor in tally.accused]


def test_nobody_named_who_accuses_leaves_no_blame() -> None:
    claims = read("Chacun campe sur ses positions à Kidal, après des tirs : on s'accuse de violer la trêve.")
    assert not [claim for claim in claims if isinstance(claim.slots, Blame)]


def test_what_is_feared_did_not_happen() -> None:
    assert incidents("La mission a déclaré craindre une attaque sur le village de Khiam.") == []


def test_to_somebody_is_no_place() -> None:
    (found,) = incidents("Une patrouille a été attaquée à la Brune.")
    assert found.places == ()


def test_whoever_stands_behind_the_verb_speaks_and_not_a_country_named_before_it() -> None:
    told = "Un drone a visé un poste à Hermel, loin de la frontière avec Israël, faisant un blessé, a indiqué l'armée."
    assert [[link.text for link in claim.chain] for claim in read(told)] == [["armée"]]
