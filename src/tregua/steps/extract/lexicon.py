"""Words of a pack found in a text: the longest phrase at each position, with inflected endings where the pack allows.

Phrases are kept as a tree of words, a word of a phrase being exact or a stem (``violat*``). A text is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tregua.steps.extract.clitics import split_elisions
from tregua.steps.extract.folding import NON_JOINER
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.text import Reading, Tag, fold_word

__all__ = ["Node", "build_tree", "phrase_words", "tag_lexicon"]

_SHORTEST_STEM = 2


class Node:
    """A place in the tree: the words and stems that may follow, and the classes of the phrase that ends here."""

    __slots__ = ("classes", "stems", "words")

    def __init__(self) -> None:
        """Begin empty."""
        self.words: dict[str, Node] = {}
        self.stems: dict[str, Node] = {}
        self.classes: list[tuple[str, str]] = []

    def child(self, word: str) -> Node:
        """Return the place after WORD, made when it is not there yet."""
        if word.endswith("*"):
            return self.stems.setdefault(word[:-1], Node())
        return self.words.setdefault(word, Node())

    def follow(self, forms: tuple[str, ...]) -> Iterator[Node]:
        """Give the places that one of FORMS leads to, exact words before long stems before short ones."""
        for form in forms:
            exact = self.words.get(form)
            if exact is not None:
                yield exact
        if self.stems:
            for form in forms:
                for length in range(len(form), _SHORTEST_STEM - 1, -1):
                    stem = self.stems.get(form[:length])
                    if stem is not None:
                        yield stem


def phrase_words(phrase: str, pack: LanguagePack) -> list[str]:
    """Return the words of PHRASE as the text's tokens will be folded."""
    plain = phrase.replace(NON_JOINER, " ") if pack.grammar.non_joiner_parts else phrase
    parts = (part for word in plain.split() for part in split_elisions(word, pack.grammar))
    return [fold_word(part, pack.grammar) for part in parts]


@lru_cache(maxsize=16)
def build_tree(pack: LanguagePack) -> Node:
    """Return the tree of PACK's lexicon."""
    root = Node()
    for entry in pack.lexicon:
        for phrase in entry.phrases:
            node = root
            for word in phrase_words(phrase, pack):
                node = node.child(word)
            if (entry.kind, entry.value) not in node.classes:
                node.classes.append((entry.kind, entry.value))
    return root


def tag_lexicon(reading: Reading) -> None:
    """Tag each phrase of the lexicon in READING; a phrase inside a longer one is not tagged."""
    root = build_tree(reading.pack)
    found: list[Tag] = []
    for sentence in reading.sentences:
        position = sentence.first
        while position < sentence.last:
            last, node = _longest(reading, root, position, sentence.last)
            classes = [item for item in node.classes if item[0] != _misread(reading, position, node)]
            found += [Tag(kind, position, last, value) for kind, value in classes]
            position = max(last, position + 1)
    reading.add(found)


def _misread(reading: Reading, position: int, node: Node) -> str:
    """Return the class that a capital rules out: "Siria" is a country and "siria" a people's name, as elsewhere."""
    kinds = {kind for kind, _ in node.classes}
    if not (reading.pack.grammar.capitals and {"country", "people"} <= kinds):
        return ""
    return "people" if reading.tokens[position].capital else "country"


def _longest(reading: Reading, root: Node, position: int, limit: int) -> tuple[int, Node]:
    best, best_node = position, root
    queue = [(position, root)]
    while queue:
        at, node = queue.pop()
        if node.classes and at > best:
            best, best_node = at, node
        if at < limit:
            queue += [(at + 1, child) for child in node.follow(reading.tokens[at].forms)][::-1]
    return best, best_node
