"""The only package that chooses backends: it turns a folder into a case that can be run."""

from __future__ import annotations

from tregua.wiring.adding import Added, add_items
from tregua.wiring.annotating import named_annotators
from tregua.wiring.checking import check_path
from tregua.wiring.extracting import Part, Request, count_lines, extract_file, usual_jobs
from tregua.wiring.opening import OpenCase, create_case, open_case, open_ledger
from tregua.wiring.packs import regions
from tregua.wiring.publishing import Published, export, publish

__all__ = [
    "Added", "OpenCase", "Part", "Published", "Request", "add_items", "check_path", "count_lines", "create_case",
    "export", "extract_file", "named_annotators", "open_case", "open_ledger", "publish", "regions", "usual_jobs",
]  # fmt: skip
