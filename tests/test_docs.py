"""The documentation says what the program does: generated parts are in step, links lead somewhere, examples load.

``TREGUA_WRITE_DOCS=1 pytest tests/test_docs.py`` writes the generated parts anew.
"""

from __future__ import annotations

import importlib
import inspect
import os
import re
import types
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import pytest
import typer.main
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from tregua import errors
from tregua.authored import read_authored
from tregua.backends.bounded import Bounded
from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile
from tregua.cli.app import app
from tregua.errors import TreguaError
from tregua.steps.extract.pack import Grammar, Numerals
from tregua.terms.case import CaseFile
from tregua.terms.cases import CaseBook, load_cases
from tregua.terms.lint import lint
from tregua.terms.load import load_truce
from tregua.terms.truce import Truce

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FILES: dict[str, type[BaseModel]] = {
    "case.yaml": CaseFile,
    "actors.yaml": ActorsFile,
    "sources.yaml": SourcesFile,
    "places.yaml": PlacesFile,
    "truce.yaml": Truce,
    "cases.yaml": CaseBook,
}
TOP_KEYS = {"actors": "the actors", "sources": "the sources", "places": "the places"}
LIMITS = [
    ("tregua.records.document", "ITEM_LIMIT", "{megabytes} MB"),
    ("tregua.records.document", "TEXT_LIMIT", "{number} characters"),
    ("tregua.composed", "_MAX_CHARACTERS", "{number} characters"),
    ("tregua.composed", "_MAX_DEPTH", "{number} levels"),
    ("tregua.backends.read_html.reader", "_MOST_ELEMENTS", "{number} elements"),
    ("tregua.backends.read_pdf", "_MOST_PAGES", "{number} pages"),
    ("tregua.backends.read_docx", "_MOST_PARTS", "{number} parts"),
    ("tregua.backends.read_docx", "_MOST_BYTES", "{megabytes} MB"),
    ("tregua.backends.read_docx", "_MOST_TIMES", "{number} times"),
    ("tregua.backends.read_feed", "_MOST_ENTRIES", "{number} entries"),
    ("tregua.backends.read_text", "_LONGEST_MARKDOWN", "{number} characters"),
    ("tregua.backends.fetch", "_TOTAL_SECONDS", "{number} seconds"),
    ("tregua.backends.fetch", "_MOST_REDIRECTIONS", "{number} redirections"),
    ("tregua.backends.fetch", "_LONGEST_ADDRESS", "{number} characters"),
    ("tregua.ports", "ANSWER_LIMIT", "{megabytes} MB, 60 claims"),
    ("tregua.steps.extract.proposals", "MOST_PROPOSALS", "{number} claims"),
    ("tregua.backends.chat.proposer", "_TRIES", "{number} tries"),
]
PLAIN = {
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "true or false",
    "date": "day",
    "datetime": "local time",
}
LITERALS: dict[object, str] = {"": "empty", False: "`false`"}
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def commands() -> dict[str, Any]:
    """Return every command by its words, those of groups too."""
    group: Any = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        found |= {name: command} if inner is None else {f"{name} {each}": inner[each] for each in inner}
    return found


# What is generated: reference/cli.md and reference/case-folder.md


def cell(text: str) -> str:
    """Return TEXT as a cell of a table: a docstring's code and None as a reader of YAML knows them."""
    said = " ".join(text.split()).replace("``", "`").replace("|", "\\|").replace("<", "&lt;")
    return re.sub(r"\bNone\b", "left out", re.sub(r"\bFalse\b", "`false`", said))


def commands_text() -> str:
    return "\n\n".join(command_text(name, command) for name, command in commands().items())


def command_text(name: str, command: Any) -> str:  # noqa: ANN401 - typer keeps its click to itself
    paragraphs = inspect.cleandoc(command.help).split("\n\n")
    said = [" ".join(each.split()) for each in paragraphs]
    example = next(each.removeprefix("Example: ") for each in said if each.startswith("Example: "))
    rows = [f"| {parameter_name(each)} | {parameter_text(each)} |" for each in command.params]
    usage = " ".join(
        ["tregua", name, *(usage_of(each) for each in command.params if each.param_type_name == "argument")]
    )
    return "\n".join([
        f"### tregua {name}", "", *(f"{each}\n" for each in said if not each.startswith("Example: ")),
        "```text", f"{usage} [OPTIONS]", "```", "", "| argument or option | is |", "|---|---|", *rows,
        "| `-h`, `--help` | Show the help and end. |", "", "```sh", example, "```",
    ])  # fmt: skip


def usage_of(parameter: Any) -> str:  # noqa: ANN401
    name = parameter.metavar or parameter.name.upper()
    return f"{name}..." if parameter.nargs == -1 and not name.endswith("…") else name


def parameter_name(parameter: Any) -> str:  # noqa: ANN401
    if parameter.param_type_name == "argument":
        return cell(f"`{usage_of(parameter)}`")
    return ", ".join(f"`{option}`" for option in parameter.opts)


def parameter_text(parameter: Any) -> str:  # noqa: ANN401
    annotation = parameter.type_descriptor.annotation
    is_choice = isinstance(annotation, type) and issubclass(annotation, Enum)
    choices = [str(each.value) for each in annotation] if is_choice else []
    said = [parameter.help or ""]
    said += [f"One of {', '.join(f'`{each}`' for each in choices)}."] if choices else []
    said += ["Written as `2016-05-06`."] if "%Y-%m-%d" in str(parameter.type_descriptor.parameter_info.formats) else []
    said += ["Required."] if parameter.required and parameter.param_type_name == "option" else []
    said += [f"`{parameter.default}` if not given."] if parameter.default and parameter.default is not True else []
    return cell(" ".join(said))


def models_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return MODEL and every model inside it, in the order of its keys."""
    found: list[type[BaseModel]] = []
    queue: list[Any] = [model]
    while queue:
        current = queue.pop(0)
        if isinstance(current, type) and issubclass(current, BaseModel):
            if current not in found:
                found.append(current)
                queue.extend(field.annotation for field in current.model_fields.values())
        else:
            queue.extend(get_args(current))
    return found


def meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return what the docstrings of MODEL, and of what it is built on, say of each attribute."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        doc = inspect.cleandoc(each.__dict__.get("__doc__") or "")
        _, _, listed = doc.partition("Attributes:\n")
        for part in re.split(r"\n(?=    \w)", f"\n{listed}"):
            name, _, text = part.strip().partition(": ")
            found[name] = " ".join(text.split())
    return found


def kind_text(annotation: Any) -> str:  # noqa: ANN401
    """Return in words what ANNOTATION takes."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " · ".join(LITERALS.get(each) or f"`{each}`" for each in inner)
    if origin in {Union, types.UnionType}:
        return " or ".join(dict.fromkeys("`null`" if each is types.NoneType else kind_text(each) for each in inner))
    if origin is not None:
        return ("list of " if origin is tuple else "") + kind_text(inner[0])
    if issubclass(annotation, Enum):
        return " · ".join(f"`{each.value}`" for each in annotation)
    name: str = annotation.__name__
    return f"[{name}](#{name.lower()})" if issubclass(annotation, BaseModel) else PLAIN[name]


def default_text(default: Any) -> str:  # noqa: ANN401
    if default is PydanticUndefined:
        return "required"
    if isinstance(default, BaseModel):
        return "as below"
    if default in (None, "", ()):
        return "none"
    shown = default if isinstance(default, tuple) else (default,)
    return ", ".join(f"`{str(each).lower() if isinstance(each, bool) else each}`" for each in shown)


def keys_of(model: type[BaseModel]) -> Iterator[tuple[str, str, str, str]]:
    said = meanings(model)
    for name, field in model.model_fields.items():
        text = said.get(name) or TOP_KEYS[name]
        yield field.alias or name, kind_text(field.annotation), default_text(field.default), cell(text)


def model_text(model: type[BaseModel], title: str) -> str:
    summary: str = inspect.cleandoc(model.__doc__ or "").split("\n\n")[0]
    rows = [f"| `{key}` | {text} | {kind} | {default} |" for key, kind, default, text in keys_of(model)]
    return "\n".join(
        [title, "", " ".join(summary.split()), "", "| key | is | takes | if left out |", "|---|---|---|---|", *rows]
    )


def files_text() -> str:
    shown: set[type[BaseModel]] = set()
    parts: list[str] = []
    for name, model in FILES.items():
        for each in models_of(model):
            if each not in shown:
                shown.add(each)
                parts.append(model_text(each, f"## {name}" if each is model else f"### {each.__name__}"))
    return "\n\n".join(parts)


def switches_text() -> str:
    rows = [f"| `{name}` | {cell(meanings(Grammar)[name])} |" for name in Grammar.model_fields]
    more = [f"| `{name}` | {cell(meanings(Numerals)[name])} |" for name in Numerals.model_fields]
    head = ["| switch of `grammar` | is |", "|---|---|"]
    return "\n".join([*head, *rows, "", "| key of `numerals` | is |", "|---|---|", *more])


GENERATED = {
    "reference/cli.md": commands_text,
    "reference/case-folder.md": files_text,
    "guides/add-a-language.md": switches_text,
}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_part_is_in_step(name: str) -> None:
    before, start, rest = page(name).partition("<!-- generated -->\n")
    _, end, after = rest.partition("<!-- end of the generated part -->\n")
    assert start
    assert end
    wanted = f"{before}{start}\n{GENERATED[name]()}\n\n{end}{after}"
    if os.environ.get("TREGUA_WRITE_DOCS"):
        (DOCS / name).write_text(wanted, "utf-8")
    assert page(name) == wanted, "write it anew: TREGUA_WRITE_DOCS=1 pytest tests/test_docs.py"


def test_every_command_argument_and_option_is_in_the_reference() -> None:
    text = page("reference/cli.md")
    for name, command in commands().items():
        _, heading, rest = text.partition(f"\n### tregua {name}\n")
        section = rest.partition("\n### ")[0]
        assert heading
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else [usage_of(parameter)]:
                assert f"`{option}`".replace("|", "\\|") in section, f"{name} {option}"


@pytest.mark.parametrize("name", FILES)
def test_every_key_people_write_is_in_the_reference(name: str) -> None:
    text = page("reference/case-folder.md")
    for model in models_of(FILES[name]):
        for key, _, _, meaning in keys_of(model):
            assert meaning, f"{model.__name__}.{key} has no docstring"
            assert f"| `{key}` | {meaning} |" in text


@pytest.mark.parametrize(("module", "name", "form"), LIMITS)
def test_the_limits_stated_are_the_limits(module: str, name: str, form: str) -> None:
    value = getattr(importlib.import_module(module), name)
    stated = form.format(number=f"{value:,.0f}", megabytes=value // (1024 * 1024))
    assert stated in page("reference/limits.md")


def test_the_limits_of_reading_stated_are_the_limits() -> None:
    defaults = inspect.signature(Bounded).parameters
    work = f"{defaults['seconds'].default:g} seconds of processor time ({defaults['patience'].default:g} by the clock)"
    assert f"{work}, {defaults['megabytes'].default // 1024} GB of memory" in page("reference/limits.md")


def error_classes(top: type[TreguaError]) -> Iterable[type[TreguaError]]:
    return [top, *(each for child in top.__subclasses__() for each in error_classes(child))]


def test_every_exit_code_is_in_the_reference() -> None:
    text = page("reference/cli.md")
    codes = {each.exit_code for each in error_classes(TreguaError) if each.__module__ == errors.__name__}
    assert codes == {1, 3, 4, 5, 6}
    for code in codes | {0, 2, 130}:
        assert f"\n| {code} | " in text


def anchors(text: str) -> set[str]:
    """Return the anchors of the headings in TEXT, as the site makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", each).strip().lower()) for each in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for link in LINK.findall(FENCE.sub("", text)):
        if link.startswith(("http://", "https://")):
            continue
        target, _, anchor = link.partition("#")
        there = (path.parent / target).resolve() if target else path
        assert there.is_file(), f"{link} leads nowhere"
        assert there.is_relative_to(DOCS), f"{link} leads out of the site"
        assert not anchor or anchor in anchors(there.read_text("utf-8")), f"{link}: no such heading"


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r"[\w/.-]+\.md", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert listed == {path.relative_to(DOCS).as_posix() for path in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_commands_shown_are_commands(path: Path) -> None:
    known = commands()
    for language, block in FENCE.findall(path.read_text("utf-8")):
        if language not in {"console", "sh"}:
            continue
        for words in (line.removeprefix("$ ").split() for line in block.splitlines()):
            if words[:1] == ["tregua"] and not words[1].startswith("-"):
                name = words[1] if words[1] in known else " ".join(words[1:3])
                options = {option for each in known[name].params for option in each.opts}
                used = {word for word in words[2:] if re.fullmatch(r"--?[a-z][a-z-]*", word)}
                assert used <= options, f"tregua {name} has no {used - options}"


def test_the_truce_of_the_guide_loads_and_passes_its_cases() -> None:
    terms, cases = [block for language, block in FENCE.findall(page("guides/truce-file.md")) if language == "yaml"]
    truce, problems = load_truce(terms, "truce.yaml")
    assert not problems
    assert truce is not None
    book, problems = load_cases(cases, "cases.yaml")
    assert not problems
    assert book is not None
    assert not lint(truce, book.actors, book.places, book)
    assert {example.expect.value for example in book.cases} == {"breach", "permitted", "outside", "undetermined"}


def test_the_annotators_of_the_guide_are_read() -> None:
    found = [block for language, block in FENCE.findall(page("guides/annotators.md")) if language == "yaml"]
    for block, name in zip(found, ("proposer", "spacy"), strict=True):
        case, _, problems = read_authored(f"title: Spring\ntruces: []\n{block}", CaseFile, "case.yaml")
        assert not problems
        assert case is not None
        assert getattr(case.annotators, name) is not None
