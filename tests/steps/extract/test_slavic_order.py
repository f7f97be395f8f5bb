# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Russian and Ukrainian with words in free order: who acts behind the arms, before the noun, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2020-08-20"), pack, Context(zone=dt.UTC))[0]


def incidents(language: str, text: str) -> list[Happening]:
    return [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]


ACTORS = [
    (
        "uk",
        "По позиціях армії під Хамою вели вогонь із мінометів та кулеметів «невідомі збройні угруповання».",
        "невідом",
    ),
    ("uk", "По селу били з артилерії бойовики.", "бойовики"),
    ("ru", "По городу Хама вели огонь из миномётов и пулемётов вооружённые формирования.", "формирования"),
    ("ru", "Боевиками «Ахрар аш-Шам», ранее заявлявшими о мире, велась стрельба по кварталам Алеппо.", "Ахрар"),
    ("ru", "С боевиками у села Мадая велась перестрелка.", None),
    ("ru", "Троих солдат застрелил снайпер ВСУ под Авдеевкой.", "ВСУ"),
    ("ru", "Двоих жителей села Мадая убили боевики.", "боевики"),
    ("ru", "Шестеро гражданских, среди них две девочки, погибли от рук правительственных сил.", "правительственных"),
    ("uk", "Дев'ятьох цивільних, у тому числі трьох дітей, убили урядові війська.", "урядові"),
    (
        "ru",
        "В результате «неспровоцированного» огня пакистанских военных в секторе Кирни погиб солдат.",
        "пакистанских",
    ),
    ("ru", "Украинский беспилотник сбили над Донецком.", None),
    ("ru", "Из миномётов обстреляли село террористы. Над провинцией Хама сбили самолёт.", None),
    ("ru", "Дорога подвергается обстрелам со стороны террористов «Исламского государства» (ИГ).", "государства"),
]


@pytest.mark.parametrize(("language", "text", "actor"), ACTORS)
def test_who_acts(language: str, text: str, actor: str | None) -> None:
    *_, last = incidents(language, text)
    assert (actor in last.actors[0].text) if actor else not last.actors


ACTS = [
    ("ru", "Самолёт сбили над провинцией Хама.", ["attack"]),
    ("uk", "Літак збили над провінцією Хама.", ["attack"]),
    ("ru", "Боевики, пересекли линию разграничения у села Мадая.", ["advance"]),
    ("ru", "Посты армии подвергались атакам у села Мадая.", ["attack"]),
    (
        "uk",
        "По позиціях армії у Латакії вели вогонь бойовики, а так звана «Ахрар аш-Шам» обстріляла села Хами.",
        ["small-arms", "shelling"],
    ),
    (
        "ru",
        "Военные пытались атаковать под Сухой Балкой, за сутки 1404 раза били из артиллерии по позициям.",
        ["attack"],
    ),
]


@pytest.mark.parametrize(("language", "text", "acts"), ACTS)
def test_which_act(language: str, text: str, acts: list[str]) -> None:
    assert [each.act for each in incidents(language, text)] == acts


TOLLS = [
    ("ru", "Из-за обстрелов ВСУ в Донецке погибли 10 мирных жителей, ранения получили ещё 30.", (10, 30)),
    ("uk", "Через обстріл Донецька загинуло 10 мирних жителів, поранень зазнали ще 30.", (10, 30)),
]


@pytest.mark.parametrize(("language", "text", "toll"), TOLLS)
def test_how_many_more_were_hurt(language: str, text: str, toll: tuple[int, int]) -> None:
    (told,) = incidents(language, text)
    assert told.killed is not None
    assert told.injured is not None
    assert (told.killed.best, told.injured.best) == toll


def test_part_of_those_told_of_is_no_event() -> None:
    assert not incidents("ru", "Боевики нарушили перемирие. Среди погибших пятеро детей, убитых в Хаме.")


def test_the_centre_is_not_the_people_named_before() -> None:
    text = "Росіяни нарахували 29 порушень. Про 12 порушень повідомив у неділю російський координаційний центр."
    assert [claim.chain[0].text for claim in read("uk", text)][-1] == "російський координаційний центр"


COUNTS = [
    ("ru", "Штурмовых действий за день, по его словам, было 96.", [(96, None)]),
    ("uk", "Десять таких випадків сталося в Алеппо, чотири - в Латакії: бойовики порушили перемир'я 14 разів.", None),
    (
        "uk",
        "SNHR нарахувала 79 порушень: 27 - це операції із затримання, з яких 18 провели урядові сили, 9 - сили курдів.",
        [(79, None), (27, None), (18, "урядові сили"), (9, "сили курдів")],
    ),
    ("ru", "СЦКК зафиксировал 11 фактов ведения огня со стороны ВФУ.", [(11, "ВФУ")]),
]


@pytest.mark.parametrize(("language", "text", "counts"), COUNTS)
def test_counts(language: str, text: str, counts: list[tuple[int, str | None]] | None) -> None:
    told = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    if counts is None:
        assert {each.count for each in told} == {10, 4, 14}
    else:
        assert [(each.count, each.accused[0].text if each.accused else None) for each in told] == counts


TRUCES = [
    ("ru", "Обстрелов стало меньше после «пасхального перемирия», объявленного Россией.", ["declared"]),
    ("uk", "Бої стихли. Угода набула чинності 27 лютого.", ["in_force"]),
    ("ru", "Бои шли всю Пасху. Режим прекращения огня сейчас завершён.", ["ended"]),
    ("ru", "Армия вновь обеспечивает соблюдение режима прекращения огня в секторе Газа.", ["in_force"]),
]


@pytest.mark.parametrize(("language", "text", "states"), TRUCES)
def test_truces(language: str, text: str, states: list[str]) -> None:
    assert [claim.slots.status for claim in read(language, text) if isinstance(claim.slots, TruceWord)] == states


AIDS = [
    ("ru", "Боевики обстреляли трассу, это мешает доставке помощи жителям Алеппо.", ["blocked"]),
    ("uk", "Обстріли тривають і перешкоджають доставці допомоги в Алеппо.", ["blocked"]),
    ("ru", "После обстрела медики центра оказали помощь 36 жителям.", []),
]


@pytest.mark.parametrize(("language", "text", "aids"), AIDS)
def test_aid(language: str, text: str, aids: list[str]) -> None:
    assert [claim.slots.status for claim in read(language, text) if isinstance(claim.slots, Aid)] == aids


PERIODS = [
    ("ru", "Нарушений перемирия 3589. Больше всего, 427, пришлось на сентябрь; в марте их было 411, в мае - 408.", 4),
    ("uk", "Перемир'я порушено 3589 разів цього року до 6 жовтня. У липні - 398, а в червні та квітні - по 387.", 4),
    ("uk", "Порушень з боку Пакистану вздовж кордону, кажуть джерела, зафіксовано 3589 проти 3168 минулого року.", 2),
    ("ru", "За сутки боевики нарушили перемирие дважды: 40 раз вылетали и поразили цели самолёты армии.", 1),
    ("ru", "Три нарушения перемирия за сутки. Три из новых пришлись на Алеппо, а всего с марта их теперь 294.", 3),
]


@pytest.mark.parametrize(("language", "text", "count"), PERIODS)
def test_counts_of_months_and_afar(language: str, text: str, count: int) -> None:
    told = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    assert len(told) == count


def test_breaches_by_somebody_are_his_however_far_their_number() -> None:
    text = (
        "Порушень перемир'я з боку Пакистану вздовж усієї Лінії контролю, кажуть неназвані офіційні джерела в столиці "
        "Індії Делі, цього року до 6 жовтня зафіксовано 3589."
    )
    (told,) = [claim.slots for claim in read("uk", text) if isinstance(claim.slots, Tally)]
    assert told.accused[0].text == "Пакистану"
    assert told.window is not None
    assert str(told.window.start)[:10] == "2020-01-01"


def test_a_time_behind_an_ordinal_is_its_own() -> None:
    text = "«За последние 24 часа боевики 14 раз нарушили перемирие», - гласит заявление, второе за два дня."
    (told,) = [claim.slots for claim in read("ru", text) if isinstance(claim.slots, Tally)]
    assert told.window is not None
    assert told.window.text == "За последние 24 часа"


STRUCK = [
    ("uk", "Двічі накрило з реактивних установок військовий аеродром у Хамі.", None),
    ("ru", "Самолёты Воздушно-космических сил РФ поразили в Сирии объекты террористов.", "Воздушно-космических сил РФ"),
    ("ru", "Военный обстрелял дом в Хаме.", "Военный"),
    (
        "ru",
        "Атаки «Джебхат ан-Нусры» не прекращаются. Под обстрелом террористов побывал город Фуа.",
        "террористов",
    ),
]


@pytest.mark.parametrize(("language", "text", "actor"), STRUCK)
def test_adjectives_and_aircraft(language: str, text: str, actor: str | None) -> None:
    *_, last = incidents(language, text)
    assert [each.text for each in last.actors] == ([actor] if actor else [])


def test_a_foe_is_the_group_quoted_just_before() -> None:
    text = "Подорвать режим пытаются отряды «Джебхат ан-Нусра». Под обстрелом террористов побывал город Фуа."
    *_, last = incidents("ru", text)
    assert last.actors[0].name == "Джебхат ан-Нусра"
    other = "Армия держит позиции. Подорвать режим пытаются отряды Нусры.\n\nТеррористы обстреляли город Фуа."
    *_, last = incidents("ru", other)
    assert last.actors[0].name is None


TOLD = [
    ("ru", "От обстрела в Хаме погибших мирных жителей 83, раненых 252.", (83, 252)),
    ("ru", "От обстрела в Хаме погибших мирных жителей 83 человека, раненых пятеро.", (None, 5)),
    ("uk", "В Кері, Раджаурі, загинув молодший офіцер, двох поранило.", (1, 2)),
    ("uk", "Сто життів забрав перший тиждень перемир'я в Сирії.", (100, None)),
]


@pytest.mark.parametrize(("language", "text", "toll"), TOLD)
def test_tolls_behind_their_people(language: str, text: str, toll: tuple[int | None, int | None]) -> None:
    (told,) = incidents(language, text)
    assert tuple(each.best if each else None for each in (told.killed, told.injured)) == toll


BLAMES = [
    ("ru", "Нарушения перемирия поставил в среду в вину Камбодже Таиланд.", "Камбодже"),
    ("uk", "Порушення перемир'я поставив у провину Камбоджі Таїланд.", "Камбоджі"),
    ("ru", "Атаку у границы осудил представитель тайской армии генерал Винтай Сувари.", None),
]


@pytest.mark.parametrize(("language", "text", "accused"), BLAMES)
def test_whom_somebody_blames(language: str, text: str, accused: str | None) -> None:
    found = [claim.slots.accused[0].text for claim in read(language, text) if isinstance(claim.slots, Blame)]
    assert found == ([accused] if accused else [])


def test_that_one_denies_it() -> None:
    text = "В нарушениях перемирия Таиланд обвинил Камбоджу. Та их решительно отрицает."
    blame = next(claim for claim in read("ru", text) if isinstance(claim.slots, Blame))
    assert blame.denied_by is not None
    assert blame.denied_by.text == "Камбоджу"


GOING_ON = [
    ("uk", "Під час затримання по прикордонниках біля села Лопан відкрили вогонь невідомі.", ["small-arms"]),
    ("uk", "Під час обстрілу біля села Лопан поранено двох військових.", ["shelling"]),
    ("ru", "По деревне Мадая наносила удары военная авиация.", ["airstrike"]),
    ("ru", "По деревне Мадая наносили удары боевики, авиация не летала.", ["attack"]),
    ("ru", "Перемирие не помешало боевикам напасть на село Мадая.", ["attack"]),
    ("ru", "Армия и боевики замолчали: с наступлением Пасхи в селе Мадая стихло.", []),
]


@pytest.mark.parametrize(("language", "text", "acts"), GOING_ON)
def test_what_was_done_and_during_what(language: str, text: str, acts: list[str]) -> None:
    assert [each.act for each in incidents(language, text)] == acts


def test_a_toll_right_behind_the_breaches_of_somebody_needs_no_place() -> None:
    told = "Бойовики 13 разів порушили перемир'я. Серед наших військовослужбовців один загиблий."
    (toll,) = incidents("uk", told)
    assert toll.killed is not None
    assert toll.killed.best == 1
    assert not incidents("uk", "Порушень перемир'я не було. Серед військовослужбовців один загиблий.")


LAID = [
    ("ru", "На незаконные формирования за сутки пришлось 92 нарушения перемирия.", [(92, "незаконные формирования")]),
    (
        "ru",
        "Нарушений перемирия насчитали 213: войскам Асада вменяют 203, боевикам - 10.",
        [(213, None), (203, "войскам Асада"), (10, "боевикам")],
    ),
    ("uk", "Відколи перемир'я поновлено, на рахунку бойовиків 199 порушень.", [(199, "бойовиків")]),
]


@pytest.mark.parametrize(("language", "text", "counts"), LAID)
def test_counts_laid_to_a_side(language: str, text: str, counts: list[tuple[int, str | None]]) -> None:
    told = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    assert [(each.count, each.accused[0].text if each.accused else None) for each in told] == counts


STATES = [
    ("ru", "Правительство и повстанцы возобновили перемирие в Нубийских горах.", ["extended"]),
]


@pytest.mark.parametrize(("language", "text", "states"), STATES)
def test_renewed_and_over(language: str, text: str, states: list[str]) -> None:
    found = [claim.slots.status for claim in read(language, text) if isinstance(claim.slots, TruceWord)]
    assert all(state in found for state in states)
