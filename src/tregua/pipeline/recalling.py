"""The memory of linking, kept beside the derived rows, so that the next run links only what is new.

It may be missing, broken or of another run: then everything is linked anew, with the same result. So no content hash
covers it, and deriving anew forgets it.
"""

from __future__ import annotations

import zlib
from base64 import b85decode, b85encode
from binascii import Error

import msgspec

from tregua.pipeline.codec import decode
from tregua.ports import MEMORY, Derived, Store
from tregua.records.incident import Incident, Testimony
from tregua.steps.link import Before, Memory, no_search_for_garbage

__all__ = ["recall", "remember"]

_KEY = "link"
_QUICKLY = 1


def recall(store: Store, settings: str) -> Before | None:
    """Return what the last run linked with the same SETTINGS, None when STORE does not hold all of it."""
    row = store.derived(MEMORY).get(_KEY)
    if row is None or not row.inputs.startswith(f"{settings} "):
        return None
    incidents, testimonies = (store.derived(stage).values() for stage in ("incidents", "testimonies"))
    if any(f"{settings} {each.inputs}" != row.inputs for rows in (incidents, testimonies) for each in rows):
        return None
    with no_search_for_garbage():
        memory = _read(row.payload)
        if memory is None:
            return None
        return Before(
            incidents=[decode(Incident, each.payload) for each in incidents],
            testimonies=[decode(Testimony, each.payload) for each in testimonies],
            memory=memory,
        )


def remember(store: Store, settings: str, inputs: str, memory: Memory) -> None:
    """Keep the MEMORY of a run with SETTINGS whose incidents are derived from INPUTS."""
    payload = b85encode(zlib.compress(msgspec.msgpack.encode(memory), _QUICKLY)).decode()
    store.replace_derived(MEMORY, [Derived(stage=MEMORY, key=_KEY, inputs=f"{settings} {inputs}", payload=payload)])


def _read(payload: str) -> Memory | None:
    try:
        return msgspec.msgpack.decode(zlib.decompress(b85decode(payload)), type=Memory)
    except (ValueError, Error, zlib.error, msgspec.MsgspecError):
        return None
