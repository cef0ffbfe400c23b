"""Titles beside names: where the role or the affiliation of a person stands.

A title stands before the name ('the mayor of York, Jane Roe') or in apposition
behind it ('Jane Roe, 51, a teacher'; 'Jane Roe (D-Calif.)').
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.names.behind import Behind
from newsdoc.parser.sources.names.edges import APOSTROPHES, CLOSED, HYPHENS, PLURAL_OWNER, STOPS
from newsdoc.parser.sources.names.kinds import AMPERSANDS, PERSON, ROLE
from newsdoc.parser.sources.names.openings import plural_of
from newsdoc.parser.sources.names.parts import Part

LEFT: Final = 8  # words that a title before a name may have
_OFFICE: Final = 4  # words from a name back to the 'of' of the title before it
_JOINTS: Final = frozenset(("of", "for"))
_CLOSES: Final = frozenset((") ", "), "))
_TASKED: Final = frozenset(("of", "for", "in"))
_IN: Final = frozenset(("charge", "chief"))  # … in charge
_LISTED: Final = 4  # names of a list back to the title of all
_NO_TASK: Final = CLOSED | t.TITLE | t.CUE | t.PAST | t.NUMBER | t.TIME | t.CLITIC | t.WORK
_SECOND: Final = frozenset(("of", "for", "at"))
_OF_GENRES: Final = frozenset(("commissioner", "controller", "head", "lecturer", "professor"))
_TASKS: Final = 4  # words of a task: 'head of health care policy'
_ABSTRACT: Final = ("tion", "ment", "ship", "ics")
_LAWYERS: Final = frozenset(("attorney", "solicitor"))  # … general
_PROFESSORS: Final = frozenset(("assistant", "assoc", "associate", "asst"))
_OFFICES: Final = frozenset(("of", "for", "at", "on", "to"))
_AMID: Final = 20  # words from the head of a sentence to a role before its subject
_OPENS: Final = t.PREPOSITION | t.SUBORDINATOR | t.ADVERBIAL
_FINITE: Final = t.AUXILIARY | t.CUE | t.PAST | t.PERHAPS_PAST


class Beside(Behind):
    """Finds the titles that stand beside the names of an article."""

    __slots__ = ()

    def is_human(self, part: Part) -> bool:
        """Whether a role stands beside a name that no firm has, nor is one: 'the mayor, Roe'."""
        return self.tells_human(self.before(part)) or self.tells_human(self.behind(part))

    def tells_human(self, span: tuple[int, int] | None) -> bool:
        """Whether the words from first to last tell such a role."""
        if span is None:
            return False
        first, end, tags = span[0], span[1] + 1, self.words.tags
        head = next((i for i in range(first, end) if tags[i] & t.PREPOSITION), end) - 1
        if tags[head] & t.BODY:
            return False  # 'the retailer Roe', 'Roe, a private company'
        return self.lexicon.corporate.isdisjoint(self.words.lowers[first:end])

    # --- before the name ---

    def before(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title before the name, first and last, or None."""
        return self.told(part) or (self.shared(part.first) if part.title < 0 else None)

    def told(self, part: Part) -> tuple[int, int] | None:
        """Return the title right before a name, or before the comma before it."""
        if part.title < 0:
            return self.ahead(part.first)
        first, last = part.title, part.first - 1
        while first <= last and self.is_mere(last):
            last -= 1  # 'Prosecutor Dr. Roe'
        # 'the engineer Dr. Roe', 'Energy Minister Lord Roe', 'the army chief, General Roe'
        office = self.ahead(first) if first > last or self.is_grade(first, last) else None
        return office if office or first > last else (self.leftmost(first), last)

    def is_grade(self, first: int, last: int) -> bool:
        """Whether a title is one that its bearer keeps in any office: 'Detective Sergeant'."""
        lexicon = self.lexicon
        if self.words.lowers[last] == "general" and self.words.lowers[last - 1] in _LAWYERS:
            return False
        return all(
            word in lexicon.modifiers or lexicon.grades & {word, lexicon.short.get(word)}
            for word in self.words.lowers[first : last + 1]
        )

    def ahead(self, name: int) -> tuple[int, int] | None:
        """Return the words of the office that stands before the word *name*, or None."""
        words, last = self.words, name - 1
        if last < 0:
            return None
        if words.gaps[name] in _CLOSES and self.is_lettered(last):
            head = last - 1 if words.tags[last - 1] & t.TITLE else self.office(last - 1)
            return (self.leftmost(head), last) if head >= 0 else None  # 'Chief of Police (CP) Roe'
        # 'Rovers guard Jim Roe', but 'They guard Roe'; with a capital it is a force.
        guards = words.words[last] == "guard" and self.leftmost(last) < last
        head = last if words.tags[last] & t.TITLE or guards else self.office(last)
        if head < 0:
            return self.of_both(last, name)
        added = words.gaps[name] == " (" and words.gaps[name + 1] == ") "  # 'coach (Jim) Roe'
        if (words.gaps[name] == " " or added) and (
            head == last
            or self.names.at(last) == self.names.at(name)
            or self.behind_task(head + 1) == name
        ):
            return self.leftmost(head), last
        if words.gaps[name] != ", ":
            return None
        first = self.leftmost(head)
        told = self.is_defined(first, head) and not self.is_amid(first, name)
        return (first, last) if told else None

    def is_amid(self, role: int, name: int) -> bool:
        """Whether what stands before the subject of a sentence ends with a *role*, not a name's.

        'After the vote for a new chairman, | Jane Roe left', but 'met by a mayor, | Jane Roe.'
        """
        words, first, at = self.words, role, self.names.at(name)
        after = self.names.last[at] + 1 if at >= 0 else len(words)
        if after >= len(words) or words.gaps[after] != " ":
            return False
        first -= first > 0 and words.gaps[first] == " " and words.tags[first - 1] & t.DETERMINER > 0
        if words.gaps[first] == ", ":
            return False  # 'After the storm, the mayor, Jane Roe said', with no comma behind her
        if not words.tags[after] & _FINITE and words.lowers[after][-2:] != "ed":
            return False
        while first > max(0, role - _AMID) and STOPS.isdisjoint(words.gaps[first]):
            first -= 1
        opens = words.tags[first] & _OPENS or words.lowers[first].endswith("ing")
        return bool(opens) and words.lowers[first] != "as"

    def shared(self, name: int) -> tuple[int, int] | None:
        """Return the title that a list lets a name share: 'Senators Jane Roe, Jim Doe and Ann'."""
        for step in range(_LISTED):
            other = self.listed_before(name, ends=step == 0)
            if other < 0:
                break
            part = self.parts.of(other)
            span = self.told(part)
            if span is not None:
                return span if self.is_of_several(*span) else None
            name = part.first
        return None

    def listed_before(self, name: int, *, ends: bool) -> int:
        """Return the name before 'and' or a comma before the word *name*, or -1.

        'and' stands only where the list *ends*.
        """
        words, last = self.words, name - 1
        if words.gaps[name] != ", ":
            if not ends or name < 2 or words.lowers[last] != "and":  # noqa: PLR2004
                return -1
            last -= 1
        other = self.names.at(last) if last >= 0 else -1
        return other if other >= 0 and self.names.last[other] == last else -1

    def of_both(self, last: int, name: int) -> tuple[int, int] | None:
        """Return the small title of two whose names open a sentence: 'Board | members A and B'.

        Not 'told reporters Jane Roe and Jim Doe were ill'.
        """
        words, other = self.words, self.names.at(name)
        after = self.names.last[other] + 1 if other >= 0 else -1
        joined = after > 0 and words.lowers[after] == "and"
        listed = after > 0 and words.gaps[after] == ", " and self.names.at(after) >= 0
        if not (joined or listed) or words.gaps[name] != " " or not self.is_of_several(last, last):
            return None
        first = self.leftmost(last)
        opens = first == 0 or not STOPS.isdisjoint(words.gaps[first])
        return (first, last) if opens and self.names.at(after + joined) >= 0 else None

    def is_of_several(self, first: int, last: int) -> bool:
        """Whether a title is that of several: 'Senators', but not 'Commissioner for Refugees'."""
        word = self.words.lowers[last]
        one = plural_of(word)
        if one == word or one not in self.lexicon.roles:
            return False
        return not any(tag & t.PREPOSITION for tag in self.words.tags[first:last])

    def is_mere(self, i: int) -> bool:
        """Whether a word before a name tells respect, and no role: 'Mr', but 'Assistant Prof'."""
        tags = self.words.tags[i]
        if "sri" in self.words.lowers[i : i + 2]:
            return True  # 'Tan Sri'
        if not tags & t.HONORIFIC or tags & t.TITLE:
            return False
        chair = self.lexicon.short.get(self.words.lowers[i]) == "professor"
        return not (chair and self.words.lowers[i - 1] in _PROFESSORS)

    def office(self, last: int) -> int:
        """Return the title that goes on with 'of' up to the word *last*: 'mayor of York'; or -1."""
        words = self.words
        name, end = self.names.at(last), last
        if name >= 0 and self.parts.kind(name) is not ROLE:
            end = self.names.first[name]  # 'head of the Bakers' Union'
            if words.tags[end] & t.TITLE and words.lowers[end + 1] in _OFFICES:
                return end  # 'Director of Media and Advocacy'
        for i in range(end, max(0, end - _OFFICE), -1):
            if words.gaps[i] != " ":
                break
            if words.lowers[i - 1] in _OFFICES and i > 1 and words.tags[i - 2] & t.TITLE:
                return i - 2
        return -1

    def behind_task(self, small: int) -> int:
        """Return the word behind a task in small letters that an office is of, or -1.

        The office stands before the *small* word: 'head | of research', 'editor | in chief',
        'leader | of the council'; what people are, or what somebody is, is no task.
        """
        words = self.words
        lowers, i = words.lowers, small + 1
        if small < 1 or lowers[small] not in _TASKED or not words.tags[small - 1] & t.TITLE:
            return -1
        chief = lowers[i] == "chief"
        if chief or lowers[small] == "in":
            return i + 1 if chief and lowers[small] == "in" else -1
        end = self.task_end(small, lowers[small - 1])
        if end > 0 and words.gaps[end] == " " and lowers[end] in _SECOND:
            return self.task_end(end, lowers[small - 1])  # 'secretary of state for health'
        return end

    def task_end(self, small: int, head: str) -> int:
        """Return the word behind the task that opens behind the *small* word, or -1."""
        words, least = self.words, small + 1
        least += words.lowers[least] == "the"
        i, stop = least, min(len(words), least + _TASKS)
        while i < stop and words.gaps[i] == " " and self.is_task(i):
            i += 2 if words.lowers[i + 1] == "and" else 1
        bare = least == small + 1 or head.startswith("chair")  # 'chairman of the bench'
        if i == least and bare and head in self.lexicon.heads:
            while i < stop and words.gaps[i] == " " and self.is_bare_task(i, head):
                i += 1  # 'head of (music)', no film
        return i if i > least else -1

    def is_bare_task(self, i: int, head: str) -> bool:
        """Whether any small word at *i* can be the task of a *head*: 'music', no film or cousin."""
        lexicon, word, tags = self.lexicon, self.words.words[i], self.words.tags[i]
        if tags & t.WORK and head in _OF_GENRES:
            return word.islower()  # 'head of drama', but 'director of drama “Mill”'
        other = word in lexicon.kin or word in lexicon.documents or tags & _NO_TASK
        chaired = head.startswith("chair") or plural_of(word) not in lexicon.roles
        return word.islower() and chaired and not other

    def is_task(self, i: int) -> bool:
        """Whether a small word is what an office is of: 'research', 'council', 'innovation'."""
        word, tags = self.words.lowers[i], self.words.tags[i]
        if word != self.words.words[i] or tags & t.TITLE:
            return False
        return word in self.lexicon.portfolios or bool(tags & t.BODY) or word.endswith(_ABSTRACT)

    def is_defined(self, first: int, head: int) -> bool:
        """Whether an article or an owner tells whose role it is: 'Roe Ferries' director, Jane'.

        At the head of a sentence it may have neither: 'Counsel for the board, Jane'.
        """
        words, before = self.words, first - 1
        if any(words.tags[i] & t.CLITIC for i in range(first, head)):
            return True
        if words.words[head] != words.lowers[head] and words.lowers[head + 1] in _OFFICES:
            return True  # 'after the storm, Commissioner of Halden, Jane Roe, said'
        if before < 0 or not STOPS.isdisjoint(words.gaps[first]):
            return True
        return bool(words.tags[before] & (t.DETERMINER | t.CLITIC))

    def leftmost(self, first: int) -> int:
        """Return the first word of the noun phrase that runs up to the word *first*."""
        words = self.words
        i, least = first, max(0, first - LEFT)
        capital = words.words[first] != words.lowers[first]
        while i > least and (before := self.step(i, capital=capital)) >= 0:
            i = before
        while i < first and words.gaps[i] in APOSTROPHES:
            i += 1
        return i

    def step(self, i: int, *, capital: bool) -> int:
        """Return where the phrase goes on before the word *i*: one word back, or a name; or -1."""
        words, gap, j = self.words, self.words.gaps[i], i - 1
        if gap == ") " and self.is_lettered(j):
            return j - 1  # 'Roe Party (RP) leader'
        if gap in PLURAL_OWNER:
            inside, one = self.inside_name(j), plural_of(words.lowers[j])
            people = one in self.lexicon.roles or one in self.lexicon.kin
            # 'Fire Chiefs’ Council chairman', 'farmers’ leader'
            return j if inside < 0 and people else inside
        if gap in AMPERSANDS and (inside := self.inside_name(j)) >= 0:
            return inside  # 'Roe & Doe analyst'
        if gap not in {" ", "-", ". ", "."} and gap not in APOSTROPHES:
            return -1
        tag, lower = words.tags[j], words.lowers[j]
        pointed = tag & t.ABBREVIATION or (tag & t.TITLE and words.words[j] != lower)
        if gap == ". " and len(words.words[j]) > 1 and not pointed:
            return -1  # 'Roe, the mayor. Elmland's envoy Jane Doe'
        if words.words[j] != lower and lower != "the":
            closed = tag & (t.MONTH | t.WEEKDAY | CLOSED) or lower in self.lexicon.imperatives
            return -1 if closed and lower not in self.lexicon.modifiers else j
        if (inside := self.inside_name(j)) >= 0:
            return inside
        if lower == "and" and self.is_double(j):
            return j - 1
        return j if self.is_inner(i) or self.is_modifier(j, capital) else -1

    def is_lettered(self, i: int) -> bool:
        """Whether the word *i* is letters in brackets behind what they stand for."""
        return i > 0 and self.words.gaps[i] == " (" and self.words.words[i].isupper()

    def is_inner(self, i: int) -> bool:
        """Whether the small word before word *i* stands inside a title, which goes on before it.

        'Roe's mayor', 'editor-in-chief', 'editor in chief', 'Special Agent in Charge'.
        """
        words, j = self.words, i - 1
        if words.tags[j] & t.CLITIC and words.gaps[j] in APOSTROPHES:
            return True
        hyphened = words.gaps[i] in HYPHENS and words.gaps[j] in HYPHENS
        return hyphened or (words.lowers[j] == "in" and words.lowers[i] in _IN)

    def inside_name(self, i: int) -> int:
        """Return the first word of the name that a small word *i* goes on with, or -1.

        'University of Roe biochemist', 'Party for the Workers leader'.
        """
        words, name = self.words, self.names.at(i)
        if name < 0 and words.lowers[i] == "the" and words.lowers[i - 1] in _JOINTS:
            name = self.names.at(i - 2)
        return self.names.first[name] if name >= 0 else -1

    def is_double(self, i: int) -> bool:
        """Whether 'and' at the word *i* joins two roles of one: 'founder and chief executive'."""
        words = self.words
        if not words.tags[i - 1] & t.TITLE or words.gaps[i] != " ":
            return False
        name = self.names.at(i - 1)
        if name >= 0 and self.parts.kind(name) is PERSON:
            return False  # 'union boss Jane Baker and port chief Jim Roe'
        return not words.tags[max(0, i - 2)] & t.DETERMINER
