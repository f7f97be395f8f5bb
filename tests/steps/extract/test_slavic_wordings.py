"""Russian and Ukrainian: many wordings of acts, blame, truces and aid, and what only looks like them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract import wordings_ru, wordings_uk
from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, TruceWord
from tregua.steps.extract import Context, extract, load_pack

WORDINGS = {"ru": wordings_ru, "uk": wordings_uk}


def told(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    item = document(WORDINGS[language].LEAD + text, published="2021-03-15")
    return extract(item, pack, Context(zone=dt.UTC))[0]


@pytest.mark.parametrize(
    ("language", "text", "act", "actor"),
    [(language, *row) for language, wordings in WORDINGS.items() for row in wordings.ACTS],
)
def test_acts(language: str, text: str, act: str, actor: str | None) -> None:
    found = [claim.slots for claim in told(language, text) if isinstance(claim.slots, Happening)]
    assert [each.act.value for each in found] == [act]
    assert actor is None or [who.text for who in found[0].actors] == [actor]


@pytest.mark.parametrize(
    ("language", "text", "accused"),
    [(language, *row) for language, wordings in WORDINGS.items() for row in wordings.BLAMES],
)
def test_blame(language: str, text: str, accused: str) -> None:
    (found,) = [claim.slots for claim in told(language, text) if isinstance(claim.slots, Blame)]
    assert " ".join(who.text for who in found.accused) == accused


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [(language, *row) for language, wordings in WORDINGS.items() for row in wordings.STATES],
)
def test_truces_aid_and_relations(language: str, text: str, state: str) -> None:
    found = [claim.slots for claim in told(language, text)]
    told_of = [each.status.value for each in found if isinstance(each, TruceWord | Aid)]
    assert state in [*told_of, *(each.type.value for each in found if isinstance(each, Relation))]


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, wordings in WORDINGS.items() for text in wordings.NOTHING]
)
def test_what_only_looks_like_it(language: str, text: str) -> None:
    assert told(language, text) == []
