from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Iterator

import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends import bounded
from tregua.backends.bounded import Bounded
from tregua.backends.read_html import HtmlReader
from tregua.backends.read_records import RecordReader
from tregua.backends.read_text import TextReader
from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence


class Misbehaving:
    """Does in the other process what the text of its item says."""

    @property
    def name(self) -> str:
        return "misbehaving-1"

    def reads(self, evidence: Evidence) -> bool:
        return evidence.media_type == "test/deed"

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        deed = evidence.content.decode()
        if deed == "hang":
            time.sleep(60)
        while deed == "spin":
            pass
        if deed == "eat":
            _eat()
        if deed == "die":
            os._exit(3)
        if deed == "print":
            sys.stdout.write("noise")
            sys.stdout.flush()
            sys.stderr.write("noise")
        if deed == "babble":
            return [Document(id="d", evidence="e", text="x" * (bounded._LARGEST_REPLY + 1))], []
        if deed == "raise":
            raise KeyError("deed")
        return [Document(id=f"d-{os.getpid()}", evidence=evidence.sha256, text=deed, reader=self.name)], []


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(bytes(10_000_000))


def _deed(deed: str) -> Evidence:
    return evidence_of(deed.encode(), "test/deed", f"{deed}.txt")


@pytest.fixture(scope="module")
def reader() -> Iterator[Bounded]:
    made = Bounded([TextReader(), HtmlReader(), RecordReader(HtmlReader()), Misbehaving()], seconds=2, megabytes=768)
    yield made
    made.close()


class TestBounded(ReaderConformance):
    _shared = Bounded([HtmlReader()])

    def open(self) -> Reader:
        return self._shared

    def good(self) -> Evidence:
        return evidence_of(b"<html><body><p>Six breaches were counted.</p></body></html>", "text/html", "page.html")

    def check(self, document: Document, evidence: Evidence) -> None:
        assert document.text == "Six breaches were counted."
        assert document.reader == "html-1"
        assert document.evidence == evidence.sha256


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b'{"text": "Six \\ud800 breaches", "published": "2016-05-08T21:20:00+03:00"}', "application/json"),
        (b'{"text": "Six", "published": "2016-05-08"}', "application/json"),
        (b'{"text": "Six", "published": "soon"}', "application/json"),
        ("Шесть нарушений".encode(), "text/plain"),
    ],
)
def test_what_comes_back_is_what_the_reader_gave(reader: Bounded, content: bytes, media_type: str) -> None:
    evidence = evidence_of(content, media_type, "item")
    inner: Reader = RecordReader(HtmlReader()) if media_type == "application/json" else TextReader()
    assert reader.read(evidence) == inner.read(evidence)


def test_the_process_is_kept_between_items(reader: Bounded) -> None:
    first, second = (reader.read(_deed(deed))[0][0] for deed in ("one", "two"))
    assert first.id == second.id != f"d-{os.getpid()}"


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("spin", "reading it took longer than 2 seconds of work and was given up"),
        ("eat", "reading it took more than 768 MB of memory and was given up"),
        ("raise", "the reader failed on it: KeyError: 'deed'"),
        ("die", "the reader failed on it: it ended with 3"),
    ],
)
def test_an_item_that_harms_is_given_up_and_the_next_is_read(reader: Bounded, deed: str, said: str) -> None:
    documents, problems = reader.read(_deed(deed))
    assert documents == []
    assert problems == [Problem(where=f"{deed}.txt", message=said, hint="put in its text as a .txt file", step="read")]
    assert reader.read(_deed("well"))[0][0].text == "well"


def test_an_item_that_waits_for_ever_is_given_up_by_the_clock() -> None:
    reader = Bounded([Misbehaving()], patience=3)
    documents, (problem,) = reader.read(_deed("hang"))
    assert documents == []
    assert problem.message == "reading it gave no answer in 3 seconds and was given up"


def test_what_a_library_prints_does_no_harm(reader: Bounded) -> None:
    assert reader.read(_deed("print"))[0][0].text == "print"


def test_a_reply_larger_than_any_item_is_not_taken(reader: Bounded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_LARGEST_REPLY", 10)
    reader.close()
    assert reader.read(_deed("well"))[0] == []
    monkeypatch.undo()
    assert reader.read(_deed("well"))[0][0].text == "well"


def test_a_pool_can_take_it_along(reader: Bounded) -> None:
    with_it = pickle.loads(pickle.dumps(reader))  # noqa: S301 - our own
    assert with_it.read(_deed("well"))[0][0].id != reader.read(_deed("well"))[0][0].id
    with_it.close()
    with_it.close()


def test_takes_what_one_of_its_readers_takes(reader: Bounded) -> None:
    assert reader.reads(_deed("x"))
    assert not reader.reads(evidence_of(b"x", "image/png"))
