"""Arabic reports told again: who stands behind a verb, asides, duals, ordinals, what exposes and what is exposed."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_arabic_reports import blames, chains
from tests.steps.extract.test_language_ar import incidents, run, tallies
from tregua.records.claim import Aid, Relation, Tally, TruceWord

ACTED = [
    # A noun of undertaking has its subject behind it, and what is undertaken behind "bi-".
    ("أعلن المركز عن قيام إرهابيي “جبهة النصرة” بقصف وحدات حماية الشعب قرب الأشرفية.", [["جبهة النصرة"]]),
    ("قامت قوات النظام بقصف قوات المعارضة في داريا.", [["قوات النظام"]]),
    ("أعلن المركز عن قيام المسلحين في الريف بقصف قوات النظام في داريا.", [["قوات النظام"]]),
    # An aside parts no subject from its verb.
    ("قال إن وحدات من “جيش الإسلام”، الذي يعتبر نفسه من المعارضة، استهدفت القوات السورية في دوما وحرستا.",
     [["وحدات من جيش الإسلام"]]),
    ("قال إن فصائل أخرى، بعد ذلك، استهدفت القوات السورية في دوما.", [["فصائل"]]),
    # A noun with the form of an adjective owns the act before it.
    ("تعرضت لقصف المسلحين بلدات خطيطة الجرش.", [["المسلحين"]]),
    ("تعرضت قرية الزارة لقصف الإرهابيين.", [["الإرهابيين"]]),
    # Whoever kills stands behind the verb, and begins an event of his own.
    ("قتلت القوات الحكومية ستة مدنيين بينهم طفلتان، فيما قتلت فصائل المعارضة المسلحة تسعة مدنيين.",
     [["القوات الحكومية"], ["فصائل المعارضة المسلحة"]]),
    ("وبحسب التقرير قتلت القوات الحكومية ستة مدنيين.", [["القوات الحكومية"]]),
    ("قتل مسلحون ثلاثة جنود في درعا وأصيب عنصر من الشرطة.", [["مسلحون"]]),
    # Members of a group in quotation marks.
    ("هاجمت تشكيلات من “الجيش السوري الحر” موقعا قرب تل رفعت.", [["تشكيلات من الجيش السوري الحر"]]),
    # What was fired stands behind the subject and an aside about it.
    ("أطلق مسلحو جماعة “أحرار الشام”، التي أعلنت انتماءها إلى المعارضة، راجمات الصواريخ على حيي الخالدية والزهراء.",
     [["أحرار الشام"]]),
    # To be exposed to shells is to be shelled.
    ("تعرضت منازل في ضاحية الأسد ومساكن برزة لقذائف هاون أطلقها تشكيل “جيش الإسلام”.", [["جيش الإسلام"]]),
    ("تعرضت مواقع الجيش في درعا لصاروخين موجهين من مسلحين.", [["مسلحين"]]),
    ("تعرضت المنطقة لضغوط في درعا.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), ACTED)
def test_who_acts(text: str, actors: list[list[str]]) -> None:
    assert [[actor.text for actor in found.actors] for found in incidents(text)] == actors


MEANT = [
    ("الجيش السوداني\n\nواتهم الجيش السوداني في بيان من يسميهم المتمردين. وقصف المتمردون حي المطار.", None),  # noqa: RUF001 - Arabic
    ("قصفت مليشيات الحوثي حيس. وهاجمت القوات المشتركة الدريهمي. وقصفت المليشيات التحيتا.", "مليشيات الحوثي"),
    ("هاجم الحوثيون مواقع الجيش في حيس. وقصفت المليشيات قرية القضبة.", "الحوثيون"),
    ("هاجم جيش الإسلام حرستا وهاجمت جبهة النصرة دوما. وقصفت المليشيات قرية القضبة.", None),
    ("وقعت اشتباكات بين الجيش وجماعة أحرار الشام في حلب. وقصف المسلحون حي الزهراء.", "أحرار الشام"),
    ("هاجم المسلحون دوما. ثم هاجم جيش الإسلام حرستا. وقصف المسلحون حي الزهراء.", None),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_whom_the_militants_means(text: str, name: str | None) -> None:
    assert incidents(text)[-1].actors[0].name == name


def test_sorties_are_of_aircraft_and_to_put_an_end_to_people_is_to_kill() -> None:
    text = "نفذت القوات الجوية الروسية 40 طلعة ضربت فيها 158 هدفاً في سورية، ما أسفر عن القضاء على أكثر من 100 إرهابي."
    (found,) = incidents(text)
    assert found.act == "airstrike"
    assert found.killed is not None
    assert found.killed.low == 100
    assert incidents("قال الرئيس إنه يريد القضاء على الإرهاب في إدلب.") == []


ORDINALS = [
    ("هذا هو الخرق الثاني عشر منذ بدء الهدنة.", [12]),
    ("هذا هو الخرق الثاني والعشرون منذ بدء الهدنة.", [22]),
    ("هذا هو الخرق الثاني منذ بدء الهدنة.", [2]),
    ("هذا هو الخرق الثاني", [2]),
    ("هذا هو الخرق الحادي عشر منذ بدء الهدنة.", [11]),
    ("هذا هو الخرق الثاني ومئة جندي في الموقع.", [2]),
    ("هذا هو الخرق العاشر وعشرون جنديا في الموقع.", [10]),
]


@pytest.mark.parametrize(("text", "counts"), ORDINALS)
def test_ordinals_with_tens(text: str, counts: list[int]) -> None:
    assert [found.count for found in tallies(text)] == counts


DAYS = [
    ("وثق المرصد 12 خرقا في ثالث أيام الهدنة التي بدأت في 27 شباط.", "ثالث أيام الهدنة"),
    ("بدأت الهدنة في 27 شباط. وثق المرصد 12 خرقا في اليوم الحادي عشر.", "في اليوم الحادي عشر"),
    ("وثق المرصد 12 خرقا في اليوم الثالث عشر للهدنة التي بدأت في 27 شباط.", "في اليوم الثالث عشر للهدنة"),
]


@pytest.mark.parametrize(("text", "window"), DAYS)
def test_days_of_a_truce(text: str, window: str) -> None:
    assert [found.window.text for found in tallies(text) if found.window] == [window]


def test_how_breaches_were_made_is_no_count_of_its_own() -> None:
    text = "رصد المركز 4 خروقات للهدنة في دمشق، إذ استهدف “جيش الإسلام” أربع مرات نقاطاً عسكرية في دمشق بقذائف الهاون."
    assert [found.count for found in tallies(text)] == [4]
    assert [found.actors[0].text for found in incidents(text)] == ["جيش الإسلام"]
    dual = "رصد المركز خرقين للهدنة في دمشق، إذ استهدف “جيش الإسلام” أربع مرات نقاطاً عسكرية في دمشق بقذائف الهاون."
    assert [found.count for found in tallies(dual)] == [2]
    alone = "رصد المركز خرقا للهدنة في دمشق، واستهدف “جيش الإسلام” 14 مرة نقاطاً عسكرية في دوما."
    assert 14 in [found.count for found in tallies(alone)]


SPOKEN = [
    ("قال المركز الروسي إن الهدنة صامدة. وبحسب البيان سجل 8 خروقات للهدنة في حلب.", [["المركز الروسي"]]),
    ("بقي عدد البلدات على حاله: 74. وسجل 8 خروقات للهدنة في حلب.", [[]]),
    ("بقي عدد الجماعات التي قدمت طلبات على حاله: 74. وسجل 8 خروقات للهدنة في حلب.", [[]]),
    ("عدد المكتب الإعلامي 88 خرقا للهدنة في غزة.", [["المكتب الإعلامي"]]),
    ("بين المركز الروسي أن الهدنة خرقت 8 مرات في حلب.", [["المركز الروسي"]]),
    ("جدد المركز الروسي تأكيده أن 8 خروقات للهدنة وقعت في حلب.", [["المركز الروسي"]]),
]


@pytest.mark.parametrize(("text", "spoken"), SPOKEN)
def test_who_says_so(text: str, spoken: list[list[str]]) -> None:
    assert chains(text) == spoken


def test_other_news_of_the_agency_is_no_text_of_the_report() -> None:
    text = "قصفت قوات النظام داريا.\n\nانظر أيضاً\nالسيطرة على حريق قرب تدمر"  # noqa: RUF001 - Arabic
    assert len(incidents(text)) == 1
    assert not [claim for claim in run(text)[0] if isinstance(claim.slots, Tally | TruceWord)]


def test_a_letter_with_a_sign_is_no_other_letter() -> None:
    (found,) = incidents("انفجرت قذيفة أمس وأدى انفجارها إلى مقتل شخصين في درعا.")
    assert [place.text for place in found.places] == ["درعا"]
    (found,) = incidents("قصفت قوات النظام وادي بردى في درعا.")
    assert [place.text for place in found.places] == ["وادي بردى"]


def test_months_with_their_counts() -> None:
    text = "وسجل سبتمبر أعلى حصيلة بـ427 خرقاً للهدنة، تلاه مارس بـ411 ثم أغسطس بـ408 ويوليو بـ398."
    found = [(tally.count, tally.window.text) for tally in tallies(text) if tally.window]
    assert found == [(427, "سبتمبر"), (411, "مارس"), (408, "أغسطس"), (398, "يوليو")]


NAMED = [
    ("وأوضح أنطونوف أن قوات المعارضة انتهكت الهدنة 302 مرة.", [["أنطونوف"]], "قوات المعارضة"),
    ("وكتب زيلينسكي: «الجيش الروسي خرق الهدنة 2935 مرة».", [["زيلينسكي"]], "الجيش الروسي"),
    ("نقل الرئيس معطيات عن وزارة الدفاع بأن الجيش الروسي خرق الهدنة 2935 مرة.", [["وزارة الدفاع", "الرئيس"]],
     "الجيش الروسي"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "spoken", "accused"), NAMED)
def test_who_counts_whose_breaches(text: str, spoken: list[list[str]], accused: str) -> None:
    assert chains(text) == spoken
    assert [who.text for found in tallies(text) for who in found.accused] == [accused]


BLAMED = [
    ("وأدان المكتب ما وصفه بـ«الخروقات الخطيرة» من قبل جيش الاحتلال.", (["المكتب"], ["جيش الاحتلال"])),
    ("اتهمت آلية مراقبة وقف إطلاق النار والترتيبات الأمنية طرفي القتال بخرق الاتفاق.", (["آلية"], ["طرفي القتال"])),
    ("حمّل الناطق، نائب وزير الدفاع، الولايات المتحدة جانباً من المسؤولية عن قصف حلب.",
     (["الناطق"], ["الولايات المتحدة"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blame"), BLAMED)
def test_who_blames_whom(text: str, blame: tuple[list[str], list[str]]) -> None:
    assert blames(text) == [blame]


TRUCES = [
    ("أعلن الجيش العودة إلى تطبيق وقف إطلاق النار بناء على التوجيهات.", ["in_force"]),
    ("سجل الجيش 2935 انتهاكاً لـ«هدنة عيد الفصح» التي أعلنتها روسيا.", ["declared"]),
    ("قتل 5 جنود حيث لا يسري وقف إطلاق النار، الذي دخل حيز التنفيذ في 27 شباط.", ["in_force"]),
    ("اتفق الطرفان في جنيف في 9 سبتمبر على استئناف الهدنة.", ["declared"]),
]


@pytest.mark.parametrize(("text", "states"), TRUCES)
def test_how_truces_stand(text: str, states: list[str]) -> None:
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, TruceWord)] == states


def test_along_a_line_is_where_it_was() -> None:
    text = "سجلت الهند 12 خرقا للهدنة على طول خط السيطرة والحدود الدولية."
    assert [area.text for tally in tallies(text) for area in tally.area] == ["خط السيطرة", "الحدود الدولية"]


def test_a_convoy_that_set_out_brings_aid() -> None:
    text = "قال المتحدث إن قصفا طال دوما وإن قافلة مساعدات انطلقت من دمشق إلى الغوطة الشرقية."
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, Aid)] == ["delivered"]


TOLLS = [
    ("قال المكتب إن قوات الاحتلال ارتكبت 47 خرقاً للهدنة، أسفرت عن استشهاد 38 شخصا في غزة.", [["قوات الاحتلال"]]),
    ("ارتكبت قوات الاحتلال 47 خرقاً للهدنة في غزة أدت إلى استشهاد 38 شخصا.", [["قوات الاحتلال"]]),
    ("رصد المرصد 47 خرقاً للهدنة في غزة أدت إلى مقتل 38 شخصا.", []),
    ("ارتكبت قوات الاحتلال خرقاً للهدنة في غزة أدى إلى استشهاد 38 شخصا.", [["قوات الاحتلال"]]),
    ("قال المكتب إن الخروقات في غزة أدت إلى استشهاد 38 شخصا.", [[]]),
]


@pytest.mark.parametrize(("text", "actors"), TOLLS)
def test_whose_breaches_cost_the_toll(text: str, actors: list[list[str]]) -> None:
    assert [[actor.text for actor in found.actors] for found in incidents(text)] == actors


def test_losses_set_against_losses_elsewhere_are_two_events() -> None:
    text = "قتل جندي وأصيب اثنان آخران، أحدهما ضابط، في درعا، فيما لقي ضابط صف مصرعه في حلب."
    assert [[place.text for place in found.places] for found in incidents(text)] == [["درعا"], ["حلب"]]


def test_hindrances_told_so_often() -> None:
    text = "رصدت اللجنة خروقات للهدنة. ومنعت القوات الحكومية فرق المراقبة من الوصول إلى ملكال في 10 مناسبات هذا العام."
    assert [tally.count for tally in tallies(text)] == [10]


def test_this_year_until_a_day() -> None:
    text = "بلغ عدد خروقات الهدنة 3589 خرقاً منذ مطلع هذا العام وحتى 6 يناير."
    (tally,) = tallies(text)
    assert tally.window is not None
    assert tally.window.text == "منذ مطلع هذا العام وحتى 6 يناير"


def test_a_side_acts() -> None:
    (found,) = incidents("أطلق الجانب الباكستاني النار على قرى في قطاع هيراناغار.")
    assert [actor.text for actor in found.actors] == ["الجانب الباكستاني"]


def test_a_verb_whose_ending_is_its_subject_goes_on_with_who_acted() -> None:
    first, second = incidents("هاجمت جبهة النصرة دوما. وفي محافظة حلب استخدموا راجمات الصواريخ ضد حندرات.")
    assert [actor.text for actor in second.actors] == [actor.text for actor in first.actors] == ["جبهة النصرة"]
    (struck,) = incidents("وفي دوما استهدفوا القوات السورية بقذائف الهاون.")
    assert struck.actors == ()


def test_lives_lost_to_breaches() -> None:
    (found,) = incidents("ارتكبت الهند 222 انتهاكاً للهدنة على خط المراقبة، راح ضحيتها 26 مدنياً وأصيب 107 آخرون.")
    assert found.killed is not None
    assert found.killed.low == 26


def test_shares_on_a_line() -> None:
    text = "ارتكبت الهند 222 انتهاكاً للهدنة، 184 منها على خط المراقبة و38 في كشمير."
    assert [area.text for tally in tallies(text)[1:] for area in tally.area] == ["خط المراقبة", "كشمير"]
    assert 1 not in [tally.count for tally in tallies(text + " وحلب واحدة من ثلاث مناطق.")]


BACKING = "إن السعودية وتركيا وقطر التي تدعم مسلحي المعارضة قصفت حلب."


def test_who_backs_whom_by_the_way() -> None:
    (relation,) = (claim.slots for claim in run(BACKING)[0] if isinstance(claim.slots, Relation))
    assert [who.text for who in relation.source] == ["السعودية", "تركيا", "قطر"]


def test_what_let_aid_in_brought_it() -> None:
    text = "قصف الجيش دوما، ثم فتحت الطرق ما سمح لبرنامج الأغذية العالمي بإدخال كميات ضخمة من المساعدات."
    assert [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, Aid)] == ["delivered"]


def test_whose_act_an_office_condemns() -> None:
    text = "وندد المدير العام لشؤون جنوب آسيا في الوزارة بإطلاق النار الهندي بشدة."
    assert [accused for _, accused in blames(text)] == [["الهندي"]]


def test_a_truce_that_holds_has_its_place_behind() -> None:
    text = "جددت الحكومة الهدنة السارية في جبال النوبة. وسجلت اللجنة تسعة انتهاكات للهدنة."
    assert [area.text for tally in tallies(text) for area in tally.area] == ["جبال النوبة"]


def test_a_truce_is_extended_by_a_pronoun() -> None:
    text = "انتهت مدة وقف إطلاق النار الذي أعلنته الحركة، ومددته اليوم إلى أجل غير مسمى."
    assert "extended" in [claim.slots.status for claim in run(text)[0] if isinstance(claim.slots, TruceWord)]


def test_as_for_one_he_says_it() -> None:
    text = "أما وزارة الدفاع الروسية فقالت إن 8 خروقات للهدنة وقعت في حلب."
    assert chains(text) == [["وزارة الدفاع الروسية"]]
