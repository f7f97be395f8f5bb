"""When and where a count was, if its own clause does not say: the frame that the text gives all its counts."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import tallies, window
from tregua.records.claim import Tally

PUBLISHED = "2025-11-23"


def told(text: str, published: str = PUBLISHED) -> list[tuple[int, tuple[str | None, str | None] | None]]:
    return [(tally.count, window(tally)) for tally in tallies(text, published=published)]


def areas(tally: Tally) -> list[str]:
    return [place.name or place.text for place in tally.area]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last year", "2024-01-01", "2025-01-01"),
        ("last month", "2025-10-01", "2025-11-01"),
        ("in the first half of 2025", "2025-01-01", "2025-07-01"),
        ("in the third quarter of this year", "2025-07-01", "2025-10-01"),
        ("in the first two months of this year", "2025-01-01", "2025-03-01"),
        ("since midnight", "2025-11-23", "2025-11-24"),
        ("from Monday to Thursday", "2025-11-17", "2025-11-21"),
        ("between Friday and Monday", "2025-11-14", "2025-11-18"),
        ("over the weekend", "2025-11-22", "2025-11-24"),
        ("within a week", "2025-11-16", "2025-11-23"),
        ("in the course of the day", "2025-11-22", "2025-11-23"),
    ],
)
def test_windows_of_a_calendar(words: str, first: str, last: str) -> None:
    assert told(f"The rebels committed 31 violations of the truce {words}.") == [(31, (first, last))]


@pytest.mark.parametrize(
    "words",
    [
        "to date",
        "so far",
        "since the ceasefire",
        "since its start",
        "since the truce with the militia took effect",
        "since the October 10 ceasefire",
        "since the ceasefire of 10 October",
        "since last month's truce, October's,",
    ],
)
def test_windows_of_a_known_truce(words: str) -> None:
    ((_, found),) = told(f"The office has documented 31 violations in Gaza {words}.")
    assert found is not None
    assert found[0] == "2025-10-10"


def test_to_date_says_nothing_where_no_truce_is_known() -> None:
    assert told("To date 31 violations of the truce have been logged in Ruritania.") == [(31, None)]


@pytest.mark.parametrize(
    "words", ["last year", "over the weekend", "from Monday to Thursday", "in the first half of this year"]
)
def test_nothing_is_counted_from_a_day_that_is_not_known(words: str) -> None:
    (tally,) = tallies(f"The rebels committed 31 violations of the truce {words}.", published=None)
    assert window(tally) is None


def test_a_part_of_a_year_that_cannot_be_is_none() -> None:
    assert told("In the first half of 1850 there were 31 violations.") == [(31, None)]


def test_a_part_of_a_year_that_does_not_exist_is_none() -> None:
    assert told("In the fifth quarter of 2025 there were 31 violations.")[0][1] != ("2025-01-01", "2025-04-01")


def test_the_year_before_is_counted_from_the_one_named_last() -> None:
    found = told("In 2018 there were 2,936 violations in Kashmir. The year before there were 971 violations.")
    assert found == [(2936, ("2018-01-01", "2019-01-01")), (971, ("2017-01-01", "2018-01-01"))]


def test_a_year_is_a_window_as_a_subject_too() -> None:
    found = told("There were 860 violations in 2001. The worst year was 2002, with 900 violations; 2003 saw 45.")
    assert [stretch and stretch[0] for _, stretch in found] == ["2001-01-01", "2002-01-01", "2003-01-01"]


def test_the_highest_in_years_is_no_window() -> None:
    assert told("There were 500 violations of the truce in 2024, the highest number in fifteen years.") == [
        (500, ("2024-01-01", "2025-01-01"))
    ]


def test_a_count_of_the_same_period_takes_the_window_of_a_smaller_one() -> None:
    assert told(
        "Since Friday the army broke the truce five times. In the same period the rebels broke the truce 13 times."
    ) == [(5, ("2025-11-21", "2025-11-23")), (13, ("2025-11-21", "2025-11-23"))]


def test_a_part_in_a_later_sentence_has_its_own_window() -> None:
    found = told(
        "The mission recorded 112 violations in Luhansk region on 20 November. On 19 November it had counted 11 there."
    )
    assert found == [(112, ("2025-11-20", "2025-11-21")), (11, ("2025-11-19", "2025-11-20"))]


def test_a_total_that_has_risen_takes_the_window_of_the_truce() -> None:
    found = told(
        "The truce in Gaza took effect on 10 October. On Friday 20 violations were noted in Rafah."
        " Violations have been frequent since the truce began. The total of violations rose to 400."
    )
    assert found[-1] == (400, ("2025-10-10", "2025-11-23"))


def test_parts_named_respectively_go_to_their_places_in_order() -> None:
    whole, *parts = tallies("Ten violations were recorded on Saturday in Hama and Homs, six and four respectively.")
    assert whole.count == 10
    assert [(part.count, areas(part)) for part in parts] == [(6, ["Hama"]), (4, ["Homs"])]


def test_parts_named_respectively_need_as_many_places() -> None:
    _, part = tallies("Ten violations were recorded in Hama, six and four respectively.")
    assert (part.count, areas(part)) == (6, ["Hama"])


def test_them_are_breaches_only_where_breaches_were_named_last() -> None:
    breaches = tallies("The mission heard 48 explosions in Hama and noted 60 violations, 12 of them by mortars.")
    assert [tally.count for tally in breaches] == [48, 60, 12]
    hurt = tallies("There were 48 violations in Hama, and nine civilians were hurt, two of them gravely.")
    assert [tally.count for tally in hurt] == [48]


@pytest.mark.parametrize(
    "text",
    [
        "The mission threw out 1,609 complaints of violations and 748 against the army.",
        "The army opened fire, with an average of 40 attacks a day, in breach of the truce.",
    ],
)
def test_numbers_that_are_no_counts_of_breaches(text: str) -> None:
    assert tallies(text) == []


def test_lists_of_things_that_are_no_acts_are_no_parts() -> None:
    found = tallies("Monitors noted 40 violations in Hama. They went to five entry points and three crossing points.")
    assert [tally.count for tally in found] == [40]


def test_all_of_them_are_no_part() -> None:
    found = tallies("The rebels broke the truce five times. The five comprise two ambushes and three raids.")
    assert [tally.count for tally in found] == [5, 2, 3]


def test_none_is_a_count_where_somebody_watched() -> None:
    (tally,) = tallies("On Saturday the mission recorded no ceasefire violations in Luhansk region.")
    assert (tally.count, areas(tally)) == (0, ["Luhansk region"])


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Lebanon has logged 2,000 Israeli violations.", "Lebanon"),
        ("The peacekeepers have logged 2,000 Israeli violations of Lebanese territory.", "Lebanon"),
        ("The army counted 30 breaches of the truce in the Lebanese town of Qana.", "Lebanese town of Qana"),
        ("In Gaza, Israel has breached the truce 300 times.", "Gaza"),
        ("The army shelled Idlib. Tanks stood near Idlib. Rebels at Atme spoke of 30 breaches of the truce.", "Atme"),
        ("The Lebanese coast was shelled. The rebels broke the truce 14 times.", "Lebanon"),
        ("Israeli drones flew. Israel broke the truce 14 times, said the Lebanese army.", "Lebanon"),
    ],
)
def test_the_area_is_what_the_text_is_about(text: str, area: str) -> None:
    assert areas(tallies(text, published="2024-12-20")[-1]) == [area]


def test_the_area_of_a_known_truce_is_that_of_a_count_that_names_none() -> None:
    (tally,) = tallies("The MILF broke the ceasefire six times, said the army.", published="2010-11-08")
    assert areas(tally) == ["Mindanao"]


def test_a_word_before_truce_in_a_headline_is_no_place() -> None:
    text = "Quake Ceasefire Broken 14 Times\n\nIn Mandalay the army broke the ceasefire 14 times, said the monitors."
    assert [areas(tally) for tally in tallies(text)] == [["Mandalay"]]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("between Monday evening and Wednesday morning", "2025-11-17", "2025-11-20"),
        ("during the week", "2025-11-16", "2025-11-23"),
        ("in January and February 2025", "2025-01-01", "2025-03-01"),
        ("(12 to 18 October 2025)", "2025-10-12", "2025-10-19"),
        ("(October 12 - 18)", "2025-10-12", "2025-10-19"),
        ("a day earlier", "2025-11-22", "2025-11-23"),
    ],
)
def test_windows_of_days_and_months(words: str, first: str, last: str) -> None:
    assert told(f"The rebels committed 31 violations of the truce {words}.") == [(31, (first, last))]


def test_a_table_gives_its_period_and_that_before() -> None:
    text = (
        "Weekly report on the ceasefire\nReporting period: 12 to 18 October 2025\n\n"
        "Ceasefire violations: 231 (previous week: 168)\nof which explosions: 47\nDonetsk region: 102\n"
    )
    now, before = ("2025-10-12", "2025-10-19"), ("2025-10-05", "2025-10-12")
    assert told(text) == [(231, now), (168, before), (47, now), (102, now)]


def test_the_previous_stretch_is_that_before_publication_where_none_as_long_is_named() -> None:
    found = told("There were 40 violations in 2024. In the previous week there were 12 violations.")
    assert found == [(40, ("2024-01-01", "2025-01-01")), (12, ("2025-11-16", "2025-11-23"))]


def test_the_previous_stretch_is_unknown_where_the_day_of_publication_is() -> None:
    text = "From 5 to 7 June 2025 there were 40 violations. In the previous week there were 12 violations."
    assert [window(tally) for tally in tallies(text, published=None)] == [("2025-06-05", "2025-06-08"), None]


def test_a_start_that_the_text_states_goes_before_the_known_one_if_near() -> None:
    near = told("There were 31 violations in Gaza since the truce began. The truce took effect on 11 October.")
    assert near[0][1] == ("2025-10-11", "2025-11-23")
    far = told("There were 31 violations in Gaza since the truce began. The first truce took effect on 19 January.")
    assert far[0][1] == ("2025-10-10", "2025-11-23")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Violations of the truce rose from 49 in May to 67 in June.", [49, 67]),
        ("There were 2,300 instances of ceasefire violation in Jammu.", [2300]),
        ("The army reported 25 cases of unprovoked firing near Jammu.", [25]),
        ("That brings to 120 the number of ceasefire violations.", [120]),
        ("No ceasefire violations were reported in Idlib.", [0]),
        ("In Sirte no breach has been registered.", [0]),
        ("The panel lists 36 cargo flights in breach of the embargo.", []),
        (
            "There were 860 violations in 2001. The worst year was 2002, with 900 violations; 2003 saw 45.",
            [860, 900, 45],
        ),
        ("Two dozen violations of the truce were logged.", [24]),
        ("The army violated the truce for the fourth time.", [4]),
    ],
)
def test_more_forms_of_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The commission blamed the militia for three of the violations.", ["militia"]),
        ("The mechanism found the militia responsible for 16 violations.", ["militia"]),
        ("The militia has opened fire eight times at posts of the army, violating the ceasefire.", ["militia"]),
        ("There were 11 Israeli violations, six of them by drones.", ["Israeli"]),
    ],
)
def test_who_is_accused(text: str, accused: list[str]) -> None:
    assert [mention.text for mention in tallies(text)[-1].accused] == accused


def test_parts_of_a_number_named_again() -> None:
    found = tallies(
        "The army broke the truce five times overnight, attacking villages. Three of the five were in Preah province."
    )
    assert [(tally.count, areas(tally)) for tally in found[1:]] == [(3, ["Preah province"])]


def test_a_people_is_a_place_where_no_noun_follows() -> None:
    (tally,) = tallies("The army carried out 14 attacks in Kachin despite the truce.")
    assert areas(tally) == ["Kachin"]


def test_a_place_told_of_only_behind_a_count_is_not_where_all_of_it_was() -> None:
    text = (
        "The headquarters said the other side had broken the ceasefire three times in the past 24 hours. "
        "Near the village of Pisky mortars were fired at its positions."
    )
    (found,) = tallies(text, published=PUBLISHED)
    assert found.count == 3
    assert not found.area


def test_a_part_of_what_was_not_counted_is_a_count_all_the_same() -> None:
    assert [found.count for found in tallies("1 by military, among them 140 airstrikes")] == [140]
