from __future__ import annotations

import pytest

from tregua.backends.truce_lists import read_truces
from tregua.errors import TreguaError

ETH_PRIO = """\
cc,cf_id,location,actor_name,ucdp_actor_id,ucdp_acd_id,pax_id,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr,cf_effect_month,\
cf_effect_day,end_yr,end_month,end_day,p_humanitarian,p_holiday,written,mediator_nego,ceasefire_class
652,9,Avaria,Army of  Avaria,118,299,-1,2015,2,22,2015,2,27,2015,9,-1,1,0,1,1,1
652,9,Avaria,Hill Front,4456,299,1500.0,2015,2,22,2015,2,27,2015,9,-1,1,0,1,"Norway, Oman",1
652,10,Avaria,Hill Front,4456,299,-1,2016,-1,-1,-1,-1,-1,-1,-1,-1,0,1,0,0,3
652,11,,Hill Front,4456,299,-1,2016,1,1,2016,1,1,-1,-1,-1,0,0,-1,-1,-1
652,12,Avaria,Hill Front,1,2,-1,2016,2,30,2016,1,1,-1,-1,-1,0,0,-1,-1,-1
652,13,Avaria,Hill Front,1,2,-1,2016,2,3,2016,2,5,2016,2,4,0,0,-1,-1,-1
652,14,Avaria,Hill Front,1,2,-1,soon,2,3,2016,2,5,2016,2,4,0,0,-1,-1,-1
"""
PAX = """\
Con;PPName;Reg;AgtId;Agt;Dat;Status;Agtp;Stage;Part;ThrdPart
Avaria;Avaria process;Europe;77;Truce of the  hill;27/02/2016;Agreed;Intra;Cea;Army and Front;Norway
"""
PAX_COMMAS = """\
Con,AgtId,Agt,Dat,Stage,Part,ThrdPart
Avaria,77,Truce of the  hill,27/02/2016,Cea,"Army, Front",Norway
Brevia,77,Truce of the  hill,2016-02-27,Cea,"Army, Front",
Avaria,78,Roadmap,2017-01-05 00:00:00,Xyz,,
Avaria,79,Bad,31/02/2016,Cea,,
Avaria,,No number,2016-02-27,Cea,,
"""


def test_ceasefires_are_declarations_with_a_row_for_each_that_declared() -> None:
    form, (first, second), problems = read_truces(ETH_PRIO.encode(), "cf.csv")
    assert form == "eth-prio"
    assert (first.id, first.country, first.kind, first.line) == (
        "eth-prio-652-9",
        "Avaria",
        "cessation of hostilities",
        2,
    )
    assert first.parties == ("Army of Avaria", "Hill Front")
    assert first.thirds == ("Norway, Oman",)
    assert (first.declared, first.in_force, first.ended) == ("2015-02-22", "2015-02-27", "2015-09")
    assert (first.purposes, first.written) == (("humanitarian",), True)
    assert first.links == ("ucdp-actor:118", "ucdp-conflict:299", "ucdp-actor:4456", "pa-x:1500")
    assert (second.declared, second.in_force, second.ended, second.written) == ("2016", "", "", False)
    assert second.kind == "definitive ceasefire"
    told = [(problem.line, problem.message) for problem in problems]
    assert told == [
        (5, "the row has no cf_id or no location"),
        (6, "cf_dec_yr, cf_dec_month, cf_dec_day: no day is 2016-2-30 (day is out of range for month)"),
        (7, "it ends (2016-02-04) before it takes effect (2016-02-05)"),
        (8, "cf_dec_yr, cf_dec_month, cf_dec_day: no day is soon-2-3"),
    ]


def test_agreements_are_declarations_that_open_where_they_are_kept() -> None:
    form, (first, second), problems = read_truces(PAX_COMMAS.encode(), "pax.csv")
    assert form == "pa-x"
    assert (first.id, first.title, first.country, first.kind) == (
        "pa-x-77",
        "Truce of the hill",
        "Avaria, Brevia",
        "ceasefire",
    )
    assert (first.declared, first.parties, first.thirds) == ("2016-02-27", ("Army, Front",), ("Norway",))
    assert first.cite.endswith("<https://pax.peaceagreements.org/agreements/77>")
    assert (second.kind, second.declared) == ("Xyz", "2017-01-05")
    assert [problem.line for problem in problems] == [5, 6]
    assert "Dat is no day: '31/02/2016'" in problems[0].message


def test_a_table_parted_otherwise_is_read_too() -> None:
    _, (only,), problems = read_truces(PAX.encode(), "pax.csv")
    assert only.declared == "2016-02-27"
    assert problems == []


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"", b'"AgtId\n'])
def test_what_is_no_such_list_is_refused(content: bytes) -> None:
    with pytest.raises(TreguaError, match="is no list of truces"):
        read_truces(content, "x.csv")


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(TreguaError, match="this is no table"):
        read_truces(b"x" * 200_000, "x.csv")
