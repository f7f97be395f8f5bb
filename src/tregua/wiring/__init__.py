"""The only package that chooses backends: it turns a folder into a case that can be run."""

from __future__ import annotations

from tregua.wiring.adding import Added, add_items
from tregua.wiring.annotating import named_annotators
from tregua.wiring.checking import check_path
from tregua.wiring.opening import OpenCase, create_case, open_case, open_ledger
from tregua.wiring.packs import regions
from tregua.wiring.publishing import Published, export, publish

__all__ = [
    "Added", "OpenCase", "Published", "add_items", "check_path", "create_case", "export", "named_annotators",
    "open_case", "open_ledger", "publish", "regions",
]  # fmt: skip
