# ruff: noqa: RUF001 - the language has letters that look like Latin ones
"""Russian: sentences of our own, with what must be read from each."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Bound


def read(text: str, published: str | None = "2020-08-20") -> list[Claim]:
    pack = load_pack("ru")
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))[0]


def tallies(text: str) -> list[Tally]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Happening)]


COUNTS = [
    ("Двадцать три раза за неделю боевики нарушили перемирие.", [23]),
    ("Украинские силовики один раз нарушили перемирие в Донбассе за сутки.", [1]),
    ("Отмечено около тысячи двухсот нарушений режима прекращения огня.", [1200]),
    ("Количество нарушений режима прекращения огня выросло до 1 340 за неделю.", [1340]),
    ("Перемирие за ночь было нарушено 111 раз.", [111]),
    ("У России вышло 12 фактов открытия огня, у Турции - семь.", [12, 7]),
    ("В провинции Идлиб отмечено 10 обстрелов, в Латакии - семь, в Хаме - три.", [10, 7, 3]),
    ("Случаев открытия огня 14: Алеппо и Латакия - по пять, Хама - четыре.", [14, 5, 5, 4]),
    ("Нарушений режима перемирия на счету ВСУ 4900.", [4900]),
    ("Ни одного нарушения перемирия за сутки, стрельбы не было.", [0, 0]),
    ("Обстрел прекратился. Нарушений режима тишины со стороны ВСУ не зафиксировано.", [0]),
    ("Роздано 500 наборов, убрано 12 тонн мусора, прошло 3 матча, обстрелов стало меньше.", []),
    ("Из 82-мм и 120-мм минометов выпущено 15 мин по селу Крутая Балка.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


def test_a_count_has_its_window_places_and_speaker() -> None:
    whole, *parts = read(
        "За минувшие сутки российский центр насчитал 17 нарушений режима прекращения огня в провинциях Идлиб (9), "
        "Хама (6) и Алеппо (2)."
    )
    assert isinstance(whole.slots, Tally)
    assert window(whole.slots) == ("2020-08-19", "2020-08-20")
    assert [speaker.text for speaker in whole.chain] == ["российский центр"]
    areas = [[place.text for place in part.slots.area] for part in parts if isinstance(part.slots, Tally)]
    assert areas == [["провинциях Идлиб"], ["Хама"], ["Алеппо"]]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Отмечено не менее 40 нарушений перемирия.", Bound.AT_LEAST),
        ("Отмечено более 40 нарушений перемирия.", Bound.MORE_THAN),
        ("Отмечено около 40 нарушений перемирия.", Bound.ABOUT),
        ("Отмечено 40 нарушений перемирия.", Bound.EXACT),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    assert [(tally.count, tally.bound) for tally in tallies(text)] == [(40, bound)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("С 27 февраля зарегистрировано 490 нарушений перемирия.", ("2020-02-27", "2020-08-20")),
        ("С 1 по 7 мая стороны 31 раз нарушили перемирие.", ("2020-05-01", "2020-05-08")),
        ("За последние трое суток отмечено 31 нарушение перемирия.", ("2020-08-17", "2020-08-20")),
        ("Во вторник отмечено 31 нарушение перемирия.", ("2020-08-18", "2020-08-19")),
        ("За минувшие сутки, 19 августа, отмечено 31 нарушение перемирия.", ("2020-08-19", "2020-08-20")),
        ("С понедельника отмечено 31 нарушение перемирия.", ("2020-08-17", "2020-08-20")),
    ],
)
def test_windows(text: str, expected: tuple[str, str]) -> None:
    assert [window(tally) for tally in tallies(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Отмечено 40 нарушений режима тишины со стороны ВСУ.", ["ВСУ"]),
        ("Украинские силовики за сутки 47 раз нарушили перемирие.", ["Украинские силовики"]),
        ("За сутки 47 раз нарушили перемирие украинские силовики.", ["украинские силовики"]),
        ("По позициям боевиков 47 раз за сутки нарушено перемирие.", []),
    ],
)
def test_accused(text: str, accused: list[str]) -> None:
    (tally,) = tallies(text)
    assert [mention.text for mention in tally.accused] == accused


@pytest.mark.parametrize(
    ("text", "act", "actors", "places"),
    [
        ("Украинские военные обстреляли окраины Горловки.", "shelling", ["Украинские военные"], ["окраины Горловки"]),
        ("Поселок Зайцево обстрелян боевиками.", "shelling", ["боевиками"], ["Поселок Зайцево"]),
        ("По Докучаевску стреляли вчера украинские силовики.", "small-arms", ["украинские силовики"], ["Докучаевску"]),
        (
            "Вражеская артиллерия работала по окраинам Горловки.",
            "shelling",
            ["Вражеская артиллерия"],
            [
                "окраинам Горловки",
            ],
        ),
        ("Село Саханка попало под обстрел.", "shelling", [], ["Село Саханка"]),
        ("Боевики похитили трех жителей в селе Бустан.", "abduction", ["Боевики"], ["селе Бустан"]),
        ("Пятеро боевиков атаковали пост в Думе.", "attack", ["боевиков"], ["Думе"]),
        ("Террористы обстреляли н.п. Гмам.", "shelling", ["Террористы"], ["н.п. Гмам"]),
    ],
)
def test_incidents(text: str, act: str, actors: list[str], places: list[str]) -> None:
    (happening,) = incidents(text)
    assert happening.act == act
    assert [mention.text for mention in happening.actors] == actors
    assert [place.text for place in happening.places] == places


def test_casualties_are_counted_in_words_and_one_by_one() -> None:
    (happening,) = incidents("Силовики обстреляли Горловку, погиб мирный житель, двое раненых.")
    assert happening.killed is not None
    assert happening.injured is not None
    assert (happening.killed.best, happening.injured.best) == (1, 2)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Боевики обстреляли Думу, сообщил представитель Минобороны РФ.", ["представитель Минобороны РФ"]),
        ("По данным Минобороны РФ, боевики обстреляли Думу.", ["Минобороны РФ"]),
        ("Боевики обстреляли Думу, сообщает ТАСС со ссылкой на Минобороны РФ.", ["Минобороны РФ", "ТАСС"]),
        ("Боевики обстреляли Думу. Об этом сообщили в Минобороны РФ.", ["Минобороны РФ"]),
        ("МОСКВА, 7 мая - РИА Новости. Боевики обстреляли Думу.", ["РИА Новости"]),
    ],
)
def test_chains(text: str, chain: list[str]) -> None:
    claim = read(text)[0]
    assert [speaker.text for speaker in claim.chain] == chain


def test_a_denial_stays_a_denial_and_an_allegation_alleged() -> None:
    (claim,) = read("Азербайджан опроверг это. Ереван заявил, что азербайджанские войска обстреляли село Айгепар.")
    assert claim.denied_by is not None
    assert claim.denied_by.text == "Азербайджан"
    (alleged,) = read("Якобы турецкие войска обстреляли город Африн.")
    assert alleged.marks == ("alleged",)


def test_truces_blame_and_aid() -> None:
    found = [
        claim.slots
        for claim in read(
            "Перемирие в Сирии вступило в силу 27 февраля, но обстрелы идут. Дамаск обвинил боевиков в срыве "
            "перемирия. В город Дума доставлена гуманитарная помощь."
        )
    ]
    kinds = {type(slots) for slots in found}
    assert {TruceWord, Blame, Aid} <= kinds


@pytest.mark.parametrize(
    "text",
    [
        "Если боевики нарушат перемирие, армия откроет огонь.",
        "На учениях округа артиллеристы вели минометный огонь по целям на полигоне у поселка Ручей.",
        "Сборная начала тайм атакой: обстрел ворот продолжился, нападающий нанес пять ударов, вратарь отбил четыре.",
        "Забастовка горняков в Донецке идет, профсоюз насчитал 12 нарушений трудового договора.",
        "Прокуратура Донецка зафиксировала за сутки 40 нарушений закона и обстрелы по делам не ведет.",
        "Матч за кубок окончен: форвард забил три гола, болельщики довольны, тренер команды хвалил атаку.",
        "Армянские войска не стреляли и не нарушали перемирие.",
        "Удары украинских военных по городу Донецк не велись и не планировались.",
    ],
)
def test_nothing_is_read_from_what_did_not_happen(text: str) -> None:
    assert [claim for claim in read(text) if isinstance(claim.slots, Tally | Happening)] == []


@pytest.mark.parametrize(
    ("text", "act", "actors", "places"),
    [
        ("Боевики вели минометный огонь у поселка Ручей.", "shelling", ["Боевики"], ["поселка Ручей"]),
        ("Минометы ополченцев обстреляли село Ручей.", "shelling", ["ополченцев"], ["село Ручей"]),
        ("Обстрелу подверглись позиции армии в районе сел: Ручей и Дубрава.", "shelling", [], ["Ручей", "Дубрава"]),
        ("Минометные обстрелы продолжились в районе Ручья.", "shelling", [], ["Ручья"]),
    ],
)
def test_events_of_bulletins(text: str, act: str, actors: list[str], places: list[str]) -> None:
    (happening,) = incidents(text)
    assert happening.act == act
    assert [mention.text for mention in happening.actors] == actors
    assert [place.text for place in happening.places] == places


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Турецкой частью представительства зафиксировано 9 нарушений перемирия.", "Турецкой частью представительства"),
        ("Россия за сутки усмотрела 14 нарушений перемирия.", "Россия"),
        ("Россия в комиссии по перемирию в Сирии за сутки зафиксировала 14 нарушений перемирия.", "Россия"),
    ],
)
def test_who_counted(text: str, origin: str) -> None:
    assert [claim.chain[0].text for claim in read(text)] == [origin]


def test_strikes_in_answer_are_no_breaches_counted() -> None:
    text = "Армянская сторона 132 раза нарушила режим прекращения огня. Азербайджанские ВС нанесли 132 ответных удара."
    assert [(tally.count, [who.text for who in tally.accused]) for tally in tallies(text)] == [
        (132, ["Армянская сторона"])
    ]


def test_a_week_in_figures_is_that_week() -> None:
    (tally,) = tallies("За неделю, со 2 по 8 августа, отмечено 200 нарушений перемирия.")
    assert window(tally) == ("2020-08-02", "2020-08-09")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Украинские силы нанесли 444 артиллерийских и минометных удара по позициям.", [444]),
        ("Кроме обстрелов, боевики предприняли пять попыток прорыва.", []),
        ("Подобных атак с 18 мая задокументировано уже 13.", [13]),
        ("На донецком направлении отмечено 14 обстрелов.", [14]),
    ],
)
def test_acts_counted(text: str, counts: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == counts


def test_the_days_and_parts_of_a_report_of_two_days() -> None:
    found = tallies(
        "Миссия с вечера 13 по вечер 15 августа зафиксировала 48 случаев нарушения перемирия на Донбассе. "
        "Нарушения отмечались в Донецкой области (38 случаев)."
    )
    assert [tally.count for tally in found] == [48, 38]
    assert [window(tally) for tally in found] == [("2020-08-13", "2020-08-16")] * 2
    assert [place.text for place in found[1].area] == ["Донецкой области"]


def test_strikes_counted_are_no_dead() -> None:
    told = incidents("Украинские войска за ночь нанесли 900 ударов беспилотниками, есть погибшие и раненые.")
    assert {each.killed for each in told} <= {None}
