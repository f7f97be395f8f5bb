"""Who did it and who was hurt, in the sentences that reports are full of: whoever was hurt is accused of nothing."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import happenings
from tests.steps.extract.texts import incidents, read, tallies, truces
from tregua.vocabulary.acts import Act, TruceStatus


def who(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    told = incidents(text)
    return [(tuple(who.text for who in act.actors), tuple(whom.text for whom in act.targets)) for act in told]


@pytest.mark.parametrize(
    "text",
    [
        "Two Ukrainian soldiers were wounded in shelling near Avdiivka.",
        "Ukrainian soldiers were wounded and one killed in heavy shelling near Avdiivka.",
        "Ukrainian soldiers were killed in firing along the line.",
    ],
)
def test_whoever_was_hurt_in_the_shelling_did_not_shell(text: str) -> None:
    ((actors, targets),) = who(text)
    assert (actors, targets[:1]) == ((), ("Ukrainian soldiers",))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels were seen shelling Hama.",
        "Rebels, of whom two were wounded, began shelling Hama.",
        "Rebels were killed while shelling Hama.",
        "Rebels killed three in shelling Hama.",
    ],
)
def test_who_shelled(text: str) -> None:
    assert who(text)[0][0] == ("Rebels",)


@pytest.mark.parametrize("verb", ["killed five", "have wounded five people", "left five dead"])
def test_clashes_between_two_are_of_both(verb: str) -> None:
    assert [actors for actors, _ in who(f"Clashes between the army and the rebels {verb} in Hama.")] == [
        ("army", "rebels")
    ]


def test_one_of_two_who_clashed_may_go_on() -> None:
    told = who("Clashes between the army and the rebels broke out in Hama, and the rebels killed four.")
    assert [actors for actors, _ in told] == [("army", "rebels"), ("rebels",)]


def test_a_plan_that_is_denied_answers_no_act() -> None:
    told = "The army shelled Hama, residents said. The army dismissed suggestions that it was planning to storm Homs."
    assert [claim.denied_by for claim in read(told)[0]] == [None]
    told = "The army shelled Hama, residents said. The army dismissed suggestions that it shelled the town."
    assert read(told)[0][0].denied_by


def test_a_breach_begins_and_not_the_truce() -> None:
    assert truces("Sources said that the ceasefire violation from across the line started at 11 am.") == []


@pytest.mark.parametrize(
    "text", ["After the raid the truce was declared over.", "The rebels declared the truce null and void."]
)
def test_a_truce_declared_over_is_ended(text: str) -> None:
    assert [truce.status for truce in truces(text)] == [TruceStatus.ENDED]


def test_a_count_is_not_of_the_town_of_the_paragraph_before() -> None:
    hit = "The truce held in most places.\n\nThe talks go on.\n\nA woman was wounded by shelling in Hama."
    (tally,) = tallies(f"{hit}\n\nIn the past 24 hours the army broke the ceasefire 24 times.")
    assert "Hama" not in [area.text for area in tally.area]
    (tally,) = tallies(f"{hit} In the past 24 hours the army broke the ceasefire 24 times.")
    assert [area.text for area in tally.area] == ["Hama"]


@pytest.mark.parametrize(
    "text",
    [
        "Thai soldiers came under mortar fire near Hama on Tuesday, wounding three.",
        "Three soldiers wounded in shelling of Hama were treated by the rebels.",
        "The bodies of soldiers wounded in shelling of Hama were handed over by the rebels.",
        "The attack on Hama, the third since the truce was signed by the rebels, killed three soldiers.",
        "Three soldiers succumbed to injuries suffered in shelling of Hama.",
    ],
)
def test_nobody_is_named_for_standing_near(text: str) -> None:
    assert [actors for actors, _ in who(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The attack that killed three soldiers in Hama was carried out by the rebels.",
        "Three soldiers were killed in an attack on Hama that was masterminded by the rebels.",
        "Three soldiers were killed in an attack believed to have been mounted by the rebels on Hama.",
        "Three soldiers were killed in a rocket attack on Hama, for which the rebels claimed responsibility.",
        "A rocket attack, which the rebels claimed responsibility for, killed five soldiers in Hama.",
    ],
)
def test_whose_attack_it_was(text: str) -> None:
    assert who(text)[0][0] == ("rebels",)


def test_a_town_of_which_only_the_shelling_is_told() -> None:
    (act,) = incidents("Mekelle was shelled overnight, according to the rebels.")
    assert ([place.text for place in act.places], act.actors) == (["Mekelle"], ())
    assert incidents("Nothing was shelled, the rebels said. Mekelle has fallen silent.") == []


@pytest.mark.parametrize(
    ("language", "text", "begun", "repelled"),
    [
        ("en", "The army repelled an attack by rebels near Hama, killing ten fighters.", "rebels", "army"),
        ("en", "The army repelled an attack by rebels and shelled Homs.", "rebels", "army"),
        (
            "fr",
            "L'armée a repoussé une attaque des rebelles à Kidal, tuant dix combattants.",
            "rebelles",
            "armée",
        ),
        ("es", "El ejército repelió un ataque del ELN en Arauca y mató a diez guerrilleros.", "ELN", "ejército"),
        ("pt", "O exército repeliu um ataque dos rebeldes em Palma, matando dez combatentes.", "rebeldes", "exército"),
        ("ar", "تصدى الجيش لهجوم شنه المسلحون في ريف حماة وقتل عشرة منهم.", "المسلحون", "الجيش"),
    ],
)
def test_whoever_beat_an_attack_back_killed_those_who_began_it(
    language: str, text: str, begun: str, repelled: str
) -> None:
    assert [[who.text for who in act.actors] for act in happenings(language, text)] == [[begun], [repelled]]


@pytest.mark.parametrize(
    "text",
    [
        "The army repelled an attack by rebels that killed ten civilians near Hama.",
        "The army repelled an attack by rebels firing mortars near Hama.",
        "The army repelled an attack on Hama in which the rebels used tanks.",
    ],
)
def test_what_the_attackers_did_is_theirs(text: str) -> None:
    assert [actors for actors, _ in who(text)] == [("rebels",)]


def test_whose_men_beat_it_back() -> None:
    told = who("Its men repelled an assault by rebels on Hama and killed ten of them.")
    assert told[0][0] == ("rebels",)
    assert who("They repelled an assault by rebels on Hama, killing ten.")[-1][0] != ("army",)


def test_a_toll_months_into_a_war_is_not_the_wars() -> None:
    (act,) = incidents("The army killed at least 14 civilians in Hama, more than 27 months into the ongoing conflict.")
    assert act.killed
    assert act.killed.best == 14
    assert incidents("The army has killed 20,000 civilians in the conflict in Hama.") == []


def test_a_base_of_the_police_is_no_captive() -> None:
    assert [act.act for act in incidents("Rebels took control of a police base in Hama.")] == [Act.ADVANCE]
    assert [act.act for act in incidents("Rebels captured two policemen in Hama.")] == [Act.ABDUCTION]


def test_who_calls_a_charge_false_in_a_quotation_denies_it() -> None:
    told = read(
        "The ministry issued a statement according to which the army opened fire near Hama, the army's press office "
        'reported.\n"The allegations of the ministry are completely false. All is calm there," the statement reads.'
    )[0]
    assert [claim.denied_by.text for claim in told if claim.denied_by] == ["army's press office"]


def test_who_thinks_something_of_the_dead_is_not_who_shot_them() -> None:
    (act,) = incidents("Firing at the border killed farmers near Hama, suspected by the army to be infiltrators.")
    assert act.actors == ()


def test_what_stands_in_breach_of_terms_is_no_count_of_breaches() -> None:
    found = "The mission found 84 guns located in breach of the agreements: 74 near Hama and 10 near Homs."
    assert tallies(found) == []
    assert [tally.count for tally in tallies("The mission counted breaches of the agreements: 74.")] == [74]


def test_the_owner_of_the_shells() -> None:
    (act,) = incidents("A farmer was hit by the army's shells in Hama.")
    assert [who.text for who in act.actors] == ["army"]


def test_whose_fighters_they_are_is_another_name() -> None:
    (act,) = incidents("Hama was raided by Hemedti's feared fighters.")
    assert [who.text for who in act.actors] == ["feared fighters"]
