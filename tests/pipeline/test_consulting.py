from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from tregua.backends.ledger import Ledger
from tregua.errors import TreguaError
from tregua.pipeline.consulting import Asking, answers_in, ask_about, is_answer, key_of
from tregua.ports import Annotation, Clock
from tregua.records.document import Document, Evidence


@dataclass
class Fake:
    """Answers about texts that do not say ``fail``; counts how often it is asked."""

    name: str = "model:fake"
    settings: str = "a"
    role: Literal["claims"] = "claims"
    asked: list[str] = field(default_factory=list)

    def annotate(self, document: Document) -> Annotation:
        self.asked.append(document.id)
        if "fail" in document.text:
            raise TreguaError("no answer")
        return Annotation(annotator=self.name, role=self.role, answer=f"about {document.text}")


def documents(*texts: str) -> dict[str, Document]:
    return {f"d-{n}": Document(id=f"d-{n}", evidence="0" * 64, text=text) for n, text in enumerate(texts)}


def test_an_answer_is_kept_and_not_asked_for_again(ledger: Ledger, noon: Clock) -> None:
    fake, held = Fake(), documents("one", "two")
    assert [ask_about(Asking([fake]), held, ledger, noon) for _ in range(2)] == [2, 0]
    assert fake.asked == ["d-0", "d-1"]
    answers = answers_in(ledger.evidence())
    assert answers[key_of(fake, held["d-1"])] == Annotation(annotator="model:fake", role="claims", answer="about two")
    assert all(is_answer(item) for item in ledger.evidence())
    assert ledger.verify() == []


def test_the_same_text_is_asked_about_once(ledger: Ledger, noon: Clock) -> None:
    fake = Fake()
    assert ask_about(Asking([fake]), documents("one", "one"), ledger, noon) == 1


def test_other_settings_another_text_and_another_day_ask_again() -> None:
    one = documents("one")["d-0"]
    keys = {
        key_of(Fake(), one),
        key_of(Fake(settings="b"), one),
        key_of(Fake(name="model:other"), one),
        key_of(Fake(), documents("two")["d-0"]),
    }
    assert len(keys) == 4


def test_a_document_without_an_answer_is_a_problem_and_asked_again_next_time(ledger: Ledger, noon: Clock) -> None:
    fake = Fake()
    for times in (1, 2):
        asking = Asking([fake])
        ask_about(asking, documents("fail", "two"), ledger, noon)
        assert [(problem.where, problem.message, problem.step) for problem in asking.problems] == [
            ("d-0", "no answer", "annotate")
        ]
        assert fake.asked.count("d-0") == times
    assert len(answers_in(ledger.evidence())) == 1


def test_who_fails_three_times_in_a_row_is_asked_no_more(ledger: Ledger, noon: Clock) -> None:
    fake = Fake()
    asking = Asking([fake])
    ask_about(asking, documents("fail", "fail too", "fine", *(f"fail {n}" for n in range(9)), "late"), ledger, noon)
    assert len(fake.asked) == 6
    assert "not asked any more" in asking.problems[-1].message
    assert Asking([fake]).all_about(documents("fine")["d-0"])


def test_an_item_from_outside_is_never_an_answer(noon: Clock) -> None:
    def item(name: str, media_type: str) -> Evidence:
        digest = hashlib.sha256(b"{}").hexdigest()
        return Evidence(sha256=digest, content=b"{}", name=name, media_type=media_type, retrieved=noon.now())

    ours = "application/vnd.tregua.annotation+json"
    assert not is_answer(item("https://example.org/answer", ours))
    assert not is_answer(item("annotator:0", "application/json"))
    assert answers_in([item("https://example.org/answer", ours)]) == {}
