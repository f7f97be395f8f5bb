"""Read what a document says of a truce: counts of breaches, incidents, truces, blame, relations, aid.

A deterministic reader. The engine knows sentences, classes of words and patterns over them; every word of a language
stands in its pack (:mod:`tregua.steps.extract.pack`). Nothing is looked up in registries: names and places leave here
as printed, and the ``resolve`` step finds out whom and what they mean.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from tregua.errors import Problem
from tregua.ports import Annotation
from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.steps.extract.act_parts import tag_act_parts
from tregua.steps.extract.almanac import Calendar
from tregua.steps.extract.blames import read_blames
from tregua.steps.extract.calendars import named_days, tag_other_calendars
from tregua.steps.extract.claims import Draft, Maker, unique
from tregua.steps.extract.denials import mark_denials
from tregua.steps.extract.document import Context, is_about_conflict, published_day, tag_datelines, text_parts
from tregua.steps.extract.entities import tag_entities
from tregua.steps.extract.foes import name_foes
from tregua.steps.extract.framed import tag_framed_acts
from tregua.steps.extract.incidents import read_incidents
from tregua.steps.extract.known_truces import KnownTruce, truce_meant, where_named
from tregua.steps.extract.lexicon import tag_lexicon
from tregua.steps.extract.names import tag_names
from tregua.steps.extract.numbers import tag_numbers
from tregua.steps.extract.opening_places import tag_opening_places
from tregua.steps.extract.pack import LanguagePack, load_pack
from tregua.steps.extract.sayers import tag_sayers
from tregua.steps.extract.second import off_topic, take_proposals
from tregua.steps.extract.speakers import Attribution, Link, attribute
from tregua.steps.extract.statements import read_adherences, read_aids, read_relations, tells_of_stop
from tregua.steps.extract.tallies import read_tallies
from tregua.steps.extract.text import Reading, Tag, read_text
from tregua.steps.extract.times import tag_times
from tregua.steps.extract.tracing import trace_lines
from tregua.steps.extract.truces import read_truces
from tregua.steps.extract.undated import own_day, printed_day, truce_dated

__all__ = ["Context", "LanguagePack", "extract", "load_pack", "printed_on", "trace"]


def extract(
    document: Document, pack: LanguagePack, context: Context, annotations: Sequence[Annotation] = ()
) -> tuple[list[Claim], list[Problem]]:
    """Return what DOCUMENT says, read by PACK in CONTEXT, and what it says that cannot be right.

    ANNOTATIONS, if any, mark names before the grammar reads or propose claims after it; what they propose enters
    only where the text bears it out, marked as proposed, and each rejection is a problem.
    """
    reading, carrier, problems = _tagged(document, pack, context)
    doubts = [doubt for each in annotations if each.role == "names" for doubt in tag_entities(reading, each)]
    proposals = [each for each in annotations if each.role == "claims"]
    if not is_about_conflict(reading):
        return [], _placed([*doubts, *(doubt for each in proposals for doubt in off_topic(each))], document)
    attribution = attribute(reading, carrier)
    maker = Maker(document, reading, attribution)
    claims = unique(maker.make(draft) for draft in _drafts(reading, attribution))
    reading.forget()
    for each in proposals:
        claims, found = take_proposals(claims, each, reading, attribution, maker.make)
        doubts += found
    return mark_denials(unique(claims), reading, attribution), _placed([*problems, *doubts], document)


def trace(document: Document, pack: LanguagePack, context: Context) -> list[str]:
    """Return, line by line, how DOCUMENT was read: words known, speaker, claims and rules, or what was missed."""
    reading, carrier, _ = _tagged(document, pack, context)
    attribution = attribute(reading, carrier) if is_about_conflict(reading) else None
    claims, _ = extract(document, pack, context)
    return list(trace_lines(document, pack, reading, attribution, claims))


def printed_on(document: Document, pack: LanguagePack) -> dt.date | None:
    """Return the day that DOCUMENT, read by PACK, prints as its own; None when it prints none."""
    return printed_day(_worded(document, pack))


def _worded(document: Document, pack: LanguagePack) -> Reading:
    """Return the words of DOCUMENT with what PACK's lexicon knows of them, and their numbers."""
    reading = read_text(document.text, pack, text_parts(document.text, pack))
    tag_lexicon(reading)
    tag_framed_acts(reading)
    reading.add(named_days(reading))
    tag_numbers(reading)
    return reading


def _tagged(document: Document, pack: LanguagePack, context: Context) -> tuple[Reading, Link | None, list[Problem]]:
    """Return the words of DOCUMENT with all that is known of them, its agency, and which times cannot be right."""
    reading = _worded(document, pack)
    published = published_day(document, context.zone) or printed_day(reading)
    dated = published is not None
    meant = truce_meant(document.text, published) if dated else truce_dated(reading, document.text)
    start = context.truce_start or (meant.start if meant is not None else None)
    told = own_day(reading, published) if published is not None else None
    almanac = Calendar(context.zone, told, start, own=told != published)
    problems = tag_other_calendars(reading) + tag_times(reading, almanac)
    carrier = tag_datelines(reading)
    tag_sayers(reading)
    tag_names(reading)
    tag_opening_places(reading)
    tag_act_parts(reading)
    if meant is not None:
        _tag_area(reading, meant)
    return reading, carrier, problems


def _tag_area(reading: Reading, truce: KnownTruce) -> None:
    """Tag the first word of READING that names the place of TRUCE."""
    at = where_named(truce, [token.text.casefold() for token in reading.tokens]) if truce.area else None
    if at is not None:
        reading.add([Tag("truce_area", at, at + 1, truce.area)])


def _drafts(reading: Reading, attribution: Attribution) -> list[Draft]:
    drafts, counted = read_tallies(reading, attribution)
    drafts += read_incidents(reading, attribution, drafts, counted)
    drafts += read_truces(reading, attribution, counted) + read_blames(reading, attribution, counted, drafts)
    drafts = name_foes(reading, attribution, drafts)
    aids = read_aids(reading, attribution)
    drafts = [draft for draft in drafts if not any(tells_of_stop(draft, aid) for aid in aids)]
    return drafts + read_relations(reading, attribution) + aids + read_adherences(reading)


def _placed(problems: Sequence[Problem], document: Document) -> list[Problem]:
    return [replace(problem, where=document.id) for problem in problems]
