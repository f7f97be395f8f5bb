"""Words of a pack found in a text: the longest phrase at each position, with inflected endings where the pack allows.

Phrases are kept as a tree of words, a word of a phrase being exact or a stem (``violat*``). A text is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tregua.steps.extract.clitics import split_elisions
from tregua.steps.extract.folding import NON_JOINER
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.text import Reading, Sentence, Token

__all__ = ["Node", "build_tree", "phrase_words", "tag_lexicon"]

_SHORTEST_STEM = 2
_MANY = 100
_MOST_KNOWN = 20_000
_RIVALS = ("country", "people")


class Node:
    """A place in the tree: the words and stems that may follow, and the classes of the phrase that ends here."""

    __slots__ = (
        "classes",
        "heads",
        "in_names",
        "is_acronym",
        "is_rival",
        "known",
        "leads",
        "longest",
        "stems",
        "words",
    )

    def __init__(self) -> None:
        """Begin empty: most places end a phrase and lead nowhere, and have all they lead to in common."""
        self.words: dict[str, Node] = _NO_NODES
        self.stems: dict[str, Node] = _NO_NODES
        self.heads: set[str] = _NO_HEADS
        self.leads = False
        self.longest = 0
        self.classes: list[tuple[str, str]] = []
        self.is_rival = False
        self.is_acronym = False
        self.in_names = False
        self.known: dict[tuple[str, ...], tuple[Node, ...]] = _NOT_KNOWN

    def child(self, word: str) -> Node:
        """Return the place after WORD, made when it is not there yet."""
        if not self.leads:
            self.leads, self.words, self.stems, self.heads, self.known = True, {}, {}, set(), {}
        nodes, key = self.words, word
        if word.endswith("*"):
            nodes, key = self.stems, word[:-1]
            self.longest = max(self.longest, len(key))
            self.heads.add(key[:_SHORTEST_STEM])
        node = nodes.get(key)
        if node is None:
            node = nodes[key] = Node()
        return node

    def end(self, kind: str, value: str) -> None:
        """Let a phrase of class KIND and VALUE end here; a country and a people are rivals, see :func:`_misread`."""
        if (kind, value) not in self.classes:
            self.classes.append((kind, value))
            if kind in _RIVALS:
                self.is_rival = {known for known, _ in self.classes}.issuperset(_RIVALS)
            self.in_names = self.in_names or (kind, value) == ("article", "in_names")

    def follow(self, forms: tuple[str, ...]) -> Sequence[Node]:
        """Return the places that one of FORMS leads to, exact words before long stems before short ones.

        Where many words may follow, as at the root, the answer is kept: most words of a text were met before.
        """
        found, words = self.known.get(forms), self.words
        if found is None:
            if not self.stems:
                missing = words.keys().isdisjoint(forms)
                return () if missing else tuple([words[form] for form in forms if form in words])
            if len(words) + len(self.stems) < _MANY:
                return tuple(self._follow(forms))
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            found = self.known[forms] = tuple(self._follow(forms))
        return found

    def _follow(self, forms: tuple[str, ...]) -> Iterator[Node]:
        for form in forms:
            exact = self.words.get(form)
            if exact is not None:
                yield exact
        for form in forms if self.stems else ():
            if form[:_SHORTEST_STEM] not in self.heads:
                continue
            for length in range(min(len(form), self.longest), _SHORTEST_STEM - 1, -1):
                stem = self.stems.get(form[:length])
                if stem is not None:
                    yield stem


_NO_NODES: dict[str, Node] = {}
_NO_HEADS: set[str] = set()
_NOT_KNOWN: dict[tuple[str, ...], tuple[Node, ...]] = {}


def phrase_words(phrase: str, pack: LanguagePack) -> list[str]:
    """Return the words of PHRASE as the text's tokens will be folded."""
    grammar = pack.grammar
    words = (phrase.replace(NON_JOINER, " ") if grammar.non_joiner_parts else phrase).split()
    if grammar.elisions:
        words = [part for word in words for part in split_elisions(word, grammar)]
    return [*map(grammar.folding.fold, words)]


@lru_cache(maxsize=16)
def build_tree(pack: LanguagePack) -> Node:
    """Return the tree of PACK's lexicon."""
    root = Node()
    for entry in pack.lexicon:
        for phrase in entry.phrases:
            node = root
            for word in phrase_words(phrase, pack):
                node = node.child(word)
            node.end(entry.kind, entry.value)
            node.is_acronym = node.is_acronym or (entry.kind == "country" and phrase.isupper())
    return root


def tag_lexicon(reading: Reading) -> None:
    """Tag each phrase of the lexicon in READING, which has no tags yet; a phrase inside a longer one is not tagged."""
    reading.fill(_phrases(reading))


def _phrases(reading: Reading) -> Iterator[tuple[int, int, Sequence[tuple[str, str]]]]:
    """Give the phrases of the lexicon in READING: where each begins and ends, and its classes."""
    root, tokens = build_tree(reading.pack), reading.tokens
    known, capitals = root.known, reading.pack.grammar.capitals
    for sentence in reading.sentences:
        position, limit = sentence.first, sentence.last
        while position < limit:
            forms = tokens[position].forms
            nodes = known[forms] if forms in known else root.follow(forms)
            first, position = position, position + 1
            if not nodes:
                continue
            node = nodes[0]
            if node.leads or len(nodes) > 1:
                position, node = _longest(tokens, nodes, position, limit)
            if node.is_rival and capitals:
                misread = _misread(reading, first, node)
                yield first, position, [each for each in node.classes if each[0] not in misread]
            elif node.classes and not (node.in_names and capitals and _is_of_name(reading, first, sentence)):
                yield first, position, node.classes


def _misread(reading: Reading, position: int, node: Node) -> tuple[str, ...]:
    """Return the classes that a capital rules out: "Siria" is a country and "siria" a people's name, as elsewhere.

    What is written in capitals alone is neither without one: "US" is a country, and "us" nobody's.
    """
    if reading.tokens[position].capital:
        return ("people",)
    return ("people", "country") if node.is_acronym else ("country",)


def _is_of_name(reading: Reading, position: int, sentence: Sentence) -> bool:
    """Tell whether an article at POSITION is part of a name, by its capital within a sentence: "shelled | An Nabk"."""
    tokens = reading.tokens
    if not tokens[position].capital or position in {sentence.first, sentence.last - 1}:
        return False
    before = tokens[position - 1]
    parted = before.kind == "word" and not before.capital
    return (parted or before.text == ",") and tokens[position + 1].capital


def _longest(tokens: Sequence[Token], nodes: Sequence[Node], position: int, limit: int) -> tuple[int, Node]:
    """Return the end of the longest phrase of TOKENS that goes on from NODES at POSITION, and its place in the tree.

    Where no phrase ends, the place is one without classes.
    """
    best, longest = 0, _NOWHERE
    queue = [(position, node) for node in reversed(nodes)]
    while queue:
        at, node = queue.pop()
        if node.classes and at > best:
            best, longest = at, node
        if node.leads and at < limit:
            behind = node.follow(tokens[at].forms)
            if behind:
                queue += [(at + 1, child) for child in reversed(behind)]
    return best or position, longest


_NOWHERE = Node()
