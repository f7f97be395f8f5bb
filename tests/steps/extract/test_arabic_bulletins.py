"""Arabic as ministries, monitors and agencies write it: who counts, since when, where, and who fired."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_ar import incidents, run, tallies
from tests.steps.extract.texts import window
from tregua.records.claim import Blame, Tally
from tregua.vocabulary.acts import Act

COUNTED = [
    ("خرقت إسرائيل اتفاق وقف إطلاق النار في قطاع غزة منذ دخوله حيز التنفيذ 512 مرة، بحسب المكتب الإعلامي.", [512]),
    ("ارتكب جيش الاحتلال (63) خرقاً و(14) عملية توغل في قطاع غزة، بحسب المكتب الإعلامي.", [63, 14]),
    ("سجلت الشبكة 12 خرقاً في حلب، ووصل عدد خروقات النظام إلى 140.", [12, 140]),
    ("سجلت اللجنة 30 خرقاً، منها 11 عبر عمليات قتالية و19 عبر عمليات اعتقال.", [30, 11, 19]),
    ("قالت الوزارة إنها سجلت 31 انتهاكاً: حلب - 21، إدلب - 8، حماة - 2.", [31, 21, 8, 2]),
    ("سجل المركز أول خرق باليوم الرابع من الهدنة في تعز.", [1]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts(text: str, expected: list[int]) -> None:
    assert sorted(tally.count for tally in tallies(text)) == sorted(expected)


def test_a_place_before_a_dash_has_the_number_behind_it() -> None:
    found = {tally.count: [area.text for area in tally.area] for tally in tallies(COUNTED[4][0])}
    assert found[21] == ["حلب"]
    assert found[8] == ["إدلب"]
    assert found[2] == ["حماة"]


SINCE = [
    ("منذ أسبوعين", "2016-04-24", "2016-05-08"),
    ("منذ ثلاثة أيام", "2016-05-05", "2016-05-08"),
    ("منذ أسبوع", "2016-05-01", "2016-05-08"),
    ("خلال الأيام الأربعة الأخيرة", "2016-05-04", "2016-05-08"),
]


@pytest.mark.parametrize(("printed", "start", "end"), SINCE)
def test_windows(printed: str, start: str, end: str) -> None:
    (tally,) = tallies(f"قال مصدر عسكري إن المسلحين ارتكبوا {printed} تسعة خروقات للهدنة في تعز.")
    assert window(tally) == (start, end)


def test_the_nth_day_of_a_truce_is_not_today() -> None:
    (tally,) = tallies("سجل المركز خرقين في حمص في اليوم السادس من الهدنة.")
    assert window(tally) != ("2016-05-08", "2016-05-09")


@pytest.mark.parametrize(
    "text",
    [
        "سجل الجانب الروسي 6 خروقات لنظام وقف العمليات العسكرية في حلب خلال الـ24 ساعة الماضية.",  # noqa: RUF001 - Arabic
        "رصد المراقبون 6 انتهاكات لنظام وقف إطلاق النار.",
    ],
)
def test_a_regime_of_ceasefire_is_accused_of_nothing(text: str) -> None:
    assert [tally.accused for tally in tallies(text)] == [()]


SPOKEN = [
    ("أفاد “المرصد السوري لحقوق الإنسان” بوقوع 7 خروقات في إدلب.", "المرصد السوري لحقوق الإنسان"),
    ("ذكر مصدر في قيادة شرطة حماة أن المسلحين ارتكبوا 7 خروقات للهدنة.", "مصدر في قيادة شرطة حماة"),
    ("وقعت 7 خروقات للهدنة في تعز، وفق ما أحصى المركز اليمني، رغم هدنة أعلنتها موسكو.", "المركز اليمني"),
    ("سجل الجانب التركي 7 خروقات في إدلب.", "الجانب التركي"),
    ("وقعت 7 خروقات في حلب منذ 27 شباط بحسب توثيق مركز التنسيق الروسي في حميميم.", "مركز التنسيق الروسي"),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_speakers(text: str, expected: str) -> None:
    (claim,) = [claim for claim in run(text)[0] if isinstance(claim.slots, Tally)]
    assert claim.chain[0].text == expected


def test_an_accuser_may_stand_in_quotation_marks() -> None:
    text = "اتهمت «قوات الدعم السريع» الجيش بمواصلة خرق الهدنة."
    (claim,) = run(text)[0]
    assert claim.chain[0].text == "قوات الدعم السريع"
    assert isinstance(claim.slots, Blame)
    assert [accused.text for accused in claim.slots.accused] == ["الجيش"]


def test_part_of_them_is_of_the_same_side() -> None:
    found = tallies("ارتكبت مليشيا الحوثي 86 خرقاً للهدنة أمس. وكان نصيب محافظة مأرب منها 61 خرقاً.")
    assert [[accused.text for accused in tally.accused] for tally in found] == [["مليشيا الحوثي"]] * 2


def test_whom_a_list_of_acts_hit_did_not_commit_the_rest() -> None:
    found = tallies(
        "ارتكبت مليشيا الحوثي 9 خروقات للهدنة أمس. وتوزعت الخروقات على هجومين على دورية للضباط وأربع عمليات قصف."
    )
    assert {accused.text for tally in found for accused in tally.accused} == {"مليشيا الحوثي"}


def test_the_breaches_told_of_again_are_those_of_the_same_side() -> None:
    found = tallies("ارتكبت مليشيا الحوثي 86 خرقاً للهدنة أمس. وتوزعت الخروقات على 61 خرقاً في مأرب، و25 خرقاً غرب حجة.")
    assert [[accused.text for accused in tally.accused] for tally in found] == [["مليشيا الحوثي"]] * 3


def test_a_new_count_accuses_nobody_named_before() -> None:
    found = tallies("ارتكبت مليشيا الحوثي 86 خرقاً للهدنة أمس. وسجل المراقبون 25 خرقاً غرب حجة.")
    assert [[accused.text for accused in tally.accused] for tally in found] == [["مليشيا الحوثي"], []]


def test_a_source_in_the_police_does_not_fire() -> None:
    (shelling,) = incidents(
        "أفاد مراسل “سانا” نقلا عن مصدر في قيادة شرطة حلب بأن المسلحين استهدفوا حي الميدان بالقذائف."
    )
    assert [actor.text for actor in shelling.actors] == ["المسلحين"]


FIRED = [
    ("أصيب جندي بقذيفة أطلقتها مليشيا الحوثي على موقع في الجوف.", ["مليشيا الحوثي"]),
    ("قتل مدني في غارة إسرائيلية على مرجعيون رغم الهدنة بين حزب الله وإسرائيل.", ["إسرائيلية"]),
    ("شن مسلحون هجوما على مأرب رغم الهدنة الإنسانية بين الطرفين.", ["مسلحون"]),
    ("اندلعت اشتباكات بين الجيش والمسلحين في تعز.", ["الجيش", "المسلحين"]),
]


@pytest.mark.parametrize(("text", "expected"), FIRED)
def test_who_fired(text: str, expected: list[str]) -> None:
    (incident,) = incidents(text)
    assert [actor.text for actor in incident.actors] == expected


def test_dawn_on_friday_is_no_explosion() -> None:
    found = incidents("قصفت قوات النظام، فجر الجمعة، مدينة معرة النعمان.")
    assert [incident.act for incident in found] == [Act.SHELLING]


def test_what_was_blown_up_is_an_explosion() -> None:
    (found,) = incidents("فجر جيش الاحتلال مزرعة في جنوب لبنان.")
    assert found.act is Act.EXPLOSION


def test_the_toll_may_stand_in_brackets() -> None:
    (found,) = incidents("قصفت قوات الاحتلال خان يونس ما أسفر عن استشهاد (12) مدنياً وإصابة (31) آخرين.")
    assert found.killed is not None
    assert found.killed.best == 12
    assert found.injured is not None
    assert found.injured.best == 31


def test_another_one_was_wounded() -> None:
    (found,) = incidents("قُتل جندي وأصيب آخر برصاص قناصة الحوثيين في مأرب.")
    assert found.injured is not None
    assert found.injured.best == 1


NOTHING = [
    "إجمالي الخروقات يقلق الوسطاء الذين دعوا إلى احترام الهدنة.",
    "قال المدرب إن الفريق خرق الدفاع ثلاث مرات في المباراة.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read(text: str) -> None:
    assert not tallies(text)
    assert not incidents(text)


def test_counts_of_another_day_keep_their_own() -> None:
    found = tallies("سجل المركز أمس 54 خرقاً في حلب. كما وثق 27 خرقاً في اليوم نفسه في حماة.")
    assert {window(tally) for tally in found} == {("2016-05-07", "2016-05-08")}


BLAMED = [
    ("خرق جيش الاحتلال اتفاق وقف إطلاق النار 12 مرة منذ أمس.", "جيش الاحتلال"),
    ("قالت الوزارة إن عدد خروقات قوات الدعم السريع بلغ 12 خرقاً.", "قوات الدعم السريع"),
    ("12 خرقاً للهدنة نُسبت إلى النظام.", "النظام"),
    ("نسبت اللجنة 12 خرقاً إلى قوات حفتر.", "قوات حفتر"),
    ("اتهم المتحدث مليشيا الدعم السريع بخرق الهدنة 12 مرة.", "مليشيا الدعم السريع"),
    ("الخروقات الإسرائيلية بلغت 12 خرقاً.", "الإسرائيلية"),
]


@pytest.mark.parametrize(("text", "expected"), BLAMED)
def test_who_is_accused(text: str, expected: str) -> None:
    (tally,) = tallies(text)
    assert tally.count == 12
    assert [accused.text for accused in tally.accused] == [expected]


def test_whose_breaches_are_watched_is_accused_of_those_counted() -> None:
    claims, _ = run("سجلت غرفة رصد خروقات الاحتلال 67 خرقاً خلال 24 ساعة.")
    counted = [claim.slots for claim in claims if isinstance(claim.slots, Tally)]
    assert [[who.text for who in one.accused] for one in counted] == [["الاحتلال"]]
