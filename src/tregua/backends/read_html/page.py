"""What a page says of itself in its head: meta elements, JSON-LD, title."""

# ruff: noqa: RUF001 - dashes of several kinds are meant
from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from tregua.backends.read_html.words import squeezed, words
from tregua.records.document import Published
from tregua.vocabulary.stamps import read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["Page"]

_MOST_META = 500
_MOST_JSON = 500_000
_MOST_NODES = 2_000
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
_TITLE_SUFFIX = re.compile(r"\s+[|·•»–—-]\s+[^|·•»–—]{2,60}$")


@dataclass(frozen=True, slots=True)
class Page:
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
    def of(cls, tree: HtmlElement) -> Page:
        """Gather it from TREE, before anything is taken out."""
        canonical = next(
            (str(link.get("href", "")) for link in tree.iter("link") if link.get("rel") == "canonical"), ""
        )
        return cls(
            meta=_meta(tree),
            articles=_articles(tree),
            heading=next((said for element in tree.iter("h1") if (said := words(element))), ""),
            window=next((said for element in tree.iter("title") if (said := words(element))), ""),
            canonical=canonical,
        )

    def title(self) -> str:
        """Return the headline."""
        said = [str(article.get("headline") or "") for article in self.articles]
        said += [self.meta.get(key, "") for key in _TITLE_KEYS]
        site = self.publisher().casefold()
        given = next((line for line in map(squeezed, said) if line and line.casefold() != site), "")
        return html.unescape(given) or self.heading or _TITLE_SUFFIX.sub("", self.window)

    def publisher(self) -> str:
        """Return the name the page gives its publisher, "" when it gives none but an address."""
        said = [_name_in(article.get("publisher")) for article in self.articles]
        said += [self.meta.get(key, "") for key in _PUBLISHER_KEYS]
        named = (html.unescape(line) for line in map(squeezed, said) if line)
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
