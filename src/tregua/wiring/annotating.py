"""Choose annotators: those that a case names, or that a command line names; nobody else is ever asked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from tregua.backends.chat import ChatProposer
from tregua.backends.spacy_names import SpacyNames
from tregua.errors import TreguaError
from tregua.ports import Annotator
from tregua.terms.annotators import AnnotatorChoice

__all__ = ["KEY_VARIABLE", "choose_annotators", "named_annotators"]

KEY_VARIABLE = "TREGUA_ANNOTATOR_KEY"
"""The environment variable that holds the key; its name is fixed, so that no case can ask for another secret."""

_LONGEST_KEY = 4_000
_FORMS = "give spacy=PACKAGE or proposer=MODEL@ADDRESS, e.g. proposer=qwen2.5:14b@http://localhost:11434/v1"


def choose_annotators(choice: AnnotatorChoice | None, environment: Mapping[str, str] = os.environ) -> list[Annotator]:
    """Return the annotators of CHOICE, names before claims; none is asked anything yet.

    Raises:
        TreguaError: the key in ENVIRONMENT is none.
    """
    found: list[Annotator] = []
    if choice is not None and choice.spacy is not None:
        found.append(SpacyNames(choice.spacy.model))
    if choice is not None and choice.proposer is not None:
        one = choice.proposer
        found.append(
            ChatProposer(one.address, one.model, key=_key(environment), seconds=one.seconds, characters=one.characters)
        )
    return found


def named_annotators(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> list[Annotator]:
    """Return the annotators that WORDS name, each as ``spacy=PACKAGE`` or ``proposer=MODEL@ADDRESS``.

    Raises:
        TreguaError: one of WORDS names none, or two name the same kind.
    """
    chosen: dict[str, dict[str, str]] = {}
    for word in words:
        kind, _, rest = word.partition("=")
        model, _, address = rest.rpartition("@")
        if kind not in {"spacy", "proposer"} or kind in chosen:
            raise TreguaError(f"{word!r} names no annotator, or a second one of its kind; {_FORMS}")
        chosen[kind] = {"model": rest} if kind == "spacy" else {"model": model, "address": address}
    if not chosen:
        return []
    try:
        return choose_annotators(AnnotatorChoice.model_validate(chosen), environment)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise TreguaError(f"{name}: {first['msg'].removeprefix('Value error, ')}; {_FORMS}") from error


def _key(environment: Mapping[str, str]) -> str:
    key = environment.get(KEY_VARIABLE, "").strip()
    if len(key) > _LONGEST_KEY or not key.isascii() or not all(character.isprintable() for character in key):
        raise TreguaError(f"{KEY_VARIABLE} holds no key: it is too long, or has characters that no key has")
    return key
