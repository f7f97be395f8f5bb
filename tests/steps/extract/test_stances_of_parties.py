# ruff: noqa: RUF001 - texts of several scripts are meant
"""Who is blamed by whom, how a truce stands and whether aid came, in each language but English."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Relation, TruceWord
from tregua.steps.extract import Context, extract, load_pack

GUNS = {
    "ar": "شهد الأسبوع قصفاً. ",
    "es": "La semana dejó bombardeos y muertos. ",
    "fa": "در هفته گذشته بمباران ادامه داشت. ",
    "fr": "La semaine a vu des bombardements. ",
    "pt": "A semana teve bombardeios e mortos. ",
    "ru": "На этой неделе были обстрелы. ",
    "tr": "Bu hafta bombardıman yaşandı. ",
    "uk": "Цього тижня були обстріли. ",
}

SAID = [
    ("ar", "تبادل الطرفان الاتهامات بخرق الهدنة.", ["blame الطرفان"]),
    ("ar", "وجهت الحكومة أصابع الاتهام إلى قوات حفتر.", ["blame قوات حفتر"]),
    ("ar", "قال الوزير إن إيران تقف وراء الهجوم.", ["blame إيران"]),
    ("ar", "صمدت الهدنة إلى حد كبير.", ["in_force"]),
    ("ar", "تعرضت الهدنة للخرق بعد ساعات.", ["violated"]),
    ("ar", "لم تصل أي مساعدات إلى الفاشر.", ["blocked"]),
    ("ar", "طالبت المنظمة بالسماح بدخول المساعدات.", []),
    ("ar", "لم تتوقف خروقات قوات النظام للهدنة.", ["blame قوات النظام"]),
    ("ar", "لم يمنع ذلك القوات، تساندها ميليشيات أجنبية، من التقدم.", ["backs"]),
    ("ru", "Баку и Ереван обменялись взаимными обвинениями.", ["blame Баку", "blame Ереван"]),
    ("ru", "За обстрелом города стоят сепаратисты.", ["blame сепаратисты"]),
    ("ru", "Армия объявила о завершении режима тишины.", ["ended"]),
    ("ru", "Перемирие было нарушено уже через час.", ["violated"]),
    ("ru", "Гуманитарный конвой вошёл в город.", ["delivered"]),
    ("ru", "Боевики не пропустили колонну с гуманитарной помощью.", ["blocked"]),
    ("ru", "Стороны подписали и меморандум о прекращении огня.", ["declared"]),
    ("uk", "Сторони обмінялися звинуваченнями.", ["blame Сторони"]),
    ("uk", "Перемир'я було порушено вже за годину.", ["violated"]),
    ("uk", "Жодна гуманітарна допомога не надійшла до міста.", ["blocked"]),
    ("fr", "Les deux camps s'accusent mutuellement.", ["blame deux camps"]),
    ("fr", "Le M23 est derrière l'attaque.", ["blame M23"]),
    ("fr", "La responsabilité de l'attaque incombe à l'armée.", ["blame armée"]),
    ("fr", "Aucune aide n'est arrivée à Goma.", ["blocked"]),
    ("es", "El ELN está detrás del ataque.", ["blame ELN"]),
    ("es", "La responsabilidad del ataque recae en las disidencias.", ["blame disidencias"]),
    ("es", "El cese al fuego fue violado horas después.", ["violated"]),
    ("es", "Hezbolá, que cuenta con el apoyo de Irán, sigue allí.", ["backs"]),
    ("pt", "As duas partes acusam-se mutuamente.", ["blame duas partes"]),
    ("pt", "O Hezbollah, que o Irão apoia, continua ali.", ["backs"]),
    ("pt", "Nenhuma ajuda chegou a Palma.", ["blocked"]),
    ("fa", "کاروان کمک‌های انسان‌دوستانه وارد دوما شد.", ["delivered"]),
    ("tr", "Saldırının arkasında PKK var.", ["blame PKK"]),
]


@pytest.mark.parametrize(("language", "text", "told"), SAID)
def test_what_is_told_of_parties(language: str, text: str, told: list[str]) -> None:
    assert [line for claim in _read(language, GUNS[language] + text) for line in _lines(claim)] == told


COMING = [
    ("ar", "أعلنت الفصائل هدنة اعتباراً من 8 مايو."),
    ("es", "La guerrilla anunció una tregua a partir del 8 de mayo."),
    ("fr", "Le M23 a annoncé un cessez-le-feu à partir du 8 mai."),
    ("pt", "A guerrilha anunciou um cessar-fogo a partir de 8 de maio."),
    ("ru", "Повстанцы объявили перемирие с 8 мая."),
    ("uk", "Повстанці оголосили перемир'я з 8 травня."),
]


@pytest.mark.parametrize(("language", "text"), COMING)
def test_a_truce_from_a_day_to_come_begins_in_the_coming_year(language: str, text: str) -> None:
    starts = [
        claim.slots.start.start.date().isoformat()
        for claim in _read(language, GUNS[language] + text)
        if isinstance(claim.slots, TruceWord) and claim.slots.start is not None and claim.slots.start.start is not None
    ]
    assert starts == ["2016-05-08"]


def _read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(replace(document(text, published="2016-03-20"), language=language), pack, Context(zone=dt.UTC))
    return claims


def _lines(claim: Claim) -> list[str]:
    slots = claim.slots
    if isinstance(slots, Blame):
        return [f"blame {who.text}" for who in slots.accused]
    if isinstance(slots, TruceWord | Aid):
        return [slots.status.value]
    return [slots.type.value] if isinstance(slots, Relation) else []
