# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Accounts given without a verb of saying, events told without a verb, and passives that a vowel sign tells."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text, published="2021-03-31"), pack, Context(zone=dt.UTC))[0]


def happening(language: str, text: str) -> Happening:
    (claim,) = read(language, text)
    assert isinstance(claim.slots, Happening)
    return claim.slots


ACCOUNTS = [
    ("en", "Nine violations in a day: that is the tally of the Ministry of Defence.", "Ministry of Defence"),
    ("en", "The militia broke the truce nine times, figures of the Defence Ministry.", "Defence Ministry"),
    ("es", "Siete violaciones en un día: es el recuento que difundió el Ministerio de Defensa.", "Ministerio de Defensa"),  # noqa: E501
    ("es", "El Ministerio de Defensa lleva su propio conteo: siete violaciones del ELN.", "Ministerio de Defensa"),
    ("es", "Moscú le atribuye a Kiev siete violaciones de la tregua.", "Moscú"),
    ("pt", "Sete violações da Renamo num só dia, dados do Ministério da Defesa.", "Ministério da Defesa"),
    ("pt", "Sete violações num dia: eis o balanço do Ministério da Defesa.", "Ministério da Defesa"),
    ("fr", "Huit violations en un jour : voilà le décompte que publie le ministère de la Défense.", "ministère de la Défense"),  # noqa: E501
    ("fr", "Huit violations du M23 en un jour, données du ministère de la Défense.", "ministère de la Défense"),
    ("ru", "За сутки нарушений семь, такова сводка СЦКК.", "СЦКК"),
    ("ru", "У Баку арифметика другая: за сутки – семь нарушений с армянской стороны.", "Баку"),
    ("ru", "Минобороны Азербайджана ставит в вину армянской стороне семь нарушений за сутки.", "Минобороны Азербайджана"),  # noqa: E501
    ("uk", "За добу порушень сім, такі дані СЦКК.", "СЦКК"),
    ("uk", "Сім порушень за добу – такий підсумок зведення штабу ООС.", "штабу ООС"),
    ("ar", "سبعة خروقات في يوم واحد، تلك أرقام وزارة الدفاع.", "وزارة الدفاع"),
    ("ar", "عزت وزارة الدفاع إلى الحوثيين سبعة خروقات للهدنة.", "وزارة الدفاع"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), ACCOUNTS)
def test_who_gives_an_account_speaks(language: str, text: str, speaker: str) -> None:
    claim = read(language, text)[0]
    assert claim.chain[0].text == speaker


def test_such_figures_point_to_the_sentence_before() -> None:
    claim = read("uk", "За добу зафіксовано три порушення. Таку статистику оприлюднив пресцентр штабу ООС.")[0]
    assert claim.chain[0].text == "пресцентр штабу ООС"


ALONE = [
    ("en", "Days later, an ambush near Tame, no casualties.", "Tame"),
    ("es", "Según el Ejército fueron dos hechos el lunes: emboscada en Tame.", "Tame"),
    ("pt", "Três dias antes, emboscada idêntica em Funhalouro.", "Funhalouro"),
    ("uk", "Тиші не було. Уночі – обстріл Талаківки з мінометів.", "Талаківки"),
]


@pytest.mark.parametrize(("language", "text", "place"), ALONE)
def test_an_event_needs_no_verb(language: str, text: str, place: str) -> None:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    assert [each.places[0].text for each in found] == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La emboscada de Tame preocupa."),
        ("ru", "Обстрел Талаковки планировали давно."),
        ("fr", "L'embuscade de Kidal inquiète."),
    ],
)
def test_a_noun_with_a_verb_is_told_by_it(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_printed_vowel_makes_a_passive() -> None:
    struck = happening("ar", "استُهدفت مواقع القوات المشتركة في حيس.")
    assert [each.text for each in struck.targets] == ["مواقع"]
    assert struck.actors == ()


@pytest.mark.parametrize(
    ("language", "text", "killed", "injured"),
    [
        ("ar", "هجومان على حيس أوقعا قتلى.", None, None),
        ("ar", "أسفر القصف على حيس عن قتيلين وخمسة جرحى.", 2, 5),
        ("ar", "أودى قصف مدفعي على قرية الشعوب بحياة ثلاثة مدنيين.", 3, None),
        ("ru", "Миномётный обстрел Опытного унёс жизни двух мирных жителей.", 2, None),
        ("uk", "Мінометний обстріл Опитного забрав життя двох мирних жителів.", 2, None),
        ("es", "El ataque contra la patrulla en Tame costó la vida a dos soldados.", 2, None),
        ("fr", "L'attaque de la patrouille à Kidal a coûté la vie à deux soldats.", 2, None),
    ],
)
def test_lives_lost(language: str, text: str, killed: int | None, injured: int | None) -> None:
    told = happening(language, text)
    assert (told.killed and told.killed.best, told.injured and told.injured.best) == (killed, injured)
    assert told.actors == ()


def test_two_wounded_in_a_place_are_no_breaches_there() -> None:
    counts = [claim.slots.kind for claim in read("ar", "خرق الحوثيون الهدنة 9 مرات. وأوقعت قذيفة في التحيتا جريحين.")]
    assert counts == ["tally", "incident"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Россия записала за сутки в Сирии три случая стрельбы: два – Латакия, один – Алеппо.", [3, 2, 1]),
        ("Россия насчитала в Сирии три нарушения. Турция увидела вдвое больше, шесть.", [3, 6]),
        ("Таких нарушений за сутки набралось девять.", [9]),
    ],
)
def test_counts_in_few_words(text: str, expected: list[int]) -> None:
    claims = read("ru", text)
    assert [getattr(claim.slots, "count", None) for claim in claims] == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "De 57 acciones armadas de las FARC habla la Defensoría del Pueblo.", "Defensoría del Pueblo"),
        ("es", "El Cerac deja la cuenta en trece acciones ofensivas de las FARC.", "Cerac"),
        ("pt", "Oitenta são as violações da trégua que o Governo do Hamas diz ter documentado.", "Governo do Hamas"),
        (
            "ru",
            "Семь нарушений за сутки, если верить погранслужбе ГКНБ, допустила таджикская сторона.",
            "погранслужбе ГКНБ",
        ),
        ("fr", "Douze attaques de l'armée en une semaine, déplorent les FARDC, pour qui rien ne va.", "FARDC"),
    ],
)
def test_words_turned_round_keep_their_speaker(language: str, text: str, speaker: str) -> None:
    (claim,) = read(language, text)
    assert claim.chain[0].text == speaker


def test_an_office_does_not_lend_its_name_to_its_body() -> None:
    text = (
        "« La CMA a fui Kidal », raconte un combattant du groupe, Mohamed Ag Télouf. "
        "La CMA a déclaré que le Gatia avait attaqué un camp à Kidal."
    )
    assert read("fr", text)[-1].chain[0].text == "CMA"


def test_a_condition_that_names_a_source_is_none() -> None:
    told = "Стрелять, если верить погранслужбе ГКНБ, начали военные: миномёты били по заставе у села Достук."
    assert [place.text for place in happening("ru", told).places] == ["села Достук"]


def test_a_truce_may_stand_before_those_who_agree_on_it() -> None:
    text = "Бои стихли, погибли двое. О прекращении огня Бишкек и Душанбе условились ночью."
    truces = [claim.slots.status for claim in read("ru", text) if isinstance(claim.slots, TruceWord)]
    assert truces == ["declared"]


def test_who_asked_carries_the_answer() -> None:
    (claim,) = read("pt", "Um autocarro foi crivado de balas em Nhamatanda, apurou a Lusa junto de fonte policial.")
    assert [link.text for link in claim.chain][:2] == ["fonte policial", "Lusa"]


def test_who_stands_behind_what_he_recorded() -> None:
    (claim,) = read("es", "Doce violaciones del ELN registró en su monitoreo la Defensoría del Pueblo.")
    assert claim.chain[0].text == "Defensoría del Pueblo"


def test_a_side_may_be_called_by_its_people_alone() -> None:
    text = "Турецкая сторона нарушений не нашла, российская зафиксировала семь нарушений в Латакии."
    assert read("ru", text)[-1].chain[0].text == "российская"


@pytest.mark.parametrize(
    ("language", "text", "speaker", "accused"),
    [
        ("es", "A las FARC achaca el Ejército la muerte de dos soldados en Cáceres.", "Ejército", "FARC"),
        ("pt", "Ao Hamas atribui o exército a morte de dois soldados em Rafah.", "exército", "Hamas"),
        ("uk", "Порушень двадцять. Речник «ДНР» покладає провину за них на Київ.", "Речник «ДНР»", "Київ"),
    ],
)
def test_blame_turned_round(language: str, text: str, speaker: str, accused: str) -> None:
    (blame,) = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Blame)]
    assert (blame.blamers[0].text, blame.accused[0].text) == (speaker, accused)


def test_parts_that_fell_to_places() -> None:
    text = "За сутки в Сирии 32 нарушения: львиная доля, 14, выпала Идлибу, ещё девять – Латакии; Хаме достались два."
    counts = [
        (claim.slots.count, claim.slots.area[0].text) for claim in read("ru", text) if isinstance(claim.slots, Tally)
    ]
    assert counts == [(32, "Сирии"), (14, "Идлибу"), (9, "Латакии"), (2, "Хаме")]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        (
            "fr",
            "La Finul a compté cent violations du 27 février, premier jour de la trêve, au 3 mars.",
            "2021-02-27",
            "2021-03-04",
        ),
        (
            "ar",
            "ارتكبت جماعة الحوثي 175 خرقاً للهدنة في يومين فقط، الأحد والاثنين.",
            "2021-03-28",
            "2021-03-30",
        ),
    ],
)
def test_a_window_holds_an_aside(language: str, text: str, first: str, last: str) -> None:
    (tally,) = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Tally)]
    assert window(tally) == (first, last)


def test_counts_in_spanish_turned_round() -> None:
    text = (
        "Seis, ni una más, fueron el sábado las violaciones de la tregua de que tuvo noticia el centro de Hmeimim. "
        "Desde el 27 de febrero, recuerda el parte, suman 491."
    )
    told = [(claim.slots.count, claim.chain[0].text) for claim in read("es", text) if isinstance(claim.slots, Tally)]
    assert told == [(6, "centro de Hmeimim"), (491, "centro de Hmeimim")]
