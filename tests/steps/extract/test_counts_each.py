"""Counts of each of several places, counts of none, and counts told beside those of another time or another counter."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read, tallies
from tregua.records.claim import Happening, Relation, TruceWord
from tregua.vocabulary.acts import Act

_WHOLE = "The centre recorded 14 violations over the day."


def placed(text: str) -> list[tuple[int, list[str]]]:
    return [(tally.count, [place.text for place in tally.area]) for tally in tallies(text)][1:]


@pytest.mark.parametrize(
    "behind",
    [
        "Lattakia and Daraa saw five each, Aleppo two, and Damascus and Hama one apiece.",
        "Lattakia and Daraa accounted for five apiece, Aleppo for two, Damascus and Hama for one each.",
        "There were five each in Lattakia and Daraa, two in Aleppo, and one apiece in Damascus and Hama.",
    ],
)
def test_so_many_each(behind: str) -> None:
    places = ["Lattakia", "Daraa", "Aleppo", "Damascus", "Hama"]
    assert placed(f"{_WHOLE} {behind}") == [
        (count, [place]) for count, place in zip([5, 5, 2, 1, 1], places, strict=True)
    ]


def test_places_that_saw_breaches() -> None:
    text = "Tafas, Idlib and Hama suffered four violations each on Monday."
    assert [(tally.count, [place.text for place in tally.area]) for tally in tallies(text)] == [
        (4, ["Tafas"]),
        (4, ["Idlib"]),
        (4, ["Hama"]),
    ]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Aleppo witnessed 12 violations of the truce on Monday.", ["Aleppo"]),
        ("Monitors saw 12 violations of the truce in Hama on Monday.", ["Hama"]),
        ("Hamas had 12 violations on Monday.", []),
        ("Artillery accounted for 12 violations on Monday.", []),
        ("Both, Hama and Homs saw 12 violations on Monday.", ["Hama", "Homs"]),
    ],
)
def test_where_the_breaches_were_seen(text: str, areas: list[str]) -> None:
    assert [[place.text for place in tally.area] for tally in tallies(text)] == [areas]


@pytest.mark.parametrize(
    "text",
    [
        "The observers have recorded not one shelling by the army on Monday.",
        "The observers did not record a single shelling on Monday.",
        "The past day brought no ceasefire violations by the army.",
        "The past day brought no fire by the army.",
    ],
)
def test_counts_of_none(text: str) -> None:
    assert [tally.count for tally in tallies(text)] == [0]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Russia put the violations at 37 for the day, Turkey at 25.", [37, 25]),
        ("By Russia's count there were 37 violations in the past day, by Turkey's 25.", [37, 25]),
        ("On Sunday the mission counted 61 violations, 20 fewer than on Saturday.", [61]),
        ("Violations went on. The total since Saturday now stands at 88.", [88]),
        ("Monitors counted 110 explosions this week, fewer than last week, when they counted 617.", [110, 617]),
    ],
)
def test_other_counts_beside_a_count(text: str, counts: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == counts


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Rebels violated the truce 14 times in the past 24, the ministry said.", "2016-05-07", "2016-05-08"),
        ("The army committed 14 violations in the last 48; rebels none.", "2016-05-06", "2016-05-08"),
        ("From 6 p.m. on 2 May to midnight on the 4th, the army committed 14 violations.", "2016-05-02", "2016-05-05"),
        ("Between 2 May at 18:00 and midnight on 4 May the army committed 14 violations.", "2016-05-02", "2016-05-05"),
    ],
)
def test_windows_of_hours(text: str, start: str, end: str) -> None:
    window = tallies(text)[0].window
    assert window is not None
    assert window.start is not None
    assert window.end is not None
    assert (window.start.date().isoformat(), window.end.date().isoformat()) == (start, end)


def test_no_hours_are_meant_by_another_number() -> None:
    assert tallies("The army committed 14 violations in the last 30, it said.")[0].window is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Units complied with the terms of the current truce after the shelling.", "in_force"),
        ("The army has halted fire in Idlib unilaterally; militants go on shelling.", "declared"),
        ("The army unilaterally ceased firing in Idlib; militants go on shelling.", "declared"),
        ("They signed a memorandum on a ceasefire after the shelling.", "declared"),
        ("A memorandum on the ceasefire, signed on Monday, did not end the shelling.", "declared"),
        ("The ceasefire has been given two more months despite the shelling.", "extended"),
        ("The army said it was no longer bound by the ceasefire after the attack.", "ended"),
        ("Fighting resumed on Friday, putting an end to a three-week truce.", "ended"),
        ("Guns are to fall silent at midnight after weeks of shelling.", "declared"),
        ("The truce, mediated by Qatar, has largely held despite the shelling.", "in_force"),
    ],
)
def test_truces_in_other_words(text: str, status: str) -> None:
    assert [claim.slots.status for claim in read(text)[0] if isinstance(claim.slots, TruceWord)] == [status]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The militants turned their guns on troops outside Avdiivka.", Act.SHELLING),
        ("Near Zaitseve the guns of vehicles were brought into play after shelling.", Act.SHELLING),
        ("A shell came into a kindergarten in Vrubivka.", Act.SHELLING),
        ("The village of Hays came in for mortar fire.", Act.SHELLING),
        ("The village of Hays found itself under mortar fire.", Act.SHELLING),
        ("A sniper was at work near Hays.", Act.SMALL_ARMS),
    ],
)
def test_fire_in_other_words(text: str, act: Act) -> None:
    assert [claim.slots.act for claim in read(text)[0] if isinstance(claim.slots, Happening)] == [act]


def test_fire_told_later_in_a_partys_bulletin_is_of_those_it_accused() -> None:
    text = (
        "The militants violated the truce 12 times, the army said.\n\nThe village of Pisky was shelled, the army said."
        "\n\nThe village of Krymske was shelled too, the army said."
    )
    acts = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Happening)]
    assert [[who.text for who in act.actors] for act in acts] == [["militants"], ["militants"]]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Russian positions were shelled 14 times on Monday, the ministry said.", []),
        ("Russian troops shelled Pisky 14 times on Monday, the ministry said.", ["Russian troops"]),
        ("The Russian part of the body has registered 37 instances of opening fire.", []),
        (
            "Rebels shelled a post in three provinces, Hama, Latakia and Aleppo, and 13 such attacks were noted.",
            ["Rebels"],
        ),
        ("They shelled posts in three provinces, Hama, Latakia and Aleppo, and 13 such attacks were noted.", []),
    ],
)
def test_who_suffers_or_counts_is_not_accused(text: str, accused: list[str]) -> None:
    assert [[who.text for who in tally.accused] for tally in tallies(text)] == [accused]


@pytest.mark.parametrize(
    ("behind", "counts"),
    [
        ("Idlib had most: Idlib, 13; Hama, nine; Aleppo, two.", [(13, ["Idlib"]), (9, ["Hama"]), (2, ["Aleppo"])]),
        ("That is a fifth of the previous week's 70.", [(70, [])]),
    ],
)
def test_counts_in_lists_and_of_the_week_before(behind: str, counts: list[tuple[int, list[str]]]) -> None:
    assert placed(f"The centre recorded 24 violations this week. {behind}") == counts


def test_movement_that_is_restricted_is_no_breach_that_is_counted() -> None:
    claims = read("The monitors' freedom of movement was curtailed 17 times over the week, the mission said.")[0]
    assert [type(claim.slots) for claim in claims] == [Happening]


def test_an_election_is_no_truce() -> None:
    assert (
        read("Police counted 275 violations of the day of silence before the elections; voters were warned.")[0] == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Russia and the formations that take their orders from them shelled Pisky.",
        "The militia takes its orders from Haftar. It shelled Tripoli.",
        "The brigade is subordinate to Haftar. It shelled Tripoli.",
    ],
)
def test_who_gives_the_orders_backs_them(text: str) -> None:
    claims = read(text)[0]
    assert [claim.slots.type for claim in claims if isinstance(claim.slots, Relation)] == ["backs"]


def test_a_fall_from_one_count_to_another_by_a_share() -> None:
    text = "Explosions caused by banned weapons fell by 80 per cent, from 617 to 110, the mission said."
    assert sorted(tally.count for tally in tallies(text)) == [110, 617]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Rebels broke it 180 times since the cessation agreement took effect on 27 February.", ["in_force"]),
        ("The truce mediated by Qatar, in force since 27 April, ended more than a year of shelling.", ["in_force"]),
    ],
)
def test_a_truce_that_began_on_a_day_named(text: str, statuses: list[str]) -> None:
    assert [claim.slots.status for claim in read(text)[0] if isinstance(claim.slots, TruceWord)] == statuses


def test_movement_denied_is_an_obstruction() -> None:
    claims = read("The rebels denied the mission freedom of movement on Monday, the mission said.")[0]
    assert [claim.slots.act for claim in claims if isinstance(claim.slots, Happening)] == [Act.OBSTRUCTION]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The village of Pisky, the army said, was shelled by militants on Monday.", ["village of Pisky"]),
        ("A school, the army said, was hit by shells on Monday.", ["school"]),
        ("A school, the army has said, was hit by shells on Monday.", ["school"]),
        ("After it shelled a school, the army said, was hit by shells.", ["school"]),
        ("In Tafas, the army said, was shelled on Monday.", []),
        ("The army said that in Tafas was shelled on Monday.", []),
    ],
)
def test_what_was_struck_stands_before_an_aside_of_speech(text: str, target: list[str]) -> None:
    claims = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Happening)]
    assert [who.text for act in claims for who in act.targets] == target


@pytest.mark.parametrize(
    ("head", "acts"),
    [
        ("Russian shelling breaks truce", 1),
        ("Senegal shelling breaks truce", 2),
        ("Occupiers shell kindergarten again", 1),
        ("Rebels shell kindergarten again", 2),
    ],
)
def test_a_headline_without_a_place_tells_of_the_act_of_the_text(head: str, acts: int) -> None:
    body = "Occupation forces of Russia shelled the town of Hays on Monday, the army said. A truce is in force."
    claims = read(f"{head}\n\n{body}")[0]
    assert len([claim for claim in claims if isinstance(claim.slots, Happening)]) == acts
