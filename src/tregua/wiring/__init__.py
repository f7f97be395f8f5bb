"""The only package that chooses backends: it turns a folder into a case that can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tregua.deferred import deferred

if TYPE_CHECKING:
    from tregua.wiring.adding import Added, add_items, add_reports
    from tregua.wiring.annotating import named_annotators
    from tregua.wiring.assessing import Assessment, assess_file
    from tregua.wiring.checking import check_path
    from tregua.wiring.extracting import Part, Request, count_lines, extract_file, trace_file, usual_jobs
    from tregua.wiring.gazetteers import kept_gazetteers
    from tregua.wiring.importing import Imported, import_actors, read_declarations
    from tregua.wiring.keeping import KeptList, add_gazetteer
    from tregua.wiring.library import Held, find_truce, registries_of, shipped_truces
    from tregua.wiring.opening import OpenCase, create_case, open_case, open_ledger
    from tregua.wiring.packs import regions
    from tregua.wiring.publishing import Published, export, publish
    from tregua.wiring.reconciling import reconcile_table
    from tregua.wiring.resolving import resolve_file
    from tregua.wiring.schemas import schema_of

__all__ = [
    "Added",
    "Assessment",
    "Held",
    "Imported",
    "KeptList",
    "OpenCase",
    "Part",
    "Published",
    "Request",
    "add_gazetteer",
    "add_items",
    "add_reports",
    "assess_file",
    "check_path",
    "count_lines",
    "create_case",
    "export",
    "extract_file",
    "find_truce",
    "import_actors",
    "kept_gazetteers",
    "named_annotators",
    "open_case",
    "open_ledger",
    "publish",
    "read_declarations",
    "reconcile_table",
    "regions",
    "registries_of",
    "resolve_file",
    "schema_of",
    "shipped_truces",
    "trace_file",
    "usual_jobs",
]

_HOMES = {
    "Added": "tregua.wiring.adding",
    "add_items": "tregua.wiring.adding",
    "add_reports": "tregua.wiring.adding",
    "named_annotators": "tregua.wiring.annotating",
    "Assessment": "tregua.wiring.assessing",
    "assess_file": "tregua.wiring.assessing",
    "Held": "tregua.wiring.library",
    "find_truce": "tregua.wiring.library",
    "shipped_truces": "tregua.wiring.library",
    "registries_of": "tregua.wiring.library",
    "check_path": "tregua.wiring.checking",
    "Part": "tregua.wiring.extracting",
    "Request": "tregua.wiring.extracting",
    "count_lines": "tregua.wiring.extracting",
    "extract_file": "tregua.wiring.extracting",
    "trace_file": "tregua.wiring.extracting",
    "usual_jobs": "tregua.wiring.extracting",
    "KeptList": "tregua.wiring.keeping",
    "add_gazetteer": "tregua.wiring.keeping",
    "kept_gazetteers": "tregua.wiring.gazetteers",
    "Imported": "tregua.wiring.importing",
    "import_actors": "tregua.wiring.importing",
    "OpenCase": "tregua.wiring.opening",
    "create_case": "tregua.wiring.opening",
    "open_case": "tregua.wiring.opening",
    "open_ledger": "tregua.wiring.opening",
    "regions": "tregua.wiring.packs",
    "Published": "tregua.wiring.publishing",
    "export": "tregua.wiring.publishing",
    "publish": "tregua.wiring.publishing",
    "read_declarations": "tregua.wiring.importing",
    "reconcile_table": "tregua.wiring.reconciling",
    "resolve_file": "tregua.wiring.resolving",
    "schema_of": "tregua.wiring.schemas",
}
"""The module of each public name."""

__getattr__ = deferred(__name__, _HOMES)
