"""The sessions that the documentation shows, run again: what each command prints now, in the form the page gives it.

A page shows a command after ``$`` and what it printed; a line ``…`` stands for lines left out, and stays. Ids change
when the engine reads more. An id of the page that no record has any more is looked up by what the page shows of it: the
record of its kind that is told in the same words, ids aside, is meant.
"""

from __future__ import annotations

import difflib
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
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
        made = _BLOCK.sub(lambda block: f"```console\n{''.join(self._block(block[1]))}```", text)
        return _ID.sub(self._now, made)

    def _block(self, block: str) -> Iterator[str]:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            if any(each in command for each in self._skipped):
                yield f"$ {part}"
                continue
            command = _ID.sub(self._now, command)
            lines = self._run(command, shown)
            if command.startswith("tregua explain") and lines[0].startswith("error   no record has the id"):
                command = self._look_up(command, shown)
                lines = self._run(command, shown)
            yield "\n".join([f"$ {command}", *self._abridge(command, shown, lines)]) + "\n"

    def _now(self, found: re.Match[str]) -> str:
        return self._renamed.get(found[0], found[0])

    def _look_up(self, command: str, shown: Sequence[str]) -> str:
        """Return COMMAND with the id of the record that is told as SHOWN."""
        _, _, case, old = command.split()
        with open_case(self.folder / case) as opened:
            book = derive(opened.setup).book
        wanted = {_masked(line) for line in shown}
        fit = {
            record.id: len(wanted & {_masked(line) for line in explain_record(book, record.id)[0].split("\n")})
            for record in getattr(book, _KINDS[old[0]])
        }
        first, second, *_ = [*sorted(fit, key=lambda each: -fit[each]), "", ""]
        if not first or fit[first] == fit.get(second, 0):
            self.doubts.append(f"{old}: which record is meant? Perhaps {first} or {second}: {shown[0]!r}")
            return command
        self._renamed[old] = first
        return command.replace(old, first)

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
    with redirect_stdout(page), redirect_stderr(page), mock.patch.object(sys, "argv", ["tregua", *words]):
        try:
            main()
        except SystemExit as ended:
            assert ended.code in {0, None, 1, 2, 3, 4, 5, 6}
    return page.getvalue().rstrip("\n").split("\n")


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
    """Return the ids in lines of SHOWN and MADE that are alike but for them, old and new."""
    now = {_masked(line): _ID.finditer(line) for line in made}
    pairs = ((_ID.finditer(line), now[_masked(line)]) for line in shown if _masked(line) in now)
    return {old[0]: new[0] for olds, news in pairs for old, new in zip(olds, news, strict=False)}
