from __future__ import annotations

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.extract.texts import document, english, read
from tregua.steps.extract import extract
from tregua.steps.extract.document import Context, text_parts
from tregua.steps.extract.exchange import to_exchange
from tregua.steps.extract.text import read_text

WORDS = sorted(
    {word for entry in english().lexicon for phrase in entry.phrases for word in phrase.split()}
    | {"0", "1", "7", "27", "294", "2,935", "2016", "6th", "Aleppo", "Homs", "al-Sham", "SPLA/IO", "February", "Monday"}
    | set(".,;:()\"'-—/\n")
)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read_and_every_span_lies_inside_it(text: str) -> None:
    claims, _ = read(text)
    for claim in claims:
        assert 0 <= claim.span[0] < claim.span[1] <= len(text)
        assert claim.quote == text[slice(*claim.span)]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120), st.booleans(), st.sampled_from(["2016-05-08", None]))
def test_any_row_of_words_of_the_trade_can_be_read_twice_alike(words: list[str], lines: bool, day: str | None) -> None:  # noqa: FBT001
    text = ("\n" if lines else " ").join(words)
    first, second = read(text, published=day), read(text, published=day)
    assert first == second
    for claim in first[0]:
        assert claim.quote == text[slice(*claim.span)]
        assert to_exchange(claim, document(text))["kind"] == claim.kind
    assert len({claim.id for claim in first[0]}) == len(first[0])


def test_work_grows_with_the_text_and_not_faster() -> None:
    chosen = random.Random(7).choices(WORDS, k=1500)  # noqa: S311 - a fixed shuffle
    once = " ".join(chosen)
    calls = [_lookups(once), _lookups(" ".join(chosen * 4))]
    assert calls[1] < 6 * calls[0]


def _lookups(text: str) -> int:
    reading = read_text(text, english(), text_parts(text, english()))
    kind = type(reading)
    plain, made = kind.at, 0

    def counted(self: object, position: int, name: str = "") -> object:
        nonlocal made
        made += 1
        return plain(self, position, name)  # type: ignore[arg-type]

    kind.at = counted  # type: ignore[method-assign, assignment]
    try:
        claims, _ = extract(document(text), english(), Context(zone=dt.UTC))
    finally:
        kind.at = plain  # type: ignore[method-assign]
    assert isinstance(claims, list)
    return made
