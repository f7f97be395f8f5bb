from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import BULLETIN, Run

from tregua.errors import CaseError, LedgerError, RefusedError, TreguaError, UnknownRecordError


def run_json(tregua: Run, *words: object) -> Any:  # noqa: ANN401
    result = tregua(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_init_makes_a_case_that_checks_and_refuses_to_overwrite(tmp_path: Path, tregua: Run) -> None:
    assert tregua("init", tmp_path / "new", "--truce", "syria-coh-2016").exit_code == 0
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        "case.yaml", "actors.yaml", "sources.yaml", "places.yaml", "reports", "truces", "out"
    }  # fmt: skip
    told = (tmp_path / "new" / "case.yaml").read_text("utf-8")
    assert "zone: Asia/Damascus" in told
    assert "languages: [en, ar, es, fa, fr, pt, ru, tr, uk]" in told
    with pytest.raises(CaseError, match="is a case already"):
        raise_of(tregua("init", tmp_path / "new"))
    with pytest.raises(CaseError, match="did you mean 'syria-coh-2016'"):
        raise_of(tregua("init", tmp_path / "other", "--truce", "syria-coh-2061"))


def raise_of(result: Any) -> None:  # noqa: ANN401
    assert result.exception is not None, result.output
    raise result.exception


def test_run_takes_in_dropped_reports_and_a_second_run_does_nothing(case: Path, tregua: Run) -> None:
    first = run_json(tregua, "run", case)
    assert first["documents"] == 3
    assert first["up_to_date"] is False
    assert {Path(name).name for name in first["files"]} == {"report.html", "report.pdf"}
    second = run_json(tregua, "run", case)
    assert second["up_to_date"] is True
    assert second["content_hash"] == first["content_hash"]
    assert "nothing was done" in tregua("run", case).stdout


def test_rebuild_comes_to_the_same_content_hash(case: Path, tregua: Run) -> None:
    first = run_json(tregua, "run", case)
    again = run_json(tregua, "rebuild", case)
    assert again == {"before": first["content_hash"], "content_hash": first["content_hash"], "same": True}


def test_a_copied_count_is_one_testimony_and_explain_says_so(case: Path, tregua: Run) -> None:
    run_json(tregua, "run", case)
    with sqlite3.connect(case / "ledger.db") as ledger:
        payloads = [
            json.loads(row[0]) for row in ledger.execute("select payload from derived where stage='testimonies'")
        ]
    total = [each for each in payloads if each["tally"] and each["tally"]["count"] == 490]
    assert len(total) == 1
    assert total[0]["outlets"] == ["SANA", "The Daily Record"]
    told = tregua("explain", case, total[0]["id"]).stdout
    assert "490" in told
    assert "The Daily Record" in told


def test_nothing_is_read_from_related_articles(case: Path, tregua: Run) -> None:
    run_json(tregua, "run", case)
    with sqlite3.connect(case / "ledger.db") as ledger:
        rows = " ".join(row[0] for row in ledger.execute("select payload from derived where stage='claims'"))
    assert "Ninety breaches" not in rows


def test_add_is_idempotent_and_reports_each_item(case: Path, tmp_path: Path, tregua: Run) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text(BULLETIN, "utf-8")
    first = json.loads(tregua("add", case, extra, "--json").stdout)
    assert first["status"] == "added"
    assert len(first["documents"]) == 1
    assert json.loads(tregua("add", case, extra, "--json").stdout)["status"] == "known"
    assert "1 known already" in tregua("add", case, extra).stdout


def test_what_is_refused_ends_with_1_and_the_rest_is_in(case: Path, tmp_path: Path, tregua: Run) -> None:
    good = tmp_path / "good.txt"
    good.write_text(BULLETIN, "utf-8")
    result = tregua("add", case, tmp_path / "missing.txt", good, "http://127.0.0.1/", "--json")
    assert result.exit_code == 1
    assert [json.loads(line)["status"] for line in result.stdout.splitlines()] == ["refused", "added", "refused"]


def test_verify_names_an_altered_entry(case: Path, tregua: Run) -> None:
    run_json(tregua, "run", case)
    whole = run_json(tregua, "verify", case)
    assert whole["ok"] is True
    with sqlite3.connect(case / "ledger.db") as ledger:
        for (name,) in ledger.execute("select name from sqlite_master where type='trigger'").fetchall():
            ledger.execute(f"drop trigger {name}")
        ledger.execute("update evidence set name = 'other' where seq = (select min(seq) from evidence)")
    result = tregua("verify", case, "--json")
    assert result.exit_code == 1
    assert any("evidence #" in problem for problem in json.loads(result.stdout)["problems"])


def test_a_text_is_of_the_day_it_prints_and_a_person_knows_better(case: Path, tregua: Run) -> None:
    text = "Khan Touman, 9 May 2016 (SANA) - Militants shelled Douma on Monday, killing two civilians, police said."
    dropped = case / "reports" / "note.txt"
    dropped.write_text(text, "utf-8")
    assert "(publisher not known, 2016-05-09)" in tregua("add", case, dropped).stdout
    name = f"d-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    assert "9 May 2016 (inferred: dateline)" in " ".join(tregua("explain", case, name).stdout.split())
    for slot, value in (("published", "2016-05-10"), ("publisher", "Syrian Post")):
        words = ("judge", case, "correct", name, "--slot", slot, "--value", value, "--why", "it came by mail")
        assert tregua(*words).exit_code == 0
    said = " ".join(tregua("explain", case, name).stdout.split())
    assert "Syrian Post" in said
    assert "10 May 2016 (stated: j-1)" in said


def test_a_day_yet_to_come_is_not_that_of_a_text(case: Path, tregua: Run) -> None:
    text = "Geneva, 9 May 2087 - Militants shelled Douma, killing two civilians, police said."
    dropped = case / "reports" / "note.txt"
    dropped.write_text(text, "utf-8")
    assert "(publisher not known, date not known)" in tregua("add", case, dropped).stdout


def test_without_any_day_there_is_no_report_and_it_is_said_what_to_do(case: Path, tregua: Run) -> None:
    for report in (case / "reports").iterdir():
        report.unlink()
    (case / "reports" / "a.txt").write_text(SWAHILI, "utf-8")
    result = tregua("run", case)
    assert "no language pack for 'sw'" in " ".join(result.output.split())
    with pytest.raises(TreguaError, match="say when one was published with tregua judge"):
        raise_of(result)


def test_a_judgement_is_kept_and_applied(case: Path, tregua: Run) -> None:
    run_json(tregua, "run", case)
    assert tregua("export", case, "--format", "csv", "-o", case / "tables").exit_code == 0
    lines = (case / "tables" / "incidents.csv").read_text("utf-8").splitlines()
    incident = next(cell for line in lines for cell in line.split(",") if cell.startswith("i-"))
    result = tregua("judge", case, "verify", incident, "--why", "seen on site", "--who", "rp")
    assert result.exit_code == 0, result.output
    run_json(tregua, "run", case)
    assert "verified" in tregua("explain", case, incident).stdout
    with pytest.raises(UnknownRecordError):
        raise_of(tregua("judge", case, "verify", "i-nothing", "--why", "x"))
    with pytest.raises(TreguaError, match="reason"):
        raise_of(tregua("judge", case, "verify", incident, "--why", " "))


def _incidents(case: Path) -> list[dict[str, Any]]:
    with sqlite3.connect(case / "ledger.db") as ledger:
        rows = ledger.execute("select payload from derived where stage = 'incidents' order by key").fetchall()
    return [json.loads(payload) for (payload,) in rows]


def test_an_id_of_yesterday_is_explained_and_found_and_a_withdrawal_restores_all(case: Path, tregua: Run) -> None:
    first = run_json(tregua, "run", case)
    one, other = (item["id"] for item in _incidents(case))
    for words in (("merge", one, other), ("verify", other)):
        assert tregua("judge", case, *words, "--why", "one event", "--who", "rp").exit_code == 0
    run_json(tregua, "run", case)
    (whole,) = _incidents(case)
    assert (whole["id"] in {one, other}, whole["status"]) == (True, "verified")
    (former,) = {one, other} - {whole["id"]}
    told = " ".join(tregua("explain", case, former).stdout.split())
    assert f"Incident {former} is now part of {whole['id']}." in told
    assert f"{former} (1 claim) became part of {whole['id']}." in told
    assert "Judgement j-1: rp decided" in told
    rebuilt = run_json(tregua, "rebuild", case)
    assert rebuilt["same"] is True
    assert f"became part of {whole['id']}" in " ".join(tregua("explain", case, former).stdout.split())
    for name in ("j-1", "j-2"):
        assert tregua("judge", case, "withdraw", name, "--why", "two after all").exit_code == 0
    assert run_json(tregua, "run", case)["content_hash"] == first["content_hash"]
    assert {item["id"] for item in _incidents(case)} == {one, other}


@pytest.mark.parametrize("form", ["csv", "geojson", "parquet"])
def test_exports_are_written(case: Path, tregua: Run, form: str) -> None:
    result = tregua("export", case, "--format", form, "-o", case / "tables")
    assert result.exit_code == 0, result.output
    written = list((case / "tables").iterdir())
    assert written
    assert all(path.stat().st_size for path in written)


def test_report_of_a_day_and_of_a_period(case: Path, tregua: Run) -> None:
    assert tregua("report", case, "--date", "2016-05-06").exit_code == 0
    assert (case / "out" / "report-2016-05-06-2016-05-06.html").exists()
    result = tregua("report", case, "--from", "2016-05-06", "--to", "2016-05-08", "-o", case / "week.pdf")
    assert result.exit_code == 0, result.output
    assert (case / "week.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(TreguaError, match=r"\.html or \.pdf"):
        raise_of(tregua("report", case, "--date", "2016-05-06", "-o", case / "week.doc"))
    with pytest.raises(TreguaError, match="before it starts"):
        raise_of(tregua("report", case, "--from", "2016-05-08", "--to", "2016-05-06"))


def test_as_of_leaves_out_what_came_later_and_changes_nothing(case: Path, tregua: Run) -> None:
    first = run_json(tregua, "run", case)
    past = run_json(tregua, "run", case, "--as-of", "2016-05-06")
    assert past["documents"] == 1
    assert run_json(tregua, "run", case)["content_hash"] == first["content_hash"]


def test_check_answers_a_typo_with_file_line_and_the_nearest_word(case: Path, tregua: Run) -> None:
    assert tregua("check", case).exit_code == 0
    text = (case / "case.yaml").read_text("utf-8").replace("zone:", "zoen:")
    (case / "case.yaml").write_text(text, "utf-8")
    result = tregua("check", case, "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["problems"][0]
    assert (found["where"], found["hint"]) == ("case.yaml", "did you mean 'zone'?")
    assert text.splitlines()[found["line"] - 1].startswith("zoen:")
    with pytest.raises(CaseError) as caught:
        raise_of(tregua("run", case))
    assert caught.value.problems[0].line == found["line"]


def test_check_takes_one_file(case: Path, tregua: Run) -> None:
    assert tregua("check", case / "actors.yaml").exit_code == 0
    (case / "sources.yaml").write_bytes(b"sources:\n  - \xff\xfe")
    result = tregua("check", case / "sources.yaml", "--json")
    assert json.loads(result.stdout)["problems"][0]["line"] == 2
    with pytest.raises(CaseError, match="no file that Tregua knows"):
        raise_of(tregua("check", case / "reports" / "rival.txt"))


def test_extract_needs_no_case_and_survives_bad_lines(tmp_path: Path, tregua: Run) -> None:
    record = {"id": "1", "published": "2016-05-06", "publisher": "SANA", "text": BULLETIN.split("\n\n", 1)[1]}
    documents = tmp_path / "documents.jsonl"
    documents.write_text(json.dumps(record) + "\nnot json\n" + '{"id": "2"}\n', "utf-8")
    result = tregua("extract", documents, "-o", tmp_path / "claims.jsonl")
    assert result.exit_code == 0, result.output
    claims = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {claim["count"] for claim in claims if claim["kind"] == "tally"} == {6, 490}
    assert "documents.jsonl:2" in result.output
    assert "documents.jsonl:3" in result.output


def test_a_folder_that_is_no_case_is_told(tmp_path: Path, tregua: Run) -> None:
    with pytest.raises(CaseError, match=r"has no case\.yaml"):
        raise_of(tregua("run", tmp_path))


def test_a_file_that_is_no_ledger_is_told(case: Path, tregua: Run) -> None:
    (case / "ledger.db").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(LedgerError):
        raise_of(tregua("run", case))


def test_every_error_has_its_own_exit_code() -> None:
    assert RefusedError.exit_code == 6


SWAHILI = (
    "Msemaji wa jeshi alisema kwamba makubaliano ya kusitisha mapigano yalikiukwa mara sita katika mji wa Goma "
    "ndani ya saa ishirini na nne zilizopita, na raia wawili waliuawa."
)


def test_extract_names_a_document_in_a_language_without_a_pack(tmp_path: Path, tregua: Run) -> None:
    records = [{"id": "told", "text": "x", "language": "sw"}, {"id": "untold", "text": SWAHILI}]
    documents = tmp_path / "documents.jsonl"
    documents.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    result = tregua("extract", documents)
    assert result.exit_code == 0, result.output
    said = " ".join(result.output.split())
    assert "no claims were read of document 'told': no language pack for 'sw'" in said
    assert "no claims were read of document 'untold': no language pack for 'sw'" in said


def test_extract_reads_a_short_text_as_english_and_any_as_told(tmp_path: Path, tregua: Run) -> None:
    documents = tmp_path / "documents.jsonl"
    documents.write_text(json.dumps({"id": "1", "text": "6 breaches."}), "utf-8")
    assert json.loads(tregua("extract", documents).stdout)["count"] == 6
    assert "no language pack for 'sw'" in " ".join(tregua("extract", documents, "--language", "sw").output.split())


def test_run_names_documents_that_it_cannot_or_shall_not_read(case: Path, tregua: Run) -> None:
    (case / "reports" / "swahili.txt").write_text(f"Title: Habari\nPublished: 2016-05-07\n\n{SWAHILI}", "utf-8")
    for languages, said in (("en", "no language pack for 'sw'"), ("fr", "its language is 'en', the case reads fr")):
        text = re.sub(r"(?m)^#? *languages:.*\n", "", (case / "case.yaml").read_text("utf-8"))
        (case / "case.yaml").write_text(f"{text}languages: [{languages}]\n", "utf-8")
        output = " ".join(tregua("run", case).output.split())
        assert "no claims were read" in output
        assert said in output


def test_extract_traces_each_sentence_and_writes_claims_only_where_told(tmp_path: Path, tregua: Run) -> None:
    documents = tmp_path / "documents.jsonl"
    records = [{"id": "1", "text": "6 breaches."}, {"id": "2", "text": "x", "language": "sw"}]
    documents.write_text("\n".join(["no", *map(json.dumps, records)]), "utf-8")
    told = tregua("extract", documents, "--trace").stdout
    assert "1: 1 sentences read as English, 1 claims" in told
    assert "tally by count-breaches: “6 breaches”" in told
    assert "documents.jsonl:1: this line is not JSON" in told
    assert "no language pack for 'sw'" in told
    claims = tmp_path / "claims.jsonl"
    assert tregua("extract", documents, "--trace", "-o", claims).exit_code == 0
    assert len(claims.read_text("utf-8").splitlines()) == 1
    with pytest.raises(TreguaError, match="cannot be read"):
        raise_of(tregua("extract", tmp_path / "none.jsonl", "--trace"))
