"""Runs of capitalised words, cut where one name ends and the next begins.

A name is a run of capitalised words, with the small words and marks that stand
inside names (`Secretary of State`, `Bashar al-Assad`, `J. D. Roe`, `Roe Jr.`).
Titles stand in the run too; `newsdoc.parser.sources.names.parts` splits them off.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.names.edges import (
    APOSTROPHES,
    CLOSED,
    DOERS,
    HYPHENS,
    PLURAL_OWNER,
    Edges,
)
from newsdoc.parser.words import Words

SMALL: Final = t.PREPOSITION | t.ADVERB  # small words that stand with a capital inside names
_NO_NAME: Final = CLOSED | t.MONTH | t.WEEKDAY
_AGAIN: Final = 8  # names that are compared with a word of a headline
_FULL: Final = 4  # words of a full name that are looked at
_FAR: Final = 4  # words from one capital to the next that cannot be one name
_CUT: Final = t.BODY | t.ABBREVIATION
_POINTED: Final = t.HONORIFIC | t.ABBREVIATION
_HEAD: Final = t.TITLE | t.BODY
_POINTS: Final = frozenset((". ", "."))
_POINT: Final = frozenset(".")
_AFTER: Final = HYPHENS | {" "}  # gaps behind which a name may go on: 'Roe Media plc'
_JOINTS: Final = frozenset(("of", "for", "on"))
_NO_BODY: Final = t.MONTH | t.WEEKDAY | t.GIVEN_NAME | t.TITLE | t.HONORIFIC
_INNER: Final = frozenset(("-", "‐", "‑", "'", "’", "&", " & "))
_NICK_OPEN: Final = frozenset((' "', " “", " '", " ‘"))
_NICK_CLOSE: Final = frozenset(('" ', "” ", "' ", "’ "))
_SAINTS: Final = frozenset(("saint", "st"))
_CALLS: Final = t.GIVEN_NAME | t.PLACE | t.HONORIFIC
_SECOND: Final = frozenset((" (", ". ("))  # before a second word of respect
_SECOND_CLOSE: Final = frozenset((") ", ".) "))
_BRACKETS: Final = _SECOND | _SECOND_CLOSE
_BREAKS: Final = frozenset((".", ". ", ", ", ",\u00a0", "\u00a0", "\u202f"))
_JOINING: Final = _INNER | _BRACKETS | _NICK_OPEN | _NICK_CLOSE | _BREAKS


class RunReader(Edges):
    """Joins capitalised words to names.

    Attributes:
        first: for each name the number of its first word.
        last: for each name the number of its last word (included).
    """

    def __init__(self, words: Words, lexicon: NameWords) -> None:
        super().__init__(words, lexicon)
        self.first: list[int] = []
        self.last: list[int] = []

    def read(self, capitals: list[int]) -> None:
        """Read the names among the words with capitals."""
        tags, gaps, lowers = self.words.tags, self.words.gaps, self.words.lowers
        glue, particles = self.lexicon.glue | {"s"}, self.lexicon.particles
        add_first, add_last = self.first.append, self.last.append
        goes_on = _AFTER | _POINT if self.has_plc else HYPHENS | _POINT
        first = last = -_FAR
        for i in capitals:
            ahead = i - last
            if ahead == 1:
                gap = gaps[i]
                if gap == " ":
                    if not tags[i] & _NO_NAME or self.may_go_on(last, i):
                        last = i
                        continue
                elif gap in _JOINING and self.joins_by(gap, first, last, i):
                    last = i
                    continue
            elif (
                ahead < _FAR
                and (lowers[last + 1] in glue or gaps[last + 1] in HYPHENS)
                and self.joins(first, last, i)
            ):
                last = i
                continue
            if first >= 0 and (
                gaps[first] != " " or lowers[first - 1] in particles or gaps[last + 1] in goes_on
            ):
                self.close(first, last)
            elif first >= 0:
                add_first(first)
                add_last(last)
            if tags[i] & _NO_NAME and not (self.is_initial(i) or self.may_open(i)):
                first = last = -_FAR
            else:
                first = last = i
        self.close(first, last)

    def read_again(self, headings: list[int]) -> None:
        """Read the names of the story among the words of its headings in title case."""
        words = self.words.words
        known: dict[str, list[tuple[int, int]]] = {words[i]: [] for i in headings}
        for first, last in zip(self.first, self.last, strict=True):
            if first < last and words[first] in known:
                known[words[first]].append((first, last))
        found: list[tuple[int, int]] = []
        end = -1
        for i in headings:
            for first, last in known[words[i]][:_AGAIN] if i > end else ():
                if words[i : i + last - first + 1] == words[first : last + 1]:
                    end = i + last - first
                    found.append((i, end))
                    break
        if found:
            places = sorted([*found, *zip(self.first, self.last, strict=True)])
            self.first = [first for first, _ in places]
            self.last = [last for _, last in places]

    def may_go_on(self, last: int, i: int) -> bool:
        """Whether a common word goes on with a name: 'Theresa May', 'Mr Jan Roe'."""
        if self.is_surname(last, i) or self.may_open(i) or self.stands_inside(i):
            return True
        if self.is_middle(last, i):
            return True
        tags = self.words.tags
        if tags[last] & t.HONORIFIC and tags[i] & t.WEEKDAY:
            return self.is_followed(i + 1)  # 'Mr Sunday Roe'
        if (tags[last] | tags[last - 1]) & t.GIVEN_NAME or not tags[i] & t.ADVERB:
            return False
        return not self.words.words[i].isupper()  # 'Lantern First'

    def is_middle(self, last: int, i: int) -> bool:
        """Whether a word of one letter is the initial inside a name: 'Jane A. Roe', 'Jim I. Roe'.

        But 'Team A. The' ends a sentence.
        """
        words, after = self.words, i + 1
        if len(words.words[i]) > 1 or after >= len(words) or words.gaps[after] not in _POINTS:
            return False
        if not words.tags[last] & (t.GIVEN_NAME | t.HONORIFIC | t.TITLE):
            strange = (last, after)  # 'Jock A. Roe', but 'Hepatitis A. Doctors say'
            if any(words.tags[k] or words.lowers[k] in self.printed for k in strange):
                return False
            if words.lowers[after].endswith("s"):
                return False
        return words.words[after][0].isupper() and not words.tags[after] & _NO_NAME

    def stands_inside(self, i: int) -> bool:
        """Whether a small word with a capital has names around it: 'Bread Across Borders'."""
        words, after = self.words, i + 1
        return (
            bool(words.tags[i] & SMALL)
            and not words.words[i].isupper()
            and after < len(words)
            and words.gaps[after] == " "
            and words.words[after] != words.lowers[after]
            and not words.tags[after] & _NO_NAME
        )

    def may_open(self, i: int) -> bool:
        """Whether a word that is common as well ('Will', 'April') opens a name here."""
        tags = self.words.tags[i]
        if self.words.gaps[i + 1] in HYPHENS and self.is_syllable(i + 1):
            return True  # 'Roe In-ho'
        if not tags & t.GIVEN_NAME or (tags & CLOSED and self.opens_sentence(i)):
            return False
        return self.is_followed(i + 1)

    def is_followed(self, i: int) -> bool:
        """Whether a name goes on at word *i*: 'Jan | Roe', 'Jan | de Roe', 'Jan-| Philipp Roe'."""
        words = self.words
        if i >= len(words) or words.gaps[i] not in _AFTER:
            return False
        if words.words[i] in self.lexicon.particles:
            i += 1
        return i < len(words) and words.words[i] != words.lowers[i]

    def joins(self, first: int, last: int, i: int) -> bool:
        """Whether the name *first*..*last* goes on with the word *i* behind small words."""
        if i == last + 2:
            return self.joins_over(first, last, i)
        return self.joins_over_two(last, i)

    def is_surname(self, last: int, i: int) -> bool:
        """Whether the common word *i* is a surname here: 'Theresa May'."""
        tags = self.words.tags
        return bool(tags[last] & t.GIVEN_NAME) and not tags[i] & (t.PRONOUN | t.DETERMINER)

    def joins_by(self, gap: str, first: int, last: int, i: int) -> bool:
        """Whether two capitalised words with *gap* between them are one name."""
        words = self.words
        if gap in _INNER:
            return True
        if gap in {". ", "."}:
            if len(words.words[last]) == 1:
                return True
            closed = words.tags[i] & CLOSED and not self.stands_inside(i)  # 'Gen. To Roe'
            return bool(words.tags[last] & _POINTED) and not closed
        if gap in {", ", ",\u00a0"}:
            return words.lowers[i] in self.lexicon.suffixes
        if gap in _NICK_OPEN:
            return words.gaps[i + 1] in _NICK_CLOSE
        if gap in _NICK_CLOSE and words.gaps[last] in _NICK_OPEN:
            return first < last
        if gap in _BRACKETS:
            return self.joins_bracket(gap, first, last, i)
        if gap in PLURAL_OWNER:
            if words.lowers[last][:-1] in self.lexicon.roles:  # 'Hull Magistrates' Court'
                return True
            the = words.lowers[first - 1] == "the" and words.lowers[last].endswith(DOERS)
            return the and bool(words.tags[i] & t.BODY)  # 'the Growers' Association'
        return gap in {"\u00a0", "\u202f"}

    def joins_bracket(self, gap: str, first: int, last: int, i: int) -> bool:
        """Whether a bracket stands inside a name: 'Dr (Mrs) Roe', 'Mayor (Jane) Roe'."""
        words, tags = self.words, self.words.tags
        if gap in _SECOND:
            added = tags[i] & t.GIVEN_NAME and words.gaps[i + 1] == ") "
            return bool(tags[last] & (t.TITLE if added else tags[i] & t.HONORIFIC))
        if words.gaps[last] not in _SECOND:
            return False
        if first == last or tags[last - 1] & t.TITLE:  # 'the mayor (Jane) | Roe'
            return tags[last] & _CALLS == t.GIVEN_NAME and not tags[i] & _NO_NAME
        return bool(tags[last] & t.HONORIFIC)

    def joins_owner(self, last: int, i: int) -> bool:
        """Whether an owner stands inside the name of a body: 'Hull Children's Hospital'.

        What people in general own may be told by its place alone: 'Women's Aid Elmland'.
        """
        words, tags, lower = self.words, self.words.tags, self.words.lowers[last]
        many = lower in self.lexicon.owners or (lower.endswith("men") and not tags[last] & t.PLACE)
        owns = many or tags[last] & t.TITLE
        owns = owns or (last > 0 and words.lowers[last - 1] in _SAINTS)  # 'St. Luke's Hospital'
        owned = owns and words.gaps[last + 1] in APOSTROPHES and words.gaps[i] == " "
        run = self.run(i) if owned else range(i, i)
        placed = many and len(run) > 1 and tags[run[-1]] & t.PLACE
        return bool(placed) or any(tags[k] & t.BODY for k in run)

    def joins_over(self, first: int, last: int, i: int) -> bool:
        """Whether one small word joins two capitalised ones: 'of', 'de', 'al-'."""
        words = self.words
        small = words.lowers[last + 1]
        if small == "s":
            return self.joins_owner(last, i)
        if words.gaps[last + 1] in HYPHENS:
            # 'Jamaat-e-Islami', 'Geo-science Elmland'
            return words.gaps[i] in HYPHENS or self.is_field(last, i)
        cut = words.gaps[last + 1] == ". " and words.tags[last] & _CUT == _CUT  # 'Dept. of Energy'
        if not cut and words.gaps[last + 1] != " ":
            return False
        if words.gaps[i] not in {" ", "-", "’", "'"}:
            return False
        if small in self.lexicon.particles:
            return True
        if self.opens_body(last, small, i):
            return True
        if small == "of":
            return self.joins_of(first, last, i)
        if small == "for":
            return bool(words.tags[last] & t.BODY)
        return small == "and" and self.joins_and(first, last, i)

    def is_field(self, last: int, i: int) -> bool:
        """Whether a public office is named by its field and its place: 'Agri-food Elmland'."""
        words, lexicon = self.words, self.lexicon
        noun = not words.lowers[last + 1].endswith(lexicon.adjective_endings)
        placed = words.tags[i] & t.PLACE and words.gaps[i] == " "
        return bool(placed) and noun and words.lowers[last] in lexicon.combining

    def joins_of(self, first: int, last: int, i: int) -> bool:
        """Whether 'of' joins two words of a body or an office."""
        words, tags = self.words, self.words.tags
        if self.ends_person(first, last):
            return False  # 'House Speaker Jane Roe | of Ohio'
        if tags[last] & _HEAD or words.lowers[last] in self.lexicon.portfolios:
            return True
        if tags[i] & t.PLACE:  # 'the Guild of Roofers of Elmland', 'the ACLU of Ohio'
            letters = first == last and words.words[last].isupper()
            return bool(tags[first] & t.BODY) or letters or self.are_members(first, last)
        # 'the Society for the Protection of Birds'
        return not _JOINTS.isdisjoint(words.lowers[first + 1 : last])

    def ends_person(self, first: int, last: int) -> bool:
        """Whether a given name stands behind a title in the words *first*..*last*."""
        tags = self.words.tags
        return any(
            tags[i] & t.GIVEN_NAME and tags[i - 1] & (t.TITLE | t.HONORIFIC)
            for i in range(max(first + 1, last - _FULL), last)
        )

    def are_members(self, first: int, last: int) -> bool:
        """Whether a run is what a body's members are: 'the Public Auditors | of Elmland'."""
        lexicon, lowers = self.lexicon, self.words.lowers
        opening, role = lowers[first], lowers[last][:-1]
        if first == last or lowers[last][-1] != "s" or role not in lexicon.roles:
            return False  # not 'the Foreign Ministers of Elmland' either
        return opening not in lexicon.portfolios

    def opens_body(self, last: int, small: str, i: int) -> bool:
        """Whether a small word goes on with the name of a body: 'the Council | on | Roads'."""
        smalls = self.lexicon.body_openings.get(self.words.lowers[last], ())
        return small in smalls and not self.words.tags[i] & _NO_BODY

    def joins_and(self, first: int, last: int, i: int) -> bool:
        """Whether 'and' stands inside the name of a body.

        It does behind 'of' and 'for', and where a word for a body closes the
        run and the article stands before it, or a task of bodies: 'the Markets
        and Trade Authority', 'Humber Fire and Rescue Service'.
        """
        words, tags = self.words, self.words.tags
        if not _JOINTS.isdisjoint(words.lowers[first + 1 : last]):
            return not tags[i] & (t.GIVEN_NAME | t.TITLE | t.HONORIFIC)
        task = words.lowers[last] in self.lexicon.portfolios
        if words.lowers[i] == "district":  # 'Hull and District Hospital'
            return any(tags[k] & t.BODY for k in self.run(i))
        if task and self.is_office(i):
            return True
        if first == last and self.is_force(first, i):
            return True
        if first == 0 or words.lowers[first - 1] != "the":
            bodies, lowers = self.lexicon.bodies, words.lowers
            return task and any(bodies.get(lowers[k]) == "government" for k in self.run(i))
        if tags[last] & _HEAD and not task:
            return False
        return any(tags[k] & t.BODY for k in self.run(i))

    def is_force(self, first: int, i: int) -> bool:
        """Whether a force of two counties is named: 'Avon and | Somerset Police'."""
        words, last = self.words, self.run(i)[-1]
        named = words.tags[first] & (t.GIVEN_NAME | t.TITLE | t.HONORIFIC | t.BODY)
        force = self.lexicon.bodies.get(words.lowers[last]) == "force" and last - i == 1
        return force and not named and not words.words[first].isupper()

    def is_office(self, i: int) -> bool:
        """Whether a task at the word *i* closes what an office is of, behind it.

        'the Rail and | Road union', 'Food and | Trade Secretary Jane Roe'.
        """
        words, inside = self.words, self.run(i)
        after = inside[-1] + 1
        told = words.tags[after] if after < len(words) and words.gaps[after] == " " else 0
        return bool(told & t.BODY) or any(words.tags[k] & t.TITLE for k in inside[1:])

    def run(self, i: int) -> range:
        """The words from *i* on that are capitalised and a blank apart, four at most."""
        words, end = self.words, i + 1
        while (
            end < len(words)
            and end < i + 4
            and (words.gaps[end] == " " or words.gaps[end] in HYPHENS)
            and words.words[end] != words.lowers[end]
        ):
            end += 1
        return range(i, end)

    def joins_over_two(self, last: int, i: int) -> bool:
        """Whether two small words join: 'of the', 'van der'."""
        words, particles = self.words, self.lexicon.particles
        one, two = words.lowers[last + 1], words.lowers[last + 2]
        if one in particles and two in particles:
            return True
        if two != "the":
            return False
        if one == "for" and words.tags[last] & t.BODY:
            return True
        if self.opens_body(last, one, i):
            return True
        portfolios = self.lexicon.portfolios
        listed = one == "and" and {words.lowers[last], words.lowers[i]} <= portfolios
        return listed or (one == "of" and bool(words.tags[last] & _HEAD))

    def close(self, first: int, last: int) -> None:
        """Keep the name, if any, with the small words that belong to its ends."""
        if first >= 0:
            first, last = self.fitted(first, last)
            if first <= last:
                self.first.append(first)
                self.last.append(last)
