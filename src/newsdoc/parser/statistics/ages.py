"""Ages: '44-year-old', 'aged 6', 'Hall, 44,', '65 and older', 'she was 15', 'At 24, …'."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.gapped import gapped
from newsdoc.parser.statistics.page import (
    AND,
    APOSTROPHES,
    BORDER,
    DASHES,
    HUNG,
    HYPHENS,
    JOINTS,
    Figure,
    Page,
)
from newsdoc.parser.statistics.subjects.aged import is_person
from newsdoc.parser.statistics.units.heads import FEW, verbal

YEARS: Final = Unit(UnitKind.AGE, "year", "a")
_FORMS: Final = frozenset({"numeral", "words"})
_OLD: Final = frozenset({"old", "olds"})
_OLDEST: Final = 115  # nobody is older
_NAMED: Final = 5  # a smaller number behind a name and a comma is seldom an age
_GROWN: Final = 12  # nor is a smaller one behind 'At' the age at which somebody does something
_LIMITS: Final = frozenset({"over", "under", "between", "above", "below"})
_CLOSED: Final = frozenset({",", ".", ")", ";"})
_WHO: Final = frozenset({"he", "she", "who", "i", "you"})
_WAS: Final = frozenset({"was", "is", "be", "am", "turn", "m", "s"})
_WILL: Final = frozenset(
    {"will", "already", "would", "ll", "d", "only", "just", "now", "still", "then"}
)
_MUST: Final = _WILL | {"must", "should", "to", "has", "have", "had", "need", "needs"}
_TURNED: Final = frozenset({"turned", "turns", "turning"})
_LEADS: Final = _LIMITS | _WAS | _WILL | _TURNED | {"of", "at", "both", "than", "were"}
_AGED: Final = frozenset({"young", "old"})
_COMPARED: Final = frozenset({"older", "younger"})
_ROW: Final = 6  # no more ages stand in a row
_FRONTED: Final = frozenset({"now", "then", "just", "still", "only", "barely", "already"})
_BEHIND: Final = AND | {"age"}  # what may tell an age behind the number
_GROUPS: Final = frozenset({"group", "groups", "bracket", "brackets", "range", "category", "band"})
_SHORT: Final = frozenset({"jr", "sr", "jnr", "snr"})
_ADMITTED: Final = frozenset({16, 18, 21})  # from such an age on, people are let in
_NOW: Final = frozenset({"both", "now", "then"})  # 'Hall, now 44,', 'the couple, both 29,'
_ENDED: Final = frozenset({"died", "dies", "dead", "retired", "retire", "retires"})  # 'died at 93'
_BEGUN: Final = frozenset({"became", "emigrated", "enlisted", "joined", "left", "married", "quit"})
_VICTIMS: Final = frozenset({"couple", "suspects", "victims"})
_NO_NOUN: Final = BORDER | tags.ADVERB | tags.PRONOUN | tags.TIME | tags.UNIT | tags.NUMBER
_GOES_ON: Final = tags.CONJUNCTION | tags.SUBORDINATOR | tags.TIME
_AND_ON: Final = _GOES_ON | tags.PREPOSITION | tags.ADVERB | tags.WEEKDAY


def told_age(page: Page, figure: Figure) -> bool:
    """Make a time an age where a word tells so: 44-year-old, 12 years of age, aged 20 years."""
    i, unit = figure.last, figure.unit
    word, lead = page.window[i], page.window[figure.first - 2 : figure.first] or [""]
    owned = word == "s" and page.gaps[i] in APOSTROPHES  # 'two years' old'
    if word in _OLD and page.gaps[i] in JOINTS:
        last = i + 1
    elif (word == "of" and page.follows(i + 1) == "age") or (owned and page.follows(i + 1) in _OLD):
        last = i + 2
    elif lead == ["age", "of"] or lead[-1] in ("aged", "ages"):
        last = i
    else:
        return False
    return figure.measured(
        Unit(UnitKind.AGE, unit.name, unit.code), last, page.end(last - 1), "age"
    )


def bare_age(page: Page, figure: Figure) -> bool:
    """Make a bare number an age where the words around it tell so."""
    first, lists = figure.first, page.known.lists
    lead = page.window[first - 1]
    led = page.gaps[first] != " " or lead in _LEADS or lead in lists["bounding"]
    led = led or lead in lists["aged"]
    led = led or _is_age(figure.before) or page.gaps[figure.last] == "+ "
    if not (led or page.window[figure.last] in _BEHIND):
        return False  # as most numbers
    if first == page.low or figure.form not in _FORMS or figure.rest or figure.of is not None:
        return False
    if not 0 <= figure.low <= figure.high <= _OLDEST or page.closes_mark(figure):
        return False
    if page.follows(figure.last) == "age" and page.follows(figure.last + 1) in _GROUPS:
        return figure.measured(YEARS, figure.last + 1, page.end(figure.last), "age")
    told = _is_limit(page, figure) or _is_admitted(page, figure) or _is_led(page, figure)
    if not (told or _is_beside(page, figure) or _is_somebody(page, figure)):
        return False
    if page.text[figure.end - 1] == "s":
        figure.noun = (first - 1, figure.last)  # 'the over-75s' are those whom it counts
    return figure.measured(YEARS, figure.last, figure.end, "age")


def _is_age(figure: Figure | None) -> bool:
    """Whether there is a figure, and it is an age."""
    return figure is not None and figure.why == "age"


def _is_share(figure: Figure | None) -> bool:
    """Whether there is a figure, and it is a part of those who are counted."""
    return figure is not None and (figure.of is not None or figure.unit.kind is UnitKind.PERCENT)


def _is_limit(page: Page, figure: Figure) -> bool:
    """Whether the number limits ages: 65 and older, those over 60."""
    i, follower = figure.first - 1, page.follows(figure.last)
    if follower in AND and page.follows(figure.last + 1) in page.known.lists["older"]:
        return True
    whom = page.window[i - 1]
    if page.gaps[figure.first] in HYPHENS and page.lowers[i] in HUNG and figure.low > 0:
        return True  # 'under-5 mortality'
    if page.lowers[i] in _LIMITS and whom in page.known.lists["aged"]:
        return True
    if page.lowers[i] in _LIMITS and page.tags[i - 1] & tags.BE and _is_share(figure.before):
        return _is_alone(page, figure)  # 'a third of them were under 15'
    if page.lowers[i] in _LIMITS and _is_human(page, i - 1) and _counts_nothing(page, figure):
        acts = page.leads(figure.last, _AND_ON | tags.AUXILIARY) or verbal(page, figure.last)
        grown = page.known.is_plural(whom) and figure.low > _GROWN
        return whom in page.known.lists["those"] or (grown and (acts or not follower))
    return page.lowers[i] in HUNG and page.text[figure.end - 1] == "s"  # 'the over 75s'


def _is_admitted(page: Page, figure: Figure) -> bool:
    """Whether a plus sign behind an age tells who is let in: 'an 18+ night'."""
    i = figure.last
    if page.gaps[i] != "+ " or page.window[figure.first - 1] not in ("a", "an"):
        return False
    return figure.low in _ADMITTED and not page.known.is_plural(page.window[i] or "-")


def _is_led(page: Page, figure: Figure) -> bool:
    """Whether a word of age leads the number: aged 6, Age: 27, the age of 9, turned 30."""
    i, gap = figure.first - 1, page.gaps[figure.first]
    before, earlier, aged = page.lowers[i], page.window[i - 1], page.known.lists["aged"]
    if before == "of":
        person = earlier in page.known.lists["person"] and figure.low > 1
        return earlier in ("age", "ages") or (person and _counts_nothing(page, figure))
    if before == "at":
        near = pairwise(page.lowers[page.since(i - _ROW) : i])  # 'she joined the army at 18'
        told = earlier in _ENDED or any(who in _WHO and act in _BEGUN for who, act in near)
        told = told and page.window[i - 2] != "of"  # not 'put the number of dead at 67'
        return told and figure.low > _GROWN and _is_alone(page, figure)
    if before == "between":
        return earlier in aged
    if before == "than":
        return earlier in _COMPARED and _counts_nothing(page, figure)
    if before == "as":  # 'as young as 12'
        return earlier in _AGED and page.window[i - 2] == "as" and _counts_nothing(page, figure)
    if before in _TURNED:
        named = page.window[i - 1] != "" and page.words.words[i - 1][0].isupper()
        somebody = named or earlier in _WHO or _is_human(page, i - 1)
        return page.gaps[figure.last][:1] in (",", ".") or (somebody and _is_alone(page, figure))
    if before in aged and (gap.strip(" ≥≤<>") == "" or gap in (": ", " (")):
        follower = page.follows(figure.last)
        if not follower or follower == "years" or not page.known.is_plural(follower):
            return True
        return before == "ages" and page.known.is_plural(earlier or "-")  # 'for boys ages 6 to 8'
    return False


def _is_beside(page: Page, figure: Figure) -> bool:
    """Whether the number stands between commas behind a name: 'Hall, 44,', 'and his wife, 49,'."""
    i = figure.first - 1
    listed, gap = _is_age(figure.before), page.gaps[figure.first]
    if gap == "., " and page.lowers[i] in _SHORT:
        gap = ", "  # 'Tom Hall Jr., 61,'
    closed = _is_closed(page, figure)
    lists = page.known.lists
    parent = page.window[i - 2] in lists["parent"]  # 'a mother of two, 34,'
    person = page.lowers[i] in lists["person"] or page.lowers[i] in lists["parent"]
    if gap == ", " and closed and (parent or person):
        return True  # 'a girl, seven,'
    if listed and ((closed and page.lowers[i] in AND) or _goes_on(page, figure)):
        return True  # 'two men, 19 and 22,', 'aged seven and nine,'
    if figure.form == "words":  # 'Ann Carr, nine,'
        return gap == ", " and closed and figure.low > 1 and _ends_name(page, i)
    if figure.form != "numeral" or figure.low < _NAMED or page.tags[i] & tags.MONTH:
        return False
    if gap == " (":  # 'Maria Holm (93) died'
        grown = page.gaps[figure.last][:1] == ")" and (listed or figure.low > _GROWN)
        return grown and _ends_name(page, i)
    if gap != ", ":  # 'Hall, now 44,'
        return closed and page.lowers[i] in _NOW and page.gaps[i] == ", "
    if listed or person:  # 'his parents, 61 and 64, live'
        return closed or (page.follows(figure.last) in AND and figure.last + 1 in page.numerals)
    if not closed:
        return False
    return page.words.words[i][0].isupper() or _is_aside(page, figure)


def _is_closed(page: Page, figure: Figure) -> bool:
    """Whether a sign that closes stands behind the number, or a headline ends there."""
    return figure.last >= page.high or page.gaps[figure.last][:1] in _CLOSED


def _goes_on(page: Page, figure: Figure) -> bool:
    """Whether the number goes on with a row of ages: 'aged 3 and 13 died', 'aged 5, 7 and 12'.

    So it does behind another name: 'Ann, 12; Tim, 9, and Bo 5.'
    """
    if page.gaps[figure.first] == " " and gapped(page, figure, figure.first) >= 0:
        named = page.words.words[figure.first - 1][0].isupper()
        return named and page.gaps[figure.last][:1] in _CLOSED
    one, row = figure, 0
    while (before := one.before) is not None and before.why == "age" and row < _ROW:
        joined = before.last + (page.lowers[before.last] in AND)
        if joined != one.first or page.gaps[before.last] not in (" ", ", "):
            return False
        if page.window[before.first - 1] in page.known.lists["aged"]:
            return _counts_nothing(page, figure)
        one, row = before, row + 1
    return False


def _ends_name(page: Page, i: int) -> bool:
    """Whether word *i* ends the full name of a person."""
    if not page.words.words[i][0].isupper():
        return False
    titled = page.tags[i - 1] & (tags.HONORIFIC | tags.TITLE)
    if titled and page.words.words[i - 1][0].isupper():
        return True  # 'Mr Hall (44)', 'Justice Holm will be 83'
    if page.lowers[i - 1] in page.known.lists["person"] and page.tags[i] & tags.GIVEN_NAME:
        return page.gaps[i] == " "  # 'his son Tom (12)'
    given = (page.tags[i - 1] | page.tags[i - 2]) & tags.GIVEN_NAME
    return page.gaps[i] == " " and given > 0


def _is_aside(page: Page, figure: Figure) -> bool:
    """Whether the number of years stands alone behind a noun: 'The suspect, 19, faces trial'."""
    noun = page.lowers[figure.first - 1]
    aside = page.gaps[figure.last] == ", " and figure.low > _GROWN and noun.isalpha()
    return aside and not page.known.is_plural(noun) and not page.tags[figure.first - 1] & _NO_NOUN


def _is_alone(page: Page, figure: Figure) -> bool:
    """Whether the number counts nothing behind it, as it does in 'she was one of dozens'."""
    follower = page.follows(figure.last)
    if page.gaps[figure.last] in DASHES and figure.last in page.numerals:
        return False  # 'he is 3-0 up'
    return not follower or (follower != "of" and bool(page.tags[figure.last] & _AND_ON))


def _counts_nothing(page: Page, figure: Figure) -> bool:
    """Whether no plural stands behind a number: 'a man of 45 died', not 'a man of two faces'."""
    follower = page.follows(figure.last)
    hung = page.gaps[figure.last] in JOINTS and not follower
    return not hung and not (follower and page.known.is_plural(follower))


def _is_somebody(page: Page, figure: Figure) -> bool:
    """Whether somebody is so old: 'she was 15', 'will be 35', 'At 24, …'."""
    i = figure.first - 1
    if not _is_alone(page, figure) or page.follows(figure.last) == "of":  # 'he was one of them'
        return False
    if i == page.low and page.lowers[i] == "at":
        return page.gaps[figure.last][:1] == "," and figure.low > _GROWN
    if i == page.low and page.lowers[i] in _FRONTED:
        return page.gaps[figure.last] == ", " and _leads_somebody(page, figure)
    if page.gaps[figure.first] == " ":
        i = page.behind(page.behind(i, page.known.lists["bounding"]), _WILL)
    who = page.behind(i - 1, _MUST)
    several = page.window[who] in _VICTIMS and figure.low > _GROWN
    person = several or page.window[who] in page.known.lists["person"]
    if page.window[i] not in _WAS and not (person and page.window[i] == "were"):
        return False
    if page.window[who] in _WHO or _is_known(page, who):
        return figure.low >= 1
    if figure.low < 1 or not _tells_of_somebody(page, who):
        return False
    closed = _is_closed(page, figure)
    ends = closed or page.leads(figure.last, _GOES_ON)  # not 'is 20 behind'
    person = person or (figure.low > _GROWN and ends and _is_human(page, who))
    if person and figure.low > 1:
        return True  # 'the brother was about 7', 'the twins were 4', 'the singer is 44'
    owns = page.lowers[i] == "s" and not closed  # 'Hall’s 16 first-time buyers'
    return figure.low >= _NAMED and not owns and _names_somebody(page, who)


def _is_human(page: Page, i: int) -> bool:
    """Whether word *i* calls somebody, or several: 'girl', 'mother', 'singers', 'applicants'."""
    word, lists = page.window[i], page.known.lists
    return word in lists["person"] or word in lists["those"] or (word != "" and is_person(page, i))


def _tells_of_somebody(page: Page, who: int) -> bool:
    """Whether a phrase with a person at word *who* tells of one: not 'the quota for women'."""
    told = True
    for k in range(who - 1, page.since(who - FEW) - 1, -1):
        bits, word = page.tags[k], page.lowers[k]
        led = bits & BORDER == tags.PREPOSITION
        opens = bits & tags.DETERMINER and not page.tags[k - 1] & tags.PREPOSITION
        if page.gaps[k + 1] not in JOINTS or opens or (bits & BORDER and not led):
            break
        tells = bits & tags.NUMBER or k in page.numerals or _is_human(page, k)
        tells = tells or word in _COMPARED or word in page.known.lists["aging"]
        told = not led and (told or bool(tells))
    return told


def _is_known(page: Page, i: int) -> bool:
    """Whether a verb at word *i* tells who knows of somebody's age: 'who he knew was 7'."""
    return page.window[i - 2] == "who" and page.tags[i - 1] & tags.PRONOUN > 0


def _leads_somebody(page: Page, figure: Figure) -> bool:
    """Whether somebody is named behind a fronted age: 'Now 72, Holt …', 'Then 19, she …'."""
    i = figure.last
    told = i < page.high and figure.low >= _NAMED
    return told and (page.lowers[i] in _WHO or page.words.words[i][0].isupper())


def _names_somebody(page: Page, i: int) -> bool:
    """Whether word *i* ends the name of a person: 'Ann Hall is 71', 'Hall is 71'."""
    if i < page.low or not page.words.words[i][0].isupper():
        return False
    if page.tags[i] & tags.GIVEN_NAME or _ends_name(page, i):
        return True
    return i == page.low and page.names(page.words.words[i])
