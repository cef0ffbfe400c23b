"""Words of change: whether one that stands before a figure has it as its amount."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Direction, UnitKind
from newsdoc.parser.statistics.page import ARTICLES, BARE, BLANKS, BORDER, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects.adjuncts import TIMED
from newsdoc.parser.statistics.subjects.verbs import VERBS, is_participle

SHARES: Final = frozenset({UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT, UnitKind.POINT})
_TIMES: Final = frozenset({UnitKind.DURATION, UnitKind.AGE})
_PLAYERS: Final = frozenset({"he", "i", "she", "they", "we", "who", "you"})
_NUMBER: Final = UnitKind.NUMBER
_COUNT: Final = UnitKind.COUNT
_LEADS: Final = frozenset({_COUNT, UnitKind.POINT, UnitKind.PERCENTAGE_POINT})
_LENGTH: Final = UnitKind.LENGTH
_DURATION: Final = UnitKind.DURATION
_MADE: Final = frozenset({"added", "created", "gained", "lost", "shed", "cut"})
_MADE_OF: Final = {"creation": "created", "loss": "lost", "losses": "lost"}
_POSTS: Final = frozenset({"bed", "home", "job", "place", "position", "post", "role", "seat"})
_PARTED: Final = frozenset({"down", "off", "short"})  # what is cut off is made no fewer
_PASSIVE: Final = 3  # auxiliaries: 'will have been added'
_IN_A_ROW: Final = frozenset({"straight", "consecutive", "successive"})
_LEAPS: Final = frozenset({"leap", "jump"})  # of athletes: 'leapt 8.31 metres'
_AWAY: Final = frozenset({"off", "from", "away", "into"})
_OWNS: Final = ARTICLES | {"its", "their"}
_LOSE: Final = frozenset({"lose", "loses", "losing", "lost"})
_RIVALS: Final = frozenset({"on", "over", "to"})  # before those who are led or trailed
_NO_RIVAL: Final = TIMED | tags.PLACE
TRADED: Final = frozenset({"opened", "ended", "closed", "finished"})
_TO: Final = frozenset({"to", "from", "and"})
_INSIDE: Final = BLANKS | {".", "% "}  # of what stands before a time: 'than its 13.8% in 2019'
_BEHIND_RIVAL: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.ADVERB | tags.AUXILIARY
_LEAD: Final = 60  # points: no lead of a race or a poll is greater
_SMALL: Final = tags.DETERMINER | tags.PREPOSITION  # 'than (in the) month before'
_WHEN: Final = 6  # words behind 'than' in which a time stands
_PASSED: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.SUBORDINATOR | tags.TIME
_NO_NOUN: Final = BORDER | tags.ADVERB | tags.DETERMINER | tags.PRONOUN | tags.MOVE


def governs(
    page: Page, figure: Figure, i: int, uses: frozenset[str], *, by: bool, of: bool
) -> bool:
    """Whether the word of change at *i* governs the figure, with 'by' or 'of' between or without.

    'rose by 5', 'a rise of 5', 'up 5', 'rose 5', 'cut 5'
    """
    if of:
        surge = page.lowers[i] == "surge" and figure.unit.kind is _LENGTH  # of the sea
        return "noun" in uses and page.window[i + 1] == "of" and not surge
    if "particle" in uses:
        return _stands_beside(page, figure, i, by=by)
    kind, word = figure.unit.kind, page.lowers[i]
    if by:  # not 'lost by nine votes', a margin
        return word not in _LOSE and (bool(uses & VERBS) or "noun" in uses)
    if i == page.low and word == "add":
        return False  # a recipe
    if kind is _LENGTH and _is_motion(page, figure, i):
        return False
    if kind is _DURATION and (
        page.follows(figure.first + 1) in _IN_A_ROW or page.lowers[figure.first - 1] == "over"
    ):
        return False  # 'fell three straight years'
    if is_no_amount(page, figure, i):
        return False
    if "verb" in uses and "take" not in uses:
        part = figure.of is not None or _leads_level(page, figure)  # 'climbed 5/32'
        return kind is not _COUNT and (kind is not _NUMBER or part)
    if word in _LOSE and (_is_played(page, figure) or _is_of_games(page, figure)):
        return False
    taken = "take" in uses and kind is not UnitKind.MULTIPLE  # not 'lost three times as many'
    return taken or ("by" in uses and kind in SHARES)


def is_no_amount(page: Page, figure: Figure, verb: int) -> bool:
    """Whether the figure behind a verb of change is no amount of it.

    'it falls 4 points short', 'lost a three-year battle', 'gained 12 percent of the vote'.
    """
    i, kind, word = figure.behind(), figure.unit.kind, page.lowers[verb]
    if page.follows(i) == "short" or (word in _LOSE and page.window[figure.front - 1] == "by"):
        return True  # so is 'lost her seat by 312 votes'
    if word[:3] == "add":
        tallied = kind is _COUNT and figure.unit.name in page.known.lists["tallied"]
        if tallied or _is_scored(page, figure, verb):
            return True  # 'added nine rebounds'
    if kind in _TIMES and page.gaps[figure.last - 1] in HYPHENS:
        return True
    if kind is _COUNT and page.gaps[figure.last] in HYPHENS:
        return True  # 'lost a five-set match'
    if page.window[figure.front - 1] == "the" and _modifies(page, figure, i):
        return True  # 'cut the 0-100 km/h time', 'cut the 5% levy'
    share = word[:4] == "gain" and kind is UnitKind.PERCENT and page.window[i] == "of"
    return share and not page.leads(i + 1, tags.POSSESSIVE)


def is_given_up(page: Page, figure: Figure, verb: int) -> bool:
    """Whether what is given up is a change: 'Brent gave up 17 cents', 'it gave up $1.05 to $86'."""
    kind = figure.unit.kind
    if _is_scored(page, figure, verb):
        return False
    return kind in SHARES or (kind is UnitKind.MONEY and page.window[figure.behind()] == "to")


def _is_scored(page: Page, figure: Figure, verb: int) -> bool:
    """Whether somebody scores points, or lets others: 'Holt added 23 points', 'we gave up 74'."""
    who = page.window[verb - 1]
    if figure.unit.kind is not UnitKind.POINT or not who:
        return False
    if who in _PLAYERS or page.tags[verb - 2] & tags.GIVEN_NAME:
        return True
    return page.names(page.words.words[verb - 1])


def _modifies(page: Page, figure: Figure, i: int) -> bool:
    """Whether a measure tells which noun is meant that begins at word *i*."""
    measured = figure.noun is None and figure.unit is not BARE and page.gaps[i] == " "
    if not measured or i >= page.high:
        return False
    dated = page.tags[i] & tags.TIME and page.lowers[i] != "time"
    return not (dated or page.tags[i] & _NO_NOUN)


def _leads_level(page: Page, figure: Figure) -> bool:
    """Whether a level stands behind a bare number: 'enrolment fell 300 to 4,500'."""
    return page.window[figure.last] == "to" and figure.last + 1 in page.numerals


def _stands_beside(page: Page, figure: Figure, i: int, *, by: bool) -> bool:
    """Whether 'up', 'down' or 'off' at word *i* belongs to the figure, and not to a verb."""
    kind, joined = figure.unit.kind, page.gaps[i] in BLANKS
    if page.lowers[i] == "off":
        share = kind in SHARES and (not joined or page.words.words[i - 1][0].isupper())
        return i > page.low and (page.tags[i - 1] & tags.AUXILIARY > 0 or share)
    before = page.window[i - 1]
    if kind is _COUNT and before in page.known.lists["thrown"]:
        return False  # 'shot down 5 drones'
    if before in TRADED and kind in SHARES and figure.first == i + 1:
        return not _up_and_down(page, i)  # 'shares opened up 1 percent'
    phrasal = before in page.known.lists["phrasal"] and joined
    phrasal = phrasal and page.window[i - 2] not in _OWNS  # 'it sent the stock up 5 percent'
    objects = kind in (_COUNT, _DURATION) and joined and not by
    phrasal = phrasal or (objects and _takes_particle(page, i - 1))
    if before[:4] == "pick" and (kind in SHARES or figure.unit.name[-4:] == "seat"):
        phrasal = page.window[figure.behind()] == "of"  # 'it picked up 12 seats'
    moving = by and before in page.known.lists["moving"]  # 'came down by 5'
    if (phrasal and not moving) or _up_and_down(page, i) or is_lead(page, figure, figure.behind()):
        return False
    return page.window[i + 1] not in _TO


def is_lead(page: Page, figure: Figure, i: int) -> bool:
    """Whether word *i* names a rival, 'up 4 points on Holt', and no time, place or market.

    Nor is it why a market moved: 'the Dow was up 300 points on Boeing', 'up 12 on Fed hopes'.
    """
    who = i + 1 + (page.window[i + 1] == "the")
    led = figure.unit.kind in _LEADS and page.window[i] in _RIVALS and page.follows(who)
    if not led or page.tags[who] & _NO_RIVAL or page.tags[who + 1] & tags.CLITIC:
        return False
    printed, more = page.words.words, page.follows(who + 1)
    named = printed[who][0].isupper() and (who == i + 1 or page.known.is_plural(page.lowers[who]))
    closes = not more or more.endswith("ly") or page.leads(who + 1, _BEHIND_RIVAL)
    return named and closes and not _is_traded(page, figure)


def _is_traded(page: Page, figure: Figure) -> bool:
    """Whether no person or party can be ahead by so much, or a thing is: 'the Dow', 'yields'."""
    first = figure.first - 1
    near = range(page.since(first - _WHEN), first)
    thing = any(page.lowers[k] == "the" and not _is_party(page, k + 1) for k in near)
    named = any(page.words.words[k][0].isupper() and not _is_common(page, k) for k in near)
    return thing or not named or figure.low >= _LEAD or "basis" in figure.unit.name


def _is_common(page: Page, i: int) -> bool:
    """Whether only its place gives word *i* a capital: 'Yields were up'."""
    return i == page.low and bool(page.known.is_plural(page.lowers[i]) or page.tags[i])


def _is_party(page: Page, i: int) -> bool:
    """Whether word *i* names more than one behind 'the': 'the Tories'."""
    return page.words.words[i][0].isupper() and page.known.is_plural(page.lowers[i])


def _takes_particle(page: Page, i: int) -> bool:
    """Whether word *i* is a verb of which 'up' is a part: 'whipped up 40 cakes', 'drawn up'."""
    word, lists = page.lowers[i], page.known.lists
    verb = page.tags[i] & tags.PAST or is_participle(page, word)
    moves = page.tags[i] & (tags.MOVE | tags.BE) or word in TRADED
    return bool(verb) and not (moves or word in lists["moving"] or word in lists["sums"])


def _is_played(page: Page, figure: Figure) -> bool:
    """Whether the figure counts games, which are lost one by one: 'lost 4 of 5 games'."""
    return figure.unit.name.rpartition(" ")[2] in page.known.lists["played"]


def _is_of_games(page: Page, figure: Figure) -> bool:
    """Whether games are lost, whose noun is left out: 'lost three of four', 'three straight'."""
    i = figure.last
    if page.follows(i) in _IN_A_ROW and not page.follows(i + 1):
        return True
    base = i + 1 in page.numerals or page.leads(i + 1, tags.NUMBER)
    return (
        page.window[i] == "of" and base and (not page.follows(i + 2) or page.leads(i + 2, _PASSED))
    )


def _is_motion(page: Page, figure: Figure, i: int) -> bool:
    """Whether the verb at word *i* tells of a way: 'leapt 8 metres', 'sank 40 miles off Hull'."""
    return page.lowers[i][:4] in _LEAPS or page.follows(figure.last) in _AWAY


def _up_and_down(page: Page, i: int) -> bool:
    """Whether the particle at *i* is the second of two: 'up and down 12 stairs'."""
    return page.window[i - 1] == "and" and page.known.used(page.window[i - 2], "particle")


def is_when(page: Page, i: int, *, bare: bool = False) -> bool:
    """Whether a time stands behind 'than': '5 more than last year', not '5 more than in Leeds'.

    Behind a *bare* number it stands there first: not '40 more than in Leeds in May'.
    """
    if page.follows(i) and page.words.words[i][0].isupper() and not page.tags[i] & TIMED:
        return False  # 'fewer votes than Holm in 2019'
    for k in range(i, page.until(i + _WHEN)):
        word = page.lowers[k]
        timed = page.tags[k] & TIMED or word in page.known.lists["before"]
        if timed or (word.isdigit() and len(word) == len("2000")):
            return True
        if page.gaps[k + 1] not in _INSIDE or (bare and not page.tags[k] & _SMALL):
            return False
    return False


def made_of(page: Page, figure: Figure) -> Direction | None:
    """Read 'the loss of 210 jobs': posts that are lost or created, told by a noun."""
    of = figure.front - 1
    made = page.window[of] == "of" and _MADE_OF.get(page.window[of - 1])
    return page.known.moves[made].direction if made and _is_post(figure) else None


def passive(page: Page, figure: Figure) -> Direction | None:
    """Read '4,000 beds were added', '900 jobs were created and 300 were lost'."""
    i = k = figure.behind()
    while k < i + _PASSIVE and page.leads(k, tags.AUXILIARY):
        k += 1
    if k == i or not (page.tags[k - 1] & tags.BE and page.follows(k) and is_made(page, figure, k)):
        return None
    counted = figure.low > 1 and (figure.noun is not None or figure.shares)
    made = counted and (page.lowers[k] == "added" or _is_post(figure))  # not 'two ships were lost'
    return page.known.moves[page.lowers[k]].direction if made else None


def is_made(page: Page, figure: Figure, i: int) -> bool:
    """Whether word *i* tells of what is made or lost: '900 jobs lost', not 'homes cut off'."""
    word = page.lowers[i]
    made = word in _MADE and (word != "created" or _is_post(figure))
    return made and page.follows(i + 1) not in _PARTED


def _is_post(figure: Figure) -> bool:
    """Whether a figure counts what is made and lost: jobs, beds, seats."""
    return figure.unit.name.rpartition(" ")[2] in _POSTS
