# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary import name_index
from tregua.vocabulary.name_index import NameIndex, Spelling

INDEX = NameIndex(
    [
        Spelling("sdf", "Syrian Democratic Forces", official=True),
        Spelling("sdf", "قسد", "acronym"),
        Spelling("faylaq", "Faylaq al-Sham", official=True),
        Spelling("shamiyya", "al-Jabha al-Shamiyya", official=True),
        Spelling("islamiyya", "al-Jabha al-Islamiyya", official=True),
        Spelling("hezbollah", "Hezbollah", official=True),
        Spelling("unifil", "United Nations Interim Force in Lebanon", official=True),
        Spelling("unmiss", "United Nations Mission in South Sudan", official=True),
        Spelling("nato", "NATO", "acronym"),
        Spelling("israel-forces", "Israel Defense Forces", official=True),
        Spelling("israel-forces", "Israeli army"),
        Spelling("jordan", "Hashemite Kingdom of Jordan", official=True),
        Spelling("jordan", "Government of Jordan"),
        Spelling("tigray", "Interim Regional Administration of Tigray", official=True),
        Spelling("minusma", "Mission intégrée des Nations unies pour la stabilisation au Mali", official=True),
        Spelling("qassam", "Qassam Brigades of Palestine", official=True),
        Spelling("rebels", "rebels", "printed"),
        Spelling("opposition", "terrorists", "label"),
        Spelling("coastal-1", "1st Coastal Division", official=True),
        Spelling("coastal-2", "2nd Coastal Division", official=True),
        Spelling("aysf", "AYSF", "acronym"),
        Spelling("taskforce", "Tasamuh", official=True),
        Spelling("jarabulus", "Jarabulus Guards of the Homeland", official=True),
        Spelling("jarabulus", "JGH", "acronym"),
        Spelling("air-force", "Air Force of Abkhazia", official=True),
        Spelling("air-force", "AFOA", "acronym"),
        Spelling("kataeb", "Kataeb", official=True),
        Spelling("volga", "Liwa Volga", official=True),
        Spelling("river-land", "River Guards of the Land", official=True),
        Spelling("river-land", "Guardians of the Valley"),
        Spelling("libya-army", "Libyan National Army", official=True),
        Spelling("falcons", "Thunder Falcons Brigade", official=True),
        Spelling("two-a", "Two Rivers Legion", official=True),
        Spelling("two-b", "Legion of the Two Rivers", official=True),
    ]
)


@pytest.mark.parametrize(
    ("text", "entry", "rule"),
    [
        ("Syrian Democratic Forces", "sdf", "exact"),
        ("SDF", "sdf", "initials"),
        ("قسد", "sdf", "exact"),
        ("QSD", "sdf", "acronym"),
        ("Forces démocratiques syriennes", "sdf", "similar"),
        ("فيلق الشام", "faylaq", "skeleton"),
        ("Файлак аш-Шам", "faylaq", "skeleton"),
        ("Sham Legion", "faylaq", "skeleton"),
        ("militants of the Faylaq al-Sham grouping", "faylaq", "short"),
        ("Jibhat alShamia", "shamiyya", "skeleton"),
        ("Lebanese Hezbollah", "hezbollah", "short"),
        ("Hizballah militia", "hezbollah", "skeleton"),
        ("UNMISS", "unmiss", "initials"),
        ("НАТО", "nato", "acronym"),
        ("Israeli troops", "israel-forces", "role"),
        ("Jordanian authorities", "jordan", "similar"),
        ("Kingdom of Jordan", "jordan", "role"),
        ("rebels", "rebels", "exact"),
        ("terrorists", "opposition", "label"),
        ("2-я Береговая дивизия", "coastal-2", "similar"),
        ("1 Coastal Division", "coastal-1", "skeleton"),
        ("All Youth Solidarity Front", "aysf", "initials"),
        ("Tassamouh", "taskforce", "skeleton"),
        ("Tasanuhat", "", ""),
        ("the rebels of", "", ""),
        ("3rd Coastal Division", "", ""),
        ("Front of the Sea", "", ""),
        ("ZZZ", "", ""),
        ("الشامية", "shamiyya", "skeleton"),
        ("شامية", "shamiyya", "skeleton"),
        ("Tigray Interim Administration", "tigray", "short"),
        ("MINUSMA", "minusma", "initials"),
        ("VOLGA", "", ""),
        ("LIVO", "", ""),
        ("Lebanese Qassam Brigades", "", ""),
        ("14th of March Forces Lebanon", "", ""),
        ("Syrian Democratic Forces (QSD)", "sdf", "exact"),
        ("Syrian Democrats of tomorrow (QSD)", "sdf", "acronym"),
        ("Guards of nobody (UAE)", "", ""),
        ("Jarabulus", "jarabulus", "part"),
        ("jarabulus", "", ""),
        ("JGH Guards of the Homeland", "jarabulus", "similar"),
        ("JGX Guards of the Sea", "", ""),
        ("Libyan army", "", ""),
        ("National Army of Libya", "libya-army", "similar"),
        ("Falcons of Thunder", "falcons", "similar"),
        ("All Fronts of Abkhazia", "", ""),
        ("Катаиб", "kataeb", "similar"),
        ("katiba", "", ""),
        ("Liwa Wolga", "volga", "skeleton"),
        ("River Guards and Valley of the Land", "river-land", "part"),
        ("", "", ""),
        ("x" * 500, "", ""),
    ],
)
def test_a_name_is_found_by_the_rule_that_fits(text: str, entry: str, rule: str) -> None:
    found = INDEX.match(text)
    assert (found[0].entry, found[0].rule) == (entry, rule) if entry else found == ()


def test_two_that_are_as_near_both_stand_best_first() -> None:
    found = INDEX.match("Two River Legion")
    assert {one.entry for one in found} == {"two-a", "two-b"}
    assert found[0].score >= found[1].score


def test_every_answer_tells_the_spelling_it_was_found_by() -> None:
    assert INDEX.match("Israeli army")[0].text == "Israeli army"


def test_answers_are_kept_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_index, "_MOST_ANSWERS", 2)
    index = NameIndex([Spelling("faylaq", "Faylaq al-Sham"), Spelling("zenki", "Nour al-Din al-Zenki")])
    first = [index.match(text) for text in ("Failaq al-Sham", "Noureddine Zenki", "nobody of these")]
    assert [index.match(text) for text in ("Failaq al-Sham", "Noureddine Zenki", "nobody of these")] == first
    assert first[0][0].entry == "faylaq"


def test_one_letter_is_nobody_s_name_but_where_it_is_printed() -> None:
    index = NameIndex([Spelling("maa", "MAA", "acronym"), Spelling("v", "V", "acronym")])
    assert index.match("م") == index.match("מ") == ()
    assert [found.entry for found in index.match("V")] == ["v"]


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Popular Defense Force", ("Popular Defence Force", "Popular Protection Forces", "Forces of Popular Defence")),
        ("Ganda Iso", ("Ganda Izo", "Ganda Koy")),
        ("Ngumino", ("Gumino", "Kamuina Nsapu")),
        ("Gumino", ("Ngumino", "Kamuina Nsapu")),
        ("Raïas Mutomboki", ("Raia Mutomboki", "Raiz of Mutombo")),
        ("Resistência de Tiama", ("Tihama Resistance", "Tell Resistance")),
        ("Nyatura", ("Nyaturas", "Nataraj")),
        ("Ançar Dine", ("Ansar Dine", "Ansar al-Sunna")),
        ("Dschaisch al-Islam", ("Jaysh al-Islam", "Jabhat al-Islam")),
        ("Movement of the Islamic Revolution/Uprising", ("Islamic Revolution Movement", "Islamic Movement")),
        ("Thai Armed Forces", ("Royal Thai Armed Forces", "Royal Thai Army")),
        ("Shabwani Elite Forces", ("Shabwa Elite Forces", "Hadramout Elite Forces")),
        ("Centre for Co-ordination and Control", ("Centre of Control and Coordination", "Centre of Control")),
    ],
)
def test_one_of_several_like_names_is_found_by_what_is_heard_and_printed(text: str, spellings: tuple[str, ...]) -> None:
    index = NameIndex(Spelling(spelling, spelling) for spelling in spellings)
    best, *others = index.match(text)
    assert best.entry == spellings[0]
    assert all(other.score <= best.score - 0.015 for other in others)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Liwa Ansar al-Din", ("Jabhat Ansar al-Din", "Ansar al-Din")),
        ("Asad al-Haqq", ("Sayf al-Haqq Asad al-Ghalib",)),
        ("Arakan National Party", ("Arakan Party",)),
        ("Movement/Army of Darfur", ("Darfur Front",)),
        ("Zarqomi-FNL", ("la Finul",)),
        ("State of Katanga", ("Kata Katanga",)),
        ("Shabwani Elite Forces", ("Hadrami Elite Forces",)),
        ("Quds Brigades", ("Liwa al-Quds", "Jerusalem Brigade")),
        ("Tehrik-ul-Mujahideen", ("Mujahideen movement", "Harakat al-Mujahidin al-Islamiyya")),
        ("National Alliance", ("The Nation",)),
        ("Zarqa Wirkan Tolfan Front of Mali", ("Zarqa Wirkan Tolfan Front", "Tolfan of Niger")),
    ],
)
def test_a_name_of_another_body_order_or_word_is_that_of_another(text: str, spellings: tuple[str, ...]) -> None:
    assert NameIndex(Spelling("only", spelling) for spelling in spellings).match(text) == ()


def test_a_word_that_hundreds_of_names_bear_is_part_of_none() -> None:
    few, many = (NameIndex(Spelling("z", f"Zarqa Wirkan Tolfan {at}") for at in range(most)) for most in (3, 300))
    assert [found.rule for found in few.match("Zarqa")] == ["part"]
    assert many.match("Zarqa") == ()


def test_a_word_that_few_have_tells_the_name_again_and_again() -> None:
    index = NameIndex([Spelling("tigers", "Tigers of Syria"), Spelling("lions", "Lions of Mali")])
    assert [index.match(text)[0].entry for text in ("Syrian Tigers", "Tiger Battalion of Syria")] == ["tigers"] * 2


def test_who_bears_a_country_in_every_spelling_is_not_meant_without_it() -> None:
    always = [Spelling("ttp", "Taliban Movement of Pakistan"), Spelling("ttp", "Pakistani Taliban")]
    other = Spelling("other", "Taliban Council of Quetta")
    assert NameIndex([*always, other]).match("Taliban movement") == ()
    found = NameIndex([*always, Spelling("ttp", "Taliban faction of Swat"), other]).match("Taliban movement")
    assert [one.entry for one in found] == ["ttp"]
