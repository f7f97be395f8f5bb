"""The report as Typst source: one string literal of data, and a template that is ours alone.

Outside text reaches the compiler only inside that literal, as JSON; no name, quote or address is ever markup.

Paper does not fold: the first page is the bottom line, a short body follows, and annexes hold one row a record. What a
row leaves out stands on the page and in ``tregua explain ID``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.contents import compose
from tregua.steps.publish.pdf_annexes import annexes
from tregua.steps.publish.pdf_body import body
from tregua.steps.publish.pdf_paper import Paper
from tregua.steps.publish.wording import clean

__all__ = ["report_typst"]


def report_typst(book: Book, period: Period) -> str:
    """Return the report of BOOK about PERIOD as Typst source; it names no picture files."""
    paper = Paper(compose(book, period))
    data = {**body(paper), **annexes(paper)}
    template = files("tregua").joinpath("steps", "publish", "templates", "report.typ").read_text(encoding="utf-8")
    literal = _literal(json.dumps(_clean(data), ensure_ascii=False))
    return f"#let data = json(bytes({literal}))\n{template}"


def _literal(text: str) -> str:
    """Return TEXT as a string literal of Typst, in which only backslash and quote mean anything."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _clean(value: Any) -> Any:  # noqa: ANN401 - JSON holds anything
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, (list, tuple)) else value
