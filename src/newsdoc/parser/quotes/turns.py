"""Turns of a dialogue: each with its label, or told one after another without cues.

JANE DOE: What was in it?       "What was in it?" she asked.
DUNNE: Papers.                  "Papers," Dunne said.
DOE: What kind of papers?       "What kind of papers?"
DUNNE: I don't recall.          "I don't recall."
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsdoc.lexicon.speech import CLAUSE, SpeechWords
from newsdoc.lexicon.tags import PLACE
from newsdoc.model import Role
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.loose import label
from newsdoc.parser.quotes.scene import Scene

_BODY: Final = Role.BODY
_LABELLED: Final = 2  # labels make a dialogue from so many on


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


def turn_labels(scene: Scene, speech: SpeechWords) -> dict[int, Phrase]:
    """Return the labels of the paragraphs of a dialogue ('JANE DOE: …'), by paragraph."""
    found: dict[int, Phrase] = {}
    if scene.words.text.count(":") < _LABELLED:  # the quick answer to many
        return found
    for n, block in enumerate(scene.blocks):
        if block.role is not _BODY:
            continue
        phrase = label(scene, block.first, block.last)
        if (
            phrase
            and scene.words.lowers[block.first] != "dear"
            and not _opens_claim(scene, speech, block.first)
        ):
            found[n] = phrase
    places = sum(_is_place(scene, phrase) for phrase in found.values())
    if len(found) < _LABELLED or 2 * places > len(found):
        return {}  # but a list of places: 'Oregon: …', 'Ohio: …'
    names = Counter(" ".join(scene.words.words[a:b]) for a, b in found.values())
    repeated = any(count > 1 for count in names.values())
    return {
        n: (a, b)
        for n, (a, b) in found.items()
        if repeated or all(word.isupper() for word in scene.words.words[a:b])
    }


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a label names nothing but a place."""
    return all(scene.tags[i] & PLACE for i in range(*phrase))


def _opens_claim(scene: Scene, speech: SpeechWords, i: int) -> bool:
    """Whether the words from word *i* to a colon are no label but a claim: 'Said X: …'."""
    cue = speech.cues.get(scene.words.lowers[i])
    return cue is not None and bool(cue.frames & CLAUSE)
