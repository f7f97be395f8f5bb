"""How a text was read, sentence by sentence: words known, who speaks, the claims, or where it fell out.

For the one who asks why a sentence gave this claim, or none. Nothing here changes what is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.steps.extract.acts import act_words
from tregua.steps.extract.document import text_parts
from tregua.steps.extract.events import happened
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["trace_lines"]

_INDENT = "    "
_HIDDEN = frozenset({"function", "article", "auxiliary", "adverb", "determiner", "and", "of", "preposition", "name"})
_BREACHES = ("breach", "breach_verb", "break_verb")


def trace_lines(
    document: Document, pack: LanguagePack, reading: Reading, attribution: Attribution | None, claims: Sequence[Claim]
) -> Iterator[str]:
    """Give the lines that tell how DOCUMENT was read by PACK: READING is its words, CLAIMS what came of them.

    ATTRIBUTION is None where the document was put aside as not about armed conflict.
    """
    yield f"{document.id}: {len(reading.sentences)} sentences read as {pack.name}, {len(claims)} claims"
    yield from _left_out(document, pack)
    if attribution is None:
        yield f"{_INDENT}put aside: more words of other matters than of violence, or none of violence"
    for sentence in reading.sentences:
        start, end = reading.offsets(sentence.first, sentence.last)
        printed = reading.printed(sentence.first, sentence.last)
        yield f"  sentence {sentence.index}, characters {start} to {end}: “{printed}”"
        yield from _words(reading, sentence)
        if attribution is not None:
            yield f"{_INDENT}{attribution.reasons[sentence.index]}"
            found = [claim for claim in claims if start <= claim.span[0] < end]
            yield from _claims(found) if found else _fallen(reading, sentence)


def _left_out(document: Document, pack: LanguagePack) -> Iterator[str]:
    at = 0
    for start, end in (*text_parts(document.text, pack), (len(document.text), 0)):
        left = " ".join(document.text[at:start].split())
        if left:
            yield f"  left out as no text of the report: “{left[:80]}{'…' if len(left) > 80 else ''}”"  # noqa: PLR2004 - one line
        at = end


def _words(reading: Reading, sentence: Sentence) -> Iterator[str]:
    tags = [
        tag
        for position in range(sentence.first, sentence.last)
        for tag in reading.at(position)
        if tag.kind not in _HIDDEN and tag.last <= sentence.last
    ]
    if tags:
        yield f"{_INDENT}words: {', '.join(_word(reading, tag) for tag in tags)}"


def _word(reading: Reading, tag: Tag) -> str:
    value = f"={tag.value}" if tag.value else f"={tag.count}" if tag.count is not None else ""
    return f"{tag.kind}{value} “{reading.printed(tag.first, tag.last)}”"


def _claims(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        yield f"{_INDENT}{claim.id} {claim.kind} “{claim.quote}”"
        yield from (f"{_INDENT}  {line}" for line in claim.trace)


def _fallen(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Tell at which stage SENTENCE fell out: no word of the matter, a wish or denial, or a frame left unfilled."""
    acts = act_words(reading, sentence)
    breaches = [tag for kind in _BREACHES for tag in reading.of(kind, sentence.first, sentence.last)]
    if not acts and not breaches:
        yield f"{_INDENT}no claim: no word of an act or of a breach is known in it"
    for word in acts:
        printed = reading.printed(word.first, word.last)
        if happened(reading, word):
            yield f"{_INDENT}no incident of “{printed}”: neither who nor where, or told before"
        else:
            yield f"{_INDENT}no incident of “{printed}”: wished, feared, planned or denied"
    if breaches:
        counted = bool(reading.of("number", sentence.first, sentence.last))
        reason = "no rule of counts joins number and breach" if counted else "no number"
        yield f"{_INDENT}no count of “{reading.printed(breaches[0].first, breaches[0].last)}”: {reason}"
