"""Who says so: for each sentence the chain of speakers, origin first.

A sentence that names its speaker is theirs; one that says "it added" or names nobody is the last speaker's, for as
long as :data:`_MEMORY` sentences; sentences at the head of a text, before anyone has spoken, are those of the first
who does, when that comes soon. A body met again by its head word alone ("the centre") is the one met before.
"""

from __future__ import annotations

from dataclasses import dataclass

from tregua.steps.extract.pattern import Match, find_all
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["Attribution", "Link", "Said", "attribute"]

_MEMORY = 6
_LEAD = 3
_PERSON_PARTS = 2


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker as printed, at character offsets ``span``."""

    text: str
    span: tuple[int, int]
    stance: Stance = Stance.ASSERTED


@dataclass(frozen=True, slots=True)
class Said:
    """One act of speaking.

    Attributes:
        first: position where it begins.
        last: position after it.
        links: speakers, origin first; empty when the text only points back ("it said").
        stance: how the speaker stands to what is said.
        rule: the pattern that found it.
    """

    first: int
    last: int
    links: tuple[Link, ...]
    stance: Stance
    rule: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word each sentence is.

    Attributes:
        chains: by sentence, origin first; empty when nobody is named.
        reasons: by sentence, how the chain was got.
        said: by sentence, the acts of speaking in it.
        carrier: the agency of the dateline, None when there is none.
    """

    chains: tuple[tuple[Link, ...], ...]
    reasons: tuple[str, ...]
    said: tuple[tuple[Said, ...], ...]
    carrier: Link | None

    def speaks(self, reading: Reading, tag: Tag) -> bool:
        """Tell whether TAG is named as a speaker in its own sentence."""
        offsets = reading.offsets(tag.first, tag.last)
        sentence = reading.sentence_of(tag.first)
        spans = [link.span for said in self.said[sentence.index] for link in said.links]
        return any(start < offsets[1] and offsets[0] < end for start, end in spans)


def attribute(reading: Reading, carrier: Link | None) -> Attribution:
    """Return the attribution of every sentence of READING."""
    said = _said(reading)
    state = _Memory()
    chains: list[tuple[Link, ...]] = []
    reasons: list[str] = []
    for sentence in reading.sentences:
        chain, reason = state.step(reading, sentence, said[sentence.index])
        chains.append(chain)
        reasons.append(reason)
    _look_ahead(chains, reasons)
    return Attribution(tuple(chains), tuple(reasons), tuple(tuple(acts) for acts in said), carrier)


def _said(reading: Reading) -> list[list[Said]]:
    acts: list[list[Said]] = [[] for _ in reading.sentences]
    for rule in reading.pack.speakers:
        for match in find_all(reading, rule.pattern):
            sentence = reading.sentence_of(match.first)
            act = _act(reading, match, rule.name)
            overlaps = [old for old in acts[sentence.index] if old.first < act.last and act.first < old.last]
            if not overlaps:
                acts[sentence.index].append(act)
            elif rule.means == "via" or rule.means == "quote":
                acts[sentence.index] = [
                    _joined(old, act, rule.means) if old in overlaps else old for old in acts[sentence.index]
                ]
    return [sorted(found, key=lambda act: act.first) for found in acts]


def _joined(old: Said, new: Said, means: str) -> Said:
    added = tuple(link for link in new.links if link.span not in {known.span for known in old.links})
    links = (*added, *old.links) if means == "quote" else (*old.links, *added)
    return Said(min(old.first, new.first), max(old.last, new.last), links, old.stance, f"{old.rule}+{new.rule}")


def _act(reading: Reading, match: Match, rule: str) -> Said:
    links = tuple(
        _link(reading, match.kept[name], _stance(match))
        for name in ("origin", "who", "via")
        if name in match.kept and match.kept[name].kind not in {"pronoun", "paper"}
    )
    return Said(match.first, match.last, links, _stance(match), rule)


def _stance(match: Match) -> Stance:
    verb = match.kept.get("verb")
    return Stance(verb.value) if verb is not None and verb.value in set(Stance) else Stance.ASSERTED


def _link(reading: Reading, tag: Tag, stance: Stance) -> Link:
    return Link(reading.printed(tag.first, tag.last), reading.offsets(tag.first, tag.last), stance)


class _Memory:
    """Who spoke last, and every speaker met so far."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.chain: tuple[Link, ...] = ()
        self.age = 0
        self.met: list[Link] = []

    def step(self, reading: Reading, sentence: Sentence, said: list[Said]) -> tuple[tuple[Link, ...], str]:
        """Return the chain of SENTENCE and how it was got."""
        named = [act for act in said if act.links]
        if named:
            return self._speak(reading, named)
        if said:
            self.age = 0
            return self.chain, f"speaker: carried on by {said[0].rule}"
        self.age += 1
        if self.chain and self.age <= _MEMORY:
            return self.chain, f"speaker: inherited, sentence {sentence.index - self.age} named the last one"
        return (), "speaker: nobody named"

    def _speak(self, reading: Reading, named: list[Said]) -> tuple[tuple[Link, ...], str]:
        chain: list[Link] = []
        for link in named[0].links:
            known = self._known(reading, link)
            if all(known.text != other.text for other in chain):
                chain.append(known)
        self.met += [link for link in chain if link not in self.met]
        self.chain, self.age = tuple(chain), 0
        return self.chain, f"speaker: named by {named[0].rule}"

    def _known(self, reading: Reading, link: Link) -> Link:
        """Return the fuller speaker met before whom LINK points back to, or LINK."""
        words = {word.casefold() for word in link.text.replace("'", " ").split()}
        bare = not any(word[:1].isupper() for word in link.text.split()[:1]) and len(words) <= _PERSON_PARTS
        for old in reversed(self.met):
            held = {word.casefold().strip(".") for word in old.text.replace("'", " ").split()}
            if words < held and (bare or len(words) == 1):
                return Link(old.text, link.span, link.stance)
        if bare and not reading.pack.grammar.capitals:
            return link
        return link


def _look_ahead(chains: list[tuple[Link, ...]], reasons: list[str]) -> None:
    """Give the sentences before the first speaker to that speaker, when few."""
    first = next((index for index, chain in enumerate(chains) if chain), None)
    if first is None:
        return
    for index in range(max(0, first - _LEAD), first):
        chains[index] = chains[first]
        reasons[index] = f"speaker: of the first one named, in sentence {first}"
