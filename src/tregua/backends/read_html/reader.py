"""The reader of pages: bytes to a tree, the tree to a document."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from tregua.backends.read_html.body import main_blocks, prune, rest
from tregua.backends.read_html.dates import dated_address, visible_date
from tregua.backends.read_html.layout import straighten
from tregua.backends.read_html.page import Page
from tregua.errors import Problem
from tregua.records.document import Document, Evidence
from tregua.vocabulary.encoding import decode, is_binary

__all__ = ["HtmlReader"]

_MEDIA = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_HEAD = 4_096
_MOST_ELEMENTS = 30_000
_LONGEST_ATTRIBUTE = 4_000
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for all elements: lxml.html asks a function of Python for each, and what it adds for forms is not used."""
_BROKEN = (etree.LxmlError, ValueError, TypeError, AssertionError, KeyError, IndexError, AttributeError, RecursionError)
"""What lxml, trafilatura and htmldate are known to raise on broken pages."""


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
            if tree.xpath("count(//*)") > _MOST_ELEMENTS:
                said = f"this page has more than {_MOST_ELEMENTS} elements, more than any article"
                return [], [_problem(evidence, said, "put in its text as a .txt file")]
            return [self._read(evidence, tree)], []
        except _BROKEN as error:
            return [], [_problem(evidence, f"this page is too broken to read: {type(error).__name__}")]

    def _read(self, evidence: Evidence, tree: HtmlElement) -> Document:
        page = Page.of(tree)
        left_out = prune(tree)
        straighten(tree)
        blocks = main_blocks(tree)
        left_out += rest(tree, blocks)
        url = page.url() or evidence.url
        return Document(
            id=f"d-{evidence.sha256[:12]}",
            evidence=evidence.sha256,
            url=url,
            title=page.title(),
            publisher=page.publisher(),
            published=page.published() or visible_date(tree) or dated_address(url),
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
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    tree: HtmlElement = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    for value in tree.xpath(f"//@*[string-length() > {_LONGEST_ATTRIBUTE}]"):
        del value.getparent().attrib[value.attrname]
    return tree
