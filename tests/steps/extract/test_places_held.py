"""Who only holds a place, or only called for a truce, is neither where an act was nor who did it."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, tallies, truces, window

HELD = [
    "Two civilians were killed by shelling in rebel-held Douma.",
    "Two civilians were killed by shelling in Turkish-occupied Douma.",
    "Two civilians were killed by shelling in Syrian government-held Douma.",
    "Two civilians were killed by shelling in “LPR”-controlled Douma.",
    "Two civilians were killed by shelling in “Luhansk People's Republic”-controlled Douma.",
]


@pytest.mark.parametrize("text", HELD)
def test_who_holds_a_place_is_no_place(text: str) -> None:
    (act,) = incidents(text)
    assert [place.text for place in act.places] == ["Douma"]


def test_what_describes_a_weapon_leaves_the_place_before_it() -> None:
    (act,) = incidents("The plane was over Hama province when shoulder-fired missiles hit it.")
    assert [place.text for place in act.places] == ["Hama province"]


@pytest.mark.parametrize("side", ["government-controlled", "“DPR”-controlled"])
def test_counts_are_placed_where_they_were_heard(side: str) -> None:
    (count,) = tallies(f"While in {side} Kivka (58 km north-east of Metra), the mission heard 483 explosions.")
    assert [place.text for place in count.area] == ["Kivka"]
    assert count.accused == ()


def test_who_hears_explosions_did_not_set_them_off() -> None:
    first, second = tallies(
        "The Mission recorded 140 explosions in Kivka on 1 May. On 2 May, the Mission heard a total of 26 explosions "
        "and several bursts of small-arms fire west of its position."
    )
    assert (first.count, second.count) == (140, 26)
    assert second.accused == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A soldier sprayed bullets at the GAM members, wounding four people.", []),
        ("The spokesman in a Twitter statement said that the rebels shelled Kivka district.", ["Kivka district"]),
        ("Rebels shelled the Kivka suburbs.", ["Kivka suburbs"]),
        ("In Kivka people were shelled.", ["Kivka"]),
        ("The army injured five men along the Line of Control (LoC), the Inter-Services Press Office (ISPO) said.", 1),
    ],
)
def test_whose_men_or_words_they_are_is_no_place(text: str, places: list[str] | int) -> None:
    (act,) = incidents(text)
    found = [place.text for place in act.places]
    assert "Inter-Services Press Office" not in found if isinstance(places, int) else found == places


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The attacks on Kivka came despite calls for a ceasefire by Norway.", []),
        ("Shelling killed two in Kivka despite the truce declared by Norway.", []),
        ("Three attacks in breach of the truce by the rebels hit Kivka.", ["rebels"]),
        ("The attacks on Kivka by the rebels came despite a ceasefire.", ["rebels"]),
    ],
)
def test_who_calls_for_a_truce_does_not_break_it(text: str, actors: list[str]) -> None:
    acts = incidents(text)
    assert [actor.text for act in acts for actor in act.actors] == actors


def test_a_part_of_the_day_is_not_struck() -> None:
    acts = incidents("Rebels attacked Kivka on Friday. Sporadic fire at Kivka continued into the morning of Saturday.")
    assert "morning" not in [target.text for act in acts for target in act.targets]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Army forces, stationed in Metra village of the Bor district, opened fire at Kivka.", ["Kivka"]),
        ("Army forces located in Metra and Gor villages in Bor region shelled Kivka.", ["Kivka"]),
        ("Kivka was shelled by rebels based in Metra.", ["Kivka"]),
        ("Kivka was shelled by Armenians stationed near Metra.", ["Kivka"]),
        ("The army fired at Kivka from positions in the village of Metra, Gor region.", ["Kivka"]),
        ("The army shelled Kivka from its positions in Metra and Gor in Bor region.", ["Kivka"]),
        ("Soldiers stationed in Kivka were shelled on Friday.", ["Kivka"]),
        ("Shelling killed two soldiers stationed in Kivka.", ["Kivka"]),
        ("Troops stationed in Kivka came under fire on Friday.", ["Kivka"]),
        ("Rebels shelled a school located in Kivka.", ["Kivka"]),
        ("The city was hit by fire from the Pakistani side along the border in Kivka district.", ["Kivka district"]),
    ],
)
def test_where_those_who_fire_stand_is_not_where_they_fired(text: str, places: list[str]) -> None:
    (act,) = incidents(text)
    assert [place.text for place in act.places] == places


@pytest.mark.parametrize("when", ["", "earlier this week ", "on Monday "])
def test_where_a_truce_was_signed_is_not_where_it_holds(when: str) -> None:
    (truce,) = truces(f"Norway accused the rebels of violating the ceasefire agreement signed {when}in Malaysia.")
    assert truce.area == ()


def test_a_truce_that_was_signed_on_a_day_begins_the_count() -> None:
    (count,) = tallies(
        "It is the sixth violation by the rebels since the two sides signed a truce on February 25, 2016."
    )
    assert window(count) == ("2016-02-25", "2016-05-08")
