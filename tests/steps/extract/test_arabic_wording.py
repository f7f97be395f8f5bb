"""Arabic wordings of acts: whole paradigms, light verbs, verbal nouns, and the same words where no act is meant."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_ar import incidents, tallies

ACTS = [
    ("قصفت طائرات حربية روسية بلدة حيان.", "airstrike"),
    ("طائرات حربية قصفت بلدة حيان.", "airstrike"),
    ("قصفت مروحيات النظام بلدة حيان.", "airstrike"),
    ("استهدفت مقاتلات التحالف مواقع الفصائل في حيان.", "airstrike"),
    ("تعرضت بلدة حيان لقصف من الطيران الحربي.", "airstrike"),
    ("قصفت مدفعية الجيش بلدة حيان بعد تحليق الطائرات.", "shelling"),
    ("صبت مدفعية العدو نيرانها على بلدة الخيام.", "shelling"),
    ("جددت قوات النظام قصفها على بلدة حيان.", "shelling"),
    ("سقطت رشقة صاروخية على عسقلان أطلقتها الفصائل.", "shelling"),
    ("قصفتا الفرقتان بلدة حيان.", "shelling"),
    ("قنصوا مدنياً في حي الربصة.", "small-arms"),
    ("تفتح آليات الاحتلال نيرانها شرق رفح.", "small-arms"),
    ("مشطت قوات العدو أطراف بلدة يارون.", "small-arms"),
    ("هجم المسلحون على حاجز للشرطة في درعا.", "attack"),
    ("نصبت الفصائل كميناً محكماً لقوات النظام في داعل.", "attack"),
    ("رشق مستوطنون دورية بالحجارة في نابلس.", "attack"),
    ("اقتادت قوة إسرائيلية راعياً من خراج بلدة شبعا.", "abduction"),
    ("ألقت ميليشيا الحوثي القبض على ثلاثة ناشطين في ذمار.", "abduction"),
    ("بسطت قوات الجيش سيطرتها على بلدة مورك.", "advance"),
    ("استعادت الفصائل السيطرة على قرية العيس.", "advance"),
    ("تخطت دورية معادية السياج التقني قرب العديسة.", "advance"),
    ("فخخت قوات الاحتلال منازل في كفركلا.", "explosion"),
    ("أصيب طفل بانفجار لغم أرضي في الدريهمي.", "explosion"),
    ("منعت قوات الاحتلال سيارات الإسعاف من دخول بلدة يارون.", "obstruction"),
    ("أغلق مسلحون طريق حمص طرطوس.", "obstruction"),
    ("اعترض مسلحون قافلة في السويداء.", "obstruction"),
    ("طوقت قوات الجيش مخيم اليرموك.", "obstruction"),
    ("استحدثت المليشيات الحوثية خنادق جديدة في حيس.", "other"),
    ("أضرم مستوطنون النار في منازل بقرية دوما.", "other"),
    ("زرعت المليشيات ألغاماً في الدريهمي.", "other"),
]

NO_ACTS = [
    "هاجم الوزير سياسة الحكومة الاقتصادية في بيان.",
    "أجرى الجيش تدريباً على صد هجوم بالصواريخ قرب حمص.",
    "تلقى الاقتصاد السوري ضربة موجعة هذا العام، والجيش يراقب.",
    "فتح الجيش الطريق أمام المدنيين.",
    "قال قائد الجيش إن الحرب خطفت أحلام الأطفال.",
    "زرعت قوات حفظ السلام أشجاراً في بلدة الناقورة.",
    "يهدد المسلحون بإغلاق طريق حمص.",
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_was_done(text: str, act: str) -> None:
    assert [incident.act for incident in incidents(text)] == [act]


@pytest.mark.parametrize("text", NO_ACTS)
def test_where_nothing_was_done(text: str) -> None:
    assert incidents(text) == []


def test_air_is_not_told_by_what_was_struck() -> None:
    (incident,) = incidents("استهدفت فصائل المعارضة طائرات النظام في مطار حماة بقذائف الهاون.")
    assert incident.act == "shelling"


def test_a_verb_and_its_object_stand_in_one_clause() -> None:
    assert incidents("أغلق المسلحون باب التفاوض، وطريق حمص ما زال آمناً.") == []
    assert incidents("أغلق المسلحون، وقال الجيش إن طريق حمص آمن.") == []
    assert incidents("أقام الجيش والمسلحون") == []


def test_a_group_before_a_colon_speaks() -> None:
    (incident,) = incidents("حماس: قوات الاحتلال قصفت خان يونس.")
    assert [actor.text for actor in incident.actors] == ["قوات الاحتلال"]


LATER = [
    ("عاود الطيران الحربي قصف بلدة كفرنبودة.", "airstrike"),
    ("خرق الطيران الحربي الإسرائيلي جدار الصوت فوق صيدا.", "overflight"),
    ("سقطت مدينة ود مدني بيد قوات الدعم السريع.", "advance"),
    ("دارت معارك بين الجيش والدعم السريع في حي الثورة.", "attack"),
]


@pytest.mark.parametrize(("text", "act"), LATER)
def test_what_was_done_in_other_words(text: str, act: str) -> None:
    assert [incident.act for incident in incidents(text)] == [act]


@pytest.mark.parametrize(
    "text", ["ضربت موجة برد مدينة حلب والجيش يساعد.", "استهدفت الحملة تلقيح أطفال حلب، قال الجيش."]
)
def test_what_strikes_and_aims_without_force(text: str) -> None:
    assert incidents(text) == []


def test_some_days_are_not_one_day() -> None:
    (tally,) = tallies("ارتكب الجيش 30 خرقاً خلال الأيام الثلاثة الأولى من وقف إطلاق النار.")
    assert tally.window is None or tally.window.start is None
