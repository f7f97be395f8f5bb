"""Whom and where a word means that points back: "the rebels", "its forces", "their artillery", "the town"."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents

MEANT = [
    ("LRA rebels looted Obo. The rebels abducted nine men in Mboki.", "rebels", "LRA rebels"),
    ("The TPLF has accused the army of shelling Kobo. The rebels entered the town of Alamata.", "rebels", "TPLF"),
    (
        "Soldiers killed men of the Bangsamoro Islamic Freedom Fighters (BIFF). A bus was burned by the same group.",
        "group",
        "Bangsamoro Islamic Freedom Fighters (BIFF)",
    ),
    (
        "The Karen National Liberation Army met the press. The group then shelled Hpapun.",
        "group",
        "Karen National Liberation Army",
    ),
    ("The Pakistan Army said six were held. The militants had shelled Miran Shah.", "militants", None),
    ("Ansar Dine and the FARC fought in Kidal. The group shelled Kidal airport.", "group", None),
    ("The M23 met the press on Monday. On Tuesday the M23 said the rebels had shelled Sake.", "rebels", None),
]


@pytest.mark.parametrize(("text", "printed", "name"), MEANT)
def test_a_group_named_before_gives_its_name_and_the_word_stays(text: str, printed: str, name: str | None) -> None:
    actor = incidents(text)[-1].actors[0]
    assert (actor.text, actor.name) == (printed, name)


OWNERS = [
    ("The Houthis broke the truce, said the joint forces. Their snipers killed a girl in Hays.", "Houthis"),
    ("The Houthis broke the truce, said the joint forces. Their artillery shelled a farm in Hays.", "Houthis"),
    ("The militia shot a girl in Hays. Israel said its forces had shelled Tyre.", "Israel"),
    ("The army said the rebels broke the truce and their snipers shot a farmer in Hays.", "rebels"),
    ("Fano said its men had killed nine soldiers in Debre Birhan.", "Fano"),
    ("The defence ministry said its forces had shelled Tyre.", "forces"),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_people_and_arms_of_a_pronoun_act_for_their_owner(text: str, owner: str) -> None:
    assert [actor.text for actor in incidents(text)[-1].actors] == [owner]


def test_snipers_and_artillery_of_one_owner_do_two_things() -> None:
    killed, shelled = incidents("The militia came. Its snipers shot a girl in Tina, and its artillery shelled Hays.")
    assert [place.text for place in killed.places] == ["Tina"]
    assert [place.text for place in shelled.places] == ["Hays"]


def test_the_town_is_where_an_event_was_or_else_the_place_named_before() -> None:
    (found,) = incidents("Talks were held in Maychew. The army shelled the town.")
    assert [(place.text, place.rule) for place in found.places] == [("Maychew", "named before")]
    first, second = incidents("The army shelled Homs. It denied this in Geneva. Its artillery then hit the town again.")
    assert [place.text for place in second.places] == [place.text for place in first.places] == ["Homs"]
    (apart,) = incidents("Talks were held in Homs province. The army shelled the town.")
    assert apart.places == ()


def test_a_toll_told_with_the_attack_itself_is_no_other_event() -> None:
    (found,) = incidents("Rebels attacked a police station in Morales. In the attack, two officers were killed.")
    assert found.killed is not None
    assert found.killed.best == 2
