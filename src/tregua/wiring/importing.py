"""Take a list of actors that others keep into a case: what its registries hold already is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tregua.backends.actor_lists import Entry, read_list
from tregua.backends.registry import AuthoredActors
from tregua.backends.truce_lists import Declaration, read_truces
from tregua.errors import CaseError, Problem, TreguaError
from tregua.pipeline import choose
from tregua.vocabulary.actors import Actor, Affiliation, Alias
from tregua.wiring.opening import read_case
from tregua.wiring.writing import write_whole

__all__ = ["Imported", "import_actors", "read_declarations"]

_LARGEST = 200 * 1024 * 1024
_SURE = frozenset({"exact", "skeleton", "role"})
_HEAD = "# From {name}, {form}. Made by tregua import, which makes it anew; change actors.yaml instead.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a list.

    Attributes:
        form: which list it is, of ``FORMS``.
        path: the file written, None when nothing new was in it.
        new: names of the actors in that file.
        known: (name in the list, id in the case) of those left out.
        problems: rows that could not be used.
    """

    form: str
    path: Path | None
    new: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def import_actors(folder: Path, file: Path, countries: Sequence[str]) -> Imported:
    """Write the actors of FILE that the case in FOLDER does not know into its ``actors/``; keep those in COUNTRIES.

    Raises:
        CaseError: the folder is no case that can be used.
        TreguaError: the file cannot be read, is no list of a known form, or is too large.
    """
    target = folder / "actors" / f"{file.stem}.yaml"
    found, problems = read_case(folder, without=target)
    if found is None:
        raise CaseError(f"{folder} cannot be used: {len(problems)} problem(s) in its files", tuple(problems))
    form, entries, doubts = read_list(_content(file), str(file))
    wanted = [entry for entry in entries if _is_in(entry, countries)]
    if entries and not wanted:
        raise TreguaError(f"{file} has no actor in {' or '.join(countries)}; name the country as the list does")
    ids = _known(wanted, AuthoredActors(found.actors.actors))
    fresh = [entry for entry in wanted if entry.key not in ids]
    if fresh:
        _write(target, _HEAD.format(name=file.name, form=form), _actors(fresh, ids))
    return Imported(
        form=form,
        path=target if fresh else None,
        new=tuple(entry.name for entry in fresh),
        known=tuple((entry.name, ids[entry.key]) for entry in wanted if entry.key in ids),
        problems=tuple(doubts),
    )


def read_declarations(file: Path, countries: Sequence[str]) -> tuple[str, tuple[Declaration, ...], tuple[Problem, ...]]:
    """Return which list of truces FILE is, its declarations, of COUNTRIES alone where they are named, and bad rows.

    Raises:
        TreguaError: the file cannot be read, is no list of a known form, is too large, or has none in COUNTRIES.
    """
    form, found, problems = read_truces(_content(file), str(file))
    wanted = tuple(
        each for each in found
        if not countries or any(country.casefold() in each.country.casefold() for country in countries)
    )  # fmt: skip
    if found and not wanted:
        raise TreguaError(f"{file} has no truce in {' or '.join(countries)}; name the country as the list does")
    return form, wanted, tuple(problems)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise TreguaError(f"{file} is larger than {_LARGEST // 2**20} MB; cut it by country first")
        return file.read_bytes()
    except OSError as error:
        raise TreguaError(f"{file} cannot be read: {error}") from error


def _is_in(entry: Entry, countries: Sequence[str]) -> bool:
    listed = entry.where.casefold()
    return not countries or any(country.casefold() in listed for country in countries)


def _known(entries: Iterable[Entry], actors: AuthoredActors) -> dict[str, str]:
    """Return the ids of ENTRIES that ACTORS hold by some name, plainly and alone."""
    known: dict[str, str] = {}
    for entry in entries:
        for text in (entry.name, *(other.text for other in entry.others if other.kind != "acronym")):
            match = choose(actors.match(text, None)).match
            if match is not None and match.rule in _SURE:
                known[entry.key] = match.id
                break
    return known


def _actors(entries: Sequence[Entry], known: Mapping[str, str]) -> list[Actor]:
    ids = dict(known) | _unlike(entries)
    return [_actor(entry, ids) for entry in entries]


def _unlike(entries: Iterable[Entry]) -> dict[str, str]:
    """Return an id for each of ENTRIES, none given twice."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for entry in entries:
        number = 1
        while (id_ := entry.id if number == 1 else f"{entry.id}-{number}") in taken:
            number += 1
        taken.add(id_)
        ids[entry.key] = id_
    return ids


def _actor(entry: Entry, ids: Mapping[str, str]) -> Actor:
    ties = [(tie, ids.get(tie.to, tie.to)) for tie in entry.ties if tie.to in ids or not tie.to[:1].isdigit()]
    return Actor.model_validate(
        {
            "id": ids[entry.key],
            "name": entry.name,
            "type": entry.type,
            "aliases": tuple(Alias(text=each.text, lang=each.lang, kind=each.kind) for each in entry.others),
            "affiliations": tuple(
                Affiliation.model_validate(
                    {"type": tie.type, "to": to, "from": tie.since, "until": tie.until, "cite": entry.cite}
                )
                for tie, to in ties
                if to != ids[entry.key]
            ),
            "from": entry.since,
            "until": entry.until,
            "cite": entry.cite,
        }
    )


def _write(target: Path, head: str, actors: Sequence[Actor]) -> None:
    plain = [actor.model_dump(mode="json", by_alias=True, exclude_defaults=True) for actor in actors]
    text = yaml.safe_dump({"actors": plain}, allow_unicode=True, sort_keys=False, width=120)
    write_whole(target, (head + text).encode())
