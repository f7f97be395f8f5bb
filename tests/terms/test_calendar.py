from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tregua.terms.calendar import calendar
from tregua.terms.truce import Truce

MORE = """
  - id: nights
    rule: prohibits
    acts: [airstrike]
    zone: Europe/Moscow
    hours:
      - {from: "22:00", until: "06:00"}
      - {from: "08:00", until: "10:00", weekdays: [monday, friday]}
      - {from: "12:00", until: "24:00", dates: [2020-01-12, 2020-01-14, 2020-03-01]}
      - {from: "12:00", until: "13:00", dates: [2020-03-01]}
    text: Quiet hours.
    cite: talk
  - id: drones
    rule: prohibits
    acts: [drone]
    layers: [first]
    until: 2020-01-20T00:00
    contested: [{start: 2020-01-18T00:00, end: 2020-01-19T00:00, why: Nobody knows., cite: talk}]
    text: No drones.
    cite: talk
  - id: other
    rule: permits
    acts: [patrol]
    layers: [second]
    hours: [{from: "01:00", until: "02:00"}]
    text: Patrols go on.
    cite: talk
history:
  - {what: signed, day: 2020-01-01, text: Both signed., cite: paper}
  - {what: resumed, at: 2020-01-21T12:00, text: It went on., cite: paper}
"""
ITEM = "    cite: paper, item 2\n"
CHANGES = (
    (
        "title: A small truce",
        'title: "A \\\\ small; truce, with\\ta\\nlong line of words that goes on: Перемирие в долине реки"',
    ),
    (
        "    cite: paper, item 2\n",
        ITEM
        + "    suspended: [{start: 2020-01-20T00:00, end: 2020-01-21T00:00, why: By consent., cite: paper}]\n"
        + "  - {id: second, start: 2020-03-01T00:00, declared: 2020-03-01, areas: [valley], cite: paper}\n",
    ),
)


def _events(text: str) -> dict[str, list[str]]:
    """Return the lines of each event by its id, as a calendar would read them."""
    whole = text.replace("\r\n ", "")
    found = {}
    for part in whole.split("BEGIN:VEVENT\r\n")[1:]:
        lines = part.split("\r\nEND:VEVENT")[0].split("\r\n")
        found[lines[0].removeprefix("UID:small-2020-").removesuffix("@tregua")] = lines
    return found


@pytest.fixture
def text(make_truce: Callable[..., Truce]) -> str:
    return calendar(make_truce(*CHANGES, more=MORE))


def test_windows_steps_suspensions_and_hours_are_events(text: str) -> None:
    events = _events(text)
    assert set(events) == {
        "first", "second", "first-suspended-1", "step-1", "step-2", "clause-nights-1-first", "clause-nights-1-second",
        "clause-nights-2-first", "clause-nights-2-second", "clause-nights-3-first", "clause-nights-3-second",
        "clause-nights-4-second", "clause-drones", "drones-contested-1", "clause-other-1-second",
    }  # fmt: skip
    assert "DTSTART;TZID=Europe/Kyiv:20200110T000000" in events["first"]
    assert "DTEND;TZID=Europe/Kyiv:20200210T000000" in events["first"]
    assert not any(line.startswith("DTEND") for line in events["second"])
    assert any("No end was set." in line for line in events["second"])
    assert "DTSTART;VALUE=DATE:20200101" in events["step-1"]
    assert "DTSTART;TZID=Europe/Kyiv:20200121T120000" in events["step-2"]
    assert "STATUS:TENTATIVE" in events["drones-contested-1"]
    assert "STATUS:CONFIRMED" in events["first-suspended-1"]
    assert "DTEND;TZID=Europe/Kyiv:20200120T000000" in events["clause-drones"]


def test_a_step_of_one_side_is_an_event(make_truce: Callable[..., Truce]) -> None:
    step = "{by: [reds], what: withdrawal, others: stand, start: 2020-01-20T06:00, why: They left., cite: talk}"
    event = _events(calendar(make_truce(more=f"withdrawals: [{step}]\n")))["withdrawal-1"]
    assert "DTSTART;TZID=Europe/Kyiv:20200120T060000" in event
    assert "SUMMARY:A small truce: withdrawal by reds" in event


def test_hours_of_the_day_come_again_as_long_as_the_window_runs(text: str) -> None:
    events = _events(text)
    nights = events["clause-nights-1-first"]
    assert "DTSTART;TZID=Europe/Moscow:20200110T220000" in nights
    assert "DTEND;TZID=Europe/Moscow:20200111T060000" in nights
    assert "RRULE:FREQ=DAILY;UNTIL=20200209T205959Z" in nights
    assert "RRULE:FREQ=DAILY" in events["clause-nights-1-second"]
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20200209T205959Z" in events["clause-nights-2-first"]
    dated = events["clause-nights-3-first"]
    assert "DTEND;TZID=Europe/Moscow:20200113T000000" in dated
    assert "RDATE;TZID=Europe/Moscow:20200114T120000" in dated


def test_it_is_the_same_each_time_and_folded_and_escaped_as_the_format_asks(
    text: str, make_truce: Callable[..., Truce]
) -> None:
    assert calendar(make_truce(*CHANGES, more=MORE)) == text
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "X-WR-CALNAME:A \\\\ small\\; truce\\, with a\\nlong line of words" in text.replace("\r\n ", "")
    assert "\n" not in text.replace("\r\n", "")


def test_a_zone_is_written_out_with_its_changes(text: str) -> None:
    zone = text.split("BEGIN:VTIMEZONE\r\nTZID:Europe/Kyiv")[1].partition("END:VTIMEZONE")[0]
    changed = "BEGIN:DAYLIGHT\r\nDTSTART:20200329T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nTZNAME:EEST\r\n"
    assert changed in zone
    assert "DTSTART:20191027T040000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200" in zone
    assert "TZID:Europe/Moscow" in text


def test_an_offset_west_of_greenwich_has_its_sign(make_truce: Callable[..., Truce]) -> None:
    text = calendar(make_truce(("zone: Europe/Kyiv", "zone: America/Bogota")))
    assert "TZOFFSETTO:-0500" in text


@given(st.text(max_size=200))
def test_whatever_a_text_holds_no_line_is_added_to_the_calendar(words: str) -> None:
    from tregua.terms.calendar import _folded, _text  # noqa: PLC0415 - the two together are what keeps text in its line

    line = _folded(f"SUMMARY:{_text(words)}")
    assert all(part.startswith(" ") for part in line.split("\r\n")[1:])
    assert not set(line.replace("\r\n ", "")) & {"\r", "\n"}
