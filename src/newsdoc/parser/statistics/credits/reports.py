"""Who gave a figure by a verb beside it.

the firm reported 12 deaths               the verb before the figure, and its subject
police put the crowd at 4,000
12 deaths recorded by the ministry        the verb behind it, and who did so
the 3 percent that analysts expected
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair, Sentence
from newsdoc.parser.statistics.credits.documents import Credits, behind_joined
from newsdoc.parser.statistics.page import BLANKS, BORDER, OWNS_MANY, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import DATED
from newsdoc.parser.statistics.subjects.verbs import VERB, is_participle

_REACH: Final = 10  # words between a figure and the verb that gives it
_OWNED: Final = 6  # words before a figure in which it is told whose expectation it is
_HOPES: Final = frozenset({"estimate", "expectation", "forecast", "prediction", "projection"})
_OF: Final = frozenset({"for", "of"})
_AT: Final = 2  # words before a figure in which 'at' stands before it
_CLAUSE: Final = tags.AUXILIARY | tags.RELATIVE | tags.SUBORDINATOR
_NOBODY: Final = BORDER | tags.DETERMINER | tags.NUMBER
_AT_WORK: Final = frozenset({"at", "from", "with"})  # 'analysts at Holm'
_LED: Final = frozenset({"at", "of"})
_UNDERGONE: Final = frozenset({"absence", "cuts", "delays", "losses", "vacancy", "waste"})  # had
_PUT: Final = frozenset({"put", "puts"})
_BOTH: Final = frozenset({"forecast", "put"})  # of the past, too
_SAID: Final = frozenset({"said", "says"})
_OURS: Final = frozenset({"i", "we", "you"})
_DATES: Final = DATED | tags.TIME
_ENDS: Final = frozenset({"end", "deadline", "beginning", "start", "middle", "then", "now"})
_PUT_AT: Final = frozenset({"to", "at", "as"})  # behind those who give a figure in the passive
_AGE: Final = UnitKind.AGE
_SET_APART: Final = frozenset({"to", "of"})  # 'prices expected to rise', 'counts of'


def credit_given(page: Page, sentence: Sentence, figures: list[Figure], credited: Credits) -> None:
    """Credit each figure to the one who gave it, where a verb behind it tells so.

    That is nearer than who says the sentence: 'the 12 deaths recorded by the ministry'.
    """
    lists, around = page.known.lists, page.around
    owned, retold = not lists["forecaster"].isdisjoint(around), "according" in around
    given = not (lists["supplied"].isdisjoint(around) and lists["foreseen"].isdisjoint(around))
    if not (owned or retold or given):
        return
    for figure in figures:
        told = _behind(page, figure) or (owned and _owner(page, figure))
        told = told or (retold and _retold(page, figure))
        if told:
            figure.source = credited.mention(*told, sentence)


def credit_reports(page: Page, sentence: Sentence, left: list[Figure], credited: Credits) -> None:
    """Credit each figure to the one who gave it, where a verb before it tells so."""
    lists, around = page.known.lists, page.around
    if lists["reported"].isdisjoint(around) and lists["given"].isdisjoint(around):
        return
    last = _trailing(page)
    for k, figure in enumerate(left):
        at = left[k - 1] if k else None
        if page.follows(figure.last) == "ago":
            continue  # 'the paper reported ten days ago'
        if last is not None:
            figure.source = credited.mention(*last, sentence)
            continue
        told = _passive(page, figure) if "by" in around else None
        if told is not None or (told := _before(page, figure)) is not None:
            figure.source = credited.mention(*told, sentence)
        elif at is not None and _stands_at(page, at) and _stands_at(page, figure):
            joined = "and" in page.lowers[at.last : figure.front]
            figure.source = at.source if joined else None  # 'put sales at 5 and costs at 4'


def _retold(page: Page, figure: Figure) -> Pair | None:
    """Return who says a figure by another's account: 'Holt said it lost $3, according to X'.

    What stands behind a comma may be the other's.
    """
    for k in range(figure.front - 1, page.since(figure.front - _REACH), -1):
        if "," in page.gaps[k + 1]:
            return None
        if page.lowers[k] in _SAID:
            return None if page.tags[k - 1] & tags.WHO else _subject(page, k)
    return None


def _before(page: Page, figure: Figure) -> Pair | None:
    """Return the subject of a verb before the figure that gives it, or None."""
    reported = page.known.lists["reported"]
    for k in range(figure.front - 1, page.since(figure.front - _REACH), -1):
        word, gap = page.lowers[k], page.gaps[k]
        if (gap in BLANKS or gap == ") ") and word in reported:
            if "," in page.gaps[k + 1]:
                return None  # 'with all ballots counted, Holt led by 12'
            if (word in _PUT and not _stands_at(page, figure)) or _is_had(page, figure, k):
                return None
            return None if _is_noun(page, k + 1) else _subject(page, k)
        if page.tags[k] & tags.CONJUNCTION and gap == ", ":
            return None
        if page.tags[k] & _CLAUSE and not (word == "that" and page.lowers[k - 1] in reported):
            return _claimed(page, k) if page.tags[k] & tags.BE else None
    return None


def _is_had(page: Page, figure: Figure, verb: int) -> bool:
    """Whether the verb tells what is taken or had: 'claimed 60 lives', 'sees 40 people a day'.

    Economists foresee what they see, bodies the level of it: 'the bank sees growth of 2%'.
    """
    word, i, kind = page.lowers[verb], verb + 1, figure.unit.kind
    if word[:5] == "claim":
        taken = not page.known.lists["claim objects"].isdisjoint(page.lowers[i : figure.behind()])
        return taken or (kind is UnitKind.MONEY and i == figure.front)
    who = verb - 1 - (page.tags[verb - 1] & tags.ADVERB > 0)
    foresees = {page.lowers[who], page.lowers[who] + "s"} & page.known.lists["forecaster"]
    level = kind is UnitKind.PERCENT or kind is UnitKind.MONEY
    body = page.tags[who] & tags.BODY or (who > page.low and page.words.words[who][0].isupper())
    levelled = level and page.window[figure.front - 1] in _LED and body
    levelled = levelled and page.lowers[i] not in _UNDERGONE
    return word[:3] == "see" and not (foresees or levelled)


def _stands_at(page: Page, figure: Figure) -> bool:
    """Whether 'at' stands before a figure and what bounds it: 'at (between) $1 and $2 billion'."""
    return "at" in page.window[figure.front - _AT : figure.front]


def _trailing(page: Page) -> Pair | None:
    """Return who ends a sentence by a verb of the present: 'it fell by 4%, the firm reckons'."""
    verb = page.high - 1
    word = page.lowers[verb]
    if word not in page.known.lists["reported"] or word[-2:] == "ed" or word in _PUT:
        return None
    told = _subject(page, verb)
    first = page.words.after(told[0]) if told is not None else page.low
    return told if first > page.low and page.gaps[first][-2:] == ", " else None


def _passive(page: Page, figure: Figure) -> Pair | None:
    """Return who gives a figure in the passive: 'is estimated by the bank at $3', '… to reach 9'.

    Nobody is named by 'expected by Friday' and 'by the end of May'.
    """
    reported, given = page.known.lists["reported"], page.known.lists["given"]
    around = range(figure.front - 1, page.since(figure.front - _REACH), -1)
    for by in around:
        verb = page.lowers[by - 1]
        if page.lowers[by] == "by" and (verb in reported or verb in given):
            break
    else:
        return None
    led = page.tags[by - 2] & tags.BE or page.window[by - 2][-2:] == "ly"
    if not (led or page.gaps[by - 1] == ", "):  # 'the deal, valued by brokers at $4'
        return None
    told = _agent(page, by)
    put_at = told is not None and page.follows(page.words.at(told[1] - 1) + 1) in _PUT_AT
    return told if put_at else None


def _agent(page: Page, by: int) -> Pair | None:
    """Return who gives a figure by the verb before word *by*, and no time: 'by Friday'."""
    told = phrases.right(page, by + 1, led=True)
    phoned = page.leads(by + 1, tags.MEDIUM) and page.words.words[by + 1].islower()
    if told is None or phoned or page.lowers[by + 1][-3:] == "ing":
        return None  # 'by phone', but not 'by Facebook'
    last = page.words.at(told[1] - 1)
    end = behind_joined(page, last + 1, page.high, _AT_WORK)
    body = _are_many(page, last) or page.lowers[last] in page.lexicon.names.bodies
    private = page.words.words[last].islower() or page.names(page.words.words[last])
    if page.lowers[by - 1] == "reported" and private and not body:
        return None  # 'a theft reported by his wife'
    timed = any(
        page.tags[k] & _DATES or page.lowers[k][0].isdigit() or page.lowers[k] in _ENDS
        for k in range(by + 1, last + 1)
    )
    return None if timed else (told[0], page.end(end - 1))


def _claimed(page: Page, be: int) -> Pair | None:
    """Return who claims a figure in a relative clause: 'which the firm claims is a 20% rise'."""
    if page.lowers[be - 1] not in page.known.lists["reported"]:
        return None
    told = _subject(page, be - 1)
    first = page.words.after(told[0]) if told is not None else page.low
    relative = page.tags[first - 1] & tags.RELATIVE and first - 1 > page.low
    return told if relative else None


def _is_noun(page: Page, behind: int) -> bool:
    """Whether what stands behind a word shows that it gives no figure: 'claims fell', 'reports at'.

    Prices 'expected to rise' expect nothing; 'reported in May' may give one.
    """
    bits, word = page.tags[behind], page.lowers[behind]
    if word[-3:] == "ing" or is_participle(page, word):  # 'the May report covering'
        return True
    if bits & tags.MOVE and "verb" in page.known.moves[page.lowers[behind]].uses:
        return True
    if bits & VERB or page.lowers[behind] in _SET_APART:
        return True
    if bits & tags.PERHAPS_PAST and page.lowers[behind - 1][-1] == "s":
        return page.window[behind + 2] != "of"  # 'claims cost us $2bn', not 'reports cost cuts of'
    return bool(bits & tags.PREPOSITION and not page.tags[behind + 1] & DATED)


def _subject(page: Page, verb: int) -> Pair | None:
    """Return who gives a figure by the verb: nobody asked, and no sum of things."""
    last = verb - 1 - (page.tags[verb - 1] & tags.HAVE > 0)  # 'the firm had reported'
    if page.lowers[last][-2:] == "ly" or page.tags[last] & tags.ADVERB:
        last -= 1  # 'was widely reported', 'now expects'
    who, had = page.lowers[last], page.lowers[verb] == "recorded" and _is_place(page, last)
    nobody = page.tags[last] & _NOBODY or who in _OURS or who in page.known.lists["respondents"]
    if nobody or had or who[0].isdigit() or _is_described(page, last, verb):
        return None  # '412 claims worth 5 million'
    return phrases.before_verb(page, last + 1) if _agrees(page, last, verb) else None


def _is_place(page: Page, last: int) -> bool:
    """Whether a name without a noun ends with word *last*: 'Leeds (recorded 31mm of rain)'.

    It had what was recorded, as a person or a place, unlike 'the weather office' or 'the BBC'.
    """
    name = page.words.words[last]
    if name.islower() or name.isupper() or page.tags[last] & tags.BODY:
        return False
    return last > page.low or page.names(name) or not _are_many(page, last)


def _are_many(page: Page, k: int) -> bool:
    """Whether word *k* is a plural of people in office or of bodies: 'officials', 'banks'."""
    one = page.known.singular(page.lowers[k])
    return one != page.lowers[k] and page.lexicon.tags.get(one, 0) & (tags.TITLE | tags.BODY) > 0


def _is_described(page: Page, last: int, verb: int) -> bool:
    """Whether an adjective at word *last* shows that a noun follows: 'new estimates'."""
    if last != verb - 1 or page.lowers[verb][-1] != "s" or not page.words.words[last].islower():
        return False
    return page.lowers[last] in page.known.lists["estimated"]


def _agrees(page: Page, head: int, verb: int) -> bool:
    """Whether a form of the present has the number of its subject: not 'the new report covers'."""
    word = page.lowers[verb]
    if not page.words.words[head].islower():  # 'Statistics Arnley expects', 'clerks at the Mint'
        return True
    many = page.known.is_plural(page.lowers[head])
    plain = word[-1] != "s" and word[-2:] != "ed" and word not in _BOTH
    return many if plain else not (many and word[-1] == "s")  # not 'police reports'


def _behind(page: Page, figure: Figure) -> Pair | None:
    """Return who gave the figure by a verb behind it, or None."""
    i = figure.behind()
    tail = page.tail(figure) if i == figure.last else page.gaps[i]
    if i >= page.high or tail not in BLANKS:
        return None
    lists = page.known.lists
    for k in range(i, page.until(i + _REACH)):
        if k > i and page.gaps[k] not in BLANKS:
            return None
        word = page.lowers[k]
        if word in lists["supplied"] and page.follows(k + 1) == "by":
            return _agent(page, k + 1) if page.lowers[i] != "that" else None
        if page.tags[k] & tags.BE and (j := _behind_group(page, k)) is not None:
            return _agent(page, j) if figure.unit.kind is not _AGE else None
        if word in lists["foreseen"]:
            return _forecaster(page, i, k)
        if word in lists["asked"] and page.lowers[k - 1] in lists["forecaster"]:
            continue  # 'economists polled by Holt had forecast'
        clause = page.tags[k] & (_CLAUSE | tags.PAST) and not page.tags[k] & tags.HAVE
        if is_participle(page, word) or (clause and (word != "that" or k > i)):
            return None
    return None


def _owner(page: Page, figure: Figure) -> Pair | None:
    """Return whose expectation a figure is: 'above (analysts)' forecast of (a rise of) $4'."""
    for k in range(figure.front - 1, page.since(figure.front - _OWNED), -1):
        if page.known.singular(page.lowers[k]) in _HOPES:
            joined = page.gaps[k] in OWNS_MANY and page.follows(k + 1) in _OF
            owned = joined and page.lowers[k - 1] in page.known.lists["forecaster"]
            return phrases.word(page, k - 1) if owned else None
        if page.gaps[k] not in BLANKS:
            return None
    return None


def _behind_group(page: Page, be: int) -> int | None:
    """Return the 'by' of a passive from *be* on: 'was (also) reported', but not 'recorded by'."""
    k = be + 1
    while page.leads(k, tags.ADVERB):
        k += 1
    given = page.follows(k) in page.known.lists["supplied"] and page.lowers[k] != "recorded"
    return k + 1 if given and page.follows(k + 1) == "by" else None


def _forecaster(page: Page, i: int, verb: int) -> Pair | None:
    """Return who foresaw a figure before word *i*: '(that) analysts (had) expected'."""
    had = page.tags[verb - 1] & tags.HAVE > 0
    first, last = i, verb - had
    moved = page.known.lists["earned"] | {"that"}  # 'the $3 million loss analysts expected'
    while first < last and (page.lowers[first] in moved or page.tags[first] & tags.MOVE):
        first += 1  # 'the 3 percent rise analysts expected'
    known = page.lowers[last - 1] in page.known.lists["forecaster"]
    if page.window[first + 1] in page.known.lists["asked"]:
        known = page.lowers[first] in page.known.lists["forecaster"]
    elif first >= last or any(page.tags[k] & BORDER for k in range(first, last)):
        return None
    named = had and page.tags[first] & tags.DETERMINER
    return (page.starts[first], page.end(last - 1)) if known or named else None
