"""Cores of mentions: what stands before a comma, a preposition, 'who' or a participle."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.apposition import singular
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.sources.names.kinds import PERSON

_CUTS: Final = frozenset(',;:()[]{}—–"“”…/')
_CLAUSE: Final = t.PREPOSITION | t.RELATIVE | t.CONJUNCTION | t.SUBORDINATOR | t.COMPLEMENTIZER
_TIMES: Final = t.WEEKDAY | t.MONTH | t.TIME
_TIMED: Final = _TIMES | t.PAST
_WHEN: Final = frozenset(("earlier", "early", "late", "later", "this"))  # before 'week'
_HOME: Final = 4  # words: 'New Jersey-based'
_HELD: Final = 12  # names of two words and more that are looked at
_LED: Final = 5  # words from letters in brackets to the role or the person behind them
_PLAIN: Final = frozenset((" ", "-"))
_SELVES: Final = frozenset(("herself", "himself", "itself"))


class Cores(Step):
    """Finds the cores of mentions."""

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Return where the core of a mention begins and ends."""
        words, core = self.words, self.core(first, last)
        if core == last:
            return first, core
        home = words.words[core][0].isupper() and words.lowers[first] in self.lexicon.articles
        if home and "based" in words.lowers[core + 1 : min(last, core + _HOME)]:
            return core, self.core(core, last)  # 'the Norvane, Ohio-based | firm'
        if self.words.gaps[core] != " ":
            return first, core
        if self.is_data(core, last - 1):
            return first, last
        return first, last if self.is_long_title(first, core, last) else self.holder(core, last)

    def holder(self, core: int, last: int) -> int:
        """Return the word behind who holds an office, where a *core* with its role ends.

        'The mayor | of Hull Jane Roe', 'Head | of research Jane Roe': else the word behind the
        core.
        """
        words, names = self.words, self.names
        start = core + 1 + (words.lowers[core + 1] == "the")
        task = self.article.beside.behind_task(core)
        if core < task < last and (name := names.at(task)) >= 0 and names.first[name] == task:
            part = self.parts.of(name)
            ends = part.last + 1 == last or words.gaps[part.last + 1][:1] == ","
            held = part.kind is PERSON and part.first == task and words.gaps[task] == " "
            return part.last + 1 if held and ends else core
        name = names.at(start) if start < last else -1
        if name < 0 or not words.tags[core - 1] & t.TITLE:
            return core
        part = self.parts.of(name)
        behind = part.title < 0 and part.first > names.first[name] == start
        return part.last + 1 if behind else core

    def is_long_title(self, first: int, core: int, last: int) -> bool:
        """Whether all before the person who closes a mention without an article is a title.

        'Match of the Day pundit Jane Roe', 'Safety and security MMC Jane Roe'.
        """
        words, name = self.words, self.names.at(last - 1)
        part = self.parts.of(name) if name >= 0 else None
        if part is None or part.kind is not PERSON or words.words[first].islower():
            return False
        if words.lowers[core - 1].endswith("s"):
            return False  # 'Supporters of Norvane mayor Jane Roe'
        role = part.title if part.title >= 0 else part.first - 1
        if not core < role < part.first or not words.tags[role] & t.TITLE:
            return False
        if words.tags[first] & (t.DETERMINER | t.TITLE):
            return False
        if words.lowers[core] == "and":
            return core == first + 1
        return words.words[role - 1] != words.lowers[role - 1]

    def is_data(self, core: int, head: int) -> bool:
        """Whether a document of several closes a mention: 'Roe Bank and Vale Bank data'."""
        words, names = self.words, self.names
        if words.lowers[core] != "and":
            return False
        known = singular(words.lowers[head]) in self.lexicon.documents
        if not known or words.words[head] != words.lowers[head] or head - 1 <= core:
            return False
        return names.at(core - 1) >= 0 and names.at(core + 1) >= 0 and names.at(head - 1) >= 0

    def parent(self, first: int, last: int, core: int) -> int:
        """Return the word for a parent in 'the mum-of-three', 'the father of two', or -1."""
        words = self.words
        at = first + 1
        if last != at + 3 or core not in {at + 1, last} or words.lowers[first] != "the":
            return -1
        told = words.lowers[at] in self.lexicon.elders and words.lowers[at + 1] == "of"
        return at if told and words.tags[at + 2] & t.NUMBER else -1

    def cut(self, first: int, core: int) -> int:
        """Return the number behind a core without the participle that ends it."""
        word = core - 1
        if word > first and self.words.lowers[word] in _SELVES:
            return word  # 'Roe herself said'
        ends = self.words.tags[word] & _TIMED or self.words.lowers[word].endswith("ed")
        return self.before_participle(first, core) if ends and word > first else core

    def before_participle(self, first: int, core: int) -> int:
        """Return the number behind a noun that a participle follows: 'data released Friday'."""
        words, verb = self.words, core - 1
        while verb > first and (words.tags[verb] & _TIMES or words.lowers[verb] in _WHEN):
            verb -= 1
        noun = verb - 1
        if noun < first or words.words[verb] != words.lowers[verb]:
            return core
        known = words.tags[noun] & (t.TITLE | t.BODY)
        return verb if known or singular(words.lowers[noun]) in self.lexicon.documents else core

    def core(self, first: int, last: int) -> int:
        """Return the number behind the core: what stands before a comma, a preposition, 'who'."""
        words, names = self.words, self.names
        tags, gaps, printed, lowers = words.tags, words.gaps, words.words, words.lowers
        i = first
        while i < last:
            if i > first:
                gap = gaps[i]
                if gap != " " and (not _CUTS.isdisjoint(gap) or " -" in gap):
                    if not self.holds_letters(i, last):
                        return i
                    i += 1
            clause = self.clause(i)
            if not clause and printed[i] == lowers[i]:
                i += 1
                continue
            name = names.at(i)
            if name >= 0:
                i = min(names.last[name] + 1, last)
                continue
            if i > first and printed[i] == lowers[i]:
                joins = False
                if clause & t.CONJUNCTION and i + 1 < last:  # 'Founder and chief executive'
                    roles = tags[i - 1] & tags[i + 1] & t.TITLE
                    joins = roles > 0 or names.at(i - 1) < 0
                    joins = joins or self.is_of_people(first, i, last)
                if not joins and lowers[i : i + 2] != ["in", "charge"]:
                    return i
            i += 1
        return last

    def clause(self, i: int) -> int:
        """Return what opens more of a phrase, or 0; 'representing' of 'a senator representing'."""
        words, after = self.words, i + 1
        if self.is_inner(i):
            return 0
        if words.lowers[i][-3:] == "ing" and words.tags[i - 1] & t.TITLE and words.gaps[i] == " ":
            named = self.names.at(after) >= 0 or words.lowers[after] == "the"
            return t.RELATIVE * (named and words.gaps[after] == " ")
        return words.tags[i] & _CLAUSE

    def is_of_people(self, first: int, i: int, last: int) -> bool:
        """Whether 'and' joins names that people belong to: 'US and Elmish sources'.

        Not 'Jane Roe and Elmish officials', nor 'the Roe Fund and Elmish officials'.
        """
        words, names = self.words, self.names
        before, after = names.at(i - 1), names.at(i + 1)
        if before < 0 or after < 0 or words.lowers[i] != "and" or names.first[before] != first:
            return False
        people, one = words.words[last - 1], singular(words.lowers[last - 1])
        if people != "sources" and (one == people or one not in self.lexicon.roles):
            return False
        if self.is_person(before) or self.parts.kind(after) is PERSON:
            return False
        between = range(names.last[after] + 1, last - 1)
        return len(between) < _LED and not any(
            words.gaps[k] not in _PLAIN or words.tags[k] & _CLAUSE for k in between
        )

    def is_person(self, name: int) -> bool:
        """Whether a name is that of a person, or the surname of one."""
        if self.parts.kind(name) is PERSON:
            return True
        surname = self.words.words[self.names.last[name]]
        held = self.parts.holding(surname)[:_HELD]
        return any(part.kind is PERSON and part.stem[-1] == surname for _, part in held)

    def holds_letters(self, i: int, last: int) -> bool:
        """Whether letters in brackets stand inside a core: 'the Roe Party (RP) leader Jane Doe'.

        A role or a person goes on behind them: not 'Jane Doe (RP) of Hull'.
        """
        words, after = self.words, i + 1
        if words.gaps[i] != " (" or after >= last or words.gaps[after] != ") ":
            return False
        if not words.words[i].isupper():
            return False
        for k in range(after, min(last, after + _LED)):
            if (k > after and words.gaps[k] not in _PLAIN) or words.tags[k] & _CLAUSE:
                return False
            if words.tags[k] & t.TITLE:
                return True
            name = self.names.at(k)
            if name >= 0 and self.parts.kind(name) is PERSON:
                return True
        return False

    def is_inner(self, i: int) -> bool:
        """Whether a small word joins the words of a role or a tie: 'son-in-law', 'stand-in'."""
        words = self.words
        if words.gaps[i] not in HYPHENS:
            return False
        if words.gaps[i + 1] not in HYPHENS:
            return words.gaps[i + 1] == " "
        return words.lowers[i - 1] in self.lexicon.kin
