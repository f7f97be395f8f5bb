"""Who says so: for each sentence the chain of speakers, origin first.

A sentence that names its speaker is theirs; one that says "it added" or names nobody is the last speaker's, for as
long as :data:`_MEMORY` sentences; sentences at the head of a text, before anyone has spoken, are those of the first
who does, when that comes soon. A body met again by its head word alone ("the centre") is the one met before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tregua.steps.extract.closings import closing_first, opening_with
from tregua.steps.extract.log_entries import begins_entry
from tregua.steps.extract.openings import CLAIMED, LEAD, PASSING, look_ahead
from tregua.steps.extract.owners import owner_meant
from tregua.steps.extract.printed import tokens_at
from tregua.steps.extract.quotations import quoted, quotes_opened
from tregua.steps.extract.rows import begins_item, is_item_mark, listing_of
from tregua.steps.extract.said import Attribution, Said
from tregua.steps.extract.sayings import acts_of_speaking
from tregua.steps.extract.tellers import Link, Tellers, is_witness
from tregua.steps.extract.text import Reading, Sentence
from tregua.steps.extract.writers import counts_on, is_another_matter, is_writers
from tregua.vocabulary.stances import Stance

__all__ = ["Attribution", "Link", "Said", "attribute"]

_MEMORY = 6
_NAMED_SOON = 3
_DATELINE = 3
_THAT = 3
_COUNTED_SOON = 5
_OWN_WORD = ("according-to",)
_BULLETS = frozenset("-\u2022*\u00b7\u25aa\u25cf")


def attribute(reading: Reading, carrier: Link | None) -> Attribution:
    """Return the attribution of every sentence of READING."""
    said = acts_of_speaking(reading)
    memory = _Memory(reading, Tellers(reading))
    for sentence in reading.sentences:
        memory.step(sentence, said[sentence.index])
    look_ahead(reading, memory.chains, memory.reasons)
    memory.give_to_source(said)
    for index in opening_with(reading, said, memory.chains):
        memory.speak_from(index, index + 1, "of who ends the next sentence,")
    inside = reading.noted(quoted)
    for sentence, opened in zip(reading.sentences, quotes_opened(reading), strict=True):
        before = (act for acts in said[opened : sentence.index] for act in acts if act.first not in inside)
        if any(act.first not in inside for act in said[sentence.index]) and not any(act.links for act in before):
            memory.speak_from(opened, sentence.index)
    return Attribution(tuple(memory.chains), tuple(memory.reasons), tuple(tuple(acts) for acts in said), carrier)


@dataclass(slots=True)
class _Memory:
    """Who spoke last, and every speaker met so far.

    Where somebody speaks in the first sentences, the text is a report of what is said, and a paragraph that names
    nobody goes on with the last speaker; elsewhere such a paragraph is the author's own.
    """

    reading: Reading
    tellers: Tellers
    chains: list[tuple[Link, ...]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    chain: tuple[Link, ...] = ()
    last: tuple[Link, ...] = ()
    official: tuple[Link, ...] = ()
    age: int = 0
    leads: bool = False
    passing: bool = False
    denied: bool = False
    headlines: int = 0
    paragraph: int = -1
    spoken: Sentence | None = None
    cited: bool = False
    listed: tuple[Link, ...] | None = None
    numbered: bool = False
    hourly: tuple[Link, ...] | None = None

    def step(self, sentence: Sentence, said: Sequence[Said]) -> None:
        """Note the chain of SENTENCE and how it was got."""
        main = [act for act in said if act.means not in {"quote", "via"}]
        main = [act for act in main if act.means != "passing"] or main
        named = sorted((act for act in main if act.links), key=lambda act: (act.means != "claim", act.counts))
        named = closing_first(self.reading, sentence, named)
        added = [act for act in said if act.means in {"quote", "via"}]
        self.age += self._counts_apart(sentence)
        self.headlines += self.reading.is_headline(sentence) or self._is_dateline(sentence)
        opened = sentence.paragraph != self.paragraph
        aside = not main and (is_writers(self.reading, sentence, opened=opened) or self._is_left(sentence))
        if self._begins(sentence):
            self._begin_entry(sentence)
            self._begin_item(sentence)
        if sentence.paragraph != self.paragraph and (self.denied or not main):
            self.chain = () if aside and self._begins(sentence) else self._lasting()
        if named and named[0].means in {"passing", "claim"}:
            self._cite(sentence, named, added)
        elif named or added:
            self._name(sentence, named, added)
        elif main:
            self._go_on(main[0], sentence)
        elif aside:
            self.chains.append(())
            self.reasons.append("speaker: the writer takes up the word")
        elif self.age <= _MEMORY:
            self._go_unsaid(sentence)
        else:
            self.chains.append(())
            self.reasons.append("speaker: nobody named for long")

    def _counts_apart(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE takes the text on from who spoke: no row, no item number, no more counts."""
        listed = listing_of(self.reading, sentence)
        if listed is not None and listed.rows[0] is not sentence:
            return False
        return not (is_item_mark(self.reading, sentence) or counts_on(self.reading, sentence))

    def _cite(self, sentence: Sentence, named: Sequence[Said], added: Sequence[Said]) -> None:
        """Note that SENTENCE is of who is cited in it, the first NAMED; who answers his claim has the word then."""
        cited = named[0]
        if cited.means == "claim" and (others := [act for act in named if act.means != "claim"]):
            self._name(sentence, others, added)
            self.chains.pop()
            self.reasons.pop()
        self.chains.append(cited.links)
        self.reasons.append(f"speaker: {CLAIMED if cited.means == 'claim' else PASSING} by {cited.rule}")

    def _name(self, sentence: Sentence, named: Sequence[Said], added: Sequence[Said]) -> None:
        """Note that SENTENCE is of those who are NAMED in it, or of those before them as ADDED to."""
        self._speak(named, added)
        if self.listed is not None and not self.numbered and self._begins(sentence):
            self.listed = self.chain
        self._note_denial(sentence)
        self.paragraph = sentence.paragraph
        self.spoken, self.cited = sentence, all(act.aside for act in [*named, *added])
        self.leads = self.leads or sentence.index - self.headlines <= LEAD
        self.chains.append(self.chain)
        self.reasons.append(f"speaker: named by {(named or added)[0].rule}")
        if named and named[0].means == "back" and len(self.chains) > 1:
            self.chains[-2] = self._joined(self.chains[-2], self.reasons[-2])
            self.reasons[-2] = f"speaker: pointed back to by {named[0].rule}"

    def _joined(self, before: tuple[Link, ...], reason: str) -> tuple[Link, ...]:
        """Return the chain of a sentence that the next one gives a speaker: behind whom it names itself BEFORE."""
        named = before if reason.startswith("speaker: named by") else ()
        texts = {link.text for link in named}
        return named + tuple(link for link in self.chain if link.text not in texts)

    def _go_on(self, act: Said, sentence: Sentence) -> None:
        """Give SENTENCE to who spoke before, where ACT says no more than that he says so."""
        pointed = self._denier(act, sentence) or self.last or self._pointed(act, sentence)
        self.age, self.spoken = 0, None
        chain = self.chain or (pointed if act.points or self.denied else ())
        self.chain = tuple(_who_goes_on(link, act.stance) for link in chain)
        if self.denied or self.chain:
            self.denied, self.paragraph = False, sentence.paragraph
        self._carry_on(f"speaker: carried on by {act.rule}")

    def _denier(self, act: Said, sentence: Sentence) -> tuple[Link, ...]:
        """Return who denied in the sentence before SENTENCE, if he is a person whom ACT means by "he"."""
        just = self.denied and self.spoken is not None and self.spoken.index == sentence.index - 1
        chain = self.chains[-1] if just and act.points else ()
        person = bool(chain) and chain[0].stance is Stance.DENIED and self.tellers.is_person(chain[0])
        return chain if person and self.tellers.says_person(sentence) else ()

    def _pointed(self, act: Said, sentence: Sentence) -> tuple[Link, ...]:
        """Return whom ACT means by "he", where the sentence before SENTENCE names him by his office."""
        meant = self.tellers.person_before(sentence) if act.points and not self.chain else ()
        self.tellers.met += meant
        self.tellers.origins += meant
        return meant

    def _go_unsaid(self, sentence: Sentence) -> None:
        """Give SENTENCE, in which nobody speaks, to who spoke before; who denied tells no more but "it had only …"."""
        if self.denied and not self.reading.has(sentence.first, "subject_pronoun"):
            self.chains.append(())
            self.reasons.append("speaker: who denied tells no more")
            return
        spoken = self.chain
        self.chain = tuple(_who_goes_on(link, Stance.ASSERTED) for link in spoken)
        self._carry_on(f"speaker: carried on from sentence {sentence.index - self.age}" if spoken else "")
        self.chain = spoken

    def give_to_source(self, said: Sequence[Sequence[Said]]) -> None:
        """Give what nobody says to the source that the text gives for itself at its head ("Bulletin of the centre").

        One that it gives elsewhere ("Source: SANA") is that of all, where the text names nobody else.
        """
        named = [index for index, acts in enumerate(said) if any(act.means == "source" for act in acts)]
        source = self.chains[named[-1]] if named else ()
        if named and (named[-1] < LEAD or all(chain in ((), source) for chain in self.chains)):
            for index in (at for at, chain in enumerate(self.chains) if not chain):
                self.chains[index] = source
                self.reasons[index] = f"speaker: the source that sentence {named[-1]} names"

    def speak_from(self, first: int, named: int, why: str = "of the quotation that ends") -> None:
        """Give the sentences from FIRST on to who is NAMED in the sentence where a quotation ends that began there."""
        for index in range(first, named):
            self.chains[index] = self.chains[named]
            self.reasons[index] = f"speaker: {why} in sentence {named}"

    def _lasting(self) -> tuple[Link, ...]:
        """Return the chain that goes on in another paragraph: witnesses tell what they saw, and then others speak.

        So do those who come second and are named but by the way; who denies has said so, and tells no more.
        """
        if not self.leads or self.passing or self.denied:
            return ()
        return self.official if self.chain and is_witness(self.reading, self.chain[0]) else self.chain

    def _is_left(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE, in which nobody speaks, leaves who spoke for another matter.

        Nothing leaves one who spoke in the headline or the first sentence, unless he was but cited, or one who goes on.
        """
        spoken = self.spoken
        if spoken is None or not self._begins(sentence) or (not self.cited and spoken.index <= self.headlines):
            return False
        return is_another_matter(self.reading, spoken, sentence, cited=self.cited)

    def _begin_entry(self, sentence: Sentence) -> None:
        """Give an entry under its hour ("18:30 - ...") to who spoke before them all: who is named in one ends there."""
        if not begins_entry(self.reading, sentence):
            return
        if self.hourly is None:
            self.hourly = self._lasting()
        self.chain = self.last = self.hourly
        self.denied = False

    def _begin_item(self, sentence: Sentence) -> None:
        """Give an item of a list to who spoke before it or began an item: who is named later in one tells no other.

        An item with a number stands alone: only who spoke before the list tells it where it names nobody.
        """
        self.numbered = begins_item(self.reading, sentence)
        if not self.numbered and self.reading.tokens[sentence.first].text not in _BULLETS:
            self.listed = None
        elif self.listed is None:
            self.listed = self._lasting()
        else:
            self.chain = self.listed

    def _begins(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE begins a paragraph."""
        return not sentence.index or self.reading.sentences[sentence.index - 1].paragraph != sentence.paragraph

    def _is_dateline(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE is a piece of a dateline: "KYIV.", "24 October."."""
        words = range(sentence.first, sentence.last)
        dated = bool(self.reading.of("date", sentence.first, sentence.last))
        named = all(self.reading.tokens[at].capital or self.reading.tokens[at].kind == "mark" for at in words)
        return len(words) <= _DATELINE and (dated or named)

    def _carry_on(self, reason: str) -> None:
        self.chains.append(self.chain)
        self.reasons.append(reason or "speaker: nobody named")

    def _speak(self, named: Sequence[Said], added: Sequence[Said]) -> None:
        links = [link for act in self._deeper(named) for link in act.links]
        links += [link for act in added if act.means == "quote" for link in act.links]
        links += named[0].links if named else self.chain
        carriers = [act for act in added if act.means == "via"] + [
            act for act in named[1:] if self._carries(act, named[0])
        ]
        links += [replace(link, stance=Stance.QUOTED) for act in carriers for link in act.links]
        chain: list[Link] = []
        for link in map(self.tellers.known, links):
            if all(link.text != other.text for other in chain):
                chain.append(link)
        chain += self._carriers(chain, named)
        new = bool(chain) and all(chain[0].text != link.text for link in self.tellers.met)
        self.passing = new and bool(self.tellers.met) and all(act.aside for act in [*named, *added])
        if new:
            self._name_before(chain[0])
        self.tellers.origins += chain[:1]
        self.tellers.met += [link for link in chain if link not in self.tellers.met]
        self.chain, self.age = tuple(chain), 0
        if chain and not is_witness(self.reading, chain[0]):
            self.official = self.chain

    def _deeper(self, named: Sequence[Said]) -> list[Said]:
        """Return those of NAMED whose word the first one passes on: who counted, "the paper said that, according to A".

        Where two count in one sentence, each has his own count.
        """
        counting = [act for act in named[1:] if act.counts]
        lone = len(counting) == 1 and counting[0].first >= named[0].last
        words = [act for act in named[1:] if act.rule in _OWN_WORD and 0 <= act.first - named[0].last <= _THAT]
        return words + [act for act in counting if self._has_counted(act, lone=lone)]

    def _has_counted(self, act: Said, *, lone: bool) -> bool:
        """Tell whether ACT is by a body that watches, or LONE counts breaches; not by an office of who speaks."""
        if owner_meant(self.reading, act.first)[1]:
            return False  # "the mission said its monitors recorded nine" has one teller
        near = self.reading.of("number", act.last, act.last + _COUNTED_SOON) if lone else []
        breaches = bool(near) and bool(self.reading.of("breach", near[0].last, near[0].last + _COUNTED_SOON))
        named = breaches and self.reading.has_any(act.first, ("actor", "voice"))
        return named or any(map(self.tellers.watches, act.links))

    def _carries(self, act: Said, told: Said) -> bool:
        """Tell whether ACT ends a sentence with who carries what is TOLD: "the wing said so, according to Reuters"."""
        sentence = self.reading.sentence_of(act.first)
        last = max(act.links[-1].span[1], self.reading.offsets(act.first, act.last)[1])
        end = self.reading.offsets(sentence.first, sentence.last)[1] - last
        return act.aside != told.aside and not (told.counts or told.means) and told.last <= act.first and end <= 1

    def _carriers(self, chain: Sequence[Link], named: Sequence[Said]) -> tuple[Link, ...]:
        """Return who carries on what one without a name goes on to say: "a source told Reuters …, the source added"."""
        goes_on = len(chain) == 1 and bool(named) and bool(self.chain) and chain[0].text == self.chain[0].text
        if not goes_on or not self.reading.of("continuing", named[0].first, named[0].last):
            return ()
        return self.chain[1:]

    def _note_denial(self, sentence: Sentence) -> None:
        """Note whether SENTENCE, in which somebody is named, denies: those who spoke before go on then."""
        self.denied = self.chain[0].stance is Stance.DENIED if self.chain else False
        self.denied = self.denied or bool(self.reading.of("disclaim", sentence.first, sentence.last))
        self.last = self.last if self.denied and self.last else self.chain

    def _name_before(self, link: Link) -> None:
        """Give the sentences just before, of "a monitoring group", to LINK, which names it; so for a person."""
        self._name_person(link)
        if not self._stands_for(link, named=True):
            return
        for index in range(max(0, len(self.chains) - _NAMED_SOON), len(self.chains)):
            chain = self.chains[index]
            if chain and self._stands_for(chain[0], named=False):
                self.chains[index] = (link, *chain[1:])
                self.reasons[index] = f"speaker: named in sentence {len(self.chains)}"

    def _name_person(self, link: Link) -> None:
        """Give the sentences of "a local lawmaker" to LINK, which names him: "the lawmaker, A B, added"."""
        place = tokens_at(self.reading, *link.span)
        office, comma, name = link.text.partition(", ")
        if place is None or not (comma and name[:1].isupper() and self._is_definite(place[0])):
            return
        for index, chain in enumerate(self.chains):
            if chain and chain[0].text.islower() and chain[0].text.split()[-1] == office.split()[-1]:
                self.chains[index] = (link, *chain[1:])
                self.reasons[index] = f"speaker: named in sentence {len(self.chains)}"

    def _stands_for(self, link: Link, *, named: bool) -> bool:
        """Tell whether LINK is the name of a body that is no party, or, not NAMED, such a body met without its name."""
        place = tokens_at(self.reading, *link.span)
        own = link.text.rpartition("'s ")[2]  # "South Sudan's monitors" have no name
        if place is None or any(map(str.isupper, own)) is not named:
            return False
        positions = range(*place)
        if named and self.tellers.is_person(link):
            return False
        if named:
            bodies = ("watcher", "institution", "voice_head")
            return any(self.reading.has_any(at, bodies) and not self.reading.has(at, "actor_head") for at in positions)
        return not self._is_definite(place[0]) and self.reading.has(place[1] - 1, "watcher")

    def _is_definite(self, first: int) -> bool:
        article = self.reading.at(first - 1, "article") if first else ()
        return bool(article) and article[0].value == "definite"


def _who_goes_on(link: Link, stance: Stance) -> Link:
    """Return LINK as it goes on to speak with STANCE: who denies one thing asserts the next, or denies it too."""
    return replace(link, stance=stance) if Stance.DENIED in (link.stance, stance) else link
