"""Counts of two sides in one sentence, and who, where and by whose word each is."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read, tallies
from tregua.records.claim import Tally

Told = list[tuple[int, list[str], list[str]]]


def told(text: str) -> Told:
    found = (claim.slots for claim in read(text)[0] if isinstance(claim.slots, Tally))
    printed = [(each, [place.text for place in each.area if not place.rule.startswith("inferred")]) for each in found]
    return [(each.count, [who.text for who in each.accused], places) for each, places in printed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The centre recorded 12 violations by the rebels and 18 by the army.", [(12, ["rebels"]), (18, ["army"])]),
        ("The centre said the rebels committed 12 violations and the army 18.", [(12, ["rebels"]), (18, ["army"])]),
        (
            "The centre recorded 30 violations: 12 by the rebels and 18 by the army.",
            [(30, []), (12, ["rebels"]), (18, ["army"])],
        ),
        (
            "Of the 30 violations documented by the centre, 12 were attributed to the rebels and 18 to the army.",
            [(30, []), (12, ["rebels"]), (18, ["army"])],
        ),
        ("The centre counted nine breaches, six by the army, the rest elsewhere.", [(9, []), (6, ["army"])]),
    ],
)
def test_each_side_has_its_count(text: str, expected: list[tuple[int, list[str]]]) -> None:
    assert [(count, accused) for count, accused, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The centre recorded 12 violations by the rebels in Homs and 18 by the army in Hama.",
            [(12, ["rebels"], ["Homs"]), (18, ["army"], ["Hama"])],
        ),
        (
            "The violations included 12 artillery attacks, eight drone strikes and 15 raids by the rebels in Homs.",
            [(12, ["rebels"], ["Homs"]), (8, ["rebels"], ["Homs"]), (15, ["rebels"], ["Homs"])],
        ),
        (
            "Violations: 12 artillery attacks in Hama, and 15 raids by the rebels in Homs.",
            [(12, [], ["Hama"]), (15, ["rebels"], ["Homs"])],
        ),
        ("The centre listed 24 violations in 26 areas held by the opposition.", [(24, [], [])]),
        ("The centre listed 24 violations by the opposition.", [(24, ["opposition"], [])]),
    ],
)
def test_what_stands_at_the_end_of_a_list_goes_with_all(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("The rebels shelled Latakia 12 times, the ministry said.", ["Latakia"]),
        ("The rebels shelled Latakia and the Hama 12 times, the ministry said.", ["Latakia", "Hama"]),
        ("The rebels fired on Latakia 12 times since Friday, the ministry said.", ["Latakia"]),
        ("Latakia was shelled 12 times by the rebels on Saturday, the ministry said.", ["Latakia"]),
        ("Latakia came under fire 12 times on Saturday, the ministry said.", ["Latakia"]),
        ("The rebels shelled Lebanese positions 12 times, the ministry said.", []),
        ("The rebels shelled Hezbollah 12 times, the ministry said.", []),
        ("Positions of Azov were shelled 12 times, the ministry said.", []),
        ("The rebels were shelled 12 times, the ministry said.", []),
        ("The rebels shelled Assad's troops 12 times, the ministry said.", []),
    ],
)
def test_what_was_struck_so_often_is_where(text: str, area: list[str]) -> None:
    assert [places for _, _, places in told(text)] == [area]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("AFP, citing the ceasefire commission, reported 12 violations.", ["ceasefire commission", "AFP"]),
        ("Al-Watan, quoting TASS, said the centre had recorded 12 breaches.", ["centre", "TASS", "Al-Watan"]),
        ("Al-Watan reported that according to the centre there were 12 breaches.", ["centre", "Al-Watan"]),
        ("TASS (quoting the ministry): There were 12 breaches on Saturday.", ["ministry", "TASS"]),
        ("The agency said the army had recorded 12 breaches by the rebels.", ["army", "agency"]),
        ("The ministry said its monitors had recorded 12 breaches.", ["ministry"]),
        ("A report by the ministry documented 12 breaches of the truce.", ["ministry"]),
        ("The ministry said in a statement of the centre that there were 12 breaches.", ["centre", "ministry"]),
        ("There were 12 breaches, the ministry was quoted as saying by TASS.", ["ministry", "TASS"]),
        ("The ministry has received 12 reports of violations by the rebels.", ["ministry"]),
        ("An official at the ministry told TASS there were 12 breaches.", ["official at the ministry", "TASS"]),
        ("Monitors from the ministry logged 12 breaches on Friday.", ["Monitors from the ministry"]),
        (
            '"There were 12 breaches," Omar Abdul Ghany, the head of the Syrian Network for Human Rights, told TASS.',
            ["Omar Abdul Ghany, the head of the Syrian Network for Human Rights", "TASS"],
        ),
    ],
)
def test_who_tells_the_count_and_who_passes_it_on(text: str, chain: list[str]) -> None:
    found = [claim for claim in read(text)[0] if isinstance(claim.slots, Tally)]
    assert [[link.text for link in claim.chain] for claim in found] == [chain]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The rebels were responsible for 12 of the 30 violations recorded in Homs.", ["rebels"]),
        ("The ministry held Israel responsible for 12 breaches.", ["Israel"]),
        ("The ministry protested to Israel over 12 violations.", ["Israel"]),
        ("Homs saw the largest number of violations, at 12, followed by Hama with eight.", []),
    ],
)
def test_who_answers_for_the_count(text: str, accused: list[str]) -> None:
    assert [who.text for who in tallies(text)[0].accused] == accused


def test_none_were_recorded() -> None:
    assert [tally.count for tally in tallies("No violations were recorded in Homs over the past day.")] == [0]
    assert [tally.count for tally in tallies("The mission recorded no violations by the rebels.")] == [0]


def test_a_list_of_acts_among_breaches_goes_on() -> None:
    text = "The 30 violations by the rebels included 12 shellings and eight air strikes."
    assert [tally.count for tally in tallies(text)] == [30, 12, 8]


def test_a_headline_of_a_body_that_counts_the_dead_is_its_own() -> None:
    claims, _ = read("JFO headquarters: one soldier killed near Avdiivka")
    assert [[link.text for link in claim.chain] for claim in claims] == [["JFO headquarters"]]
