from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_commands import raise_of

from tregua.errors import TreguaError
from tregua.wiring.extracting import Request, extract_file


def write(path: Path, count: int) -> Path:
    texts = (
        "The centre said rebels shelled Homs, killing {n} civilians.",
        "The army recorded {n} breaches of the truce.",
    )
    lines = [json.dumps({"id": f"d{n}", "text": texts[n % 2].format(n=n + 2)}) for n in range(count)]
    lines[count // 2] = "not json"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("count", [3, 300])
def test_any_number_of_processes_writes_the_same_bytes(tmp_path: Path, tregua: Run, count: int) -> None:
    documents = write(tmp_path / "documents.jsonl", count)
    written = []
    for jobs in ("1", "2"):
        output = tmp_path / f"claims-{jobs}.jsonl"
        result = tregua("extract", documents, "--language", "en", "--jobs", jobs, "-o", output)
        assert result.exit_code == 0, result.output
        assert f"documents.jsonl:{count // 2 + 1}" in result.output
        assert f"from {count} documents" in result.output
        written.append(output.read_bytes())
    assert written[0] == written[1]
    claims = [json.loads(line)["document"] for line in written[0].splitlines()]
    assert claims == sorted(claims, key=lambda name: int(name[1:]))
    assert len(set(claims)) == count - 1
    assert not list(tmp_path.glob("*.part"))


def test_lines_too_long_to_read_are_problems_and_cost_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tregua.wiring.extracting._LONGEST", 100)
    documents = tmp_path / "documents.jsonl"
    long = json.dumps({"id": "1", "text": "\u00e9" * 1000}, ensure_ascii=False)
    short = json.dumps({"id": "2", "text": "Rebels shelled Homs, killing 3 people."})
    documents.write_text(f"{long}\n{short}\n", "utf-8")
    [part] = extract_file(Request(path=documents, language="en", zone="UTC"), 2)
    assert [problem.line for problem in part.problems] == [1]
    assert (part.lines, part.claims) == (2, 1)


def test_parts_are_cut_by_size_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tregua.wiring.extracting._MOST_CHARACTERS", 5)
    documents = write(tmp_path / "documents.jsonl", 3)
    parts = list(extract_file(Request(path=documents, language="en", zone="UTC"), 1))
    assert [part.lines for part in parts] == [1, 1, 1]
    assert [problem.line for part in parts for problem in part.problems] == [2]


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path, tregua: Run) -> None:
    with pytest.raises(TreguaError, match="cannot be read"):
        raise_of(tregua("extract", tmp_path / "none.jsonl"))
    (tmp_path / "bad.jsonl").write_bytes(b'{"id": "1", "text": "x"}\n\xff\xfe\n')
    with pytest.raises(TreguaError, match="line 2 is not UTF-8"):
        raise_of(tregua("extract", tmp_path / "bad.jsonl"))
    documents = write(tmp_path / "documents.jsonl", 3)
    with pytest.raises(TreguaError, match="cannot be written"):
        raise_of(tregua("extract", documents, "-o", tmp_path / "no" / "claims.jsonl"))
