"""Counts of bulletins: what a part counts and where, whose it is, and what is fired and no count at all."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, incidents, statements, tallies, window
from tregua.records.claim import Aid, Happening, Tally


def areas(tally: Tally) -> list[str]:
    return [place.text for place in tally.area]


def accused(tally: Tally) -> list[str]:
    return [who.text for who in tally.accused]


def places(event: Happening) -> list[str]:
    return [place.text for place in event.places]


def dead(event: Happening) -> int | None:
    return None if event.killed is None else event.killed.best


def test_parts_of_the_count_of_another_period_are_of_that_period_and_place() -> None:
    text = (
        "In Donetsk region, the mission counted 214 ceasefire violations in the past 24 hours, 61 of them explosions. "
        "In the previous 24 hours there had been 96, including 12 explosions."
    )
    found = tallies(text)
    assert [tally.count for tally in found] == [214, 61, 96, 12]
    assert [tally.unit for tally in found] == ["violations", "explosions", "violations", "explosions"]
    assert [areas(tally) for tally in found] == [["Donetsk region"]] * 4
    assert window(found[1]) == window(found[0]) != window(found[2])
    assert window(found[3]) == window(found[2])


def test_what_is_fired_is_no_count_of_breaches() -> None:
    text = "The enemy broke the truce 15 times. It used 60 mm mortars, firing 43 shells and 11 grenades."
    assert counts(text) == [15]
    assert counts("The army broke the truce 15 times. It fired six shells, one of which landed near Homs.") == [15]


def test_each_of_several_places_has_as_many() -> None:
    found = tallies("Two violations each were noted in Homs, Hama and Idlib.")
    assert [(tally.count, areas(tally)) for tally in found] == [(2, ["Homs"]), (2, ["Hama"]), (2, ["Idlib"])]


def test_a_time_beside_another_of_its_sentence_is_told_as_that_is() -> None:
    text = (
        "The army said that the rebels broke the truce twice. "
        "The militia broke it five times in Homs province and twice in Hama."
    )
    found = tallies(text)
    assert [(tally.count, accused(tally)) for tally in found] == [
        (2, ["rebels"]),
        (5, ["militia"]),
        (2, ["militia"]),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The chairman attributed at least 95 violations to the army, and 61 to the rebels.", ["army", "rebels"]),
        ("The mission blamed 40 violations on the militia.", ["militia"]),
        ("The centre counted 23 breaches. Nine of them were attacks by government forces.", ["", "government forces"]),
    ],
)
def test_whose_breaches_are_counted(text: str, who: list[str]) -> None:
    assert [", ".join(accused(tally)) for tally in tallies(text)] == who


def test_places_of_shares() -> None:
    text = "The army counted 4,500 breaches. South of the Litani alone there were 1,900."
    assert [(tally.count, areas(tally)) for tally in tallies(text)][1] == (1900, ["Litani"])
    text = (
        "Monitors logged 407 violations. Of these, 168 were reported from Aleppo, and the remaining 239 came from Homs."
    )
    assert [(tally.count, areas(tally)) for tally in tallies(text)][1:] == [(168, ["Aleppo"]), (239, ["Homs"])]


def test_first_months_of_a_truce_are_calendar_months() -> None:
    text = "The army counted 4,500 breaches of the truce in its first ten months."
    assert [window(tally) for tally in tallies(text, truce="2024-11-27", published="2025-10-03")] == [
        ("2024-11-27", "2025-09-27")
    ]


def test_since_an_hour_of_a_day() -> None:
    text = "The army broke the truce nine times since midnight on 28 July."
    assert [window(tally) for tally in tallies(text, published="2025-08-01")] == [("2025-07-28", "2025-08-01")]


def test_where_board_members_are_told_is_not_where_breaches_were() -> None:
    found = tallies("Teams documented 407 violations, their chairman told board members in Juba on Thursday.")
    assert [areas(tally) for tally in found] == [[]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "31 were killed in raids on Khan Younis on Thursday, after 27 died in a strike on Gaza City on Wednesday.",
            [(31, ["Khan Younis"]), (27, ["Gaza City"])],
        ),
        (
            "Shelling killed three in Homs on Monday, following an attack on Hama a day earlier that left five dead.",
            [(3, ["Homs"]), (5, ["Hama"])],
        ),
        ("Two soldiers were killed on Monday after shells hit their post in Homs.", [(2, ["Homs"])]),
        ("Two men were killed on Monday in Homs after shells hit 11 houses there.", [(2, ["Homs"])]),
        ("Two men died in Homs after a shell hit a market, wounding 11 people.", [(2, ["Homs"])]),
        ("Nine members of one family died in a strike on Homs.", [(9, ["Homs"])]),
        ("Two of the six members of the crew were killed in a strike on Homs.", [(2, ["Homs"])]),
    ],
)
def test_tolls(text: str, told: list[tuple[int, list[str]]]) -> None:
    assert [(dead(event), places(event)) for event in incidents(text)] == told


def test_who_steps_on_a_mine_is_hurt_by_it() -> None:
    (event,) = incidents("A ranger stepped on a landmine near Homs at about 10 a.m. on Friday and lost a foot.")
    assert (event.act, places(event), event.actors) == ("explosion", ["Homs"], ())
    assert event.injured is not None
    assert "a.m." not in [target.text for target in event.targets]


TABLE = """Truce watch (12 to 18 May)

Recorded breaches by governorate (previous week in brackets):

Aleppo: 34 (29)
Homs: 12 (9)
Total: 46 (38)

By party: government forces 38, opposition groups 8.
"""


def test_a_table_gives_the_figures_of_the_period_before_in_brackets() -> None:
    found = tallies(TABLE, published="2016-05-19")
    now, before = ("2016-05-12", "2016-05-19"), ("2016-05-05", "2016-05-12")
    assert [(tally.count, areas(tally), window(tally)) for tally in found[:4]] == [
        (34, ["Aleppo"], now),
        (29, ["Aleppo"], before),
        (12, ["Homs"], now),
        (9, ["Homs"], before),
    ]
    assert [(tally.count, accused(tally)) for tally in found[4:]] == [
        (46, []),
        (38, []),
        (38, ["government forces"]),
        (8, ["opposition groups"]),
    ]
    assert counts(TABLE.replace(" (previous week in brackets)", "")) == [34, 12, 46, 38, 8]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "In Homs, Hama and Idlib the mission counted 12, 7 and 4 breaches respectively.",
            [(12, ["Homs"]), (7, ["Hama"]), (4, ["Idlib"])],
        ),
        ("Homs and Hama saw six and four violations, respectively.", [(6, ["Homs"]), (4, ["Hama"])]),
        ("Homs saw six and four violations, respectively.", [(4, ["Homs"])]),
        ("In Homs and in Hama, there were six violations, respectively.", [(6, ["Homs", "Hama"])]),
    ],
)
def test_counts_told_together_for_several_places(text: str, each: list[tuple[int, list[str]]]) -> None:
    assert [(tally.count, areas(tally)) for tally in tallies(text)] == each


def test_a_place_hit_hardest_is_not_who_broke_the_truce() -> None:
    found = tallies("The army broke the truce. Homs and Hama were hit hardest, with 20 and 14 instances respectively.")
    assert [(tally.count, areas(tally), accused(tally)) for tally in found] == [
        (20, ["Homs"], ["army"]),
        (14, ["Hama"], ["army"]),
    ]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in the first week of May", ("2021-05-01", "2021-05-08")),
        ("in the second half of February 2021", ("2021-02-16", "2021-03-01")),
        ("in the first half of March", ("2021-03-01", "2021-03-16")),
        ("in the first ten days of June", ("2021-06-01", "2021-06-11")),
        ("in the fifth week of July", ("2021-07-29", "2021-08-01")),
        ("in the whole of last year", ("2020-01-01", "2021-01-01")),
        ("until 10 June this year", ("2021-01-01", "2021-06-11")),
    ],
)
def test_parts_of_months_and_years(words: str, days: tuple[str, str]) -> None:
    found = tallies(f"The army broke the truce 55 times {words}.", published="2021-09-10")
    assert [window(tally) for tally in found] == [days]


@pytest.mark.parametrize(
    "words", ["in the sixth week of July", "in the first 0 days of June", "in the third half of 2021"]
)
def test_no_part_of_a_month(words: str) -> None:
    found = tallies(f"The army broke the truce 55 times {words}.", published="2021-09-10")
    assert [tally.window is None or tally.window.text != words for tally in found] == [True]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The team logged 16 violations, down from 37 in the whole of last year. Nine were by rebels, two remain.",
            [(16, []), (37, []), (9, ["rebels"]), (2, [])],
        ),
        (
            "Four of the violations were committed by the army, one by the rebels and one by both sides.",
            [(4, ["army"]), (1, ["rebels"]), (1, ["both sides"])],
        ),
        (
            "The militia broke the ceasefire 12 times in the past day. In five cases they used heavy weapons.",
            [(12, ["militia"]), (5, ["militia"])],
        ),
        ("The army broke the truce. Three flights of a drone across the line were recorded.", [(3, ["army"])]),
    ],
)
def test_shares(text: str, parts: list[tuple[int, list[str]]]) -> None:
    assert [(tally.count, accused(tally)) for tally in tallies(text)] == parts


def test_a_count_has_the_places_of_the_one_told_just_before() -> None:
    text = "The army broke the truce 2,027 times in Homs and Hama. March was the worst month with 411 violations."
    assert [areas(tally) for tally in tallies(text)] == [["Homs", "Hama"], ["Homs", "Hama"]]


def test_when_a_report_came_out_is_not_when_breaches_were() -> None:
    text = "The mechanism published a report on Monday. Four of the violations were committed by the army."
    assert [window(tally) for tally in tallies(text)] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Food for 40,000 people was delivered to Madaya.", [("delivered", ["Madaya"])]),
        ("A convoy with tents bound for Rafah was held up at Kerem.", [("blocked", ["Rafah"])]),
        ("The army broke the truce, but Fuah and Kefraya received supplies.", [("delivered", ["Fuah", "Kefraya"])]),
        ("No aid has entered Madaya since April.", [("blocked", ["Madaya"])]),
        ("Aid was delivered to the Red Crescent in Homs.", [("delivered", ["Homs"])]),
        (
            "Aid reached none of the besieged areas; a convoy for Douma was turned back.",
            [("blocked", ["Douma"]), ("blocked", ["Douma"])],
        ),
        ("The day before, 50 aid lorries crossed from Rafah into northern Gaza.", [("delivered", ["Gaza"])]),
        ("The Red Crescent reached Mandalay a day later.", [("delivered", ["Mandalay"])]),
        ("Lorries with food were kept out of the north.", [("blocked", [])]),
        ("Gunmen looted a store of food in Nyala.", [("blocked", ["Nyala"])]),
        ("Access to the town of Madaya was denied to the Red Cross.", [("blocked", ["town of Madaya"])]),
    ],
)
def test_where_aid_was_bound(text: str, told: list[tuple[str, list[str]]]) -> None:
    found = [claim for claim in statements(f"The army broke the truce. {text}") if isinstance(claim, Aid)]
    assert [(claim.status, [place.text for place in claim.area]) for claim in found] == told


def test_a_part_of_a_month_of_no_known_year_is_no_time() -> None:
    found = tallies("The army broke the truce 55 times in the first week of May.", published=None)
    assert [tally.window for tally in found] == [None]


LIST = """Ceasefire violations verified by the team, May

By area
North: 12
South: 31, including 9 in the zone
East: none
West: 4

By type
Small-arms fire 29
Incursions 5

The gravest case was in the south.
"""


def test_a_list_goes_on_behind_a_line_without_a_number() -> None:
    found = tallies(LIST, published="2019-06-03")
    assert [tally.count for tally in found] == [12, 31, 0, 4, 29, 5]
    assert {window(tally) for tally in found} == {("2019-05-01", "2019-06-01")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The truce was broken. The mission put the number of incidents that it verified at 19.", [(19, [])]),
        ("Seven times since Sunday, the army shelled villages near Homs.", [(7, ["army"])]),
        ("The army committed 48 attacks. Homs was hit most often, with 28 attacks, ahead of Hama with 20.", None),
        ("The militia broke the truce 40 times in May, and with the breaches of June they add up to 90.", None),
    ],
)
def test_numbers_told_in_other_words(text: str, told: list[tuple[int, list[str]]] | None) -> None:
    found = tallies(text)
    wanted = {"48": [48, 28, 20], "40": [40, 90]}
    assert told is None or [(tally.count, accused(tally)) for tally in found] == told
    assert told is not None or [tally.count for tally in found] == wanted[next(key for key in wanted if key in text)]
    assert "Homs" not in [name for tally in found for name in accused(tally)]


def test_what_follows_a_number_does_not_bound_it() -> None:
    found = tallies("The army counted 3,600 breaches up to the end of May, and 40 up to now.")
    assert [tally.bound for tally in found][:1] == ["exact"]
    (tally,) = tallies("The number of breaches was put at 3,600 up to 2 May.")
    assert tally.bound == "exact"


def test_a_count_since_an_event_of_some_day() -> None:
    text = "The army carried out 243 attacks since the earthquake of 28 March."
    assert [window(tally) for tally in tallies(text, published="2025-05-02")] == [("2025-03-28", "2025-05-02")]
