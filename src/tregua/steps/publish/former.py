"""What became of an incident: the names it answers to, and what judgements and runs made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tregua.records.incident import Incident, Succession, incident_id
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.explanation import Line
from tregua.steps.publish.wording import listed, plural

__all__ = ["became", "changes_of", "former_names"]


def former_names(book: Book) -> Mapping[str, str]:
    """Return every id that an incident of BOOK has had or can have had, with the claim that it is made of.

    The ids of incidents as they stand are not among them. An id that only an earlier run knew has its first claim.
    """
    standing = {item.id for item in book.incidents}
    told = {incident_id(claim.id): claim.id for claim in book.claims if claim.kind == "incident"}
    gone = {item.id: item.claims[0] for item in book.successions}
    return {name: claim for name, claim in {**gone, **told}.items() if name not in standing}


def changes_of(book: Book, incident: Incident) -> Iterable[Line]:
    """Give a line for each run that joined something to INCIDENT or took something from it."""
    for item in book.successions:
        if incident.id == item.id or incident.id in item.became:
            yield _change(item)


def became(catalogue: Catalogue, name: str, claim: str) -> tuple[str, Sequence[Line], Incident | None]:
    """Say what became of the incident NAME, which is called after CLAIM.

    Returns:
        One sentence, what bears it out, and the incident that it is part of now, None when there is none.
    """
    rows = [item for item in catalogue.book.successions if item.id == name]
    claims = (claim, *(each for row in rows for each in row.claims))
    now = next((found for each in claims if (found := catalogue.incident_of.get(each))), None)
    title = f"Incident {name} is now part of {now.id}." if now else f"Incident {name} is no more."
    why = f"{name} is the name of the event that claim {claim} tells of. "
    if now is None:
        why += "No incident rests on that claim now."
    elif claim in now.claims:
        why += f"{now.id} rests on it now, and bears the name of a claim that came in before it."
    else:
        why += f"No incident rests on that claim now; {now.id} rests on others that it had."
    return title, [Line(text=why), *(_change(row) for row in rows)], now


def _change(item: Succession) -> Line:
    ledger = f"{plural(item.reports, 'report')} and {plural(item.judgements, 'judgement')}"
    told = f"{item.id} ({plural(len(item.claims), 'claim')})"
    if item.became == (item.id,):
        end = "lost a claim"
    elif item.id in item.became:
        end = f"was parted: some of it is now in {listed(each for each in item.became if each != item.id)}"
    elif item.became:
        end = f"became part of {listed(item.became)}"
    else:
        end = "was left without a claim"
    return Line(text=f"When the ledger held {ledger}, {told} {end}.")
