"""What is counted and laid to nobody; and who stands where one who speaks does."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, incidents
from tregua.records.claim import Tally
from tregua.steps.extract import Context, extract, load_pack

NOBODYS = [
    ("en", ("The centre counted six breaches by the rebels. It also logged 23 breaches that were not attributed to any "
           "group."), [(6, ["rebels"]), (23, [])]),
    ("en", "The monitors recorded 30 breaches by the army. Another 12 could not be attributed to either side.",
     [(30, ["army"]), (12, [])]),
    ("en", "Of 40 breaches, 30 were attributed to the army and ten were not attributed.",
     [(40, []), (30, ["army"]), (10, [])]),
    ("en", "The mission recorded 12 explosions of unknown origin and 30 breaches by the army.",
     [(12, []), (30, ["army"])]),
    ("es", ("El centro contó seis violaciones del cese al fuego por parte del ELN. También registró 23 acciones "
           "violentas que no fueron atribuidas a ningún grupo."), [(6, ["ELN"]), (23, [])]),
    ("fr", ("Le centre a dit que le M23 avait commis six violations du cessez-le-feu. Sur la même période, 23 "
           "incidents n'ont été attribués à aucun groupe."), [(6, ["M23"]), (23, [])]),
    ("pt", ("A missão registou seis violações da trégua por parte da Renamo. Registou também 23 violações não "
           "atribuídas."), [(6, ["Renamo"]), (23, [])]),
    ("ar", "سجل المركز ثلاثين خرقا للهدنة من جانب الجيش، كما سجل 12 خرقا لم تنسب إلى أي طرف.",
     [(30, ["الجيش"]), (12, [])]),
    ("ru", ("Миссия зафиксировала 30 нарушений боевиками. Еще 12 нарушений не приписаны ни "
           "одной из сторон."), [(30, ["боевиками"]), (12, [])]),
    ("uk", "Спостерігачі зафіксували 40 порушень: 30 з боку армії, ще 10 - невідомого походження.",
     [(40, []), (30, ["армії"]), (10, [])]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), NOBODYS)
def test_what_is_laid_to_nobody_accuses_nobody(language: str, text: str, wanted: list[tuple[int, list[str]]]) -> None:
    pack = load_pack(language)
    assert pack is not None
    claims = [claim.slots for claim in extract(document(text), pack, Context(zone=dt.UTC))[0]]
    counted = [(slots.count, [each.text for each in slots.accused]) for slots in claims if isinstance(slots, Tally)]
    assert counted == wanted


def test_a_name_behind_where_a_speaker_is_is_no_place() -> None:
    text = "Armed men attacked the post at Metuchira, said the provincial police commander in Sofala, Peter Ucacha."
    assert [[place.text for place in slots.places] for slots in incidents(text)] == [["Metuchira"]]
