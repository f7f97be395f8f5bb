"""Who is meant by a speaker's words, told by the speakers met before: "the mission", "Hug", "in the staff"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tregua.steps.extract.acronyms import spelled_out
from tregua.steps.extract.appositions import body_meant, is_pointed, party_meant, points_back, with_apposition
from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.owners import owner_meant
from tregua.steps.extract.printed import tokens_at
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["Link", "Tellers", "is_witness", "same_teller"]

_FEW_WORDS = 2
_PEOPLE_STEM = 4
_FEW_LETTERS = 3
_SHORTEST, _LONGEST = 2, 6  # letters of an acronym
_SOON = 2
_NO_NAME = ("voice_head", "actor_head", "country", "people", "place", "institution", "modifier")


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker as printed, at character offsets ``span``."""

    text: str
    span: tuple[int, int]
    stance: Stance = Stance.ASSERTED


@dataclass(slots=True)
class Tellers:
    """The speakers of READING met so far, in order; those who told of what they know themselves are ``origins``."""

    reading: Reading
    met: list[Link] = field(default_factory=list)
    origins: list[Link] = field(default_factory=list)

    def known(self, link: Link) -> Link:
        """Return LINK as the text spells it out, or the fuller speaker met before whom it points back to."""
        if owner := self._owner(link):
            return replace(link, text=f"{link.text}, {owner}" if "(" in owner else f"{link.text} ({owner})")
        whole = self._acronyms().get(link.text)
        return self._in_body(self._in_letters(self._fuller(link))) if whole is None else replace(link, text=whole)

    def _owner(self, link: Link) -> str:
        """Return whose office LINK is by a pronoun: "its spokesman"."""
        place = tokens_at(self.reading, *link.span)
        body, owned = owner_meant(self.reading, place[0]) if place is not None else (None, False)
        if place is None or not owned:
            return ""
        here = self.reading.sentence_of(place[0]).index
        spoken = [old for old in self.met[-1:] if here - self._sentence(old) <= _SOON]
        if body is None and spoken:
            return spoken[0].text
        body = body or party_meant(self.reading, place[0])
        return "" if body is None else self.known_as(self.reading.printed(body.first, body.last))

    def _in_body(self, link: Link) -> Link:
        """Return LINK with the name of the body in it that a mere noun points back to: "a source in the ministry"."""
        described = any(self.reading.has(at, "people") for at in self._places(link))  # "the Russian ministry"
        for at in () if described or "(" in link.text else self._places(link)[1:]:
            mere = self._mere_body(at, self._places(link)[-1] + 1)
            if mere is None:
                continue
            body = Link(self.reading.printed(at, mere.last), self.reading.offsets(at, mere.last))
            named = self._fuller(body).text
            if named != body.text and named not in link.text and not self._is_foe(link, named):
                return replace(link, text=f"{link.text} ({named})")
        return link

    def _is_foe(self, link: Link, named: str) -> bool:
        """Tell whether LINK calls those of a people in NAMED a foe: "the army said the A enemy fired"."""
        sentence = self.reading.sentence_of(self._places(link)[0])
        foes = (
            self.reading.printed(tag.first, tag.last)
            for tag in self.reading.of("people", sentence.first, sentence.last)
            if self.reading.has(tag.first - 1, "foe") or self.reading.has(tag.last, "foe")
        )
        stems = {word[:_PEOPLE_STEM] for foe in foes for word in self._bare(foe)}
        return any(word[:_PEOPLE_STEM] in stems for word in self._bare(named))

    def _mere_body(self, position: int, last: int) -> Tag | None:
        """Return the mere noun for a body at POSITION of a speaker that ends at LAST, None when more follows it."""
        word, grammar = self.reading.tokens[position], self.reading.pack.grammar
        if grammar.capitals and word.capital:
            return None
        if grammar.genitives:
            mere = next((tag for tag in self.reading.at(position, "body") if tag.value == "any"), None)
            return mere if mere is not None and self._is_all(mere, last) else None
        alone = position + 1 == last and is_pointed(self.reading, position)
        return Tag("body", position, last) if alone else None

    def _is_all(self, mere: Tag, last: int) -> bool:
        """Tell whether nothing more is said of the body MERE up to LAST: a name behind it is that of who speaks."""
        return mere.last >= last or self.reading.tokens[mere.last].capital

    def _in_letters(self, link: Link) -> Link:
        """Return LINK with the letters that the text calls it by elsewhere: "Government of National Accord (GNA)"."""
        if "(" in link.text:
            return link
        for name in (link.text, self._with_place(link)):
            words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
            capitals = [word for word in words if word[0].isupper()]
            for part in (capitals, words) if len(capitals) >= _FEW_LETTERS else ():
                letters = "".join(word[0] for word in part).upper()
                if self._is_printed(letters):
                    return replace(link, text=f"{name} ({letters})")
        return link

    def _with_place(self, link: Link) -> str:
        """Return the words of LINK with the place behind them: "United Nations Interim Force | in Lebanon"."""
        place = tokens_at(self.reading, *link.span)
        at = place[1] if place is not None else -1
        if place is None or at + 1 >= len(self.reading.tokens) or not self.reading.has_any(at, ("at_place", "of")):
            return link.text
        at += 1 + bool(self.reading.at(at + 1, "article"))
        name = next(iter(self.reading.at(at, "name")), None)
        return link.text if name is None else self.reading.printed(place[0], name.last)

    def _is_printed(self, letters: str) -> bool:
        """Tell whether the text has a word of these LETTERS, all capitals."""
        places = self.reading.words().get(letters.casefold(), ())
        return any(self.reading.tokens[at].text == letters for at in places)

    def known_as(self, name: str) -> str:
        """Return NAME with its acronym, where the text spells it out."""
        return self._acronyms().get(name, name)

    def _sentence(self, link: Link) -> int:
        place = tokens_at(self.reading, *link.span)
        return self.reading.sentence_of(place[0]).index if place is not None else -1

    def _fuller(self, link: Link) -> Link:
        """Return the fuller speaker met before whom LINK points back to by a word or two, or LINK."""
        words = self._bare(link.text)
        if self.reading.pack.grammar.genitives and (link.text[:1].islower() or self._is_bare(link)):
            return self._in_another_case(link, words)
        if len(words) > _FEW_WORDS:
            return link
        if len(words) == 1 and (whole := self._in_full(link)):
            return replace(link, text=whole)
        meant = self._meant(link)
        if link.text[:1].isupper() and self.reading.pack.grammar.capitals and len(words) > 1:
            return replace(link, text=meant or link.text)
        for old in reversed(self.met):
            if words < self._bare(self._own_words(old)) and not self._is_first_name(link, old):
                return replace(old, span=link.span, stance=link.stance)
        return replace(link, text=self._acronyms().get(meant, meant)) if meant else self._by_initials(link)

    def _is_first_name(self, link: Link, person: Link) -> bool:
        """Tell whether LINK is a country that PERSON is but called like: "Israel", of the minister Israel Katz."""
        if not any(self.reading.has(at, "country") for at in self._places(link)):
            return False
        named = self._places(person)
        return any(
            self.reading.has(at, "country") and self.reading.has(at + 1, "name") and self.reading.tokens[at + 1].capital
            for at in named[:-1]
            if not self.reading.has_any(at + 1, _NO_NAME)
        )

    @staticmethod
    def _own_words(link: Link) -> str:
        """Return what LINK is called, an office without the body that it was found to be of: "the spokesman (CMA)"."""
        return link.text.partition(" (")[0] if link.text[:1].islower() else link.text

    def _by_initials(self, link: Link) -> Link:
        """Return LINK with the name that its letters are the initials of, where the text has one."""
        fuller = self._spelled_out(link.text)
        if fuller is None:
            return link
        printed = self.reading.printed(fuller.first, fuller.last)
        return replace(link, text=printed if link.text in printed else f"{printed} ({link.text})")

    def _meant(self, link: Link) -> str:
        """Return the name that LINK points back to by a common word: the last body that spoke, or the last group."""
        place = tokens_at(self.reading, *link.span)
        back = points_back(self.reading, *place) if place is not None else ""
        if place is None or not back:
            return ""
        if back == "person":
            return next((old.text for old in reversed(self.origins) if self.is_person(old)), "")
        if back == "party":
            party = party_meant(self.reading, place[0])
            return "" if party is None else self.reading.printed(party.first, party.last)
        bodies = (old for old in reversed(self.origins) if self._has_name(old) and not self._is_party(old))
        spoken = next((old.text for old in bodies), "")
        body = None if spoken else body_meant(self.reading, place[0])
        return spoken if body is None else self.reading.printed(body.first, body.last)

    def _in_another_case(self, link: Link, words: set[str]) -> Link:
        """Return the fuller speaker met before whom LINK names in another case ("at the staff"), or by a mere noun."""
        bare = self._is_bare(link)
        for old in reversed(self.met):
            fuller = _words(old.text)
            if len(words) < len(fuller) and all(any(begins_alike(word, other) for other in fuller) for word in words):
                return replace(old, span=link.span, stance=link.stance)
        bodies = [*self.met, *self.origins] if bare else []  # rather one who told of it than one who carried it
        for old in reversed(bodies):
            if self._is_body(old) and not self.is_person(old) and self._is_of_their_people(link, _words(old.text)):
                return replace(old, span=link.span, stance=link.stance)
        return self._named_before(link) if bare else replace(link, text=self._in_full(link) or link.text)

    def _in_full(self, link: Link) -> str:
        """Return the longer name that the text has before LINK, one word of it, or "": "Hug", "the President"."""
        place = tokens_at(self.reading, *link.span)
        if place is None or place[1] != place[0] + 1 or not self._may_be_short(place[0]):
            return ""
        word = self.reading.tokens[place[0]].norm
        tags = [tag for kind in ("voice", "name") for tag in self.reading.of(kind, 0, place[0]) if tag.last <= place[0]]
        fuller = [tag for tag in tags if self._is_named_so(tag, word)]
        last = max((tag.last for tag in fuller if tag.first == fuller[-1].first), default=0)
        whole = self.reading.printed(fuller[-1].first, last) if fuller else ""
        told = any(word.startswith(each) for each in _words(whole))  # else the name stands there in another case
        return whole if not whole or told else f"{whole} ({link.text})"

    def _may_be_short(self, position: int) -> bool:
        """Tell whether the word at POSITION, alone, may be a name or an office that the text has in full before.

        A country is no short name: "Israel" is not the minister Israel Katz.
        """
        word = self.reading.tokens[position]
        if self.reading.has(position, "country"):
            return False
        return word.capital and not word.text.isupper() and self.reading.pack.grammar.capitals

    def _is_named_so(self, tag: Tag, word: str) -> bool:
        """Tell whether TAG is a name of two words or more, or an office and a name, that has WORD in any case."""
        words = self.reading.tokens[tag.first : tag.last]
        cases = self.reading.pack.grammar.genitives
        alike = any(begins_alike(each.norm, word) if cases else each.norm == word for each in words)
        return alike and sum(each.capital for each in words) > 1

    def _named_before(self, link: Link) -> Link:
        """Return the body that the text names before LINK, where that may be any body ("observers"), or LINK."""
        places = self._places(link)
        at_large = any(tag.value == "any" for at in places for tag in self.reading.at(at, "body"))
        body = body_meant(self.reading, places[0]) if at_large else None
        if body is None or not self.reading.has(body.first, "voice_head"):
            return link
        printed = self.reading.printed(body.first, body.last)
        return replace(link, text=printed) if self._is_of_their_people(link, _words(printed)) else link

    def _is_bare(self, link: Link) -> bool:
        """Tell whether LINK is a mere noun for a body, described at most: "the ministry", "the Russian ministry"."""
        places = self._places(link)
        described = all(self.reading.has_any(at, ("body", "modifier", "people")) for at in places)
        named = any(self.reading.tokens[at].capital and not self.reading.has(at, "people") for at in places[1:])
        return described and not named and any(self.reading.has(at, "body") for at in places)

    def _is_of_their_people(self, link: Link, fuller: set[str]) -> bool:
        """Tell whether the people that LINK names, if any, is named in the words of the FULLER speaker too."""
        peoples = [at for at in self._places(link) if self.reading.has(at, "people")]
        stems = [self.reading.tokens[at].norm[:_PEOPLE_STEM] for at in peoples]
        return all(any(word.startswith(stem) or _is_short_for(word, stem) for word in fuller) for stem in stems)

    def _is_body(self, link: Link) -> bool:
        """Tell whether LINK is a body with a name of its own."""
        return any(self._names_body(at) for at in self._places(link))

    def _names_body(self, position: int) -> bool:
        """Tell whether the word at POSITION is part of a body's name: not "the Russians", "the rebels"."""
        if self.reading.has_any(position, ("institution", "country")):
            return True
        return self.reading.has(position, "name") and not self.reading.has_any(position, ("people", "actor_head"))

    def _places(self, link: Link) -> range:
        """Return the positions of the words of LINK."""
        place = tokens_at(self.reading, *link.span)
        return range(0) if place is None else range(*place)

    def _has_name(self, link: Link) -> bool:
        """Tell whether LINK has a name of its own, by its capitals where there are any."""
        return any(map(str.isupper, link.text)) if self.reading.pack.grammar.capitals else self._is_body(link)

    def _is_party(self, link: Link) -> bool:
        """Tell whether LINK is an armed party or speaks for one, and so is no mission and no agency."""
        kinds = ("actor_head", "group")
        return any(self.reading.has_any(at, kinds) for at in self._places(link)) and not self.watches(link)

    def is_person(self, link: Link) -> bool:
        """Tell whether LINK is a person, named beside an office."""
        places = self._places(link)
        barred = set(_NO_NAME)
        if self.reading.pack.grammar.genitives and any(self.reading.at(at, "place_head") for at in places):
            barred.discard("place")  # "the mayor of the town | A B" looks like a town of that name
        named = [at for at in places if self.reading.has(at, "name") and not self.reading.has_any(at, barred)]
        return any(self.reading.has(at, "voice_head") for at in places) and len(named) > 1

    def person_before(self, sentence: Sentence) -> tuple[Link, ...]:
        """Return the person whom the sentence before SENTENCE names with an office, that "he said" there means."""
        if not sentence.index or not self.says_person(sentence):
            return ()
        first = self.reading.sentences[sentence.index - 1].first
        for voice in reversed(self.reading.of("voice", first, sentence.first)):
            whole = with_apposition(self.reading, voice)
            printed, span = self.reading.printed(whole.first, whole.last), self.reading.offsets(whole.first, whole.last)
            if self.is_person(Link(printed, span)):
                return (self.known(Link(printed, span)),)
        return ()

    def says_person(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE has a pronoun of a person: "he said"."""
        return any(tag.value == "person" for tag in self._pronouns(sentence))

    def _pronouns(self, sentence: Sentence) -> list[Tag]:
        return self.reading.of("pronoun", sentence.first, sentence.last)

    def watches(self, link: Link) -> bool:
        """Tell whether LINK is a body that watches or records, and no party."""
        return any(self.reading.has_any(at, ("watcher", "institution")) for at in self._places(link))

    def _bare(self, text: str) -> set[str]:
        """Return the words of TEXT, articles written with them left off."""
        articles = self.reading.pack.grammar.proclitics
        return {word.removeprefix(next((at for at in articles if word.startswith(at)), "")) for word in _words(text)}

    def _acronyms(self) -> dict[str, str]:
        """Return how the text spells out its acronyms, by acronym and by what it stands for."""
        return self.reading.noted(_both_ways)

    def _spelled_out(self, acronym: str) -> Tag | None:
        """Return the first name of the text whose initials end in ACRONYM ("FO", "Pakistan Foreign Office")."""
        if not (_SHORTEST <= len(acronym) <= _LONGEST and acronym.isupper() and acronym.isalpha()):
            return None
        tags = [tag for kind in ("voice", "actor", "name") for tag in self.reading.of(kind)]
        return next((tag for tag in tags if self._initials(tag).endswith(acronym)), None)

    def _initials(self, tag: Tag) -> str:
        words = self.reading.tokens[tag.first : tag.last]
        return "".join(word.text[0] for word in words if word.capital and not word.text.isupper())


def _is_short_for(word: str, stem: str) -> bool:
    """Tell whether WORD may be the letters of the country whose people begins with STEM: "RF", "rossijskoe"."""
    return 1 < len(word) <= _FEW_LETTERS and word[0] == stem[0]


def _both_ways(reading: Reading) -> dict[str, str]:
    found = spelled_out(reading)
    return {full.partition(" (")[0]: full for full in found.values()} | found


def _words(text: str) -> set[str]:
    return {word.strip(".,()").casefold() for word in text.replace("\u2019", "'").replace("'s", "").split()}


def same_teller(one: str, other: str, articles: Sequence[str] = ()) -> bool:
    """Tell whether ONE and OTHER, as printed, are one speaker: they share a word, in any case, ARTICLES left off."""
    mine, theirs = _bare_words(one, articles), _bare_words(other, articles)
    return one == other or any(begins_alike(word, like) for word in mine for like in theirs)


def _bare_words(text: str, articles: Sequence[str]) -> set[str]:
    words = _words(text)
    for article in articles:
        words = {word.removeprefix(article) for word in words}
    return words


def is_witness(reading: Reading, link: Link) -> bool:
    """Tell whether LINK is somebody unnamed who saw or treated something, and no body called so ("Doctors Without")."""
    place = tokens_at(reading, *link.span)
    seen = [tag for at in range(*place) for tag in reading.at(at, "witness")] if place is not None else []
    if not seen or place is None or reading.has(seen[0].first, "institution"):
        return False
    return seen[0].last >= place[1] or not reading.tokens[seen[0].last].capital
