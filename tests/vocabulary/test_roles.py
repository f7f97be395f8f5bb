from __future__ import annotations

import pytest

from tregua.vocabulary.names import analyse
from tregua.vocabulary.roles import role


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Israeli troops", ("=israel", "forces")),
        ("армия Ирака", ("=iraq", "forces")),
        ("Royal Government of Cambodia", ("=cambodia", "government")),
        ("Libyan National Army", ("=libya", "forces")),
        ("Ahrar al-Sham", None),
        ("the army", None),
        ("Iraqi Hezbollah", None),
    ],
)
def test_what_a_state_calls_its_forces_and_government(printed: str, meant: tuple[str, str] | None) -> None:
    assert role(analyse(printed)) == meant
