"""The trace tells for each sentence what was known, what was made of it, and where it fell out."""

from __future__ import annotations

import datetime as dt

from tregua.records.document import Document
from tregua.steps.extract import Context, extract, load_pack, trace

CONTEXT = Context(zone=dt.UTC)


def lines(text: str) -> list[str]:
    pack = load_pack("en")
    assert pack is not None
    return trace(Document(id="d1", evidence="", text=text, language="en"), pack, CONTEXT)


def test_a_claim_is_told_with_its_rule_its_slots_and_its_speaker() -> None:
    text = "The centre said that rebels committed 7 violations of the truce in Homs."
    told = "\n".join(lines(text))
    pack = load_pack("en")
    assert pack is not None
    claims, _ = extract(Document(id="d1", evidence="", text=text, language="en"), pack, CONTEXT)
    assert claims
    for claim in claims:
        assert f"{claim.id} {claim.kind}" in told
        assert all(line in told for line in claim.trace)
    assert "number=figures “7”" in told
    assert "place “Homs”" in told


def test_a_sentence_without_a_claim_is_told_with_the_stage_where_it_fell_out() -> None:
    text = (
        "Rebels shelled Homs on Monday.\n\nIt rained. Troops might shell Hama soon. There was much shelling. "
        "Violations go on. For 3 days there was talk of breaches."
    )
    told = "\n".join(lines(text))
    assert "no claim: no word of an act or of a breach is known in it" in told
    assert "no incident of “shell”: wished, feared, planned or denied" in told
    assert "no incident of “shelling”: neither who nor where" in told
    assert "no count of “Violations”: no number" in told
    assert "no count of “breaches”: no rule of counts joins number and breach" in told


def test_what_is_left_out_or_put_aside_is_told() -> None:
    told = lines(
        "Rebels shelled Homs.\n\nRelated Articles\nArmy shelled Hama, and much more was said about it than fits here"
    )
    assert told[1].startswith("  left out as no text of the report: “Related Articles Army shelled Hama")
    assert told[1].endswith("…”")
    aside = lines("The team won the match.")
    assert aside[1] == "    put aside: more words of other matters than of violence, or none of violence"
    assert not any("speaker" in line for line in aside)


def test_words_that_are_not_known_are_not_listed() -> None:
    told = lines("Rebels shelled Homs.\n\nXyzzy plugh quux.\n\nRebels shelled Hama.")
    heads = [position for position, line in enumerate(told) if line.startswith("  sentence")]
    assert [any("words:" in line for line in told[at : at + 2]) for at in heads] == [True, False, True]
