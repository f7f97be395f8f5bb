"""Acts of speaking, and whose word each sentence of a text is."""

from __future__ import annotations

from dataclasses import dataclass

from tregua.steps.extract.tellers import Link
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["Attribution", "Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """One act of speaking.

    Attributes:
        first: position where it begins.
        last: position after it.
        links: speakers, origin first; empty when the text only points back ("it said").
        rule: the pattern that found it.
        means: ``quote`` or ``via`` when it adds to another act, ``back`` when it speaks of the sentence before too,
            ``passing`` when it is of this sentence alone ("reports say"), ``claim`` when it comes before all others
            ("they rejected the army's charge that"), ``source`` when it names the source of the whole text.
        counts: whether its verb is one of counting, which is weaker evidence of speech than one of saying.
        stance: how the speaker stands to what he says.
        points: whether it names its speaker by a word that points back: "they", "the statement".
        aside: whether it only says, behind what is told, whose word that is: "eight died, according to the mayor".
    """

    first: int
    last: int
    links: tuple[Link, ...]
    rule: str
    means: str = ""
    counts: bool = False
    stance: Stance = Stance.ASSERTED
    points: bool = False
    aside: bool = False


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

    def origin(self, sentence: int) -> str:
        """Return whose word the SENTENCE is, "" when nobody's."""
        chain = self.chains[sentence]
        return chain[0].text if chain else ""

    def speaks(self, reading: Reading, tag: Tag) -> bool:
        """Tell whether TAG is named as a speaker in its own sentence."""
        first, last = reading.offsets(tag.first, tag.last)
        acts = self.said[reading.sentence_of(tag.first).index]
        return any(link.span[0] < last and first < link.span[1] for act in acts for link in act.links)

    def seats(self, reading: Reading, tag: Tag) -> bool:
        """Tell whether the place TAG is where one sits who speaks in its sentence: "the ministry in | Beirut said"."""
        before = tag.first - 1
        if before <= 0 or not reading.at(before, "at_place"):
            return False
        before -= reading.has(before - 1, "based")  # "a spokesman posted in | Jammu"
        end = reading.tokens[before - 1].end
        acts = self.said[reading.sentence_of(tag.first).index]
        return any(link.span[1] == end for act in acts for link in act.links)
