"""What holds of any text in any language that has a pack."""

from __future__ import annotations

import datetime as dt
import random
import string
from functools import cache
from importlib import resources
from typing import Any

import pytest
from benchmarks import quality
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.extract.texts import document, english
from tregua.errors import Problem
from tregua.records.claim import Claim
from tregua.steps.extract import LanguagePack, extract, load_pack
from tregua.steps.extract.document import Context, text_parts
from tregua.steps.extract.exchange import to_exchange
from tregua.steps.extract.text import read_text

LANGUAGES = sorted(
    item.name.removesuffix(".yaml")
    for item in resources.files("tregua").joinpath("packs", "languages").iterdir()
    if item.name.endswith(".yaml")
)
LOOSE = (
    "0",
    "1",
    "7",
    "27",
    "294",
    "2,935",
    "2016",
    "6th",
    "Aleppo",
    "Homs",
    "al-Sham",
    "SPLA/IO",
    "February",
    "Monday",
)
SPACE = " \t\n\r\u00a0\u2003\u200f"
BATCHES = (1, 3, 1000)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def pack(language: str) -> LanguagePack:
    held = load_pack(language)
    assert held is not None
    return held


@cache
def words(language: str) -> list[str]:
    """The words of the trade in LANGUAGE, and what stands between them."""
    own = {word for entry in pack(language).lexicon for phrase in entry.phrases for word in phrase.split()}
    return sorted(own | set(LOOSE) | set(".,;:()\"'-—/\n"))


@cache
def texts(language: str) -> list[str]:
    """The tuned cases' texts in LANGUAGE; those of the English ones where it has none."""
    cases = [case for case in quality.load_cases() if not quality.is_aside(case)]
    own = [str(case["text"]) for case in cases if case["language"] == language]
    return own or [str(case["text"]) for case in cases if case["language"] == "en"]


def read(text: str, language: str, day: str | None = "2016-05-08") -> tuple[list[Claim], list[Problem]]:
    return extract(document(text, published=day), pack(language), Context(zone=dt.UTC))


def assert_whole(text: str, claims: list[Claim]) -> None:
    for claim in claims:
        assert 0 <= claim.span[0] < claim.span[1] <= len(text)
        assert claim.quote == text[slice(*claim.span)]
        assert to_exchange(claim, document(text))["kind"] == claim.kind
    assert len({claim.id for claim in claims}) == len(claims)


@every_language
def test_any_text_can_be_read_and_every_span_lies_inside_it(language: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=400))
    def holds(text: str) -> None:
        assert_whole(text, read(text, language)[0])

    holds()


@every_language
def test_any_row_of_words_of_the_trade_is_read_twice_alike(language: str) -> None:
    rows = st.lists(st.sampled_from(words(language)), max_size=120)

    @settings(max_examples=40, deadline=None)
    @given(rows, st.sampled_from((" ", "\n")), st.sampled_from(("2016-05-08", None)))
    def holds(row: list[str], between: str, day: str | None) -> None:
        text = between.join(row)
        first = read(text, language, day)
        assert first == read(text, language, day)
        assert_whole(text, first[0])

    holds()


@every_language
def test_a_text_with_white_space_behind_it_says_the_same(language: str) -> None:
    @settings(max_examples=15, deadline=None)
    @given(st.sampled_from(texts(language)), st.text(alphabet=SPACE, min_size=1, max_size=30))
    def holds(text: str, space: str) -> None:
        assert read(text.rstrip() + space, language) == read(text.rstrip(), language)

    holds()


@every_language
def test_what_is_read_depends_neither_on_order_nor_on_batches(language: str) -> None:
    chosen = texts(language)[:5] + texts("en")[:2]
    alone = {text: read(text, language) for text in chosen}
    for size in BATCHES:
        mixed = random.Random(size).sample(chosen, len(chosen))  # noqa: S311 - a fixed shuffle
        for first in range(0, len(mixed), size):
            batch = mixed[first : first + size]
            assert [read(text, language) for text in batch] == [alone[text] for text in batch]
            read("\n\n".join(batch), language)


@every_language
def test_two_documents_behind_a_document_are_read(language: str) -> None:
    chosen = texts(language)
    text = "\n\n".join((chosen * 3)[:3])
    claims, _ = read(text, language)
    assert_whole(text, claims)


HOSTILE: dict[str, str] = {
    "nothing": "",
    "white space": SPACE * 500,
    "control characters": "".join(map(chr, range(32))) * 100 + "\x7f\x80\x9f",
    "direction marks": "\u202e\u2067\u200f7 \u202c\u2069" * 500,
    "joiners and marks": "a\u0301\u200d\u0489\u200c" * 1000,
    "surrogates and private": "\ud800\udfff\ue000\U0010ffff" * 200,
    "ten thousand digits": "7" * 10_000,
    "digits in groups": "1,234.567 " * 2000,
    "numbers of all scripts": "٣ \u06f7 ७ ๓ Ⅻ ² ½ 七 \U0001d7d7 " * 300,
    "a very long word": "خرق" * 5000,
    "a long word of capitals": string.ascii_uppercase * 400,
    "brackets": "(" * 3000 + ")" * 1500 + "[{" * 1000,
    "quotation marks": "\"'«»“”„\u2018\u2019" * 700,
    "hyphens and dashes": "-\u2013—" * 2000,
    "dots": "." * 5000 + "?!؟。" * 500,
    "line ends": "\r\n\u2028\u2029\x0b\x0c" * 800,
    "bullets": "\n- \n• \n* 7" * 800,
}


@every_language
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read(language: str, name: str) -> None:
    chosen = texts(language)[0]
    half = len(chosen) // 2
    for text in (HOSTILE[name], chosen[:half] + HOSTILE[name] + chosen[half:]):
        assert_whole(text, read(text, language)[0])


@every_language
def test_work_grows_with_the_text_and_not_faster(language: str) -> None:
    chosen = random.Random(7).choices(words(language), k=1500)  # noqa: S311 - a fixed shuffle
    calls = [lookups(" ".join(chosen * times), language) for times in (2, 6)]  # once alone, nothing was told before
    assert calls[1] < 4.5 * calls[0]


def lookups(text: str, language: str) -> int:
    reading = read_text(text, pack(language), text_parts(text, pack(language)))
    kind: Any = type(reading)
    plain, made = kind.at, 0

    def counted(self: object, position: int, name: str = "") -> object:
        nonlocal made
        made += 1
        return plain(self, position, name)

    kind.at = counted
    try:
        read(text, language)
    finally:
        kind.at = plain
    return made


def test_the_english_pack_is_among_them() -> None:
    assert pack("en") == english()
