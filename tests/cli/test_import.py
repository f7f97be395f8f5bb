from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

LIST = """id,name,type,country,cite
nusra-front,Jabhat al-Nusra,armed group,Upland,a list
fourth-sheikh-brigade,Fourth Sheikh Brigade,armed group,Upland,a list
harbour-guard,Harbour Guard,militia,Lowland,a list
"""


def test_a_list_is_taken_in_but_for_whom_the_case_knows(case: Path, tmp_path: Path, tregua: Run) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    done = tregua("import", case, file, "--country", "upland")
    assert done.exit_code == 0, done.output
    assert "1 new, 1 known already" in done.output
    written = (case / "actors" / "list.yaml").read_text("utf-8")
    assert "Fourth Sheikh Brigade" in written
    assert "Harbour Guard" not in written
    assert tregua("check", case).exit_code == 0
    again = json.loads(tregua("import", case, file, "--json").output)
    assert again["new"] == ["Fourth Sheikh Brigade", "Harbour Guard"]
    assert again["known"] == {"Jabhat al-Nusra": "jabhat-al-nusra"}
    assert tregua("run", case).exit_code == 0


def test_a_list_that_gives_nothing_says_why(case: Path, tmp_path: Path, tregua: Run) -> None:
    file = tmp_path / "list.csv"
    file.write_text("id,name\njabhat-al-nusra,Jabhat al-Nusra\n", "utf-8")
    assert "nothing was written" in tregua("import", case, file).output
    file.write_text(LIST, "utf-8")
    assert "no actor in Nowhere" in str(tregua("import", case, file, "--country", "Nowhere").exception)
    assert "cannot be read" in str(tregua("import", case, tmp_path / "none.csv").exception)
    (case / "actors").write_text("in the way", "utf-8")
    assert "cannot be written" in str(tregua("import", case, file).exception)


def test_a_case_that_cannot_be_used_is_told(tmp_path: Path, tregua: Run) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    assert tregua("import", tmp_path, file).exit_code != 0


def test_a_typo_in_an_imported_file_is_located(case: Path, tregua: Run) -> None:
    (case / "actors").mkdir()
    (case / "actors" / "mine.yaml").write_text("actors:\n  - {id: a, nam: B, type: militia}\n", "utf-8")
    checked = tregua("check", case)
    assert checked.exit_code == 1
    assert "actors/mine.yaml:2" in checked.output
