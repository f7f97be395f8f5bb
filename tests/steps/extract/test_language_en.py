"""English of many monitors and agencies: sentences of our own, with what must be read from each."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, english, incidents, read, statements, tallies, window
from tregua.records.claim import Blame
from tregua.steps.extract.text import read_text

_BEFORE = "The truce is broken again.\n\n"

COUNTS = [
    ("The majority of the violations (491) occurred near Hranitne, the mission said.", [491]),
    ("In 2010, 70 such breaches were reported along the line, the ministry said.", [70]),
    ("The mechanism confirmed 9 of the 35 incidents that were reported to it: shelling and shooting.", [9, 35]),
    ("Russia has violated the ceasefire in the north, in force since 1 May of this year, 497 times in all.", [497]),
    ("India committed 222 ceasefire violations, of which 184 were on the LoC and 38 in Sialkot.", [222, 184, 38]),
    ("The office said rebels committed 80 breaches, 21 of them on Sunday.", [80, 21]),
    ("The army saw 9 breaches. 4 of the attacks were in Homs, three in Hama and two in Idlib.", [9, 4, 3, 2]),
    ("The Monitor, a watchdog in Chiang Mai, puts at 92 the clashes of December, up from 61 in November.", [92, 61]),
    ("The army counted 60 breaches of the truce; the day before there had been 80 of them.", [60, 80]),
]

WINDOWS = [
    ("Rebels broke the ceasefire 25 times lately (March 15-21), the army said.", ("2016-03-15", "2016-03-22")),
    ("The army counted 60 breaches of the truce on March 23-24.", ("2016-03-23", "2016-03-25")),
    ("Rebels violated the truce 24 times throughout the day, the ministry said.", ("2016-05-07", "2016-05-08")),
    (
        "There were 80 breaches since the declaration of the ceasefire on April 10, the army said.",
        ("2016-04-10", "2016-05-08"),
    ),
]

BLAMES = [
    ("The military accuse the guerrillas of breaking the truce.", "military", ["guerrillas"]),
    (
        "Syria's rebels on Sunday accused government forces of breaking the truce.",
        "Syria's rebels",
        ["government forces"],
    ),
    ("The mission said the rebels were behind the fighting that broke the truce.", "mission", ["rebels"]),
    ("The mission said that the army is fully responsible for the bloodshed.", "mission", ["army"]),
    ("The army is to blame, the mission said, for the fighting.", "mission", ["army"]),
    ("The rebels pointed the finger at the army after the attack.", "rebels", ["army"]),
    ("The rebels were blamed by the mission for the attack.", "mission", ["rebels"]),
    ("The minister put the blame for the attack on the rebels.", "minister", ["rebels"]),
    ("The envoy said responsibility for the attack lies with the rebels.", "envoy", ["rebels"]),
    ("Soldiers fired at Hama. The minister condemned it strongly.", "minister", ["Soldiers"]),
    ("The minister condemned the shelling of Hama by government forces.", "minister", ["government forces"]),
    ("The minister blamed Baku and Yerevan for the shelling.", "minister", ["Baku", "Yerevan"]),
    (
        "Maj. Zaw Min, a spokesman for the army, held the Karen rebels responsible: they attacked a lorry.",
        "Zaw Min, a spokesman for the army",
        ["Karen rebels"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert counts(_BEFORE + text) == expected


@pytest.mark.parametrize(("text", "expected"), WINDOWS)
def test_windows(text: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(text)
    assert window(tally) == expected


def test_a_first_month_is_that_of_the_truce() -> None:
    (tally,) = tallies("Lebanon counts 564 Israeli breaches of the truce in its first month.", truce="2016-04-01")
    assert window(tally) == ("2016-04-01", "2016-05-01")


@pytest.mark.parametrize(("text", "speaker", "accused"), BLAMES)
def test_blame(text: str, speaker: str, accused: list[str]) -> None:
    (blame,) = [slots for slots in statements(f"{_BEFORE}{text}") if isinstance(slots, Blame)]
    assert [who.text for who in blame.blamers] == [speaker]
    assert [who.text for who in blame.accused] == accused


SPEAKERS = [
    ("The mechanism of the truce with the ELN confirmed 9 breaches.", "mechanism"),
    ("Two breaches were seen. In Homs, the office of the army in Hama reported 9 breaches.", "office of the army"),
    ("Officers of the army in the north, said the militia, saw 9 breaches.", "militia"),
    ("SPLA spokesperson Lul Koang issued a statement on Monday: rebels committed 9 breaches.", "SPLA spokesperson"),
    (
        "A monitoring group counted 9 breaches. The Norwegian Observatory said on Monday that shelling went on.",
        "Norwegian Obs",
    ),
    ("The monitoring group counted 9 breaches. The Norwegian Observatory said so on Monday.", "monitoring group"),
    ("A ministry counted 9 breaches. The Norwegian Observatory said so on Monday.", "ministry"),
    ("A monitoring group counted 9 breaches. The Norwegian Army said so on Monday.", "monitoring group"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_origin(text: str, speaker: str) -> None:
    claim = next(claim for claim in read(text)[0] if claim.kind == "tally")
    assert claim.chain[0].text.startswith(speaker)


ACCUSED = [
    ("The military accused the New People's Army of 15 breaches.", ["New People's Army"]),
    ("The rebels were accused by the mission of 15 breaches.", ["rebels"]),
    ("Ahrar al-Sham was behind 15 breaches, the army said.", ["Ahrar al-Sham"]),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_accused(text: str, accused: list[str]) -> None:
    (tally,) = tallies(text)
    assert [who.text for who in tally.accused] == accused


@pytest.mark.parametrize(
    "text",
    [
        "The minister condemned it strongly.",
        "Soldiers fired at Hama. It rained. The rain went on. The truce held. The minister condemned it strongly.",
    ],
)
def test_nobody_is_blamed_for_what_nobody_is_said_to_have_done(text: str) -> None:
    assert not [slots for slots in statements(f"{_BEFORE}{text}") if isinstance(slots, Blame)]


PARTED = [
    ("The army says rebels committed 9 breaches; the rebels say that it is lying.", "army"),
    ("Officials say that the truce holds; the rebels say that the army committed 9 breaches.", "rebels"),
    ("The army says one thing, the rebels say another; there were 9 breaches of the truce.", "army"),
]


@pytest.mark.parametrize(("text", "speaker"), PARTED)
def test_each_part_of_a_sentence_between_semicolons_has_its_speaker(text: str, speaker: str) -> None:
    claim = next(claim for claim in read(text)[0] if claim.kind == "tally")
    assert claim.chain[0].text == speaker


def test_whose_truce_it_is_is_no_area() -> None:
    (tally,) = tallies("Russian forces broke Putin's truce 9 times, the army said.")
    assert tally.area == ()


def test_a_preposition_behind_a_number_is_no_bound() -> None:
    shares = tallies("70 of the breaches were in southern Tripoli and 40 around Misrata, a spokesman said.")
    assert [(share.count, [place.text for place in share.area]) for share in shares] == [
        (70, ["southern Tripoli"]),
        (40, ["Misrata"]),
    ]


def test_members_of_one_family_are_counted_one_by_one() -> None:
    (told,) = incidents("On Friday, 11 members of a Palestinian family were killed by Israeli forces in Gaza City.")
    assert told.killed is not None
    assert told.killed.best == 11


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The army blamed the rebels: they shelled two posts near Bentiu.", ["rebels"]),
        ("The army accused nobody by name: they shelled two posts near Bentiu.", []),
    ],
)
def test_they_behind_blame_are_the_blamed(text: str, actors: list[str]) -> None:
    (told,) = incidents(f"{_BEFORE}{text}")
    assert [who.text for who in told.actors] == actors


def test_it_is_held_responsible_for_what_it_did() -> None:
    (blame,) = [
        slots
        for slots in statements(f"{_BEFORE}Government troops shelled Hama. The rebels held it responsible for deaths.")
        if isinstance(slots, Blame)
    ]
    assert [who.text for who in blame.accused] == ["Government troops"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The truce took effect in the whole country at 9:45 p.m. The army attacked posts.", 2),
        ("The truce took effect in the whole country at 9:45 p.m. Monday and held.", 1),
        ("The truce took effect in the whole country at 9:45 p.m. GMT and held.", 1),
        ("The truce took effect in the whole country at 9:45 p.m. Moscow time and held.", 1),
        ("At 9:45 p.m. Israeli forces attacked posts.", 1),
        ("The truce took effect in the whole country at 9:45 p.m.", 1),
    ],
)
def test_an_hour_ends_a_sentence_where_another_begins(text: str, sentences: int) -> None:
    assert len(read_text(text, english(), [(0, len(text))]).sentences) == sentences
