"""Reads plain text and Markdown."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tregua.errors import Problem
from tregua.records.document import Document, Evidence
from tregua.vocabulary.encoding import decode, is_binary

__all__ = ["MarkdownReader", "TextReader"]

_LONGEST_MARKDOWN = 2_000_000
_FENCES = ("---\n", "+++\n")
_DEEPEST = 20


class TextReader:
    """Reads plain text in whatever encoding it is."""

    @property
    def name(self) -> str:
        """Return ``text-1``."""
        return "text-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take plain text."""
        return evidence.media_type == "text/plain"

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        """Return the text as one document; headers on top of it are left for the step."""
        if is_binary(evidence.content):
            return [], [_binary(evidence)]
        text = _lines(decode(evidence.content))
        return [_document(evidence, text, self.name)], []


class MarkdownReader:
    """Reads Markdown: the words without the marks."""

    @property
    def name(self) -> str:
        """Return ``markdown-1``."""
        return "markdown-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take Markdown."""
        return evidence.media_type == "text/markdown"

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        """Return the words as one document; front matter is kept as header lines."""
        if is_binary(evidence.content):
            return [], [_binary(evidence)]
        source = _lines(decode(evidence.content))
        if len(source) > _LONGEST_MARKDOWN:
            return [_document(evidence, source, self.name)], []
        front, body = _split_front(source)
        blocks = _blocks(MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(body))
        return [_document(evidence, "\n\n".join([front, *blocks]), self.name)], []


def _binary(evidence: Evidence) -> Problem:
    hint = "put in the text itself, or the file under its right name"
    return Problem(where=evidence.name, message="this is binary, not text", hint=hint, step="read")


def _document(evidence: Evidence, text: str, reader: str) -> Document:
    return Document(
        id=f"d-{evidence.sha256[:12]}", evidence=evidence.sha256, url=evidence.url, text=text, reader=reader
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split_front(source: str) -> tuple[str, str]:
    """Part the front matter, ``---`` to ``---`` on top, from the body; "" when there is none."""
    if source.startswith(_FENCES):
        end = source.find("\n" + source[:3], 3)
        if end > 0:
            return source[4:end], source[end + 4 :]
    return "", source


def _blocks(tokens: list[Token]) -> list[str]:
    """Return the words of each block: paragraphs, headings, list items, code, rows of tables."""
    blocks: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            blocks.append(" | ".join(row))
            row = None
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content.rstrip())
        elif token.type == "inline":
            words = "".join(map(_words, token.children or []))
            (blocks if row is None else row).append(words)
    return blocks


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " " if token.type == "softbreak" else "\n"
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""
