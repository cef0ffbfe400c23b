"""What the quotes stage knows: cue verbs with their frames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from newsdoc.lexicon.tables import Table
from newsdoc.lexicon.tags import CUE, MARKED
from newsdoc.model import Stance

# What may follow a cue, as the column "frames" of ``cues.txt`` names it.
CLAUSE: Final = 1 << 0  # a content clause, with 'that' or bare: 'said he left'
THAT: Final = 1 << 1  # a content clause, only with 'that' or 'whether': 'found that he left'
OBJECT: Final = 1 << 2  # a noun phrase: 'announced the closure'
INFINITIVE: Final = 1 << 3  # 'promised to leave'
LISTENER: Final = 1 << 4  # the hearer, before the content: 'told reporters he left'
MARKS: Final = 1 << 5  # words in quotation marks: 'called it "a farce"'
SPEECH: Final = 1 << 6  # marked speech before or behind it alone: '"No," he shrugged'
OF: Final = 1 << 7  # somebody, and 'of' with what is said of them: 'accused them of theft'
NOUN: Final = 1 << 8  # its base form and its -s form are nouns as often: 'claims'
PHRASE: Final = 1 << 9  # the head of a phrase: 'according to'
GERUND: Final = 1 << 10  # its -ing form is a noun as often: 'warning'
WITHHELD: Final = 1 << 11  # a cue only where it is refused or denied: 'declined to discuss'
ABOUT: Final = 1 << 12  # a preposition with what is spoken of: 'warned of', 'asked about'
THING: Final = 1 << 13  # it is, or can be, the noun of an act of saying: 'his claim that'
HEARS: Final = 1 << 14  # a forum before which it is said: 'the court heard that'
AT: Final = 1 << 15  # marked words right behind 'at': 'put the figure at "two billion"'
PAPERS: Final = 1 << 16  # anything, where a paper is its subject: 'polls show a gap'
THINGS: Final = 1 << 17  # a noun phrase that is not said: 'added trucks', 'posted a video'
DISPUTES: Final = 1 << 18  # claims, which are denied: 'blasted claims that', 'brushed off reports'
OPENED: Final = 1 << 19  # a clause with its opener alone: 'described how he left', 'ordered that'
_STRONG: Final = CLAUSE | THAT | OBJECT | INFINITIVE | THING | PHRASE | ABOUT | DISPUTES | OPENED

FRAMES: Final[Mapping[str, int]] = {
    "clause": CLAUSE,
    "that": THAT,
    "object": OBJECT,
    "infinitive": INFINITIVE,
    "listener": LISTENER,
    "marks": MARKS,
    "speech": SPEECH,
    "of": OF,
    "noun": NOUN,
    "phrase": PHRASE,
    "gerund": GERUND,
    "withheld": WITHHELD,
    "about": ABOUT,
    "thing": THING,
    "hears": HEARS,
    "at": AT,
    "papers": PAPERS,
    "things": THINGS,
    "disputes": DISPUTES,
    "opened": OPENED,
}

# The form of a verb.
BASE: Final = 1 << 0  # say
THIRD: Final = 1 << 1  # says
PAST_FORM: Final = 1 << 2  # said, wrote
PARTICIPLE: Final = 1 << 3  # said, written
ING: Final = 1 << 4  # saying

_KINDS: Final[Mapping[str, int]] = {
    "past": PAST_FORM | PARTICIPLE,
    "participle": PARTICIPLE,
    "third": THIRD,
    "ing": ING,
}
_VOWELS: Final = frozenset("aeiou")
_SHORT: Final = re.compile("[^aeiou]+[aeiou][^aeiouwxy]")  # verbs of one short syllable


@frozen(eq=False)
class Cue:
    """A form of a verb of saying.

    Attributes:
        lemma: its base form.
        frames: what may follow it.
        stance: what the speaker does with the content.
        form: which forms of the verb it can be.
        things: nouns that it takes without saying them: 'claimed a title'.
    """

    lemma: str
    frames: int
    stance: Stance
    form: int
    things: frozenset[str] = frozenset()


def forms_of(lemma: str) -> Iterator[tuple[str, int]]:
    """Yield the forms of a regular verb, with their kinds."""
    yield lemma, BASE
    stem = lemma
    if lemma.endswith("e"):
        stem = lemma[:-1]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ies", THIRD
        yield lemma[:-1] + "ied", PAST_FORM | PARTICIPLE
        yield lemma + "ing", ING
        return
    sibilant = lemma.endswith(("s", "sh", "ch", "x", "z"))
    yield lemma + ("es" if sibilant else "s"), THIRD
    if _SHORT.fullmatch(lemma):
        stem += lemma[-1]  # 'blabbed', 'blabbing'
    yield stem + "ed", PAST_FORM | PARTICIPLE
    yield stem + "ing", ING


@frozen(eq=False)
class SpeechWords:
    """What the quotes stage knows: cue verbs with their frames.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
        cues: each form of a verb of saying, in lower case.
        phrases: each form of a verb that says something with the word behind it
            ('pointed': 'out'), with the cue that both make.
        notions: nouns of what is held or told, before 'that': 'view', 'claims'.
    """

    tags: Mapping[str, int]
    cues: Mapping[str, Cue] = field(repr=False)
    phrases: Mapping[str, Mapping[str, Cue]] = field(repr=False)
    notions: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, tables: Mapping[str, Table], extra: tuple[str, ...] = ()) -> SpeechWords:
        """Return the part compiled from the word lists; *extra* are more verbs of saying."""
        # 'deny' stays a denial, 'decline' a refusal.
        known = frozenset(tables["cues"].words + tables["refusals"].words)
        new = [lemma for lemma in map(str.lower, extra) if lemma not in known]
        rows = [*tables["cues"].rows, *((lemma, "clause", "asserts") for lemma in new)]
        irregular = _irregular(tables["cue_forms"])
        things = {lemma: frozenset(nouns.split()) for lemma, nouns in tables["cue_objects"].rows}
        cues: dict[str, Cue] = {}
        phrases: dict[str, dict[str, Cue]] = {}
        for lemma, names, stance in rows:
            verb, _, particle = lemma.partition(" ")
            frames = sum(FRAMES[name] for name in names.split())
            for form, kind in _forms(verb, frames, irregular.get(verb, {})).items():
                cue = Cue(lemma, frames, Stance(stance), kind, things.get(lemma, frozenset()))
                if particle:
                    phrases.setdefault(form, {})[particle] = cue
                elif frames == THING and form in cues:  # a noun that is a form of a verb
                    cues[form] = evolve(cues[form], frames=cues[form].frames | THING)
                else:
                    cues[form] = cue
        weak = {
            form
            for form, cue in cues.items()
            if cue.frames & MARKS and not cue.frames & (_STRONG & ~THING)
        }
        tags = {form: CUE | (MARKED if form in weak else 0) for form in cues}
        tags.update(dict.fromkeys(phrases, CUE))
        return cls(tags, cues, phrases, frozenset(tables["notions"].words))


def _irregular(table: Table) -> dict[str, dict[str, int]]:
    """Return the irregular forms of each verb, with their kinds."""
    forms: dict[str, dict[str, int]] = {}
    for form, lemma, kind in table.rows:
        forms.setdefault(lemma, {})[form] = _KINDS[kind]
    return forms


def _forms(verb: str, frames: int, irregular: Mapping[str, int]) -> dict[str, int]:
    """Return all forms of a verb (or the one form of a noun or phrase), with their kinds."""
    if frames == PHRASE:
        return {verb: 0}
    if frames == THING:
        return {verb: 0, f"{verb}s": 0}
    taken = 0
    for kind in irregular.values():
        taken |= kind
    forms: dict[str, int] = {}
    for form, kind in forms_of(verb):
        if regular := kind & ~taken:  # of 'shown' only the past is regular: 'showed'
            forms[form] = forms.get(form, 0) | regular
    for form, kind in irregular.items():
        forms[form] = forms.get(form, 0) | kind
    return forms
