"""Who is meant by a speaker's words, in French, Spanish and Portuguese."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.steps.extract import Context, extract, load_pack

FRENCH = "des rebelles ont attaqué un poste à Kidal"
SPANISH = "rebeldes atacaron un puesto en Corinto"
PORTUGUESE = "homens armados atacaram um posto em Gorongosa"

ORIGINS = [
    ("fr", f"Le porte-parole de l'armée, Issa Dembélé, a indiqué que {FRENCH}.", "Issa Dembélé"),
    ("fr", f"« Mardi, {FRENCH} », affirme le gouverneur de la région, Ali Keita.", "Ali Keita"),
    ("fr", f"Faux, réplique le lieutenant-colonel Paul Ndjike, porte-parole de l'armée : {FRENCH}.", "Paul Ndjike"),
    ("fr", f"De son côté, Issa Dembélé, chef de la milice, affirme que {FRENCH}.", "Issa Dembélé"),
    ("fr", f"Des habitants joints par téléphone racontent que {FRENCH}.", "habitants"),
    ("fr", f"Communiqué de la Finul : mardi, {FRENCH}.", "Finul"),
    ("fr", f"L'armée se plaint. Mardi, {FRENCH}, a déclaré sur son compte le maire de la ville.", "maire"),
    ("es", f"El ministro de Defensa, Iván Ruiz, aseguró que {SPANISH}.", "ministro de Defensa, Iván Ruiz"),
    ("es", f"El martes {SPANISH}, denunció en su cuenta de X el gobernador del Cauca, Elías Mora.", "Elías Mora"),
    ("es", f"Para el Gobierno, {SPANISH}.", "Gobierno"),
    ("es", f"Según el balance que dio a conocer el Observatorio Sirio, {SPANISH}.", "Observatorio"),
    ("es", f"Vecinos de la zona relataron que {SPANISH}.", "Vecinos"),
    ("es", f"Fuentes de la oposición citadas por la cadena Al Yazira afirman que {SPANISH}.", "Fuentes"),
    ("pt", f"Do outro lado, Denis Petrov, chefe dos separatistas, afirma que {PORTUGUESE}.", "Denis Petrov"),
    ("pt", f"O gabinete do primeiro-ministro israelita anunciou que {PORTUGUESE}.", "gabinete"),
    ("pt", f"A missão da ONU na Líbia (UNSMIL) deu conta de que {PORTUGUESE}.", "missão"),
    ("pt", f"\u201c{PORTUGUESE.capitalize()}\u201d, contou um morador.", "morador"),
    ("pt", f"Em declarações à Lusa, o líder da Renamo, Afonso Dias, acusou o Governo: {PORTUGUESE}.", "Afonso Dias"),
]

POINTING = [
    ("fr", f"La Finul a publié une note. « Mardi, {FRENCH} », dit la mission.", "Finul"),
    ("fr", f"L'accord avec le M23 est violé. Mardi, {FRENCH}, affirme le mouvement.", "M23"),
    ("fr", f"Mardi, {FRENCH}, affirme le mouvement.", "mouvement"),
    ("fr", f"Mardi, {FRENCH}, affirme un mouvement.", "mouvement"),
    ("fr", f"La Finul quitte le village. Mardi, {FRENCH}, indique la mission.", "Finul"),
    ("fr", f"Mardi, {FRENCH}, indique la mission.", "mission"),
    ("es", f"El Cerac publicó un balance. El martes {SPANISH}, precisó el centro.", "Cerac"),
    ("es", f"El ELN pide calma. La guerrilla dijo que {SPANISH}.", "ELN"),
    ("pt", f"A Renamo pede calma. Na terça-feira {PORTUGUESE}, disse o movimento.", "Renamo"),
]


def origins(language: str, text: str) -> list[str]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    return [claim.chain[0].text if claim.chain else "" for claim in claims if claim.kind == "incident"]


@pytest.mark.parametrize(("language", "text", "origin"), ORIGINS)
def test_title_and_name_are_one_speaker(language: str, text: str, origin: str) -> None:
    assert [origin in found for found in origins(language, text)] == [True]


@pytest.mark.parametrize(("language", "text", "origin"), POINTING)
def test_a_common_word_stands_for_one_named_before(language: str, text: str, origin: str) -> None:
    assert origins(language, text) == [origin]
