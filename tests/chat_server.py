"""A local server that speaks the chat completions protocol, well or badly, as its replies say."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["ChatServer", "Reply", "chat_server", "proposing"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back: status, body, further headers, and whether to wait for ever before that."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    hangs: bool = False


def proposing(content: object) -> Reply:
    """Return a good reply of the protocol whose message is CONTENT, as JSON unless it is text."""
    text = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": text}
    return Reply(body=json.dumps({"object": "chat.completion", "choices": [{"index": 0, "message": message}]}).encode())


@dataclass
class ChatServer:
    """The server, and what it was asked.

    Attributes:
        address: to be given to a proposer.
        reply: makes the reply to a question.
        asked: (path, headers, question) of every request.
    """

    address: str
    reply: Callable[[dict[str, Any]], Reply]
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing when a client turns away."""


@contextmanager
def chat_server(reply: Callable[[dict[str, Any]], Reply] | Reply) -> Iterator[ChatServer]:
    """Serve REPLY on a local port while the block runs."""
    ended = threading.Event()
    answer = (lambda _: reply) if isinstance(reply, Reply) else reply
    told = ChatServer("", answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, question))
            made = told.reply(question)
            if made.hangs:
                ended.wait(20)
            self.send_response(made.status)
            for name, value in made.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(made.body)))
            self.end_headers()
            self.wfile.write(made.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = _Quiet(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
