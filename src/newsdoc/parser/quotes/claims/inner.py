"""What the verb of a clause inside another says: of a relative, a condition, a participle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from newsdoc.lexicon.speech import BASE, CLAUSE, OBJECT, PARTICIPLE, VOICES
from newsdoc.lexicon.tags import AUXILIARY, BE, HAVE, MEDIUM, NEGATION, SUBJECT, WHO
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, DASH
from newsdoc.parser.phrases import INDEFINITE, is_number, is_verb
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
_DEGREES: Final = frozenset({"precious", "so", "too", "very"})
_LAST: Final = frozenset({"first", "last", "next", "past"})  # 'the last few' are some
_SCARCELY: Final = frozenset({"barely", "scarcely"})
_DENIED: Final = frozenset(  # before an auxiliary that stands before its subject
    {"hardly", "neither", "never", "no", "nor", "not", "nowhere", "rarely", "scarcely", "seldom"}
)
_STILL: Final = frozenset(  # behind 'not' or 'no': it was said
    {"doubt", "first", "nothing", "only", "sooner", "twice", "uncertain", "until"}
)
_HELPING: Final = frozenset({"be", "have"})
_SCANT: Final = _DEGREES | _SCARCELY | {"any", "few", "little"}
_SUPPOSES: Final = frozenset({"had", "should"})
_MIGHT: Final = frozenset({"could", "might", "would"})
_JOINS: Final = frozenset({"and", "but"})
_FRONT: Final = 8  # words: from what is fronted to the auxiliary, 'At no point in the trial did'
_UNMARKED: Final = frozenset({Rule.BARE, Rule.THAT})
_IF: Final = frozenset({"if", "unless"})


def is_open(scene: Scene, unit: Unit, found: Found, verb: Verb, behind: int) -> bool:
    """Whether it is open what a clause tells, or its *verb* has no content of its own.

    So it is in 'If police find that it was arson' and in 'What she said could help him'.
    """
    if verb.subject is None:
        return False
    told = found.why in _UNMARKED or verb.cue.frames & VOICES  # 'if she voices concern about it'
    if told and _is_supposed(scene, verb.subject):
        return True
    return found.why in _UNMARKED and _is_of_what(scene, unit, found, verb.subject, behind)


def _is_supposed(scene: Scene, subject: Subject) -> bool:
    """Whether it is open that somebody says it: 'If police find that it was arson'.

    'So many wrote that it became known' tells of no more than how many.
    """
    opener = subject.phrase[0] - 1 if subject.phrase else -1
    if opener < 0 or scene.bits[opener + 1] & BREAK:
        return False
    so_many = scene.lowers[opener] == "so" and scene.lowers[opener + 1] in _MANY
    return so_many or scene.lowers[opener] in _IF


def how_told(scene: Scene, unit: Unit, verb: Verb, first: int) -> Literal["told", "not", "open"]:
    """Whether it is told that the subject at word *first* speaks, or that it does not, or neither.

    Nobody says what is denied of them, 'Nor did he say', asked or supposed, 'Had he said'.
    """
    lowers, floor, aux = scene.lowers, unit.first, first - 1
    plain = not scene.tags[first] & (AUXILIARY | NEGATION) and lowers[first] not in _SCANT
    if plain and not scene.tags[aux] & AUXILIARY and lowers[aux] not in _SCANT:
        return "told"  # the quick answer to most
    if _speaks_plainly(scene, verb, first):
        return "told"
    if _is_few(scene, first, floor):
        return "not"
    asks = scene.tags[first] & AUXILIARY and "?" in scene.words.gaps[unit.last]
    if first == floor and (asks or lowers[first] in _SUPPOSES):
        return "open"  # 'Will Roe say it?', whose auxiliary may be a name
    if aux < floor or not scene.tags[aux] & AUXILIARY or not _goes_with(scene, verb, aux):
        return "told"
    near = range(aux, max(floor, aux - _FRONT), -1)
    opens = (j for j in near if scene.bits[j] & BREAK or lowers[j - 1] in _JOINS)
    before = frozenset(lowers[next(opens, near.stop) : aux])
    if before & _DENIED:
        return "told" if before & _STILL else "not"
    supposed = lowers[aux] in _SUPPOSES and before & _MIGHT
    return "open" if supposed or not before else "told"


def _speaks_plainly(scene: Scene, verb: Verb, first: int) -> bool:
    """Whether who opens at word *first* speaks, though like a question: 'May asked: “Why?”'.

    Behind 'may', 'will' and 'do' the verb would stand in its base form. A scarce number
    speaks as well: 'Barely half of voters say'.
    """
    tag, lowers = scene.tags[first], scene.lowers
    if lowers[first] in _SCARCELY or lowers[first] == "hardly":
        return is_number(scene, first + 1 + (lowers[first + 1] in INDEFINITE))
    if not tag & AUXILIARY or tag & (BE | HAVE) or not verb.finite or verb.cue.form & BASE:
        return False
    return _HELPING.isdisjoint(lowers[verb.first : verb.i])


def _is_few(scene: Scene, first: int, floor: int) -> bool:
    """Whether a subject at word *first* is few or none: 'nobody', 'not one of', 'very few'."""
    lowers, word = scene.lowers, scene.lowers[first]
    if scene.tags[first] & NEGATION:
        return word != "no" or not is_number(scene, first + 1)  # 'No 10 said'
    before = lowers[first - 1] if first > floor else ""
    if word in _DEGREES:
        word, first = lowers[first + 1], first + 1
    if word == "few":
        return before not in _LAST
    if word == "little":
        return lowers[first + 1] in scene.speech.lists["notions"]  # 'little evidence shows'
    scarcely = word in _SCARCELY or before in _SCARCELY
    return scarcely or (before == "any" and lowers[first - 2] == "if")


def _goes_with(scene: Scene, verb: Verb, aux: int) -> bool:
    """Whether the auxiliary at *aux* stands before the subject of a verb: 'had he said'."""
    t, group = scene.tags[aux], scene.tags[verb.first : verb.i]
    if not t & (BE | HAVE) and scene.lowers[verb.first : verb.i] == ["have"]:
        return not scene.bits[aux + 1] & BREAK  # 'Could she have said it?'
    if t & BE or scene.bits[aux + 1] & BREAK or any(g & AUXILIARY and not g & BE for g in group):
        return False
    return verb.passive or verb.cue.form & (PARTICIPLE if t & HAVE else BASE) > 0


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
