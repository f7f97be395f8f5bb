"""Arabic as agencies print it in haste: sides of a commission, bulletins without a day, blanks lost, towns in -un."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.test_language_ar import incidents, run, tallies
from tests.steps.extract.texts import document, read
from tregua.records.claim import Aid, Blame, Relation, Tally, TruceWord
from tregua.steps.extract.exchange import to_exchange
from tregua.vocabulary.acts import AidStatus, TruceStatus
from tregua.vocabulary.stances import Stance


def places(text: str) -> list[str]:
    return [place.text for found in incidents(text) for place in found.places]


def chains(text: str) -> list[list[str]]:
    return [[link.text for link in claim.chain] for claim in run(text)[0] if isinstance(claim.slots, Tally)]


def blames(text: str) -> list[tuple[list[str], list[str]]]:
    found = [claim.slots for claim in run(text)[0] if isinstance(claim.slots, Blame)]
    return [([who.text for who in blame.blamers], [who.text for who in blame.accused]) for blame in found]


def test_each_side_of_a_commission_has_its_own_count() -> None:
    text = "أعلنت وزارة الدفاع أن الجانب الروسي سجل أربعة خروقات في حلب، في حين أحصى الجانب التركي تسعة خروقات في إدلب."
    assert chains(text) == [["الجانب الروسي", "وزارة الدفاع"], ["الجانب التركي", "وزارة الدفاع"]]


def test_one_who_counts_alone_is_the_origin() -> None:
    assert chains("أحصى الجانب التركي تسعة خروقات في إدلب.") == [["الجانب التركي"]]
    assert chains("قالت القيادة إنها رصدت أربعة خروقات في حلب.") == [["القيادة"]]


UNDATED = [
    ("سجل المركز 12 خرقاً للهدنة في حلب خلال الـ24 ساعة الماضية.", dt.timedelta(hours=24)),  # noqa: RUF001 - Arabic
    ("سجل المركز 12 خرقاً للهدنة في حلب خلال آخر 48 ساعة.", dt.timedelta(hours=48)),
    ("سجل المركز أمس 12 خرقاً للهدنة في حلب.", dt.timedelta(days=1)),
    ("سجل المركز يوم الجمعة 12 خرقاً للهدنة في حلب.", dt.timedelta(days=1)),
    ("سجل المركز 12 خرقاً للهدنة في حلب خلال الشهر الماضي.", None),
]


@pytest.mark.parametrize(("text", "length"), UNDATED)
def test_a_window_without_a_day_keeps_its_length(text: str, length: dt.timedelta | None) -> None:
    (tally,) = (claim.slots for claim in run(text, published=None)[0] if isinstance(claim.slots, Tally))
    assert tally.window is not None
    assert (tally.window.start, tally.window.end, tally.window.length) == (None, None, length)


def test_a_window_without_a_day_is_written_on_no_day() -> None:
    text = "The centre recorded 12 breaches in the last 24 hours."
    written = [to_exchange(claim, document(text)) for claim in read(text, published=None)[0]]
    assert [plain["window"] for plain in written] == [
        {
            "start": "0001-01-01T00:00",
            "end": "0001-01-02T00:00",
            "text": "the last 24 hours",
            "basis": "unknown",
        }
    ]
    text = "The centre recorded 12 breaches last month."
    written = [to_exchange(claim, document(text)) for claim in read(text, published=None)[0]]
    assert [plain["window"]["start"] for plain in written] == [None]


def test_a_lost_blank_ends_a_sentence_and_initials_end_none() -> None:
    text = "قصفت قوات حفتر حي السلام.وأضاف البيان أن قناصاً قتل مدنياً في مصراتة.وفي سرت هدوء."
    assert [place for place in places(text) if place == "مصراتة"] == ["مصراتة"]
    first, *_ = incidents(text)
    assert [place.text for place in first.places] == ["حي السلام"]
    assert len(incidents("قصفت قوات حفتر، بحسب أ.ف.ب.المركز، حي السلام.")) == 1


TOWNS = [
    ("ألقت مسيّرة قنبلة على بلدة حولا.", ["بلدة حولا"]),
    ("أغارت مسيّرة على بلدة مركبا.", ["بلدة مركبا"]),
    ("قصف الجيش منازل في حيطون.", ["حيطون"]),
    ("قصف الجيش منازل في دير ميماس وبرعشون ومارتا.", ["دير ميماس", "برعشون", "مارتا"]),
    ("قصف الجيش البلدة فجرا.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_names_that_look_like_other_words(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_the_coalition_that_backs_something_is_called_so() -> None:
    claims, _ = run("قال تحالف دعم الشرعية إن مليشيات الحوثي ارتكبت 12 خرقاً.")
    assert not [claim for claim in claims if isinstance(claim.slots, Relation)]
    claims, _ = run("قصفت مليشيات مدعومة من إيران مدينة تعز.")
    assert [claim.slots.target[0].text for claim in claims if isinstance(claim.slots, Relation)] == ["مليشيات"]


def test_an_adjective_of_a_group_belongs_to_its_noun() -> None:
    (tally,) = tallies("سجل المركز 12 خرقاً في الحديدة من جانب الميليشيات الحوثية الإرهابية.")
    assert [who.text for who in tally.accused] == ["الميليشيات الحوثية الإرهابية"]


ANSWERED = (
    "اتهمت قوات الدعم السريع الطرف الآخر بخرق الهدنة.\n"
    "ورد الجيش السوداني في بيان على صفحته قائلا إن المليشيا تواصل انتهاك الهدنة.\n"
    "واتهم قوات الدعم السريع بهجوم على مدينة نيالا."
)


def test_who_answers_accuses_and_is_not_accused_by_himself() -> None:
    assert blames(ANSWERED) == [
        (["قوات الدعم السريع"], ["الطرف الآخر"]),
        (["الجيش السوداني"], ["المليشيا"]),
        (["الجيش السوداني"], ["قوات الدعم السريع"]),
    ]


def test_what_is_not_known_of_losses_is_no_speaker_and_no_hedge() -> None:
    (found,) = run("قال المركز إن اشتباكات دارت بين الفصائل وقوات النظام في حلب دون معلومات عن خسائر.")[0]
    assert [link.text for link in found.chain] == ["المركز"]
    assert not found.marks


def test_humanitarian_operations_are_no_breaches() -> None:
    text = "سجل المركز 12 خرقاً في حلب. ونفذ المركز 2051 عملية إنسانية."
    assert [tally.count for tally in tallies(text)] == [12]


def test_the_same_source_is_the_one_before() -> None:
    text = "قالت وكالة الأنباء إن الجيش قصف بلدة يارون. وأغارت مسيّرة على بلدة مركبا، وفق المصدر نفسه."
    assert {link.text for claim in run(text)[0] for link in claim.chain} == {"وكالة الأنباء"}


LONG = (
    "قال المرصد إن قوات النظام قصفت بلدة مورك، كما دارت اشتباكات بين قوات النظام والفصائل الإسلامية في محور عقرب، "
    "في حين سقطت قذائف أطلقتها الفصائل الإسلامية على بلدتي الفوعة وكفريا، فيما قضى شخص في بلدة معان."
)


def test_each_clause_of_a_long_sentence_is_an_event_of_its_own() -> None:
    found = [([who.text for who in one.actors], [at.text for at in one.places]) for one in incidents(LONG)]
    assert found[:3] == [
        (["قوات النظام"], ["بلدة مورك"]),
        (["قوات النظام", "الفصائل الإسلامية"], ["محور عقرب"]),
        (["الفصائل الإسلامية"], ["بلدتي الفوعة", "كفريا"]),
    ]
    assert [at.text for at in incidents(LONG)[3].places] == ["بلدة معان"]


def test_a_toll_without_a_place_stays_with_its_act() -> None:
    (found,) = incidents("قصفت قوات النظام بلدة مورك، فيما أصيب ثلاثة مدنيين.")
    assert found.injured is not None
    assert found.injured.best == 3


def test_who_set_about_it_did_it() -> None:
    (found,) = incidents("يقوم جيش الاحتلال بحرق المنازل في بلدة العديسة.")
    assert [who.text for who in found.actors] == ["جيش الاحتلال"]


def test_the_day_from_which_a_truce_holds_is_not_that_of_the_act() -> None:
    text = "أحرق الجيش منازل في رفح، رغم اتفاق وقف إطلاق النار الساري منذ 27 مارس 2016."
    assert [one.time for one in incidents(text)] == [None]


HOLDING = [
    "قصفت قوات النظام بلدة مورك. ولا يزال وقف القتال صامدا في حمص.",
    "سجل المركز 11 خرقاً في حلب. وأشار إلى صمود الهدنة في حمص.",
]


@pytest.mark.parametrize("text", HOLDING)
def test_a_truce_that_still_holds_is_in_force(text: str) -> None:
    found = [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, TruceWord)]
    assert found == [TruceStatus.IN_FORCE]


NONE = [
    "سجل المركز 11 خرقاً في حلب. ولم يرصد الجانب التركي أي خروقات.",
    "سجل المركز 11 خرقاً في حلب، ومر اليوم في حمص دون تسجيل أي خروقات.",
]


@pytest.mark.parametrize("text", NONE)
def test_none_is_counted(text: str) -> None:
    assert [tally.count for tally in tallies(text)] == [11, 0]


DELIVERED = [
    ("قصف الجيش مورك. وتم تسليم 4 أطنان من المساعدات الإنسانية لسكان بلدة معان.", "بلدة معان"),
    ("قصف الجيش مورك. و4 أطنان من المساعدات الإنسانية تم تسليمها لسكان بلدة معان.", "بلدة معان"),
    ("قصف الجيش مورك. وقام المركز بتوزيع 500 سلة غذائية في حلب.", "حلب"),
]


@pytest.mark.parametrize(("text", "place"), DELIVERED)
def test_aid_is_handed_over(text: str, place: str) -> None:
    (found,) = [claim.slots for claim in run(text)[0] if isinstance(claim.slots, Aid)]
    assert found.status is AidStatus.DELIVERED
    assert [at.text for at in found.area] == [place]


def test_a_hashtag_is_a_word() -> None:
    (tally,) = tallies("سجل المركز 11 خرقاً للهدنة في #حلب.")
    assert [at.text for at in tally.area] == ["حلب"]


def test_common_words_behind_a_preposition_are_no_places() -> None:
    assert places("قصف الجيش بوابل من القذائف بلدة معان، واندلعت النيران في محاصيل زراعية.") == ["بلدة معان"]


OWN_WORDS = "قالت إدارة الإعلام: «ننفي المزاعم حول استهداف الجيش للأحياء السكنية في دير حافر»."
ENGLISH_OWN_WORDS = "The ministry said: “We deny that the army shelled residential quarters in Deir Hafer.”"


def test_who_denies_in_his_own_words_asserts_nothing() -> None:
    assert [claim.stance for claim in run(OWN_WORDS)[0]] == [Stance.DENIED]
    assert [claim.stance for claim in read(ENGLISH_OWN_WORDS)[0]] == [Stance.DENIED]


COUNTS = [
    ("سجل المركز 80 خرقاً في سبع محافظات يمنية.", [80]),
    ("سجل المركز 80 خرقاً: 50 في حلب و30 في حمص، وأشار إلى أن أحد جنود الجيش قتل.", [80, 50, 30]),
    ("سجل المركز 12 قصفاً في إدلب: 6 هجمات في محافظة حلب، وقصفين في محافظة حماة.", [12, 6, 2]),
    ("سجل المركز 12 خرقاً في حلب. وتحدث عن عدم تسجيل أي حالات قصف في حمص.", [12, 0]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[int]) -> None:
    assert [tally.count for tally in tallies(text)] == expected


def test_on_the_third_day_in_a_row_is_no_day_of_the_truce() -> None:
    (found,) = incidents("جددت العصابات لليوم الثالث على التوالي خروقات الهدنة وقصفت مواقع في ريف السويداء.")
    assert found.time is None


def test_who_accuses_in_passing_is_not_the_one_accused() -> None:
    text = "أدان المتحدث باسم الوزارة القصف في حلب، متهماً قوات سوريا الديمقراطية (قسد) بخرق الهدنة."
    assert (["المتحدث باسم الوزارة"], ["قوات سوريا الديمقراطية"]) in blames(text)


def test_the_name_of_an_agency_in_brackets_parts_no_chain() -> None:
    (found,) = run("ونقلت وكالة الأنباء السورية (سانا) عن مصدر أمني قوله إن الجيش قصف بلدة ولغا.")[0]
    assert [link.text for link in found.chain] == ["مصدر أمني", "وكالة الأنباء السورية"]


def test_under_fire_from_soldiers() -> None:
    (found,) = incidents("تعرض جنود حفظ السلام لإطلاق نار من قبل جنود الجيش الإسرائيلي قرب منطقة سرده.")
    assert [who.text for who in found.actors] == ["جنود الجيش الإسرائيلي"]


def test_the_state_whose_ministry_speaks_does_not_act() -> None:
    text = (
        "أفادت إدارة الإعلام في وزارة الدفاع السورية بأن قوات قسد شنت، مساء الجمعة، هجوماً استهدف حاجزاً قرب بلدة ولغا."
    )
    (found,) = incidents(text)
    assert [who.text for who in found.actors] == ["قوات قسد"]


def test_a_side_in_a_committee_counts_and_not_the_committee() -> None:
    assert chains("ذكر بيان أن الجانب التركي في لجنة الهدنة رصد بدوره 27 انتهاكاً في إدلب.") == [["الجانب التركي"]]


def test_raids_that_somebody_else_made_in_the_next_clause_are_another_event() -> None:
    shelling, airstrike = incidents("قصفت قوات النظام بلدة حيان، ونفذ الطيران الروسي غارات على بلدة كفر حمرة.")
    assert [place.text for place in shelling.places] == ["بلدة حيان"]
    assert [who.text for who in airstrike.actors] == ["الطيران الروسي"]
    assert [place.text for place in airstrike.places] == ["بلدة كفر حمرة"]


def test_another_paragraph_begins_another_event_with_and() -> None:
    told = ["وُقعت الهدنة في أيار.", "قال الجيش إن المدفعية قصفت مزرعة في تبنين.", "وقصفت المدفعية مدرسة في صور."]
    claims, _ = run("\n\n".join(told))
    assert [[link.text for link in claim.chain] for claim in claims[-2:]] == [["الجيش"], []]
