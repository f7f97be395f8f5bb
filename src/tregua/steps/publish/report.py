"""The report as one HTML file that can be forwarded: no network, every figure a way to its records."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from tregua.steps.publish.accounts import foremost
from tregua.steps.publish.agreements import cited
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.charts import bar_row, by_day, charted, day_chart, highest_count, ledger_chart, stretch_chart
from tregua.steps.publish.contents import compose
from tregua.steps.publish.estimates import estimate_groups
from tregua.steps.publish.figures import Figure, named
from tregua.steps.publish.map import draw_map
from tregua.steps.publish.marks import MARKS, draw_mark, mark_of
from tregua.steps.publish.method import DEFINITIONS, TABLES
from tregua.steps.publish.naming import Names
from tregua.steps.publish.outlines import country_of, load_outlines
from tregua.steps.publish.wording import clean, opening

__all__ = ["report_html"]


def report_html(book: Book, period: Period) -> str:
    """Return the report of BOOK about PERIOD as one HTML page; the same input gives the same text."""
    contents = compose(book, period)
    names = Names(book)
    environment = _environment()
    highest = highest_count(contents.facing.ledgers)
    dated = by_day(contents.incidents, contents.days_of)
    page = environment.get_template("report.html.j2").render(
        contents=contents,
        kept=[foremost(each, _MOST_RECORDS) for each in (contents.incidents, contents.across, contents.undated)],
        most=_MOST_RECORDS,
        named=_MOST_NAMED,
        chart=day_chart(contents.facing.days, dated),
        charted=charted(dated),
        tables=[(title, named(contents.figures, name)) for name, title in TABLES],
        ledger_charts=[(ledger, ledger_chart(ledger, highest)) for ledger in contents.facing.charted()],
        measured=estimate_groups(book.estimates, names),
        drawing=draw_map(book, contents.incidents, load_outlines(country_of(book))),
        marks=tuple(MARKS.values()),
        names=names,
        definitions=DEFINITIONS,
        style=Markup(_template("report.css")),  # noqa: S704 - our own file
        script=Markup(_template("report.js")),  # noqa: S704 - our own file
        script_hash=_digest(_template("report.js")),
    )
    return _linked(page)


_MOST_RECORDS = 1_500
"""Incidents, counts and reports that a page tells in full; what is left out is counted."""
_MOST_NAMED = 200
"""Records that a page names under one figure or gap."""


def _linked(page: str) -> str:
    """Return PAGE without ways to what it does not hold, as when there was too much for it."""
    held = set(re.findall(r'\bid="([^"]+)"', page))
    return re.sub(r' href="#([^"]+)"', lambda found: found[0] if found[1] in held else "", page)


def _environment() -> Environment:
    loader = DictLoader({name: _template(name) for name in ("report.html.j2", "pieces.html.j2")})
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["opening"] = opening
    environment.globals.update(mark_svg=_mark_svg, bar=_bar, mark_of=mark_of, stretch_chart=stretch_chart, cited=cited)
    return environment


def _template(name: str) -> str:
    return files("tregua").joinpath("steps", "publish", "templates", name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _finalize(value: object) -> object:
    """Clean every text that goes into the page; markup made here stays as it is, and so do marks that isolate."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return "".join(part if part in _ISOLATING else clean(part) for part in re.split(f"([{_ISOLATING}])", value))


_ISOLATING = "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"


def _mark_svg(ruling: str) -> Markup:
    return Markup(
        '<svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">{}</svg>'
    ).format(draw_mark(mark_of(ruling), 12, 12, 11))


def _bar(figure: Figure, figures: Sequence[Figure]) -> Markup:
    return bar_row(figure, max(each.value for each in figures))
