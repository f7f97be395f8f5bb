from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from tregua.backends.intake import Item, items


def _names(folder: Path, found: list[Item]) -> list[str]:
    return [item.name.removeprefix(f"{folder}/") for item in found]


def test_a_file_is_one_item_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Six breaches.")
    assert list(items(str(path))) == [
        Item(name=str(path), content=b"Six breaches.", sha256=hashlib.sha256(b"Six breaches.").hexdigest())
    ]


def test_a_folder_is_walked_in_order_and_hidden_things_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", "sub/.git/x", ".git/y", "another/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert _names(tmp_path, list(items(str(tmp_path)))) == ["a.txt", "b.txt", "another/d.txt", "sub/c.txt"]


def test_links_out_of_the_folder_are_refused_and_links_within_followed_once(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    folder = tmp_path / "case"
    (folder / "real").mkdir(parents=True)
    (folder / "real" / "a.txt").write_text("a")
    (folder / "away.txt").symlink_to(outside)
    (folder / "away").symlink_to(tmp_path)
    (folder / "again").symlink_to(folder / "real")
    (folder / "near.txt").symlink_to(folder / "real" / "a.txt")
    (folder / "itself").symlink_to(folder / "itself")
    found = list(items(str(folder)))
    assert _names(folder, found) == ["away", "away.txt", "itself", "near.txt", "real/a.txt"]
    refused = [item for item in found if item.problem]
    assert len(refused) == 3
    assert all(item.content is None for item in refused)
    assert "leads out" in str(refused[0].problem)


def test_what_is_not_there_or_no_file_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    said = {str(item.problem) for name in ("missing.txt", "pipe", "x\0y") for item in items(str(tmp_path / name))}
    assert any("No such file" in each for each in said)
    assert any("it is no plain file" in each for each in said)
    assert any("its name is no file's name" in each for each in said)


def test_what_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "closed").mkdir()

    def refuse(path: object, *_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    scan = os.scandir

    def scan_all_but_one(path: str) -> object:
        return refuse(path) if path.endswith("closed") else scan(path)

    monkeypatch.setattr(os, "scandir", scan_all_but_one)
    problems = [str(item.problem) for item in items(str(tmp_path))]
    assert len(problems) == 2
    assert all("it cannot be read: Permission denied" in problem for problem in problems)


def test_a_name_that_is_not_utf8_can_be_kept(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    Path(os.fsdecode(path)).write_text("x")
    item = next(items(str(tmp_path)))
    assert item.name.endswith("\ufffdt\ufffd.txt")
    assert item.content == b"x"


def test_too_large_a_file_is_refused_but_hashed(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 3_000_000)
    item = next(items(str(path), limit=2 * 1024 * 1024))
    assert item.content is None
    assert item.sha256 == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    assert "it is larger than 2 MB" in str(item.problem)


def test_records_come_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "one"}\r\n\n{"text": "three"}\n{broken')
    found = list(items(str(path)))
    assert [item.name for item in found] == [f"{path}:1", f"{path}:3", f"{path}:4"]
    assert [item.content for item in found] == [b'{"text": "one"}', b'{"text": "three"}', b"{broken"]
    assert found[0].sha256 == hashlib.sha256(b'{"text": "one"}').hexdigest()


def test_a_line_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.ndjson"
    path.write_bytes(b"x" * 3_000_000 + b'\n{"text": "two"}\n' + b"y" * 1_500_000)
    refused, second, last = items(str(path), limit=1024 * 1024)
    assert str(refused.problem).startswith(f"{path}:1: it is larger than 1 MB")
    assert second.content == b'{"text": "two"}'
    assert str(last.problem).startswith(f"{path}:3: it is larger")


def test_a_line_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"x" * 100 + b"\n" + b"y" * 100)
    assert [item.content for item in items(str(path), limit=100)] == [b"x" * 100, b"y" * 100]


def test_an_empty_file_of_records_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.touch()
    assert "it is empty" in str(next(items(str(path))).problem)


@pytest.mark.parametrize(
    ("stream", "names"),
    [
        (b'{"text": "one"}\n{"text": "two"}\n', ["-:1", "-:2"]),
        (b"<html>\n<p>one</p>", ["-"]),
        (b"[1]\n", ["-"]),
        (b'{\n"text": "one"}', ["-"]),
        (b"", ["-"]),
    ],
)
def test_the_stream_holds_records_or_one_item(stream: bytes, names: list[str]) -> None:
    found = list(items("-", stream=io.BytesIO(stream)))
    assert [item.name for item in found] == names
    if len(names) == 1:
        assert found[0].content == stream
