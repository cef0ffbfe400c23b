"""Labels: what stands before a colon in each paragraph of a dialogue: 'JANE DOE: Who was it?'."""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsdoc.lexicon.speech import CLAUSE, SpeechWords
from newsdoc.lexicon.tags import PLACE
from newsdoc.model import Role
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.loose import label
from newsdoc.parser.quotes.scene import Scene

_BODY: Final = Role.BODY
_LABELLED: Final = 2  # labels make a dialogue from so many on


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
    if len(found) < _LABELLED or 2 * sum(_is_place(scene, it) for it in found.values()) > len(
        found
    ):
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
