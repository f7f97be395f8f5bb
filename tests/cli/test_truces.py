from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_commands import raise_of

from tregua.errors import CaseError, TreguaError
from tregua.terms.load import pack_truces
from tregua.wiring import assessing


def write(path: Path, count: int) -> Path:
    lines = [
        json.dumps({"id": f"i{n}", "act": "shelling", "actor": "Free Syrian Army", "target": "Syrian army",
                    "start": f"2016-03-{n % 28 + 1:02}", "place": {"name": "Douma", "country": "SY"}})
        for n in range(count)
    ]  # fmt: skip
    lines[count // 2] = "not json"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_any_number_of_processes_rules_alike_and_tells_the_line_that_is_wrong(
    tmp_path: Path, tregua: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assessing, "_BLOCK", 2_000)
    incidents = write(tmp_path / "incidents.jsonl", 200)
    written = []
    for jobs in ("1", "2"):
        output = tmp_path / f"findings-{jobs}.jsonl"
        result = tregua("assess", incidents, "--truce", "syria-coh-2016", "--jobs", jobs, "-o", output)
        assert result.exit_code == 0, result.output
        assert "incidents.jsonl:101: not a line of JSON" in result.output
        assert "syria-coh-2016: 199 breach" in result.output
        written.append(output.read_bytes())
    assert written[0] == written[1]
    assert [json.loads(line)["incident"] for line in written[0].splitlines()][:2] == ["i0", "i1"]


def test_findings_go_to_standard_output_and_counts_to_json(tmp_path: Path, tregua: Run) -> None:
    incidents = tmp_path / "incidents.jsonl"
    incidents.write_text('{"id": "a", "start": "2016-05-06", "place": {"name": "Latakia", "country": "SY"}}\n', "utf-8")
    result = tregua("assess", incidents, "--truce", "syria-coh-2016")
    assert json.loads(result.stdout)["finding"] == "undetermined"
    output = tmp_path / "findings.jsonl"
    counted = tregua("assess", incidents, "--truce", "all", "--json", "-o", output)
    told = json.loads(counted.stdout)
    assert told["lines"] == 1
    assert set(told["findings"]) == {json.loads(line)["truce"] for line in output.read_text("utf-8").splitlines()}
    assert "syria-coh-2016" in told["findings"]
    early = tregua("assess", incidents, "--truce", "syria-coh-2016", "--as-of", "2016-01-01")
    assert early.stdout == ""


def test_a_file_or_a_truce_that_is_not_there_is_told(tmp_path: Path, tregua: Run) -> None:
    incidents = write(tmp_path / "incidents.jsonl", 3)
    with pytest.raises(CaseError, match="did you mean 'syria-coh-2016'"):
        raise_of(tregua("assess", incidents, "--truce", "syria-coh-2015"))
    with pytest.raises(CaseError, match="cannot be read"):
        raise_of(tregua("assess", incidents, "--truce", tmp_path / "no.yaml"))
    broken = tmp_path / "truce.yaml"
    broken.write_text("id: x\n", "utf-8")
    with pytest.raises(CaseError, match="cannot be used"):
        raise_of(tregua("assess", incidents, "--truce", broken))
    with pytest.raises(TreguaError, match="cannot be read"):
        raise_of(tregua("assess", tmp_path / "no.jsonl", "--truce", "syria-coh-2016"))


def test_every_truce_is_listed_and_shown_within_eighty_columns(tregua: Run) -> None:
    listed = tregua("truces")
    rows = [json.loads(line) for line in tregua("truces", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == list(pack_truces())
    expected: Counter[str] = sum((Counter(row["expected"]) for row in rows), Counter())
    assert expected.total() == sum(row["cases"] for row in rows) >= 200
    assert expected["breach"] <= expected.total() * 2 / 3
    for row in rows:
        assert row["cases"] >= 10
        assert row["id"] in listed.stdout
        page = tregua("truce", row["id"]).stdout
        assert "WHEN IT IS IN FORCE" in page
        assert "SOURCES" in page
        long = [line for line in page.splitlines() if len(line) > 80 and not line.strip().startswith("http")]
        assert long == []
    assert json.loads(tregua("truce", "syria-coh-2016", "--json").stdout)["id"] == "syria-coh-2016"


def test_a_schema_tells_what_every_key_means(tmp_path: Path, tregua: Run) -> None:
    schema = json.loads(tregua("schema").stdout)
    assert schema["properties"]["zone"]["description"] == "IANA zone that local times are in."
    assert schema["$defs"]["Clause"]["properties"]["from"]["description"].startswith("first local instant")
    assert schema["additionalProperties"] is False
    output = tmp_path / "case.schema.json"
    tregua("schema", "case.yaml", "-o", output)
    assert "zone" in json.loads(output.read_text("utf-8"))["properties"]
    with pytest.raises(CaseError, match="no file is called"):
        raise_of(tregua("schema", "true.yaml"))


def test_the_whole_library_is_checked_and_so_is_one_truce_of_it(tregua: Run, tmp_path: Path) -> None:
    whole = tregua("check", "library")
    assert whole.exit_code == 0, whole.output
    assert "0 error(s)" in whole.output
    one = json.loads(tregua("check", "syria-coh-2016", "--json").stdout)
    assert one["ok"] is True
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "truce.yaml").write_text("id: x\n", "utf-8")
    assert tregua("check", folder).exit_code == 1


def test_a_truce_is_written_for_a_calendar(tmp_path: Path, tregua: Run) -> None:
    output = tmp_path / "calm.ics"
    result = tregua("truce", "syria-regime-of-calm-2016", "--ics", output)
    assert result.exit_code == 0, result.output
    text = output.read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "UID:syria-regime-of-calm-2016-aleppo-1@tregua\r\n" in text
    assert "DTSTART;TZID=Asia/Damascus:20160505T010000\r\nDTEND;TZID=Asia/Damascus:20160507T010000\r\n" in text


def test_truces_that_others_list_are_declarations_without_clauses(tmp_path: Path, tregua: Run) -> None:
    table = tmp_path / "pax.csv"
    table.write_text(
        "Con,AgtId,Agt,Dat\nSyria,1,A truce,27/02/2016\nYemen,2,Another,2022-04-02\nYemen,3,Bad,never\n", "utf-8"
    )
    output = tmp_path / "declared.jsonl"
    result = tregua("declarations", table, "-o", output)
    assert result.exit_code == 0, result.output
    assert "pax.csv:4: Dat is no day: 'never'" in result.output
    first, second = (json.loads(line) for line in output.read_text("utf-8").splitlines())
    assert (first["id"], first["declared"], first["clauses"]) == ("pa-x-1", "2016-02-27", [])
    assert second["country"] == "Yemen"
    alone = tregua("declarations", table, "--country", "yemen")
    assert [json.loads(line)["id"] for line in alone.stdout.splitlines()] == ["pa-x-2"]
    with pytest.raises(TreguaError, match="has no truce in Chad"):
        raise_of(tregua("declarations", table, "--country", "Chad"))
