from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, read, tallies, window
from tregua.records.claim import Tally
from tregua.vocabulary.stances import Basis, Bound

FORMS = [
    ("In Donetsk region the Mission recorded 214 ceasefire violations, including 58 explosions.", [214, 58]),
    ("Over the past 24 hours enemy units have 36 times violated the ceasefire, the ministry said.", [36]),
    ("The adversary violated the ceasefire regime over 300 times from July 2 to 8.", [300]),
    (
        "The room recorded 122 breaches by coalition forces, with 14 by artillery shelling and 72 with gunfire.",
        [122, 14, 72],
    ),
    (
        "Violations included 142 shootings at civilians, 21 incursions and 228 air, ground and artillery strikes.",
        [142, 21, 228],
    ),
    ("By April the mission had ruled 3,471 violations by the LTTE and 162 by the government.", [3471, 162]),
    ("The number of violations has climbed to 1,235 since the truce began, the ministry said.", [1235]),
    (
        "The army counted 54 Israeli violations: 33 in the south, 20 in Tyre district and one in Hasbaya.",
        [54, 33, 20, 1],
    ),
    (
        "There were 17 ceasefire breaches by rebels: eight near Shyrokyne, six near Pisky and three near Zolote.",
        [17, 8, 6, 3],
    ),
    ("Violations of the truce: 88. Militants shelled a village.", [88]),
    ("Armed groups shelled positions of the army 29 times in the past 24 hours.", [29]),
    ("The ceasefire has been breached on 11 occasions by rebels and on three by the army.", [11, 3]),
    ("It is the third breach of the truce by the militia this week.", [3]),
    (
        "Two more violations were logged in Idlib, bringing the total since the deal entered into force to 612.",
        [2, 612],
    ),
    ("The government accused the rebels of 23 violations of the truce.", [23]),
    ("Ceasefire violations fell to 87 in June from 140 in May.", [87, 140]),
    ("The regime was violated three times in Latakia, twice in Aleppo and once in Hama, the army said.", [3, 2, 1]),
    ("Eleven breaches were recorded: three each in Aleppo and Homs, five in Daraa.", [11, 3, 3, 5]),
    ("It brought the number of breaches since the agreement took effect up to 215, the centre said.", [215]),
    ("Armed clashes dropped from 569 in 2003 to 12 in 2006, the team said.", [569, 12]),
    ("Monitors say the LTTE committed 3,006 violations and the government 133.", [3006, 133]),
    ("Rebels breached the truce 9 times: 4 abductions of adults, 3 extortions of traders, 2 ambushes.", [9, 4, 3, 2]),
    ("The rebels broke the truce five times in Homs, Hama and Daraa. In Homs it was three and two in Hama.", [5, 3, 2]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_counts_are_read_in_many_forms(text: str, expected: list[int]) -> None:
    assert sorted(counts(text)) == sorted(expected)


NO_COUNTS = [
    "The army fired 3 mortars at 45 houses, killing 12 people in 2016.",
    "Towns in the agreement number 95, and 69 armed groups joined it.",
    "Militants shelled Homs. Trucks brought 40 tons of aid and medics treated 36 civilians.",
    "The air force flew 40 sorties and bombed camps.",
    "Rebels shelled the town. Forces violated nothing; 50% of homes stand.",
    "A truce once said to be violated by gunmen still holds.",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert counts(text) == []


def test_a_running_total_and_a_day_keep_their_windows_apart() -> None:
    text = (
        "In the last 24 hours gunmen broke the agreement 6 times, raising all breaches since last February to 501, "
        "the monitors said. The agreement took effect on 27 February."
    )
    day, total = tallies(text)
    assert (day.count, window(day)) == (6, ("2016-05-07", "2016-05-08"))
    assert (total.count, window(total)) == (501, ("2016-02-27", "2016-05-08"))
    assert day.window is not None
    assert day.window.basis is Basis.RELATIVE
    assert day.window.anchor == "publication date 2016-05-08"
    assert total.window is not None
    assert total.window.basis is Basis.INFERRED


def test_a_split_takes_the_window_of_the_count_it_adds_up_to() -> None:
    text = (
        "Monitors logged 9 breaches by rebels in the past 24 hours; the total since February 27 is now 294.\n\n"
        "Three of them were in the Aleppo countryside and two in each of the Damascus, Lattakia and Homs countryside."
    )
    found = tallies(text)
    assert [tally.count for tally in found] == [9, 294, 3, 2, 2, 2]
    assert {window(tally) for tally in found[2:]} == {("2016-05-07", "2016-05-08")}
    assert [tally.area[0].text for tally in found[2:]] == [
        "Aleppo countryside",
        "Damascus",
        "Lattakia",
        "Homs countryside",
    ]
    assert [place.text for place in found[0].area] == ["Syria"]  # the whole is of the truce, not of its parts


def test_months_of_a_year_lie_in_the_window_of_the_year() -> None:
    text = (
        "Troops fired at villages. Officials say 222 skirmishes were reported from March to December 2008, "
        "77 of them in August and 20 each in May and June."
    )
    found = tallies(text, published="2010-11-08")
    assert [(tally.count, window(tally)) for tally in found] == [
        (222, ("2008-03-01", "2009-01-01")),
        (77, ("2008-08-01", "2008-09-01")),
        (20, ("2008-05-01", "2008-06-01")),
        (20, ("2008-06-01", "2008-07-01")),
    ]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The rebels violated the truce 12 times.", ["rebels"]),
        (
            "There were 12 violations of the truce by the Free Army and the Northern Brigade.",
            ["Free Army", "Northern Brigade"],
        ),
        ("The army counted 54 Israeli violations of the truce.", ["Israeli"]),
        ("The number of terrorist groups' breaches rose to 490.", ["terrorist groups"]),
        ("Ukraine's ministry accused Russia of 120 violations of the truce.", ["Russia"]),
        ("Pakistani troops have committed 222 violations this year.", ["Pakistani troops"]),
        ("Ukrainian forces, it says, carried out 1,404 artillery attacks.", ["Ukrainian forces"]),
        ("The truce was violated 12 times.", []),
        ("Rebels violated the truce 12 times and breached the deal 30 times.", ["Rebels"]),
    ],
)
def test_the_accused_are_those_named_as_such(text: str, accused: list[str]) -> None:
    assert [mention.text for mention in tallies(text)[0].accused] == accused


def test_a_later_count_of_one_sentence_keeps_the_accused() -> None:
    day, total = tallies("Rebels violated the truce 12 times, and the total number of breaches is now 30.")
    assert day.accused == total.accused


def test_bounds_units_and_ordinals_are_kept() -> None:
    first, second = tallies(
        "There were at least 45 breaches of the truce. A second violation came from rebels at night."
    )
    assert (first.bound, first.unit, first.ordinal) == (Bound.AT_LEAST, "breaches", False)
    assert (second.count, second.ordinal) == (2, True)


def test_a_headline_and_its_sentence_are_one_count() -> None:
    text = (
        "Truce broken 14 times in Aleppo\n\nRebels broke the truce 14 times in the past 24 hours, the army said.\n"
        "The army logged 3 breaches in Homs. It also logged 3 breaches in Hama."
    )
    assert counts(text) == [14, 3, 3]


def test_a_count_without_a_place_takes_the_area_of_the_truce() -> None:
    text = "A truce in the Nuba Mountains holds. Of violations there were nine by rebels in the past six months."
    (tally,) = tallies(text)
    assert tally.area[0].text == "Nuba Mountains"
    assert tally.area[0].rule.startswith("inferred")
    split = "A truce in Homs and Hama was extended. There were nine violations by rebels."
    assert tallies(split)[0].area == ()


def test_a_part_larger_than_every_count_is_no_part() -> None:
    assert counts("Rebels committed 5 violations of the truce. The offices are 30 in Homs.") == [5]


def test_a_count_far_from_its_whole_is_left_alone() -> None:
    text = "Rebels committed 5 violations of the truce.\n" + "It rained.\n" * 4 + "Rebels saw two in Homs."
    assert counts(text) == [5]


def test_every_count_says_how_it_was_read() -> None:
    claims, _ = read("Rebels committed 5 violations of the truce in Homs today, the army said.", publisher="Wire")
    (claim,) = [claim for claim in claims if isinstance(claim.slots, Tally)]
    assert claim.trace[0].startswith("tally by count-breaches")
    assert any(line.startswith("area: Homs") for line in claim.trace)
    assert claim.quote == "5 violations"
    assert [speaker.text for speaker in claim.chain] == ["army", "Wire"]


def test_the_same_number_twice_may_be_two_counts() -> None:
    assert counts("Rebels committed 9 breaches in Homs and the army committed 9 breaches in Hama.") == [9, 9]
    day_and_total = (
        "It rained. Rebels violated the truce 9 times in the last 24 hours. "
        "Rebels have violated it 9 times since February 27."
    )
    assert counts(day_and_total) == [9, 9]


def test_months_are_left_as_they_are_where_the_whole_has_no_start() -> None:
    found = tallies("Rebels committed 50 violations of the truce until yesterday: 20 in March and 30 in May.")
    assert [window(tally) for tally in found] == [None, ("2016-03-01", "2016-04-01"), ("2016-05-01", "2016-06-01")]


def test_a_part_and_a_count_of_the_same_number_are_two() -> None:
    text = "It rained. Rebels committed 7 violations, five in Homs. The army committed 5 violations. Rebels shelled in"
    assert counts(text) == [7, 5, 5]


def test_a_sentence_may_end_where_a_name_should_stand() -> None:
    (tally,) = tallies("There were 9 violations of the truce by the")
    assert tally.accused == ()


def test_who_attacked_is_accused_and_not_who_was_killed() -> None:
    text = "Two Ukrainian soldiers were killed in the past 24 hours as Russia-backed militants attacked posts 27 times."
    (tally,) = tallies(text)
    assert [actor.text for actor in tally.accused] == ["Russia-backed militants"]


def test_the_date_of_a_truce_is_no_window_and_a_list_of_speakers_no_list_of_accused() -> None:
    text = "There have been 1,600 violations of the November 27 ceasefire by Israel, Lebanon's prime minister said."
    (tally,) = tallies(text)
    assert tally.window is None
    assert [actor.text for actor in tally.accused] == ["Israel"]


def test_the_place_of_a_part_is_not_that_of_the_whole() -> None:
    whole, part = tallies(
        "Officials said Cambodia had violated the truce 14 times since Friday, nine of them in Sisaket."
    )
    assert (whole.area, [place.text for place in part.area]) == ((), ["Sisaket"])
    (first, *_) = tallies("Militants fired on posts 46 times in the past 24 hours; 30 of the attacks were in Donetsk.")
    assert first.area == ()


def test_months_of_two_years_and_counts_put_at() -> None:
    (tally,) = tallies("The mission recorded 3,006 violations from February 2002 to December 2005.")
    assert window(tally) == ("2002-02-01", "2006-01-01")
    assert counts("A rebel spokesman put the army's violations at more than 20.") == [20]
