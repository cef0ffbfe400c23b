"""The subject of the clause in which a figure stands: from its verb to the left."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import BLANKS, BORDER, SIGNS, Figure, Page
from newsdoc.parser.statistics.subjects import aged, joints, phrases
from newsdoc.parser.statistics.subjects.finite import UP, stands_for_verb, verb_before, verb_of
from newsdoc.parser.statistics.subjects.verbs import (
    VERB,
    is_adverb,
    is_finite,
    is_named,
    is_verb,
)

_IN_VERB: Final = VERB | tags.ADVERB | tags.NEGATION
_IN_VERBS: Final = frozenset(
    {"far", "less", "little", "more", "so", "than"}
)  # 'was little changed', 'so far has'
_CLAUSE_OPENS: Final = tags.RELATIVE | tags.COMPLEMENTIZER
NO_NOUN: Final = (
    BORDER | tags.NUMBER | tags.MOVE | tags.ADVERB | tags.DETERMINER | tags.PRONOUN | tags.TIME
)
_AGE: Final = UnitKind.AGE
_AND_THEN: Final = UP | {"then"}
_ORDERS: Final = frozenset({"after", "before", "despite", "since", "while", "without"})
_LEVELS: Final = frozenset({"at", "by", "from", "to"})
TELLS: Final = frozenset(
    {"say", "says", "said", "believe", "believes", "claim", "claims", "claimed", "estimate",
     "estimates", "estimated", "argue", "argues", "hope", "hopes", "fear", "fears", "think",
     "thinks", "warn", "warns", "warned", "predict", "predicts"}
)  # fmt: skip
_HE: Final = tags.SUBJECT | tags.PRONOUN
_OPENED: Final = 16  # words from a figure to the subject of a participle that opens a sentence
_CLAUSE: Final = 24  # a subject stands no farther from its figure


def clause_subject(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the subject of the clause whose verb stands at word *front* or left of it."""
    stop = page.since(front - _CLAUSE)
    verb = verb_of(page, figure, front, stop)
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
        behind, verb = verb, verb_before(page, k, stop)
        if verb < 0:
            return _without_verb(page, figure, behind)
    opened = verb == page.low or (verb < 0 and page.tags[page.low] & tags.PERHAPS_PAST)
    opened = opened or (verb < 0 and front == page.low and page.lowers[front] == "at")
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
    young = before.unit.kind is _AGE and page.tags[first] & tags.PREPOSITION
    if not (young or end < first or hangs or word == "aged"):
        return None
    end -= word in ("aged", "worth")  # 'deaths of boys aged 5 fell 9'
    return phrases.before_verb(page, end) or before.subject


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
        if page.lowers[behind] in UP and figure.before is not None:
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
    told = None
    for k in range(figure.last, page.until(figure.last + _OPENED)):
        if page.gaps[k] == ", ":
            told = None if k in page.numerals else phrases.right(page, k, led=True)
            last = -1 if told is None else page.words.at(told[1] - 1)
            if told is not None and last > k and stands_for_verb(page, last):
                told = told[0], page.end(last - 1)  # 'at 60 mph, the car hit a wall'
            hangs = told is not None and page.text.startswith((", ", " with "), told[1])
            if not hangs:  # behind an aside, 'Set on 5 acres in Ilk, a town in Norvia, the inn'
                break
    return told


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
    if page.tags[k] & VERB == tags.PAST and joints.before_contact(page, k + 1) <= k:
        return False  # 'the tunnel the firm built cost £9'
    if word == "to" or (page.tags[k] & _IN_VERB and not is_named(page, k)):
        return True
    if word in _IN_VERBS or is_adverb(page, k):
        return True
    owned = page.lowers[k] == "s" and not page.tags[k - 1] & _HE and page.lowers[k - 1] != "that"
    if page.tags[k] & tags.CLITIC and not owned:  # 'they’ve had', 'it's been'
        return True
    if page.lowers[k + 1] in UP:
        if page.lowers[k] in page.known.lists["particled"] or page.lowers[k - 1] == "to":
            return True  # 'have to pony up'
        going = word[-3:] == "ing" and page.tags[k - 1 - is_adverb(page, k - 1)] & tags.BE
        return going > 0 or is_verb(page, k) or is_finite(page, k)  # 'was also trending up'
    return page.lowers[k] in page.known.lists["aiming"] and page.window[k + 1] == "to"
