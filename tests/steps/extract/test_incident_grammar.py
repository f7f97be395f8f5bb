"""How English says who did it, where and to how many: sentences, and exactly what must come out of them."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents
from tregua.records.claim import Happening


def names(found: Happening) -> tuple[str, list[str], list[str]]:
    return found.act.value, [actor.name or actor.text for actor in found.actors], [place.text for place in found.places]


WHO = [
    ("The village of Nyal was attacked by armed youth on 3 May.", "attack", ["armed youth"], ["village of Nyal"]),
    ("Shelling by rebel forces of a school in Horlivka left four dead.", "shelling", ["rebel forces"], ["Horlivka"]),
    ("Russia's shelling of Kherson killed two people.", "shelling", ["Russia"], ["Kherson"]),
    ("The post came under fire from Armenian positions near Basar.", "small-arms", ["Armenian"], ["Basar"]),
    ("The military said it had hit two launch sites in Tyre.", "attack", ["military"], ["Tyre"]),
    ("The Defence Ministry said it had shelled Tyre.", "shelling", [], ["Tyre"]),
    ("The army said that it later shelled Tyre.", "shelling", ["army"], ["Tyre"]),
    ("A drone of the RSF hit a clinic in Tina.", "drone", ["RSF"], ["Tina"]),
    ("A drone of Ahlan hit a clinic in Tina.", "drone", [], ["Tina"]),
    ("Soldiers of the military council shelled Loikaw.", "shelling", ["Soldiers of the military council"], ["Loikaw"]),
    ("Suspected militants killed nine farmers in Zabarmari.", "attack", ["Suspected militants"], ["Zabarmari"]),
    ("The rebels left at dawn. Before that they burned homes in Pinga.", "other", ["rebels"], ["Pinga"]),
    ("The rebels met the army. Before that they burned homes in Pinga.", "other", [], ["Pinga"]),
    ("The rebels met.\n\nThey burned homes in Pinga.", "other", [], ["Pinga"]),
    ("The ELN denies it. The group abducted a farmer in Arauca.", "abduction", ["ELN"], ["Arauca"]),
    ("The ELN met the FARC. The group abducted a farmer in Arauca.", "abduction", ["group"], ["Arauca"]),
    ("Troops prevented the patrol from entering Leer.", "obstruction", ["Troops"], ["Leer"]),
    ("LRA rebels abducted 30 villagers from Bamangana.", "abduction", ["LRA rebels"], ["Bamangana"]),
    ("Two shells landed in a yard in Arnia.", "shelling", [], ["Arnia"]),
    ("The army is active there; on Friday two shells landed in a yard in Arnia.", "shelling", [], ["Arnia"]),
    ("Police and rebels clashed in the Haydar district of Najaf.", "attack", ["Police", "rebels"], ["Haydar district"]),
    ("The army condemned the targeting of clinics by rebels in Tina.", "attack", ["rebels"], ["Tina"]),
]


@pytest.mark.parametrize(("text", "act", "actors", "places"), WHO)
def test_who_and_where(text: str, act: str, actors: list[str], places: list[str]) -> None:
    (found,) = incidents(text)
    assert names(found) == (act, actors, places)


NOTHING = [
    "Troops were drawn up in occupied Tina and the army knew.",
    "Nobody was shelled in Tina, the army said.",
    "The army stopped the fighting, and the patrol.",
    "The army barred aid from reaching Tina.",
    "The army stopped firing; patrols were let through.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_sounds_like_an_act(text: str) -> None:
    assert incidents(text) == []


def test_two_verbs_of_one_subject_with_places_of_their_own_are_two_events() -> None:
    first, second = incidents("Azeri forces shelled Taghavard and then opened fire at a tractor near Chartar.")
    assert names(first) == ("shelling", ["Azeri forces"], ["Taghavard"])
    assert names(second) == ("small-arms", ["Azeri forces"], ["Chartar"])


def test_dead_elsewhere_behind_a_semicolon_are_another_event() -> None:
    first, second = incidents("Mortar fire on the town of Uvira wounded four; another four were killed in Sange.")
    assert names(first) == ("shelling", [], ["town of Uvira"])
    assert (names(second)[2], second.killed and second.killed.best) == (["Sange"], 4)


def test_an_event_without_a_place_is_where_the_one_before_it_was() -> None:
    text = "The army shelled Homs on Friday. Its tanks also fired shells at a clinic."
    first, second = incidents(text)
    assert names(second)[2] == ["Homs"]
    assert (first.places[0].rule, second.places[0].rule) == ("printed (named)", "of the event before")
    apart = incidents(text.replace(". Its", ".\n\nIts"))
    assert names(apart[1])[2] == ["Homs"]
    later = incidents(text.replace(". Its", ". Talks go on. Nobody spoke. Its"))
    assert later[1].places[0].rule == "inferred: the one place where the text tells of events"
    two = incidents(text.replace(". Its", ". Rebels shelled Hama. Talks go on. Nobody spoke. Its"))
    assert names(two[2])[2] == []
    far = incidents(text.replace(". Its", f". {'Talks go on. ' * 7}Its"))
    assert names(far[1])[2] == []


def test_a_sentence_with_others_beside_it_is_no_headline_of_them() -> None:
    found = incidents(
        "The Fourth Brigade shelled Kafr Hamra in Aleppo, killing two civilians. The Fourth Brigade fired rockets "
        "at Aleppo the next day."
    )
    assert len(found) == 2


def test_a_lead_is_no_headline_of_what_happened_elsewhere() -> None:
    found = incidents("Rebels shelled Homs, killing two farmers. Troops shelled Idlib, killing two drivers.")
    assert [names(each)[2] for each in found] == [["Homs"], ["Idlib"]]


TOLLS = [
    ("Two soldiers and a civilian were killed by shells in Homs.", 3),
    ("A civilian and two soldiers were killed by shells in Homs.", 3),
    ("Shells hit Homs, killing a woman and two children.", 3),
    ("Shells hit Homs, killing a woman, and two children were hurt.", 1),
    ("Shells hit Homs, killing at least two men and some 20 children.", 22),
    ("Three civilians, a pupil among them, died when shells hit Homs.", 3),
    ("Three civilians, including two women and a child, were killed by shells in Homs.", 3),
    ("Shells killed four civilians in Homs.", 4),
    ("Shells hit Homs, killing four civilians, a woman and a girl of 10 among them.", 4),
    ("Shells hit Homs, killing seven children, 14 women and 24 men.", 45),
    ("Shells hit Homs, killing a woman, a girl and a boy.", 3),
    ("Shells hit Homs, killing a woman, and two children.", 3),
    ("Rehmat Jan, 45, died when shells hit Homs.", 1),
    ("A drone struck a motorcycle in Tina, killing its rider.", 1),
    ("Shells killed six people and a fire broke out in Homs.", 6),
    ("Shells killed six people and the aid of two towns in Homs.", 6),
    ("Snipers killed a falconer in Homs.", 1),
    ("Two soldiers and a driver were killed by shells in Homs.", 3),
    ("Ten soldiers, and farmers and a driver were killed by shells in Homs.", 1),
    ("Shells hit Homs: of ten men including two soldiers and a farmer were killed.", 1),
    ("Shells hit Homs; brave hungry cold tired old farmers and a driver were killed.", 1),
    ("Shells killed soldiers of the army in Homs, and two died.", 2),
    ("Ten were killed and two people and the wife of a major were hurt by shells in Homs.", 10),
]


@pytest.mark.parametrize(("text", "killed"), TOLLS)
def test_how_many_were_killed(text: str, killed: int) -> None:
    (found,) = incidents(text)
    assert found.killed is not None
    assert found.killed.best == killed


MORE = [
    ("A stone thrown by settlers hit a car near Tubas.", "attack", ["settlers"], ["Tubas"]),
    ("A stone thrown by settlers, it was said, hit a car near Tubas.", "attack", [], ["Tubas"]),
    ("Locals blocked the road to a patrol in Srifa.", "obstruction", ["Locals"], ["Srifa"]),
    ("Three farmers abducted near Homs.", "abduction", [], ["Homs"]),
    ("The command knew that its men had shot two farmers in Homs.", "small-arms", [], ["Homs"]),
    ("The patrol was attacked by angry villagers in Srifa.", "attack", ["angry villagers"], ["Srifa"]),
    ("The patrol was attacked by lean hungry shaggy nasty lions in Srifa.", "attack", [], ["Srifa"]),
    ("The patrol was attacked by night in Srifa.", "attack", [], ["Srifa"]),
    ("The patrol was stopped by armed men at Rmeish.", "obstruction", ["armed men"], ["Rmeish"]),
    ("Hundreds of settlers gathered in Huwara, torching homes.", "other", ["settlers"], ["Huwara"]),
    ("The army, together with militiamen, raided Moura.", "attack", ["army", "militiamen"], ["Moura"]),
    ("Drones of the federal army struck villagers near Megale.", "drone", ["Drones of the federal army"], ["Megale"]),
    ("A Howitzer shell of the Houthi rebels hit Hays.", "shelling", ["Houthi rebels"], ["Hays"]),
    ("Firing from the Pakistani side hit two men in Keran.", "small-arms", ["Pakistani side"], ["Keran"]),
    ("The ministry blamed the rebels for the shelling of Homs.", "shelling", ["rebels"], ["Homs"]),
    ("The ministry held the rebels responsible for the shelling of Homs.", "shelling", ["rebels"], ["Homs"]),
    ("The ministry says nobody is responsible for the reported shelling of Homs.", "shelling", [], ["Homs"]),
    (
        "The army praised the ministry; on Friday it blamed fate for the reported shelling of Homs.",
        "shelling",
        [],
        ["Homs"],
    ),
    ("An Israeli drone came close to the nearby patrol in Tina and dropped a grenade.", "drone", ["Israeli"], ["Tina"]),
    ("A grenade went off beside a UNIFIL position in Tina.", "explosion", [], ["Tina"]),
    ("Gunmen attacked a bus on the road from Abala to Mekelle.", "attack", ["Gunmen"], ["road from Abala", "Mekelle"]),
    ("A drone hit a car between the villages of Toulin and Burj.", "drone", [], ["villages of Toulin", "Burj"]),
    ("Fighters in Mopti fled. Fighters from positions near Sana shelled Homs.", "shelling", ["Fighters"], ["Homs"]),
    ("Army warplanes pounded Jobar.", "airstrike", ["Army warplanes"], ["Jobar"]),
    ("It is the army that shells the town of Tina.", "shelling", ["army"], ["town of Tina"]),
    ("Troops of the 22nd Division lobbed mortars into Tina.", "shelling", ["Troops of the 22nd Division"], ["Tina"]),
]


FAR = (
    "The envoy blamed the rebels a week ago in a long speech to the council that dealt with very many other things "
    "and only then went on to tell of the reported shelling of Homs."
)


def test_blame_far_before_an_act_is_not_for_it() -> None:
    (found,) = incidents(FAR)
    assert names(found) == ("shelling", [], ["Homs"])


@pytest.mark.parametrize(("text", "act", "actors", "places"), MORE)
def test_who_and_where_again(text: str, act: str, actors: list[str], places: list[str]) -> None:
    (found,) = incidents(text)
    assert names(found) == (act, actors, places)


def test_arms_called_by_a_pronoun_are_of_those_who_acted_before() -> None:
    first, second = incidents(
        "Rebels fired rockets at Al Mandhar, the army said, and their snipers shot a man in Hays."
    )
    assert [actor.text for actor in first.actors] == [actor.text for actor in second.actors] == ["Rebels"]


def test_other_kinds_of_act_by_one_subject_are_two_events() -> None:
    first, second = incidents("Rebels seized six villages in Afar and bombarded herders with mortars.")
    assert (first.act.value, second.act.value) == ("advance", "shelling")


def test_a_toll_in_a_sentence_of_its_own_belongs_to_the_event_before() -> None:
    (found,) = incidents("A bomb exploded in Benghazi, killing three men. Ten others were wounded.")
    assert (found.killed and found.killed.best, found.injured and found.injured.best) == (3, 10)
    (kept,) = incidents("A bomb exploded in Benghazi, wounding three men. Ten others were wounded.")
    assert kept.injured
    assert kept.injured.best == 3
    (alone,) = incidents("A bomb exploded in Benghazi. In the war some died.")
    assert alone.killed is None
    (other,) = incidents("A bomb exploded in Benghazi. Nobody attacked the army.")
    assert other.killed is None


NONE = [
    "The fighting since April has killed 93 people.",
    "Sappers blew up 12 mines near Tina. The army watched.",
]


@pytest.mark.parametrize("text", NONE)
def test_tolls_of_long_fights_and_disposal_are_no_events(text: str) -> None:
    assert incidents(text) == []


AGES = [
    ("Seven men, one of them a boy of 17, were killed by shells in Homs.", 7),
    ("A man of 22 was shot dead by soldiers in Homs.", 1),
    ("Seven men, one of them a boy of 17 and a pupil, were killed by shells in Homs.", 7),
    ("Ali, a man of 22, was killed by shells in Homs.", 1),
    ("A woman of 47 died when shells hit Homs.", 1),
    ("Soldiers shot a man of 22, killing a woman in Homs.", 1),
]


@pytest.mark.parametrize(("text", "killed"), AGES)
def test_an_age_is_no_number_of_dead(text: str, killed: int) -> None:
    found = incidents(text)
    assert [each.killed.best for each in found if each.killed] == [killed]


def test_fire_from_what_somebody_holds_is_his_however_it_is_described() -> None:
    fired, many = (
        incidents(f"{what} of the army hit Homs.")[0]
        for what in ("Rockets fired from the posts", "Shells fired from the posts positions bases areas homes")
    )
    assert names(fired) == ("shelling", ["army"], ["Homs"])
    assert names(many)[2] == ["Homs"]


def test_a_weapon_in_another_part_of_the_sentence_is_not_what_struck() -> None:
    (strike,) = incidents("The army shelled Homs, with drones overhead.")
    assert names(strike) == ("shelling", ["army"], ["Homs"])


def test_a_body_that_was_stopped_and_people_who_were_aimed_at_are_no_places() -> None:
    bodies = "the Red Cross (ICRC), the Syrian Arab Red Crescent and the United Nations"
    (stopped,) = incidents(f"A convoy of {bodies} was refused entry at the last checkpoint.")
    assert stopped.places == ()
    (aimed,) = incidents("The group claimed the attacks, saying that they were aimed at gatherings of Alawites.")
    assert aimed.places == ()
