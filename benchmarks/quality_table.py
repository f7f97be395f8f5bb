"""The figures of the quality gate as text: by kind, by slot, and how far the set-aside part lies from the tuned one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.quality_score import KINDS, NEVER, SLOTS

GAP = 0.08
BY_KIND = ("tally", "tally_strict", *KINDS[1:])
SHORT = {
    "tally_strict": "strict",
    "bad_span": "bad",
    "claims_in_hard_negatives": "in neg",
    "speaker_as_actor": "speaker",
    "traps_sprung": "traps",
    "tally.window": "t.window",
    "tally.area": "t.area",
    "tally.accused": "t.accused",
    "incident.act": "i.act",
    "incident.actor": "i.actor",
    "incident.place": "i.place",
}

Figures = dict[str, dict[str, float]]


def tables(reached: Figures, digest: str) -> str:
    """Everything that was measured, for the eye; a dot stands where there is nothing to measure."""
    parts = [
        f"corpus {digest}",
        _table("F1 by kind; what must be 0", reached, ("cases", *BY_KIND, *NEVER)),
        _table("slots of the claims found; denials told apart", reached, SLOTS),
        _gaps(reached),
    ]
    return "\n\n".join(parts)


def _table(title: str, reached: Figures, columns: Sequence[str]) -> str:
    rows = [[scope, *(_shown(name, found.get(name)) for name in columns)] for scope, found in reached.items()]
    return _aligned([["scope", *(SHORT.get(name, name) for name in columns)], *rows], title)


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return "."
    return f"{value:.0f}" if name in {"cases", *NEVER} else f"{value:.3f}"


def _gaps(reached: Figures) -> str:
    rows = []
    for scope, found in reached.items():
        group, _, part = scope.rpartition(" ")
        aside = reached.get(f"{group} aside", {})
        if part == "tuned" and aside:
            rows.append([group, *(_gap(found.get(name), aside.get(name)) for name in BY_KIND)])
    title = f"set aside less tuned (* = further apart than {GAP})"
    return _aligned([["scope", *(SHORT.get(name, name) for name in BY_KIND)], *rows], title)


def _gap(tuned: float | None, aside: float | None) -> str:
    if tuned is None or aside is None:
        return "."
    return f"{aside - tuned:+.3f}" + ("*" if abs(aside - tuned) > GAP else " ")


def _aligned(rows: Sequence[Sequence[str]], title: str) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join([title, *(_line(row, widths) for row in rows)])


def _line(row: Sequence[str], widths: Iterable[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip()
