"""Who and where in the made-up week: the truce, its sources, its places, and how reports print their names."""

from __future__ import annotations

from tregua.records.claim import Mention, PlaceMention, Speaker
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Source
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Stance

LONG_NAME = "Joint Operations Room of the Northern Countryside and the Adjoining Eastern Neighbourhoods"
HOSTILE = '<script>alert("x")</script> & \u202eevil\u202c \x07'

TRUCE = Truce.model_validate(
    {
        "id": "lake-truce",
        "title": "Cessation of hostilities of the lake provinces",
        "kind": "cessation of hostilities",
        "zone": "Asia/Damascus",
        "adopted": "2016-02-22",
        "sources": [
            {"id": "statement", "title": "Joint statement of the guarantors", "url": "https://terms.example/st"}
        ],
        "layers": [
            {
                "id": "first",
                "start": "2016-02-27T00:00",
                "declared": "2016-02-22",
                "areas": ["all"],
                "cite": "statement, 1",
            }
        ],
        "areas": [{"id": "all", "name": "the whole country", "countries": ["SY"], "cite": "statement, 1"}],
        "sides": [
            {"id": "north", "name": "Northern Council", "cite": "statement, 2", "members": []},
            {"id": "south", "name": "Southern Government", "cite": "statement, 2", "members": []},
        ],
        "clauses": [
            {
                "id": "no-fire",
                "rule": "prohibits",
                "acts": ["shelling", "airstrike", "small-arms"],
                "text": "No weapon is fired at the other side.",
                "cite": "statement, 3",
            }
        ],
    }
)

SOURCES = {
    item.id: item
    for item in (
        Source(
            id="south-press",
            name="Southern Press Agency",
            kind="agency",
            owner="Ministry of Information",
            side="south",
            relays=("watch-centre",),
        ),
        Source(id="watch-centre", name="Lakeside Coordination Centre", kind="party", side="south"),
        Source(id="north-office", name="Northern Council Press Office", kind="party", side="north"),
        Source(id="marsad", name="المرصد المحلي لتوثيق الخروقات", kind="ngo", owner="volunteers", side="neutral"),
        Source(id="daily", name="The Daily Courier", kind="media", side="unknown", relays=("unlisted-wire",)),
    )
}

PLACES = {
    item.id: item
    for item in (
        Place(id="sy", name="Syria", kind="country", country="SY"),
        Place(id="aleppo-province", name="Aleppo", kind="province", country="SY", lat=36.2, lon=37.5),
        Place(id="idlib-province", name="Idlib", kind="province", country="SY"),
        Place(
            id="tell-one",
            name="Tell Wahid",
            kind="town",
            lat=36.35,
            lon=37.35,
            province="aleppo-province",
            country="SY",
        ),
        Place(
            id="tell-two",
            name="تل اثنان",
            kind="village",
            lat=35.75,
            lon=36.65,
            province="idlib-province",
            country="SY",
        ),
        Place(id="ridge", name="The Ridge", kind="area", country="SY"),
    )
}

CENTRE = Speaker(text="the centre at the lake", name="Lakeside Coordination Centre", id="watch-centre", span=(4, 26))
AGENCY = Speaker(text="SPA", name="Southern Press Agency", id="south-press")
OFFICE = Speaker(text="the press office", name="Northern Council Press Office", id="north-office")
MARSAD = Speaker(text="المرصد", name="المرصد المحلي لتوثيق الخروقات", id="marsad")
COURIER = Speaker(text="Courier", name="The Daily Courier", id="daily")
NOBODY = Speaker(text="a man who gave no name", stance=Stance.ALLEGED)

COUNCIL = Mention(text="the terrorists", side="north", rule="label")
BRIGADE = Mention(text=LONG_NAME, name=LONG_NAME, id="joint-room")
GOVERNMENT = Mention(text="regime forces", name="Southern Army", id="southern-army", side="south")
UNKNOWN_GROUP = Mention(text="gunmen in two cars")

TELL_ONE = PlaceMention(text="Tell Wahid", name="Tell Wahid", id="tell-one", precision=PlacePrecision.EXACT)
TELL_TWO = PlaceMention(text="تل اثنان", name="تل اثنان", id="tell-two", precision=PlacePrecision.NEAR, within="Idlib")
IN_ALEPPO = PlaceMention(
    text="the Aleppo countryside", name="Aleppo", id="aleppo-province", precision=PlacePrecision.PROVINCE
)
IN_IDLIB = PlaceMention(text="a hamlet", within="Idlib")
NOWHERE = PlaceMention(text="Hamlet of the Seven Very Old Wells", rule="no candidate")
RIDGE = PlaceMention(text="the ridge", name="The Ridge", id="ridge", precision=PlacePrecision.LINE_OR_REGION)
