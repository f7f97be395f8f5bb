"""What a writer says himself is nobody else's word."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read

SAID = "The army said militants shelled a farm in Qana.\n\n"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Israel has repeatedly bombed Tyre.", ""),
        ("Israel bombs Tyre on a near-daily basis.", ""),
        ("Despite a truce made in May, Israel has bombed Tyre.", ""),
        ("Despite the rain, Israel has bombed Tyre.", "army"),
        ("Despite the truce Israel bombed Tyre.", "army"),
        ("Meanwhile a bomb went off in Tyre.", ""),
        ("Militants repeatedly shelled Tyre.", "army"),
        ("Militants shelled Tyre.", "army"),
        ("“Israel has repeatedly bombed Tyre,” it added.", "army"),
    ],
)
def test_what_has_long_been_so_is_told_by_the_writer_in_another_paragraph(behind: str, speaker: str) -> None:
    claims, _ = read(SAID + behind)
    assert [link.text for link in claims[-1].chain] == [speaker] * bool(speaker)


def test_in_his_own_paragraph_a_speaker_tells_what_has_long_been_so() -> None:
    claims, _ = read("The army said militants shelled a farm in Qana. They have repeatedly bombed Tyre.")
    assert [link.text for link in claims[-1].chain] == ["army"]
