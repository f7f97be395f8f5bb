"""Wordings of force in English: verbs in several parts, bands of people, names that open a sentence, places between."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (each.act.value, [who.text for who in each.actors], [place.text for place in each.places])
        for each in incidents(f"{text} The militia has its own flag.")
    ]


@pytest.mark.parametrize(
    ("text", "act", "actors", "places"),
    [
        ("Soldiers set three houses ablaze in Mayom.", "other", ["Soldiers"], ["Mayom"]),
        ("Soldiers set houses on fire in Mayom.", "other", ["Soldiers"], ["Mayom"]),
        ("Troops put the village of Moura to the torch.", "other", ["Troops"], ["village of Moura"]),
        ("Gunmen took three aid workers hostage near Bambari.", "abduction", ["Gunmen"], ["Bambari"]),
        ("Gunmen took two teachers away from Kaya.", "abduction", ["Gunmen"], ["Kaya"]),
        ("Men of the FDS took a farmer off the street in Sofala.", "abduction", ["Men of the FDS"], ["Sofala"]),
        ("Police locked two observers up in Yei.", "abduction", ["Police"], ["Yei"]),
        ("SPLA soldiers turned a CTSAMM patrol back at Lasu.", "obstruction", ["SPLA soldiers"], ["Lasu"]),
        ("Soldiers made the monitors turn back at Kaya.", "obstruction", ["Soldiers"], ["Kaya"]),
        ("A CTSAMM team was held for four hours at Lasu by the militia.", "obstruction", ["militia"], ["Lasu"]),
        ("Rebels kept the garrison at Bor under fire.", "small-arms", ["Rebels"], ["Bor"]),
        ("The army drove rebels out near Malakal.", "attack", ["army"], ["Malakal"]),
        ("Militants brought a helicopter down near Lysychansk.", "attack", ["Militants"], ["Lysychansk"]),
        ("Rebels blew a bridge up at Kodok.", "explosion", ["Rebels"], ["Kodok"]),
        ("Sake fell to the M23.", "advance", ["M23"], ["Sake"]),
        ("The town of Sake fell to M23 rebels.", "advance", ["M23 rebels"], ["town of Sake"]),
    ],
)
def test_a_verb_in_several_parts_is_an_act(text: str, act: str, actors: list[str], places: list[str]) -> None:
    assert told(text) == [(act, actors, places)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister took part in the hostage talks in Kaya.",
        "Talks were held for four hours in Juba.",
        "Of the breaches 51 fell to the army.",
        "Cooks set three tables alongside in Mayom.",
        "The mediator turned the page at Lasu.",
    ],
)
def test_the_same_verbs_tell_of_other_things(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Haftar's men stormed the base at Kaya.", ["Haftar's men"]),
        ("The base at Kaya was stormed by Haftar's men.", ["Haftar's men"]),
        ("Men loyal to Haftar shelled Kaya.", ["Men loyal to Haftar"]),
        ("Followers of General Koni attacked the town of Kaya.", ["Followers of General Koni"]),
        ("The armed wing of the KIO attacked Kaya.", ["armed wing of the KIO"]),
        ("The 4th Division's tanks shelled Kaya.", ["4th Division's tanks"]),
        ("The MILF's 105th Base Command attacked Kaya.", ["MILF's 105th Base Command"]),
        ("Artillery of the LNA hit Kaya.", ["LNA"]),
        ("Israeli armour rolled into Kaya.", ["Israeli armour"]),
        ("Members of the so-called 'DPR' fired on Kaya.", ["DPR"]),
        ("Wazalendo attacked the town of Kaya.", ["Wazalendo"]),
        ("Janjaweed on horseback razed three villages near Kaya.", ["Janjaweed"]),
        ("The rebels, who had regrouped after the rains, attacked Kaya.", ["rebels"]),
        ("Kaya was hit by shells that the M23 had fired.", ["M23"]),
        ("Civilians perished at the hands of Russian mercenaries in Kaya.", ["Russian mercenaries"]),
        ("Russians of the Wagner group shot two herders dead at Kaya.", ["Wagner"]),
        ("Two men of the village were shot dead in Kaya.", []),
        ("Men were shot dead in Kaya.", []),
        ("Two men of the Nuer were shot dead in Kaya.", []),
    ],
)
def test_who_did_it(text: str, actors: list[str]) -> None:
    assert [who for _, who, _ in told(text)] == [actors]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Avdiivka was shelled on Monday.", ["Avdiivka"]),
        ("Kafranbel came under airstrikes.", ["Kafranbel"]),
        ("Pisky, Opytne and Avdiivka were shelled by separatists.", ["Pisky", "Opytne", "Avdiivka"]),
        ("Sake, west of Goma, was captured by rebels.", ["Sake"]),
        ("Two men were killed in shelling by the army between Dilling and Kadugli.", ["Dilling", "Kadugli"]),
        ("Between Popasna and Zolote the separatists used mortars.", ["Popasna", "Zolote"]),
        ("Along the Murashev\u2013Donetsk front, militants used mortars.", ["Murashev\u2013Donetsk front"]),
        ("Soldiers looted the WFP warehouse in Malakal.", ["Malakal"]),
        ("Property was looted in Goma.", ["Goma"]),
        ("Clashes between Hamas and Fatah killed two men.", []),
    ],
)
def test_where_it_was(text: str, places: list[str]) -> None:
    assert [where for _, _, where in told(text)] == [places]


def test_a_headline_leaves_its_passive_out() -> None:
    text = "Zyrkal shelled the night through\n\nSeparatists fired on a post near Kaya on Monday, the army said."
    assert [who.text for each in incidents(text) for who in each.actors] == ["Separatists"]


def test_what_it_was_done_with_is_no_act_of_its_own() -> None:
    assert told("Using mortars, separatist forces fired on Avdiivka.") == [
        ("shelling", ["separatist forces"], ["Avdiivka"])
    ]
