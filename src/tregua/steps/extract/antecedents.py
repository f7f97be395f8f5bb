"""Who and where is meant where the words leave it out: who acted, was blamed or was named before, and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.able import may_act, stands_free, subject_from
from tregua.steps.extract.cases import arms_alone
from tregua.steps.extract.charges import blamed_before
from tregua.steps.extract.events import Event, is_named_anew
from tregua.steps.extract.own_acts import speakers_before
from tregua.steps.extract.parted import opened_aside
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, actors_in, mention, name_in, place_mention
from tregua.steps.extract.text import Tag

__all__ = [
    "CARRIED",
    "Acting",
    "arms_of_those",
    "blamed_for",
    "carries_on",
    "owners_meant",
    "place_meant",
    "placed_before",
    "pointed_at",
    "suffers_apart",
]

CARRIED = "of the event before"

_MEMORY = 2
_OWN = ("actor", "voice", "name", "target", "person", "people")


@dataclass(slots=True)
class Acting:
    """Who acted last, for "they" and for clauses that do not repeat who acts.

    Attributes:
        actors: those who acted last.
        sentence: index of the sentence where they did.
        counts: whether the sentence at hand gives a number of breaches.
        counted: the number of the last sentence that gave one.
        accused: whether ``actors`` are those whom that number accuses.
        places: where the last event was that names its place.
        placed: index of the sentence of that event.
        foes: whom the speaker accused last, by a number or by what he calls them ("the enemy").
        told: index of the sentence where he did.
        teller: the speaker.
        sides: the words of the names of all who have acted, one set for each side.
        act: what was done last by somebody.
        origin: who told of it.
    """

    actors: tuple[Mention, ...] = ()
    sentence: int = -9
    counts: bool = False
    counted: int = -9
    accused: bool = False
    places: tuple[PlaceMention, ...] = ()
    placed: int = -9
    foes: tuple[Mention, ...] = ()
    told: int = -9
    teller: str = ""
    sides: list[frozenset[str]] = field(default_factory=list)
    act: str = ""
    origin: str = ""

    def acted(self, actors: tuple[Mention, ...], act: str, origin: str) -> None:
        """Note that ACTORS did an ACT, as ORIGIN tells."""
        self.act, self.origin = act, origin
        for actor in actors:
            words = frozenset((actor.name or actor.text).casefold().split())
            if not any(words & side for side in self.sides):
                self.sides.append(words)

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
    if word.kind == "act_noun" or not pronouns or is_passive(reading, word):
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


def owners_meant(clause: Clause, event: Event, possessor: int, before: Acting) -> tuple[Mention, ...]:
    """Return whose people or arms the pronoun at POSSESSOR says they are, "its forces", "their artillery"; often none.

    Those of whoever says so; of whoever acted in the same sentence, or else stands in it; of those who acted last; of
    the only one of the sentence before.
    """
    reading, start = clause.reading, possessor
    while start > clause.first and reading.has_any(start - 1, ("number", "of", "determiner")):
        start -= 1  # "one of its units"
    told = speakers_before(clause, start)
    if told is not None:
        return tuple(mention(reading, name_in(reading, tag)) for tag in told)
    if before.sentence == event.sentence.index:
        return before.actors
    here = _able(Clause(reading, clause.attribution, event.sentence.first, start))
    here = [tag for tag in here if tag.kind == "actor"][:1]
    if not here and before.foes and before.told > before.sentence and event.sentence.index - before.told <= 1:
        return before.foes
    if not here and is_recent(event, before):
        return before.actors
    if not here and event.sentence.index:
        last = reading.sentences[event.sentence.index - 1]
        alone = _able(Clause(reading, clause.attribution, last.first, last.last))
        here = alone if len(alone) == 1 and last.paragraph == event.sentence.paragraph else []
    return tuple(mention(reading, name_in(reading, tag)) for tag in here)


def arms_of_those(clause: Clause, event: Event, before: Acting) -> tuple[Mention, ...]:
    """Return whose arms or people act in EVENT by a pronoun: "their artillery shelled a farm", "its men killed six"."""
    reading, word = clause.reading, event.words[0]
    if word.kind == "act_noun" or is_passive(reading, word):
        return ()
    start = subject_from(clause, word)
    for acting in (tag for kind in ("weapon", "means", "person") for tag in reading.of(kind, start, word.first)):
        near = all(reading.has_any(at, ("have", "adverb", "and", "weapon")) for at in range(acting.last, word.first))
        if near and acting.first > clause.first and reading.at(acting.first - 1, "possessor"):
            return owners_meant(clause, event, acting.first - 1, before)
    return ()


def blamed_for(clause: Clause, event: Event) -> list[Tag]:
    """Return whom "they" means behind words that blame somebody: "the army blamed the rebels: they shelled it"."""
    reading, word = clause.reading, event.words[0]
    start = subject_from(clause, word)
    pointing = word.first > 0 and reading.at(word.first - 1, "own_act")
    if word.kind == "act_noun" or not (pointing or reading.of("subject_pronoun", start, word.first)):
        return []
    return blamed_before(clause, word.first if pointing else start)


def carries_on(clause: Clause, event: Event, before: Acting) -> bool:
    """Tell whether those who acted BEFORE act in EVENT too: "they", or a verb without a subject of its own."""
    reading, word = clause.reading, event.words[0]
    verbs = [verb for verb in event.words if verb.kind != "act_noun"]
    if all(told.kind in {"casualty", "act_noun"} for told in event.words):
        alike = before.accused or (is_named_anew(reading, word) and word.value == before.act)
        return alike and before.sentence == event.sentence.index
    if any(is_passive(reading, verb) for verb in verbs if verb.kind != "weapon"):
        return False
    start = subject_from(clause, word)
    if reading.of("subject_pronoun", start, word.first) and before.sentence >= 0:
        claimed = any(act.means == "claim" for act in clause.attribution.said[event.sentence.index])
        return event.sentence.index - before.sentence <= (0 if claimed else _MEMORY)  # "denied B's claim that it …"
    they = reading.pack.grammar.verb_forms.get("pronoun")
    if they is not None and word.kind != "act_noun" and they.fullmatch(reading.tokens[word.first].norm):
        return is_recent(event, before)  # "istakhdamū", whose ending is its subject
    if before.sentence != event.sentence.index:
        armed = bool(arms_alone(clause.part(start, word.first)))
        return armed and before.sentence >= 0 and event.sentence.index - before.sentence <= _MEMORY
    own = any(reading.of(kind, start, word.first) for kind in (*_OWN, "weapon"))
    own = own or (reading.pack.grammar.subject[0] == "after" and reading.has(word.last, "means"))  # "fired | a tank"
    return word.kind == "weapon" or not own


def suffers_apart(clause: Clause, event: Event, before: Acting) -> bool:
    """Tell whether EVENT goes on, in their sentence, with what those who acted BEFORE did to people and places.

    "The army shelled a market, and in B | a girl was shot": no one is named who may act, and none of theirs suffers.
    """
    reading = clause.reading
    kinds = ("actor", "people", "country", "possessor", "reply", "origin", "by")
    if not before.actors or before.sentence != event.sentence.index:
        return False
    if opened_aside(reading, event.first) is not None:
        return False  # "in A, which they besieged, | a girl was shot"
    done = any(word.kind in {"act_verb", "use_verb"} for word in event.words)
    return done and not any(reading.of(kind, event.first, event.last) for kind in kinds)


def is_recent(event: Event, before: Acting) -> bool:
    """Tell whether somebody acted so shortly before EVENT that a pronoun may mean him."""
    return bool(before.actors) and before.sentence >= 0 and event.sentence.index - before.sentence <= _MEMORY


def placed_before(event: Event, before: Acting) -> tuple[PlaceMention, ...]:
    """Return the places of the event that one of the two sentences before tells of; news parts paragraphs freely."""
    if event.sentence.index - before.placed > _MEMORY or before.placed < 0:
        return ()
    return tuple(replace(place, rule=CARRIED) for place in before.places)


def place_meant(clause: Clause, event: Event) -> tuple[PlaceMention, ...]:
    """Return the place named shortly before that "the town" or "the same district" in EVENT points back to."""
    reading = clause.reading
    for head in reading.of("settlement", event.first, event.last):
        article = reading.over(head.first - 1, "article") if head.first else None
        if article is None or article.value != "definite" or reading.over(head.first, "place") is not None:
            continue
        found = [tag for tag in reading.of("place", 0, head.first) if _may_mean(clause, event, head, tag)]
        for tag in found[-1:]:
            return (replace(place_mention(reading, tag), rule="named before"),)
    return ()


def _may_mean(clause: Clause, event: Event, head: Tag, place: Tag) -> bool:
    """Tell whether HEAD may be said of PLACE: one named shortly before, with no word for another kind of place."""
    reading = clause.reading
    if event.sentence.index - reading.sentence_of(place.first).index > _MEMORY or clause.attribution.speaks(
        reading, place
    ):
        return False
    kinds = {reading.tokens[at].norm for at in range(place.first, place.last) if reading.has(at, "place_head")}
    return not kinds or reading.tokens[head.first].norm in kinds
