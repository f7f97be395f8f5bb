"""Totals, second counts and shared counts; whose seat is no area; what is no count of breaches."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, read, tallies, window
from tregua.records.claim import Tally


def _areas(text: str) -> dict[int, list[str]]:
    return {tally.count: [place.text for place in tally.area] for tally in tallies(text)}


def test_the_subject_of_a_that_clause_is_accused_and_the_body_before_it_speaks() -> None:
    (claim,), _ = read(
        "The liaison office at Karm airbase said that armed groups had committed 77 breaches since 3 May."
    )
    assert claim.chain[0].text == "liaison office"
    assert isinstance(claim.slots, Tally)
    assert [mention.text for mention in claim.slots.accused] == ["armed groups"]
    assert claim.slots.area == ()


def test_the_seat_of_whoever_speaks_last_is_no_area() -> None:
    found = _areas("Six breaches of the truce were recorded in Tarsin, said the liaison office at Karm airbase.")
    assert found == {6: ["Tarsin"]}


def test_the_base_where_whoever_counts_sits_is_no_area() -> None:
    assert _areas("Observers of the liaison office at Karm airbase recorded nine breaches of the truce.") == {9: []}
    assert _areas("The liaison office at the Karm airbase recorded nine breaches of the truce.") == {9: []}
    assert _areas("Observers of the liaison office in Karm recorded nine breaches of the truce.") == {9: ["Karm"]}


def test_the_nation_of_whoever_counts_is_no_area() -> None:
    told = "The Russian liaison office said that armed groups had breached the truce nine times. "
    assert _areas(told + "The Russian liaison office said they had been warned.") == {9: []}


def test_the_window_of_a_total_behind_a_count_is_not_its_own() -> None:
    day = "In the last 24 hours the truce was breached five times, the liaison office said. "
    total = "reads its statement, which puts the breaches since 2 May at 71."
    found = {
        tally.count: window(tally) for tally in tallies(f"{day}“One breach was in Tarsin and four in Zibya,” {total}")
    }
    assert found[1] == found[4] == found[5] == ("2016-05-07", "2016-05-08")
    assert found[71] == ("2016-05-02", "2016-05-08")


def test_what_another_clause_tells_of_is_no_area() -> None:
    aside = "while talks about a longer halt went on in Marwa"
    found = _areas(f"Six breaches were recorded in the last 24 hours in Tarsin, {aside}.")
    assert found == {6: ["Tarsin"]}
    spoken = "Six breaches were recorded, as the liaison office at Karm said, in Tarsin."
    assert _areas(spoken) == {6: ["Tarsin"]}


def test_a_count_whose_parts_are_elsewhere_is_not_where_the_text_opens() -> None:
    opening = "Two farmers were killed in Marwa on Friday. Nobody knows by whom."
    found = _areas(f"{opening}\n\nApart from this, six breaches were recorded: four in Tarsin and two in Zibya.")
    assert found == {6: ["Tarsin", "Zibya"], 4: ["Tarsin"], 2: ["Zibya"]}


def test_a_count_of_an_nth_day_is_of_that_day() -> None:
    text = "The truce began on 27 February 2016. On the eleventh day 79 breaches were documented."
    (tally,) = tallies(text)
    assert (tally.count, window(tally)) == (79, ("2016-03-08", "2016-03-09"))


@pytest.mark.parametrize("verb", ["putting", "bringing", "raising"])
def test_a_total_put_at_a_number_has_its_own_window(verb: str) -> None:
    text = f"In the last 24 hours the truce was breached nine times, {verb} the breaches since 2 May to 88."
    found = {tally.count: window(tally) for tally in tallies(text)}
    assert found == {9: ("2016-05-07", "2016-05-08"), 88: ("2016-05-02", "2016-05-08")}


def test_a_second_count_of_one_verb_has_its_own_window() -> None:
    text = "Gunmen breached the truce three times in the last 24 hours, and 61 times since 2 May."
    found = {tally.count: window(tally) for tally in tallies(text)}
    assert found == {3: ("2016-05-07", "2016-05-08"), 61: ("2016-05-02", "2016-05-08")}


def test_times_without_a_breach_before_them_are_no_second_count() -> None:
    assert counts("Sirens were heard in Tarsin, and 61 times since 2 May people hid from shelling.") == []


def test_places_given_as_examples_are_no_area() -> None:
    text = "Nine violations of the truce were recorded in Syria, among them in Tarsin, Halfa and Karm."
    assert _areas(text)[9] == ["Syria"]


def test_a_narrower_place_goes_before_its_country() -> None:
    assert _areas("Seven breaches of the truce were observed in Syria on Monday, all of them in Halfa.")[7] == ["Halfa"]


def test_each_of_the_places_listed_before_a_count_has_one() -> None:
    text = "The office registered 5 truce violations (Tarsin - 3, Halfa and Karm - 1 each)."
    assert sorted((tally.count, tally.area[0].text) for tally in tallies(text) if tally.count < 5) == [
        (1, "Halfa"),
        (1, "Karm"),
        (3, "Tarsin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling stopped. Two more towns had joined the truce, bringing their number to 94.",
        "Shelling stopped. The number of signatories is 92.",
    ],
)
def test_towns_that_joined_are_no_breaches(text: str) -> None:
    assert counts(text) == []


def test_a_total_without_its_noun_goes_on_counting() -> None:
    assert counts("The office recorded nine truce breaches. They bring the total since 2 May to 294.") == [9, 294]


def test_a_stage_that_began_on_a_day_is_a_window_from_that_day() -> None:
    (tally,) = tallies("Gunmen committed at least 96 breaches during the second round, which began on 13 April.")
    assert window(tally) == ("2016-04-13", "2016-05-08")


def test_a_sentence_broken_over_two_lines_is_one() -> None:
    assert counts(
        "Officials said that armed groups had breached the cessation of\nhostilities six times in Halfa."
    ) == [6]


def test_the_places_before_a_shared_count_end_where_the_list_begins() -> None:
    found = [
        (t.count, [p.text for p in t.area])
        for t in tallies("The office registered 4 truce violations (Halfa and Karm - 2 each).")
    ]
    assert (2, ["Halfa"]) in found
    assert (2, ["Karm"]) in found


def test_the_number_of_towns_is_no_count_of_breaches() -> None:
    text = "The truce was breached 14 times in Homs on Friday. The number of towns in the agreement is 92."
    assert counts(text) == [14]


@pytest.mark.parametrize("more", ["three times more", "three times the number", "twice as many", "twice the average"])
def test_how_many_times_another_a_count_is_counts_nothing(more: str) -> None:
    assert counts(f"The army breached the truce 47 times on Saturday, {more} of the day before.") == [47]


@pytest.mark.parametrize("told", ["Homs and Zibya were twice shelled", "Homs was twice hit with mortars by the rebels"])
def test_how_often_an_act_was_done_is_no_part_of_a_count(told: str) -> None:
    assert counts(f"In the last 24 hours eight breaches of the truce were recorded. In the south, {told}.") == [8]


def test_a_total_in_a_clause_of_its_own_keeps_its_window() -> None:
    text = "The truce was breached four times in the last 24 hours, which brings the breaches since 2 May to 88."
    assert {tally.count: window(tally) for tally in tallies(text)}[88] == ("2016-05-02", "2016-05-08")


def test_a_figure_may_end_a_text() -> None:
    assert counts("The truce was broken again. The figure stands at 42") == [42]


def test_how_many_have_joined_an_agreement_is_no_count_of_breaches() -> None:
    text = "Seven breaches were recorded in the last 24 hours. The total since 27 February is now 560."
    assert counts(f"{text}\n\nThree towns have joined the agreement, which now counts 109.") == [7, 560]


def test_what_another_tells_of_a_town_is_not_where_a_count_is() -> None:
    told = "A bomb went off in Homs, police said. The agency said that shells hit a farm near Salma, killing one."
    (count,) = tallies(f"{told} The Reconciliation Centre said rebels had broken the truce 54 times.")
    assert "Salma" not in [place.text for place in count.area]
    (count,) = tallies(f"{told} It said rebels had broken the truce 54 times.")
    assert [place.text for place in count.area] == ["Salma"]
