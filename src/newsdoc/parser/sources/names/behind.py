"""Titles behind names: in apposition ('Jane Roe, 51, a teacher'), in brackets ('(D-Calif.)')."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.names.edges import APOSTROPHES, CLOSED, HYPHENS
from newsdoc.parser.sources.names.kinds import BODY, PERSON
from newsdoc.parser.sources.names.openings import is_acronym
from newsdoc.parser.sources.names.parts import Part, Parts
from newsdoc.parser.words import Words

_HOME: Final = frozenset(("of", "from"))  # between a name and where somebody lives
_WITHIN: Final = frozenset(("at", "from", "of", "with"))  # … behind a comma
_SERVING: Final = frozenset(("over", "served", "serves", "worked", "works"))  # … as a role
_HOMES: Final = frozenset(("city", "county", "district", "province"))  # where somebody lives
_RIGHT: Final = 20  # words that a title behind a name may have
_CLAUSE: Final = t.RELATIVE | t.AUXILIARY | t.SUBJECT | t.SUBORDINATOR
_TITLES: Final = t.TITLE | t.HONORIFIC


class Behind:
    """Finds the titles that stand behind the names of an article."""

    __slots__ = ("lexicon", "names", "parts", "words")

    def __init__(self, words: Words, lexicon: NameWords, names: Names, parts: Parts) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.parts = parts

    def behind(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title in apposition behind the name, or None."""
        words, last = self.words, part.last
        if words.tags[last] & t.TITLE and words.gaps[last] == ", " and last > part.first:
            seated = words.lowers[last + 1] == "for" and words.gaps[last + 1] == " "
            if seated:  # 'Jane Roe, MP for Hull'
                return last, self.closing(last, min(len(words), last + _RIGHT))
        i = self.behind_party(self.behind_home(last + 1))
        if i >= len(words) or words.gaps[i] not in {"), ", ", ", ",\u00a0", " (", ".,", "., "}:
            return None
        seat = self.seat_end(i)
        if seat >= 0:
            return i, seat
        if words.words[i].isdigit() and i + 1 < len(words) and words.gaps[i + 1] == ", ":
            i += 1
        end = min(len(words), i + _RIGHT)
        if words.lowers[i] == "who":
            return self.behind_who(i + 1, end)
        if self.is_letters_of(i) or (self.opens_role(i) and self.has_role(i, end)):
            return i, self.with_firm(i, self.closing(i, end))
        return None

    def is_letters_of(self, i: int) -> bool:
        """Whether the word *i* is letters of an office before its task: 'SVP of sales'."""
        words, of = self.words, i + 1
        if not is_acronym(words.words[i]) or words.lowers[of] != "of":
            return False
        task = words.words[of + 1].islower()
        return task and words.gaps[of : of + 2] == [" ", " "]

    def being(self, part: Part) -> tuple[int, int] | None:
        """Return the role that 'is' tells of a person: 'Jane Roe is | the mayor of Hull'."""
        words, i = self.words, self.behind_party(self.behind_home(part.last + 1))
        if i + 1 >= len(words) or words.lowers[i] != "is" or words.gaps[i] != " ":
            return None
        i += 1 + (words.lowers[i + 1] in self.lexicon.articles)
        plain = i < len(words) and words.gaps[i] == " " and self.is_plain(i)
        return self.role_at(i, min(len(words), i + _RIGHT)) if plain else None

    def is_plain(self, i: int) -> bool:
        """Whether no word of praise opens the role at the word *i*: 'a keen defender of Roe'."""
        words, lower = self.words, self.words.lowers[i]
        if lower != words.words[i] or words.tags[i] & (t.TITLE | t.BODY):
            return True
        return lower in self.lexicon.modifiers or lower in self.lexicon.portfolios

    def affiliation(self, part: Part) -> tuple[int, int] | None:
        """Return the body that a person is of, or None: 'Jane Roe of | Hull University'.

        Between commas it may be 'from' or 'with' one too: 'Jane Roe, with the Roe Institute,'.
        """
        return self.owning(part) or self.body_behind(part)

    def owning(self, part: Part) -> tuple[int, int] | None:
        """Return the body whose a person is: 'the Bakers' Union | 's Jane Roe'."""
        words, mark = self.words, (part.title if part.title >= 0 else part.first) - 1
        if mark < 1 or not words.tags[mark] & t.CLITIC or words.gaps[mark] not in APOSTROPHES:
            return None
        name = self.names.at(mark - 1)
        owner = self.parts.of(name) if name >= 0 else None
        owns = owner is not None and owner.kind is BODY and owner.last == mark - 1
        return (owner.first, owner.last) if owner is not None and owns else None

    def body_behind(self, part: Part) -> tuple[int, int] | None:
        """Return the body that stands behind a small word behind a name."""
        words, small = self.words, part.last + 1
        if small + 1 >= len(words) or words.gaps[small] not in {" ", ", "}:
            return None
        apart = words.gaps[small] == ", "
        if words.lowers[small] not in (_WITHIN if apart else _HOME) or words.gaps[small + 1] != " ":
            return None
        first = small + 1 + (words.lowers[small + 1] == "the")
        name = self.names.at(first)
        if name < 0 or self.names.first[name] != first:
            return None
        last = self.names.last[name]
        inner = any(tag & t.BODY for tag in words.tags[first:last])  # 'Roe College London'
        if self.parts.kind(name) is not BODY and not inner:
            return None
        if words.lowers[last] in _HOMES:
            return None
        if not apart and words.lowers[small] == "from" and not self.is_credited(part, last + 1):
            return None
        after = words.gaps[last + 1]
        if after in APOSTROPHES or after in HYPHENS or (apart and after[:1] not in {",", "."}):
            return None  # 'Jane Roe, of Hull University fame'
        if last + 1 < len(words) and after == " " and words.tags[last + 1] & (t.TITLE | t.BODY):
            return None
        return first, last

    def is_credited(self, part: Part, after: int) -> bool:
        """Whether a verb of saying stands before a name or *after* where somebody is from.

        'said Jane Roe from Hull University', but not 'signed Jim Roe from Hull City'.
        """
        tags, before = self.words.tags, (part.title if part.title >= 0 else part.first) - 1
        behind = tags[after] if after < len(self.words) and self.words.gaps[after] == " " else 0
        return bool((behind | (tags[before] if before >= 0 else 0)) & t.CUE)

    def behind_home(self, i: int) -> int:
        """Return the word behind where somebody lives, if told: 'Jane Roe of Hull, a teacher'."""
        words = self.words
        if words.lowers[i] not in _HOME or words.gaps[i] != " ":
            return i
        the = words.lowers[i + 1] == "the"
        place = self.names.at(i + 1 + the)
        return i if place < 0 else self.names.last[place] + 1

    def behind_party(self, i: int) -> int:
        """Return the word behind one word in brackets: 'Jane Roe (SPD), the mayor'."""
        gaps = self.words.gaps
        return i + 1 if gaps[i : i + 2] == [" (", "), "] else i

    def closing(self, first: int, end: int) -> int:
        """Return the last word of the role that opens with the word *first*."""
        words, i = self.words, first + 1
        while i < end and self.goes_on(i):
            tag = words.tags[i]
            if words.words[i] == words.lowers[i] and tag & _CLAUSE and words.lowers[i] != "as":
                break
            if words.lowers[i] == "known" and words.gaps[i] == " ":
                break  # 'the rapper known as Stormo'
            if self.is_saying(i) or (words.lowers[i] == "and" and self.is_deed_behind(i)):
                break
            i += 1
        last = i - 1
        while last > first and self.is_loose(last):
            last -= 1
        return last

    def is_loose(self, i: int) -> bool:
        """Whether a word that ends a role is none of it: 'the mayor | since May', 'last year'."""
        words, tags = self.words, self.words.tags
        if words.words[i] != words.lowers[i]:
            return bool(tags[i] & t.MONTH and tags[i - 1] & (t.PREPOSITION | t.TIME))
        years = tags[i] & t.NUMBER and tags[i + 1] & t.TIME
        timed = tags[i] & t.TIME or years  # 'four years', but 'player of the year'
        return bool(tags[i] & CLOSED or (timed and words.lowers[i - 1] not in {"a", "of", "the"}))

    def is_saying(self, i: int) -> bool:
        """Whether word *i* credits whom a role tells of: '“No,” Jane Roe, an aide to him said'."""
        words, before = self.words, self.words.tags[i - 1]
        word, tag = words.words[i], words.tags[i]
        if not tag & t.CUE or word != words.lowers[i] or words.gaps[i] != " ":
            return False
        past = tag & t.PAST or word == "says" or (word.endswith("ed") and word != "called")
        # 'head of thought and ideas'
        apart = t.PREPOSITION | t.CONJUNCTION | t.DETERMINER | t.CLITIC
        return bool(past) and not before & apart

    def is_deed_behind(self, i: int) -> bool:
        """Whether a verb stands behind 'and' at the word *i*: 'an aide and later worked at'."""
        words, verb = self.words, i + 1
        if words.tags[verb] & t.ADVERB:
            verb += 1
        deed = words.words[verb].islower()
        return deed and (words.words[verb][-2:] == "ed" or words.lowers[verb] in {"said", "says"})

    def behind_who(self, first: int, end: int) -> tuple[int, int] | None:
        """Return the role that 'who' tells of the name before it: 'who runs the port'.

        What somebody is goes before what he did: 'who taught at Hull and is now the mayor'.
        """
        words = self.words
        for i in range(first, end - 1):
            if i > first and not self.goes_on(i):
                break
            if words.tags[i] & t.BE and (i == first or words.lowers[i - 1] == "and"):
                start = i + 1 + bool(words.tags[i + 1] & t.ADVERB)
                if role := self.role_at(start, min(len(words), start + _RIGHT)):
                    return role
            if words.lowers[i] == "as" and {words.lowers[first], words.lowers[i - 1]} & _SERVING:
                grown = self.lexicon.young.isdisjoint(words.lowers[i : i + 3])  # 'as a teenager'
                return self.role_at(i + 1, end) if grown else None
        if first >= end or words.lowers[first] not in self.lexicon.role_verbs:
            return None
        return first, self.closing(first, end)

    def role_at(self, first: int, end: int) -> tuple[int, int] | None:
        """Return the role that opens at the word *first*, or None."""
        if first < end and self.opens_role(first) and self.has_role(first, end):
            return first, self.closing(first, end)
        return None

    def with_firm(self, first: int, last: int) -> int:
        """Return the last word of a role with the body behind its comma: 'Director, Roe Bank'."""
        words, name = self.words, self.names.at(last + 1)
        if name < 0 or words.gaps[last + 1] != ", " or self.parts.kind(name) is not BODY:
            return last
        inside = range(first, last + 1)
        if any(words.tags[i] & t.PREPOSITION and words.lowers[i] != "of" for i in inside):
            return last  # 'professor at the School of Law, Hull University'
        after = self.names.last[name] + 1
        return last if words.gaps[after] == " " else after - 1

    def has_role(self, first: int, end: int) -> bool:
        """Whether a role is the head of the phrase that opens with the word *first*."""
        words = self.words
        for i in range(first, end):
            tag = words.tags[i]
            if i > first and not self.goes_on(i):
                return False
            if tag & t.TITLE or (
                i > first and words.lowers[i].endswith(self.lexicon.trade_endings)
            ):
                return not self.is_of_next(i)
            small = words.words[i] == words.lowers[i]
            pairs = i > first + 1 and words.lowers[i] == "and"  # 'the health and safety officer'
            owns = words.gaps[i + 1] in APOSTROPHES  # 'the state's director'
            closed = tag & (CLOSED | t.PAST) or (tag & t.CUE and not self.is_noun(i))
            inside = tag & t.ADVERB or pairs or owns
            if small and i > first and closed and not inside and self.names.at(i) < 0:
                return False
        return False

    def is_of_next(self, i: int) -> bool:
        """Whether the role at the word *i* is that of somebody named right behind it."""
        words, i = self.words, i + 1
        while i < len(words) and self.is_close(i) and words.tags[i] & _TITLES:
            i += 1
        name = self.names.at(i) if self.is_close(i) else -1
        if name < 0 or self.parts.of(name).first != i or self.parts.kind(name) is not PERSON:
            return False
        return words.gaps[self.names.last[name] + 1] not in APOSTROPHES

    def is_close(self, i: int) -> bool:
        """Whether a blank stands before the word *i*, or the point of a word cut short."""
        words, gap = self.words, self.words.gaps[i]
        short = words.lowers[i - 1] in self.lexicon.short or words.tags[i - 1] & t.ABBREVIATION
        return gap == " " or (gap == ". " and bool(short))

    def goes_on(self, i: int) -> bool:
        """Whether no comma, stop or line break stands before the word *i*."""
        words = self.words
        gap = words.gaps[i]
        if "\n" in gap or gap.strip(" -‐‑'’&/."):
            return False
        before = words.words[i - 1]
        if "." not in gap or gap == "." or (len(before) == 1 and before.isalpha()):
            return True
        return bool(words.tags[i - 1] & t.ABBREVIATION)

    def opens_role(self, i: int) -> bool:
        """Whether the word *i* may open a role: an article, a role, an owner."""
        words = self.words
        tag, lower = words.tags[i], words.lowers[i]
        if lower in self.lexicon.articles or tag & (t.TITLE | t.POSSESSIVE):
            return True
        if lower in self.lexicon.modifiers or lower in self.lexicon.allegiances:
            return True
        if words.words[i] == lower:
            # 'equity strategist at Roe Bank', 'building inspector for Hull'
            return self.is_modifier(i, capital=False) or self.tells_trade(i)
        name = self.names.at(i)
        if name < 0:
            return False
        owns = words.gaps[self.names.last[name] + 1] in APOSTROPHES
        return owns or self.parts.of(name).kind is not PERSON

    def is_modifier(self, i: int, capital: bool) -> bool:
        """Whether a small word may stand before a role.

        Before a title with a *capital* only known words may: 'former President'.
        """
        word, tag, lexicon = self.words.lowers[i], self.words.tags[i], self.lexicon
        if word in lexicon.modifiers or (tag & t.TITLE and not capital):
            return True
        if capital or tag & (CLOSED | t.PAST):
            return False
        known = bool(tag & t.BODY) or word in lexicon.portfolios
        if known and not tag & t.CUE:
            return True
        if word.endswith(("ly", "ed")) or self.is_infinitive(i):
            return False  # 'to sue Halden banker Jane Roe'
        return self.is_noun(i, named=known) if tag & t.CUE or self.can_act(i) else True

    def can_act(self, i: int) -> bool:
        """Whether the ending of word *i* may be that of a verb: 'claims', but not 'bus'."""
        word = self.words.lowers[i]
        return word.endswith(("s", "ing")) and not word.endswith(("ss", "us", "ics"))

    def tells_trade(self, i: int) -> bool:
        """Whether the word *i* tells which trade the next is, behind a comma: 'claims manager'."""
        words, role = self.words, i + 1
        single = words.gaps[role] == " " and words.lowers[role] in self.lexicon.roles
        return single and self.can_act(i) and not words.tags[i] & (CLOSED | t.PAST)

    def is_noun(self, i: int, *, named: bool = False) -> bool:
        """Whether no verb can stand at word *i*: 'by | project manager', 'the | sales chief'.

        Nor can a base form behind one name: 'Halden | fire chief', but 'Rovers fire coach Roe'.
        One whose ending can be a verb's often is one: '“No,” | says banker Roe', 'said | hiring
        Roe was wrong', but '“No,” said | building inspector Roe'.
        """
        words, before, acts = self.words, i - 1, self.can_act(i)
        while words.gaps[before + 1] == " " and words.lowers[before] in self.lexicon.modifiers:
            before -= 1
        if before < 0 or words.gaps[before + 1] != " ":
            return not acts and words.gaps[before + 1] != "-"
        tag, name = words.tags[before], words.words[before]
        if tag & t.CUE and acts:
            return words.gaps[before] != " "
        if tag & (t.DETERMINER | t.CLITIC | t.CUE) or (tag & t.PREPOSITION and not acts):
            return True
        return named and not acts and not name.islower() and not name.endswith("s")

    def is_infinitive(self, i: int) -> bool:
        """Whether 'to' or a verb like 'will' stands right before the word *i*.

        Not the 'to' of 'according to', or of 'adviser to'.
        """
        words, before = self.words, i - 1
        if before < 1 or words.gaps[i] != " ":
            return False
        if words.lowers[before] != "to":
            return bool(words.tags[before] & t.AUXILIARY)
        return words.lowers[before - 1] != "according" and not words.tags[before - 1] & t.TITLE

    # --- party and state ---

    def seat(self, part: Part) -> set[str]:
        """Return the party and the state that stand behind a name: '(D-Calif.)'."""
        words, letter = self.words, part.last + 1
        end = self.seat_end(letter)
        if end < 0:
            return set()
        lowers = words.lowers
        state = "".join(lowers[letter + 1 : end + 1])
        full = self.lexicon.states.get(state, " ".join(lowers[letter + 1 : end + 1]))
        return {self.lexicon.party_letters[lowers[letter]], *full.split()}

    def seat_end(self, letter: int) -> int:
        """Return the last word of the party and state that open at the word *letter*, or -1."""
        words, end = self.words, letter + 1
        if (
            end >= len(words)
            or words.lowers[letter] not in self.lexicon.party_letters
            or words.gaps[letter] not in {", ", " ("}
            or words.gaps[end] != "-"
        ):
            return -1
        while words.gaps[end + 1] in {" ", "."} and words.words[end + 1] != words.lowers[end + 1]:
            end += 1
        return end
