# ruff: noqa: RUF001 - some of the languages have letters that look like Latin ones
"""What centres' bulletins and agencies' wires of five languages say in passing: labels, posts, days, parties, doers."""

from __future__ import annotations

import datetime as dt

from tests.steps.extract.texts import document, window
from tregua.records.claim import Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack


def read(code: str, text: str, published: str = "2021-02-08") -> list[Claim]:
    pack = load_pack(code)
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))[0]


def tallies(code: str, text: str, published: str = "2021-02-08") -> list[Tally]:
    return [claim.slots for claim in read(code, text, published) if isinstance(claim.slots, Tally)]


def incidents(code: str, text: str) -> list[Happening]:
    return [claim.slots for claim in read(code, text) if isinstance(claim.slots, Happening)]


def blames(code: str, text: str) -> list[tuple[list[str], list[str]]]:
    slots = [claim.slots for claim in read(code, text) if isinstance(claim.slots, Blame)]
    return [([who.text for who in each.blamers], [who.text for who in each.accused]) for each in slots]


def counted(code: str, text: str) -> list[tuple[int, list[str]]]:
    return [(tally.count, [place.text for place in tally.area]) for tally in tallies(code, text)]


def accused(code: str, text: str) -> list[list[str]]:
    return [[who.text for who in tally.accused] for tally in tallies(code, text)]


def test_a_place_before_its_dash_labels_a_count_with_a_noun() -> None:
    text = "Отмечено 9 обстрелов, из них в провинции Хама – 4 обстрела, провинции Дераа – 5 обстрелов."
    assert counted("ru", text)[1:] == [(4, ["провинции Хама"]), (5, ["провинции Дераа"])]


def test_a_dash_labels_nothing_where_the_count_has_a_place_of_its_own() -> None:
    text = "Вот итог дня у села Саханка – 14 обстрелов в Горловке зафиксировано."
    assert counted("ru", text) == [(14, ["Горловке"])]


def test_a_place_in_a_dateline_labels_no_count() -> None:
    text = "ДОНЕЦК, 8 фев – 14 обстрелов зафиксировано в Горловке за сутки."
    assert counted("ru", text) == [(14, ["Горловке"])]


def test_fire_from_whose_posts_accuses_them() -> None:
    assert accused("ru", "Зафиксировано 12 обстрелов со стороны позиций вооруженной группировки.") == [
        ["вооруженной группировки"]
    ]
    assert accused("ru", "Зафиксировано 12 обстрелов с позиций боевиков.") == [["боевиков"]]
    assert accused("ru", "Зафиксировано 12 обстрелов из минометов.") == [[]]


def test_a_window_goes_back_from_the_day_it_was_told_on() -> None:
    text = "Вчера командование сообщило о 17 нарушениях перемирия за прошедшие сутки."
    assert [window(tally) for tally in tallies("ru", text)] == [("2021-02-06", "2021-02-07")]
    today = "Сегодня командование сообщило о 17 нарушениях перемирия за прошедшие сутки."
    assert [window(tally) for tally in tallies("ru", today)] == [("2021-02-07", "2021-02-08")]


def test_a_night_between_two_days_is_both() -> None:
    text = "В ночь со 2 на 3 февраля боевики 9 раз нарушили перемирие."
    assert [window(tally) for tally in tallies("ru", text)] == [("2021-02-02", "2021-02-04")]


def test_a_calibre_and_his_data_are_no_targets() -> None:
    text = "По его данным, боевиками при обстрелах Горловки применялись минометы калибра 82 мм."
    assert [[target.text for target in told.targets] for told in incidents("ru", text)] in ([[]], [["Горловки"]])


def test_the_district_behind_an_army_is_where_and_not_who() -> None:
    (told,) = incidents("ru", "В результате обстрела со стороны ВСУ Куйбышевского района Донецка поврежден дом.")
    assert [actor.text for actor in told.actors] == ["ВСУ"]
    assert [place.text for place in told.places] == ["Куйбышевского района Донецка"]


def test_how_often_the_truce_was_broken_is_not_how_often_they_fired() -> None:
    text = "Боевики за ночь нарушили перемирие у Горловки шесть раз, произведя порядка 40 выстрелов из автоматов."
    assert [told.count for told in incidents("ru", text)] == [None]


def test_those_told_in_an_office_are_not_who_tells() -> None:
    text = "Боевики 9 раз нарушили перемирие за сутки, сообщили в четверг журналистам в представительстве ДНР."
    assert [[link.text for link in claim.chain] for claim in read("ru", text)] == [["представительстве ДНР"]]


def test_who_denounces_behind_his_words_is_not_denounced() -> None:
    assert blames("fr", "« Ils ont tourné le dos à la paix et violé la trêve », dénonce le M23.") == []
    assert blames("fr", "« La trêve est violée », a dit le maire, qui dénonce le M23.") == [(["maire"], ["M23"])]


def test_parties_of_a_truce_named_behind_an_act_did_not_do_it() -> None:
    text = "Deux personnes ont été tuées dans une frappe israélienne malgré la trêve entre Israël et le Hezbollah."
    assert [[who.text for who in told.actors] for told in incidents("fr", text)] == [["israélienne"]]
    text = "Une trêve a échoué : malgré la trêve, des combats entre l'armée et les rebelles ont fait deux morts à Goma."
    assert [len(told.actors) for told in incidents("fr", text)] == [2]


def test_a_drone_shot_down_is_nobody_killed() -> None:
    assert [told.killed for told in incidents("fr", "L'armée annonce avoir abattu un drone à Goma.")] == [None]


def test_a_truce_signed_is_declared() -> None:
    text = "Après la signature de la trêve entre le gouvernement et le M23, des tirs ont repris à Goma."
    statuses = [claim.slots.status for claim in read("fr", text) if isinstance(claim.slots, TruceWord)]
    assert statuses == ["declared"]


def test_who_says_that_he_attacked_did_it() -> None:
    for code, text in (
        ("es", "El Ejército afirmó que atacó posiciones rebeldes en Tiro."),
        ("pt", "O Hezbollah afirmou que atacou uma posição israelense em Tiro."),
    ):
        (told,) = incidents(code, text)
        assert [actor.text for actor in told.actors] in (["Ejército"], ["Hezbollah"])


def test_occupied_hills_are_not_being_occupied() -> None:
    (told,) = incidents("pt", "O exército bombardeou as colinas ocupadas de Tiro.")
    assert told.act == "airstrike"
    assert [told.act for told in incidents("pt", "Duas aldeias ocupadas pelo exército em Tete.")] == ["advance"]


def test_a_reflexive_is_no_if() -> None:
    assert blames("pt", "Tanto Israel quanto o Hezbollah se acusam de violar a trégua.") == [
        (["Israel", "Hezbollah"], ["Israel", "Hezbollah"])
    ]


def test_a_denial_is_not_of_who_stands_by_whom() -> None:
    text = "Ali Nasser, aliado do Hezbollah, afirmou que Israel violou a trégua 54 vezes. Israel nega as acusações."
    denied = {type(claim.slots): claim.denied_by is not None for claim in read("pt", text)}
    assert denied == {Relation: False, Tally: True}


def test_fighting_is_held_and_not_said() -> None:
    text = "Guerrilleros de la columna Aurora sostuvieron combates con el Ejército en Caloto."
    assert [claim.chain for claim in read("es", text)] == [()]


def test_a_truce_broken_by_an_act_is_violated() -> None:
    text = "La guerrilla rompió la tregua con un ataque en Caloto."
    statuses = [claim.slots.status for claim in read("es", text) if isinstance(claim.slots, TruceWord)]
    assert statuses == ["violated"]


def test_a_country_that_recorded_is_no_place_of_what_it_recorded() -> None:
    text = "Россия за сутки зафиксировала 37 случаев нарушения режима прекращения огня, Турция - 25."
    assert {tally.count: [place.text for place in tally.area] for tally in tallies("ru", text)} == {37: [], 25: []}


def test_she_who_said_it_did_it() -> None:
    (told,) = incidents("fr", "L'armée a déclaré qu'elle avait détruit des convois près de Khartoum.")
    assert [actor.text for actor in told.actors] == ["armée"]


def test_who_speaks_of_an_act_has_not_done_it() -> None:
    text = "O porta-voz Rui Mota disse que a confrontação em Tete foi uma resposta a uma ofensiva do exército."
    assert all("Mota" not in who.text for told in incidents("pt", text) for who in told.actors)
