"""Persian wordings of acts, in all forms of their light verbs, and the same words where no act is meant."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_fa import read
from tregua.records.claim import Aid, Happening

ACTS = [
    ("نظامیان سوری مناطقی در حلب را با موشک و توپ زیر آتش گرفتند.", "shelling"),
    ("ارتش روستای کفرکلا را به توپ بسته است.", "shelling"),
    ("تروریست‌ها محله حمدانیه حلب را با خمپاره زدند.", "shelling"),  # noqa: RUF001
    ("پهپادهای اسرائیلی بر فراز بیروت پرواز کردند.", "overflight"),
    ("جنگجویان طالبان کنترل ولسوالی غوریان را به دست گرفتند.", "advance"),
    ("شورشیان شهر را به تصرف درآوردند.", "advance"),
    ("شورشیان جاده را بستند و ارتش حلب را محاصره کرده است.", "obstruction"),
    ("افراد مسلح سه سرباز را در حمص می ربایند.", "abduction"),
    ("نظامیان خانه‌های روستای کفرکلا را ویران کردند.", "other"),
    ("شبه‌نظامیان در حمص فرمانده ارتش را ترور کردند.", "attack"),
]


def acts(text: str) -> list[str]:
    return [claim.slots.act for claim in read(text)[0] if isinstance(claim.slots, Happening)]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_was_done(text: str, act: str) -> None:
    assert acts(text)[0] == act


@pytest.mark.parametrize("text", ["تیم فوتبال پرسپولیس به دروازه حریف حمله کرد.", "ارتش رزمایش موشکی برگزار کرد."])
def test_where_nothing_was_done(text: str) -> None:
    assert acts(text) == []


def test_where_aid_came_and_was_kept_out() -> None:
    text = (
        "کاروان کمک‌های انسان‌دوستانه وارد شهر مضایا شد. اسرائیل از ورود کامیون‌های کمک به غزه جلوگیری کرد. ارتش حمله کرد."
    )
    found = [claim.slots for claim in read(text)[0] if isinstance(claim.slots, Aid)]
    assert [(aid.status, aid.area[0].text) for aid in found] == [("delivered", "شهر مضایا"), ("blocked", "غزه")]
