"""A language model behind OpenAI's chat completions protocol."""

from __future__ import annotations

from tregua.backends.chat.proposer import ChatProposer

__all__ = ["ChatProposer"]
