from __future__ import annotations

from tests.steps.extract.texts import english
from tregua.steps.extract.board import find_all, find_rules
from tregua.steps.extract.lexicon import Node
from tregua.steps.extract.text import Tag, read_text


def test_a_word_longer_than_every_stem_is_not_taken_apart() -> None:
    """A word of a million letters once cost a million look-ups of a million letters each."""
    root = Node()
    long, short = root.child("shelled*"), root.child("sh*")
    asked: list[str] = []

    class Stems(dict[str, Node]):
        def get(self, key: str, default: Node | None = None) -> Node | None:  # type: ignore[override]
            asked.append(key)
            return super().get(key, default)

    root.stems = Stems(root.stems)
    assert list(root.follow(("shelled" + "я" * 1000,))) == [long, short]
    assert len(asked) == 6
    assert max(map(len, asked)) == 7


def test_tags_added_after_a_search_are_seen_by_the_next() -> None:
    reading = read_text(text := "Many hostile breaches.", english(), [(0, len(text))])
    reading.add([Tag("breach", 2, 3, "")])
    assert not find_all(reading, "<number> hostile <breach>")
    before = len(find_rules(reading, "tallies"))
    reading.add([Tag("number", 0, 1, "40"), Tag("adverb", 1, 2, "")])
    assert [match.first for match in find_all(reading, "<number> ~1 <breach>")] == [0]
    reading.add([Tag("number", 1, 2, "7")])
    assert not find_all(reading, "<number=40> ~1 <breach>")
    assert len(find_rules(reading, "tallies")) > before


def test_tags_added_between_searches_of_one_section_are_seen() -> None:
    reading = read_text(text := "Three breaches and four breaches.", english(), [(0, len(text))])
    reading.add([Tag("number", 0, 1, "", 3), Tag("breach", 1, 2, ""), Tag("number", 3, 4, "", 4)])
    before = {match.first for _, match in find_rules(reading, "tallies")}
    reading.add([Tag("breach", 4, 5, "")])
    assert {match.first for _, match in find_rules(reading, "tallies")} - before == {3}


def test_a_dotted_name_far_behind_the_head_ends_no_sentence() -> None:
    text = "Militants of the area were hit on Friday by the U.S. Army."
    assert len(read_text(text, english(), [(0, len(text))]).sentences) == 1
