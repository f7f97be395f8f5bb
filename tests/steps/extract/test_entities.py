from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.steps.extract.texts import document, english
from tregua.errors import Problem
from tregua.ports import Annotation
from tregua.records.claim import Claim, Happening
from tregua.steps.extract import Context, extract

SPACY = "spacy:xx_ent_wiki_sm"


def marked(text: str, **kinds: str) -> str:
    """Return an answer that marks the first word WORD of TEXT as each of KINDS says."""
    found = [(word.replace("_", " "), kind) for word, kind in kinds.items()]
    names = [{"start": text.index(w), "end": text.index(w) + len(w), "kind": kind} for w, kind in found]
    return json.dumps({"model": "m", "names": names})


def read(text: str, answer: str) -> tuple[list[Claim], list[Problem]]:
    annotation = Annotation(annotator=SPACY, role="names", answer=answer)
    return extract(document(text), english(), Context(zone=dt.UTC), [annotation])


def happening(text: str, answer: str) -> tuple[Happening, Claim]:
    claim = next(claim for claim in read(text, answer)[0] if isinstance(claim.slots, Happening))
    assert isinstance(claim.slots, Happening)
    return claim.slots, claim


TEXT = "Rebels shelled the ridge and took orchard hill on 6 May, killing three civilians."


def test_a_place_that_the_grammar_has_not_is_used_and_told_in_the_trace() -> None:
    plain, _ = happening(TEXT, '{"names": []}')
    assert "orchard hill" not in {place.text for place in plain.places}
    slots, claim = happening(TEXT, marked(TEXT, orchard_hill="place"))
    assert "orchard hill" in {place.text for place in slots.places}
    assert f"place by {SPACY}: “orchard hill”" in claim.trace


def test_an_actor_that_the_grammar_has_not_is_used() -> None:
    text = "In Homs, wagner shelled the ridge on 6 May, killing three civilians."
    assert not happening(text, '{"names": []}')[0].actors
    assert [actor.text for actor in happening(text, marked(text, wagner="actor"))[0].actors] == ["wagner"]


def test_a_name_alone_is_a_name_and_no_place() -> None:
    slots, claim = happening(TEXT, marked(TEXT, orchard_hill="name"))
    assert "orchard hill" not in {place.text for place in slots.places}
    assert f"name by {SPACY}: “orchard hill”" in claim.trace


@pytest.mark.parametrize("kinds", [{"Rebels": "place"}, {"three": "place"}, {"orchard hil": "place"}])
def test_what_the_grammar_knows_or_what_cuts_a_word_changes_nothing(kinds: dict[str, str]) -> None:
    assert read(TEXT, marked(TEXT, **kinds)) == read(TEXT, '{"names": []}')


def test_a_name_over_two_sentences_changes_nothing() -> None:
    text = f"{TEXT} Talks go on."
    start, end = text.index("civilians"), text.index("Talks") + 5
    answer = json.dumps({"names": [{"start": start, "end": end, "kind": "place"}]})
    assert read(text, answer) == read(text, '{"names": []}')


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "garbage",
        "[]",
        "{}",
        '{"names": [{"start": -1, "end": 2, "kind": "place"}]}',
        '{"names": [{"start": true, "end": 2, "kind": "place"}]}',
        '{"names": [{"start": 0, "end": 6, "kind": "tally"}]}',
    ],
)
def test_an_answer_of_another_form_is_a_problem_and_changes_nothing(answer: str) -> None:
    claims, problems = read(TEXT, answer)
    assert claims == read(TEXT, '{"names": []}')[0]
    assert [(problem.where, problem.step) for problem in problems] == [("d-1", "annotate")]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (6, 7), (5, 3), (10_000, 10_004), (0, 10_000)])
def test_offsets_of_no_words_change_nothing(start: int, end: int) -> None:
    answer = json.dumps({"names": [{"start": start, "end": end, "kind": "place"}]})
    assert read(TEXT, answer) == read(TEXT, '{"names": []}')
