"""The ledger: evidence, terms and judgements in one hash chain, derived rows beside them."""

from __future__ import annotations

from tregua.backends.ledger.store import Ledger

__all__ = ["Ledger"]
