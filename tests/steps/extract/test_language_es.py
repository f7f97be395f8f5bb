"""Spanish: sentences of our own, with what must be read from each."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Bound, Stance


def read(text: str, published: str | None = "2016-05-08") -> list[Claim]:
    pack = load_pack("es")
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))[0]


def tallies(text: str, published: str | None = "2016-05-08") -> list[Tally]:
    return [claim.slots for claim in read(text, published) if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Happening)]


COUNTS = [
    ("En las últimas 24 horas se registraron 12 violaciones del alto el fuego en Siria.", [12]),
    ("Rusia detectó quince violaciones de la tregua: siete en Hama, cinco en Alepo, dos en Homs y una en Latakia.", [
        15, 7, 5, 2, 1,
    ]),
    ("El ELN violó el cese al fuego 119 veces entre el 3 de agosto y el 3 de noviembre.", [119]),
    ("Desde el inicio de la tregua Israel ha cometido al menos 1.234 violaciones, según el gobierno libanés.", [1234]),
    ("Las violaciones del cese suman treinta y una desde marzo, dijo la Defensoría.", [31]),
    ("El número de violaciones de la tregua se elevó a dos mil ciento cuarenta y seis, informó el centro.", [2146]),
    ("La misión contó mil doscientas violaciones del alto el fuego en Donetsk.", [1200]),
    ("El ministerio denunció una docena de violaciones del armisticio por parte de Armenia.", [12]),
    ("Son ya 47 las violaciones al cese bilateral, 30 por parte del ELN y 17 por el Ejército.", [47, 30, 17]),
    ("El organismo identificó 44 acciones ofensivas de las disidencias durante el cese al fuego.", [44]),
    ("Es la tercera violación de la tregua por las milicias en una semana.", [3]),
    ("Hubo 21 infracciones del alto el fuego en el Cauca, señaló el defensor, y 9 en Nariño.", [21, 9]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


def test_a_count_has_its_window_area_bound_accused_and_chain() -> None:
    (claim,) = read(
        "En las últimas 24 horas los grupos armados ilegales cometieron más de 30 violaciones de la tregua en la "
        "provincia de Homs, informó el martes el centro ruso."
    )
    tally = claim.slots
    assert isinstance(tally, Tally)
    assert (tally.count, tally.bound, window(tally)) == (30, Bound.MORE_THAN, ("2016-05-07", "2016-05-08"))
    assert [place.text for place in tally.area] == ["provincia de Homs"]
    assert [accused.text for accused in tally.accused] == ["grupos armados ilegales"]
    assert [speaker.text for speaker in claim.chain] == ["centro ruso"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("desde el 27 de febrero", ("2016-02-27", "2016-05-08")),
        ("el 3 de mayo de 2016", ("2016-05-03", "2016-05-04")),
        ("entre el 1 y el 5 de mayo", ("2016-05-01", "2016-05-06")),
        ("del 29 de abril al 4 de mayo de 2016", ("2016-04-29", "2016-05-05")),
        ("en abril de 2016", ("2016-04-01", "2016-05-01")),
        ("durante la última semana", ("2016-05-01", "2016-05-08")),
        ("el pasado viernes", ("2016-05-06", "2016-05-07")),
        ("ayer", ("2016-05-07", "2016-05-08")),
        ("en 2015", ("2015-01-01", "2016-01-01")),
    ],
)
def test_windows(words: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(f"La misión registró 40 violaciones de la tregua {words}.")
    assert window(tally) == expected


ACTS = [
    (
        "El ELN secuestró a dos soldados en el municipio de Fortul el 3 de mayo.",
        ("abduction", ["ELN"], ["municipio de Fortul"], None),
    ),
    (
        "Un cuartel fue atacado con morteros en Caloto por guerrilleros de las FARC; murieron tres policías.",
        ("shelling", ["FARC"], ["Caloto"], 3),
    ),
    (
        "En Saravena murieron cinco militares en una emboscada del ELN.",
        ("attack", ["ELN"], ["Saravena"], 5),
    ),
    (
        "Aviones rusos bombardearon un mercado de la ciudad siria de Idlib y mataron a siete civiles.",
        ("airstrike", ["Aviones rusos"], ["ciudad siria de Idlib"], 7),
    ),
    (
        "Un ataque israelí con drones contra la localidad de Yaroun dejó un muerto.",
        ("drone", ["israelí"], ["localidad de Yaroun"], 1),
    ),
    (
        "Ayer atacaron las fuerzas del régimen varias aldeas en Hama.",
        ("attack", ["fuerzas del régimen"], ["Hama"], None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts(text: str, expected: tuple[str, list[str], list[str], int | None]) -> None:
    (found,) = incidents(text)
    killed = None if found.killed is None else found.killed.best
    told = ([actor.text for actor in found.actors], [place.text for place in found.places], killed)
    assert (found.act.value, *told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "El ejército no atacó posiciones del ELN.",
        "Las FARC podrían atacar un puesto de la policía en Caloto si se rompe la tregua.",
        "El equipo perdió 3 partidos de la liga y la afición atacó al árbitro tras el segundo gol.",
        "La misión visitó 12 localidades y repartió 2,4 toneladas de alimentos en Homs.",
        "Ni el Gobierno ni la guerrilla lanzaron ofensivas.",
    ],
)
def test_what_did_not_happen_is_nothing(text: str) -> None:
    assert [claim for claim in read(text) if claim.kind in {"tally", "incident"}] == []


def test_who_denies_and_who_alleges() -> None:
    claims = read(
        "El Gobierno acusó al ELN de bombardear Arauca. El ELN atacó una base en Tame, según el ejército. "
        "El ELN desmintió la acusación."
    )
    charge, attack = [claim for claim in claims if isinstance(claim.slots, Happening)]
    assert [speaker.text for speaker in charge.chain] == ["Gobierno"]
    assert [speaker.text for speaker in attack.chain] == ["ejército"]
    rumour = read("Milicianos hutíes habrían atacado dos aldeas en Hodeida.")[0]
    assert rumour.stance is Stance.ALLEGED


def test_speakers() -> None:
    texts = {
        "Según informó el ejército colombiano, el ELN atacó un puesto en Tame.": "ejército colombiano",
        "De acuerdo con la Defensoría del Pueblo, el ELN atacó un puesto en Tame.": "Defensoría del Pueblo",
        "El ELN atacó un puesto en Tame, dijo el portavoz de la policía.": "portavoz de la policía",
        "El gobernador de Arauca aseguró que el ELN atacó un puesto en Tame.": "gobernador de Arauca",
    }
    for text, speaker in texts.items():
        (claim,) = [claim for claim in read(text) if claim.kind == "incident"]
        assert claim.chain[0].text == speaker
        assert isinstance(claim.slots, Happening)
        assert [actor.text for actor in claim.slots.actors] == ["ELN"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("El alto el fuego entró en vigor el 3 de mayo.", "in_force"),
        ("El Gobierno y el ELN acordaron un cese al fuego bilateral.", "declared"),
        ("Las partes prorrogaron el cese al fuego por seis meses.", "extended"),
        ("El Gobierno suspendió el cese al fuego con las disidencias.", "ended"),
        ("La tregua se mantiene en casi todo el país, dijo el ejército.", "in_force"),
    ],
)
def test_truces(text: str, status: str) -> None:
    (found,) = [claim.slots for claim in read(f"{text} El ejército vigila.") if isinstance(claim.slots, TruceWord)]
    assert found.status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "La huelga entra en su tercera semana: los sindicatos denuncian ocho violaciones del acuerdo por la empresa.",
        "El ejército realizó un ejercicio militar: un ataque simulado con drones contra una base en Córdoba.",
        "La película narra el ataque de soldados a una aldea en 1943; el director presentó el filme en el festival.",
    ],
)
def test_strikes_of_workers_drills_and_films_are_no_fighting(text: str) -> None:
    assert read(text) == []


def test_a_report_says_its_period_once() -> None:
    head = "Periodo: 29 de octubre a 28 de noviembre de 2016\n\n"
    body = "Ayer habló el coronel. El CERAC registró dos violaciones del cese y un combate desde marzo en el Cauca."
    (tally,) = tallies(f"{head}El CERAC registró dos violaciones del cese. Hubo combates desde marzo.", None)
    assert window(tally) == ("2016-10-29", "2016-11-29")
    (other,) = tallies(f"Periodo: ayer martes\n\n{body}")
    assert window(other) == ("2016-03-01", "2016-05-08")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("El Frente 33 secuestró a dos soldados en Tibú.", "Frente 33"),
        ("Una ofensiva de tanques del ejército contra Homs dejó un muerto.", "ejército"),
        ("Camboya acusó a Tailandia de haber disparado contra civiles en Poipet.", "Tailandia"),
        ("Los hutíes mataron al esposo de una maestra en Hodeida.", "hutíes"),
    ],
)
def test_who_acts(text: str, actor: str) -> None:
    (found,) = incidents(text)
    assert [name.text for name in found.actors] == [actor]


def test_two_who_accuse_each_other_are_both_accused() -> None:
    accused = [
        [actor.text for actor in claim.slots.accused]
        for text in (
            "Israel y Hezbolá se acusan mutuamente de violar la tregua.",
            "Israel y Hezbolá cruzaron acusaciones por la violación de la tregua.",
        )
        for claim in read(text)
        if isinstance(claim.slots, Blame)
    ]
    assert accused == [["Israel", "Hezbolá"], ["Israel", "Hezbolá"]]
    assert not [claim for claim in read("Ambos se acusan de violar la tregua.") if isinstance(claim.slots, Blame)]


def test_an_act_that_a_report_tells_of_is_an_event_with_its_place() -> None:
    (fire,) = incidents("La agencia informó de un bombardeo con drones en la aldea de Khiyam.")
    assert ([place.text for place in fire.places], fire.actors) == (["aldea de Khiyam"], ())
    assert incidents("El centro afirmó que estos combates en la aldea de Khiyam violan la tregua.") == []
    assert incidents("Los combates en la aldea de Khiyam preocupan a la misión.") == []


def test_sides_of_a_truce_are_not_those_who_fired() -> None:
    (fire,) = incidents(
        "Disparos efectuados por el Ejército en la ciudad de Homs mataron a dos personas, pese a la tregua entre el "
        "Gobierno y los rebeldes."
    )
    assert [actor.text for actor in fire.actors] == ["Ejército"]
    assert fire.killed is not None
    assert fire.killed.best == 2


def test_who_published_a_bulletin_speaks_in_it() -> None:
    claims = read(
        "La Defensoría del Pueblo presentó su tercer boletín sobre el cese al fuego. Se registraron 32 violaciones "
        "del cese en el Cauca, según la entidad."
    )
    assert [claim.chain[0].text for claim in claims if isinstance(claim.slots, Tally)] == ["Defensoría del Pueblo"]


def test_counts_of_several_places_and_days_and_tolls_that_are_none() -> None:
    both = tallies("En Lugansk se reportaron 402 violaciones de la tregua el viernes y 129 el jueves.")
    assert [(tally.count, window(tally)) for tally in both] == [
        (402, ("2016-05-06", "2016-05-07")),
        (129, ("2016-05-05", "2016-05-06")),
    ]
    assert tallies("El número de civiles muertos por los bombardeos es de 309, dijo el ministro.") == []
    (until,) = tallies("Hasta el domingo hubo 12 violaciones de la tregua, dijo la misión.")
    assert until.window is not None
    assert (until.window.start, str(until.window.end)[:10]) == (None, "2016-05-09")
    (thrice,) = tallies("Tres veces violó el ELN la tregua en abril, según el Cerac.")
    assert (thrice.count, [actor.text for actor in thrice.accused]) == (3, ["ELN"])


def test_a_day_named_by_its_number_alone() -> None:
    text = "Desde el pasado {} se registraron 12 violaciones de la tregua en Homs."
    assert [window(tally) for tally in tallies(text.format(31))] == [("2016-03-31", "2016-05-08")]
    assert [window(tally) for tally in tallies(text.format(77))] == [None]


def test_a_headline_that_says_who_broke_the_truce_blames_nobody() -> None:
    claims = read("El ELN rompió la tregua en Arauca\n\nHombres armados atacaron el puesto de la aldea de Khiyam.")
    assert not [claim for claim in claims if isinstance(claim.slots, Blame)]


def test_a_passive_that_opens_its_clause_has_what_it_struck_behind_it() -> None:
    (found,) = incidents("Bombardeado fue el mercado de Homs.")
    assert [place.text for place in found.places] == ["mercado de Homs"]
