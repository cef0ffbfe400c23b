"""The noun behind a measure that it describes: 'a $5 million contract', 'a 40-hour week'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import ARTICLES, BARE, BLANKS, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import DATED
from newsdoc.parser.statistics.subjects.clauses import NO_NOUN, clause_subject
from newsdoc.parser.statistics.subjects.moved import NO_OBJECT, is_change
from newsdoc.parser.statistics.subjects.verbs import is_adverb, is_participle

_NO_KIND: Final = NO_OBJECT | tags.DETERMINER
_OPENING: Final = frozenset({" “", ' "', " ‘"})  # a mark, before a noun
_APART: Final = frozenset({"aside", "away"})
_LEADS: Final = tags.DETERMINER | tags.PREPOSITION
SIZED: Final = frozenset({"deep", "high", "long", "tall", "thick", "wide"})
_BEING: Final = frozenset({"he", "it", "she", "that", "which", "who"})
_FUNDS: Final = frozenset({"backing", "financing", "funding", "lending", "spending"})
_SPENT: Final = ("inves", "spend", "spent")  # how verbs of spending begin
_DEALING: Final = frozenset({"buying", "making", "selling"})
_LEVELS: Final = frozenset({"high", "higher", "low", "lower"})  # 'the 8-inch lower panel'
_ASIDE: Final = 6  # words in brackets that say a measure again
_IN_ROLES: Final = frozenset({"co", "deputy", "ex", "vice"})
# A look at a member of an enum takes as long as a call.
_AGE: Final = UnitKind.AGE
_DURATION: Final = UnitKind.DURATION
_SPANNED: Final = (UnitKind.LENGTH, UnitKind.DURATION)
_LENGTH: Final = UnitKind.LENGTH
_MULTIPLE: Final = UnitKind.MULTIPLE


def kind_of_money(page: Page, figure: Figure, i: int) -> Pair | None:
    """Return what money is there for: '$5 million in damages', not 'in May'."""
    k = i + 1
    if page.window[i] != "in" or k >= page.high or is_adverb(page, k):
        return None
    marked = page.gaps[k] in _OPENING  # 'in “synergies”'
    if not (marked or page.follows(k)):
        return None
    joined = page.gaps[k + 1] in HYPHENS  # 'in per-share earnings'
    border = page.tags[k] & (_NO_KIND | tags.NUMBER) and not joined  # 'owes £5 in one case'
    if figure.direction is not None or border or page.words.words[k][0].isupper():
        return None
    manner = (page.tags[k] & tags.CUE and not joined) or page.lowers[k] in page.known.lists[
        "manner"
    ]
    told = None if manner else phrases.moved(page, k)
    late = told is not None and page.lowers[page.words.at(told[1] - 1)] == "trading"
    return None if late else told  # 'bought $5 in late trading'


def described(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return the noun behind a measure: 'a $5 million contract', but not 'stores are 83% full'."""
    if figure.unit is BARE or figure.noun is not None:
        return None
    tail = page.tail(figure)
    if tail == ", ":
        return _behind_comma(page, figure, front)
    led = page.window[front] in ARTICLES or page.gaps[figure.last - 1] in HYPHENS
    if figure.unit.kind is _MULTIPLE and not led and page.lowers[i - 1] == "times":
        return None  # 'it trades at nine times earnings'
    if led and tail.startswith(" (") and i < page.high:
        tail = " "  # 'a 6-mile (10 km) walk'
    if i >= page.high or not (tail in BLANKS or (tail in HYPHENS and page.lowers[i] in SIZED)):
        return None
    i = _behind_measure(page, figure, i, front)
    if i >= page.high:
        return None
    joined = page.gaps[figure.last - 1] in HYPHENS  # 'a 40-hour week'
    last = page.tags[i] & tags.BOUND and page.leads(i + 1, tags.TIME | tags.NUMBER)
    joined = joined and not last  # '$86 a megawatt-hour last month'
    sized = joined and figure.unit.kind in _SPANNED and page.lowers[i] in _LEVELS
    if sized and figure.unit.kind is _DURATION:
        return phrases.word(page, i)  # 'to a three-year high'
    if _is_no_noun(page, figure, i) or (i in page.numerals and page.window[i + 1] == "times"):
        return None
    return _noun(page, figure, i, front, joined=joined, sized=sized)


def _noun(
    page: Page, figure: Figure, i: int, front: int, *, joined: bool, sized: bool
) -> Pair | None:
    """Return the noun at word *i* behind a measure, which a hyphen joins where it is *joined*."""
    owned = joined or bool(page.tags[front] & (tags.DETERMINER | tags.POSSESSIVE))
    if page.tags[i] & DATED and not (owned and figure.why != "score"):
        return None  # 'shares rose 3 percent Tuesday', 'voted 5-2 Tuesday'
    # 'Arnley's original £9m request', 'a giant $100 bill'
    owned = (
        owned or "s" in page.window[front - 1 : front + 1] or page.window[front - 1] in ("a", "an")
    )
    changes = is_change(page, i) or sized
    heads = (tags.TIME if joined else 0) | (tags.MOVE if owned and changes else 0)
    if page.tags[i] & NO_NOUN & ~heads:
        return None
    if not joined and _is_participle(page, figure, i, owned=owned):
        return None
    if page.window[front] == "s" and page.window[front - 1] in _BEING:
        return _being(page, front - 1)
    told = page.tags[front] & tags.BE and page.lowers[figure.first] != "a"  # 'a million dollar bid'
    level = clause_subject(page, figure, front) if told else None
    if level is None and figure.unit.kind is _AGE:
        return _person(page, i, phrases.right(page, i, whole=owned))
    return level or _before_name(page, i, phrases.right(page, i, whole=owned))


def _behind_comma(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the noun behind a second adjective: 'a $30-million, top-to-bottom renewal'."""
    i = figure.last
    measured = page.gaps[i - 1] in HYPHENS or figure.unit.kind is UnitKind.MONEY
    led = measured and page.window[front] in ARTICLES
    led = led and page.window[i] not in _IN_ROLES  # 'got the $3 million, co-founder Ann Holt said'
    if not led or i + 1 >= page.high or page.gaps[i + 1] not in HYPHENS:
        return None
    return phrases.right(page, i, whole=True)


def _behind_measure(page: Page, figure: Figure, i: int, front: int) -> int:
    """Return the word behind what only says what is measured: 'two-metre high', '$5 dollar'."""
    if figure.unit.kind is _LENGTH and _sizes_noun(page, i, front):
        if page.gaps[i + 1] == " (":  # 'the 400-mile-wide (640 kilometres) basin'
            closed = (k for k in range(i + 2, page.until(i + _ASIDE)) if page.gaps[k] == ") ")
            return next(closed, i + 1)
        return i + 1
    again = figure.unit.kind is UnitKind.MONEY and page.lowers[i] == figure.unit.name
    return i + (again and bool(page.follows(i + 1)))


def _before_name(page: Page, i: int, phrase: Pair | None) -> Pair | None:
    """Return the noun of which somebody's verb tells, without them: 'the 5% figure Roe cited'."""
    if phrase is None:
        return None
    printed, k = page.words.words, page.words.after(phrase[1])
    first = k
    while first > i and printed[first - 1][0].isupper() and page.gaps[first] in BLANKS:
        first -= 1
    if not i < first < k or not printed[first - 1].islower() or page.gaps[first] not in BLANKS:
        return phrase
    done = page.leads(k, tags.PAST | tags.CUE) or is_participle(page, page.follows(k) or "-")
    return (phrase[0], page.end(first - 1)) if done else phrase


def _being(page: Page, k: int) -> Pair | None:
    """Return what the pronoun at word *k* stands for: 'a hall that's 40 percent empty'."""
    return phrases.left(page, k) if page.tags[k] & tags.RELATIVE else phrases.word(page, k)


def _person(page: Page, i: int, phrase: Pair | None) -> Pair | None:
    """Return whose age it is, without what they do or how they are.

    '28-year-old Tom Hale faces court', 'found a 12-year-old boy unconscious'
    """
    if phrase is None:
        return None
    printed, last = page.words.words, page.words.at(phrase[1] - 1)
    for k in range(i + 1, last + 1):
        full = k - 2 >= i and page.tags[k - 2] & tags.GIVEN_NAME and printed[k - 1][0].isupper()
        if (
            k > i
            and page.lowers[k][-3:] == "ing"
            and page.lowers[k - 1] in page.known.lists["person"]
        ):
            return phrase[0], page.end(k - 1)  # 'a 12-year-old son fighting for life'
        state = k == last and page.lowers[k - 1] in page.known.lists["person"]
        if full or (state and _is_state(page, k)):
            return phrase[0], page.end(k - 1)
    return phrase


def _is_state(page: Page, k: int) -> bool:
    """Whether word *k* tells how somebody was found, and stands behind them: 'alive', 'dead'."""
    word = page.lowers[k]
    lists = page.known.lists
    return word in lists["states"] or word in lists["found"] or word.endswith(("ous", "ive"))


def _sizes_noun(page: Page, i: int, front: int) -> bool:
    """Whether word *i* only says what is measured of a noun: 'a two-metre high wave'."""
    if page.lowers[i] not in SIZED:
        return False
    if page.gaps[i] in HYPHENS and page.gaps[i + 1] == " (":
        return True
    return page.window[front] in ARTICLES or page.gaps[i - 1] in HYPHENS


def _is_no_noun(page: Page, figure: Figure, i: int) -> bool:
    """Whether word *i* behind a measure is an adverb, or tells what is done."""
    word, lists = page.lowers[i], page.known.lists
    if figure.unit.kind is _AGE and page.gaps[i - 1] not in HYPHENS and page.lowers[i - 1] != "old":
        return True  # 'children under 12 ride free'
    lead, acts = page.lowers[figure.front - 1], word in lists["staying"] or word in lists["paying"]
    if acts and figure.front < figure.first and (lead[-3:] == "ing" or page.known.is_plural(lead)):
        return True  # 'homes under £400,000 sell fast'
    if word in lists["beside"] or word in lists["harmed"]:
        return True  # '3 miles away', '12 people dead, 30 injured'
    if page.follows(i + 1) == "than":  # '£351 more than before'
        return True
    return is_participle(page, word) and _acts_on(page, i + 1)  # 'to lift output 3 percent failed'


def _acts_on(page: Page, i: int) -> bool:
    """Whether no noun stands behind a form in -ed: 'the top 1% earned 9%', 'months ended May 3'."""
    return (
        not page.follows(i)
        or page.lowers[i] in _APART
        or i in page.numerals
        or page.tags[i] & (_LEADS | DATED) > 0
    )


def _is_participle(page: Page, figure: Figure, i: int, *, owned: bool) -> bool:
    """Whether word *i* behind a measure tells what is done: '$2 million targeting the mayor'."""
    if page.lowers[i][-3:] != "ing":
        return False
    if figure.unit.kind is _DURATION:
        return True
    if page.lowers[i] in _FUNDS and not page.leads(i + 1, tags.DETERMINER):
        return False  # '£5m funding for a school'
    spent = page.lowers[figure.front - 1][:5] in _SPENT or page.lowers[i] in _DEALING
    if spent and not owned and page.follows(i + 1) and page.known.is_plural(page.lowers[i + 1]):
        return True  # 'spent $5 million repairing boats', not 'paid $5 booking fees'
    return i + 1 < len(page.words) and bool(page.tags[i + 1] & (tags.DETERMINER | tags.PREPOSITION))
