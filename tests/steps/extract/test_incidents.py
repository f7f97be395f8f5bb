from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read
from tregua.records.claim import Casualties, Happening
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Stance

ACTS = [
    (
        "Militants of the Northern Brigade fired mortars at army posts in Homs.",
        Act.SHELLING,
        "Northern Brigade",
    ),
    ("Troops opened fire on farmers near Rafah.", Act.SMALL_ARMS, "Troops"),
    ("Government warplanes bombed the town of Idlib.", Act.AIRSTRIKE, "Government warplanes"),
    ("Rebels used drones against positions of the army.", Act.DRONE, "Rebels"),
    ("Gunmen abducted three farmers near Kilis.", Act.ABDUCTION, "Gunmen"),
    ("The villages of Berne and Zitan were seized by rebel groups.", Act.ADVANCE, "rebel groups"),
    ("Three teams were denied access by the national army in Yei.", Act.OBSTRUCTION, "national army"),
    ("A bomb exploded in Homs.", Act.EXPLOSION, None),
    ("Clashes between the army and the rebels broke out in Yei.", Act.ATTACK, "army"),
    ("Cambodian attacks lasted into Wednesday morning, the ministry said.", Act.ATTACK, "Cambodian"),
    ("Soldiers of the Republican Guard launched an attack on Homs.", Act.ATTACK, "Soldiers of the Republican Guard"),
    ("Air force jets carried out raids.", Act.ATTACK, "Air force jets"),
]


@pytest.mark.parametrize(("text", "act", "actor"), ACTS)
def test_acts_and_actors(text: str, act: Act, actor: str | None) -> None:
    found = incidents(text)
    assert [happening.act for happening in found] == [act]
    assert (found[0].actors[0].text if found[0].actors else None) == actor


NOTHING = [
    "The army may be targeted and could fire rockets at Homs.",
    "The army has not shelled Homs.",
    "Neither the army nor, as the centre has confirmed, its air force struck Homs.",
    "Army posts would be attacked by rebels unless the militia leaves.",
    "The militia reports on attacks. The army and the rebels met.",
    "The war has killed more than 270,000 people in five years and the army knows.",
    "Militia chiefs met; 32 civilians are among the dead.",
    "On patrol the army may find fighting or attacks on civilians by militia in Homs.",
    "Rebels met. Fighters died.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_may_be_or_was_not_is_no_event(text: str) -> None:
    assert incidents(text) == []


def test_a_new_subject_begins_another_event_and_a_list_of_verbs_does_not() -> None:
    first, second = incidents("Rebels shelled Homs with mortars, and the army bombed Idlib.")
    assert (first.actors[0].text, second.actors[0].text) == ("Rebels", "army")
    (one,) = incidents("The army shelled Homs and fired at cars.")
    assert one.act is Act.SHELLING
    pair = incidents("Rebels shelled Homs; troops then fired at Hama.")
    assert [happening.actors[0].text for happening in pair] == ["Rebels", "troops"]


def test_a_weapon_alone_stands_for_the_verb_left_out() -> None:
    first, second = incidents(
        "The so-called Free Army fired mortars four times at posts in Homs, and rockets at the town of Hama."
    )
    assert first.count == 4
    assert second.act is Act.SHELLING
    assert second.actors == first.actors


def test_passives_with_new_subjects_are_events_of_their_own() -> None:
    found = incidents("Khan district was shelled, and Berne and Zitan village were seized.")
    assert [happening.act for happening in found] == [Act.SHELLING, Act.ADVANCE]
    assert len(incidents("Khan district was shelled and then it was seized.")) == 1


def test_they_are_those_who_acted_before() -> None:
    _, second = incidents("Militants of the Sham Brigade shelled Homs.\nIn Aleppo they fired rockets at the market.")
    assert second.actors[0].text == "Sham Brigade"
    assert second.weapons == ("rockets",)


def test_the_accused_of_a_count_are_those_who_act() -> None:
    (happening,) = incidents(
        "Illegal armed groups committed 55 violations of the truce.\nIn Aleppo they fired mortars at farms."
    )
    assert happening.actors[0].text == "Illegal armed groups"


CASUALTIES = [
    ("Rebels killed six civilians and wounded two in Homs.", (6, 6, 6), (2, 2, 2)),
    ("Shelling by rebels in Homs killed at least 10 people; 30 others were hurt.", (10, 10, None), (30, 30, 30)),
    ("In Homs a soldier was killed and another injured by rebel fire.", (1, 1, 1), (1, 1, 1)),
    ("Rebels fired at Homs and killed a boy. ", (1, 1, 1), None),
    ("Up to 5 civilians were killed by the army in Homs.", (0, 5, 5), None),
    ("Rebel fire in Homs in 2015 killed and wounded farmers.", None, None),
    (
        "In Homs the dead were 83 civilians and the wounded were 252, the rebels having shelled it.",
        (83, 83, 83),
        (252, 252, 252),
    ),
]


@pytest.mark.parametrize(("text", "killed", "injured"), CASUALTIES)
def test_casualties(text: str, killed: tuple[int, ...] | None, injured: tuple[int, ...] | None) -> None:
    happening = incidents(text)[0]
    assert happening.killed == (None if killed is None else Casualties(low=killed[0], best=killed[1], high=killed[2]))
    assert happening.injured == (
        None if injured is None else Casualties(low=injured[0], best=injured[1], high=injured[2])
    )


def test_places_nest_and_lists_part() -> None:
    (happening,) = incidents("Rebels fired at Khan Touman in the southern countryside of Aleppo, and at Homs.")
    assert [(place.text, place.within) for place in happening.places] == [
        ("Khan Touman", "southern countryside of Aleppo"),
        ("Homs", ""),
    ]
    (wide,) = incidents("The army shelled posts in Zolote in the Luhansk region in Ukraine.")
    assert wide.places[0].text == "Zolote"


def test_the_headline_is_not_a_second_event() -> None:
    text = "Rebels shell town, 135 killed\n\nRebels shelled Homs and 135 people were killed in Homs, the army said."
    assert len(incidents(text)) == 1
    again = "Army shelled Homs city\n\nThe army, it said, shelled the market in Homs city on Monday."
    assert len(incidents("Army shelled camps in Hama\nRebels bombed Homs.\n" + again)) == 4
    assert len(incidents(again)) <= 2


def test_who_owns_up_is_the_speaker() -> None:
    claims, _ = read(
        "The Sham Brigade has claimed responsibility for missile attacks on residential areas.", publisher="Wire"
    )
    (claim,) = [claim for claim in claims if isinstance(claim.slots, Happening)]
    assert claim.stance is Stance.ADMITTED
    assert "self_admitted" in claim.marks
    assert [speaker.text for speaker in claim.chain] == ["Sham Brigade", "Wire"]
    assert claim.chain[0].span is None


def test_times_and_munitions() -> None:
    (happening,) = incidents("On Thursday the rebels fired 21 rockets at Homs.")
    assert happening.count == 21
    assert happening.time is not None
    assert happening.time.text == "On Thursday"


def test_long_names_and_repeated_prepositions_end() -> None:
    text = (
        "The troops of the Army of the Front of the Corps of the Legion of the Guard shelled posts in Homs and in Hama."
    )
    (happening,) = incidents(text)
    assert happening.actors[0].text.startswith("troops of the Army")
    assert [place.text for place in happening.places] == ["Homs", "Hama"]


def test_a_date_is_no_number_of_dead() -> None:
    (happening,) = incidents("Rebels in Homs wounded 4 and killed 3 May 2016.")
    assert happening.killed is None
    assert happening.injured == Casualties(low=4, best=4, high=4)


def test_neither_a_report_nor_whose_office_speaks_is_who_acts() -> None:
    (report,) = incidents("Posts in Homs were shelled by the Mission's report.")
    assert report.actors == ()
    (office,) = incidents("The Free Coalition's Media Office counts 31 people killed in Homs.")
    assert office.actors == ()


@pytest.mark.parametrize(
    ("text", "act", "actors", "targets"),
    [
        ("Snipers killed a beekeeper east of Taiz on Sunday.", Act.SMALL_ARMS, ["Snipers"], []),
        ("Rebels tried to infiltrate army posts near Marib.", Act.ADVANCE, ["Rebels"], ["army posts"]),
        ("Government jets struck the market in Maarat.", Act.AIRSTRIKE, ["Government jets"], ["market"]),
        ("Two posts near Maarat were struck by warplanes.", Act.AIRSTRIKE, [], ["posts"]),
        ("M23 rebels captured the town of Masisi.", Act.ADVANCE, ["M23 rebels"], ["town of Masisi"]),
        (
            "M23 rebels captured two Congolese soldiers near Masisi.",
            Act.ABDUCTION,
            ["M23 rebels"],
            ["Congolese soldiers"],
        ),
        ("Gunfire was heard near the airport in Bangui.", Act.SMALL_ARMS, [], []),
        ("Clashes erupted in Yei on Monday.", Act.ATTACK, [], []),
        ("A machine gun was fired near Popasna.", Act.SMALL_ARMS, [], []),
        ("It is the army that shells Taiz.", Act.SHELLING, ["army"], ["Taiz"]),
        ("Russian attacks went on in Sumy, officials said.", Act.ATTACK, ["Russian"], []),
    ],
)
def test_acts_and_who_acts(text: str, act: Act, actors: list[str], targets: list[str]) -> None:
    (found,) = incidents(text)
    assert (found.act, [actor.text for actor in found.actors]) == (act, actors)
    assert set(targets) <= {target.text for target in found.targets}


def test_fire_that_an_airline_and_an_exercise_are_about_is_none() -> None:
    assert incidents("Pilots on a walkout struck back: the airline fired 50 pilots as the union went on.") == []
    assert incidents("Troops shelled a hill in Homs in a live-fire exercise.") == []


def test_no_place_is_a_people() -> None:
    (found,) = incidents(
        "Azerbaijani forces fired mortars at Armenian positions near Sotk and along the Line of Contact."
    )
    assert [place.text for place in found.places] == ["Sotk", "Line of Contact"]


def test_who_refuses_passage_says_nothing() -> None:
    text = "An armed man denied the patrol passage near Olenivka. It saw damage from shelling to a house in Zolote."
    refused, seen = read(text)[0]
    assert isinstance(refused.slots, Happening)
    assert refused.slots.act is Act.OBSTRUCTION
    assert (refused.stance, seen.stance) == (Stance.ASSERTED, Stance.ASSERTED)


def test_what_is_said_after_a_denial_is_not_denied() -> None:
    (said,) = read("The spokesman Lam Gabriel denied it and said government troops attacked a base in Maiwut.")[0]
    assert said.stance is Stance.ASSERTED
    (denied,) = read("The spokesman Lam Gabriel denied that troops attacked Maiwut and said all was calm.")[0]
    assert denied.stance is Stance.DENIED


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two civilians were killed by a Houthi shell in Hays.", ["Houthi"]),
        ("A Turkish missile hit a car near Ain Issa.", ["Turkish"]),
        ("M23 fighters clashed with Wazalendo militia near Kibumba.", ["M23", "Wazalendo militia"]),
        ("Cambodia fired BM-21 rockets into Surin province.", ["Cambodia"]),
    ],
)
def test_owners_of_weapons_and_both_sides_act(text: str, actors: list[str]) -> None:
    (found,) = incidents(text)
    assert [actor.text for actor in found.actors] == actors
    assert "BM-21" not in [place.text for place in found.places]


def test_the_name_of_who_was_hurt_is_no_target() -> None:
    (found,) = incidents("Snipers shot an Armenian soldier, Aram Petrosyan, near Sotk.")
    assert [target.text for target in found.targets] == ["Armenian soldier"]


def test_the_month_of_may_is_no_wish() -> None:
    (found,) = incidents("HOMS, May 7 - Rebels shelled a clinic near Talbisa, killing 14 people, a doctor said.")
    assert found.act is Act.SHELLING
    assert incidents("Rebels may shell a clinic near Talbisa on 7 May.") == []


@pytest.mark.parametrize(
    ("text", "actors", "killed"),
    [
        ("A soldier of the Lebanese army was killed by Israeli shelling in Kfar Shuba.", ["Israeli"], 1),
        ("Two guards were killed in a Taliban attack on a checkpoint in Kunduz.", ["Taliban"], 2),
        ("Government planes dropped six bombs on Kauda, killing a woman.", ["Government planes"], 1),
        ("Israeli troops shot and killed a man east of Khan Younis.", ["Israeli troops"], 1),
    ],
)
def test_owners_of_nouns_and_tolls(text: str, actors: list[str], killed: int) -> None:
    (found,) = incidents(text)
    assert [actor.text for actor in found.actors] == actors
    assert found.killed is not None
    assert found.killed.best == killed


def test_what_follows_and_that_has_its_own_place() -> None:
    text = "The Houthis said that planes launched 14 raids on Sirwah in Marib, and that mercenaries shelled al-Tuhayta."
    assert [place.text for place in incidents(text)[-1].places] == ["al-Tuhayta"]


def test_a_verb_behind_one_comma_has_not_the_subject_before_it() -> None:
    (found,) = incidents("Rebels were in Homs, shelled Hama.")
    assert found.actors == ()


def test_a_long_list_of_towns_is_read_to_the_eighth() -> None:
    towns = "Aleppo, Homs, Hama, Idlib, Daraa, Douma, Jobar, Harasta, Talbisa and Rastan"
    (found,) = incidents(f"The army shelled {towns}.")
    assert len(found.targets) == 8
    assert len(found.places) == 10


def test_who_is_told_is_no_place() -> None:
    for where in ("in Cairo", "at the Karm airbase", "at Karm airbase"):
        (found,) = incidents(f"Rebels shelled Homs, the army told reporters {where}.")
        assert [place.text for place in found.places] == ["Homs"]


def test_where_the_one_who_tells_sits_is_no_place_but_where_nothing_else_is_named() -> None:
    (found,) = incidents("The ministry in Cairo said that rebels had shelled Homs.")
    assert [place.text for place in found.places] == ["Homs"]
    (found,) = incidents("Police in Tarsin said a bomb had killed two people.")
    assert [place.text for place in found.places] == ["Tarsin"]


def test_who_was_killed_may_stand_behind_the_verb() -> None:
    (found,) = incidents("Killed were two soldiers in Homs.")
    assert [target.text for target in found.targets] == ["soldiers"]
