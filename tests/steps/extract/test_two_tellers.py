"""Sentences in which two speak, one set against the other; events named anew; truces only asked for."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read, statements, tallies, truces, window
from tregua.records.claim import Blame


def told(text: str) -> list[tuple[str, str]]:
    """Return for each claim of TEXT its kind and whose word it is."""
    claims, _ = read(text)
    return [(claim.kind, claim.chain[0].text if claim.chain else "") for claim in claims]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "The army said rebels shelled Homs, while the rebels said government troops attacked Hama.",
            ["army", "rebels"],
        ),
        (
            "The army said rebels shelled Homs on Friday, and the rebels said government troops attacked Hama.",
            ["army", "rebels"],
        ),
        (
            "Georgia said rebels shelled Gori, but Russia said Georgian troops attacked Tskhinvali.",
            ["Georgia", "Russia"],
        ),
    ],
)
def test_two_who_are_set_against_each_other_have_each_their_own_word(text: str, origins: list[str]) -> None:
    assert [origin for kind, origin in told(text) if kind == "incident"] == origins


def test_who_reports_at_the_end_of_a_sentence_counts() -> None:
    text = "The army said rebels shelled Homs, with the UN mission reporting 12 ceasefire violations."
    assert told(text) == [("incident", "army"), ("tally", "UN mission")]


def test_a_speaker_inside_the_word_of_another_has_no_word_of_his_own() -> None:
    text = "The ministry said that the rebels stated they had shelled Homs."
    assert {origin for _, origin in told(text)} == {"ministry"} or len(told(text)) == 1


def test_two_countries_speak_together() -> None:
    text = "The United States and France accused Israel of shelling Tyre."
    assert told(text)[0] == ("blame", "The United States and France")


def test_who_answers_fire_does_not_speak() -> None:
    text = "Meanwhile, the Pakistan Army responded to the firing. On Saturday a woman was killed by shelling in Nakyal."
    assert {origin for _, origin in told(text)} == {""}


def test_another_strike_is_another_event_by_the_same() -> None:
    text = "An Israeli airstrike on Haris killed five people while another airstrike on Tallousa killed four."
    found = [(each.actors[0].text, each.places[0].text, each.killed) for each in incidents(text)]
    assert [(who, where, toll.best if toll else None) for who, where, toll in found] == [
        ("Israeli", "Haris", 5),
        ("Israeli", "Tallousa", 4),
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The militia has been targeting with artillery shells the homes in Homs.", ["militia"]),
        ("Enemy troops in Karabakh were shelling Azerbaijani territory.", ["Enemy troops"]),
        ("There was shelling in Homs by the army.", ["army"]),
        ("Rebels are shelling homes in Hama.", []),
    ],
)
def test_who_was_doing_something_did_it(text: str, actors: list[str]) -> None:
    found = incidents(text)
    assert [actor.text for each in found for actor in each.actors] == actors


def test_a_subject_stands_behind_the_last_that() -> None:
    text = 'The spokesman said "the Thai side noted that Cambodian forces had launched attacks on Surin."'
    assert [actor.text for each in incidents(text) for actor in each.actors] == ["Cambodian forces"]


@pytest.mark.parametrize(
    "text",
    [
        "The union appealed to the government and the rebels to extend the ceasefire after the shelling.",
        "The mediators asked both armies to strictly abide by the truce of 5 May after the shelling.",
        "Talks on extending the ceasefire began on Monday after the shelling.",
        "At least seven ceasefires have already been agreed amid shelling.",
    ],
)
def test_a_truce_that_is_only_asked_for_or_was_one_of_many_is_none(text: str) -> None:
    assert truces(text) == []


def test_two_ceasefires_of_now_are_told() -> None:
    assert [each.status for each in truces("The ceasefires were announced on Monday after shelling.")] == ["declared"]


def test_a_truce_is_told_once_for_each_day() -> None:
    text = (
        "The ceasefire was announced in Geneva on Sunday after shelling. The truce was announced by envoys on Sunday. "
        "It came into effect at 08:00 local time (04:00 GMT) on Monday."
    )
    assert [each.status for each in truces(text, published="2020-10-26")] == ["declared", "in_force"]


def test_truces_of_two_days_are_two() -> None:
    text = "A ceasefire was announced on 3 May after shelling. A ceasefire was announced on 9 April."
    assert [each.status for each in truces(text)] == ["declared", "declared"]


def test_a_pact_that_provides_for_a_truce_declares_it() -> None:
    text = "The two capitals reached a joint agreement providing for an immediate ceasefire after days of shelling."
    assert [each.status for each in truces(text)] == ["declared"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The two South Asian rivals accuse each other of breaking the truce.", [["rivals"]]),
        ("Armenia and Azerbaijan accused each other of shelling. Both countries blamed each other again.", 1),
        ("Armenia accused Azerbaijan of shelling. Azerbaijan accused Armenia of it. The two sides traded blame.", 2),
        ("The Chadian foreign ministry rebuked Sudan for repeated violations of the truce.", [["Sudan"]]),
    ],
)
def test_who_blames_each_other_is_told_once(text: str, accused: list[list[str]] | int) -> None:
    found = [[who.text for who in each.accused] for each in statements(text) if isinstance(each, Blame)]
    assert (len(found) if isinstance(accused, int) else found) == accused


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Indian forces carried out 400 ceasefire violations so far this year.", ("2020-01-01", "2020-05-06")),
        ("There were 1,518 ceasefire violations in 2020.", ("2020-01-01", "2020-05-06")),
        ("There were 1,970 ceasefire violations in 2017.", ("2017-01-01", "2018-01-01")),
        ("The Houthis committed 21 violations since the midnight of Monday.", ("2020-05-04", "2020-05-05")),
        ("It was the second ceasefire violation in less than a week.", ("2020-04-28", "2020-05-05")),
    ],
)
def test_a_year_that_is_not_over_ends_with_publication(text: str, span: tuple[str, str]) -> None:
    assert [window(each) for each in tallies(text, published="2020-05-05")] == [span]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The pact was brokered by envoy Yohei Sasa, army spokesman Ali Omar said after rebels shelled Homs.", "army"),
        ("Military reports said Larry Busta of the 12th Battalion was ambushed by rebels at Puray.", "reports"),
        (
            '"He was ambushed by rebels at Puray," said Armed Forces (AFP) spokesman Brig. Gen. Jose Maba.',
            "Armed Forces",
        ),
        ("The Armed Forces (AFP) spokesman Jose Maba said rebels shelled Puray.", "Armed Forces (AFP) spokesman"),
        ("The truce began hours before Duterte announced the truce. Rebels shelled Puray.", ""),
        ("Said the army in a note: rebels shelled Puray.", "army"),
    ],
)
def test_who_speaks_is_the_one_whose_words_they_are(text: str, origin: str) -> None:
    claims = [claim for claim in read(text)[0] if claim.kind == "incident"]
    assert len(claims) == 1
    chain = claims[0].chain
    assert (chain[0].text.startswith(origin) if origin and chain else not chain and not origin) is True


def test_a_land_behind_the_town_of_a_dateline_is_no_agency() -> None:
    claims, _ = read("MANILA, Philippines — Rebels shelled Labo town on Monday.")
    assert [claim.chain for claim in claims] == [()]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The commissioner described the attack as a massacre, carried out by the SSPDF against civilians.", "SSPDF"),
        ("The source said the RSF is the side violating the truce.", "RSF"),
        ("The source said the RSF is the party that has broken the truce.", "RSF"),
    ],
)
def test_who_is_said_to_be_the_one_is_blamed(text: str, accused: str) -> None:
    assert [who.text for each in statements(text) if isinstance(each, Blame) for who in each.accused] == [accused]


def test_those_told_of_in_an_aside_blame_each_other() -> None:
    text = "Chad and Sudan, who have been fighting for fourteen months in the north, blame each other for the shelling."
    assert [[who.text for who in each.accused] for each in statements(text) if isinstance(each, Blame)] == [
        ["Chad", "Sudan"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "As the armed wing of the CPP, the NPA has shelled Labo for years.",
        "The CPP asked the NPA, its armed wing, to stop after it shelled Labo.",
    ],
)
def test_a_wing_is_affiliated_to_its_party(text: str) -> None:
    found = [each for each in statements(text) if each.kind == "relation"]
    assert [(one.type, one.source[0].text, one.target[0].text) for one in found] == [("affiliate", "NPA", "CPP")]


def test_a_convoy_that_is_stopped_is_one_claim() -> None:
    assert [
        kind for kind, _ in told("Trucks with food aid were blocked at a checkpoint in Serdo after the shelling.")
    ] == ["aid"]
    stopped = told("The convoy with food aid was blocked by gunmen near Homs after the shelling.")
    assert [kind for kind, _ in stopped] == ["aid", "incident"]


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        ("Rebels attacked a convoy near Kutkai, capturing some weapons.", "attack", ["Rebels"]),
        ("The rebel group blocked the way by opening an attack at Homs.", "obstruction", ["rebel group"]),
        ("Sources said clashes took place between the army and the militia.", "attack", ["army", "militia"]),
        ("The mission said its freedom of movement was restricted near Zolote.", "obstruction", []),
    ],
)
def test_what_was_done_and_by_whom(text: str, act: str, actors: list[str]) -> None:
    assert [(each.act, [who.text for who in each.actors]) for each in incidents(text)] == [(act, actors)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks for a permanent ceasefire ended without an agreement after the shelling.",
        "The shelling went on despite the declared truce.",
    ],
)
def test_a_truce_that_is_only_described_is_not_told(text: str) -> None:
    assert truces(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire was called by President Felix Omar after the shelling.",
        "The president said a truce had been agreed with the five armed groups after the shelling.",
    ],
)
def test_who_called_a_truce_declared_it(text: str) -> None:
    assert [each.status for each in truces(text)] == ["declared"]


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda, which allegedly supports the M23 rebels, welcomed the withdrawal after the shelling.",
        "Rwanda, which is accused of supporting the M23 rebels, welcomed the withdrawal after the shelling.",
        "Rwanda, long accused of backing the M23 rebels, welcomed the withdrawal after the shelling.",
    ],
)
def test_who_is_said_to_back_somebody_backs_him(text: str) -> None:
    found = [each for each in statements(text) if each.kind == "relation"]
    assert [(one.type, one.source[0].text, one.target[0].text) for one in found] == [("backs", "Rwanda", "M23 rebels")]


def test_nobody_is_blamed_for_an_act_that_the_last_one_told_has_no_doer_for() -> None:
    text = (
        "The army shelled Homs. A car bomb exploded in Hama on Sunday, killing two. The council condemned the attack."
    )
    assert [each for each in statements(text) if isinstance(each, Blame)] == []


def test_access_that_is_restricted_is_aid_that_is_blocked() -> None:
    text = "Israel has restricted humanitarian access, preventing the entry of aid convoys, after the shelling."
    assert {each.status for each in statements(text) if each.kind == "aid"} == {"blocked"}
