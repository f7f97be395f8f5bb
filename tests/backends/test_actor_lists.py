from __future__ import annotations

import datetime as dt

import pytest

from tregua.backends.actor_lists import read_list
from tregua.backends.actor_lists.entry import Other, Tie
from tregua.errors import TreguaError

UCDP = """\
ActorId,NameData,NameOrig,NameOrigFullEng,NewName,NewNameFullEng,Org,Splinter,ActorIdPrev,JoinGroup,ActorIdGroup,Location,Version
11,River Front,Jabhat al-Nahr,n/a,"RF, GRF","River Front, Great River Front",1,1,12,0,,"Upland, Lowland",22.1
12,Government of Upland,n/a,n/a,,,4,0,,0,,Upland,22.1
x,Nobody,,,,,1,0,,0,,,22.1
"""
ACLED = """\
event_date;actor1;assoc_actor_1;inter1;actor2;inter2;country
2016-05-01;Military Forces of Upland (2000-2020) Air Force;;1;HRF: Harbour Front;2;Upland
2016-05-02;Unidentified Armed Group (Upland);;3;Civilians (Upland);7;Upland
2016-05-03;HRF: Harbour Front;;Rebel group;Police Forces of Lowland (2011-);State forces;Lowland
2016-05-04;;;;;;
"""
UN = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "boom">]>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>Somebody</FIRST_NAME></INDIVIDUAL></INDIVIDUALS><ENTITIES>
<ENTITY><FIRST_NAME>RIVER FRONT</FIRST_NAME><REFERENCE_NUMBER>QDe.900</REFERENCE_NUMBER>
<LISTED_ON>2014-05-14</LISTED_ON><NAME_ORIGINAL_SCRIPT>\xd8\xac\xd8\xa8\xd9\x87\xd8\xa9</NAME_ORIGINAL_SCRIPT>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Brook Front &a;</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
<ENTITY><FIRST_NAME>UNDATED</FIRST_NAME><REFERENCE_NUMBER>QDe.901</REFERENCE_NUMBER><LISTED_ON></LISTED_ON></ENTITY>
<ENTITY><FIRST_NAME/><REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>"""
OWN = """id,name,type,kind,lang,from,cite
river-front,River Front,armed group,official,en,2014-03-01,its charter
river-front,RF,,acronym,,,
River Front,Wrong id,,,,,
b,B,pirates,,,,
c,C,,handle,,,
d,D,,,,May,
e,,,,,,
"""


def test_ucdp_gives_names_ties_and_where() -> None:
    form, (front, state), problems = read_list(UCDP.encode("utf-8-sig"), "ucdp.csv")
    assert (form, state.type, front.type) == ("ucdp", "state", "armed group")
    assert [other.text for other in front.others] == ["Jabhat al-Nahr", "RF", "GRF", "Great River Front"]
    assert [other.kind for other in front.others] == ["alias", "acronym", "acronym", "alias"]
    assert front.ties == (Tie("split_from", "12"),)
    assert front.cite == "UCDP Actor Dataset 22.1, actor 11"
    assert front.where == "Upland, Lowland"
    assert [(problem.line, problem.step) for problem in problems] == [(4, "import")]


def test_acled_gives_organisations_with_the_years_it_prints() -> None:
    form, found, problems = read_list(ACLED.encode(), "acled.csv")
    assert form == "acled"
    force, front, police = found
    assert (force.name, force.type) == ("Military Forces of Upland Air Force", "state forces")
    assert (force.since, force.until) == (dt.date(2000, 1, 1), dt.date(2020, 12, 31))
    assert (front.name, front.others[0], front.where) == (
        "Harbour Front", Other("HRF", "acronym", "en"), "Upland, Lowland",
    )  # fmt: skip
    assert (police.type, police.since, police.until) == ("police", dt.date(2011, 1, 1), None)
    assert [problem.line for problem in problems] == [5]


def test_the_sanctions_list_gives_entities_with_the_day_of_listing() -> None:
    form, (front,), problems = read_list(UN, "un.xml")
    assert form == "un"
    assert (front.id, front.name) == ("un-qde-900", "RIVER FRONT")
    assert front.others[0] == Other("Brook Front", "former", "und")
    assert front.others[1].kind == "official"
    assert front.ties == (Tie("listed_by", "un-security-council-sanctions-list", dt.date(2014, 5, 14)),)
    assert len(problems) == 2
    assert "QDe.901" in problems[0].message


def test_a_table_of_ones_own_gives_a_name_a_row_and_tells_each_bad_one() -> None:
    form, (front,), problems = read_list(OWN.encode(), "own.csv")
    assert form == "csv"
    assert (front.name, front.type, front.since) == ("River Front", "armed group", dt.date(2014, 3, 1))
    assert front.others == (Other("RF", "acronym", "und"),)
    assert [problem.line for problem in problems] == [4, 5, 6, 7, 8]
    assert "2016-02-27" in problems[3].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no list of actors"),
        (b"a,b\n1,2\n", "no list of actors"),
        (b"<html><p>no</html>", "no XML"),
        (b"<html></html>", "names no ENTITY"),
        (b'"' + b"x" * 140_000, "no table"),
    ],
)
def test_what_is_no_list_is_told(content: bytes, says: str) -> None:
    with pytest.raises(TreguaError, match=says):
        read_list(content, "list")


def test_a_field_too_long_costs_that_row_alone() -> None:
    text = "id,name\nfirst,First\nsecond," + "x" * 140_000 + "\nthird,Third\n"
    _, found, problems = read_list(text.encode(), "own.csv")
    assert "First" in {entry.name for entry in found}
    assert "Third" in {entry.name for entry in found}
    assert len(problems) == 1
