"""What of a page is its report: teasers among and behind its paragraphs are not, nor what readers wrote."""

from __future__ import annotations

import pytest

from tregua.steps.extract import load_pack
from tregua.steps.extract.document import text_parts

LEAD = "The mission counted nine breaches on Tuesday."
MORE = "Its patrols were turned back at the bridge near Zaitseve by men who would not say whose they were."


def kept(*lines: str, language: str = "en") -> list[str]:
    text = "\n".join(lines)
    pack = load_pack(language)
    assert pack
    return [text[start:end] for start, end in text_parts(text, pack)]


def test_teasers_end_where_a_paragraph_of_the_report_begins() -> None:
    assert kept(LEAD, "Related articles", "Army shells Hama", "Talks put off again.", MORE) == [LEAD, MORE]


def test_a_teaser_behind_its_heading_is_one_line() -> None:
    assert kept(LEAD, "Read also: Army shells Hama", "Two of them were hurt.") == [LEAD, "Two of them were hurt."]


def test_a_teaser_that_is_cut_off_is_no_paragraph() -> None:
    cut = MORE.removesuffix(".") + "..."
    assert kept(LEAD, "Check also", cut, "Army shells Hama") == [LEAD]


def test_a_paragraph_that_begins_like_a_heading_is_text() -> None:
    said = "Comments: the ministry said it holds the other side to account for the nine who were hurt on Monday."
    assert kept(LEAD, said) == [LEAD, said]


@pytest.mark.parametrize("heading", ["Comments", "Leave a reply:", "No comments"])
def test_readers_comments_end_the_text(heading: str) -> None:
    assert kept(LEAD, heading, MORE) == [LEAD]


def test_the_first_line_is_no_heading() -> None:
    assert kept("Latest news", LEAD) == ["Latest news", LEAD]


def test_lines_of_a_page_and_data_are_left_out() -> None:
    assert kept(LEAD, "Photo: archive", '{"url": "x"}', MORE) == [LEAD, MORE]


def test_other_letters() -> None:
    text = "وقال إن قواته ردت على القصف الذي طال بلدات في ريف حماة الشمالي مساء أمس الثلاثاء."
    assert kept("سجل المركز تسعة خروق.", "اقرأ أيضا", "الجيش يقصف", text, language="ar")[1:] == [text]
