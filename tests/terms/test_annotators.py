from __future__ import annotations

import pytest

from tregua.authored import read_authored
from tregua.terms.annotators import AnnotatorChoice, known_address
from tregua.terms.case import CaseFile

HEAD = "title: Spring\ntruces: []\n"
SECTION = """annotators:
  spacy: {model: xx_ent_wiki_sm}
  proposer:
    address: http://localhost:11434/v1/
    model: qwen2.5:14b
"""


def _choice(text: str) -> AnnotatorChoice | None:
    case, _, problems = read_authored(HEAD + text, CaseFile, "case.yaml")
    assert case is not None, problems
    return case.annotators


def _message(text: str) -> str:
    value, _, problems = read_authored(HEAD + text, CaseFile, "case.yaml")
    assert value is None
    return "\n".join(map(str, problems))


def test_there_are_none_unless_named() -> None:
    assert _choice("") is None


def test_a_section_names_both_with_the_documented_defaults() -> None:
    choice = _choice(SECTION)
    assert choice is not None
    assert choice.spacy is not None
    assert choice.proposer is not None
    assert choice.spacy.model == "xx_ent_wiki_sm"
    assert choice.proposer.address == "http://localhost:11434/v1"
    assert (choice.proposer.seconds, choice.proposer.characters) == (120, 20_000)


def test_a_section_that_names_nobody_is_refused() -> None:
    assert "name an annotator" in _message("annotators: {}\n")


def test_mistakes_are_answered_with_line_and_remedy() -> None:
    assert "did you mean 'proposer'?" in _message("annotators:\n  propser: {}\n")
    assert "case.yaml:6: unknown key 'annotators.proposer.modell' (did you mean 'model'?)" in _message(
        "annotators:\n  proposer:\n    address: http://localhost/v1\n    modell: a\n"
    )
    assert "'annotators.proposer.model' is missing" in _message("annotators:\n  proposer: {address: http://a/v1}\n")
    assert "https" in _message("annotators:\n  proposer: {address: http://models.example.org/v1, model: a}\n")
    assert "unknown key 'annotators.proposer.key'" in _message(
        "annotators:\n  proposer: {address: http://a/v1, model: a, key: secret}\n"
    )


@pytest.mark.parametrize("model", ["../models/evil", "/srv/model", "en-core", "evil.py", "https://x/y"])
def test_a_path_is_no_spacy_model(model: str) -> None:
    assert "annotators.spacy.model" in _message(f"annotators:\n  spacy: {{model: '{model}'}}\n")


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:11434/v1",
        "http://127.0.0.1:8080/v1",
        "http://[::1]:8080/v1",
        "http://192.168.1.20:1234/v1",
        "http://models:8000/v1",
        "http://models.internal/v1",
        "https://models.example.org/v1",
        "https://198.41.0.4/v1",
    ],
)
def test_addresses_that_documents_may_be_sent_to(address: str) -> None:
    assert known_address(address + "/") == address


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://localhost/v1", "give the address as"),
        ("localhost:11434", "give the address as"),
        ("https://", "give the address as"),
        ("http://models.example.org/v1", "use https"),
        ("http://198.41.0.4/v1", "use https"),
        ("https://user@example.org/v1", "no user name"),
        ("https://:secret@example.org/v1", "no user name"),
        ("https://example.org/v1?key=1", "without"),
        ("https://example.org/v1#x", "without"),
        ("https://example.org/v1?", "without"),
        ("http://localhost:0/v1", "port 0"),
        ("http://localhost:99999/v1", "(?i)port"),
        ("http://169.254.169.254/latest", "nothing that answers"),
        ("http://0.0.0.0/v1", "nothing that answers"),
        ("http://localhost/a b", "no address has"),
        ("http://localhost/\n", "no address has"),
        ("http://localhost/" + "x" * 2_000, "too long"),
    ],
)
def test_addresses_that_are_refused(address: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        known_address(address)
