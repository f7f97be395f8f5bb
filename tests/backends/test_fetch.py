from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tregua.backends.fetch import HttpFetcher, is_public, resolve
from tregua.errors import RefusedError, TreguaError

_BODIES = {
    "page": b"<p>Six breaches.</p>",
    "large": b"x" * 3_000_000,
    "packed": gzip.compress(b"packed " * 100),
    "deflated": zlib.compress(b"packed " * 100),
    "bomb": gzip.compress(bytes(50_000_000), 1),
    "torn": b"\x1f\x8b\x08garbage",
}


class _Pages(BaseHTTPRequestHandler):
    """A small server; what a path does is in its name."""

    protocol_version = "HTTP/1.1"
    slow = threading.Event()

    def do_GET(self) -> None:
        first, _, rest = self.path.lstrip("/").partition("/")
        told = "\n".join(f"{key}: {value}" for key, value in self.headers.items())
        packed = {"packed": "gzip", "bomb": "gzip", "torn": "gzip", "deflated": "deflate", "brotli": "br"}
        if first == "slow":
            self.slow.wait(5)
        status = int(rest) if first == "status" else 302 if first == "to" else 200
        body = told.encode() if first == "told" else _BODIES.get(first, b"")
        self.send_response(status)
        if first == "to":
            self.send_header("Location", rest if rest != "loop" else "/to/loop")
        if first in packed:
            self.send_header("Content-Encoding", packed[first])
        if first != "untyped":
            self.send_header("Content-Type", "Text/HTML; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Says nothing either when a reader turns away."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = _Server(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    _Pages.slow.set()
    server.shutdown()
    server.server_close()
    thread.join()


def _local(host: str, _: int) -> list[str]:
    return {"example.org": ["127.0.0.1"], "inside.example.org": ["10.0.0.1"]}.get(host, [])


@pytest.fixture
def fetcher() -> HttpFetcher:
    return HttpFetcher(resolver=_local, allowed=lambda address: address == "127.0.0.1", limit=2 * 1024 * 1024)


def test_a_page_arrives_with_its_media_type(fetcher: HttpFetcher, port: int) -> None:
    assert fetcher.fetch(f"http://example.org:{port}/page#part") == (b"<p>Six breaches.</p>", "text/html")
    assert fetcher.fetch(f"http://example.org:{port}/untyped")[1] == "application/octet-stream"


@pytest.mark.parametrize("path", ["packed", "deflated"])
def test_packed_pages_are_unpacked(fetcher: HttpFetcher, port: int, path: str) -> None:
    assert fetcher.fetch(f"http://example.org:{port}/{path}")[0] == b"packed " * 100


def test_it_names_itself_and_sends_nothing_of_the_user(
    fetcher: HttpFetcher, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    told = fetcher.fetch(f"http://example.org:{port}/told")[0].decode()
    assert f"Host: example.org:{port}" in told
    assert "User-Agent: tregua/" in told
    assert "Cookie" not in told
    assert "Authorization" not in told


def test_redirections_are_followed_and_counted(fetcher: HttpFetcher, port: int) -> None:
    assert fetcher.fetch(f"http://example.org:{port}/to//page")[0] == b"<p>Six breaches.</p>"
    with pytest.raises(RefusedError, match="leads on more than 5 times"):
        fetcher.fetch(f"http://example.org:{port}/to/loop")


@pytest.mark.parametrize("target", ["http://inside.example.org/", "file:///etc/hostname", "ftp://example.org/x"])
def test_every_redirection_is_checked_anew(fetcher: HttpFetcher, port: int, target: str) -> None:
    with pytest.raises(RefusedError):
        fetcher.fetch(f"http://example.org:{port}/to/{target}")


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_too_large_a_page_is_refused_packed_or_not(fetcher: HttpFetcher, port: int, path: str) -> None:
    with pytest.raises(RefusedError, match="is larger than 2 MB"):
        fetcher.fetch(f"http://example.org:{port}/{path}")


@pytest.mark.parametrize(
    ("path", "said"),
    [("status/404", "answers 404"), ("status/500", "answers 500"), ("brotli", "not asked for"), ("torn", "cannot be")],
)
def test_what_cannot_be_had_is_said(fetcher: HttpFetcher, port: int, path: str, said: str) -> None:
    with pytest.raises(TreguaError, match=said):
        fetcher.fetch(f"http://example.org:{port}/{path}")


def test_a_slow_server_is_given_up(port: int) -> None:
    fetcher = HttpFetcher(resolver=_local, allowed=lambda _: True, seconds=0.2)
    with pytest.raises(TreguaError, match="no answer within"):
        fetcher.fetch(f"http://example.org:{port}/slow")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname", "ftp://example.org/", "javascript:alert(1)", "//example.org/", "http://", "example.org",
        "http://user:word@example.org/", "http://user@example.org/", "http://example.org/" + "x" * 2_000,
    ],
)  # fmt: skip
def test_addresses_of_other_kinds_are_refused(fetcher: HttpFetcher, url: str) -> None:
    with pytest.raises(RefusedError):
        fetcher.fetch(url)


@pytest.mark.parametrize(
    "url", ["http://[::1", "http://example.org:99999/", "http://none.example.org/", "http://exa mple/"]
)
def test_addresses_that_lead_nowhere_say_so(fetcher: HttpFetcher, url: str) -> None:
    with pytest.raises(TreguaError):
        fetcher.fetch(url)


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://0x7f.1/", "http://2130706433/"]
)
def test_this_machine_is_refused_however_it_is_written(url: str) -> None:
    with pytest.raises(RefusedError, match="not on the public internet"):
        HttpFetcher().fetch(url)


def test_one_private_address_among_public_ones_is_enough() -> None:
    fetcher = HttpFetcher(resolver=lambda *_: ["93.184.216.34", "192.168.1.1"])
    with pytest.raises(RefusedError):
        fetcher.fetch("http://example.org/")


def test_a_name_that_does_not_resolve_is_said() -> None:
    def fail(*_: object) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(TreguaError, match="Name or service not known"):
        HttpFetcher(resolver=fail).fetch("http://example.org/")


def test_resolve_asks_the_system() -> None:
    assert "127.0.0.1" in resolve("localhost", 80)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.2.1", "192.0.0.8", "192.88.99.1",
        "::1", "::", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "2002:7f00:1::", "2002:808:808::1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2001:0:7f00:1::1", "2001::1", "100::1", "3fff::1",
        "5f00::1", "", "localhost", "1.2.3", "0x7f.0.0.1",
    ],
)  # fmt: skip
def test_addresses_that_are_never_reached(address: str) -> None:
    assert not is_public(address)
