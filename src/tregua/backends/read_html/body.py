"""The article in a page, and what is left out of it.

trafilatura finds the main text. Before it looks, whole elements that announce themselves as menus, share bars, comment
forms, cookie notices or boxes of other stories are taken out; lines of that kind that have no element of their own are
left to the step, which treats all formats alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Extractor, use_config

from tregua.backends.read_html.words import names, squeezed, words

__all__ = ["main_blocks", "prune", "rest"]

_FURNITURE = frozenset({
    "aside", "button", "dialog", "footer", "form", "iframe", "menu", "nav", "noscript", "object", "select", "svg",
})  # fmt: skip
_UNSPOKEN = ("script", "style", "template")
_FURNITURE_NAMES = frozenset({
    "adblock", "advert", "advertisement", "ads", "breadcrumb", "breadcrumbs", "comment", "comments", "commentform",
    "consent", "cookie", "cookies", "gdpr", "modal", "navbar", "navigation", "newsletter", "pagination", "popup",
    "promo", "recommended", "recommendations", "related", "relatedposts", "respond", "share", "sharedaddy", "sharing",
    "sidebar", "skip", "social", "subscribe", "taboola", "outbrain", "trending", "widget",
})  # fmt: skip
_MAIN_NAMES = frozenset({"html", "body", "main", "article"})
_TOO_MUCH = 0.4
_WHOLE = frozenset({"p", "item", "row", "quote", "code", "head"})
_SMALL = frozenset({"p", "h1", "h2", "h3", "li", "tr", "pre"})
_LEFT_OUT = 500
_SAME_WORDS = re.compile(r"\W+")


def prune(tree: HtmlElement) -> list[str]:
    """Take furniture out of TREE; return what it said.

    Scripts and styles go first: they say nothing, and a page would look so long that its article passes for little.
    """
    etree.strip_elements(tree, *_UNSPOKEN, with_tail=False)
    most = _TOO_MUCH * max(len(words(tree)), 1)
    left_out = []
    for element in list(tree.iter("*")):
        if _is_furniture(element) and element.getparent() is not None:
            said = words(element)
            if len(said) <= most:
                left_out.append(said[:_LEFT_OUT])
                element.drop_tree()
    return [said for said in left_out if said]


def _is_furniture(element: HtmlElement) -> bool:
    tag = element.tag
    return tag not in _MAIN_NAMES and (tag in _FURNITURE or not _FURNITURE_NAMES.isdisjoint(names(element)))


def main_blocks(tree: HtmlElement) -> list[str]:
    """Return the paragraphs of the main text, tables row by row."""
    found = trafilatura.bare_extraction(tree, options=_options())
    body = getattr(found, "body", None)
    blocks = list(_blocks(body)) if body is not None else []
    return blocks or list(_paragraphs(tree))


@cache
def _options() -> Extractor:
    """Return trafilatura's settings, short texts let through and comments left out."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "20")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return Extractor(config=config, output_format="python", comments=False)


def _blocks(body: etree._Element) -> Iterator[str]:
    for mark in body.iter("lb"):
        mark.text = "\n"
    for element in body.iter("p", "head", "item", "row", "quote", "code", "ab"):
        if next(element.iterancestors(*_WHOLE), None) is not None:
            continue
        if element.tag == "row":
            said = " | ".join(squeezed(" ".join(map(str, cell.itertext()))) for cell in element)
        else:
            said = "\n".join(filter(None, map(squeezed, "".join(map(str, element.itertext())).split("\n"))))
        if said:
            yield said


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    """Give the text of TREE by paragraph, for pages that hold no article the extractor can see."""
    for element in tree.iter("p", "h1", "h2", "h3", "li", "tr", "pre", "td", "div", "body"):
        if next(element.iterancestors(*_SMALL), None) is not None:
            continue
        inner = element.tag in _SMALL or next(element.iterdescendants("div", *_SMALL), None) is None
        if inner and (said := squeezed((" " if element.tag == "tr" else "").join(map(str, element.itertext())))):
            yield said


def rest(tree: HtmlElement, blocks: list[str]) -> list[str]:
    """Return the paragraphs of TREE that are not in BLOCKS."""
    printed = " ".join(blocks)
    kept = _SAME_WORDS.sub(" ", printed)
    others = (said for said in _paragraphs(tree) if said not in printed)
    return [said[:_LEFT_OUT] for said in others if _SAME_WORDS.sub(" ", said).strip() not in kept]
