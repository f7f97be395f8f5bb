"""Reports whose events are known: a made-up conflict, and what sources of both sides print about it.

What is real in it, and where from:

- *Where and how often.* UCDP's events in Syria, 2016 to 2019 (16,566 of them at 1,990 places; CC BY 4.0): the n-th
  place has a share that falls as 1 / (n + 2) ** 0.97, 14 provinces of unequal size, 18 % of the places struck on one
  day are struck on the next as well, 8 % of places struck on a day are struck by two events or more. UCDP lists
  deadly events only, 11.6 a day; a third of our events are deadly, as in coded reports, so there are 35 a day. More
  claims mean more days, never a denser day. ``python -m benchmarks.linking --ged FILE`` prints these figures of the
  file and of the world in turn.
- *How late.* UCDP's own source dates: six in ten are printed on the day, a quarter on the next, a tail of weeks. How
  many died is drawn from its ``best``; a death toll is told otherwise by 12 % of origins that had no hand in it, its
  share of events with other lows and highs, and by 40 % of those that had.
- *What a claim says.* Of 800 claims of violence coded by hand from real bulletins and articles, .90 have a place, .83
  an actor, .63 a target, .49 a day, .25 the killed, .08 somebody who denies; of those that the reader finds in the
  example, .90, .61, .89, .30 and .34. The rates below lie between. Acts are the coded ones. Nine of ten places are in
  the registry; of actors six in ten are, the others are collectives ("militants") or names that no registry has.
- *Who prints.* Four in five events of UCDP have one source, a seventh two, the rest more; each side reports what was
  done to it, seldom what it did, then with another act, another culprit or a denial. Agencies and dailies copy: half
  of them word for word, a quarter without naming whom they copy; a paraphrase loses slots and rounds places to the
  province.

What was chosen for want of figures: how often an outlet copies (0.8 copies a statement), errors of place (.04 name
the next town) and of day (.04, and .3 between ten at night and three), what a paraphrase drops, how acts are mistaken
for one another. No rule of Tregua was consulted. Bulletins list events apart, end in a tally (which is of no event),
articles tell one to three and come back to one now and then. The truth of a claim is its event's number; of a tally,
None.
"""

# ruff: noqa: E501 - draws stand in rows, one for each slot

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tregua.records.claim import Casualties, Claim, Happening, Mention, PlaceMention, Slots, Speaker, Tally
from tregua.records.document import Document, Published
from tregua.vocabulary.actors import Source
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Basis, Stance
from tregua.vocabulary.time import Precision, Span, day_span

Drawn = TypeVar("Drawn")

__all__ = ["SOURCES", "START", "Day", "World", "days"]

START = dt.date(2016, 2, 27)
EVENTS_A_DAY = 35
DEADLY = 1 / 3
AGAIN_SOON = 0.27
COPIES = 0.8
PLACES = 1990
PROVINCES = (3308, 2118, 2115, 1863, 1424, 1386, 1298, 1091, 472, 465, 420, 156, 105, 6)
"""UCDP's events by province, the most struck first."""
LAGS = ((0, 0.61), (1, 0.25), (2, 0.04), (3, 0.03), (5, 0.03), (8, 0.02), (30, 0.02))
KILLED = (
    (1, 0.30),
    (2, 0.20),
    (3, 0.08),
    (4, 0.17),
    (5, 0.04),
    (6, 0.03),
    (8, 0.05),
    (12, 0.06),
    (20, 0.04),
    (45, 0.03),
)
ACTS = ((Act.SHELLING, 0.30), (Act.ATTACK, 0.18), (Act.SMALL_ARMS, 0.15), (Act.AIRSTRIKE, 0.12), (Act.DRONE, 0.06),
        (Act.EXPLOSION, 0.06), (Act.ADVANCE, 0.05), (Act.OTHER, 0.04), (Act.ABDUCTION, 0.03), (Act.OBSTRUCTION, 0.01))  # fmt: skip
MISTAKEN = {
    Act.SHELLING: (Act.EXPLOSION, Act.ATTACK, Act.SMALL_ARMS),
    Act.AIRSTRIKE: (Act.DRONE, Act.SHELLING, Act.EXPLOSION),
    Act.DRONE: (Act.AIRSTRIKE, Act.EXPLOSION),
    Act.SMALL_ARMS: (Act.ATTACK, Act.SHELLING),
    Act.ADVANCE: (Act.ATTACK, Act.SMALL_ARMS),
    Act.EXPLOSION: (Act.SHELLING, Act.ATTACK),
    Act.ATTACK: (Act.SMALL_ARMS, Act.SHELLING, Act.ADVANCE),
}

SOURCES = (
    Source(id="centre", name="The Centre", kind="monitor", side="government"),
    Source(id="ministry", name="The Ministry", kind="government", side="government", relays=("centre",)),
    Source(id="agency", name="State Agency", kind="agency", side="government", relays=("centre", "ministry")),
    Source(id="channel", name="State Channel", kind="media", side="government", relays=("agency",)),
    Source(id="network", name="Local Network", kind="ngo", side="opposition"),
    Source(id="office", name="Rebel Office", kind="party", side="opposition"),
    Source(id="radio", name="Free Radio", kind="media", side="opposition", relays=("network", "office")),
    Source(id="observatory", name="The Observatory", kind="ngo", side="neutral"),
    Source(id="mission", name="The Mission", kind="mission", side="neutral"),
    Source(id="wire", name="World Wire", kind="agency", side="neutral"),
    Source(id="daily", name="The Daily", kind="media", side="unknown"),
    Source(id="echo", name="Echo", kind="media", side="unknown"),
)
ORIGINS = {
    "government": ("centre", "agency"),
    "opposition": ("network", "office"),
    "neutral": ("observatory", "mission"),
}
COPIERS = {
    "government": ("ministry", "agency", "channel", "wire", "daily", "echo"),
    "opposition": ("radio", "wire", "daily", "echo"),
    "neutral": ("wire", "daily", "echo", "radio"),
}
NAMES = {source.id: source.name for source in SOURCES}

ACTORS = {
    "government": (("army", ("the army", "army units", "the Syrian army")), ("guard", ("the Guard", "Guard fighters")),
                   ("tiger", ("Tiger Forces", "the Tigers"))),
    "opposition": (("ahrar", ("Ahrar al-Sham", "Ahrar ash-Sham")), ("islam-army", ("Jaysh al-Islam", "Army of Islam")),
                   ("nusra", ("al-Nusra Front", "Jabhat al-Nusra")), ("zenki", ("Nour al-Din al-Zenki", "Zenki"))),
}  # fmt: skip
UNLISTED = {
    "government": ("Desert Falcons", "Storm Brigade"),
    "opposition": ("Lions of the East", "Banner of the North"),
}
LABELS = {"government": ("regime forces", "government forces"), "opposition": ("militants", "terrorists", "gunmen")}
TARGETS = (
    ("a field hospital", "the clinic", "a medical point"), ("the market", "a vegetable market", "shops"),
    ("a checkpoint", "an army checkpoint"), ("a residential quarter", "homes", "a residential area"),
    ("a school", "the primary school"), ("positions of the defenders", "defensive positions"),
    ("a convoy", "vehicles on the road"), ("the bakery", "a bread oven"), ("a mosque", "the old mosque"),
    ("farmland", "orchards"), ("a water station", "the pumping station"), ("an observation post", "a lookout post"),
    ("a bus", "a passenger bus"), ("a camp for the displaced", "tents"), ("a headquarters", "the command post"),
)  # fmt: skip
WEAPONS = ("mortars", "rockets", "machine guns", "artillery", "barrel bombs", "a car bomb", "snipers", "tanks")
VERBS = {
    Act.SHELLING: "shelled", Act.ATTACK: "attacked", Act.SMALL_ARMS: "opened fire on", Act.AIRSTRIKE: "bombed from the air",
    Act.DRONE: "struck with a drone", Act.EXPLOSION: "set off a blast at", Act.ADVANCE: "advanced on", Act.OTHER: "broke the truce at",
    Act.ABDUCTION: "abducted people from", Act.OBSTRUCTION: "held up",
}  # fmt: skip
SYLLABLES = ("ka", "fr", "tal", "ma", "ra", "ha", "sar", "dar", "jis", "rin", "zay", "bab", "nu", "shi", "qam", "lat", "mir",
             "hab", "tar", "sul", "wad", "jab", "kin", "saf", "bay", "am", "dur", "nay", "zak", "hul")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What one origin holds to have happened, or what a copier made of it; None is left out."""

    event: int
    day: dt.date
    hour: int | None
    place: int | None
    province: int
    act: Act
    actor: Mention | None
    target: str
    killed: int | None
    injured: int | None
    count: int | None
    weapon: str
    detail: tuple[str, ...]
    said_day: bool
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    number: int
    day: dt.date
    hour: int
    place: int
    act: Act
    by: str
    actor: int
    target: int
    killed: int
    injured: int
    count: int | None
    weapon: str


@dataclass(slots=True)
class Day:
    """What is printed on one day: documents, claims, and the event of each claim (None: a tally)."""

    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    events: list[int | None] = field(default_factory=list)


class World:
    """The places of one made-up conflict, drawn by SEED, and what happens and is printed there day after day."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.places, self.near = self._settled()
        self.provinces = [
            Place(id=f"province-{n}", name=name, kind="province") for n, name in enumerate(self._names(len(PROVINCES)))
        ]
        self.struck: list[Event] = []
        self._shares = list(itertools.accumulate(1 / (rank + 3) ** 0.97 for rank in range(PLACES)))
        self._numbers = itertools.count()
        self._prints = itertools.count()
        self._due: defaultdict[dt.date, list[tuple[str, tuple[str, ...], Report, str]]] = defaultdict(list)
        self._words = self._names(900)

    def _names(self, number: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < number:
            name = "".join(self.chance.choice(SYLLABLES) for _ in range(self.chance.choice((2, 3, 3))))
            found.setdefault(name.capitalize())
        return list(found)

    def _settled(self) -> tuple[list[Place], list[int]]:
        """Return places, the most struck first, and of each the number of the place next to it."""
        centres = [(self.chance.uniform(32.5, 37), self.chance.uniform(35.9, 41.5)) for _ in PROVINCES]
        places = []
        for number, name in enumerate(self._names(PLACES)):
            province = self.chance.choices(range(len(PROVINCES)), PROVINCES)[0]
            lat, lon = (self.chance.gauss(middle, 0.2) for middle in centres[province])
            places.append(
                Place(id=f"place-{number}", name=name, kind="town", lat=lat, lon=lon, province=f"province-{province}")
            )
        points = [(place.lat or 0, place.lon or 0) for place in places]
        beside = defaultdict(list)
        for number, place in enumerate(places):
            beside[place.province].append(number)
        near = [self._nearest(one, beside[place.province], points) for one, place in enumerate(places)]
        return places, near

    @staticmethod
    def _nearest(one: int, others: Sequence[int], points: Sequence[tuple[float, float]]) -> int:
        return min(
            (each for each in others if each != one), default=one, key=lambda each: math.dist(points[one], points[each])
        )

    def registry(self) -> dict[str, Place]:
        """Return the places a case would know: nine in ten, and the provinces."""
        listed = [place for number, place in enumerate(self.places) if self._listed(number)]
        return {place.id: place for place in (*self.provinces, *listed)}

    @staticmethod
    def _listed(place: int) -> bool:
        return place % 10 != 7

    def happen(self, first: dt.date, number: int) -> list[Event]:
        """Return the events of NUMBER days from FIRST on, told by nobody."""
        return [event for day in range(number) for event in self._events(first + dt.timedelta(days=day))]

    def day(self, day: dt.date) -> Day:
        """Let DAY happen, and return what is printed on it."""
        for event in self._events(day):
            self._tell(event)
        return self._printed(day)

    def _events(self, day: dt.date) -> Iterator[Event]:
        chance = self.chance
        soon = [event for event in self.struck[-3 * EVENTS_A_DAY :] if (day - event.day).days <= 1]
        fresh = []
        for _ in range(max(1, round(chance.gauss(EVENTS_A_DAY, EVENTS_A_DAY / 3)))):
            before = chance.choice(soon) if soon and chance.random() < AGAIN_SOON else None
            place = before.place if before else chance.choices(range(PLACES), cum_weights=self._shares)[0]
            held = "government" if place % 3 == 0 else "opposition"
            by = held if chance.random() < 0.15 else ("opposition" if held == "government" else "government")
            killed = _drawn(chance, KILLED) if chance.random() < DEADLY else 0
            fresh.append(Event(next(self._numbers), day, int(chance.triangular(0, 24, 14)) % 24, place, _drawn(chance, ACTS), by,
                               place % 2 if chance.random() < 0.7 else chance.randrange(len(ACTORS[by])), chance.randrange(len(TARGETS)),
                               killed, round(killed * chance.uniform(0, 3)) or chance.choice((0, 0, 1, 2, 3)),
                               chance.randint(2, 30) if chance.random() < 0.2 else None, chance.choice(WEAPONS)))  # fmt: skip
        self.struck = [*self.struck[-3 * EVENTS_A_DAY :], *fresh]
        return iter(fresh)

    def _tell(self, event: Event) -> None:
        """Let origins report EVENT, and others copy them."""
        chance = self.chance
        other = "opposition" if event.by == "government" else "government"
        tell = [(other, 0.45), ("neutral", 0.4), ("neutral", 0.04), (event.by, 0.15), (other, 0.04)]
        sides = [side for side, often in tell if chance.random() < often] or [chance.choice((other, "neutral"))]
        for number, side in enumerate(sides):
            source = ORIGINS[side][0 if chance.random() < 0.7 and side not in sides[:number] else 1]
            report = self._version(event, side)
            lag = _drawn(chance, LAGS)
            on = event.day + dt.timedelta(days=lag)
            if lag > 1:
                report = replace(report, said_day=chance.random() < 0.9)
            printed = "bulletin" if lag <= 1 and chance.random() < 0.6 else "article"
            self._due[on].append((printed, (source,), report, self._sentence(source, report)))
            self._copy(on, source, side, report)
            if chance.random() < 0.06:
                later = replace(self._paraphrase(report), said_day=True, killed=self._other_toll(report.killed))
                self._due[on + dt.timedelta(days=1)].append(
                    ("article", (source,), later, self._sentence(source, later))
                )

    def _copy(self, on: dt.date, source: str, side: str, report: Report) -> None:
        chance = self.chance
        original = self._sentence(source, report)
        for outlet in (each for each in COPIERS[side] if each != source):
            if chance.random() >= COPIES / len(COPIERS[side]):
                continue
            named = chance.random() < 0.75
            chain = (source, outlet) if named else (outlet,)
            told, words = report, original
            if chance.random() < 0.5:
                told = self._paraphrase(report)
                words = self._sentence(outlet, told)
            self._due[on + dt.timedelta(days=_drawn(chance, ((0, 0.75), (1, 0.2), (2, 0.05))))].append(
                ("article", chain, told, words)
            )

    def _version(self, event: Event, side: str) -> Report:
        """Return how an origin of SIDE tells EVENT."""
        chance = self.chance
        own = side == event.by
        slip = 0.3 if event.hour >= 22 or event.hour < 3 else 0.04
        off = chance.choice((-1, 1)) if chance.random() < slip * 0.5 else 0
        toll = event.killed if chance.random() > (0.4 if own else 0.12) else self._other_toll(event.killed)
        place = self.near[event.place] if chance.random() < 0.04 else event.place
        province = int(self.places[place].province.removeprefix("province-"))
        by = (
            event.by
            if not own or chance.random() < 0.4
            else ("opposition" if event.by == "government" else "government")
        )
        return Report(
            event.number, event.day + dt.timedelta(days=off),
            (event.hour + chance.choice((0, 0, 0, -1, 1))) % 24 if chance.random() < 0.08 else None,
            place if (draw := chance.random()) > 0.18 else None, province if draw > 0.07 else -1,
            self._act(event.act, own=own),
            self._actor(event, by) if chance.random() < 0.75 else None,
            chance.choice(TARGETS[event.target if chance.random() > 0.1 else chance.randrange(len(TARGETS))]) if chance.random() < 0.75 else "",
            (toll or None) if chance.random() < 0.85 else None, (event.injured or None) if chance.random() < 0.7 else None,
            event.count if chance.random() < 0.6 else None, (event.weapon if chance.random() > 0.15 else chance.choice(WEAPONS)) if chance.random() < 0.35 else "",
            tuple(chance.choice(self._words) for _ in range(4)), said_day=chance.random() < 0.45,
            denies=own and chance.random() < 0.4,
        )  # fmt: skip

    def _act(self, act: Act, *, own: bool) -> Act:
        draw = self.chance.random()
        if draw < 0.10:
            return Act.ATTACK
        if draw < (0.22 if own else 0.16) and act in MISTAKEN:
            return self.chance.choice(MISTAKEN[act])
        return act

    def _actor(self, event: Event, by: str) -> Mention:
        draw = self.chance.random()
        if draw < 0.25:
            return Mention(text=self.chance.choice(LABELS[by]), side=by)
        if draw < 0.33:
            return Mention(text=UNLISTED[by][event.actor % 2])
        key, names = ACTORS[by][(event.actor if draw < 0.93 else event.actor + 1) % len(ACTORS[by])]
        return Mention(text=self.chance.choice(names), name=names[0], id=key)

    def _other_toll(self, killed: int | None) -> int | None:
        if not killed:
            return killed
        return max(1, killed + self.chance.choice((-1, 1, 1, 2, 3, round(killed * 0.5), killed)))

    def _paraphrase(self, report: Report) -> Report:
        chance = self.chance
        return replace(
            report, place=report.place if chance.random() > 0.1 else None,
            act=report.act if chance.random() > 0.12 else Act.ATTACK,
            actor=report.actor if chance.random() > 0.15 else None, target=report.target if chance.random() > 0.3 else "",
            killed=report.killed if chance.random() > 0.15 else None, injured=report.injured if chance.random() > 0.3 else None,
            count=report.count if chance.random() > 0.5 else None, hour=None, said_day=chance.random() < 0.45,
            detail=(*report.detail[:1], *(chance.choice(self._words) for _ in range(3))),
        )  # fmt: skip

    def _spelt(self, place: int) -> str:
        name = self.places[place].name
        return name.replace("a", "e", 1) if self.chance.random() < 0.15 else name

    def _sentence(self, source: str, report: Report) -> str:
        """Return REPORT in words; each source has an order of its own."""
        toll = f", killing {report.killed}" if report.killed else ""
        hurt = f" and wounding {report.injured}" if report.injured else ""
        where = self._spelt(report.place) if report.place is not None else "the countryside"
        near = " ".join(report.detail)
        if len(source) % 2:
            return f"At {where} near {near} {report.actor.text if report.actor else 'fighters'} {VERBS[report.act]} {report.target or 'the area'}{toll}{hurt}"
        return f"{report.actor.text if report.actor else 'Fire'} {VERBS[report.act]} {report.target or 'places'} in {where} {near}{hurt}{toll}"

    def _printed(self, day: dt.date) -> Day:
        made = Day()
        bulletins: defaultdict[str, list[tuple[tuple[str, ...], Report, str]]] = defaultdict(list)
        articles: defaultdict[tuple[str, ...], list[tuple[tuple[str, ...], Report, str]]] = defaultdict(list)
        for printed, chain, report, words in self._due.pop(day, []):
            if printed == "bulletin":
                bulletins[chain[-1]].append((chain, report, words))
            else:
                articles[chain].append((chain, report, words))
        for source, told in bulletins.items():
            for part in range(0, len(told), 12):
                self._document(made, day, source, told[part : part + 12], tally=part == 0)
        for chain, told in articles.items():
            while told:
                size = self.chance.choice((1, 1, 2, 3))
                self._document(made, day, chain[-1], told[:size], tally=False)
                del told[:size]
        return made

    def _document(
        self, made: Day, day: dt.date, source: str, told: Sequence[tuple[tuple[str, ...], Report, str]], *, tally: bool
    ) -> None:
        chance = self.chance
        name = "d-" + hashlib.sha256(str(next(self._prints)).encode()).hexdigest()[:12]
        at = dt.datetime.combine(day, dt.time(chance.randrange(16, 24)), dt.UTC)
        day_only = chance.random() < 0.5
        published = Published(
            at=at.replace(hour=0) if day_only else at, day_only=day_only, basis=Basis.STATED, source="meta"
        )
        told = list(told)
        if len(told) <= 3 and chance.random() < 0.12:
            chain, report, _ = chance.choice(told)
            again = replace(self._paraphrase(report), said_day=False)
            told.append((chain, again, self._sentence(source, again)))
        text = ""
        claims: list[tuple[Claim, int | None]] = []
        for chain, report, words in told:
            start = len(text)
            text += words + ".\n"
            stance = Stance.DENIED if report.denies else Stance.ASSERTED
            claims.append(
                (
                    _claim(name, (start, start + 6), text[start : start + 6], chain, self._slots(report), stance),
                    report.event,
                )
            )
        if tally:
            start = len(text)
            text += f"In all {len(told)} breaches were counted in the last day.\n"
            slots = Tally(count=len(told), unit="breaches", window=day_span(day, dt.UTC))
            claims.append(
                (_claim(name, (start, start + 6), text[start : start + 6], (source,), slots, Stance.ASSERTED), None)
            )
        made.documents.append(Document(id=name, evidence=name, publisher=NAMES[source], language="en", text=text,
                                       published=published if chance.random() > 0.02 else None))  # fmt: skip
        made.claims += [claim for claim, _ in claims]
        made.events += [event for _, event in claims]

    def _slots(self, report: Report) -> Happening:
        chance = self.chance
        return Happening(
            act=report.act, actors=(report.actor,) if report.actor else (),
            targets=(Mention(text=report.target),) if report.target else (), places=self._mentions(report),
            time=self._time(report), killed=_toll(report.killed, chance), injured=_toll(report.injured, chance),
            count=report.count, weapons=(report.weapon,) if report.weapon else (),
        )  # fmt: skip

    def _time(self, report: Report) -> Span | None:
        if not report.said_day:
            return None
        if report.hour is None:
            return day_span(report.day, dt.UTC, basis=self.chance.choice((Basis.STATED, Basis.RELATIVE)))
        start = dt.datetime.combine(report.day, dt.time(report.hour), dt.UTC)
        return Span(start=start, end=start + dt.timedelta(hours=1), precision=Precision.HOUR)

    def _mentions(self, report: Report) -> tuple[PlaceMention, ...]:
        region = self.provinces[report.province] if report.province >= 0 else None
        wide = (
            PlaceMention(text=region.name, name=region.name, id=region.id, precision=PlacePrecision.PROVINCE)
            if region
            else None
        )
        if report.place is None:
            return (wide,) if wide else ()
        place = self.places[report.place]
        draw = self.chance.random()
        known = self._listed(report.place)
        spot = PlaceMention(text=self._spelt(report.place), name=place.name if known else None, id=place.id if known else "",
                            within=region.name if region and draw < 0.25 else "",
                            precision=PlacePrecision.EXACT if known else None)  # fmt: skip
        return (spot, wide) if wide and draw > 0.7 else (spot,)


def _drawn(chance: random.Random, table: Sequence[tuple[Drawn, float]]) -> Drawn:
    return chance.choices([value for value, _ in table], [share for _, share in table])[0]


def _toll(number: int | None, chance: random.Random) -> Casualties | None:
    if not number:
        return None
    return (
        Casualties(low=number, best=number, high=number)
        if chance.random() > 0.1
        else Casualties(low=number, best=None, high=None)
    )


def _claim(
    document: str, span: tuple[int, int], quote: str, chain: Sequence[str], slots: Slots, stance: Stance
) -> Claim:
    links = tuple(
        Speaker(text=NAMES[each], name=NAMES[each], id=each, span=None if each == chain[-1] else (0, 6))
        for each in chain
    )
    identity = "c-" + hashlib.sha256(f"{document}{span}".encode()).hexdigest()[:12]
    return Claim(id=identity, document=document, span=span, quote=quote, stance=stance, chain=links, slots=slots)


def days(world: World, claims: int) -> Iterator[Day]:
    """Give day after day of WORLD until CLAIMS claims are printed; the last day is cut."""
    day, left = START, claims
    while left > 0:
        made = world.day(day)
        if len(made.claims) > left:
            made = Day(made.documents, made.claims[:left], made.events[:left])
        left -= len(made.claims)
        day += dt.timedelta(days=1)
        yield made
