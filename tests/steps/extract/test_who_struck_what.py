"""Who struck what: arms that have an owner, those who are hit by name or by no word that the pack knows."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents

ACTORS = [
    ("The village of Dvorichna was hit by shells fired from areas held by Russian forces.", "Russian forces"),
    ("Mortar shells from the Pakistani side landed on houses in Arnia.", "Pakistani side"),
    ("In Karenni State shells fired from a hill base of the junta killed a man.", "junta"),
    ("Shells from Syrian army positions fell on a field near Arsal.", "Syrian army"),
    (
        "A lorry burned on the road near Tahita after being struck by a mortar shell of the Houthi militia.",
        "Houthi militia",
    ),
    (
        "Missiles fired by a drone of the Rapid Support Forces slammed into the centre of El-Fasher.",
        "Rapid Support Forces",
    ),
    ("Members of illegal armed groups fired at posts of the army in Agqaya village.", "illegal armed groups"),
    ("Houthi-fired mortars struck a wedding tent in Taiz.", "Houthi"),
    ("Israeli naval boats opened fire at fishing boats off Beit Lahiya.", "Israeli naval boats"),
    ("The army and the rebels traded artillery fire in Omdurman.", "army"),
]


@pytest.mark.parametrize(("text", "actor"), ACTORS)
def test_fire_belongs_to_whose_arms_they_are(text: str, actor: str) -> None:
    (found,) = incidents(text)
    assert found.actors[0].text == actor


TARGETS = [
    ("Rebels attacked the cantonment site at Pantit.", ["cantonment site"]),
    ("The air force bombed 20 sites in Gaza.", ["sites"]),
    ("Rebels fired on a naval craft off Mannar.", ["naval craft"]),
    ("Air raids destroyed a bridge over the river near Qasmiyeh.", ["bridge"]),
    ("Warplanes bombed the surroundings of Kansafra.", ["surroundings of Kansafra"]),
    ("Three civilians, among them a child, were killed by rockets of the army in Ariha.", ["civilians"]),
    ("A farmer, Mikael Sargsyan, was killed by sniper fire near Machkalashen.", ["farmer"]),
    ("The army fired a shot at the watchtower in Kafr Kila.", ["watchtower"]),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_what_was_struck_needs_no_word_that_is_known(text: str, targets: list[str]) -> None:
    (found,) = incidents(text)
    assert [target.text for target in found.targets] == targets


def test_a_site_that_is_shelled_is_somewhere_and_reporters_are_told_nowhere() -> None:
    (found,) = incidents("Rebels attacked the cantonment site at Pantit.")
    assert [place.text for place in found.places] == ["Pantit"]
    (told,) = incidents("The army shelled Homs, a general told reporters in Geneva.")
    assert [place.text for place in told.places] == ["Homs"]


TOLLS = [
    ("Rockets of the army hit Kafr Nabl, killing a woman and her two children.", 3, None),
    ("A mine exploded near Hays and killed its driver and two passengers.", 3, None),
    ("Snipers of the militia shot at farmers near Hays, killing one and maiming another.", 1, 1),
    ("Rebels shelled Homs. One officer was killed, another was wounded.", 1, 1),
    ("Rebels shelled Homs, with injuries to three others.", None, 3),
    ("Snipers of the army shot a farmer in the leg near Hays.", None, 1),
    ("A patrol was struck by a mine near Homs: one sergeant lost a leg.", None, 1),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLLS)
def test_people_joined_or_counted_by_a_word_that_stands_alone(
    text: str, killed: int | None, injured: int | None
) -> None:
    (found,) = incidents(text)
    assert (found.killed and found.killed.best, found.injured and found.injured.best) == (killed, injured)


BULLETINS = [
    (
        "The base in Kirumba was attacked shortly before 2 a.m. by up to 60 unidentified men.",
        (["unidentified men"], ["base"], ["Kirumba"]),
    ),
    ("LNA positions at Gharyan came under drone attack.", ([], ["LNA positions"], ["Gharyan"])),
    (
        "Two dissidents of the FARC were killed in an army bombing in Cauca.",
        (["army"], ["dissidents of the FARC"], ["Cauca"]),
    ),
    ("Haftar's warplanes bombed a migrant camp in Tajoura.", (["Haftar's warplanes"], ["migrant camp"], ["Tajoura"])),
    ("Dozo hunters killed eight herders in Sokoura.", (["Dozo hunters"], ["herders"], ["Sokoura"])),
    ("The militia responded by shelling the town of Hays.", (["militia"], ["town of Hays"], ["town of Hays"])),
    ("Sniper fire on residents of Hays wounded a child.", ([], ["residents of Hays", "child"], ["Hays"])),
    ("In Toretsk, a house was destroyed by shelling.", ([], ["house"], ["Toretsk"])),
    ("In Muttur, 17 aid workers were shot dead by soldiers.", (["soldiers"], ["aid workers"], ["Muttur"])),
    (
        "Light Infantry Battalion No. 708 shelled Hpalu village.",
        (["Light Infantry Battalion No"], ["Hpalu village"], ["Hpalu village"]),
    ),
    (
        "Gunmen seized four sailors from a tugboat off Sitangkai island.",
        (["Gunmen"], ["sailors"], ["Sitangkai island"]),
    ),
    ("Militiamen threw stones at cars on the road by Yitzhar.", (["Militiamen"], ["cars"], ["Yitzhar"])),
    (
        "Three soldiers were hurt when a mine went off between Sisaket and Trat.",
        ([], ["soldiers"], ["Sisaket", "Trat"]),
    ),
    ("Two farmers were killed by Pakistani fire in Poonch.", (["Pakistani"], ["farmers"], ["Poonch"])),
    (
        "Gunmen from the Ambazonia Defence Forces kidnapped a driver near Kumba.",
        (["Ambazonia Defence Forces"], ["driver"], ["Kumba"]),
    ),
    (
        "Eleven pilgrims were shot dead when gunmen opened fire on their bus in Rajanpur.",
        (["gunmen"], ["pilgrims", "bus"], ["Rajanpur"]),
    ),
    ("The army came under attack from CNDP rebels at Kibumba.", (["CNDP rebels"], ["army"], ["Kibumba"])),
    ("The shelling by the RSF of the prison in El Obeid was heavy.", (["RSF"], ["prison"], ["El Obeid"])),
    (
        "The militia tried to storm the village of Dardara.",
        (["militia"], ["village of Dardara"], ["village of Dardara"]),
    ),
    ("Rebels set off a bomb under a police jeep at Bhandaria.", (["Rebels"], ["police jeep"], ["Bhandaria"])),
    ("Rebels shelled the capital Bujumbura.", (["Rebels"], ["capital Bujumbura"], ["capital Bujumbura"])),
]


@pytest.mark.parametrize(("text", "slots"), BULLETINS)
def test_bulletins_tell_who_what_and_where(text: str, slots: tuple[list[str], list[str], list[str]]) -> None:
    (found,) = incidents(text)
    told = ([one.text for one in each] for each in (found.actors, found.targets, found.places))
    assert tuple(told) == slots


def test_a_family_of_five_is_five_and_a_name_beside_a_soldier_is_no_number() -> None:
    (family,) = incidents("A rocket of the army hit Homs, killing a family of five.")
    (soldier,) = incidents(
        "One soldier of the Defence Army, Hrant Movsisyan, was fatally wounded by a sniper near Shushi."
    )
    (lives,) = incidents("An ambush of a base at Kirumba by rebels claimed the lives of three soldiers.")
    (shot,) = incidents(
        "A student of 18 was shot by soldiers at a checkpoint in Hebron on 22 September and died later."
    )
    assert (shot.killed and shot.killed.best) == 1
    (hurt,) = incidents("In clashes in Homs 51 men, two boys among them, and five women were injured by soldiers.")
    assert (hurt.injured and hurt.injured.best) == 56
    (born,) = incidents("The army shelled Vovchansk: a man born in 1961 was wounded.")
    (child,) = incidents("A woman and her child were killed as artillery of the army pounded Binnish.")
    assert (born.injured and born.injured.best, child.killed and child.killed.best) == (1, 2)
    assert [found.killed and found.killed.best for found in (family, soldier, lives)] == [5, 1, 3]
    assert [target.text for target in soldier.targets] == ["soldier of the Defence Army"]


def test_whose_weapon_it_is_that_struck_is_no_speaker_of_the_sentence() -> None:
    said = (
        "An army statement carried by the agency said that an Israeli drone struck a bulldozer in Qana, wounding one."
    )
    (struck,) = incidents(said)
    assert [actor.text for actor in struck.actors] == ["Israeli"]
    (own,) = incidents("The Israeli army said its aircraft had hit Hezbollah launchers near Qana.")
    assert [actor.text for actor in own.actors] == ["Israeli army"]


@pytest.mark.parametrize(
    ("who", "killed"),
    [
        ("one of its members, Corporal Sami Aoun, was", 1),
        ("Corporal Sami Aoun was", 1),
        ("Captain Sami Aoun and Sergeant Ali Omar were", 2),
    ],
)
def test_who_is_named_with_his_rank_is_a_person_and_no_place(who: str, killed: int) -> None:
    (told,) = incidents(f"The police said {who} killed when a shell hit a post in Nabatieh.")
    assert told.killed is not None
    assert told.killed.best == killed
    assert [place.text for place in told.places] == ["Nabatieh"]


def test_those_carried_by_what_came_under_fire_did_not_fire() -> None:
    (told,) = incidents("A helicopter carrying soldiers from Nasir came under fire, killing one crew member.")
    assert told.actors == ()


def test_where_another_saw_fire_later_is_not_where_it_was_before() -> None:
    first = "Thailand's army said Cambodian troops had attacked in several places early on Tuesday."
    before, after = incidents(f"{first} Thai officials said exchanges of fire went on in Phu Makua.")
    assert before.places == ()
    assert [place.text for place in after.places] == ["Phu Makua"]
