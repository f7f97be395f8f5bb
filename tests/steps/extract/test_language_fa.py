# ruff: noqa: RUF001 - the language has marks and digits that look like others
"""Persian, read by its pack: sentences of ours, after the facts of real reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document, window
from tregua.errors import Problem
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.acts import Act, TruceStatus
from tregua.vocabulary.stances import Basis, Bound, Stance


def read(text: str, published: str | None = "2016-05-08") -> tuple[list[Claim], list[Problem]]:
    pack = load_pack("fa")
    assert pack is not None
    item = replace(document(text, published=published), language="fa")
    return extract(item, pack, Context(zone=dt.UTC, truce_start=dt.date(2016, 2, 27)))


def tally(text: str, published: str | None = "2016-05-08") -> Tally:
    (found,) = [claim.slots for claim in read(text, published)[0] if isinstance(claim.slots, Tally)]
    return found


def incident(text: str) -> Happening:
    (found,) = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Happening)]
    return found


def test_a_count_with_speaker_window_and_place() -> None:
    ((claim,), _) = read("وزارت دفاع روسیه اعلام کرد در ۲۴ ساعت گذشته ۱۲ مورد نقض آتش‌بس در سوریه ثبت شده است.")
    assert isinstance(claim.slots, Tally)
    assert (claim.slots.count, claim.slots.area[0].text) == (12, "سوریه")
    assert window(claim.slots) == ("2016-05-07", "2016-05-08")
    assert [speaker.text for speaker in claim.chain] == ["وزارت دفاع روسیه"]


@pytest.mark.parametrize("count", ["۱۲", "دو"])
def test_a_text_may_end_with_a_word_that_begins_a_weekday(count: str) -> None:
    claims, _ = read(f"به گفتهٔ وزارت دفاع از ۲۷ فوریه ۴۹۰ مورد نقض آتش‌بس ثبت شد.\n{count}")
    assert [claim.slots.count for claim in claims if isinstance(claim.slots, Tally)] == [490]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("به گفتهٔ وزارت دفاع شمار موارد نقض از ۲۷ فوریه تاکنون به ۴۹۰ مورد رسیده است.", "2016-02-27"),
        ("از ۱۲ اسفند ۱۳۹۴ تاکنون ۴۹۰ مورد نقض آتش بس ثبت شد.", "2016-03-02"),
        ("از ۱۲ فروردین تاکنون ۴۹۰ مورد نقض آتش بس ثبت شد.", "2016-03-31"),
        ("از زمان آغاز آتش‌بس ۴۹۰ مورد نقض ثبت شد.", "2016-02-27"),
    ],
)
def test_running_totals_by_either_calendar(text: str, since: str) -> None:
    found = tally(text)
    assert found.count == 490
    assert window(found) == (since, "2016-05-08")


def test_a_solar_month_is_no_gregorian_one() -> None:
    found = tally("در فروردین سال ۱۳۹۵ ارتش آتش بس را پنج بار نقض کرد.".replace("در فروردین", "ماه فروردین"))
    assert window(found) == ("2016-03-20", "2016-04-20")
    assert found.window is not None
    assert found.window.basis is Basis.STATED


@pytest.mark.parametrize("year", ["2016", "1500"])
def test_a_solar_month_with_a_year_of_another_calendar_is_no_window(year: str) -> None:
    found = tally(f"ماه مهر سال {year} ارتش آتش بس را پنج بار نقض کرد.")
    read = window(found)
    assert read != ("2016-07-01", "2016-08-01")
    assert read is None or read[0] == f"{year}-01-01"


def test_a_solar_day_without_a_year_needs_a_day_of_publication() -> None:
    assert tally("از ۱۲ فروردین تاکنون ۴۹۰ مورد نقض آتش بس ثبت شد.", published=None).window is None


def test_a_date_of_the_hijri_calendar_is_told_and_not_read() -> None:
    claims, problems = read("در ۳ رمضان ۱۴۳۷ شورشیان به تعز حمله کردند.")
    (found,) = [claim.slots for claim in claims if isinstance(claim.slots, Happening)]
    assert found.time is not None
    assert (found.time.start, found.time.end, found.time.basis) == (None, None, Basis.UNKNOWN)
    assert ["Hijri calendar" in problem.message for problem in problems] == [True]


@pytest.mark.parametrize("truce", ["آتش‌بس", "آتش بس", "آتشبس"])
def test_a_word_with_a_non_joiner_a_space_or_neither(truce: str) -> None:
    found = tally(f"گروه‌های مسلح در حلب {truce} را پنج بار نقض کردند.")
    assert (found.count, found.area[0].text, found.accused[0].text) == (5, "حلب", "گروه‌های مسلح")


def test_letters_of_arabic_keyboards() -> None:
    found = tally("ارتش سوريه در يک روز آتش بس را پنج بار نقض كرد.")
    assert (found.count, found.accused[0].text) == (5, "ارتش سوريه")


@pytest.mark.parametrize(
    ("words", "count", "bound"),
    [
        ("دست کم ۳۰", 30, Bound.AT_LEAST),
        ("بیش از صد و بیست", 120, Bound.MORE_THAN),
        ("حدود بیست و پنج", 25, Bound.ABOUT),
        ("۲ هزار و ۵۵۳", 2553, Bound.EXACT),
        ("حداکثر ده", 10, Bound.AT_MOST),
        ("۱٬۶۲۰", 1620, Bound.EXACT),
    ],
)
def test_numbers_and_their_bounds(words: str, count: int, bound: Bound) -> None:
    found = tally(f"آتش‌بس {words} بار از سوی اسرائیل نقض شد.")
    assert (found.count, found.bound, [who.text for who in found.accused]) == (count, bound, ["اسرائیل"])


def test_parts_of_a_count() -> None:
    text = "در ۲۴ ساعت گذشته ۵۵ مورد نقض آتش بس ثبت شد: دمشق ۱۹ مورد، حلب ۳۰ مورد، لاذقیه ۶ مورد."
    found = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Tally)]
    assert [(part.count, part.area[0].text) for part in found[1:]] == [(19, "دمشق"), (30, "حلب"), (6, "لاذقیه")]


def test_an_incident_told_through_an_agency() -> None:
    text = (
        "خبرگزاری سانا به نقل از یک منبع نظامی نوشت که تروریست‌ها به روستای الشیر حمله کردند "
        "و سه غیرنظامی کشته و پنج تن زخمی شدند."
    )
    ((claim,), _) = read(text)
    assert isinstance(claim.slots, Happening)
    assert (claim.slots.act, claim.slots.actors[0].text, claim.slots.places[0].text) == (
        Act.ATTACK,
        "تروریست‌ها",
        "روستای الشیر",
    )
    assert claim.slots.killed is not None
    assert claim.slots.injured is not None
    assert (claim.slots.killed.best, claim.slots.injured.best) == (3, 5)
    assert claim.chain[0].text == "منبع نظامی"


def test_a_source_that_tells_an_agency() -> None:
    text = "منبعی نظامی به خبرگزاری سانا گفت که آتش بس در حلب پنج بار نقض شد."
    ((claim,), _) = read(text)
    assert [speaker.text for speaker in claim.chain] == ["منبعی نظامی", "خبرگزاری سانا"]


def test_an_object_before_its_mark() -> None:
    found = incident("ارتش سوریه مواضع گروه‌های مسلح را در حمص گلوله‌باران کرد.")
    assert (found.act, found.actors[0].text, found.places[0].text) == (Act.SHELLING, "ارتش سوریه", "حمص")


def test_an_agent_of_a_passive_verb() -> None:
    found = incident("شهر صنعا توسط جنگنده‌های سعودی بمباران شد.")
    assert (found.act, found.actors[0].text, found.places[0].text) == (Act.AIRSTRIKE, "جنگنده‌های سعودی", "شهر صنعا")


def test_a_denial_is_told() -> None:
    text = "جمهوری آذربایجان این ادعا را تکذیب کرد. ارمنستان گفت جمهوری آذربایجان سه بار آتش‌بس را نقض کرده است."
    ((claim,), _) = read(text)
    assert isinstance(claim.slots, Tally)
    assert claim.denied_by is not None
    assert (claim.slots.count, claim.denied_by.text, claim.denied_by.stance) == (3, "جمهوری آذربایجان", Stance.DENIED)


def test_truce_blame_and_aid() -> None:
    text = (
        "آتش بس در حلب ۴۸ ساعت تمدید شد. سخنگوی دولت، گروه‌های مسلح را به نقض آتش بس متهم کرد. "
        "ارتش مانع شد. ورود کاروان کمک ها به مضایا متوقف شد."
    )
    found = [claim.slots for claim in read(text)[0]]
    assert [slots.status for slots in found if isinstance(slots, TruceWord)] == [TruceStatus.EXTENDED]
    assert [slots.accused[0].text for slots in found if isinstance(slots, Blame)] == ["گروه‌های مسلح"]
    assert [slots.status.value for slots in found if isinstance(slots, Aid)] == ["blocked"]


@pytest.mark.parametrize(
    "text",
    [
        "تیم ملی در این بازی سه گل زد و بازیکن حریف به دروازه حمله کرد.",
        "شورشیان ممکن است به تعز حمله کنند.",
        "اگر ارتش به تعز حمله کرد آتش بس پایان می یابد.",
        "سه منطقه دیگر به توافق پیوستند.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert read(text)[0] == []


def test_who_is_held_responsible_and_an_act_in_the_perfect() -> None:
    claims, _ = read("وزیر خارجه لبنان، اسرائیل را مسئول نقض توافق دانست. ارتش یمن شهرک حیس را هدف قرار داده است.")
    (blame,) = [claim.slots for claim in claims if isinstance(claim.slots, Blame)]
    assert [accused.text for accused in blame.accused] == ["اسرائیل"]
    assert [claim.quote for claim in claims if isinstance(claim.slots, Happening)] == ["هدف قرار داده است"]


def test_a_drone_of_somebody_acts_and_common_words_are_no_places() -> None:
    slots = incident("در پی حمله یک پهپاد اسرائیلی به خودرویی در جنوب لبنان، یک نفر شهید شد.")
    assert [who.text for who in slots.actors] == ["پهپاد اسرائیلی"]
    assert [place.text for place in slots.places] == ["لبنان"]
    assert [target.text for target in slots.targets] == ["خودرویی"]


def test_who_denies_opens_the_sentence_and_denies_what_stands_in_it() -> None:
    text = (
        "دفتر رسانه‌ای غزه اعلام کرد اسرائیل ۲۸۲ بار آتش‌بس را نقض کرده است. "
        "حماس اتهام تیراندازی به سوی نیروها در رفح را تکذیب کرد."
    )
    counted, shot = read(text)[0]
    assert (counted.denied_by, counted.stance) == (None, Stance.ASSERTED)
    assert (shot.stance, shot.chain[0].text) == (Stance.DENIED, "حماس")
