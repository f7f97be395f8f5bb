from __future__ import annotations

from tregua.vocabulary.bearers import Bearers
from tregua.vocabulary.names import take_apart

NAMES = [
    take_apart(text)
    for text in ("Front of the Eagles of Homs", "Homs Front", "Eagles Brigade", "Zarqon Front", "Homs Eagles", "Homs")
]
BEARERS = Bearers(NAMES, (0, 1, 2, 3, 4))


def test_names_of_fewest_words_stand_first_for_each_word() -> None:
    homs = BEARERS.keys_like(take_apart("Homs").parts[0])
    assert BEARERS.of(homs) == [1, 4, 0]
    assert BEARERS.many(homs) == 3


def test_a_name_that_is_not_found_by_its_words_bears_none() -> None:
    homs = frozenset(BEARERS.keys_like(take_apart("Homs").parts[0]))
    assert BEARERS.bears(4, homs)
    assert not BEARERS.bears(2, homs)
    assert not BEARERS.bears(5, homs)


def test_a_word_that_no_name_bears_has_the_keys_of_words_a_sound_away() -> None:
    assert BEARERS.keys_like(take_apart("Zarqin").parts[0]) == ("zrkn",)
    assert list(BEARERS.keys_like(take_apart("Zarqomn").parts[0])) == ["zrkn"]
    assert not BEARERS.keys_like(take_apart("Mloukh").parts[0])


def test_who_shares_most_of_a_name_is_likeliest() -> None:
    assert BEARERS.likely(take_apart("Eagles of Homs"))[:2] == [4, 0]
    assert BEARERS.likely(take_apart("Mloukh")) == []


def test_of_thousands_with_one_word_the_lightest_and_those_with_two_are_looked_at() -> None:
    texts = [f"Homs Qarmid{'abcdefghij'[at % 10]}{'klmnopqrst'[at // 10]} Tolfan" for at in range(100)]
    names = [take_apart(text) for text in (*texts, "Homs Zubrak of Tolfan and Wirkan", "Homs")]
    likely = Bearers(names, range(len(names))).likely(take_apart("Homs Zubrak"))
    assert likely[0] == 100


def test_of_very_many_that_share_a_word_the_one_that_shares_the_kind_of_body_too_is_likeliest() -> None:
    others = [f"{first}{second}" for first in ("Zu", "Wi", "Ma", "Bo") for second in "bcdfghjklmnpqrstvwxyz"]
    texts = [f"{word} {other}rak" for word in ("Qarmid", "Tolfan", "Brigade", "Brigade Lo") for other in others]
    names = [take_apart(text) for text in (*texts, "Qarmid Brigade")]
    assert Bearers(names, range(len(names))).likely(take_apart("Qarmid Tolfan Brigade"))[0] == len(texts)
