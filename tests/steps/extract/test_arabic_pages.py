"""Arabic as pages print it: verbs that go on with the subject of the one before, common words in places of names."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_arabic_reports import blames, chains, places
from tests.steps.extract.test_language_ar import incidents, run, tallies
from tregua.records.claim import Casualties, Happening, Tally, TruceWord
from tregua.vocabulary.stances import Stance


def actors(text: str) -> list[list[str]]:
    return [[actor.text for actor in found.actors] for found in incidents(text)]


def tolls(text: str) -> list[tuple[int | None, int | None]]:
    return [(_best(found.killed), _best(found.injured)) for found in incidents(text)]


def _best(hurt: Casualties | None) -> int | None:
    return None if hurt is None else hurt.best


def windows(text: str) -> list[str]:
    found = [claim.slots.window for claim in run(text)[0] if isinstance(claim.slots, Tally)]
    return [window.text if window else "" for window in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("انتهكت قوات المشير الاتفاق في سرت واستهدف قوات البلاد بصواريخ غراد.", ["قوات المشير"]),
        ("مجموعات خارجة عن القانون تخرق الهدنة في السويداء وتهاجم قوات الأمن.", ["مجموعات خارجة عن القانون"]),
        ("مجموعات خارجة عن القانون تخرق الهدنة وتهاجم قوات الأمن قرب الحاجز.", ["مجموعات خارجة عن القانون"]),
        ("مجموعات خارجة عن القانون تخرق الهدنة في السويداء وتهاجم قوات الأمن قرى الريف.", ["قوات الأمن"]),
        ("مجموعات خارجة عن القانون تخرق الهدنة في السويداء، وتهاجم قوات الأمن.", ["قوات الأمن"]),
        ("تخرق الهدنة في السويداء وتهاجم قوات الأمن.", ["قوات الأمن"]),
        ("في السويداء هاجمت قوات الأمن حاجزا.", ["قوات الأمن"]),
        ("هاجمت الفصائل حاجزا وأطلقت النار قوات الأمن في درعا.", ["الفصائل"]),
        ("وهاجم مسلحون حاجزا في درعا.", ["مسلحون"]),
        ("قال البيان إن المليشيات قصفت قوات الجيش في ضواحي طرابلس.", ["المليشيات"]),
        ("في مناطق قوات الجيش قصفت المليشيات في طرابلس.", ["المليشيات"]),
    ],
)
def test_who_stands_behind_a_second_verb_may_be_struck(text: str, who: list[str]) -> None:
    assert who in actors(text)


def test_a_verb_agrees_with_its_subject() -> None:
    assert actors("قصفت الجيش في حي الأشرفية.") == [[]]
    assert actors("قصف الجيش قرى في ريف حماة.") == [["الجيش"]]
    assert actors("قصفت روسيا قرى في ريف حماة.") == [["روسيا"]]


def test_who_stands_before_a_relative_acts() -> None:
    text = "خرقت الهدنة مليشيات حفتر، التي أطلقت عشرة صواريخ على مواقع الجيش غربي سرت."
    assert ["مليشيات حفتر"] in actors(text)
    assert actors("تضررت المنازل التي قصفتها قوات النظام في درعا.") == [["قوات النظام"]]


@pytest.mark.parametrize(
    "text",
    [
        "أدى القصف المدفعي على حلب إلى خسائر في الأرواح.",
        "قصفت قوات النظام حلب بالتزامن مع التوافق على هدنة.",
        "قصفت قوات النظام بمختلف الأعيرة حلب.",
        "أطلقت قوات النظام النار على شاب باللباس المدني في حلب.",
    ],
)
def test_common_words_are_no_places(text: str) -> None:
    assert set(places(text)) <= {"حلب"}


def test_a_head_makes_a_name_of_any_shape() -> None:
    assert "قرية الأنصاف" in places("قصفت قوات النظام قرية الأنصاف بالمدفعية.")


def test_a_date_is_no_place() -> None:
    assert places("في 27 آب / أغسطس أطلقت المليشيات قذائف على مواقع الجيش في سرت.") == ["سرت"]


def test_what_a_place_is_the_capital_of_is_another_place() -> None:
    assert "مدينة الفاشر" in places("قصفت قوات الدعم السريع مدينة الفاشر عاصمة ولاية شمال دارفور.")


def test_the_day_of_speech_is_not_that_of_the_count() -> None:
    text = (
        "سجلت الغرفة 67 خرقا في الحديدة خلال 24 ساعة.",
        "وأوضح المصدر ليل الأربعاء أن قوى العدوان ارتكبت 30 خرقا في حيس.",
    )
    assert windows("\n\n".join(text))[1] == windows("سجلت الغرفة 67 خرقا خلال 24 ساعة.")[0]
    assert windows("ارتكبت قوى العدوان ليل الأربعاء 30 خرقا في حيس.") != [""]


def test_whose_breaches_are_logged_is_accused() -> None:
    text = "سجلت غرفة العمليات لرصد خروقات العدوان في الحديدة، 67 خرقا خلال 24 ساعة."
    assert [[who.text for who in found.accused] for found in tallies(text)] == [["العدوان"]]
    assert [found.accused for found in tallies("سجلت الغرفة لرصد الخروقات 67 خرقا في الحديدة.")] == [()]


def test_the_place_of_one_among_the_breaches_is_not_that_of_all() -> None:
    text = "سجلت الغرفة 67 خرقا في محافظة الحديدة.\n\nمن بين الخروقات استحداث تحصينات في حيس.\n\n{}"
    found = tallies(text.format("وأشار المصدر إلى أن الخروقات شملت 10 خروقات بقصف مدفعي."))
    assert [place.text for place in found[-1].area] == ["محافظة الحديدة"]


def test_a_speaker_who_goes_on_begins_another_event() -> None:
    text = "قال المرصد إن الطائرات شنت غارات على محيط إدلب وأكد أن القصف طال مناطق في أريحا وسراقب."
    assert [[place.text for place in found.places] for found in incidents(text)] == [["محيط إدلب"], ["أريحا", "سراقب"]]
    text = "هاجمت قوات الدعم السريع مخيم زمزم وأعلنت سيطرتها عليه."
    assert len(incidents(text)) == 1


def test_a_whole_first_sentence_stays_where_what_follows_says_less() -> None:
    first = "أعلن الجيش السوداني مقتل 33 مدنيا في قصف مدفعي نفذته قوات الدعم السريع على مدينة الفاشر."
    less = "وأضاف البيان أن القصف أدى إلى مقتل 33 مدنيا في الفاشر."
    assert actors(f"{first}\n\n{less}") == [["قوات الدعم السريع"]]
    again = "وقال البيان إن قوات الدعم السريع قصفت سوق الفاشر ما أدى إلى مقتل 33 مدنيا."
    assert actors(f"{first}\n\n{again}") == [["قوات الدعم السريع"]]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("ارتقى عسكري لبناني شهيدا في قصف استهدف بلدة كفركلا.", (1, None)),
        ("مقتل ستة أشخاص بينهم طفل، وإصابة آخرين في قصف مدفعي على حي الربع.", (6, None)),
        ("أصيبت امرأة وطفلها في قصف مسيرة إسرائيلية ببلدة بني سهيلا.", (None, 2)),
        ("أسفر القصف عن مقتل امرأة وطفلين وإصابة خمسة آخرين في مدينة الأبيض.", (3, 5)),
        ("استشهد شخص وأصيب آخر في غارة على سيارة جنوب لبنان.", (1, 1)),
        ("قصف التنظيم حلب ما أسفر عن 5 قتلى بينهم 4 مدنيين إضافة إلى 21 مصابا.", (5, 21)),
        ("اعترضت القوات دورية في السوق فهاجمتها وقتل منهم 5 وجرح 4.", (5, 4)),
        ("قُتل عسكري سوري وأصيب 5 آخرون جراء هجوم بطائرات مسيرة على مواقع في حلب.", (1, 5)),
        ("أسفر القصف على جبل سنجار عن مقتل مرافق للقائد وإصابة مقاتلين اثنين بجروح.", (1, 2)),
    ],
)
def test_people_are_counted_once_and_all(text: str, toll: tuple[int | None, int | None]) -> None:
    assert tolls(text) == [toll]


def test_a_town_comes_under_fire() -> None:
    text = "تعرضت مدينة غزة ومحافظة الشمال ومناطق أخرى شمال القطاع للقصف الإسرائيلي رغم الهدنة."
    assert actors(text) == [["الإسرائيلي"]]
    found = incidents("تعرضت دورية للجيش لإطلاق نار في بلدة كفركلا.")
    assert [target.text for each in found for target in each.targets] == ["دورية للجيش"]


def test_days_counted_from_the_announcement_announce_nothing() -> None:
    text = "في اليوم الأربعين من إعلان وقف إطلاق النار في غزة قصفت مدفعية الاحتلال خان يونس."
    assert not [claim for claim in run(text)[0] if isinstance(claim.slots, TruceWord)]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("قال مسعفون إن قوات النظام ارتكبت خمسة خروقات في حلب.", "مسعفون"),
        ("أعلن مجمع ناصر الطبي أن قوات الاحتلال ارتكبت خمسة خروقات في غزة.", "مجمع ناصر الطبي"),
        ("قالت السلطات الصحية إن قوات الاحتلال ارتكبت خمسة خروقات في غزة.", "السلطات الصحية"),
    ],
)
def test_those_who_tend_the_hurt_speak(text: str, origin: str) -> None:
    assert [chain[0] for chain in chains(text)] == [origin]


def test_what_others_call_it_makes_nobody_speak() -> None:
    text = "قال المكتب إن قوات الاحتلال ارتكبت 85 خرقا في غزة، في سياسة اعتبرها مراقبون عقابا جماعيا."
    assert chains(text) == [["المكتب"]]
    (found,) = tallies("قال الجيش إن العدو ارتكب خروقات فاق عددها 4500 خرق في لبنان.")
    assert found.bound == "more than"


def test_a_retired_general_is_named_with_his_forces() -> None:
    text = "قصفت المليشيات التابعة للواء الليبي المتقاعد خليفة حفتر حي أبو سليم في طرابلس."
    assert actors(text) == [["المليشيات التابعة للواء الليبي المتقاعد خليفة حفتر"]]


def test_the_dead_do_not_act() -> None:
    assert actors("أعلن الجيش مقتل 23 من عناصر الدعم في اشتباكات بأم درمان.") == [[]]
    assert actors("أسفر القصف على جبل سنجار عن إصابة مقاتلين اثنين بجروح.") == [[]]


def test_a_noun_with_its_owner_takes_no_other() -> None:
    text = "حملت الفصائل حكومة دمشق ومليشياتها المسؤولية الكاملة عن خرق الهدنة."
    assert blames(text) == [(["الفصائل"], ["حكومة دمشق", "مليشياتها"])]


def test_an_aside_parts_accuser_and_accused() -> None:
    text = "اتهم الجيش السوداني، بقيادة الفريق عبد الفتاح البرهان، قوات الدعم السريع بعدم الالتزام بالهدنة."
    assert blames(text) == [(["الجيش السوداني"], ["قوات الدعم السريع"])]


def test_a_people_alone_is_no_place() -> None:
    assert "الليبي" not in places("اندلعت اشتباكات بين الفصائل في الغرب الليبي.")


def test_a_ministry_is_named_by_its_field() -> None:
    assert chains("قالت الدفاع السورية إن قسد ارتكبت خمسة خروقات في حلب.") == [["الدفاع السورية"]]


def test_what_is_said_to_be_untrue_is_denied() -> None:
    text = "أعلنت وزارة الدفاع السورية أنه لا صحة لما تروجه قنوات عن هجوم للجيش السوري على مواقع في حي الأشرفية."
    claims = [claim for claim in run(text)[0] if isinstance(claim.slots, Happening)]
    assert [claim.stance for claim in claims] == [Stance.DENIED]


def test_a_toll_since_the_fighting_began_is_no_event() -> None:
    assert not incidents("ومنذ بدء الاشتباكات في 15 نيسان 2023 في الخرطوم بلغت حصيلة الضحايا 413 قتيلا.")


def test_a_truce_declared_on_a_day_named_between() -> None:
    text = "أعلن الجيش السوري، اليوم السبت، وقف جميع العمليات العسكرية داخل حي الشيخ مقصود في حلب."
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, TruceWord)] == ["declared"]


def test_one_of_a_party_who_is_struck_does_not_make_it_act() -> None:
    text = "قال الجيش الإسرائيلي إنه شن هجوما على (عنصر) من حزب الله في منطقة الجميجمة جنوبي لبنان."
    assert ["حزب الله"] not in actors(text)


def test_the_day_of_a_paper_is_not_that_of_what_it_tells() -> None:
    text = "أفادت الفرقة في بيان صدر الاثنين، بأن قوات الدعم السريع قصفت أحياء مدينة الفاشر أمس الأحد."
    (found,) = incidents(text)
    assert found.time is not None
    assert found.time.text == "أمس الأحد"


@pytest.mark.parametrize(
    ("foe", "spoken", "teller"),
    [
        ("العدو الإسرائيلي", "الجيش الإسرائيلي", "قيادة الجيش"),
        ("العدو", "الجيش السوداني", "قيادة الجيش (المتحدث باسم الجيش السوداني)"),
        ("العدو الإسرائيلي", "الجيش السوداني", "قيادة الجيش (المتحدث باسم الجيش السوداني)"),
    ],
)
def test_an_army_is_not_the_one_whose_people_it_calls_its_enemy(foe: str, spoken: str, teller: str) -> None:
    before = f"وقال المتحدث باسم {spoken} إن الجيش هاجم بيروت."
    told = f"وأعلنت قيادة الجيش أن {foe} أطلق النار على دورية للجيش في منطقة سردة."
    assert [link.text for link in run(f"{before}\n\n{told}")[0][-1].chain] == [teller]


def test_a_centre_of_operations_is_called_by_its_whole_name() -> None:
    told = "أعلن مركز عمليات طوارئ الصحة العامة أن غارة على بيروت أدت إلى استشهاد خمسة أشخاص."
    (claim,) = run(told)[0]
    assert [link.text for link in claim.chain] == ["مركز عمليات طوارئ الصحة العامة"]
