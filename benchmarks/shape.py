"""The shape of the code, as a gate: function and file lengths, parameters.

    python benchmarks/shape.py

Prints the figures and ends with 1 when one is over its limit (docs/decisions/0001).
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "tregua"
MEDIAN_LINES, NINE_IN_TEN_LINES, FILE_LINES = 10, 30, 400


def functions(path: Path) -> Iterator[tuple[int, str]]:
    """Give (lines, name) of every function in PATH, its docstring and decorators not counted."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = node.body[0]
            documented = isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
            docstring = (said.end_lineno or 0) - said.lineno + 1 if documented else 0
            yield (node.end_lineno or 0) - node.lineno + 1 - docstring, f"{path.name}:{node.lineno} {node.name}"


def main() -> int:
    files = sorted(SOURCE.rglob("*.py"))
    sizes = sorted(size for path in files for size in functions(path))
    lengths = sorted((len(path.read_text("utf-8").splitlines()), path.name) for path in files)
    median, ninth = statistics.median(lines for lines, _ in sizes), sizes[int(len(sizes) * 0.9)][0]
    longest_file = lengths[-1]
    within = sum(1 for lines, _ in sizes if lines <= NINE_IN_TEN_LINES) / len(sizes)
    print(f"{len(files)} files, {len(sizes)} functions")
    print(
        f"function lines: median {median:g} (limit {MEDIAN_LINES}), 90th percentile {ninth} (limit {NINE_IN_TEN_LINES})"
    )
    print(f"functions of at most {NINE_IN_TEN_LINES} lines: {within:.1%}; longest: {sizes[-1][0]} {sizes[-1][1]}")
    print(f"longest file: {longest_file[0]} lines, {longest_file[1]} (limit {FILE_LINES})")
    good = median <= MEDIAN_LINES and ninth <= NINE_IN_TEN_LINES and longest_file[0] <= FILE_LINES
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
