"""How extracted claims are held against hand-coded cases; the same rules that the field's case format gives.

A tally pairs on its count (``tally_strict`` wants window and area too), an incident on act and sentence, a truce on
status, blame on whom it accuses, a relation on its type, aid on its status. Pairing is greedy, best first, one to one.
"""

from __future__ import annotations

import collections
import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

Plain = dict[str, Any]
Window = tuple[str, Any, Any] | str | None
Pairs = list[tuple[Plain, Plain]]

KINDS = ("tally", "incident", "truce", "blame", "relation", "aid")
SLOTS = (
    "origin",
    "denials",
    "tally.window",
    "tally.area",
    "tally.accused",
    "incident.act",
    "incident.actor",
    "incident.place",
)
NEVER = ("bad_span", "claims_in_hard_negatives", "speaker_as_actor", "traps_sprung")
FORCE = {"attack", "shelling", "small-arms", "explosion", "airstrike", "drone", "advance", "other"}
ACT_GROUPS = ({"shelling", "explosion"}, {"airstrike", "drone"}, {"attack", "small-arms", "advance"})
TRUCE_NEAR = ({"declared", "in_force"}, {"violated", "ended"})
WHOLE = re.compile(r"^(syria|ukraine|colombia|yemen|sudan|whole country|)$", re.IGNORECASE)
ALIKE = 0.5
SIMILAR = 0.75


def folded(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("text") or ""
    if isinstance(value, list | tuple):
        value = " ".join(folded(item) for item in value)
    text = "".join(c for c in unicodedata.normalize("NFKD", str(value)) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def names(value: object) -> list[str]:
    """Every way in which a slot is named: as printed, and as resolved."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        parts = [item.get("text"), item.get("name")] if isinstance(item, dict) else [item]
        found += [folded(part) for part in parts]
    return [name for name in found if name]


def alike(gold: object, predicted: Sequence[str]) -> bool:
    golds = [name for name in map(folded, gold if isinstance(gold, list) else [gold]) if name]
    if not golds:
        return not predicted
    return any(_same(g, p) for g in golds for p in predicted)


def _same(gold: str, predicted: str) -> bool:
    if gold in predicted or (predicted in gold and len(predicted) > 2):
        return True
    shared = set(gold.split()) & set(predicted.split())
    if len(shared) / max(1, min(len(set(gold.split())), len(set(predicted.split())))) >= ALIKE:
        return True
    return difflib.SequenceMatcher(None, gold, predicted).ratio() >= SIMILAR


def day(value: object) -> dt.date | None:
    match = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", str(value or ""))
    return dt.date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None


def gold_window(text: str | None, published: dt.date | None) -> Window:
    if text is None:
        return None
    text = text.strip()
    if match := re.match(r"(\d+)\s*([hd])\b(?:.*\(to (\d{4}-\d\d-\d\d)\))?", text):
        return ("last", int(match[1]) * (24 if match[2] == "d" else 1), day(match[3]) or published)
    if match := re.match(r"since:(\d{4}-\d\d-\d\d)", text):
        return ("since", day(match[1]), None)
    if match := re.match(r"day:(\d{4}-\d\d-\d\d)", text):
        return ("range", day(match[1]), day(match[1]))
    first, mark, last = text.partition("..")
    return ("range", day(first), day(last)) if mark and day(first) and day(last) else "any"


def _near(left: dt.date | None, right: dt.date | None, days: int = 1) -> bool:
    return left is None or right is None or abs((left - right).days) <= days


def window_fits(gold: Window, predicted: Plain | None) -> bool:
    if gold is None or isinstance(gold, str):
        return True
    first, last = (predicted or {}).get("start"), (predicted or {}).get("end")
    if not first:
        return False
    if gold[0] == "since":
        return _near(gold[1], day(first), 0)
    if gold[0] == "range":
        return _near(gold[1], day(first)) and _near(gold[2], day(last))
    if not last:
        return False
    hours = (dt.datetime.fromisoformat(last) - dt.datetime.fromisoformat(first)).total_seconds() / 3600
    return abs(hours - gold[1]) <= max(12, gold[1] * 0.1) and _near(gold[2], day(last), 2)


def area_fits(gold: Plain, predicted: Plain) -> bool:
    return WHOLE.match(folded(gold.get("area"))) is not None or alike(gold.get("area"), names(predicted.get("area")))


def sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in re.finditer(r"(?<=[.!?؟。])[\"”»']?\s+|\n+", text)), len(text)]
    return [(first, last) for first, last in pairwise(cuts) if last > first]


def near_span(case: Plain, quote: str, span: Sequence[int] | None) -> bool:
    at = case["text"].find(quote) if quote else -1
    if at < 0 or not span:
        return False
    bounds = sentences(case["text"])
    gold, predicted = _widened(bounds, (at, at + len(quote))), _widened(bounds, (span[0], span[1]))
    return gold[0] < predicted[1] and predicted[0] < gold[1]


def _widened(bounds: Sequence[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int]:
    touched = [bound for bound in bounds if bound[0] < span[1] and bound[1] > span[0]] or [span]
    return min(first for first, _ in touched), max(last for _, last in touched)


def _tally(case: Plain, gold: Plain, predicted: Plain) -> int:
    if gold["count"] != predicted.get("count"):
        return 0
    window = window_fits(gold_window(gold.get("window"), day(case.get("published"))), predicted.get("window"))
    near = near_span(case, gold["quote"], predicted.get("span"))
    return 1 + 4 * window + 2 * area_fits(gold, predicted) + near


def _act_fits(gold: str, predicted: str) -> bool:
    return gold in {predicted, "other"} or any({gold, predicted} <= group for group in ACT_GROUPS)


def _incident(case: Plain, gold: Plain, predicted: Plain) -> int:
    same = _act_fits(gold["act"], predicted["act"])
    if not near_span(case, gold["quote"], predicted.get("span")) or not (
        same or {gold["act"], predicted["act"]} <= FORCE
    ):
        return 0
    actor, place = (alike(gold.get(slot), names(predicted.get(slot))) for slot in ("actor", "place"))
    return 1 + 2 * same + 2 * actor + 2 * place


def _statement(case: Plain, gold: Plain, predicted: Plain) -> int:
    if not near_span(case, gold["quote"], predicted.get("span")):
        return 0
    if gold["kind"] == "truce":
        pair = {gold.get("status"), predicted.get("status")}
        return 2 if len(pair) == 1 else int(any(pair <= near for near in TRUCE_NEAR))
    if gold["kind"] == "blame":
        return int(alike(gold.get("accused"), names(predicted.get("accused"))))
    slot = "type" if gold["kind"] == "relation" else "status"
    return int(gold.get(slot) == predicted.get(slot))


_QUALITY: dict[str, Callable[[Plain, Plain, Plain], int]] = {"tally": _tally, "incident": _incident}


def pairs(case: Plain, golds: Sequence[Plain], claims: Sequence[Plain]) -> list[tuple[Plain, Plain]]:
    scored = sorted(
        (
            (_QUALITY.get(gold["kind"], _statement)(case, gold, claim), i, j)
            for i, gold in enumerate(golds)
            for j, claim in enumerate(claims)
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for quality, i, j in scored:
        if quality > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((golds[i], claims[j]))
    return found


def score(cases: Sequence[Plain], claims: Sequence[Plain]) -> dict[str, float]:
    """Return F1 by kind, ``tally_strict``, the shares of right slots, and the counts of what must never happen.

    A share of nothing is left out: no figure is better than a figure that nothing stands behind.
    """
    counts: collections.Counter[str] = collections.Counter()
    by_document = by_case(claims)
    for case in cases:
        made = by_document[str(case["id"])]
        counts.update(_never(case, made))
        for kind in KINDS:
            counts.update(_kind(case, kind, [claim for claim in made if claim["kind"] == kind]))
    seen = [kind for kind in KINDS if counts[f"{kind}.gold"] + counts[f"{kind}.predicted"]]
    figures = {kind: _f1(counts, kind, f"{kind}.found") for kind in seen}
    if "tally" in seen:
        figures["tally_strict"] = _f1(counts, "tally", "tally.strict")
    shares = {slot: round(counts[f"{slot}:right"] / counts[f"{slot}:of"], 3) for slot in SLOTS if counts[f"{slot}:of"]}
    return figures | shares | {name: counts[name] for name in NEVER}


def by_case(claims: Sequence[Plain]) -> dict[str, list[Plain]]:
    found: dict[str, list[Plain]] = collections.defaultdict(list)
    for claim in claims:
        found[str(claim["document"])].append(claim)
    return found


def _f1(counts: collections.Counter[str], kind: str, found: str) -> float:
    return round(2 * counts[found] / max(1, counts[f"{kind}.gold"] + counts[f"{kind}.predicted"]), 3)


def _kind(case: Plain, kind: str, claims: Sequence[Plain]) -> Iterator[str]:
    asked, found, extra = _held(case, kind, claims)
    yield from [f"{kind}.gold"] * len(asked)
    yield from [f"{kind}.predicted"] * (len(found) + len(extra))
    for gold, claim in found:
        yield f"{kind}.found"
        yield from _slots(case, gold, claim)


def _held(case: Plain, kind: str, claims: Sequence[Plain]) -> tuple[list[Plain], Pairs, list[Plain]]:
    """What was asked for, what was found of it, and which claims answer to nothing asked for or allowed."""
    golds = [gold for gold in case["gold"] if gold["kind"] == kind]
    asked = [gold for gold in golds if not gold.get("optional")]
    found = pairs(case, asked, claims)
    taken = {id(claim) for _, claim in found}
    rest = [claim for claim in claims if id(claim) not in taken]
    spared = {id(claim) for _, claim in pairs(case, [gold for gold in golds if gold.get("optional")], rest)}
    return asked, found, [claim for claim in rest if id(claim) not in spared]


def errors(case: Plain, claims: Sequence[Plain]) -> Iterator[str]:
    """Every claim of CASE that was missed and every one that should not be, one line each."""
    for kind in KINDS:
        asked, found, extra = _held(case, kind, [claim for claim in claims if claim["kind"] == kind])
        got = {id(gold) for gold, _ in found}
        yield from (f"{case['id']} missed {kind}: {gold['quote']}" for gold in asked if id(gold) not in got)
        yield from (f"{case['id']} extra {kind}: {claim['quote']}" for claim in extra)


def _slots(case: Plain, gold: Plain, claim: Plain) -> Iterator[str]:
    chain = gold.get("reporter_chain") or []
    if chain:
        yield from _share("origin", right=alike(chain[0], names((claim.get("chain") or [None])[0])))
    if gold.get("denied_by"):
        yield from _share("denials", right=bool(claim.get("denied_by")) or claim.get("stance") == "denied")
    if gold["kind"] == "tally":
        yield from _tally_slots(case, gold, claim)
    if gold["kind"] == "incident":
        yield from _incident_slots(gold, claim)


def _share(slot: str, *, right: bool) -> list[str]:
    return [f"{slot}:of", f"{slot}:right"] if right else [f"{slot}:of"]


def _tally_slots(case: Plain, gold: Plain, claim: Plain) -> Iterator[str]:
    window = window_fits(gold_window(gold.get("window"), day(case.get("published"))), claim.get("window"))
    area = area_fits(gold, claim)
    if window and area:
        yield "tally.strict"
    yield from _share("tally.window", right=window)
    if not WHOLE.match(folded(gold.get("area"))):
        yield from _share("tally.area", right=area)
    if gold.get("accused"):
        yield from _share("tally.accused", right=alike(gold["accused"], names(claim.get("accused"))))


def _incident_slots(gold: Plain, claim: Plain) -> Iterator[str]:
    yield from _share("incident.act", right=_act_fits(gold["act"], claim["act"]))
    for slot in ("actor", "place"):
        if gold.get(slot):
            yield from _share(f"incident.{slot}", right=alike(gold[slot], names(claim.get(slot))))
    actor = names(claim.get("actor"))
    chain = gold.get("reporter_chain") or []
    if actor and not alike(gold.get("actor"), actor) and any(alike(link, actor) for link in chain):
        yield "speaker_as_actor"


def _never(case: Plain, claims: Sequence[Plain]) -> Iterator[str]:
    text = case["text"]
    negative = not [gold for gold in case["gold"] if not gold.get("optional")]
    for claim in claims:
        first, last = claim["span"]
        if not text[first:last].strip():
            yield "bad_span"
        if claim["kind"] in {"tally", "incident"}:
            if negative:
                yield "claims_in_hard_negatives"
            traps = [(text.find(trap), len(trap)) for trap in case.get("traps", [])]
            yield from ["traps_sprung" for at, size in traps if 0 <= at <= first and last <= at + size]
