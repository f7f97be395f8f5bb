"""What every :class:`tregua.ports.Store` does.

A backend's test module subclasses :class:`StoreConformance`, names the subclass ``Test…`` and says how to open a
store in a folder; opening the same folder again must give the same store.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

import pytest

from tregua.errors import RefusedError
from tregua.ports import Clock, Derived, Store, TermsFile
from tregua.records.document import Evidence
from tregua.records.judgement import Decision, Judgement

__all__ = ["StoppedClock", "StoreConformance", "evidence", "judgement", "terms"]

_EMPTY_HASH = hashlib.sha256().hexdigest()
_PARIS_SUMMER = dt.timezone(dt.timedelta(hours=2))


class StoppedClock:
    """A clock that always shows the same moment."""

    def __init__(self, moment: dt.datetime = dt.datetime(2016, 5, 7, 9, 30, tzinfo=dt.UTC)) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        return self.moment


def evidence(content: bytes = b"a report", *, name: str = "report.txt", url: str = "") -> Evidence:
    """Return CONTENT as an item that came in."""
    moment = dt.datetime(2016, 5, 7, 12, 0, 0, 123456, tzinfo=_PARIS_SUMMER)
    sha256 = hashlib.sha256(content).hexdigest()
    return Evidence(sha256=sha256, content=content, name=name, media_type="text/plain", url=url, retrieved=moment)


def terms(content: bytes = b"id: x\n", *, path: str = "case.yaml") -> TermsFile:
    """Return CONTENT as a file that rules."""
    moment = dt.datetime(2016, 5, 7, 12, 0, tzinfo=dt.UTC)
    return TermsFile(path=path, sha256=hashlib.sha256(content).hexdigest(), content=content, recorded=moment)


def judgement(why: str = "two witnesses", *, subjects: tuple[str, ...] = ("i-1",)) -> Judgement:
    """Return a decision with the reason WHY: a correction of one record, a merging of several."""
    one = len(subjects) == 1
    moment = dt.datetime(2016, 5, 8, 23, 59, 59, 999999, tzinfo=dt.UTC)
    return Judgement(
        decision=Decision.CORRECT if one else Decision.MERGE, subjects=subjects, slot="place" if one else "",
        value="Хан-Тумен" if one else "", why=why, who="A. B.", when=moment,
    )  # fmt: skip


def row(key: str, payload: str = "{}", *, inputs: str = "0", stage: str = "claims") -> Derived:
    """Return a derived row."""
    return Derived(stage=stage, key=key, inputs=inputs, payload=payload)


class StoreConformance(ABC):
    """The suite."""

    @abstractmethod
    def open(self, folder: Path, clock: Clock) -> Store:
        """Open the store in FOLDER, making it when there is none."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        opened = self.open(tmp_path, StoppedClock())
        yield opened
        opened.close()

    def reopened(self, store: Store, folder: Path) -> Store:
        store.close()
        return self.open(folder, StoppedClock())

    def test_a_new_store_is_empty_and_whole(self, store: Store) -> None:
        assert list(store.evidence()) == []
        assert list(store.terms()) == []
        assert list(store.judgements()) == []
        assert store.verify() == []
        status = store.status()
        assert (status.evidence, status.terms, status.judgements) == (0, 0, 0)
        assert status.head
        assert store.content_hash() == _EMPTY_HASH

    def test_evidence_comes_back_as_it_went_in_and_in_order(self, store: Store, tmp_path: Path) -> None:
        items = [
            evidence(b"\x00\xff\xfe any bytes", name="b.bin"),
            evidence(b"", name="empty"),
            evidence("تقرير".encode(), name="تقرير.html", url="https://example.org/?q=\u202e"),
            evidence(b"x" * 3_000_000, name="a long one"),
        ]
        assert [store.add_evidence(item) for item in items] == [True] * 4
        again = self.reopened(store, tmp_path)
        assert list(again.evidence()) == items
        assert again.verify() == []
        again.close()

    def test_the_same_bytes_are_kept_once(self, store: Store) -> None:
        assert store.add_evidence(evidence(name="first"))
        head = store.status().head
        assert not store.add_evidence(evidence(name="second"))
        assert [item.name for item in store.evidence()] == ["first"]
        assert store.status().head == head

    def test_a_digest_that_is_not_the_contents_is_a_mistake(self, store: Store) -> None:
        wrong = Evidence(
            sha256="0" * 64, content=b"x", name="n", media_type="text/plain", retrieved=StoppedClock().now()
        )
        with pytest.raises(ValueError, match="not the SHA-256"):
            store.add_evidence(wrong)
        assert store.status().evidence == 0

    def test_a_moment_without_a_zone_is_a_mistake(self, store: Store) -> None:
        naive = Judgement(
            decision=Decision.DROP,
            subjects=("d-1",),
            why="w",
            who="A",
            when=dt.datetime(2016, 5, 7),  # noqa: DTZ001
        )
        with pytest.raises(ValueError, match="zone"):
            store.add_judgement(naive)

    def test_a_name_that_is_not_unicode_is_refused(self, store: Store) -> None:
        with pytest.raises(RefusedError, match="not Unicode"):
            store.add_evidence(evidence(name="r\udce9sum\udce9.txt"))
        assert store.verify() == []

    def test_terms_keep_every_version_of_a_path(self, store: Store) -> None:
        versions = [terms(b"1"), terms(b"2"), terms(b"1"), terms(b"1", path="other.yaml")]
        assert [store.add_terms(version) for version in versions] == [True] * 4
        assert not store.add_terms(terms(b"1"))
        assert list(store.terms()) == versions

    def test_judgements_are_numbered_and_come_back(self, store: Store, tmp_path: Path) -> None:
        first, second = judgement("first", subjects=("c-1", 'c-"2"', "ш")), judgement("second")
        assert store.add_judgement(first) == "j-1"
        store.add_evidence(evidence())
        assert store.add_judgement(second) == "j-2"
        again = self.reopened(store, tmp_path)
        assert list(again.judgements()) == [("j-1", first), ("j-2", second)]
        assert again.add_judgement(second) == "j-3"
        again.close()

    def test_status_counts_and_the_head_moves_with_every_entry(self, store: Store) -> None:
        heads = [store.status().head]
        for append in (
            lambda: store.add_evidence(evidence()),
            lambda: store.add_terms(terms()),
            lambda: store.add_judgement(judgement()),
        ):
            append()
            heads.append(store.status().head)
        assert len(set(heads)) == 4
        status = store.status()
        assert (status.evidence, status.terms, status.judgements) == (1, 1, 1)

    def test_the_head_depends_on_the_order(self, tmp_path: Path) -> None:
        heads = set()
        for name, items in (("ab", (b"a", b"b")), ("ba", (b"b", b"a")), ("again", (b"a", b"b"))):
            (tmp_path / name).mkdir()
            store = self.open(tmp_path / name, StoppedClock())
            for item in items:
                store.add_evidence(evidence(item))
            heads.add(store.status().head)
            store.close()
        assert len(heads) == 2

    def test_appending_while_reading(self, store: Store) -> None:
        for content in (b"1", b"2"):
            store.add_evidence(evidence(content))
        seen = []
        for item in store.evidence():
            seen.append(item.content)
            store.add_evidence(evidence(item.content + b"more"))
        assert seen[:2] == [b"1", b"2"]
        assert store.status().evidence >= 4

    def test_derived_rows_are_replaced_as_a_whole_stage(self, store: Store, tmp_path: Path) -> None:
        store.replace_derived("claims", [row("b"), row("a", '{"x":"é"}')])
        store.replace_derived("documents", [row("a", stage="documents")])
        store.replace_derived("claims", iter([row("a", '{"x":2}'), row("c")]))
        again = self.reopened(store, tmp_path)
        assert again.derived("claims") == {"a": row("a", '{"x":2}'), "c": row("c")}
        assert again.derived("documents") == {"a": row("a", stage="documents")}
        assert again.derived("unheard of") == {}
        again.drop_derived()
        assert again.derived("claims") == {}
        assert again.content_hash() == _EMPTY_HASH
        again.close()

    def test_a_failed_replacement_changes_nothing(self, store: Store) -> None:
        store.replace_derived("claims", [row("a")])
        with pytest.raises(ValueError, match="twice"):
            store.replace_derived("claims", [row("b"), row("b", "[]")])
        with pytest.raises(ValueError, match="not claims"):
            store.replace_derived("claims", [row("c", stage="documents")])
        assert store.derived("claims") == {"a": row("a")}

    def test_the_content_hash_is_of_stage_key_and_payload_only(self, store: Store) -> None:
        def after(*rows: Derived) -> str:
            store.drop_derived()
            for stage in ("claims", "documents"):
                store.replace_derived(stage, [one for one in rows if one.stage == stage])
            return store.content_hash()

        base = after(row("a", "1"), row("b", "2"))
        assert after(row("b", "2"), row("a", "1")) == base
        assert after(row("a", "1", inputs="changed"), row("b", "2")) == base
        others = {
            after(row("a", "1")),
            after(row("a", "1"), row("b", "3")),
            after(row("a", "1"), row("c", "2")),
            after(row("a", "1"), row("b", "2", stage="documents")),
            after(row("a", "1b2")),
        }
        assert len(others) == 5
        assert base not in others

    def test_derived_rows_leave_the_chain_alone(self, store: Store) -> None:
        store.add_evidence(evidence())
        head = store.status().head
        store.replace_derived("claims", [row("a")])
        store.drop_derived()
        assert store.status().head == head
        assert store.verify() == []
