from __future__ import annotations

import textwrap

import pytest

from tregua.steps.read.wraps import mend

_SAID = (
    "The coordination centre said on Sunday that six breaches of the cessation of hostilities were counted in the "
    "provinces of Lattakia and Aleppo within twenty-four hours, and that three people were hurt. Nobody was killed."
)


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize(
    "text",
    [_SAID, "أعلن المركز الروسي في حميميم تسجيل ستة خروقات لاتفاق وقف الأعمال القتالية في ريف اللاذقية وحلب. " * 4],
)
def test_what_was_wrapped_comes_back(text: str, width: int) -> None:
    text = text.strip()
    wrapped = "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
    assert mend(f"{wrapped}\n\n{wrapped}") == f"{text}\n\n{text}"


def test_wide_lines_are_paragraphs_already() -> None:
    text = f"{_SAID}\nMore words\nStill more"
    assert mend(text) == text


@pytest.mark.parametrize("text", ["", "one line", "six in Homs\ntwo in Hama\nfour in Daraa\none in Idlib"])
def test_short_texts_and_lists_stay(text: str) -> None:
    assert mend(text) == text


def test_items_of_a_list_stay_apart() -> None:
    text = (
        "The centre counted these breaches in one day:\n- two in the northern countryside of Homs;\n"
        "- one in Hama\n1. three on the road that leads to Aleppo.\n2. none"
    )
    assert mend(text) == text


def test_a_dash_amid_a_sentence_is_no_list() -> None:
    text = (
        "Violations were registered within one day (Aleppo\n"
        "- 5, Damascus - 3) and no more than that was said\nabout it."
    )
    assert mend(text).startswith("Violations were registered within one day (Aleppo - 5, Damascus")


def test_words_cut_by_a_hyphen_are_whole_again() -> None:
    text = (
        "The coordination centre counted six vio-\nlations of the truce by Ahrar al-\n"
        "Sham and others in the same pro-\nvince."
    )
    assert mend(text, loose=True) == (
        "The coordination centre counted six violations of the truce by Ahrar al-Sham and others in the same province."
    )


def test_a_short_line_that_goes_on_in_small_letters_is_joined() -> None:
    text = (
        "The coordination centre counted six breaches\nof the truce in one day and said no\nmore about this.\nIt ended."
    )
    assert mend(text, loose=True).startswith(
        "The coordination centre counted six breaches of the truce in one day and said no more"
    )


def test_lines_far_wider_than_any_page_are_left() -> None:
    text = "\n".join(["x" * 200] * 5)
    assert mend(text, loose=True) == text
