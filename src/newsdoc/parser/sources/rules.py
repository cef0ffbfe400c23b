"""The rules that settle who a mention means."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Rule(StrEnum):
    """How it was settled who a mention means: the `why` of a `Mention`.

    Attributes:
        FULL_NAME: the mention gives the full name.
        SURNAME: a surname, or the tail of a longer name, of one who is named in full.
        GIVEN_NAME: a given name of one who is named in full.
        INNER_NAME: a word from inside a full name.
        APPOSITION: the name stands behind the noun: 'the mayor, Jane Roe'.
        JOINT: two names joined by 'and'.
        ACRONYM: capitals in brackets behind a name, or the capitals of a name.
        SHORT_BODY: a part of the longer name of a body, or a body without its owner.
        AS_PRINTED: a name that nothing in the article makes fuller.
        BODY_PHRASE: a common noun that a name tells apart: 'the Roe campaign'.
        ROLE: a role that the article gives to one person: 'the senator'.
        KIN: the one other person of the surname: 'Jane Roe's husband'.
        FORETOLD: a role in general, whose bearer is named next: 'an expert said'.
        BODY_NOUN: a common noun for a body that was named: 'the ministry'.
        PRONOUN: he, she, it or they, by agreement, place and recency.
        RELATIVE: who or which, by the name before it.
        SAME_WORDS: an unnamed speaker or document that was mentioned so before.
        DOCUMENT: a new document.
        OWNER: the document of somebody: 'the board's report', 'the statement'.
        UNNAMED: a new unnamed speaker.
        AMBIGUOUS: two fit equally; there is a notice.
    """

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
    KIN = "kin"
    FORETOLD = "foretold"
    BODY_NOUN = "body-noun"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    SAME_WORDS = "same-words"
    DOCUMENT = "document"
    OWNER = "owner"
    UNNAMED = "unnamed"
    AMBIGUOUS = "ambiguous"


# An attribute of an enumeration is slow to look up: these are looked up for every name.
FULL_NAME: Final = Rule.FULL_NAME
SURNAME: Final = Rule.SURNAME
GIVEN_NAME: Final = Rule.GIVEN_NAME
INNER_NAME: Final = Rule.INNER_NAME
AMBIGUOUS: Final = Rule.AMBIGUOUS
