"""Who and where is meant where the words leave it out: who acted, was blamed or was named before, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.able import may_act, stands_free, subject_from
from tregua.steps.extract.cases import arms_alone
from tregua.steps.extract.events import Event, is_passive
from tregua.steps.extract.slots import Clause, actor_list, actors_in
from tregua.steps.extract.text import Tag

__all__ = ["Acting", "blamed_for", "carries_on", "is_recent", "placed_before", "pointed_at"]

_MEMORY = 2
_OWN = ("actor", "voice", "name", "target", "person", "people")


@dataclass(slots=True)
class Acting:
    """Who acted last, for "they" and for clauses that do not repeat who acts.

    Attributes:
        actors: those who acted last.
        sentence: index of the sentence where they did.
        counts: whether the sentence at hand gives a number of breaches.
        accused: whether ``actors`` are those whom that number accuses.
        places: where the last event was that names its place.
        placed: index of the sentence of that event.
        foes: whom the speaker accused last, by a number or by what he calls them ("the enemy").
        told: index of the sentence where he did.
        teller: the speaker.
    """

    actors: tuple[Mention, ...] = ()
    sentence: int = -9
    counts: bool = False
    accused: bool = False
    places: tuple[PlaceMention, ...] = ()
    placed: int = -9
    foes: tuple[Mention, ...] = ()
    told: int = -9
    teller: str = ""

    def accuse(self, foes: tuple[Mention, ...], sentence: int, teller: str) -> None:
        """Note that TELLER accuses FOES in SENTENCE."""
        self.foes, self.told, self.teller = foes, sentence, teller


def pointed_at(clause: Clause, event: Event) -> list[Tag]:
    """Return whom "they" means: in one sentence, "Rebels go on provoking, it said: they shelled the town", or before.

    Of the sentence before only the one who alone may act in it is meant, and only by a pronoun of the plural.
    """
    reading, word = clause.reading, event.words[0]
    start = subject_from(clause, word)
    pronouns = reading.of("subject_pronoun", start, word.first)
    if word.kind == "act_noun" or not pronouns:
        return []
    found = _able(clause.part(clause.first, start))
    if found or not event.sentence.index or not any(tag.value == "plural" for tag in pronouns):
        return found[:1]
    before = reading.sentences[event.sentence.index - 1]
    if before.paragraph != event.sentence.paragraph:
        return []
    alone = _able(Clause(reading, clause.attribution, before.first, before.last))
    return alone if len(alone) == 1 and alone[0].kind == "actor" else []


def _able(clause: Clause) -> list[Tag]:
    """Return those in CLAUSE who may act."""
    found = [tag for tag in actors_in(clause) if stands_free(clause.reading, tag, clause.first)]
    return [tag for tag in found if may_act(clause, tag)]


def blamed_for(clause: Clause, event: Event) -> list[Tag]:
    """Return whom "they" means behind words that blame somebody: "the army blamed the rebels: they shelled it"."""
    reading, word = clause.reading, event.words[0]
    start = subject_from(clause, word)
    if word.kind == "act_noun" or not reading.of("subject_pronoun", start, word.first):
        return []
    blames = [tag for kind in ("blame_verb", "accuse") for tag in reading.of(kind, event.sentence.first, start)]
    found = [actor_list(reading, blame.last, start) for blame in blames]
    return next((tags for tags in found if tags), [])


def carries_on(clause: Clause, event: Event, before: Acting) -> bool:
    """Tell whether those who acted BEFORE act in EVENT too: "they", or a verb without a subject of its own."""
    reading, word = clause.reading, event.words[0]
    verbs = [verb for verb in event.words if verb.kind != "act_noun"]
    if all(told.kind in {"casualty", "act_noun"} for told in event.words):
        return before.accused and before.sentence == event.sentence.index
    if any(is_passive(reading, verb) for verb in verbs if verb.kind != "weapon"):
        return False
    start = subject_from(clause, word)
    if reading.of("subject_pronoun", start, word.first) and before.sentence >= 0:
        return event.sentence.index - before.sentence <= _MEMORY
    if before.sentence != event.sentence.index:
        armed = bool(arms_alone(clause.part(start, word.first)))
        return armed and before.sentence >= 0 and event.sentence.index - before.sentence <= _MEMORY
    own = any(reading.of(kind, start, word.first) for kind in (*_OWN, "weapon"))
    return word.kind == "weapon" or not own


def is_recent(event: Event, before: Acting) -> bool:
    """Tell whether somebody acted so shortly before EVENT that a pronoun may mean him."""
    return bool(before.actors) and before.sentence >= 0 and event.sentence.index - before.sentence <= _MEMORY


def placed_before(event: Event, before: Acting) -> tuple[PlaceMention, ...]:
    """Return the places of the event that one of the two sentences before tells of; news parts paragraphs freely."""
    if event.sentence.index - before.placed > _MEMORY or before.placed < 0:
        return ()
    return tuple(replace(place, rule="of the event before") for place in before.places)
