"""The many ways in which English says whose word something is."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read

TOLD = "rebels shelled the village of Tell Ali on Monday"

FORMS = [
    ("The version of the army is that {}.", "army"),
    ("{}. So the army.", "army"),
    ("{}. This comes from the army.", "army"),
    ("{}. The figure is the army's.", "army"),
    ("{}, if the army is to be believed.", "army"),
    ("As far as the army knows, {}.", "army"),
    ("The army would have it that {}.", "army"),
    ("The army complains that {}.", "army"),
    ("The army's complaint is that {}.", "army"),
    ("The army let it be known that {}.", "army"),
    ("The army's bulletin for Monday has this: {}.", "army"),
    ("Word from the army is that {}.", "army"),
    ("From the army came word that {}.", "army"),
    ("News came from the army that {}.", "army"),
    ("{}, a statement from the army ran.", "army"),
    ("{}, ran the statement of the army.", "army"),
    ("{}, on the army's account.", "army"),
    ("Going by reports of the army, {}.", "army"),
    ("On the evidence of the army, {}.", "army"),
    ("Reporters heard from the army that {}.", "army"),
    ("The mission was told by residents that {}.", "residents"),
    ("{}, AFP learnt from a security source.", "security source"),
    ("{}, TASS reported, and named the army as its source.", "army"),
    ("SANA has it from a military source that {}.", "military source"),
    (
        "A source in the operations room for monitoring the truce said {}.",
        "source in the operations room for monitoring",
    ),
    ("An officer who would not give his name said {}.", "officer"),
    ("Those who live there say {}.", "Those"),
    ("Villagers reached by telephone said {}.", "Villagers"),
    ("Two residents reached by Reuters said {}.", "residents"),
    ("The monitors' report of 5 May states that {}.", "monitors"),
    ("The joint commission's finding was that {}.", "joint commission"),
    ("An investigation by the joint commission concluded that {}.", "joint commission"),
    ("The joint commission ruled on Tuesday that {}.", "joint commission"),
    ("A claim by the army that {} could not be checked.", "army"),
    ("The rebels rejected the army's charge that {}.", "army"),
    ("The rebels deny what the army alleges: that {}.", "army"),
    ("The army's website carried a notice that {}.", "army"),
    ("Moscow's answer was that {}.", "Moscow"),
    ("The army hinted that {}.", "army"),
    ("The army was quick to say that {}.", "army"),
    ("{}, the army suspects.", "army"),
    ("{}, replied the army.", "army"),
    ("The army hit back on Tuesday, saying {}.", "army"),
    ("The army released a statement in which it put this on record: {}.", "army"),
    ("The army admitted that {}.", "army"),
    ("The governor in an interview with a Swiss paper said {}.", "governor"),
]


@pytest.mark.parametrize(("form", "speaker"), FORMS)
def test_whose_word_it_is(form: str, speaker: str) -> None:
    sentence = form.replace("{}", TOLD)
    claims, _ = read(f"A report on the truce.\n\n{sentence[0].upper()}{sentence[1:]}")
    assert [claim.chain[0].text for claim in claims if claim.kind == "incident"] == [speaker]
