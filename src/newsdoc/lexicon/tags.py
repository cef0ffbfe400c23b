"""The tags a word can carry: bits that a stage tests with ``&``.

A word list in ``lexicon/<language>/`` names the tags that it gives in its
header; a word in several lists carries all their bits. The stages test bits
rather than look words up, so each word of an article is looked up once.

Python tests numbers of up to 30 bits twice as fast as longer ones: the tags that
are tested most have the lower bits.
"""

from typing import Final

# --- closed classes: the words that hold a sentence together ---
DETERMINER: Final = 1 << 0
PREPOSITION: Final = 1 << 1
CONJUNCTION: Final = 1 << 2  # joins equals: and, or, but
SUBORDINATOR: Final = 1 << 3  # opens a clause: because, while, if
RELATIVE: Final = 1 << 4  # who, which, whose, where
COMPLEMENTIZER: Final = 1 << 5  # opens a content clause: that, whether
AUXILIARY: Final = 1 << 6  # be, have, do and the modals, negated ones too
NEGATION: Final = 1 << 7
PRONOUN: Final = 1 << 8  # stands for a noun phrase, of any case
SUBJECT: Final = 1 << 9  # a pronoun that can be a subject: he, she, they, who
POSSESSIVE: Final = 1 << 10  # his, her, their
ADVERB: Final = 1 << 11  # may stand between a subject and its verb: also, later
MONTH: Final = 1 << 12
WEEKDAY: Final = 1 << 13
CLITIC: Final = 1 << 14  # what stands behind an apostrophe: s, t, re, ll, ve, d, m
BE: Final = 1 << 15
HAVE: Final = 1 << 16
WHO: Final = 1 << 17  # who, which, whose, whom
QUESTION: Final = 1 << 18  # opens an indirect question: whether, how
ADVERBIAL: Final = 1 << 19  # opens an adverbial clause: when, because
PERHAPS_PAST: Final = 1 << 20  # set, left: past forms, but other words too
PLURAL: Final = 1 << 30  # people, many: plural without an s

# --- figures ---
NUMBER: Final = 1 << 21  # two, dozen, million, half
UNIT: Final = 1 << 24
BOUND: Final = 1 << 22  # about, least, nearly, up
MOVE: Final = 1 << 23  # rose, fell, increase

# --- speech ---
CUE: Final = 1 << 25  # a form of a verb of saying, or the head of a cue phrase
PAST: Final = 1 << 26  # the past form of an irregular verb: went, took
TIME: Final = 1 << 27  # week, morning, last: words of adverbials of time
MEDIUM: Final = 1 << 28  # statement, interview: where and how things are said
MARKED: Final = 1 << 29  # a cue that counts only with words in quotation marks
REFUSING: Final = 1 << 32  # declined, refused: before 'to say'
ACTING: Final = 1 << 33  # continued, began: before 'to say'
CAUSING: Final = 1 << 34  # led, forced: before 'them to say'
ASIDE: Final = 1 << 35  # while, referring: opens words of the article's own
FORUM: Final = 1 << 42  # court, inquiry: hears what is said before it
NO_SPEAKER: Final = 1 << 43  # experience, history: shows, but does not say
NO_ADVERB: Final = 1 << 44  # supply, family: ends like an adverb, and is none
ALONE: Final = 1 << 45  # some, another: determiners that stand for people without a noun
WORK: Final = 1 << 46  # book, show: has a title, and says nothing by it
PAPER: Final = 1 << 47  # poll, data: what it shows is told

# --- names ---
TITLE: Final = 1 << 36  # president, secretary, Sen
HONORIFIC: Final = 1 << 37  # Mr, Mrs, Dr, Sir
BODY: Final = 1 << 38  # ministry, agency, university, Inc
GIVEN_NAME: Final = 1 << 39
PLACE: Final = 1 << 40
DEMONYM: Final = 1 << 31  # British, Sunni: stands before a noun as an adjective

# --- layout ---
ABBREVIATION: Final = 1 << 41  # a point behind it seldom ends a sentence

BY_NAME: Final = {
    name: value for name, value in globals().items() if name.isupper() and isinstance(value, int)
}
