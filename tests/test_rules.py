"""The tables of rules in the reference: every rule that fires is in them, and none is made up."""

import re
from pathlib import Path

import pytest

import newsdoc
from newsdoc.parser.quotes.rules import Rule as QuoteRule
from newsdoc.parser.sources.rules import Rule as MentionRule
from newsdoc.parser.statistics.rules import RULES as STATISTIC_RULES
from test_cases import ESCAPE, FENCE, cases

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")


def documented(title):
    """The names in the first column of a table of the page."""
    chapter = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", chapter, re.MULTILINE)) - {"why", "code"}


def examples(title):
    """The examples of a table, each with its rule."""
    chapter = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", chapter, re.MULTILINE)
    return [(rule, example) for rule, told in rows for example in re.findall(r"\*([^*]+)\*", told)]


ARTICLE = """{headline}

By Jo Example

Harbour master Ann Holt closed the port. Her deputy wept.

{body}
"""


@pytest.fixture(scope="module")
def documents():
    """The readings of all case files, of the articles of the examples, and of an unclosed mark."""
    texts = ["Harbour closed\n\n“The harbour is closed, said Ann Holt."]
    texts += [p.read_text(encoding="utf-8") for p in (ROOT / "examples/articles").glob("*.txt")]
    for case in cases():
        (body,) = case.values
        texts += [content for _, name, content in FENCE.findall(body) if name == "text"]
    return [newsdoc.parse(ESCAPE.sub(" ", text)) for text in texts]


FIRED = {
    "Quotes": lambda doc: {quote.why for quote in doc.quotes},
    "Mentions": lambda doc: {
        element.why
        for element in (
            *(quote.speaker for quote in doc.quotes),
            *(figure.source for figure in doc.statistics),
        )
        if element
    },
    "Statistics": lambda doc: {figure.why for figure in doc.statistics},
    "Notices": lambda doc: {notice.code for notice in doc.notices},
}


@pytest.mark.parametrize("title", FIRED)
def test_every_rule_that_fires_is_documented(documents, title):
    fired = set().union(*map(FIRED[title], documents))

    assert fired
    assert fired - documented(title) == set()


@pytest.mark.parametrize(
    ("title", "rules"),
    [("Quotes", QuoteRule), ("Mentions", MentionRule), ("Statistics", STATISTIC_RULES)],
)
def test_every_rule_of_a_stage_is_documented(title, rules):
    assert documented(title) == set(map(str, rules))


def test_a_rule_stands_in_the_document_as_a_plain_string(documents):
    assert {type(why) for doc in documents for fired in FIRED.values() for why in fired(doc)} == {
        str
    }


@pytest.mark.parametrize(("rule", "example"), examples("Statistics"))
def test_a_rule_of_figures_reads_its_examples(rule, example):
    doc = newsdoc.parse(ARTICLE.format(headline="Council meets", body=f"They heard of {example}."))

    assert rule in [figure.why for figure in doc.statistics]


@pytest.mark.parametrize(("rule", "example"), examples("Quotes"))
def test_a_rule_of_quotes_reads_its_examples(rule, example):
    told = example[0].upper() + example[1:] + ("" if ".”" in example else ".")
    told += "\n\nPELL: It is not." if rule == "transcript" else ""
    headline = example if rule == "headline-colon" else "Council meets"
    doc = newsdoc.parse(ARTICLE.format(headline=headline, body=told))

    assert rule in [quote.why for quote in doc.quotes]
