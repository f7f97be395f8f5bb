# ruff: noqa: RUF001 - the languages have letters that look like Latin ones

"""What a count is part of, what it is compared with, and what the sentences about it say of all of them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Tally
from tregua.steps.extract import Context, extract, load_pack

PUBLISHED = "2025-11-23"


def tallies(text: str, language: str = "en") -> list[Tally]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text, published=PUBLISHED), pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Tally)]


def told(text: str, language: str = "en") -> list[tuple[int, str | None]]:
    """Return each count of TEXT with the first day of its window."""
    spans = [(tally.count, window(tally)) for tally in tallies(text, language)]
    return [(count, None if span is None else span[0]) for count, span in spans]


def areas(tally: Tally) -> list[str]:
    return [place.text for place in tally.area]


def placed(text: str, language: str = "en") -> dict[int, list[str]]:
    return {tally.count: areas(tally) for tally in tallies(text, language)}


def test_what_it_was_before_gives_its_window_to_nothing_else() -> None:
    text = (
        "In October the mission counted 512 violations of the truce. September's figure had been 468. "
        "Of these 96 were in Tyre."
    )
    assert told(text)[-1] == (96, "2025-10-01")


def test_a_figure_needs_breaches_and_no_people_beside_it() -> None:
    assert told("The figure was 112.") == []
    first = "On Monday the mission counted 96 violations of the truce. "
    assert told(first + "In the previous week the figure was 112.") == [(96, "2025-11-17"), (112, "2025-11-16")]
    assert [count for count, _ in told(first + "The figure for wounded civilians was 112.")] == [96]


def test_kinds_in_one_list_part_the_count_that_runs_on() -> None:
    text = (
        "Since 10 October the rebels have broken the truce 393 times. On Saturday alone they did so 27 times. "
        "There were 142 direct shootings, 21 incursions and 85 demolitions."
    )
    assert told(text)[-3:] == [(142, "2025-10-10"), (21, "2025-10-10"), (85, "2025-10-10")]


def test_an_unknown_kind_between_acts_is_one_of_them() -> None:
    text = "The rebels broke the truce 393 times: 113 shootings, 17 entries, 85 demolitions were recorded."
    assert [count for count, _ in told(text)] == [393, 113, 17, 85]


def test_parts_of_a_part_are_of_its_window() -> None:
    text = (
        "L'armée a recensé 412 violations du cessez-le-feu depuis le 1er novembre, dont 23 au cours des dernières "
        "vingt-quatre heures. Parmi elles, onze à Tyr et douze à Halfa."
    )
    assert told(text, "fr")[-2:] == [(11, "2025-11-22"), (12, "2025-11-22")]


def test_from_one_month_to_the_next_is_no_part() -> None:
    text = (
        "O número de violações do cessar-fogo baixou de 137 em setembro para 99 em outubro. "
        "Das 99, a missão atribui 61 à UNITA."
    )
    assert (61, "2025-10-01") in told(text, "pt")


@pytest.mark.parametrize("paper", ["the report of 20 November", "its statement of 20 November"])
def test_the_day_of_a_report_is_not_that_of_its_counts(paper: str) -> None:
    text = f"Between 3 and 9 November, says {paper}, the rebels broke the truce 12 times."
    assert told(text) == [(12, "2025-11-03")]


def test_a_time_in_an_aside_is_that_of_the_aside() -> None:
    text = "In 2003, when the truce began in May, 45 violations were recorded."
    assert told(text) == [(45, "2003-01-01")]


def test_from_the_start_of_a_truce_to_a_day() -> None:
    text = "From the start of the truce in Gaza to 20 November, 31 violations were recorded."
    assert told(text) == [(31, "2025-10-10")]
    assert told("From the start of the truce in Tarsin to 20 November, 31 violations were recorded.") != [
        (31, "2025-10-10")
    ]


def test_who_made_the_truce_did_not_break_it() -> None:
    (tally,) = tallies("Rebels violated 35 times the truce declared by the army.")
    assert [accused.text for accused in tally.accused] == ["Rebels"]


def test_who_broke_the_truce_stands_behind_it() -> None:
    (tally,) = tallies("Три раза за сутки нарушили перемирие вооружённые формирования.", language="ru")
    assert [accused.text for accused in tally.accused] == ["вооружённые формирования"]


def test_the_same_speaker_goes_on_with_whom_he_accuses() -> None:
    text = "The army said the rebels broke the truce 12 times. It said 7 violations were recorded in Tarsin on Monday."
    assert [accused.text for tally in tallies(text) for accused in tally.accused][-1:] == ["rebels"]


def test_all_of_them_in_one_place() -> None:
    text = "The rebels broke the truce 12 times: seven with rifles, five with drones, all in the province of Halfa."
    assert {count: places[0] for count, places in placed(text).items()} == dict.fromkeys(
        (12, 7, 5), "province of Halfa"
    )


def test_where_they_took_place_is_told_behind() -> None:
    first = "The rebels broke the truce three times. "
    assert placed(first + "They took place in Tarsin and Halfa.")[3] == ["Tarsin", "Halfa"]
    assert placed(first + "They took place at night.")[3] == []
    assert "Halfa" not in placed(first + "Shelling took place in Tarsin and Halfa.")[3]


def test_behind_a_colon_are_the_details() -> None:
    text = "In Halfa the rebels broke the truce 11 times: mortars were used near Tarsin and rifles near Karm."
    assert placed(text)[11] == ["Halfa"]


def test_fights_that_are_not_held_to_be_breaches() -> None:
    assert told("Four clashes with others, recorded in May, are not considered violations of the truce.") == []


def test_how_often_by_which_arms_and_where() -> None:
    text = (
        "За минулу добу бойовики 11 разів обстріляли позиції. Двічі противник застосував артилерію, вісім разів – "
        "міномети. П'ять разів під вогонь потрапляла Новогригорівка, тричі – Старогнатівка."
    )
    found = placed(text, "uk")
    assert sorted(found) == [2, 3, 5, 8, 11]
    assert (found[5], found[3]) == (["Новогригорівка"], ["Старогнатівка"])


def test_shells_spent_are_no_part() -> None:
    text = "Нарушений перемирия – 19\nВыпущено боеприпасов – 63"
    assert [count for count, _ in told(text, "ru")] == [19]


def test_a_clause_behind_has_a_time_of_its_own() -> None:
    text = "In the last 24 hours 80 violations were recorded, whereas on Monday there were none."
    assert told(text)[:1] == [(80, "2025-11-22")]
    since = "The rebels broke the truce 80 times, since on Monday they lost a post."
    assert [count for count, _ in told(since)] == [80]


def test_when_there_were_so_many() -> None:
    text = (
        "За неделю с 10 по 16 ноября зафиксировано 240 нарушений перемирия – меньше, чем на предыдущей неделе, "
        "когда их было 830."
    )
    assert told(text, "ru")[-1] == (830, "2025-11-03")


def test_a_part_of_the_period_is_that_of_one_count() -> None:
    text = (
        "Between 10 and 16 November the rebels broke the truce 350 times. On 12 and 13 November alone they did so "
        "210 times. In Halfa 140 violations were recorded."
    )
    assert told(text)[-1] == (140, "2025-11-10")


def test_the_week_to_a_day() -> None:
    assert told("Five violations of the truce were recorded in the week to 16 November.") == [(5, "2025-11-10")]


def test_who_counted_the_breaches_did_not_commit_them() -> None:
    (tally,) = tallies("Mais de 900 violações da trégua foram documentadas pela missão.", "pt")
    assert tally.accused == ()
    (tally,) = tallies("Mais de 900 violações da trégua foram cometidas pelas tropas israelenses.", "pt")
    assert [accused.text for accused in tally.accused] == ["tropas israelenses"]


@pytest.mark.parametrize(
    ("words", "place"),
    [("в районе Горловки", "Горловки"), ("у населённого пункта Зайцево", "Зайцево"), ("в районе", "")],
)
def test_words_that_only_say_it_is_a_place(words: str, place: str) -> None:
    (tally,) = tallies(f"За сутки боевики 11 раз нарушили перемирие {words}.", "ru")
    assert [area.text for area in tally.area] == [place] * bool(place)


def test_a_comparison_that_names_no_time() -> None:
    text = "From 10 to 16 November the mission logged 284 violations of the truce in Halfa, up from 31."
    assert told(text) == [(284, "2025-11-10"), (31, "2025-11-03")]
    assert told("The mission logged 284 violations of the truce in Halfa, up from 31.") == [(284, None), (31, None)]
