# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Bulletins in Russian and Ukrainian: verbs left out, who is accused carried on, speakers named in many ways."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2018-03-10"), pack, Context(zone=dt.UTC))[0]


def told(language: str, text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the act, the actors and the places of each incident."""
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    return [(str(one.act), [who.text for who in one.actors], [at.text for at in one.places]) for one in found]


def counted(language: str, text: str) -> list[tuple[int, list[str], list[str]]]:
    """Return the number, the accused and the places of each count."""
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    return [(one.count, [who.text for who in one.accused], [at.text for at in one.area]) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "uk",
            "Біля Липового ворог гатив із мінометів, поблизу Кленового – з кулеметів.",
            [("shelling", ["ворог"], ["Липового"]), ("small-arms", ["ворог"], ["Кленового"])],
        ),
        (
            "uk",
            "Найманці двічі били з гармат по Липовому, один раз – по Кленовому і Дубовому.",
            [("shelling", ["Найманці"], ["Липовому"]), ("shelling", ["Найманці"], ["Кленовому", "Дубовому"])],
        ),
        (
            "ru",
            "Боевики обстреляли село Ручей, а отряды «Ахрар аш-Шам» – Дубраву.",
            [("shelling", ["Боевики"], ["село Ручей"]), ("shelling", ["Ахрар аш-Шам"], ["Дубраву"])],
        ),
        (
            "ru",
            "Под Ручьем противник применил гранатометы, у Дубравы и Речки – стрелковое оружие.",
            [("shelling", ["противник"], ["Ручьем"]), ("small-arms", ["противник"], ["Дубравы", "Речки"])],
        ),
        (
            "ru",
            "Боевики обстреляли село Ручей, «Ахрар аш-Шам» – Дубраву.",
            [("shelling", ["Боевики"], ["село Ручей"]), ("shelling", ["Ахрар аш-Шам"], ["Дубраву"])],
        ),
        (
            "ru",
            "Боевики обстреляли село Ручей, по позициям армии – из минометов.",
            [("shelling", ["Боевики"], ["село Ручей"]), ("shelling", ["Боевики"], ["село Ручей"])],
        ),
    ],
)
def test_a_dash_stands_for_the_verb_before(
    language: str, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert told(language, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Боевики обстреляли село Ручей, мин было 10 – 12.",
        "Боевики обстреляли село Ручей и трассу Север – Дубрава.",
        "«Боевики обстреляли село Ручей», – сообщил штаб.",
        "Боевики обстреляли село Ручей, район – спокойный.",
        "Боевики обстреляли село Ручей, у Дубравы 10 – у Речки.",
        "Боевики обстреляли село Ручей – сообщений о жертвах нет.",
    ],
)
def test_a_dash_that_stands_for_no_verb(text: str) -> None:
    assert [act for act, _, _ in told("ru", text)] == ["shelling"]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("ru", "Противник бил из минометов под Ручьем. Обстрелян и поселок Дубрава.", ["Противник"]),
        ("ru", "Противник бил из минометов под Ручьем. В ответ обстрелян поселок Дубрава.", []),
        (
            "ru",
            "Противник бил из минометов под Ручьем. Неизвестные люди обстреляли поселок Дубрава.",
            ["Неизвестные люди"],
        ),
        ("uk", "Ворог бив із мінометів під Липовим. Позиції біля Кленового обстріляли з гармат.", ["Ворог"]),
        ("uk", "Ворог бив із мінометів під Липовим, каже штаб. Біля Дубового, каже місія, стріляли.", []),
        ("ru", "Со стороны Азербайджана обстреляно село Дубрава.", ["Азербайджана"]),
    ],
)
def test_a_clause_that_names_nobody_is_of_those_accused_before(language: str, text: str, actors: list[str]) -> None:
    assert told(language, text)[-1][1] == actors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Обстреливали и Ручей, и Дубраву.", ("shelling", [], ["Ручей", "Дубраву"])),
        ("Днем Ручей атаковали беспилотники.", ("drone", [], ["Ручей"])),
        ("Беспилотник нанес удар по позиции у Ручья, погиб один военнослужащий.", ("drone", [], ["Ручья"])),
        (
            "Обстрелам подверглись населенные пункты Ручей и Дубрава.",
            ("shelling", [], ["населенные пункты Ручей", "Дубрава"]),
        ),
        (
            "Приреченский район армия противника обстреляла утром.",
            ("shelling", ["армия противника"], ["Приреченский район"]),
        ),
        ("Боевики пытались проникнуть в село Ручей.", ("advance", ["Боевики"], ["село Ручей"])),
        ("Обстреляли Ручей, сообщили военные.", ("shelling", [], ["Ручей"])),
        ("Боевики накрыли «Градами» село Ручей.", ("shelling", ["Боевики"], ["село Ручей"])),
        ("У Азербайджана под Ручьем сработало взрывное устройство.", ("explosion", [], ["Ручьем"])),
    ],
)
def test_events(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert told("ru", text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "uk",
            "По три обстріли нарахували біля Липового і Кленового.",
            [(3, [], ["Липового"]), (3, [], ["Кленового"])],
        ),
        (
            "uk",
            "Ворог порушив тишу 30 разів. У 27 випадках стріляла артилерія.",
            [(30, ["Ворог"], []), (27, ["Ворог"], [])],
        ),
        ("uk", "За добу 20 обстрілів вчинили російські підрозділи.", [(20, ["російські підрозділи"], [])]),
        ("ru", "Боевики палить не перестали. За сутки зафиксировано 12 нарушений.", [(12, ["Боевики"], [])]),
        ("ru", "Позиции боевиков молчали. За сутки зафиксировано 12 нарушений.", [(12, [], [])]),
        ("ru", "Боевики палить не перестали, сообщил штаб. Миссия зафиксировала 12 нарушений.", [(12, [], [])]),
        ("ru", "За сутки 15 раз азербайджанские военные нарушили перемирие.", [(15, ["азербайджанские военные"], [])]),
        ("ru", "Сделано 2500 выстрелов.", []),
    ],
)
def test_counts(language: str, text: str, expected: list[tuple[int, list[str], list[str]]]) -> None:
    assert counted(language, text) == expected


def test_a_count_told_twice_is_no_incident_in_its_headline() -> None:
    text = "Позиції військ обстріляно 13 разів\n\nТринадцять разів стріляли бойовики за добу, заявив штаб."
    assert [claim.slots for claim in read("uk", text) if isinstance(claim.slots, Happening)] == []


def test_a_headline_tells_what_the_text_tells_in_other_cases() -> None:
    text = "Бойовики обстріляли Липове\n\nУ Липовому бойовики обстріляли школу."
    assert len(told("uk", text)) == 1


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        ("ru", "Боевики обстреляли Ручей. Об этом сообщил журналистам в четверг глава штаба.", "глава штаба"),
        (
            "ru",
            "Боевики обстреляли Ручей, заявил представитель штаба генерал-майор Иван Рябов.",
            "представитель штаба генерал-майор Иван Рябов",
        ),
        ("ru", "«Боевики обстреляли Ручей», – цитирует РИА Новости генерал-майора Олега Рябова.", "Олега Рябова"),
        ("ru", "Источник: утренняя сводка штаба ООС\n\nБоевики обстреляли Ручей.", "штаба ООС"),
        ("ru", "Штаб ООС: боевики обстреляли Ручей.", "Штаб ООС"),
        ("ru", "Такие цифры привел на брифинге глава миссии. Боевики обстреляли Ручей.", "глава миссии"),
        ("uk", "Штаб ООС заявив, що бойовики обстріляли Липове. Обстріляно, додали у штабі, і Кленове.", "Штаб ООС"),
        ("uk", "Міноборони Вірменії заявило про тишу. У відомстві додали: обстріляно Липове.", "Міноборони Вірменії"),
        ("uk", "Речниця сказала про тишу. У відомстві додали: обстріляно Липове.", "відомстві"),
    ],
)
def test_origins(language: str, text: str, origin: str) -> None:
    (claim,) = [claim for claim in read(language, text) if isinstance(claim.slots, Happening)][-1:]
    assert claim.chain[0].text == origin


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "На донецком направлении противник совершил 5 обстрелов, на горловском 4 обстрела.",
            [(5, ["противник"], ["донецком направлении"]), (4, ["противник"], ["горловском направлении"])],
        ),
        (
            "ru",
            "Со стороны ВСУ зафиксировано 40 обстрелов, со стороны боевиков – 12.",
            [(40, ["ВСУ"], []), (12, ["боевиков"], [])],
        ),
        (
            "ru",
            "Армянская сторона нарушила перемирие 114 раз, азербайджанская – 20.",
            [(114, ["Армянская сторона"], []), (20, ["азербайджанская"], [])],
        ),
        (
            "ru",
            "Отмечено по одному нарушению в Дамаске и Хомсе.",
            [(1, [], ["Дамаске"]), (1, [], ["Хомсе"])],
        ),
        (
            "ru",
            "Зафиксировано 12 обстрелов Брянской, Курской и Белгородской областей.",
            [(12, [], ["Брянской", "Курской", "Белгородской областей"])],
        ),
        (
            "uk",
            "Тричі бойовики порушили режим тиші біля Липового, двічі – біля Кленового.",
            [(3, ["бойовики"], ["Липового"]), (2, ["бойовики"], ["Кленового"])],
        ),
        (
            "uk",
            "Ворог здійснив 35 обстрілів населених пунктів Запорізької області.",
            [(35, ["Ворог"], ["населених пунктів Запорізької області"])],
        ),
        ("ru", "Украинской стороной совершено 11 обстрелов.", [(11, ["Украинской стороной"], [])]),
        ("ru", "Число обстрелов достигло 26, сообщил штаб.", [(26, [], [])]),
        ("ru", "Штаб заявил о пяти обстрелах.", [(5, [], [])]),
        ("ru", "За сутки не было ни одного обстрела.", [(0, [], [])]),
        (
            "ru",
            "Фактов нарушений за сутки турецкая сторона не выявила, российская зафиксировала семь.",
            [(0, [], []), (7, [], [])],
        ),
        ("ru", "Штаб обвинил ВСУ в срыве перемирия. За сутки отмечено 20 обстрелов.", [(20, ["ВСУ"], [])]),
        ("ru", "ВСУ нарушали перемирие, сообщил штаб. За сутки отмечено 20 обстрелов.", [(20, ["ВСУ"], [])]),
        ("ru", "Перемирие нарушали, сообщил штаб. За сутки отмечено 20 обстрелов.", [(20, [], [])]),
        ("ru", "Штаб обвинил неизвестных. За сутки отмечено 20 обстрелов.", [(20, [], [])]),
    ],
)
def test_counts_of_bulletins(language: str, text: str, expected: list[tuple[int, list[str], list[str]]]) -> None:
    assert counted(language, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "С полуночи до семи утра зафиксировано 15 обстрелов.",
        "По состоянию на 7 утра зафиксировано 15 обстрелов.",
        "К утру зафиксировано 15 обстрелов.",
    ],
)
def test_an_hour_alone_is_of_the_day_of_the_report(text: str) -> None:
    (tally,) = [claim.slots for claim in read("ru", text) if isinstance(claim.slots, Tally)]
    assert tally.window is not None
    assert tally.window.start is not None
    assert tally.window.start.date() == dt.date(2018, 3, 10)


def test_dead_and_wounded_of_two_places_are_two_events() -> None:
    text = "В Ручье погиб солдат, в Дубраве ранены двое военных."
    assert [places for _, _, places in told("ru", text)] == [["Ручье"], ["Дубраве"]]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("ru", "Стороны договорились о прекращении огня с 12:00 10 марта.", "declared"),
        ("ru", "Стороны условились прекратить огонь.", "declared"),
        ("ru", "С 25 февраля действует энергетическое перемирие.", "in_force"),
        ("uk", "На сході триває режим припинення вогню.", "in_force"),
    ],
)
def test_truces(language: str, text: str, status: str) -> None:
    shelled = {"ru": "Боевики обстреляли Ручей.", "uk": "Бойовики обстріляли Липове."}
    claims = read(language, f"{text}\n\n{shelled[language]}")
    assert [str(claim.slots.status) for claim in claims if isinstance(claim.slots, TruceWord)] == [status]


def test_a_part_may_follow_its_dash_behind_a_small_word() -> None:
    text = "У Ручья враг открыл огонь из миномета, неподалеку от Дубравы – тоже из миномета."
    assert [places for _, _, places in told("ru", text)] == [["Ручья"], ["Дубравы"]]


def test_a_part_may_follow_its_dash_in_quotation_marks() -> None:
    text = "Боевики обстреляли село Ручей, отряды «Ахрар аш-Шам» – «Дубраву»."
    assert [actors for _, actors, _ in told("ru", text)] == [["Боевики"], ["Ахрар аш-Шам"]]


def test_the_subject_behind_all_counts_is_accused_of_the_first() -> None:
    text = "За добу 59 обстрілів і 12 штурмових дій вчинили бойовики."
    assert [accused for _, accused, _ in counted("uk", text)] == [["бойовики"], ["бойовики"]]


def struck(language: str, text: str) -> list[tuple[list[str], list[str]]]:
    """Return the actors of each incident and what it struck."""
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    return [([who.text for who in one.actors], [what.text for what in one.targets]) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Под огонь украинских силовиков попал рабочий станции.", (["украинских силовиков"], ["рабочий"])),
        ("ru", "В Липовом обстрелами боевиков повреждены три дома.", (["боевиков"], ["дома"])),
        ("ru", "Обстрелян в среду в Липовом российский патруль.", ([], ["российский патруль"])),
        ("uk", "Позиції біля Липового обстріляли зі 120-мм мінометів.", ([], ["Позиції"])),
        (
            "uk",
            "Грузинські позиції почали обстрілювати російські війська.",
            (["російські війська"], ["Грузинські позиції"]),
        ),
        ("uk", "Бойовики стріляли біля Липового по нашому безпілотнику.", (["Бойовики"], ["безпілотнику"])),
        ("uk", "Безпілотник біля Липового обстріляли зі стрілецької зброї.", ([], ["Безпілотник"])),
        ("ru", "Под Липовым на фугасе подорвался бронетранспортер.", ([], ["бронетранспортер"])),
        ("ru", "С направления Песок по аэропорту выпущено 20 снарядов.", ([], ["аэропорту"])),
        (
            "ru",
            "В провинции Дамаск артиллерийский огонь повстанцев вёлся по позициям армии.",
            (["повстанцев"], ["позициям армии"]),
        ),
    ],
    ids=[
        "under fire of",
        "shelling of",
        "behind the verb",
        "object first",
        "object first, subject last",
        "a drone fired at",
        "a drone first",
        "blown up",
        "fired at from a place",
        "a place before",
    ],
)
def test_what_was_struck_and_by_whom_in_any_order(
    language: str, text: str, expected: tuple[list[str], list[str]]
) -> None:
    assert struck(language, text) == [expected]


def test_an_attack_is_by_those_who_staged_it() -> None:
    (found,) = told("uk", "П'ятеро загинули під час теракту, який влаштували бойовики в Липовому.")
    assert found[:2] == ("attack", ["бойовики"])


def test_a_drone_that_was_fired_at_is_no_weapon() -> None:
    acts = [act for act, _, _ in told("uk", "Безпілотник біля Липового обстріляли зі стрілецької зброї.")]
    assert acts == ["small-arms"]


def test_what_was_struck_may_stand_behind_a_passive_that_opens_the_sentence() -> None:
    assert told("ru", "Обстреляны были Хомс и Хама.") == [("shelling", [], ["Хомс", "Хама"])]
    assert told("uk", "Обстріляно було Піски.") == [("shelling", [], ["Піски"])]
