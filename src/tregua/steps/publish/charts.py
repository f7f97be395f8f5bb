"""Small charts as SVG, drawn here so that a report needs no network, no script and no picture file.

Every shape carries its own paint, so that the same SVG stands in the page and in the PDF. A day without a count is
drawn as a gap with a sign of its own, never as a bar of no height.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tregua.steps.publish.accounts import IncidentAccount
from tregua.steps.publish.estimates import Stretch
from tregua.steps.publish.figures import Figure
from tregua.steps.publish.ledgers import Ledger, LedgerDay
from tregua.steps.publish.marks import MARKS, draw_mark, mark_of
from tregua.steps.publish.wording import plural

__all__ = ["ByDay", "bar_row", "by_day", "charted", "day_chart", "highest_count", "ledger_chart", "stretch_chart"]

INK, SOFT, LINE, PAPER, BAR = "#1c2126", "#50585f", "#c9c6bd", "#ffffff", "#2f4858"
_MOST_MARKS = 12
_LEAST_WIDTH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDay:
    """Incidents as a chart by day shows them.

    Attributes:
        sure: by the one day that each lies in.
        either: those of one of two days in a row, as a report of 24 hours tells them, by the later day.
        left: how many have neither.
    """

    sure: Mapping[dt.date, Sequence[IncidentAccount]]
    either: Mapping[dt.date, Sequence[IncidentAccount]]
    left: int


def by_day(
    incidents: Iterable[IncidentAccount], days_of: Callable[[IncidentAccount], tuple[dt.date, dt.date] | None]
) -> ByDay:
    """Return INCIDENTS by the days that DAYS_OF gives: the first and the last that each may lie in."""
    sure: dict[dt.date, list[IncidentAccount]] = defaultdict(list)
    either: dict[dt.date, list[IncidentAccount]] = defaultdict(list)
    left = 0
    for incident in incidents:
        days = days_of(incident)
        if days is None or (days[1] - days[0]).days > 1:
            left += 1
        else:
            (sure if days[0] == days[1] else either)[days[1]].append(incident)
    return ByDay(sure=sure, either=either, left=left)


def charted(dated: ByDay) -> str:
    """Return what a chart of DATED shows, and what it leaves out."""
    sure, either = (sum(map(len, days.values())) for days in (dated.sure, dated.either))
    pale = f", and {either} (pale) to one of two days in a row, drawn at the later" if either else ""
    left = f"; {dated.left} more, known only to a longer time, stand in the list alone" if dated.left else ""
    return f"{plural(sure, 'incident')} dated to one day{pale}; by ruling{left}."


def day_chart(days: Sequence[dt.date], dated: ByDay) -> Markup:
    """Return one mark for each incident over its day, or stacked bars where the marks would not fit.

    Those of one of two days stand above the others, pale, at the later day.
    """
    columns = [(dated.sure.get(date, ()), dated.either.get(date, ())) for date in days]
    shown = [item for column in columns for items in column for item in items]
    step = _step(len(days))
    highest = max((len(sure) + len(either) for sure, either in columns), default=0)
    draw = _mark_column if highest <= _MOST_MARKS and step >= 20 else _bar_column  # noqa: PLR2004 - room for a letter
    unit = 21.0 if draw is _mark_column else min(21.0, 190 / max(highest, 1))
    height = max(highest * unit, 24.0)
    key = Markup("") if draw is _mark_column else _key(shown, height)
    drawn = Markup("")
    for number, (sure, either) in enumerate(columns):
        x = 8 + step * (number + 0.5)
        drawn += draw(sure, x, height, (step, unit))
        drawn += (
            Markup('<g opacity="0.45">{}</g>').format(draw(either, x, height - len(sure) * unit, (step, unit)))
            if either
            else Markup("")
        )
    return _frame(
        8 + step * len(days) + 8,
        height + (60 if key else 40),
        "Incidents by day, one mark each",
        (drawn, _baseline(8, 8 + step * len(days), height + 4), *_dates(days, step, height + 4), key),
    )


def _key(items: Sequence[IncidentAccount], height: float) -> Markup:
    """Return what each fill of a stack means, and how many of ITEMS it stands for."""
    drawn, x = Markup(""), 8.0
    for mark in MARKS.values():
        number = sum(mark_of(item.ruling) is mark for item in items)
        if number:
            words = f"{number} {mark.words}"
            drawn += Markup('<rect x="{:.1f}" y="{:.1f}" width="11" height="11" fill="{}" stroke="{}"/>').format(
                x, height + 46, mark.area, mark.colour
            )
            drawn += _text(x + 16, height + 56, words, size=12, fill=INK, anchor="start")
            x += 36 + 7 * len(words)
    return drawn


def _mark_column(items: Sequence[IncidentAccount], x: float, height: float, size: tuple[float, float]) -> Markup:
    unit = size[1]
    return Markup("").join(
        _linked(item.id, _told(item), draw_mark(mark_of(item.ruling), x, height - unit * (n + 0.5) + 3, 9.5))
        for n, item in enumerate(sorted(items, key=lambda item: list(MARKS).index(mark_of(item.ruling).code)))
    )


def _bar_column(items: Sequence[IncidentAccount], x: float, height: float, size: tuple[float, float]) -> Markup:
    step, unit = size
    drawn, base = Markup(""), height + 4
    for mark in MARKS.values():
        number = sum(mark_of(item.ruling) is mark for item in items)
        if number:
            base -= number * unit
            drawn += Markup(
                '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="{}"><title>{} {}</title>'
                "</rect>"
            ).format(
                x - step * 0.38, base, step * 0.76, number * unit, mark.area, mark.colour,
                number, mark.words,
            )  # fmt: skip
    return drawn


def ledger_chart(ledger: Ledger, highest: int) -> Markup:
    """Return the counts of LEDGER by day on a scale up to HIGHEST; bounds as brackets, silence as a sign."""
    step, height = _step(len(ledger.days)), 84.0
    scale = height / max(highest, 1)
    columns = [
        _ledger_day(entry, 8 + step * (n + 0.5), height + 14, (step, scale)) for n, entry in enumerate(ledger.days)
    ]
    days = [entry.day for entry in ledger.days]
    return _frame(
        8 + step * len(days) + 8,
        height + 56,
        f"Breaches by {ledger.accused} as counted by {ledger.origin}, day by day",
        (*columns, _baseline(8, 8 + step * len(days), height + 14), *_dates(days, step, height + 14)),
    )


def _ledger_day(entry: LedgerDay, x: float, base: float, size: tuple[float, float]) -> Markup:
    if entry.stated:
        return _stated(entry, x, base, size)
    if not entry.bounds:
        return _text(x, base - 5, "\N{EN DASH}", size=13, fill=SOFT)
    return _bracket(entry, x, base, size)


def _stated(entry: LedgerDay, x: float, base: float, size: tuple[float, float]) -> Markup:
    first = entry.stated[0]
    tall = max(_number(first.text) * size[1], 1.0)
    width = min(size[0] * 0.62, 22.0)
    bar = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"/>').format(
        x - width / 2, base - tall, width, tall, BAR
    )
    label = _text(x, base - tall - 4, str(_number(first.text)), size=11, fill=INK)
    return _linked(first.testimony, f"{first.text} on {entry.day.isoformat()}", bar + label)


def _bracket(entry: LedgerDay, x: float, base: float, size: tuple[float, float]) -> Markup:
    """Return the bounds of a day without a count; an arrow where they go on beyond the scale or have no end."""
    low, ceiling = (entry.low or 0) * size[1], base - 14
    high = ceiling + 1 if entry.high is None else entry.high * size[1]
    top = base - min(max(high, low), ceiling)
    foot = base - min(low, ceiling)
    stem = Markup('<line x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}" stroke="{}" stroke-dasharray="3 2"/>').format(
        x, x, foot, top, SOFT
    )
    arrow = "M{0:.1f} {1:.1f}l-4 6m4 -6l4 6" if high > ceiling else "M{0:.1f} {1:.1f}m-5 0h10"
    ends = Markup('<path d="{} M{:.1f} {:.1f}h10" fill="none" stroke="{}"/>').format(
        arrow.format(x, top), x - 5, foot, SOFT
    )
    return Markup("<g><title>{}</title>{}{}</g>").format(f"no count; {entry.bounds}", stem, ends)


def highest_count(ledgers: Iterable[Ledger]) -> int:
    """Return the highest count stated for a day, for one scale over all LEDGERS."""
    stated = [day.stated[0].text for ledger in ledgers for day in ledger.days if day.stated]
    return max((_number(text) for text in stated), default=0)


def bar_row(figure: Figure, highest: int) -> Markup:
    """Return a bar as long as FIGURE is to HIGHEST; the number stands beside it in the table."""
    length = 100 * figure.value / max(highest, 1)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect width="{:.1f}" height="8" fill="{}"/></svg>'
    ).format(length, BAR)


def stretch_chart(stretch: Stretch) -> Markup:
    """Return the days of STRETCH as one bar in four parts, each as long as it has days, with its number and name."""
    parts = (
        (stretch.held, "held", BAR, BAR),
        (stretch.broken, "broken", MARKS["breach"].colour, MARKS["breach"].colour),
        (stretch.doubtful, "in doubt", LINE, SOFT),
        (stretch.silent, "without news", PAPER, SOFT),
    )
    total, x, drawn = max(sum(part[0] for part in parts), 1), 8.0, Markup("")
    for number, words, fill, edge in parts:
        width = _BAR_WIDTH * number / total
        dashed = Markup(' stroke-dasharray="3 2"') if fill == PAPER else ""
        drawn += Markup(
            '<rect x="{:.1f}" y="4" width="{:.1f}" height="22" fill="{}" stroke="{}"{}><title>{} {}</title></rect>'
        ).format(x, width, fill, edge, dashed, number, words)
        x += width
    x = 8.0
    for number, words, fill, edge in parts:
        drawn += Markup('<rect x="{:.1f}" y="36" width="10" height="10" fill="{}" stroke="{}"/>').format(x, fill, edge)
        drawn += _text(x + 15, 45, f"{number} {words}", size=12, fill=INK, anchor="start")
        x += _BAR_WIDTH / len(parts)
    return _frame(_BAR_WIDTH + 16, 54, f"Days in force of {stretch.about}, by what is known of them", (drawn,))


_BAR_WIDTH = 520.0


def _number(text: str) -> int:
    return int(text.rsplit(" ", 1)[-1])


def _step(days: int) -> float:
    """Return the width of a day: at least that of a mark's letter for a month, narrower beyond."""
    return max(_LEAST_WIDTH / days, 24.0) if days <= 31 else max(760 / days, 2.0)  # noqa: PLR2004 - a month


def _dates(days: Sequence[dt.date], step: float, base: float) -> Iterable[Markup]:
    """Give labels under the days: every day where they fit, else Mondays or months' firsts."""
    every = max(1, round(24 / step))
    for number, date in enumerate(days):
        x = 8 + step * (number + 0.5)
        if number % every == 0:
            yield _text(x, base + 15, str(date.day), size=11, fill=SOFT)
        if number == 0 or (date.day == 1 and number * step > _MONTH_ROOM):
            anchor = "start" if number == 0 else "middle"
            yield _text(x, base + 29, date.strftime("%b %Y"), size=11, fill=SOFT, anchor=anchor)


_MONTH_ROOM = 90


def _baseline(left: float, right: float, y: float) -> Markup:
    return Markup('<line x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}" stroke="{}"/>').format(left, right, y, y, INK)


def _text(x: float, y: float, text: str, *, size: int, fill: str, anchor: str = "middle") -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" font-size="{}" text-anchor="{}" fill="{}">{}</text>').format(
        x, y, size, anchor, fill, text
    )


def _linked(anchor: str, label: str, inside: Markup) -> Markup:
    return Markup('<a href="#{}" aria-label="{}"><title>{}</title>{}</a>').format(anchor, label, label, inside)


def _told(item: IncidentAccount) -> str:
    return f"{item.ruling}: {item.act}, {item.where}, {item.when}"


def _frame(width: float, height: float, label: str, parts: Iterable[Markup]) -> Markup:
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" aria-label="{}" width="{:.0f}" '
        'height="{:.0f}" viewBox="0 0 {:.0f} {:.0f}" font-family="Libertinus Serif, DejaVu Sans">{}</svg>'
    ).format(label, width, height, width, height, Markup("").join(parts))
