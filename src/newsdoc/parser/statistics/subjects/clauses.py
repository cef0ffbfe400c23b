"""The subject of the clause in which a figure stands: from its verb to the left."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import BLANKS, BORDER, HYPHENS, SIGNS, Figure, Page
from newsdoc.parser.statistics.subjects import adjuncts, aged, phrases
from newsdoc.parser.statistics.subjects.simple import simple
from newsdoc.parser.statistics.subjects.verbs import (
    AUX,
    FORMED,
    VERB,
    follows_noun,
    is_adverb,
    is_finite,
    is_named,
    is_verb,
)

_PERHAPS_VERB: Final = VERB | tags.MOVE
_IN_VERB: Final = VERB | tags.ADVERB | tags.NEGATION
_IN_VERBS: Final = frozenset(
    {"far", "less", "little", "more", "so", "than"}
)  # 'was little changed', 'so far has'
_ENDS: Final = frozenset("gd")  # of participles
_PERHAPS: Final = tags.PERHAPS_PAST | tags.CUE | tags.MARKED | tags.ACTING
_CLAUSE_OPENS: Final = tags.RELATIVE | tags.COMPLEMENTIZER
_NO_VERB: Final = BORDER | tags.ADVERB | tags.DETERMINER
NO_NOUN: Final = (
    BORDER | tags.NUMBER | tags.MOVE | tags.ADVERB | tags.DETERMINER | tags.PRONOUN | tags.TIME
)
_DURATION: Final = UnitKind.DURATION
_AGE: Final = UnitKind.AGE
_COSTS: Final = frozenset({"cost", "costs", "costing"})
_UP: Final = frozenset({"up", "down", "off"})
_AND_THEN: Final = _UP | {"then"}
_ORDERS: Final = frozenset({"after", "before", "despite", "since", "while", "without"})
_LEVELS: Final = frozenset({"at", "by", "from", "to"})
TELLS: Final = frozenset(
    {"say", "says", "said", "believe", "believes", "claim", "claims", "claimed", "estimate",
     "estimates", "estimated", "argue", "argues", "hope", "hopes", "fear", "fears", "think",
     "thinks", "warn", "warns", "warned", "predict", "predicts"}
)  # fmt: skip
_FORESEE: Final = frozenset(
    {"expected", "expect", "expects", "forecast", "predicted", "predict", "anticipated"}
)
_PARTICLES: Final = frozenset({"aside", "away", "back", "off", "out", "over"})
_WITH_PLAIN: Final = tags.SUBJECT | tags.PRONOUN | tags.AUXILIARY | tags.ADVERB | tags.RELATIVE
_HE: Final = tags.SUBJECT | tags.PRONOUN
_OPENED: Final = 16  # words from a figure to the subject of a participle that opens a sentence
_CLAUSE: Final = 24  # a subject stands no farther from its figure


def clause_subject(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the subject of the clause whose verb stands at word *front* or left of it."""
    stop = page.since(front - _CLAUSE)
    verb = _verb(page, figure, front, stop)
    while verb > stop:
        while page.gaps[verb] in BLANKS and verb > stop and _is_in_verb(page, verb - 1):
            verb -= 1
        k, gap = verb - 1, page.gaps[verb]
        if k < page.low or ";" in gap:
            break
        if page.lowers[verb] == "to" and (aimed := phrases.aimed(page, verb)) is not None:
            return aimed  # 'expects sales to rise 5 percent'
        if page.tags[k] & _CLAUSE_OPENS:
            return _antecedent(page, figure, k - (page.window[k - 1] == "of"))
        if page.lowers[k] in TELLS and (head := phrases.which(page, k)) >= 0:
            return _antecedent(page, figure, head)
        if not _shares_subject(page, verb):
            told = _behind_measure(page, figure, verb) or phrases.before_verb(page, verb)
            if told is not None or page.gaps[verb] != ", ":  # not 'he was jailed, fined 5'
                return told
        behind, verb = verb, _verb_before(page, k, stop)
        if verb < 0:
            return _without_verb(page, figure, behind)
    opened = verb == page.low or (verb < 0 and page.tags[page.low] & tags.PERHAPS_PAST)
    return _behind_participle(page, figure) if opened else None


def _behind_measure(page: Page, figure: Figure, verb: int) -> Pair | None:
    """Return of what a measure right before a verb tells, and then the verb as well.

    'those earning £5 pay 3 percent', 'a man walking 3 hours a day would save £9'
    """
    before = figure.before
    if before is None or before.noun is not None or before.last != verb:
        return None
    first = before.front
    beside = page.gaps[verb] in BLANKS and page.gaps[first].rstrip(SIGNS) in BLANKS
    if first == page.low or not beside:
        return None
    end = first - (page.lowers[first - 1][-3:] == "ing")
    word = page.lowers[end - 1]
    hangs = page.tags[end - 1] & tags.PREPOSITION and word not in _LEVELS
    told = end < first or hangs or word == "aged"
    return (before.subject or phrases.before_verb(page, end)) if told else None


def _antecedent(page: Page, figure: Figure, k: int) -> Pair | None:
    """Return what the clause behind the 'which' at word *k* tells of.

    'sales hit $5 million, which is 20 percent more'
    """
    before = figure.before
    if page.lowers[k] == "that" and page.gaps[k] == ", " and not page.tags[k - 1] & tags.CUE:
        return phrases.word(page, k)  # 'in all, that amounts to 5 percent'
    if before is not None and before.behind() == k:
        return before.subject
    if page.lowers[k] == "who" and figure.unit.kind is _AGE:
        return aged.who(page, k)
    return (page.lowers[k] == "who" and aged.named(page, k)) or phrases.left(page, k)


def _without_verb(page: Page, figure: Figure, behind: int) -> Pair | None:
    """Return what a verb at word *behind* tells of, where no other verb stands before it."""
    if page.gaps[behind] == ", ":
        if page.lowers[behind] in _UP and figure.before is not None:
            return figure.before.subject  # 'the rent hit £1,288, up 8%'
        return phrases.left(page, behind)  # 'five claims, seeking 12 million, are heard'
    before = figure.before
    if before is not None and before.behind() == behind - 1 and before.noun is None:
        return before.subject  # 'gold hit $2,450 before slipping 2%'
    if page.lowers[behind] == "to" and figure.direction is not None:
        return phrases.before_verb(page, behind)  # 'Council tax to rise 5 percent'
    return None


def _behind_participle(page: Page, figure: Figure) -> Pair | None:
    """Return the subject behind a participle that opens the sentence: 'Rising 5, sales hit 9'."""
    word, first = page.lowers[page.low], page.tags[page.low]
    if not word.endswith(("ing", "ed")) and not first & (tags.PERHAPS_PAST | tags.PAST):
        return None
    told = None
    for k in range(figure.last, page.until(figure.last + _OPENED)):
        if page.gaps[k] == ", ":
            told = None if k in page.numerals else phrases.right(page, k, led=True)
            hangs = told is not None and page.text.startswith((", ", " with "), told[1])
            if not hangs:  # behind an aside, 'Set on 5 acres in Ilk, a town in Norvia, the inn'
                break
    return told


def _verb(page: Page, figure: Figure, front: int, stop: int) -> int:
    """Return the verb that a figure stands behind, or -1."""
    verb = _verb_beside(page, front, plain=figure.unit.kind is not _DURATION)
    if verb == front and page.lowers[verb] in _FORESEE:
        return -1  # 'analysts expected 5'
    if verb < 0:
        verb = _verb_before(page, front, stop)
    if verb < 0:
        return _verb_in_s(page, front, stop)
    closing = page.lowers[verb] in _UP and page.tags[verb - 1] & tags.TIME and verb - 3 > stop
    return verb - 3 if closing and is_verb(page, verb - 3) else verb  # 'ended the day up 3 percent'


def _verb_before(page: Page, last: int, stop: int) -> int:
    """Return the verb at word *last* or before it, or -1."""
    tagged, lowers, gaps = page.tags, page.lowers, page.gaps
    lists = page.known.lists
    stays, finite, governing = lists["staying"], lists["finite"], lists["governing"]
    bracketed = False
    stop = _behind_told(page, last, stop)
    for k in range(last, stop - 1, -1):
        gap = gaps[k + 1]
        if gap != " ":
            if ";" in gap or ("(" in gap and k < last and not bracketed):
                return -1
            bracketed = ")" in gap or (bracketed and "(" not in gap)
        word, perhaps = lowers[k], tagged[k] & _PERHAPS_VERB
        if word[-1] == "s" and word in stays and k > stop and not tagged[k - 1] & NO_NOUN:
            return k  # 'rates rose and inflation remains high, at 5'
        bare = word in finite or word in governing
        if bare and not tagged[k] & tags.CUE and is_finite(page, k):
            return k - (gaps[k] in HYPHENS and k > stop)  # 'to re-evaluate'
        if not perhaps and word[-1] not in _ENDS:
            continue
        if word.endswith("ing") and (gaps[k][-2:] == ", " or _moves(page, k, last)):
            return k  # 'it was off Holm, moving at 5 mph', 'he expects winds blowing to 60 mph'
        if not (perhaps or word.endswith("ed")):
            continue
        led = k == last or (k == last - 1 and lowers[last] == "by")  # 'Sales down by a fifth'
        if is_verb(page, k) or (led and word in _UP and not _is_phrasal(page, k)):
            return k
    return -1


def _moves(page: Page, k: int, last: int) -> bool:
    """Whether the participle at word *k* tells of a plural before it, and of a level behind."""
    led = k == last - 1 and page.lowers[last] in _LEVELS
    noun = page.known.is_plural(page.lowers[k - 1]) and page.gaps[k] in BLANKS and k > page.low
    return led and noun and not page.tags[k - 1] & NO_NOUN


def _is_phrasal(page: Page, k: int) -> bool:
    """Whether 'up' at word *k* belongs to the verb before it: 'drawn up 10 days before'."""
    return page.lowers[k - 1] in page.known.lists["phrasal"] and page.gaps[k] in BLANKS


def _behind_told(page: Page, last: int, stop: int) -> int:
    """Return the word behind the last 'said that' of these words, or *stop*.

    The clause behind it may have its verb farther on: 'said that profit for six months fell'.
    """
    if "that" not in page.lowers[stop : last + 1]:
        return stop  # as most
    for k in range(last, stop, -1):
        if page.lowers[k] == "that" and page.tags[k - 1] & tags.CUE:
            return k + 1
    return stop


def _verb_in_s(page: Page, last: int, stop: int) -> int:
    """Return the first word before *last* that can be a verb, or -1: 'Holm leads Ilk by 4'."""
    k = last - 1
    stays = page.tags[last] & tags.PREPOSITION and page.window[k] in page.known.lists["staying"]
    many = stays and page.lowers[k][-1] != "s" and k > stop
    if many and (page.lowers[k - 1] == "to" or _agrees(page, k)):
        return k  # 'tickets start at 12'
    parted = (k for k in range(last, stop, -1) if ";" in page.gaps[k])
    for k in range(next(parted, stop) + 1, last):
        word = page.words.words[k]
        if word == "cost" and not page.tags[k - 1] & NO_NOUN and page.follows(k + 1):
            return k  # 'the bridge cost the city 5 million'
        if word[-1] != "s" or word[-2:] == "ss" or not word.islower():
            continue
        stays = word in page.known.lists["staying"]
        if page.tags[k] & ~tags.CUE and not stays:
            continue
        noun = k - 1 - is_adverb(page, k - 1)  # 'Holm still leads'
        before, after = page.tags[noun], page.tags[k + 1]
        apart = page.gaps[k] in BLANKS and page.gaps[k + 1] in BLANKS
        single = not before & NO_NOUN and not page.known.is_plural(page.lowers[noun])
        single = single or before & tags.RELATIVE > 0  # 'the mill, which owes banks 5'
        goes_on = not after & BORDER or stays
        ahead = page.words.words[k + 1]
        gives = k + 1 == last  # 'the pass costs visitors 5', but not 'state funds schools want, 5'
        many = ahead.islower() and page.known.is_plural(ahead) and not gives
        if noun >= page.low and apart and single and goes_on and not many:
            return k
    return -1


def _shares_subject(page: Page, verb: int) -> bool:
    """Whether the clause before has the same subject: 'it fell and lost 5', 'it fell, losing 5'.

    So has an infinitive, 'they joined forces to raise 5', and 'then': 'it peaked, then fell 5'.
    So has what happened before or after: 'it shrank 3 percent after growing 2'.
    """
    word = page.lowers[verb]
    if word == "to" or page.tags[verb - 1] & tags.CONJUNCTION:
        return True
    if page.lowers[verb - 1] in _ORDERS and word.endswith("ing"):
        return True
    return page.gaps[verb][-2:] == ", " and (word.endswith("ing") or word in _AND_THEN)


def _is_in_verb(page: Page, k: int) -> bool:
    """Whether word *k* belongs to the verb behind it: 'has now', 'plans to', 'more than grew'."""
    word = page.lowers[k]
    if word == "said" and page.tags[k + 1] & tags.AUXILIARY:
        return False  # 'which he said was'
    if word == "to" or (page.tags[k] & _IN_VERB and not is_named(page, k)):
        return True
    if word in _IN_VERBS or is_adverb(page, k):
        return True
    owned = page.lowers[k] == "s" and not page.tags[k - 1] & _HE and page.lowers[k - 1] != "that"
    if page.tags[k] & tags.CLITIC and not owned:  # 'they’ve had', 'it's been'
        return True
    if page.lowers[k + 1] in _UP:
        if page.lowers[k] in page.known.lists["particled"] or page.lowers[k - 1] == "to":
            return True  # 'have to pony up'
        return is_verb(page, k) or is_finite(page, k)
    return page.lowers[k] in page.known.lists["aiming"] and page.window[k + 1] == "to"


def _verb_beside(page: Page, front: int, *, plain: bool) -> int:
    """Return the verb at word *front* or, where it bounds the figure, behind it, or -1.

    Where *plain* is true, any word may be one; else it has an -s: 'the lease lasts two years'.
    """
    if page.window[front] in _PARTICLES:
        front -= 1  # 'it has set aside 5 million'
    k = front + 1
    bounds = k < page.high and page.tags[k] & tags.BOUND and not page.tags[k] & _NO_VERB
    if bounds and page.lowers[k].endswith(("s", "ed", "ing", "exceed")):  # 'exceeds 5'
        return k
    gap = page.gaps[k]
    beside = front >= page.low and (gap in BLANKS or gap.rstrip(SIGNS) in BLANKS)
    plain = plain or page.lowers[front][-1] == "s" or page.lowers[front] == "average"
    plain = plain or _stays(page, front)
    if beside and plain and stands_for_verb(page, front):
        return front
    return -1


def stands_for_verb(page: Page, k: int) -> bool:
    """Whether the word before a figure is a verb, unknown as it is: 'the bridge spans 400 m'."""
    if k > page.low and (_takes_object(page, k - 1) or page.lowers[k - 1] in _COSTS):
        return False  # 'beat opponents 32-24'
    plural = page.words.words[k - 1].islower() and page.known.is_plural(page.lowers[k - 1])
    if plural and page.lowers[k][-1] == "s" and page.lowers[k] not in _COSTS:
        return False  # 'the school charges parents 5'
    if _stays(page, k):
        return True
    if page.tags[k] & ~_PERHAPS or not page.words.words[k].islower():
        return False
    if page.gaps[k] not in BLANKS:
        return _closes_aside(page, k)
    if is_finite(page, k):
        return True
    lead = page.tags[k - 1]
    if page.lowers[k - 1] == "that" and not follows_noun(page, k - 1):
        return False
    if lead & tags.RELATIVE or page.lowers[k - 1] in ("to", "those"):
        return True
    if lead & tags.ADVERB and page.lowers[k][-1] == "s" and k - 2 >= page.low:
        lead = page.tags[k - 2]  # 'the trip now costs £40'
    return not lead & (tags.DETERMINER | tags.PREPOSITION | tags.ADVERB) and _agrees(page, k)


def _closes_aside(page: Page, k: int) -> bool:
    """Whether an aside ends before word *k*: 'the bridge, a landmark, cost'."""
    first = adjuncts.before_aside(page, k)
    if not (page.lowers[k].endswith(FORMED) or page.tags[k] & tags.PERHAPS_PAST):
        return False
    opens = page.tags[first] & (tags.DETERMINER | tags.RELATIVE) or first in page.numerals
    return first < k and page.low < first and bool(opens)


def _takes_object(page: Page, k: int) -> bool:
    """Whether word *k* is a verb, and tells nothing: 'pears outnumber plums', 'will save'."""
    if k > page.low and page.tags[k - 1] & AUX == tags.AUXILIARY and not page.tags[k]:
        return True
    return is_verb(page, k) or (is_finite(page, k) and not page.tags[k] & tags.CUE)


def _stays(page: Page, k: int) -> bool:
    """Whether many stand before the plain form at word *k*: 'most leases run up to 12 years'."""
    word = page.lowers[k]
    if word not in page.known.lists["staying"] or word[-1] == "s" or k <= page.low:
        return False
    return page.gaps[k] in BLANKS and page.known.is_plural(page.lowers[k - 1])


def _agrees(page: Page, k: int) -> bool:
    """Whether a subject of the verb at word *k* could stand before it.

    A plain form asks for many: 'the caves span 40', not 'in a cave 40'. No verb stands before
    a subject, but for one that tells: 'gives workers 12 weeks', 'says the ferry costs 12'.
    """
    end = k - is_adverb(page, k - 1)  # 'they currently pay'
    first = simple(page, end)
    joint, word = first - 1, page.lowers[k]
    taken = page.low <= joint < end - 1 and is_finite(page, joint) and word[-3:] != "ing"
    if taken and not page.tags[joint] & tags.CUE:
        return False
    if word.endswith(FORMED) or page.tags[k] & tags.PERHAPS_PAST:
        return True
    if page.tags[end - 1] & _WITH_PLAIN or _is_many(page, end - 1):
        return True
    if joint > page.low and page.tags[joint] & tags.RELATIVE:
        return True  # 'adults who smoke pay'
    if page.gaps[k + 1] not in BLANKS and page.tags[first] & tags.DETERMINER:
        return True  # 'the firm bid $16', where many stand for one
    joined = joint > page.low and page.tags[joint] & tags.PREPOSITION  # 'prices in towns span'
    joined = joined and page.gaps[joint] in BLANKS
    return bool(joined) and _is_many(page, joint - 1)


def _is_many(page: Page, k: int) -> bool:
    """Whether word *k* is a plural, or a name that may stand for many: not 'the German'."""
    named = not (page.words.words[k].islower() or page.tags[k - 1] & tags.DETERMINER)
    return named or page.known.is_plural(page.lowers[k])
