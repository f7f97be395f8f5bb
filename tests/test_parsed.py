from __future__ import annotations

from pathlib import Path

import pytest

from tregua.authored import Authored, read_authored
from tregua.parsed import cache_folder, keep, recall

TEXT = "title: t\non: 2016-02-27\n"


class Note(Authored):
    title: str
    on: str | None = None


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "tregua" / "parsed-1"


def test_what_is_kept_is_recalled_for_the_same_text_alone() -> None:
    keep("a", b"[1]")
    assert recall("a") == b"[1]"
    assert recall("b") is None


def test_a_damaged_file_is_as_if_there_were_none(cache: Path) -> None:
    keep("a", b"[1]")
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert recall("a") is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep("a", b"[1]")
    assert recall("a") is None


def test_without_a_named_folder_the_cache_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", "/home/somebody")
    assert cache_folder() == Path("/home/somebody/.cache/tregua/parsed-1")


def test_a_shipped_file_is_parsed_once(cache: Path) -> None:
    text = "title: t\n"
    first, _, _ = read_authored(text, Note, "note.yaml", shipped=True)
    (file,) = cache.iterdir()
    again, _, problems = read_authored(text, Note, "note.yaml", shipped=True)
    assert (first, again, problems) == (Note(title="t"), Note(title="t"), ())
    keep(text, b'{"title": "kept"}')
    assert read_authored(text, Note, "note.yaml", shipped=True)[0] == Note(title="kept")
    assert [file] == list(cache.iterdir())


def test_a_file_of_ones_own_is_not_kept(cache: Path) -> None:
    assert read_authored("title: t\n", Note, "note.yaml")[0] == Note(title="t")
    assert not cache.exists()


def test_what_was_kept_for_another_model_is_parsed_anew() -> None:
    text = "title: t\n"
    keep(text, b'{"name": "kept"}')
    assert read_authored(text, Note, "note.yaml", shipped=True)[0] == Note(title="t")


def test_what_would_not_be_the_same_again_is_not_kept(cache: Path) -> None:
    class Loose(Authored):
        on: object

    assert read_authored("on: 2016-02-27\n", Loose, "note.yaml", shipped=True)[0] is not None
    assert not cache.exists()
