"""Portuguese of Europe, Brazil and Africa: sentences of our own, with what must be read from each."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Bound, Stance


def read(text: str, published: str | None = "2016-05-08") -> list[Claim]:
    pack = load_pack("pt")
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))[0]


def tallies(text: str, published: str | None = "2016-05-08") -> list[Tally]:
    return [claim.slots for claim in read(text, published) if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Happening)]


COUNTS = [
    ("Registaram-se 12 violações da trégua em Sofala e três em Manica, segundo a Renamo.", [12, 3]),
    ("A parte russa registrou quinze violações: sete em Hama, cinco em Aleppo, duas em Homs e uma em Latakia.", [
        15, 7, 5, 2, 1,
    ]),
    ("Foram 9 as violações do cessar-fogo nas últimas 24 horas.", [9]),
    ("Israel teria violado o cessar-fogo 1.234 vezes desde 10 de outubro, segundo as autoridades de Gaza.", [1234]),
    ("O número de violações do cessar-fogo subiu para duas mil cento e quarenta e seis, disse a missão.", [2146]),
    ("A missão contabilizou mil e duzentas violações da trégua em Donetsk.", [1200]),
    ("As violações da trégua somam trinta e uma desde março, disse o observatório.", [31]),
    ("Moscovo acusa a Ucrânia de 1.365 violações do cessar-fogo, incluindo 1.243 ataques com drones.", [1365, 1243]),
    ("Não houve violações do cessar-fogo, disse o líder da Renamo.", [0]),
    ("É a terceira violação da trégua pelas milícias.", [3]),
    ("Quase 970 violações da trégua em Gaza\n\nIsrael violou 969 vezes a trégua, disse o Hamas.", [969]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


def test_a_count_has_its_window_area_bound_accused_and_chain() -> None:
    (claim,) = read(
        "Nas últimas 24 horas os grupos armados ilegais cometeram mais de 30 violações da trégua na província de "
        "Homs, informou na terça-feira o centro russo."
    )
    tally = claim.slots
    assert isinstance(tally, Tally)
    assert (tally.count, tally.bound, window(tally)) == (30, Bound.MORE_THAN, ("2016-05-07", "2016-05-08"))
    assert [place.text for place in tally.area] == ["província de Homs"]
    assert [accused.text for accused in tally.accused] == ["grupos armados ilegais"]
    assert [speaker.text for speaker in claim.chain] == ["centro russo"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("desde 27 de fevereiro", ("2016-02-27", "2016-05-08")),
        ("a 3 de maio de 2016", ("2016-05-03", "2016-05-04")),
        ("entre 1 e 5 de maio", ("2016-05-01", "2016-05-06")),
        ("de 29 de abril a 4 de maio de 2016", ("2016-04-29", "2016-05-05")),
        ("em abril de 2016", ("2016-04-01", "2016-05-01")),
        ("na última semana", ("2016-05-01", "2016-05-08")),
        ("na sexta-feira", ("2016-05-06", "2016-05-07")),
        ("ontem", ("2016-05-07", "2016-05-08")),
        ("em 2015", ("2015-01-01", "2016-01-01")),
    ],
)
def test_windows(words: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(f"A missão registou 40 violações da trégua {words}.")
    assert window(tally) == expected


ACTS = [
    (
        "Homens armados da Renamo atacaram uma coluna de viaturas em Muxúnguè, matando dois civis, disse a polícia.",
        ("attack", ["Renamo"], ["Muxúnguè"], 2),
    ),
    ("As FDS raptaram um delegado no distrito de Gorongosa.", ("abduction", ["FDS"], ["distrito de Gorongosa"], None)),
    ("Guerrilheiros da FLEC mataram seis militares angolanos em Cabinda.", ("attack", ["FLEC"], ["Cabinda"], 6)),
    (
        "Bombardeios israelenses contra o sul do Líbano deixaram três mortos e oito feridos.",
        ("airstrike", ["israelenses"], ["sul do Líbano"], 3),
    ),
    (
        "O exército sírio bombardeou a cidade de Douma com artilharia, matando sete civis.",
        ("shelling", ["exército sírio"], ["cidade de Douma"], 7),
    ),
    (
        "Cinco pessoas ficaram feridas num ataque atribuído à Renamo em Nhamapaza.",
        ("attack", ["Renamo"], ["Nhamapaza"], None),
    ),
    ("Uma viatura foi atacada por rebeldes em Palma.", ("attack", ["rebeldes"], ["Palma"], None)),
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
        "O exército não atacou posições da Renamo.",
        "A Renamo poderia atacar a vila de Inhaminga se a trégua terminar.",
        "O treinador disse que a equipa sofreu três golos no jogo da liga e atacou mal.",
        "A missão visitou 12 localidades e distribuiu 2,4 toneladas de alimentos em Homs.",
        "Nem o Governo nem a Renamo lançaram ataques.",
    ],
)
def test_what_did_not_happen_is_nothing(text: str) -> None:
    assert [claim for claim in read(text) if claim.kind in {"tally", "incident"}] == []


def test_who_denies_and_who_alleges() -> None:
    denied = read(
        "Soldados tailandeses dispararam contra aldeões em Banteay Meanchey, disse o Camboja. "
        "A Tailândia negou ter atacado civis."
    )
    (shot,) = [claim for claim in denied if claim.kind == "incident"]
    assert shot.denied_by is not None
    assert shot.denied_by.text == "Tailândia"
    rumour = read("As FDS teriam raptado um delegado da Renamo em Gorongosa.")[0]
    assert rumour.stance is Stance.ALLEGED


def test_speakers() -> None:
    texts = {
        "Segundo informou o exército angolano, a FLEC atacou um posto em Cabinda.": "exército angolano",
        "De acordo com a Polícia da República, a FLEC atacou um posto em Cabinda.": "Polícia da República",
        "A FLEC atacou um posto em Cabinda, disse o porta-voz da polícia.": "porta-voz da polícia",
        "O governador de Cabinda garantiu que a FLEC atacou um posto em Buco-Zau.": "governador de Cabinda",
        "A FLEC atacou um posto em Cabinda, informou o Ministério da Defesa angolano.": "Ministério da Defesa angolano",
    }
    for text, speaker in texts.items():
        (claim,) = [claim for claim in read(text) if claim.kind == "incident"]
        assert claim.chain[0].text == speaker
        assert isinstance(claim.slots, Happening)
        assert [actor.text for actor in claim.slots.actors] == ["FLEC"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("O cessar-fogo entrou em vigor a 3 de maio.", "in_force"),
        ("O Governo e a Renamo assinaram um acordo de cessação das hostilidades.", "declared"),
        ("A Renamo prolongou a trégua por 60 dias.", "extended"),
        ("O Governo suspendeu o cessar-fogo.", "ended"),
        ("A trégua mantém-se em quase todo o país, disse o exército.", "in_force"),
    ],
)
def test_truces(text: str, status: str) -> None:
    (found,) = [claim.slots for claim in read(f"{text} O exército vigia.") if isinstance(claim.slots, TruceWord)]
    assert found.status.value == status


def test_blame_and_aid() -> None:
    claims = read("O exército vigia. A Ucrânia acusou os separatistas de bloquear a ajuda humanitária em Donetsk.")
    blames = [claim.slots for claim in claims if isinstance(claim.slots, Blame)]
    aids = [claim.slots for claim in claims if isinstance(claim.slots, Aid)]
    assert [[accused.text for accused in blame.accused] for blame in blames] == [["separatistas"]]
    assert [aid.status.value for aid in aids] == ["blocked"]


@pytest.mark.parametrize(
    "text",
    [
        "A greve entra na terceira semana: os sindicatos denunciam oito violações do acordo pela empresa.",
        "O exército realizou um exercício militar: um ataque simulado com drones contra uma base em Beja.",
        "O filme narra o ataque de soldados a uma aldeia em 1943; o realizador apresentou-o no festival.",
    ],
)
def test_strikes_of_workers_drills_and_films_are_no_fighting(text: str) -> None:
    assert read(text) == []


def test_a_day_named_by_its_number_is_the_last_one() -> None:
    text = "O governo de Homs denunciou que Israel violou 47 vezes a trégua, em vigor desde o último dia {}."
    assert [window(tally) for tally in tallies(text.format(10))] == [("2016-04-10", "2016-05-08")]
    assert [window(tally) for tally in tallies(text.format(31))] == [("2016-03-31", "2016-05-08")]
    assert [window(tally) for tally in tallies(text.format(10), published=None)] == [None]


def test_who_is_told_something_does_not_speak() -> None:
    (claim,) = read(
        "Homens armados raptaram dois professores em Tete, disse à Lusa, por telefone, o porta-voz da polícia."
    )
    assert claim.chain[0].text == "porta-voz da polícia"


def test_kinds_of_acts_and_the_dead_and_hurt_of_one_event() -> None:
    both = tallies("A OSCE registou 222 violações da trégua em Donetsk, das quais 135 foram explosões.")
    assert [tally.count for tally in both] == [222, 135]
    (event,) = incidents(
        "Ataques no sul de Homs causaram a morte de duas pessoas e feriram três soldados, disse a missão."
    )
    assert event.killed is not None
    assert event.injured is not None
    assert (event.killed.best, event.injured.best) == (2, 3)


def test_an_exchange_of_charges_blames_both() -> None:
    (blame,) = [claim.slots for claim in read("Israel e o Hamas trocaram acusações de violação da trégua.")]
    assert isinstance(blame, Blame)
    assert [actor.text for actor in blame.accused] == ["Israel", "Hamas"]
