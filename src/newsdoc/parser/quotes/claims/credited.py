"""Who is credited before the content: ``According to X, a doctor, content``.

What commas part is told of X, or opens the content: 'According to X, the driver, who fled, was'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    BODY,
    BOUND,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COMMA
from newsdoc.parser.phrases import ARTICLES, INDEFINITE, is_verb, right_phrase
from newsdoc.parser.phrases.borders import opens_role
from newsdoc.parser.quotes.claims.around import has_verb
from newsdoc.parser.quotes.scene import Scene

_NO_VERB: Final = CONJUNCTION | DETERMINER | PREPOSITION | ADVERB
_DEFINITE: Final = frozenset({"one", "the"})
_PARTS: Final = frozenset({"all", "both", "half", "many", "most", "some", "two"})  # of a subject
_OPENS: Final = DETERMINER | SUBJECT | POSSESSIVE | NUMBER  # a subject without a comma before it
_ITEM: Final = 4  # words: no item of a list is longer
_TOLD: Final = 3  # commas that part what is told of a subject


def credited_end(scene: Scene, begin: int, last: int) -> int:
    """Return the word behind who is credited from word *begin* on, with what is told of them."""
    comma = scene.comma(begin + 1, last)
    end = right_phrase(scene, begin, comma, full=True)
    if end == comma == last:
        return right_phrase(scene, begin, last, full=False)  # it has run into the content
    if end < comma or comma == last:
        return end
    if not scene.tags[begin] & DETERMINER and not scene.capital(begin):
        return end  # 'According to police, the driver, who fled, was'
    described = False
    while (behind := scene.comma(end + 1, last)) < last:
        if _is_told(scene, end):
            end = behind
            continue
        if described or not _is_apposed(scene, end, behind, last):
            break
        end, described = behind, True
    return end


def opens_content(scene: Scene, j: int, last: int) -> bool:
    """Whether content opens at word *j* that no comma parts: 'According to X the pier is shut'."""
    if j + 1 >= last or scene.bits[j] & BREAK or not scene.tags[j] & _OPENS:
        return False
    return not scene.tags[j] & RELATIVE and has_verb(scene, j + 1, last)


def _is_told(scene: Scene, j: int) -> bool:
    """Whether what stands behind the comma at *j* is told of what stands before: 'who …', '44'."""
    word, behind = scene.words.words[j], j + 1
    alone = behind < len(scene.words) and scene.bits[behind] & COMMA
    published = word.islower() and word.endswith("ed") and is_verb(scene, j)
    of = scene.lowers[j] == "of"
    return bool(scene.tags[j] & WHO or (alone and word.isdigit()) or published or of)


def _is_apposed(scene: Scene, first: int, end: int, last: int) -> bool:
    """Whether the words between two commas tell who is credited, and are no subject."""
    word = scene.lowers[first]
    related = next((j for j in range(first + 1, end) if scene.tags[j] & WHO), end)
    short = end == first + 1
    if acts(scene, end) or _is_listed(scene, end, last, short) or has_verb(scene, first, related):
        return False
    if word in _PARTS or scene.tags[end] & CONJUNCTION:
        return False  # 'most of its members', 'a mess, and will end'
    if word in INDEFINITE or word == "another" or opens_role(scene, first):
        return True
    before = scene.words.words[first - 1]
    kin = scene.tags[first - 2] & POSSESSIVE  # 'his mother, Ann,'
    role = before.islower() and (kin or scene.tags[first - 1] & (TITLE | BODY))
    # 'the owners, Lars and Mette Holm,'
    several = before.islower() and before.endswith("s") and "and" in scene.lowers[first:end]
    # 'Ann Vale, Hull's mayor,'
    owned = any(t & CLITIC for t in scene.tags[first:end]) and scene.tags[end - 1] & TITLE
    named = scene.capital(first) and bool(role or owned or several)  # 'the mayor, Ann Vale,'
    titled = not scene.tags[first] & DETERMINER and any(t & TITLE for t in scene.tags[first:end])
    told = word == "the" or named or (titled and not before.islower() and not scene.capital(first))
    return told and not _is_subject(scene, end, last)


def _is_subject(scene: Scene, j: int, last: int) -> bool:
    """Whether a verb stands behind what is told, from word *j* on, of what stands before it."""
    for _ in range(_TOLD):
        if j >= last or acts(scene, j):
            return j < last
        if scene.lowers[j] in _DEFINITE:  # 'the bridge, the oldest of all, will be shut'
            behind = scene.comma(j + 1, last)
            return behind < last and acts(scene, behind)
        if not _is_told(scene, j) and scene.lowers[j] not in INDEFINITE:
            return False
        j = scene.comma(j + 1, last)
    return False


def _is_listed(scene: Scene, j: int, last: int, short: bool) -> bool:
    """Whether what the comma at *j* parts ends a list: 'the ports, roads and bridges are shut'.

    What has a capital does where the item before it is *short*: 'Brazil, Peru and Chile'.
    """
    if scene.tags[j] & _OPENS or (scene.capital(j) and not short):
        return False
    near = range(j + 1, min(last, j + _ITEM))
    return any(scene.tags[k] & CONJUNCTION and not scene.bits[k] & BREAK for k in near)


def acts(scene: Scene, j: int) -> bool:
    """Whether a verb stands at word *j*, behind a comma: 'fled', 'keeps the house'."""
    if is_verb(scene, j) or j + 1 >= len(scene.words):
        return is_verb(scene, j)
    word, behind = scene.words.words[j], scene.lowers[j + 1]
    takes = behind in ARTICLES or scene.tags[j + 1] & (BOUND | NUMBER | POSSESSIVE)
    return bool(takes) and word.islower() and word[-1] == "s" and not scene.tags[j] & _NO_VERB
