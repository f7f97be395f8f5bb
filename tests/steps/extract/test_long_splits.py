"""Counts that one text goes on to part over several sentences, as monitors and ministries publish them."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read, tallies, window
from tregua.records.claim import Tally


def told(text: str, **fields: str | None) -> list[tuple[int, str]]:
    """The count and the places of each tally."""
    return [(tally.count, ", ".join(place.text for place in tally.area)) for tally in tallies(text, **fields)]


def origins(text: str, **fields: str | None) -> list[tuple[int, str]]:
    """The count of each tally and whose word it is."""
    claims, _ = read(text, **fields)
    tales = [(claim.slots, claim.chain[0].text) for claim in claims if isinstance(claim.slots, Tally) and claim.chain]
    return [(slots.count, text) for slots, text in tales]


WHOLE = "The mission recorded 53 breaches of the truce. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hama saw nine.", [(9, "Hama")]),
        ("Khan Shaykhun itself saw nine.", [(9, "Khan Shaykhun")]),
        ("Hama had the largest share, with 14.", [(14, "Hama")]),
        ("The largest number fell on Hama, 21.", [(21, "Hama")]),
        ("Most were recorded in Hama, with 21.", [(21, "Hama")]),
        ("Hama reported 12, Daraya 5, Kafr Nabl 4.", [(12, "Hama"), (5, "Daraya"), (4, "Kafr Nabl")]),
        ("Six were in the north-east, at Talish.", [(6, "Talish")]),
        ("In the Hama area it noted 31.", [(31, "Hama area")]),
        ("In the Hama, Homs and Daraya districts there were 12 raids.", [(12, "Hama, Homs, Daraya districts")]),
        ("In the Hama sector the enemy opened fire eight times.", [(8, "Hama sector")]),
    ],
)
def test_a_part_has_the_place_it_is_told_of(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(WHOLE + text)[1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Abdullah saw nine people killed.",
        "It had nine.",
        "Hama saw rain.",
        "In the Hama sector the enemy opened fire twice.",
        "In the Hama sector the enemy attacked posts with mortars eight times.",
        "In the Hama sector its freedom of movement was curtailed eight times.",
    ],
)
def test_a_place_is_not_made_of_what_counts_no_breaches(text: str) -> None:
    assert [count for count, _ in told(WHOLE + text)] == [53]


def test_nor_does_an_act_go_on_with_a_count_that_is_not_there() -> None:
    assert told("In the Hama sector the enemy opened fire eight times.") == []


def test_a_place_that_opens_a_sentence_may_be_struck() -> None:
    happened = incidents("The truce was subject to breaches. Hadrut was shelled on Saturday.")
    assert [place.text for act in happened for place in act.places] == ["Hadrut"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("36 were through combat operations and eight through arrests.", [36, 8]),
        ("62 were drone or warplane overflights.", [62]),
        ("UAVs were used in 21 cases, rocket launchers in eight and aviation in four.", [21, 8, 4]),
        ("Serbs were responsible for 33 of them, Croats for 12.", [33, 12]),
        ('It counted "around 40" breaches at Hama.', [40]),
        ("A month earlier, the number fell to 16.", [16]),
        ("They broke it twice today.", [2]),
    ],
)
def test_what_a_count_goes_on_with(text: str, counts: list[int]) -> None:
    assert [count for count, _ in told(WHOLE + text)][1:] == counts


@pytest.mark.parametrize("text", ["An average of 48 a day in May.", "They used mortars (14 shells) and drones (6)."])
def test_and_what_is_no_part_of_it(text: str) -> None:
    assert [count for count, _ in told(WHOLE + text) if count in {48, 14}] == []


def test_a_part_is_of_the_count_whose_number_it_names() -> None:
    text = (
        "The mission recorded 53 breaches over the past 24 hours. They broke it 302 times since 1 May. "
        "Of these, 112 came in the last two days. Of the 53, five were in Hama. 14 of the 53 with rockets."
    )
    found = {tally.count: window(tally) for tally in tallies(text)}
    assert found[14] == found[53]


def test_what_is_counted_more_is_told_like_the_count_before() -> None:
    text = (
        "This was the third breach in 24 hours. Data show 3186 breaches at Hama between January 1 and March 7. "
        "Another 242 were recorded on the Jabal Road."
    )
    found = {tally.count: tally for tally in tallies(text)}
    assert window(found[242]) == window(found[3186])
    assert (found[242].part, found[242].whole) == (None, None)
    assert [count for count, _ in told("It was calm. Another 242 were recorded on the Jabal Road.")] == []


def test_counts_told_respectively_may_be_told_after_their_verb() -> None:
    text = "Breaches in Hama, Homs and Daraya numbered 12, 5 and 3 respectively."
    assert told(text) == [(12, "Hama"), (5, "Homs"), (3, "Daraya")]


def test_items_by_number_are_one_list() -> None:
    text = (
        "1. In May the mission received 34 allegations of breaches of the truce.\n2. Of those, 17 were upheld.\n"
        "3. By party: SPLA five, NAS eleven, SSOA one.\n4. By area: nine in Hama, eight in Homs."
    )
    found = tallies(text)
    assert [(tally.count, [who.text for who in tally.accused]) for tally in found][:4] == [
        (17, []),
        (5, ["SPLA"]),
        (11, ["NAS"]),
        (1, ["SSOA"]),
    ]
    assert [tally.count for tally in found][4:] == [9, 8]
    assert told("It heard 34 witnesses. Of those, 17 were verified.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 barrel bombs were dropped on Hama since the truce began on 27 February.", [(17, "Hama")]),
        ("Seven rockets and nine mortar rounds have been fired from Gaza since 19 April.", [(7, "Gaza"), (9, "Gaza")]),
        ("The mission counted 14 rockets in May.", [(14, "")]),
        ("Two rockets have been fired from Gaza since 19 April.", []),
        ("Fourteen rockets were fired at the house.", []),
        ("Monitors were refused access five times in April, four times by the army.", [(5, ""), (4, "")]),
        ("The army shelled Homs. Access of monitors to Daraya was denied on six occasions.", [(6, "")]),
        (
            "In a day 26 attacks, including 9 with rockets, were recorded in the Hama zone.",
            [(26, "Hama zone"), (9, "Hama zone")],
        ),
        ("18 of the breaches came in the Hama countryside.", [(18, "Hama countryside")]),
    ],
)
def test_what_else_is_counted(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 2002 to 2004 there were 698 breaches.", ("2002-01-01", "2005-01-01")),
        ("Breaches since 1 May had reached 268, with 41 of them in the last three days.", ("2016-05-01", "2016-05-08")),
        ("In the course of the week there were 31 breaches.", ("2016-05-01", "2016-05-08")),
        ("In April they violated the truce 6 times (previous quarter: 13).", ("2016-04-01", "2016-05-01")),
    ],
)
def test_when_it_was(text: str, expected: tuple[str, str]) -> None:
    assert window(tallies(text)[0]) == expected


def test_years_that_are_none() -> None:
    assert window(tallies("From 2004 to 2002 there were 698 breaches.")[0]) != ("2004-01-01", "2003-01-01")


def test_a_week_after_the_truce_is_no_count() -> None:
    text = "One week after the ceasefire came into effect on April 27, the army put the number of breaches at 129."
    assert [count for count, _ in told(text)] == [129]


PRESS = "Militants broke the truce 27 times. One soldier was wounded, the press centre of the army reports.\n\n"


def test_who_counts_goes_on_over_paragraphs() -> None:
    text = (
        PRESS + "In the Hama sector there were 19 attacks.\n\nTwo more came at dawn.\n\nEight attacks were beaten back."
    )
    assert {origin for _, origin in origins(text)} == {"press centre of the army"}


def test_but_whoever_tells_of_losses_does_not_count() -> None:
    claims, _ = read(PRESS + "In the Hama sector 19 attackers died in a raid of the rebels on Homs.")
    assert [claim.chain for claim in claims if "raid" in claim.quote] == [()]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (
            "As per data from the Ministry of Home Affairs, 2140 breaches took place in 2015.",
            "Ministry of Home Affairs",
        ),
        ("Figures placed by the Home Ministry before deputies show 3186 breaches.", "Home Ministry"),
        ("The centre's report, seen by the OSCE, lists 17 breaches.", "centre"),
        ("The Negotiations Committee has written to the UN of 24 breaches.", "Negotiations Committee"),
        ("The media office counters that the army has broken it 497 times.", "media office"),
        (
            "There were 12 breaches, a source in the liaison officers' room said.",
            "source",
        ),
        ("They violated the truce 20 times, the president said, citing a report by General Syrsky.", "General Syrsky"),
    ],
)
def test_who_says_so(text: str, origin: str) -> None:
    assert {told for _, told in origins(text)} == {origin}


@pytest.mark.parametrize("by", ["according to data of the Syrian side", "according to the Syrian side"])
def test_one_count_may_be_anothers(by: str) -> None:
    text = f"In the Idlib zone, 29 attacks were registered in the past 24 hours, 25 of them {by}, Admiral Kulit said."
    assert origins(text) == [(29, "Kulit"), (25, "Syrian side")]


def test_a_place_is_not_who_tells_of_its_count() -> None:
    text = "Lt Col Anand of the army said so: 12 breaches. Shells hit Poonch. Poonch reported 7, Rajouri 5."
    assert {origin for _, origin in origins(text)} == {"Anand of the army"}


def test_whom_breaches_were_found_against() -> None:
    found = tallies("Some 163 breaches were found against the Government of Sri Lanka.")
    assert [who.text for who in found[0].accused] == ["Government of Sri Lanka"]


def test_a_kind_of_truce_is_no_place() -> None:
    assert told("The mission recorded 11 breaches of the Permanent Ceasefire.") == [(11, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Hama, 14; in Homs, nine; in Daraya, five.", [(14, "Hama"), (9, "Homs"), (5, "Daraya")]),
        ("In Hama there were 14, and in the south 21.", [(14, "Hama"), (21, "south")]),
        (
            "In Hama there were 14 and in Homs 12; Daraya, on the Jabal Road, 9.",
            [(14, "Hama"), (12, "Homs"), (9, "Daraya")],
        ),
        ("Shells hit Tafas. The tally puts Tafas at the top with 31.", [(31, "Tafas")]),
        ("In Hama there were 14 and the north with 12.", [(14, "Hama"), (12, "north")]),
    ],
)
def test_more_parts_with_their_places(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(WHOLE + text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of attacks has doubled: 82 in the past day.", [82]),
        ("The mission recorded more explosions (about 120) in the north.", [120]),
        ("The army fired 19 mortar rounds at villages.", []),
        ("The truce was violated on 14 occasions with mortars of 120 and 82 mm.", [14]),
        ("Some 46 attempts at infiltration were repelled.", [46]),
    ],
)
def test_numbers_that_count_and_those_that_do_not(text: str, expected: list[int]) -> None:
    assert [count for count, _ in told(text)] == expected


def test_a_part_of_the_time_that_opens_its_sentence() -> None:
    text = "In 2015 there were 512 breaches. In January 20 breaches were noted. For 2015 the tally had Tafas with 402."
    found = {tally.count: tally for tally in tallies(text)}
    assert window(found[402]) == window(found[512])


def test_whose_breaches_lead_the_list() -> None:
    found = tallies("The LTTE leads the list with 2134 breaches; the Government accounts for 109.")
    assert [(tally.count, [who.text for who in tally.accused]) for tally in found] == [
        (2134, ["LTTE"]),
        (109, ["Government"]),
    ]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (
            "The operations room of the army and the resistance on the coast said on Friday it counted 14 breaches.",
            "operations room of the army",
        ),
        ("The figures (17 breaches in a week) come from the Joint Military Commission.", "Joint Military Commission"),
        ('"We logged 40 breaches," he said.\nThe remarks were made by Colonel Faris Atiyah.', "Faris Atiyah"),
    ],
)
def test_who_says_so_too(text: str, origin: str) -> None:
    assert {told for _, told in origins(text)} == {origin}


def test_up_to_a_day_is_no_day() -> None:
    text = "The office says 271 breaches were recorded up to Sunday evening."
    assert window(tallies(text, truce="2016-02-27")[0]) == ("2016-02-27", "2016-05-09")


def test_a_part_is_of_the_count_of_the_same_time() -> None:
    text = "The mission counted 402 violations in 2018 near Hama. It counted 12 breaches there on Monday. "
    text += "In 2018, Homs had 77."
    assert [(tally.count, tally.whole) for tally in tallies(text)] == [(402, None), (12, None), (77, 402)]
