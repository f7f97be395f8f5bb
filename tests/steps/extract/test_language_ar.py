"""Arabic: sentences of our own, with what must be read from each."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, window
from tregua.errors import Problem
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Slots, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.clitics import Clitics
from tregua.vocabulary.acts import Act, AidStatus, RelationType, TruceStatus
from tregua.vocabulary.stances import Basis, Bound, Stance


def run(text: str, published: str | None = "2016-05-08") -> tuple[list[Claim], list[Problem]]:
    pack = load_pack("ar")
    assert pack is not None
    return extract(document(text, published=published), pack, Context(zone=dt.UTC))


def slots(text: str, kind: type[Slots]) -> list[Slots]:
    return [claim.slots for claim in run(text)[0] if isinstance(claim.slots, kind)]


def tallies(text: str) -> list[Tally]:
    return [claim.slots for claim in run(text)[0] if isinstance(claim.slots, Tally)]


def incidents(text: str) -> list[Happening]:
    return [claim.slots for claim in run(text)[0] if isinstance(claim.slots, Happening)]


COUNTS = [
    ("أعلن المركز الروسي في حميميم رصد ٢٧ خرقاً للهدنة في حلب.", [27]),
    ("سجل الدفاع المدني أكثر من خمسة وأربعين انتهاكاً ارتكبتها قوات النظام.", [45]),
    ("رصدت اللجنة مئة وخمسة وعشرين خرقاً.", [125]),
    ("رصدت الغرفة ثلاثة آلاف ومئتي خرق منذ مطلع كانون الثاني.", [3200]),
    ("أحصت الشبكة أحد عشر انتهاكاً للهدنة.", [11]),
    ("سجلت البعثة خرقين للهدنة في تعز.", [2]),
    ("خرقت ميليشيات حفتر الهدنة ثلاث مرات جنوب طرابلس.", [3]),
    ("قالت الوزارة إن المتمردين خرقوا الهدنة مرتين.", [2]),
    ("بلغ عدد الخروقات 1,150 خرقاً، بينها 700 في حماة و300 في إدلب و150 في حمص.", [1150, 700, 300, 150]),
    ("رصد المركز 60 خرقاً: حلب (40) وحمص (20).", [60, 40, 20]),
    ("خرق جيش الاحتلال وقف إطلاق النار للمرة الثالثة، بحسب مصدر أمني.", [3]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


NONE = [
    "نفى المتحدث باسم الحوثيين استهداف مأرب.",
    "قال مسؤول إن القوات الحكومية قد تقصف المدينة إذا خرقت الهدنة.",
    "فاز المنتخب السوري على نظيره اللبناني بهدفين في مباراة الهدنة.",
    "مددت واشنطن وبكين الهدنة التجارية تسعين يوماً.",
    "لم تقصف القوات الحكومية المدينة ولن تستأنف القتال.",
    "دعت الأمم المتحدة إلى وقف القصف في حلب.",
    "نفى الجيش الإسرائيلي قصف المدرسة.",
    "انضمت ثلاث بلدات في ريف حماة إلى الهدنة.",
    "أوقف اللواء 444 سيارة في المدينة بعد القصف.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_breach_and_no_act_is_none(text: str) -> None:
    assert not tallies(text)
    assert not incidents(text)


def test_the_number_of_a_place_counts_no_breaches() -> None:
    assert not tallies("سجل المركز هجوماً على نقطة كيلو 16 خرقاً للهدنة.")


def test_a_count_has_its_window_area_bound_accused_and_chain() -> None:
    (claim,) = run(
        "وثق المرصد السوري لحقوق الإنسان ما لا يقل عن 35 خرقاً لقوات النظام في ريف حمص الشمالي خلال الـ24 ساعة الماضية."  # noqa: RUF001 - Arabic
    )[0]
    tally = claim.slots
    assert isinstance(tally, Tally)
    assert (tally.count, tally.bound, window(tally)) == (35, Bound.AT_LEAST, ("2016-05-07", "2016-05-08"))
    assert [place.text for place in tally.area] == ["ريف حمص الشمالي"]
    assert [accused.text for accused in tally.accused] == ["قوات النظام"]
    assert [speaker.text for speaker in claim.chain] == ["المرصد السوري لحقوق الإنسان"]


WINDOWS = [
    ("منذ 27 شباط", ("2016-02-27", "2016-05-08")),
    ("منذ 27 فبراير (شباط) 2016", ("2016-02-27", "2016-05-08")),
    ("في جانفي", ("2016-01-01", "2016-02-01")),
    ("أمس السبت", ("2016-05-07", "2016-05-08")),
    ("خلال الأيام الثلاثة الماضية", ("2016-05-05", "2016-05-08")),
    ("خلال اليومين الماضيين", ("2016-05-06", "2016-05-08")),
    ("بين 1 و7 أيار/مايو 2016", ("2016-05-01", "2016-05-08")),
    ("يوم الجمعة", ("2016-05-06", "2016-05-07")),
    ("في الخامس من كانون الأول 2015", ("2015-12-05", "2015-12-06")),
]


@pytest.mark.parametrize(("words", "expected"), WINDOWS)
def test_windows(words: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(f"ارتكبت الفصائل المسلحة 40 خرقاً {words}.")
    assert window(tally) == expected
    assert [accused.text for accused in tally.accused] == ["الفصائل المسلحة"]


def test_a_hijri_date_is_told_and_is_no_day() -> None:
    claims, problems = run("سجل المركز 14 خرقاً في 15 رمضان 1437 هـ.")
    (tally,) = [claim.slots for claim in claims if isinstance(claim.slots, Tally)]
    assert tally.window is not None
    assert (tally.window.start, tally.window.end, tally.window.basis) == (None, None, Basis.UNKNOWN)
    assert [problem.message for problem in problems] == [
        "“15 رمضان 1437 هـ” at character 23 is a date of the Hijri calendar, which is not read"
    ]


INCIDENTS = [
    ("قصفت قوات النظام بقذائف الهاون مدينة دوما.", Act.SHELLING, "قوات النظام", "مدينة دوما"),
    ("شن الطيران الحربي الروسي ثلاث غارات على بلدة كفرنبل.", Act.AIRSTRIKE, "الطيران الحربي الروسي", "بلدة كفرنبل"),
    ("استهدفت طائرة مسيرة إسرائيلية سيارة في النبطية.", Act.DRONE, "طائرة مسيرة إسرائيلية", "النبطية"),
    ("اعتقلت قوات الاحتلال الإسرائيلي 12 فلسطينياً في جنين.", Act.ABDUCTION, "قوات الاحتلال الإسرائيلي", "جنين"),
    ("فتحت قوات الدعم السريع النار في أم درمان؛ وأطلقت قوات الدعم السريع قذائف على الفاشر.", Act.SHELLING,
     "قوات الدعم السريع", "الفاشر"),
    ("تواصلت الاشتباكات بين الجيش السوداني وقوات الدعم السريع في الخرطوم.", Act.ATTACK, "الجيش السوداني", "الخرطوم"),
    ("وأطلق الجنود الإسرائيليون النار في رفح، فيما هاجم مسلحون، أمس، حاجزاً قرب درعا.", Act.ATTACK, "مسلحون", "درعا"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "actor", "place"), INCIDENTS)
def test_incidents(text: str, act: Act, actor: str, place: str) -> None:
    found = incidents(text)[-1]
    assert found.act == act
    assert found.actors[0].text == actor
    assert [item.text for item in found.places][-1] == place


def test_casualties_are_read_with_duals_and_single_people() -> None:
    (attack,) = incidents("قتل جنديان وأصيب أربعة آخرون في هجوم شنه مسلحون على حاجز للجيش قرب درعا.")
    assert attack.killed is not None
    assert attack.injured is not None
    assert (attack.killed.best, attack.injured.best) == (2, 4)
    assert [actor.text for actor in attack.actors] == ["مسلحون"]
    (shelling,) = incidents("قصفت قوات النظام مدينة دوما، ما أدى إلى مقتل طفل وإصابة 11 آخرين.")
    assert shelling.killed is not None
    assert shelling.killed.best == 1


def test_a_number_of_shells_is_no_number_of_people() -> None:
    (shelling,) = incidents("استهدف الجيش الإسرائيلي محيط بلدة كفركلا بقذيفتين، وأصيب مواطن بجروح.")
    assert shelling.injured is not None
    assert shelling.injured.best == 1
    (clash,) = incidents("وتجددت الاشتباكات بين فصيلين في الزاوية وقتل فيها ثمانية أشخاص بينهم طفلان.")
    assert clash.killed is not None
    assert clash.killed.best == 8


def test_who_is_accused_of_an_act_is_said_to_have_done_it_and_denies_it() -> None:
    claims, _ = run("اتهم الجيش اليمني الحوثيين بقصف مأرب بصاروخ، ونفى الحوثيون ذلك.")
    (claim,) = [claim for claim in claims if isinstance(claim.slots, Happening)]
    assert isinstance(claim.slots, Happening)
    assert [actor.text for actor in claim.slots.actors] == ["الحوثيين"]
    assert claim.denied_by is not None
    assert claim.denied_by.text == "الحوثيون"


def test_who_reports_does_not_act() -> None:
    (claim,) = run("نقلت وكالة سانا عن مصدر عسكري أن إرهابيين أطلقوا 5 قذائف على حي الحمدانية في حلب.")[0]
    assert isinstance(claim.slots, Happening)
    assert [actor.text for actor in claim.slots.actors] == ["إرهابيين"]
    assert [speaker.text for speaker in claim.chain] == ["مصدر عسكري", "وكالة سانا"]
    assert claim.slots.count == 5


def test_a_denial_stays_with_what_it_denies() -> None:
    (claim,) = run("قصفت القوات التركية قرى في ريف عفرين، بحسب مصدر محلي. ونفت القوات التركية ذلك.")[0]
    assert claim.denied_by is not None
    assert claim.denied_by.text == "القوات التركية"
    (other,) = run("قصفت القوات الروسية قرى في ريف عفرين. ونفت القوات التركية ذلك.")[0]
    assert other.denied_by is None
    (earlier,) = run("قصفت القوات التركية قرى في ريف عفرين. لكن أنقرة نفت. والقوات التركية تنفي.")[0]
    assert earlier.denied_by is not None


def test_a_describing_word_without_the_article_belongs_to_no_group_that_has_it() -> None:
    (claim,) = run("قصفت القوات تركية حلب صباح اليوم.")[0]
    assert isinstance(claim.slots, Happening)
    assert [who.text for who in claim.slots.actors] == ["القوات"]


def test_what_is_claimed_is_alleged() -> None:
    (claim,) = run("زعمت وزارة الدفاع أن المتمردين خرقوا الهدنة مرتين.")[0]
    assert claim.stance is Stance.ALLEGED
    assert [speaker.text for speaker in claim.chain] == ["وزارة الدفاع"]


def test_who_speaks_is_named_with_title_and_name() -> None:
    (claim,) = run("قال المتحدث باسم الجيش الليبي العقيد محمد قنونو إن ميليشيات حفتر قصفت مطار معيتيقة.")[0]
    assert [speaker.text for speaker in claim.chain] == ["المتحدث باسم الجيش الليبي العقيد محمد قنونو"]


def test_truces_blame_and_aid() -> None:
    (started,) = slots("أعلنت الأمم المتحدة دخول الهدنة حيز التنفيذ في 2 أبريل 2015، رغم القصف في تعز.", TruceWord)
    assert isinstance(started, TruceWord)
    assert started.status is TruceStatus.IN_FORCE
    (blame,) = slots("حمّلت الحكومة اليمنية الحوثيين مسؤولية خرق الهدنة في الحديدة.", Blame)
    assert isinstance(blame, Blame)
    assert [accused.text for accused in blame.accused] == ["الحوثيين"]
    (aid,) = slots("منعت قوات النظام دخول قافلة مساعدات إلى داريا.", Aid)
    assert isinstance(aid, Aid)
    assert (aid.status, [place.text for place in aid.area]) == (AidStatus.BLOCKED, ["داريا"])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("وَحلب", ["وَ", "حلب"]),
        ("وللقوات", ["و", "لل", "قوات"]),
        ("وبالمدفعية", ["و", "ب", "المدفعية"]),
        ("وفوحلب", ["و", "ف", "و", "حلب"]),
        ("وزارة", ["وزارة"]),
        ("بلدة", ["بلدة"]),
        ("بركان", ["بركان"]),
        ("بثرة", ["ب", "ثرة"]),
        ("وثرة", ["و", "ثرة"]),
    ],
)
def test_small_words_are_parted_from_what_is_known(printed: str, expected: list[str]) -> None:
    pack = load_pack("ar")
    assert pack is not None
    assert Clitics(pack, "في ثرة").parts(printed) == expected


def test_the_first_part_of_a_name_may_end_a_text() -> None:
    (shelling,) = incidents("قصفت قوات النظام في بلدة بئر")
    assert [place.text for place in shelling.places] == ["بلدة بئر"]


def test_an_empty_pack_would_read_nothing() -> None:
    pack = load_pack("ar")
    assert pack is not None
    empty = pack.model_copy(update={"lexicon": (), "tallies": ()})
    assert not extract(document("رصد المركز 60 خرقاً في حلب."), empty, Context(zone=dt.UTC))[0]


def test_a_verb_with_a_day_alone_has_no_subject() -> None:
    assert [found.actors for found in incidents("قصفت أمس.\n\nوقصفت قوات النظام أمس بلدة تفتناز.")][-1] != ()


SHAPES = [
    ("قُتل شاب برصاص قوات النظام في داريا.", Act.SMALL_ARMS, ["قوات النظام"], ["داريا"]),
    ("تعرضت بلدة حيس لقصف بالهاون.", Act.SHELLING, [], ["بلدة حيس"]),
    ("هاجم مسلحون مجهولون دورية في كركوك.", Act.ATTACK, ["مسلحون مجهولون"], ["كركوك"]),
    ("توغلت آليات الاحتلال في حي السلام.", Act.ADVANCE, ["آليات الاحتلال"], ["حي السلام"]),
    ("سقطت، بحسب مصدر محلي، أربع قذائف هاون على دوما.", Act.SHELLING, [], ["دوما"]),
    ("شن الجيش غارة استهدفت مركبة في رفح.", Act.AIRSTRIKE, ["الجيش"], ["رفح"]),
]


@pytest.mark.parametrize(("text", "act", "actors", "places"), SHAPES)
def test_shapes_of_incidents(text: str, act: Act, actors: list[str], places: list[str]) -> None:
    (found,) = incidents(text)
    assert found.act == act
    assert [actor.text for actor in found.actors] == actors
    assert [place.text for place in found.places] == places


MORE_WINDOWS = [
    ("رصدت اللجنة 9 خروقات منذ سريان الاتفاق في 12 نيسان حتى نهاية نيسان.", ("2016-04-12", "2016-05-01")),
    ("رصدت اللجنة 9 خروقات منذ إعلان الهدنة في الثاني من الشهر الماضي.", ("2016-04-02", "2016-05-08")),
    ("بدأت الهدنة في 1 أيار. ورصدت اللجنة 9 خروقات في اليوم الثالث للهدنة.", ("2016-05-03", "2016-05-04")),
    ("بدأت الهدنة في 1 أيار. ورصدت اللجنة 9 خروقات منذ سريانها قبل أسبوع.", ("2016-05-01", "2016-05-08")),
]


@pytest.mark.parametrize(("text", "expected"), MORE_WINDOWS)
def test_windows_that_lean_on_the_text(text: str, expected: tuple[str, str]) -> None:
    assert window(tallies(text)[-1]) == expected


def test_a_day_or_week_of_a_truce_of_unknown_start_is_not_known() -> None:
    (found,) = tallies("رصدت اللجنة 9 خروقات في اليوم الثالث للهدنة.")
    assert found.window is not None
    assert found.window.basis is Basis.UNKNOWN


def test_a_day_of_last_month_needs_a_day_of_publication() -> None:
    (claim,) = run("رصدت اللجنة 9 خروقات في الثاني من الشهر الماضي.", published=None)[0]
    assert isinstance(claim.slots, Tally)
    assert claim.slots.window is not None
    assert claim.slots.window.start is None


def test_no_end_of_a_month_beyond_the_calendar() -> None:
    found = tallies("رصدت اللجنة 9 خروقات من 12 نيسان حتى نهاية شباط 9999.")
    assert window(found[0]) != ("2016-04-12", "9999-03-01")


def test_who_backs_is_told_and_not_accused() -> None:
    text = "ارتكبت مليشيا الحوثي 5 خروقات. وكانت مليشيا الحوثي المدعومة من إيران ارتكبت 86 خرقاً للهدنة."
    assert [[accused.text for accused in tally.accused] for tally in tallies(text)] == [["مليشيا الحوثي"]] * 2
    (relation,) = [claim.slots for claim in run(text)[0] if isinstance(claim.slots, Relation)]
    assert (relation.type, [source.text for source in relation.source]) == (RelationType.BACKS, ["إيران"])


def test_the_day_a_paper_came_out_is_no_window() -> None:
    (found,) = tallies("ووفق تقريرها الصادر اليوم الاثنين، ارتكب الجيش 40 خرقاً منذ 30 نيسان.")
    assert window(found) == ("2016-04-30", "2016-05-08")


def test_aid_that_enters_one_place_is_told_once() -> None:
    claims, _ = run("دخلت قافلة مساعدات مدينة دوما. وبعد دخول قافلة المساعدات دوما وقع قصف.")
    assert [claim.slots.status for claim in claims if isinstance(claim.slots, Aid)] == [AidStatus.DELIVERED]


def test_a_short_name_denies_too() -> None:
    claims, _ = run("اتهم الدعم السريع الجيش بقصف أم درمان، ونفى الجيش ذلك.")
    assert {claim.denied_by.text for claim in claims if claim.denied_by is not None} == {"الجيش"}


def test_a_verb_and_its_day_may_end_a_text() -> None:
    assert incidents("لم تصمد الهدنة، وقصفت أمس") == []


def test_a_total_until_a_day_is_counted_from_the_start_of_the_truce() -> None:
    (found,) = tallies("بدأت الهدنة في 1 أيار. وبلغت خروقات النظام 31 خرقاً حتى مساء السبت.")
    assert window(found) == ("2016-05-01", "2016-05-08")


def test_a_body_met_again_by_its_head_with_an_article() -> None:
    claims, _ = run("قالت وزارة الدفاع الروسية إن الفصائل قصفت حلب. وأضافت الوزارة أن الفصائل قصفت حماة.")
    assert [claim.chain[0].text for claim in claims] == ["وزارة الدفاع الروسية"] * 2


STATEMENTS = [
    ("تبادل الجيش والدعم السريع الاتهامات بقصف السوق.", Blame, "الدعم السريع"),
    ("ألقى الحوثيون باللائمة على التحالف بعد قصف السوق.", Blame, "التحالف"),
]


@pytest.mark.parametrize(("text", "kind", "accused"), STATEMENTS)
def test_who_is_blamed_in_other_words(text: str, kind: type[Blame], accused: str) -> None:
    (blame,) = [claim.slots for claim in run(text)[0] if isinstance(claim.slots, kind)]
    assert [mention.text for mention in blame.accused] == [accused]


def test_entry_that_is_prevented_is_aid_blocked() -> None:
    claims, _ = run("تمنع قوات الدعم السريع دخول الغذاء إلى الدلنج وتقصف المدينة.")
    assert [claim.slots.status for claim in claims if isinstance(claim.slots, Aid)] == [AidStatus.BLOCKED]


TRUCES = [
    ("توصلت الفصائل والنظام إلى اتفاق لوقف إطلاق النار في حلب.", TruceStatus.DECLARED),
    ("يسود في حلب منذ السبت وقف هش لإطلاق النار بين الجيش والفصائل.", TruceStatus.IN_FORCE),
    ("خُرقت الهدنة بعد ساعة، وقصفت قوات النظام حلب.", TruceStatus.VIOLATED),
    ("قصف النظام حلب رغم الهدنة التي أعلنت قبل يومين وبعد تمديدها يوماً.", TruceStatus.EXTENDED),
]


@pytest.mark.parametrize(("text", "status"), TRUCES)
def test_states_of_a_truce(text: str, status: TruceStatus) -> None:
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, TruceWord)] == [status]


def test_a_refused_extension_is_none() -> None:
    claims, _ = run("رفض الجيش السوداني تمديد الهدنة وقصف أم درمان.")
    assert [claim.slots for claim in claims if isinstance(claim.slots, TruceWord)] == []


def test_a_bounded_number_behind_a_place_is_no_name_of_it() -> None:
    (found,) = tallies("ارتكبت مليشيات الحوثي في المحور أكثر من 2849 خرقاً للهدنة.")
    assert found.count == 2849


def test_breaches_that_took_place_on_a_day_are_of_that_day() -> None:
    (found,) = tallies("رصد المركز 37 خرقاً وقعت يوم السبت.")
    assert window(found) == ("2016-05-07", "2016-05-08")


def test_one_of_a_force_who_is_killed_does_not_act() -> None:
    (found,) = incidents("قُتل عنصر من قوى الأمن برصاص قناص في حلب.")
    assert found.actors == ()


def test_a_weapon_behind_a_subject_and_its_day() -> None:
    (found,) = incidents("أطلقت مليشيات خليفة حفتر، السبت، ستة صواريخ غراد على سرت.")
    assert found.act == Act.SHELLING


def test_a_word_without_an_article_describes_no_noun_that_has_one() -> None:
    (found,) = incidents("قصفت القوات حكومية بلدة كفرنبل.")
    assert [actor.text for actor in found.actors] == ["القوات"]


def test_a_word_for_by_means_of_is_no_act_of_its_own() -> None:
    (found,) = incidents("دمرت قوات الاحتلال منزلاً في بلدة عيناتا عبر عبوات أُلقيت بواسطة مسيّرة.")
    assert [place.text for place in found.places] == ["بلدة عيناتا"]
