"""Counts in lists and tables: a heading tells what is counted, when and by whom, and each row a label and a number."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_ar import run as arabic
from tests.steps.extract.texts import incidents, read, tallies, window
from tregua.records.claim import Happening, Tally

HEADED = """
The monitoring mission said it had registered no fewer than 40 breaches by the rebels from 2 to 8 May:
- Aleppo: 12
- Homs: 9
- Hama: 8
- Idlib: 6
- Daraa: 5
The mission will report again next week.
"""

BY_KIND = """
Violations by government forces since 27 February 2016:
• shelling: 31
• air strikes: 14
• arrests of civilians: 6
• killed: 70
• share of Aleppo: 12 %
• aid trucks let in: 90
Total violations: 51
"""

TABLE = """
The ministry published its bulletin.
Ceasefire violations by the militants, 7 May 2016
Province
Breaches
Aleppo
31
Homs
14
Total
45
"""


def by_count(text: str, **fields: str | None) -> dict[int, Tally]:
    return {tally.count: tally for tally in tallies(text, **fields)}


def test_rows_of_places_share_window_and_accused_however_many_they_are() -> None:
    found = by_count(HEADED)
    assert set(found) == {40, 12, 9, 8, 6, 5}
    assert {window(tally) for tally in found.values()} == {("2016-05-02", "2016-05-09")}
    assert {tally.accused[0].text for tally in found.values()} == {"rebels"}
    assert [area.text for area in found[5].area] == ["Daraa"]


def test_rows_of_kinds_under_a_heading_without_a_number() -> None:
    found = by_count(BY_KIND)
    assert set(found) == {31, 14, 6, 51}
    assert {window(tally) for tally in found.values()} == {("2016-02-27", "2016-05-08")}
    assert {tally.accused[0].text for tally in found.values()} == {"government forces"}


def test_figures_on_lines_of_their_own_belong_to_the_label_above() -> None:
    found = by_count(TABLE)
    assert set(found) == {31, 14, 45}
    assert [area.text for area in found[31].area] == ["Aleppo"]
    assert {tally.accused[0].text for tally in found.values()} == {"militants"}


def test_one_label_with_a_figure_is_no_table() -> None:
    assert not tallies("The truce held.\nComments on the breaches\n12\nShare\nPrint")


def test_a_heading_that_names_no_breach_heads_no_counts() -> None:
    assert not tallies("The ceasefire was discussed.\nVotes by province:\nAleppo: 31\nHoms: 14")


def test_a_line_may_be_headed_by_whom_it_accuses() -> None:
    lines = ["وثق التقرير 533 خرقاً.", "قوات النظام 447 خرقاً، جلها في حماة.", "جهات لم تحدد 11 خرقاً."]
    found = {claim.slots.count: claim.slots for claim in arabic("\n".join(lines))[0] if isinstance(claim.slots, Tally)}
    assert [who.text for who in found[447].accused] == ["قوات النظام"]
    assert not found[11].accused


def test_parts_behind_a_colon_are_of_the_count_before_it() -> None:
    lines = ["وثق التقرير 533 خرقاً.", "القوات الروسية 60 خرقاً: 40 في إدلب و133 في حلب."]
    found = {claim.slots.count: claim.slots for claim in arabic("\n".join(lines))[0] if isinstance(claim.slots, Tally)}
    assert set(found) == {533, 60, 40, 133}
    assert {found[count].accused[0].text for count in (60, 40, 133)} == {"القوات الروسية"}


def test_rows_do_not_age_the_speaker() -> None:
    rows = "\n".join(f"- front {name}: {count} breaches" for count, name in enumerate("ABCDEFGHI", 11))
    claims, _ = read(f"The army said that the rebels had broken the truce 135 times:\n{rows}")
    assert len(claims) > 8
    assert {claim.chain[0].text for claim in claims if isinstance(claim.slots, Tally)} == {"army"}


@pytest.mark.parametrize(
    ("text", "count", "accused"),
    [
        ("The army never stopped breaking the truce. The mission logged 14 violations on Monday.", 14, "army"),
        ("The mission logged 9 breaches by the army on Monday. It has logged 204 breaches in May.", 204, "army"),
    ],
)
def test_who_is_blamed_just_before_is_accused(text: str, count: int, accused: str) -> None:
    assert [who.text for who in by_count(text)[count].accused] == [accused]


def found_in_arabic(text: str) -> dict[int, Tally]:
    return {claim.slots.count: claim.slots for claim in arabic(text)[0] if isinstance(claim.slots, Tally)}


def test_what_is_counted_goes_with_its_own_place() -> None:
    found = found_in_arabic(
        "رصدت الغرفة في الحديدة 90 خرقاً للهدنة. وشمل ذلك غارة على الصليف، و24 خرقاً بقصف مدفعي، و56 خرقاً بالرصاص."
    )
    assert "الصليف" not in [area.text for area in found[24].area]


def test_aircraft_are_nobody() -> None:
    found = found_in_arabic("سجلت الوزارة 40 خرقاً لقوات العدوان، منها 12 غارة للطائرات الحربية و14 عملية قصف.")
    assert {who.text for who in found[12].accused} == {"قوات العدوان"}


def test_parts_by_sort_and_by_day() -> None:
    found = found_in_arabic("سجل الجيش 1350 خرقاً إسرائيلياً: 622 خرقاً جوياً و713 برياً و15 بحرياً.")
    assert {622, 713, 15} < set(found)
    found = found_in_arabic("خرق الاحتلال الهدنة في غزة 80 مرة، 47 منها حتى السبت و33 يوم الأحد.")
    assert window(found[33]) == ("2016-05-08", "2016-05-09")


def test_what_came_of_breaches_is_none() -> None:
    found = found_in_arabic("ارتكب الاحتلال 738 خرقاً للهدنة أسفرت عن 386 شهيداً و980 إصابة و43 حالة اعتقال.")
    assert set(found) == {738}


def test_a_word_in_brackets_among_places_is_a_place() -> None:
    found = found_in_arabic("سجل المرصد 921 خرقاً للهدنة: مرجعيون (402) وبنت جبيل (311) وصور (148) وحاصبيا (60).")
    assert [area.text for area in found[148].area] == ["صور"]


def test_one_behind_a_noun_counts_that_noun() -> None:
    assert set(found_in_arabic("سجلت الوزارة 59 خرقاً للهدنة في حجة إضافة إلى عملية تسلل واحدة في رغوان.")) == {59}


def test_a_thousand_leads_on_or_is_two() -> None:
    assert set(found_in_arabic("سجل الجيش ألفاً وثلاثمئة وخمسين خرقاً للهدنة.")) == {1350}
    assert set(found_in_arabic("سجل الجيش ألفاً و87 خرقاً للهدنة.")) == {1087}
    assert set(found_in_arabic("رُصد ألفا خرق للهدنة.")) == {2000}


def test_who_is_counted_against_does_not_speak() -> None:
    claims, _ = arabic("سُجّل على قوى العدوان في الحديدة 203 خروقات للهدنة.")
    (slots,) = [claim.slots for claim in claims if isinstance(claim.slots, Tally)]
    assert not any(claim.chain for claim in claims)
    assert [who.text for who in slots.accused] == ["قوى العدوان"]


def test_breaches_of_a_named_agreement_accuse_no_capital() -> None:
    assert not found_in_arabic("سجل الفريق 47 خرقاً لاتفاق موسكو في إدلب.")[47].accused


def test_a_total_whose_parts_are_elsewhere_is_not_where_the_text_opens() -> None:
    text = ["300 خرق في مأرب وحدها", "ارتكب الحوثيون 1026 خرقاً للهدنة، منها 300 في مأرب و286 في تعز و194 في حجة."]
    assert "مأرب" not in [area.text for area in found_in_arabic("\n".join(text))[1026].area]


def test_kinds_are_where_the_heading_says() -> None:
    found = by_count(
        "Breaches by the rebels in Homs on 7 May 2016:\n- shelling: 14\n- sniper fire: 11\nThe truce held."
    )
    assert {count: [area.text for area in tally.area] for count, tally in found.items()} == {14: ["Homs"], 11: ["Homs"]}


def test_the_rows_of_a_list_of_the_hurt_are_no_toll_of_the_event_before() -> None:
    text = "Army attacks on Homs on Monday led to the injury of 124 people, as follows:\n\n"
    (attack,) = [claim.slots for claim in read(f"{text}- Nadir: three dead and 14 wounded\n- Oruk: 11 wounded")[0]]
    assert isinstance(attack, Happening)
    assert attack.killed is None
    assert attack.injured is not None
    assert attack.injured.best == 124
    (attack,) = incidents("The army attacked Homs on Monday. Three people were killed.")
    assert attack.killed is not None


def test_the_hour_of_a_day_is_no_count() -> None:
    told = read("The attacks by rebels on the towns led, in a toll until 5 pm on Sunday, to many dead.")[0]
    assert [claim.kind for claim in told] == ["incident"]
    (raid,) = incidents("Attacks on Homs led, until 5 pm on Sunday, to many dead.")
    assert raid.killed is None


def test_a_place_that_labels_a_row_is_not_whose_acts_it_counts() -> None:
    rows = "Violations by front:\n1. Marib: 194 violations, among them 31 cases of artillery fire and 12 drone attacks."
    found = by_count(f"{rows}\n2. Taiz: 168 violations.\n\nThe militia brought reinforcements to the Marib front.")
    assert {tally.accused for tally in found.values()} == {()}
