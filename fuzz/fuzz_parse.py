"""A fuzz target: parse any text, write it and read it back, and hold the laws.

    pip install atheris
    python fuzz/fuzz_parse.py -max_total_time=600 fuzz/corpus

The folder keeps the inputs that reached something new. What it finds becomes a
case file, or an `@example` of the law that it breaks.
"""

import sys
from itertools import pairwise

import atheris

with atheris.instrument_imports(include=["newsdoc"]):
    import newsdoc

# A byte chooses a piece of news, or a character of its own: the fuzzer need not
# find out letter by letter how news is spelt.
PIECES = (
    *(
        " ",
        "\n",
        "\n\n",
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        ", ",
        ". ",
        "? ",
        ": ",
        " — ",
        " - ",
    ),
    *("said", "says", "told", "asked", "denied", "according to", "wrote", "declined to comment"),
    *("he", "she", "they", "who", "that", "the", "a", "of", "and", "to", "from", "by", "not", "in"),
    *("Ana Ruiz", "Ruiz", "Mr. Okafor", "Dr.", "the ministry", "NATO", "a spokesman", "report"),
    *("12", "1,480", "4.21", "two", "dozen", "million", "percent", "%", "$", "€", "-", "third"),
    *(
        "at least",
        "more than",
        "about",
        "between",
        "rose",
        "fell",
        "one in five",
        "half",
        "half of",
    ),
    *("By ", "LIMA, May 4 (Wire) - ", "Updated ", "May 4, 2024", "12:00", "SHARE", "- ", "1. "),
    *("\r\n", "\t", "\xa0", "\ufeff", "\u0301", "\u202e", "😀", "\ud800", "...", "(", ")", "/"),
    *("people", "boats", "killed", "km", "euros", "years old", "was", "has", "would", "Monday"),
)


def read(data):
    """The text that the bytes stand for."""
    return "".join(PIECES[b] if b < len(PIECES) else chr(b) for b in data)


def test_one_input(data):
    """Parse, write and read back; an error, or a document that is not the same, is a finding."""
    document = newsdoc.parse(read(data))
    assert newsdoc.from_json(newsdoc.to_json(document)) == document
    newsdoc.to_markdown(document)
    newsdoc.to_html(document)
    parts = sorted((p.start, p.end) for q in document.quotes for p in q.content)
    assert all(a[1] <= b[0] for a, b in pairwise(parts)), "contents overlap"


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
