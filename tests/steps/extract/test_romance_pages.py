"""French, Spanish and Portuguese as pages write it: agents, numbers of people and blame in their longer sentences."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import happenings, told
from tests.steps.extract.test_romance_sufferers import who
from tregua.records.claim import Blame
from tregua.vocabulary.acts import Act


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("fr", "Une trentaine de civils et deux militaires ont été tués à Sake.", 32),
        ("fr", "Une vingtaine de civils et une dizaine de militaires ont été tués à Sake.", 30),
        ("fr", "L'armée a tué une trentaine de civils et deux combattants à Sake.", 32),
        ("fr", "Une trentaine de civils ont fui Sake et deux militaires ont été tués.", 2),
        ("es", "Una treintena de civiles y dos militares murieron en Tibú.", 32),
        ("pt", "Uma dezena de civis e três militares morreram em Palma.", 13),
        ("en", "Two of the soldiers and three civilians were killed in Aleppo.", 5),
    ],
)
def test_people_counted_with_of_are_listed_too(language: str, text: str, killed: int) -> None:
    assert [act.killed.best for act in happenings(language, text) if act.killed] == [killed]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("fr", "Sake a été attaquée, selon les autorités, par un autre groupe rebelle.", ["groupe rebelle"]),
        ("fr", "Les rebelles attaquèrent par le nord la ville de Sake.", ["rebelles"]),
        ("es", "Los rebeldes atacaron por tres frentes la ciudad de Tibú.", ["rebeldes"]),
        ("es", "Tibú fue atacada por los rebeldes.", ["rebeldes"]),
        ("es", "Tres soldados murieron en Tibú por disparos del ELN.", ["ELN"]),
        ("pt", "Os terroristas atacaram pelas 4h50 o quartel de Mueda.", ["terroristas"]),
        ("pt", "Os rebeldes atacaram por três frentes a cidade de Palma.", ["rebeldes"]),
        ("pt", "Palma, atacada pelos rebeldes, continua sem água.", ["rebeldes"]),
    ],
)
def test_a_finite_verb_is_no_passive_before_by(language: str, text: str, actors: list[str]) -> None:
    assert who(language, text) == [actors]


@pytest.mark.parametrize(
    ("language", "text", "actors", "targets"),
    [
        ("fr", "L'attaque subie par l'armée à Sake a fait trois morts.", [], ["armée"]),
        ("es", "El ataque sufrido por el ejército en Tibú dejó tres muertos.", [], ["ejército"]),
        ("es", "El ataque lanzado por el ejército en Tibú dejó tres muertos.", ["ejército"], []),
        ("pt", "O ataque sofrido pelo exército em Palma causou três mortos.", [], ["exército"]),
        ("en", "The attack suffered by the army in Aleppo killed three.", [], ["army"]),
    ],
)
def test_whoever_suffered_an_act_is_its_target(language: str, text: str, actors: list[str], targets: list[str]) -> None:
    acts = happenings(language, text)
    assert [[actor.text for actor in act.actors] for act in acts] == [actors]
    assert [[target.text for target in act.targets] for act in acts] == [targets]


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("fr", "Le bombardement de Sake a fait deux morts, après la mort de l'un des trois blessés.", 2),
        ("fr", "Le bilan est passé à trois morts à Sake après le décès d'un blessé.", 3),
        ("es", "Cinco muertos en Tibú tras un ataque que mató a tres soldados y dos civiles.", 5),
        ("pt", "O bombardeamento de Palma fez dois mortos, após a morte de um dos três feridos.", 2),
        ("en", "The shelling of Homs killed two, after one of the three wounded died.", 2),
        ("en", "Three people died after shelling wounded five in Homs.", 3),
    ],
)
def test_who_died_before_is_not_counted_again(language: str, text: str, killed: int) -> None:
    assert [act.killed.best for act in happenings(language, text) if act.killed] == [killed]


@pytest.mark.parametrize(
    ("language", "text", "accused"),
    [
        ("fr", "Le M23 a violé hier le cessez-le-feu.", ["M23"]),
        ("fr", "Le M23 n'a pas violé hier le cessez-le-feu.", []),
        ("fr", "Les FARDC ont dénoncé, ce lundi, la violation du cessez-le-feu à Sake par le M23.", ["M23"]),
        ("fr", "L'ONU a salué, ce lundi, le retrait de Sake par le M23.", []),
        ("es", "Marruecos violó ayer el alto fuego tras atacar a civiles.", ["Marruecos"]),
        ("es", "El ejército denunció, este lunes, la violación de la tregua por el ELN.", ["ELN"]),
        ("es", "Al ELN se le atribuye la autoría de varios ataques.", ["ELN"]),
        ("es", "Al ELN no se le atribuye la autoría de los ataques.", []),
        ("pt", "A Renamo violou novamente a trégua.", ["Renamo"]),
        ("pt", "À Renamo é atribuída a autoria de vários ataques.", ["Renamo"]),
        ("pt", "À Renamo não é atribuída a autoria de ataques.", []),
    ],
)
def test_blame_with_a_day_or_an_aside_in_it(language: str, text: str, accused: list[str]) -> None:
    blames = [claim.slots for claim in told(language, text) if isinstance(claim.slots, Blame)]
    assert [named.text for blame in blames for named in blame.accused] == accused


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Se señala a la guerrilla de ser responsable. El ejército mató a dos civiles en Tibú.", []),
        ("Según han precisado, el ELN ha atacado este lunes el centro de alerta 71 de Tibú.", []),
        ("El ELN mató a dos civiles en Tibú, dijo a Efe la Defensoría.", ["Defensoría"]),
        (
            "El portavoz de la Defensoría informó de que el ELN mató a dos civiles en Tibú.",
            ["portavoz de la Defensoría"],
        ),
    ],
)
def test_who_is_pointed_at_or_named_for_alerts_says_nothing(text: str, speaker: list[str]) -> None:
    acts = [claim for claim in told("es", text) if not isinstance(claim.slots, Blame)]
    assert [[source.text for source in claim.chain[:1]] for claim in acts] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "act", "actors"),
    [
        ("fr", "Soixante projectiles tirés par le Hezbollah ont pénétré en Israël.", Act.SHELLING, ["Hezbollah"]),
        ("es", "Sesenta proyectiles lanzados por Hezbolá penetraron en Israel.", Act.SHELLING, ["Hezbolá"]),
        ("es", "Los rebeldes, armados con morteros, penetraron en Tibú.", Act.ADVANCE, ["rebeldes"]),
        (
            "pt",
            "As FDI informaram que dez projéteis disparados pelo Hezbollah penetraram em Israel.",
            Act.SHELLING,
            ["Hezbollah"],
        ),
        ("pt", "O Hezbollah disparou projéteis e penetrou em Israel.", Act.ADVANCE, ["Hezbollah"]),
        ("en", "Rockets penetrated Israel on Monday.", Act.SHELLING, []),
        ("en", "Rebels with mortars advanced on Homs.", Act.ADVANCE, ["Rebels"]),
        ("en", "Mortar teams advanced on Homs.", Act.ADVANCE, []),
        ("en", "The army said rockets advanced on Homs.", Act.SHELLING, []),
    ],
)
def test_shells_that_go_into_a_place_are_no_force(language: str, text: str, act: Act, actors: list[str]) -> None:
    acts = happenings(language, text)
    assert [each.act for each in acts] == [act]
    assert [[actor.text for actor in each.actors] for each in acts] == [actors]
