"""Lists of places that a user keeps once for all cases, put behind a case's own places."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tregua.backends.place_lists import (
    KeptPlaces,
    Layered,
    Manifest,
    kept_manifest,
)
from tregua.ports import Gazetteer

__all__ = ["behind", "data_folder", "kept_gazetteers", "manifest_of"]


def data_folder() -> Path:
    """Return where lists of places are kept: in the user's folder for data of programs."""
    named = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(named or Path("~").expanduser() / ".local" / "share") / "tregua" / "gazetteers"


def kept_gazetteers() -> list[Manifest]:
    """Return what is kept, by name."""
    names = sorted(path.stem for path in data_folder().glob("*.json"))
    return [manifest for name in names if (manifest := kept_manifest(data_folder(), name))]


def manifest_of(name: str) -> Manifest | None:
    """Return the manifest of the list NAME, None when none is kept."""
    return kept_manifest(data_folder(), name)


def behind(places: Gazetteer, manifests: Sequence[Manifest]) -> Gazetteer:
    """Return PLACES with the lists of MANIFESTS behind them.

    Raises:
        TreguaError: a list is not what was added.
    """
    if not manifests:
        return places
    return Layered([places, *(KeptPlaces(data_folder(), manifest, places) for manifest in manifests)])
