"""Who acted where another sentence, a clause behind "who" or an opening participle tells it; what is only beside."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read, statements
from tregua.records.claim import Aid, Blame

ACTORS = [
    ("A rocket attack killed five people in Sake. The rebels claimed responsibility.", ["rebels"]),
    ("Five people died in a drone strike on Sake.\nThe rebels claimed responsibility for the attack.", ["rebels"]),
    ("An attack in Sake killed five people. The attack was claimed by the rebels.", ["rebels"]),
    ("An attack in Sake killed five people. The rebels said they were behind the drone attack.", ["rebels"]),
    ("An attack in Sake killed five people. The rebels admitted the attack.", ["rebels"]),
    ("An attack in Sake killed five people. The rebels admitted mistakes.", []),
    ("An attack in Sake killed five people. No group claimed responsibility.", []),
    ("An attack in Sake killed five people. The rebels did not claim responsibility.", []),
    ("An attack in Sake killed five people. The spokesman claimed responsibility for the attack.", []),
    ("An attack in Sake killed five people. The rebels claimed responsibility for a second attack.", []),
    ("An attack in Sake killed five people. The rebels left. The army was praised.", []),
    ("An attack in Sake killed five people. It was deplored by the rebels.", []),
    ("Shells landed in Sake. The army blamed the rebels.", ["rebels"]),
    ("An explosion in Sake killed three people. The rebels were blamed.", ["rebels"]),
    ("The rebels, who attacked Sake on Monday, withdrew.", ["rebels"]),
    ("The army repelled the rebels, who had attacked Sake.", ["rebels"]),
    ("A spokesman of the rebels, who attacked Sake, was away.", []),
    ("The rebels, responding to mortar fire from the army, shelled Sake.", ["rebels"]),
    ("Attacked by the rebels, soldiers left Sake.", ["rebels"]),
    ("Attacked by the rebels and the militia, soldiers left Sake.", ["rebels", "militia"]),
    ("Three soldiers succumbed to wounds sustained in the shelling of Sake.", []),
    ("Three soldiers succumbed to wounds sustained in shelling near Sake.", []),
    ("The rebels engaged in the shelling of Sake on Monday, killing two people.", ["rebels"]),
    ("Sake was attacked by the rebels' enemies on Monday.", []),
    ("Sake was attacked by farmers on Monday.", ["farmers"]),
    ("The attack in Sake was carried out by an armed group allied with the M23.", ["armed group allied with the M23"]),
    ("The rebels breached the truce in Hays, and stepped up shelling the army's positions.", ["rebels"]),
    ("A soldier lost his life in cross-border firing along the border in Sake.", []),
    ("Three soldiers were wounded by a landmine on their way home.", []),
]


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_who_acted_is_told_around_the_act_or_nobody_is(text: str, actors: list[str]) -> None:
    assert [actor.text for actor in incidents(text)[0].actors] == actors


def test_those_behind_with_are_the_hurt() -> None:
    text = "The rebels attacked Sake, killing six soldiers and policemen with seven others wounded and two missing."
    assert {actor.text for found in incidents(text) for actor in found.actors} == {"rebels"}


def test_a_toll_of_weapons_at_large_is_no_event() -> None:
    assert not incidents("Twelve people were wounded by landmines.")
    assert not incidents("Twelve people were wounded by a truck.")


PLACES = [
    ("Bombarded by the rebels, Sake is without water.", ["Sake"]),
    ("Bombarded by the rebels on Monday in Sake.", ["Sake"]),
    ("The rebels attacked a convoy on the road from Goma to Sake.", ["road from Goma", "Sake"]),
    ("Speaking in Goma, an official said the rebels had attacked Sake.", ["Sake"]),
    ("The rebels attacked Sake a day after peace talks in Goma.", ["Sake"]),
    ("The rebels attacked Sake despite the truce signed in the Goma district.", ["Sake"]),
    ("The rebels struck in Goma, and the army fled.", ["Goma"]),
    ("The rebels seized Sake, south of Goma.", ["Sake"]),
    ("The rebels attacked soldiers, south of Goma.", ["Goma"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places_of_talks_and_of_ways_are_not_where_an_act_was(text: str, places: list[str]) -> None:
    assert [place.text for place in incidents(text)[0].places] == places


BLAMES = [
    ("Accusing the rebels of breaking the truce, the army called for talks.", ["army"], ["rebels"]),
    ("Blaming the rebels for the shelling of Sake", [], ["rebels"]),
    ("The army and the rebels each accused the other of firing first.", ["army", "rebels"], ["army", "rebels"]),
    ("Both the army and the rebels accused the other side of violating the ceasefire.", ["army", "rebels"], None),
    ("A Houthi spokesman and the government blamed each other for the raid.", None, ["Houthi spokesman", "government"]),
    ('The army said that the rebels had "flagrantly violated" the ceasefire.', ["army"], ["rebels"]),
    ("According to the army, the militia is violating the ceasefire.", ["army"], ["militia"]),
    ("The army slams the rebels over truce violations.", ["army"], ["rebels"]),
    ("The mission found the rebels responsible for the shelling of Sake.", ["mission"], ["rebels"]),
    ("The army laid the blame for the raid at the rebels' door.", ["army"], ["rebels"]),
    ("The army and the rebels in Sake each accused the other of a raid.", ["army", "rebels"], ["army", "rebels"]),
    (
        "The group (SPLM-IO) led by Vice President Riek Machar accused the army of a raid.",
        ["group (SPLM-IO)"],
        ["army"],
    ),
]


@pytest.mark.parametrize(("text", "blamers", "accused"), BLAMES)
def test_who_blames_whom(text: str, blamers: list[str] | None, accused: list[str] | None) -> None:
    (found,) = [slots for slots in statements(text + "\n\nThe truce began on Sunday.") if isinstance(slots, Blame)]
    assert blamers is None or [who.text for who in found.blamers] == blamers
    assert accused is None or [who.text for who in found.accused] == accused


def test_who_might_be_blamed_is_not() -> None:
    for text in (
        "The army and the rebels disagree on which side violated the ceasefire.",
        "The army stopped short of blaming the rebels for the shelling of Sake.",
        "The army said it would hold the rebels responsible if the truce collapsed.",
        "The army called on the rebels to stop violating the ceasefire.",
    ):
        assert not [slots for slots in statements(text) if isinstance(slots, Blame)]


def test_those_who_allege_behind_the_words_speak() -> None:
    claims, _ = read("The attack on the post in Sake was the work of the army, allege the Tamil Tigers.")
    assert {claim.chain[0].text for claim in claims} == {"Tamil Tigers"}


AIDS = [
    ("The rebels denied the UN access to Sake.", "blocked", ["Sake"]),
    ("The rebels refused to let aid into Sake.", "blocked", ["Sake"]),
    ("Aid has not reached Sake for three months.", "blocked", ["Sake"]),
    ("The rebels stopped aid trucks from entering Sake.", "blocked", ["Sake"]),
    ("The army is still preventing humanitarian aid from reaching Sake.", "blocked", ["Sake"]),
    ("Aid trucks have been stuck at Goma for a week, waiting to enter Sake.", "blocked", ["Sake"]),
    ("The UN said it had been unable to reach Sake with aid.", "blocked", ["Sake"]),
    ("Medical supplies were removed from the convoy to Sake by the rebels.", "blocked", ["Sake"]),
    ("A plane carrying medical aid landed in Sake.", "delivered", ["Sake"]),
    ("Aircraft dropped food supplies over Sake.", "delivered", ["Sake"]),
    ("Only five of 20 aid trucks were allowed into Sake.", "delivered", ["Sake"]),
    ("The rebels let 20 aid trucks into Sake.", "delivered", ["Sake"]),
]


@pytest.mark.parametrize(("text", "status", "area"), AIDS)
def test_aid_let_in_or_not_and_where_it_was_bound(text: str, status: str, area: list[str]) -> None:
    (found,) = [slots for slots in statements(text + "\n\nThe truce began on Sunday.") if isinstance(slots, Aid)]
    assert (found.status.value, [place.text for place in found.area]) == (status, area)
