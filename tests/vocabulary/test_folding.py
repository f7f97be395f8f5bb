from __future__ import annotations

from tregua.vocabulary import folding
from tregua.vocabulary.folding import fold


def test_what_a_character_becomes_is_remembered_within_bounds() -> None:
    folded = folding._Folded(dict.fromkeys(range(131072, 131072 + 100000), ""))
    assert folded[ord("Ä")] == "a"
    assert ord("Ä") not in folded
    assert fold("Ä") == "a"
