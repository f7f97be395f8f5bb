# ruff: noqa: RUF001 - letters of other alphabets
"""Whose word a claim is, and who denies it, in Arabic, French, Portuguese, Russian, Spanish and Ukrainian."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Claim
from tregua.steps.extract import Context, extract, load_pack

ORIGINS = [
    ("ar", "قال المتحدث العسكري للحوثيين يحيى سريع إن جماعته قصفت مأرب.", ["المتحدث العسكري للحوثيين يحيى سريع"]),
    (
        "ar",
        "قال السفير اليمني في واشنطن أحمد بن مبارك إن المسلحين قصفوا مأرب.",
        ["السفير اليمني في واشنطن أحمد بن مبارك"],
    ),
    ("fr", "Une source dans l'armée a déclaré que les rebelles ont bombardé Kasake.", ["source dans l'armée"]),
    # who speaks second and by the way has his own paragraph
    (
        "es",
        (
            "El Ejército dijo que guerrilleros atacaron un puesto en Cajibío.\nEn Mondomo los guerrilleros atacaron una"
            " estación, según el personero Felipe Castillo.\nEn El Patía una patrulla fue emboscada por guerrilleros."
        ),
        ["Ejército", "personero Felipe Castillo", ""],
    ),
    (
        "es",
        (
            "Los guerrilleros atacaron un puesto en Cajibío, según el personero Felipe Castillo.\nEn El Patía una"
            " patrulla fue emboscada por guerrilleros."
        ),
        ["personero Felipe Castillo", "personero Felipe Castillo"],
    ),
    # the writer takes up the word
    (
        "ar",
        "قالت وزارة الدفاع إن المسلحين قصفوا قرية الزهراء.\nوميدانياً، قصفت قوات النظام مدينة إدلب.",
        ["وزارة الدفاع", ""],
    ),
    (
        "ru",
        (
            "Боевики обстреляли поселок Донецкий, сообщили в Минобороны РФ. Напомним, боевики обстреляли Горловку"
            " 2 мая.\nВ районе Желобка боевики обстреляли позиции."
        ),
        ["Минобороны РФ", "", "Минобороны РФ"],
    ),
    (
        "fr",
        (
            "La CMA affirme que l'armée a bombardé Anefis.\nDeux semaines plus tôt, l'armée avait bombardé Tessalit."
            " Depuis, elle accuse l'armée d'avoir violé le cessez-le-feu."
        ),
        ["CMA", "", "CMA"],
    ),
    # nobody says so
    ("es", "Rebeldes atacaron un puesto en Corinto y ninguna otra fuente confirma que hubo muertos.", [""]),
    # pieces of a dateline are no sentences of the text
    (
        "uk",
        (
            "КИЇВ. 24 жовтня. УНН. Бойовики обстріляли Авдіївку. Такі дані оприлюднив пресцентр штабу ООС.\nНеподалік"
            " Новозванівки бойовики обстріляли позиції."
        ),
        ["пресцентр штабу ООС", "пресцентр штабу ООС"],
    ),
    # somebody without a name speaks for the body he is in
    ("ar", "قال مصدر في الدفاع المدني إن قوات النظام قصفت قرية الدانا.", ["مصدر في الدفاع المدني"]),
    ("fr", "Une source au sein de l'armée affirme que des rebelles ont attaqué un poste à Kidal.", ["armée"]),
    # a name that no list knows, before "that" or a title
    ("ar", "وقال محمد قنونو إن مسلحين قصفوا مدينة طرابلس.", ["قنونو"]),
    ("ar", "فالدعم السريع اتهم الجيش بأنه قصف مدينة الخرطوم.", ["الدعم السريع", "الدعم السريع"]),
    # an office and who holds it
    ("ar", "وقال المتحدث باسم الجيش نبيل صالح إن المسلحين قصفوا مدينة الخرطوم.", ["المتحدث باسم الجيش نبيل صالح"]),
    (
        "ru",
        "Боевики обстреляли Нубуль, заявил глава Центра в Сирии контр-адмирал Александр Карпов.",
        ["контр-адмирал Александр Карпов"],
    ),
    (
        "uk",
        (
            "Дані щодо обстрілів має Президент Володимир Зеленський. «Бойовики обстріляли Авдіївку», – зазначив"
            " Президент. Бойовики обстріляли Піски, додав Зеленський."
        ),
        ["Президент Володимир Зеленський", "Володимир Зеленський"],
    ),
    ("es", "El jefe de la Misión, Carlos Ruiz, dijo que rebeldes atacaron un puesto.", ["Misión, Carlos Ruiz"]),
    (
        "es",
        'El ELN dijo que rebeldes atacaron un puesto. "Seguimos verificando que rebeldes atacaron Corinto", añadió.',
        ["ELN", "ELN"],
    ),
    # whose truce it is, and the adjective of who speaks
    ("es", "En el cese que esa guerrilla declaró, rebeldes atacaron Corinto.", [""]),
    ("ru", "Российские миротворцы сообщили, что боевики обстреляли Горловку.", ["миротворцы"]),
    (
        "pt",
        "Rebeldes atacaram Macomia, disse a Força Aérea. Rebeldes queimaram casas, contou a fonte.",
        ["Força", "Força"],
    ),
    # who denies tells no more in other paragraphs
    (
        "fr",
        "L'armée affirme que des rebelles ont attaqué Kidal.\nLa CMA dément.\nDes rebelles ont attaqué Gao lundi.",
        ["armée", ""],
    ),
    (
        "uk",
        (
            "Бойовики обстріляли Піски, повідомили у штабі ООС.\nВ ОРДЛО це заперечили.\nВтрат немає, додали там."
            " Бойовики обстріляли й Авдіївку."
        ),
        ["штабі ООС", "штабі ООС"],
    ),
    (
        "es",
        "El Estado Mayor Central de las disidencias dijo que rebeldes atacaron Corinto.",
        ["Estado Mayor Central de las disidencias"],
    ),
    ("es", "El ELN habló. Rebeldes atacaron Corinto, señala el comunicado del grupo.", ["ELN"]),
    ("ar", "سوريا: المسلحون قصفوا مدينة حلب.", [""]),
]

DENIALS = [
    ("ru", "ВСУ обстреляли Горловку, сообщили в Минобороны РФ.\nВ Генштабе ВСУ обвинения отвергли.", ["Генштабе ВСУ"]),
    (
        "ru",
        "Армянские военные обстреляли Газах, сообщили в Минобороны Азербайджана. Минобороны Армении назвало это ложью.",
        ["Минобороны Армении"],
    ),
    (
        "uk",
        "Росіяни обстріляли Херсон, повідомили в Генштабі. МЗС РФ усе заперечує.",
        ["МЗС РФ"],
    ),
    (
        "ar",
        "قصفت مليشيات حفتر مدينة سرت، وفق المتحدث باسم الجيش محمد قنونو. ونفى الناطق باسم قوات حفتر أحمد المسماري ذلك.",
        ["الناطق باسم قوات حفتر أحمد المسماري"],
    ),
    ("ar", "قصف الجيش مدينة الخرطوم، وفق الدعم السريع. ولم ينف الجيش ذلك.", [None]),
    (
        "ru",
        "Армянские военные обстреляли Газах, сообщили в Минобороны Азербайджана. Минобороны Армении опровергло это.",
        ["Минобороны Армении"],
    ),
    (
        "pt",
        "Rebeldes dispararam contra uma patrulha, disse o exército. O porta-voz do MFDC desmentiu o ataque.",
        ["MFDC"],
    ),
    ("es", "Guerrilleros atacaron Corinto, dijo el alcalde. El ELN negó ser el autor del ataque.", ["ELN"]),
    ("uk", "У штабі звинуватили бойовиків у двох обстрілах. Ті ж відкидають звинувачення.", ["бойовиків"]),
    (
        "pt",
        "Militares bombardearam Andulo, denunciou a UNITA. O Governo angolano desmentiu a UNITA.",
        ["Governo angolano"],
    ),
    (
        "fr",
        "Des drones de l'armée ont bombardé Kasake et l'armée a attaqué Lumbishi, affirme le M23. L'armée dément.",
        ["armée", "armée"],
    ),
]


def told(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    found, _ = extract(replace(document(text), language=language), pack, Context(zone=dt.UTC))
    return [claim for claim in found if claim.kind in {"incident", "blame"}]


@pytest.mark.parametrize(("language", "text", "origins"), ORIGINS)
def test_whose_word_it_is(language: str, text: str, origins: list[str]) -> None:
    found = [claim.chain[0].text if claim.chain else "" for claim in told(language, text)]
    assert len(found) == len(origins)
    assert all(name in each and bool(name) == bool(each) for name, each in zip(origins, found, strict=True)), found


@pytest.mark.parametrize(("language", "text", "deniers"), DENIALS)
def test_who_denies_it(language: str, text: str, deniers: list[str | None]) -> None:
    found = [claim for claim in told(language, text) if claim.stance != "denied"]
    by = [claim.denied_by.text if claim.denied_by else None for claim in found]
    assert len(by) == len(deniers)
    assert all(each == name or (name and each and name in each) for each, name in zip(by, deniers, strict=True)), by


def test_a_word_that_points_and_is_a_verb_too_makes_no_passive() -> None:
    pack = load_pack("uk")
    assert pack is not None
    item = replace(
        document("Бойовики обстріляли Шуми, повідомив речник Міноборони. В ОРДЛО це заперечують."), language="uk"
    )
    claims, _ = extract(item, pack, Context(zone=dt.UTC))
    assert [claim.denied_by.text for claim in claims if claim.denied_by] == ["ОРДЛО"]


@pytest.mark.parametrize(
    ("said", "names"),
    [("no lanzaron explosivos", ["vocero de los disidentes"]), ("no usaron la vía", [])],
)
def test_who_says_that_no_weapon_was_used_denies_it(said: str, names: list[str]) -> None:
    pack = load_pack("es")
    assert pack is not None
    text = (
        "Los disidentes lanzaron explosivos contra un puesto en Cajibío, dijo el Ejército."
        f" Un vocero de los disidentes aseguró que {said}."
    )
    claims, _ = extract(replace(document(text), language="es"), pack, Context(zone=dt.UTC))
    assert [claim.denied_by.text for claim in claims if claim.denied_by] == names
