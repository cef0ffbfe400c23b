"""Subjects: the one noun phrase that a figure is about.

Tried in this order, the nearest words first:

    X (5%), X (3%)    the item of a list, or the side of a score
    percent of X      what the share is of                 '40 percent of voters'
    a 5 percent rise in X                                  what rises
    X of 5 million    the noun that the figure completes   'a population of 5 million'
    12 X              the noun that is counted             '12 houses'
    X worth 5 million                                      'bills worth 5 million'
    5 million X       the noun that the figure describes   'a $5 million contract'
    X's 5 million     who owns a figure of what was told   'up from Arnley's 5 million'
    and X 5 percent   of whom the verb before tells as well
    X 5 miles from    what is so far away                  'a cave 5 miles from Arnley'
    cut X to 5        the object of a verb of change
    sold X for 5      the object of a verb of trade
    X rose 5 million  the subject of the clause            'sales rose 5 percent'
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import (
    ARTICLES,
    BARE,
    BLANKS,
    BORDER,
    HYPHENS,
    SIGNS,
    Figure,
    Page,
)
from newsdoc.parser.statistics.subjects import adjuncts, aged, heads, joints, phrases, rows
from newsdoc.parser.statistics.subjects.beside import before_figure
from newsdoc.parser.statistics.subjects.clauses import NO_NOUN, TELLS, clause_subject
from newsdoc.parser.statistics.subjects.described import described, kind_of_money
from newsdoc.parser.statistics.subjects.edges import before_average, behind_brackets, says_again
from newsdoc.parser.statistics.subjects.moved import (
    TO,
    fined,
    gives,
    is_change,
    moved,
    object_before,
    set_to,
    to_move,
    traded,
)
from newsdoc.parser.statistics.subjects.verbs import VERB, is_finite, is_verb

_OPENS_CLAUSE: Final = (
    tags.CONJUNCTION
    | tags.SUBORDINATOR
    | tags.COMPLEMENTIZER
    | tags.RELATIVE
    | tags.CUE
    | tags.ADVERB
)
_NEAR: Final = frozenset({"above", "around", "below", "near", "under"})
_TOLD: Final = frozenset({"latter", "other", "remaining", "the", "these", "those"})
_FURTHER: Final = frozenset({"a", "additional", "an", "another", "extra", "further"})
_SEVERAL: Final = frozenset({"all", "any", "each", "many", "most", "none", "some"})
_ASIDES: Final = frozenset({"now", "then", "both"})
_LEFT: Final = frozenset({"left", "remaining"})
_MUCH: Final = frozenset({"many", "much"})
_JOINS: Final = tags.CONJUNCTION | tags.SUBORDINATOR
_AGAINST: Final = frozenset({"against", "versus", "vs"})
_WITH: Final = frozenset({"with", "to"})
_COMPARED: Final = frozenset({"compared", "compares", "comparing", "up", "down"})
_OBJECT: Final = tags.DETERMINER | tags.PRONOUN  # behind a verb: '12 percent own a gun'
_ORDINAL: Final = tags.NUMBER | tags.UNIT | tags.ADVERB  # 'the second of three debates'
# A look at a member of an enum takes as long as a call.
_AGE: Final = UnitKind.AGE
_DURATION: Final = UnitKind.DURATION
_MULTIPLE: Final = UnitKind.MULTIPLE
_MONEY: Final = UnitKind.MONEY
_SIZED: Final = (UnitKind.LENGTH, UnitKind.SPEED)
_PERCENT: Final = UnitKind.PERCENT
_COUNTED: Final = (UnitKind.COUNT, UnitKind.NUMBER, UnitKind.AGE)


def subject(page: Page, figure: Figure) -> Pair | None:
    """Return the noun phrase that the figure is about, or None."""
    if (told := rows.in_row(page, figure)) is not None:
        return told
    before = figure.before
    said = "(" in page.gaps[figure.first] or page.window[figure.front - 1] == "or"
    if said and before is not None and says_again(page, before, figure):
        return before.subject
    i, front = figure.last, before_average(page, figure.front - 1)
    if figure.direction is not None or page.window[front] == "of":
        rate = adjuncts.before_rate(page, front, i)
        if rate < front:
            return clause_subject(page, figure, rate)  # 'grew at an annual rate of 5'
    if page.gaps[i] != " " or figure.rest:
        i = behind_brackets(page, figure)
    return _around(page, figure, i, front)


def _around(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what a figure that stands between words *front* and *i* tells of, if anything."""
    before = figure.before
    follower = page.window[i]
    if follower and page.window[i - 1] == "old" and page.tags[i] & (VERB | tags.CUE):
        if figure.unit.kind is _AGE:
            return aged.beside(page, figure, front)
        return None  # 'the 26-year-old told': it is the subject itself
    if follower and _is_done(page, figure, i) and _acts(page, figure):
        return None if before is None or not _is_alike(before, figure) else before.subject
    if page.follows(i) == "others" and not figure.shares:
        return phrases.word(page, i)
    if page.window[front] == "magnitude" and figure.unit is BARE:
        return _of_size(page, i, front)
    if page.window[i] in _LEFT and figure.unit.kind is _DURATION and page.window[front] == "with":
        return None  # 'scored with 40 seconds left'
    return _nearest(page, figure, i, front)


def _nearest(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what the words between *front* and *i*, and then those farther off, tell of."""
    before = figure.before
    i += page.window[i] == "worth" and page.window[i + 1] == "of"  # '$9 million worth of cheese'
    return (
        (page.window[i] == "of" and _share(page, figure, i, front))
        or (figure.unit.kind is _MULTIPLE and page.window[i] == "as" and _as_many(page, i))
        or (figure.direction is not None and moved(page, figure))
        or (before is not None and _compared(page, figure, before, front))
        or _noun(page, figure, front)
        or (figure.unit.kind is _MONEY and kind_of_money(page, figure, i))
        or described(page, figure, i, front)
        or (figure.unit.kind is _AGE and aged.apposed(page, figure))
        or (None if _opens_clause(page, figure, i, front) else _told(page, figure, i, front))
    )


def _as_many(page: Page, i: int) -> Pair | None:
    """Return what there is a multiple of: '10 times as many cases'."""
    return phrases.right(page, i + 2, led=True) if page.window[i + 1] in _MUCH else None


def _of_size(page: Page, i: int, front: int) -> Pair | None:
    """Return what has a magnitude: 'a magnitude 6 quake', 'a quake of magnitude 6'."""
    if page.window[front - 1] == "of":
        return phrases.left(page, front - 1)
    return phrases.right(page, i, whole=True) if page.follows(i) else None


def _told(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what the clause around a figure tells it of, or what stands beside it."""
    return (
        before_figure(page, figure, i, front)
        or _by_verb(page, figure, front)
        or _beside(page, figure, i, front)
    )


def _opens_clause(page: Page, figure: Figure, i: int, front: int) -> bool:
    """Whether a figure is the subject of its clause: 'says $5 million is enough'.

    So is an age that stands for who has it: 'met the 20-year-old'.
    """
    if figure.unit.kind is _AGE and aged.is_noun(page, figure):
        return True
    if figure.unit is BARE and figure.form == "words" and page.window[front] in _TOLD:
        return True  # 'the two argued'
    k = page.behind(front, _FURTHER)
    if page.gaps[k + 1].rstrip(SIGNS) not in BLANKS or page.tags[front] & tags.PREPOSITION:
        return False
    if page.lowers[figure.front].endswith(("ed", "ing", "s")):  # 'waits that exceeded 5 hours'
        return False
    told = page.tags[k] & tags.CUE > 0 and page.leads(i, tags.AUXILIARY)
    told = told or (page.lowers[k] in TELLS and page.follows(i)[-2:] == "ed")
    return told or page.window[k] == "that"


def _by_verb(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the object of a verb of change or trade, or the subject of the clause."""
    closes = page.window[front] == "close" and page.window[front - 1] == "to"
    level = front if closes else page.behind(front, page.known.lists["record"])
    led = front if page.window[front] in ARTICLES else level  # not 'by a 5-4 vote'
    return (
        (page.window[figure.front] in _NEAR and set_to(page, figure, figure.front))
        or (page.window[led] in TO and set_to(page, figure, led))
        or (figure.unit.kind is _MONEY and traded(page, figure, level))
        or (figure.direction is not None and to_move(page, front))
        or (figure.unit.kind is _MONEY and fined(page, front + 1))
        or (figure.unit.kind is _DURATION and page.window[level] == "for" and fined(page, level))
        or clause_subject(page, figure, level)
    )


def _is_done(page: Page, figure: Figure, i: int) -> bool:
    """Whether word *i* behind a figure is what they do: '39 percent blame him'."""
    word, lists = page.lowers[i], page.known.lists
    if page.tags[i] & VERB or word in lists["opinion"] or word in lists["staying"]:
        return True  # 'six remain missing'
    if is_finite(page, i):
        return True
    ends = not page.follows(i + 1) or page.leads(i + 1, tags.CONJUNCTION | tags.ADVERB)
    told = page.window[figure.front - 1] == "that" and ends  # 'found that 12 percent smoke'
    plain = not page.tags[i] & ~tags.CUE
    return phrases.lives(page, i) or (plain and (told or page.leads(i + 1, _OBJECT)))


def _acts(page: Page, figure: Figure) -> bool:
    """Whether a share or number of people is a subject, told by itself: '39 percent blame him'."""
    share = figure.of is not None or figure.unit.kind is _PERCENT or figure.why == "people"
    if not share or figure.noun is not None or figure.direction is not None:
        return False
    first = figure.front
    opens = first == page.low or page.gaps[first] not in BLANKS
    if not opens and not page.tags[first - 1] & _OPENS_CLAUSE:
        return False  # 'his 32 percent support'
    return page.tail(figure) in BLANKS


def _is_alike(before: Figure, figure: Figure) -> bool:
    """Whether two figures tell of the same people: '40 percent of voters agree, 39 do not'."""
    return before.unit.kind is figure.unit.kind or before.of is not None


def _share(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what a share is of, or what has it as its level: 'debt is 95 percent of output'."""
    if page.window[i + 1].isdigit():  # 'the 29% of 2015'
        return None
    if page.window[i + 1] == "them":  # '350 homes, 105 of them affordable'
        shared = figure.before if figure.shares else None
        return shared.subject if shared is not None else phrases.word(page, i + 1)
    if page.window[figure.front] == "within" and figure.unit.kind is _DURATION:
        return None  # 'within 14 days of their arrival'
    if page.window[i + 1] == "whom" and page.gaps[figure.front] == ", ":
        return phrases.left(page, figure.front)  # '2,400 patients, half of whom'
    front = page.behind(front, page.known.lists["record"])
    level = figure.unit.kind is _PERCENT and (
        page.window[front] in page.known.lists["reaching"]
        or page.tags[front] & tags.BE
        or (page.window[front] == "from" and page.tags[front - 1] & tags.MOVE)
    )
    if page.leads(i + 1, tags.NUMBER) and _ends(page, i + 2):
        return None  # 'won four of five'
    level = level and not (page.window[front] == "to" and gives(page, front))
    told = None
    if level:
        moved = page.window[front] in TO and object_before(page, front)
        told = moved or clause_subject(page, figure, front)
    if page.window[i + 1] == "those" and page.leads(i + 2, tags.PREPOSITION | tags.RELATIVE):
        return phrases.word(page, i + 1)  # 'compared with 26 percent of those on placebo'
    return told or phrases.right(page, i + 1, led=True)


def _ends(page: Page, i: int) -> bool:
    """Whether no noun stands at word *i*: behind 'four of five', not 'of third-grade pupils'."""
    return not page.follows(i).isalpha() and page.gaps[i] not in HYPHENS


def _compared(page: Page, figure: Figure, before: Figure, front: int) -> Pair | None:
    """Return of what the figure tells whose level this is: 'fell 8% to 4 cars', 'against 5'."""
    word = page.window[front]
    if figure.noun is not None:
        amount = before.direction is not None and before.noun is None and before.last == front
        return before.subject if amount and word in ("from", "to") else None
    led = word in _AGAINST or (word in _WITH and page.window[front - 1] in _COMPARED)
    return before.subject if led and before.unit.kind is figure.unit.kind else None


def _noun(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the noun that the figure completes or counts, or the one that it leaves out."""
    word, before = page.window[front], figure.before
    if figure.unit.kind is _AGE and (told := aged.beside(page, figure, front)) is not None:
        return told
    if word in _ASIDES and page.gaps[front] == ", ":
        return phrases.left(page, front)  # 'Ida Holt, now 44, won'
    if page.lowers[figure.front] == "in" and (told := _in_the_region(page, figure)) is not None:
        return told
    if word == "of" and not _joins_no_noun(page, front - 1) and not _describes(page, figure):
        group = _completed(page, figure, front)
        if group is not None:
            return group
        word = page.lowers[front - 1]
    if figure.noun is not None and figure.unit.name != "time":
        return heads.counted(page, figure.noun)
    if figure.shares and page.tags[front] & _JOINS and page.leads(figure.last, VERB):
        before = rows.sharing(figure)  # 'six traders saw a 2 percent cut, and five did not'
    if before is not None and rows.shares_noun(figure, before):
        told = object_before(page, front) if word == "to" else None
        return told or before.subject  # 'it found 5 cases, bringing the total to 9'
    if word == "worth" and not page.tags[front - 1] & NO_NOUN:
        return heads.lent(page, front) or phrases.left(page, front)
    return None


def _describes(page: Page, figure: Figure) -> bool:
    """Whether a measure belongs to the noun behind it: 'the rescue of 8-year-old pupils'."""
    joined = figure.noun is None and page.gaps[figure.last - 1] in HYPHENS
    return joined and bool(page.follows(figure.last)) and not page.leads(figure.last, BORDER)


def _completed(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the noun that a figure completes behind the 'of' at word *front*."""
    if figure.why == "number-of" and (told := heads.numbered(page, front)) is not None:
        return told
    sized = figure.unit.kind in _SIZED  # 'the risk of waves of 5 metres'
    group = phrases.alone(page, front) if sized else phrases.left(page, front)
    word = page.lowers[front - 1]
    if figure.noun is not None:  # 'a group of 2 men', but 'the parents of 2 men', 'a poll of 2 men'
        many = page.known.is_plural(word) or word in _SEVERAL or aged.is_person(page, front - 1)
        event = page.tags[front - 1] & tags.PAPER or word in page.known.lists["event"]
        return None if many or event or is_change(page, front - 1) else group
    named = page.words.words[front - 1][0].isupper() and group is not None
    return heads.head(page, front) or group if named else group  # 'a crowd in the Bowl of 12'


def _in_the_region(page: Page, figure: Figure) -> Pair | None:
    """Return what a bound with a noun of its own tells of: 'agreed a fee in the region of £5m'."""
    phrase = phrases.alone(page, figure.front) if figure.front < figure.first else None
    led = phrase is not None and page.window[page.words.after(phrase[0])] in ("a", "an")
    return phrase if led else None


def _joins_no_noun(page: Page, k: int) -> bool:
    """Whether word *k*, before 'of', is no noun: 'the second of', 'in front of', 'ahead of'."""
    if page.tags[k] & (_ORDINAL | VERB) or joints.joins_no_noun(page, k):
        return True
    word = page.lowers[k]
    return word == "tune" or (word[-2:] == "ed" and is_verb(page, k))  # 'accused of'


def _is_particle(page: Page, k: int) -> bool:
    """Whether word *k* belongs to a verb or an idiom: 'they shell out 5', 'in addition to 5'."""
    if page.window[k] in ("out", "up"):
        return page.window[k] == "out" or page.window[k - 2] == "to"
    return page.window[k - 2] == "in" and page.window[k - 1] in page.known.lists["no-head"]


def _does_again(page: Page, k: int) -> bool:
    """Whether the word before *k* is a verb behind 'and': 'go higher and break above 5'."""
    joined = page.window[k - 2] == "and" and k - 2 > page.low
    many = page.known.is_plural(page.lowers[k - 1])
    return joined and not many and page.tags[k - 3] & tags.ADVERB > 0


def _goes_on(page: Page, figure: Figure, before: Figure, front: int) -> bool:
    """Whether a measure stands beside one before it: 'cost £4, $5', '£4, above the £3 of May'."""
    kind, apart = figure.unit.kind, page.gaps[before.last].rstrip(SIGNS)
    alike = kind is before.unit.kind and kind not in _COUNTED
    return alike and apart == ", " and before.last in (figure.front, front)


def _beside(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what stands beside the figure, where no verb tells: 'homes above 5', 'a 5 cut'."""
    if figure.unit.kind is _DURATION:
        return None
    if page.gaps[figure.first].rstrip(SIGNS) == ": ":  # 'New cases: 4,511'
        return heads.label(page, figure.first)
    before = figure.before
    if before is not None and _goes_on(page, figure, before, front):
        return before.subject
    for k in (front, figure.front):  # a bound may be a preposition, too
        if k > page.low and page.tags[k] & tags.PREPOSITION and k < figure.first:
            return None if _is_particle(page, k) or _does_again(page, k) else phrases.left(page, k)
    if figure.direction is not None and page.follows(i) and is_change(page, i):
        return phrases.word(page, i)
    if (
        page.window[page.behind(front, _FURTHER)] == "and"
        and before is not None
        and before.unit is figure.unit
    ):
        return before.subject  # 'tickets cost 12 dollars for adults and 6 for children'
    return None
