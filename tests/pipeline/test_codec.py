from __future__ import annotations

import datetime as dt
import json

from tregua.pipeline.codec import decode, digest, encode
from tregua.records.claim import Claim, Mention, PlaceMention, Speaker, Tally
from tregua.vocabulary.stances import Bound
from tregua.vocabulary.time import day_span


def claim() -> Claim:
    zone = dt.timezone(dt.timedelta(hours=3))
    slots = Tally(
        count=6,
        bound=Bound.AT_LEAST,
        window=day_span(dt.date(2016, 5, 6), zone),
        area=(PlaceMention(text="Lattakia"),),
        accused=(Mention(text="المسلحون"),),
    )
    speaker = Speaker(text="the centre", span=(1, 4))
    return Claim(id="c-1", document="d-1", span=(0, 9), quote="six", chain=(speaker,), slots=slots)


def test_a_record_survives_the_round_trip() -> None:
    assert decode(Claim, encode(Claim, claim())) == claim()


def test_the_form_is_canonical() -> None:
    text = encode(Claim, claim())
    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text
    assert "المسلحون" in text


def test_digests_tell_the_cut_of_their_parts() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest("a")
