"""Downloads that break off are gone on with, and never mixed with another version of the file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tregua.backends.fetch import HttpFetcher
from tregua.errors import RefusedError, TreguaError

FIRST, SECOND = b"a" * 50_000, b"b" * 40_000


class _Files(BaseHTTPRequestHandler):
    """Serves one file by ranges; breaks off in the middle as long as it is told to."""

    protocol_version = "HTTP/1.1"
    body = FIRST
    mark = '"one"'
    breaks = False
    asked: list[str] = []  # noqa: RUF012 - one list for the server

    def do_GET(self) -> None:
        if self.path == "/to":
            self.send_response(302)
            self.send_header("Location", "/file")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/none":
            self.send_error(404)
            return
        wanted = self.headers.get("Range", "")
        type(self).asked.append(wanted)
        start = 0
        if wanted and self.headers.get("If-Range") == self.mark:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        rest = self.body[start:]
        self.send_response(206 if start else 200)
        self.send_header("ETag", self.mark)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: len(rest) // 2] if self.breaks else rest)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    _Files.body, _Files.mark, _Files.breaks, _Files.asked = FIRST, '"one"', False, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://example.org:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def _fetcher(limit: int = 10**6) -> HttpFetcher:
    return HttpFetcher(resolver=lambda *_: ["127.0.0.1"], allowed=lambda _: True, limit=limit)


def _silent(*_: int) -> None:
    """Take no note of progress."""


def test_a_file_arrives_whole_through_a_redirection(address: str, tmp_path: Path) -> None:
    come: list[tuple[int, int]] = []
    _fetcher().download(f"{address}/to", tmp_path / "file", lambda *now: come.append(now))
    assert (tmp_path / "file").read_bytes() == FIRST
    assert come[-1] == (len(FIRST), len(FIRST))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_broke_off_is_gone_on_with(address: str, tmp_path: Path) -> None:
    _Files.breaks = True
    with pytest.raises(TreguaError, match="try again to go on"):
        _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    assert not (tmp_path / "file").exists()
    _Files.breaks = False
    _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    assert (tmp_path / "file").read_bytes() == FIRST
    assert _Files.asked == ["", "bytes=25000-"]


def test_another_version_begins_anew(address: str, tmp_path: Path) -> None:
    _Files.breaks = True
    with pytest.raises(TreguaError):
        _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    _Files.body, _Files.mark, _Files.breaks = SECOND, '"two"', False
    _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    assert (tmp_path / "file").read_bytes() == SECOND


def test_a_file_without_a_strong_mark_is_never_pieced_together(address: str, tmp_path: Path) -> None:
    _Files.breaks, _Files.mark = True, 'W/"weak"'
    with pytest.raises(TreguaError):
        _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    _Files.breaks = False
    _fetcher().download(f"{address}/file", tmp_path / "file", _silent)
    assert _Files.asked == ["", ""]
    assert (tmp_path / "file").read_bytes() == FIRST


def test_too_large_absent_or_private_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="is larger than"):
        _fetcher(limit=1_000).download(f"{address}/file", tmp_path / "file", _silent)
    with pytest.raises(TreguaError, match="answers 404"):
        _fetcher().download(f"{address}/none", tmp_path / "file", _silent)
    private = HttpFetcher(resolver=lambda *_: ["10.0.0.1"])
    with pytest.raises(RefusedError, match="not on the public internet"):
        private.download(f"{address}/file", tmp_path / "file", _silent)
    assert not (tmp_path / "file").exists()
