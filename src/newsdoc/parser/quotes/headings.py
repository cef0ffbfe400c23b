"""Headings with a label that speaks: ``Vale: we will fight on``, ``Holt ahead by four: poll``.

A label credits somebody where it is a role or a paper, or the name of whom a claim of
the text credits too; else it is the topic: ``Hull fire: what we know``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define

from newsdoc.lexicon.tags import (
    CONJUNCTION,
    DETERMINER,
    NO_SPEAKER,
    PAST,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    TITLE,
)
from newsdoc.model import Role
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.gaps import BREAK, COLON, DASH, MARK
from newsdoc.parser.marks import Marked
from newsdoc.parser.phrases import Phrase, is_verb
from newsdoc.parser.quotes.claims import UnitReader
from newsdoc.parser.quotes.claims.around import has_verb
from newsdoc.parser.quotes.claims.marked import DURING
from newsdoc.parser.quotes.scene import HEADS, Scene, Unit

_NAME: Final = 3  # words: no name of somebody is longer
_LABEL: Final = 6  # words: no label of a heading is longer
_TOPIC: Final = 12  # words: nor is one with what it speaks of: 'Coach on Ann Roe's card'
# Papers that speak where they stand alone, unlike 'Review:' or 'Analysis:'.
_PAPERS: Final = frozenset(
    {"court", "documents", "emails", "poll", "polls", "report", "reports", "source", "sources"}
    | {"study", "survey"}
)
_TOLD: Final = 3  # words: 'Rates to rise', 'Bayer weighs sale'
_ASKS: Final = frozenset({"how", "what", "where", "which", "who", "why"})
_KNOWN: Final = frozenset({"all", "everything", "here"})  # before what the reader will know
_READER: Final = frozenset({"we", "what", "you"})
_FIRST_PERSON: Final = frozenset({"i", "my", "our", "we"})
_SPEAKERS: Final = frozenset({"i", "we"})
LABELLED: Final = HEADS | {Role.SUBHEAD}
_NO_LABEL: Final = DETERMINER | NO_SPEAKER | PREPOSITION | PRONOUN


@define(eq=False)
class Credit:
    """What a heading says, and who its label is."""

    content: Phrase
    speaker: Phrase


def credited_headings(
    scene: Scene, units: Iterable[Unit], readers: Iterable[UnitReader]
) -> dict[int, Credit]:
    """Return what the labels of headings credit, by the first word of the heading."""
    found: dict[int, Credit] = {}
    for unit in units:
        if scene.blocks[unit.block].role in LABELLED:
            credit = _label_before(scene, unit) or _label_behind(scene, unit)
            if credit:
                found[unit.first] = credit
    if not found:  # the quick answer to many
        return found
    voices = _voices(scene, readers)
    return {first: credit for first, credit in found.items() if _speaks(scene, credit, voices)}


def _voices(scene: Scene, readers: Iterable[UnitReader]) -> frozenset[str]:
    """Return the last words of whom the claims of the text credit."""
    speakers = (claim.speaker for reader in readers for claim in reader.claims)
    return frozenset(_last_word(scene, speaker) for speaker in speakers if speaker)


def _speaks(scene: Scene, credit: Credit, voices: frozenset[str]) -> bool:
    """Whether a label is a role, a paper, one of the *voices* of the text, or a name before 'I'."""
    last, lowers = credit.speaker[1] - 1, scene.lowers
    if scene.tags[last] & TITLE or lowers[last] in voices or lowers[last] in _PAPERS:
        return True
    return scene.capital(last) and not _FIRST_PERSON.isdisjoint(lowers[slice(*credit.content)])


def _last_word(scene: Scene, speaker: MentionDraft) -> str:
    """Return the last word of a mention, in small letters: the name, or what it is."""
    return scene.lowers[scene.words.at(speaker.end - 1)]


def _label_before(scene: Scene, unit: Unit) -> Credit | None:
    """Return what stands behind a label: 'Vale at the inquest: we will fight on'."""
    tags, first = scene.tags, unit.first
    reach = range(first + 1, min(unit.last - 1, first + _TOPIC))
    colon = next((j for j in reach if scene.bits[j] & BREAK), first)
    hangs = next((j for j in range(first + 1, colon) if tags[j] & PREPOSITION), colon)
    if hangs - first > _LABEL or (colon - first > _LABEL and scene.lowers[hangs] != "on"):
        return None
    if colon == first or not scene.bits[colon] & COLON or scene.opens_mark(colon):
        return None
    if _is_guide(scene, colon):
        return None
    told = scene.lowers[colon - 1] in _PAPERS or _is_told(scene, colon, unit.last)
    if not told:
        return None
    return Credit((colon, unit.last), (first, hangs))


def _is_guide(scene: Scene, j: int) -> bool:
    """Whether a heading tells at word *j* what the reader will know: 'Fire: what we know'."""
    lowers = scene.lowers
    known = lowers[j] in _KNOWN and not _READER.isdisjoint(lowers[j + 1 : j + 4])
    return known or lowers[j] in _ASKS


def _label_behind(scene: Scene, unit: Unit) -> Credit | None:
    """Return what stands before a label: 'Rates to rise: bank', 'Plan is “a farce” - mayor'.

    Behind a dash a name may be that of the paper, and nobody is credited but in small letters.
    """
    last = unit.last
    reach = range(last - 1, max(unit.first, last - _LABEL), -1)
    first = next((j for j in reach if scene.bits[j] & BREAK), last)
    if first >= last or scene.opens_mark(unit.first):
        return None
    marked = scene.marked(unit.first, first)
    small = _is_small(scene, first, last) and first - unit.first >= _TOLD
    parted = COLON | DASH if marked or small else COLON
    told = scene.bits[first] & parted and (small or _is_told(scene, unit.first, first))
    return Credit((unit.first, first), (first, last)) if told else None


def _is_small(scene: Scene, first: int, last: int) -> bool:
    """Whether a label is a role or a paper, and nobody's name: '… – sources', '…: army chief'."""
    speaks = scene.tags[last - 1] & TITLE or scene.lowers[last - 1] in _PAPERS
    if not speaks or last - first > _NAME or scene.tags[first] & (_NO_LABEL | CONJUNCTION):
        return False
    return all(map(str.islower, scene.words.words[first:last]))


def _is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether words are no question, and show a verb or marks."""
    if "?" in scene.words.gaps[last]:
        return False
    lowers = scene.lowers
    return any(
        scene.mark_at[j] >= 0 or lowers[j] == "to" or is_verb(scene, j) or _is_past(scene, j)
        for j in range(first, last)
    )


def _is_past(scene: Scene, j: int) -> bool:
    """Whether word *j* is a past form or, as in many headings, a participle: 'Police: Man Shot'."""
    if scene.tags[j - 1] & DETERMINER:
        return False  # 'A tortured bond'
    return bool(scene.tags[j] & (PAST | PERHAPS_PAST)) or scene.lowers[j].endswith("ed")


def says_i(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether a heading ends with what somebody says of themselves: 'Roe on Loss: “I Was Lost”'."""
    closes = mark.last >= unit.last and scene.bits[mark.first] & COLON
    if not closes or scene.blocks[unit.block].role not in LABELLED:
        return False
    return not _SPEAKERS.isdisjoint(scene.lowers[mark.first : mark.last])


def heading_end(scene: Scene, unit: Unit, mark: Marked) -> int:
    """Return where what a label says ends that opens with marks: '“Too early” to reopen bridge'.

    A clause in marks is all of it ('“We have won” in leaked tape'), and what went on
    meanwhile is no part of it ('“Disaster” as prices rise').
    """
    j = mark.last
    if j >= unit.last or not scene.tags[j] & PREPOSITION or scene.lowers[j] in DURING:
        return j
    alone = has_verb(scene, mark.first, j) or scene.marked(j, unit.last)
    broken = any(scene.bits[k] & BREAK & ~MARK for k in range(j, unit.last))
    return j if alone or broken else unit.last


class MarkedHeadings:
    """Whom the headings of a text credit with words in marks.

    Attributes:
        scene: the scene.
        readers: the claims of the text.
        voices: the last words of whom they credit, once one has asked for them.
    """

    def __init__(self, scene: Scene, readers: list[UnitReader]) -> None:
        self.scene = scene
        self.readers = readers
        self.voices: frozenset[str] | None = None

    def speaking(self, unit: Unit, mark: Marked) -> Phrase | None:
        """Return the label before the marks of a heading, where it may speak."""
        phrase = self.label(unit, mark.first)
        if phrase is None:
            return None
        if self.voices is None:
            self.voices = _voices(self.scene, self.readers)
        credit = Credit((mark.first, mark.last), phrase)
        return phrase if _speaks(self.scene, credit, self.voices) else None

    def label(self, unit: Unit, first: int) -> Phrase | None:
        """Return the label before marks at word *first*: 'Vale at the inquest: “…”'.

        It stands at the start, or behind what the heading tells of: 'Floods: residents “furious”'.
        """
        scene, back = self.scene, range(first, unit.first, -1)
        colon = next((j for j in back if scene.bits[j] & COLON), first)
        begin = unit.first if colon == first else colon
        if scene.tags[begin] & _NO_LABEL:
            return None
        end = begin + 1
        while end < min(begin + _NAME, first) and not scene.tags[end] & PREPOSITION:
            end += 1
        named = range(end - 1, begin, -1)
        known = next((j for j in named if scene.names(scene.words.words[j])), first)
        if known + 1 < first:
            return begin, known + 1  # 'Ann Roe Opens Up About Loss: “I was lost”'
        hangs = (j for j in range(begin + 1, first) if scene.tags[j] & PREPOSITION)
        return begin, next(hangs, first)
