from __future__ import annotations

import pytest

from tregua.steps.publish.agreements import agreements, cited, term_anchor
from tregua.terms.load import load_truce, pack_truce
from tregua.terms.truce import Truce


def _truce(name: str) -> Truce:
    truce, problems = load_truce(*pack_truce(name))
    assert problems == ()
    assert truce is not None
    return truce


def test_a_truce_is_told_in_parts_each_term_with_where_it_stands() -> None:
    (shown,) = agreements([_truce("syria-coh-2016")])
    assert shown.about.startswith("Cessation of hostilities, adopted on 22 February 2016. ")
    lines = {line.term: line for _, held in shown.parts for line in held}
    assert lines["nationwide"].kind == "27 February 2016, 00:00 without a set end (Asia/Damascus)"
    assert lines["government-attacks"].kind == "Prohibited"
    assert lines["attacks-on-civilians"].open.startswith("whether the terms protect civilians as such")
    assert lines["exempt-nusra"].kind == "Exempt"
    assert lines["government-attacks"].cited[0][1].startswith("https://")
    assert "open whether they are bound" in lines["opposition"].open
    assert any(line.kind.startswith("Not regulated: ") for line in lines.values())


def test_a_window_with_an_end_says_so_and_what_is_doubtful_about_it() -> None:
    (shown,) = agreements([_truce("syria-regime-of-calm-2016")])
    windows = dict(shown.parts)["When"]
    assert windows[0].kind == "30 April 2016, 01:00 to 1 May 2016, 01:00 (Asia/Damascus)"
    assert windows[0].open.startswith("The army command counts from 01:00")


def test_a_step_of_one_side_says_what_became_of_the_duties() -> None:
    truce = _truce("thailand-cambodia-2025")
    (step,) = truce.withdrawals
    over = step.model_copy(update={"end": step.start.replace(month=12), "layers": (), "own": "end"})
    shown = agreements([truce, truce.model_copy(update={"withdrawals": (over,)})])
    (line,), (other,) = (dict(each.parts)["Who left, or suspended its part"] for each in shown)
    assert line.kind == "Suspension, 10 November 2025, 00:00 without a set end (Asia/Bangkok)"
    assert line.says.startswith("By Thailand, of declaration. Thailand suspended the declaration")
    assert line.open.startswith("Whether its own duties stand is open (thailand reads it so: ")
    assert other.kind == "Suspension, 10 November 2025, 00:00 to 10 December 2025, 00:00 (Asia/Bangkok)"
    assert (other.says.startswith("By Thailand. "), other.open) == (True, "")


def test_only_terms_that_are_there_are_led_to() -> None:
    truce = _truce("syria-coh-2016")
    assert term_anchor(truce, "government-attacks") == "term-syria-coh-2016-government-attacks"
    assert term_anchor(truce, "opposition") == "term-syria-coh-2016-opposition"
    assert term_anchor(truce, "no-such-term") == term_anchor(None, "nationwide") == ""


@pytest.mark.parametrize(
    ("citation", "parts"),
    [
        (
            "Text, paragraph 2 <https://example.org/a>; Letter",
            (("Text, paragraph 2", "https://example.org/a"), ("Letter", "")),
        ),
        ("Text <javascript:alert(1)>", (("Text <javascript:alert(1)>", ""),)),
        ("", ()),
    ],
)
def test_a_citation_opens_only_at_a_web_address(citation: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert cited(citation) == parts
