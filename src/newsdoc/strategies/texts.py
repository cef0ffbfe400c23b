"""Text as a parser may be given it: any characters at all, with the texture of news."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

__all__ = ["news_text"]

_WORDS: Final = (
    *("the", "a", "of", "and", "that", "not", "was", "has", "would", "to", "in", "by", "who"),
    *("said", "says", "told", "asked", "denied", "warned", "added", "according to", "wrote"),
    *("he", "she", "they", "it", "his", "reporters", "people", "report", "spokeswoman"),
    *("Ana Ruiz", "Okafor", "Mr. Lindqvist", "Dr. Mbeki-Hall", "the ministry", "O’Dowd", "NATO"),
    *("president", "Sen.", "police", "Reuters", "By Ana Ruiz", "LIMA", "May 4", "2024"),
    *("don't", "don’t", "'em", "the workers'", "U.S.", "No. 10", "a.m.", "St.", "Inc."),
)
_FIGURES: Final = (
    *("1", "12", "1,480", "4.21", "0", "007", "1e9", "3.5.2", "50-50", "2012–13", "1/3", "½", "٣"),
    *("one", "two dozen", "a third", "half of", "million", "one in five", "twice", "hundreds of"),
    *("%", " percent", " per cent", "$", "US$", "£", "€", "¥", "bn", "m", " km", " kg", "°C"),
    *("at least", "more than", "up to", "nearly", "between", "from", "to", "rose", "fell by"),
)
_MARKS: Final = (
    *('"', "“", "”", "'", "‘", "’", "«", "»", "‹", "›", "„", "‚", "`", "``", "''", "『", "』"),
    *('"" ', "“‘", "’”", '."', ',"', "?”", "”“", '"="', "\u2032", "\u2033"),
)
_POINTS: Final = (
    *(". ", ", ", "? ", "! ", "; ", ": ", "...", "…", " – ", " — ", "--", "-", "(", ")", "[", "]"),
    *("/", "|", "•", "·", "*", "_", "#", "&", "<", ">", "@", "\\", "$1", "{}", "&amp;", "http://"),
)
_BLANKS: Final = (
    *(" ", "\n", "\n\n", "\t", "\r\n", "\r", "\r\n\r\n", "  ", "\n \n", "\x0b", "\x0c", "\x85"),
    *("\xa0", "\u2009", "\u202f", "\u2028", "\u2029", "\u3000", "\x1c", "\n- ", "\n1. "),
)
_ODDITIES: Final = (
    *("\ufeff", "\u200b", "\u200d", "\xad", "\u2060", "\x00", "\x1b", "\x7f", "\ufffd", "\ufffe"),
    *("e\u0301", "\u0301", "\u20dd", "\ufe0f", "ﬁ", "ß", "İ", "\u0131", "ǅ", "Σς", "\u0345"),
    *("\u202eabc\u202c", "\u200f", "\u2066", "שלום", "مرحبا", "अब", "東京。", "「言う」", "한국"),
    *("😀", "👩\u200d👩\u200d👧", "🇺🇦", "\U0010ffff", "\ud800", "\udfff", "\ud83d", "\udc00\ud800"),
)


# A word or a sign, the plain ones first: examples shrink towards them.
_PIECES: Final = st.sampled_from(_WORDS + _FIGURES + _MARKS + _POINTS + _BLANKS + _ODDITIES)

# Words with something between them, now and then in marks.
_ENDS: Final = (("", ". "), ("", ""), ('"', '," she said. '), ("“", "”"), ("“", "\n\n"))
_SENTENCES: Final = st.builds(
    lambda ends, blank, words, any_: ends[0] + blank.join((*words, any_)) + ends[1],
    st.sampled_from(_ENDS),
    st.sampled_from((" ", "", "\n")),
    st.lists(_PIECES, min_size=1, max_size=20),
    st.text(st.characters(), max_size=2),
)

_TEXTS: Final = st.one_of(
    st.lists(_PIECES).map("".join),
    st.lists(_SENTENCES).map("".join),
    st.lists(_SENTENCES, min_size=3).map("\n\n".join),
    st.text(st.characters()),
)


def news_text(*, max_size: int | None = None) -> st.SearchStrategy[str]:
    """Text as a parser may be given it: any characters at all, with the texture of news.

    Words of reports, figures, marks of all kinds (paired or not), apostrophes,
    abbreviations, every kind of line break and blank, invisible and combining
    characters, other scripts, emoji, lone surrogates; and now and then a text
    of arbitrary characters, or none.

    Args:
        max_size: the greatest length, or None for any.
    """
    if max_size is not None and max_size < 0:
        msg = f"max_size={max_size!r} is below 0"
        raise InvalidArgument(msg)
    return _TEXTS if max_size is None else _TEXTS.map(lambda text: text[:max_size])
