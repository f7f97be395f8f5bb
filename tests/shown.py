"""The sessions that the documentation shows, run again: what each command prints now, in the form the page gives it.

A page shows a command after ``$`` and what it printed; a line ``…`` stands for lines left out, and stays. Ids change
when the engine reads more. An id of the page that no record has any more is looked up by what the page shows of it: the
record of its kind that is told in the same words, ids aside, is meant.
"""

from __future__ import annotations

import difflib
import gc
import io
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest import mock

from tregua.cli import main
from tregua.pipeline import derive, explain_record
from tregua.wiring import open_case

__all__ = ["Session", "printed"]

_ID = re.compile(r"\b([cdfinrt])-[0-9a-f]{12}\b")
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…"
_ALIKE = 0.6
"""Share of its characters that a line must have kept to be taken for the same line."""
_KINDS = {
    "c": "claims",
    "d": "documents",
    "f": "findings",
    "i": "incidents",
    "n": "indicators",
    "r": "reconciliations",
    "t": "testimonies",
}


class Session:
    """One page, its commands run in the order of the page."""

    def __init__(self, folder: Path, skipped: Sequence[str] = ()) -> None:
        """Run commands in FOLDER; those that contain one of SKIPPED are left as they are shown."""
        self.folder = folder
        self.doubts: list[str] = []
        self._skipped = skipped
        self._renamed: dict[str, str] = {}

    def replay(self, text: str) -> str:
        """Return the page TEXT with what its commands print now, and the ids that its records have now."""
        for block in _BLOCK.findall(text):
            for command, shown in _commands(block):
                self._meet(command, shown)
        parts = _BLOCK.split(text)
        parts[1::2] = [f"```console\n{''.join(self._block(each))}```" for each in parts[1::2]]
        parts[::2] = [_ID.sub(self._now, each) for each in parts[::2]]
        return "".join(parts)

    def _meet(self, command: str, shown: Sequence[str]) -> None:
        """Find the record of today that COMMAND explains, if it is there before the page begins: it may be judged."""
        _, does, case, *_ = [*command.split(), "", ""]
        if does == "explain" and (self.folder / case / "ledger.db").exists():
            self._look_up(command, shown, exactly=True)

    def _block(self, block: str) -> Iterator[str]:
        for command, shown in _commands(block):
            if any(each in command for each in self._skipped):
                yield "\n".join([f"$ {command}", *shown]) + "\n"
                continue
            today = _ID.sub(self._now, command)
            lines = self._run(today, shown)
            if command.startswith("tregua explain") and lines[0].startswith("error   no record has the id"):
                today = self._look_up(today, shown)
                lines = self._run(today, shown)
            yield "\n".join([f"$ {today}", *self._abridge(today, shown, lines)]) + "\n"

    def _now(self, found: re.Match[str]) -> str:
        """Return the id of today for the one FOUND; an incident and the claim it is called after share their digits."""
        called_after = self._renamed.get(f"i{found[0][1:]}", "") if found[1] == "c" else ""
        return self._renamed.get(found[0]) or (called_after and f"c{called_after[1:]}") or found[0]

    def _look_up(self, command: str, shown: Sequence[str], *, exactly: bool = False) -> str:
        """Return COMMAND with the id of the record that is told as SHOWN; EXACTLY: only one told under its title."""
        _, _, case, old = command.split()
        told = self._told(self.folder / case, old)
        wanted = {_masked(line) for line in shown if line.strip() not in {_LEFT_OUT, ""}}
        fit = {each: len(wanted & lines) for each, lines in told.items() if not exactly or _masked(shown[0]) in lines}
        if not fit or old in told:
            return command
        first, second, *_ = [*sorted(fit, key=lambda each: -fit[each]), ""]
        if fit[first] < len(wanted) and fit[first] == fit.get(second):
            if not exactly:
                self.doubts.append(f"{old}: which record is meant? Perhaps {first} or {second}: {shown[0]!r}")
            return command
        self._renamed[old] = first
        return command.replace(old, first)

    def _told(self, case: Path, like: str) -> dict[str, set[str]]:
        """Return the lines that tell each record of CASE that is of the kind of the id LIKE, ids masked."""
        if like[0] not in _KINDS:
            return {}
        with open_case(case) as opened:
            book = derive(opened.setup).book
        texts = {record.id: explain_record(book, record.id)[0] for record in getattr(book, _KINDS[like[0]])}
        return {each: {_masked(line) for line in text.split("\n")} for each, text in texts.items()}

    def _run(self, command: str, shown: Sequence[str]) -> list[str]:
        program, *words = shlex.split(command)
        with chdir(self.folder):
            if program == "cp":
                shutil.copytree(words[-2], words[-1])
                return []
            if program == "cat":
                Path(words[0]).write_text("\n".join(shown) + "\n", "utf-8")
                return list(shown)
            return printed(words)

    def _abridge(self, command: str, shown: Sequence[str], printed: Sequence[str]) -> list[str]:
        """Return PRINTED with the same parts left out as in SHOWN, and note how ids have changed."""
        made: list[str] = []
        at = 0
        for part in _parts(shown):
            if part == [_LEFT_OUT]:
                made += part
                continue
            start = _find(part[0], printed, at) if made or _LEFT_OUT in shown else at
            end = _find(part[-1], printed, start) if _LEFT_OUT in shown else len(printed) - 1
            if start < 0 or end < 0:
                self.doubts.append(f"{command}: prints nothing like {part[0 if start < 0 else -1]!r} any more")
                return list(shown)
            made += printed[start : end + 1]
            at = end + 1
        self._renamed |= _renamed(shown, made)
        return made


def printed(words: Sequence[str]) -> list[str]:
    """Return what ``tregua WORDS`` prints, both streams together."""
    page = io.StringIO()
    argv = mock.patch.object(sys, "argv", ["tregua", *words])
    with redirect_stdout(page), redirect_stderr(page), argv, suppress(SystemExit):
        main()
    gc.collect()  # main puts it off, for a program that ends
    return page.getvalue().rstrip("\n").split("\n")


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, shown


def _masked(line: str) -> str:
    return _ID.sub(r"\1-", line)


def _parts(shown: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines of SHOWN in runs, those left out a run of their own."""
    run: list[str] = []
    for line in shown:
        if line.strip() != _LEFT_OUT:
            run.append(line)
            continue
        if run:
            yield run
        yield [_LEFT_OUT]
        run = []
    if run:
        yield run


def _find(line: str, printed: Sequence[str], start: int) -> int:
    """Return where in PRINTED, from START on, stands the line likest LINE; -1 for none."""
    likeness = [
        difflib.SequenceMatcher(None, _masked(line), _masked(each), autojunk=False).ratio() for each in printed[start:]
    ]
    best = max(likeness, default=0.0)
    return start + likeness.index(best) if best >= _ALIKE else -1


def _renamed(shown: Sequence[str], made: Sequence[str]) -> Mapping[str, str]:
    """Return the ids, old and new, in lines that stand once in SHOWN and once in MADE and differ in nothing else."""
    old, new = _single(shown), _single(made)
    pairs = [(_ID.finditer(old[each]), _ID.finditer(new[each])) for each in old.keys() & new.keys()]
    return {then[0]: now[0] for thens, nows in pairs for then, now in zip(thens, nows, strict=True)}


def _single(lines: Sequence[str]) -> Mapping[str, str]:
    count = Counter(_masked(line) for line in lines)
    return {_masked(line): line for line in lines if count[_masked(line)] == 1}
