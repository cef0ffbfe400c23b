"""Texts of any size in one shape: ordinary news, and whatever could keep a parser busy."""

from itertools import count, islice

NEWS = """\
Port of {a} shuts {n} berths after storm

By {a} {b}

HARMOUTH, May 4 (Wire) - The port of Harmouth lost {n} of its 41 berths on Monday, {a} {b}, \
who runs the harbour, said. “We lost {n} boats,” {b} told reporters. “All of them were insured.”

At least {n} people have been treated for cold and 2,340 moved, according to the health ministry.

"It was not 'the worst storm of the decade'," she said. "We had {n} minutes to leave.

"Then the wall went," said {a} {b}, a pilot. He denied that the wall, built in 1964 for \
$4.{n} million, had been neglected. Losses rose 18 percent, from {n} million to 9.2 million euros.
"""


def names():
    """Endless names, all different: Aba Cad, Aba Cae, …"""
    letters = "bcdfghjklmnprstvz"
    for i in count():
        made, rest = "", i + 5000
        while rest:
            rest, digit = divmod(rest, len(letters))
            made += letters[digit] + "aeiou"[(digit + i) % 5]
        yield made.capitalize()


def filled(pieces, size):
    """Pieces joined until there are *size* characters."""
    made, length = [], 0
    for piece in pieces:
        made.append(piece)
        length += len(piece)
        if length >= size:
            return "".join(made)[:size]
    return "".join(made)


def repeated(unit):
    """A shape of one unit over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def each(template):
    """A shape of one template over and over, with new names (`{a}`, `{b}`) and figures (`{n}`)."""

    def shape(size):
        fresh = names()
        pieces = (
            template.format(a=a, b=b, n=12 + i % 80) for i, a, b in zip(count(), fresh, fresh)
        )
        return filled(pieces, size)

    return shape


def closed(unit, closing):
    """A shape of one unit over and over, with *closing* at its end."""
    return lambda size: repeated(unit)(max(0, size - len(closing))) + closing


def led(opening, unit):
    """A shape of one unit over and over, behind *opening*."""
    return lambda size: (opening + unit * size)[:size]


def nested(opening, closing):
    """A shape of as many pairs inside each other."""
    return lambda size: opening * (size // 2) + closing * (size // 2)


def one_article(size):
    """The same few people in every paragraph of one long article."""
    people = list(islice(names(), 20))
    pieces = (NEWS.format(a=people[i % 10], b=people[10 + i % 10], n=12 + i % 80) for i in count())
    return filled(pieces, size)


ORDINARY = {
    "news": one_article,
    "news of ever new people": each(NEWS),
    "news wrapped at 72 columns": each(NEWS.replace(", ", ",\n")),
    "news on one line": each(NEWS.replace("\n", " ")),
    "news with Windows line ends": each(NEWS.replace("\n", "\r\n")),
    "news without a blank line": each(NEWS.replace("\n\n", "\n")),
}
HOSTILE = {
    "nothing but straight marks": repeated('"'),
    "nothing but opening marks": repeated("“"),
    "nothing but closing marks": repeated("”"),
    "marks and blanks": repeated('" '),
    "marks that open again and again": repeated(
        '"It was close, and nobody on the pier saw how it ended. '
    ),
    "marks within marks": nested("“", "”"),
    "single within double marks": repeated("“‘"),
    "apostrophes": repeated("'"),
    "words in apostrophes": repeated("' a "),
    "guillemets": repeated("« a » "),
    "backticks": repeated("``a '' "),
    "every paragraph opens a mark": repeated("“It rained all day long.\n\n"),
    "every paragraph closes a mark": repeated("It rained all day long.”\n\n"),
    "one digit over and over": repeated("7"),
    "digits and commas": repeated("1,"),
    "digits and points": repeated("1."),
    "digits and blanks": repeated("1 "),
    "digits and hyphens": repeated("1-"),
    "digits and slashes": repeated("1/"),
    "thousands": repeated("100,000,000,"),
    "number words": repeated("twenty-one million "),
    "number words and and": repeated("one hundred and "),
    "dollars": repeated("$"),
    "percent signs": repeated("%"),
    "dollars and digits": repeated("$1 "),
    "ranges": repeated("between 3 and "),
    "from and to": repeated("from 3 to "),
    "bounds": repeated("at least about more than up to "),
    "half of": repeated("half of "),
    "half of nothing": led("Asked about ", "half no "),
    "polls": repeated("a poll of 9 "),
    "polls that show": repeated("polls show 9 "),
    "she in each sentence": closed("She left. ", "“It is late,” she said."),
    "metres or millions": repeated("3m and "),
    "one in": repeated("one in five of "),
    "commas": repeated(","),
    "commas and blanks": repeated(", "),
    "words and commas": repeated("word, "),
    "points": repeated("."),
    "points and blanks": repeated(". "),
    "hyphens": repeated("-"),
    "dashes": repeated(" — "),
    "colons": repeated("a: "),
    "capital letters": repeated("A"),
    "capital words": repeated("Ana "),
    "initials": repeated("A. "),
    "abbreviations": repeated("Mr. "),
    "titles": repeated("President "),
    "appositions": each("{a}, a pilot, "),
    "said": repeated("said "),
    "said that": repeated("said that "),
    "he said": repeated("he said "),
    "he said, with commas": repeated("he said, "),
    "said X": each("said {a} "),
    "according to": repeated("according to "),
    "told reporters": repeated("told reporters that he told "),
    "denied": repeated("she denied "),
    "what is done before": led("Roe said he ran, ", "before leaving, "),
    "names in what is said": led("Roe said it was so, ", "Vale, "),
    "one long name": led("Roe said he was ", "Roe "),
    "no verbs in what is said": led("Roe questioned ", "its: or, "),
    "while and while": led("Roe said that rents were low", ", while rents were high"),
    "a list in a clause that opens": led("When Roe said that rents", ", fees and taxes"),
    "quote and quote": repeated("“No,” "),
    "quotes without end": repeated("“No,” he said, "),
    "a sentence of speech": repeated("“No, he said that “yes” "),
    "people of one surname": each("{a} Ruiz said it rained.\n\nRuiz said so again.\n\n"),
    "people of one first name": each("Ana {a} said it rained.\n\nAna said so again.\n\n"),
    "fathers and sons": each("{a} Ruiz Jr. said it rained.\n\nRuiz Jr. said so again.\n\n"),
    "people named once": each("“No,” {a} {b} said.\n\n"),
    "pronouns": repeated("“No,” she said. He agreed. They said it rained. "),
    "an endless sentence": repeated("and the harbour was closed and "),
    "an endless line": repeated("The harbour was closed. "),
    "an endless word": repeated("a"),
    "short words": repeated("ab "),
    "empty lines": repeated("\n"),
    "blank lines": repeated(" \n"),
    "carriage returns": repeated("\r"),
    "Windows line ends": repeated("\r\n"),
    "lines of a letter": repeated("a\n"),
    "lines of a word and a point": repeated("Word.\n\n"),
    "capital lines": repeated("SHARE THIS STORY\n"),
    "list items": repeated("- one\n"),
    "numbered items": repeated("1. one\n"),
    "bylines": each("By {a} {b}\n\n"),
    "by": repeated("By "),
    "by and and": repeated("By Ana and "),
    "datelines": repeated("LIMA, May 4 (Wire) - \n\n"),
    "dates": repeated("May 4, 2024 12:00 "),
    "times": repeated("12:00 "),
    "month after month": repeated("May "),
    "updated": repeated("Updated: "),
    "spaces": repeated(" "),
    "spaces, then a letter": repeated(" " * 999 + "a"),
    "tabs": repeated("\t"),
    "no-break spaces": repeated("\xa0"),
    "invisible marks": repeated("\ufeff"),
    "zero-width spaces in a word": repeated("a\u200b"),
    "combining characters": repeated("\u0301"),
    "combined letters": repeated("e\u0301"),
    "right-to-left": repeated("שלום עולם. "),
    "emoji": repeated("👩\u200d👧 "),
    "lone surrogates": repeated("\ud800"),
    "nulls": repeated("\x00"),
    "opening brackets": repeated("("),
    "brackets within brackets": nested("(", ")"),
    "square brackets": repeated("["),
    "links": repeated("https://example.org/a?b=c&"),
    "handles": repeated("@ana "),
    "markup": repeated("<p>a</p>"),
    "underscores": repeated("_"),
    "asterisks": repeated("*"),
    "full-width marks": repeated("「言う」。"),
}
