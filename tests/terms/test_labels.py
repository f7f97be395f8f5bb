from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.terms.labels import read_label
from tregua.terms.truce import Truce

LABELS = """
labels:
  - {texts: [bandits, blue bandits], said_by: [reds], means: [blues], cite: talk}
  - {texts: [bandits of the hills], said_by: [reds], means: [blues, exempt], cite: talk}
  - {texts: [إرهابيين, terroristes], said_by: [reds], means: [blues], cite: talk}
  - {texts: [fighters], said_by: [anyone], means: [blues], cite: talk}
"""


@pytest.mark.parametrize(
    ("text", "speakers", "means"),
    [
        ("the Bandits", {"reds"}, ("blues",)),
        ("“bandits of the hills”", {"reds", "red-radio"}, ("blues", "exempt")),
        ("bandits", {"blues"}, None),
        ("bandits", set(), None),
        ("fighters", set(), ("blues",)),
        ("firefighters", set(), None),
        ("المجموعات والإرهابيين", {"reds"}, ("blues",)),
        ("les Térroristes", {"reds"}, ("blues",)),
        ("", {"reds"}, None),
    ],
)
def test_a_label_means_what_its_speaker_means_and_the_longest_words_count(
    make_truce: Callable[..., Truce], text: str, speakers: set[str], means: tuple[str, ...] | None
) -> None:
    label = read_label(make_truce(more=LABELS), text, speakers)
    assert (label.means if label else None) == means


@pytest.mark.parametrize(
    ("text", "names", "means"),
    [
        ("Free Fighters of the coast", ("Free Fighters", "the Coast"), None),
        ("fighters", ("Fighters",), ("blues",)),
        ("bandits of the Free Fighters", ("Free Fighters",), ("blues",)),
        ("fighters", ("Free Fighters",), ("blues",)),
    ],
)
def test_a_label_within_the_name_of_an_actor_is_none(
    make_truce: Callable[..., Truce], text: str, names: tuple[str, ...], means: tuple[str, ...] | None
) -> None:
    label = read_label(make_truce(more=LABELS), text, {"reds"}, names)
    assert (label.means if label else None) == means
