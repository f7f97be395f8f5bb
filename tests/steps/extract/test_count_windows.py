# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Which window a count has that its own clause does not name, and where a total is; in all languages."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import counts, document, tallies, window
from tregua.records.claim import Tally
from tregua.steps.extract import Context, extract, load_pack

Counted = list[tuple[int, tuple[str, str] | None]]
DAY, BEFORE = ("2021-05-24", "2021-05-25"), ("2021-05-23", "2021-05-24")
WEEK, WEEK_BEFORE = ("2021-05-18", "2021-05-25"), ("2021-05-11", "2021-05-18")


def read(language: str, text: str, published: str = "2021-05-25") -> list[Tally]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text, published=published), pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Tally)]


def dated(language: str, text: str) -> Counted:
    return [(one.count, window(one)) for one in read(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mission recorded 112 violations in Gorno. In the previous 24 hours, it recorded 11 violations."),
        ("en", "Daily report\n\nMonitors recorded 112 violations; in the previous period they recorded 11 violations."),
        ("en", "In 24 hours 112 violations of the truce were logged, against 11 in the 24 hours before that."),
        ("uk", "За минулу добу, 24 травня, зафіксовано 112 порушень; попередньої доби – 11."),
    ],
)
def test_the_period_before_is_not_that_of_the_count(language: str, text: str) -> None:
    assert dated(language, text)[0] == (112, DAY)
    assert dated(language, text)[1][0] == 11


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 312 violations that the mission logged last week were fewer than in the week before."),
        ("ru", "За неделю с 18 по 24 мая насчитали 312 нарушений перемирия, в среднем 45 в день."),
        ("uk", "За тиждень місія зафіксувала 312 порушень тиші, що на 25% менше, ніж за попередній тиждень."),
        ("en", "In the week of May 18-24 the army broke the truce 312 times, on average 45 a day."),
    ],
)
def test_what_a_week_is_compared_with_or_shared_out_to_is_no_window(language: str, text: str) -> None:
    assert dated(language, text) == [(312, WEEK)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mission's daily report counts 31 violations of the truce."),
        ("fr", "Le rapport quotidien de la mission fait état de 31 violations de la trêve."),
        ("es", "El informe diario de la misión da cuenta de 31 violaciones de la tregua."),
        ("pt", "O relatório diário da missão registrou 31 violações da trégua."),
        ("ru", "В ежедневном отчете миссии говорится о 31 нарушении перемирия."),
        ("uk", "У щоденному звіті місії йдеться про 31 порушення тиші."),
        ("ar", "ذكر التقرير اليومي للبعثة تسجيل 31 خرقا للهدنة."),
    ],
)
def test_a_daily_report_counts_a_day(language: str, text: str) -> None:
    assert dated(language, text) == [(31, DAY)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On day eleven of the truce in Syria 79 breaches were recorded.", ("2016-03-08", "2016-03-09")),
        ("79 breaches were recorded in Syria in the first 48 hours of the truce.", ("2016-02-27", "2016-02-29")),
        ("In Syria, in the truce's first week, 79 breaches were recorded.", ("2016-02-27", "2016-03-05")),
    ],
)
def test_days_of_a_truce_whose_start_is_known(text: str, days: tuple[str, str]) -> None:
    assert [window(tally) for tally in tallies(text)] == [days]


def test_a_headline_dates_what_the_text_counts_again() -> None:
    text = (
        "79 breaches on May 6\n\nThe truce in Syria began on February 27. The network's report speaks of 79 breaches "
        "by the two sides, 52 in Hama and 27 in Homs."
    )
    assert [window(tally) for tally in tallies(text)] == [("2016-05-06", "2016-05-07")] * 3


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("fr", "Beyrouth accuse Israël de 1 500 violations de la trêve. Le Hezbollah se tait.", "Liban"),
        ("ar", "وثقت الشبكة اللبنانية 1500 خرق للهدنة.", "لبنان"),
        ("en", "Hezbollah says that Israel has broken the truce 1,500 times.", "Lebanon"),
    ],
)
def test_a_total_is_of_the_place_of_the_truce_called_as_the_text_would(language: str, text: str, area: str) -> None:
    (found,) = read(language, text, published="2025-04-03")
    assert [(place.text, place.name) for place in found.area] == [(area, "Lebanon")]


def test_two_sides_count_each_with_its_parts() -> None:
    text = (
        "Over the past 24 hours the Russian side noted seven violations (three in Hama, two in Latakia, and one each "
        "in Daraa and Damascus) and the Turkish side 11 (6 in Daraa, 5 in Hama)."
    )
    assert counts(text) == [7, 3, 2, 1, 1, 11, 6, 5]
    assert counts("The Russian side noted seven violations. The Turkish side noted 11: 6 in Daraa, 5 in Hama.") == [
        7,
        11,
        6,
        5,
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the last 24h the army broke the truce 31 times."),
        ("es", "En las últimas 24h hubo 31 violaciones de la tregua."),
        ("fr", "Ces dernières 24h, la mission a recensé 31 violations de la trêve."),
        ("pt", "Nas últimas 24h houve 31 violações da trégua."),
    ],
)
def test_hours_written_with_their_number(language: str, text: str) -> None:
    assert dated(language, text) == [(31, DAY)]
    assert dated("pt", "Às 18h ouviram-se ataques na região.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "За минувшие сутки насчитали 31 нарушение перемирия, накануне – 11."),
        ("uk", "За минулу добу зафіксовано 31 порушення тиші. Попередньої доби було 11 порушень."),
        ("fr", "En 24 heures, 31 violations de la trêve ont été recensées, contre 11 la veille."),
        ("es", "En las últimas 24 horas hubo 31 violaciones de la tregua, frente a 11 la víspera."),
    ],
)
def test_the_day_before_is_before_the_day_that_is_counted(language: str, text: str) -> None:
    assert dated(language, text) == [(31, DAY), (11, BEFORE)]


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("ru", "С 18:00 субботы военные нарушили перемирие 31 раз.", "2021-05-22"),
        ("uk", "З вечора суботи військові порушили перемир'я 31 раз.", "2021-05-22"),
        ("en", "Since 18:00 on Saturday the army has broken the truce 31 times.", "2021-05-22"),
    ],
)
def test_a_window_that_begins_at_an_hour_of_a_weekday(language: str, text: str, since: str) -> None:
    assert dated(language, text) == [(31, (since, "2021-05-25"))]


@pytest.mark.parametrize(
    ("language", "text", "areas"),
    [
        (
            "uk",
            "На Донецькому напрямку було 27 порушень тиші, на Луганському – 15.",
            ["Донецькому напрямку", "Луганському напрямку"],
        ),
        (
            "ru",
            "В Белгородской области насчитали 76 нарушений перемирия, в Курской – 41.",
            ["Белгородской области", "Курской области"],
        ),
        (
            "en",
            "The army broke the truce on the fronts of Marib (31 breaches) and Taiz (19 breaches).",
            ["Marib", "Taiz"],
        ),
        ("ar", "توزعت الخروقات على جبهات مأرب (31 خرقا) وتعز (19 خرقا).", ["مأرب", "تعز"]),
    ],
)
def test_a_place_without_its_head_or_before_a_bracket(language: str, text: str, areas: list[str]) -> None:
    assert [place.text for one in read(language, text) for place in one.area] == areas


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The monitors put the figure of violations by the rebels in March at 71, and that of the army at 14.",
            [71, 14],
        ),
        ("Ceasefire violations fell by 12 per cent last week, to 4,012.", [4012]),
        ("They broke the truce 46 times by noon; by evening it was more than 2,000.", [46, 2000]),
        ("It logged 22 breaches. Of these, 14 were by artillery and 8 with small arms.", [22, 14, 8]),
        ("The rebels broke the ceasefire 633 times in the first two months of this year.", [633]),
        ("They found 52 violations; the town of Jaffna had the most (18), then Vavuniya (9).", [52, 18, 9]),
    ],
)
def test_ways_of_counting(text: str, expected: list[int]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In 42 days of the truce in Gaza the office counted 962 violations.", ("2025-01-19", "2025-03-02")),
        ("fr", "En 42 jours, 962 violations de la trêve ont été recensées à Gaza.", ("2025-01-19", "2025-03-02")),
    ],
)
def test_as_many_days_as_the_truce_lasted_are_its_days(language: str, text: str, expected: tuple[str, str]) -> None:
    assert [window(one) for one in read(language, text, published="2025-03-03")] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2020 the army broke the truce 31 times, by a report which the minister released in February."),
        ("es", "En 2020 hubo 31 violaciones de la tregua, según el informe que se presentó en febrero."),
        ("en", "The army broke the truce 31 times in 2020; three soldiers died on Monday."),
    ],
)
def test_what_a_relative_clause_or_another_one_dates_is_no_window(language: str, text: str) -> None:
    assert dated(language, text) == [(31, ("2020-01-01", "2021-01-01"))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "За минувшие сутки насчитали 31 нарушение перемирия. Накануне сообщалось о семи.", [31, 7]),
        ("ru", "Российская сторона насчитала 11 нарушений. У турецкой части вышло девять.", [11, 9]),
        ("uk", "За минулу добу нарахували 31 порушення тиші. Напередодні їх було сім.", [31, 7]),
        (
            "en",
            "The office logged 31 violations of the truce. For the first half of 2020 the figure had been 28.",
            [31, 28],
        ),
        ("es", "Hasta el mediodía el ejército violó la tregua 46 veces, y por la noche eran ya más de 200.", [46, 200]),
    ],
)
def test_counts_without_their_noun(language: str, text: str, expected: list[int]) -> None:
    assert [one.count for one in read(language, text)] == expected


def test_where_a_truce_was_signed_is_not_where_it_was_broken() -> None:
    (found,) = read("en", "The truce signed in Ankara was broken 31 times in Homs. Homs is calm.")
    assert [place.text for place in found.area] == ["Homs"]
    assert read("en", "The truce signed in Ankara was broken 31 times.")[0].area == ()


def test_the_places_of_the_parts_of_a_count_are_not_those_of_the_next() -> None:
    text = "Rebels broke the truce 9 times, 5 of them in Homs.\n\nThe army broke it 12 times."
    assert [[place.text for place in tally.area] for tally in tallies(text, published="2014-05-08")][-1] != ["Homs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2020 the army broke the truce 51 times. Another 29 have been reported this year.", [51, 29]),
        ("It documented 53 violations of the truce; flights account for 19 of them and artillery for 6.", [53, 19, 6]),
        ("The army noted 3 truce violations on Friday. On Saturday eleven had been registered.", [3, 11]),
    ],
)
def test_parts_by_kind_and_by_day(text: str, expected: list[int]) -> None:
    assert counts(text) == expected


def test_a_name_beside_places_that_have_their_share_is_a_place() -> None:
    text = "The network documented 38 breaches of the truce in the field; Idlib saw 16, Hama 9 and Homs 7."
    shares = tallies(text)[1:]
    assert [(share.count, [place.text for place in share.area], share.accused) for share in shares] == [
        (16, ["Idlib"], ()),
        (9, ["Hama"], ()),
        (7, ["Homs"], ()),
    ]


def test_as_of_a_day_is_up_to_it() -> None:
    (found,) = read("en", "As of December 28 the office in Gaza had logged 969 violations.", published="2025-12-29")
    assert window(found) == ("2025-10-10", "2025-12-29")


def test_a_record_of_this_month_is_no_window() -> None:
    text = "Yesterday the army broke the truce 31 times, the highest number this month."
    assert dated("en", text) == [(31, DAY)]
