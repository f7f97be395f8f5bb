"""Reads web pages: the article's text, and what the page itself says of title, publisher and date."""

from __future__ import annotations

from tregua.backends.read_html.reader import HtmlReader

__all__ = ["HtmlReader"]
