from __future__ import annotations

import pytest

from tregua.wiring.library import find_truce, registries_of


@pytest.mark.parametrize(
    ("truce", "name", "actor"),
    [("hodeidah-2018", "Houthis", "ansar-allah"), ("minsk-2015", "Ukrainian army", "ukrainian-armed-forces")],
)
def test_actors_of_a_truce_s_cases_keep_the_names_of_those_that_ship(truce: str, name: str, actor: str) -> None:
    assert registries_of(find_truce(truce)).actors.match(name, None)[0].id == actor
