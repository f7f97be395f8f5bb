"""The sentence: read, extract, resolve, link, assess, reconcile, measure; each step once, in this order.

Steps that look at one document are kept document by document; steps that look at the whole case are made anew
when anything they use has changed. What each step gets is what was stored, so that a run from the shelf and a
run from nothing see the same values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from tregua.errors import Problem
from tregua.pipeline.codec import digest, encode
from tregua.pipeline.consulting import Asking, answers_in, ask_about, is_answer, key_of
from tregua.pipeline.documents import LATER, dated, known_documents
from tregua.pipeline.recalling import recall, remember
from tregua.pipeline.shelf import Progress, Shelf, silent
from tregua.pipeline.succession import note_changes, noted
from tregua.ports import Annotation, Annotator, Clock, Reader, Registries, Spread, Statistics, Store
from tregua.records.claim import Claim
from tregua.records.document import Document, Evidence
from tregua.records.finding import Finding
from tregua.records.incident import Incident, Testimony
from tregua.records.indicator import Indicator
from tregua.records.judgement import Judgement, identified, standing
from tregua.records.reconciliation import Reconciliation
from tregua.steps.assess import assess
from tregua.steps.extract import Context, LanguagePack, extract, load_pack
from tregua.steps.extract.agreement import Agreement, compare
from tregua.steps.link import Linked, Linker, in_turn
from tregua.steps.measure import Sides, measure
from tregua.steps.publish.book import Book
from tregua.steps.read import correct_documents, read
from tregua.steps.reconcile import reconcile
from tregua.steps.resolve import resolve, touching
from tregua.steps.resolve.choice import Decided
from tregua.terms.case import CaseFile
from tregua.terms.truce import Truce

__all__ = ["LATER", "Outcome", "Setup", "consult", "derive", "read_evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """All that a run needs, chosen by the wiring.

    Attributes:
        case: the case's own settings.
        truces: the truces in force, nationwide before local.
        registries: actors, places and sources.
        readers: one a format, in the order they are asked.
        store: the ledger.
        code: digest of the program and its language packs; a new version derives anew.
        terms: digest of truces and registries.
        statistics: what intervals are made with.
        annotators: second readers, whose answers in the ledger are used; none unless the case names them.
        spread: does the same work on many parts, here or in several processes.
    """

    case: CaseFile
    truces: tuple[Truce, ...]
    registries: Registries
    readers: Sequence[Reader]
    store: Store
    code: str
    terms: str
    statistics: Statistics
    annotators: Sequence[Annotator] = ()
    spread: Spread = in_turn

    @property
    def zone(self) -> ZoneInfo:
        """Return the case's time zone."""
        return ZoneInfo(self.case.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one evidence item gave."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The claims of one document."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run gave.

    Attributes:
        book: every record, for reports, exports and explanations.
        content_hash: one hash over all derived rows.
        made: steps that had to derive something, with how many records each; empty when all was up to date.
        agreement: how far the grammar and a second reader that proposes claims agree, None when there is none.
    """

    book: Book
    content_hash: str
    made: Mapping[str, int]
    agreement: Agreement | None = None


def derive(setup: Setup, *, as_of: dt.datetime | None = None, progress: Progress = silent) -> Outcome:
    """Derive everything that is not up to date, and return all of it.

    Args:
        setup: the case.
        as_of: leave out what was not known at this moment: documents published later (of unknown date: put in
            later), judgements made later, terms declared later. Nothing is written then.
        progress: told of every step.
    """
    shelf = Shelf(store=setup.store, progress=progress, keep=as_of is None, made={})
    judgements = [(key, item) for key, item in setup.store.judgements() if as_of is None or item.when <= as_of]
    held = standing(judgements)
    by_people = identified(held)
    readings, documents, unfit = _documents(setup, shelf, held, as_of)
    answers = answers_in(setup.store.evidence()) if setup.annotators else {}
    extracted = shelf.each(
        "extracted", Statements, documents, _document_inputs(setup, answers), _extractor(setup, answers)
    )
    resolved = shelf.each(
        "claims",
        Statements,
        {key: (documents[key], part) for key, part in extracted.items()},
        _resolved_inputs(setup, by_people),
        lambda pair: _resolve(setup, by_people, *pair),
    )
    parts: tuple[Reading | Statements, ...] = (*readings.values(), *extracted.values(), *resolved.values())
    doubts = [*unfit, *(problem for part in parts for problem in part.problems)]
    arrived = {document.id: document for reading in readings.values() for document in reading.documents}
    outcome = _case_wide(setup, shelf, as_of, _Known(documents=documents, arrived=tuple(arrived),
                                                     claims=_claims(resolved), judgements=tuple(judgements),
                                                     problems=tuple(doubts)))  # fmt: skip
    return replace(outcome, agreement=_agreement(setup, answers, documents, resolved, extracted))


def consult(setup: Setup, clock: Clock, progress: Progress = silent) -> tuple[int, list[Problem]]:
    """Ask the annotators of SETUP about every document that the ledger holds no answer for; put the answers in.

    Returns:
        How many answers came, and what could not be had; the latter is kept nowhere.
    """
    shelf = Shelf(store=setup.store, progress=progress, keep=True, made={})
    _, documents, _ = _documents(setup, shelf, standing(list(setup.store.judgements())), None)
    read = {key: each for key, each in documents.items() if _language(setup, each) in setup.case.languages}
    asking = Asking(setup.annotators)
    return ask_about(asking, read, setup.store, clock), asking.problems


def _documents(
    setup: Setup, shelf: Shelf, judgements: Sequence[tuple[str, Judgement]], as_of: dt.datetime | None
) -> tuple[dict[str, Reading], dict[str, Document], list[Problem]]:
    """Return what each evidence item gave, the documents known at AS_OF as JUDGEMENTS correct them, and what is unfit.

    Answers of annotators are no documents.
    """
    evidence = {item.sha256: item for item in setup.store.evidence() if not is_answer(item)}
    readings = shelf.each(
        "documents", Reading, evidence, lambda e: digest(e.sha256, e.name, setup.code, setup.terms), _reader(setup)
    )
    read_out = [document for reading in readings.values() for document in reading.documents]
    corrected, problems = correct_documents(read_out, judgements, setup.registries.sources, setup.zone)
    put_in = {sha256: item.retrieved for sha256, item in evidence.items()}
    return readings, known_documents(corrected, put_in, judgements, as_of), problems


def _agreement(
    setup: Setup,
    answers: Mapping[str, Annotation],
    documents: Mapping[str, Document],
    resolved: Mapping[str, Statements],
    extracted: Mapping[str, Statements],
) -> Agreement | None:
    if all(annotator.role != "claims" for annotator in setup.annotators):
        return None
    answered = [key for key, each in documents.items()
                if any(answer.role == "claims" for answer in _answers(setup, answers, each))]  # fmt: skip
    claims = [claim for key in answered for claim in resolved[key].claims]
    return compare(len(answered), claims, [problem for key in answered for problem in extracted[key].problems])


def _answers(setup: Setup, answers: Mapping[str, Annotation], document: Document) -> list[Annotation]:
    """Return what the annotators of SETUP answered about DOCUMENT."""
    keys = (key_of(annotator, document) for annotator in setup.annotators)
    return [answers[key] for key in keys if key in answers]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    documents: Mapping[str, Document]
    arrived: tuple[str, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[tuple[str, Judgement], ...]
    problems: tuple[Problem, ...]

    def digest(self, setup: Setup, as_of: dt.datetime | None) -> str:
        return digest(
            setup.code,
            setup.terms,
            str(as_of),
            *(encode(Document, document) for document in self.documents.values()),
            *(encode(Claim, claim) for claim in self.claims),
            *(key + encode(Judgement, judgement) for key, judgement in self.judgements),
        )


def _case_wide(setup: Setup, shelf: Shelf, as_of: dt.datetime | None, known: _Known) -> Outcome:
    kinds = {
        "incidents": Incident,
        "testimonies": Testimony,
        "findings": Finding,
        "reconciliations": Reconciliation,
        "indicators": Indicator,
        "problems": Problem,
    }
    inputs = known.digest(setup, as_of)
    made = shelf.whole("case", kinds, inputs, lambda: _conclude(setup, shelf, as_of, known, inputs))
    content = setup.store.content_hash() if as_of is None else digest(inputs)
    book = Book(
        title=setup.case.title,
        zone=setup.case.zone,
        as_of=as_of,
        made_from=content,
        documents=tuple(known.documents.values()),
        claims=known.claims,
        testimonies=made["testimonies"],
        incidents=made["incidents"],
        findings=made["findings"],
        reconciliations=made["reconciliations"],
        indicators=made["indicators"],
        truces=setup.truces,
        problems=(*known.problems, *made["problems"]),
        places={place.id: place for place in setup.registries.places.all()},
        sources={source.id: source for source in setup.registries.sources.all()},
        judgements=known.judgements,
        successions=noted(setup.store) if as_of is None else (),
    )
    return Outcome(book=book, content_hash=content, made=shelf.made)


def _conclude(
    setup: Setup, shelf: Shelf, as_of: dt.datetime | None, known: _Known, inputs: str
) -> dict[
    str, list[Incident] | list[Testimony] | list[Finding] | list[Reconciliation] | list[Indicator] | list[Problem]
]:
    shelf.progress("link", 0, 1)
    places = {place.id: place for place in setup.registries.places.all()}
    linker = Linker(setup.registries.sources, setup.zone, places, setup.spread)
    linked, link_doubts = _link(setup, shelf, linker, known, inputs)
    if shelf.keep:
        note_changes(setup.store, linked.incidents)
    shelf.progress("assess", 0, 1)
    moment = as_of or LATER
    findings, assess_doubts = assess(linked.incidents, known.claims, setup.truces, setup.registries, moment)
    shelf.progress("reconcile", 0, 1)
    books, book_doubts = reconcile(linked.testimonies, places)
    shelf.progress("measure", 0, 1)
    sides = Sides(setup.truces[0], setup.registries.actors.get) if setup.truces else None
    indicators, measure_doubts = measure(linked.incidents, findings, linked.testimonies, setup.zone, places, sides)
    doubts = (
        *_marked("link", link_doubts),
        *_marked("assess", assess_doubts),
        *_marked("reconcile", book_doubts),
        *_marked("measure", measure_doubts),
    )
    return {
        "incidents": list(linked.incidents),
        "testimonies": list(linked.testimonies),
        "findings": list(findings),
        "reconciliations": list(books),
        "indicators": list(indicators),
        "problems": list(doubts),
    }


def _link(setup: Setup, shelf: Shelf, linker: Linker, known: _Known, inputs: str) -> tuple[Linked, list[Problem]]:
    """Link what is KNOWN, and where it is kept, only what it does not have in common with the last run."""
    in_order = {key: known.documents[key] for key in known.arrived if key in known.documents}
    judgements = standing(known.judgements)
    if not shelf.keep:
        return linker.link(known.claims, in_order, judgements)
    settings = digest(setup.code, setup.terms, setup.case.zone)
    before = recall(setup.store, settings)
    linked, problems, memory = linker.relink(known.claims, in_order, judgements, shelf.inputs["claims"], before)
    remember(setup.store, settings, inputs, memory)
    return linked, problems


def read_evidence(setup: Setup, item: Evidence) -> tuple[list[Document], list[Problem]]:
    """Read one item as a run would; for saying at once what was made of it."""
    reading = _reader(setup)(item)
    return list(reading.documents), list(reading.problems)


def _reader(setup: Setup) -> Callable[[Evidence], Reading]:
    def make(item: Evidence) -> Reading:
        documents, problems = read(item, setup.readers, setup.registries.sources, setup.zone)
        # The moment of retrieval is the ledger's to keep; two ledgers of the same reports derive the same rows.
        plain = (replace(document, retrieved=None) for document in documents)
        whole = tuple(dated(each, _language(setup, each), setup.zone, item.retrieved) for each in plain)
        return Reading(documents=whole, problems=tuple(_marked("read", problems)))

    return make


def _document_inputs(setup: Setup, answers: Mapping[str, Annotation]) -> Callable[[Document], str]:
    settings = (setup.code, setup.case.zone, str(_truce_start(setup)), *setup.case.languages)
    asked = [f"{annotator.name} {annotator.settings}" for annotator in setup.annotators]

    def inputs(document: Document) -> str:
        answered = (encode(Annotation, answer) for answer in _answers(setup, answers, document))
        return digest(encode(Document, document), *settings, *asked, *answered)

    return inputs


def _language(setup: Setup, document: Document) -> str:
    return document.language or setup.case.languages[0]


def _truce_start(setup: Setup) -> dt.date | None:
    """Return the day the first nationwide truce entered into force, which "since the truce began" means."""
    wide = [truce for truce in setup.truces if not truce.local_over] or setup.truces
    starts = [layer.start.replace(tzinfo=truce.clock(layer)) for truce in wide for layer in truce.layers]
    return min((start.astimezone(setup.zone).date() for start in starts), default=None)


def _extractor(setup: Setup, answers: Mapping[str, Annotation]) -> Callable[[Document], Statements]:
    context = Context(zone=setup.zone, truce_start=_truce_start(setup))
    packs = {language: load_pack(language) for language in setup.case.languages}

    def make(document: Document) -> Statements:
        pack = packs.get(_language(setup, document))
        if pack is None:
            return Statements(claims=(), problems=(_unread(document, packs),))
        annotations = _answers(setup, answers, document)
        claims, problems = extract(document, pack, context, annotations)
        alone = _unanswered(document, len(setup.annotators) - len(annotations))
        return Statements(claims=tuple(claims), problems=(*_marked("extract", problems), *alone))

    return make


def _unanswered(document: Document, missing: int) -> Sequence[Problem]:
    """Return a note that MISSING annotators have given no answer about DOCUMENT, when any."""
    if not missing:
        return ()
    message = f"{missing} of the case's annotators gave no answer about it; it was read without"
    hint = "tregua run --annotate asks"
    return (Problem(where=document.id, message=message, hint=hint, severity="note", step="annotate"),)


def _unread(document: Document, packs: Mapping[str, LanguagePack | None]) -> Problem:
    """Return the problem that DOCUMENT was not read, PACKS being those of the case by language."""
    if document.language in packs or load_pack(document.language) is None:
        message = f"no claims were read: no language pack for {document.language!r}"
        hint = "add a pack for the language; the document is kept"
    else:
        message = f"no claims were read: its language is {document.language!r}, the case reads {', '.join(packs)}"
        hint = "add the language to case.yaml; the document is kept"
    return Problem(where=document.id, message=message, hint=hint, severity="warning", step="extract")


def _resolved_inputs(setup: Setup, by_people: Decided) -> Callable[[tuple[Document, Statements]], str]:
    def inputs(pair: tuple[Document, Statements]) -> str:
        document, part = pair
        decided = touching(part.claims, by_people)
        return digest(
            encode(Document, document), encode(Statements, part), setup.code, setup.terms, setup.case.area, *decided
        )

    return inputs


def _resolve(setup: Setup, by_people: Decided, document: Document, part: Statements) -> Statements:
    claims, problems = resolve(part.claims, document, setup.registries, setup.truces, by_people, setup.case.area)
    return Statements(claims=tuple(claims), problems=tuple(_marked("resolve", problems)))


def _claims(parts: Mapping[str, Statements]) -> tuple[Claim, ...]:
    return tuple(claim for part in parts.values() for claim in part.claims)


def _marked(step: str, problems: Sequence[Problem]) -> list[Problem]:
    return [problem if problem.step else replace(problem, step=step) for problem in problems]
