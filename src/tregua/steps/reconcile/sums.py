"""The arithmetic of one series: what the statements allow together, and which few cannot all be true.

Let S(d) be the number of breaches up to the end of day d. A statement about the days f to l bounds S(l) - S(f - 1);
and S never falls. Such a system of differences can be met exactly when the graph of its bounds has no cycle of
negative weight, and the shortest paths in that graph are the tightest bounds there are (Bellman, Ford).
"""

from __future__ import annotations

import datetime as dt
import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tregua.records.reconciliation import DayBound, Statement
from tregua.steps.reconcile.entries import limits

__all__ = ["Bounded", "Clash", "Series", "day_bounds"]

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound, and the statements that make it so.

    Attributes:
        value: what the upper ends of ``most`` leave when the lower ends of ``least`` are taken away, or the other way
            round where the bound is a lower one.
        most: statements taken for what they allow at most.
        least: statements taken for what they demand at least.
    """

    value: int
    most: tuple[Statement, ...] = ()
    least: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all of them."""
        return self.most + self.least


@dataclass(frozen=True, slots=True)
class _Edge:
    """S(to) - S(from) is at most ``weight``; ``most`` tells which of a statement's two bounds it is."""

    tail: dt.date
    head: dt.date
    weight: int
    statement: Statement
    most: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Fewest statements that cannot all be true.

    Attributes:
        most: statements taken for what they allow at most.
        least: statements taken for what they demand at least; together they demand more than ``most`` allows.
        doubted: those of them without which the fewest other clashes are left.
    """

    most: tuple[Statement, ...]
    least: tuple[Statement, ...]
    doubted: frozenset[Statement] = frozenset()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all of them."""
        return self.most + self.least


@dataclass(frozen=True, slots=True)
class _Path:
    """Edges walked so far, last one first."""

    edge: _Edge
    before: _Path | None

    def edges(self) -> Iterator[_Edge]:
        yield self.edge
        step = self.before
        while step is not None:
            yield step.edge
            step = step.before


class Series:
    """The statements of one origin about one accused and one area."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Enter STATEMENTS one by one; name each clash, and set aside those of it whose loss leaves the fewest others.

        490 by the 6th may clash with 470 by the 1st and the days between; when 501 by the 8th clashes with the 470
        and the days too, it is not the 490 that is in doubt.
        """
        self._nodes = sorted({end for each in statements for end in _ends(each)})
        self.clashes: list[Clash] = []
        held = tuple(statements)
        while clashes := self._fill(held):
            doubted = self._doubted(clashes[0], held)
            self.clashes.append(replace(clashes[0], doubted=doubted))
            held = tuple(each for each in held if each not in doubted)
        self.held = held

    def _fill(self, statements: Sequence[Statement]) -> list[Clash]:
        """Enter STATEMENTS anew and return the clashes met; all of a clash are set aside."""
        self._edges: defaultdict[dt.date, list[_Edge]] = defaultdict(list)
        self._level = self._guessed(statements)
        clashes = []
        for statement in statements:
            if clash := self._enter(statement):
                clashes.append(clash)
                self._set_aside(clash.statements)
        return clashes

    def _guessed(self, statements: Sequence[Statement]) -> dict[dt.date, int]:
        """Return values of S that never fall and meet most of STATEMENTS: those for single days summed."""
        days = {each.first: limits(each)[0] for each in reversed(statements) if each.first == each.last}
        return dict(zip(self._nodes, accumulate(days.get(node, 0) for node in self._nodes), strict=True))

    def _doubted(self, clash: Clash, held: Sequence[Statement]) -> frozenset[Statement]:
        """Return those of CLASH without which the fewest clashes are left among HELD."""
        left = {each: len(self._fill([other for other in held if other != each])) for each in clash.statements}
        fewest = min(left.values())
        return frozenset(each for each, number in left.items() if number == fewest)

    def _enter(self, statement: Statement) -> Clash | None:
        for edge in _edges(statement):
            levels = self._levelled(edge)
            if levels is None:
                return self._clash(edge)
            self._level = levels
            self._edges[edge.tail].append(edge)
        return None

    def _set_aside(self, statements: Iterable[Statement]) -> None:
        gone = set(statements)
        for tail, edges in self._edges.items():
            self._edges[tail] = [edge for edge in edges if edge.statement not in gone]

    def _next(self, node: dt.date) -> Iterator[tuple[dt.date, int, Statement | None]]:
        """Give whom NODE bounds and by how much: earlier days are at most as high, and what statements say."""
        position = bisect_left(self._nodes, node)
        if position:
            yield self._nodes[position - 1], 0, None
        yield from ((edge.head, edge.weight, edge.statement) for edge in self._edges[node])

    def _levelled(self, edge: _Edge) -> dict[dt.date, int] | None:
        """Return values of S that meet EDGE beside all bounds so far; None when there are none."""
        levels = dict(self._level)
        if levels[edge.head] <= levels[edge.tail] + edge.weight:
            return levels
        levels[edge.head] = levels[edge.tail] + edge.weight
        queue = deque([edge.head])
        while queue:
            node = queue.popleft()
            for head, weight, _ in self._next(node):
                if levels[head] > levels[node] + weight:
                    if head == edge.tail:
                        return None
                    levels[head] = levels[node] + weight
                    queue.append(head)
        return levels

    def _clash(self, edge: _Edge) -> Clash:
        """Return the fewest statements that, with EDGE, make a negative cycle."""
        reached: dict[dt.date, tuple[int, _Path | None]] = {edge.head: (0, None)}
        while True:
            self._sink(reached)
            weight, path = reached.get(edge.tail, (0, None))
            if path is not None and weight + edge.weight < 0:
                return _named([edge, *path.edges()])
            reached = self._walked(reached)

    def _sink(self, reached: dict[dt.date, tuple[int, _Path | None]]) -> None:
        """Let every day be at most as high as a later one."""
        best: tuple[int, _Path | None] | None = None
        for node in reversed(self._nodes):
            own = reached.get(node)
            if own is not None and (best is None or own[0] < best[0]):
                best = own
            if best is not None:
                reached[node] = best

    def _walked(self, reached: dict[dt.date, tuple[int, _Path | None]]) -> dict[dt.date, tuple[int, _Path | None]]:
        """Return REACHED after one more statement."""
        further = dict(reached)
        for node, (weight, path) in reached.items():
            for edge in self._edges[node]:
                if edge.head not in further or weight + edge.weight < further[edge.head][0]:
                    further[edge.head] = (weight + edge.weight, _Path(edge, path))
        return further

    def days(self) -> Iterator[tuple[dt.date, int, int | None]]:
        """Give each day with the fewest and the most breaches that the statements not set aside allow."""
        for before, after in zip(self._nodes, self._nodes[1:], strict=False):
            most = self._distance(before, after)
            single = (after - before) == _DAY
            least = -(self._distance(after, before) or 0) if single else 0
            for offset in range(1, (after - before).days + 1):
                yield before + offset * _DAY, least, most

    def between(self, first: dt.date, last: dt.date) -> tuple[int, int | None]:
        """Return the fewest and the most breaches from FIRST to LAST that the statements not set aside allow."""
        most = self.most(first, last)
        return self.least(first, last).value, most.value if most else None

    def least(self, first: dt.date, last: dt.date) -> Bounded:
        """Return the fewest breaches from FIRST to LAST, and the statements that make it so."""
        within = [node for node in self._nodes if first - _DAY <= node <= last]
        found = self._shortest(within[-1], within[0]) if within else None
        return replace(found, value=-found.value) if found else Bounded(0)

    def most(self, first: dt.date, last: dt.date) -> Bounded | None:
        """Return the most breaches from FIRST to LAST, and the statements that make it so; None without a limit."""
        tail, head = bisect_right(self._nodes, first - _DAY) - 1, bisect_left(self._nodes, last)
        if tail < 0 or head == len(self._nodes):
            return None
        return self._shortest(self._nodes[tail], self._nodes[head])

    def _distance(self, tail: dt.date, head: dt.date) -> int | None:
        """Return the tightest bound on S(head) - S(tail), None when there is none."""
        found = self._shortest(tail, head)
        return found.value if found else None

    def _shortest(self, tail: dt.date, head: dt.date) -> Bounded | None:
        """Return the tightest bound on S(head) - S(tail) and what it rests on (Dijkstra over reduced weights)."""
        came: dict[dt.date, tuple[dt.date, Statement | None]] = {}
        best = {tail: 0}
        queue, done = [(0, tail)], set()
        while queue:
            reduced, node = heapq.heappop(queue)
            if node == head:
                return _walked_back(reduced - self._level[tail] + self._level[head], came, (tail, head))
            if node in done:
                continue
            done.add(node)
            for further, weight, statement in self._next(node):
                step = reduced + weight + self._level[node] - self._level[further]
                if step < best.get(further, step + 1):
                    best[further], came[further] = step, (node, statement)
                    heapq.heappush(queue, (step, further))
        return None


def _walked_back(
    bound: int, came: Mapping[dt.date, tuple[dt.date, Statement | None]], way: tuple[dt.date, dt.date]
) -> Bounded:
    """Return BOUND with the statements on the WAY by which one CAME; those walked back in time are taken away."""
    most: list[Statement] = []
    least: list[Statement] = []
    tail, head = way
    while head != tail:
        before, statement = came[head]
        if statement is not None:
            (most if before < head else least).append(statement)
        head = before
    return Bounded(bound, tuple(most), tuple(least))


def _ends(statement: Statement) -> tuple[dt.date, dt.date, dt.date]:
    """Return the day before STATEMENT, the last that it surely covers, and the last that it may cover."""
    return statement.first - _DAY, statement.last - statement.slack * _DAY, statement.last


def _edges(statement: Statement) -> Iterator[_Edge]:
    """Give what STATEMENT says: the days it surely covers have at most so many, those it may cover at least so many."""
    low, high = limits(statement)
    before, surely, last = _ends(statement)
    if high is not None:
        yield _Edge(before, surely, high, statement, most=True)
    yield _Edge(last, before, -low, statement, most=False)


def _named(edges: Sequence[_Edge]) -> Clash:
    ordered = sorted(edges, key=lambda edge: (edge.statement.first, edge.statement.last))
    return Clash(
        most=tuple(edge.statement for edge in ordered if edge.most),
        least=tuple(edge.statement for edge in ordered if not edge.most),
    )


def _stated_days(statements: Iterable[Statement]) -> dict[dt.date, Statement]:
    """Return what is first stated for each single day."""
    found: dict[dt.date, Statement] = {}
    for each in statements:
        if each.first == each.last and not each.part:
            found.setdefault(each.first, each)
    return found


def day_bounds(series: Series, statements: Iterable[Statement]) -> tuple[DayBound, ...]:
    """Return the bounds of each day of SERIES, with the figures that STATEMENTS give for single days."""
    stated = _stated_days(statements)
    return tuple(_day_bound(day, low, high, stated.get(day)) for day, low, high in series.days())


def _day_bound(day: dt.date, low: int, high: int | None, stated: Statement | None) -> DayBound:
    if stated is None:
        return DayBound(day=day, low=low, high=high)
    return DayBound(day=day, low=low, high=high, stated=stated.count, bound=stated.bound)
