from __future__ import annotations

import pytest

from tregua.backends.chat import ChatProposer
from tregua.backends.spacy_names import SpacyNames
from tregua.errors import TreguaError
from tregua.terms.annotators import AnnotatorChoice, SpacyChoice
from tregua.wiring.annotating import KEY_VARIABLE, choose_annotators, named_annotators

LOCAL = "proposer=@cf/qwen2.5:14b@http://localhost:11434/v1"


def test_nobody_named_is_nobody_asked() -> None:
    assert choose_annotators(None, {KEY_VARIABLE: "x"}) == []
    assert named_annotators([], {}) == []


def test_a_case_names_them_names_before_claims() -> None:
    choice = AnnotatorChoice.model_validate(
        {"spacy": {"model": "en_core_web_sm"}, "proposer": {"address": "http://localhost/v1", "model": "a"}}
    )
    found = choose_annotators(choice, {})
    assert [type(each) for each in found] == [SpacyNames, ChatProposer]
    assert [each.role for each in found] == ["names", "claims"]
    assert [each.role for each in choose_annotators(AnnotatorChoice(spacy=SpacyChoice(model="en_core_web_sm")))] == [
        "names"
    ]


def test_a_command_line_names_them() -> None:
    found = named_annotators([LOCAL, "spacy=xx_ent_wiki_sm"], {})
    assert [each.name for each in found] == ["spacy:xx_ent_wiki_sm", "model:@cf/qwen2.5:14b"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gpt"], "names no annotator"),
        (["spacy=en_core_web_sm", "spacy=xx_ent_wiki_sm"], "second one"),
        (["spacy=/tmp/model"], r"spacy\.model"),
        (["proposer=a"], r"proposer\.address"),
        (["proposer=@http://localhost/v1"], r"proposer\.model"),
        (["proposer=a@http://models.example.org/v1"], "use https"),
        (["proposer=a@"], r"proposer\.address"),
    ],
)
def test_what_names_none_is_told_with_the_forms(words: list[str], said: str) -> None:
    with pytest.raises(TreguaError, match=said) as raised:
        named_annotators(words, {})
    assert "proposer=MODEL@ADDRESS" in str(raised.value)


@pytest.mark.parametrize("key", ["s\necret", "schlüssel", "x" * 5_000])
def test_a_key_that_is_none_is_told_and_not_shown(key: str) -> None:
    with pytest.raises(TreguaError, match=KEY_VARIABLE) as raised:
        named_annotators([LOCAL], {KEY_VARIABLE: key})
    assert key not in str(raised.value)
