"""Who reports what, and who says nothing of what others report nearby."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tregua.records.claim import Mention, PlaceMention, Speaker
from tregua.records.incident import Incident, Status, Testimony, Version
from tregua.steps.publish.book import Book
from tregua.steps.publish.coverage import Coverage, cover
from tregua.vocabulary.actors import Source
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import day_span

FIRST = dt.date(2031, 4, 1)
ARMY = Mention(text="the army", name="Army", id="army")
REBELS = Mention(text="terrorists")


class _Case:
    """Incidents, each told by some origins."""

    def __init__(self) -> None:
        self.incidents: list[Incident] = []
        self.testimonies: list[Testimony] = []

    def tell(
        self, day: int | None, place: str, *told: str, by: tuple[Mention, ...] = (ARMY,), act: Act = Act.SHELLING
    ) -> None:
        """Add an incident on DAY at PLACE as TOLD by some origins; ``-`` before a name denies it."""
        number = len(self.incidents)
        versions = tuple(self._version(f"{number}", name, by) for name in told)
        self.incidents.append(
            Incident(
                id=f"i-{number}",
                status=Status.ALLEGED,
                status_reason="",
                act=act,
                versions=versions,
                actors=by,
                claims=tuple(claim for version in versions for claim in version.claims),
                places=(PlaceMention(text=place, name=place, id=place),) if place else (),
                time=day_span(FIRST + dt.timedelta(days=day), dt.UTC) if day is not None else None,
            )
        )

    def _version(self, number: str, name: str, by: tuple[Mention, ...]) -> Version:
        claim, origin = f"c-{number}-{name}", name.removeprefix("-")
        if origin != "stray":
            self.testimonies.append(
                Testimony(id=f"t-{claim}", origin=Speaker(text=origin), origin_id=origin, claims=(claim,), outlets=())
            )
        return Version(origin=origin, claims=(claim,), denies=name.startswith("-"), actors=() if name[0] == "-" else by)

    def covered(self) -> Coverage:
        places = (
            Place(id="hills", name="Hills", kind="province"),
            Place(id="coast", name="Coast", kind="province"),
            Place(id="ridge", name="Ridge", kind="village", province="hills"),
            Place(id="camp", name="Camp", kind="site"),
        )
        tower = Source(id="tower", name="Tower", kind="monitor", side="neutral")
        return cover(
            Book(
                title="A case",
                zone="UTC",
                incidents=tuple(self.incidents),
                testimonies=tuple(self.testimonies),
                places={place.id: place for place in places},
                sources={"tower": tower},
            )
        )


def test_whose_acts_each_origin_reports_which_and_where() -> None:
    case = _Case()
    case.tell(0, "ridge", "tower", "radio")
    case.tell(1, "hills", "tower", act=Act.AIRSTRIKE)
    case.tell(2, "camp", "tower", "-radio", by=(REBELS,))
    case.tell(3, "unknown", "tower", by=())
    case.tell(None, "", "stray", by=(ARMY, ARMY, Mention(text="north", side="north")))
    told = [(each.origin, each.side, each.words) for each in case.covered().reports]
    assert told == [
        ("tower", "neither side", "Army: 2 (airstrike 1, shelling 1; Hills 2)"),
        ("tower", "neither side", "somebody not named: 1 (shelling 1; province not known 1)"),
        ("tower", "neither side", "“terrorists”: 1 (shelling 1; province not known 1)"),
        ("stray", "side not known", "Army: 1 (shelling 1; province not known 1)"),
        ("stray", "side not known", "north: 1 (shelling 1; province not known 1)"),
        ("radio", "side not known", "Army: 1 (shelling 1; Hills 1)"),
    ]


def test_an_origin_is_silent_where_it_reports_other_incidents_nearby() -> None:
    case = _Case()
    case.tell(0, "ridge", "tower")
    case.tell(2, "hills", "radio", by=(REBELS,))
    case.tell(3, "hills", "radio")
    case.tell(9, "hills", "radio")
    case.tell(20, "coast", "tower")
    case.tell(None, "hills", "radio")
    silences = case.covered().silences
    assert [(each.origin, each.incidents) for each in silences] == [("tower", ("i-1", "i-2")), ("radio", ("i-0",))]
    assert silences[0].words == (
        "tower (neither side) reports 2 and says nothing of 2 others, laid to Army 1, “terrorists” 1; in Hills 2"
    )


def test_who_is_quoted_once_or_denies_is_not_silent() -> None:
    case = _Case()
    case.tell(0, "ridge", "tower")
    case.tell(1, "ridge", "tower", "-radio")
    case.tell(2, "ridge", "witness")
    silent = {each.origin: each.incidents for each in case.covered().silences}
    assert silent == {"tower": ("i-2",)}


def test_who_denies_keeps_his_own_side_whoever_told_what_he_denies() -> None:
    case = _Case()
    case.tell(0, "ridge", "tower")
    case.tell(1, "ridge", "radio")
    told = case.incidents[1]
    denial = Version(origin="tower", claims=told.claims, denies=True)
    case.incidents[1] = replace(told, versions=(*told.versions, denial))
    assert [(each.origin, each.side) for each in case.covered().reports] == [
        ("radio", "side not known"),
        ("tower", "neither side"),
    ]
