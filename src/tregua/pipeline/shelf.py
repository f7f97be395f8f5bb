"""Keeps what was derived, and derives again only what its inputs no longer account for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tregua.pipeline.codec import decode, encode
from tregua.ports import Derived, Store

__all__ = ["Progress", "Shelf", "silent"]

T = TypeVar("T")
R = TypeVar("R")

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how many items are done, and how many there are."""

_STEPS = "steps"
_FLUSH_EVERY = 200


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The derived rows of one store.

    Attributes:
        store: where they are kept.
        progress: told of every item.
        keep: whether new rows are written; a look at a past date writes none.
        made: names of the steps that had to derive something, in order, with how many items each.
        inputs: for each stage of single items, what these were derived from.
    """

    store: Store
    progress: Progress
    keep: bool
    made: dict[str, int]
    inputs: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def each(
        self, stage: str, kind: type[R], items: Mapping[str, T], inputs: Callable[[T], str], make: Callable[[T], R]
    ) -> dict[str, R]:
        """Return ``make(item)`` for each of ITEMS by key, from the shelf where its inputs are the same."""
        kept = dict(self.store.derived(stage))
        rows: dict[str, Derived] = {}
        fresh = 0
        for number, (key, item) in enumerate(items.items(), 1):
            digest = inputs(item)
            row = kept.get(key)
            if row is None or row.inputs != digest:
                row = Derived(stage=stage, key=key, inputs=digest, payload=encode(kind, make(item)))
                fresh += 1
                if fresh % _FLUSH_EVERY == 0:
                    self._write(stage, {**kept, **rows, key: row}.values())
            rows[key] = row
            self.progress(stage, number, len(items))
        if fresh or (rows.keys() != kept.keys()):
            self.made[stage] = fresh
            self._write(stage, rows.values())
        self.inputs[stage] = {key: row.inputs for key, row in rows.items()}
        return {key: decode(kind, row.payload) for key, row in rows.items()}

    def whole(
        self, step: str, kinds: Mapping[str, type[Any]], inputs: str, make: Callable[[], Mapping[str, Sequence[Any]]]
    ) -> dict[str, tuple[Any, ...]]:
        """Return the records of STEP by stage, made anew when INPUTS differ from last time.

        Args:
            step: its name; how often it ran is told in ``made``.
            kinds: for each stage that it fills, the kind of its records.
            inputs: digest of all it uses.
            make: gives the records of each stage, in order.
        """
        self.progress(step, 0, 1)
        marker = self.store.derived(_STEPS).get(step)
        if marker is None or marker.inputs != inputs:
            made = make()
            rows = {stage: _rows(stage, kinds[stage], made[stage], inputs) for stage in kinds}
            self.made[step] = sum(len(part) for part in rows.values())
            for stage, part in rows.items():
                self._write(stage, part)
            self._mark(step, inputs)
        else:
            rows = {stage: sorted(self.store.derived(stage).values(), key=_position) for stage in kinds}
        self.progress(step, 1, 1)
        return {stage: tuple(decode(kinds[stage], row.payload) for row in part) for stage, part in rows.items()}

    def _mark(self, step: str, inputs: str) -> None:
        kept = {key: row for key, row in self.store.derived(_STEPS).items() if key != step}
        kept[step] = Derived(stage=_STEPS, key=step, inputs=inputs, payload="{}")
        self._write(_STEPS, kept.values())

    def _write(self, stage: str, rows: Iterable[Derived]) -> None:
        if self.keep:
            self.store.replace_derived(stage, rows)


def _rows(stage: str, kind: type[Any], records: Sequence[Any], inputs: str) -> list[Derived]:
    return [
        Derived(stage=stage, key=f"{number:06d}", inputs=inputs, payload=encode(kind, record))
        for number, record in enumerate(records)
    ]


def _position(row: Derived) -> str:
    return row.key
