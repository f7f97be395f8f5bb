"""Ask annotators, and keep what they answer as evidence, so that nothing derived depends on asking again.

A model does not give the same answer twice. What it answered once about a text is put into the ledger, under a key of
the annotator's settings and the text; deriving takes answers from there alone and never asks. A document without an
answer is read by the grammar alone, and that is a problem that says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tregua.errors import Problem, TreguaError
from tregua.pipeline.codec import decode, digest, encode
from tregua.ports import Annotation, Annotator, Clock, Store
from tregua.records.document import Document, Evidence

__all__ = ["Asking", "answers_in", "ask_about", "is_answer", "key_of"]

_MEDIA_TYPE = "application/vnd.tregua.annotation+json"
_PREFIX = "annotator:"
_MOST_FAILURES = 3


def is_answer(item: Evidence) -> bool:
    """Tell whether ITEM is an annotator's answer; nothing that comes from outside has such a name and type."""
    return item.media_type == _MEDIA_TYPE and item.name.startswith(_PREFIX)


def key_of(annotator: Annotator, document: Document) -> str:
    """Return the key of what ANNOTATOR answers about DOCUMENT: its settings and all it is shown."""
    published = document.published.at.date().isoformat() if document.published else ""
    return digest(annotator.name, annotator.role, annotator.settings, document.language, published, document.text)


def answers_in(evidence: Iterable[Evidence]) -> dict[str, Annotation]:
    """Return the answers in EVIDENCE by key, the first of each."""
    found: dict[str, Annotation] = {}
    for item in evidence:
        if is_answer(item):
            payload = json.loads(item.content)["annotation"]
            found.setdefault(item.name.removeprefix(_PREFIX), decode(Annotation, json.dumps(payload)))
    return found


@dataclass(slots=True)
class Asking:
    """Asks annotators one document after another, and gives one up that fails several times in a row.

    Attributes:
        annotators: whom to ask.
        problems: what could not be had, and why; kept nowhere else, since another try may bring it.
    """

    annotators: Sequence[Annotator]
    problems: list[Problem] = field(default_factory=list)
    _failures: dict[str, int] = field(default_factory=dict)

    def about(self, annotator: Annotator, document: Document) -> Annotation | None:
        """Return the answer of ANNOTATOR about DOCUMENT, None when there is none to be had."""
        failures = self._failures.get(annotator.name, 0)
        if failures >= _MOST_FAILURES:
            return None
        try:
            answer = annotator.annotate(document)
        except TreguaError as error:
            self._failures[annotator.name] = failures + 1
            self.problems.append(_problem(document.id, str(error)))
            if failures + 1 == _MOST_FAILURES:
                said = f"gave no answer {_MOST_FAILURES} times in a row and is not asked any more this time"
                self.problems.append(_problem(annotator.name, said))
            return None
        self._failures[annotator.name] = 0
        return answer

    def all_about(self, document: Document) -> list[Annotation]:
        """Return the answers of all annotators about DOCUMENT."""
        answers = (self.about(annotator, document) for annotator in self.annotators)
        return [answer for answer in answers if answer is not None]


def _problem(where: str, message: str) -> Problem:
    hint = "the grammar reads it alone; the next time that asks for annotators asks again"
    return Problem(where=where, message=message, hint=hint, severity="warning", step="annotate")


def ask_about(asking: Asking, documents: Mapping[str, Document], store: Store, clock: Clock) -> int:
    """Ask about those of DOCUMENTS that STORE has no answer for, put each answer in at once; return how many came."""
    known = set(answers_in(store.evidence()))
    came = 0
    for document in documents.values():
        for annotator in asking.annotators:
            key = key_of(annotator, document)
            answer = None if key in known else asking.about(annotator, document)
            if answer is not None:
                store.add_evidence(_evidence(key, document, answer, clock))
                known.add(key)
                came += 1
    return came


def _evidence(key: str, document: Document, answer: Annotation, clock: Clock) -> Evidence:
    held = {"key": key, "document": document.id, "annotation": json.loads(encode(Annotation, answer))}
    content = json.dumps(held, ensure_ascii=False, sort_keys=True).encode()
    return Evidence(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        name=f"{_PREFIX}{key}",
        media_type=_MEDIA_TYPE,
        retrieved=clock.now(),
    )
