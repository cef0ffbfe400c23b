"""Clauses that belong to the noun before them, told from their verb.

'A report published late last month', 'the firm that owns the port'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
    NUMBER,
    PAPER,
    PAST,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases.borders import (
    CLAUSE,
    PARTS_OF_TIME,
    WHEN,
    Gapped,
    behind_day,
    is_verb,
)

# What noun phrases hold before a determiner: 'head of the board', 'not all the men'.
BEFORE_DETERMINER: Final = (
    PREPOSITION | CONJUNCTION | DETERMINER | ADVERB | CLITIC | WHO | PRONOUN | AUXILIARY
)
CLOSED: Final = BEFORE_DETERMINER | CLAUSE | NUMBER
# What something or somebody has done to it, where no object follows: 'a letter sent to parents'.
_DONE: Final = frozenset(
    {"brought", "built", "caught", "drawn", "found", "given", "held", "known", "seen", "sent"}
    | {"shot", "shown", "stolen", "taken", "thrown", "written"}
)
_AROUND: Final = frozenset({"after", "before", "since"})
_ISSUED: Final = frozenset(
    {"circulated", "distributed", "filed", "issued", "leaked", "posted", "published", "released"}
    | {"sent", "signed", "written"}
)
_TAKEN: Final = frozenset(
    {"arrested", "charged", "detained", "evacuated", "freed", "hurt", "injured", "jailed"}
    | {"rescued", "treated", "wounded"}
)
PEOPLE: Final = frozenset({"boy", "girl", "man", "men", "people", "woman", "women"})
_ISSUE: Final = 6  # words: 'sent to the parents of pupils after'
_PARTICLE: Final = 3  # words: from a participle to behind its 'by', 'paid for by'
_HEAD: Final = 8  # words: no noun before 'that' is further from what opens its phrase
_NEAR: Final = 12  # no relative clause before a verb is longer


def is_reduced(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether the verb form at *j* belongs to the noun before it: 'a report published in June'."""
    if j == last or j <= floor or scene.tags[j] & AUXILIARY or scene.bits[j] & BREAK:
        return False
    by = "by" in scene.lowers[j + 1 : j + _PARTICLE]  # 'sent by', 'paid for by'
    if scene.tags[j] & PAST and not by and scene.lowers[j] not in _DONE:
        return False
    if scene.tags[j - 1] & AUXILIARY:
        return False  # 'was replaced by a note'
    # A noun with a capital can open the sentence; and with 'by', nothing active stands here.
    told = j - 1 == floor or by
    # 'published late on Friday'
    when = min(last, j + 1 + (scene.lowers[j + 1] in PARTS_OF_TIME))
    # 'published in June', 'released Friday', 'released last month'
    hangs = scene.tags[when] & (PREPOSITION | WHEN) or behind_day(scene, j + 1) > j + 1
    hangs = hangs or scene.lowers[when] == "online"
    return (told or scene.words.words[j - 1].islower()) and bool(hangs)


def follows_participle(scene: Gapped, j: int, floor: int) -> bool:
    """Whether what tells a time at *j* goes with a noun's participle: 'released earlier today'."""
    if scene.lowers[j - 1] in PARTS_OF_TIME:
        j -= 1
    participle = j - 1 > floor and scene.lowers[j - 1].endswith("ed")
    return participle and is_verb(scene, j - 1)


def joins_participles(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether the conjunction at *j* joins what is done to a noun: 'paid for by X and led by Y'."""
    if j + 1 >= last or not is_verb(scene, j + 1) or not is_reduced(scene, j + 1, last, floor):
        return False
    near = range(j - 1, max(floor, j - _NEAR), -1)
    verb = next((k for k in near if scene.bits[k] & BREAK or is_verb(scene, k)), floor)
    return verb > floor and not scene.bits[verb] & BREAK and is_reduced(scene, verb, last, floor)


def relative_before(scene: Gapped, j: int, floor: int) -> int | None:
    """Return the relative pronoun whose clause the verb at *j* belongs to."""
    for k in range(j - 1, max(floor, j - _NEAR) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            return None
        if scene.tags[k] & WHO or is_relative(scene, k, j, floor):
            return k
    return None


def _is_present(scene: Gapped, j: int) -> bool:
    """Whether word *j* may be a verb in the present: 'owns'."""
    word = scene.words.words[j]
    return word.islower() and word[-1] == "s" and not scene.tags[j] & CLOSED


def is_relative(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether 'that' at *j* goes with the noun before it, as 'who' would: 'The firm that owns it'.

    The noun phrase opens the clause, else what is told may begin: 'told the court that
    drivers of vans said'. A word in -s that ends the phrase at *last* is no verb.
    """
    verb = j + 1
    if scene.lowers[j] != "that" or verb >= len(scene.words) or j <= floor:
        return False
    present = verb < last and _is_present(scene, verb)
    acts = present or scene.tags[verb] & PERHAPS_PAST or is_verb(scene, verb)
    if scene.bits[j] & BREAK or not acts:
        return False
    for k in range(j - 1, max(floor, j - _HEAD) - 1, -1):
        if is_verb(scene, k):
            break
        opens = k == floor or scene.bits[k] & BREAK or scene.tags[k - 1] & (CONJUNCTION | CLAUSE)
        if opens:
            return scene.tags[k] & DETERMINER > 0 and k < j - 1
    return False


def dates_paper(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether 'after' at *j* tells when a paper came: 'A statement issued after the talks said'.

    Of all else that is done a clause may follow: 'Shares dropped after the bank said'.
    """
    if scene.lowers[j] not in _AROUND or scene.bits[j] & BREAK or j + 1 > last:
        return False
    for k in range(j - 1, max(floor, j - _ISSUE), -1):
        if scene.bits[k + 1] & BREAK and k + 1 < j:
            return False
        before = scene.lowers[k - 1]
        if scene.lowers[k] in _TAKEN and (before in PEOPLE or scene.tags[k - 1] & TITLE):
            return not scene.bits[k] & BREAK  # 'A man arrested after the raid said'
        if scene.lowers[k] in _ISSUED:
            return scene.tags[k - 1] & (MEDIUM | PAPER) > 0 and not scene.bits[k] & BREAK
    return False
