from __future__ import annotations

from tregua.vocabulary.acts import Act, Conduct


def test_terms_can_speak_of_every_act_of_a_claim() -> None:
    assert {act.value for act in Act} < {conduct.value for conduct in Conduct}
