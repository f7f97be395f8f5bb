"""What agency pages do and short sentences do not: distances, asides, the day of a word, and where a truce was made."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read, truces
from tregua.records.claim import Happening, Relation


def one(text: str) -> Happening:
    found = incidents(text)
    assert len(found) == 1
    return found[0]


def places(happening: Happening) -> list[str]:
    return [place.text for place in happening.places]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The militants shelled a post near Troyanda (69km west of Lukavets).", ["Troyanda"]),
        ("A soldier was killed by gunfire in Karnah, around 90 km northwest of Srinagar.", ["Karnah"]),
        ("Gunmen raided the market at Ber, some 50 kilometres (31 miles) east of Timbuktu.", ["Ber"]),
        ("Rebels attacked Nadir, a small town 30 km from the border, on Sunday.", ["Nadir"]),
        ("Gunmen ambushed a bus in Zov, about 30 km from the administrative post of Muxung.", ["Zov"]),
        ("A shell hit Zov on Monday and wounded four men, who were rushed to the Beira Hospital in Sofal.", ["Zov"]),
        ("Gunmen ambushed a convoy about 20 miles south of Gao.", ["Gao"]),
        ("A village 30 km from Lukavets was shelled.", ["Lukavets"]),
        ("The rebels shelled, by his account, a village 30 km from Lukavets.", ["Lukavets"]),
        ("The army shelled Nadir. It moved, on Monday, 9 km closer to a hill in Oruk.", ["Nadir"]),
    ],
)
def test_a_place_that_only_says_how_far_off_another_lies_is_none_where_it_happened(text: str, where: list[str]) -> None:
    assert places(one(text)) == where


def test_a_list_of_places_goes_on_behind_brackets() -> None:
    shelled = one("The militants shelled posts near Vodyan (16 km from Donets) and Shyrok (20 km from Mariup).")
    assert places(shelled) == ["Vodyan", "Shyrok"]
    fired = one("Soldiers outside Stanych (16 km from Lukavets) and Kateryn came under small arms fire.")
    assert places(fired) == ["Stanych", "Kateryn"]
    struck = one("In Nadir, Kateryn and Oruk were hit by rockets of the army.")
    assert [target.text for target in struck.targets] == ["Kateryn", "Oruk"]
    assert "Kateryn" not in [target.text for target in fired.targets]
    assert places(one("The militants shelled posts near Vodyan (as they had before on that day and the day.")) == [
        "Vodyan"
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Nine people were killed in shelling of Nadir, the ministry said in a statement on Friday.", None),
        ("Nine people were killed in shelling of Nadir, the ministry said in its report on Friday.", None),
        ("The ministry said Tuesday that the army shelled Nadir.", None),
        ("Officials on Sunday said that the army shelled Nadir.", None),
        ("Observers recorded on Sunday that the army shelled Nadir.", "on Sunday"),
        ("The army shelled Nadir on Sunday, the ministry said.", "on Sunday"),
        ("The ministry said on Sunday that the army shelled Nadir overnight.", "overnight"),
    ],
)
def test_the_day_of_a_word_is_not_that_of_the_act(text: str, when: str | None) -> None:
    time = one(text).time
    assert (time and time.text) == when


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("An inspector of the Border Force (BF) was killed in shelling of Poonch.", 1),
        ("A girl, a woman and an inspector were killed in shelling of Poonch.", 3),
        ("A girl, a woman, and an inspector were killed in shelling of Poonch.", 3),
        ("Three men, a father and two sons, were killed in shelling of Poonch.", 3),
        ("Three soldiers - two of them officers - were killed in an attack on Poonch.", 3),
        ("The strike on Poonch killed a woman, two girls, and a boy.", 4),
        ("The strike on Poonch killed a woman, a girl and a boy.", 3),
        ("The strike on Poonch killed two soldiers, a civilian said.", 2),
        ("The strike on Poonch killed two soldiers,", 2),
        ("The strike on Poonch killed a woman, and two girls.", 3),
        ("Gunmen fled the town, and two soldiers were killed in shelling of Poonch.", 2),
        ("The strike on Poonch killed a woman near the river.", 1),
        ("Two men (and more were killed in shelling of Poonch.", 2),
    ],
)
def test_people_told_in_lists_and_asides_are_added_up(text: str, killed: int) -> None:
    toll = one(text).killed
    assert toll is not None
    assert toll.best == killed


def test_adjectives_of_two_peoples_share_their_noun() -> None:
    traded = one("Indian and Pakistani troops traded mortars along the line in Rajouri on Tuesday.")
    assert [actor.text for actor in traded.actors] == ["Indian", "Pakistani troops"]
    alone = one("The mayor and Pakistani troops fought rebels in Rajouri.")
    assert [actor.text for actor in alone.actors] == ["Pakistani troops", "rebels"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels broke the truce with an attack in Nadir.", ["rebels"]),
        ("The army violated the ceasefire again with artillery shelling in Nadir.", ["army"]),
        ("The rebels broke off talks with an attack in Nadir under way.", []),
        ("The rebels broke the siege with an attack in Nadir under way.", []),
        ("The army met the mayor with an attack in Nadir under way.", []),
    ],
)
def test_what_a_truce_was_broken_with_is_an_act_of_those_who_broke_it(text: str, who: list[str]) -> None:
    assert [actor.text for told in incidents(text) for actor in told.actors] == who


def test_the_first_word_behind_a_dateline_is_no_name() -> None:
    told = one("KHARTOUM (Reuters) - Heavy gunfire erupted in Omdurman on Tuesday.")
    assert told.actors == ()


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("The rebels shelled Nadir despite a ceasefire reached in Sweden.", []),
        ("A ceasefire was declared in Basilan after the army shelled Nadir.", ["Basilan"]),
        ("The army shelled Nadir. The ministry in Baghdad announced a ceasefire.", []),
    ],
)
def test_where_a_truce_was_agreed_on_is_not_its_area(text: str, area: list[str]) -> None:
    assert [place.text for place in truces(text)[0].area] == area


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The army and the Front for Freedom signed a ceasefire on Monday.", ["army", "Front for Freedom"]),
        ("The army shelled Nadir despite the ceasefire signed by Machar and Kiir on May 5.", ["Machar", "Kiir"]),
        (
            "New Delhi and Islamabad in 2003 agreed to observe a ceasefire after the shelling.",
            ["New Delhi", "Islamabad"],
        ),
        ("After shelling a ceasefire announced by the army and the Front took effect.", ["army", "Front"]),
        ("The army alone announced a ceasefire after the shelling of Nadir.", []),
        ("In talks with the rebels a ceasefire was announced after the shelling of Nadir.", []),
    ],
)
def test_those_who_agree_on_a_truce_are_its_parties(text: str, parties: list[str]) -> None:
    assert [party.text for party in truces(text)[0].parties] == parties


def test_a_truce_starts_neither_when_it_was_told_nor_when_it_ends() -> None:
    told = truces("The rebels agreed to a ceasefire after the shelling, the office said in a statement on Friday.")[0]
    assert told.start is None
    extended = truces("On May 2, the army decided to extend the ceasefire with the rebels until May 18.")[0]
    assert extended.start is not None
    assert (extended.start.text, extended.duration) == ("On May 2", "until May 18")


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ('An "Enemy" drone targeted a car in Nadir on Monday.', "drone", ["Enemy"]),
        (
            "An attack by two military fighter jets killed six fighters in Kayin.",
            "airstrike",
            ["military fighter jets"],
        ),
        ("An attack by rebels killed six fighters in Kayin.", "attack", ["rebels"]),
        ("The rebels have been shelling Nadir since last night.", "shelling", ["rebels"]),
    ],
)
def test_who_acts_by_quoted_owners_jets_and_what_goes_on(text: str, act: str, who: list[str]) -> None:
    told = incidents(text)[-1]
    assert (told.act.value, [actor.text for actor in told.actors]) == (act, who)


def test_fire_that_somebody_came_under_may_be_listed() -> None:
    told = one("Ukrainian positions came under grenade launcher, heavy machine gun and small arms fire near Avdivka.")
    assert places(told) == ["Avdivka"]
    assert [target.text for target in told.targets] == ["Ukrainian positions"]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two suspects in Nadir after the shooting.",
        "It was the first such attack attributed to the ELN since talks began.",
        "Local residents have been posting words on Facebook mourning those killed in Monday's raid.",
    ],
)
def test_what_the_police_do_and_what_is_only_retold_is_no_event(text: str) -> None:
    assert incidents(text) == []


def test_what_somebody_shall_be_accused_of_did_not_happen() -> None:
    told = one("The militants fired at the city of Donets in order to accuse the army of attacks.")
    assert [actor.text for actor in told.actors] == ["militants"]
    charged = incidents("The militants shelled Nadir. The mayor accused the army of attacks in Oruk.")
    assert [actor.text for actor in charged[-1].actors] == ["army"]


def test_a_toll_belongs_to_the_event_of_the_paragraph_before_if_it_names_no_other() -> None:
    clash = "Clashes erupted between the army and rebels in Basilan on Tuesday.\n\n"
    toll = one(clash + "At least three soldiers and four rebels were killed.").killed
    assert toll is not None
    assert toll.best == 7
    assert incidents(clash + "In Nadir, one resident was wounded.")[0].injured is None


def test_fire_breaks_a_truce_and_nobody_backs_himself() -> None:
    assert truces("Heavy gunfire shattered a 24-hour truce in Sudan on Tuesday.")[0].status.value == "violated"
    claims, _ = read("Talks in the Russian capital sponsored by Russian diplomats ended after the shelling of Nadir.")
    assert not [claim for claim in claims if isinstance(claim.slots, Relation)]


def test_where_a_speaker_is_posted_is_no_place_of_what_he_tells() -> None:
    told = one('"Troops fired on our positions in Poonch," said S N Achar, army spokesman posted in Jammu city.')
    assert places(told) == ["Poonch"]
