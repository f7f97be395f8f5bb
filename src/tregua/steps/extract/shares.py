"""The parts of a count: by place, kind, accused and month ("two in Aleppo", "Hama (7)", "four by the government").

A part takes its window and unit from the count that it parts, which is the one that the parts add up to, or else the
nearest that is no running total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tregua.records.claim import PlaceMention, Tally
from tregua.steps.extract.beside import placed_behind
from tregua.steps.extract.board import find_rules, is_plain
from tregua.steps.extract.breakers import is_weapon
from tregua.steps.extract.count_accused import accused_in
from tregua.steps.extract.count_areas import framing, listed_before
from tregua.steps.extract.count_pairs import pairs_in
from tregua.steps.extract.count_tests import is_unattributed
from tregua.steps.extract.count_windows import fitted, is_beside, is_past, own_window, period_before
from tregua.steps.extract.counts import Found, Made, Work, areas_in, is_taken
from tregua.steps.extract.partitives import shared
from tregua.steps.extract.places import list_items
from tregua.steps.extract.respective import told_with
from tregua.steps.extract.slots import Clause, actor_at, mention, place_mention
from tregua.steps.extract.subjects import BEFORE, OPENING, subject_area
from tregua.steps.extract.tellers import Link
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.steps.extract.told_shares import is_told_by
from tregua.vocabulary.stances import Share

__all__ = ["amounts", "find_parts", "part_parted", "parted", "read_part", "second_whole", "widen"]

_NO_KIND = (
    "person",
    "unit",
    "casualty",
    "aid",
    "commerce",
    "place_head",
    "country",
    "name",
    "month",
    "weekday",
    "sport",
)
_ACTS = ("breach", "breach_verb", "break_verb", "act_noun", "act_verb", "counted", "weapon", "use_verb")
_DONE = ("act_verb", "use_verb", "land_verb")
_HURT = ("person", "casualty", "aid", "target", "no_breach")
_GUESSED = (BEFORE, OPENING)
_WIDTH = 4
_TWICE = 2
_APART = 20
_NO_NOUN = ("breach", "act_noun", "times", "occur", "partly", "be", "domain", "place", "commit", "apiece", "consist")
_FAR = 30
_SIDES = ("both_sides", "person")
_LIST_REACH = 8


def find_parts(work: Work, sentence: Sentence, anchors: Sequence[Found]) -> list[Found]:
    """Return the numbers of SENTENCE that part one of ANCHORS or a count just before; lists of kinds need two items."""
    reading = work.reading
    if not anchors and not _recent(work, sentence):
        return []
    if reading.of("unfounded", sentence.first, sentence.last):
        return []
    told = [number for item in anchors for number in (item.number, *told_with(reading, item))]
    taken = {position for number in told for position in range(number.first, number.last)}
    pairs = (item for item in pairs_in(reading, sentence) if not _is_of_hurt(reading, sentence, item.number))
    found = [item for item in pairs if item.number.first not in taken]
    taken |= {position for item in found for position in range(item.number.first, item.number.last)}
    for rule, match in find_rules(reading, "splits", sentence):
        number = match.kept["count"]
        places = set(range(number.first, number.last))
        if _is_of_fired(reading, sentence.first, number) or _is_of_hurt(reading, sentence, number):
            continue
        averaged = number.first > sentence.first and reading.has(number.first - 1, "average")
        if averaged or places & taken or not _FITS.get(rule.means, _is_bare)(reading, sentence, number):
            continue
        if "unit" in match.kept and reading.has(match.kept["unit"].first, "no_breach"):
            continue
        taken |= places if rule.means != "respective" else set(range(match.first, match.last))
        found.append(Found(rule.name, rule.means, match, number, sentence))
    kinds = [item for item in found if item.means == "kind"]
    listed = len(kinds) > 1 and any(_is_act(reading, item.number, sentence) for item in kinds)
    listed = listed and not reading.of("no_breach", sentence.first, kinds[0].number.last + _WIDTH)  # "40 | sorties"
    acts = [item.number.first for item in anchors if item.means == "acts"]
    return [item for item in found if item.means != "kind" or listed or _is_among(item, acts)]


def _is_among(item: Found, acts: Sequence[int]) -> bool:
    """Tell whether ITEM stands in a list between two of ACTS: "113 shootings, | 17 entries |, 85 raids"."""
    before, behind = [at for at in acts if at < item.number.first], [at for at in acts if at > item.number.first]
    return bool(before and behind) and behind[0] - before[-1] <= _APART


def _is_act(reading: Reading, number: Tag, sentence: Sentence) -> bool:
    """Tell whether what NUMBER counts may be a breach: a word of force or of counting stands behind it."""
    behind = range(number.last, min(number.last + _WIDTH, sentence.last))
    return any(reading.has_any(position, _ACTS) for position in behind)


def _is_of_them(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether "them" beside NUMBER are breaches: those hurt or struck are not named last before it."""
    first = max(0, number.first - _FAR)
    hurt = max((tag.first for kind in _HURT for tag in reading.of(kind, first, number.first)), default=-1)
    told = max((tag.first for kind in _ACTS for tag in reading.of(kind, first, number.first)), default=-1)
    width = range(number.last, min(number.last + _WIDTH, sentence.last))
    comma = next((at for at in width if reading.tokens[at].text == ","), width.stop)
    behind = any(reading.has_any(at, _HURT) for at in range(number.last, comma))
    return told >= hurt and not behind and not is_taken(reading, number) and bool(number.count)


def _is_of_fired(reading: Reading, first: int, number: Tag) -> bool:
    """Tell whether what was counted last before NUMBER, from FIRST on, was fired: "fired six shells, | one at A"."""
    before = reading.of("number", first, number.first)[-1:]
    fired = any(each.first and reading.has_any(each.first - 1, ("use_verb", "act_verb")) for each in before)
    return fired and any(reading.of("weapon", each.last, min(each.last + _WIDTH, number.first)) for each in before)


def _is_of_hurt(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER of SENTENCE counts the hurt: "one in B killed | three", "deaths by town: A | 4, B | 3"."""
    colons = [at for at in range(sentence.first, number.first) if reading.tokens[at].text == ":"]
    lead = (sentence.first, colons[-1]) if colons else (sentence.first, sentence.first)
    led = reading.of("casualty", *lead) and not any(reading.of(kind, *lead) for kind in _ACTS)
    return bool(led) or (number.first > 0 and reading.has(number.first - 1, "casualty"))


def _is_whole(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER counts no part: nothing at all, or all of them ("the five comprise two ambushes")."""
    definite = any(tag.value == "definite" for tag in reading.at(number.first - 1, "article"))
    return definite or is_taken(reading, number) or not number.count


def _names_kind(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER stands before what may be a kind of breach: a plain word, no people, times or places."""
    if _is_whole(reading, number) or (number.first and reading.has(number.first - 1, "use_verb")):
        return False  # "firing | 14 shells"
    if reading.tokens[number.first - 1].text == "(" and reading.begins(number.last, ("weapon",)):
        return False  # "mortars (14 shells)"
    if reading.begins(number.last, ("weapon",)) and reading.of("land_verb", number.last, sentence.last):
        return False  # "14 shells and three rockets | fell on the market"
    for position in range(number.last, min(number.last + 3, sentence.last)):
        if reading.at(position, "of") and position > number.last:
            break  # "4 abductions of adults" counts abductions
        if reading.has_any(position, _NO_KIND):
            return False
    return number.last < sentence.last and (is_plain(reading, number.last) or reading.tokens[number.last].text == ")")


def _is_adjective(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER is "one" behind the noun that it counts, where it stands there: "one raid"."""
    pack = reading.pack
    behind = pack.grammar.construct_state and pack.numerals.units_first
    alone = behind and number.count == 1 and number.value == "words"
    return alone and number.first > sentence.first and _is_noun(reading, number.first - 1)


def _is_noun(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION is a noun that "one" behind it counts, and none for a breach."""
    return is_plain(reading, position) and not reading.has_any(position, ("breach", "place", "toponym", "partly"))


def _is_bare(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER counts what was counted before: no noun of its own stands behind it."""
    if _is_whole(reading, number):
        return False
    if number.kind == "frequency":  # "twice | the enemy used mortars", but not "was twice | shelled"
        auxiliary = number.first > 0 and reading.has_any(number.first - 1, ("be", "auxiliary"))
        return not (auxiliary and reading.begins(number.last, _DONE))
    after = number.last
    if _is_adjective(reading, sentence, number):
        return False
    if after >= sentence.last or reading.tokens[after].kind == "mark":
        return not (after < sentence.last and reading.tokens[after].text == "%")
    told = bool(reading.at(after + 1, "by")) and is_told_by(reading, after + 1)  # "three | reported by A"
    own = not told and is_plain(reading, after)
    own = (
        own and not reading.at(after, "time") and not reading.begins(after, (*_NO_NOUN, "fall_to"))
    )  # "six | concern A"
    return not own and not reading.at(number.last, "casualty")


def _is_sort(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER, before a word for a sort of breach alone ("713 by land"), counts a part."""
    return number.last < sentence.last and not _is_whole(reading, number)


def _is_share(reading: Reading, sentence: Sentence, number: Tag) -> bool:
    """Tell whether NUMBER may be a share, and not how many are in an agreement: "the agreement, which counts | 9"."""
    which = reading.of("relative_pronoun", max(sentence.first, number.first - _WIDTH), number.first)
    joined = any(reading.has_any(at, ("pact", "truce")) for each in which for at in range(each.first - 2, each.first))
    return not joined and _is_bare(reading, sentence, number)


_FITS = {
    "kind": _names_kind,
    "of_them": _is_of_them,
    "of_them_month": _is_of_them,
    "share": _is_share,
    "alike": _is_share,
    "sort": _is_sort,
    "told": _is_share,
}


def amounts(work: Work, parts: Sequence[Found], bounds: Sequence[tuple[int, int]]) -> list[int]:
    """Return how many PARTS count, each within its BOUNDS: "two each in A and B" are twice two."""
    found = []
    for item, (first, last) in zip(parts, bounds, strict=True):
        each = item.means == "each_place"
        times = len(_listed(work, item, Clause(work.reading, work.attribution, first, last))) if each else 1
        found += [item.number.count or 0] * times
    return found


def parted(
    work: Work, sentence: Sentence, counts: Sequence[int], *, by_kind: bool, labelled: bool, beside: bool
) -> Made | None:
    """Return the count that is parted: the one that the parts add up to, or the nearest that is no running total."""
    total, largest = sum(counts), max(counts, default=0)
    recent = _recent(work, sentence, heads=True) or _parted_before(work, sentence)
    near = [made for made in recent if not is_past(made, recent, sentence)]
    full = {made.slots.count for made in near if not made.headline}
    near = [made for made in near if not made.headline or made.slots.count not in full]
    exact = [made for made in near if made.slots.count == total]
    if len(counts) > 1 and not exact:  # the parts of a part: "23 of them yesterday; of these, 12 in A and 11 in B"
        exact = [made for made in work.recent(sentence) if made.slots.count == total]
    daily = [made for made in near if not made.running]
    larger = [made for made in daily if made.slots.count >= total]
    if beside and len(counts) == 1:  # "five times in A, | twice in B" is told as the five are
        inside = [made for made in larger if made.found.sentence is sentence]
        larger, exact = [*inside, *larger], [] if inside else exact
    fitting = [made for made in (*daily, *near) if made.slots.count >= largest and not by_kind]
    return next(iter([*exact, *larger, *fitting, *(daily if labelled else [])]), None)


def _recent(work: Work, sentence: Sentence, *, heads: bool = False) -> list[Made]:
    """Return the tallies near SENTENCE; where it lists what was counted in brackets, those told longer ago too."""
    near = work.recent(sentence, heads=heads)
    return near or (work.recent(sentence, heads=heads, reach=_LIST_REACH) if _lists(work.reading, sentence) else [])


def _lists(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE has several numbers in brackets: "direct fire (142), incursions (21), raids (228)"."""
    numbers = reading.of("number", sentence.first + 1, sentence.last - 1)
    sides = [(reading.tokens[tag.first - 1].text, reading.tokens[tag.last].text) for tag in numbers]
    return sides.count(("(", ")")) > _TWICE


def part_parted(work: Work, sentence: Sentence, parts: Sequence[Found], total: int) -> Made | None:
    """Return the part of one who is accused, told last, of which PARTS, TOTAL in all, tell where it was.

    "Seven are theirs. | Homs had four", and further on "| In Hama there were three".
    """
    near = [made for made in work.recent(sentence) if made.found.sentence is not sentence]
    if not near or any("place" not in item.means for item in parts):
        return None
    last, told = near[0], [made for made in near if made.slots.part is Share.PLACE and made.whole == near[0].whole]
    whole = last if last not in told else _whole_of(work, last)
    beside = [made for made in near if whole is not None and made.found.sentence is whole.found.sentence]
    if whole is None or whole.slots.part is not Share.ACCUSED or any(made is not whole for made in beside):
        return None
    held = sum(made.slots.count for made in told if whole is not last)
    return whole if held + total <= whole.slots.count else None


def _parted_before(work: Work, sentence: Sentence) -> list[Made]:
    """Return the count that was parted last before SENTENCE, be it told too long before to be parted anew."""
    parts = work.recent(sentence)[:1]
    while parts and parts[0].split:
        parts = [made for made in [_whole_of(work, parts[0])] if made is not None]
    return parts


def _whole_of(work: Work, part: Made) -> Made | None:
    """Return the count that PART, one of WORK, is part of."""
    before = work.made[: work.made.index(part)]
    return next((made for made in reversed(before) if made.slots.count == part.whole), None)


def second_whole(parts: Sequence[Found]) -> int | None:
    """Return which of PARTS is another count with parts of its own: "..., and the other side 11: 6 in A, 5 in B"."""
    for at, item in enumerate(parts[:-_TWICE]):
        behind = parts[at + 1 :]
        total = sum(part.number.count or 0 for part in behind)
        each = any(part.means == "each_place" for part in behind)
        placed = all("place" in part.means for part in behind) and "place" not in item.means
        if placed and (total == item.number.count or (each and total < (item.number.count or 0) <= _TWICE * total)):
            return at
    return None


def read_part(work: Work, item: Found, clause: Clause, parent: Made, whole: Made) -> list[Made]:
    """Return the tallies of ITEM, told as PARENT is and a part of WHOLE: one, or one for each place of "two each"."""
    apart = parent.found.sentence is not item.sentence
    window = own_window(clause, item.number) if apart and "month" not in item.means else None
    base = replace(
        parent.slots, count=item.number.count or 0, bound=item.number.bound, ordinal=False, part=None, whole=None
    )
    base = base if window is None else replace(base, window=window)
    framed = framing(work, item) if apart else []
    base = replace(base, area=tuple(framed)) if framed else base
    base = replace(base, window=period_before(base.window)) if item.means == "before" else base
    words = work.reading.printed(item.match.first, item.match.last)
    made = []
    mine: Iterable[tuple[Tally, str]] = _shares(work, item, clause, base)
    if is_unattributed(work.reading, item.number):
        mine = [(replace(base, accused=()), "share laid to nobody")]
    for slots, reason in mine:
        trace = (f"tally by {item.rule}: “{words}”", f"part of the count of {parent.slots.count}", reason)
        headline = work.reading.is_headline(item.sentence)
        split = not is_beside(slots.window, parent.slots.window)
        part = shared(work.reading, item, slots, whole.slots)
        count = parent.slots.count
        chain = _teller(work, item, clause) if item.means in {"actor", "told"} else None
        made.append(Made(item, part, trace, running=False, split=split, headline=headline, whole=count, chain=chain))
    return made


def _shares(work: Work, item: Found, clause: Clause, base: Tally) -> Iterable[tuple[Tally, str]]:
    reading, kept = work.reading, item.match.kept
    unit = kept.get("unit")
    base = base if unit is None else replace(base, unit=reading.printed(unit.first, unit.last))
    if item.means == "each_place":
        places = _listed(work, item, clause)
        return [(replace(base, area=(place,)), "one share for each place") for place in places]
    if item.means in {"month", "each_month", "of_them_month"}:
        times = [tag for tag in reading.of("time", kept["time"].first, clause.last) if tag.value == "month"]
        times = times if item.means == "each_month" else [kept["time"]]
        return [(replace(base, window=fitted(tag.span, base.window)), "month of the share") for tag in times]
    if item.means == "respective":
        return _respective(work, item, base)
    if item.means == "actor" and _teller(work, item, clause) is None:
        tag = actor_at(reading, kept["actor"].first, clause.last)
        tag = kept["actor"] if tag is None and kept["actor"].kind in _SIDES else tag
        marked = () if tag is None else (mention(reading, tag),)
        accused = base.accused if tag is not None and is_weapon(reading, tag) else marked
        area = placed_behind(work, item, clause, base)
        return [(replace(base, accused=accused, area=area), "accused of the share")]
    if item.means == "place":
        blamed, reason = accused_in(work, item, clause, clause)
        slots = replace(base, area=(place_mention(reading, kept["place"]),), accused=tuple(blamed) or base.accused)
        return [(slots, f"place of the share; accused: {reason or 'of the whole'}")]
    return [(base, "share of the count before")]


def _teller(work: Work, item: Found, clause: Clause) -> tuple[Link, ...] | None:
    """Return the chain of a share ITEM told of by whoever is named in CLAUSE; None where he is accused of it."""
    reading, named = work.reading, item.match.kept["actor"]
    by = reading.of("by", item.number.last, named.first)
    if item.means != "told" and not (by and is_told_by(reading, by[-1].first)):
        return None
    tag = actor_at(reading, named.first, clause.last) or named
    link = Link(reading.printed(tag.first, tag.last), reading.offsets(tag.first, tag.last))
    chain = work.attribution.chains[item.sentence.index]
    return (link, *(each for each in chain if each.text != link.text))


def _respective(work: Work, item: Found, base: Tally) -> list[tuple[Tally, str]]:
    """Return a share for each of the places before ITEM, in their order: "in A and B, six and four respectively"."""
    reading, match = work.reading, item.match
    counts = reading.of("number", match.first, match.last)
    places = areas_in(work, Clause(reading, work.attribution, item.sentence.first, match.first))
    if len(places) != len(counts):
        return [(base, "share of the count before")]
    paired = zip(counts, places, strict=True)
    return [(replace(base, count=each.count or 0, area=(place,)), "respective share") for each, place in paired]


def _listed(work: Work, item: Found, clause: Clause) -> list[PlaceMention]:
    """Return the places that share a count: those named behind it, or those listed right before it."""
    reading, place = work.reading, item.match.kept["place"]
    if place.first > item.number.first:
        listed = [place_mention(reading, tag) for tag in list_items(reading, place.first)]
        return listed if len(listed) > 1 else areas_in(work, clause.part(place.first, clause.last))
    return [place_mention(reading, tag) for tag in [*listed_before(reading, place), place]]


def _is_one_of(area: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Tell whether AREA, not printed with a whole, is one of PLACES, those of its parts, and so not its own."""
    return area.rule.startswith("inferred") and any(area.text in each.text or each.text in area.text for each in places)


def widen(work: Work, parent: Made, parts: Sequence[Made]) -> None:
    """Give PARENT, when nothing tells its place, the places of PARTS that add up to it."""
    places = tuple(place for part in parts for place in part.slots.area if part.slots.part is Share.PLACE)
    whole = sum(part.slots.count for part in parts) == parent.slots.count and len(places) == len(parts)
    guessed = [area.text for area in parent.slots.area if area.rule in _GUESSED]
    if not whole and any(place.text in area for place in places for area in guessed):
        found = subject_area(work.reading, [each.text for each in parent.slots.accused])
        known = (found,) if found is not None and not _is_one_of(found, places) else ()
        work.made[work.made.index(parent)] = replace(parent, slots=replace(parent.slots, area=known))
    if whole and all(_is_one_of(area, places) for area in parent.slots.area):
        slots = replace(parent.slots, area=places)
        trace = (*parent.trace, "area: places of the parts that add up to it")
        at = max(index for index, made in enumerate(work.made) if made is parent)
        work.made[at] = replace(parent, slots=slots, trace=trace)
