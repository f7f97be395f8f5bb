"""Fetches public web pages and files, and nothing else.

An address can come from anybody, and what it leads to can change between looking and connecting. So every address a
name resolves to is checked, the connection goes to exactly the address that was checked, and every redirection starts
over. No proxies, credentials or cookies; sizes are counted after unpacking, and a slow server is given up.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import httpx

from tregua.errors import RefusedError, TreguaError
from tregua.records.document import ITEM_LIMIT

__all__ = ["HttpFetcher", "Resolver", "is_public", "resolve"]

_MOST_REDIRECTIONS = 5
_TIMEOUT = httpx.Timeout(15.0)
_TOTAL_SECONDS = 60.0
_LONGEST_ADDRESS = 2_000
_GZIP = 47
"""zlib window bits: gzip or zlib, told by their heads."""
_PIECE = 256 * 1024
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
Fetched = tuple[bytes, str]

_NEVER = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10",
    )
)  # fmt: skip
"""Special-purpose ranges (IANA registries) that no public page is served from."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Tell whether ADDRESS, and any IPv4 address embedded in it, is one of the public internet."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(map(_is_public, (found, *_embedded(found))))


def _is_public(address: Address) -> bool:
    if address.is_multicast or address.is_private or address.is_loopback or address.is_link_local:
        return False
    if address.is_reserved and address not in _NAT64:
        return False
    return not address.is_unspecified and not any(address in network for network in _NEVER)


def _embedded(address: Address) -> Iterator[Address]:
    """Give the IPv4 addresses that a mapped, Teredo or NAT64 ADDRESS leads to."""
    if isinstance(address, ipaddress.IPv6Address):
        yield from (found for found in (address.ipv4_mapped, *(address.teredo or ())) if found)
        if address in _NAT64:
            yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def resolve(host: str, port: int) -> list[str]:
    """Return every address HOST has, as the system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


class HttpFetcher:
    """Fetches over http and https."""

    def __init__(
        self,
        resolver: Resolver = resolve,
        allowed: Callable[[str], bool] = is_public,
        limit: int = ITEM_LIMIT,
        seconds: float = _TOTAL_SECONDS,
    ) -> None:
        """Resolve with RESOLVER, connect only to ALLOWED addresses, take LIMIT bytes and SECONDS at most."""
        self._resolver = resolver
        self._allowed = allowed
        self._limit = limit
        self._seconds = seconds

    def fetch(self, url: str) -> Fetched:
        """Return the bytes at URL and their media type.

        Raises:
            RefusedError: the address, or one it leads to, is not public, or the page is too large.
            TreguaError: the page cannot be had, with the reason.
        """
        answers: queue.SimpleQueue[Fetched | TreguaError] = queue.SimpleQueue()
        threading.Thread(target=self._answer, args=(url, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=self._seconds)
        except queue.Empty:
            raise TreguaError(f"{url}: no answer within {self._seconds:g} seconds") from None
        if isinstance(answer, TreguaError):
            raise answer
        return answer

    def _answer(self, url: str, answers: queue.SimpleQueue[Fetched | TreguaError]) -> None:
        try:
            answers.put(self._follow(url))
        except TreguaError as error:
            answers.put(error)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, zlib.error, ValueError) as error:
            answers.put(TreguaError(f"{url}: cannot be fetched: {str(error) or type(error).__name__}"))
        finally:  # a bug must not look like a slow server; after an answer nobody reads this
            answers.put(TreguaError(f"{url}: fetching it failed"))

    def _follow(self, url: str) -> Fetched:
        at = _parsed(url)
        for _ in range(_MOST_REDIRECTIONS + 1):
            response = self._get(at)
            if isinstance(response, tuple):
                return response
            at = _parsed(str(at.join(response)))
        raise RefusedError(f"{url}: leads on more than {_MOST_REDIRECTIONS} times")

    def _get(self, url: httpx.URL) -> Fetched | str:
        """Return what is at URL, or the address it leads on to."""
        accept = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}
        with self._asked(url, accept | {"Accept-Encoding": "gzip"}) as response:
            if _leads_on(response):
                return response.headers["location"]
            if not response.is_success:
                raise TreguaError(f"{url}: the server answers {response.status_code} {response.reason_phrase}")
            media = response.headers.get("content-type", "").split(";")[0].strip().lower()
            return self._body(url, response), media or "application/octet-stream"

    @contextmanager
    def _asked(self, url: httpx.URL, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """Give the response to a request for URL, sent to an address that was checked."""
        pinned = url.copy_with(host=self._checked(url))
        own = {"Host": url.netloc.decode("ascii"), "User-Agent": f"tregua/{version('tregua')}"}
        extensions = {"sni_hostname": url.raw_host.decode("ascii")}
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=_TIMEOUT) as client,
            client.stream("GET", pinned, headers=own | headers, extensions=extensions) as response,
        ):
            yield response

    def download(self, url: str, target: Path, progress: Callable[[int, int], object]) -> None:
        """Put what is at URL into TARGET, whole or not at all; a try that broke off is gone on with.

        Args:
            url: an http or https address.
            target: the file to write; what has come so far stands beside it, with ``.part``.
            progress: told how many bytes have come, and how many there are, 0 when not known.

        Raises:
            RefusedError: the address, or one it leads to, is not public, or the file is too large.
            TreguaError: it cannot be had, with the reason; what has come is kept for the next try.
        """
        try:
            at = _parsed(url)
            for _ in range(_MOST_REDIRECTIONS + 1):
                onward = self._come(at, _Part(target), progress)
                if not onward:
                    return
                at = _parsed(str(at.join(onward)))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise TreguaError(f"{url}: broke off: {str(error) or type(error).__name__}; try again to go on") from error
        raise RefusedError(f"{url}: leads on more than {_MOST_REDIRECTIONS} times")

    def _come(self, url: httpx.URL, part: _Part, progress: Callable[[int, int], object]) -> str:
        """Take what is still missing of URL into PART, and finish it; return the address it leads on to, if it does."""
        with self._asked(url, {"Accept-Encoding": "identity"} | part.asks()) as response:
            if _leads_on(response):
                return response.headers["location"]
            if not response.is_success:
                part.forget()
                raise TreguaError(f"{url}: the server answers {response.status_code} {response.reason_phrase}")
            size = part.begin(response)
            whole = size + int(response.headers.get("content-length") or 0)
            with part.file.open("ab") as file:
                for piece in response.iter_raw():
                    size += len(piece)
                    if size > self._limit:
                        raise RefusedError(f"{url}: is larger than {self._limit // (1024 * 1024)} MB")
                    file.write(piece)
                    progress(size, whole)
        part.finish()
        return ""

    def _checked(self, url: httpx.URL) -> str:
        """Return the address to connect to, after all that the host has were found to be public."""
        port = url.port or (443 if url.scheme == "https" else 80)
        addresses = self._resolver(url.raw_host.decode("ascii").strip("[]"), port)
        if not addresses:
            raise TreguaError(f"{url}: the host has no address")
        if not all(map(self._allowed, addresses)):
            raise RefusedError(f"{url}: the host is not on the public internet")
        return addresses[0]

    def _body(self, url: httpx.URL, response: httpx.Response) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in _unpacked(url, response):
            size += len(part)
            if size > self._limit:
                raise RefusedError(f"{url}: is larger than {self._limit // (1024 * 1024)} MB")
            parts.append(part)
        return b"".join(parts)


class _Part:
    """What has come of a file, and by what mark of the server it is known to be the same file still."""

    def __init__(self, target: Path) -> None:
        """Stand beside TARGET."""
        self._target = target
        self.file = target.with_name(f"{target.name}.part")
        self._mark = target.with_name(f"{target.name}.part.mark")

    def asks(self) -> dict[str, str]:
        """Return the headers that ask for the rest, or for all when nothing has come."""
        if not (self.file.exists() and self._mark.exists() and self.file.stat().st_size):
            return {}
        return {"Range": f"bytes={self.file.stat().st_size}-", "If-Range": self._mark.read_text("ascii")}

    def begin(self, response: httpx.Response) -> int:
        """Make ready for the body of RESPONSE; return how much of the file is there, none unless it is the rest."""
        if response.status_code == httpx.codes.PARTIAL_CONTENT and self.file.exists():
            return self.file.stat().st_size
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_bytes(b"")
        mark = response.headers.get("etag") or response.headers.get("last-modified") or ""
        if mark.isascii() and mark and not mark.startswith("W/"):
            self._mark.write_text(mark, "ascii")
        else:
            self._mark.unlink(missing_ok=True)
        return 0

    def finish(self) -> None:
        """Make it the file."""
        self.file.replace(self._target)
        self._mark.unlink(missing_ok=True)

    def forget(self) -> None:
        """Begin anew the next time."""
        self.file.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)


def _leads_on(response: httpx.Response) -> bool:
    return response.status_code in _REDIRECTIONS and "location" in response.headers


def _parsed(url: str) -> httpx.URL:
    if len(url) > _LONGEST_ADDRESS:
        raise RefusedError(f"{url[:60]}…: the address is too long")
    parsed = httpx.URL(url)
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise RefusedError(f"{url}: only http and https addresses are fetched")
    if parsed.userinfo:
        raise RefusedError(f"{parsed.host}: an address with a user name or password is not fetched")
    return parsed.copy_with(fragment=None)


def _unpacked(url: httpx.URL, response: httpx.Response) -> Iterator[bytes]:
    """Give the body of RESPONSE in pieces of bounded size, unpacked."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        yield from response.iter_raw()
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise TreguaError(f"{url}: the server packs the page as {encoding[:20]!r}, which was not asked for")
    unpacker = zlib.decompressobj(_GZIP)
    for raw in response.iter_raw():
        rest = raw
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
    yield unpacker.flush()
