"""Who says so though no word for him is known, who blames in whatever words, and who owns up or denies next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document, read
from tregua.records.claim import Blame, Claim, Happening
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Stance


def told(text: str) -> list[Claim]:
    return read(text)[0]


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in told(text) if isinstance(claim.slots, Happening)]


def blames(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        (
            [link.text for link in claim.chain],
            [who.text for who in claim.slots.blamers],
            [who.text for who in claim.slots.accused],
        )
        for claim in told(text)
        if isinstance(claim.slots, Blame)
    ]


def acts(text: str) -> list[tuple[str, list[str], Stance]]:
    return [
        (claim.slots.act.value, [who.text for who in claim.slots.actors], claim.stance)
        for claim in told(text)
        if isinstance(claim.slots, Happening)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbourmaster said rebels shelled Homs.", "harbourmaster"),
        ("A beekeeper from Hama said rebels shelled Homs.", "beekeeper"),
        ("The two beekeepers have told reporters that rebels shelled Homs.", "beekeepers"),
        ("The retired harbourmaster of the port said rebels shelled Homs.", "harbourmaster"),
        ("While the army was silent, the harbourmaster said rebels shelled Homs.", "harbourmaster"),
        ("The bridge shelled by rebels in Homs said nothing.", ""),
        ("Said the harbourmaster: rebels shelled Homs.", ""),
        ("The harbourmaster claims rebels shelled Homs.", ""),
        ("The harbourmaster claims that rebels shelled Homs.", "harbourmaster"),
        ("The convoy said by rebels to have shelled Homs left.", ""),
        ("The speaker of parliament said rebels shelled Homs.", "speaker of parliament"),
    ],
)
def test_who_says_so_by_any_name(text: str, speaker: str) -> None:
    assert origins(text) == [speaker]


def test_one_of_many_is_a_witness_and_the_paragraph_is_his_alone() -> None:
    text = "The army said rebels shelled Homs. A beekeeper said rebels shelled Hama.\n\nRebels shelled Tell."
    assert origins(text) == ["army", "beekeeper", "army"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army's spokesman, Colonel Ali Omar, pointed the finger at the rebels.",
            ("army's spokesman, Colonel Ali Omar", "rebels"),
        ),
        ("The envoy, in a letter, laid it at the door of the rebels.", ("envoy", "rebels")),
        ("The shelling of Homs was blamed on the army by the mayor.", ("mayor", "army")),
        ("The shelling of Homs was attributed by the mayor to the army.", ("mayor", "army")),
        ("BEIRUT - The team that watches the truce with the militia has blamed the army.", ("team", "army")),
        ("The envoy of the team blamed the army.", ("envoy of the team", "army")),
        ("On reading of it, the envoy, a Swede, pointed the finger at the army.", ("envoy", "army")),
        ("A quarrel with the envoy, a Swede, put the blame on the army.", ("", "army")),
        ("On Monday, in short, responsibility for the raid lies with the army.", ("", "army")),
        ("On Monday, pointing the finger at the army was easy.", ("", "army")),
    ],
)
def test_who_blames_stands_before_an_aside_or_behind_by(text: str, found: tuple[str, str]) -> None:
    ((chain, blamers, accused),) = blames(text)
    assert (chain[:1], blamers, accused) == ([found[0]] if found[0] else [], [found[0]] if found[0] else [], [found[1]])


def test_who_blames_speaks_on() -> None:
    text = "The envoy, a Swede, pinned the raid on Homs on the army. It had lasted an hour, he added."
    assert blames(text) == [(["envoy"], ["envoy"], ["army"])]


def test_whose_word_it_is_that_another_blames() -> None:
    text = "The mission put the shelling of Homs down to the army, an official said."
    assert blames(text) == [(["mission", "official"], ["mission"], ["army"])]


def test_he_who_is_named_before_is_met_again_by_his_rank() -> None:
    text = (
        "At a sitting the chairperson, Major General Ali Omar, went through it. Rebels shelled Homs, he said.\n\n"
        '"We condemn these acts by the rebels," the general added.'
    )
    assert [chain[0] for chain, _, _ in blames(text)] == ["chairperson, Major General Ali Omar"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army denied that it shelled Homs, saying rebels had bombed it.",
            [("shelling", ["army"], Stance.DENIED), ("airstrike", ["rebels"], Stance.ASSERTED)],
        ),
        (
            "The rebels denied that they had shelled Homs, when the army said they had bombed Hama.",
            [("shelling", ["rebels"], Stance.DENIED), ("airstrike", ["army"], Stance.ASSERTED)],
        ),
        (
            "An army officer acknowledged that planes were out but denied that they had bombed Homs.",
            [("airstrike", ["army"], Stance.DENIED)],
        ),
        (
            "No group claimed responsibility for the ambush near Homs, in which five soldiers died.",
            [("attack", [], Stance.ASSERTED)],
        ),
        ("The rebels claimed responsibility for the ambush near Homs.", [("attack", ["rebels"], Stance.ADMITTED)]),
        ("From positions of the rebels, rockets were fired at Homs.", [("shelling", ["rebels"], Stance.ASSERTED)]),
        ("It was Pakistan that had shelled Homs.", [("shelling", ["Pakistan"], Stance.ASSERTED)]),
    ],
)
def test_who_owns_up_and_what_is_denied_next(text: str, found: list[tuple[str, list[str], Stance]]) -> None:
    assert acts(text) == found


def test_who_concedes_it_by_a_pronoun_speaks() -> None:
    text = "The envoy said rebels shelled Homs. He conceded, however, that soldiers had burned Hama."
    assert origins(text) == ["envoy", "envoy"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two soldiers were wounded in militia attacks near Homs.", "militia"),
        ("A nurse was killed in the rebel shelling of Homs.", "rebel"),
        ("A nurse was killed in army shelling in Homs.", "army"),
        ("Government air strikes killed six people in Homs.", "Government"),
        ("In Homs the army attacks every night.", "army"),
        ("While the army attacks Homs, two men were killed.", "army"),
        ("Shells fired by the coup militia damaged houses in Homs.", "militia"),
        ("The army reported the killing of three farmers near Homs by rebels.", "rebels"),
    ],
)
def test_whose_an_act_is_by_the_word_before_it(text: str, actor: str) -> None:
    assert [who for _, doers, _ in acts(text) for who in doers] == [actor]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kiev and the rebels on Sunday blamed one another for the shelling of Homs.", [["Kiev", "rebels"]]),
        ("Baku and Kiev claimed on Sunday that the other had violated the ceasefire.", [["Baku", "Kiev"]]),
        ('The RSF accused "the putschist leaders of the army" of air strikes on Homs.', [["army"]]),
    ],
)
def test_whom_they_blame(text: str, found: list[list[str]]) -> None:
    assert [accused for _, _, accused in blames(text)] == found


def test_who_brushes_a_report_aside_denies_it_and_speaks_on() -> None:
    text = (
        "The envoy said soldiers of the army raided Homs. General Ali Omar brushed the report aside. "
        "It was the rebels who had ambushed a lorry near Hama, he insisted."
    )
    claims = [claim for claim in told(text) if isinstance(claim.slots, Happening)]
    assert [claim.chain[0].text for claim in claims] == ["envoy", "Ali Omar"]
    assert [claim.denied_by is not None for claim in claims] == [True, False]


def test_both_reports_are_denied_by_pointing() -> None:
    text = "The ministry said Azerbaijani shells hit Homs. Baku dismissed both reports."
    assert [claim.denied_by.text for claim in told(text) if claim.denied_by] == ["Baku"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to a beekeeper cited by nobody, rebels shelled Homs.", "beekeeper"),
        ("According to two beekeepers, rebels shelled Homs.", "beekeepers"),
        ("According to an internal report, rebels shelled Homs.", ""),
        ("According to", None),
        ("Townspeople in Tell said rebels shelled Homs.", "Townspeople"),
        (
            "Ali Omar of the National Security and Defence Council told reporters that rebels shelled Homs.",
            "Ali Omar of the National Security and Defence Council",
        ),
        ("The centre watched the calm of Homs and Defence Council said rebels shelled Hama.", "Defence Council"),
        ("Rebels shelled Homs, said one of them, Ali Omar, who fled.", "Ali Omar"),
        ("Rebels shelled Homs, Colonel Ali Omar began.", "Ali Omar"),
        ("Rebels shelled Homs in what the monitors call a breach.", "monitors"),
        ("Contacted by the Monitor, Ali Omar of the M23 turned that around. Rebels shelled Homs, he said.", "Ali Omar"),
        ("The envoy, Colonel Ali Omar, said rebels shelled Homs.", "envoy, Colonel Ali Omar"),
        ("The army said nothing, the harbourmaster that rebels shelled Homs.", "army"),
    ],
)
def test_who_is_cited(text: str, speaker: str | None) -> None:
    found = origins(text)
    assert found == ([] if speaker is None else [speaker]) or (speaker and speaker in found[0])


def test_a_report_blames_for_who_spoke_before() -> None:
    text = "The monitors said rebels shelled Homs. The same report blames the army for a raid on Hama."
    assert [chain[0] for chain, _, _ in blames(text)] == ["monitors"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Eritrean soldiers killed hundreds of unarmed people in Axum.", 1),
        ("Soldiers killed people.", 0),
        ("People were killed in Axum.", 0),
    ],
)
def test_a_killing_without_a_number_is_an_event_where_it_is_told_who_did_it_and_where(text: str, count: int) -> None:
    assert len(acts(text)) == count


def test_the_head_stands_first_where_modifiers_follow() -> None:
    item = replace(document("Les deux apiculteurs ont affirmé que l'armée a bombardé Homs lundi."), language="fr")
    pack = load_pack("fr")
    assert pack is not None
    claims, _ = extract(item, pack, Context(zone=dt.UTC))
    assert [claim.chain[0].text for claim in claims] == ["apiculteurs"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "The government and the Iran-backed Houthis accused each other of breaking the truce.",
            ["government", "Houthis"],
        ),
        ("The Iran-aligned Houthis and the army accused each other of breaking the truce.", ["Houthis", "army"]),
        ("Iran and the Houthis accused each other of breaking the truce.", ["Iran", "Houthis"]),
        ("Iran-backed Houthis accused each other of breaking the truce.", ["Houthis"]),
    ],
)
def test_who_backs_one_side_is_none_of_those_who_blame_each_other(text: str, both: list[str]) -> None:
    assert blames(text) == [([], both, both)]


def test_a_backer_is_not_who_clashed() -> None:
    assert acts("The army clashed with Iran-backed Houthis in Taiz.")[0][1] == ["army", "Houthis"]
    assert acts("A school in Hays was shelled from Houthi-held hills.")[0][1] == ["Houthi"]
