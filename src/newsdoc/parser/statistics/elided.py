"""Nouns left out: what a number without a noun of its own counts, from the words around it.

The rules stand in a table, each with what it reads; the first that holds gives the unit:

    people    'killed 12', 'a town of over 45,000', 'a mother of four'
    scores    'voted 51-49'
    tallied   'scored 19 points and Ned Poole had 12', 'cut the lead to three'
    whole     'Among nurses, a third'   the sentence opens with those who are counted
    compared  '58 points, 11 ahead', '5 kg, against 3', '£60 in May and 45 in June'
    gapped    'took 54 percent and Pinto 46'
    shared    'and 2,195 injured'       the noun is that of a count before
    others    'shot a man; two others'  the noun is that of what was told of before
    harmed    '12 have been killed'
    numbered  'the death toll rose to 21', 'the number of cases is 40', 'the mercury fell to 24'
    paired    '5-3', where the first has a unit
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.ages import YEARS
from newsdoc.parser.statistics.compared import Told, compared
from newsdoc.parser.statistics.exact import is_whole
from newsdoc.parser.statistics.filled import PEOPLED
from newsdoc.parser.statistics.gapped import gapped
from newsdoc.parser.statistics.page import BARE, BLANKS, WHOLES, Figure, Page
from newsdoc.parser.statistics.scores import score_unit, tallied
from newsdoc.parser.statistics.subjects.aged import is_person
from newsdoc.parser.statistics.units import nouns

_LINKED: Final = 5  # words between two numbers that share the noun of the second
_HURT: Final = 5  # words between 'killed' and its number
_TOLL: Final = 16  # words between 'toll' or 'number' and the number
_CROWD: Final = 10  # words from a crowd to its number
_PARTED: Final = frozenset({UnitKind.LENGTH, UnitKind.AREA, UnitKind.MASS, UnitKind.MONEY})
_LEVELS: Final = frozenset({"to", "from"})
_PLAYED: Final = frozenset({"won", "lost", "dropped"})  # games
_THEM: Final = frozenset({"those", "them"})
_SINGLES: Final = frozenset({*range(2, 51), 60, 70, 80, 90, 100, 1000})  # 'one burglary in 14'
_TENS: Final = frozenset({10, 100, 1000})
_CROWDS: Final = PEOPLED | {"audience", "crowd"}  # 'a crowd for two nights of 4,254'
_PEOPLE: Final = (nouns.PERSON, "people")
_REMAIN: Final = frozenset({"remain", "remained", "remains"})
_HELD: Final = frozenset({"custody", "detention", "hospital", "intensive", "jail", "prison"})
# With which words for people end.
_BEINGS: Final = ("er", "or", "ist", "ian", "ican", "ant", "ent", "man", "person", "ee", "i")


def without_noun(page: Page, figure: Figure, shared: Unit | None) -> None:
    """Read a number whose noun is left out, or that is a level; *shared* is counted before it."""
    if figure.of is not None:
        _read_part(page, figure, shared)
        return
    for rule in _RULES:
        told = rule(page, figure, shared)
        if told is not None:
            figure.unit, figure.why = told
            figure.shares = rule is _shared
            return
    figure.why = figure.why or "number"


def _read_part(page: Page, figure: Figure, shared: Unit | None) -> None:
    """Read what a part is of: people who are asked, or what is counted before."""
    told, i = _whole(page, figure, shared), figure.last
    i += page.leads(i, tags.ADVERB)  # 'a third also said'
    if told is not None:
        figure.unit = told[0]
    elif _repeats_ratio(figure, shared):
        figure.unit = shared or BARE  # '3 in 10 nurses like it and 2 in 10 oppose it'
    elif page.follows(i) in page.known.lists["opinion"]:
        figure.unit = nouns.PERSON
    elif shared is not None and not (
        page.window[figure.first - 1] == "by" or page.follows(figure.last) == "of"
    ):  # not 'cut by a third', 'a tenth of the £12m'
        figure.unit = shared
    figure.why = figure.why or "fraction"


def _repeats_ratio(figure: Figure, shared: Unit | None) -> bool:
    """Whether a ratio without a noun stands behind another, of what was counted there."""
    before = figure.before
    told = before is not None and before.why == figure.why == "ratio"
    return told and before is not None and before.unit is shared


def _people(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read people who are counted without being named: 'killed 12', 'a mother of four'."""
    lists = page.known.lists
    i = page.behind(figure.first - 1, lists["bounding"])
    if page.window[i] == "of":
        if page.window[i - 1] in lists["parent"]:
            return nouns.CHILD, "people"
        dwelling = not lists["peopled"].isdisjoint(page.lowers[page.since(i - 2) : i])
        return _PEOPLE if dwelling else None
    if page.window[i] == "for" and page.window[i - 1] in lists["seated"]:
        return _PEOPLE  # 'a table for six'
    if page.window[i] in lists["reported"] and page.window[i - 1] in lists["hosting"]:
        return _PEOPLE  # 'organisers claimed 20,000'
    edge = figure.before.behind() if figure.before is not None else 0
    for k in range(figure.first - 1, page.since(figure.first - _HURT) - 1, -1):
        if page.gaps[k + 1] == ", " or k < edge:
            break  # '19 kills to five'
        if page.lowers[k] in lists["harmed"]:
            return _PEOPLE
        if not page.tags[k] & (tags.BOUND | tags.DETERMINER | tags.PREPOSITION):
            break
    return None


def _scored(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read what a score counts."""
    return (score_unit(page, figure), "score") if figure.why == "score" else None


def _whole(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read a part of those with whom the sentence opens: 'Among nurses, a third', 'Of them, 12'."""
    if page.lowers[page.low] not in WHOLES:
        return None
    k = figure.first  # not 'Of the pickers, the oldest is 91'
    while page.gaps[k] in BLANKS and page.tags[k - 1] & (tags.BOUND | tags.DETERMINER):
        k -= 1
    if page.gaps[k] != ", " or k <= page.low + 1:
        return None
    if page.lowers[page.low + 1] in _THEM:
        return nouns.PERSON, "shared-noun"
    noun = nouns.partitive(page, page.low + 1)
    if noun is None or noun.last != k or not page.known.is_plural(page.lowers[k - 1]):
        return None
    return noun.unit, "shared-noun"


def _shared(page: Page, figure: Figure, shared: Unit | None) -> Told:
    """Read the noun of a count before: not of 'she left school at 14', nor 57.9 behind 12."""
    before = figure.before
    lead = page.window[figure.first - 1]
    if shared is None or lead in ("at", "scored"):  # 'hit 12 fours and scored 104'
        return None
    i = page.behind(figure.first - 1, page.known.lists["bounding"]) + 1
    if page.gaps[i] == " (" and (told := _numbered(page, figure, None)):
        return told  # 'the number of stalls at the fair (about 70)'
    if lead == "whom" and not _lives(page, shared):
        return _PEOPLE
    if _is_hurt(page, figure) and not _lives(page, shared):
        return None  # 'fired 40 shots and 12 were hurt'
    if page.gaps[figure.first] == ": " and figure.last == page.high:
        return None  # 'Attendance over three nights: 4,511'
    if lead == "of" and _completes(page, figure, shared):
        return None
    if lead in _PLAYED and page.window[figure.last] == "of" and _is_apart(page, figure):
        return None
    if lead in _LEVELS and _is_other_level(page, figure, shared):
        return None
    if lead == "in" and before is not None and before.behind() == figure.first - 1:
        return None  # 'three goals in four'
    counted = before is None or before.unit is shared
    whole = is_whole(figure.low) or (counted and before is not None and not is_whole(before.low))
    return (shared, "shared-noun") if whole else None


def _completes(page: Page, figure: Figure, shared: Unit) -> bool:
    """Whether 'of' joins a number to a noun, 'a crowd of 45', or to a number of something else."""
    before, k = figure.before, figure.first - 2
    if before is not None and before.behind() == k + 1:
        return before.unit is not shared  # 'they have won eight of 10'
    plain = page.gaps[k + 1] in BLANKS and page.lowers[k][0].isalpha()
    plain = plain and page.lowers[k] != "another"  # 'a crowd of 45,000 and another of 30,000'
    return plain and not _CROWDS.isdisjoint(page.lowers[page.since(k - _CROWD) : k + 1])


def _is_apart(page: Page, figure: Figure) -> bool:
    """Whether a clause behind 'who' holds a figure: 'nine assists for Ilk, who won eight of 10'."""
    before = figure.before
    first = before.behind() if before is not None else page.low
    return any(page.tags[k] & tags.RELATIVE for k in range(first, figure.first))


def _others(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read what else there are of: 'shot a gunman, but two others fled', not 'in a raid'."""
    if page.follows(figure.last) != "others":
        return None
    for k in range(figure.first - 2, page.since(figure.first - _TOLL) - 1, -1):
        if page.lowers[k] not in ("a", "an") or page.tags[k - 1] & tags.PREPOSITION:
            continue
        noun = nouns.counted(page, k + 1, one=True)
        if noun is None or noun.last >= figure.first:
            return None
        if page.lowers[noun.last - 1] in page.known.lists["parent"]:
            return _PEOPLE  # 'a father of three died and two others were hurt'
        person = is_person(page, noun.last - 1) or not _suffer(page, figure.last + 1)
        return (noun.unit, "shared-noun") if person else None  # 'a van crashed; two others died'
    return None


def _suffer(page: Page, k: int) -> bool:
    """Whether people suffer something from word *k* on: 'were injured', not 'were damaged'."""
    stop = k + _HURT
    while k < stop and page.leads(k, tags.AUXILIARY):
        k += 1
    return page.follows(k) in page.known.lists["harmed"]


def _is_other_level(page: Page, figure: Figure, shared: Unit) -> bool:
    """Whether a level is one of something else: 'cut 85 jobs and class sizes to 27 from 24'."""
    k, before = figure.first - 2, figure.before
    if before is not None and before.behind() >= k:
        return before.unit is not shared
    return page.known.is_plural(page.window[k] or "-") and page.gaps[k + 1] in BLANKS


def is_harmed(page: Page, figure: Figure) -> bool:
    """Whether people suffer or do something: '12 injured', 'three others were', '12 fled'."""
    i = figure.last
    i += page.follows(i) in page.known.lists["claiming"]
    if page.follows(i)[-3:] == "ing" and page.follows(i + 1):
        return True  # 'millions watching on television'
    others = page.follows(i) == "others" and page.leads(i + 1, tags.AUXILIARY | tags.PAST)
    return others or page.follows(i) in page.known.lists["human"] or _is_hurt(page, figure)


def _is_hurt(page: Page, figure: Figure) -> bool:
    """Whether those who are counted are hurt or caught: '12 injured', '12 have been killed'.

    'six remain missing', 'three are in hospital'
    """
    lists, i = page.known.lists, figure.last
    i += page.follows(i) in lists["claiming"]  # '40 already dead'
    k = i
    while k < i + _HURT and (page.leads(k, tags.AUXILIARY) or page.follows(k) in _REMAIN):
        k += 1
    if k > i and page.follows(k) == "in" and page.follows(k + 1) in _HELD:
        return True
    k += k > i and page.follows(k) in lists["claiming"]  # '40 are still missing'
    return page.follows(k) in lists["harmed"] or page.follows(k) in lists["states"]


def _lives(page: Page, unit: Unit) -> bool:
    """Whether a counted noun is one of people or animals: 'rider', 'civilian', 'cow'."""
    head = unit.name.rpartition(" ")[2].lower()
    lists = page.known.lists
    lives = head in lists["living"] or head in lists["person"] or head in page.lexicon.names.trades
    return lives or head.endswith(_BEINGS)


def _harmed(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read people to whom something was done."""
    return _PEOPLE if is_harmed(page, figure) else None


def _numbered(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read what is numbered: 'the death toll rose to 21', 'the number of cases is 40'."""
    lists, before = page.known.lists, figure.before
    lead = page.window[figure.first - 1 - (page.window[figure.first - 1] == "now")]
    if lead == "from" and before is not None and before.unit is YEARS:
        return YEARS, "age"  # 'the average age is now 30, up from 28'
    if lead not in lists["levels"] and page.gaps[figure.first] != " (":  # 'number of stalls (70)'
        return None
    for k in range(figure.first - 1, page.since(figure.first - _TOLL) - 1, -1):
        word = page.lowers[k]
        if word == "toll":
            return nouns.DEATH, "toll"
        if word in lists["aging"]:  # 'the retirement age will rise to 67'
            return YEARS, "age"
        if word in lists["warmth"]:
            return page.known.units["degree"], "measure"
        if word == "number" and page.follows(k + 1) == "of":
            noun = nouns.partitive(page, k + 2)
            if noun is not None and noun.unit.name in lists["states"]:
                return nouns.PERSON, "number-of"  # 'the number of dead is 67'
            return None if noun is None else (noun.unit, "number-of")
    return None


def _gapped(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read a share in a clause without a verb: 'took 54 percent and Pinto 46', 'to Webb's 46'.

    Or what another pays: 'costs 45 euros and children pay 20'.
    """
    before, i = figure.before, page.behind(figure.first - 1, page.known.lists["bounding"])
    lead = page.window[i - (page.tags[i] & tags.PRONOUN > 0)]
    closed = not page.follows(figure.last) or page.leads(figure.last, tags.CONJUNCTION)
    if before is None or not closed:
        return None
    if before.unit.kind is UnitKind.MONEY and lead in page.known.lists["paid"]:
        return before.unit, "pair"
    if before.unit.kind is not UnitKind.PERCENT:
        return None
    first = before.behind()
    owned = page.window[first] == "to" and lead == "s"
    told = owned and figure.first - first <= _LINKED
    return (before.unit, "pair") if told or gapped(page, figure, figure.first) >= 0 else None


def _paired(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read the second of two numbers that a dash joins."""
    before = figure.before
    joined = before is not None and page.text[before.end : figure.start].strip() in ("-", "–")
    return (before.unit, "pair") if before is not None and joined else None


_RULES: Final[tuple[Callable[[Page, Figure, Unit | None], Told], ...]] = (
    _people,
    _scored,
    tallied,
    _whole,
    compared,
    _gapped,
    _shared,
    _others,
    _harmed,
    _numbered,
    _paired,
)


def is_base(page: Page, figure: Figure, before: Figure | None) -> bool:
    """Make a number the base of the one before: 'one train in five', 'nine homes in 10'."""
    if before is None or before.noun is None or before.noun[1] != figure.first - 1:
        return False
    base, count = figure.low, before.low
    if page.window[figure.first - 1] != "in" or not 0 < count < base or before.of is not None:
        return False
    if base not in (_TENS if count > 1 else _SINGLES):
        return False
    before.of, before.why, before.last, before.end = base, "ratio", figure.last, figure.end
    return True


def share_ahead(page: Page, left: Figure, right: Figure) -> None:
    """Give a bare number the noun of the next: 'as many as 50 and no fewer than 20 jobs'."""
    if left.noun is not None and left.noun[1] == right.last and right.unit.kind in _PARTED:
        if right.unit.name == "yard":  # 'six of eight yards'
            right.unit, right.noun, right.why = left.unit, left.noun, "count"
        else:  # 'some 700 of the 1,100 km'
            left.unit, left.noun, left.why = right.unit, None, "pair"
    start, stop = left.last, right.first
    if left.unit is not BARE and not (left.shares and page.window[start] == "or"):
        return  # '12 boats, 3 or 7 cars': what stands ahead goes before what was counted
    if left.of is not None or stop - start > _LINKED:
        return
    if right.unit.kind is not UnitKind.COUNT:
        return
    if page.window[start] not in ("and", "or") or page.gaps[start] not in BLANKS:
        return
    bounding = page.known.lists["bounding"]
    if all(word in bounding for word in page.lowers[start + 1 : stop]):
        left.unit, left.why = right.unit, "shared-noun"
