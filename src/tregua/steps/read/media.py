"""What kind of file some bytes are."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from tregua.vocabulary.encoding import is_binary

__all__ = ["DOCX", "sniff"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of Word files."""

_BY_SUFFIX = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
}
_HEAD = 4_096
_FEED = re.compile(rb"<(?:\w{1,10}:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
_FEEDS = {b"rss": "application/rss+xml", b"rdf": "application/rss+xml", b"feed": "application/atom+xml"}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|table)[\s>/]", re.IGNORECASE)
_RECORD_LINE = re.compile(r"\.(?:jsonl|ndjson)(?::\d+)?$", re.IGNORECASE)


def sniff(name: str, head: bytes) -> str:
    """Return the media type of the item NAME whose first bytes are HEAD (4 KB are enough).

    What the bytes are for certain outweighs what the name says: a page saved as ``.txt`` is a page.
    ``application/octet-stream`` means that nothing here can read it.
    """
    plain = head[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if _RECORD_LINE.search(name) or (plain[:1] == b"{" and not name.lower().endswith((".txt", ".md"))):
        return "application/json"
    return _markup(plain) or _named(name, head)


def _markup(plain: bytes) -> str:
    if feed := _FEED.search(plain):
        return _FEEDS[feed[1].lower()]
    return "text/html" if plain[:1] == b"<" and _HTML.search(plain) else ""


def _named(name: str, head: bytes) -> str:
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head):
        return DOCX
    return "application/octet-stream" if is_binary(head) else "text/plain"
