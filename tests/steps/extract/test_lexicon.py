from __future__ import annotations

from tregua.steps.extract.lexicon import Node


def test_a_word_longer_than_every_stem_is_not_taken_apart() -> None:
    """A word of a million letters once cost a million look-ups of a million letters each."""
    root = Node()
    long, short = root.child("shelled*"), root.child("sh*")
    asked: list[str] = []

    class Stems(dict[str, Node]):
        def get(self, key: str, default: Node | None = None) -> Node | None:  # type: ignore[override]
            asked.append(key)
            return super().get(key, default)

    root.stems = Stems(root.stems)
    assert list(root.follow(("shelled" + "я" * 1000,))) == [long, short]
    assert len(asked) == 6
    assert max(map(len, asked)) == 7
