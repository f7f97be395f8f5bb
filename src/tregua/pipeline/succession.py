"""What became of incidents from one run to the next: kept beside the derived rows, and no part of them.

What is derived depends on evidence, terms and judgements alone. What a run changed depends also on which runs there
were, so it is kept apart: no content hash covers it and deriving anew does not lose it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from tregua.pipeline.codec import decode, encode
from tregua.ports import HISTORY, Derived, Store
from tregua.records.incident import Incident, Succession

__all__ = ["note_changes", "noted"]


def noted(store: Store) -> tuple[Succession, ...]:
    """Return what became of incidents, earliest run first."""
    return tuple(decode(Succession, row.payload) for _, row in sorted(store.derived(HISTORY).items()))


def note_changes(store: Store, incidents: Sequence[Incident]) -> None:
    """Note what becomes of the incidents that STORE holds once INCIDENTS take their place.

    The same change noted twice, after a run that was cut off, is one row.
    """
    before = [json.loads(row.payload) for row in store.derived("incidents").values()]
    if not before:
        return
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    status = store.status()
    fresh = [
        Succession(
            id=item["id"], claims=tuple(item["claims"]), became=became,
            reports=status.evidence, judgements=status.judgements,
        )
        for item in before
        if (became := _became(item["claims"], home)) != (item["id"],) or not home.keys() >= set(item["claims"])
    ]  # fmt: skip
    if fresh:
        store.replace_derived(HISTORY, {**store.derived(HISTORY), **{row.key: row for row in _rows(fresh)}}.values())


def _became(claims: Iterable[str], home: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(home[claim] for claim in claims if claim in home))


def _rows(changes: Iterable[Succession]) -> Iterable[Derived]:
    for item in changes:
        key = f"{item.reports:08d}-{item.judgements:08d}-{item.id}"
        yield Derived(stage=HISTORY, key=key, inputs="", payload=encode(Succession, item))
