from __future__ import annotations

import pytest

from tregua.steps.read import sniff
from tregua.steps.read.language import tell_language
from tregua.steps.read.media import DOCX


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("a.html", b"words", "text/html"),
        ("a", b"<!DOCTYPE html><html>", "text/html"),
        ("a.txt", b"\xef\xbb\xbf <p>words</p>", "text/html"),
        ("a", "<html>".encode("utf-16"), "text/html"),
        ("a.txt", b"words < html", "text/plain"),
        ("a.md", b"# words", "text/markdown"),
        ("a.md", b"{curly} words", "text/markdown"),
        ("a.txt", b"{curly} words", "text/plain"),
        ("a.pdf", b"no pdf", "application/pdf"),
        ("a.txt", b"\n%PDF-1.7", "application/pdf"),
        ("a.docx", b"PK\x03\x04", DOCX),
        ("a", b"PK\x03\x04......word/document.xml", DOCX),
        ("a.zip", b"PK\x03\x04\0\0\0\0", "application/octet-stream"),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0">', "application/rss+xml"),
        ("a", b'<feed xmlns="http://www.w3.org/2005/Atom">', "application/atom+xml"),
        ("a", b"<rdf:RDF xmlns='x'>", "application/rss+xml"),
        ("a.rss", b"", "application/rss+xml"),
        ("a.jsonl:17", b"broken", "application/json"),
        ("a.ndjson", b"x", "application/json"),
        ("a.json", b"[1]", "application/json"),
        ("-", b' {"text": "x"}', "application/json"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "application/octet-stream"),
        ("a.csv", b"one,two", "text/plain"),
        ("folder\\a.html", b"x", "text/html"),
        ("", b"", "text/plain"),
    ],
)
def test_kinds(name: str, head: bytes, media_type: str) -> None:
    assert sniff(name, head) == media_type


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The centre counted six breaches of the truce within a day.", "en"),
        ("أعلن المركز تسجيل ستة خروقات لوقف إطلاق النار خلال يوم واحد.", "ar"),
        ("Штаб повідомив про шість порушень припинення вогню протягом доби.", "uk"),
        ("Six", ""),
        ("12345 67890 !!", ""),
        ("Zzxq vbnk qwrt plkj mnbv xzcv hgfd qazw", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert tell_language(text) == language
