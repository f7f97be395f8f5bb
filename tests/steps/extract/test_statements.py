from __future__ import annotations

import pytest

from tests.steps.extract.texts import read, statements, truces
from tregua.records.claim import Adherence, Aid, Blame, Relation
from tregua.vocabulary.acts import AidStatus, RelationType, TruceStatus
from tregua.vocabulary.stances import Stance

GUNS = "\nRebels shelled Homs."

STATES = [
    ("The army declared a truce on Monday.", TruceStatus.DECLARED),
    ("A ceasefire was announced by the army.", TruceStatus.DECLARED),
    ("The extension of a truce in Homs for three more days was welcome.", TruceStatus.EXTENDED),
    ("The truce in Homs has been renewed.", TruceStatus.EXTENDED),
    ("The truce came into force on 27 February.", TruceStatus.IN_FORCE),
    ("The ceasefire holds.", TruceStatus.IN_FORCE),
    ("The latest ceasefire failed.", TruceStatus.ENDED),
    ("Few knew of the truce. It is now over.", TruceStatus.ENDED),
]


@pytest.mark.parametrize(("text", "status"), STATES)
def test_states_of_a_truce(text: str, status: TruceStatus) -> None:
    assert [truce.status for truce in truces(text + GUNS)] == [status]


def test_a_truce_mentioned_only_to_date_something_is_not_told_of() -> None:
    assert truces("Since the truce began rebels shelled Homs.") == []
    assert truces("The town may see a truce declared by the army." + GUNS) == []
    dated = truces("Breaches go on since the truce came into effect on February 27th." + GUNS)
    assert [truce.status for truce in dated] == [TruceStatus.IN_FORCE]


@pytest.mark.parametrize("breaches", ["Breaches of the truce", "Breaches of cessation of hostilities"])
def test_breaches_that_were_observed_are_no_truce_that_is(breaches: str) -> None:
    assert truces(f"{breaches} were observed near Homs.") == []


def test_one_truce_in_force_is_told_of_once() -> None:
    text = "The truce holds. It began on Monday, or - it came into force on Monday. The ceasefire holds."
    assert len(truces(text + GUNS)) == 1


def test_parties_brokers_area_length_and_exceptions() -> None:
    text = (
        "The truce between Israel and Hamas in Gaza came into effect on 27 February for three more days; "
        "it does not apply to Islamic State. The truce was brokered by the US and Russia. "
        "The talks were mediated by night." + GUNS
    )
    (truce,) = truces(text)
    assert [party.text for party in truce.parties] == ["Israel", "Hamas"]
    assert [broker.text for broker in truce.brokers] == ["US", "Russia"]
    assert truce.duration == "three more days"
    assert [group.text for group in truce.excludes] == ["Islamic State"]
    (alone,) = truces("The truce holds. It was brokered by night." + GUNS)
    assert alone.brokers == ()


BLAMES = [
    ("Iran's minister blamed the armed opposition for the breaches.", "Iran's minister", "armed opposition"),
    ("The breaches were laid to Cambodia by Thailand.", "Thailand", "Cambodia"),
    ("The army holds the rebels responsible.", "army", "rebels"),
    ("The office said that Israel bears full responsibility.", "office", "Israel"),
]


@pytest.mark.parametrize(("text", "blamer", "accused"), BLAMES)
def test_blame(text: str, blamer: str, accused: str) -> None:
    found = [slots for slots in statements("War news. " + text + GUNS) if isinstance(slots, Blame)]
    assert [mention.text for mention in found[0].accused] == [accused]
    assert blamer in {mention.text for mention in found[0].blamers}


def test_breaking_the_truce_without_a_number_is_blame_but_not_in_a_headline() -> None:
    said = "News of the day.\nThe office said Israel has violated the agreement repeatedly." + GUNS
    assert [slots.accused[0].text for slots in statements(said) if isinstance(slots, Blame)] == ["Israel"]
    assert statements("Israel violated the agreement\nThe army shelled Homs.") == []


RELATIONS = [
    ("The Iranian-backed Houthi militia is there.", RelationType.BACKS, "Iranian", "Houthi militia"),
    ("It is the al-Nusra Front, al-Qaeda's affiliate in Syria.", RelationType.AFFILIATE, "al-Nusra Front", "al-Qaeda"),
    (
        "Groups such as “Ahrar X”, “Liwa Y” and “Jund Z”, which have established links with al-Nusra.",
        RelationType.LINKED, "Ahrar X", "al-Nusra",
    ),
    ("Those are the states which are supporting rebel groups.", RelationType.BACKS, "states", "rebel groups"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "source", "target"), RELATIONS)
def test_relations(text: str, kind: RelationType, source: str, target: str) -> None:
    (relation,) = [slots for slots in statements(text + GUNS) if isinstance(slots, Relation)]
    assert (relation.type, relation.source[0].text, relation.target[0].text) == (kind, source, target)


def test_a_list_of_the_linked_is_read_whole_and_nobody_is_linked_to_nothing() -> None:
    (relation,) = [slots for slots in statements(RELATIONS[2][0] + GUNS) if isinstance(slots, Relation)]
    assert [mention.text for mention in relation.source] == ["Ahrar X", "Liwa Y", "Jund Z"]
    assert statements("These days, which have established links with al-Nusra, are over." + GUNS) == []
    apart = "The Front saw much rain that week, which has ties with al-Nusra." + GUNS
    assert [slots.source[0].text for slots in statements(apart) if isinstance(slots, Relation)] == ["Front"]


def test_aid_and_adherence() -> None:
    text = "A convoy with food has left Damascus for Ghouta. The army blocked aid to Homs.\nThe army stopped fire."
    aid = [slots for slots in statements(text) if isinstance(slots, Aid)]
    assert [slots.status for slots in aid] == [AidStatus.DELIVERED, AidStatus.BLOCKED]
    claims, _ = read("Towns in the agreement now number 95, and 69 armed groups have accepted its terms." + GUNS)
    joined = [claim.slots for claim in claims if isinstance(claim.slots, Adherence)]
    assert [(slots.who, slots.status, slots.count) for slots in joined][-1:] == [("groups", "total", 69)]


def test_a_denial_stays_with_what_it_denies() -> None:
    text = (
        "Thailand said on Wednesday that Cambodian forces attacked a post near Sisaket. Cambodia firmly denied it. "
        "Soldiers near Surin fired at a car."
    )
    claims, _ = read(text)
    assert [claim.denied_by.text if claim.denied_by else None for claim in claims] == ["Cambodia", None]
    assert "denied" in claims[0].marks
    nobody, _ = read("Denied again. Cambodian forces attacked a post near Sisaket.")
    assert nobody[0].denied_by is None


def test_the_month_of_may_makes_no_truce_a_wish() -> None:
    (found,) = truces("Rebels shelled Homs. On 7 May the ceasefire in Aleppo was extended for 72 hours.")
    assert found.status is TruceStatus.EXTENDED
    assert truces("Rebels shelled Homs. The ceasefire in Aleppo may be extended for 72 hours.") == []


def test_a_count_or_a_headline_of_breaches_is_no_blame() -> None:
    assert statements("The ministry accused Ukraine of 4,900 violations of the ceasefire over the weekend.") == []
    headline = "Rebels broke the ceasefire, centre says\n\nArmy broke the truce in Homs\n\n"
    assert statements(f"{headline}The centre said that 7 violations of the ceasefire were recorded in Homs.") == []


BLAMED = [
    ("The army attributed the shelling of Homs to the rebels.", ["rebels"]),
    ("The army laid the shelling of Homs at the door of the rebels.", ["rebels"]),
    ("The army and the RSF hold each other responsible for the shelling of Homs.", ["army", "RSF"]),
    ("The CSP rebels alone bear the blame for the shelling of Homs, the army said.", ["CSP rebels"]),
    ("The envoy stopped short of blaming the army for the shelling of Homs.", []),
    ("Accusations by the army that rebels shelled Homs were heard.", ["rebels"]),
    ("Rebels shelled Homs. The army accused them of bad faith.", ["Rebels"]),
    ("Rebels shelled Homs. The army called it a breach of the truce.", ["Rebels"]),
    ("Rebels shelled Homs. The truce has been broken by the rebels, the army said.", ["rebels"]),
    ("Homs was shelled. Nobody knew whose shells fell. The army accused them of bad faith.", []),
]


@pytest.mark.parametrize(("text", "accused"), BLAMED)
def test_shapes_of_blame(text: str, accused: list[str]) -> None:
    found = [slots for slots in statements(text) if isinstance(slots, Blame)]
    assert [mention.text for slots in found for mention in slots.accused] == accused


RELATED = [
    ("The New Army (NA), the armed wing of the Red Party, shelled Homs.", RelationType.AFFILIATE),
    ("Hayat Tahrir al-Sham, an al-Qaeda-linked alliance, shelled Homs.", RelationType.LINKED),
    ("The M23, which is supported by Rwanda, shelled Goma.", RelationType.BACKS),
    ("The Shield Brigade, a member of the Sahel Front, shelled Homs.", RelationType.MEMBER_OF),
]


@pytest.mark.parametrize(("text", "type_"), RELATED)
def test_shapes_of_relations(text: str, type_: RelationType) -> None:
    assert [slots.type for slots in statements(text) if isinstance(slots, Relation)] == [type_]


AIDS = [
    ("No aid has reached Homs.", [AidStatus.BLOCKED]),
    ("A relief convoy of the Red Cross was looted near Homs.", [AidStatus.BLOCKED]),
    ("A relief convoy got through to Homs.", [AidStatus.DELIVERED]),
    ("Aid could reach Homs.", []),
    ("The lorries were turned back near Homs.", [AidStatus.BLOCKED]),
    ("The Red Cross was not allowed into Homs.", [AidStatus.BLOCKED]),
    ("They denied the Red Cross access to Homs.", [AidStatus.BLOCKED]),
    ("Five lorries of the Red Cross were allowed through by both parties.", [AidStatus.DELIVERED]),
    ("No Red Cross lorries were allowed through to Homs.", [AidStatus.BLOCKED]),
    ("The Red Cross has not been let into Homs.", [AidStatus.BLOCKED]),
    ("The Red Cross asked to be allowed through.", []),
    ("Rebels seized three aid lorries near Homs.", [AidStatus.BLOCKED]),
    ("The army denied the attack on the aid convoy.", []),
    ("The envoy urged them to let humanitarian aid through.", []),
]


@pytest.mark.parametrize(("text", "status"), AIDS)
def test_shapes_of_aid(text: str, status: list[AidStatus]) -> None:
    assert [slots.status for slots in statements(text + GUNS) if isinstance(slots, Aid)] == status


def test_a_truce_that_nobody_speaks_of_is_the_authors_own() -> None:
    claims, _ = read("Rebels shelled Homs, the army said.\n\nThe truce holds.", publisher="Post")
    assert [claim.chain[0].text for claim in claims] == ["army", "Post"]


def test_a_truce_mentioned_again_is_declared_once() -> None:
    text = "The army declared a truce. The truce was announced. The sides agreed on a truce between Iran and Iraq."
    assert [truce.status for truce in truces(text + GUNS)] == [TruceStatus.DECLARED, TruceStatus.DECLARED]


def test_who_is_blamed_for_what_is_called_a_breach_is_named_behind_it() -> None:
    told = "Army tanks shelled Homs. The army spoke of vehicles, and called this a breach of the truce by the rebels."
    blames = [each for each in statements(told) if isinstance(each, Blame)]
    assert [[accused.text for accused in blame.accused] for blame in blames] == [["rebels"]]


def test_whom_a_text_blames_in_its_last_word_without_a_full_stop() -> None:
    (blame,) = statements("Two dead: Ukraine accuses Russia")
    assert isinstance(blame, Blame)
    assert [mention.text for mention in blame.accused] == ["Russia"]


def test_who_opens_a_sentence_blames_by_its_second_verb() -> None:
    before = "The governor confirmed 60 dead in Arauca."
    claims, _ = read(f"{before} President Gustavo Petro left the talks and accused the rebels of war crimes.")
    (blame,) = (claim for claim in claims if isinstance(claim.slots, Blame))
    assert [link.text for link in blame.chain] == ["President Gustavo Petro"]
    assert blame.stance is Stance.ASSERTED
    claims, _ = read(f"{before} On Monday the talks were over, and accused the rebels were of war crimes.")
    assert all("On" not in link.text for claim in claims for link in claim.chain)
