"""What every :class:`tregua.ports.Reader` does.

A backend's test module subclasses :class:`ReaderConformance`, names the subclass ``Test…``, and gives the reader and
a good item of its format. Everything here holds for every format: ids, evidence, located problems, and that no bytes
whatever make a reader raise.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import re
from abc import ABC, abstractmethod
from dataclasses import replace

from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence
from tregua.vocabulary.stances import Basis

__all__ = ["RETRIEVED", "ReaderConformance", "evidence_of"]

RETRIEVED = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)
_SEED = 20160508


def evidence_of(content: bytes, media_type: str, name: str = "item", url: str = "") -> Evidence:
    digest = hashlib.sha256(content).hexdigest()
    return Evidence(sha256=digest, content=content, name=name, media_type=media_type, url=url, retrieved=RETRIEVED)


class ReaderConformance(ABC):
    """The suite; ``open`` and ``good`` are the backend's."""

    @abstractmethod
    def open(self) -> Reader:
        """Return the reader."""

    @abstractmethod
    def good(self) -> Evidence:
        """Return an item of its format that holds at least one readable document."""

    def test_has_a_stable_versioned_name(self) -> None:
        assert re.fullmatch(r"[a-z]+-\d+", self.open().name)
        assert self.open().name == self.open().name

    def test_takes_its_own_format_only(self) -> None:
        assert self.open().reads(self.good())
        assert not self.open().reads(replace(self.good(), media_type="application/octet-stream"))

    def test_reads_a_good_item_without_a_problem(self) -> None:
        documents, problems = self.open().read(self.good())
        assert documents
        assert problems == []
        for document in documents:
            self.check(document, self.good())

    def check(self, document: Document, evidence: Evidence) -> None:
        assert document.id
        assert document.evidence == evidence.sha256
        assert document.text.strip()
        assert document.reader.startswith(self.open().name)
        if document.published is not None:
            assert document.published.basis in {Basis.STATED, Basis.INFERRED}
            assert document.published.source
            assert document.published.at.date() != evidence.retrieved.date()

    def test_ids_are_unique_within_an_item(self) -> None:
        documents, _ = self.open().read(self.good())
        assert len({document.id for document in documents}) == len(documents)

    def test_reads_the_same_bytes_the_same_way(self) -> None:
        assert self.open().read(self.good()) == self.open().read(self.good())

    def test_no_bytes_make_it_raise(self) -> None:
        good = self.good()
        for content in _damaged(good.content):
            documents, problems = self.open().read(replace(good, content=content))
            assert all(isinstance(document, Document) for document in documents)
            for problem in problems:
                self.check_problem(problem, good)

    def check_problem(self, problem: Problem, evidence: Evidence) -> None:
        assert problem.where
        assert evidence.name.startswith(problem.where)
        assert problem.message
        assert problem.step == "read"
        assert problem.line is None or problem.line >= 1

    def test_says_so_when_it_finds_nothing(self) -> None:
        for content in (b"\0\1\2\3" * 64, b"\xff\xfe" + b"\xd8\x00" * 20):
            documents, problems = self.open().read(replace(self.good(), content=content))
            assert documents or problems


def _damaged(content: bytes) -> list[bytes]:
    """Return CONTENT cut, torn, doubled and with bytes altered, always the same way."""
    chance = random.Random(_SEED)  # noqa: S311 - damage, not secrets
    damaged = [b"", b" ", content[: len(content) // 2], content[len(content) // 2 :], content + content, content[::-1]]
    for _ in range(12):
        torn = bytearray(content)
        for _ in range(max(len(torn) // 40, 1)):
            torn[chance.randrange(len(torn))] = chance.randrange(256)
        damaged.append(bytes(torn))
    damaged += [content[: chance.randrange(1, len(content))] for _ in range(6)]
    damaged += [content.replace(b"<", b"<<"), content.replace(b">", b""), content.replace(b'"', b"'")]
    return damaged
