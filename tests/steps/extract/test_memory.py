"""What is kept between texts changes nothing, and does not grow without end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.extract.texts import english, read
from tregua.steps.extract import load_pack
from tregua.steps.extract.board import Match, find_all, is_plain
from tregua.steps.extract.clitics import Clitics
from tregua.steps.extract.folding import Folding
from tregua.steps.extract.lexicon import Node, build_tree
from tregua.steps.extract.pattern import Element, compile_pattern
from tregua.steps.extract.text import Reading, Sentence, Tag, read_text

TEXT = "Militants shelled Homs on Friday, killing two. The centre recorded 12 breaches in Hama, it said."


def test_folding_forgets_when_it_knows_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tregua.steps.extract.folding._MOST_KNOWN", 2)
    folding = Folding({"a": "b"})
    assert [folding.fold(word) for word in ("Aa", "x", "A", "Aa")] == ["bb", "x", "b", "bb"]


def test_words_met_before_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(TEXT)
    monkeypatch.setattr("tregua.steps.extract.clitics._MOST_KNOWN", 3)
    monkeypatch.setattr("tregua.steps.extract.lexicon._MOST_KNOWN", 3)
    build_tree(english()).known.clear()
    assert [read(TEXT) for _ in range(2)] == [expected, expected]
    assert len(build_tree(english()).known) <= 4


def test_beginnings_met_before_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tregua.steps.extract.lexicon._MANY", 0)
    monkeypatch.setattr("tregua.steps.extract.lexicon._MOST_KNOWN", 1)
    node = Node()
    node.child("shel*")
    assert [len(node.follow((word,))) for word in ("shelled", "shot", "shells", "shelled")] == [1, 0, 1, 1]
    assert len(node.known) <= 2


def test_a_long_stretch_without_blanks_is_not_kept() -> None:
    clitics = Clitics(english(), "")
    clitics.keep("x" * 100, ((0, 1, "x", "x", "word", False, ("x",)),))
    assert clitics.recall("x" * 100) is None


def test_what_the_words_of_one_text_decide_is_not_kept_for_others() -> None:
    pack = load_pack("ar")
    assert pack is not None
    whole, alone = "وزلفك قال", "زلفك وزلفك قال"
    before = [token.text for token in read_text(whole, pack, [(0, len(whole))]).tokens]
    parted = [token.text for token in read_text(alone, pack, [(0, len(alone))]).tokens]
    after = [token.text for token in read_text(whole, pack, [(0, len(whole))]).tokens]
    assert parted[1:3] == ["و", "زلفك"]
    assert before == after


def test_stems_are_followed_from_many_words_as_from_few() -> None:
    root = Node()
    for number in range(200):
        root.child(f"w{number}*")
    few = Node()
    few.child("w1*")
    few.child("w12*")
    assert root.follow(("w12x",)) == (root.stems["w12"], root.stems["w1"])
    assert root.follow(("w12x",)) == root.follow(("w12x",))
    assert few.follow(("w12x",)) == (few.stems["w12"], few.stems["w1"])
    assert Node().follow(("w",)) == ()


def test_nothing_stands_outside_the_text() -> None:
    reading = read_text(TEXT, english(), [(0, len(TEXT))])
    reading.add([Tag("a", at, at + 1) for at in range(len(reading.tokens))])
    outside = [*range(-40, 0), *range(len(reading.tokens), 200)]
    assert [reading.at(at, "a") for at in outside] == [()] * len(outside)
    asked = (reading.begins, reading.has_any)
    assert not any(ask(at, ("a",)) for at in outside for ask in asked)
    assert not any(reading.has(at, "a") or reading.over(at, "a") for at in outside)


KINDS = ("a", "b", "number")
TAGS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 11), st.integers(1, 3)), max_size=14)
ELEMENTS = st.sampled_from(
    ["<a>", "<b>", "x:<a|b>", "y:<number>", "<a>?", "w:<b>?", "one|two", "two?", "!<a>", "!one", "~2", "..3", "^", "$"]
)
PATTERNS = st.tuples(
    st.sampled_from(["<a>", "x:<a|b>", "<a>?", "one", "^", "w:<number>"]), st.lists(ELEMENTS, max_size=5)
)
WORDS = st.lists(st.sampled_from(["one", "two", "three", ",", ".", ";"]), min_size=12, max_size=12)


@settings(max_examples=300)
@given(words=WORDS, tags=TAGS, pattern=PATTERNS, cut=st.integers(1, 11))
def test_sets_of_places_find_what_trying_each_place_finds(
    words: list[str], tags: list[tuple[str, int, int]], pattern: tuple[str, list[str]], cut: int
) -> None:
    text = " ".join(words)
    reading = read_text(text, english(), [(0, len(text))])
    reading = Reading(text, english(), reading.tokens, [Sentence(0, 0, cut, 0), Sentence(1, cut, 12, 0)])
    reading.add(Tag(kind, first, min(first + width, 12)) for kind, first, width in tags)
    written = " ".join((pattern[0], *pattern[1]))
    assert list(find_all(reading, written)) == tried(reading, written)


def tried(reading: Reading, pattern: str) -> list[Match]:
    """Find PATTERN by trying each place and each way to go on from it, the longest tag first."""
    elements = compile_pattern(pattern).elements
    found = []
    for sentence in reading.sentences:
        for first in range(sentence.first, sentence.last + 1):
            ends = go_on(reading, elements, sentence, first) if may_begin(reading, elements, sentence, first) else None
            if ends is not None:
                found.append(Match(first, ends[0], dict(ends[1])))
    return found


def may_begin(reading: Reading, elements: tuple[Element, ...], sentence: Sentence, at: int) -> bool:
    if elements[0].edge:
        return at == (sentence.first if elements[0].edge == "^" else sentence.last)
    for element in (each for each in elements if not each.negative):
        if fitting(reading, element, sentence, at):
            return True
        if not (element.optional or element.gap):
            return False
    return False


def fitting(reading: Reading, element: Element, sentence: Sentence, at: int) -> list[Tag]:
    if at >= sentence.last or element.gap or element.edge:
        return []
    if element.words:
        return [] if element.words.isdisjoint(reading.tokens[at].forms) else [Tag("word", at, at + 1)]
    return [tag for tag in reading.at(at) if tag.kind in element.kinds and tag.last <= sentence.last]


def go_on(  # noqa: PLR0911 - one for each sort of element
    reading: Reading, elements: tuple[Element, ...], sentence: Sentence, at: int
) -> tuple[int, list[tuple[str, Tag]]] | None:
    if not elements:
        return at, []
    element, rest = elements[0], elements[1:]
    if element.edge:
        fits = at == (sentence.first if element.edge == "^" else sentence.last)
        return go_on(reading, rest, sentence, at) if fits else None
    if element.gap:
        for place in range(at, min(at + element.width, sentence.last) + 1):
            ends = go_on(reading, rest, sentence, place)
            if ends is not None or (place < sentence.last and not passes(reading, element, sentence, place)):
                return ends
        return None
    tags = fitting(reading, element, sentence, at)
    if element.negative:
        return None if tags else go_on(reading, rest, sentence, at)
    for tag in tags:
        ends = go_on(reading, rest, sentence, tag.last)
        if ends is not None:
            return ends[0], [*([(element.name, tag)] if element.name else []), *ends[1]]
    return go_on(reading, rest, sentence, at) if element.optional else None


def passes(reading: Reading, gap: Element, sentence: Sentence, at: int) -> bool:
    if gap.gap == "~":
        return is_plain(reading, at)
    return reading.tokens[at].text not in ".;" or at + 1 == sentence.last


def test_pieces_of_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = load_pack("ar")
    assert pack is not None
    monkeypatch.setattr("tregua.steps.extract.clitics._MOST_KNOWN", 1)
    clitics = Clitics(pack, "")
    pieces = ((0, 1, "x", "x", "word", False, ("x",)),)
    clitics.keep("حلب", pieces)
    clitics.keep("حمص", pieces)
    assert (clitics.recall("حلب"), clitics.recall("حمص")) == (None, pieces)
    clitics.common.clear()  # other texts read with this pack go by it
