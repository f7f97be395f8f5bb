"""How well names of actors are found: every name of the shipped registry, held out one by one, against peers.

    python -m benchmarks.names                the tables, Tregua beside rapidfuzz, and nomenklatura if it is there
    python -m benchmarks.names --misses KIND  list names of that kind that are not found, or found wrong
    python -m benchmarks.names --ucdp FILE    the same over the names of UCDP's actor file (ucdp-actor-221.csv)

Each name that one actor alone bears is taken out and looked up among all others. Kinds, told without Tregua's own
matching: ``acronym``; ``variant``, 85 or more alike (rapidfuzz) to another Latin name of the actor; ``script``, in
another script and, by anyascii, sounding like a Latin name of the actor (consonants 65 or more alike);
``translation``, in another script and not sounding so; ``other``, all else: short forms, translations in Latin letters,
names by another word. Unknown are 300 armed groups, each looked up by one name after all of its names were taken out;
where another actor bears a like name, finding that one counts as wrong. ``unknown_groups.txt`` has 92 groups of the
world that no shipped registry has, by a name that they are printed by, written down before any was looked up. With
UCDP's file also 300 of its groups are
looked up in the shipped registry: those that are in no country of which a registry ships, nor in one that such a
registry reaches into (``COVERED``), and bear no name of it. Both are then done again as a case does it,
for which a country is known: each name in the registry of its country and the two that every case has. Of UCDP's file
the names of an actor are those of the columns NameData, NameOrig, NameOrigFull and NameOrigFullEng; governments,
named by one rule, are left out. nomenklatura compares by ``logic-v2``, at the line that it sets itself, the 20 names
that WRatio puts first, for it looks at one pair at a time; it needs PyICU, and so a compiler and the headers of ICU.
"""

from __future__ import annotations

import argparse
import collections
import csv
import functools
import importlib
import importlib.util
import random
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from tregua.backends.registry import ActorsFile, AuthoredActors, read_registry
from tregua.steps.resolve.choice import choose
from tregua.vocabulary.actors import Actor, Alias
from tregua.vocabulary.folding import fold

COLLECTIVES = ("unspecified", "civilians")
VIEWS = ("label", "slur")
KINDS = ("variant", "script", "acronym", "translation", "other")
PEER_LINE = {"WRatio": 90.0, "Jaro-Winkler": 0.92}

NOMENKLATURA_LINE, NOMENKLATURA_LOOKS_AT = 0.7, 20

SHARED = ("world", "common")
UCDP_NAMES = ("NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng")
UCDP_GOVERNMENT = "4"
COVERED = frozenset(
    "Afghanistan Armenia Azerbaijan Burkina Cambodia Cameroon Central Chad Colombia Congo Ethiopia Georgia India Iran"  # noqa: SIM905 - read as prose
    " Iraq Israel Kenya Lanka Lebanon Libya Mali Mozambique Myanmar Niger Nigeria Pakistan Palestine Philippines Russia"
    " Saudi Somalia Sudan Syria Thailand Turkey Ukraine Yemen".split()
)

Finder = Callable[[str], str | None]
Maker = Callable[[Sequence[Actor]], Finder]


@dataclass(frozen=True, slots=True)
class Held:
    """A name held out: whose it is, its text and its kind."""

    actor: str
    text: str
    kind: str


def packs() -> dict[str, list[Actor]]:
    """The actors of each pack that ships."""
    found: dict[str, list[Actor]] = {}
    for entry in sorted(files("tregua").joinpath("packs", "actors").iterdir(), key=lambda each: each.name):
        read, problems = read_registry(entry.read_text("utf-8"), ActorsFile, entry.name)
        assert read is not None, problems
        found[entry.name.removesuffix(".yaml")] = list(read.actors)
    return found


def registry() -> list[Actor]:
    """Every actor that ships, each once."""
    return list({actor.id: actor for actors in packs().values() for actor in actors}.values())


def ucdp(path: Path) -> list[Actor]:
    """The groups of UCDP's actor file, each with its names in the original language, in full and in English."""
    found = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            said = [text for column in UCDP_NAMES if (text := row[column].strip()) and text.lower() != "n/a"]
            given = list({fold(text): text for text in said}.values())
            if row["Org"] != UCDP_GOVERNMENT and given and all(map(fold, given)):
                aliases = [Alias(text=text) for text in given[1:]]
                found.append(
                    Actor(id=f"ucdp-{row['ActorId']}", name=given[0], type="armed group", aliases=tuple(aliases))
                )
    return found


def abroad(path: Path) -> list[Held]:
    """One name each of 300 groups of UCDP's actor file that no shipped registry has."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        where = {f"ucdp-{row['ActorId']}": row["Location"] for row in csv.DictReader(file)}
    known = {fold(alias.text) for actor in registry() for alias in names(actor)}
    found = []
    for actor in ucdp(path):
        called = names(actor)
        covered = any(country in where[actor.id] for country in COVERED)
        if not covered and known.isdisjoint(fold(alias.text) for alias in called):
            found += [Held(actor.id, alias.text, kind_of(alias, ())) for alias in called]
    return sample([each for each in found if each.kind != "acronym"])


def names(actor: Actor) -> list[Alias]:
    return [Alias(text=actor.name, kind="official"), *(each for each in actor.aliases if each.kind not in VIEWS)]


def held_out(actors: Sequence[Actor]) -> list[Held]:
    bearers = collections.defaultdict(set)
    for actor in actors:
        for alias in names(actor):
            bearers[fold(alias.text)].add(actor.id)
    found = []
    for actor in actors:
        spelled = {fold(alias.text): alias for alias in reversed(names(actor))}
        for folded, alias in spelled.items():
            others = [other.text for text, other in spelled.items() if text != folded]
            if actor.type not in COLLECTIVES and others and len(bearers[folded]) == 1:
                found.append(Held(actor.id, alias.text, kind_of(alias, others)))
    return found


def kind_of(alias: Alias, others: Iterable[str]) -> str:
    letters = [sign for sign in alias.text if sign.isalpha()]
    if alias.kind == "acronym" or (letters and len(letters) < 8 and " " not in alias.text and alias.text.isupper()):
        return "acronym"
    latin = [other for other in others if is_latin(other)]
    if is_latin(alias.text):
        near = max((fuzz.ratio(fold(alias.text), fold(other)) for other in latin), default=0)
        return "variant" if near >= 85 else "other"
    near = max((fuzz.ratio(consonants(alias.text), consonants(other)) for other in latin), default=0)
    return "script" if near >= 65 else "translation"


def is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(sign, "") for sign in text if sign.isalpha())


def consonants(text: str) -> str:
    return "".join(sign for sign in anyascii(text).lower() if sign.isalpha() and sign not in "aeiou")


def without(actor: Actor, taken: Iterable[str]) -> Actor | None:
    """ACTOR without the names whose folded text is TAKEN; None when none is left."""
    gone = set(taken)
    left = [alias for alias in names(actor) if fold(alias.text) not in gone]
    views = [alias for alias in actor.aliases if alias.kind in VIEWS]
    if not left:
        return None
    return actor.model_copy(update={"name": left[0].text, "aliases": (*left[1:], *views)})


def folds(held: Sequence[Held]) -> Iterator[list[Held]]:
    """HELD in parts with at most one name of an actor each, so that each is looked up among all its others."""
    turn: collections.Counter[str] = collections.Counter()
    parts: dict[int, list[Held]] = collections.defaultdict(list)
    for each in held:
        parts[turn[each.actor]].append(each)
        turn[each.actor] += 1
    yield from parts.values()


def leave_one_out(actors: Sequence[Actor], held: Sequence[Held], make: Maker) -> dict[Held, str | None]:
    answers: dict[Held, str | None] = {}
    for part in folds(held):
        taken = {each.actor: fold(each.text) for each in part}
        left = [without(actor, [taken.get(actor.id, "")]) for actor in actors]
        find = make([actor for actor in left if actor is not None])
        answers |= {each: find(each.text) for each in part}
    return answers


def unknown(actors: Sequence[Actor], held: Sequence[Held], make: Maker) -> tuple[int, int]:
    """How many of how many armed groups, all their names taken out, are taken for another."""
    chosen = sampled(actors, held)
    matched = 0
    for start in range(0, len(chosen), 30):
        matched += taken_for_another(actors, chosen[start : start + 30], make)
    return matched, len(chosen)


def sampled(actors: Sequence[Actor], held: Sequence[Held]) -> list[Held]:
    """One name each of 300 armed groups."""
    groups = {actor.id for actor in actors if actor.type == "armed group"}
    return sample([each for each in held if each.actor in groups and each.kind != "acronym"])


def sample(chances: list[Held]) -> list[Held]:
    """One each of 300 actors of CHANCES."""
    random.Random(1).shuffle(chances)
    return list({each.actor: each for each in chances}.values())[:300]


def taken_for_another(actors: Sequence[Actor], part: Sequence[Held], make: Maker) -> int:
    gone = {each.actor for each in part}
    find = make([actor for actor in actors if actor.id not in gone])
    return sum(find(each.text) is not None for each in part)


def elsewhere(make: Maker) -> tuple[int, int]:
    """How many of how many groups of the world that are in no shipped registry are taken for one in it."""
    texts = Path(__file__).with_name("unknown_groups.txt").read_text("utf-8").splitlines()
    find = make(registry())
    return sum(find(text) is not None for text in texts), len(texts)


def by_country(make: Maker) -> tuple[dict[Held, str | None], int, int]:
    """What names held out are found as in the registries of their country, and how many of the unknown are."""
    shipped = packs()
    shared = [actor for pack in SHARED for actor in shipped[pack]]
    answers: dict[Held, str | None] = {}
    matched = asked = 0
    chosen = sampled(registry(), held_out(registry()))
    for country in sorted(shipped.keys() - set(SHARED)):
        own = {actor.id for actor in shipped[country]}
        actors = list({actor.id: actor for actor in (*shared, *shipped[country])}.values())
        held = [each for each in held_out(actors) if each.actor in own]
        answers |= leave_one_out(actors, held, make)
        for each in chosen:
            if each.actor in own:
                matched += taken_for_another(actors, [each], make)
                asked += 1
    return answers, matched, asked


def tregua(actors: Sequence[Actor]) -> Finder:
    index = AuthoredActors(actors)

    def find(text: str) -> str | None:
        match = choose(index.match(text, None)).match
        return match.id if match else None

    return find


def peer(name: str) -> Maker:
    scorer = fuzz.WRatio if name == "WRatio" else JaroWinkler.normalized_similarity

    def make(actors: Sequence[Actor]) -> Finder:
        spelled = [(fold(anyascii(alias.text)), actor.id) for actor in actors for alias in names(actor)]
        texts = [text for text, _ in spelled]

        def find(text: str) -> str | None:
            query = fold(anyascii(text))
            best = process.extractOne(query, texts, scorer=scorer, score_cutoff=PEER_LINE[name])
            return spelled[best[2]][1] if best else None

        return find

    return make


def nomenklatura(actors: Sequence[Actor]) -> Finder:
    algorithm: Any = importlib.import_module("nomenklatura.matching").get_algorithm("logic-v2")
    config = algorithm.default_config()
    spelled = [(alias.text, actor.id) for actor in actors for alias in names(actor)]
    texts = [fold(anyascii(text)) for text, _ in spelled]

    def find(text: str) -> str | None:
        nearest = process.extract(fold(anyascii(text)), texts, scorer=fuzz.WRatio, limit=NOMENKLATURA_LOOKS_AT)
        scored = [
            (algorithm.compare(entity(text), entity(spelled[at][0]), config).score, spelled[at][1])
            for _, _, at in nearest
        ]
        best = max(scored, default=(0.0, ""))
        return best[1] if best[0] >= NOMENKLATURA_LINE else None

    return find


@functools.cache
def entity(text: str) -> object:
    proxy: Any = importlib.import_module("followthemoney").ValueEntity
    made: object = proxy.from_dict({"id": text, "schema": "Organization", "properties": {"name": [text]}})
    return made


def makers() -> dict[str, Maker]:
    """Tregua and the peers that are installed."""
    found = {"Tregua": tregua} | {name: peer(name) for name in PEER_LINE}
    return found | ({"nomenklatura": nomenklatura} if importlib.util.find_spec("nomenklatura") else {})


def table(name: str, answers: dict[Held, str | None], seconds: float) -> None:
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for each, answer in answers.items():
        outcome = "none" if answer is None else "right" if answer == each.actor else "wrong"
        counts[each.kind][outcome] += 1
        counts["all"][outcome] += 1
    print(f"\n{name}: {seconds:.1f} s")
    for kind in (*KINDS, "all"):
        found = counts[kind]
        total = sum(found.values())
        if total:
            print(f"  {kind:12} {total:5}  right {found['right'] / total:.3f}  wrong {found['wrong'] / total:.3f}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", choices=KINDS)
    parser.add_argument("--ucdp", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    actors = ucdp(chosen.ucdp) if chosen.ucdp else registry()
    held = held_out(actors)
    spellings = sum(len(names(actor)) for actor in actors)
    print(f"{len(actors)} actors, {spellings} names, {len(held)} of them held out one by one")
    if chosen.misses:
        for each, answer in leave_one_out(actors, held, tregua).items():
            if each.kind == chosen.misses and answer != each.actor:
                print(f"{each.text}  ({each.actor})  found: {answer or '-'}")
        return 0
    for name, make in makers().items():
        began = time.process_time()
        answers = leave_one_out(actors, held, make)
        table(name, answers, time.process_time() - began)
        matched, of = unknown(actors, held, make)
        print(f"  unknown      {of:5}  taken for another {matched / of:.3f}")
        if chosen.ucdp:
            strangers = abroad(chosen.ucdp)
            find = make(registry())
            matched = sum(find(each.text) is not None for each in strangers)
            print(
                f"  in no shipped registry {len(strangers)}  taken for one in it {matched / len(strangers):.3f}",
                flush=True,
            )
        else:
            matched, of = elsewhere(make)
            print(f"  in no shipped registry {of}  taken for one in it {matched / of:.3f}")
            began = time.process_time()
            answers, matched, of = by_country(make)
            table(f"{name}, in the registry of the country", answers, time.process_time() - began)
            print(f"  unknown      {of:5}  taken for another {matched / of:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
