from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chat_server import ChatServer, Reply, chat_server, proposing
from tests.cli.conftest import Run

from tregua.errors import CaseError, TreguaError

KEY = "sk-a-secret-that-nobody-may-see"
SIX = {"kind": "tally", "quote": "breached the cessation of\nhostilities six times", "count": 6,
       "accused": ["armed groups"]}  # fmt: skip
NEW = {"kind": "aid", "quote": "said on Friday that armed groups", "status": "blocked", "area": ["Lattakia"]}
INVENTED = {"kind": "incident", "quote": "The army gassed Binnish", "act": "attack", "killed": 90}


def about(question: dict[str, Any]) -> Reply:
    """Propose about the bulletin a claim of the grammar's, a new one and an invented one; nothing about the rest."""
    text = json.loads(question["messages"][1]["content"])["text"]
    return proposing({"claims": [SIX, NEW, INVENTED] if "six times in Lattakia" in text else []})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    monkeypatch.setenv("TREGUA_ANNOTATOR_KEY", KEY)
    with chat_server(about) as opened:
        yield opened


def name_annotator(case: Path, address: str) -> None:
    path = case / "case.yaml"
    path.write_text(f"{path.read_text('utf-8')}\nannotators:\n  proposer: {{address: '{address}', model: small-1}}\n")


def run_json(tregua: Run, *words: object) -> Any:  # noqa: ANN401
    result = tregua(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def claims_of(case: Path) -> list[dict[str, Any]]:
    with sqlite3.connect(case / "ledger.db") as ledger:
        rows = ledger.execute("select payload from derived where stage='claims' order by key").fetchall()
    return [claim for row in rows for claim in json.loads(row[0])["claims"]]


def test_a_case_asks_nobody_unless_told_to(case: Path, server: ChatServer, tregua: Run) -> None:
    plain = run_json(tregua, "run", case)
    assert "agreement" not in plain
    with pytest.raises(CaseError, match="names no annotators"):
        raise_of(tregua("run", case, "--annotate"))
    name_annotator(case, server.address)
    named = run_json(tregua, "run", case)
    assert server.asked == []
    assert named["agreement"]["documents"] == 0
    assert named["claims"] == plain["claims"]


def raise_of(result: Any) -> None:  # noqa: ANN401
    assert result.exception is not None, result.output
    raise result.exception


def test_what_is_proposed_enters_marked_and_is_compared(case: Path, server: ChatServer, tregua: Run) -> None:
    name_annotator(case, server.address)
    done = run_json(tregua, "run", case, "--annotate")
    assert len(server.asked) == 3
    assert done["asking"] == []
    assert done["agreement"]["documents"] == 3
    assert done["agreement"]["kinds"]["tally"]["both"] == 1
    assert done["agreement"]["kinds"]["aid"] == {"both": 0, "only_grammar": 0, "only_proposer": 1}
    assert done["agreement"]["rejected"] == 1
    assert "the quote does not stand" in done["agreement"]["reasons"][0]
    assert json.loads((case / "out" / "agreement.json").read_text("utf-8")) == done["agreement"]
    proposed = [claim for claim in claims_of(case) if "proposed" in claim["marks"]]
    assert [claim["slots"]["kind"] for claim in proposed] == ["aid"]
    assert proposed[0]["trace"][0] == "proposed by model:small-1"
    assert "Marked: proposed" in tregua("explain", case, proposed[0]["id"]).stdout
    assert "proposals that the text does not bear out: 1" in tregua("run", case).stdout


def test_rebuild_comes_to_the_same_hash_with_nobody_to_ask(case: Path, tregua: Run) -> None:
    with chat_server(about) as server:
        name_annotator(case, server.address)
        first = run_json(tregua, "run", case, "--annotate")
        assert run_json(tregua, "run", case, "--annotate")["up_to_date"] is True
        assert len(server.asked) == 3
    again = run_json(tregua, "rebuild", case)
    assert again == {"before": first["content_hash"], "content_hash": first["content_hash"], "same": True}
    assert run_json(tregua, "verify", case)["ok"] is True
    assert tregua("run", case, "--as-of", "2016-05-07").exit_code == 0


def test_the_key_is_sent_and_kept_nowhere(case: Path, server: ChatServer, tregua: Run) -> None:
    name_annotator(case, server.address)
    result = tregua("run", case, "--annotate")
    assert server.asked[0][1]["authorization"] == f"Bearer {KEY}"
    assert "3 answers came in" in result.stderr
    assert KEY not in result.output
    for path in case.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=401), "check address, model and key"),
        (Reply(body=b"garbage"), "not one of chat completions"),
        (Reply(status=302, headers=(("Location", "http://example.org/"),)), "not followed"),
    ],
)
def test_a_failing_server_leaves_the_grammar_alone(case: Path, tregua: Run, reply: Reply, said: str) -> None:
    plain = run_json(tregua, "run", case)
    with chat_server(reply) as server:
        name_annotator(case, server.address)
        done = run_json(tregua, "run", case, "--annotate")
    assert done["claims"] == plain["claims"]
    assert said in done["asking"][0]
    assert "is not asked any more" in done["asking"][-1]
    assert run_json(tregua, "rebuild", case)["same"] is True
    result = tregua("run", case, "--annotate")
    assert "cannot be asked" in " ".join(result.output.split())


def test_an_answer_that_is_no_json_is_kept_and_told(case: Path, tregua: Run) -> None:
    with chat_server(proposing("I cannot help with that.")) as server:
        name_annotator(case, server.address)
        done = run_json(tregua, "run", case, "--annotate")
    assert (done["asking"], done["agreement"]["documents"]) == ([], 3)
    assert "cannot be used: it is not JSON" in " ".join(tregua("run", case).output.split())


# Without a case


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    text = "Armed groups breached the cessation of\nhostilities six times in Lattakia, the army said on Friday."
    path = tmp_path / "documents.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "language": "en", "published": "2016-05-06"}) + "\n")
    return path


def propose_more(tregua: Run, documents: Path, *words: object, reply: Callable[..., Reply] | Reply) -> Any:  # noqa: ANN401
    with chat_server(reply) as server:
        return tregua("extract", documents, "--annotator", f"proposer=small-1@{server.address}", *words)


MORE = proposing({"claims": [SIX | {"accused": ["Armed groups"]}, INVENTED,
                             NEW | {"quote": "the army said on Friday"}]})  # fmt: skip


def test_extract_asks_whom_it_is_told_to_and_prints_how_far_they_agree(documents: Path, tregua: Run) -> None:
    result = propose_more(tregua, documents, reply=MORE)
    assert result.exit_code == 0, result.output
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    assert [claim["kind"] for claim in claims if "proposed" in claim["marks"]] == ["aid"]
    assert [claim["kind"] for claim in claims if "agreed" in claim["marks"]] == ["tally"]
    assert "agreement over 1 documents" in result.stderr
    assert "does not bear out: 1" in result.stderr


def test_extract_gives_the_agreement_as_json(documents: Path, tmp_path: Path, tregua: Run) -> None:
    result = propose_more(tregua, documents, "-o", tmp_path / "claims.jsonl", "--json", reply=MORE)
    agreement = json.loads(result.stdout)["agreement"]
    assert agreement["kinds"]["tally"] == {"both": 1, "only_grammar": 0, "only_proposer": 0}
    assert (agreement["documents"], agreement["rejected"]) == (1, 1)
    beside = propose_more(tregua, documents, "--json", reply=MORE)
    assert json.loads(beside.stderr.splitlines()[0])["agreement"] == agreement


def test_extract_without_an_answer_reads_by_grammar_alone(documents: Path, tregua: Run) -> None:
    result = propose_more(tregua, documents, reply=Reply(status=404))
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == ["tally"]
    assert "agreement over 0 documents" in result.stderr
    assert "answers 404" in " ".join(result.stderr.split())


def test_extract_refuses_an_annotator_that_is_none(documents: Path, tregua: Run) -> None:
    with pytest.raises(TreguaError, match="names no annotator"):
        raise_of(tregua("extract", documents, "--annotator", "gpt"))


def test_extract_without_spacy_says_so_and_reads_on(documents: Path, tregua: Run) -> None:
    result = tregua("extract", documents, "--annotator", "spacy=en_none_sm")
    assert result.exit_code == 0
    assert "agreement" not in result.stderr
    assert "spaCy" in result.stderr
