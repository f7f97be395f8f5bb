"""Who says what, and who blames whom, in the forms of raw reports."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Blame, Claim, Happening


def told(text: str) -> list[Claim]:
    return read(text)[0]


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in told(text)]


def blames(text: str) -> list[tuple[list[str], list[str]]]:
    slots = [claim.slots for claim in told(text) if isinstance(claim.slots, Blame)]
    return [([who.text for who in each.blamers], [who.text for who in each.accused]) for each in slots]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Rebels shelled Homs," Petrov wrote on Monday.', ["Petrov"]),
        ('He said: "Petrov said rebels shelled Homs."', [""]),
        ('"Rebels shelled Homs," said S N Rao, the army spokesman.', ["S N Rao"]),
        ('"Rebels shelled Homs," said J. K. Rao of the army.', ["J. K. Rao"]),
        ("Part B. Rebels shelled Homs, the army said.", ["army"]),
        ("The Arab coalition backing the lawful Yemeni government said rebels shelled Homs.", ["Arab coalition"]),
        ("TASS reported, referring to the ministry, that rebels shelled Homs.", ["ministry"]),
        ("The rebels told the centre where their posts are, and the army shelled Homs.", [""]),
        ("The army said rebels shelled Homs. First reports held that rebels shelled Hama.", ["army", "reports"]),
        (
            "The Syrian side of the ceasefire commission said rebels shelled Homs.",
            ["Syrian side of the ceasefire commission"],
        ),
        ("Both armies observed a ceasefire from May on. Rebels shelled Homs.", ["", ""]),
        ("Both armies observed a shaky peace. Rebels shelled Homs.", ["armies"]),
        ("The army observed six breaches near Homs. Rebels shelled Hama.", ["army", "army"]),
        ("The army was quick to rebut the charge. Rebels shelled Homs, it said.", ["army"]),
        ("The army said rebels shelled Homs, referring to fighters from the south.", ["army"]),
        ("Truce Broken by Both Sides, Monitors Say\n\nRebels shelled Homs at dawn.", ["Monitors"]),
        (
            "The Syrian ministry issued a statement according to which rebels shelled Homs, the Turkish army said.",
            ["Syrian ministry"],
        ),
    ],
)
def test_who_speaks(text: str, found: list[str]) -> None:
    assert origins(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hamas said Israel struck Rafah. Israel accused it of breaking the truce.", [(["Israel"], ["Hamas"])]),
        ("Israel struck Rafah. Israel accused it of breaking the truce.", []),
        ("The countries that support the militia are responsible for breaking the truce, the ministry said.", []),
        ("The militia are responsible for breaking the truce, the ministry said.", [(["ministry"], ["militia"])]),
        (
            "The mission accused Chad's own president, Idriss Abdu, of breaking the truce.",
            [(["mission"], ["Chad's own president, Idriss Abdu"])],
        ),
        ("The mission accused Chad's shelling of breaking the truce.", [(["mission"], ["Chad"])]),
        (
            "Ukraine rejected Russian claims that it had violated the ceasefire.",
            [(["Russian"], ["Ukraine"])],
        ),
        (
            "The army has denied reports from the monitors that it was responsible for the breaches.",
            [(["monitors"], ["army"])],
        ),
        ("The army said the rebels levelled new accusations at Turkey.", [(["rebels"], ["Turkey"])]),
        ("The army is to blame, the army said.", [([], ["army"])]),
        ("The army accused the army of shelling Homs.", []),
        ("The mission blamed the rebels for attacking government posts.", [(["mission"], ["rebels"])]),
        (
            "The army said rebels shelled Homs. It added that the truce was broken by the Turkish armed forces.",
            [(["army"], ["Turkish armed forces"])],
        ),
        (
            "The Saudi-led coalition fighting the Houthis accuses them of shelling Homs.",
            [(["Saudi-led coalition"], ["Houthis"])],
        ),
        ("The warring parties traded accusations of breaking the truce.", [(["warring parties"], ["warring parties"])]),
        (
            "The army said rebels shelled Homs.\n\nBoth sides accused the other of breaking the truce.",
            [(["Both sides"], ["Both sides"])],
        ),
        (
            "The army denied reports from the monitors that it shelled Homs, shifting the blame on the rebels.",
            [(["army"], ["rebels"])],
        ),
        (
            'A commander told Reuters that "militia fighters" had broken the truce.',
            [(["commander"], ["militia fighters"])],
        ),
        (
            "The Sudanese army said rebels shelled Homs. The army blamed the rebels for the fire.",
            [(["Sudanese army"], ["rebels"])],
        ),
    ],
)
def test_who_blames_whom(text: str, found: list[tuple[list[str], list[str]]]) -> None:
    assert blames(text) == found


def test_a_group_does_not_deny_what_it_says_itself() -> None:
    claims = told(
        "The Moro Islamic Liberation Front (MILF) accused militias of attacking its post.\n\n"
        "The militias said their men saw rebels near the post, a claim the MILF denied."
    )
    act = next(claim for claim in claims if isinstance(claim.slots, Happening))
    assert act.chain[0].text == "Moro Islamic Liberation Front (MILF)"
    assert act.denied_by is None


def test_who_answers_a_claim_asserts_the_blame_he_lays() -> None:
    claims = told("The army denied reports from the monitors that it shelled Homs, shifting the blame on the rebels.")
    blame = next(claim for claim in claims if isinstance(claim.slots, Blame))
    assert [link.text for link in blame.chain] == ["army"]
    assert blame.stance == "asserted"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A source in the council told Reuters that rebels shelled Homs. Rebels shelled Hama too, the source added.",
            [["source in the council", "Reuters"]] * 2,
        ),
        (
            "A source in the council told Reuters that rebels shelled Homs. The source said rebels shelled Hama.",
            [["source in the council", "Reuters"], ["source in the council"]],
        ),
        (
            "The media wing reported that rebels shelled Homs, according to Aljazeera.",
            [["media wing", "Aljazeera"]],
        ),
        (
            "The army rejected the reports, as recorded by the mission, that rebels shelled Homs.",
            [["army"]],
        ),
    ],
)
def test_who_carries_it(text: str, found: list[list[str]]) -> None:
    assert [[link.text for link in claim.chain] for claim in told(text)] == found


def test_they_who_have_denied_it_are_those_accused() -> None:
    claims = told(
        "The army said the Tigers killed six soldiers. "
        '"It was not the first occasion that they have denied an attack," said Brigadier Nalin Silva.'
    )
    assert [claim.denied_by.text for claim in claims if claim.denied_by] == ["Tigers"]


def test_who_alleges_in_a_clause_did_not_do_it() -> None:
    claims = told(
        "Pakistan blamed India, with the army spokesman Athar Abbas alleging that Indian troops fired on Keran."
    )
    act = next(claim.slots for claim in claims if isinstance(claim.slots, Happening))
    assert [who.text for who in act.actors] == ["Indian troops"]


def test_a_truce_is_observed_and_its_breaches_are_recorded() -> None:
    assert origins("The army observed a ceasefire violation near Homs. Rebels shelled Hama.")[-1] == "army"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ERBIL, Kurdistan Region - Rebels shelled Homs, the army said.", ["army"]),
        ("The Sudan Tribune website reported that rebels shelled Homs.", ["Sudan Tribune"]),
        (
            "Two people were hurt in rebel shelling in Homs, according to Attaullah Khogyani, Tolo News reported.",
            ["Attaullah Khogyani", "Tolo News"],
        ),
        ("Rebels shelled Homs. The OSCE condemned the rebels.", []),
        ("Rebels shelled Homs. The OSCE condemned the rebels and said it was grave.", ["OSCE"]),
    ],
)
def test_who_stands_in_the_chain(text: str, found: list[str]) -> None:
    act = next(claim for claim in told(text) if isinstance(claim.slots, Happening))
    assert [link.text for link in act.chain] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rwanda and Uganda have been accused by United Nations experts of breaking the truce.", ["Rwanda", "Uganda"]),
        ("Talks and Uganda have been accused by United Nations experts of breaking the truce.", ["Uganda"]),
        ('"The rebels are blaming us for it," said Colonel Olivier Hamuli.', ["Olivier Hamuli"]),
        ("It is the Houthis who instigated the violence, the minister said.", ["Houthis"]),
    ],
)
def test_who_is_accused(text: str, found: list[str]) -> None:
    assert [accused for _, accused in blames(text)] == [found]


def test_nobody_is_accused_where_it_is_not_said_who_blames_us() -> None:
    assert blames('"They shoot, and it is we they keep blaming us for," said Colonel Olivier Hamuli.') == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Sudan accused Sudan of shelling Bentiu, but Khartoum denied that, saying it was calm.", "Khartoum"),
        (
            "An officer of South Sudan said Sudan shelled Bentiu. A spokesman for Sudan denied it had shelled it.",
            "spokesman for Sudan",
        ),
        ("A United Kingdom envoy said Sudan had shelled Bentiu. Sudan denied it.", "Sudan"),
        ("Mustafa Bali said Turkey shelled Homs. The SDF is not responsible for it, said Bali.", None),
        (
            "The army accused M23 rebels of shelling Goma.\n\nThe rebel group issued a statement denying it.",
            "M23 rebels",
        ),
    ],
)
def test_who_denies_it(text: str, found: str | None) -> None:
    act = next(claim for claim in told(text) if isinstance(claim.slots, Happening))
    assert (act.denied_by.text if act.denied_by else None) == found
