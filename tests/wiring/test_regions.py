"""A document given without a case finds the registry of the country that it names most."""

from __future__ import annotations

import json

import pytest

from tregua.pipeline import Batch, extract_records
from tregua.wiring.packs import regions, shipped_packs


def actors_in(text: str, language: str) -> list[tuple[str, str | None]]:
    line = json.dumps({"id": "d", "text": text, "language": language})
    found = extract_records(Batch(lines=[line], where="d.jsonl", language="en", zone="UTC"), regions())
    told = [claim["actor"] for claim in found.claims if claim["kind"] == "incident"]
    return [(each["text"], each["name"]) for each in told]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "RSF artillery struck a camp in El Fasher, Sudan.", "Rapid Support Forces"),
        (
            "en",
            "The South Sudan talks failed. In Leer, South Sudan, SPLA-IO shelled Sudanese traders.",
            "Sudan People's Liberation Movement/Army in Opposition",
        ),
        ("ar", "قصفت قوات الدعم السريع بلدة بالسودان بالمدفعية.", "Rapid Support Forces"),
        ("en", "The ELN bombed a pipeline at Arauca in eastern Colombia.", "National Liberation Army"),
    ],
)
def test_actors_of_every_conflict_that_ships_are_known(language: str, text: str, name: str) -> None:
    [(_, resolved)] = actors_in(text, language)
    assert resolved == name


def test_a_text_that_names_no_such_country_leaves_names_as_printed() -> None:
    assert actors_in("RSF artillery struck a camp in Springfield. Formality and malice.", "en") == [("RSF", None)]


def test_every_region_ships() -> None:
    assert len(regions()) == len({region.names for region in regions()}) == len(shipped_packs())
    assert all(region.load() for region in regions())
