from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Blame, Happening
from tregua.vocabulary.stances import Stance

SHELLED = "The Thai army said Cambodian troops shelled Surin on Monday."

DENIED = [
    (f"{SHELLED} Cambodia denies this.", ["Cambodia"]),
    (f"{SHELLED} The charge was dismissed by Phnom Penh.", ["Phnom Penh"]),
    (f"{SHELLED} Phnom Penh rejects the accusation.", ["Phnom Penh"]),
    (f"{SHELLED} A claim Phnom Penh disputes.", ["Phnom Penh"]),
    (f"{SHELLED} Phnom Penh flatly denied it.", ["Phnom Penh"]),
    (f"{SHELLED} Phnom Penh denied on Tuesday the charge.", ["Phnom Penh"]),
    (f"{SHELLED} The Cambodian ministry spoke of another day. It denied the report.", ["Cambodian ministry"]),
    (f"{SHELLED} A Cambodian official told reporters that no such attack took place.", ["Cambodian official"]),
    (f"{SHELLED} Cambodia did not deny it.", [None]),
    (f"{SHELLED} Cambodia rejected the truce.", [None]),
    (f"{SHELLED} There was no such thing in the morning.", [None]),
    (f"{SHELLED} Denied it was.", [None]),
    ("Clashes between Thai and Cambodian troops broke out in Surin. Cambodia denied that it had lost a post.", [None]),
]


def deniers(text: str) -> list[str | None]:
    claims = [claim for claim in read(text)[0] if claim.kind == "incident"]
    return [claim.denied_by.text if claim.denied_by else None for claim in claims]


@pytest.mark.parametrize(("text", "names"), DENIED)
def test_who_denies_what_was_told_just_before(text: str, names: list[str | None]) -> None:
    assert deniers(text) == names


def test_of_two_acts_the_one_is_denied_whose_words_come_back() -> None:
    text = (
        "Israeli troops dropped a grenade near Kfar Kila, the mission said. A tank fired at peacekeepers in Blida."
        " An Israeli spokesman denied that anybody had fired at peacekeepers."
    )
    assert deniers(text) == [None, "Israeli spokesman", None]


def test_a_speaker_denies_what_only_he_tells_that_others_allege() -> None:
    text = "Units of the Azerbaijani army allegedly shelled Shushi, the ministry said. We deny this."
    assert deniers(text) == ["ministry"]


def test_who_denies_that_somebody_broke_the_truce_blames_nobody() -> None:
    text = "Rebels shelled Homs. The Democratic Front denied the New Army had violated the truce."
    assert [claim.kind for claim in read(text)[0]] == ["incident"]


def test_of_two_who_speak_in_a_sentence_the_one_beside_the_denial_denies() -> None:
    assert deniers("The army said RSF fighters shelled Homs; the RSF's agency says that this is false.") == [
        "RSF's agency"
    ]


NEGATED = [
    (
        "Thai jets bombed Surin, the mayor said. No airstrike was carried out, a Thai spokesman said.",
        ["Thai spokesman"],
    ),
    ("Thai jets bombed Surin, the mayor said. Airstrikes were not made, a Thai spokesman said.", ["Thai spokesman"]),
    ("Thai jets bombed Surin, the mayor said. Its army never bombed Surin, Thailand said.", ["Thailand"]),
    ("A market in Surin was bombed, the mayor said. Thailand said that it made no airstrikes.", ["Thailand"]),
    ("Thai jets bombed Surin, the mayor said. Nobody abducted a farmer, a Thai spokesman said.", [None]),
    ("Thai jets bombed Surin, the mayor said. Thailand said that any airstrike would be announced.", [None]),
    ("Thai jets bombed Surin, the mayor said. An airstrike could not be ruled out, Thailand said.", [None]),
    ("Thai jets bombed Surin, the mayor said. Cambodia said its army did not shell Sa Kaeo.", [None]),
    ("Thai jets bombed Surin, the mayor said. Airstrikes, a Thai spokesman said, are not his task.", [None]),
]


@pytest.mark.parametrize(("text", "names"), NEGATED)
def test_who_says_that_an_act_was_not_denies_it(text: str, names: list[str | None]) -> None:
    assert deniers(text)[:1] == names


UNTRUE = [
    "The ministry said the report published by Cambodian media that Thai troops shelled Surin is false.",
    "The information spread on Monday by Cambodian media that Thai troops shelled Surin is untrue.",
]


@pytest.mark.parametrize("text", UNTRUE)
def test_whose_word_is_called_untrue_is_the_origin(text: str) -> None:
    (claim,) = [claim for claim in read(text, publisher="Thai Ministry")[0] if claim.kind == "incident"]
    assert claim.chain[0].text == "Cambodian media"
    assert claim.denied_by is not None
    assert claim.denied_by.text in {"ministry", "Thai Ministry"}


def test_nobody_denies_what_no_publisher_calls_untrue() -> None:
    assert deniers("Reports spread by Cambodian media that Thai troops shelled Surin are untrue.") == [None]


def test_who_answers_a_claim_has_the_word_from_then_on() -> None:
    text = "The army rejected the rebels' claim that it shelled Homs. The rebels shelled Hama, it said."
    claims = [claim for claim in read(text)[0] if claim.kind == "incident"]
    assert [claim.chain[0].text for claim in claims] == ["rebels", "army"]


def test_a_figure_denied_is_a_count() -> None:
    text = (
        "The rebels broke the truce 12 times, the army said. They also shelled Homs, it said."
        " The rebels rejected the figure."
    )
    assert [claim.kind for claim in read(text)[0] if claim.denied_by] == ["tally"]


def test_what_is_denied_with_the_blame_for_it() -> None:
    text = "A soldier was abducted in Homs on Monday. The army blamed the rebels, who denied it."
    assert [(claim.kind, claim.denied_by is not None) for claim in read(text)[0]] == [
        ("incident", True),
        ("blame", True),
    ]


def test_who_denies_and_says_more_denies_what_was_told() -> None:
    text = "Rebels shelled Homs, the army said. The rebels denied and said that the army shelled Hama."
    claims = [claim for claim in read(text)[0] if claim.kind == "incident"]
    assert [(claim.denied_by is not None, claim.stance.value) for claim in claims] == [
        (True, "asserted"),
        (False, "asserted"),
    ]


def test_a_word_of_untruth_answers_what_is_told_in_its_words() -> None:
    text = (
        "Rebels shelled Zaitsevo, the army said. Rebels also shot at Marinka, it said."
        " The shelling of Zaitsevo had nothing to do with them, the rebels said."
    )
    assert deniers(text)[:2] == ["rebels", None]


def test_a_denial_in_a_clause_answers_its_own_sentence() -> None:
    text = "Rebels shelled Homs, the army said. The mayor says that it was an accident; the rebels dispute it."
    assert deniers(text) == [None]


def test_letters_of_forces_stand_for_their_country() -> None:
    text = "An Israeli tank fired at peacekeepers in Blida, the mission said. The IDF denied it had fired at them."
    assert set(deniers(text)) == {"IDF"}


def test_a_broken_truce_is_denied_too() -> None:
    text = "The rebels violated the truce, the army said. The rebels deny it."
    assert {claim.denied_by.text for claim in read(text)[0] if claim.denied_by} == {"rebels"}


def test_of_two_who_blame_each_other_none_is_the_speaker() -> None:
    claims = read("Baku and Yerevan blame each other for the shelling.", publisher="Post")[0]
    (claim,) = [claim for claim in claims if isinstance(claim.slots, Blame)]
    assert [who.text for who in claim.chain] == ["Post"]
    assert isinstance(claim.slots, Blame)
    assert [who.text for who in claim.slots.blamers] == ["Baku", "Yerevan"]


def test_a_denial_in_the_passive_names_nobody() -> None:
    assert deniers("Mercenaries shelled Homs, the army said. The claim that mercenaries did it was rejected.") == [None]


def test_where_somebody_sits_is_not_who_denies() -> None:
    text = "Militia jets shelled Homs, the army said. A minister in Damascus rejected it."
    assert deniers(text) == ["minister"]
    assert deniers("Rebels shelled Homs, the army said. Somebody in Damascus denies it.") == [None]


def test_what_was_not_launched_is_denied() -> None:
    text = "Thai troops fired rockets at Surin, the mayor said. Thailand never fired any rockets at Surin, it said."
    assert deniers(text)[:1] == ["Thailand"]
    assert deniers("Thai jets bombed Surin, the mayor said. Thailand did not use the road, it said.") == [None]


def test_whom_a_pronoun_means_says_that_there_was_no_act() -> None:
    text = "Rebels shelled Homs, the mayor said. There was no shelling, he said."
    assert deniers(text) == [None]


def test_what_is_claimed_is_denied_and_not_what_the_denier_says_next() -> None:
    text = "The army rejected the rebels' claim that it shelled Homs and said that rebels had shelled Hama."
    assert deniers(text) == ["army", None]


def test_who_says_he_did_not_do_it_answers_nobody_who_names_nobody() -> None:
    told = "Shelling killed 67 civilians in Aleppo, the centre said. The army has not shelled the town, he asserted."
    claims, _ = read(told)
    assert all(claim.denied_by is None for claim in claims)


def test_who_was_not_struck_denies_nothing() -> None:
    told = (
        "Detachments came under fire near Homs, the ministry said. Formations that have told the centre where they are "
        "were not struck by the air force."
    )
    claims, _ = read(told)
    assert [claim.denied_by for claim in claims] == [None]


def test_who_denied_tells_no_more_unless_he_goes_on() -> None:
    denied = "The army denied shelling the town of Salma."
    claims, _ = read(f"{denied} Two people were killed by shells in Homs.")
    assert [(claim.stance, [link.text for link in claim.chain]) for claim in claims[1:]] == [(Stance.ASSERTED, [])]
    claims, _ = read(f"{denied} It had fired ten shells at Homs.")
    assert [(claim.stance, [link.text for link in claim.chain]) for claim in claims[1:]] == [
        (Stance.ASSERTED, ["army"])
    ]


def test_one_word_in_common_denies_no_charge_far_above_the_one_just_told() -> None:
    far = "Thai warplanes bombed a Cambodian post in Surin. Phnom Penh called for calm.\n\nNo talks were held.\n\n"
    near = "Thai shelling of Pursat killed three people, the ministry said. "
    assert deniers(f"{far}{near}Thailand denied targeting civilians in a Cambodian town.") == [None, "Thailand", None]
    told = "Thailand denied that its warplanes had bombed a Cambodian post."
    assert deniers(f"{far}{near}{told}")[:2] == ["Thailand", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{SHELLED} Cambodia has rejected the envoy's proposal to meet.", [None]),
        (f"{SHELLED} Phnom Penh dismissed an offer of talks.", [None]),
        (f"{SHELLED} Phnom Penh rejects the accusation in the proposal.", ["Phnom Penh"]),
        (f"{SHELLED} Phnom Penh denied the charge and an offer.", ["Phnom Penh"]),
        (f"{SHELLED} Phnom Penh rejects the accusation. The proposal came later.", ["Phnom Penh"]),
    ],
)
def test_who_turns_down_a_proposal_denies_nothing(text: str, names: list[str | None]) -> None:
    assert deniers(text) == names


def test_who_turns_down_a_proposal_blocks_nothing() -> None:
    assert [claim.kind for claim in read("The Houthis rejected the proposal of the UN envoy. Rebels left.")[0]] == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The army rejected a Houthi claim that it had bombed a farm in Hays on Monday.", []),
        ("Rebels shelled Taiz. The army rejected a Houthi claim that it had bombed a farm in Hays.", ["Rebels"]),
        ("The army said that it had bombed a farm in Hays on Monday.", ["army"]),
    ],
)
def test_who_acted_in_a_claim_that_is_denied_is_not_who_made_it(text: str, actors: list[str]) -> None:
    found = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Happening)]
    assert [who.text for slots in found for who in slots.actors] == actors
