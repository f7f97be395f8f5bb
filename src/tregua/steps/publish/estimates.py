"""How an estimate is written: the figure with its interval, or why there is none."""

from __future__ import annotations

from tregua.records.indicator import Estimate

__all__ = ["estimate_words", "span_words"]

_LARGE = 100


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
