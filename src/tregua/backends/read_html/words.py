"""The words in an element, and the words it is named by."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

__all__ = ["names", "squeezed", "words"]


def squeezed(text: str) -> str:
    """Return TEXT with single spaces."""
    return " ".join(text.split())


def names(element: HtmlElement) -> set[str]:
    """Return the words of ELEMENT's class and id."""
    printed = f"{element.get('class', '')[:300]} {element.get('id', '')[:100]}"
    return set(re.split(r"[^a-z]+", printed.lower()))


def words(element: HtmlElement) -> str:
    """Return all that ELEMENT says, on one line."""
    return squeezed(" ".join(map(str, element.itertext())))
