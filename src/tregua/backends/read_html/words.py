"""The words in an element, and the words it is named by."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

__all__ = ["names", "squeezed", "words"]

_NONE = frozenset({""})


def squeezed(text: str) -> str:
    """Return TEXT with single spaces."""
    return " ".join(text.split())


def names(element: HtmlElement) -> frozenset[str]:
    """Return the words of ELEMENT's class and id."""
    attributes = element.attrib
    if not attributes:
        return _NONE
    return _split(f"{attributes.get('class', '')[:300]} {attributes.get('id', '')[:100]}")


@lru_cache(maxsize=4096)
def _split(printed: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z]+", printed.lower()))


def words(element: HtmlElement) -> str:
    """Return all that ELEMENT says, on one line."""
    return squeezed(" ".join(map(str, element.itertext())))
