"""On how many days a ceasefire held, as far as anybody tells."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tregua.records.finding import Ruling
from tregua.records.indicator import Estimate
from tregua.steps.measure.counts import rulings_of
from tregua.steps.measure.days import DAY, Days, days_between, days_of, publication_days
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import Answer, Question, plural
from tregua.terms.stretches import interval, touch
from tregua.terms.truce import Truce
from tregua.terms.windows import open_windows
from tregua.vocabulary.time import day_span

__all__ = ["days_held"]

LEAST_DAYS = 3
_LONGEST_COUNT = 3
_KNOWN = (
    "Only days of the period that reports cover count, and a day is held only when a report was published on the day "
    f"after it: nobody else could know of the whole day. Given for at least {LEAST_DAYS} days in force."
)
_HELD = (
    "Days on which these terms were in force and no incident is ruled a breach. The low end leaves out days that may "
    "hold a breach: an incident that is undetermined or contested, or a breach dated only to several days, or breaches "
    f"counted by somebody over at most {_LONGEST_COUNT} days. The high end takes all of these in. {_KNOWN}"
)
_BROKEN = (
    "Days on which these terms were in force and an incident that surely lies within the day is ruled a breach. The "
    f"high end adds the days that may hold one. {_KNOWN}"
)
_SILENT = (
    "Days in force of which no breach is told, surely or perhaps, and on the day after which no report was published. "
    "They are neither days held nor days broken: nobody was telling."
)
_DOUBTFUL = frozenset({Ruling.BREACH.value, Ruling.UNDETERMINED.value, Ruling.CONTESTED.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Diary:
    """What is known of each day in force.

    Attributes:
        days: the days in force within the period that reports cover.
        broken: breaches that surely lie within a day, by day.
        doubtful: what may make a day one of breach, by day.
        told: reports published on the day after, by day.
        undated: how many incidents that may be a breach have no day.
        spread: how many incidents ruled a breach are dated only to several days.
    """

    days: Sequence[dt.date]
    broken: Mapping[dt.date, Sequence[str]]
    doubtful: Mapping[dt.date, Sequence[str]]
    told: Mapping[dt.date, Sequence[str]]
    undated: int
    spread: int

    def held(self) -> list[dt.date]:
        return [day for day in self.days if day in self.told and day not in self.broken and day not in self.doubtful]

    def doubted(self) -> list[dt.date]:
        return [day for day in self.days if day in self.doubtful and day not in self.broken]

    def silent(self) -> list[dt.date]:
        return [day for day in self.days if not any(day in known for known in (self.told, self.broken, self.doubtful))]


def days_held(observed: Observed) -> Iterator[Estimate]:
    """Give, for each truce, the days held, the days broken and the days without news."""
    for truce in observed.truces:
        diary = _diary(observed, truce)
        doubtful = _records(diary.doubtful, diary.doubted())
        for name, definition, sure, known in (
            ("ceasefire days held", _HELD, diary.held(), diary.told),
            ("ceasefire days broken", _BROKEN, [day for day in diary.days if day in diary.broken], diary.broken),
        ):
            question = Question(name=name, key=truce.id, unit="days", definition=definition)
            yield question.ask({**_records(known, sure), **doubtful}, partial(_bounds, diary, len(sure)))
        question = Question(name="ceasefire days without news", key=truce.id, unit="days", definition=_SILENT)
        yield question.ask((), partial(_silence, diary))


def _records(known: Mapping[dt.date, Sequence[str]], days: Iterable[dt.date]) -> dict[str, None]:
    return dict.fromkeys(record for day in days for record in known[day])


def _bounds(diary: _Diary, sure: int) -> Answer | str:
    if len(diary.days) < LEAST_DAYS:
        return _too_few(diary)
    doubtful = len(diary.doubted())
    return Answer(value=None if doubtful else sure, low=sure, high=sure + doubtful, notes=tuple(_notes(diary)))


def _notes(diary: _Diary) -> Iterator[str]:
    broken = sum(day in diary.broken for day in diary.days)
    known = f"{len(diary.held())} held as far as is told, {broken} broken, {len(diary.doubted())} in doubt"
    yield f"of {plural(len(diary.days), 'day')} in force: {known}, {len(diary.silent())} without news"
    if diary.spread:
        which = "1 breach is" if diary.spread == 1 else f"{diary.spread} breaches are each"
        yield f"{which} dated only to several days: the days stand under in doubt, for none of them is surely broken"
    if diary.undated:
        number = plural(diary.undated, "incident")
        yield f"warning: for {number} that may be a breach nobody states the day; any day may hold one"


def _silence(diary: _Diary) -> Answer | str:
    if len(diary.days) < LEAST_DAYS:
        return _too_few(diary)
    silent = len(diary.silent())
    return Answer(value=silent, low=silent, high=silent, notes=(f"of {plural(len(diary.days), 'day')} in force",))


def _too_few(diary: _Diary) -> str:
    return f"{plural(len(diary.days), 'day')} in force within the time that reports cover; at least {LEAST_DAYS} needed"


def _diary(observed: Observed, truce: Truce) -> _Diary:
    told: dict[dt.date, list[str]] = defaultdict(list)
    for document, published in publication_days(observed.documents, observed.zone).items():
        told[published - DAY].append(document)
    broken: dict[dt.date, list[str]] = defaultdict(list)
    doubtful: dict[dt.date, list[str]] = defaultdict(list)
    undated = spread = 0
    rulings = rulings_of(observed.findings, truce.id)
    for incident in observed.events:
        ruling, days = rulings.get(incident.id), days_of(incident.time, observed.zone)
        if ruling not in _DOUBTFUL:
            continue
        undated += days is None
        dated_breach = days is not None and ruling == Ruling.BREACH.value
        sure = dated_breach and len(set(days or ())) == 1
        spread += dated_breach and not sure
        for day in days_between(days) if days else ():
            (broken if sure else doubtful)[day].append(incident.id)
    for testimony, days in _counted(observed):
        for day in days_between(days):
            doubtful[day].append(testimony)
    in_force = _in_force(truce, observed.period, observed.zone)
    return _Diary(days=in_force, broken=broken, doubtful=doubtful, told=told, undated=undated, spread=spread)


def _counted(observed: Observed) -> Iterator[tuple[str, Days]]:
    """Give the testimonies that count breaches over a few days, with the days."""
    for testimony in observed.testimonies:
        days = days_of(testimony.tally.window, observed.zone) if testimony.tally and testimony.tally.count else None
        if days and (days[1] - days[0]).days < _LONGEST_COUNT:
            yield testimony.id, days


def _in_force(truce: Truce, period: Days | None, zone: dt.tzinfo) -> list[dt.date]:
    """Return the days of PERIOD that a window of TRUCE touches."""
    windows = [window for layer in truce.layers for window in open_windows(truce, layer)]
    days = {day: interval(day_span(day, zone)) for day in (days_between(period) if period else ())}
    return [day for day, whole in days.items() if any(touch(whole, window) for window in windows)]
