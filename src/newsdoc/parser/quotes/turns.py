"""Turns: who asks and who answers where a dialogue goes on without cues.

"What was in it?" she asked.
"Papers," Dunne said.
"What kind of papers?"
"I don't recall."
"""

from __future__ import annotations

from newsdoc.parser.drafts import MentionDraft


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
