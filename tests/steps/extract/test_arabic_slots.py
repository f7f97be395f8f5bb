"""Arabic: who leads a force, what only says with what an act was done, where a verb that counts first tells of."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_arabic_reports import blames
from tests.steps.extract.test_language_ar import incidents, tallies
from tregua.vocabulary.acts import Act


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اتهمت حكومة الوفاق قوات الجيش الوطني التي يقودها خليفة حفتر بقصف مطار معيتيقة.", "قوات الجيش الوطني"),
        ("اتهمت حكومة الوفاق قوات الجيش الوطني التي يقودها المشير خليفة حفتر بقصف مطار معيتيقة.", "قوات الجيش الوطني"),
        ("اتهمت حكومة الوفاق خليفة حفتر بقصف مطار معيتيقة.", "خليفة حفتر"),
    ],
)
def test_a_force_is_accused_and_not_who_leads_it(text: str, who: str) -> None:
    assert [found for _, found in blames(text)] == [[who]]
    assert [[actor.text for actor in found.actors] for found in incidents(text)] == [[who]]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("قامت المليشيا باستهداف مخيمات النازحين في حيس، باستخدام قذائف الهاون.", [Act.SHELLING]),
        ("قصفت المليشيا مخيمات النازحين في حيس باستخدام قذائف الهاون.", [Act.SHELLING]),
        ("هاجم الجيش قرية في تعز، واستخدمت المليشيا قذائف الهاون في حيس.", [Act.ATTACK, Act.SHELLING]),
    ],
)
def test_using_arms_is_no_second_act(text: str, acts: list[Act]) -> None:
    assert [found.act for found in incidents(text)] == acts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("سجل في كركوك خرقان.", [(2, ["كركوك"])]),
        ("سجل في كركوك خرقان وفي نينوى ثلاثة خروقات.", [(2, ["كركوك"]), (3, ["نينوى"])]),
        ("سجلت اللجنة في حلب 5 خروقات وفي حماة 3 خروقات.", [(5, ["حلب"]), (3, ["حماة"])]),
        ("رصد المرصد في لندن 5 خروقات في حلب.", [(5, ["حلب"])]),
    ],
)
def test_a_count_is_where_the_verb_before_it_recorded_it(text: str, told: list[tuple[int, list[str]]]) -> None:
    assert [(found.count, [place.text for place in found.area]) for found in tallies(text)] == told


def test_the_day_before_is_counted_from_the_day_told() -> None:
    found = tallies("وثق المركز 24 خرقا يوم 4 مايو، و12 خرقا في اليوم السابق.")
    assert [each.window.start.day for each in found if each.window and each.window.start] == [4, 3]


@pytest.mark.parametrize("word", ["منسوبان إلى", "منسوبين إلى"])
def test_two_breaches_are_ascribed(word: str) -> None:
    assert [[who.text for who in found.accused] for found in tallies(f"سجل خرقان في حلب {word} قوات النظام.")] == [
        ["قوات النظام"]
    ]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("قالت قسد إن الجيش هو من قصف حي الميدان في حلب.", ["الجيش"], ["حي الميدان"]),
        (
            "تعرضت بلدة الخيام لقصف بقذيفتين مصدرهما فصائل تابعة لحكومة دمشق.",
            ["فصائل تابعة لحكومة دمشق"],
            ["بلدة الخيام"],
        ),
        ("أطلقت دبابة النار باتجاه قوات حفظ السلام قرب كفركلا.", [], ["قوات حفظ السلام"]),
    ],
)
def test_who_it_was_and_whom_it_struck(text: str, actors: list[str], targets: list[str]) -> None:
    found = incidents(text)[0]
    assert ([who.text for who in found.actors], [what.text for what in found.targets]) == (actors, targets)


def test_about_an_hour_is_no_place() -> None:
    found = incidents("عند حوالي الساعة 5:45 من مساء اليوم، ألقت مسيرة إسرائيلية قنبلة قرب بلدة كفركلا.")
    assert [place.text for place in found[0].places] == ["بلدة كفركلا"]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("استهدفت طائرات مجهولة موقعا للحشد الشعبي في نينوى.", [], ["موقعا للحشد الشعبي"]),
        ("شنت طائرات حربية لم تعرف هويتها غارات على تلعفر في نينوى.", [], ["تلعفر"]),
        ("أطلق مسلحون مجهولون النار على دورية للجيش في الحسكة.", ["مسلحون مجهولون"], ["دورية للجيش"]),
        ("قصفت طائرات إسرائيلية مواقع حزب الله في كفركلا.", ["طائرات إسرائيلية"], ["مواقع"]),
        ("قصفت طائرات إسرائيلية موقعا لحزب الله في كفركلا.", ["طائرات إسرائيلية"], ["موقعا لحزب الله"]),
    ],
)
def test_unidentified_planes_are_nobody(text: str, actors: list[str], targets: list[str]) -> None:
    found = incidents(text)[0]
    assert [who.text for who in found.actors] == actors
    assert [what.text for what in found.targets] == targets


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("شنت قوات حفتر، مساء أمس السبت، سلسلة غارات جوية على مدينة مصراتة.", ["قوات حفتر"]),
        ("شنت مقاتلات تابعة لمليشيا حفتر سلسلة غارات جوية على مدينة مصراتة.", ["مقاتلات تابعة لمليشيا حفتر"]),
        ("نفذت الشرطة، صباح أمس السبت، جولة في حي شهد غارات جوية على مدينة مصراتة.", []),
    ],
)
def test_who_launched_raids_may_stand_far_before_them(text: str, who: list[str]) -> None:
    assert [[actor.text for actor in found.actors] for found in incidents(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اتهمت الحركة في بيان، إسرائيل وتركيا باستهداف مقاتليها في منطقة عكاشات.", ["إسرائيل", "تركيا"]),
        ("اتهمت الحركة إسرائيل باستهداف مقاتليها في منطقة عكاشات.", ["إسرائيل"]),
    ],
)
def test_both_who_are_accused_did_it(text: str, who: list[str]) -> None:
    assert [found for _, found in blames(text)] == [who]
    assert [[actor.text for actor in found.actors] for found in incidents(text)] == [who]


def test_who_accuses_with_another_is_not_accused() -> None:
    assert [found for _, found in blames("اتهم الجيش وقوات الدعم السريع بعضهما بخرق الهدنة.")] == [
        ["قوات الدعم السريع"]
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("هدد قائدها محمد حمدان دقلو (حميدتي) باستهداف أي طائرة تقلع من نيالا.", 0),
        ("هدد قائد المليشيا باستهداف مطار نيالا.", 0),
        ("قام قائدها محمد حمدان دقلو (حميدتي) باستهداف مطار نيالا.", 1),
    ],
)
def test_a_threat_is_no_act_whoever_makes_it(text: str, acts: int) -> None:
    assert len(incidents(text)) == acts
