from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from pathlib import Path

from tregua.wiring import Assessment, assess_file

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
ROW = re.compile(r"^\| (\d+) \|.*\| `([a-z0-9-]+)` \| (\w+) \|", re.MULTILINE)


def test_ten_findings_of_the_guide_are_what_the_terms_give() -> None:
    told = {
        (event, truce): finding
        for event, truce, finding in ROW.findall((GUIDES / "rule-a-dataset.md").read_text("utf-8"))
    }
    assert len(told) == 10
    assert sum(finding != "breach" for finding in told.values()) == 5
    truces = tuple(sorted({truce for _, truce in told}))
    request = Assessment(path=GUIDES / "rule-a-dataset.jsonl", truces=truces, as_of=LATER, every=True)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for part, _ in assess_file(request, 1):
        assert part.problems == []
        for finding in map(json.loads, part.text.splitlines()):
            found[finding["incident"].partition("-")[0], finding["truce"]].add(finding["finding"])
    assert {key: found[key] for key in told} == {key: {finding} for key, finding in told.items()}
