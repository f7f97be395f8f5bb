from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from tregua.records.finding import Ruling
from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span, day_span

KYIV = ZoneInfo("Europe/Kyiv")
LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
ACTORS = {name: Actor(id=name, name=name, type="armed group") for name in ("red-army", "blue-army", "outlaws")}
GROUND = Ground(
    [
        Place(id="north", name="North", kind="province", country="UA"),
        Place(id="mill", name="Mill", kind="town", province="north", country="UA"),
        Place(id="land", name="Land", kind="country", country="UA"),
        Place(id="abroad", name="Abroad", kind="town", country="PL"),
    ]
)
RED, BLUE = Party(text="Reds", actor="red-army"), Party(text="Blues", actor="blue-army")
MILL = Site(text="the mill", place="mill")
DAY = day_span(dt.date(2020, 1, 15), KYIV)


def _evaluate(truce: Truce, facts: Facts, as_of: dt.datetime = LATER) -> Verdict:
    verdict = evaluate(truce, facts, ACTORS.get, GROUND, as_of)
    assert verdict is not None
    return verdict


def _facts(
    actors: tuple[Party, ...] = (RED,),
    targets: tuple[Party, ...] = (BLUE,),
    sites: tuple[Site, ...] = (MILL,),
    time: Span | None = DAY,
) -> Facts:
    return Facts(act=Act.SHELLING, actors=actors, targets=targets, sites=sites, time=time)


def test_time_area_actor_act_and_target_are_tried_in_this_order(make_truce: Callable[..., Truce]) -> None:
    verdict = _evaluate(make_truce(), _facts())
    assert verdict.ruling is Ruling.BREACH
    assert [condition.name for condition in verdict.conditions] == ["time", "area", "actor", "act", "target"]
    assert all(condition.holds for condition in verdict.conditions)


def test_a_truce_nobody_had_heard_of_says_nothing(make_truce: Callable[..., Truce]) -> None:
    before = dt.datetime(2019, 12, 1, tzinfo=dt.UTC)
    assert evaluate(make_truce(), _facts(), ACTORS.get, GROUND, before) is None


def test_what_happened_at_several_places_happened_at_each(make_truce: Callable[..., Truce]) -> None:
    abroad = Site(text="abroad", place="abroad")
    assert _evaluate(make_truce(), _facts(sites=(abroad, MILL))).ruling is Ruling.BREACH
    outside = _evaluate(make_truce(), _facts(sites=(abroad,)))
    assert (outside.ruling, outside.reach, outside.term) == (Ruling.OUTSIDE, "area", "valley")
    assert outside.citation == "The paper, item 1 <https://example.org/paper>"


def test_a_missing_or_unknown_place_is_named(make_truce: Callable[..., Truce]) -> None:
    assert _evaluate(make_truce(), _facts(sites=())).missing == ("where it happened",)
    assert _evaluate(make_truce(), _facts(sites=(Site(text="the ford"),))).missing == ("where “the ford” is",)
    gone = Site(text="the ford", place="not-listed")
    assert _evaluate(make_truce(), _facts(sites=(gone,))).missing == ("where “the ford” is",)


def test_a_breach_at_an_unsure_hour_is_undetermined_and_says_what_it_would_be(make_truce: Callable[..., Truce]) -> None:
    night = Span(start=dt.datetime(2020, 1, 9, 20, tzinfo=KYIV), end=dt.datetime(2020, 1, 10, 6, tzinfo=KYIV))
    verdict = _evaluate(make_truce(), _facts(time=night))
    assert (verdict.ruling, verdict.term) == (Ruling.UNDETERMINED, "no-fire")
    assert verdict.reason.startswith("It would be a breach of “no-fire” if the terms reached it.")
    assert verdict.missing == ("the hour: before or after 2020-01-10 00:00 (Europe/Kyiv)",)


def test_what_is_permitted_at_an_unknown_time_is_undetermined_too(make_truce: Callable[..., Truce]) -> None:
    permit = (
        "\n  - {id: hunt, rule: permits, acts: [shelling], against: [exempt], text: They may be fought., cite: talk}\n"
    )
    outlaws = Party(text="Outlaws", actor="outlaws")
    verdict = _evaluate(make_truce(more=permit), _facts(targets=(outlaws,), time=None))
    assert verdict.ruling is Ruling.UNDETERMINED
    assert verdict.reason.startswith("It would be permitted by “hunt”")
    assert verdict.missing == ("when it happened",)


def test_an_exempt_actor_is_outside_whatever_the_hour(make_truce: Callable[..., Truce]) -> None:
    verdict = _evaluate(make_truce(), _facts(actors=(Party(text="Outlaws", actor="outlaws"),), time=None))
    assert (verdict.ruling, verdict.reach) == (Ruling.OUTSIDE, "party")


def test_every_missing_fact_is_named_at_once(make_truce: Callable[..., Truce]) -> None:
    verdict = _evaluate(make_truce(), _facts(actors=(), targets=(), sites=(), time=None))
    assert verdict.missing == ("when it happened", "where it happened", "who it was", "whom or what it struck")


def test_days_are_counted_where_the_terms_are(make_truce: Callable[..., Truce]) -> None:
    left = ("{actor: blue-army, bound: true,", "{actor: blue-army, bound: true, from: 2020-01-16,")
    late = Span(start=dt.datetime(2020, 1, 15, 22, 30, tzinfo=dt.UTC), end=dt.datetime(2020, 1, 15, 23, tzinfo=dt.UTC))
    assert _evaluate(make_truce(left), _facts(time=late)).ruling is Ruling.BREACH
    assert _evaluate(make_truce(left), _facts()).reach == "act"
    half_known = Span(start=None, end=dt.datetime(2020, 1, 15, tzinfo=KYIV))
    assert _evaluate(make_truce(left), _facts(time=half_known)).ruling is Ruling.UNDETERMINED
