"""Names by spaCy, where the user has installed it with a model; nothing here needs it until it is asked.

Only an installed package is taken for a model, never a path: loading a model runs code.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from typing import Any, Literal

from tregua.errors import TreguaError
from tregua.ports import Annotation
from tregua.records.document import Document

__all__ = ["SpacyNames"]

_KINDS = {
    "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "actor", "NORP": "actor",
    "PERSON": "name", "PER": "name",
}  # fmt: skip
"""spaCy's labels (OntoNotes and WikiNER) as the grammar's kinds; others are of no use here."""
_LONGEST = 100_000
_MOST = 5_000
_USED = ("tagger", "parser", "lemmatizer", "attribute_ruler", "morphologizer")


class SpacyNames:
    """An :class:`~tregua.ports.Annotator` that marks names."""

    role: Literal["names"] = "names"

    def __init__(self, model: str) -> None:
        """Use the installed package MODEL, loaded when first asked."""
        self._model = model
        self._loaded: Any = None

    @property
    def name(self) -> str:
        """Return ``spacy:`` and the model's package."""
        return f"spacy:{self._model}"

    @property
    def settings(self) -> str:
        """Return a digest of what an answer depends on beside the document."""
        return hashlib.sha256(f"spacy-1 {self._model} {_LONGEST} {_MOST} {sorted(_KINDS.items())}".encode()).hexdigest()

    def annotate(self, document: Document) -> Annotation:
        """Return the names in the first 100,000 characters of DOCUMENT.

        Raises:
            TreguaError: spaCy or the model is not installed, or fails on the text.
        """
        if self._loaded is None:
            self._loaded = _load(self._model)
        try:
            found = self._loaded(document.text[:_LONGEST]).ents
        except (ValueError, RuntimeError, MemoryError) as error:
            raise TreguaError(f"{self.name} failed on it: {str(error)[:200]}") from error
        names = [
            {"start": entity.start_char, "end": entity.end_char, "kind": _KINDS[entity.label_]}
            for entity in found
            if entity.label_ in _KINDS
        ]
        version = str(getattr(self._loaded, "meta", {}).get("version", ""))
        answer = json.dumps({"model": f"{self._model} {version}".strip(), "names": names[:_MOST]})
        return Annotation(annotator=self.name, role=self.role, answer=answer)


def _load(model: str) -> Any:  # noqa: ANN401 - spaCy's own type, and spaCy may not be there
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError as error:
        raise TreguaError("spaCy is not installed here; install it and a model, or leave it out") from error
    if not spacy.util.is_package(model):
        raise TreguaError(f"the spaCy model {model!r} is not installed here (python -m spacy download {model})")
    try:
        return spacy.load(model, exclude=list(_USED))
    except (OSError, ValueError, ImportError) as error:
        raise TreguaError(f"the spaCy model {model!r} cannot be loaded: {str(error)[:200]}") from error
