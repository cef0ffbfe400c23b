"""What is spoken of before who says it: 'a plan (that) critics say will fail'."""

from __future__ import annotations

from newsdoc.lexicon.speech import PAST_FORM
from newsdoc.lexicon.tags import AUXILIARY, BODY, PLACE, PLURAL, PREPOSITION, TITLE, WHO
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import INDEFINITE, Phrase, is_verb
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene


def extracted(scene: Scene, j: int) -> bool:
    """Whether content opens at *j* with its verb: its subject stands before who says it."""
    if j >= len(scene.words) or scene.bits[j] & BREAK or not scene.tags[j] & AUXILIARY:
        return False
    return scene.words.words[j].islower() and not scene.lowers[j].endswith("ing")


def behind_gap(scene: Scene, phrase: Phrase, floor: int) -> Phrase:
    """Return who speaks behind what is spoken of: 'police' of 'a man (who) police say was held'."""
    first, last = phrase
    for j in range(last - 2, first, -1):
        if scene.tags[j] & WHO:
            return j + 1, last
    start = last - 1
    while start > first and scene.capital(start) and scene.capital(start - 1):
        start -= 1
    holds = first == floor or _is_governed(scene, first, last, floor)
    return (start, last) if holds and start > first + 1 else phrase


def _is_governed(scene: Scene, first: int, last: int, floor: int) -> bool:
    """Whether what is spoken of opens a phrase that ends with who speaks: 'axed a plan critics'.

    'A plan' cannot be many; 'the plan' is what the verb or preposition before it takes.
    """
    end, lowers = last - 1, scene.lowers
    many = lowers[end].endswith("s") or scene.tags[end] & PLURAL or scene.capital(end)
    if not many or first <= floor or scene.bits[first] & BREAK:
        return False
    taken = scene.tags[first - 1] & PREPOSITION or is_verb(scene, first - 1)
    return lowers[first] in INDEFINITE or (lowers[first] == "the" and bool(taken))


def holds_object(scene: Scene, phrase: Phrase, verb: Verb, floor: int) -> bool:
    """Whether a phrase is an object and who speaks of it: 'axed a plan Norway says it needs'."""
    first, last = phrase
    object_ = first > floor and is_verb(scene, first - 1) and not scene.bits[first] & BREAK
    if not object_ or scene.lowers[first] not in INDEFINITE or verb.cue.form & PAST_FORM:
        return False
    name = last - 1
    while name > first and scene.capital(name):
        name -= 1
    return first < name < last - 1 and not scene.tags[name] & (TITLE | BODY | PLACE)
