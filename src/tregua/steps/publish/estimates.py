"""How an estimate is written: the figure with its interval, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tregua.records.indicator import Estimate
from tregua.steps.publish.naming import Names

__all__ = [
    "EstimateGroup",
    "EstimateLine",
    "Stretch",
    "estimate_about",
    "estimate_groups",
    "estimate_words",
    "span_words",
]

_LARGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateLine:
    """One estimate as a report prints it.

    Attributes:
        id: its id.
        about: what it is about, truces by their titles.
        words: the figure, or why there is none.
        notes: what to know before using it.
    """

    id: str
    about: str
    words: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days in force of one truce, in parts that add up to all of them."""

    about: str
    held: int
    broken: int
    doubtful: int
    silent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateGroup:
    """The estimates of one name.

    Attributes:
        title: what they are.
        definition: how they are got, and the least data that they are given for.
        method: the method, "" when it is plain counting.
        given: those with a figure.
        refused: those without.
        stretches: the days in force of each truce, where that is what the figures are about.
        folded: whether it is a part of another group that few look for.
    """

    title: str
    definition: str
    method: str
    given: tuple[EstimateLine, ...]
    refused: tuple[EstimateLine, ...]
    stretches: tuple[Stretch, ...] = ()
    folded: bool = False


_PARTS, _BY_SIDE = "rate by ", "rate by side"
_HELD, _BROKEN, _SILENT = "ceasefire days held", "ceasefire days broken", "ceasefire days without news"


def estimate_groups(estimates: Sequence[Estimate], names: Names) -> tuple[EstimateGroup, ...]:
    """Return ESTIMATES by their names, in the order in which they come."""
    return tuple(
        _group([each for each in estimates if each.name == name], tuple(_stretches(estimates, names)), names)
        for name in dict.fromkeys(each.name for each in estimates)
    )


def _group(items: Sequence[Estimate], stretches: tuple[Stretch, ...], names: Names) -> EstimateGroup:
    first = items[0]
    return EstimateGroup(
        title=f"{first.name[:1].upper()}{first.name[1:]}",
        definition=first.definition,
        method=first.method,
        given=tuple(_line(each, names, notes=first.name != _BROKEN) for each in items if not each.refused),
        refused=tuple(_line(each, names) for each in items if each.refused),
        folded=first.name.startswith(_PARTS) and first.name != _BY_SIDE,
        stretches=stretches if first.name == _HELD else (),
    )


def _line(item: Estimate, names: Names, *, notes: bool = True) -> EstimateLine:
    """Return ITEM as a line; without NOTES where they stand beside another figure."""
    about = estimate_about(item, names)
    return EstimateLine(id=item.id, about=about, words=estimate_words(item), notes=item.notes * notes)


def estimate_about(item: Estimate, names: Names) -> str:
    """Return what ITEM is about, a truce by its title."""
    truce, colon, rest = item.key.partition(":")
    return f"{names.truce(truce)}{colon}{rest}"


def _stretches(estimates: Iterable[Estimate], names: Names) -> Iterable[Stretch]:
    found = {(each.name, each.key): each for each in estimates if not each.refused}
    for (name, truce), held in found.items():
        if name == _HELD:
            low, high = held.low or 0, held.high or 0
            yield Stretch(
                about=names.truce(truce), held=int(low), doubtful=int(high - low),
                broken=int(found[_BROKEN, truce].low or 0), silent=int(found[_SILENT, truce].value or 0),
            )  # fmt: skip


def estimate_words(item: Estimate) -> str:
    """Return ITEM as ``1.4 incidents a day (0.97 to 2)``, ``9 to 71 days``, or ``not given`` with the reason."""
    if item.refused:
        return f"not given: {item.refused}"
    bounds = _bounds(item.low, item.high)
    if item.value is None:
        return f"{bounds} {item.unit}"
    certain = item.low == item.high
    return f"{_number(item.value)} {item.unit}" + ("" if certain else f" ({bounds})")


def span_words(item: Estimate) -> str:
    """Return what kind of span the two ends of ITEM are, "" where there are none."""
    if item.low is None or item.low == item.high:
        return ""
    if item.method:
        return (
            "The interval is one of 95 %: of all so made, about 95 in 100 hold what they are about, if what the figure "
            "takes for granted holds."
        )
    return "These are bounds: the figure lies between them, whatever the truth about what is in doubt."


def _bounds(low: float | None, high: float | None) -> str:
    if high is None:
        return f"{_number(low or 0)} or more"
    return f"{_number(low or 0)} to {_number(high)}"


def _number(number: float) -> str:
    """Return NUMBER as a whole one, or below a hundred to two digits: an interval is not known to more."""
    return str(round(number)) if float(number).is_integer() or abs(number) >= _LARGE else f"{number:.2g}"
