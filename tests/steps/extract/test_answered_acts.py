"""An act and what it answers: two events, each with who did it, when and where."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack

ANSWERED = [
    (
        "en",
        (
            "The front said it had bombarded posts of the Moroccan army in response to the attack made on Friday by "
            "Moroccan troops at Guerguerat."
        ),
        [(["front"], None), (["Moroccan troops"], 6)],
    ),
    (
        "en",
        "In response to the shelling of Homs by the rebels, the army bombed Idlib on Friday.",
        [(["rebels"], None), (["army"], 6)],
    ),
    (
        "en",
        "Rebels fired mortars at army posts in retaliation for an air strike that killed four civilians in Homs.",
        [(["Rebels"], None), ([], None)],
    ),
    ("en", "The army shelled Idlib in response to attacks.", [(["army"], None)]),
    (
        "es",
        (
            "El Polisario bombardeó posiciones del Ejército marroquí, en respuesta al ataque lanzado el viernes por "
            "tropas marroquíes en Guerguerat."
        ),
        [(["Polisario"], None), (["tropas marroquíes"], 6)],
    ),
    (
        "pt",
        (
            "O Polisário bombardeou posições do exército marroquino, em resposta ao ataque lançado na sexta-feira por "
            "tropas marroquinas em Guerguerat."
        ),
        [(["Polisário"], None), (["tropas marroquinas"], 6)],
    ),
    (
        "fr",
        (
            "Les rebelles ont bombardé des positions de l'armée, en réponse à l'attaque lancée vendredi par des "
            "soldats gouvernementaux à Sake."
        ),
        [(["rebelles"], None), (["soldats gouvernementaux"], 6)],
    ),
    (
        "ru",
        "Армия обстреляла Донецк в ответ на удар боевиков по Авдеевке, в результате которого погибли двое.",
        [(["Армия"], None), (["боевиков"], None)],
    ),
    (
        "ar",
        "قصف الجيش مواقع المسلحين في إدلب ردا على هجوم شنته الفصائل على حماة يوم الجمعة.",
        [(["الجيش"], None), (["الفصائل"], 6)],
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), ANSWERED)
def test_an_act_and_what_it_answers_are_apart(
    language: str, text: str, wanted: list[tuple[list[str], int | None]]
) -> None:
    pack = load_pack(language)
    assert pack is not None
    told = [claim.slots for claim in extract(document(text), pack, Context(zone=dt.UTC))[0]]
    found = [
        ([actor.text for actor in slots.actors], slots.time.start.day if slots.time and slots.time.start else None)
        for slots in told
        if isinstance(slots, Happening)
    ]
    assert found == wanted
