"""Arabic reports: who told whom, who blames whom by name, since which day, and how one group stands to another."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_arabic_reports import blames
from tests.steps.extract.test_language_ar import incidents, run, tallies
from tregua.records.claim import Aid, Happening, Relation, Tally

CHAINS = [
    ("قال مدير المرصد السوري رامي عبد الرحمن لوكالة فرانس برس إن قوات النظام قصفت حيان.",
     ["مدير المرصد السوري رامي عبد الرحمن", "وكالة فرانس برس"]),
    ("قال الناشط محمد الحلبي لعنب بلدي إن قوات النظام قصفت حيان.", ["الناشط محمد الحلبي", "عنب بلدي"]),
    ("وبحسب ما نقلته رويترز عن مصدر في المعارضة فإن الجيش السوري هاجم حيان.", ["مصدر في المعارضة", "رويترز"]),
    ("رويترز: قال مسؤول إسرائيلي إن قوات حزب الله قصفت المطلة.", ["مسؤول إسرائيلي", "رويترز"]),
    ("قناة الجزيرة: مصادر محلية تفيد بقصف قوات النظام مخيم خان الشيح.", ["مصادر محلية", "قناة الجزيرة"]),
    ("قال رامي عبد الرحمن مدير المرصد إن قوات النظام قصفت حيان.", ["مدير المرصد"]),
    ("أعلنت لجنة تنسيق إعادة الانتشار أن المليشيات قصفت حيس.", ["لجنة تنسيق إعادة الانتشار"]),
    ("أفادت مندوبة الوكالة الوطنية للإعلام بأن قوات الاحتلال قصفت عيترون.", ["مندوبة الوكالة الوطنية للإعلام"]),
    ("المركز الإعلامي لعملية بركان الغضب: سقوط قذائف على حي أبو سليم.", ["المركز الإعلامي لعملية بركان الغضب"]),
]  # fmt: skip

BLAMES = [
    ("وجّه نبيه بري أصابع الاتهام إلى إسرائيل بشأن خرق الهدنة.", [["إسرائيل"]]),
    ("ألقى البرهان باللوم على قوات الدعم السريع في انتهاك الهدنة.", [["قوات الدعم السريع"]]),
    ("نتنياهو يحمّل حزب الله مسؤولية التصعيد.", [["حزب الله"]]),
    ("حمّل غروندبرغ الحوثيين مسؤولية فشل الهدنة.", [["الحوثيين"]]),
    ("اتهم غروندبرغ الحوثيين بخرق الهدنة.", [["الحوثيين"]]),
    ("غروندبرغ يتهم الحوثيين بخرق الهدنة.", [["الحوثيين"]]),
    ("اتهامات لبنانية لإسرائيل بخرق الهدنة.", [["إسرائيل"]]),
    ("بعد ساعات من الهدنة في جنوب السودان حمّل المتمردون الجيش مسؤولية نقضها.", [["الجيش"]]),
]

RELATIONS = [
    ("بايعت كتائب الفاروق جبهة النصرة.", "affiliate", "كتائب الفاروق", "جبهة النصرة"),
    ("حركة نور الدين الزنكي المنضوية في غرفة عمليات فتح حلب.", "member_of", "حركة نور الدين الزنكي",
     "غرفة عمليات فتح حلب"),
    ("تضم غرفة عمليات الفتح المبين هيئة تحرير الشام.", "member_of", "هيئة تحرير الشام", "غرفة عمليات الفتح المبين"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_who_told_whom(text: str, chain: list[str]) -> None:
    (found,) = (claim.chain for claim in run(text)[0] if isinstance(claim.slots, Happening))
    assert [link.text for link in found] == chain


@pytest.mark.parametrize(("text", "accused"), BLAMES)
def test_who_is_blamed(text: str, accused: list[list[str]]) -> None:
    assert [found for _, found in blames(text)] == accused


@pytest.mark.parametrize(("text", "kind", "source", "target"), RELATIONS)
def test_how_they_stand_to_each_other(text: str, kind: str, source: str, target: str) -> None:
    (relation,) = (claim.slots for claim in run(text)[0] if isinstance(claim.slots, Relation))
    assert (relation.type, relation.source[0].text, relation.target[0].text) == (kind, source, target)


@pytest.mark.parametrize(
    ("since", "day"),
    [
        ("منذ إعلانها الأحد", "05-01"),
        ("منذ سريانها يوم السبت", "04-30"),
        ("منذ دخول الهدنة حيز التنفيذ فجر السبت", "04-30"),
        ("منذ بدء الهدنة أمس", "05-04"),
    ],
)
def test_since_which_day(since: str, day: str) -> None:
    text = f"قوات الوفاق: مليشيات حفتر خرقت الهدنة أكثر من 12 مرة {since}."
    (tally,) = (claim.slots for claim in run(text, "2016-05-05")[0] if isinstance(claim.slots, Tally))
    assert tally.window is not None
    assert f"{tally.window.start:%m-%d}" == day


def test_dawn_in_a_time_blows_nothing_up() -> None:
    assert incidents("خرقت إسرائيل وقف إطلاق النار منذ دخوله حيز التنفيذ فجر الأربعاء حتى مساء الخميس.") == []


def test_counts_recorded_against_one_and_ascribed_in_part() -> None:
    (tally,) = tallies("أكثر من مئتي خرق سجلته المعارضة على النظام منذ بداية الشهر الجاري.")
    assert [who.text for who in tally.accused] == ["النظام"]
    whole, part = tallies("رصد مكتب التوثيق 26 خرقاً للهدنة، نسبت 22 منها إلى القوات الحكومية.")
    assert (whole.count, part.count) == (26, 22)
    assert [who.text for who in part.accused] == ["القوات الحكومية"]


def test_aid_that_is_kept_out() -> None:
    text = "لا تزال المساعدات ممنوعة من الدخول إلى داريا، والجيش يحاصرها."
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, Aid)] == ["blocked"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("استنكرت الحكومة اليمنية استمرار المليشيات في خرق الهدنة.", ["المليشيات"]),
        ("أعلن نتنياهو أن حماس تتحمل عواقب خرقها الهدنة.", ["حماس"]),
        ("دي ميستورا يلوم النظام على تعثر الهدنة.", ["النظام"]),
    ],
)
def test_who_is_blamed_in_other_words(text: str, accused: list[str]) -> None:
    assert [found for _, found in blames(text + " وقصف الجيش حلب.")] == [accused]
