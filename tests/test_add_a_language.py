"""The guide to a language pack says what the engine asks for: its kinds, its patterns, its meanings."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from tests.test_docs import DOCS, FENCE, page
from tregua.cli.app import app
from tregua.steps.extract import LanguagePack, load_pack
from tregua.steps.extract.pattern import compile_pattern
from tregua.steps.extract.windows import EDITIONS

GUIDE = "guides/add-a-language.md"
ENGINE = DOCS.parent / "src" / "tregua" / "steps" / "extract"
PACKS = sorted((DOCS.parent / "src" / "tregua" / "packs" / "languages").glob("*.yaml"))
ASKING = {"at", "of", "has", "over"}
FOUND_BY_THE_ENGINE = {"actor", "annotated", "breach_number", "contradiction", "date", "dateline", "frequency",
                       "in_name", "month", "name", "number", "ordinal", "place", "site", "time", "truce_area", "voice",
                       "weekday"}  # fmt: skip
NAMES_KEPT = {"source"}
"""Names under which patterns keep what fits, which a pack also happens to use as a kind of its own."""


def kinds_of_the_table() -> set[str]:
    _, _, rest = page(GUIDE).partition("<!-- kinds -->\n")
    rows = rest.partition("<!-- end of the kinds -->")[0].splitlines()[2:]
    return {kind for row in rows for kind in re.findall(r"`([a-z_]+)`", row.split("|")[1])}


def packs() -> Iterator[LanguagePack]:
    for path in PACKS:
        pack = load_pack(path.stem)
        assert pack is not None
        yield pack


def spoken_of(tree: ast.Module) -> set[str]:
    """Return the words that TREE uses as values: no docstrings."""
    described = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in described)
    return {node.value for node in words if isinstance(node.value, str)}


def asked_for(tree: ast.Module) -> set[str]:
    """Return the kinds that TREE asks a reading for by name."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    arguments = (each for call in calls if call.func.attr in ASKING for each in call.args)  # type: ignore[attr-defined]
    return {each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def engine() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in sorted(ENGINE.glob("*.py"))]


def test_every_kind_that_the_engine_asks_for_is_in_the_table() -> None:
    filled = {entry.kind for pack in packs() for entry in pack.lexicon}
    spoken = {word for tree in engine() for word in spoken_of(tree)}
    asked = {kind for tree in engine() for kind in asked_for(tree)} - FOUND_BY_THE_ENGINE
    assert sorted((asked | (filled & spoken)) - kinds_of_the_table() - NAMES_KEPT) == []


def test_every_kind_in_the_table_is_asked_for() -> None:
    spoken = {word for tree in engine() for word in spoken_of(tree)}
    topics = {kind for pack in packs() for kind in (*pack.topic.violence, *pack.topic.other)}
    assert sorted(kinds_of_the_table() - spoken - topics) == []


def test_the_meanings_of_times_are_those_of_the_engine() -> None:
    _, _, rest = page(GUIDE).partition("| `means` | the rule keeps | is |\n")
    told = {
        word for row in rest.partition("\n\n")[0].splitlines() for word in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    tree = ast.parse((ENGINE / "windows.py").read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = [{key.value for key in table.keys if isinstance(key, ast.Constant)} for table in tables]
    known = next(each for each in keys if {"since", "last", "range"} <= each)
    assert told == known | {"truce_start", *EDITIONS}


def test_every_section_of_a_pack_is_told() -> None:
    text = page(GUIDE)
    assert [name for name in LanguagePack.model_fields if f"`{name}`" not in text] == []


def test_the_patterns_shown_are_patterns() -> None:
    shown = [each for _, block in FENCE.findall(page(GUIDE)) for each in re.findall(r'pattern: "([^"]+)"', block)]
    assert len(shown) == 5
    assert all(compile_pattern(each) for each in shown)


def test_the_sentence_shown_gives_the_claim_shown(tmp_path: Path) -> None:
    document, claim = (json.loads(block) for language, block in FENCE.findall(page(GUIDE)) if language == "json")
    (tmp_path / "try.jsonl").write_text(json.dumps(document), "utf-8")
    (line,) = CliRunner().invoke(app, ["extract", str(tmp_path / "try.jsonl")]).stdout.splitlines()
    assert json.loads(line).items() >= claim.items()
