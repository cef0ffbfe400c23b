"""What the verb of a clause inside another says: of a relative, a condition, a participle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsdoc.lexicon.speech import CLAUSE, OBJECT
from newsdoc.lexicon.tags import AUXILIARY, BE, MEDIUM, SUBJECT, WHO
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, DASH
from newsdoc.parser.phrases import is_verb
from newsdoc.parser.quotes.claims.around import Found, opens_clause
from newsdoc.parser.quotes.claims.extracted import extracted
from newsdoc.parser.quotes.clauses.finite import main_verb
from newsdoc.parser.quotes.clauses.verbs import Subject, Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_SAY: Final = frozenset({"say", "tell"})
_SPEAKERS: Final = frozenset({"he", "it", "she", "they"})
_MANY: Final = frozenset({"few", "many"})
_MAY: Final = frozenset({"can", "cannot", "could", "couldn"})
_WOULD: Final = frozenset({"do", "does", "doesn", "don", "will", "won", "would", "wouldn"})
_TELL: Final = frozenset(
    {"comment", "confirm", "disclose", "discuss", "elaborate", "identify", "reveal", "say"}
    | {"speculate"}
)
_NAME: Final = frozenset({"answer", "name"})  # who cannot name one knows none
_NOT: Final = frozenset({"cannot", "not", "t"})
_GROUP: Final = 6  # words: from a pronoun to behind its verb, 'would not be able to comment'
_UNMARKED: Final = frozenset({Rule.BARE, Rule.THAT})


def is_open(scene: Scene, unit: Unit, found: Found, subject: Subject, behind: int) -> bool:
    """Whether it is open what a clause tells, or its verb has no content of its own.

    So it is in 'If police find that it was arson' and in 'What she said could help him'.
    """
    if found.why not in _UNMARKED:
        return False
    return _is_supposed(scene, subject) or _is_of_what(scene, unit, found, subject, behind)


def _is_supposed(scene: Scene, subject: Subject) -> bool:
    """Whether it is open that somebody says it: 'If police find that it was arson'.

    'So many wrote that it became known' tells of no more than how many.
    """
    opener = subject.phrase[0] - 1 if subject.phrase else -1
    if opener < 0 or scene.bits[opener + 1] & BREAK:
        return False
    so_many = scene.lowers[opener] == "so" and scene.lowers[opener + 1] in _MANY
    return so_many or scene.lowers[opener] == "if"


def _is_of_what(scene: Scene, unit: Unit, found: Found, subject: Subject, behind: int) -> bool:
    """Whether what was said does what follows: 'What she said could help him'.

    Two verbs follow where it is told what something is: 'What police say was a raid failed'.
    """
    first, phrase = found.parts[0][0], subject.phrase
    what = phrase[0] - 1 if phrase else -1
    if what < unit.first or scene.lowers[what] != "what":
        return False
    if scene.bits[first] & COMMA:
        return True  # 'If you believe what she says, it is late'
    opens = what == unit.first or scene.bits[what] & BREAK
    if not opens or scene.tags[first - 1] & BE:  # 'What he said was that it failed'
        return False
    frames = 0 if extracted(scene, first) else CLAUSE  # 'What he wrote that day became a law'
    return main_verb(scene, first + 1, behind, frames) >= behind


def refuses(scene: Scene, verbs: list[Verb], found: Found, cue: Verb) -> bool:
    """Whether all that somebody says is that they would not say it: 'said it would not comment'.

    What 'he did not say' is a matter of the past, and so told as all else is.
    """
    first, last = found.parts[0]
    if found.why not in _UNMARKED or cue.cue.lemma not in _SAY or scene.marked(first, last):
        return False
    lowers, pronoun = scene.lowers, first + (scene.lowers[first] == "that")
    if pronoun >= last or lowers[pronoun] not in _SPEAKERS or "but" in lowers[pronoun:last]:
        return False
    group = lowers[pronoun + 1 : pronoun + _GROUP]
    if group[1:3] == ["no", "comment"]:
        return True
    may = group[:1] and group[0] in _MAY
    if not (may or _WOULD.intersection(group[:1])) or not _NOT.intersection(group[:2]):
        return False
    near = range(pronoun + 1, pronoun + _GROUP)
    withheld = (v for v in verbs if v.stance is Stance.WITHHOLDS and v.i in near)
    return any(v.cue.lemma in (_TELL if may else _TELL | _NAME) for v in withheld)


def tells(scene: Scene, found: Found) -> bool:
    """Whether content is a clause, or has words in marks: 'that it fell', not 'the deal'."""
    first, last = found.parts[0]
    bare = found.why is Rule.BARE and not scene.marked(first, last)
    acts = scene.tags[first] & SUBJECT > 0  # 'she saw it'
    return not bare or acts or opens_clause(scene, first, last)


def clipped(
    scene: Scene,
    unit: Unit,
    found: Found,
    verb: Verb,
    subject: Subject,
    closes: Callable[[Verb], bool],
) -> Found | None:
    """Return the content of a relative clause or a participle without what is behind that.

    It ends at the comma that closes the clause, or before the verb of the main clause.
    *closes* tells whether an attribution that the verb belongs to closes the unit.
    """
    first, last = found.parts[0]
    at = subject.phrase[0] if subject.phrase else unit.first
    if subject.how != "relative" and scene.lowers[at] != "whose":
        at -= 1  # 'which X says', but 'whose lawyer says'
    related = at > unit.first and scene.tags[at] & WHO
    if related and (parted := scene.bits[at] & (COMMA | DASH)):
        if found.why is Rule.CALLED or closes(verb):
            return found
        return Found([(first, scene.broken(parted, first + 1, last))], found.speaker, found.why)
    related = related or scene.lowers[verb.first - 1] == "that"
    if not _in_subject(scene, unit, verb, first, related=bool(related)):
        return found
    if scene.opens_mark(first):  # 'Fans chanting “Out!” blocked the road'
        behind = min(last, scene.marks[scene.mark_at[first]].last)
        end = main_verb(scene, behind, last, 0)
        return Found([(first, end)], found.speaker, found.why)
    own = extracted(scene, first)  # its verb opens the content
    frames = 0 if own or scene.lowers[first] == "to" else verb.cue.frames
    end = main_verb(scene, first + own, last, frames)
    whole = end == last and found.why is Rule.BARE and not verb.finite
    if whole and not (verb.cue.frames & OBJECT or verb.cue.lemma in _SAY):
        return None  # 'Monitors observing the vote said it was fair'
    return Found([(first, end)], found.speaker, found.why)


def _in_subject(scene: Scene, unit: Unit, verb: Verb, first: int, *, related: bool) -> bool:
    """Whether a verb whose content opens at word *first* belongs to the subject of the unit.

    'A law critics say is “cruel” passed', 'A note saying she was ill was found'.
    """
    if verb.finite and not related and not scene.tags[first] & AUXILIARY:
        return False  # the quick answer to most
    own = verb.subject is not None and verb.subject.how == "own"
    described = not verb.finite and (own or scene.tags[verb.first - 1] & MEDIUM)
    if not (described or related or extracted(scene, first)):
        return False
    return not any(is_verb(scene, j) for j in range(unit.first, verb.first))
