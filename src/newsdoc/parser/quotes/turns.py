"""Turns of a dialogue: each with its label, or told one after another without cues.

JANE DOE: What was in it?       "What was in it?" she asked.
DUNNE: Papers.                  "Papers," Dunne said.
DOE: What kind of papers?       "What kind of papers?"
DUNNE: I don't recall.          "I don't recall."
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsdoc.lexicon.speech import CLAUSE
from newsdoc.lexicon.tags import PLACE
from newsdoc.model import Role
from newsdoc.parser.drafts import Block, MentionDraft
from newsdoc.parser.gaps import STOP
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.labels import label
from newsdoc.parser.quotes.scene import Scene

_BODY: Final = Role.BODY
_LABELLED: Final = 2  # labels make a dialogue from so many on
_MANY: Final = 6  # labels: what is all a transcript has so many
_HEADING: Final = 4  # words: no heading of notes is longer
_LETTERS: Final = frozenset({"A", "Q"})  # of a question and its answer


class Turns:
    """The last turns of a text, paragraph by paragraph.

    Attributes:
        pair: who asked last and who answered, in paragraphs next to each other, or None.
    """

    def __init__(self) -> None:
        self.pair: tuple[MentionDraft, MentionDraft] | None = None
        self._last: MentionDraft | None = None
        self._block = -1
        self._asked = False

    def heard(self, speaker: MentionDraft, block: int, *, asked: bool) -> None:
        """Note that somebody has said or asked something in paragraph *block*."""
        if block > self._block + 1:
            self.pair = None
        elif self._asked and self._last is not None and speaker is not self._last:
            self.pair = self._last, speaker
        self._last, self._block, self._asked = speaker, block, asked

    def next(self, block: int, *, asks: bool) -> MentionDraft | None:
        """Return who speaks in a paragraph that is all marked, where a dialogue goes on."""
        if self.pair is None or block != self._block + 1:
            return None
        return self.pair[0 if asks else 1]


def turn_labels(scene: Scene) -> dict[int, Phrase]:
    """Return the labels of the paragraphs of a dialogue ('JANE DOE: …'), by paragraph."""
    found: dict[int, Phrase] = {}
    text = scene.words.text
    if text.count(":") < _LABELLED and "Q. " not in text:  # the quick answer to many
        return found
    for n, block in enumerate(scene.blocks):
        if block.role is not _BODY:
            continue
        phrase = label(scene, block.first, block.last) or _question_label(scene, block)
        if phrase and scene.lowers[block.first] != "dear" and not _opens_claim(scene, block.first):
            found[n] = phrase
    if not any(scene.words.words[a] == "Q" for a, _ in found.values()):
        found = {n: (a, b) for n, (a, b) in found.items() if scene.bits[b] & ~STOP}
    places = sum(_is_place(scene, phrase) for phrase in found.values())
    if len(found) < _LABELLED or 2 * places > len(found):
        return {}  # but a list of places: 'Oregon: …', 'Ohio: …'
    names = Counter(" ".join(scene.words.words[a:b]) for a, b in found.values())
    repeated = any(count > 1 for count in names.values()) and _is_exchange(scene, found)
    turns = {
        n: (a, b)
        for n, (a, b) in found.items()
        if repeated or all(word.isupper() for word in scene.words.words[a:b])
    }
    answered = len(names) > 1  # or only the answers bear labels
    return _with_later_paragraphs(scene, turns) if answered and len(turns) >= _MANY else turns


def _is_exchange(scene: Scene, found: dict[int, Phrase]) -> bool:
    """Whether a label comes again before a heading parts it: not one of notes on each club."""
    heard: set[str] = set()
    for n in range(min(found), max(found) + 1):
        if n in found:
            a, b = found[n]
            name = " ".join(scene.words.words[a:b])
            if name in heard:
                return True
            heard.add(name)
        elif scene.blocks[n].role is not _BODY:
            heard.clear()
    return False


def _with_later_paragraphs(scene: Scene, turns: dict[int, Phrase]) -> dict[int, Phrase]:
    """Return the labels of turns, and for the paragraphs that go on with one its label again.

    They stand between two labels, where most paragraphs have one. What is in brackets
    is told, and what holds marks may be.
    """
    first, last = min(turns), max(turns)
    if 2 * len(turns) < last - first:
        return turns
    found: dict[int, Phrase] = {}
    phrase = turns[first]
    for n in range(first, last + 1):
        block, own = scene.blocks[n], n in turns
        if own:
            phrase = turns[n]
        bracketed = scene.words.text[block.start] in "(["
        goes_on = block.role is _BODY and block.first < block.last and not bracketed
        if own or (goes_on and not scene.marked(block.first, block.last)):
            found[n] = phrase
    return found


def _question_label(scene: Scene, block: Block) -> Phrase | None:
    """Return the letter that opens a question or an answer: 'Q. Who owns the mill?'."""
    i = block.first
    lettered = i + 1 < block.last and scene.words.words[i] in _LETTERS
    return (i, i + 1) if lettered and scene.words.gaps[i + 1].startswith(". ") else None


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a label names nothing but a place."""
    return all(scene.tags[i] & PLACE for i in range(*phrase))


def _opens_claim(scene: Scene, i: int) -> bool:
    """Whether the words from word *i* to a colon are no label but a claim: 'Said X: …'."""
    cue = scene.speech.cues.get(scene.lowers[i])
    return cue is not None and bool(cue.frames & CLAUSE)
