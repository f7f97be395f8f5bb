from __future__ import annotations

import pytest
from pydantic import ValidationError

from tregua.steps.read import boilerplate
from tregua.steps.read.boilerplate import blank, cut, find, load_phrases

_BODY = "The coordination centre said that six breaches of the truce were counted in a day, three of them in Aleppo."


def _left(text: str) -> list[str]:
    return [text[start:end] for start, end in find(text)]


def _kept(text: str) -> str:
    return cut(text, find(text))


def test_every_language_of_the_lists_is_a_code_and_every_phrase_folds_to_something() -> None:
    phrases = load_phrases()
    for listed in (phrases.alone, phrases.holding, phrases.opening, phrases.teaser, phrases.ending):
        assert all(len(code) == 2 for code in listed)
        assert all(boilerplate._fold(phrase) for each in listed.values() for phrase in each)


def test_the_lists_are_frozen() -> None:
    with pytest.raises(ValidationError):
        load_phrases().alone = {}


@pytest.mark.parametrize(
    "line",
    [
        "Share", "  ADVERTISEMENT  ", "Back to top button", "No comments:", "Leave a comment", "A+ A-", "Publicité",
        "Comments (12)", "إعلان", "لا توجد تعليقات", "Поделиться", "Compartir", "READ MORE", "Read More »",
        "READ MORE: What to know", "ALSO READ: Four reasons why", "Tags: truce, north", "Читайте также: Новости дня",
        "اقرأ أيضاً: تفاصيل", "شارك هذا الموضوع: فيسبوك", "Lea aquí: más", "Leia também - outra notícia",
        "Home < News < Details", "Example | Home | Reports | Contact", "The post Six appeared first on Example.",
        "© 2024 Example. All rights reserved.",
        'string(822) "[{\\"id\\":\\"1\\",\\"pic\\":\\"/x.jpg\\",\\"title\\":\\"Five new breaches\\"}]"',
    ],
)  # fmt: skip
def test_lines_of_the_page(line: str) -> None:
    assert _kept(f"{_BODY}\n\n{line}\n\n{_BODY}") == f"{_BODY}\n\n{_BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the truce was broken.", "Home was never safe, she said.", "Aleppo | 3", "x | y | 12",
        "Tags were found on the shells.", "Read more than one report before judging.", "PTI | Jammu | 19:24 IST",
        "Six breaches - Aleppo - Homs", "Comments by the minister followed.", "The watch: nothing seen.",
        'He said: "no", "never" and "not us".',
    ],
)  # fmt: skip
def test_lines_of_the_report(line: str) -> None:
    assert _left(f"{_BODY}\n\n{line}\n\n{_BODY}") == []


def test_very_long_lines_are_never_matched() -> None:
    assert _left(f"READ MORE: {'word ' * 60}") == []


def test_headlines_under_a_teaser_heading_are_left_out_up_to_the_next_sentence() -> None:
    text = f"{_BODY}\n\nSee also\nPresident signs the armistice\nSee also\nAnother story of the day ...\n\n{_BODY}"
    assert _kept(text) == f"{_BODY}\n\n{_BODY}"


def test_a_heading_without_teasers_takes_nothing_with_it() -> None:
    assert _left(f"{_BODY}\n\nMás información\n\n{_BODY}") == ["Más información"]


def test_teasers_are_bounded_in_number_and_length() -> None:
    many = "\n".join(f"Story number {number}" for number in range(30))
    assert len(_left(f"See also\n{many}\n{_BODY}")) == 13
    assert _left(f"See also\n{'A headline without end ' * 20}\n{_BODY}") == ["See also"]


def test_after_an_ending_all_is_the_page_s() -> None:
    text = (
        f"{_BODY}\n\n{_BODY}\n\n{_BODY}\n\nCheck Also\n\nFire put out\n\nCrews came. It was small.\n\nAdblock Detected"
    )
    assert _kept(text) == f"{_BODY}\n\n{_BODY}\n\n{_BODY}"


@pytest.mark.parametrize(
    "after",
    [
        f"{_BODY}\n\n{_BODY}",
        f"{_BODY} {_BODY}\n\nShort.\n\n{_BODY} {_BODY}",
    ],
)
def test_an_ending_amid_the_report_takes_only_its_teasers(after: str) -> None:
    before = "\n\n".join([_BODY] * (1 if "Short" not in after else 30))
    assert _kept(f"{before}\n\nRelated Articles\nFire put out near the town\n\n{after}") == f"{before}\n\n{after}"


def test_blanking_keeps_every_offset_and_cutting_joins_paragraphs() -> None:
    text = "one\nShare\ntwo\n\n\n   three  "
    assert blank(text, find(text)) == "one\n     \ntwo\n\n\n   three  "
    assert cut(text, find(text)) == "one\n\ntwo\n\nthree"
    assert cut("a \t b\nc", []) == "a b\nc"
    assert find("") == []
