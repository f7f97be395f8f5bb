"""Reads web pages: the article's text, and what the page itself says of title, publisher and date.

trafilatura finds the main text. Before it looks, whole elements that announce themselves as menus, share bars, comment
forms, cookie notices or boxes of other stories are taken out; lines of that kind that have no element of their own are
left to the step, which treats all formats alike.
"""

# ruff: noqa: RUF001 - dashes of several kinds are meant
from __future__ import annotations

import datetime as dt
import html
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import trafilatura
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import use_config

from tregua.errors import Problem
from tregua.records.document import Document, Evidence, Published
from tregua.vocabulary.encoding import decode, is_binary
from tregua.vocabulary.stamps import Stamp, read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["HtmlReader"]

_MEDIA = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_HEAD = 4_096
_MOST_ELEMENTS = 30_000
_LONGEST_ATTRIBUTE = 4_000
_MOST_META = 500
_MOST_JSON = 500_000
_MOST_NODES = 2_000
_LONGEST_DATE_LINE = 80
_MOST_DATE_LINES = 3
_MOST_PARTS = 3
_LEFT_OUT = 500
_BROKEN = (etree.LxmlError, ValueError, TypeError, AssertionError, KeyError, IndexError, AttributeError, RecursionError)
"""What lxml, trafilatura and htmldate are known to raise on broken pages."""

_FURNITURE = frozenset({
    "aside", "button", "dialog", "footer", "form", "iframe", "menu", "nav", "noscript", "object", "script", "select",
    "style", "svg", "template",
})  # fmt: skip
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

_PUBLISHED_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "published_time", "publish_date", "publish-date",
    "publishdate", "pubdate", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "citation_publication_date",
    "citation_date", "article_date_original", "originalpublicationdate", "rnews:datepublished", "bt:pubdate",
    "cxenseparse:recs:publishtime", "shareaholic:article_published_time", "date",
)  # fmt: skip
_PUBLISHER_KEYS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:app:name:iphone",
)
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "headline", "citation_title")
_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
    "WebPage",
)
_DATE_NAMES = frozenset(
    {"date", "dateline", "datetime", "published", "pubdate", "posted", "timestamp", "time", "entrydate"}
)
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_NAMED_DAY = re.compile(r"(?<!\d)\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?\d{4}(?!\d)")
_EITHER_ORDER = re.compile(r"(?<!\d)0?([1-9]|1[0-2])[/-]0?([1-9]|1[0-2])[/-]\d{2,4}")
_TITLE_SUFFIX = re.compile(r"\s+[|·•»–—-]\s+[^|·•»–—]{2,60}$")
_SAME_WORDS = re.compile(r"\W+")


class HtmlReader:
    """Reads HTML pages."""

    @property
    def name(self) -> str:
        """Return ``html-1``."""
        return "html-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take HTML and XHTML."""
        return evidence.media_type in _MEDIA

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        """Return the page's article."""
        if is_binary(evidence.content):
            return [], [_problem(evidence, "this is binary, not a web page", "put the file in under its right name")]
        try:
            tree = _parse(evidence.content)
            if sum(1 for _ in itertools.islice(tree.iter("*"), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
                said = f"this page has more than {_MOST_ELEMENTS} elements, more than any article"
                return [], [_problem(evidence, said, "put in its text as a .txt file")]
            return [self._read(evidence, tree)], []
        except _BROKEN as error:
            return [], [_problem(evidence, f"this page is too broken to read: {type(error).__name__}")]

    def _read(self, evidence: Evidence, tree: HtmlElement) -> Document:
        page = _Page.of(tree)
        left_out = _prune(tree)
        blocks = _main_blocks(tree)
        left_out += _rest(tree, blocks)
        url = page.url() or evidence.url
        return Document(
            id=f"d-{evidence.sha256[:12]}",
            evidence=evidence.sha256,
            url=url,
            title=page.title(),
            publisher=page.publisher(),
            published=page.published() or _visible_date(tree) or _dated_address(url),
            text="\n\n".join(blocks),
            left_out=tuple(left_out),
            reader=self.name,
        )


def _problem(evidence: Evidence, message: str, hint: str = "save the page again, or put in its text") -> Problem:
    return Problem(where=evidence.name, message=message, hint=hint, step="read")


def _parse(content: bytes) -> HtmlElement:
    match = _CHARSET.search(content[:_HEAD])
    text = decode(content, match[1].decode("ascii", "replace") if match else "")
    text = _XML_DECLARATION.sub("", text).replace("\0", " ").replace("\r\n", "\n").replace("\r", "\n")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree: HtmlElement = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    for element in tree.iter("*"):
        for key, value in element.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                del element.attrib[key]
    return tree


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _names(element: HtmlElement) -> set[str]:
    """Return the words of ELEMENT's class and id."""
    printed = f"{element.get('class', '')[:300]} {element.get('id', '')[:100]}"
    return set(re.split(r"[^a-z]+", printed.lower()))


def _words(element: HtmlElement) -> str:
    return _squeezed(" ".join(map(str, element.itertext())))


def _prune(tree: HtmlElement) -> list[str]:
    """Take furniture out of TREE; return what it said."""
    most = _TOO_MUCH * max(len(_words(tree)), 1)
    left_out = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None or element.tag in _MAIN_NAMES:
            continue
        if element.tag in _FURNITURE or _names(element) & _FURNITURE_NAMES:
            said = _words(element) if element.tag not in {"script", "style", "template"} else ""
            if len(said) <= most:
                left_out.append(said[:_LEFT_OUT])
                element.drop_tree()
    return [said for said in left_out if said]


def _main_blocks(tree: HtmlElement) -> list[str]:
    """Return the paragraphs of the main text, tables row by row."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "20")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    found = trafilatura.bare_extraction(tree, include_comments=False, config=config)
    body = getattr(found, "body", None)
    blocks = list(_blocks(body)) if body is not None else []
    return blocks or list(_paragraphs(tree))


def _blocks(body: etree._Element) -> Iterator[str]:
    for mark in body.iter("lb"):
        mark.text = "\n"
    for element in body.iter("p", "head", "item", "row", "quote", "code", "ab"):
        if any(parent.tag in _WHOLE for parent in element.iterancestors()):
            continue
        if element.tag == "row":
            said = " | ".join(_squeezed(" ".join(map(str, cell.itertext()))) for cell in element)
        else:
            said = "\n".join(filter(None, map(_squeezed, "".join(map(str, element.itertext())).split("\n"))))
        if said:
            yield said


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    """Give the text of TREE by paragraph, for pages that hold no article the extractor can see."""
    for element in tree.iter("p", "h1", "h2", "h3", "li", "tr", "pre", "td", "div", "body"):
        if any(parent.tag in _SMALL for parent in element.iterancestors()):
            continue
        inner = element.tag in _SMALL or not any(child.tag in _SMALL | {"div"} for child in element.iterdescendants())
        if inner and (said := _squeezed((" " if element.tag == "tr" else "").join(map(str, element.itertext())))):
            yield said


def _rest(tree: HtmlElement, blocks: list[str]) -> list[str]:
    """Return the paragraphs of TREE that are not in BLOCKS."""
    kept = _SAME_WORDS.sub(" ", " ".join(blocks))
    return [said[:_LEFT_OUT] for said in _paragraphs(tree) if _SAME_WORDS.sub(" ", said).strip() not in kept]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says of itself.

    Attributes:
        meta: content of its meta elements by lower-case name, the first of each.
        articles: its JSON-LD objects that stand for an article or page, the most telling first.
        heading: its only or first ``h1``.
        window: its ``title``.
        canonical: the address it gives as its own.
    """

    meta: dict[str, str]
    articles: list[dict[str, Any]] = field(default_factory=list)
    heading: str = ""
    window: str = ""
    canonical: str = ""

    @classmethod
    def of(cls, tree: HtmlElement) -> _Page:
        """Gather it from TREE, before anything is taken out."""
        canonical = next(
            (str(link.get("href", "")) for link in tree.iter("link") if link.get("rel") == "canonical"), ""
        )
        return cls(
            meta=_meta(tree),
            articles=_articles(tree),
            heading=next((said for element in tree.iter("h1") if (said := _words(element))), ""),
            window=next((said for element in tree.iter("title") if (said := _words(element))), ""),
            canonical=canonical,
        )

    def title(self) -> str:
        """Return the headline."""
        said = [str(article.get("headline") or "") for article in self.articles]
        said += [self.meta.get(key, "") for key in _TITLE_KEYS]
        site = self.publisher().casefold()
        given = next((line for line in map(_squeezed, said) if line and line.casefold() != site), "")
        return html.unescape(given) or self.heading or _TITLE_SUFFIX.sub("", self.window)

    def publisher(self) -> str:
        """Return the name the page gives its publisher, "" when it gives none but an address."""
        said = [_name_in(article.get("publisher")) for article in self.articles]
        said += [self.meta.get(key, "") for key in _PUBLISHER_KEYS]
        named = (html.unescape(line) for line in map(_squeezed, said) if line)
        return next((line for line in named if "://" not in line and not line.startswith("@")), "")

    def url(self) -> str:
        """Return the address the page gives as its own."""
        said = (self.canonical, self.meta.get("og:url", ""))
        return next((address for address in said if address.startswith(("http://", "https://"))), "")

    def published(self) -> Published | None:
        """Return the first date of publication that the page's metadata states in a form nobody can misread."""
        said = [(str(article.get("datePublished") or ""), "json-ld") for article in self.articles]
        said += [(self.meta.get(key, ""), "meta") for key in _PUBLISHED_KEYS]
        for line, source in said:
            if stamp := read_stamp(line):
                return Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source=source)
        return None


def _meta(tree: HtmlElement) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in list(tree.iter("meta"))[:_MOST_META]:
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        meta.setdefault(str(key).strip().lower()[:80], str(element.get("content") or "")[:1000])
    return meta


def _articles(tree: HtmlElement) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json" and len(element.text or "") <= _MOST_JSON:
            try:
                found += _objects(json.loads(element.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    kinds = [(_kind(item), item) for item in found]
    return [item for kind, item in sorted(kinds, key=lambda pair: pair[0]) if kind < len(_ARTICLE_TYPES)]


def _objects(data: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON holds anything
    """Return every object in DATA, the outer ones first, up to a bound."""
    queue: list[Any] = [data]
    found: list[dict[str, Any]] = []
    while queue and len(found) < _MOST_NODES:
        item = queue.pop(0)
        if isinstance(item, dict):
            found.append(item)
            queue += item.values()
        elif isinstance(item, list):
            queue += item[:_MOST_NODES]
    return found


def _kind(item: dict[str, Any]) -> int:
    """Return how far down the list of article types ITEM's is."""
    types = item.get("@type")
    said = [kind for kind in (types if isinstance(types, list) else [types]) if kind in _ARTICLE_TYPES]
    return min(map(_ARTICLE_TYPES.index, said), default=len(_ARTICLE_TYPES))


def _name_in(said: Any) -> str:  # noqa: ANN401 - JSON holds anything
    if isinstance(said, list):
        said = said[0] if said else None
    if isinstance(said, dict):
        said = said.get("name")
    return said if isinstance(said, str) else ""


def _visible_date(tree: HtmlElement) -> Published | None:
    """Return the date printed above or below the headline, in an element that says it holds one."""
    stamps: dict[dt.date, Stamp] = {}
    for element in tree.iter("time"):
        if stamp := read_stamp(str(element.get("datetime") or "")):
            if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
                return Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source="time")
            stamps.setdefault(stamp[0].date(), stamp)
    if len(stamps) == 1:
        at, day_only = next(iter(stamps.values()))
        return Published(at=at, day_only=day_only, basis=Basis.STATED, source="time")
    return None if stamps else _date_line(tree)


def _date_line(tree: HtmlElement) -> Published | None:
    lines = (
        _words(element)
        for element in tree.iter("span", "div", "p", "time", "small", "li", "em", "td")
        if _names(element) & _DATE_NAMES and len(element) <= _MOST_PARTS
    )
    for line in [line for line in lines if 0 < len(line) <= _LONGEST_DATE_LINE][:_MOST_DATE_LINES]:
        if stamp := read_stamp(line):
            return Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source="byline")
        named = _NAMED_DAY.search(line)
        for part in (named[0], line) if named else (line,):
            if day := _day_in(part):
                return Published(at=day, day_only=True, basis=Basis.STATED, source="byline")
    return None


def _day_in(line: str) -> dt.datetime | None:
    """Read LINE with htmldate, and believe it only where day and year stand in LINE and their order is no guess."""
    said = find_date(f"<html><body><p class='date'>{html.escape(line)}</p></body></html>", original_date=True)
    if said is None:
        return None
    day = dt.datetime.strptime(said, "%Y-%m-%d")  # noqa: DTZ007 - a day has no zone; the step places it
    either = _EITHER_ORDER.search(line)
    if either and either[1] != either[2]:
        return None
    numbers = {int(number) for number in re.findall(r"\d{1,4}", line)}
    return day if {day.day, day.year} <= numbers else None


def _dated_address(url: str) -> Published | None:
    """Infer the day from an address such as ``…/2016/05/08/…``."""
    match = _URL_DAY.search(url)
    stamp = read_stamp("-".join(match.groups())) if match else None
    return Published(at=stamp[0], day_only=True, basis=Basis.INFERRED, source="url") if stamp else None
