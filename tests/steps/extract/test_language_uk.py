# ruff: noqa: RUF001 - the language has letters that look like Latin ones
"""Ukrainian: sentences of our own, with what must be read from each."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Bound


def read(text: str, published: str | None = "2020-08-20") -> list[Claim]:
    pack = load_pack("uk")
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))[0]


def tallies(text: str) -> list[Tally]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in read(text) if isinstance(claim.slots, Happening)]


COUNTS = [
    ("Двадцять три рази за тиждень бойовики порушили перемир'я.", [23]),
    ("Бойовики один раз порушили режим тиші за добу.", [1]),
    ("Зафіксовано близько тисячі двохсот порушень режиму припинення вогню.", [1200]),
    ("П\u02bcятдесят дев\u2019ять порушень тиші за добу, каже штаб.", [59]),
    ("Кількість порушень режиму припинення вогню зросла до 1 340 за тиждень.", [1340]),
    ("У селі Піски зафіксовано 10 обстрілів, у Водяному - сім, в Авдіївці - три.", [10, 7, 3]),
    ("Протягом доби зафіксовано три порушення режиму «тиші».", [3]),
    ("Понад три десятки разів ворог порушив перемир'я.", [30]),
    ("Місія зафіксувала 58 порушень тиші, у попередній період - 299 таких порушень.", [58, 299]),
    ("Місія говорить про збільшення кількості вибухів до 46 за добу.", [46]),
    ("Ворог здійснив 387 обстрілів і 19 разів штурмував позиції.", [387, 19]),
    ("Жодного порушення перемир'я за добу, стрілянини не було.", [0, 0]),
    ("Обстріл припинився. Порушень режиму тиші з боку противника не зафіксовано.", [0]),
    ("15 серпня обстрілів не зафіксовано. 16 серпня обстрілів не зафіксовано.", [0, 0]),
    ("Роздано 500 наборів, зіграно 3 матчі, обстрілів стало менше.", []),
    ("Із мінометів 120-го калібру випущено 15 мін по селу Піски.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Зафіксовано щонайменше 40 порушень перемир'я.", Bound.AT_LEAST),
        ("Зафіксовано понад 40 порушень перемир'я.", Bound.MORE_THAN),
        ("Зафіксовано близько 40 порушень перемир'я.", Bound.ABOUT),
        ("Зафіксовано 40 порушень перемир'я.", Bound.EXACT),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    assert [(tally.count, tally.bound) for tally in tallies(text)] == [(40, bound)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("З 27 липня зафіксовано 40 порушень тиші.", ("2020-07-27", "2020-08-20")),
        ("За минулу добу, 19 серпня, зафіксовано 40 порушень тиші.", ("2020-08-19", "2020-08-20")),
        ("Минулої доби ворог 40 разів порушив тишу.", ("2020-08-19", "2020-08-20")),
        ("Від початку доби зафіксовано 40 порушень тиші.", ("2020-08-20", "2020-08-21")),
        ("За тиждень, 10-16 серпня, зафіксовано 40 порушень тиші.", ("2020-08-10", "2020-08-17")),
        ("У вівторок зафіксовано 40 порушень тиші.", ("2020-08-18", "2020-08-19")),
        ("За минулу добу зафіксовано 40 порушень тиші, повідомив у вівторок штаб.", ("2020-08-17", "2020-08-18")),
        ("У вівторок штаб повідомив про 40 порушень тиші за 16 серпня.", ("2020-08-16", "2020-08-17")),
        ("Штаб повідомив у вівторок про 40 порушень тиші.", ("2020-08-18", "2020-08-19")),
        ("З вечора 15 до вечора 17 серпня зафіксовано 40 порушень тиші.", ("2020-08-15", "2020-08-18")),
        ("За добу, 18 серпня, та станом на 7 ранку 19 серпня, є 40 порушень тиші.", ("2020-08-18", "2020-08-19")),
        ("За добу 17 серпня зафіксовано 40 порушень тиші.", ("2020-08-17", "2020-08-18")),
        ("За тиждень, з 10 по 16 серпня, зафіксовано 40 порушень тиші.", ("2020-08-10", "2020-08-17")),
    ],
)
def test_windows(text: str, expected: tuple[str, str]) -> None:
    assert [window(tally) for tally in tallies(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Зафіксовано 40 порушень тиші з боку противника.", ["противника"]),
        ("Збройні формування РФ 29 разів порушили тишу.", ["Збройні формування РФ"]),
        ("За добу 47 разів порушили перемир'я російські окупанти.", ["російські окупанти"]),
        ("В районі угруповання «Схід» противник здійснив 11 обстрілів.", ["противник"]),
        ("За добу зафіксовано дванадцять штурмових дій російських військ.", ["російських військ"]),
        ("За добу зафіксовано дванадцять обстрілів українських військ.", []),
    ],
)
def test_accused(text: str, accused: list[str]) -> None:
    (tally,) = tallies(text)
    assert [mention.text for mention in tally.accused] == accused


@pytest.mark.parametrize(
    ("text", "act", "actors", "places"),
    [
        ("Українські позиції в Опитному обстріляли бойовики.", "shelling", ["бойовики"], ["Опитному"]),
        ("Селище Зайцеве обстріляно бойовиками.", "shelling", ["бойовиками"], ["Селище Зайцеве"]),
        ("По Водяному вчора стріляли найманці.", "small-arms", ["найманці"], ["Водяному"]),
        ("По Курщині била російська артилерія.", "shelling", ["російська артилерія"], ["Курщині"]),
        ("Село Піски зазнало обстрілу.", "shelling", [], ["Село Піски"]),
        ("Ворог вів вогонь з мінометів поблизу Опитного.", "shelling", ["Ворог"], ["Опитного"]),
        ("Неподалік Піщаного ворог вів прицільний вогонь.", "small-arms", ["ворог"], ["Піщаного"]),
        ("Обстріл противник здійснив неподалік Піщаного.", "shelling", ["противник"], ["Піщаного"]),
        ("Під ворожий вогонь потрапили позиції біля Піщаного.", "shelling", [], ["Піщаного"]),
        ("На донецькому напрямку бойовики били по позиціях.", "small-arms", ["бойовики"], ["донецькому напрямку"]),
        ("Обстріл тривав біля Піщаного.", "shelling", [], ["Піщаного"]),
        ("Міномети бойовиків працювали по околицях Піщаного.", "shelling", ["бойовиків"], ["околицях Піщаного"]),
        ("Артилерія бойовиків била по селу Піски.", "shelling", ["бойовиків"], ["селу Піски"]),
        ("Обстріляно позиції біля сіл: Мокре, Сухе та Лісове.", "shelling", [], ["Мокре", "Сухе", "Лісове"]),
    ],
)
def test_incidents(text: str, act: str, actors: list[str], places: list[str]) -> None:
    (happening,) = incidents(text)
    assert happening.act == act
    assert [mention.text for mention in happening.actors] == actors
    assert [place.text for place in happening.places] == places


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("У Луганській області Спеціальна моніторингова місія зафіксувала 37 порушень тиші.", ["Луганській області"]),
        ("У Донецькій області СММ зафіксувала 37 порушень тиші.", ["Донецькій області"]),
        ("Місія в Донецькій області зафіксувала 37 порушень тиші.", ["Донецькій області"]),
    ],
)
def test_who_counts_takes_in_no_place(text: str, area: list[str]) -> None:
    (tally,) = tallies(text)
    assert [place.text for place in tally.area] == area


def test_arms_act_for_those_accused_before() -> None:
    (happening,) = incidents("Бойовики двічі порушили режим тиші. Міномети працювали по околицях Піщаного.")
    assert [mention.text for mention in happening.actors] == ["Бойовики"]


def test_no_toll_is_read_from_a_verb_denied() -> None:
    (happening,) = incidents("За минулу добу жоден військовослужбовець не загинув, двоє було поранено, каже штаб.")
    assert happening.killed is None
    assert happening.injured is not None
    assert happening.injured.best == 2


def test_whose_fire_it_was_is_not_what_it_struck() -> None:
    (happening,) = incidents("Двічі під вогнем бойовиків опинилися укріплення армії біля Зайцевого.")
    assert [mention.text for mention in happening.actors] == ["бойовиків"]
    assert [mention.text for mention in happening.targets] == ["укріплення армії"]


def test_half_an_hour_is_no_window() -> None:
    (tally,) = tallies("Бойовики впродовж 30 хвилин здійснили 12 обстрілів у Мар'їнці.")
    assert tally.window is None


def test_those_struck_by_a_passive_stand_behind_it_too() -> None:
    (happening,) = incidents("Обстріляно бойовиками позиції військових біля села Піски.")
    assert [mention.text for mention in happening.targets] == ["позиції військових"]
    assert [mention.text for mention in happening.actors] == ["бойовиками"]


def test_a_count_of_breaches_is_no_count_of_an_act_without_a_verb() -> None:
    (happening,) = incidents("Бойовики тричі порушили режим тиші, один військовий загинув.")
    assert happening.killed is not None
    assert (happening.killed.best, happening.count) == (1, None)


@pytest.mark.parametrize(
    "text",
    [
        "Режим тиші порушили підрозділи російської армії, заявив Генштаб.",
        "Режим тиші підрозділи російської армії знову порушили, заявив Генштаб.",
    ],
)
def test_a_truce_broken_by_those_named_behind_it_is_blame(text: str) -> None:
    (claim,) = read(text)
    assert isinstance(claim.slots, Blame)
    assert [mention.text for mention in claim.slots.accused] == ["підрозділи російської армії"]


def test_casualties_are_counted_in_words_and_one_by_one() -> None:
    (happening,) = incidents("Окупанти двічі обстріляли Піски, загинув мирний житель, двоє поранених.")
    assert happening.killed is not None
    assert happening.injured is not None
    assert (happening.count, happening.killed.best, happening.injured.best) == (2, 1, 2)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Бойовики обстріляли Піски, повідомили у штабі ООС.", ["штабі ООС"]),
        ("За даними штабу ООС, бойовики обстріляли Піски.", ["штабу ООС"]),
        ("Бойовики обстріляли Піски, повідомляє Укрінформ з посиланням на штаб ООС.", ["штаб ООС", "Укрінформ"]),
        ("Бойовики обстріляли Піски. Про це повідомляє пресслужба штабу ООС.", ["пресслужба штабу ООС"]),
    ],
)
def test_chains(text: str, chain: list[str]) -> None:
    claim = read(text)[0]
    assert [speaker.text for speaker in claim.chain] == chain


def test_a_denial_stays_a_denial_and_an_allegation_alleged() -> None:
    (claim,) = read("Росія заперечила це. У Києві заявили, що війська Росії обстріляли Краматорськ.")
    assert claim.denied_by is not None
    assert claim.denied_by.text == "Росія"
    assert isinstance(claim.slots, Happening)
    assert [place.text for place in claim.slots.places] == ["Краматорськ"]
    (alleged,) = read("Нібито російські війська обстріляли місто Суми.")
    assert alleged.marks == ("alleged",)


def test_truces_blame_and_aid() -> None:
    found = [
        claim.slots
        for claim in read(
            "Перемир'я на Донбасі набуло чинності 27 липня, але обстріли тривають. Київ звинуватив бойовиків у "
            "зриві перемир'я. У місто Щастя доставлено гуманітарну допомогу."
        )
    ]
    kinds = {type(slots) for slots in found}
    assert {TruceWord, Blame, Aid} <= kinds


@pytest.mark.parametrize(
    "text",
    [
        "На навчаннях артилерія вела прицільний вогонь по мішенях поблизу Старичів.",
        "Матч у Донецьку почався: обстріл воріт тривав, форвард завдав 7 ударів.",
        "Поліція Одеси зафіксувала за добу 40 порушень правил дорожнього руху, у Полтаві - 12.",
        "Якщо бойовики порушать перемир'я, армія відкриє вогонь.",
        "Матч за кубок завершено: уболівальники задоволені, тренер хвалив атаку, забито три голи.",
        "Українські військові не стріляли і перемир'я не порушували.",
        "За порушення «дня тиші» перед виборами складено 54 протоколи, агітацію знято, кандидатів попереджено.",
    ],
)
def test_nothing_is_read_from_what_did_not_happen(text: str) -> None:
    assert [claim for claim in read(text) if isinstance(claim.slots, Tally | Happening)] == []
