"""What a count is a part of."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, read, tallies
from tregua.records.claim import Tally
from tregua.records.document import Document
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.claims import claim_id
from tregua.vocabulary.stances import Share

DAY = "The mission recorded 12 ceasefire violations on 3 May"

PARTS = [
    ("en", "The centre counted five breaches on 3 May. Four of the five breaches took place in Homs.", 4, "place", 5),
    ("en", "The centre counted 23 breaches on 3 May. Nine of them were arrests by the army.", 9, "kind", 23),
    ("en", f"{DAY}, including three drone strikes and two shellings.", 2, "kind", 12),
    ("en", f"{DAY}, among them four in Homs.", 4, "place", 12),
    ("en", f"{DAY}, of which five were by the army.", 5, "accused", 12),
    ("en", f"{DAY}. Seven of them were confirmed.", 7, "unsaid", 12),
    ("en", "A spokesman said that six of the breaches are not proven.", 6,
     "unsaid", None),
    ("ar", "سجل المركز خمسة خروقات للهدنة خلال 24 ساعة. أربعة من الخروقات الخمسة وقعت في دمشق.", 4, "place", 5),
    ("ar", "سجل المركز 12 خرقا لوقف إطلاق النار يوم 3 مايو 2016، من بينها ثلاثة في حمص.", 3, "place", 12),
    ("ar", "سجل المركز 12 خرقا لوقف إطلاق النار يوم 3 مايو 2016، منها خمسة.", 5, "unsaid", 12),
    ("fr", "Le centre a recensé cinq violations le 3 mai. Quatre des cinq violations ont eu lieu à Homs.",
     4, "place", 5),
    ("fr", "Le centre a recensé 12 violations du cessez-le-feu le 3 mai, dont trois frappes de drones.", 3, "kind", 12),
    ("ru",
     "Центр зафиксировал пять нарушений перемирия за сутки. Четыре из пяти нарушений произошли в Хомсе.",
     4, "place", 5),
    ("ru", "Миссия зафиксировала 12 нарушений режима прекращения огня 3 мая, из них три в Хомсе.", 3, "place", 12),
    ("uk", "Місія зафіксувала 12 порушень режиму тиші 3 травня, зокрема 4 обстріли.", 4, "kind", 12),
    ("uk", "Центр зафіксував п'ять порушень режиму тиші 3 травня. Чотири з п'яти порушень сталися в Авдіївці.", 4,
     "place", 5),
    ("es", "El mecanismo registró 12 violaciones del cese al fuego el 3 de mayo, de las cuales cinco son ataques.", 5,
     "kind", 12),
    ("es",
     "El mecanismo registró cinco violaciones el 3 de mayo. Cuatro de las cinco violaciones ocurrieron en Cali.",
     4, "place", 5),
    ("pt",
     "O mecanismo registou cinco violações a 3 de maio. Quatro das cinco violações ocorreram em Beirute.",
     4, "place", 5),
    ("tr",
     "Merkez 3 Mayıs'ta 12 ateşkes ihlali kaydetti. Bunların üçü Humus'ta gerçekleşti.", 3, "place", 12),  # noqa: RUF001
    ("fa",
     "مرکز ۵ مورد نقض آتش‌بس را در ۲۴ ساعت گذشته ثبت کرد. از این تعداد ۴ مورد در دمشق بود.", 4, "place", 5),  # noqa: RUF001
    ("fa", "مرکز ۱۲ مورد نقض آتش‌بس را ثبت کرد که ۳ مورد آن در حمص بود.", 3, "place", 12),
]  # fmt: skip


def _tallies(language: str, text: str) -> list[Tally]:
    pack = load_pack(language)
    assert pack is not None
    item: Document = document(text)
    claims, _ = extract(item, pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Tally)]


@pytest.mark.parametrize(("language", "text", "count", "part", "whole"), PARTS)
def test_a_part_names_its_whole(language: str, text: str, count: int, part: str, whole: int | None) -> None:
    found = [tally for tally in _tallies(language, text) if tally.count == count]
    assert [(tally.part, tally.whole) for tally in found] == [(Share(part), whole)]


def test_the_whole_that_a_part_names_is_not_counted_again_and_has_no_place_of_it() -> None:
    told = tallies("The centre counted five breaches on 3 May. Four of the five breaches took place in Homs.")
    assert [(tally.count, [place.text for place in tally.area]) for tally in told] == [(5, []), (4, ["Homs"])]
    first = tallies(
        "Six of the nine violations that the mission recorded on 3 May took place in Homs: shells hit Hama."
    )
    assert [(tally.count, tally.part, [place.text for place in tally.area]) for tally in first] == [
        (6, Share.PLACE, ["Homs"]),
        (9, None, []),
    ]


def test_what_follows_a_part_is_a_part_of_the_same_count_and_of_its_time() -> None:
    text = (
        "The truce was broken 14 times in the past 24 hours. In its statement of Thursday the centre put ten of the "
        "breaches in Aleppo and four in Homs."
    )
    whole, ten, four = tallies(text, published="2016-05-06")
    assert (ten.part, four.part) == (Share.PLACE, Share.PLACE)
    assert ten.window == four.window != whole.window
    earlier = tallies(text, published="2016-05-08")[1]
    assert (earlier.part, earlier.whole) == (Share.PLACE, None)


def test_two_parts_of_a_count_that_is_not_told() -> None:
    shares = tallies("70 of the breaches were in southern Tripoli and 90 around Misrata, a spokesman said.")
    assert [(share.count, share.part, share.whole) for share in shares] == [
        (70, Share.PLACE, None),
        (90, Share.PLACE, None),
    ]


NO_PARTS = [
    f"{DAY}, including in Homs, and 540 since 27 February.",
    "The army counted 110 violations in January, down to three in February.",
    "The mission recorded 12 ceasefire violations on 3 May, including 5 violations on 7 May.",
    f"{DAY}. It recorded 9 violations on 4 May.",
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_counts_of_another_time_or_beside_are_no_parts(text: str) -> None:
    assert {tally.part for tally in tallies(text)} == {None}


def test_a_part_in_time() -> None:
    parts = tallies("Thirty violations were recorded from 1 to 7 May, 14 of them on 5 May.")
    assert [(tally.count, tally.part, tally.whole) for tally in parts] == [(30, None, None), (14, Share.TIME, 30)]


def test_a_split_by_twos_is_one_of_the_count_it_adds_up_to() -> None:
    text = (
        "The network recorded 35 breaches on Sunday: 27 by government forces and eight by Russian forces. The "
        "government forces' breaches were: eight each in Hama and Homs, nine in Idlib and two in Daraa."
    )
    placed = [tally for tally in tallies(text) if tally.part is Share.PLACE]
    assert [(tally.whole, [who.text for who in tally.accused]) for tally in placed] == [(27, ["government forces"])] * 4


def test_one_in_each_of_two_places_are_no_parts_of_each_other() -> None:
    found = tallies("The centre said that one breach was in Aleppo and one in Homs.")
    assert [(one.count, one.part, one.whole) for one in found] == [(1, None, None), (1, None, None)]


def test_the_rest_without_a_number_leaves_a_split_open() -> None:
    words = "The centre counted seven breaches on 3 May: three in Homs and one in Hama"
    assert [tally.open for tally in tallies(f"{words}, the rest in Idlib.")] == [False, True, True]
    assert not any(tally.open for tally in tallies(f"{words}, the remaining 3 in Idlib."))


def test_the_countrysides_of_two_provinces() -> None:
    text = (
        "The centre counted four breaches on 3 May: two in Idlib and one each in the countryside of Homs and of Hama."
    )
    assert [tally.area[0].text for tally in tallies(text)[1:]] == ["Idlib", "countryside of Homs", "Hama"]


def test_the_id_of_a_claim_does_not_hang_on_what_it_is_a_part_of() -> None:
    claim = next(claim for claim in read("Monitors counted 3 breaches.")[0] if isinstance(claim.slots, Tally))
    alone, part = Tally(count=3), Tally(count=3, part=Share.KIND, whole=9, open=True)
    assert (
        claim_id("d", claim.span, alone) == claim_id("d", claim.span, part) != claim_id("d", claim.span, Tally(count=4))
    )


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The group recorded 99 violations. The deaths by town were as follows: Homs 24, Hama 31, Salma 9.", [99]),
        ("The group recorded 99 violations. Killed by town: Homs 24, Hama 31.", [99]),
        ("The group recorded 99 violations. They were in these towns: Homs 68, Hama 31.", [99, 68, 31]),
        ("The group recorded 9 violations, in which two died: 4 in Homs and 5 in Hama.", [9, 4, 5]),
    ],
)
def test_a_list_of_the_dead_by_place_parts_no_count_of_breaches(text: str, counts: list[int]) -> None:
    assert [tally.count for tally in _tallies("en", text)] == counts
