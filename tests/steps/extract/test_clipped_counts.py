"""Counts in clipped words: pairs of a name and a figure, headings that say who speaks or when, rows that say none."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_listed_counts import by_count
from tests.steps.extract.texts import counts, incidents, read, tallies, truces, window
from tregua.records.claim import Aid, Tally


def pairs(text: str, **fields: str | None) -> list[tuple[int, str, str]]:
    return [
        (tally.count, " ".join(area.text for area in tally.area), " ".join(who.text for who in tally.accused))
        for tally in tallies(text, **fields)
    ]


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in read(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The centre counted 7 violations (Homs 4, Hama 3).",
        "The centre said there were 7 violations: Homs 4, Hama 3.",
        "The centre counted 7 violations (4 Homs, 3 Hama).",
        "The centre counted 7 violations. Homs four, Hama three.",
        "The centre counted 7 violations | Homs 4 | Hama 3",
        "Violations in 24 hours: 7 (Homs 4, Hama 3)",
        "Violations 7, of which Homs 4, Hama 3.",
        "The centre counted 7 violations; Homs - 4; Hama - 3.",
    ],
)
def test_names_beside_figures_are_where_the_breaches_were(text: str) -> None:
    found = pairs(text)
    assert [each[0] for each in found] == [7, 4, 3]
    assert [each[1] for each in found[1:]] == ["Homs", "Hama"]
    assert not any(each[2] for each in found)


def test_sides_beside_figures_are_accused() -> None:
    assert pairs("Violations since 5 May: 40 (army 25, rebels 15)")[1:] == [(25, "", "army"), (15, "", "rebels")]
    assert pairs("The mission counted 9 breaches: army 5, Israel 4.")[2][2] == "Israel"


def test_kinds_beside_figures_are_kinds() -> None:
    found = tallies("The mission counted 9 breaches: shelling 5, raids 4.")
    assert [(tally.count, tally.unit) for tally in found] == [(9, "breaches"), (5, "shelling"), (4, "raids")]


@pytest.mark.parametrize(
    "text",
    [
        "The mission counted 7 violations (killed 4, wounded 3).",
        "The mission counted 7 violations on May 4, June 3.",
        "The mission counted 7 violations (Homs 4).",
        "The mission counted 7 violations and met 4 Syrians, 3 Turks.",
        "The mission counted 7 violations: Homs 4 and 3 Hama.",
    ],
)
def test_figures_beside_people_days_or_alone_are_no_pairs(text: str) -> None:
    assert counts(text)[0] == 7
    assert "Hama" not in [each[1] for each in pairs(text)]


def test_pairs_under_a_heading_without_a_number() -> None:
    assert pairs("Violations by province, 24 hours: Homs 4, Hama 3")[:2] == [(4, "Homs", ""), (3, "Hama", "")]
    assert window(tallies("Violations by province, 24 hours: Homs 4, Hama 3")[0]) == ("2016-05-07", "2016-05-08")
    assert counts("People fed in 24 hours: Homs 4, Hama 3. The truce holds after breaches.") == []


YEARS = """
Ceasefire violations by the army
2012 | 1,629
2013, full year: 3,168
2014 (to October) | 3,589
By month, 2014: Sep 427; Mar 411
"""


def test_rows_of_years_and_months_are_of_those() -> None:
    found = by_count(YEARS)
    assert window(found[1629]) == ("2012-01-01", "2013-01-01")
    assert window(found[3168]) == ("2013-01-01", "2014-01-01")
    assert window(found[3589]) == ("2014-01-01", "2014-11-01")
    assert window(found[427]) == ("2014-09-01", "2014-10-01")
    assert window(found[411]) == ("2014-03-01", "2014-04-01")
    assert {tally.accused[0].text for tally in found.values()} == {"army"}


def test_a_row_of_a_year_up_to_a_day() -> None:
    text = "Ceasefire violations by the army\n2013: 31\n2014, up to 6 October: 35"
    assert window(by_count(text)[35]) == ("2014-01-01", "2014-10-07")
    text = "Ceasefire violations by the army\n2013: 31\n2014, up to 29 February: 35"
    assert window(by_count(text)[35]) == ("2014-01-01", "2015-01-01")


def test_rows_of_months_are_each_of_their_own() -> None:
    found = by_count("Ceasefire violations by the army\nSeptember 2014: 42\nMarch 2014: 41")
    assert [window(found[each]) for each in (42, 41)] == [("2014-09-01", "2014-10-01"), ("2014-03-01", "2014-04-01")]


def test_rows_that_say_none() -> None:
    assert pairs("Violations by province\nHoms: none\nHama: 4\nAleppo: nil") == [
        (0, "Homs", ""),
        (4, "Hama", ""),
        (0, "Aleppo", ""),
    ]


def test_a_row_keeps_its_number_apart_from_its_parts() -> None:
    text = "The mission on breaches\n• Breaches: 79\n- shelling: 52\n- arrests: 27 (army 18, rebels 9)"
    assert pairs(text)[2:] == [(27, "", ""), (18, "", "army"), (9, "", "rebels")]


def test_the_number_of_an_issue_is_no_count() -> None:
    assert counts("Breaches of the truce\nUpdate no. 11\nHoms: 4\nHama: 3") == [4, 3]


@pytest.mark.parametrize(
    "text",
    [
        "The monitors said neither side launched any prohibited offensive in May.",
        "The mission found no action in violation of the truce in May.",
        "The mission listed violations recorded by the Turkish side: none",
    ],
)
def test_none_is_a_count(text: str) -> None:
    assert counts(text) == [0]


def test_no_flights_and_no_denied_act_are_no_count() -> None:
    assert counts("Russian aircraft carried out no sorties against groups in the truce.") == []
    assert counts("Its forces had taken no action in breach of the deal, the ministry said.") == []


def test_who_recorded_breaches_did_not_commit_them() -> None:
    found = read("Violations of the truce recorded by the Turkish side: 9")[0]
    assert isinstance(found[0].slots, Tally)
    assert found[0].slots.accused == ()
    assert found[0].chain[0].text == "Turkish side"


def test_shares_of_places_told_by_rank_and_apiece() -> None:
    text = "The mission counted 14 breaches. Eleven were seen in Homs, with Hama second at 2."
    assert (2, "Hama", "") in pairs(text)
    text = "The mission counted 5 breaches. Three were in Homs, but Idlib and Hama had one apiece."
    assert (1, "Hama", "") in pairs(text)


def test_actions_held_to_be_breaches() -> None:
    text = "The truce goes on, the centre said. Two actions are attributed to the rebels and considered violations."
    assert pairs(text) == [(2, "", "rebels")]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Bulletin of the UN centre (Hmeimim)\n\nNine breaches by rebels were seen.", "UN centre"),
        ("Statement by the Ministry of Defence, 5 May\n\nNine breaches by rebels were seen.", "Ministry of Defence"),
        ("Ministry of Defence statement\n\nNine breaches by rebels were seen.", "Ministry of Defence"),
        ("Report of the UN mission\n\nNine breaches by rebels were seen.", "UN mission"),
        ("Interview: General Ali, head of the JMC\n\nIn May we counted nine breaches by rebels.", "head of the JMC"),
        ("More from the ministry's statement: nine breaches by rebels were seen.", "ministry"),
    ],
)
def test_headings_say_whose_word_a_text_is(text: str, origin: str) -> None:
    assert origins(text)[0].startswith(origin)


def test_a_heading_speaks_where_nobody_else_does() -> None:
    text = (
        "Bulletin of the reconciliation centre (Hmeimim)\n\nNine breaches by rebels were seen in Homs.\n\n"
        "The rebels shelled Hama, the army said."
    )
    assert origins(text) == ["reconciliation centre (Hmeimim)", "army"]


def test_a_clause_behind_who_is_not_who_speaks() -> None:
    text = "Rebels shelled Homs and met guerrillas that left two soldiers dead, the watchers of CERAC say."
    assert set(origins(text)) == {"watchers of CERAC"}


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("It was Homs that the army shelled on Monday.", "army", "Homs"),
        ("The village that the army shelled on Monday is empty.", "army", "village"),
        ("The market which rebels had hit with mortars was closed.", "rebels", "market"),
        ("A school, which the rebels shelled on Monday, is closed.", "rebels", "school"),
        ("It was the army that shelled Homs on Monday.", "army", "Homs"),
        ("The army noted that the rebels shelled Homs on Monday.", "rebels", "Homs"),
    ],
)
def test_what_stands_before_which_was_struck(text: str, actor: str, target: str) -> None:
    found = incidents(text)
    assert [[who.text for who in each.actors] for each in found] == [[actor]]
    assert [[what.text for what in each.targets] for each in found] == [[target]]


def test_a_truce_is_told_where_it_is_dated() -> None:
    text = "The truce between the army and the rebels held for days. The truce has been in force since 29 April."
    assert [truce.start is not None for truce in truces(text)] == [True]


def test_a_truce_that_somebody_extended_and_who_guarantees_one() -> None:
    assert [truce.status for truce in truces("Calm marks the ceasefire that the rebels on Thursday extended.")] == [
        "extended"
    ]
    text = "Two breaches were seen. Russia, Iran and Turkey are the guarantors of the ceasefire."
    assert [truce.status for truce in truces(text)] == ["in_force"]


def test_aid_taken_somewhere_and_hampered() -> None:
    text = "The truce holds. Food was taken by the centre to Salhiyah. The army is hampering aid deliveries to Homs."
    found = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Aid)]
    assert [aid.status for aid in found] == ["delivered", "blocked"]


LEADERS = """
UN centre (Hmeimim Airbase)
DAILY BULLETIN, 8 MAY 2016

Breaches of the Syrian agreement
  last 24 hours ............ 9
    Homs countryside ....... 2
  since 27 February: 294

Activity of the air force, last 24 hours
  sorties: 40
  targets hit: 158
"""


def test_dots_lead_to_a_figure_and_rows_of_another_list_head_none() -> None:
    assert counts(LEADERS) == [9, 2, 294]
    assert set(origins(LEADERS)) == {"UN centre (Hmeimim Airbase)"}


def test_rows_of_acts_and_places_beside_them() -> None:
    text = "The mission said in May:\n- Clashes with the army: 34\n- in Homs, the worst-hit province: 21"
    assert [(count, where) for count, where, _ in pairs(text)] == [(34, ""), (21, "Homs")]


@pytest.mark.parametrize("how", ["came under fire from", "is under fire from", "remains under fire from"])
def test_who_is_named_by_one_word_fired(how: str) -> None:
    found = incidents(f"The market in Homs {how} the rebels.")
    assert [[who.text for who in each.actors] for each in found] == [["rebels"]]


def test_one_of_the_breaches_counted_is_an_event() -> None:
    found = incidents(
        "The centre said seven violations were seen. Among them is an attack on posts near the town of Hama."
    )
    assert [each.act for each in found] == ["attack"]


def test_a_headline_by_a_common_word_tells_of_those_named_below() -> None:
    text = "Rebels attack near Hama\n\nFighters of the Free Syrian Army attacked army posts near Hama, the centre said."
    assert [[who.text for who in each.actors] for each in incidents(text)] == [["Fighters of the Free Syrian Army"]]


def test_truces_with_towns_are_no_truce_of_the_parties() -> None:
    assert truces("Truces have been agreed with four localities of Hama, the centre said.") == []
    assert truces("The centre said that truces were signed with the villages of Homs.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In effect since 27 February, the agreement leaves out the front, whose rockets hit Homs.",
        "Running from May 3 to August 29, the national ceasefire may be prolonged, the army said.",
        "The ceasefire runs from May 3, the army said.",
    ],
)
def test_a_truce_dated_before_it_is_named(text: str) -> None:
    assert [truce.status for truce in truces(text)] == ["in_force"]


def test_what_an_agreement_forbids_is_not_told() -> None:
    text = "The truce forbids the blocking of aid to Homs and its breaches. Three tons of aid went to Hama."
    assert [claim.slots.status for claim in read(text)[0] if isinstance(claim.slots, Aid)] == ["delivered"]


def test_the_middle_of_a_month_is_no_place() -> None:
    assert [[at.text for at in each.places] for each in incidents("In mid-December the rebels shelled Homs.")] == [
        ["Homs"]
    ]


def test_a_subject_that_does_not_reach_its_verb_is_not_its_own() -> None:
    found = incidents("The town that rebels of Homs and others shelled on Monday was Hama.")
    assert all(each.act == "shelling" for each in found)
