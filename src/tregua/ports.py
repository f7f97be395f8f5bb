"""What the core asks of the outside: each a Protocol, each with a conformance suite in ``tests/conformance``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from tregua.errors import Problem
from tregua.records.document import Document, Evidence
from tregua.records.judgement import Judgement
from tregua.vocabulary.actors import Actor, Source
from tregua.vocabulary.places import Place

__all__ = [
    "ANSWER_LIMIT", "HISTORY", "MEMORY", "ActorIndex", "Annotation", "Annotator", "Clock", "Derived", "Fetcher", "Fit",
    "Gazetteer", "Match", "Reader", "Registries", "SourceRegistry", "Spread", "Statistics", "Store", "StoreStatus",
    "TermsFile", "Typesetter",
]  # fmt: skip

P = TypeVar("P")
R = TypeVar("R")
S = TypeVar("S")

ANSWER_LIMIT = 1024 * 1024
"""Bytes of the longest answer that is taken from an annotator."""


class Clock(Protocol):
    """The time; faked in tests."""

    def now(self) -> dt.datetime:
        """Return the present moment with its zone."""
        ...


class Reader(Protocol):
    """Turns the bytes of one format into documents; bad bytes give problems, never an exception."""

    @property
    def name(self) -> str:
        """Return a short stable name with a version, e.g. ``html-1``; kept with each document."""
        ...

    def reads(self, evidence: Evidence) -> bool:
        """Tell whether this reader is the one for EVIDENCE (media type, name, first bytes)."""
        ...

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        """Return the documents in EVIDENCE; publisher is set only where the item itself names it.

        A time of publication printed without a zone has none; the step places it in the case's.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What an annotator answered about one document, as it came; nothing in it is believed unchecked.

    Attributes:
        annotator: the annotator's name.
        role: ``names`` when the answer marks names for the grammar, ``claims`` when it proposes claims.
        answer: JSON text, as :meth:`Annotator.annotate` describes, or whatever else was answered.
    """

    annotator: str
    role: Literal["names", "claims"]
    answer: str


class Annotator(Protocol):
    """A second reader of documents, off unless somebody asks for it; never trusted, see ``steps.extract``."""

    @property
    def name(self) -> str:
        """Return what traces call it: the program and its model, e.g. ``spacy:xx_ent_wiki_sm``."""
        ...

    @property
    def role(self) -> Literal["names", "claims"]:
        """Return what it gives: ``names`` before the grammar reads, or ``claims`` after it."""
        ...

    @property
    def settings(self) -> str:
        """Return a digest of all but the document that an answer depends on: model, instructions, limits."""
        ...

    def annotate(self, document: Document) -> Annotation:
        """Return its answer about DOCUMENT, of at most :data:`ANSWER_LIMIT` bytes.

        Names are ``{"names": [{"start": 0, "end": 5, "kind": "place"}]}``, offsets into the document's text and
        ``kind`` one of name, place, actor; claims are ``{"claims": [...]}`` as ``docs/reference/proposals.md`` tells.

        Raises:
            TreguaError: there is no answer, with the reason.
        """
        ...


class Fetcher(Protocol):
    """Gets one public web page; never reaches a private address."""

    def fetch(self, url: str) -> tuple[bytes, str]:
        """Return the page's bytes and media type; raise ``RefusedError`` or ``TreguaError`` with the reason."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One candidate for a name.

    Attributes:
        id: registry id.
        name: canonical name.
        score: 0 to 1.
        rule: the rule that matched, e.g. ``exact``, ``skeleton``.
    """

    id: str
    name: str
    score: float
    rule: str


class ActorIndex(Protocol):
    """Finds actors by name."""

    def match(self, text: str, on: dt.date | None) -> tuple[Match, ...]:
        """Return candidates for TEXT as of the day ON, best first; none when nothing is near enough."""
        ...

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the actors likest TEXT on any day, best first, below the line too: for a person to choose from."""
        ...

    def get(self, actor: str) -> Actor | None:
        """Return the actor with that id."""
        ...

    def all(self) -> Sequence[Actor]:
        """Return every actor, by id."""
        ...


class Gazetteer(Protocol):
    """Finds places by name."""

    def match(self, text: str, within: str) -> tuple[Match, ...]:
        """Return candidates for TEXT, those in the province that WITHIN names first."""
        ...

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the places likest TEXT, best first, below the line too: for a person to choose from."""
        ...

    def get(self, place: str) -> Place | None:
        """Return the place with that id."""
        ...

    def all(self) -> Sequence[Place]:
        """Return every place, by id."""
        ...


class SourceRegistry(Protocol):
    """Knows who publishes, speaks and relays."""

    def match(self, text: str) -> Source | None:
        """Return the source that TEXT names, or None."""
        ...

    def by_host(self, url: str) -> Source | None:
        """Return the source whose host URL is on, or None."""
        ...

    def get(self, source: str) -> Source | None:
        """Return the source with that id."""
        ...

    def all(self) -> Sequence[Source]:
        """Return every source, by id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Registries:
    """What a case knows by name.

    Attributes:
        actors: who acts.
        places: where.
        sources: who speaks and publishes.
    """

    actors: ActorIndex
    places: Gazetteer
    sources: SourceRegistry


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsFile:
    """A file that rules: a truce, a registry, the case itself, as it stood when it was recorded.

    Attributes:
        path: its path inside the case folder, or ``pack:truces/<id>/truce.yaml``.
        sha256: hex digest of ``content``.
        content: the bytes.
        recorded: when it was recorded.
    """

    path: str
    sha256: str
    content: bytes
    recorded: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """One derived row.

    Attributes:
        stage: which step made it (``documents``, ``claims`` …).
        key: its id within the stage.
        inputs: digest of all it was derived from; equal digest, equal payload.
        payload: canonical JSON.
    """

    stage: str
    key: str
    inputs: str
    payload: str


HISTORY, MEMORY = "history", "memory"
"""The stages of what changed from run to run, which hangs on which runs there were, and of what only makes the next
run quicker; neither is in any content hash.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """How many entries the ledger holds, and the hash that stands for all of them."""

    evidence: int
    terms: int
    judgements: int
    head: str


class Store(Protocol):
    """The ledger: three append-only tables in one hash chain, and derived rows beside them.

    Every append is durable when it returns. Derived rows are replaced a stage at a time, atomically.
    """

    def add_evidence(self, item: Evidence) -> bool:
        """Append ITEM; return False when the same bytes are there already."""
        ...

    def add_terms(self, item: TermsFile) -> bool:
        """Append ITEM; return False when the last entry of its path has the same bytes."""
        ...

    def add_judgement(self, item: Judgement) -> str:
        """Append ITEM; return its id, ``j-`` and its number."""
        ...

    def evidence(self) -> Iterator[Evidence]:
        """Give every item in the order it came in."""
        ...

    def terms(self) -> Iterator[TermsFile]:
        """Give every recorded file version in order."""
        ...

    def judgements(self) -> Iterator[tuple[str, Judgement]]:
        """Give every judgement with its id, in order."""
        ...

    def verify(self) -> list[Problem]:
        """Recompute the whole chain; return one problem for each entry that does not fit, naming it."""
        ...

    def status(self) -> StoreStatus:
        """Return counts and the head of the chain."""
        ...

    def derived(self, stage: str) -> Mapping[str, Derived]:
        """Return the rows of STAGE by key."""
        ...

    def replace_derived(self, stage: str, rows: Iterable[Derived]) -> None:
        """Make ROWS the whole of STAGE, atomically."""
        ...

    def drop_derived(self) -> None:
        """Forget every derived row but those of the stage ``history``, which nothing can derive again."""
        ...

    def content_hash(self) -> str:
        """Return one SHA-256 over all rows (stage, key, payload) but history and memory, in a fixed order."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Spread(Protocol):
    """Does one work on many parts, here or in several processes."""

    def __call__(self, work: Callable[[S, P], R], shared: S, parts: Iterable[P], /) -> Iterator[R]:
        """Give WORK, a function of a module, of SHARED and each of PARTS, in their order."""
        ...


class Typesetter(Protocol):
    """Makes a PDF from typeset source."""

    def pdf(self, source: str, images: Mapping[str, bytes]) -> bytes:
        """Return the PDF of SOURCE, where IMAGES holds the pictures it names."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A log-linear model of counts, fitted.

    Attributes:
        coefficients: one a column of the design; the first column is the intercept.
        variance: variance of the first coefficient.
        log_likelihood: at the maximum.
        deviance: twice what a model that fits each count would gain.
        spare: how many counts there are beyond the coefficients.
    """

    coefficients: tuple[float, ...]
    variance: float
    log_likelihood: float
    deviance: float
    spare: int


class Statistics(Protocol):
    """Statistics from well-kept libraries; each method raises ``TreguaError`` when its library is not installed.

    It does so too when the data do not allow an answer: a model that does not settle is no answer.
    """

    @property
    def settings(self) -> str:
        """Return which libraries answer, with their versions; "" when none is installed."""
        ...

    def poisson_interval(self, count: int, level: float) -> tuple[float, float]:
        """Return the exact interval of the mean of which COUNT was seen (Garwood 1936)."""
        ...

    def poisson_ratio(
        self, counts: tuple[int, int], exposures: tuple[float, float], level: float
    ) -> tuple[float, float | None]:
        """Return the exact interval of the second rate over the first; None where nothing limits it.

        Given their sum, one count is binomial (Przyborowski and Wilenski 1940); the interval is Clopper and Pearson's.
        """
        ...

    def dispersion(self, groups: Sequence[Sequence[int]]) -> float:
        """Return the probability of counts scattered at least as widely around their groups' means, if Poisson."""
        ...

    def clustered_mean(self, counts: Sequence[int], level: float) -> tuple[float, float]:
        """Return the interval of the mean of COUNTS, taken to be negative binomial."""
        ...

    def clustered_ratio(self, before: Sequence[int], after: Sequence[int], level: float) -> tuple[float, float]:
        """Return the interval of the mean of AFTER over that of BEFORE, both negative binomial and alike scattered."""
        ...

    def change_points(self, counts: Sequence[int], least: int, penalty: float) -> tuple[int, ...]:
        """Return where the mean of COUNTS changes: indices of first items, by likelihood with PENALTY for each.

        Between two changes, and at the ends, there are at least LEAST items.
        """
        ...

    def fit_counts(self, design: Sequence[Sequence[float]], counts: Sequence[int]) -> Fit:
        """Return the log-linear Poisson model of COUNTS with one row of DESIGN each."""
        ...

    def chance(self, deviance: float, freedom: int) -> float:
        """Return the probability of a chi-squared variable of FREEDOM degrees beyond DEVIANCE."""
        ...

    def same_shares(self, table: Sequence[tuple[int, int]]) -> float:
        """Return the probability of rows of (yes, no) as unlike as those of TABLE, if all had one share of yes."""
        ...
