"""Rule incidents given one a line, without a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from tregua.ports import ActorIndex, Registries
from tregua.steps.assess.bench import open_bench
from tregua.steps.assess.docket import Docket, Ruled
from tregua.steps.assess.known import Locale
from tregua.steps.assess.lines import answered_in, told_in
from tregua.steps.resolve.choice import choose, spellings
from tregua.terms.ground import Ground
from tregua.terms.truce import Truce

__all__ = ["Docket", "Ruled", "answered_in", "open_docket", "told_in"]


def open_docket(
    truces: Sequence[tuple[Truce, Callable[[], Registries]]],
    as_of: dt.datetime,
    *,
    every: bool = True,
    full: bool = True,
) -> Docket:
    """Return what rules incidents under TRUCES as they were known at AS_OF, each with what loads its registries.

    Unless EVERY, findings that a truce does not reach by time or area are left out; unless FULL, a trace
    lists what the finding rests on and not all that was tried.
    """
    benches = (open_bench(truce, as_of, partial(_locale, truce, load), full=full) for truce, load in truces)
    return Docket([bench for bench in benches if bench is not None], every=every)


def _locale(truce: Truce, load: Callable[[], Registries]) -> Locale:
    registries = load()
    extents = [extent for area in truce.areas for extent in (area, area.excludes, *area.open)]
    named = frozenset(place for extent in extents for place in extent.places)
    provinces = frozenset(province for extent in extents for province in extent.provinces)
    places = registries.places.all()
    ground = [each for each in places if each.id in named or not provinces.isdisjoint({each.id, each.province})]
    return Locale(
        registries=registries,
        ground=Ground(places),
        actor=partial(_actor, registries.actors),
        named=named,
        provinces=provinces,
        points=tuple((each.lat, each.lon) for each in ground if each.lat is not None and each.lon is not None),
    )


def _actor(actors: ActorIndex, text: str) -> str:
    """Return the id of whoever TEXT surely means, whenever it was, or ""."""
    for spelling in spellings(text):
        match = choose(actors.match(spelling, None)).match
        if match is not None:
            return match.id
    return ""
