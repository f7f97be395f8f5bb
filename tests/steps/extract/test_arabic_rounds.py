"""Arabic: weapons that nobody is said to have fired, places before a colon, denials, and who counts or is meant."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_arabic_reports import blames, chains
from tests.steps.extract.test_language_ar import incidents, run, tallies
from tregua.records.claim import Happening, Tally
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Stance


def told(text: str) -> list[tuple[Act, list[str], list[str]]]:
    return [
        (found.act, [actor.text for actor in found.actors], [place.text for place in found.places])
        for found in incidents(text)
    ]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("استهدفت طائرة مسيرة مواقع الجيش في كادقلي.", Act.DRONE, []),
        ("قصفت طائرة مسيرة قرية في ريف حماة.", Act.DRONE, []),
        ("قصفت طائرة حربية قرية في ريف حماة.", Act.AIRSTRIKE, []),
        ("أطلقت مروحية صواريخ على بلدة في ريف حماة.", Act.AIRSTRIKE, []),
        ("قتلت مسيرة ثلاثة مدنيين في نيالا.", Act.DRONE, []),
        ("قتل الجيش ثلاثة مدنيين في نيالا.", Act.ATTACK, ["الجيش"]),
        ("استهداف رتل للمدنيين بعبوة ناسفة في نيالا.", Act.EXPLOSION, []),
        ("ألقت مسيرة إسرائيلية قنبلة على دورية قرب العديسة.", Act.DRONE, ["مسيرة إسرائيلية"]),
        ("شن الطيران الحربي غارات على قرية في ريف حماة.", Act.AIRSTRIKE, ["الطيران الحربي"]),
    ],
)
def test_a_weapon_alone_does_not_act(text: str, act: Act, who: list[str]) -> None:
    assert [(found, actors) for found, actors, _ in told(text)] == [(act, who)]


def test_what_a_weapon_alone_struck_is_not_the_weapon() -> None:
    assert [t.text for t in incidents("هاجمت مسيرات مستودعا في نيالا.")[0].targets] == ["مستودعا"]
    assert not incidents("حلقت طائرة تجسسية في أجواء حيس.")
    assert [t.text for t in incidents("استهدفت دبابة للجيش منزلا في نيالا.")[0].targets] == ["منزلا"]


@pytest.mark.parametrize(
    ("text", "count", "who"),
    [
        ("القذائف التي أطلقتها الفصائل على حي الميدان أصابت ثلاثة مدنيين.", 1, ["الفصائل"]),
        ("تسببت صواريخ أطلقها الجيش على حي الميدان بإصابة ثلاثة مدنيين.", 1, ["الجيش"]),
        ("قذائف عشوائية أطلقتها فجر أمس مليشيات حفتر على حي أبو سليم.", 1, ["مليشيات حفتر"]),
        ("في حلب، قذيفة أطلقها مسلحون أودت بحياة امرأة في حي السليمانية.", 1, ["مسلحون"]),
        ("إصابة ثلاثة مدنيين جراء سقوط قذائف أطلقتها الفصائل على حي الميدان.", 1, ["الفصائل"]),
        ("تعرضت منازل في برزة لقذائف هاون أطلقها جيش الإسلام.", 1, ["جيش الإسلام"]),
        ("المبادرة التي أطلقتها الفصائل في حي الميدان لاقت ترحيبا بعد الهدنة.", 0, []),
    ],
)
def test_shells_that_somebody_fired_are_one_event_of_his(text: str, count: int, who: list[str]) -> None:
    found = told(text)
    assert len(found) == count
    assert all(actors == who for _, actors, _ in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("إدلب: مقتل طفل في قصف للجيش.", ["إدلب"]),
        ("درعا: قتيلان برصاص مجهولين.", ["درعا"]),
        ("إدلب: قصف مدفعي لقوات النظام على مدينة أريحا.", ["مدينة أريحا"]),
        ("الأمم المتحدة: مقتل طفل في قصف للجيش.", []),
        ("إدلب - مقتل طفل في قصف للجيش.", []),
    ],
)
def test_a_place_before_a_colon_is_where_it_was(text: str, place: list[str]) -> None:
    assert [places for _, _, places in told(text)] == [place]


def test_a_place_before_a_colon_is_where_the_report_is_from_when_somebody_speaks_or_it_is_a_headline() -> None:
    text = "درعا: قال مصدر في الجيش إن ثلاثة جنود قتلوا برصاص الفصائل."
    assert [places for _, _, places in told(text)] == [[]]
    text = "درعا: قتيلان برصاص الفصائل\n\nقتل جنديان برصاص الفصائل في نوى."
    assert [places for _, _, places in told(text)] == [["نوى"]]


def stances(text: str) -> list[tuple[str, Stance]]:
    claims = [claim for claim in run(text)[0] if isinstance(claim.slots, Happening)]
    return [(claim.chain[0].text if claim.chain else "", claim.stance) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا صحة لما تداولته مواقع عن استهداف قوات الجيش حي الشيخ مقصود.", ("", Stance.DENIED)),
        (
            "لا صحة لما نشر عن قصف قواتنا لمخيم زمزم، قال المتحدث باسم الدعم السريع.",
            ("المتحدث باسم الدعم السريع", Stance.DENIED),
        ),
        ("نفت قوات النظام مسؤوليتها عن قصف مخيم للنازحين في إدلب أدى إلى مقتل خمسة.", ("قوات النظام", Stance.DENIED)),
        ("أعلنت حركة حماس مسؤوليتها عن إطلاق صواريخ على سديروت.", ("حركة حماس", Stance.ADMITTED)),
    ],
)
def test_who_denies_an_act_does_not_tell_it(text: str, expected: tuple[str, Stance]) -> None:
    assert stances(text) == [expected]


def accused(text: str) -> list[tuple[int, list[str]]]:
    return [(tally.count, [who.text for who in tally.accused]) for tally in tallies(text)]


def test_breaches_from_somebody_are_his() -> None:
    text = "أعلن المتحدث باسم التحالف 14 خرقا لوقف إطلاق النار في الحديدة من مليشيات الحوثي خلال 24 ساعة."
    assert accused(text) == [(14, ["مليشيات الحوثي"])]
    assert accused("سجلت البعثة 14 خرقا للهدنة في الحديدة خلال يومين.") == [(14, [])]


def origins(text: str) -> list[tuple[int, str]]:
    claims = [claim for claim in run(text)[0] if isinstance(claim.slots, Tally)]
    return [(claim.slots.count, claim.chain[0].text) for claim in claims if isinstance(claim.slots, Tally)]


def test_each_side_of_a_commission_counts_its_own_wherever_its_verb_stands() -> None:
    text = (
        "وأوضح البيان أن الجانب التركي أعلن رصد أربعة خروقات في إدلب، بينما رصد الجانب الروسي خمسة خروقات في اللاذقية."
    )
    assert origins(text) == [(4, "الجانب التركي"), (5, "الجانب الروسي")]
    text = "أفادت وزارة الدفاع الروسية بأن الجانب الروسي في اللجنة رصد 6 خروقات، في حين رصد الجانب التركي 29 خرقا."
    assert origins(text) == [(6, "الجانب الروسي"), (29, "الجانب التركي")]


def test_who_recorded_no_breach_says_so() -> None:
    assert origins("لم تسجل البعثة أي خرق لوقف إطلاق النار في الحديدة أمس.") == [(0, "البعثة")]


def test_the_number_of_a_street_is_no_count() -> None:
    assert not tallies("من بين الخروقات تحليق طائرة في أجواء شارع الـ50 وحيس.")  # noqa: RUF001 - Arabic


def test_a_breach_that_is_the_fifth_is_counted() -> None:
    assert [count for count, _ in accused("قصفت قوات الاحتلال غزة في خرق هو الخامس من نوعه منذ بدء الهدنة.")] == [5]


def test_parts_of_a_province_have_counts_of_their_own() -> None:
    found = accused("ارتكب الاحتلال 27 خرقا يوم السبت، بينها 10 في شمال القطاع و17 في جنوبه.")
    assert [count for count, _ in found] == [27, 10, 17]


def test_both_accuse_each_other() -> None:
    text = "الجيش السوداني وقوات الدعم السريع تتبادلان الاتهامات بخرق الهدنة."
    assert blames(text) == [(["الجيش السوداني"], ["قوات الدعم السريع"])]


def test_peacekeepers_are_called_by_their_whole_name() -> None:
    assert chains("أحصت قوات حفظ السلام 19 انتهاكا للهدنة.") == [["قوات حفظ السلام"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أصيب ثلاثة جراء استهداف المجموعات الإرهابية بالقذائف الصاروخية ورصاص القنص أحياء الميدان والسليمانية.", True),
        ("أصيب ثلاثة في حلب جراء استهداف المجموعات الإرهابية بالقذائف الصاروخية.", False),
    ],
)
def test_who_targets_quarters_by_shells_acts(text: str, who: bool) -> None:  # noqa: FBT001 - whether he acts
    assert [actors == ["المجموعات الإرهابية"] for _, actors, _ in told(text)] == [who]


def test_who_is_said_to_have_set_about_a_raid_made_it() -> None:
    text = "تحدثت قنوات قسد عن قيام الجيش بشن هجوم على مواقعها في حي الأشرفية."
    assert [actors for _, actors, _ in told(text)] == [["الجيش"]]
    text = "قالت الفصائل إن الجيش بدأ التحضير بشن هجوم على مواقعها في حي الأشرفية."
    assert [actors for _, actors, _ in told(text)] in ([["الجيش"]], [])


def test_an_office_of_a_government_accuses_others_and_not_its_own() -> None:
    text = "اتهمت وزارة الداخلية في حكومة إقليم كردستان، اليوم الجمعة، جماعات تابعة للحشد الشعبي بالمسؤولية عن هجمات."
    assert [who for _, who in blames(text)] == [["جماعات تابعة للحشد الشعبي"]]


def test_who_is_accused_of_another_act_is_not_meant_by_the_one_before() -> None:
    text = (
        "تحدثت تقارير عن مقتل 5 مدنيين بالخرطوم جراء القصف المدفعي المتبادل أمس،"
        " فيما اتهمت قوات الدعم السريع في بيان، الجيش السوداني بأنه قتل 2 من منسوبيها."
    )
    assert [actors for _, actors, _ in told(text)] == [[], ["الجيش السوداني"]]
