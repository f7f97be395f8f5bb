# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Daily summaries in Russian and Ukrainian: who counts, whose breaches, where; who is blamed, and what was shelled."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Blame, Claim, Happening, Tally
from tregua.steps.extract import Context, extract, load_pack

TRUCE = {
    "ru": " Перемирие действует, режим прекращения огня соблюдают не всегда.",
    "uk": " Перемир'я триває, режим припинення вогню дотримують не завжди.",
}


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2018-03-10"), pack, Context(zone=dt.UTC))[0]


def told(language: str, text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the act, the actors and the places of each incident."""
    found = [claim.slots for claim in read(language, text + TRUCE[language]) if isinstance(claim.slots, Happening)]
    return [(str(one.act), [who.text for who in one.actors], [at.text for at in one.places]) for one in found]


def counted(language: str, text: str) -> list[tuple[int, str, str, str]]:
    """Return the number, the accused, the place and the first speaker of each count."""
    return [
        (
            claim.slots.count,
            ", ".join(who.text for who in claim.slots.accused),
            ", ".join(at.text for at in claim.slots.area if not at.rule.startswith("inferred")),
            claim.chain[0].text if claim.chain else "",
        )
        for claim in read(language, text)
        if isinstance(claim.slots, Tally)
    ]


def blamed(language: str, text: str) -> list[tuple[str, str, str]]:
    """Return who blames whom and with which stance."""
    return [
        (", ".join(who.text for who in one.blamers), ", ".join(who.text for who in one.accused), str(claim.stance))
        for claim in read(language, text + TRUCE[language])
        if isinstance(one := claim.slots, Blame)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Липовка обстреляна из минометов.", [("shelling", [], ["Липовка"])]),
        ("ru", "Липовку обстреляли из минометов боевики.", [("shelling", ["боевики"], ["Липовку"])]),
        ("uk", "Липівку обстріляно з мінометів.", [("shelling", [], ["Липівку"])]),
        ("uk", "Липівку обстріляли з мінометів.", [("shelling", [], ["Липівку"])]),
        ("ru", "Дубы обстреляли утром.", []),
        ("ru", "Неподалеку н.п. Липовка противник применил минометы.", [("shelling", ["противник"], ["н.п. Липовка"])]),
        (
            "ru",
            "Боевики открыли огонь в сирийских провинциях Латакия, Идлиб и Хама.",
            [("small-arms", ["Боевики"], ["провинциях Латакия", "Идлиб", "Хама"])],
        ),
        (
            "ru",
            "В Баку сообщили, что подразделения Армении вели огонь.",
            [("small-arms", ["подразделения Армении"], [])],
        ),
        ("ru", "Огонь по солдатам у блокпоста открыли боевики.", [("small-arms", ["боевики"], [])]),
        ("uk", "Вогонь по солдатах біля блокпоста відкрили бойовики.", [("small-arms", ["бойовики"], [])]),
        ("ru", "Огонь по Липовке открыли боевики.", [("small-arms", ["боевики"], ["Липовке"])]),
        ("ru", "Обстрел позиций солдат совершили боевики.", [("shelling", ["боевики"], [])]),
        ("ru", "Огонь по солдатам велся из минометов.", [("shelling", [], [])]),
    ],
)
def test_what_was_shelled_opens_the_sentence_and_fire_at_soldiers_is_not_theirs(
    language: str, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert told(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Минобороны возложило ответственность за обстрел на террористов.", ("Минобороны", "террористов")),
        ("ru", "Киев возложил всю ответственность за обстрел на террористов.", ("Киев", "террористов")),
        ("uk", "Командування поклало відповідальність за обстріл на терористів.", ("Командування", "терористів")),
        ("uk", "ОБСЄ звинуватила обидві сторони в обстрілах.", ("ОБСЄ", "сторони")),
        ("ru", "ОБСЕ обвинила обе стороны в обстрелах.", ("ОБСЕ", "стороны")),
        ("uk", "Українська делегація звинуватила бойовиків у зриві тиші.", ("Українська делегація", "бойовиків")),
    ],
)
def test_who_lays_the_responsibility_on_whom(language: str, text: str, expected: tuple[str, str]) -> None:
    found = [(who, whom) for who, whom, _ in blamed(language, text)]
    assert [(who, whom.removeprefix("обидві ").removeprefix("обе ")) for who, whom in found] == [expected]


def test_who_denies_one_thing_and_lays_it_on_another_asserts_that() -> None:
    text = "В Баку обвинения отвергли и возложили всю ответственность на армянскую сторону."
    assert blamed("ru", text) == [("Баку", "армянскую сторону", "asserted")]


def test_who_denies_what_somebody_broke_blames_nobody() -> None:
    assert blamed("ru", "В Баку опровергли, что боевики нарушили перемирие.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Чеченские боевики, по данным командования, нарушили перемирие 12 раз.",
            [(12, "Чеченские боевики", "", "командования")],
        ),
        ("ru", "Боевики обстреляли Липовку, нарушив перемирие 12 раз.", [(12, "Боевики", "", "")]),
        (
            "ru",
            "За сутки штаб заявил о 19 обстрелах со стороны боевиков, в ДНР – о 24 со стороны силовиков.",
            [(19, "боевиков", "", "штаб"), (24, "силовиков", "", "ДНР")],
        ),
        (
            "ru",
            "Центр по примирению: российская сторона зафиксировала за сутки восемь нарушений перемирия.",
            [(8, "", "", "российская сторона")],
        ),
        ("ru", "МИД приписывает боевикам 12 обстрелов за сутки.", [(12, "боевикам", "", "МИД")]),
        ("uk", "МЗС закидає бойовикам 12 обстрілів за добу.", [(12, "бойовикам", "", "МЗС")]),
        ("uk", "Зведення штабу АТО за добу: 24 обстріли.", [(24, "", "", "штабу АТО")]),
        ("uk", "Штаб АТО: 24 обстріли за добу.", [(24, "", "", "Штаб АТО")]),
        ("ru", "За сутки боевики нарушили перемирие 14 раз, подсчитали в СНБО.", [(14, "боевики", "", "СНБО")]),
        (
            "ru",
            "ВСУ за сутки 50 раз нарушили режим прекращения огня. Из них 20 раз – с применением минометов.",
            [(50, "ВСУ", "", ""), (20, "ВСУ", "", "")],
        ),
        (
            "uk",
            "Бойовики за добу здійснили 95 обстрілів, з яких 80 припало на район Липівки.",
            [(95, "Бойовики", "", ""), (80, "Бойовики", "Липівки", "")],
        ),
        (
            "uk",
            "З 7 березня бойовики 9 разів відкривали вогонь: чотири – 8 березня, п'ять – 9 березня.",
            [(9, "бойовики", "", ""), (4, "бойовики", "", ""), (5, "бойовики", "", "")],
        ),
        (
            "ru",
            "За сутки силовики шесть раз нарушили перемирие: Липовка – дважды, Дубрава – четыре раза.",
            [(6, "силовики", "Липовка, Дубрава", ""), (2, "силовики", "Липовка", ""), (4, "силовики", "Дубрава", "")],
        ),
        ("ru", "В пятницу силовики пять раз открывали огонь.", [(5, "силовики", "", "")]),
        ("ru", "В пятницу силовики пять раз обстреляли село Липовка.", []),
    ],
)
def test_counts_of_summaries(language: str, text: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert counted(language, text) == expected


def test_the_country_of_a_ministry_is_not_where_it_counts() -> None:
    [tally] = [
        claim.slots
        for claim in read("ru", "ВСУ за сутки 50 раз нарушили перемирие, сообщили в Минобороны РФ. Минобороны РФ ждет.")
        if isinstance(claim.slots, Tally)
    ]
    assert not tally.area


def test_a_part_and_its_day_are_no_range_of_days() -> None:
    [_, part, _] = [
        claim.slots
        for claim in read("uk", "Бойовики 9 разів порушили тишу: чотири – 8 березня, п'ять – 9 березня.")
        if isinstance(claim.slots, Tally)
    ]
    assert part.window is not None
    assert str(part.window.start)[:10] == "2018-03-08"
