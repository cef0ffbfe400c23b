"""The rules of the quotes stage: what `Quote.why` can say."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """The rule that made a quote, with the pattern it looks for.

    The speakers of the rules from `NEXT_PARAGRAPH` on stand elsewhere than beside
    a cue, so these are the ones to filter where only certain quotes will do.
    """

    TRAILING = "trailing"  # content, X said (and content behind it)
    INVERTED = "inverted"  # content, said X (and content behind it)
    ACCORDING_TO = "according-to"  # content, according to X; According to X, content
    OPENING = "opening"  # Said X: content
    THAT = "that"  # X said that content, X asked whether content, X promised to content
    BARE = "bare"  # X said content
    MARKS = "marks"  # X said, "content"
    COLON = "colon"  # X said: content
    ABOUT = "about"  # X warned of content
    CALLED = "called"  # X called it "content"
    ASKED = "asked"  # asked whether content: the one who was asked is no speaker
    CLAIM_THAT = "claim-that"  # X's claim that content, X's call for "content"
    TRANSCRIPT = "transcript"  # X: content, of a dialogue
    HEADLINE_COLON = "headline-colon"  # X: 'content', and 'content': X, of a headline
    LABEL = "label"  # X: "content"
    DASH = "dash"  # "content" - X
    INTRODUCED = "introduced"  # X wrote: and a paragraph of content
    BEHIND_MARKS = "behind-marks"  # "content," X went on
    NEXT_PARAGRAPH = "next-paragraph"  # "content" behind a paragraph that quotes X
    SAME_PARAGRAPH = "same-paragraph"  # "content" behind a sentence that tells of X
    CLAUSE = "clause"  # X ridiculed the plan, "content"
    UNATTRIBUTED = "unattributed"  # "content", credited to nobody
