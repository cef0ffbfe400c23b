"""What a mention is made of: a pronoun, a name, or a common noun with what stands around it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from attrs import define, evolve

from newsdoc.lexicon import tags as t
from newsdoc.parser.alike import AMID
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.sources.apposition import Apposition, singular
from newsdoc.parser.sources.article import Article
from newsdoc.parser.sources.cores import Cores
from newsdoc.parser.sources.names.edges import APOSTROPHES, CLOSED, DOERS, HYPHENS, NAMELY
from newsdoc.parser.sources.names.kinds import BODY, GROUP, PERSON, PLACE, ROLE, SINGLE
from newsdoc.parser.sources.names.parts import Part

PRONOUN: Final = "pronoun"
NAME: Final = "name"
NOUN: Final = "noun"

_INSIDE: Final = frozenset((" ", ", "))  # gaps behind which a common noun has no capital
# The endings of plurals: of people by what they do, of nouns in a hiss or in -y.
PLURALS: Final = (*DOERS, "ches", "ies", "shes", "sses", "xes")
_SINGULAR: Final = frozenset(("does", "has", "is", "says", "was"))
# What is said when, and where: 'Quillon on Monday said', 'Quillon in a statement said'.
_SAID: Final = {"on": t.WEEKDAY | t.MONTH, "in": t.MEDIUM | t.MONTH}
_NO_NAMES: Final = frozenset((ROLE, GROUP))
_PERHAPS: Final = frozenset((SINGLE, BODY))
_OFFICES: Final = frozenset(("at", "for", "of"))  # behind a role
_PARTY: Final = 5  # words: no party and state in brackets has more
_HELD: Final = 12  # names of two words and more that are looked at
_LISTED: Final = frozenset((PERSON, SINGLE, PLACE))  # of names that are listed
_NUMBERED: Final = frozenset(("No", "Number"))  # 'No 10 said'
_NO_PRONOUNS: Final = frozenset(("US", "IT", "WHO"))  # as printed
_PRO: Final = t.PRONOUN | t.POSSESSIVE | t.RELATIVE | t.SUBJECT


@define(eq=False)
class Phrase:
    """A mention taken apart.

    Attributes:
        kind: `PRONOUN`, `NAME` or `NOUN`.
        first: the number of its first word.
        last: the number behind its last word.
        core: the number behind its core, before any comma or preposition.
        head: the number of the head of the core.
        part: the name meant, for a name; the name before the head for a noun, if any.
        joined: the other names that share the mention ('Roe and Doe').
        apposed: whether the name stands in apposition to the core.
    """

    kind: str
    first: int
    last: int
    core: int
    head: int
    part: Part | None = None
    joined: tuple[Part, ...] = ()
    apposed: bool = False


class PhraseReader(Cores):
    """Takes mentions apart."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.apposition = Apposition(article)
        self._common: dict[str, bool] = {}

    def read(self, draft: MentionDraft) -> Phrase | None:
        """Return the phrase of a mention, or None where it holds no word."""
        words = self.words
        first = bisect_left(words.starts, draft.start)
        most = min(len(words), first + draft.end - draft.start)
        last = bisect_left(words.starts, draft.end, first, most)
        if last - first < 2:  # noqa: PLR2004 (one word)
            return self.one_word(first) if last > first else None
        first, core = self.bounds(first, last)
        core = self.cut(first, core)
        head = core - 1
        while head > first and words.lowers[head] in self.lexicon.postpositives:
            head -= 1
        parent = self.parent(first, last, core)
        if parent >= 0:
            return Phrase(NOUN, first, last, core, parent)
        if head < core - 1:
            return self.noun(first, last, core, head)
        told = self.told_of(first, last, core)
        if told is not None:
            return told
        if words.words[head].isdigit() and (numbered := self.numbered(first, last, core, head)):
            return numbered
        while head > first and words.tags[head] & t.CLITIC and words.gaps[head] in APOSTROPHES:
            head -= 1
        if words.words[head] != words.lowers[head] or self.names.at(head) >= 0:
            phrase = self.named(first, last, core, head)
            if phrase is not None:
                return phrase
            core, head = self.office(first, core, head)
        return self.noun(first, last, core, head)

    def told_of(self, first: int, last: int, core: int) -> Phrase | None:
        """Return the phrase of a person whose role has lost its comma, or None.

        'Professor Jane Roe deputy director | of the museum', but not 'Mr Joe Roe adviser'.
        """
        words, lexicon = self.words, self.lexicon
        if core >= last or words.lowers[core] not in _OFFICES:
            return None
        name = self.names.at(first)
        part = self.parts.of(name) if name >= 0 else None
        if part is None or part.kind is not PERSON or part.title != first or len(part.stem) < 2:  # noqa: PLR2004
            return None
        role = range(part.last + 1, core)
        plain = all(
            words.gaps[i] == " "
            and words.words[i] == words.lowers[i]
            and (words.tags[i] & t.TITLE or words.lowers[i] in lexicon.modifiers)
            for i in role
        )
        if not role or not plain or words.lowers[core - 1] in lexicon.go_betweens:
            return None
        return Phrase(NAME, first, last, part.last + 1, part.last, part)

    def numbered(self, first: int, last: int, core: int, head: int) -> Phrase | None:
        """Return the phrase of a name that a number closes: 'No 10', 'Channel 6'; or None."""
        words = self.words
        if words.words[first] in _NUMBERED and core == last == first + 2:
            stem = tuple(words.words[first:last])
            return Phrase(NAME, first, last, core, head, Part(BODY, first, head, -1, stem, ""))
        name = self.names.at(head - 1) if head > first else -1
        if name < 0 or words.lowers[head - 1] in self.lexicon.documents:
            return None
        start = self.names.first[name]
        stem = tuple(words.words[start : head + 1])
        return Phrase(NAME, first, last, core, head, Part(BODY, start, head, -1, stem, ""))

    def office(self, first: int, core: int, head: int) -> tuple[int, int]:
        """Return the core and the head of a role with capitals: 'Director of the Fire Agency'."""
        words = self.words
        for i in range(first + 1, head):
            if words.lowers[i] in {"of", "for"} and words.tags[i - 1] & t.TITLE:
                return i, i - 1
        return core, head

    def one_word(self, i: int) -> Phrase:
        """Return the phrase of one word."""
        words, after = self.words, i + 1
        word, lower = words.words[i], words.lowers[i]
        if words.tags[i] & _PRO and word not in _NO_PRONOUNS:
            return Phrase(PRONOUN, i, after, after, i)
        if word != lower:
            part = self.as_party(self.part_at(i, i), i)
            if part.kind not in _NO_NAMES and not self.is_common(i, part):
                return Phrase(NAME, i, after, after, i, part)
        return Phrase(NOUN, i, after, after, i)

    def named(self, first: int, last: int, core: int, head: int) -> Phrase | None:
        """Return the phrase whose head is a name, or None where it is a common noun."""
        words = self.words
        part = self.as_party(self.part_at(head, first), first)
        if self.names.at(head) < 0 and words.tags[first] & t.DETERMINER and part.kind is not BODY:
            return None  # a heading in title case: 'Another Party Figure'
        if part.kind in _NO_NAMES or self.is_common(head, part):
            return None
        if part.kind is BODY and len(part.stem) == 1 and words.lowers[first] in {"a", "an"}:
            return None  # 'a super PAC'
        national = part.kind is SINGLE and words.lowers[head] in self.lexicon.allegiances
        if national and words.tags[first] & t.DETERMINER:
            return None  # 'the Cuban', though Mark Cuban is named
        joined = self.joint(core, last)
        if not joined and self.is_list(core, last):
            return Phrase(NOUN, first, last, core, head)  # 'Roe, Vale and the mayor'
        return Phrase(NAME, first, last, core, head, part, joined)

    def is_list(self, core: int, last: int) -> bool:
        """Whether other names stand behind the core, and somebody behind 'and'."""
        words = self.words
        name = self.names.at(core) if core < last and words.gaps[core] == ", " else -1
        if name < 0 or self.parts.kind(name) is ROLE:
            return False  # 'Roe, Chair and Founder of Roe Labs'
        end = self.core(core, last)
        named = self.names.at(end - 1) >= 0  # not 'Roe, Norvane head of sales and tax'
        return named and words.lowers[end] == "and"

    def part_at(self, head: int, first: int) -> Part:
        """Return the name that ends with the word *head*, no earlier than *first*."""
        names, words = self.names, self.words
        name = names.at(head)
        if name >= 0:
            hyphened = words.gaps[head + 1] in HYPHENS and head + 1 < len(words)
            return self.parts.split(max(names.first[name], first), head + hyphened)
        start = head
        while (
            start > first
            and words.gaps[start] == " "
            and words.words[start - 1] != words.lowers[start - 1]
        ):
            start -= 1
        return self.parts.split(start, head)

    def as_party(self, part: Part, first: int) -> Part:
        """Return a name as that of a body, where it is a party's: 'Labour', 'the Greens'."""
        if part.kind is not GROUP:
            return part
        last = part.stem[-1].lower()
        plural = part.first == first + 1 and self.words.lowers[first] == "the" and last[-1] == "s"
        named = last in self.lexicon.party_names or (plural and last in self.lexicon.parties)
        return evolve(part, kind=BODY) if named else part

    def is_common(self, head: int, part: Part) -> bool:
        """Whether a capitalised word alone is a common noun that opens a sentence."""
        if len(part.stem) > 1 or part.kind not in _PERHAPS:
            return False
        words = self.words
        word = words.words[head]
        if word in self.names.holding and (
            not self.are_people(words.lowers[head]) or self.is_family(word)
        ):
            return False
        common = self._common.get(word)
        if common is None:
            common = self._common[word] = self.looks_common(head)
        return common

    def is_family(self, word: str) -> bool:
        """Whether a word closes the name of a person: 'Jane A. Reeves', 'Jim Waiters'."""
        held = self.parts.holding(word)[:_HELD]
        given = self.lexicon.given
        return any(
            part.kind is PERSON
            and part.stem[-1] == word
            and (part.title >= 0 or part.stem[0].lower() in given)
            for _, part in held
            if len(part.stem) > 1
        )

    def are_people(self, lower: str) -> bool:
        """Whether a word is a role in the plural, and no team: 'Teachers', but 'Rangers'."""
        one = singular(lower)
        return one != lower and one in self.lexicon.roles and lower not in self.lexicon.body_endings

    def looks_common(self, head: int) -> bool:
        """Whether a word that is in no longer name looks like a common noun with a capital."""
        words = self.words
        word, lower, tag = words.words[head], words.lowers[head], words.tags[head]
        one = singular(lower)
        if one != lower and one in self.lexicon.roles:
            return True
        if any(words.gaps[self.names.first[name]] in _INSIDE for name in self.names.alone(word)):
            return False
        if tag & (t.TITLE | t.NUMBER | t.DETERMINER | t.PLURAL):
            return True
        opens, after = words.gaps[head] != " ", head + 1
        if opens and one != lower and one in self.lexicon.bodies:
            return True  # 'Airlines said'
        if opens and (lower == "there" or (tag & CLOSED and not tag & NAMELY)):
            return True  # 'There were reports of men claiming'
        if tag & t.BODY or word.isupper():
            return False
        if words.tags[after] & t.PREPOSITION and words.gaps[after] == " ":
            said = _SAID.get(words.lowers[after], 0)
            told = any(bits & said for bits in words.tags[after + 1 : after + 3])
            if not told or lower in self.lexicon.commons:
                return opens
        return one in self.lexicon.documents or (opens and self.is_plural(head, one))

    def is_plural(self, head: int, one: str) -> bool:
        """Whether a strange word in -s is a plural: 'Truckers'; no 'Starbucks', nor who 'says'."""
        words, names, lexicon, lower = self.words, self.names, self.lexicon, self.words.lowers[head]
        if lower == one or lower in lexicon.firms:
            return False
        if any({lower, one} & known for known in (names.printed, lexicon.commons, lexicon.kin)):
            return True
        amid = any(words.gaps[names.first[n]] in AMID for n in names.alone(words.words[head]))
        named = amid or words.lowers[head + 1] in _SINGULAR
        return not named and (lower.endswith(PLURALS) or self.places.in_heading(head))

    def joint(self, core: int, last: int) -> tuple[Part, ...]:
        """Return the names that a list joins to the head of the core: 'Roe, Vale and Holt'."""
        words, found = self.words, []
        core = start = self.behind_party(core, last)
        if core >= last or not (words.lowers[core] == "and" or words.gaps[core] == ", "):
            return ()
        while start < last:
            ends = words.lowers[start] == "and"
            end = self.core(start + ends, last)
            if self.names.at(end - 1) < 0:
                return ()
            part = self.part_at(end - 1, start + ends)
            if part.kind not in _LISTED:
                return ()
            found.append(part)
            if ends:
                return tuple(found) if end >= last or start == core else ()
            start = end
        return ()

    def behind_party(self, core: int, last: int) -> int:
        """Return the word behind what stands in brackets at *core*: 'Roe (D-Ohio) and Vale'."""
        gaps = self.words.gaps
        if core < last and "(" in gaps[core]:
            near = range(core + 1, min(last, core + _PARTY))
            return next((i for i in near if ")" in gaps[i]), core)
        return core

    def noun(self, first: int, last: int, core: int, head: int) -> Phrase:
        """Return the phrase of a common noun, with a name in apposition where there is one."""
        named = self.apposition.apposed(last, core, head)
        if named is not None:
            return Phrase(NAME, first, last, core, head, named, (), True)
        return Phrase(NOUN, first, last, core, head, self.before(first, head))

    def before(self, first: int, head: int) -> Part | None:
        """Return the last name between the words *first* and *head*, in the run of the head too."""
        names = self.names
        name = names.before(head) - 1
        if name < 0 or names.first[name] < first:
            return None
        if names.last[name] >= head and self.parts.kind(name) is ROLE:
            return None  # 'Prime Minister' is all role
        return self.parts.split(names.first[name], min(names.last[name], head - 1))
