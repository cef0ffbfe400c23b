"""The rules that settle who a mention means."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """How it was settled who a mention means: the `why` of a `Mention`."""

    FULL_NAME = "full-name"
    SURNAME = "surname"
    GIVEN_NAME = "given-name"
    INNER_NAME = "inner-name"
    APPOSITION = "apposition"
    JOINT = "joint"
    ACRONYM = "acronym"
    SHORT_BODY = "short-body"
    AS_PRINTED = "as-printed"
    BODY_PHRASE = "body-phrase"
    ROLE = "role"
    BODY_NOUN = "body-noun"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    SAME_WORDS = "same-words"
    DOCUMENT = "document"
    OWNER = "owner"
    UNNAMED = "unnamed"
    AMBIGUOUS = "ambiguous"
