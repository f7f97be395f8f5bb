"""Claims proposed by a language model at an address that speaks OpenAI's chat completions protocol.

The address is the user's own choice and may be local. What comes back is bounded in size and time and believed in
nothing: it leaves here as it came, and ``steps.extract`` holds it against the text. No proxy, cookie or redirection
is followed. The key is handed in by the wiring and leaves only in the request's own header.
"""

from __future__ import annotations

import hashlib
import json
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Literal

import httpx

from tregua.backends.chat.instructions import INSTRUCTIONS
from tregua.errors import TreguaError
from tregua.ports import ANSWER_LIMIT, Annotation
from tregua.records.document import Document

__all__ = ["ChatProposer"]

_TRIES = 3
_FIRST_WAIT_SECONDS = 0.5
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTIONS = range(300, 400)
_SHORTEST_KEY = 8
_LONGEST_BODY = 2 * ANSWER_LIMIT


class _Again(TreguaError):  # noqa: N818 - the try failed, and another one may not
    """There is no answer yet; another try may bring one."""


class ChatProposer:
    """An :class:`~tregua.ports.Annotator` that proposes claims."""

    role: Literal["claims"] = "claims"

    def __init__(
        self,
        address: str,
        model: str,
        *,
        key: str = "",
        seconds: float = 120,
        characters: int = 20_000,
        wait: float = _FIRST_WAIT_SECONDS,
    ) -> None:
        """Ask MODEL at ADDRESS with KEY; take SECONDS a document, show CHARACTERS of it, WAIT before a second try."""
        self._address = f"{address.rstrip('/')}/chat/completions"
        self._model = model
        self._key = key
        self._seconds = seconds
        self._characters = characters
        self._wait = wait

    @property
    def name(self) -> str:
        """Return ``model:`` and the model's name."""
        return f"model:{self._model}"

    @property
    def settings(self) -> str:
        """Return a digest of what an answer depends on beside the document; the address is not part of it."""
        return hashlib.sha256(f"chat-1\0{self._model}\0{self._characters}\0{INSTRUCTIONS}".encode()).hexdigest()

    def annotate(self, document: Document) -> Annotation:
        """Return what the model proposes about DOCUMENT.

        Raises:
            TreguaError: it does not answer in time, or not as the protocol says.
        """
        deadline = time.monotonic() + self._seconds
        answer = self._tried(self._question(document), deadline)
        return Annotation(annotator=self.name, role=self.role, answer=answer)

    def _question(self, document: Document) -> bytes:
        published = document.published.at.date().isoformat() if document.published else None
        shown = {"language": document.language, "published": published, "text": document.text[: self._characters]}
        messages = [
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": json.dumps(shown, ensure_ascii=False)},
        ]
        question = {"model": self._model, "messages": messages, "temperature": 0, "stream": False}
        return json.dumps(question, ensure_ascii=False).encode("utf-8", "replace")

    def _tried(self, question: bytes, deadline: float) -> str:
        wait = self._wait
        for left in reversed(range(_TRIES)):
            try:
                return self._within(question, deadline)
            except _Again:
                if not left or time.monotonic() + wait >= deadline:
                    raise
            time.sleep(wait)
            wait *= 2
        raise AssertionError  # pragma: no cover - the last try returns or raises

    def _within(self, question: bytes, deadline: float) -> str:
        """Ask once, and wait no longer than DEADLINE whatever the server does."""
        answers: queue.SimpleQueue[str | TreguaError] = queue.SimpleQueue()
        threading.Thread(target=self._put, args=(question, deadline, answers.put), daemon=True).start()
        try:
            answer = answers.get(timeout=max(deadline - time.monotonic(), 0.001))
        except queue.Empty:
            raise TreguaError(f"{self.name}: no answer within {self._seconds:g} seconds") from None
        if isinstance(answer, TreguaError):
            raise answer
        return answer

    def _put(self, question: bytes, deadline: float, put: Callable[[str | TreguaError], None]) -> None:
        try:
            put(self._asked(question, deadline))
        except TreguaError as error:
            put(error)
        except (httpx.LocalProtocolError, httpx.InvalidURL, ValueError) as error:
            # Its words may repeat a header, and so the key.
            put(TreguaError(f"{self.name}: cannot be asked: {type(error).__name__}"))
        except (httpx.HTTPError, OSError) as error:
            put(_Again(f"{self.name}: cannot be asked: {self._without_key(str(error))[:200] or type(error).__name__}"))
        finally:  # a bug must not look like a slow server; after an answer nobody reads this
            put(TreguaError(f"{self.name}: asking it failed"))

    def _asked(self, question: bytes, deadline: float) -> str:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        timeout = httpx.Timeout(max(deadline - time.monotonic(), 0.001))
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=timeout) as client,
            client.stream("POST", self._address, content=question, headers=headers) as response,
        ):
            self._check(response)
            return self._content(self._body(response, deadline))

    def _check(self, response: httpx.Response) -> None:
        code = response.status_code
        if code in _BUSY:
            raise _Again(f"{self.name}: the server answers {code}")
        if code in _REDIRECTIONS:
            raise TreguaError(f"{self.name}: the server answers {code}, leading elsewhere; it is not followed")
        if not response.is_success:
            raise TreguaError(f"{self.name}: the server answers {code}; check address, model and key")
        if response.headers.get("content-encoding", "identity").strip().lower() != "identity":
            raise TreguaError(f"{self.name}: the server packs its answer, which was not asked for")

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > _LONGEST_BODY or time.monotonic() > deadline:
                raise TreguaError(f"{self.name}: its answer is too long, or comes too slowly")
            parts.append(part)
        return b"".join(parts)

    def _content(self, body: bytes) -> str:
        """Return the words of the one answer in BODY."""
        try:
            value: Any = json.loads(body)
            content = value["choices"][0]["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError):
            raise TreguaError(f"{self.name}: its answer is not one of chat completions") from None
        if not isinstance(content, str) or len(content.encode("utf-8", "replace")) > ANSWER_LIMIT:
            raise TreguaError(f"{self.name}: its answer holds no text, or too much")
        return self._without_key(content.encode("utf-8", "replace").decode("utf-8"))

    def _without_key(self, text: str) -> str:
        """Return TEXT fit to be kept: a server may send back the key it was given."""
        return text.replace(self._key, "***") if len(self._key) >= _SHORTEST_KEY else text
