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


TOLD = "A truce was signed in May.\n\nThe army said militants shelled a farm in Qana.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (TOLD + "In Tyre militants shelled a school.", ""),
        (TOLD + "On Friday militants shelled Tyre.", ""),
        (TOLD + "Militants shelled Tyre.", "army"),
        (TOLD + "Militants shelled Tyre.\n\nGunmen shot a farmer dead in Sidon.", ""),
        (TOLD + "In Tyre they shelled a school.", "army"),
        (TOLD + "In Tyre militants allegedly shelled a school.", "army"),
        (TOLD + "In Tyre, it added, a school was hit.\n\nIn Sidon militants shelled a mill.", "army"),
        (SAID + "In Tyre militants shelled a school.", "army"),
        ("Shells hit a farm in Qana, according to the army.\n\nMilitants shelled Tyre.", ""),
        ("Shells hit a farm in Qana, the army said.\n\nMilitants shelled Tyre.", "army"),
        ("A truce holds.\n\nThe army counted six violations.\n\nIn Tyre militants shelled a school.", "army"),
    ],
)
def test_another_event_in_another_paragraph_is_told_by_the_writer(text: str, speaker: str) -> None:
    claims, _ = read(text)
    assert [link.text for link in claims[-1].chain] == [speaker] * bool(speaker)


def test_who_is_pointed_to_goes_on_in_his_paragraph() -> None:
    text = "Six died.\n\nMayor Ali Hamdan came to Qana. Militants shelled a farm, he said. They burned a mill in Tyre."
    claims, _ = read(text)
    assert [link.text for link in claims[-1].chain] == ["Mayor Ali Hamdan"]


@pytest.mark.parametrize("day", ["", ", 8 May 2016"])
def test_a_heading_names_its_speaker_with_the_full_name_of_the_country(day: str) -> None:
    body = "Spokesperson of the Ministry of National Defence of the Kingdom of Cambodia"
    (claim,) = read(f"Statement of the {body}{day}\n\nThai forces shelled Surin on Friday.")[0]
    assert [link.text for link in claim.chain] == [body]
