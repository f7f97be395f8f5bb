"""When a count was: the window of its clause, else of its sentence, else that of a count or a sentence before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from tregua.steps.extract.act_times import parts_speech
from tregua.steps.extract.count_rows import BEFORE as ROW_BEFORE
from tregua.steps.extract.count_rows import before_headed
from tregua.steps.extract.counts import Found, Made, Work, is_taken
from tregua.steps.extract.rows import listing_of
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.subjects import CARRIED
from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag
from tregua.steps.extract.windows import EDITIONS
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["fitted", "is_beside", "is_past", "own_window", "period_before", "runs_on", "window_of", "within_stops"]

_LONG_REACH = 5
_LONGEST_YEARS = 60
_BEFORE = ("preceding", "preceding_period", "same_part")
_BESIDE = ("preceding", "preceding_period", "before", "previous")
_FAR = 8
_TAKEN_OVER = (*CARRIED, "first_units", "nth_unit", "part_of_year", "first_months")
_OF_TRUCE = ("since_truce", "first_units", "nth_unit")
_ASIDE = 2
_STOPS = frozenset(";؛")
_DAYS = ("day", "weekday", "relative_day")
_LATE = dt.timedelta(3)
_ROUGHLY = dt.timedelta(1)
_SHORT = {"since_relative": dt.timedelta(3), "since_weekday": dt.timedelta(3), "this": dt.timedelta(1)}
_RUNNING = ("since", "since_weekday", "since_relative", "since_truce", "since_month", "until", "this", "to_date")


def window_of(work: Work, item: Found, clause: Clause) -> tuple[Tag | None, Span | None, str]:
    """Return the time that ITEM stands with, its window, and how that is known."""
    whole = Clause(work.reading, work.attribution, item.sentence.first, item.sentence.last)
    if item.means == ROW_BEFORE:
        time = before_headed(work.reading, item.sentence)
        return time, None if time is None else time.span, "what heads the list"
    if (label := item.match.kept.get("time")) is not None:  # "By month, 2020: | Sep | 427"
        years = [tag for tag in work.reading.of("time", item.sentence.first, label.first) if tag.value == "year"]
        return label, fitted(label.span, years[-1].span if years else None), "stated"
    time = _window(clause, whole, item.number)
    if time is not None and not _dates_saying(clause, time):
        return time, _dated_in(whole, time) or _as_said(whole, time), "stated"
    window, known = _inherited(work, item)
    if window is not None or time is None:
        return time, window, known
    return time, time.span, "stated"


def _dated_in(whole: Clause, time: Tag) -> Span | None:
    """Return the days that WHOLE names, where TIME only says how long they were: "in one week, … from 3 to 9 May"."""
    if time.value != "last" or time.span is None or time.span.start is None or time.span.end is None:
        return None
    length = time.span.end - time.span.start
    for tag in whole.reading.of("time", whole.first, whole.last):
        span = tag.span if tag.value == "range" else None
        if span is not None and span.start and span.end and abs(span.end - span.start - length) <= _ROUGHLY:
            return span
    return None


def _as_said(whole: Clause, time: Tag) -> Span | None:
    """Return the window TIME, back from the day WHOLE was said or counted: "yesterday they reported 17 in 24 hours"."""
    day, span = _day_said(whole), time.span
    if time.value != "last" or day is None or span is None or not (day.start and span.start and span.end):
        return span
    if not dt.timedelta() < span.end - day.start <= _LATE:
        return span
    start = span.start - (span.end - day.start)
    return replace(span, start=start, end=day.start, basis=Basis.INFERRED, anchor=f"back from {day.text}")


def _day_said(whole: Clause) -> Span | None:
    """Return the day on which WHOLE was said, else the one day that it names beside one window."""
    times = [tag for tag in whole.reading.of("time", whole.first, whole.last) if tag.span is not None]
    days = [tag for tag in times if tag.value in _DAYS]
    said = [tag for tag in days if _dates_saying(whole, tag)]
    one = len({tag.span.start for tag in days if tag.span is not None}) == 1 and len(times) == len(days) + 1
    alone = [tag for tag in days if one and _covers(whole.reading, tag) and not whole.reading.at(tag.first, "eve")]
    return next((tag.span for tag in [*said, *alone]), None)


def own_window(clause: Clause, number: Tag) -> Span | None:
    """Return the window that CLAUSE itself gives NUMBER, None when it gives none."""
    time = _best_time(clause, number)
    return None if time is None or _dates_saying(clause, time) else time.span


def period_before(window: Span | None) -> Span | None:
    """Return WINDOW moved back by its own length."""
    if window is None or window.start is None or window.end is None:
        return None
    start, anchor = window.start - (window.end - window.start), f"the period {window.text} before"
    return replace(window, start=start, end=window.start, basis=Basis.INFERRED, anchor=anchor)


def runs_on(time: Tag) -> bool:
    """Tell whether TIME is open and long: "since the truce began", not "since midnight"."""
    span = time.span
    if span is None or span.start is None or span.end is None or time.value not in _SHORT:
        return time.value in _RUNNING
    return span.end - span.start > _SHORT[time.value]


def _window(clause: Clause, whole: Clause, number: Tag) -> Tag | None:
    single = _named_before(whole, number)
    if single is not None:
        return single
    clause = within_stops(clause, number)
    for part in (clause.part(number.first, clause.last), clause):
        best = _best_time(part, number)
        if best is not None and (best.value == "until" or not _order(part, best, number)):
            return best
        single = single or best
    if single is not None and not _dates_saying(clause, single):
        return single
    return _best_time(whole, number) or single


def _named_before(whole: Clause, number: Tag) -> Tag | None:
    """Return the time to which the clause of NUMBER belongs: "than in the week before, when there were | 8,300"."""
    reading = whole.reading
    commas = [at for at in range(whole.first, number.first) if reading.tokens[at].text == ","]
    if not commas or not reading.has_any(commas[-1] + 1, ("subordinate", "relative_pronoun")):
        return None
    if reading.of("time", commas[-1], number.first):
        return None  # it has a time of its own
    return next((tag for tag in reading.of("time", whole.first, commas[-1]) if tag.last == commas[-1]), None)


def _best_time(part: Clause, number: Tag) -> Tag | None:
    """Return the time of PART that is most of a window, the one nearest to NUMBER of several."""
    near = part.reading.of("time", part.first, part.last)
    times = [tag for tag in near if _covers(part.reading, tag) and not _is_of_another(part.reading, tag, number)]
    return min(times, key=lambda tag: (_order(part, tag, number), abs(tag.first - number.first)), default=None)


def within_stops(clause: Clause, number: Tag) -> Clause:
    """Return the part of CLAUSE about NUMBER that semicolons bound."""
    stops = [at for at in range(clause.first, clause.last) if clause.reading.tokens[at].text == ";"]
    begin = max((at + 1 for at in stops if at < number.first), default=clause.first)
    return clause.part(begin, min((at for at in stops if at >= number.last), default=clause.last))


def _order(clause: Clause, tag: Tag, number: Tag) -> int:
    """Return the rank of TAG for NUMBER: one that a relative clause behind it holds comes after those outside."""
    pronouns = clause.reading.of("relative_pronoun", number.last, tag.first) if number.last < tag.first else []
    return max(_rank(clause, tag), 1 if pronouns or _is_parenthesis(clause, tag, number) else 0)


def _is_parenthesis(clause: Clause, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG stands in an aside before NUMBER: "in 2003, | when the truce began in May, | there were 45"."""
    reading = clause.reading
    commas = [at for at in range(clause.first, number.first) if reading.tokens[at].text == ","]
    before, behind = [at for at in commas if at < tag.first], [at for at in commas if at >= tag.last]
    return bool(before and behind) and reading.has_any(before[-1] + 1, ("subordinate", "relative_pronoun"))


def _is_of_another(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG dates another count than NUMBER: "112 a day", "than in the week before"."""
    at = tag.first - 1 - (tag.first > 1 and reading.tokens[tag.first - 1].text in DASHES)
    before = reading.over(at, "number") if at >= reading.sentence_of(tag.first).first else None
    beside = before is not None and not number.first <= before.first < number.last and not is_taken(reading, before)
    compared = reading.has_between(max(0, tag.first - _ASIDE), tag.first, "compared")
    between = range(max(0, tag.first - _ASIDE), tag.first)
    nearer = tag.value in _BEFORE and _is_nearer_to_another(reading, tag, number)
    nth = reading.over(tag.first - 1, "ordinal") if tag.first else None  # "the second | in two days"
    beside = beside or (nth is not None and nth.first != number.first) or _is_of_clause_behind(reading, tag, number)
    apart = nearer or _labels(reading, tag, number) or _is_of_total(reading, tag, number)
    apart = apart or _is_of_part(reading, tag, number)
    return beside or apart or (compared and number.first not in between)


def _is_of_total(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG dates a total told behind NUMBER: "one in Homs, which puts the breaches since May at 271"."""
    raised = reading.of("raise", number.last, tag.first) if number.last < tag.first else []
    behind = reading.of("number", tag.last, reading.sentence_of(tag.first).last) if raised else []
    return tag.value in _RUNNING and any(not is_taken(reading, each) for each in behind)


def _is_of_part(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG dates a part told behind NUMBER: "reached 268, with 41 of them | in the last three days"."""
    parts = reading.of("number", number.last, tag.first) if number.last < tag.first else []
    return any(reading.has(each.last, "of") and reading.has(each.last + 1, "part_of") for each in parts)


def _is_of_clause_behind(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG dates a clause behind that of NUMBER: "80 blasts, | whereas on Monday | there were none"."""
    for at in range(number.last, tag.first):
        if reading.tokens[at].text == "," and reading.has(at + 1, "subordinate"):
            return not reading.has(at + 1, "since_mark")
    return False


def _is_nearer_to_another(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether another count stands nearer to TAG than NUMBER: "112 were logged; the day before it was 11"."""
    sentence = reading.sentence_of(tag.first)
    if any(reading.tokens[at].text in _STOPS for at in range(number.last, tag.first)):
        return True
    numbers = [each for each in reading.of("number", sentence.first, sentence.last) if not is_taken(reading, each)]
    others = [_gap(reading, each, tag) for each in numbers if not number.first <= each.first < number.last]
    return bool(others) and min(others) < _gap(reading, number, tag)


def _gap(reading: Reading, one: Tag, other: Tag) -> int:
    """Return how far ONE stands from OTHER in words, a mark parting them more than a word does."""
    first, last = sorted((one, other), key=lambda tag: tag.first)
    return sum(3 if reading.tokens[at].kind == "mark" else 1 for at in range(first.last, last.first))


def _labels(reading: Reading, tag: Tag, number: Tag) -> bool:
    """Tell whether TAG labels another number than NUMBER: "231 (previous week: 168)"."""
    at = tag.last + 1
    colon = tag.value in _BESIDE and at < len(reading.tokens) and reading.tokens[tag.last].text == ":"
    return colon and bool(reading.at(at, "number")) and not number.first <= at < number.last


def _dates_saying(clause: Clause, tag: Tag) -> bool:
    """Tell whether TAG is the day on which somebody spoke: "said on Saturday", "on 29 January the ministry said"."""
    if tag.value not in _DAYS:
        return False
    if _dates_paper(clause.reading, tag) or parts_speech(clause.reading, tag):
        return True
    acts = clause.attribution.said[clause.reading.sentence_of(tag.first).index]
    return any(act.first <= tag.last and tag.first <= act.last and not act.counts for act in acts)


def _dates_paper(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is the day of a report, not one that it is about: "the report of 26 October"."""
    behind = tag.first - 1 - reading.pack.grammar.genitives  # "otchet | ot | 26 oktyabrya", not "otchet | za 25-ye"
    return tag.value in _DAYS and behind >= 0 and reading.has(behind, "paper")


def _covers(reading: Reading, tag: Tag) -> bool:
    """Tell whether a time may be a window: not the day on which the truce itself began."""
    if tag.span is None or tag.value in EDITIONS or reading.has(tag.first, "dateline"):
        return False
    if tag.value in {"last", "this"} and reading.of("superlative", tag.first - _FAR, tag.first):
        return False  # "the highest number in fifteen years" counts one of them
    begun = range(max(0, tag.first - 2), tag.first)
    single = tag.value in {"day", "weekday"}
    named = single and reading.begins(tag.last, ("truce", "pact"))  # "violations of the November 27 ceasefire"
    return not named and not (single and any(_begins(reading, position) for position in begun))


def _begins(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION says that a truce began; one that may also say "took place" does not."""
    return reading.has_any(position, ("begin", "declare")) and not reading.has_any(position, ("occur", "record"))


def _rank(clause: Clause, tag: Tag) -> int:
    """Rank windows before single days, and these before days of speech: "on Monday" dates this as often as breaches."""
    if _dates_saying(clause, tag):
        return 2
    unknown = tag.value in _OF_TRUCE and tag.span is not None and tag.span.basis is Basis.UNKNOWN
    return 1 if unknown or tag.value in {"weekday", "relative_day", "until", "by_hour"} else 0


def _inherited(work: Work, item: Found) -> tuple[Span | None, str]:
    """Return the window of a count before, or of the text, and how it was got."""
    reading, sentence = work.reading, item.sentence
    headed = _heading_list(work, item)
    if headed is not None:
        return _taken_over(headed, "what heads the list")
    same = bool(reading.of("same_period", sentence.first, sentence.last))
    near = work.recent(sentence, heads=not same, reach=_LONG_REACH)
    for made in near:
        larger = same or (made.slots.count >= max(work.listed, item.number.count or 0) and not made.running)
        if made.slots.window is not None and larger and not is_past(made, near, sentence):
            return _taken_over(made.slots.window, f"the count of {made.slots.count} before")
    for made in near:  # several that no count before is large enough for are the kinds of one that runs on
        if made.slots.window is not None and made.running and 0 < work.listed <= made.slots.count:
            return _taken_over(made.slots.window, f"the count of {made.slots.count} before, which they part")
    before = reading.sentences[sentence.index - 1] if sentence.index else sentence
    for tag in reading.of("time", before.first, before.last):
        if tag.span is not None and tag.value in _TAKEN_OVER:
            return _taken_over(tag.span, "the sentence before")
    if work.window is not None:
        return _taken_over(work.window, "the one window or the period of the text")
    return _last_window(work, item)


def _day_before(work: Work, sentence: Sentence) -> Span | None:
    """Return the one day that the sentence before SENTENCE, of its paragraph, dates an act by, None when none."""
    reading, before = work.reading, work.reading.sentences[max(0, sentence.index - 1)]
    whole = Clause(reading, work.attribution, before.first, before.last)
    times = [tag for tag in reading.of("time", before.first, before.last) if tag.span is not None]
    days = [tag for tag in times if tag.value in _DAYS and _covers(reading, tag) and not _dates_saying(whole, tag)]
    told = before is not sentence and before.paragraph == sentence.paragraph
    return days[0].span if told and len(times) == len(days) == 1 else None


def is_past(made: Made, near: Sequence[Made], sentence: Sentence) -> bool:
    """Tell whether MADE, told before SENTENCE, only says what it was before: "112 this week; the week before, 98"."""
    window = made.slots.window
    if window is None or window.end is None or made.found.sentence is sentence:
        return False
    told = [other for other in near if other.found.number.first < made.found.number.first]
    told = [other for other in told if not (other.running or (other.headline and not other.found.sentence.index))]
    spans = [other.slots.window for other in told if other.slots.window is not None]
    return any(span.start is not None and window.end <= span.start for span in spans) or any(
        span != window and window.start != span.start and window.within(span) for span in spans if window.start
    )


def is_beside(window: Span | None, whole: Span | None) -> bool:
    """Tell whether WINDOW lies outside that of the WHOLE: "from 137 in May to 99 in June" counts no parts."""
    if window is None or whole is None:
        return False
    before = window.end is not None and whole.start is not None and window.end <= whole.start
    return before or (window.start is not None and whole.end is not None and whole.end <= window.start)


def _heading_list(work: Work, item: Found) -> Span | None:
    """Return the window in the lines that head the list of which ITEM is a row."""
    listing = listing_of(work.reading, item.sentence)
    for head in listing.heads if listing is not None else ():
        counted = (made.slots.window for made in work.made if made.found.sentence is head and not made.split)
        time = _best_time(Clause(work.reading, work.attribution, head.first, head.last), item.number)
        time = None if time is not None and time.value in _BEFORE else time
        found = next((window for window in counted if window is not None), time.span if time is not None else None)
        if found is not None:
            return found
    return None


def _last_window(work: Work, item: Found) -> tuple[Span | None, str]:
    """Return the window of the truce for a count that runs on ("has risen to"), else that of the last count before."""
    running = bool(work.reading.of("raise", item.match.first, item.match.last))
    if running:
        times = [tag.span for tag in work.reading.of("time") if tag.value in {"since", "since_truce"} and tag.span]
        return _taken_over(times[0], "the truce") if times else (None, "")
    day = _day_before(work, item.sentence)
    if day is not None:
        return _taken_over(day, "the day of the sentence before")
    for made in reversed(work.made):
        if made.slots.window is not None and not made.running:
            return _taken_over(made.slots.window, f"the count of {made.slots.count} before")
    return None, ""


def _taken_over(window: Span, anchor: str) -> tuple[Span, str]:
    return replace(window, basis=Basis.INFERRED, anchor=anchor), "inherited"


def fitted(month: Span | None, whole: Span | None) -> Span | None:
    """Return MONTH moved by whole years into WHOLE, when it lies outside and one year of it lies inside."""
    if month is None or month.basis is not Basis.INFERRED or month.start is None or month.end is None:
        return month
    if whole is None or month.within(whole):
        return month
    if whole.start is None or whole.end is None or not 0 <= whole.end.year - whole.start.year <= _LONGEST_YEARS:
        return month
    for year in range(whole.start.year, whole.end.year + 1):
        shift = year - month.start.year
        moved = replace(month, start=_moved(month.start, shift), end=_moved(month.end, shift), basis=Basis.INFERRED)
        if moved.within(whole):
            return moved
    return month


def _moved(moment: dt.datetime, years: int) -> dt.datetime:
    return moment.replace(year=moment.year + years)
