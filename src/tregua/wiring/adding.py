"""Put evidence into the ledger: files, folders, standard input, pages; each item durable before it is reported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tregua.backends.fetch import HttpFetcher
from tregua.backends.intake import HEAD, Item, items
from tregua.errors import Problem, RefusedError, TreguaError
from tregua.pipeline import read_evidence, sniff
from tregua.ports import Fetcher
from tregua.records.document import Evidence
from tregua.wiring.opening import OpenCase

__all__ = ["Added", "add_items", "add_reports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one item.

    Attributes:
        name: the file, record or address.
        sha256: identity of its bytes, "" when refused before they were read.
        status: ``added``, ``known`` (the same bytes were there), or ``refused``.
        documents: (id, title, publisher, day published) of each document read from it.
        problems: what was wrong with it.
    """

    name: str
    sha256: str = ""
    status: Literal["added", "known", "refused"]
    documents: tuple[tuple[str, str, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def add_items(case: OpenCase, targets: Sequence[str]) -> Iterator[Added]:
    """Put each of TARGETS (paths, folders, addresses, ``-``) into the ledger, reading it to say what it holds."""
    fetcher = HttpFetcher()
    for target in targets:
        if target.startswith(("http://", "https://")):
            yield _page(case, target, fetcher)
        else:
            for item in items(target):
                yield _add(case, item, look=True)


def add_reports(case: OpenCase) -> list[Added]:
    """Put whatever was dropped into ``reports/`` into the ledger; return what is new or refused."""
    reports = case.folder / "reports"
    if not reports.is_dir():
        return []
    outcomes = (_add(case, item, look=False) for item in items(str(reports)))
    return [added for added in outcomes if added.status != "known"]


def _page(case: OpenCase, url: str, fetcher: Fetcher) -> Added:
    try:
        content, media_type = fetcher.fetch(url)
    except TreguaError as error:
        problem = Problem(
            where=url, message=str(error).removeprefix(f"{url}: "), hint="save the page and add the file", step="add"
        )
        return Added(name=url, status="refused", problems=(problem,))
    evidence = Evidence(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        name=url,
        media_type=sniff(url, content[:HEAD]) or media_type,
        url=url,
        retrieved=case.clock.now(),
    )
    return _keep(case, evidence, look=True)


def _add(case: OpenCase, item: Item, *, look: bool) -> Added:
    name = item.name.removeprefix(f"{case.folder}/")
    if item.content is None:
        problems = (item.problem,) if item.problem else ()
        return Added(name=name, sha256=item.sha256, status="refused", problems=problems)
    evidence = Evidence(
        sha256=item.sha256,
        content=item.content,
        name=name,
        media_type=sniff(item.name, item.content[:HEAD]),
        retrieved=case.clock.now(),
    )
    return _keep(case, evidence, look=look)


def _keep(case: OpenCase, evidence: Evidence, *, look: bool) -> Added:
    """Append EVIDENCE, then, if LOOK is wanted, read it to say what it holds."""
    try:
        status: Literal["added", "known"] = "added" if case.ledger.add_evidence(evidence) else "known"
    except RefusedError as error:
        problem = Problem(where=evidence.name, message=str(error), step="add")
        return Added(name=evidence.name, sha256=evidence.sha256, status="refused", problems=(problem,))
    documents, problems = read_evidence(case.setup, evidence) if look else ([], [])
    shown = tuple(
        (each.id, each.title, each.publisher, each.published.at.date().isoformat() if each.published else "")
        for each in documents
    )
    return Added(name=evidence.name, sha256=evidence.sha256, status=status, documents=shown, problems=tuple(problems))
