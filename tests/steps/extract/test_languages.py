from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.steps.extract.texts import document, english, read
from tregua.errors import CaseError
from tregua.records.claim import Happening, Tally
from tregua.steps.extract import Context, LanguagePack, extract, load_pack
from tregua.steps.extract.board import find_all
from tregua.steps.extract.pack import read_pack
from tregua.steps.extract.pattern import PatternError, compile_pattern
from tregua.steps.extract.text import fold_word, read_text

MADE_UP = """
language: zz
name: a made-up language
grammar:
  capitals: false
  subject: [after]
  proclitics: [wa, bi]
  fold: {ä: a}
numerals:
  words: {unu: 1, dek: 10}
  multipliers: {cento: 100}
topic: {violence: [breach, act_verb]}
months: {marto: 3}
weekdays: {lundo: 1}
lexicon:
  - {kind: function, phrases: [en, la, de]}
  - {kind: article, phrases: [la]}
  - {kind: at_place, phrases: [en]}
  - {kind: breach, phrases: ["rompo*", "rompo* de paco"]}
  - {kind: act_verb, value: shelling, phrases: ["bombard*"]}
  - {kind: actor_head, phrases: [armeo]}
tallies:
  - {name: count-breach, pattern: "count:<number> unit:<breach>"}
"""


def made_up() -> LanguagePack:
    pack, problems = read_pack(MADE_UP, "zz.yaml")
    assert problems == ()
    assert pack is not None
    return pack


def read_made_up(text: str) -> list[Tally | Happening]:
    claims, _ = extract(document(text), made_up(), Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Tally | Happening)]


def test_a_language_is_its_file_and_nothing_else() -> None:
    tally, happening = read_made_up("dek unu rompojn de paco en halebo. bombardis la armeo en homso.")
    assert isinstance(tally, Tally)
    assert (tally.count, tally.unit, tally.area[0].text) == (11, "rompojn de paco", "halebo")
    assert isinstance(happening, Happening)
    assert [actor.text for actor in happening.actors] == ["armeo"]
    assert [place.text for place in happening.places] == ["homso"]


def test_stems_proclitics_and_foldings() -> None:
    assert fold_word("Rompä", made_up().grammar) == "rompa"
    (tally,) = read_made_up("unu cento wabirompo unu warompo")
    assert isinstance(tally, Tally)
    assert read_made_up("bombardis marto.") == []
    assert [word.forms for word in read_text("wabi warompo", made_up(), [(0, 12)]).tokens] == [
        ("wabi", "bi"),
        ("warompo", "rompo"),
    ]


def test_there_is_a_pack_for_english_and_none_for_what_is_no_language() -> None:
    assert english().language == "en"
    assert [load_pack(code) for code in ("", "e", "eng", "12", "é?", "qq")] == [None] * 6


def test_a_broken_pack_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "packs" / "languages"
    folder.mkdir(parents=True)
    (folder / "zz.yaml").write_text(MADE_UP.replace("name: a made-up", "nam: a made-up"), "utf-8")
    (folder / "yy.yaml").write_text(MADE_UP, "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    with pytest.raises(CaseError, match=r"packs/languages/zz\.yaml:2"):
        load_pack("zz")
    found = load_pack("yy")
    assert found == made_up()
    assert hash(found) == hash(made_up())


@pytest.mark.parametrize("pattern", ["", "~3 <x>", "<Upper>", "a?b"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


def test_every_pattern_of_a_pack_compiles() -> None:
    pack = english()
    rules = (
        pack.dates + pack.times + pack.speakers + pack.tallies + pack.splits + pack.areas + pack.acts + pack.truces
        + pack.blames + pack.relations + pack.aids + pack.adherences
    )  # fmt: skip
    assert all(compile_pattern(rule.pattern) for rule in rules)
    assert len(rules) > 100


def test_patterns_have_edges_gaps_and_refusals() -> None:
    reading = read_text("one two, three. four five", english(), [(0, 25)])
    texts = {
        pattern: [reading.printed(match.first, match.last) for match in find_all(reading, pattern)]
        for pattern in (
            "^ one two",
            "five $",
            "one ..3 three",
            "one ..9 four",
            "one ~1 three",
            "two !three ,",
            "two? three?",
        )
    }
    assert texts == {
        "^ one two": ["one two"],
        "five $": ["five"],
        "one ..3 three": ["one two, three"],
        "one ..9 four": [],
        "one ~1 three": [],
        "two !three ,": ["two,"],
        "two? three?": ["two", "three"],
    }


def test_teasers_and_data_are_no_text() -> None:
    text = (
        "Rebels shelled Homs.\nREAD MORE: the army committed 9 violations\n"
        '[{"id":"1","title":"Five new breaches by rebels"}]\nRelated Articles\nNine new breaches of the truce by rebels'
    )
    assert [claim.kind for claim in read(text)[0]] == ["incident"]


def test_another_topic_gives_nothing() -> None:
    assert read("The coach and fans say the truce between the clubs was broken 9 times this league season.")[0] == []
    assert read("It rains.")[0] == []


def test_sentences_end_where_they_end() -> None:
    text = 'Lt. Gen. J. P. Singh said so. “It is.” Then it was over ("no." he said). the end. www.x.org'
    reading = read_text(text, english(), [(0, len(text))])
    assert [reading.printed(sentence.first, sentence.last) for sentence in reading.sentences][:2] == [
        "Lt. Gen. J. P. Singh said so.",
        "“It is.”",
    ]


def test_a_bracket_closes_with_its_sentence() -> None:
    text = "(It is so. ) Then it ended."
    reading = read_text(text, english(), [(0, len(text))])
    assert [reading.printed(sentence.first, sentence.last) for sentence in reading.sentences] == [
        "(It is so. )",
        "Then it ended.",
    ]
