"""Runs other readers in a process of its own, within limits of time and memory.

Libraries that parse what strangers wrote can be made to run for hours or to fill the machine's memory. No check on
the input foresees every such file, so the limit is put on the process: it is kept for the next item while it behaves,
and ended when it does not. What comes back from it is parsed as JSON and never unpickled: a process that has read
hostile bytes is not trusted with more than text.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import json
import os
import pickle
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Sequence
from typing import IO, Any

from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence, Published
from tregua.vocabulary.stances import Basis

__all__ = ["Bounded", "serve"]

_BOOT = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from tregua.backends.bounded import serve; serve()"
_LENGTH = struct.Struct(">Q")
_START_SECONDS = 60.0
_END_SECONDS = 20.0
_LARGEST_REPLY = 128 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_READY = b"ready"
_HINT = "put in its text as a .txt file"

Found = tuple[list[Document], list[Problem]]


@dataclasses.dataclass(frozen=True, slots=True)
class _Limits:
    """What one item may take: seconds of processor time, megabytes, seconds by the clock."""

    seconds: float
    megabytes: int
    patience: float


class Bounded:
    """One reader made of several, each item read within SECONDS and MEGABYTES or given up with a problem."""

    def __init__(
        self, readers: Sequence[Reader], seconds: float = 8, megabytes: int = 1024, patience: float = 120
    ) -> None:
        """Run READERS, which must be picklable; the process starts with the first item.

        Args:
            readers: one of them reads each item.
            seconds: processor time for one item: a busy machine takes nothing away from it.
            megabytes: memory for one item.
            patience: seconds by the clock after which an item is given up that does not even use its time.
        """
        self._readers = tuple(readers)
        self._limits = _Limits(seconds, megabytes, patience)
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def __reduce__(self) -> tuple[type[Bounded], tuple[Any, ...]]:
        """Let a pool of processes take it along; each starts a worker of its own."""
        return Bounded, (self._readers, *dataclasses.astuple(self._limits))

    @property
    def name(self) -> str:
        """Return ``bounded-1``; documents carry the name of the reader that read them."""
        return "bounded-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take what one of the readers takes."""
        return any(reader.reads(evidence) for reader in self._readers)

    def read(self, evidence: Evidence) -> Found:
        """Read EVIDENCE in the other process."""
        with self._lock:
            if self._worker is None:
                self._worker = _Worker(self._readers, self._limits)
            reply = self._worker.ask(pickle.dumps(evidence))
            if reply is not None:
                self._worker = None if self._worker.late else self._worker
                return _decode(reply)
            said = self._worker.last_words()
            self._worker = None
        return [], [Problem(where=evidence.name, message=said, hint=_HINT, step="read")]

    def close(self) -> None:
        """End the process; a later read starts another."""
        with self._lock:
            if self._worker is not None:
                self._worker.end()
                self._worker = None


class _Worker:
    """The other process, seen from here.

    Attributes:
        late: whether it was ended for taking too long.
    """

    def __init__(self, readers: tuple[Reader, ...], limits: _Limits) -> None:
        self._limits = limits
        self.late = False
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
            [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._end = weakref.finalize(self, _end, self._process, self._errors)
        self._exchange(pickle.dumps((readers, limits)), _START_SECONDS)

    def ask(self, request: bytes) -> bytes | None:
        """Return the reply to REQUEST, None when the process is gone or had to be ended."""
        return self._exchange(request, self._limits.patience)

    def last_words(self) -> str:
        """End the process, and say in a sentence why it gave no answer."""
        code = self._process.wait() if self.late else _wait(self._process)
        self._errors.seek(0)
        said = self._errors.read()[-4_000:].decode("utf-8", errors="replace").strip().split("\n")[-1]
        self.end()
        if self.late:
            return f"reading it gave no answer in {self._limits.patience:g} seconds and was given up"
        if code == -signal.SIGPROF:
            return f"reading it took longer than {self._limits.seconds:g} seconds of work and was given up"
        if "MemoryError" in said or code in {-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT}:
            return f"reading it took more than {self._limits.megabytes} MB of memory and was given up"
        return f"the reader failed on it: {said[:120] or f'it ended with {code}'}"

    def end(self) -> None:
        """End the process now."""
        self._end()

    def _exchange(self, request: bytes, seconds: float) -> bytes | None:
        """Send REQUEST and wait for its reply, but end the process after SECONDS."""
        timer = threading.Timer(seconds, self._kill)
        timer.daemon = True
        timer.start()
        try:
            assert self._process.stdin is not None  # noqa: S101 - both are pipes
            assert self._process.stdout is not None  # noqa: S101
            _send(self._process.stdin, request)
            return _receive(self._process.stdout)
        except OSError:
            return None
        finally:
            timer.cancel()

    def _kill(self) -> None:
        self.late = True
        self._process.kill()


def _end(process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, errors):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue


def _wait(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Return the next message, None when the other side is gone or says more than any item can hold."""
    header = pipe.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    length: int = _LENGTH.unpack(header)[0]
    if length > _LARGEST_REPLY:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


def serve() -> None:
    """Be the other process: take readers and limits, then items, until nobody asks any more."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the replies
    first = _receive(requests)
    if first is None:
        return
    readers, limits = pickle.loads(first)  # noqa: S301 - from the process that started this one
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # some systems know no such limit; the clock still holds
        resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes * _MEGABYTE, limits.megabytes * _MEGABYTE))
    _send(replies, _READY)
    while (request := _receive(requests)) is not None:
        evidence = pickle.loads(request)  # noqa: S301 - the same
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
        signal.alarm(int(limits.patience) + 2)  # should nobody be there any more to end this process
        reply = _encode(*next(reader for reader in readers if reader.reads(evidence)).read(evidence))
        signal.alarm(0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(replies, reply)


def _encode(documents: list[Document], problems: list[Problem]) -> bytes:
    found = {"documents": list(map(dataclasses.asdict, documents)), "problems": list(map(dataclasses.asdict, problems))}
    return json.dumps(found, default=dt.datetime.isoformat).encode("ascii")


def _decode(reply: bytes) -> Found:
    found = json.loads(reply)
    return [_document(item) for item in found["documents"]], [Problem(**item) for item in found["problems"]]


def _document(item: dict[str, Any]) -> Document:
    published, retrieved = item["published"], item["retrieved"]
    item["published"] = published and Published(
        at=dt.datetime.fromisoformat(published["at"]),
        day_only=published["day_only"],
        basis=Basis(published["basis"]),
        source=published["source"],
    )
    item["retrieved"] = retrieved and dt.datetime.fromisoformat(retrieved)
    return Document(**{**item, "left_out": tuple(item["left_out"])})
