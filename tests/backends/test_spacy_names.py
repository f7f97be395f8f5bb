from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import pytest

from tests.conformance.annotator import AnnotatorConformance, document
from tregua.backends.spacy_names import SpacyNames
from tregua.errors import TreguaError
from tregua.ports import Annotator

MODEL = "xx_ent_wiki_sm"


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str


class Pipeline:
    """What ``spacy.load`` gives, here with three names it knows."""

    meta = {"version": "3.7.0"}  # noqa: RUF012 - as spaCy has it
    known = (("Douma", "GPE"), ("Northern Front", "ORG"), ("Tuesday", "DATE"), ("Rami", "PER"))

    def __call__(self, text: str) -> SimpleNamespace:
        found = [Entity(*match.span(), label) for name, label in self.known for match in re.finditer(name, text)]
        return SimpleNamespace(ents=tuple(found))


def stand_in(load: Callable[..., object], installed: tuple[str, ...] = (MODEL,)) -> ModuleType:
    module = ModuleType("spacy")
    vars(module)["load"] = load
    vars(module)["util"] = SimpleNamespace(is_package=lambda name: name in installed)
    return module


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put a stand-in for spaCy where it would be imported from; give the models it was asked to load."""
    loaded: list[str] = []

    def load(name: str, exclude: list[str]) -> Pipeline:
        assert "parser" in exclude
        loaded.append(name)
        return Pipeline()

    monkeypatch.setitem(sys.modules, "spacy", stand_in(load))
    return loaded


@pytest.mark.usefixtures("spacy")
class TestConformance(AnnotatorConformance):
    def open(self) -> Annotator:
        return SpacyNames(MODEL)


def test_its_labels_become_the_kinds_of_the_grammar(spacy: list[str]) -> None:
    annotator = SpacyNames(MODEL)
    text = "Rami of the Northern Front reached Douma on Tuesday."
    answer = json.loads(annotator.annotate(document(text)).answer)
    assert answer["model"] == "xx_ent_wiki_sm 3.7.0"
    kinds = {text[each["start"] : each["end"]]: each["kind"] for each in answer["names"]}
    assert kinds == {"Douma": "place", "Northern Front": "actor", "Rami": "name"}
    annotator.annotate(document(text))
    assert spacy == [MODEL]


@pytest.mark.usefixtures("spacy")
def test_a_long_text_is_cut_and_the_answer_bounded() -> None:
    answer = json.loads(SpacyNames(MODEL).annotate(document("Douma " * 60_000)).answer)
    assert len(answer["names"]) == 5_000
    assert max(each["end"] for each in answer["names"]) <= 100_000


def test_without_spacy_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(TreguaError, match="spaCy is not installed"):
        SpacyNames(MODEL).annotate(document("Douma"))


@pytest.mark.usefixtures("spacy")
def test_a_model_that_is_no_installed_package_is_not_loaded() -> None:
    with pytest.raises(TreguaError, match="'en_none_sm' is not installed"):
        SpacyNames("en_none_sm").annotate(document("Douma"))


@pytest.mark.parametrize("error", [OSError("no config"), ValueError("made for another version")])
def test_a_model_that_does_not_load_says_why(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def load(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setitem(sys.modules, "spacy", stand_in(load))
    with pytest.raises(TreguaError, match=f"cannot be loaded: {error}"):
        SpacyNames(MODEL).annotate(document("Douma"))


def test_a_model_that_fails_on_a_text_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def pipeline(text: str) -> object:
        raise ValueError(f"[E088] Text of length {len(text)} exceeds maximum")

    monkeypatch.setitem(sys.modules, "spacy", stand_in(lambda *_, **__: pipeline))
    with pytest.raises(TreguaError, match="failed on it"):
        SpacyNames(MODEL).annotate(document("Douma"))
