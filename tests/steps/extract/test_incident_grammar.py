"""How English says who did it, where and to how many: sentences, and exactly what must come out of them."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents
from tregua.records.claim import Happening


def names(found: Happening) -> tuple[str, list[str], list[str]]:
    return found.act.value, [actor.text for actor in found.actors], [place.text for place in found.places]


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
    assert names(apart[1])[2] == []
    later = incidents(text.replace(". Its", ". Talks go on. Its"))
    assert names(later[1])[2] == []


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
