from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Claim
from tregua.vocabulary.stances import Stance

COUNT = "rebels committed 15 violations of the truce"

CHAINS = [
    (f"The army said {COUNT}.", ["army"]),
    (f"On Monday {COUNT}, said the Thai foreign ministry.", ["Thai foreign ministry"]),
    (f"According to the coordination centre, {COUNT}.", ["coordination centre"]),
    (f"By the ministry's count {COUNT}.", ["ministry"]),
    (f"As the centre has it, {COUNT}.", ["centre"]),
    (f"The ministry's bulletin of Monday says {COUNT}.", ["ministry"]),
    (
        f"“On Monday {COUNT},” SANA news agency quoted Hmeimim coordination centre.",
        ["Hmeimim coordination centre", "SANA news agency"],
    ),
    (
        f"President Ivan Petrov said {COUNT}, citing Commander Oleh Koval.",
        ["Commander Oleh Koval", "President Ivan Petrov"],
    ),
    (f"The centre said {COUNT}, in a statement carried by the TASS agency.", ["centre", "TASS agency"]),
    (f"General Win Suvaree, spokesman of the army, said {COUNT}.", ["Win Suvaree, spokesman of the army"]),
    (f"The spokesman, Win Suvaree, said {COUNT}.", ["spokesman, Win Suvaree"]),
    (f"The mayor of Homs, General Win Suvaree, said {COUNT}.", ["mayor of Homs, General Win Suvaree"]),
    (f"The spokesman, Hezbollah, said {COUNT}.", ["spokesman"]),
    (f"The spokesman, Win Suvaree of Homs, said {COUNT}.", ["spokesman"]),
    (f"Its chief negotiator, Colonel Fidel Ramos, said {COUNT}.", ["chief negotiator, Colonel Fidel Ramos"]),
    (f"The army's spokesman, Nabil Salah, said {COUNT}.", ["army's spokesman, Nabil Salah"]),
    (f"Nabil Salah, a spokesman for the army, wrote that {COUNT}.", ["Nabil Salah, a spokesman for the army"]),
    (f"The UN Interim Force in Lebanon (UNIFIL) said {COUNT}.", ["UN Interim Force in Lebanon (UNIFIL)"]),
    (f"The Nordic Monitoring Mission (NMM) said {COUNT}.", ["Nordic Monitoring Mission (NMM)"]),
    (f"A commander in the area told AFP {COUNT}.", ["commander", "AFP"]),
    (f"The ministry was quoted as saying {COUNT}.", ["ministry"]),
    (f"As reported by the ministry, {COUNT}.", ["ministry"]),
    (f"It was announced by the ministry that {COUNT}.", ["ministry"]),
    (f"On Monday {COUNT}, per the ministry.", ["ministry"]),
    (f"Citing the ministry, TASS says {COUNT}.", ["ministry", "TASS"]),
    (f"On Monday {COUNT}, sources told Al Jazeera.", ["sources", "Al Jazeera"]),
    (f"A military source cited by Reuters said {COUNT}.", ["military source", "Reuters"]),
    (f"The coalition which helps the government said {COUNT}.", ["coalition"]),
    (f"The Lebanese army's orientation directorate said {COUNT}.", ["Lebanese army's orientation directorate"]),
    (f"In the day {COUNT}, said Lt. Col. Win Suvaree, who speaks for the army.", ["Win Suvaree"]),
    (f"The truce of Thailand and Laos holds, but {COUNT}, the army said.", ["army"]),
    (f"The truce leaves out the Nusra Front, ISIS and others, and {COUNT}, SANA reported.", ["SANA"]),
    (f"The mechanism of the truce has found fault: {COUNT}, its coordinators said.", ["coordinators (mechanism)"]),
    (f"The Joint Truce Committee (JTC) is at work: {COUNT}, its head said.", ["head, Joint Truce Committee (JTC)"]),
    (f"Two army officers and a civil society leader said {COUNT}.", ["army officers and a civil society leader"]),
    (f"Rear Adm Win Suvaree of the Thai navy said {COUNT}.", ["Win Suvaree of the Thai navy"]),
    (f"Near Homs, Win Suvaree, a spokesman for the army, said {COUNT}.", ["Win Suvaree, a spokesman for the army"]),
    (f"Gen. Win Suvaree Jr., commander of the army, said {COUNT}.", ["Win Suvaree Jr., commander of the army"]),
    (f"The lawmaker, Suvaree, said {COUNT}.", ["lawmaker, Suvaree"]),
    (f"The monitoring body, CTSAMM, said {COUNT}.", ["monitoring body, CTSAMM"]),
    (f"A statement of the group that watches the truce, the Nordic Mission, says {COUNT}.", ["Nordic Mission"]),
    (f"The envoy says the Nordic Mission recorded that {COUNT}.", ["Nordic Mission", "envoy"]),
    (f"On Monday {COUNT}, reports say.", ["reports"]),
    (f"In raids reported by aid workers, {COUNT}.", ["aid workers"]),
    (f"People in Homs said {COUNT}.", ["People"]),
    (f"The army's data show that {COUNT}.", ["army"]),
    (f"The Nordic Truce Monitoring Mission said {COUNT}.", ["Nordic Truce Monitoring Mission"]),
    (f"“On Monday the mission recorded that {COUNT},” the army said.", ["army"]),
    (
        f"The centre's deputy head, Rear Admiral Win Suvaree, said {COUNT}.",
        ["centre's deputy head, Rear Admiral Win Suvaree"],
    ),
    (f"SOHR activists report that {COUNT}.", ["SOHR activists"]),
    (f"On Monday {COUNT}, said a man from Homs.", ["man"]),
    (f"TASS was informed by the ministry that {COUNT}.", ["ministry", "TASS"]),
    (f"In a version put out by the army through the agency RES, {COUNT}.", ["army", "RES"]),
    (f"The rebel “defence ministry” in Homs claimed {COUNT}.", ["rebel “defence ministry”"]),
    (f"In the day {COUNT}, says the bulletin which the centre put out.", ["centre"]),
]


def test_the_place_that_a_report_is_from_does_not_speak() -> None:
    assert chains(f"New Delhi: On Monday {COUNT}, Defence Minister Win Suvaree told the house.") == [
        ["Defence Minister Win Suvaree"]
    ]


def test_an_office_by_a_pronoun_is_that_of_whoever_spoke_last() -> None:
    told = chains(f"The Thai foreign ministry rejected this. On Monday {COUNT}, its spokeswoman said.")
    assert told == [["spokeswoman (Thai foreign ministry)"]]


def test_letters_that_stand_for_a_speaker_elsewhere_are_given_with_the_name() -> None:
    told = chains(f"The Interim Force in Homs said {COUNT}. Patrols of the IFIH were not hurt.")
    assert told == [["Interim Force in Homs (IFIH)"]]


def test_the_mission_is_a_body_and_no_party_that_spoke() -> None:
    text = f"UNMISS is at work. The rebels denied all. On Monday {COUNT}, the mission said."
    assert chains(text) == [["UNMISS"]]


def test_who_ends_the_second_sentence_of_a_paragraph_tells_the_first() -> None:
    text = f"The army said on Sunday that it was calm.\n\nOn Monday {COUNT}. Ten were hurt, police told reporters."
    assert chains(text) == [["police"]]


def test_a_person_named_later_is_the_one_named_by_office_before() -> None:
    text = f"On Monday {COUNT}, a local lawmaker said. Barriers are up, the lawmaker, Suvaree, added."
    assert chains(text) == [["lawmaker, Suvaree"]]


def test_the_official_is_the_person_who_spoke_last() -> None:
    text = f"All was calm, the army's spokesman, Win Suvaree, said. On Monday {COUNT}, the official said."
    assert chains(text) == [["army's spokesman, Win Suvaree"]]


def test_he_may_be_a_person_of_the_sentence_before_who_has_not_spoken() -> None:
    text = f"The chairperson, Major General Win Suvaree, met his teams on Monday. Then {COUNT}, he said."
    assert chains(text) == [["chairperson, Major General Win Suvaree"]]


def test_who_is_told_does_not_speak() -> None:
    assert chains(f"What his teams had been told is this: {COUNT}.") == [[]]


def test_monitors_are_the_body_named_soon() -> None:
    text = f"South Sudan's truce monitors say {COUNT}. It was a blatant breach, the monitoring body, CTSAMM, said."
    assert chains(text) == [["monitoring body, CTSAMM"]]


def test_who_is_cited_in_passing_does_not_go_on() -> None:
    assert chains(f"Homs fell on Monday, reports say. Then {COUNT}.") == [[]]


def test_whose_spokesman_denies_it_does_not_tell_it() -> None:
    text = f"The army said that on Monday 7 died. Then {COUNT}, whose spokesman denied it."
    assert chains(text) == [["army"]]


def chains(text: str, publisher: str = "") -> list[list[str]]:
    return [[speaker.text for speaker in claim.chain] for claim in tallied(text, publisher)]


def tallied(text: str, publisher: str = "") -> list[Claim]:
    return [claim for claim in read(text, publisher=publisher)[0] if claim.kind == "tally"]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_chains_are_read_origin_first(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]


def test_the_publisher_is_the_last_link_once() -> None:
    assert chains(f"The army said {COUNT}.", "Wire") == [["army", "Wire"]]
    assert chains(f"The Wire agency said {COUNT}.", "Wire agency") == [["Wire agency"]]
    assert chains(f"In the night {COUNT}.", "Wire") == [["Wire"]]


def test_an_agency_between_strokes_carries_what_nobody_is_named_for() -> None:
    assert chains(f"BAKU, May 4. /TASS/. On Monday {COUNT}.", "Pub") == [["TASS", "Pub"]]


def test_a_place_in_brackets_is_no_agency() -> None:
    assert chains(f"October 10, 2019 (JUBA) - On Monday {COUNT}.", "Pub") == [["Pub"]]


def test_the_agency_of_a_dateline_carries_what_others_say() -> None:
    assert chains(f"Lattakia, SANA - The centre said {COUNT}.", "Blog") == [["centre", "SANA", "Blog"]]
    assert chains(f"MOSCOW, March 5. /TASS/. The centre said {COUNT}.", "TASS") == [["centre", "TASS"]]
    assert chains(f"KHARTOUM, Jan 20 (AFP) - The centre said {COUNT}.") == [["centre", "AFP"]]
    assert chains(f"JEDDAH: The coalition said {COUNT}.") == [["coalition"]]


def test_it_and_the_next_paragraph_are_the_last_speaker() -> None:
    text = (
        "The coordination centre spoke on Monday, officials said.\n\n"
        f"The centre said {COUNT}.\n\nIt added that troops broke it 3 times."
    )
    assert chains(text)[-1] == chains(text)[0]
    assert chains(f"The army said this.\n\nIn the night {COUNT}.") == [["army"]]


def test_an_author_who_quotes_late_speaks_for_himself_in_other_paragraphs() -> None:
    lead = "It rained.\nIt poured.\nIt froze.\nIt thawed.\nIt cleared.\n"
    text = f"{lead}The army said {COUNT}. In Homs they broke it 7 times.\nIn Hama they broke the truce 9 times."
    assert chains(text) == [["army"], ["army"], []]


def test_nobody_speaks_for_ever() -> None:
    assert chains("The army said so. " + "It rained. " * 8 + f"In the night {COUNT}.") == [[]]


def test_the_lead_is_the_first_speakers() -> None:
    assert chains(f"In the night {COUNT}.\nSo says a statement of the centre.") == [["centre"]]
    assert chains(f"In the night {COUNT}.\nThe army said this.") == [["army"]]


def test_a_speaker_named_twice_is_one_link() -> None:
    assert chains(f"The centre said {COUNT}, in a note put out by the centre.") == [["centre"]]


def test_stances() -> None:
    stances = {"claimed": Stance.ALLEGED, "confirmed": Stance.CONFIRMED, "said": Stance.ASSERTED}
    for verb, stance in stances.items():
        (claim,) = tallied(f"The army {verb} {COUNT}.")
        assert claim.stance is stance
    (hedged,) = tallied(f"The army said {COUNT}, allegedly in Homs.")
    assert hedged.stance is Stance.ALLEGED
    assert hedged.marks == ("alleged",)


def test_a_place_before_the_verb_does_not_speak() -> None:
    assert chains(f"By night {COUNT} near Tell Rifaat, said the ministry.") == [["ministry"]]


STAND_INS = [
    (
        "The Nordic Monitoring Mission (NMM) spoke of calm. Later, the mission said {}.",
        "Nordic Monitoring Mission (NMM)",
    ),
    ("NMM reported calm. The Nordic Monitoring Mission (NMM) is small.", ""),
    ("The blame lay with Israel, Hamas held. In a message the group said {}.", "Hamas"),
    ("Hamas is strong. A group said {}.", "group"),
    ("Nobody spoke. The mission said {}.", "mission"),
    ("Nobody spoke. The group said {}.", "group"),
    ("Hamas is strong. The group that watches said {}.", "group"),
]


@pytest.mark.parametrize(("text", "name"), STAND_INS)
def test_a_word_that_stands_for_one_named_before(text: str, name: str) -> None:
    assert [chain[0] for chain in chains(text.format(COUNT))] == [name] * ("{}" in text)


def test_who_admits_what_nobody_named_did_is_the_speaker() -> None:
    (claim,), _ = read("The central command admitted that its men had shot two farmers in Homs.")
    assert ([speaker.text for speaker in claim.chain], claim.stance) == (["central command"], Stance.ADMITTED)


def test_a_country_before_a_colon_is_what_a_headline_is_about_unless_it_counts_breaches() -> None:
    (aid,), _ = read("Ukraine: aid convoy is refused entry\n\nNobody knows why.")
    assert aid.chain == ()
    (counted,), _ = read("Russia: rebels committed 15 violations of the truce\n\nNobody knows why.")
    assert [speaker.text for speaker in counted.chain] == ["Russia"]


def test_what_a_number_is_of_says_nothing() -> None:
    text = (
        "Settlements: 74, unchanged.\n\nArmed groupings: 52, unchanged.\n\nNine violations of the truce were recorded."
    )
    (claim,), _ = read(text)
    assert claim.chain == ()


def test_a_centre_that_counted_stands_before_the_ministry_that_published() -> None:
    counted = "The reconciliation center registered seven violations of the truce"
    (claim,), _ = read(f"{counted}, according to a bulletin that the ministry issued.")
    assert [speaker.text for speaker in claim.chain] == ["reconciliation center", "ministry"]


def test_who_speaks_in_one_item_of_a_list_does_not_tell_the_next() -> None:
    text = (
        "Rebels shelled Homs, the mission says.\n\n- Rebels shelled Hama. The army says rebels shelled Salma."
        "\n\n- Rebels shelled Idlib.\n\n- The militia says rebels shelled Tartus.\n\n- Rebels shelled Daraa."
    )
    origins = [claim.chain[0].text if claim.chain else "" for claim in read(text)[0]]
    assert origins == ["mission", "mission", "army", "mission", "militia", "militia"]


def test_who_ends_a_sentence_tells_it_and_not_who_speaks_in_a_clause() -> None:
    text = "Rebels shelled Homs a day after the army had announced a truce, Major General Zaw Min told reporters."
    (claim,) = [claim for claim in read(text)[0] if claim.kind == "incident"]
    assert claim.chain[0].text == "Zaw Min"


def test_who_is_quoted_does_not_speak_to_the_verb_behind_the_quotation() -> None:
    text = 'Rebels shelled Homs, the army said in a post. "It is the rebels who shell towns and then cry," it said.'
    assert {claim.chain[0].text for claim in read(text)[0] if claim.chain} == {"army"}


def test_two_named_side_by_side_speak_together() -> None:
    (claim,) = read("Rebels shelled Homs, Rima Haddad and Omar Nasser said.")[0]
    assert claim.chain[0].text == "Rima Haddad and Omar Nasser"


@pytest.mark.parametrize("mark", [".", ")"])
def test_an_item_with_a_number_is_told_by_none_of_another_item(mark: str) -> None:
    text = (
        "In the week the mission recorded shelling of Homs.\n\n"
        f"1{mark} Rebels shelled Hama. The army said that rebels shelled Salma.\n"
        f"2{mark} The militia said that rebels shelled Tartus.\n"
        f"3{mark} Rebels shelled Daraa."
    )
    origins = [claim.chain[0].text if claim.chain else "" for claim in read(text)[0]]
    assert origins == ["mission", "mission", "army", "militia", "mission"]


def test_a_line_that_begins_with_a_number_is_no_item() -> None:
    text = "Rebels shelled Homs, the mission said.\n\n12 shells hit Hama, the army said.\n\nRebels shelled Daraa."
    origins = [claim.chain[0].text if claim.chain else "" for claim in read(text)[0]]
    assert origins[-1] == "army"


def test_a_country_is_no_person_of_that_name() -> None:
    text = "Defence Minister Israel Katz spoke of Homs. {} said that rebels shelled Hama."
    (claim,) = [claim for claim in read(text.format("Israel"))[0] if claim.kind == "incident"]
    assert claim.chain[0].text == "Israel"
    (claim,) = [claim for claim in read(text.format("Katz"))[0] if claim.kind == "incident"]
    assert claim.chain[0].text.endswith("Israel Katz")


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Health ministry: 3 killed in strike on Homs", ["Health ministry"]),
        ("Health ministry: Three wounded in an airstrike on Homs", ["Health ministry"]),
        ("Health ministry: 52 wards, unchanged after strike on Homs", []),
        ("Army: 3 killed in strike on Homs", [None]),
        ("Health ministry of the army: 3 killed, 12 ill", []),
    ],
)
def test_a_body_before_a_colon_tells_of_the_dead_of_a_raid(text: str, origins: list[str | None]) -> None:
    assert [claim.chain[0].text if claim.chain else None for claim in read(text)[0]] == origins
