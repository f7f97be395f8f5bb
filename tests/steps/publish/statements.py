"""What is said in the made-up week: its reports and the claims read from them."""

# ruff: noqa: ANN401 - keyword arguments of records

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from tests.steps.publish.cast import (
    AGENCY,
    BRIGADE,
    CENTRE,
    COUNCIL,
    COURIER,
    GOVERNMENT,
    HOSTILE,
    IN_ALEPPO,
    IN_IDLIB,
    MARSAD,
    NOBODY,
    NOWHERE,
    OFFICE,
    RIDGE,
    TELL_ONE,
    TELL_TWO,
    UNKNOWN_GROUP,
)
from tregua.records.claim import Casualties, Claim, Happening, Mention, PlaceMention, Slots, Speaker, Tally
from tregua.records.document import Document, Published
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Basis, Bound, Stance
from tregua.vocabulary.time import Precision, Span, day_span

ZONE = ZoneInfo("Asia/Damascus")


def _day(number: int, **more: Any) -> Span:
    return day_span(dt.date(2016, 3, number), ZONE, **more)


def span_of(first: dt.date, last: dt.date, **more: Any) -> Span:
    start = dt.datetime.combine(first, dt.time(), ZONE)
    end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), ZONE)
    return Span(start=start, end=end, **more)


def _document(key: str, title: str, publisher: str, day: int | None, **more: Any) -> Document:
    published = None
    if day is not None:
        at = dt.datetime(2016, 3, day, tzinfo=ZONE)
        published = Published(at=at, day_only=True, basis=Basis.STATED, source="meta")
    values = {"url": f"https://news.example/{key}", "language": "en", "text": "…", **more}
    return Document(id=f"d-{key}", evidence=key * 8, title=title, publisher=publisher, published=published, **values)


DOCUMENTS = (
    _document("000000000001", "Nine breaches in a day, the centre says", "Southern Press Agency", 9),
    _document("000000000002", "The week at the lake", "The Daily Courier", 13),
    _document("000000000003", "خروقات جديدة في الريف", "المرصد المحلي لتوثيق الخروقات", 10, language="ar"),
    _document(
        "000000000004", "Statement of the press office", "Northern Council Press Office", 10, url="javascript:alert(1)"
    ),
    _document("000000000005", "", "", None, url="", language=""),
    _document("000000000006", HOSTILE, HOSTILE, 12, url="https://news.example/six words"),
    Document(
        id="d-000000000007",
        evidence="7" * 64,
        title="Wire note",
        publisher="The Daily Courier",
        language="en",
        text="…",
        published=Published(
            at=dt.datetime(2016, 3, 11, 21, 30, tzinfo=dt.UTC), day_only=False, basis=Basis.INFERRED, source="dateline"
        ),
    ),
    _document("000000000008", "Totals of February", "Southern Press Agency", 2),
)


def _claim(key: int, document: int, quote: str, slots: Slots, *chain: Speaker, **more: Any) -> Claim:
    return Claim(
        id=f"c-{key:012d}",
        document=f"d-{document:012d}",
        span=(key, key + len(quote)),
        quote=quote,
        slots=slots,
        chain=chain,
        **more,
    )


def tally_of(count: int, window: Span | None, accused: tuple[Mention, ...] = (COUNCIL,), **more: Any) -> Tally:
    return Tally(count=count, window=window, accused=accused, **{"unit": "breaches", **more})


SINCE = {"precision": Precision.DAY, "text": "since the truce began"}
RUNNING = tally_of(61, span_of(dt.date(2016, 2, 27), dt.date(2016, 3, 9), **SINCE))
DAILY = {
    8: tally_of(9, _day(8, text="on 8 March")),
    9: tally_of(4, _day(9)),
    12: tally_of(11, _day(12), bound=Bound.AT_LEAST),
}
OTHER_SIDE = {
    7: tally_of(14, _day(7), (GOVERNMENT,)),
    9: tally_of(22, _day(9), (GOVERNMENT,)),
    10: tally_of(17, _day(10), (GOVERNMENT,)),
}
PART = tally_of(5, _day(8), area=(IN_ALEPPO,))
WINDOWLESS = tally_of(2, None, (), unit="", ordinal=True)

SHELLED = Happening(
    act=Act.SHELLING,
    actors=(COUNCIL,),
    targets=(Mention(text="an army post"),),
    places=(TELL_ONE,),
    time=_day(8),
    weapons=("mortars",),
)
SHELLED_OTHER = Happening(
    act=Act.SHELLING,
    actors=(GOVERNMENT,),
    places=(TELL_ONE,),
    time=_day(8),
    killed=Casualties(low=3, best=3, high=3),
    injured=Casualties(low=5, best=5, high=None),
)
AIR = Happening(
    act=Act.AIRSTRIKE,
    actors=(GOVERNMENT,),
    targets=(Mention(text="السوق"),),
    places=(TELL_TWO,),
    time=_day(10, basis=Basis.STATED),
    killed=Casualties(low=2, best=2, high=4),
)
SNIPED = Happening(act=Act.SMALL_ARMS, places=(IN_ALEPPO,), time=_day(10))
ABDUCTED = Happening(act=Act.ABDUCTION, actors=(UNKNOWN_GROUP,), places=(NOWHERE,), count=3)

CLAIMS = (
    _claim(1, 1, "Nine breaches were recorded on 8 March, the centre at the lake said.", DAILY[8], CENTRE, AGENCY),
    _claim(2, 2, "The centre spoke of nine breaches on the 8th.", DAILY[8], CENTRE, AGENCY, COURIER, marks=("hedged",)),
    _claim(3, 1, "raising all breaches since the truce began to 61", RUNNING, CENTRE, AGENCY),
    _claim(4, 2, "four more on Wednesday", DAILY[9], CENTRE, AGENCY, COURIER),
    _claim(5, 2, "at least eleven on Saturday", DAILY[12], CENTRE, AGENCY, COURIER),
    _claim(6, 4, "Our office counted 14 violations on Monday.", OTHER_SIDE[7], OFFICE),
    _claim(7, 4, "22 on Wednesday", OTHER_SIDE[9], OFFICE),
    _claim(8, 4, "17 on Thursday", OTHER_SIDE[10], OFFICE),
    _claim(9, 1, "five of them in the Aleppo countryside", PART, CENTRE, AGENCY),
    _claim(10, 5, "a second violation", WINDOWLESS, NOBODY),
    _claim(
        11,
        1,
        "The terrorists fired mortars at an army post in Tell Wahid.",
        SHELLED,
        CENTRE,
        AGENCY,
        denied_by=OFFICE,
        marks=("alleged",),
    ),
    _claim(
        12,
        4,
        "Regime forces shelled Tell Wahid on the 8th; three people died and five or more were hurt.",
        SHELLED_OTHER,
        OFFICE,
    ),
    _claim(13, 3, "قصفت قوات النظام سوق تل اثنان يوم الخميس فقتل مدنيان.", AIR, MARSAD),
    _claim(
        14,
        2,
        "An observer group says two died in a market on Thursday; four, according to one doctor.",
        AIR,
        MARSAD,
        COURIER,
    ),
    _claim(15, 7, "A shot was heard in the Aleppo countryside on Thursday night.", SNIPED, COURIER),
    _claim(16, 5, "Three men were taken away by gunmen in two cars.", ABDUCTED, NOBODY, stance=Stance.ALLEGED),
    _claim(
        17,
        6,
        HOSTILE,
        Happening(act=Act.OTHER, actors=(Mention(text=HOSTILE),), places=(PlaceMention(text=HOSTILE),), time=_day(12)),
        Speaker(text=HOSTILE),
    ),
    _claim(
        18,
        3,
        "تحركات لقوات غرفة العمليات باتجاه تل اثنان خلال الأسبوع.",
        Happening(
            act=Act.ADVANCE,
            actors=(BRIGADE,),
            places=(TELL_TWO,),
            time=span_of(
                dt.date(2016, 3, 9),
                dt.date(2016, 3, 11),
                basis=Basis.RELATIVE,
                anchor="publication date 2016-03-10",
                text="خلال الأسبوع",
            ),
        ),
        MARSAD,
    ),
    _claim(
        19,
        4,
        "The road to the hamlet was closed by regime forces.",
        Happening(
            act=Act.OBSTRUCTION,
            actors=(GOVERNMENT,),
            places=(IN_IDLIB,),
            time=_day(13, basis=Basis.INFERRED, text="today"),
        ),
        OFFICE,
    ),
    _claim(
        20,
        8,
        "22 breaches in the days to 29 February",
        tally_of(70, span_of(dt.date(2016, 2, 27), dt.date(2016, 2, 29))),
        CENTRE,
        AGENCY,
    ),
    _claim(21, 7, "Shots on the ridge.", Happening(act=Act.SMALL_ARMS, places=(RIDGE,), time=_day(11)), COURIER),
)
